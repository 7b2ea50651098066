"""What scoring hands on: `Scores` (people), `Group` (groups, the agency), `Trace` (one person).

Points are thousandths (int32), sums int64, means exact fractions.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from .roster import Bool, Int8, Int32


class Verdict(IntEnum):
    """Why a record counted for an instrument, or why not."""

    DIHITUNG = 1
    DI_LUAR_JENDELA = 2
    SESUDAH_TAHUN_UKUR = 3
    TANPA_TANGGAL = 4
    TIDAK_SESUAI = 5
    TINGKAT_TAK_TERBACA = 6
    JENJANG_KOSONG = 7
    JP_KOSONG = 8
    DIBATALKAN = 9
    BUKAN_HUKUMAN = 10
    TAHUN_LAIN = 11
    TANPA_NILAI = 12
    TIDAK_BERLAKU = 13


class State(IntEnum):
    """What is known of an instrument for a person."""

    TIDAK_BERLAKU = 0
    ADA = 1
    NIHIL = 2
    """A complete source was taken in and lists none."""
    BELUM_ADA = 3


class Source(IntEnum):
    """Where the value that counted came from."""

    TIDAK_ADA = 0
    REKAMAN = 1
    PERNYATAAN = 2
    CAKUPAN = 3


@dataclass(frozen=True, slots=True)
class InstrumentScore:
    """One instrument, everybody.

    Attributes:
        id: The instrument's id in the edition.
        dimensi: Index of its dimension in the edition.
        poin: int32[n], thousandths; 0 for people the rule does not measure.
        nilai: int32[n], the value used (a level's code, hundredths of JP, a count, a hundred
            thousandth of an appraisal, a sentence's level), -1 where there is none.
        tercatat: int32[n], the same by records and coverage alone, -1 where they say nothing;
            of an appraisal the value that SKP and perilaku make. What is stated may differ from
            it: then somebody has to look.
        langkah: int8[n], index of the step (band, level) that gave the points, -1 where none.
        keadaan: int8[n], `State`.
        sumber: int8[n], `Source`.
        blok: Name of the block of the roster whose records this instrument reads.
        verdict: int8[m], `Verdict` of every record of that block; 0 where the record is of
            another kind.
    """

    id: str
    dimensi: int
    poin: Int32
    nilai: Int32
    tercatat: Int32
    langkah: Int8
    keadaan: Int8
    sumber: Int8
    blok: str
    verdict: Int8


@dataclass(frozen=True, slots=True)
class Scores:
    """Everybody's points.

    Attributes:
        instrumen: One entry an instrument, in the edition's order.
        dimensi: int32[d, n], thousandths.
        indeks: int32[n], thousandths.
        kategori: int8[n], index into the edition's kategori, -1 for people not measured.
        lengkap: bool[n]; meaningless where not measured.
        diukur: bool[n]; whom the rule measures.
        kolom: int8[n]; code of the `JenisJabatan` whose column of points applies, 0 for none.
    """

    instrumen: tuple[InstrumentScore, ...]
    dimensi: NDArray[np.int32]
    indeks: Int32
    kategori: Int8
    lengkap: Bool
    diukur: Bool
    kolom: Int8


@dataclass(frozen=True, slots=True)
class Group:
    """Means of a group of people, as sums that stay exact.

    Attributes:
        nama: What the group is called.
        jumlah: Measured people in it.
        total: Sums of thousandths, a dimension each.
        belum_lengkap: How many of them lack data.
        kategori: Counts of people by kategori, in the edition's order.
    """

    nama: str
    jumlah: int
    total: tuple[int, ...]
    belum_lengkap: int
    kategori: tuple[int, ...]

    def mean(self, dimensi: int) -> Fraction | None:
        """Return the exact mean points of a dimension, None for an empty group."""
        return Fraction(self.total[dimensi], 1000 * self.jumlah) if self.jumlah else None

    @property
    def indeks(self) -> Fraction | None:
        """The exact index: the sum of the unrounded means."""
        return Fraction(sum(self.total), 1000 * self.jumlah) if self.jumlah else None


@dataclass(frozen=True, slots=True)
class TraceRecord:
    """A record as the trace shows it: which one (index into its block), and its verdict."""

    indeks: int
    id: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One instrument of one person: data, article, points, and what would add points.

    Attributes:
        instrumen: Id in the edition.
        nama: As a report prints it.
        dimensi: Id of its dimension.
        pasal: Article of the step that gave the points, else of the instrument.
        keadaan: What is known.
        sumber: Where the value came from.
        nilai_dipakai: The value that counted, in words.
        alasan: Why it gives these points, one Indonesian sentence.
        uraian: What was found, without where: "12 dari 20 JP pada 2021".
        poin: Thousandths.
        maksimal: Thousandths; 0 where the instrument does not apply to the post.
        tambahan: What would add points, as a clause after "bila"; empty where nothing would.
        tambahan_poin: How many thousandths that would add; where data is missing, at most.
        tafsir: Slugs of the readings of the law it rests on.
        blok: Name of the block its records stand in.
        rekaman: Its records.
        pernyataan: What a wide table states, in words; empty where nothing is stated.
    """

    instrumen: str
    nama: str
    dimensi: str
    pasal: str
    keadaan: State
    sumber: Source
    nilai_dipakai: str
    alasan: str
    uraian: str
    poin: int
    maksimal: int
    tambahan: str
    tambahan_poin: int
    tafsir: tuple[str, ...]
    blok: str
    rekaman: tuple[TraceRecord, ...]
    pernyataan: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Why one person has this score; `langkah` in the order of the edition."""

    orang: int
    langkah: tuple[TraceStep, ...]
