"""The composition of the window: application, scheme, parts, and what happens to a bug."""

from __future__ import annotations

import datetime
import gc
import sys
import threading
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from ipasn_core import __version__
from ipasn_core.resources import resource

from . import theme as t
from .dialogs.port import Dialogs, WindowDialogs
from .jobs import Job, Jobs
from .language import Indonesian
from .main_window import MainWindow
from .settings import WindowSettings
from .style import FocusRing, Style, sheet
from .tabs.mulai import StartPage
from .theme import Theme, system_tokens
from .workspace import Workspace

if TYPE_CHECKING:
    from .tabs.tab import Tab

_TURN = 0.0005
"""Seconds a thread keeps the interpreter while another waits for it."""
Clock = Callable[[], datetime.datetime]


def make_application(argv: Sequence[str]) -> QApplication:
    """Return the application, in Indonesian and with its icon, before any window is made."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(list(argv))
    # A worker that computes in Python lets the window's thread have its turn sooner.
    sys.setswitchinterval(_TURN)
    app.setOrganizationName("IPASN")
    app.setApplicationName("IPASN")
    app.setApplicationVersion(__version__)
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    app.installTranslator(Indonesian(app))
    icon = resource("icons", "ipasn.png")
    if icon.exists():
        app.setWindowIcon(QIcon(str(icon)))
    if not any(one in QFontDatabase.families() for one in t.FAMILIES):
        # What paper is set in also serves a window on a system without the fonts of LOOK.
        for name in ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"):
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    return app


def dress(app: QApplication, settings: WindowSettings) -> Theme:
    """Give the application its style, palette and style sheet, and keep them with the scheme."""
    theme = Theme(parent=app)
    app.setStyle(Style(theme))
    app.setFont(theme.font())
    FocusRing(app)

    theme.changed.connect(lambda: wear(app, theme))
    app.styleHints().colorSchemeChanged.connect(lambda _: apply_scheme(theme, settings))
    apply_scheme(theme, settings)
    wear(app, theme)
    return theme


def wear(app: QApplication, theme: Theme) -> None:
    """Put palette and style sheet on; in high contrast the system's own colours stand."""
    if wants_high_contrast(app):
        app.setStyleSheet("")
        app.setPalette(app.style().standardPalette())
    else:
        app.setPalette(t.palette(theme.tokens))
        app.setStyleSheet(sheet(theme))


def wants_high_contrast(app: QApplication) -> bool:
    """Tell whether the system asks for high contrast."""
    hints = app.styleHints()  # held: the binding lets go of what hangs on it with it
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def apply_scheme(theme: Theme, settings: WindowSettings) -> None:
    """Put the scheme in force that the person or the system wants."""
    wished = {"terang": t.LIGHT, "gelap": t.DARK}.get(settings.scheme)
    if wished is None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        wished = system_tokens(app.styleHints().colorScheme())
    theme.set_tokens(wished)


def build_window(
    theme: Theme,
    settings: WindowSettings,
    clock: Clock,
    user: str,
    port: Callable[[MainWindow], Dialogs] | None = None,
) -> MainWindow:
    """Return the main window with everything in it.

    Args:
        theme: Tokens.
        settings: How the window looks.
        clock: Tells the moment, with its zone.
        user: Who works, for the journal.
        port: Makes the port for questions; None for the real dialogs.
    """
    workspace = Workspace(Jobs(), clock, user)
    window = MainWindow(theme, workspace, settings)
    dialogs = WindowDialogs(window, theme, settings) if port is None else port(window)
    start = StartPage(theme, window.commands, settings, clock)
    window.build(dialogs, start, lambda: make_tabs(window, dialogs))
    return window


