"""`StatementRow`: what a wide table states of a kind of evidence, in one row that can be edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from .. import theme as t
from ..theme import Theme
from .focus_area import paint_focus
from .record_list import SIDE

_HIGH, _TITLE, _LINE, _PAD, _TEXT = 38, 17, 15, 3, SIDE + 24


class StatementRow(QWidget):
    """Kind of evidence, what is stated at the right, where it came from below.

    Args:
        theme: Tokens.
        kind: The kind of evidence.
        said: What is stated of it.
        origin: Where that came from.
        editable: Whether it may be edited.

    Attributes:
        edit_wanted: It shall be edited.
        remove_wanted: It shall be deleted.
    """

    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, kind: str, said: str, origin: str, *, editable: bool) -> None:
        super().__init__()
        self._theme = theme
        self._kind, self._said, self._origin = kind, said, origin
        self._editable = editable
        self._over = False
        self.setFixedHeight(_HIGH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if editable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"Pernyataan {kind}: {said}")
        self.setAccessibleDescription(f"Asal: {origin}" if origin else "")
        self.setToolTip(f"{kind}: {said}\nAsal: {origin}" if origin else "")
        theme.changed.connect(self.update)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Tint under the mouse."""
        self._over = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No tint any more."""
        self._over = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open it to be edited."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self._editable:
            self.edit_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and F2 open it to be edited, Delete takes it away."""
        if event.key() == Qt.Key.Key_Delete and self._editable:
            self.remove_wanted.emit()
            return
        wanted = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if wanted and self._editable:
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter, theme = QPainter(self), self._theme
        if self._over and self._editable:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), t.RADIUS_FIELD, t.RADIUS_FIELD)
        paint_focus(painter, theme, self, self)
        icon = QRectF(SIDE, (_HIGH - 16) / 2, 16, 16)
        theme.icons.paint(painter, icon, "document", theme.tokens.ink2, 16)
        width = self.width() - _TEXT - SIDE
        painter.setFont(theme.font(t.BODY))
        painter.setPen(theme.color("ink"))
        flags = Qt.AlignmentFlag.AlignVCenter
        top = _PAD if self._origin else (_HIGH - _TITLE) // 2
        painter.drawText(QRect(_TEXT, top, width, _TITLE), flags, self._kind)
        right = QRect(_TEXT, 0, width, _HIGH)
        painter.drawText(right, flags | Qt.AlignmentFlag.AlignRight, self._said)
        taken = painter.fontMetrics().horizontalAdvance(self._said) + t.RELATED
        painter.setFont(theme.font(t.CAPTION))
        painter.setPen(theme.color("ink2"))
        elided = painter.fontMetrics().elidedText(
            self._origin, Qt.TextElideMode.ElideMiddle, width - taken
        )
        painter.drawText(QRect(_TEXT, top + _TITLE, width, _LINE), flags, elided)
        painter.end()
