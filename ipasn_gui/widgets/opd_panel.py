"""Perangkat daerah by their index: the best or the lowest first, as dots or as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.reports.chart_values import Grafik

from ..theme import Theme
from .chart_panel import ChartPanel
from .chart_view import OUTSET
from .controls import Button
from .dot_chart import DotChart, DotHead
from .row_scroll import RowScroll

_LEAST = 5
"""Rows that are always seen."""


class OpdPanel(QWidget):
    """The list of perangkat daerah.

    Attributes:
        row_chosen: One was clicked: (BarisGrafik).
        without_wanted: Those who are in none were clicked.
    """

    row_chosen = Signal(object)
    without_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._grafik: Grafik | None = None
        self._chosen = -1
        self._whole = False
        self.best = Button(theme, "Terbaik", "segment")
        self.lowest = Button(theme, "Terendah", "segment")
        self.chart = DotChart(theme)
        self.head = DotHead(theme, self.chart)
        self.view = RowScroll(self.chart, _LEAST)
        self.without = Button(theme, "", "link", "chevron_right", size=16)
        self.without.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.without.clicked.connect(self.without_wanted)
        self.panel = ChartPanel(theme, "Perangkat daerah", self._dots(), self._segment())
        for source in (self.chart.row_chosen, self.panel.row_chosen):
            source.connect(self.row_chosen)
        self.panel.switched.connect(self._fit)
        self.best.toggled.connect(self._sort)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def _segment(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(holder)
        for button, place in ((self.best, "first"), (self.lowest, "last")):
            button.setProperty("place", place)
            button.setProperty("small", True)
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button)
        self.best.setChecked(True)
        return holder

    def _dots(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view)
        left = QHBoxLayout()
        left.setContentsMargins(OUTSET, 4, OUTSET, 0)
        left.addWidget(self.without)
        left.addStretch(1)
        column.addLayout(left)
        return holder

    def show_dots(self, grafik: Grafik, chosen: int) -> None:
        """Show a chart.

        Args:
            grafik: The chart, the best first.
            chosen: Place in the roster of the one that is marked, -1 for none.
        """
        self._grafik, self._chosen = grafik, chosen
        self.head.setToolTip("" if grafik.mulai_nol else "Sumbu tidak mulai dari 0.")
        self.without.setText(" ".join(grafik.catatan).rstrip("."))
        self.without.setVisible(bool(grafik.catatan))
        self._sort()

    def set_whole(self, *, whole: bool) -> None:
        """Show all rows at their full height, or scroll them in the room there is."""
        if whole != self._whole:
            self._whole = whole
            self.view.set_whole(whole=whole)
            self._fit()

    def _sort(self) -> None:
        if self._grafik is None:
            return
        lowest = self.lowest.isChecked()
        self.chart.show_dots(self._grafik, lowest_first=lowest, chosen=self._chosen)
        self.panel.show_rows(self._grafik, self.chart.rows)
        self.head.update()
        self._fit()
        self.view.verticalScrollBar().setValue(0)
        chosen = self.chart.chosen_rect()
        if chosen is not None:
            self.view.reveal(chosen)

    def _fit(self) -> None:
        self.view.fit()
        table = self.panel.table.height_of_all() if self._whole and self.panel.as_table else 0
        self.panel.table.setMinimumHeight(table)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the head over the dots, whatever the scroll bar takes."""
        super().resizeEvent(event)
        self.head.update()