def make_tabs(window: MainWindow, dialogs: Dialogs) -> list[list[Tab]]:
    """Return the tabs in their groups: overview, dimensions, results."""
    # Half of what the program is made of, not needed for the start page.
    from ipasn_core.rules.loader import editions  # noqa: PLC0415

    from .tabs.beranda import Beranda  # noqa: PLC0415
    from .tabs.dimensi import DimensiTab  # noqa: PLC0415
    from .tabs.laporan import Laporan  # noqa: PLC0415
    from .tabs.pegawai import Pegawai  # noqa: PLC0415
    from .tabs.rekapitulasi import Rekapitulasi  # noqa: PLC0415

    theme, workspace, settings = window.theme, window.workspace, window.settings
    dimensi = editions()[0].dimensi
    return [
        [Beranda(theme, workspace), Pegawai(theme, workspace, settings)],
        [DimensiTab(theme, workspace, settings, k, d.nama) for k, d in enumerate(dimensi)],
        [Rekapitulasi(theme, workspace, settings, dialogs), Laporan(theme, workspace, dialogs)],
    ]


_LATER = (
    "ipasn_core.workflow.current",
    *(f"ipasn_gui.tabs.{one}" for one in ("beranda", "pegawai", "dimensi", "rekapitulasi")),
    "ipasn_gui.tabs.laporan",
    *(f"ipasn_gui.widgets.{one}" for one in ("people_page", "recap_page")),
    *(f"ipasn_gui.dialogs.{one}" for one in ("import_dialog", "findings", "history")),
    *(f"ipasn_gui.dialogs.{one}" for one in ("settings_dialog", "wizard")),
)
"""What the start page does without, in the order in which it is wanted."""


def warm_up(window: MainWindow) -> None:
    """Load what a project needs while the person still looks at the start page.

    A part is a job, so that opening a project waits for one of them at most.
    """
    parts = iter(_LATER)

    def go_on(_: object) -> None:
        part = next(parts, "")
        if part:
            window.workspace.jobs.run(Job("Menyiapkan", lambda _: import_module(part), go_on))
        else:
            # What is loaded stays: looking through it at every collection would take longer than
            # a person should wait.
            gc.freeze()

    go_on(None)


def run(argv: Sequence[str], clock: Clock, user: str) -> int:
    """Show the window until it is closed.

    Args:
        argv: Program name, options for Qt, perhaps a project file.
        clock: Tells the moment, with its zone.
        user: Who works.
    """
    app = make_application(argv)
    settings = WindowSettings(QSettings())
    window = build_window(dress(app, settings), settings, clock, user)
    catch_bugs(window)
    state = settings.layout("jendela")
    if state is None or not window.restoreGeometry(state):
        window.showMaximized()
    window.show()
    QTimer.singleShot(0, lambda: warm_up(window))
    for name in argv[1:]:
        if name.lower().endswith(".ipasn"):
            window.acts.open_project(Path(name))
    return app.exec()


class Bugs(QObject):
    """Tells of bugs calmly, one at a time, and never from inside of what is being painted.

    Args:
        tell: Shows a report.

    Attributes:
        found: A bug, from whatever thread: (its report).
    """

    found = Signal(str)

    def __init__(self, tell: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._telling = False
        self.found.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def _show(self, report: str) -> None:
        # A bug in painting comes again with every repaint, that of the dialog's ground included.
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(report)
        finally:
            self._telling = False


def catch_bugs(window: MainWindow) -> None:
    """Have bugs told calmly, wherever they happen; the program goes on."""
    bugs = Bugs(window.dialogs.unexpected, window)

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if isinstance(fault, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        bugs.found.emit(bug_report(fault))

    def thread_hook(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            bugs.found.emit(bug_report(args.exc_value))

    sys.excepthook = hook
    threading.excepthook = thread_hook
    window.workspace.jobs.broken.connect(lambda fault: bugs.found.emit(bug_report(fault)))


def bug_report(fault: BaseException) -> str:
    """Describe a bug by where it happened: its own words might hold a name or an NIP."""
    import traceback  # noqa: PLC0415 - only a bug needs it

    frames = traceback.extract_tb(fault.__traceback__)
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames)]
    system = f"IPASN {__version__} · Python {sys.version.split()[0]} · {sys.platform}"
    return "\n".join([system, type(fault).__name__, *places])
