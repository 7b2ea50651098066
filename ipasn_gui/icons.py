"""Icons: one SVG a name and size in resources/icons, tinted when asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ipasn_core.resources import resource

DIMENSI = ("hat_graduation", "certificate", "data_trending", "shield_checkmark")
"""Icons of the dimensions, in the order of `Tokens.dimensi`."""

_SCALES = (1, 2, 3)
"""Pixmaps an icon carries: sharp at 100 % to 300 %."""


@cache
def _svg(name: str, size: int) -> bytes:
    return resource("icons", f"{name}_{size}.svg").read_bytes()


class Icons:
    """Tinted icons, each painted once a colour."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, str, int], QIcon] = {}

    def icon(self, name: str, color: str, disabled: str = "", size: int = 20) -> QIcon:
        """Return an icon.

        Args:
            name: File name in resources/icons without size and ending: "search".
            color: `#RRGGBB`.
            disabled: Its colour on what is disabled; the same where empty.
            size: 16, 20 or 48: the size it was drawn at.
        """
        key = (name, color, disabled, size)
        if key not in self._made:
            icon = QIcon()
            for scale in _SCALES:
                icon.addPixmap(self.pixmap(name, color, size, scale))
                if disabled:
                    faint = self.pixmap(name, disabled, size, scale)
                    icon.addPixmap(faint, QIcon.Mode.Disabled)
            self._made[key] = icon
        return self._made[key]

    def pixmap(self, name: str, color: str, size: int = 20, scale: float = 1) -> QPixmap:
        """Return an icon painted at a scale of the screen."""
        pixmap = QPixmap(QSize(size, size) * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(scale)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, size, size), name, color, size)
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, at: QRectF, name: str, color: str, size: int = 20) -> None:
        """Paint an icon into a rectangle, sharp at any scale."""
        fill = f'<path fill="{QColor(color).name()}"'.encode()
        renderer = QSvgRenderer(QByteArray(_svg(name, size).replace(b"<path", fill)))
        renderer.render(painter, at)
