"""The tab Rekapitulasi: people by perangkat daerah, jabatan, pendidikan …, or by two at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from ipasn_core.formatting import format_int

from ..dialogs.port import Dialogs, FileKind
from ..settings import WindowSettings
from ..theme import Theme
from ..widgets.empty_state import EmptyState
from ..workspace import Workspace
from .laporan_outside import Outside, System, print_pages
from .tab import Chosen, Tab

if TYPE_CHECKING:
    from ipasn_core.reports.recap_sheet import Lembar

    from ..widgets.recap_page import RecapPage

KINDS = FileKind("Excel, CSV, atau PDF", (".xlsx", ".csv", ".pdf"), "ekspor")
_UNFIT = re.compile(r'[\\/:*?"<>|]+')


class Rekapitulasi(Tab):
    """Groups with means, deviation and those below target; its page is made when looked at.

    Args:
        theme: Tokens.
        workspace: What is open.
        settings: Where the choice is remembered.
        dialogs: The port for questions.

    Attributes:
        outside: Printer of the system.
    """

    judul = "Rekapitulasi"
    prints = True

    def __init__(
        self, theme: Theme, workspace: Workspace, settings: WindowSettings, dialogs: Dialogs
    ) -> None:
        super().__init__(theme, workspace)
        self.outside: Outside = System()
        self._settings = settings
        self._dialogs = dialogs
        self._page: RecapPage | None = None
        self._stack = QStackedLayout(self)
        self.nobody = EmptyState(
            theme,
            "people",
            "Belum ada pegawai",
            "Rekapitulasi disusun dari pegawai yang diukur. Impor daftar pegawai dan riwayatnya "
            "lebih dahulu.",
            primary="Impor…",
            primary_icon="arrow_import",
        )
        self.unmeasured = EmptyState(
            theme,
            "people",
            "Belum ada pegawai yang diukur",
            "",
            primary="Lihat pegawai",
            secondary="Tampilkan semua perangkat daerah",
        )
        for part in (self.nobody, self.unmeasured):
            self._stack.addWidget(part)
        self.nobody.primary_wanted.connect(self.import_wanted)
        self.unmeasured.primary_wanted.connect(lambda: self.tab_wanted.emit("Pegawai"))
        self.unmeasured.secondary_wanted.connect(lambda: workspace.choose_opd(-1))

    @property
    def page(self) -> RecapPage:
        """The page."""
        if self._page is None:
            from ..widgets.recap_page import RecapPage  # noqa: PLC0415 - not before it is seen

            page = self._page = RecapPage(self.theme, self.workspace, self._settings)
            page.opened.connect(lambda judul, who: self.people_wanted.emit(Chosen(judul, who)))
            page.copy_wanted.connect(lambda everything: self.copy(everything=everything))
            page.bar.export_wanted.connect(self.export)
            page.bar.print_wanted.connect(self.print_report)
            self._stack.addWidget(page)
        return self._page

    def refresh(self) -> None:
        """Show the year, or the chosen perangkat daerah of it."""
        current, workspace = self.workspace.current, self.workspace
        assert current is not None
        self.nobody.primary.setEnabled(not workspace.locked)
        if not len(current.state.roster):
            self._stack.setCurrentWidget(self.nobody)
            return
        group = workspace.group
        if group is None or not group.jumlah:
            self._say_unmeasured()
            self._stack.setCurrentWidget(self.unmeasured)
            return
        self.page.refresh()
        self._stack.setCurrentWidget(self.page)

    def _say_unmeasured(self) -> None:
        workspace, current = self.workspace, self.workspace.current
        assert current is not None
        state, unit = current.state, workspace.opd_name
        where = unit or f"tahun {state.tahun}"
        self.unmeasured.say(
            "Belum ada pegawai yang diukur",
            f"{format_int(len(workspace.people))} pegawai tercatat pada {where}, tetapi tidak "
            f"seorang pun diukur menurut {state.edition.singkatan}. Status atau kedudukan hukum "
            "mereka bukan yang diukur.",
        )
        self.unmeasured.secondary.setVisible(bool(unit))

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through."""
        shown = self._stack.currentWidget()
        if isinstance(shown, EmptyState):
            return [shown.primary]
        return self.page.areas()

    # Ways out -------------------------------------------------------------------------------------

    def _sheet(self, *, everything: bool = True) -> Lembar | None:
        """Return what is seen; None while there is nothing."""
        page = self._page
        if page is None or self._stack.currentWidget() is not page:
            return None
        return page.sheet(everything=everything)

    def copy(self, *, everything: bool) -> None:
        """Copy what is seen with its heads, or the selected rows of it."""
        from ..widgets.recap_copy import copied  # noqa: PLC0415 - not before it is asked for
        from ..widgets.table_copy import to_clipboard  # noqa: PLC0415

        lembar = self._sheet(everything=everything)
        if lembar is not None and lembar.baris:
            to_clipboard(copied(lembar))
            self.workspace.told.emit(f"{format_int(len(lembar.baris))} baris disalin.", False)

    def export(self) -> None:
        """Write what is seen as a workbook, as CSV or as a PDF."""
        from ipasn_core.workflow.recap import save  # noqa: PLC0415 - not before it is asked for

        current, project = self.workspace.current, self.workspace.path
        lembar = self._sheet()
        if current is None or project is None or lembar is None:
            return
        path = self._dialogs.save_file("Ekspor rekapitulasi", KINDS, self._file_name() + ".xlsx")
        if path is None:
            return
        state, scope, now = current.state, self.workspace.opd_name, self.workspace.context().now
        self.workspace.read(
            f"Mengekspor ke {path.name}",
            lambda _, progress: save(state, lembar, scope, now, project, path, progress),
            lambda _: self.workspace.told.emit(f"Disimpan: {path.name}.", False),
        )

    def print_report(self) -> None:
        """Print what is seen, through the system's dialog."""
        from ipasn_core.workflow.recap import paper  # noqa: PLC0415 - not before it is asked for

        current, lembar = self.workspace.current, self._sheet()
        if current is None or lembar is None:
            return
        printer = self.outside.printer(self, self._file_name())
        if printer is None:
            return
        state, scope, now = current.state, self.workspace.opd_name, self.workspace.context().now
        self.workspace.read(
            "Mencetak rekapitulasi",
            lambda _, progress: print_pages(
                printer, paper(state, lembar, scope, now, progress), progress
            ),
            lambda many: self.workspace.told.emit(f"{many} halaman dikirim ke pencetak.", False),
        )

    def _file_name(self) -> str:
        assert self.workspace.current is not None
        state = self.workspace.current.state
        where = self.workspace.opd_name or state.settings.instansi
        return _UNFIT.sub("-", f"Rekapitulasi IP ASN {where} {state.tahun}")
