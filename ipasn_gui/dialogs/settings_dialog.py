"""Pengaturan: pages at the left, the chosen one at the right; every change holds at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from .. import theme as t
from ..settings import WindowSettings
from ..theme import Theme
from ..widgets.controls import Button, ElidedLabel, Hairline, foot, ground
from ..workspace import Workspace
from .message import Message
from .port import Dialogs
from .settings_backups import BackupsPage
from .settings_book import SettingsBook
from .settings_fields import SettingsPage, scrolled
from .settings_kop import KopSettingsPage
from .settings_learned import LearnedPage
from .settings_officials import OfficialsPage
from .settings_pages import AgencyPage, LookPage, ReportPage, TargetPage
from .settings_rules import RulesPage

_LEAVE = Message(
    "Tutup tanpa menyimpan isian?",
    "Pejabat atau ejaan yang sedang ditulis belum disimpan.",
    "Tutup",
    "bahaya",
)
_SIZE = (880, 560)
_LEFT = 184
_AROUND = 48
"""What a dialog leaves free of the screen."""


class SettingsDialog(QDialog):
    """The settings of the open project and of this window.

    Args:
        theme: Tokens.
        workspace: What is open.
        dialogs: The port for questions.
        settings: How the window looks.
        scheme_wanted: Puts another scheme in force.
        parent: The window.

    Attributes:
        manual_wanted: The manual is wanted: (its page).
    """

    manual_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        dialogs: Dialogs,
        settings: WindowSettings,
        scheme_wanted: Callable[[str], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle("Pengaturan")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._dialogs = dialogs
        self.book = SettingsBook(workspace, self)
        self.pages: list[SettingsPage] = [
            AgencyPage(theme, self.book),
            KopSettingsPage(theme, self.book, dialogs),
            OfficialsPage(theme, self.book),
            TargetPage(theme, self.book),
            ReportPage(theme, self.book),
            RulesPage(theme, self.book, dialogs),
            LearnedPage(theme, self.book),
            BackupsPage(theme, self.book, dialogs),
            LookPage(theme, self.book, settings, scheme_wanted),
        ]
        self._lay_out()
        self._fit(parent)
        self.book.done.connect(self._say)
        QShortcut(QKeySequence("F1"), self).activated.connect(
            lambda: self.manual_wanted.emit("Pengaturan")
        )
        for gone in (workspace.closed, workspace.opened):  # what is shown is of another project
            gone.connect(self._gone)
        self.list.setCurrentRow(0)
        self.book.reload()

    def _lay_out(self) -> None:
        side = ground("canvas")
        side.setFixedWidth(_LEFT)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(12, t.GROUP, 12, t.GROUP)
        self.list = QListWidget()
        self.list.setProperty("kind", "pages")
        self.list.setAccessibleName("Halaman pengaturan")
        self.list.addItems([page.judul for page in self.pages])
        inner.addWidget(self.list)
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(scrolled(page))
        self.list.currentRowChanged.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(Hairline(self.theme, upright=True))
        row.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(Hairline(self.theme))
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        made, row = foot()
        self.said = ElidedLabel("", "caption")
        self.undo = Button(self.theme, "Urungkan", "ghost")
        self.undo.hide()
        self.undo.clicked.connect(self._undo)
        row.addWidget(self.said, 1)
        row.addWidget(self.undo)
        close = Button(self.theme, "Tutup", "primary")
        close.setDefault(False)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return made

    def _fit(self, parent: QWidget | None) -> None:
        """Be no larger than the screen leaves room for."""
        room = parent.size() if parent is not None else self.screen().availableSize()
        wide, high = _SIZE
        self.resize(min(wide, room.width() - _AROUND), min(high, room.height() - _AROUND // 2))

    def show_page(self, name: str) -> None:
        """Show a page by its name."""
        self.list.setCurrentRow([page.judul for page in self.pages].index(name))

    def _show(self, place: int) -> None:
        self.stack.setCurrentIndex(place)

    def _say(self, words: str) -> None:
        self.said.set_text(f"{words}.")
        self.undo.setVisible(True)

    def _undo(self) -> None:
        self.undo.hide()
        self.said.set_text("Diurungkan.")
        self._workspace.undo()

    def accept(self) -> None:
        """Close; what is stored only when it is told to be is asked about first."""
        if not any(page.writing for page in self.pages) or self._dialogs.confirm(_LEAVE):
            super().accept()

    def reject(self) -> None:
        """Escape leaves what is being written first, then the dialog."""
        page = self.pages[self.list.currentRow()]
        if page.writing:
            page.stop_writing()
        else:
            self.accept()

    def _gone(self) -> None:
        """Close without a word: what is shown is of a project that is not open any more."""
        self.book.closed = True
        super().done(self.DialogCode.Rejected)

    def done(self, result: int) -> None:
        """Store what is being written, close, and let the window tell of the last change."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.book.closed = True
        if self.undo.isVisibleTo(self):
            self._workspace.told.emit(self.said.text_whole(), True)
        super().done(result)
