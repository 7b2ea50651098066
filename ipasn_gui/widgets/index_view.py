"""The index: heading, figure, kategori, capaian, and the bands it stands in."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.formatting import format_exact, format_number
from ipasn_core.reports.chart_values import Lingkup
from ipasn_core.reports.charts import capaian_words, index_bands, signed
from ipasn_core.reports.result_tables import mean_class
from ipasn_core.scoring.year_state import capaian

from ..theme import Theme
from .badge import Stair
from .band_view import BandView
from .controls import ElidedLabel, Figure, Label


class IndexView(QWidget):
    """The index of the agency or of a perangkat daerah."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.heading = ElidedLabel("", "heading")
        self.figure = Figure("", "display")
        self.stair = Stair(theme)
        self.kategori = Label("", "name")
        self.reached = ElidedLabel("", "quiet")
        self.before = Label("", "caption")
        self.bands = BandView(theme)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(7)
        line.addWidget(self.stair, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.kategori, 1)
        beside.addStretch(1)
        beside.addLayout(line)
        beside.addWidget(self.reached)
        beside.addWidget(self.before)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self.figure)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.heading.setFixedHeight(20)
        self.figure.setFixedHeight(58)
        column.addWidget(self.heading)
        column.addLayout(row)
        column.addWidget(self.bands)
        column.addStretch(1)

    def show_scope(self, scope: Lingkup, *, all_of_it: bool) -> None:
        """Show the index of a scope.

        Args:
            scope: Whom it is about.
            all_of_it: Whether that is the whole agency; else its name stands in the heading.
        """
        state, indeks = scope.state, scope.group.indeks
        grafik = index_bands(scope)
        self.heading.set_text(grafik.judul if all_of_it else f"Indeks {state.tahun} · {scope.nama}")
        self.figure.setText("–" if indeks is None else format_number(indeks, 2))
        self.figure.setAccessibleName(grafik.alt)
        self.kategori.setText(mean_class(state, scope.group) or "Belum diukur")
        self.stair.show_kategori(grafik.sorot)
        self.stair.setVisible(grafik.sorot >= 0)
        self.reached.set_text(self._reached(scope, indeks))
        self.bands.show_chart(grafik)

    def show_before(self, indeks: Fraction | None, before: Fraction | None, tahun: int) -> None:
        """Show the index against that of an earlier year; nothing where either is missing."""
        known = indeks is not None and before is not None
        self.before.setVisible(known)
        if indeks is not None and before is not None:
            change = signed(indeks - before)
            self.before.setText(f"{change} dari {format_number(before, 2)} pada {tahun}")

    def _reached(self, scope: Lingkup, indeks: Fraction | None) -> str:
        target = scope.state.target_indeks
        reached = capaian(indeks, target)
        if target is None or reached is None:
            return "belum ada target" if target is None else ""
        percent = capaian_words(scope.state, reached)
        return f"capaian {percent} dari target {format_exact(target)}"
