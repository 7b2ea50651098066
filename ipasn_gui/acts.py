"""What can be done: one method a command that asks something or opens a dialog.

The window and its menus hand their wishes here; a dialog is imported when it is asked for, so that
the window stands at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from .dialogs.port import PROJECT, Dialogs
from .settings import WindowSettings
from .theme import Theme
from .workspace import Workspace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .models.seen_table import SeenTable
    from .tabs.tab import Tab
    from .widgets.finding_filter import FindingPlace


_NOBODY = "Pilih satu pegawai atau lebih dalam daftar lebih dahulu."
_PAIR = 2


class Acts(QObject):
    """The acts of a window.

    Args:
        window: What dialogs stand on.
        theme: Tokens.
        workspace: What is open.
        settings: How the window looks.
        dialogs: The port for questions.

    Attributes:
        tab_wanted: A tab is to be shown: (its name).
        person_wanted: A person is to be shown: (id).
        scheme_wanted: Another scheme is to be in force: ("terang", "gelap" or "sistem").
    """

    tab_wanted = Signal(str)
    person_wanted = Signal(int)
    scheme_wanted = Signal(str)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        workspace: Workspace,
        settings: WindowSettings,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._workspace = workspace
        self._settings = settings
        self._dialogs = dialogs
        self._findings_place: FindingPlace | None = None
        workspace.closed.connect(lambda: self._keep_findings_place(None))

    # Berkas ---------------------------------------------------------------------------------------

    def new_project(self) -> None:
        """Ask for what a new project needs, make it, open it."""
        from .dialogs.wizard import ProjectWizard  # noqa: PLC0415

        ProjectWizard(self._theme, self._workspace, self._dialogs, self._window).open()

    def choose_project(self) -> None:
        """Ask for a project file and open it."""
        for path in self._dialogs.open_files("Buka proyek", PROJECT, several=False):
            self.open_project(path)

    def open_project(self, path: Path) -> None:
        """Open a project file."""
        self._workspace.open(path)

    def open_sample(self) -> None:
        """Make a project of the sample where the person wants it, and open it."""
        from .dialogs.sample import make_sample  # noqa: PLC0415

        path = self._dialogs.save_file("Simpan proyek contoh", PROJECT, "Contoh Bontang 2021.ipasn")
        if path is not None:
            make_sample(self._workspace, path)

    # Data -----------------------------------------------------------------------------------------

    def import_files(self, paths: Sequence[Path] = (), harapan: str = "") -> None:
        """Open the import with files, or with none yet.

        Args:
            paths: The files.
            harapan: What sheet is expected, in a sentence; empty where any will do.
        """
        why = self._workspace.why_locked
        if not why and self._workspace.jobs.writing:
            why = "Perubahan lain sedang disimpan; buka impor sesudahnya."
        if why:
            untaken = f"{len(paths)} berkas tidak diimpor. " if paths else ""
            self._workspace.told.emit(untaken + why, False)
            return
        from .dialogs.import_dialog import ImportDialog  # noqa: PLC0415

        dialog = ImportDialog(self._theme, self._workspace, self._dialogs, self._window)
        dialog.tab_wanted.connect(self.tab_wanted)
        dialog.open()
        if harapan:
            dialog.berkas.expect(harapan)
        if paths:
            dialog.add_files(paths)

    def show_findings(self) -> None:
        """List the findings of the year."""
        if self._workspace.current is None:
            return
        from .dialogs.findings import FindingsDialog  # noqa: PLC0415

        dialog = FindingsDialog(
            self._theme,
            self._workspace,
            self._dialogs,
            self._settings,
            self._window,
            self._findings_place,
        )
        dialog.person_wanted.connect(self.person_wanted)
        dialog.manual_wanted.connect(self.show_manual)
        dialog.place_left.connect(self._keep_findings_place)
        dialog.open()

    def show_history(self) -> None:
        """List the journal."""
        self._open_history(0, "")

    def show_history_of(self, people: NDArray[np.int64]) -> None:
        """List what the journal says of the person that is selected."""
        place = self._one_of(people)
        if place is not None and (current := self._workspace.current) is not None:
            roster = current.state.roster
            self._open_history(int(roster.nip[place]), roster.nama[place])

    def _open_history(self, nip: int, nama: str) -> None:
        if self._workspace.current is None:
            return
        from .dialogs.history import HistoryDialog  # noqa: PLC0415

        dialog = HistoryDialog(
            self._theme, self._workspace, self._dialogs, self._window, nip=nip, nama=nama
        )
        dialog.person_wanted.connect(self.person_wanted)
        dialog.open()

    def _keep_findings_place(self, place: FindingPlace | None) -> None:
        self._findings_place = place

    def export(self, table: SeenTable | None = None) -> None:
        """Write what is seen, or (None) everybody of the year."""
        from .dialogs.export import export_people, export_seen  # noqa: PLC0415

        if table is None:
            export_people(self._workspace, self._dialogs)
        else:
            export_seen(self._workspace, self._dialogs, table)

    def save_template(self) -> None:
        """Write the workbook that is handed out to be filled in."""
        from .dialogs.template import TemplateDialog  # noqa: PLC0415

        TemplateDialog(self._theme, self._workspace, self._dialogs, self._window).open()

    # People ---------------------------------------------------------------------------------------

    def of_people(self, tab: Callable[[], Tab]) -> dict[str, Callable[[], None]]:
        """Return command → what changes people: those selected in a tab, or seen in it.

        Args:
            tab: Returns the tab that is shown.
        """
        return {
            "riwayat-pegawai": lambda: self.show_history_of(tab().selected()),
            "betulkan-nip": lambda: self.correct_nip(tab().selected()),
            "satukan": lambda: self.merge_people(tab().selected()),
            "ubah-pegawai": lambda: self.change_people(tab().selected(), tab().listed()),
            "tambah-kursus": lambda: self.add_course(tab().selected()),
            "keluarkan": lambda: self.remove_people(tab().selected()),
        }

    def correct_nip(self, people: NDArray[np.int64]) -> None:
        """Ask for the right NIP of the person that is selected."""
        place = self._one_of(people)
        if place is None:
            return
        from .dialogs.people_nip import NipDialog  # noqa: PLC0415

        dialog = NipDialog(self._theme, self._workspace, self._window, place)
        dialog.merge_wanted.connect(self._merge)
        dialog.open()

    def merge_people(self, people: NDArray[np.int64]) -> None:
        """Make two entries one: the person that is selected, or the two, and another."""
        places = self._places(people)
        if not places:
            self._workspace.told.emit(_NOBODY, False)
        elif (current := self._workspace.current) is not None:
            nips = [int(current.state.roster.nip[k]) for k in places]
            self._merge(nips[0], nips[1] if len(nips) == _PAIR else 0)

    def _merge(self, nip: int, lain: int) -> None:
        from .dialogs.people_merge import MergeDialog  # noqa: PLC0415

        MergeDialog(self._theme, self._workspace, self._window, nip, lain).open()

    def change_people(self, people: NDArray[np.int64], listed: NDArray[np.int64]) -> None:
        """Ask what shall hold of the people that are selected, or of all that are seen."""
        if not len(people) and not len(listed):
            self._workspace.told.emit(_NOBODY, False)
        elif self._workspace.current is not None:
            from .dialogs.people_change import ChangeDialog  # noqa: PLC0415

            ChangeDialog(self._theme, self._workspace, self._window, people, listed).open()

    def add_course(self, people: NDArray[np.int64]) -> None:
        """Ask for a course, and for whom it is to be added."""
        if self._workspace.current is not None:
            from .dialogs.people_course import CourseDialog  # noqa: PLC0415

            places = self._places(people)
            CourseDialog(self._theme, self._workspace, self._window, places).open()

    def remove_people(self, people: NDArray[np.int64]) -> None:
        """Ask why the people that are selected leave the year."""
        places = self._places(people)
        if not places:
            self._workspace.told.emit(_NOBODY, False)
            return
        from .dialogs.people_remove import RemoveDialog  # noqa: PLC0415

        RemoveDialog(self._theme, self._workspace, self._window, places).open()

    def _one_of(self, people: NDArray[np.int64]) -> int | None:
        """Return the index of the one person that is selected; say so where it is not one."""
        places = self._places(people)
        if len(places) == 1:
            return places[0]
        words = "Pilih satu pegawai saja." if places else _NOBODY
        self._workspace.told.emit(words, False)
        return None

    def _places(self, people: NDArray[np.int64]) -> list[int]:
        """Return indexes of people into the roster."""
        current = self._workspace.current
        if current is None:
            return []
        import numpy as np  # noqa: PLC0415

        found: list[int] = np.flatnonzero(np.isin(current.state.roster.id, people)).tolist()
        return found

    # Alat and Bantuan -----------------------------------------------------------------------------

    def check_file(self) -> None:
        """Prove the project file: integrity, chain, replay."""
        from .dialogs.check import check_file  # noqa: PLC0415

        check_file(self._workspace, self._dialogs)

    def new_year(self) -> None:
        """Ask for another measured year, make it and show it."""
        current = self._workspace.current
        if current is None:
            return
        from .dialogs.new_year import NewYearDialog, free_years  # noqa: PLC0415

        if not current.writable:
            self._workspace.told.emit(self._workspace.why_locked, False)
        elif not free_years(current.years):
            self._workspace.told.emit("Semua tahun yang ada aturannya sudah ada.", False)
        else:
            NewYearDialog(self._theme, self._workspace, self._window).open()

    def show_settings(self, page: str = "") -> None:
        """Open the settings, at a page of that name."""
        if self._workspace.current is None:
            return
        from .dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415

        dialog = SettingsDialog(
            self._theme,
            self._workspace,
            self._dialogs,
            self._settings,
            self.scheme_wanted.emit,
            self._window,
        )
        dialog.manual_wanted.connect(self.show_manual)
        if page:
            dialog.show_page(page)
        dialog.open()

    def show_manual(self, page: str) -> None:
        """Open the manual at a page."""
        from .dialogs.reader import ManualDialog  # noqa: PLC0415

        ManualDialog(self._theme, page, self._window).open()

    def show_about(self) -> None:
        """Say what this is, its version, its licences."""
        from .dialogs.reader import AboutDialog  # noqa: PLC0415

        AboutDialog(self._theme, self._window).open()
