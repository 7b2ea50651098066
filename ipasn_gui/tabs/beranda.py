"""The tab Beranda: the index, its dimensions, who is where, what lacks, what comes next."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int
from ipasn_core.reports.chart_values import BarisGrafik, Lingkup
from ipasn_core.reports.charts import dimension_bars, distribution, opd_dots, signed
from ipasn_core.reports.next_steps import LangkahBerikut, next_steps
from ipasn_core.workflow.beside import (
    Beside,
    Change,
    dimension_changes,
    index_change,
    load_beside,
    with_beside,
)
from ipasn_core.workflow.current import Current

from .. import theme as t
from ..theme import Theme
from ..widgets.badge import sign_word
from ..widgets.beside_button import NONE
from ..widgets.empty_state import EmptyState
from ..widgets.overview_page import OverviewPage
from ..widgets.step_list import Step
from ..workspace import Workspace
from .tab import Chosen, Tab

_IMPORT = "Impor lembar kerja…"


class Beranda(Tab):
    """The year at a glance; every figure leads to its people."""

    judul = "Beranda"

    def __init__(self, theme: Theme, workspace: Workspace) -> None:
        super().__init__(theme, workspace)
        self._beside: Beside | None = None
        self._read_at = -1
        self._wanted: int | None = None
        self.page = OverviewPage(theme)
        self.view = QScrollArea()
        self.view.setWidget(self.page)
        self.view.setWidgetResizable(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nobody = EmptyState(
            theme,
            "people",
            "Belum ada pegawai",
            "Impor daftar pegawai dan riwayatnya dari Excel atau CSV. Kolomnya dikenali sendiri, "
            "dan belum ada yang disimpan sebelum Anda melihat rencananya.",
            primary=_IMPORT,
            primary_icon="arrow_import",
        )
        self.unmeasured = EmptyState(
            theme,
            "people",
            "Belum ada pegawai yang diukur",
            "",
            primary="Lihat pegawai",
            secondary=_IMPORT,
        )
        self.stack = QStackedWidget()
        for part in (self.view, self.nobody, self.unmeasured):
            self.stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._connect()

    def _connect(self) -> None:
        page = self.page
        for card in page.cards:
            card.opened.connect(self.tab_wanted)
        for source in (page.kategori.row_chosen, page.distribution.row_chosen):
            source.connect(lambda row: self._show(f"Kategori {row.label}", row))
        page.completeness.row_chosen.connect(lambda row: self._show(row.label, row))
        page.opd.row_chosen.connect(self._show_opd)
        page.opd.without_wanted.connect(self._show_without)
        page.index.beside.chosen.connect(self._choose_beside)
        for chart in (page.kategori, page.completeness.chart, page.opd.chart):
            chart.row_shown.connect(lambda row, chart=chart: self._reveal(chart, row))
        self.nobody.primary_wanted.connect(self.import_wanted)
        self.unmeasured.primary_wanted.connect(lambda: self.tab_wanted.emit("Pegawai"))
        self.unmeasured.secondary_wanted.connect(self.import_wanted)

    def refresh(self) -> None:
        """Show the year, or the chosen perangkat daerah of it."""
        current, group = self.workspace.current, self.workspace.group
        assert current is not None
        assert group is not None
        writable = not self.workspace.locked
        self.nobody.primary.setEnabled(writable)
        self.unmeasured.secondary.setEnabled(writable)
        if not len(current.state.roster):
            self.stack.setCurrentWidget(self.nobody)
        elif not group.jumlah:
            self.unmeasured.say("Belum ada pegawai yang diukur", self._why_unmeasured(current))
            self.stack.setCurrentWidget(self.unmeasured)
        else:
            scope = Lingkup(current.state, group, self.workspace.people, group.nama)
            self._show_scope(current, scope)
            self.stack.setCurrentWidget(self.view)

    def _why_unmeasured(self, current: Current) -> str:
        where = f"tahun {current.state.tahun}"
        if self.workspace.opd >= 0:
            where = current.state.roster.opd_nama[self.workspace.opd]
        return (
            f"{format_int(len(self.workspace.people))} pegawai tercatat pada {where}, tetapi tidak "
            f"seorang pun diukur menurut {current.state.edition.singkatan}. Status atau kedudukan "
            "hukum mereka bukan yang diukur."
        )

    def _show_scope(self, current: Current, scope: Lingkup) -> None:
        page, state = self.page, current.state
        page.index.show_scope(scope, all_of_it=self.workspace.opd < 0)
        self._ask_beside(current)
        for card, row in zip(page.cards, dimension_bars(scope).baris, strict=True):
            card.show_row(row)
        self._show_beside(scope)
        kategori = distribution(scope)
        page.kategori.show_chart(kategori)
        page.distribution.show_rows(kategori, kategori.baris)
        page.completeness.show_scope(scope)
        dots = opd_dots(state)
        page.opd.show_dots(
            dots if self._beside is None else with_beside(dots, self._beside), self.workspace.opd
        )
        steps = [self._step(one) for one in next_steps(scope)]
        page.steps.show_steps([*steps, self._sign_step(current)])

    def _ask_beside(self, current: Current) -> None:
        """Read the year that stands beside: the chosen one, else the one before if there is one."""
        tahun = current.state.tahun
        others = [year for year in current.years if year != tahun]
        wanted = self._wanted
        if wanted is None or (wanted and wanted not in others):
            wanted = max((year for year in others if year < tahun), default=NONE)
        self.page.index.beside.show_years(others, wanted)
        known = self._beside
        if known is not None and known.tahun != wanted:
            known = self._beside = None
        # Another year may have been changed as well: it is asked for with every change of the file.
        version = self.workspace.version
        if wanted and (known is None or self._read_at != version):
            self.workspace.read(
                f"Membaca tahun {wanted}",
                lambda project, _: load_beside(project, wanted, known),
                lambda beside: self._keep_beside(beside, version),
                # A year that cannot be read is told when it is chosen, not at every glance.
                failed=lambda _: None,
            )

    def _keep_beside(self, beside: Beside, version: int) -> None:
        if version == self.workspace.version:
            again = beside is self._beside
            self._beside, self._read_at = beside, version
            if not again:
                self.refresh()

    def _choose_beside(self, tahun: int) -> None:
        self._wanted, self._beside = tahun, None
        self.refresh()

    def _show_beside(self, scope: Lingkup) -> None:
        """Put the other year's means beside those of the scope."""
        page, beside, opd = self.page, self._beside, self.workspace.opd_name
        if beside is None:
            page.index.show_change(None)
            changes: tuple[Change | None, ...] = (None,) * len(page.cards)
        else:
            page.index.show_change(index_change(scope.group, beside, opd))
            changes = dimension_changes(scope.group, beside, opd)
        for card, change in zip(page.cards, changes, strict=True):
            card.show_change(change)

    def _show_without(self) -> None:
        """List the measured people who are in no perangkat daerah."""
        current = self.workspace.current
        assert current is not None
        state = current.state
        nowhere = state.scores.diukur & (state.roster.keadaan["opd"] < 0)
        self.people_wanted.emit(Chosen("Tanpa perangkat daerah", state.roster.id[nowhere]))

    def _step(self, one: LangkahBerikut) -> Step:
        gain = signed(one.tambahan)
        return Step(
            judul=one.judul,
            catatan=one.catatan,
            tambahan=f"hingga {gain}" if one.paling_banyak else gain,
            tautan="Lihat pegawai",
            go=lambda: self.people_wanted.emit(Chosen(one.chip, one.orang)),
        )

    def _sign_step(self, current: Current) -> Step:
        state, keadaan = current.state, current.status.keadaan
        title = {
            "draf": f"Periksa lalu sahkan hasil {state.tahun}",
            "diperiksa": f"Sahkan hasil {state.tahun}",
            "disahkan": f"Cetak laporan {state.tahun}",
        }[keadaan]
        note = f"Status saat ini: {sign_word(keadaan)}."
        if state.galat_terbuka and not state.disahkan:
            note += f" {format_int(state.galat_terbuka)} galat menahan pengesahan."
        return Step(title, note, "", "Buka Laporan", lambda: self.tab_wanted.emit("Laporan"))

    def _show(self, judul: str, row: BarisGrafik) -> None:
        self.people_wanted.emit(Chosen(judul, row.orang))

    def _show_opd(self, row: BarisGrafik) -> None:
        """List the people of a perangkat daerah; while another is chosen, choose this one."""
        if self.workspace.opd in (-1, row.kode):
            self._show(row.label, row)
        else:
            self.workspace.choose_opd(row.kode)

    def _reveal(self, chart: QWidget, row: QRect) -> None:
        """Scroll the page to the row the keyboard went to."""
        place = chart.mapTo(self.page, row.center())
        self.view.ensureVisible(place.x(), place.y(), 0, row.height())

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through."""
        if self.stack.currentWidget() is self.nobody:
            return [self.nobody.primary]
        if self.stack.currentWidget() is self.unmeasured:
            return [self.unmeasured.primary]
        return self.page.areas()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange for the width there is."""
        super().resizeEvent(event)
        self.page.arrange(narrow=self.width() < t.NARROW)
