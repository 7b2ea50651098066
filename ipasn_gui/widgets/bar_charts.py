"""Bars from 0: people by kategori, and lines of what data lack."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from ipasn_core.formatting import format_int
from ipasn_core.reports.chart_values import BarisGrafik, Grafik

from .. import theme as t
from ..theme import Theme
from .badge import STAIR, paint_stair
from .chart_view import RowChart

_LABEL, _COUNT, _SHARE, _BAR = 132, 56, 52, 12
_ICON = 16
_LINE = 24


class KategoriChart(RowChart):
    """Staircase and word, bar, count, share; a row a kategori."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, t.ROW)
        self._grafik: Grafik | None = None

    def show_chart(self, grafik: Grafik, rows: tuple[BarisGrafik, ...] | None = None) -> None:
        """Show a chart."""
        self._grafik = grafik
        super().show_chart(grafik, rows)

    def paint_row(self, painter: QPainter, area: QRect, row: BarisGrafik) -> None:
        """Paint one kategori."""
        assert self._grafik is not None
        assert row.nilai is not None
        paint_stair(
            painter,
            self.theme,
            area.left(),
            area.top() + (area.height() - STAIR.height()) // 2,
            row.kode,
        )
        words = area.adjusted(STAIR.width() + t.RELATED, 0, 0, 0)
        words.setWidth(_LABEL - STAIR.width() - t.RELATED)
        self.write(painter, words, row.label)
        share = QRect(area.right() - _SHARE + 1, area.top(), _SHARE, area.height())
        count = share.adjusted(-_COUNT, 0, 0, 0)
        count.setWidth(_COUNT)
        room = count.left() - area.left() - _LABEL
        width = round(float(self._grafik.skala.share(row.nilai)) * room)
        if row.nilai:
            top = area.top() + (area.height() - _BAR) // 2
            color = self.theme.tokens.kategori[row.kode]
            # Even one person in a hundred thousand is seen.
            self.fill(painter, QRect(area.left() + _LABEL, top, max(width, 2), _BAR), color)
        self.write(painter, count, row.sel[1], "ink" if row.nilai else "ink2", 600, right=True)
        self.write(painter, share, row.sel[2], "ink2", right=True)


class LackChart(RowChart):
    """What data lack: label, count and an arrow to the people; a tick where nobody lacks it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _LINE)

    def paint_row(self, painter: QPainter, area: QRect, row: BarisGrafik) -> None:
        """Paint one kind of data."""
        k = self.theme.tokens
        icon = QRectF(area.right() - _ICON + 1, area.top() + (area.height() - _ICON) / 2, _ICON,
                      _ICON)  # fmt: skip
        beside = area.adjusted(0, 0, -_ICON - t.RELATED, 0)
        if self.leads_somewhere(row):
            count = format_int(len(row.orang))
            self.theme.icons.paint(painter, icon, "chevron_right", k.ink2, _ICON)
            self.write(painter, beside.adjusted(0, 0, -_COUNT, 0), row.label)
            self.write(painter, beside, count, "ink", 600, right=True)
        else:
            self.theme.icons.paint(painter, icon, "checkmark_circle", k.ok, _ICON)
            self.write(painter, beside.adjusted(0, 0, -_COUNT, 0), row.label)
            self.write(painter, beside, "lengkap", "ink2", right=True)
