"""A window on an off-screen stage: projects of several kinds, a still clock, a faked port."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.resources import resource
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.create import create
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_gui import app as gui
from ipasn_gui.dialogs.message import Message
from ipasn_gui.dialogs.port import FileKind
from ipasn_gui.main_window import MainWindow
from ipasn_gui.settings import WindowSettings
from ipasn_gui.theme import Theme

ZONE = datetime.timezone(datetime.timedelta(hours=8))
NOW = datetime.datetime(2022, 1, 31, 14, 2, tzinfo=ZONE)
CONTEXT = Context(NOW, "Petugas Contoh")
TARGET = "kualifikasi=15,kompetensi=31,kinerja=25,disiplin=4"


class Answers:
    """The port with prepared answers; what was told is kept.

    Attributes:
        files: What the next file choosers return, one list a call.
        save: What the next save choosers return.
        folder: What the next folder choosers return.
        yes: Whether questions are answered with going on.
        text: What is written where a sentence is asked for.
        told: Every fault and report, in order.
        expected: Whether the test looks at what was told; else nothing may be.
    """

    def __init__(self) -> None:
        self.files: list[list[Path]] = []
        self.save: list[Path | None] = []
        self.folder: list[Path | None] = []
        self.yes = True
        self.text: str | None = None
        self.asked: list[Message] = []
        self.told: list[IpasnError | str] = []
        self.expected = False

    def open_files(self, title: str, kind: FileKind, *, several: bool) -> list[Path]:
        """Return the next prepared files."""
        return self.files.pop(0)

    def save_file(self, title: str, kind: FileKind, name: str) -> Path | None:
        """Return the next prepared place."""
        return self.save.pop(0)

    def choose_folder(self, title: str, kind: FileKind) -> Path | None:
        """Return the next prepared folder."""
        return self.folder.pop(0)

    def confirm(self, message: Message) -> bool:
        """Answer as prepared."""
        self.asked.append(message)
        return self.yes

    def ask_text(self, message: Message, label: str) -> str | None:
        """Answer as prepared."""
        self.asked.append(message)
        return self.text

    def ask_secret(self, message: Message, label: str) -> str | None:
        """Answer as prepared."""
        self.asked.append(message)
        return self.text

    def fault(self, fault: IpasnError) -> None:
        """Keep it."""
        self.told.append(fault)

    def unexpected(self, report: str) -> None:
        """Keep it."""
        self.told.append(report)


@cache
def _sample() -> bytes:
    """Return the bytes of the sample's project, made once."""
    with TemporaryDirectory() as folder:
        path = empty_project(Path(folder) / "contoh.ipasn")
        sheets = [resource("contoh", "nominatif.xlsx"), resource("contoh", "riwayat.xlsx")]
        import_sheets(path, CONTEXT, sheets, Options())
        return path.read_bytes()


def sample_project(path: Path) -> Path:
    """Make the sample's project, both workbooks imported: 3,395 people, 71,59."""
    path.write_bytes(_sample())
    return path


def empty_project(path: Path) -> Path:
    """Make a project with nobody in it."""
    create(path, CONTEXT, "Pemerintah Kota Bontang", 2021, None, TARGET)
    return path


def wait_for(until: Callable[[], bool], seconds: float = 60) -> None:
    """Let events run until something holds; no sleeping, no polling beyond the event loop.

    Raises:
        TimeoutError: It never held.
    """
    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            raise TimeoutError
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


class Stage:
    """A window with everything faked that would reach out of it.

    Args:
        app: The application.
        folder: Where settings go.
        theme: Tokens, already dressed.
    """

    def __init__(self, app: QApplication, folder: Path, theme: Theme | None = None) -> None:
        self.app = app
        store = QSettings(str(folder / "jendela.ini"), QSettings.Format.IniFormat)
        self.settings = WindowSettings(store)
        self.theme = gui.dress(app, self.settings) if theme is None else theme
        self.answers = Answers()
        self.window: MainWindow = gui.build_window(
            self.theme, self.settings, lambda: NOW, CONTEXT.user, lambda _: self.answers
        )

    @property
    def idle(self) -> bool:
        """Whether no job runs or waits."""
        return not self.window.workspace.jobs.busy

    def settle(self) -> None:
        """Let every job and every event run out."""
        wait_for(lambda: self.idle)
        for _ in range(3):
            self.app.processEvents()

    def open(self, path: Path) -> None:
        """Open a project and wait for it."""
        self.window.acts.open_project(path)
        self.settle()

    def grab(self, widget: QWidget, target: Path) -> None:
        """Keep a picture."""
        self.settle()
        target.parent.mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(target))

    def close(self) -> None:
        """End the worker."""
        self.window.close()
