"""`RecapChart`: a figure of every group, as dots from the agency's mean or as bars from 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ipasn_core.reports.chart_values import BarisGrafik, Grafik, JenisGrafik

from .. import theme as t
from ..theme import Theme
from .chart_view import OUTSET, RowChart
from .dot_chart import DotChart, DotHead
from .row_scroll import RowScroll

_INDENT, _VALUE, _BAR, _ROW = 20, 72, 12, 24
_MOST = Fraction(11, 20)
"""Part of the width that names may take: the marks need the rest."""
_LEAST = 5
"""Rows that are always seen."""


@dataclass(frozen=True, slots=True)
class Names:
    """How the names of a chart stand.

    Attributes:
        nested: Whether rows are groups with parts, which are indented below them.
        longest: Pixels the longest one needs.
    """

    nested: bool = False
    longest: int = 0

    @classmethod
    def of(cls, theme: Theme, rows: Sequence[BarisGrafik], *, nested: bool) -> Names:
        """Measure the names of rows."""
        metrics = QFontMetrics(theme.font(t.BODY, 600 if nested else 400))
        needs = [metrics.horizontalAdvance(row.label) + _INDENT * row.kode for row in rows]
        return cls(nested, max(needs, default=0) + 1)

    def width(self, inner: int) -> int:
        """Return the room for names beside marks."""
        return min(self.longest, int(inner * _MOST))

    def weight(self, row: BarisGrafik) -> int:
        """Return how strongly the figure of a row is written."""
        return 400 if self.nested and row.kode else 600

    def paint(self, chart: RowChart, painter: QPainter, area: QRect, row: BarisGrafik) -> None:
        """Write the name of a row."""
        indent = _INDENT * row.kode
        name = area.adjusted(indent, 0, 0, 0)
        name.setWidth(self.width(area.width()) - indent)
        chart.write(painter, name, row.label, weight=600 if self.nested and not row.kode else 400)


class GroupDots(DotChart):
    """A row a group: name, dot, value."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.names = Names()

    def plot(self) -> QRect:
        """Return where the dots stand, left and right."""
        inner = self.width() - 2 * OUTSET
        left = self.names.width(inner) + t.RELATED
        return QRect(OUTSET + left, 0, max(inner - left - _VALUE, 1), self.height())

    def paint_row(self, painter: QPainter, area: QRect, row: BarisGrafik) -> None:
        """Paint one group."""
        self.names.paint(self, painter, area, row)
        self.paint_scale(painter, area, row)
        self.write(painter, area, row.sel[2], weight=self.names.weight(row), right=True)


class GroupBars(RowChart):
    """A row a group: name, bar, value."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _ROW)
        self.grafik: Grafik | None = None
        self.names = Names()

    def left(self) -> int:
        """Return where the bars begin."""
        return OUTSET + self.names.width(self.width() - 2 * OUTSET) + t.GROUP

    def paint_row(self, painter: QPainter, area: QRect, row: BarisGrafik) -> None:
        """Paint one group."""
        assert self.grafik is not None
        assert row.nilai is not None
        self.names.paint(self, painter, area, row)
        left = self.left()
        if row.nilai:
            room = area.right() - _VALUE - left
            length = max(round(float(self.grafik.skala.share(row.nilai)) * room), 2)
            top = area.top() + (area.height() - _BAR) // 2
            part = self.names.nested and row.kode > 0
            color = self.theme.tokens.line2 if part else self.theme.tokens.ink2
            self.fill(painter, QRect(left, top, length, _BAR), color)
        ink = "ink" if row.nilai else "ink2"
        self.write(painter, area, row.sel[2], ink, self.names.weight(row), right=True)


class BarHead(QWidget):
    """Above the bars: what they are of."""

    def __init__(self, theme: Theme, chart: GroupBars) -> None:
        super().__init__()
        self._theme = theme
        self._chart = chart
        self.setFixedHeight(_ROW)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Write it where the bars begin."""
        if self._chart.grafik is None:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font(t.CAPTION, 600))
        painter.setPen(self._theme.color("ink2"))
        area = self.rect().adjusted(self._chart.left(), 0, 0, 0)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(side), self._chart.grafik.kepala[-1])
        painter.end()


class RecapChart(QWidget):
    """A chart of groups, scrolled where there are many.

    Attributes:
        row_chosen: A row was opened: (BarisGrafik).
    """

    row_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.dots = GroupDots(theme)
        self.bars = GroupBars(theme)
        self._head = DotHead(theme, self.dots)
        self._unit = BarHead(theme, self.bars)
        self._views = [RowScroll(chart, _LEAST) for chart in (self.dots, self.bars)]
        self._pages = QStackedWidget()
        for view in self._views:
            self._pages.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._unit)
        column.addWidget(self._pages, 1)
        for chart in (self.dots, self.bars):
            chart.row_chosen.connect(self.row_chosen)

    @property
    def chart(self) -> RowChart:
        """The chart that is shown."""
        return self.dots if self._pages.currentIndex() == 0 else self.bars

    @property
    def begins_late(self) -> bool:
        """Whether the axis does not begin at 0, which has to be said."""
        grafik = self.dots.grafik
        return self.chart is self.dots and grafik is not None and not grafik.mulai_nol

    def show_chart(self, grafik: Grafik, *, nested: bool) -> None:
        """Show a chart.

        Args:
            grafik: The chart.
            nested: Whether its rows are groups with parts.
        """
        dots = grafik.jenis is JenisGrafik.TITIK
        self.dots.names = self.bars.names = Names.of(self._theme, grafik.baris, nested=nested)
        if dots:
            self.dots.show_dots(grafik, lowest_first=False, chosen=-1)
        else:
            self.bars.grafik = grafik
            self.bars.show_chart(grafik)
        self._head.setVisible(dots)
        self._unit.setVisible(not dots)
        self._unit.update()
        self._head.update()
        self._pages.setCurrentIndex(0 if dots else 1)
        view = self._views[self._pages.currentIndex()]
        view.fit()
        view.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the head over the dots, whatever the scroll bar takes."""
        super().resizeEvent(event)
        self._head.update()
        self._unit.update()
