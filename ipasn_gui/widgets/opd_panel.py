"""Perangkat daerah by their index: the best or the lowest first, as dots or as a table."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ipasn_core.reports.chart_values import Grafik

from ..theme import Theme
from .chart_panel import ChartPanel
from .chart_view import OUTSET
from .controls import Button, Label
from .dot_chart import DotChart, DotHead


class OpdPanel(QWidget):
    """The list of perangkat daerah.

    Attributes:
        row_chosen: One was clicked: (BarisGrafik).
    """

    row_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._grafik: Grafik | None = None
        self._chosen = -1
        self._whole = False
        self.best = Button(theme, "Terbaik", "segment")
        self.lowest = Button(theme, "Terendah", "segment")
        self.chart = DotChart(theme)
        self.head = DotHead(theme, self.chart)
        self.view = QScrollArea()
        self.notes = Label("", "caption", wrap=True)
        self.panel = ChartPanel(theme, "Perangkat daerah", self._dots(), self._segment())
        for source in (self.chart.row_chosen, self.panel.row_chosen):
            source.connect(self.row_chosen)
        self.chart.row_shown.connect(self._reveal)
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
        self.view.setWidget(self.chart)
        self.view.setWidgetResizable(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notes.setContentsMargins(OUTSET, 4, OUTSET, 0)
        for part in (self.head, self.view, self.notes):
            column.addWidget(part)
        return holder

    def show_dots(self, grafik: Grafik, chosen: int) -> None:
        """Show a chart.

        Args:
            grafik: The chart, the best first.
            chosen: Place in the roster of the one that is marked, -1 for none.
        """
        self._grafik, self._chosen = grafik, chosen
        self.notes.setText(" ".join(grafik.catatan[1:]))
        self.notes.setVisible(bool(self.notes.text()))
        self._sort()

    def set_whole(self, *, whole: bool) -> None:
        """Show all rows at their full height, or scroll them in the room there is."""
        if whole != self._whole:
            self._whole = whole
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
            self._reveal(chosen)

    def _fit(self) -> None:
        if not self._whole:
            self.panel.pages.setMinimumHeight(0)
            return
        dots = self.chart.height() + self.head.height()
        if self.notes.isVisibleTo(self):
            dots += self.notes.sizeHint().height()
        height = self.panel.table.height_of_all() if self.panel.as_table else dots
        self.panel.pages.setMinimumHeight(height)

    def _reveal(self, row: QRect) -> None:
        middle = row.center()
        self.view.ensureVisible(middle.x(), middle.y(), 0, row.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the head over the dots, whatever the scroll bar takes."""
        super().resizeEvent(event)
        self.head.update()
