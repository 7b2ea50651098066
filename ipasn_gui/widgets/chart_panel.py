"""`ChartPanel`: a heading, a chart, and the button that shows the same values as a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ipasn_core.reports.chart_values import BarisGrafik, Grafik

from .. import theme as t
from ..theme import Theme
from .chart_table import ChartTable
from .chart_view import OUTSET
from .controls import Button, Label

AS_TABLE, AS_CHART = "Tampilkan sebagai tabel", "Tampilkan sebagai grafik"


class ChartPanel(QWidget):
    """A chart with its heading.

    Args:
        theme: Tokens.
        judul: The heading.
        chart: Shows the chart.
        *more: What stands between the heading and the button.
        natural: Whether it is as high as its rows; else it fills the room there is.

    Attributes:
        row_chosen: A row of the table was opened: (BarisGrafik).
        switched: Chart and table changed places.
    """

    row_chosen = Signal(object)
    switched = Signal()

    def __init__(
        self,
        theme: Theme,
        judul: str,
        chart: QWidget,
        *more: QWidget,
        natural: bool = False,
    ) -> None:
        super().__init__()
        self._chart = chart
        self._natural = natural
        self.table = ChartTable(theme)
        self.table.row_chosen.connect(self.row_chosen)
        self.button = Button(theme, "", "icon", "table_simple", AS_TABLE)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._switch)
        self.pages = QStackedWidget()
        self.pages.addWidget(chart)
        self.pages.addWidget(self.table)
        head = QHBoxLayout()
        head.setContentsMargins(OUTSET, 0, OUTSET, 0)
        head.setSpacing(t.RELATED)
        head.addWidget(Label(judul, "heading"))
        head.addStretch(1)
        for widget in (*more, self.button):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages)

    @property
    def as_table(self) -> bool:
        """Whether the table is shown."""
        return self.button.isChecked()

    def show_rows(self, grafik: Grafik, rows: tuple[BarisGrafik, ...]) -> None:
        """Show rows in the table; the chart is shown by its owner."""
        self.table.show_chart(grafik, rows)
        self._fit()

    def _fit(self) -> None:
        if self._natural:
            chart = self._chart.sizeHint().height()
            self.pages.setFixedHeight(self.table.height_of_all() if self.as_table else chart)

    def _switch(self, on: bool) -> None:
        self.pages.setCurrentIndex(int(on))
        words = AS_CHART if on else AS_TABLE
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)
        self._fit()
        self.switched.emit()
