"""Completeness: how many people are complete, and what the others lack."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int, percent_of
from ipasn_core.reports.chart_values import BarisGrafik, Grafik, Lingkup
from ipasn_core.reports.charts import complete_percent, completeness

from .. import theme as t
from ..theme import Theme
from .bar_charts import LackChart
from .chart_view import OUTSET
from .controls import Label
from .row_scroll import RowScroll

_BAR = 6
_LEAST = 3
"""Rows that are always seen."""


class CompletenessView(QWidget):
    """A sentence, a bar, and a line a kind of data that somebody lacks.

    Attributes:
        row_chosen: A line was clicked: (BarisGrafik).
    """

    row_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.count = Label("", "")
        self.percent = Label("", "strong")
        self.bar = _ShareBar(theme)
        self.chart = LackChart(theme)
        self.view = RowScroll(self.chart, _LEAST)
        self.chart.row_chosen.connect(self.row_chosen)
        line = QHBoxLayout()
        line.setContentsMargins(OUTSET, 0, OUTSET, 0)
        line.addWidget(self.count, 1)
        line.addWidget(self.percent, 0, Qt.AlignmentFlag.AlignRight)
        bar = QHBoxLayout()
        bar.setContentsMargins(OUTSET, 2, OUTSET, t.RELATED)
        bar.addWidget(self.bar)
        title = Label("Kelengkapan data", "heading")
        title.setContentsMargins(OUTSET, 0, 0, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(title)
        column.addLayout(line)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    def show_scope(self, scope: Lingkup) -> None:
        """Show what a scope lacks."""
        grafik, group = completeness(scope), scope.group
        complete = group.jumlah - group.belum_lengkap
        share = percent_of(complete, group.jumlah)
        self.count.setText(
            f"{format_int(complete)} dari {format_int(group.jumlah)} pegawai lengkap"
        )
        self.percent.setText(complete_percent(share))
        self.bar.show_share(float(share) / 100)
        self.chart.show_chart(grafik, _shortened(grafik))
        self.view.fit()


def _shortened(grafik: Grafik) -> tuple[BarisGrafik, ...]:
    """Return what somebody lacks, and one line for all that nobody does."""
    lacking = tuple(row for row in grafik.baris if len(row.orang))
    if len(lacking) == len(grafik.baris):
        return lacking
    name = "Data lainnya" if lacking else "Semua jenis data"
    rest = BarisGrafik(name, None, (name, "0"), f"{name}: lengkap.", tercapai=True)
    return (*lacking, rest)


class _ShareBar(QWidget):
    """A bar of a share, accent on track."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(_BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint track and share."""
        k = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(k.line))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setClipRect(QRectF(0, 0, self._share * self.width(), _BAR))
        painter.setBrush(QColor(k.accent))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.end()
