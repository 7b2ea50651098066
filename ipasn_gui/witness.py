"""Who watches the self-test: sees all that goes wrong, answers for the person who is not there."""

from __future__ import annotations

import re
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from ipasn_core.errors import IpasnError

from .dialogs.message import Message
from .dialogs.port import FileKind

_OF_OUR_DOING = re.compile(r"(?!QFontDatabase:|QWindows)Q\w+:|Could not parse|Unknown property")
"""How warnings begin that say how we use Qt: the class that complains, or the style sheet.

Others speak of the machine, like missing fonts or a Windows (or Wine) that lacks a function.
"""


def say(text: str) -> None:
    """Tell on stderr, where there is one: the window program has none on Windows."""
    if sys.stderr is not None:
        print(text, file=sys.stderr, flush=True)


class Witness:
    """Sees everything that goes wrong, wherever: here, in slots, in threads, inside Qt.

    As a context it takes the exception that ends the block as one more fault: an installed window
    program would show a box for it and wait for somebody to press a button.

    Attributes:
        faults: What went wrong, in words for a developer. The sample's people are made up, so
            nothing has to be kept out of them.
    """

    def __init__(self) -> None:
        self.faults: list[str] = []

    def __enter__(self) -> Witness:
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.exception
        threading.excepthook = lambda told: self.exception(
            told.exc_type, told.exc_value, told.exc_traceback
        )
        qInstallMessageHandler(self.message)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)
        if kind is None or not issubclass(kind, Exception):
            return False
        self.exception(kind, fault, trace)
        return True

    def exception(
        self,
        kind: type[BaseException],
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Keep an exception."""
        self.faults.append("".join(traceback.format_exception(kind, fault, trace)).rstrip())
        say(self.faults[-1])

    def message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Keep what Qt complains of.

        A warning of a category ("qt.qpa.fonts") speaks of the machine and is only told.
        """
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            return
        own = context.category in (None, "default") and _OF_OUR_DOING.match(text) is not None
        say(f"Qt: {text}")
        if own or kind != QtMsgType.QtWarningMsg:
            self.faults.append(f"Qt: {text}")


class Nobody:
    """The port of a window that nobody sits at: what would be told is a fault.

    Args:
        witness: Is given the faults.
    """

    def __init__(self, witness: Witness) -> None:
        self._witness = witness

    def open_files(self, title: str, kind: FileKind, *, several: bool) -> list[Path]:
        """Choose nothing."""
        return []

    def save_file(self, title: str, kind: FileKind, name: str) -> Path | None:
        """Choose nothing."""
        return None

    def choose_folder(self, title: str, kind: FileKind) -> Path | None:
        """Choose none."""
        return None

    def confirm(self, message: Message) -> bool:
        """Do not go on."""
        return False

    def ask_text(self, message: Message, label: str) -> str | None:
        """Say nothing."""
        return None

    def ask_secret(self, message: Message, label: str) -> str | None:
        """Say nothing."""
        return None

    def fault(self, fault: IpasnError) -> None:
        """Keep it."""
        self._witness.exception(type(fault), fault, fault.__traceback__)

    def unexpected(self, report: str) -> None:
        """Keep it."""
        self._witness.faults.append(report)
