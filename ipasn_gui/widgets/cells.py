"""`Cells`: paints the cells of a table of records."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from .. import theme as t
from ..models.record_table import Column, Paint, RecordTable, Tone
from ..theme import Theme
from .badge import STAIR, paint_stair

PAD = 8
_ICON = 16
_BAR_MOST, _BAR_LEAST, _BAR_HEIGHT, _FIGURES = 60, 24, 6, 48
"""Widest and narrowest bar, its height, and the room the figures beside it take."""
_SWING, _SWING_LEAST, _SWING_HEIGHT, _MIDDLE = 28, 12, 10, 18
"""Longest deviation to either side, the shortest such, its height, and that of the line between."""
_ABOVE, _BELOW = 1, 3
"""Kategori whose colours stand for above and below a mean: Tinggi, Rendah."""
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_SIDES = {
    right: int(side | Qt.AlignmentFlag.AlignVCenter)
    for right, side in ((False, Qt.AlignmentFlag.AlignLeft), (True, Qt.AlignmentFlag.AlignRight))
}
"""Flags as plain numbers: a page has hundreds of cells."""
_KEPT = 4096
"""Texts whose cut is kept: those of several pages, since many cells say the same."""
_WEIGHTS = {Paint.MEDIUM: 500, Paint.STRONG: 600, Paint.BAR: 500}


class Cells(QStyledItemDelegate):
    """Paints what a column asks for; hairline below, no grid.

    Args:
        theme: Tokens.
        view: The table, whose model is a `RecordTable`.
    """

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._fonts = {weight: theme.font(t.BODY, weight) for weight in (400, 500, 600)}
        self._metrics = {weight: QFontMetrics(font) for weight, font in self._fonts.items()}
        self._cuts: dict[tuple[str, int, int], str] = {}
        self.hovered = -1
        self.framed = False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        model = index.model()
        assert isinstance(model, RecordTable)
        column, record = model.columns[index.column()], model.record(index.row())
        k, area = self._theme.tokens, option.rect
        state = option.state.value
        if state & _SELECTED:
            painter.fillRect(area, QColor(k.sel))
        elif index.row() == self.hovered:
            painter.fillRect(area, QColor(k.hover))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(k.line))
        match column.paint:
            case Paint.MARK:
                self._paint_mark(painter, area, column, record)
            case Paint.BAR:
                self._paint_bar(painter, area, column, record, selected=bool(state & _SELECTED))
                self._paint_text(painter, self._text_area(area, column), column, record)
            case Paint.KATEGORI:
                self._paint_kategori(painter, area, column, record)
            case Paint.DEVIATION:
                self._paint_deviation(painter, area, column, record)
                self._paint_text(painter, self._text_area(area, column), column, record)
            case _:
                if column.indent is not None:
                    area = area.adjusted(column.indent(record), 0, 0, 0)
                self._paint_text(painter, self._text_area(area, column), column, record)
        if self.framed and state & _FOCUSED:
            painter.setPen(QPen(QColor(k.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _paint_text(self, painter: QPainter, area: QRect, column: Column, record: int) -> None:
        tone = column.tone(record)
        weight = self._weight(column, tone)
        text = self._cut(column.text(record), weight, area.width())
        painter.setFont(self._fonts[weight])
        painter.setPen(QColor(self._ink(column, tone)))
        painter.drawText(area, _SIDES[column.right], text)

    def _cut(self, text: str, weight: int, width: int) -> str:
        """Return a text as far as there is room for it."""
        key = (text, weight, width)
        cut = self._cuts.get(key)
        if cut is None:
            if len(self._cuts) >= _KEPT:
                self._cuts.clear()
            metrics = self._metrics[weight]
            cut = self._cuts[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return cut

    def _weight(self, column: Column, tone: Tone) -> int:
        if tone in (Tone.MISSING, Tone.HEAD):
            return 600
        return 400 if tone is Tone.QUIET else _WEIGHTS.get(column.paint, 400)

    def _ink(self, column: Column, tone: Tone) -> str:
        k = self._theme.tokens
        if tone is Tone.MISSING:
            return k.warn
        return k.ink2 if tone is Tone.QUIET or column.paint is Paint.QUIET else k.ink

    def _text_area(self, area: QRect, column: Column) -> QRect:
        if column.paint is Paint.KATEGORI:
            return area.adjusted(PAD + STAIR.width() + PAD, 0, -PAD, -1)
        if column.paint in (Paint.BAR, Paint.DEVIATION):
            return area.adjusted(area.width() - PAD - _FIGURES, 0, -PAD, -1)
        return area.adjusted(PAD, 0, -PAD, -1)

    def _paint_mark(self, painter: QPainter, area: QRect, column: Column, record: int) -> None:
        if column.text(record):
            left = area.left() + (area.width() - _ICON) // 2
            top = area.top() + (area.height() - 1 - _ICON) // 2
            icon = self._theme.icons.icon("warning", self._theme.tokens.warn, size=_ICON)
            icon.paint(painter, QRect(left, top, _ICON, _ICON))

    def _paint_bar(
        self, painter: QPainter, area: QRect, column: Column, record: int, *, selected: bool
    ) -> None:
        share = column.share(record) if column.share is not None else -1
        room = area.width() - 3 * PAD - _FIGURES
        if share < 0 or room < _BAR_LEAST:
            return
        k, width = self._theme.tokens, min(room, _BAR_MOST)
        left = area.right() + 1 - PAD - _FIGURES - PAD - width
        top = area.top() + (area.height() - 1 - _BAR_HEIGHT) / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # The track of a selected row would drown in its ground.
        painter.setBrush(QColor(k.edge if selected else k.line))
        half = _BAR_HEIGHT / 2
        painter.drawRoundedRect(QRectF(left, top, width, _BAR_HEIGHT), half, half)
        if share > 0:
            painter.setBrush(QColor(k.dimensi[column.place]))
            filled = max(width * share / 1000, _BAR_HEIGHT)
            painter.drawRoundedRect(QRectF(left, top, filled, _BAR_HEIGHT), half, half)
        painter.restore()

    def _paint_deviation(self, painter: QPainter, area: QRect, column: Column, record: int) -> None:
        """Paint a bar to the left or the right of a middle line."""
        room = (area.width() - 3 * PAD - _FIGURES) // 2
        if column.share is None or room < _SWING_LEAST:
            return
        swing, k = min(room, _SWING), self._theme.tokens
        middle = area.right() - PAD - _FIGURES - PAD - swing
        length = round(column.share(record) * swing / 1000)
        height = area.height() - 1
        if length:
            color = k.kategori[_ABOVE if length > 0 else _BELOW]
            top = area.top() + (height - _SWING_HEIGHT) // 2
            left = middle + 1 if length > 0 else middle + length
            painter.fillRect(QRect(left, top, abs(length), _SWING_HEIGHT), QColor(color))
        top = area.top() + (height - _MIDDLE) // 2
        painter.fillRect(QRect(middle, top, 1, _MIDDLE), QColor(k.line2))

    def _paint_kategori(self, painter: QPainter, area: QRect, column: Column, record: int) -> None:
        place = column.kategori(record) if column.kategori is not None else -1
        if place < 0:
            self._paint_text(painter, area.adjusted(PAD, 0, -PAD, -1), column, record)
            return
        top = area.top() + (area.height() - 1 - STAIR.height()) / 2
        paint_stair(painter, self._theme, area.left() + PAD, round(top), place)
        self._paint_text(painter, self._text_area(area, column), column, record)

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room in which nothing is cut: what a double click on a header's edge asks."""
        model = index.model()
        assert isinstance(model, RecordTable)
        column, record = model.columns[index.column()], model.record(index.row())
        if column.paint is Paint.MARK:
            return QSize(column.width, t.ROW)
        weight = self._weight(column, column.tone(record))
        width = self._metrics[weight].horizontalAdvance(column.text(record)) + 2 * PAD + 1
        if column.paint is Paint.KATEGORI:
            width += STAIR.width() + PAD
        elif column.paint is Paint.BAR:
            width = _FIGURES + _BAR_MOST + 3 * PAD
        elif column.paint is Paint.DEVIATION:
            width = _FIGURES + 2 * _SWING + 3 * PAD
        elif column.indent is not None:
            width += column.indent(record)
        return QSize(width, t.ROW)

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show what was cut, or what a cell means in full."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        text = self.tip(view.visualRect(index), index)
        QToolTip.showText(event.globalPos(), text, view)
        return True

    def tip(self, area: QRect, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the tooltip of a cell of some size, empty for none."""
        model = index.model()
        assert isinstance(model, RecordTable)
        column, record = model.columns[index.column()], model.record(index.row())
        if column.hint is not None and column.hint(record):
            return column.hint(record)
        weight = self._weight(column, column.tone(record))
        text = column.text(record)
        room = self._text_area(area, column).width()
        if column.indent is not None:
            room -= column.indent(record)
        cut = self._metrics[weight].horizontalAdvance(text) > room
        return text if cut else ""
