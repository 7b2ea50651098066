"""`YearsTable`: a person's points over the years, a row a year, each leading to its year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ipasn_core.formatting import format_points
from ipasn_core.workflow.person_history import YearPoints

from .. import theme as t
from ..theme import Theme
from .badge import STAIR, paint_stair
from .controls import Button, Label
from .trace_view import Glyph

_SHORT = {"Kualifikasi": "Kualif.", "Kompetensi": "Komp."}
"""Dimensions whose name is too long for a column of five."""


_LACKING = "Data belum lengkap"
_ROW = 24


class _Stair(QWidget):
    """The staircase of a kategori."""

    def __init__(self, theme: Theme, kategori: int, name: str) -> None:
        super().__init__()
        self._theme, self._kategori = theme, kategori
        self.setFixedSize(QSize(STAIR.width(), STAIR.height() + 2))
        self.setToolTip(name)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        paint_stair(painter, self._theme, 0, 1, self._kategori)
        painter.end()


class YearsTable(QWidget):
    """The years, newest first.

    Args:
        theme: Tokens.
        years: The years.
        tahun: The one that is looked at.

    Attributes:
        wanted: Another year shall be looked at: (the year).
    """

    wanted = Signal(int)

    def __init__(self, theme: Theme, years: Sequence[YearPoints], tahun: int) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(t.RELATED)
        grid.setVerticalSpacing(2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        names = [name for name, _ in years[0].dimensi] if years else []
        for column, name in enumerate(("Tahun", *names, "Indeks")):
            head = Label(_SHORT.get(name, name), "header")
            head.setToolTip(name)
            grid.addWidget(head, 0, column, right if column else Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(column, int(column > 0))
        for row, one in enumerate(years, start=1):
            self._add_year(theme, grid, row, one, tahun)

    def _add_year(
        self, theme: Theme, grid: QGridLayout, row: int, one: YearPoints, tahun: int
    ) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        here = one.tahun == tahun
        grid.setRowMinimumHeight(row, _ROW)
        if here:
            grid.addWidget(Label(str(one.tahun), "strong"), row, 0)
        else:
            link = Button(theme, str(one.tahun), "link")
            link.setAccessibleName(f"Lihat tahun {one.tahun}")
            link.clicked.connect(lambda: self.wanted.emit(one.tahun))
            grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft)
        if not one.diukur:
            words = Label(f"Tidak diukur menurut {one.aturan}", "quiet")
            grid.addWidget(words, row, 1, 1, len(one.dimensi) + 1)
            return
        role = "strong" if here else ""
        figures = [*one.dimensi, ("Indeks", one.indeks)]
        for column, (name, points) in enumerate(figures, start=1):
            figure = Label(format_points(points, 2), role)
            figure.setAccessibleName(f"{name} {one.tahun}: {format_points(points, 2)}")
            grid.addWidget(figure, row, column, right)
        stair = _Stair(theme, one.kategori, one.nama_kategori)
        grid.addWidget(stair, row, len(figures) + 1, Qt.AlignmentFlag.AlignVCenter)
        if not one.lengkap:
            mark = Glyph(theme, "warning", "warn")
            mark.setToolTip(_LACKING)
            mark.setAccessibleName(f"{one.tahun}: {_LACKING.lower()}")
            grid.addWidget(mark, row, len(figures) + 2, Qt.AlignmentFlag.AlignVCenter)
