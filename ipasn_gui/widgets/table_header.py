"""`TableHeader`: the header of a table of records, in one tier or two."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from .. import theme as t
from ..models.record_table import Column, RecordTable
from ..theme import Theme
from .cells import PAD

_ARROW = 16
_REACH, _INTO = 12, 6
"""How far the arrow stands out at the left of a right-aligned title, and how far it may reach into
the padding at the right of the others."""
_LOWER = 24
"""Height of the lower of two tiers."""


class TableHeader(QHeaderView):
    """Paints titles as their columns stand, groups above them, an arrow at the sorted one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._font = theme.font(t.CAPTION, 600)
        self._metrics = QFontMetrics(self._font)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setAccessibleName("Judul kolom")

    def _table(self) -> RecordTable:
        model = self.model()
        assert isinstance(model, RecordTable)
        return model

    def least(self, column: Column) -> int:
        """Return the width in which a title stands whole, its arrow included."""
        arrow = _REACH if column.right else _ARROW - _INTO
        return self._metrics.horizontalAdvance(column.title) + 2 * PAD + arrow + 1

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
        self._paint_title(painter, area, column, is_sorted=column.key == model.sorted_by)

    def _paint_title(
        self, painter: QPainter, area: QRect, column: Column, *, is_sorted: bool
    ) -> None:
        k, metrics = self._theme.tokens, self._metrics
        # The arrow fills the inner 9 of its 16 pixels and may reach into the padding: no other
        # text stands there.
        room = area.width() - (_ARROW - _INTO if is_sorted and not column.right else 0)
        text = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.setPen(QColor(k.ink if is_sorted else k.ink2))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        if not is_sorted or not column.title:
            return
        width = metrics.horizontalAdvance(text)
        # Beside the title, on its inner side: a right-aligned title keeps its edge.
        left = area.right() - width - _REACH - 2 if column.right else area.left() + width + 3
        top = area.top() + (area.height() - _ARROW) // 2
        name = "arrow_down" if self._table().falling else "arrow_up"
        icon = self._theme.icons.icon(name, k.ink, size=_ARROW)
        icon.paint(painter, QRect(left, top, _ARROW, _ARROW))

    def _paint_group(self, painter: QPainter, rect: QRect, section: int, column: Column) -> None:
        """Paint the title of a group over all its columns; each shows the part above itself."""
        columns, k = self._table().columns, self._theme.tokens
        first = last = section
        while first > 0 and columns[first - 1].group == column.group:
            first -= 1
        while last + 1 < len(columns) and columns[last + 1].group == column.group:
            last += 1
        shown = [at for at in range(first, last + 1) if not self.isSectionHidden(at)]
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
