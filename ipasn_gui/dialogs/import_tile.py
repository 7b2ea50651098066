"""The four counts of a plan, each a way to what it counts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from ipasn_core.formatting import format_int

from .. import theme as t
from ..theme import Theme

_TILE, _TILE_LEAST = 56, 112
TILES = (
    ("baru", "Baru", "ditambahkan", "add_circle", "ok"),
    ("berubah", "Berubah", "nilai lama diganti", "edit", "accent"),
    ("tetap", "Tetap", "sama seperti sekarang", "equal_circle", "ink2"),
    ("ditolak", "Ditolak", "baris tidak disimpan", "dismiss_circle", "err"),
)


class CountTile(QAbstractButton):
    """A count that leads to what it counts."""

    def __init__(self, theme: Theme, spec: tuple[str, str, str, str, str]) -> None:
        super().__init__()
        self._theme = theme
        self.what, self._word, self._caption, self._icon, self._token = spec
        self._usual = spec
        self._count = 0
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_TILE)
        self.setMinimumWidth(_TILE_LEAST)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_count(self, count: int, caption: str = "") -> None:
        """Show a count, and something else than the usual below it."""
        _, word, usual, icon, token = self._usual
        self.show_other(count, word, caption or usual, icon, token)

    def show_other(self, count: int, word: str, caption: str, icon: str, token: str) -> None:
        """Show a count of something else than the usual."""
        self._count, self._word, self._caption = count, word, caption
        self._icon, self._token = icon, token
        self.setToolTip(caption)
        self.setAccessibleName(f"{self._word}: {format_int(self._count)}, {caption}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for count and words."""
        return QSize(_TILE_LEAST, _TILE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint count, sign, word; a bar below where it is the one looked at."""
        k = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figure = self._theme.font(t.FIGURE, 600)
        painter.setFont(figure)
        painter.setPen(QColor(k.ink))
        text = format_int(self._count)
        wide = QFontMetrics(figure).horizontalAdvance(text)
        left, base = 0, 26
        painter.drawText(QPointF(left, base), text)
        at = QRectF(left + wide + 8, base - 18, 20, 20)
        self._theme.icons.paint(painter, at, self._icon, getattr(k, self._token))
        painter.setFont(self._theme.font(t.BODY, 600))
        painter.drawText(QPointF(at.right() + 6, base - 3), self._word)
        painter.setFont(self._theme.font(t.CAPTION))
        painter.setPen(QColor(k.ink2))
        painter.drawText(QPointF(left, base + 19), self._caption)
        if self.isChecked() or self.underMouse():
            bar = QRectF(0, self.height() - 3, self.width(), 3)
            painter.fillRect(bar, QColor(k.accent if self.isChecked() else k.edge))
        painter.end()
