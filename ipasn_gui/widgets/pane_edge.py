"""`PaneEdge`: the edge of the side pane, which the mouse can move."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..theme import Theme


class PaneEdge(QWidget):
    """A line that is easier to grasp than it is wide.

    Attributes:
        moved: It shall stand elsewhere: (x in the parent).
    """

    REACH = 4
    """How far to either side of the line the mouse takes hold of it."""

    moved = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._held = False
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        theme.changed.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold."""
        self._held = event.button() == Qt.MouseButton.LeftButton
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the edge along."""
        if self._held:
            self.moved.emit(self.mapToParent(event.position().toPoint()).x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        self._held = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line, in the accent while it is held."""
        painter, k = QPainter(self), self._theme.tokens
        color = k.accent if self._held else k.line
        painter.fillRect(self.REACH, 0, 1, self.height(), QColor(color))
        painter.end()
