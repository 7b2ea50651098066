"""The bands of kategori, where the index stands in them, and its target."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipasn_core.formatting import format_exact
from ipasn_core.reports.chart_values import BarisGrafik, Grafik

from .. import theme as t
from ..theme import Theme

_HEIGHT, _TOP, _BAND = 52, 20, 10
_FAINT = 0.3
"""How much of its colour a band keeps that the index does not stand in."""
_TICK = (17.0, 3.0)
"""Height and width of the target, its halo of one pixel left out."""


class BandView(QWidget):
    """Bands from the lowest to the highest kategori, ▼ at the index, | at the target."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grafik: Grafik | None = None
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_chart(self, grafik: Grafik) -> None:
        """Show a chart."""
        self._grafik = grafik
        self.setAccessibleName(grafik.judul)
        self.setAccessibleDescription(grafik.alt)
        self.setToolTip("\n".join(row.kalimat for row in reversed(grafik.baris)))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Label, bands, numbers."""
        return QSize(320, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint bands, numbers, target, marker."""
        grafik = self._grafik
        if grafik is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in grafik.baris:
            self._paint_band(painter, grafik, row)
        self._paint_numbers(painter, grafik)
        if grafik.target is not None:
            self._paint_target(painter, grafik)
        if grafik.nilai is not None:
            self._paint_marker(painter, float(grafik.skala.share(grafik.nilai)) * self.width())
        painter.end()

    def _paint_band(self, painter: QPainter, grafik: Grafik, row: BarisGrafik) -> None:
        assert row.nilai is not None
        left = round(float(grafik.skala.share(row.dari)) * self.width())
        right = round(float(grafik.skala.share(row.nilai)) * self.width())
        color = QColor(self._theme.tokens.kategori[row.kode])
        if row.kode != grafik.sorot:
            color.setAlphaF(_FAINT)
        last = row is grafik.baris[-1]
        painter.fillRect(QRectF(left, _TOP, right - left - (0 if last else 1), _BAND), color)

    def _paint_numbers(self, painter: QPainter, grafik: Grafik) -> None:
        font = self._theme.font(t.AXIS)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink2"))
        until = -1.0
        for value, text in grafik.skala.tanda:
            width = metrics.horizontalAdvance(text)
            at = float(grafik.skala.share(value)) * self.width() - width / 2
            left = min(max(at, 0.0), float(self.width() - width))
            if left > until:
                painter.drawText(QPointF(left, _TOP + _BAND + 14), text)
                until = left + width + 2

    def _paint_target(self, painter: QPainter, grafik: Grafik) -> None:
        assert grafik.target is not None
        x = float(grafik.skala.share(grafik.target)) * self.width()
        height, width = _TICK
        area = QRectF(x - width / 2, _TOP + _BAND / 2 - height / 2, width, height)
        painter.fillRect(area.adjusted(-1, 0, 1, 0), self._theme.color("surface"))
        painter.fillRect(area.adjusted(0.5, 0, -0.5, 0), self._theme.color("ink"))
        font = self._theme.font(t.AXIS, 600)
        text = f"target {format_exact(grafik.target)}"
        room = QFontMetrics(font).horizontalAdvance(text)
        left = x - room / 2
        if grafik.nilai is not None:
            # The label makes way for the marker, to the side the target lies on.
            at = float(grafik.skala.share(grafik.nilai)) * self.width()
            left = max(left, at + 10) if x >= at else min(left, at - 10 - room)
            if left + room > self.width():
                left = at - 10 - room
            if left < 0:
                left = at + 10
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(QPointF(left, 11), text)

    def _paint_marker(self, painter: QPainter, x: float) -> None:
        x = min(max(x, 6.0), self.width() - 6.0)
        top = _TOP - 11
        points = [QPointF(x - 6, top), QPointF(x + 6, top), QPointF(x, _TOP - 3)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ink"))
        painter.drawPolygon(QPolygonF(points))
