"""What the pane says above the records: what is half typed elsewhere, and why nothing is edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .. import theme as t
from ..theme import Theme
from .controls import Button
from .record_target import Target
from .trace_view import Glyph, flowing


class _Note(QWidget):
    """A sign and a sentence; takes no room while there is nothing to say."""

    def __init__(self, theme: Theme, icon: str, color: str) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, t.RELATED, 0, 0)
        self.row.setSpacing(0)
        self.words = flowing("", "caption")
        self.row.addWidget(Glyph(theme, icon, color), 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.words, 1)
        self.hide()

    def show_words(self, words: str) -> None:
        self.words.setText(words)
        self.setVisible(bool(words))


class LockNote(_Note):
    """Why nothing can be edited."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "lock_closed", "info")

    def say(self, words: str) -> None:
        """Say why; nothing where it can."""
        self.show_words(words)


class UnsavedNote(_Note):
    """For whom something was typed and not saved, with a way back.

    Attributes:
        wanted: Somebody of those is wanted: (id of the person, the year).
    """

    wanted = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "warning", "warn")
        self.back = Button(theme, "Kembali", "link")
        self.back.clicked.connect(self._press)
        self.row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._first: Target | None = None

    def say(self, whose: Sequence[Target]) -> None:
        """Say for whom."""
        self._first = whose[0] if whose else None
        names = ", ".join(f"{one.nama} ({one.tahun})" for one in whose)
        self.show_words(f"Isian yang belum disimpan: {names}" if whose else "")

    def _press(self) -> None:
        if self._first is not None:
            self.wanted.emit(*self._first.key)
