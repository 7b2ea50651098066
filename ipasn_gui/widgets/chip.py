"""`Chip`: a filter as a button; active it is tinted and carries × and its count."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from .. import theme as t
from ..theme import Theme
from .controls import restyle

_ICON = 16
_CROSS = 32
"""The left part of an active chip in which a click takes the filter away."""
_WIDEST = 248
"""Pixels that the words of a chip may take."""


class Chip(QPushButton):
    """A filter that can be put on and taken off.

    Args:
        theme: Tokens.
        opens: Whether there is something to choose from, not only on and off.

    Attributes:
        open_wanted: What there is to choose from shall be shown.
        put_on: The filter shall hold.
        taken_off: It shall not hold any more.
    """

    open_wanted = Signal()
    put_on = Signal()
    taken_off = Signal()

    def __init__(self, theme: Theme, *, opens: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._opens = opens
        self.active = False
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.setIconSize(QSize(_ICON, _ICON))
        self.clicked.connect(self._press)
        theme.changed.connect(self._tint)

    def show_filter(self, words: str, count: str = "", *, active: bool) -> None:
        """Say what it filters by, and whether it does.

        Args:
            words: What it filters by; cut where it is long.
            count: How many people it lets in, never cut; empty for nothing to say.
            active: Whether it holds.
        """
        self.active = active
        tail = f" · {count}" if count else ""
        font = self._theme.font(t.BODY, 600 if active else 400)
        self.setFont(font)
        cut = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST)
        self.setText((cut + tail).replace("&", "&&"))
        self.setToolTip(words + tail if cut != words else "")
        words += tail
        self.setAccessibleName(f"{words}, saringan aktif" if active else words)
        self.setAccessibleDescription(
            "Tekan Delete untuk menghapus saringan ini." if active else "Saringan"
        )
        restyle(self, active=active)
        self._tint()

    def _tint(self) -> None:
        k = self._theme.tokens
        arrow = self._opens and not self.active
        # The arrow of a menu stands at the right, the cross at the left.
        side = Qt.LayoutDirection.RightToLeft if arrow else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(side)
        if self.active:
            self.setIcon(self._theme.icons.icon("dismiss", k.accent, size=_ICON))
        elif arrow:
            self.setIcon(self._theme.icons.icon("chevron_down", k.ink2, k.ink3, _ICON))
        else:
            self.setIcon(QIcon())

    def _press(self) -> None:
        if self._opens:
            self.open_wanted.emit()
        elif self.active:
            self.taken_off.emit()
        else:
            self.put_on.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the filter away where its cross was clicked, although it opens something."""
        if self._opens and self.active and event.position().x() < _CROSS:
            self.setDown(False)
            self.taken_off.emit()
            return
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Delete from the records of the pane: here it takes the filter away."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._takes_off(event):
            event.accept()
            return True
        return super().event(event)

    def _takes_off(self, event: QKeyEvent) -> bool:
        return self.active and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Delete takes the filter away."""
        if self._takes_off(event):
            self.taken_off.emit()
        else:
            super().keyPressEvent(event)
