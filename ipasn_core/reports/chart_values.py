"""`Grafik`: a chart as a value, drawn on paper and on the screen alike.

It holds exact values, the words printed beside them and the people behind each row; how it looks
(ink, tokens, millimetres, pixels) is for whoever draws it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

import numpy as np

from ..model.roster import Bool, Int64
from ..model.scores import Group
from ..scoring.year_state import YearState

NOBODY: Int64 = np.zeros(0, np.int64)


class JenisGrafik(Enum):
    """How a chart shows its values."""

    BATANG = "batang"
    """Bars from 0."""
    TITIK = "titik"
    """Dots at a distance from a reference; the axis need not begin at 0."""
    PITA = "pita"
    """Bands side by side, a marker for the value."""


@dataclass(frozen=True, slots=True)
class Skala:
    """An axis: its ends, and where it is labelled."""

    bawah: Fraction
    atas: Fraction
    tanda: tuple[tuple[Fraction, str], ...] = ()

    def share(self, value: Fraction) -> Fraction:
        """Return where a value lies between the ends, 0 to 1; what lies outside goes to an end."""
        span = self.atas - self.bawah
        if span <= 0:
            return Fraction(0)
        return min(max((value - self.bawah) / span, Fraction(0)), Fraction(1))


@dataclass(frozen=True, eq=False, slots=True)
class BarisGrafik:
    """One mark of a chart.

    Attributes:
        label: What it is of.
        nilai: The exact value, in the unit of the chart; None where there is none.
        sel: The row as a table prints it, cell by cell of `Grafik.kepala`.
        kalimat: The row as one sentence.
        kode: Place of its kategori, dimension or perangkat daerah in the edition or the roster.
        nomor: Its rank, 0 for none.
        dari: Where a band begins.
        maksimal: Most there can be, where each row has its own scale.
        target: What it is measured against.
        bagian: Share or achievement, in per cent.
        catatan: A few words beside it: "kurang 2,87 poin".
        tercapai: Whether the target is reached; None without one.
        orang: int64, ids of the people behind it.
    """

    label: str
    nilai: Fraction | None
    sel: tuple[str, ...]
    kalimat: str
    kode: int = -1
    nomor: int = 0
    dari: Fraction = Fraction(0)
    maksimal: Fraction | None = None
    target: Fraction | None = None
    bagian: Fraction | None = None
    catatan: str = ""
    tercapai: bool | None = None
    orang: Int64 = field(default_factory=lambda: NOBODY)


@dataclass(frozen=True, eq=False, slots=True)
class Grafik:
    """A chart.

    Attributes:
        jenis: How it is shown.
        judul: Its heading.
        kepala: Heads of the columns, where it is shown as a table.
        baris: Its rows.
        skala: The axis all rows share.
        alt: What it says, in one sentence.
        nilai: The value that is marked.
        acuan: The reference dots are drawn from.
        target: The target line.
        sorot: `kode` of the row that is meant, -1 for none.
        catatan: Remarks that belong under it.
    """

    jenis: JenisGrafik
    judul: str
    kepala: tuple[str, ...]
    baris: tuple[BarisGrafik, ...]
    skala: Skala
    alt: str
    nilai: Fraction | None = None
    acuan: Fraction | None = None
    target: Fraction | None = None
    sorot: int = -1
    catatan: tuple[str, ...] = ()

    @property
    def mulai_nol(self) -> bool:
        """Whether the axis begins at 0; where it does not, whoever draws it says so."""
        return self.skala.bawah == 0

    def __post_init__(self) -> None:
        """Refuse bars on an axis that does not begin at 0.

        Raises:
            ValueError: They would.
        """
        if self.jenis is JenisGrafik.BATANG and not self.mulai_nol:
            raise ValueError("bars begin at 0")


@dataclass(frozen=True, eq=False, slots=True)
class Lingkup:
    """Whom a chart is about.

    Attributes:
        state: The year.
        group: Their means.
        orang: int64, their indices in the roster, measured or not.
        nama: "Pemerintah Kota Bontang" or a perangkat daerah.
    """

    state: YearState
    group: Group
    orang: Int64
    nama: str

    def ids(self, of: Bool) -> Int64:
        """Return ids of the people of the scope who are measured and of whom something holds.

        Args:
            of: bool[n], of everybody in the roster.
        """
        who = self.orang[(of & self.state.scores.diukur)[self.orang]]
        return self.state.roster.id[who]


def whole(state: YearState) -> Lingkup:
    """Return the agency as a whole."""
    everybody = np.arange(len(state.roster), dtype=np.int64)
    return Lingkup(state, state.instansi, everybody, state.settings.instansi)
