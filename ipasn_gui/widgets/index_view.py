"""The index: heading, figure, kategori, capaian, and the bands it stands in."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.formatting import format_exact, format_number
from ipasn_core.reports.chart_values import Lingkup
from ipasn_core.reports.charts import capaian_words, index_bands
from ipasn_core.reports.result_tables import mean_class
from ipasn_core.scoring.year_state import capaian
from ipasn_core.workflow.beside import Change

from .. import theme as t
from ..theme import Theme
from .badge import Stair
from .band_view import BandView
from .beside_button import BesideButton
from .controls import ElidedLabel, Figure, Label

_HEADING, _BESIDE = 20, 18
_CAPAIAN = "capaian "


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
        self.beside = BesideButton(theme)
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
        row.setSpacing(_BESIDE)
        row.addWidget(self.figure)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.heading.setFixedHeight(_HEADING)
        self.figure.setFixedHeight(58)
        head = QHBoxLayout()
        head.setSpacing(t.RELATED)
        head.addWidget(self.heading, 1)
        head.addWidget(self.beside)
        column.addLayout(head)
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
        short = f"Indeks {state.tahun}"
        whole = grafik.judul if all_of_it else f"{short} · {scope.nama}"
        self.heading.set_text(whole, short if all_of_it else "")
        self.figure.setText("–" if indeks is None else format_number(indeks, 2))
        self.figure.setAccessibleName(grafik.alt)
        self.kategori.setText(mean_class(state, scope.group) or "Belum diukur")
        self.stair.show_kategori(grafik.sorot)
        self.stair.setVisible(grafik.sorot >= 0)
        words = self._reached(scope, indeks)
        self.reached.set_text(words, words.removeprefix(_CAPAIAN))
        self.bands.show_chart(grafik)

    def show_change(self, change: Change | None) -> None:
        """Show the index against that of another year; nothing without one."""
        self.before.setVisible(change is not None)
        if change is not None:
            self.before.setText(f"{change.selisih} dari {change.dulu} pada {change.tahun}")

    def _reached(self, scope: Lingkup, indeks: Fraction | None) -> str:
        target = scope.state.target_indeks
        reached = capaian(indeks, target)
        if target is None or reached is None:
            return "belum ada target" if target is None else ""
        percent = capaian_words(scope.state, reached)
        return f"{_CAPAIAN}{percent} dari target {format_exact(target)}"
