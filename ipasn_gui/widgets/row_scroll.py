"""`RowScroll`: scrolls the rows of a chart in the room there is, whole rows only."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea

from .chart_view import RowChart


class RowScroll(QScrollArea):
    """Holds a chart of rows.

    Args:
        chart: The chart.
        least: Rows that are always seen, where there are so many.
    """

    def __init__(self, chart: RowChart, least: int) -> None:
        super().__init__()
        self._chart = chart
        self._least = least
        self._whole = False
        self.setWidget(chart)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        chart.row_shown.connect(self.reveal)

    def set_whole(self, *, whole: bool) -> None:
        """Show all rows at their full height, or scroll them in the room there is."""
        self._whole = whole
        self.fit()

    def fit(self) -> None:
        """Take the height the rows need; call it when there are others."""
        row = self._chart.rect_of(0).height()
        need = self._chart.height()
        self.setMinimumHeight(need if self._whole else min(need, self._least * row))
        # No half row peeps at the foot.
        spare = self.height() % row if need > self.height() else 0
        self.setViewportMargins(0, 0, 0, spare)

    def reveal(self, row: QRect) -> None:
        """Scroll to a row."""
        self.ensureVisible(row.center().x(), row.center().y(), 0, row.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit to the room there is now."""
        super().resizeEvent(event)
        self.fit()
