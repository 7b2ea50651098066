"""Perangkat daerah as dots on a line from the agency's mean, the target a line."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ipasn_core.formatting import format_exact, format_number
from ipasn_core.reports.chart_values import BarisGrafik, Grafik

from .. import theme as t
from ..theme import Theme
from .chart_view import OUTSET, RowChart

_ROW, _HEAD = 24, 24
_RANK, _VALUE, _NAME = 20, 52, 380
_PLOT_LEAST, _PLOT_MOST = 96, Fraction(1, 2)
_RADIUS = 5
_ABOVE, _BELOW = 1, 3
"""Kategori whose colours stand for above and below the mean: Tinggi, Rendah."""


class DotChart(RowChart):
    """A row a perangkat daerah: rank, name, dot, index."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _ROW)
        self.grafik: Grafik | None = None
        self._chosen = -1

    def show_dots(self, grafik: Grafik, *, lowest_first: bool, chosen: int) -> None:
        """Show perangkat daerah, one of them marked.

        Args:
            grafik: The chart, the best first.
            lowest_first: Whether to turn it round.
            chosen: Place in the roster of the one that is marked, -1 for none.
        """
        self.grafik = grafik
        self._chosen = chosen
        self.show_chart(grafik, grafik.baris[::-1] if lowest_first else grafik.baris)

    def chosen_rect(self) -> QRect | None:
        """Return where the marked one stands, None without one."""
        at = next((k for k, row in enumerate(self.rows) if row.kode == self._chosen), -1)
        return None if at < 0 else self.rect_of(at)

    def plot(self) -> QRect:
        """Return where the dots stand, left and right."""
        inner = self.width() - 2 * OUTSET
        spare = min(inner - _RANK - _NAME - _VALUE, int(inner * _PLOT_MOST))
        width = max(spare, _PLOT_LEAST)
        return QRect(OUTSET + inner - _VALUE - width, 0, width, self.height())

    def x_of(self, value: Fraction) -> float:
        """Return where a value stands."""
        assert self.grafik is not None
        plot = self.plot().adjusted(_RADIUS, 0, -_RADIUS, 0)
        return plot.left() + float(self.grafik.skala.share(value)) * plot.width()

    def paint_row(self, painter: QPainter, area: QRect, row: BarisGrafik) -> None:
        """Paint one perangkat daerah."""
        plot = self.plot()
        marked = row.kode == self._chosen
        if marked:
            box = QRectF(area.adjusted(-OUTSET, 1, OUTSET, -1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("sel"))
            painter.drawRoundedRect(box, t.RADIUS_FIELD, t.RADIUS_FIELD)
        rank = QRect(area.left(), area.top(), _RANK, area.height())
        self.write(painter, rank, row.sel[0], "ink2", right=True)
        name = QRect(rank.right() + 13, area.top(), 0, area.height())
        name.setRight(plot.left() - t.RELATED)
        self.write(painter, name, row.label, weight=600 if marked else 400)
        self.paint_scale(painter, area, row)
        self.write(painter, area, row.sel[3], weight=600, right=True)

    def paint_scale(self, painter: QPainter, area: QRect, row: BarisGrafik) -> None:
        """Paint the lines of mean and target through a row, and its dot."""
        grafik = self.grafik
        assert grafik is not None
        assert row.nilai is not None
        assert grafik.acuan is not None
        middle = area.top() + area.height() / 2
        mean = self.x_of(grafik.acuan)
        painter.setPen(QPen(self.theme.color("ink3"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(round(mean) + 0.5, area.top()),
                         QPointF(round(mean) + 0.5, area.bottom() + 1))  # fmt: skip
        if grafik.target is not None:
            target = round(self.x_of(grafik.target)) + 0.5
            painter.setPen(QPen(self.theme.color("ink"), 1))
            painter.drawLine(QPointF(target, area.top()), QPointF(target, area.bottom() + 1))
        self._paint_dot(painter, grafik, row.nilai, middle)

    def _paint_dot(self, painter: QPainter, grafik: Grafik, value: Fraction, middle: float) -> None:
        assert grafik.acuan is not None
        mean, here = self.x_of(grafik.acuan), self.x_of(value)
        above = value >= grafik.acuan
        color = self.theme.tokens.kategori[_ABOVE if above else _BELOW]
        painter.setPen(QPen(QColor(color), 2))
        painter.drawLine(QPointF(mean, middle), QPointF(here, middle))
        # A halo keeps the dot apart from the line of the target.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("surface"))
        painter.drawEllipse(QPointF(here, middle), _RADIUS + 1.5, _RADIUS + 1.5)
        painter.setPen(QPen(QColor(color), 2))
        # Below the mean the dot is hollow: the form says it, the colour repeats it.
        painter.setBrush(self.theme.color("surface"))
        if above:
            painter.setBrush(painter.pen().color())
        painter.drawEllipse(QPointF(here, middle), _RADIUS - 1, _RADIUS - 1)


class DotHead(QWidget):
    """Above the dots: what the two lines are."""

    def __init__(self, theme: Theme, chart: DotChart) -> None:
        super().__init__()
        self._theme = theme
        self._chart = chart
        self.setFixedHeight(_HEAD)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        return QSize(200, _HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Write both labels, apart from each other."""
        grafik = self._chart.grafik
        if grafik is None or grafik.acuan is None:
            return
        painter = QPainter(self)
        labels = [(grafik.acuan, f"instansi {format_number(grafik.acuan, 2)}", "ink2", 400)]
        if grafik.target is not None:
            labels.append((grafik.target, f"target {format_exact(grafik.target)}", "ink", 600))
        labels.sort(key=lambda label: label[0])
        places = self._places(labels)
        for (value, text, token, weight), left in zip(labels, places, strict=True):
            painter.setFont(self._theme.font(t.CAPTION, weight))
            painter.setPen(self._theme.color(token))
            painter.drawText(QPointF(left, _HEAD - 9), text)
            dots = Qt.PenStyle.DotLine if value is grafik.acuan else Qt.PenStyle.SolidLine
            ink = "ink3" if value is grafik.acuan else "ink"
            painter.setPen(QPen(self._theme.color(ink), 1, dots))
            x = round(self._chart.x_of(value)) + 0.5
            painter.drawLine(QPointF(x, _HEAD - 5), QPointF(x, _HEAD))
        painter.end()

    def _places(self, labels: list[tuple[Fraction, str, str, int]]) -> list[float]:
        """Return the left edge of each label: centred on its line, not over the other."""
        widths = [
            QFontMetrics(self._theme.font(t.CAPTION, weight)).horizontalAdvance(text)
            for _, text, _, weight in labels
        ]
        centres = [self._chart.x_of(label[0]) for label in labels]
        places = [c - w / 2 for c, w in zip(centres, widths, strict=True)]
        last = self._chart.width() - OUTSET - widths[-1]
        places[-1] = min(places[-1], last)
        if len(places) > 1:
            places[0] = min(places[0], places[1] - widths[0] - 12)
        return [max(place, 0.0) for place in places]
