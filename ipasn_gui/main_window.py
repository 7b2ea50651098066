"""The main window: start page or project, and the one block that connects everything.

The window computes nothing and knows no file: it hands wishes to the workspace and shows what the
workspace says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout

from . import theme as t
from .acts import Acts
from .commands import LIST_ACTS, Commands
from .dialogs.message import Message
from .dialogs.port import PROJECT, SHEETS, Dialogs
from .frame.areas import step_area
from .frame.info_bar import InfoBar, notice_of
from .frame.menu_row import MenuRow
from .frame.status_row import StatusRow
from .frame.tab_row import TabRow
from .settings import WindowSettings
from .tabs.mulai import StartPage
from .theme import Theme
from .widgets.controls import ground
from .widgets.toast import Toast
from .workspace import Workspace

if TYPE_CHECKING:
    from .tabs.tab import Chosen, Tab

    MakeTabs = Callable[[], Sequence[Sequence[Tab]]]

LEAST = QSize(960, 480)


class MainWindow(QMainWindow):
    """Everything the person sees.

    Args:
        theme: Tokens.
        workspace: What is open.
        settings: How the window looks.
    """

    def __init__(self, theme: Theme, workspace: Workspace, settings: WindowSettings) -> None:
        super().__init__()
        self.theme = theme
        self.workspace = workspace
        self.settings = settings
        self.setMinimumSize(LEAST)
        self.setAcceptDrops(True)
        self.commands = Commands(self)
        self.menu_row = MenuRow(theme, workspace, self.commands)
        self.setMenuWidget(self.menu_row)
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)
        self.status = StatusRow(theme, workspace)
        self.toast = Toast(theme, self)

    def build(self, dialogs: Dialogs, start: StartPage, make_tabs: MakeTabs) -> None:
        """Put in what the window shows, then connect it.

        Args:
            dialogs: The port for questions.
            start: The start page.
            make_tabs: Makes the tabs, as the row of tabs parts them; called when the first
                project opens, so that the start page need not wait for them.
        """
        self.dialogs = dialogs
        self.acts = Acts(self, self.theme, self.workspace, self.settings, dialogs)
        self.start = start
        self._make_tabs = make_tabs
        self._tabs: list[Tab] = []
        self._untaken: tuple[Path | None, str] = (None, "")
        self.pages.addWidget(start)
        self._dock_status()
        self._connect()
        self._show_project()

    @property
    def tabs(self) -> list[Tab]:
        """The tabs, made when they are first asked for."""
        if not self._tabs:
            self._build_project_page()
        return self._tabs

    def _build_project_page(self) -> None:
        groups = self._make_tabs()
        self._tabs = [tab for group in groups for tab in group]
        self.tab_row = TabRow(self.theme, [[tab.judul for tab in group] for group in groups])
        self.info = InfoBar(self.theme)
        self.stack = QStackedWidget()
        for tab in self._tabs:
            self.stack.addWidget(tab)
        project = ground("surface")
        column = QVBoxLayout(project)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.tab_row, self.info, self.stack):
            column.addWidget(part)
        self.pages.addWidget(project)
        self._connect_tabs()

    def _dock_status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setFixedHeight(t.STATUS_ROW)
        bar.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        bar.addWidget(self.status, 1)

    # Connections ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        """Connect everything with everything: nowhere else does a part learn of another."""
        workspace, jobs = self.workspace, self.workspace.jobs
        workspace.opened.connect(self._opened)
        workspace.closed.connect(self._show_project)
        workspace.closed.connect(self.toast.hide)
        workspace.filtered.connect(self._show_state)
        workspace.told.connect(lambda text, undo: self.toast.say(text, undo=undo))
        # Before a later change is told: "Urungkan" would take back another than it speaks of.
        workspace.changed.connect(self.toast.withdraw)
        workspace.closed.connect(self.toast.withdraw)
        jobs.started.connect(self._enable)
        jobs.ended.connect(self._enable)
        jobs.refused.connect(self.dialogs.fault)
        self.start.project_wanted.connect(self.acts.open_project)
        self.start.search_wanted.connect(self.acts.choose_project)
        self.start.files_wanted.connect(self.take_files)
        self.acts.tab_wanted.connect(self.show_tab)
        self.acts.person_wanted.connect(self.show_person)
        self.acts.scheme_wanted.connect(self.scheme_wanted)
        self.menu_row.import_wanted.connect(self.acts.import_files)
        self.menu_row.new_year_wanted.connect(self.acts.new_year)
        self.status.wanted.connect(self._answer_status)
        self.toast.undo_wanted.connect(workspace.undo)
        self._connect_commands()

    def _connect_tabs(self) -> None:
        self.tab_row.chosen.connect(self.stack.setCurrentIndex)
        self.tab_row.chosen.connect(lambda _: self._place_toast())
        self.info.wanted.connect(self._answer_notice)
        for tab in self._tabs:
            tab.people_wanted.connect(self.show_people)
            tab.tab_wanted.connect(self.show_tab)
            tab.import_wanted.connect(lambda tab=tab: self.acts.import_files(harapan=tab.harapan))
            tab.export_wanted.connect(self.acts.export)
            tab.findings_wanted.connect(self.acts.show_findings)
            tab.settings_wanted.connect(self.acts.show_settings)
            tab.command_wanted.connect(lambda name: self.commands[name].trigger())
        for place in range(len(self._tabs)):
            keys = QKeySequence(f"Ctrl+{(place + 1) % 10}")
            QShortcut(keys, self).activated.connect(lambda at=place: self._go_tab(at))

    def _connect_commands(self) -> None:
        acts = self.acts
        doing = {
            "baru": acts.new_project,
            "buka": acts.choose_project,
            "contoh": acts.open_sample,
            "simpan": lambda: self.toast.say("Semua perubahan sudah tersimpan.", undo=False),
            "tutup": self._close_project,
            "keluar": self.close,
            "urungkan": self.workspace.undo,
            "ulangi": self.workspace.redo,
            "urungkan-impor": self.workspace.undo_import,
            "salin": lambda: self._press("salin", Qt.Key.Key_C),
            **{name: partial(self._in_list, name) for name in LIST_ACTS},
            "pilih-semua": lambda: self._press("pilih-semua", Qt.Key.Key_A),
            "tambah-catatan": lambda: self._edit_record("tambah"),
            "ubah-catatan": lambda: self._edit_record("ubah"),
            "hapus-catatan": lambda: self._edit_record("hapus"),
            "cari": self._search,
            "pilih": self.menu_row.focus_choosers,
            "panel": self._toggle_pane,
            "tab-berikut": lambda: self._go_tab((self.tab_row.current + 1) % len(self.tabs)),
            "bagian-berikut": lambda: self._go_area(1),
            "bagian-sebelum": lambda: self._go_area(-1),
            "terang": lambda: self.scheme_wanted("terang"),
            "gelap": lambda: self.scheme_wanted("gelap"),
            "ikut-sistem": lambda: self.scheme_wanted("sistem"),
            "impor": acts.import_files,
            "temuan": acts.show_findings,
            "riwayat": acts.show_history,
            "ekspor": self._export,
            "ekspor-semua": acts.export,
            "templat": acts.save_template,
            "laporan": lambda: self.show_tab("Laporan"),
            "cetak": self._print,
            "periksa": acts.check_file,
            **acts.of_people(lambda: self.tabs[self.tab_row.current]),
            "tahun-baru": acts.new_year,
            "pengaturan": acts.show_settings,
            "panduan": lambda: acts.show_manual(self._page),
            "tentang": acts.show_about,
        }
        for name, do in doing.items():
            self.commands[name].triggered.connect(lambda _=False, do=do: do())

    # What is shown --------------------------------------------------------------------------------

    def _opened(self) -> None:
        self.toast.hide()  # what it says is of another project
        self._show_project()
        self.show_tab(self.tabs[0].judul)
        self._remember()
        wanted, untaken = self._untaken
        if untaken and wanted == self.workspace.path:
            self.toast.say(untaken, undo=False)
        self._untaken = (None, "")
        why = self.workspace.reading_only
        if why is not None:
            self.toast.say("Berkas dibuka untuk dibaca saja.", undo=False)

    def _show_project(self) -> None:
        is_open = self.workspace.current is not None
        path = self.workspace.path
        if not is_open:
            self.start.refresh()
        # The tabs are made here, the first time.
        self.pages.setCurrentIndex(1 if is_open and self.tabs else 0)
        self.setWindowTitle("IPASN" if path is None else f"{path.name} – IPASN")
        self._show_state()

    def _show_state(self) -> None:
        if self._tabs:
            self.info.show_notice(notice_of(self.workspace))
        self._enable()

    def _enable(self, _job: object = None) -> None:
        workspace = self.workspace
        writable = not workspace.locked and not workspace.jobs.writing
        self.commands.enable(project=workspace.current is not None, writable=writable)
        current = workspace.current
        # Undo speaks of the whole file: another year may be open where this one is signed.
        free = current is not None and current.writable and not workspace.jobs.writing
        undo = "" if current is None else current.undo
        redo = "" if current is None else current.redo
        why = ("", "") if current is None else (current.undo_why, current.redo_why)
        self.commands["urungkan"].setEnabled(free and bool(undo) and not why[0])
        self.commands["ulangi"].setEnabled(free and bool(redo) and not why[1])
        self.commands.tell("urungkan", undo, why[0])
        self.commands.tell("ulangi", redo, why[1])
        self.commands.tell_locked(
            "data terkunci" if current is not None and workspace.locked else ""
        )
        self.menu_row.enable(writable=writable)

    def _answer_notice(self, wish: str) -> None:
        if wish == "laporan":
            self.show_tab("Laporan")

    def _answer_status(self, part: str) -> None:
        if self.workspace.current is None:
            return
        if part == "pegawai":
            self.show_tab("Pegawai")
        elif part == "pengesahan":
            self.show_tab("Laporan")
        elif part == "tahun":
            self.menu_row.focus_choosers()
        elif part == "aturan":
            self.acts.show_settings("Aturan")
        else:
            self.show_tab("Beranda")

    def show_tab(self, name: str) -> None:
        """Show a tab by its name."""
        self._choose_tab(next(k for k, tab in enumerate(self.tabs) if tab.judul == name))

    def show_people(self, chosen: Chosen) -> None:
        """List the people behind a figure."""
        self.show_tab("Pegawai")
        for tab in self.tabs:
            tab.show_only(chosen)

    def _choose_tab(self, place: int) -> None:
        if self.workspace.current is not None:
            self.tab_row.choose(place)

    def _go_tab(self, place: int) -> None:
        """Show a tab by the keyboard, and put the keyboard into it."""
        if self.workspace.current is not None:
            self._choose_tab(place)
            self.tabs[place].enter(Qt.FocusReason.ShortcutFocusReason)

    def _search(self) -> None:
        """Go into the search of the tab; where it has none, into that of everybody."""
        if self.workspace.current is not None and not self.tabs[self.tab_row.current].search():
            self.show_tab("Pegawai")
            self.tabs[self.tab_row.current].search()

    def _in_list(self, act: str) -> None:
        """Do something with the list of the tab; where it has none, with that of everybody."""
        if self.workspace.current is None:
            return
        if not self.tabs[self.tab_row.current].act_on_list(act):
            self.show_tab("Pegawai")
            self.tabs[self.tab_row.current].act_on_list(act)

    def _export(self) -> None:
        self.tabs[self.tab_row.current].export()

    def _press(self, name: str, key: Qt.Key) -> None:
        """Do with Ctrl and a key what the part that has the keyboard does with them."""
        focused, command = QApplication.focusWidget(), self.commands[name]
        if focused is not None:
            control = Qt.KeyboardModifier.ControlModifier
            # A part that does not claim the keys for itself would trigger the command for ever.
            command.setEnabled(False)
            QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, key, control))
            command.setEnabled(self.workspace.current is not None)

    def _edit_record(self, verb: str) -> None:
        self.tabs[self.tab_row.current].edit_record(verb)

    def _toggle_pane(self) -> None:
        self.tabs[self.tab_row.current].toggle_pane()

    def _go_area(self, step: int) -> None:
        """Go to the next area: choosers, tabs, the tab's content."""
        if self.workspace.current is None:
            return
        inside = self.tabs[self.tab_row.current].areas()
        step_area([self.menu_row.year, self.tab_row.buttons[self.tab_row.current], *inside], step)

    # What can be done -----------------------------------------------------------------------------

    def show_person(self, person: int) -> None:
        """Show one person in the list of people, whatever filters hide them."""
        self.show_tab("Pegawai")
        for tab in self.tabs:
            tab.reveal(person)

    @property
    def _page(self) -> str:
        """Name of what is looked at, as the manual calls its pages."""
        is_open = self.workspace.current is not None
        return self.tabs[self.tab_row.current].judul if is_open else "Mulai"

    def _print(self) -> None:
        """Print what the tab shows, else the report."""
        if not self.tabs[self.tab_row.current].prints:
            self.show_tab("Laporan")
        self.tabs[self.tab_row.current].print_report()

    def scheme_wanted(self, scheme: str) -> None:
        """Change the scheme, live, and remember it."""
        self.settings.scheme = scheme
        self.scheme_changed()

    def scheme_changed(self) -> None:
        """Put the wished or the system's scheme in force; `app` replaces nothing here."""
        from .app import apply_scheme  # noqa: PLC0415 - app imports this module

        apply_scheme(self.theme, self.settings)

    # The window itself ----------------------------------------------------------------------------

    def _remember(self) -> None:
        from .dialogs.recents import recent_of  # noqa: PLC0415

        recent = recent_of(self.workspace)
        if recent is not None:
            self.settings.remember(recent)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take projects, and spreadsheets where a project is open."""
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open the project, or import the spreadsheets."""
        self.take_files([Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Do with files what they are for: a project is opened, spreadsheets are imported.

        Nothing is done behind a dialog: some systems let files be dropped on the window below it.
        """
        if QApplication.activeModalWidget() is not None:
            return
        from .dialogs.dropped import sort_files  # noqa: PLC0415

        found = sort_files(paths)
        if found.project is not None:
            self._untaken = (found.project, found.untaken)
            self.acts.open_project(found.project)
        elif found.sheets and self.workspace.current is not None:
            self.acts.import_files(found.sheets)
        elif found.sheets:
            self.toast.say("Buka atau buat proyek dahulu, lalu tarik berkas ke sini.", undo=False)
        elif found.untaken:
            self.toast.say(found.untaken, undo=False)

    def _dropped(self, event: QDropEvent) -> list[Path]:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        endings = (*PROJECT.akhiran, *SHEETS.akhiran)
        return [path for path in paths if path.suffix.lower() in endings]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the toast in its corner."""
        super().resizeEvent(event)
        self._place_toast()

    def _place_toast(self) -> None:
        shown = self._tabs[self.tab_row.current] if self.workspace.current and self._tabs else None
        self.toast.place(t.MARGIN if shown is None else shown.toast_left())

    def _close_project(self) -> None:
        if self._may_forget():
            self.workspace.close()

    def _may_forget(self) -> bool:
        """Ask before what was typed into forms and not saved is lost."""
        whose = list(dict.fromkeys(name for tab in self._tabs for name in tab.unsaved()))
        return not whose or self.dialogs.confirm(
            Message(
                "Tutup tanpa menyimpan isian?",
                f"Isian untuk {', '.join(whose)} belum disimpan dan akan hilang. "
                "Data lain sudah tersimpan.",
                "Tutup tanpa menyimpan",
            )
        )

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Ask while something is being written; let the worker end; keep the window's state."""
        jobs = self.workspace.jobs
        if jobs.writing and not self.dialogs.confirm(
            Message(
                "Tutup selagi menyimpan?",
                "Perubahan yang sedang dikerjakan dibatalkan; berkas tetap utuh seperti semula.",
                "Tutup",
            )
        ):
            event.ignore()
            return
        if not self._may_forget():
            event.ignore()
            return
        self.settings.set_layout("jendela", self.saveGeometry())
        self.workspace.shut()
        event.accept()
