"""`RecapChart`: a figure of every group, as dots from the agency's mean or as bars from 0."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ipasn_core.reports.chart_values import BarisGrafik, Grafik, JenisGrafik

from .. import theme as t
from ..theme import Theme
from .chart_view import OUTSET, RowChart
from .controls import Label
from .dot_chart import DotChart, DotHead
from .row_scroll import RowScroll

_INDENT, _VALUE, _BAR = 20, 72, 12
_NAME, _NAME_LEAST = 400, 150
_ROW = 24
_LEAST = 5
"""Rows that are always seen."""


def _name_width(inner: int) -> int:
    """Return the room for names: a third, but never more than the longest needs."""
    return max(min(_NAME, inner // 3), _NAME_LEAST)


class GroupDots(DotChart):
    """A row a group: name, dot, value; parts are indented below their group."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.nested = False

    def plot(self) -> QRect:
        """Return where the dots stand, left and right."""
        inner = self.width() - 2 * OUTSET
        left = _name_width(inner) + t.RELATED
        return QRect(OUTSET + left, 0, max(inner - left - _VALUE, 1), self.height())

    def paint_row(self, painter: QPainter, area: QRect, row: BarisGrafik) -> None:
        """Paint one group."""
        _paint_name(self, painter, area, row, nested=self.nested)
        self.paint_scale(painter, area, row)
        self.write(painter, area, row.sel[2], weight=_weight(row, nested=self.nested), right=True)


class GroupBars(RowChart):
    """A row a group: name, bar, value."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _ROW)
        self.grafik: Grafik | None = None
        self.nested = False

    def paint_row(self, painter: QPainter, area: QRect, row: BarisGrafik) -> None:
        """Paint one group."""
        assert self.grafik is not None
        assert row.nilai is not None
        _paint_name(self, painter, area, row, nested=self.nested)
        left = area.left() + _name_width(area.width()) + t.RELATED
        room = area.right() - _VALUE - left
        if row.nilai:
            length = max(round(float(self.grafik.skala.share(row.nilai)) * room), 2)
            top = area.top() + (area.height() - _BAR) // 2
            part = self.nested and row.kode > 0
            color = self.theme.tokens.line2 if part else self.theme.tokens.ink2
            self.fill(painter, QRect(left, top, length, _BAR), color)
        ink = "ink" if row.nilai else "ink2"
        self.write(painter, area, row.sel[2], ink, _weight(row, nested=self.nested), right=True)


def _weight(row: BarisGrafik, *, nested: bool) -> int:
    return 400 if nested and row.kode else 600


def _paint_name(
    chart: RowChart, painter: QPainter, area: QRect, row: BarisGrafik, *, nested: bool
) -> None:
    indent = _INDENT * max(row.kode, 0)
    name = QRect(
        area.left() + indent, area.top(), _name_width(area.width()) - indent, area.height()
    )
    chart.write(painter, name, row.label, weight=600 if nested and not row.kode else 400)


class RecapChart(QWidget):
    """A chart of groups, scrolled where there are many.

    Attributes:
        row_chosen: A row was opened: (BarisGrafik).
    """

    row_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.dots = GroupDots(theme)
        self.bars = GroupBars(theme)
        self._head = DotHead(theme, self.dots)
        self._unit = Label("", "header")
        self._unit.setFixedHeight(self._head.height())
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

    def show_chart(self, grafik: Grafik, *, nested: bool) -> None:
        """Show a chart.

        Args:
            grafik: The chart.
            nested: Whether its rows are groups with parts.
        """
        dots = grafik.jenis is JenisGrafik.TITIK
        self.dots.nested = self.bars.nested = nested
        if dots:
            self.dots.show_dots(grafik, lowest_first=False, chosen=-1)
        else:
            self.bars.grafik = grafik
            self.bars.show_chart(grafik)
        self._head.setVisible(dots)
        self._unit.setVisible(not dots)
        self._unit.setText(grafik.kepala[-1])
        self._head.setToolTip("" if grafik.mulai_nol else "Sumbu tidak mulai dari 0.")
        self._head.update()
        self._pages.setCurrentIndex(0 if dots else 1)
        view = self._views[self._pages.currentIndex()]
        view.fit()
        view.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the head over the dots, whatever the scroll bar takes."""
        super().resizeEvent(event)
        self._head.update()
        inner = self._views[1].viewport().width() - 2 * OUTSET
        self._unit.setContentsMargins(OUTSET + _name_width(inner) + t.RELATED, 0, 0, 0)
