"""`Chooser`: a combo box with our arrow, its list as wide as its longest entry."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QListView

from ..theme import Theme

_ARROW, _MOST = 16, 14


class Chooser(QComboBox):
    """A combo box; a style sheet can only take images for its arrow, so it is painted here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMaxVisibleItems(_MOST)
        view = QListView()
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setView(view)

    def showPopup(self) -> None:  # noqa: N802
        """Open the list wide enough for its entries."""
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(k)) for k in
                      range(self.count())), default=0)  # fmt: skip
        self.view().setMinimumWidth(min(widest + 48, 480))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the box, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        k = self._theme.tokens
        color = k.ink2 if self.isEnabled() else k.ink3
        if self.property("active"):
            color = k.accent
        top = (self.height() - _ARROW) / 2
        at = QRectF(self.width() - _ARROW - 8, top, _ARROW, _ARROW)
        self._theme.icons.paint(painter, at, "chevron_down", color, _ARROW)
        painter.end()
