"""`RowChart`: rows of a `Grafik`, painted; each can be pointed at, read, and opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ipasn_core.reports.chart_values import BarisGrafik, Grafik

from .. import theme as t
from ..theme import Theme

OUTSET = 8
"""How far the tint of a row reaches beyond its text; a chart stands that much outside its column,
so that the texts keep the column's edge."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class RowChart(QWidget):
    """A chart of rows below each other; subclasses paint one row.

    Args:
        theme: Tokens.
        row: Height of a row.

    Attributes:
        row_chosen: A row was clicked, or Enter pressed on it: (BarisGrafik).
        row_shown: The keyboard went to a row, which should be visible: (its rectangle).
    """

    row_chosen = Signal(object)
    row_shown = Signal(object)

    def __init__(self, theme: Theme, row: int) -> None:
        super().__init__()
        self.theme = theme
        self.rows: tuple[BarisGrafik, ...] = ()
        self._row = row
        self._hovered = -1
        self._current = -1
        self._framed = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_chart(self, grafik: Grafik, rows: tuple[BarisGrafik, ...] | None = None) -> None:
        """Show a chart.

        Args:
            grafik: The chart.
            rows: Its rows in another order, or some of them; None for all as they are.
        """
        self.rows = grafik.baris if rows is None else rows
        self._hovered = -1
        self._current = min(self._current, len(self.rows) - 1)
        self.setAccessibleName(grafik.judul)
        self.setAccessibleDescription(grafik.alt)
        self.setFixedHeight(max(len(self.rows), 1) * self._row)
        self.update()

    def leads_somewhere(self, row: BarisGrafik) -> bool:
        """Tell whether a row can be opened."""
        return len(row.orang) > 0

    def paint_row(self, painter: QPainter, area: QRect, row: BarisGrafik) -> None:
        """Paint one row into the area of its texts."""
        raise NotImplementedError

    def rect_of(self, at: int) -> QRect:
        """Return the rectangle of a row, tint included."""
        return QRect(0, at * self._row, self.width(), self._row)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All rows."""
        return QSize(200, max(len(self.rows), 1) * self._row)

    # Painting -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows that are to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = max(event.rect().top() // self._row, 0)
        last = min(event.rect().bottom() // self._row, len(self.rows) - 1)
        for at in range(first, last + 1):
            self._paint_ground(painter, at)
            area = self.rect_of(at).adjusted(OUTSET, 0, -OUTSET, 0)
            self.paint_row(painter, area, self.rows[at])
        painter.end()

    def _paint_ground(self, painter: QPainter, at: int) -> None:
        if at == self._hovered and self.leads_somewhere(self.rows[at]):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("hover"))
            painter.drawRoundedRect(self.rect_of(at), t.RADIUS_FIELD, t.RADIUS_FIELD)
        if at == self._current and self._framed and self.hasFocus():
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = self.rect_of(at).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, t.RADIUS_FIELD, t.RADIUS_FIELD)

    def write(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        token: str = "ink",
        weight: int = 400,
        *,
        right: bool = False,
    ) -> None:
        """Write one line, cut with an ellipsis where it has no room."""
        font = self.theme.font(t.BODY, weight)
        painter.setFont(font)
        painter.setPen(self.theme.color(token))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), cut)

    def fill(self, painter: QPainter, area: QRect, color: str) -> None:
        """Fill a rectangle without an edge."""
        painter.fillRect(area, QColor(color))

    # Mouse and keys -------------------------------------------------------------------------------

    def _at(self, place: QPointF) -> int:
        at = int(place.y()) // self._row
        return at if 0 <= at < len(self.rows) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tint the row under the mouse."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Tint no row."""
        self._hover(-1)

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            leads = at >= 0 and self.leads_somewhere(self.rows[at])
            shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Make the row under the mouse the current one; no frame is needed."""
        self._framed = False
        self._current = self._at(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the row that was pressed."""
        at = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at == self._current:
            self._open(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows, Home and End go through the rows, Enter opens."""
        last = len(self.rows) - 1
        places = {
            Qt.Key.Key_Up: max(self._current - 1, 0),
            Qt.Key.Key_Down: min(self._current + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in _ENTER:
            self._open(self._current)
        elif event.key() in places and self.rows:
            self._go(places[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Come in by the keyboard on a row, with a frame."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS and self.rows:
            self._go(max(self._current, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def _go(self, at: int) -> None:
        self._framed = True
        self._current = at
        self.setAccessibleDescription(self.rows[at].kalimat)
        self.row_shown.emit(self.rect_of(at))
        self.update()

    def tip(self, at: int) -> str:
        """Return what a row says in full; empty where there is none."""
        return self.rows[at].kalimat if at >= 0 else ""

    def _open(self, at: int) -> None:
        if 0 <= at < len(self.rows) and self.leads_somewhere(self.rows[at]):
            self.row_chosen.emit(self.rows[at])

    def event(self, event: QEvent) -> bool:
        """Tell the whole row as a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tip(at), self, self.rect_of(max(at, 0)))
            return True
        return super().event(event)
