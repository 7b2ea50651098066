"""`TableHeader`: the header of a table of records, in one tier or two."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHeaderView, QWidget

from .. import theme as t
from ..models.record_table import Column, RecordTable
from ..theme import Theme
from .cells import PAD

_ARROW, _DRAWN = 16, 9
"""Size of the arrow's picture, and of what is drawn in its middle."""
_GAP = 4
"""Between title and arrow."""
_PLACE = 9
"""Room for the number of a column among several that are sorted by."""
_INTO, _BEFORE = 6, 4
"""How far arrow and number may reach into the padding beside the title, where no other text is,
and from a right-aligned one into that of the column before."""
_LOWER = 24
"""Height of the lower of two tiers."""


class TableHeader(QHeaderView):
    """Paints titles as their columns stand, groups above them, an arrow at the sorted ones.

    Attributes:
        also: Whether Shift was held when a title was clicked last.
        menu_wanted: A context menu shall be shown: (section, place on the screen).
    """

    menu_wanted = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.also = False
        self._font = theme.font(t.CAPTION, 600)
        self._small = theme.font(t.AXIS, 600)
        self._metrics = QFontMetrics(self._font)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)  # the mark stands at the edge
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setAccessibleName("Judul kolom")

    def _table(self) -> RecordTable:
        model = self.model()
        assert isinstance(model, RecordTable)
        return model

    def least(self, column: Column) -> int:
        """Return the width in which a title stands whole, arrow and number included.

        At the left of a title they may reach a little into the padding of the column before.
        """
        arrow = _GAP + _DRAWN + _PLACE - _INTO - (_BEFORE if column.right else 0)
        return self._metrics.horizontalAdvance(column.title) + 2 * PAD + arrow + 1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Note whether a title is clicked to sort by it also."""
        self.also = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of the column under the mouse."""
        self.menu_wanted.emit(self.logicalIndexAt(event.pos()), event.globalPos())

    @property
    def tiers(self) -> int:
        """How many tiers the visible columns need."""
        columns = self._table().columns
        shown = (one for at, one in enumerate(columns) if not self.isSectionHidden(at))
        return 2 if any(one.group for one in shown) else 1

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return 32 or, where columns belong together, 48 in height."""
        return QSize(super().sizeHint().width(), t.HEADER if self.tiers == 1 else t.HEADER_TWO)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the sections, and the line below all of them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        line = QRect(0, self.height() - 1, self.viewport().width(), 1)
        painter.fillRect(line, QColor(self._theme.tokens.line))
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Paint the title of a column, and its part of the group above it."""
        model, k = self._table(), self._theme.tokens
        if not rect.isValid() or section >= len(model.columns):
            return
        column = model.columns[section]
        painter.fillRect(rect, QColor(k.surface))
        painter.setFont(self._font)
        painter.setClipRect(rect)
        area = rect.adjusted(PAD, 0, -PAD, -1)
        if self.tiers > 1:
            area.setTop(area.bottom() - _LOWER + 1)
            if column.group:
                self._paint_group(painter, rect, section, column)
        painter.setClipRect(rect.adjusted(-PAD if column.right else 0, 0, 0, 0))
        keys = [key for key, _ in model.sorting]
        place = keys.index(column.key) if column.key in keys else -1
        self._paint_title(painter, area, column, place)

    def _paint_title(self, painter: QPainter, area: QRect, column: Column, place: int) -> None:
        """Paint a title; of a column that is sorted by, with its place among them an arrow."""
        k, metrics = self._theme.tokens, self._metrics
        sorting = self._table().sorting
        number = str(place + 1) if place >= 0 and len(sorting) > 1 else ""
        beside = _GAP + _DRAWN + (_PLACE if number else 0) if place >= 0 else 0
        reach = _INTO + (_PLACE if column.right and number else 0)
        room = area.width() - max(beside - reach, 0)
        text = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.setPen(QColor(k.ink if place >= 0 else k.ink2))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        if place < 0 or not column.title:
            return
        width = metrics.horizontalAdvance(text)
        # Beside the title, on its inner side: a right-aligned title keeps its edge.
        left = area.right() + 1 - width - beside if column.right else area.left() + width + _GAP
        top = area.top() + (area.height() - _ARROW) // 2
        name = "arrow_down" if sorting[place][1] else "arrow_up"
        icon = self._theme.icons.icon(name, k.ink, size=_ARROW)
        icon.paint(painter, QRect(left - (_ARROW - _DRAWN) // 2, top, _ARROW, _ARROW))
        if number:
            painter.setFont(self._small)
            at = QRect(left + _DRAWN, area.top(), _PLACE, area.height())
            painter.drawText(at, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter),
                             number)  # fmt: skip
            painter.setFont(self._font)

    def _together(self, section: int, group: str) -> list[int]:
        """Return the visible columns of a group that stand beside each other with one of it."""
        columns, run = self._table().columns, list[int]()
        for at in (self.logicalIndex(visual) for visual in range(self.count())):
            if self.isSectionHidden(at):
                continue
            if columns[at].group == group:
                run.append(at)
            elif section in run:
                break
            else:
                run = []
        return run

    def _paint_group(self, painter: QPainter, rect: QRect, section: int, column: Column) -> None:
        """Paint the title of a group over all its columns; each shows the part above itself."""
        k, shown = self._theme.tokens, self._together(section, column.group)
        left = self.sectionViewportPosition(shown[0]) + PAD
        right = self.sectionViewportPosition(shown[-1]) + self.sectionSize(shown[-1]) - PAD
        area = QRect(left, rect.top(), right - left, t.HEADER_TWO - _LOWER)
        painter.fillRect(QRect(left, area.bottom(), area.width(), 1), QColor(k.line))
        text = self._metrics.elidedText(column.group, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(QColor(k.ink2))
        side = Qt.AlignmentFlag.AlignHCenter
        if len(shown) == 1 and column.right:
            side = Qt.AlignmentFlag.AlignRight
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)
