"""Badges: kategori as a staircase with its word, sign-off as ring, half or disc with its word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from .. import theme as t
from ..theme import Theme

STAIR = QSize(20, 14)
_STEP, _GAP = 3, 1


def paint_stair(painter: QPainter, theme: Theme, left: float, top: float, kategori: int) -> None:
    """Paint the staircase of a kategori, 20 × 14: five steps, filled from one to five.

    Args:
        painter: On a widget.
        theme: Tokens.
        left: Of its box.
        top: Of its box.
        kategori: 0 for Sangat Tinggi to 4; the edition lists them from the highest.
    """
    colors = theme.tokens.kategori
    filled = len(colors) - kategori
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(len(colors)):
        height = 4 + 2 * step + (2 if step == len(colors) - 1 else 0)
        on = step < filled
        painter.setBrush(QColor(colors[kategori] if on else theme.tokens.line))
        x = left + step * (_STEP + _GAP)
        painter.drawRect(QRectF(x, top + STAIR.height() - height, _STEP, height))
    painter.restore()


class Stair(QWidget):
    """A staircase by itself."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kategori = -1
        self.setFixedSize(STAIR)
        theme.changed.connect(self.update)

    def show_kategori(self, kategori: int) -> None:
        """Show a kategori by its place in the edition; -1 for none."""
        self._kategori = kategori
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        if self._kategori >= 0:
            painter = QPainter(self)
            paint_stair(painter, self._theme, 0, 0, self._kategori)
            painter.end()


def paint_mark(painter: QPainter, area: QRectF) -> None:
    """Paint the application mark, four rising bars, into a square."""
    unit = area.width() / 28
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.MARK))
    painter.drawRoundedRect(area, 5 * unit, 5 * unit)
    painter.setBrush(QColor(t.PAPER))
    for step, height in enumerate((4, 7, 10, 14)):
        left = area.left() + (6.5 + 4 * step) * unit
        top = area.top() + (21 - height) * unit
        painter.drawRoundedRect(QRectF(left, top, 3 * unit, height * unit), unit / 2, unit / 2)
    painter.restore()


_SIGNS = {
    "draf": ("Draf", "ink2"),
    "diperiksa": ("Diperiksa", "info"),
    "disahkan": ("Disahkan", "ok"),
}


def paint_sign(painter: QPainter, theme: Theme, center: QPointF, keadaan: str) -> None:
    """Paint ring (Draf), half (Diperiksa) or disc (Disahkan), 10 px wide."""
    color = theme.color(_SIGNS[keadaan][1])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(color if keadaan == "disahkan" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(center, 4.5, 4.5)
    if keadaan == "diperiksa":
        painter.setBrush(color)
        painter.drawPie(QRectF(center.x() - 4.5, center.y() - 4.5, 9, 9), 90 * 16, 180 * 16)
    painter.restore()


def sign_word(keadaan: str) -> str:
    """Return the word of a state of signing."""
    return _SIGNS[keadaan][0]


class SignBadge(QWidget):
    """Where the year stands between draft and signature; can be clicked.

    Attributes:
        clicked: By mouse or keyboard.
    """

    clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = "draf"
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_state(self, keadaan: str) -> None:
        """Show "draf", "diperiksa" or "disahkan"."""
        self._state = keadaan
        self.setAccessibleName(f"Pengesahan: {sign_word(keadaan)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for disc and word."""
        metrics = QFontMetrics(self._theme.font(t.CAPTION, 600))
        return QSize(18 + metrics.horizontalAdvance(sign_word(self._state)), t.STATUS_ROW - 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never cut."""
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Count as a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and space count as a click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        paint_sign(painter, self._theme, QPointF(5.5, self.height() / 2), self._state)
        painter.setFont(self._theme.font(t.CAPTION, 600))
        painter.setPen(self._theme.color("ink"))
        area = self.rect().adjusted(16, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, sign_word(self._state))
        painter.end()
