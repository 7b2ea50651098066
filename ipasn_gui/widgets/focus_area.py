"""`FocusArea`: what scrolls by keys, with its ring inside, where nothing can cut it off."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from .. import theme as t
from ..theme import Theme

_RING, _ROOM = 2, 8


def paint_focus(painter: QPainter, theme: Theme, widget: QWidget, inside: QWidget) -> None:
    """Paint a ring inside a widget's edge while the keyboard is on it.

    Args:
        painter: On `inside`.
        theme: Tokens.
        widget: Who has the focus, or not.
        inside: The widget itself, or its viewport.
    """
    keyboard = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    if not (keyboard and widget.hasFocus()):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent"), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = _RING / 2
    area = QRectF(inside.rect()).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(area, t.RADIUS_FIELD, t.RADIUS_FIELD)
    painter.restore()


class FocusArea(QScrollArea):
    """Scrolls up and down only; Tab comes to it, so that arrows and PgDn scroll.

    What it holds must not paint its own ground: the ring lies under it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def ensure(self, widget: QWidget) -> None:
        """Scroll so far that a widget is in sight, its beginning where it is too high."""
        body = self.widget()
        if body is None or not body.isAncestorOf(widget):
            return
        top = widget.mapTo(body, QPoint(0, 0)).y()
        bottom, bar = top + widget.height(), self.verticalScrollBar()
        if bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height() + _ROOM)
        if top < bar.value():
            bar.setValue(top - _ROOM)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ring."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_focus(painter, self._theme, self, self.viewport())
        painter.end()
