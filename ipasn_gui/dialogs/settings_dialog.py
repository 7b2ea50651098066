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
from .settings_fields import SettingsPage, fit, scrolled
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
        self._makers: dict[str, Callable[[], SettingsPage]] = {
            "Instansi": lambda: AgencyPage(theme, self.book),
            "Kop surat": lambda: KopSettingsPage(theme, self.book, dialogs),
            "Pejabat": lambda: OfficialsPage(theme, self.book),
            "Target": lambda: TargetPage(theme, self.book),
            "Laporan": lambda: ReportPage(theme, self.book),
            "Aturan": lambda: RulesPage(theme, self.book, dialogs),
            "Ejaan dan judul": lambda: LearnedPage(theme, self.book),
            "Cadangan": lambda: BackupsPage(theme, self.book, dialogs),
            "Tampilan": lambda: LookPage(theme, self.book, settings, scheme_wanted),
        }
        self.pages: dict[str, SettingsPage] = {}
        self._lay_out()
        fit(self, parent, *_SIZE)
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
        self.list.addItems(list(self._makers))
        inner.addWidget(self.list)
        self.stack = QStackedWidget()
        self.list.currentTextChanged.connect(self.show_page)
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
        self.leave = Button(self.theme, "Tutup", "primary")
        self.leave.clicked.connect(self.accept)
        row.addWidget(self.leave)
        return made

    def show_page(self, name: str) -> SettingsPage:
        """Show a page by its name, made when it is first asked for."""
        if name not in self.pages:
            made = self.pages[name] = self._makers[name]()
            self.stack.addWidget(scrolled(made))
            self._foot_last()
            self.book.read.emit()  # what is known already is shown at once
        page = self.pages[name]
        place = list(self._makers).index(name)
        if self.list.currentRow() != place:
            self.list.setCurrentRow(place)
        else:
            self.stack.setCurrentIndex(list(self.pages).index(name))
        return page

    def _foot_last(self) -> None:
        """Let Tab go through what was made last before it comes to the foot."""
        last = self.previousInFocusChain()
        while last is not None and last.focusPolicy() == Qt.FocusPolicy.NoFocus:
            last = last.previousInFocusChain()
        if last is not None:
            QWidget.setTabOrder(last, self.undo)
        QWidget.setTabOrder(self.undo, self.leave)

    def _say(self, words: str) -> None:
        self.said.set_text(f"{words}.")
        self.undo.setVisible(True)

    def _undo(self) -> None:
        self.undo.hide()
        self.said.set_text("Diurungkan.")
        self._workspace.undo()

    def accept(self) -> None:
        """Close; what is stored only when it is told to be is asked about first."""
        if not any(page.writing for page in self.pages.values()) or self._dialogs.confirm(_LEAVE):
            super().accept()

    def reject(self) -> None:
        """Escape leaves what is being written first, then the dialog."""
        page = self.pages[self.list.currentItem().text()]
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
        for page in self.pages.values():
            page.leave()
        if self.undo.isVisibleTo(self):
            self._workspace.told.emit(self.said.text_whole(), True)
        super().done(result)
