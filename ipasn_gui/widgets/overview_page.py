"""The parts of Beranda and where they stand, wide and narrow."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from .. import theme as t
from ..icons import DIMENSI
from ..theme import Theme
from .bar_charts import KategoriChart
from .chart_panel import ChartPanel
from .chart_view import OUTSET
from .completeness_view import CompletenessView
from .controls import ground
from .dimension_card import DimensionCard
from .index_view import IndexView
from .opd_panel import OpdPanel
from .step_panel import StepPanel

_LEFT, _LEFT_NARROW, _RIGHT = 368, 332, 292
_BAND, _LOWER = 134, 344
"""Least height of the upper band without its margins, and of the lower."""
_BETWEEN = 2 * (t.SECTION - OUTSET) + 1
_BESIDE = 2 * t.GROUP + 1
"""Between two bands: 16, a hairline, 16."""
_CARD_GAP = 32


class OverviewPage(QWidget):
    """Index, cards, distribution, completeness, perangkat daerah, steps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        ground("none", self)
        self._theme = theme
        self._narrow: bool | None = None
        self.index = IndexView(theme)
        self.cards = [DimensionCard(theme, icon, place) for place, icon in enumerate(DIMENSI)]
        self.kategori = KategoriChart(theme)
        self.distribution = ChartPanel(theme, "Sebaran kategori", self.kategori, natural=True)
        self.completeness = CompletenessView(theme)
        self.opd = OpdPanel(theme)
        self.steps = StepPanel(theme)
        self._card_box = QWidget()
        self._card_grid = QGridLayout(self._card_box)
        self._card_grid.setContentsMargins(0, 0, 0, 0)
        for part in (self.index, self._card_box, self.steps):
            part.setContentsMargins(OUTSET, 0, OUTSET, 0)
        self._grid = QGridLayout(self)
        self._grid.setSpacing(0)
        theme.changed.connect(self.update)
        self.arrange(narrow=False)
        self._order()

    def _order(self) -> None:
        """Let Tab go in reading order, in both arrangements."""
        chain: list[QWidget] = [
            self.index.beside,
            *self.cards,
            self.distribution.button,
            self.kategori,
            self.distribution.table,
            self.completeness.chart,
            self.opd.best,
            self.opd.lowest,
            self.opd.panel.button,
            self.opd.chart,
            self.opd.panel.table,
            self.opd.without,
        ]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through."""
        charts: list[QWidget] = [self.distribution.table, self.opd.panel.table]
        if not self.distribution.as_table:
            charts[0] = self.kategori
        if not self.opd.panel.as_table:
            charts[1] = self.opd.chart
        return [
            self.cards[0],
            charts[0],
            self.completeness.chart,
            charts[1],
            *(row.link for row in self.steps.steps.rows[:1]),
        ]

    def arrange(self, *, narrow: bool) -> None:
        """Place the parts for a width of the window."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        margin = t.MARGIN_NARROW if narrow else t.MARGIN
        for grid in (self._grid, self._card_grid):
            while grid.count():
                grid.takeAt(0)
            for row in range(7):
                grid.setRowMinimumHeight(row, 0)
                grid.setRowStretch(row, 0)
            for column in range(5):
                grid.setColumnMinimumWidth(column, 0)
                grid.setColumnStretch(column, 0)
        self._grid.setContentsMargins(margin - OUTSET, t.GROUP, margin - OUTSET, t.GROUP)
        for part in (self.opd, self.steps, self.completeness.view):
            part.set_whole(whole=narrow)
        self._place_cards(2 if narrow else len(self.cards))
        if narrow:
            self._place_narrow()
        else:
            self._place_wide()
        self.update()

    def _place_cards(self, across: int) -> None:
        grid = self._card_grid
        grid.setHorizontalSpacing(_CARD_GAP)
        grid.setVerticalSpacing(t.GROUP)
        for at, card in enumerate(self.cards):
            grid.addWidget(card, at // across, at % across)
            grid.setColumnStretch(at % across, 1)
        grid.setRowStretch(len(self.cards) // across, 1)

    def _place_wide(self) -> None:
        """Index and four cards above; three columns below, which scroll by themselves."""
        grid = self._grid
        grid.setColumnMinimumWidth(0, _LEFT + 2 * OUTSET)
        grid.setColumnMinimumWidth(1, _BETWEEN)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(3, _BETWEEN)
        grid.setColumnMinimumWidth(4, _RIGHT + 2 * OUTSET)
        grid.setRowMinimumHeight(0, _BAND)
        grid.setRowMinimumHeight(1, _BESIDE)
        grid.setRowMinimumHeight(3, t.GROUP)
        grid.setRowStretch(4, 1)
        grid.addWidget(self.index, 0, 0)
        grid.addWidget(self._card_box, 0, 2, 1, 3)
        grid.addWidget(self.distribution, 2, 0)
        grid.addWidget(self.completeness, 4, 0)
        grid.addWidget(self.opd, 2, 2, 3, 1)
        grid.addWidget(self.steps, 2, 4, 3, 1)

    def _place_narrow(self) -> None:
        """Index and completeness beside two by two cards; below, the rest in the same two."""
        grid = self._grid
        grid.setColumnMinimumWidth(0, _LEFT_NARROW + 2 * OUTSET)
        grid.setColumnMinimumWidth(1, _BETWEEN)
        grid.setColumnStretch(2, 1)
        for row in (1, 3, 5):
            grid.setRowMinimumHeight(row, _BESIDE)
        grid.setRowStretch(6, 1)
        grid.addWidget(self.index, 0, 0)
        grid.addWidget(self.completeness, 2, 0)
        grid.addWidget(self._card_box, 0, 2, 3, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.distribution, 4, 0, top)
        grid.addWidget(self.opd, 4, 2, 3, 1)
        grid.addWidget(self.steps, 6, 0, top)

    def event(self, event: QEvent) -> bool:
        """Repaint the hairlines where the parts move and the page keeps its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the hairlines that part the bands and the columns."""
        painter = QPainter(self)
        grid, line = self._grid, QColor(self._theme.tokens.line)

        def across(row: int, *, left_alone: bool = False) -> None:
            cell = grid.cellRect(row, 0)
            width = cell.width() - 2 * OUTSET if left_alone else self.width()
            left = cell.left() + OUTSET if left_alone else 0
            painter.fillRect(left, cell.center().y(), width, 1, line)

        def down(column: int, first: int, last: int) -> None:
            top, bottom = grid.cellRect(first, column), grid.cellRect(last, column)
            x = top.center().x()
            painter.fillRect(x, top.top(), 1, bottom.bottom() - top.top() + 1, line)

        if self._narrow:
            across(1, left_alone=True)
            across(3)
            across(5, left_alone=True)
            down(1, 0, 2)
            down(1, 4, 6)
        else:
            across(1)
            down(1, 0, 0)
            down(1, 2, 4)
            down(3, 2, 4)
        painter.end()
