"""A recap as a sheet: typed cells that a workbook, a CSV file, the clipboard and paper write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from ..formatting import format_exact, format_int, format_number, format_percent, percent_of
from ..scoring.recap import kategori_of_mean
from ..scoring.year_state import YearState
from .charts import signed
from .recap_groups import Recap, RecapRow, grouping_name

SELURUHNYA = "(seluruhnya)"
"""What stands for the parts of a group in the row of the group itself."""
_MEANS = "Nilai rata-rata"


class JenisSel(Enum):
    """What the values of a column are."""

    TEKS = "teks"
    BULAT = "bulat"
    """int: a count."""
    NILAI = "nilai"
    """Fraction: points."""
    SELISIH = "selisih"
    """Fraction: points, with a sign."""
    PERSEN = "persen"
    """Fraction: per cent."""


Sel = str | int | Fraction | None
"""A cell; None where a pair of groups has nobody."""


DESIMAL = {JenisSel.BULAT: 0, JenisSel.NILAI: 2, JenisSel.SELISIH: 2, JenisSel.PERSEN: 1}
"""Decimals that are seen."""


class Tingkat(Enum):
    """What a row is."""

    KELOMPOK = "kelompok"
    KEPALA = "kepala"
    """A group that has parts below it."""
    BAGIAN = "bagian"
    JUMLAH = "jumlah"


@dataclass(frozen=True, slots=True)
class KolomLembar:
    """A column.

    Attributes:
        kepala: Its head.
        jenis: What its values are.
        atas: The head above it, shared with its neighbours; empty for none.
        kelompok: Whether it says which group a row is of.
    """

    kepala: str
    jenis: JenisSel
    atas: str = ""
    kelompok: bool = False

    @property
    def nama(self) -> str:
        """What it is called by itself."""
        return f"{self.atas}: {self.kepala}" if self.atas else self.kepala


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """A row: as many cells as there are columns."""

    sel: tuple[Sel, ...]
    tingkat: Tingkat


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet.

    Attributes:
        menurut: "Menurut perangkat daerah dan golongan", or what of them: "Kinerja menurut …".
        kolom: Its columns; the first ones name the group.
        baris: Its rows, that of everybody last.
    """

    menurut: str
    kolom: tuple[KolomLembar, ...]
    baris: tuple[BarisLembar, ...]


def grouped_words(recap: Recap) -> str:
    """Return what a recap is grouped by: "menurut jenjang dan golongan"."""
    return "menurut " + " dan ".join(grouping_name(key).lower() for key in recap.per)


def written(value: Sel, jenis: JenisSel) -> str:
    """Return a cell as it is seen; empty for None."""
    if value is None or isinstance(value, str):
        return value or ""
    match jenis:
        case JenisSel.SELISIH:
            return signed(Fraction(value))
        case JenisSel.PERSEN:
            return format_percent(value, 1)
        case JenisSel.NILAI:
            return format_number(value, 2)
        case _:
            return format_int(int(value))


def full_sheet(
    recap: Recap, order: Sequence[RecapRow] | None = None, *, whole: bool = True
) -> Lembar:
    """Return every figure of a recap, a row a group and a row a part of one.

    Args:
        recap: The recap; somebody must be in it.
        order: Its groups and parts as they are to be listed; None: as offices list them.
        whole: Whether the row of everybody follows.
    """
    state = recap.state
    assert recap.seluruh is not None
    nested = len(recap.per) > 1
    columns = [KolomLembar(grouping_name(key), JenisSel.TEKS, kelompok=True) for key in recap.per]
    columns += [
        KolomLembar("Pegawai", JenisSel.BULAT),
        *(KolomLembar(d.nama, JenisSel.NILAI, _MEANS) for d in state.edition.dimensi),
        KolomLembar("Indeks", JenisSel.NILAI, _MEANS),
        KolomLembar("Selisih dari instansi", JenisSel.SELISIH),
        KolomLembar("Kategori", JenisSel.TEKS),
    ]
    if recap.target is not None:
        group = f"Di bawah target {format_exact(recap.target)}"
        columns += [
            KolomLembar("Pegawai", JenisSel.BULAT, group),
            KolomLembar("Persen", JenisSel.PERSEN, group),
        ]
    columns.append(KolomLembar("Belum lengkap", JenisSel.BULAT))
    rows = []
    for row in in_order(recap) if order is None else order:
        part = len(row.kunci) > 1
        tingkat = Tingkat.BAGIAN if part else Tingkat.KEPALA if nested else Tingkat.KELOMPOK
        names = row.kunci if part or not nested else (*row.kunci, SELURUHNYA)
        rows.append(BarisLembar((*names, *_figures(recap, row)), tingkat))
    if whole:
        names = (recap.seluruh.kunci[0], *(SELURUHNYA,) * (len(recap.per) - 1))
        rows.append(BarisLembar((*names, *_figures(recap, recap.seluruh)), Tingkat.JUMLAH))
    return Lembar(grouped_words(recap).capitalize(), tuple(columns), tuple(rows))


def in_order(recap: Recap) -> list[RecapRow]:
    """Return each group with its parts after it."""
    pairs = zip(recap.kelompok, recap.bagian, strict=True)
    return [row for group, parts in pairs for row in (group, *parts)]


def _figures(recap: Recap, row: RecapRow) -> tuple[Sel, ...]:
    state, group = recap.state, row.kelompok
    assert recap.acuan is not None
    below: tuple[Sel, ...] = ()
    if row.di_bawah is not None:
        below = (row.di_bawah, percent_of(row.di_bawah, group.jumlah))
    return (
        group.jumlah,
        *(group.mean(d) for d in range(len(state.edition.dimensi))),
        row.indeks,
        row.indeks - recap.acuan,
        kategori_of_mean(row.indeks, state.edition),
        *below,
        group.belum_lengkap,
    )


# One figure of every pair -------------------------------------------------------------------------

INDEKS, PEGAWAI, DI_BAWAH, PERSEN_DI_BAWAH = "indeks", "pegawai", "di_bawah", "persen_di_bawah"


@dataclass(frozen=True, eq=False, slots=True)
class Besaran:
    """A figure of a group.

    Attributes:
        kunci: What settings call it.
        nama: What it is called.
        jenis: What its values are.
        nilai: Takes it from a row.
        acuan: The agency's own, None where it is a count.
        target: What it is measured against, None without one.
    """

    kunci: str
    nama: str
    jenis: JenisSel
    nilai: Callable[[RecapRow], Fraction]
    acuan: Fraction | None = None
    target: Fraction | None = None


def figures(state: YearState) -> tuple[Besaran, ...]:
    """Return the figures a chart or a cross table can show."""
    agency, target = state.instansi, state.target_indeks
    found = [
        Besaran(INDEKS, "Indeks", JenisSel.NILAI, lambda row: row.indeks, agency.indeks, target),
        *(_dimension(state, d) for d in range(len(state.edition.dimensi))),
        Besaran(PEGAWAI, "Pegawai", JenisSel.BULAT, lambda row: Fraction(row.kelompok.jumlah)),
    ]
    if target is not None:
        found += [
            Besaran(
                DI_BAWAH,
                "Di bawah target",
                JenisSel.BULAT,
                lambda row: Fraction(row.di_bawah or 0),
            ),
            Besaran(
                PERSEN_DI_BAWAH,
                "Di bawah target (%)",
                JenisSel.PERSEN,
                lambda row: percent_of(row.di_bawah or 0, row.kelompok.jumlah),
            ),
        ]
    return tuple(found)


def _dimension(state: YearState, place: int) -> Besaran:
    dimensi = state.edition.dimensi[place]

    def value(row: RecapRow) -> Fraction:
        mean = row.kelompok.mean(place)
        assert mean is not None
        return mean

    return Besaran(
        dimensi.id,
        dimensi.nama,
        JenisSel.NILAI,
        value,
        state.instansi.mean(place),
        state.targets.dimensi.get(dimensi.id),
    )


def cross_sheet(
    recap: Recap,
    figure: Besaran,
    order: Sequence[RecapRow] | None = None,
    *,
    whole: bool = True,
) -> Lembar:
    """Return one figure of every pair of groups, those of the second key side by side.

    Args:
        recap: By two keys; somebody must be in it.
        figure: What of each pair.
        order: Its groups as they are to be listed; None: as offices list them.
        whole: Whether the row of everybody follows.
    """
    assert recap.seluruh is not None
    across = grouping_name(recap.per[1])
    columns = (
        KolomLembar(grouping_name(recap.per[0]), JenisSel.TEKS, kelompok=True),
        *(KolomLembar(row.kunci[0], figure.jenis, across) for row in recap.kolom),
        KolomLembar("Seluruhnya", figure.jenis),
    )
    rows = [
        BarisLembar(
            (group.kunci[0], *crossed(recap, figure, group), figure.nilai(group)),
            Tingkat.KELOMPOK,
        )
        for group in (recap.kelompok if order is None else order)
    ]
    if whole:
        below = [figure.nilai(row) for row in (*recap.kolom, recap.seluruh)]
        rows.append(BarisLembar((recap.seluruh.kunci[0], *below), Tingkat.JUMLAH))
    return Lembar(f"{figure.nama} {grouped_words(recap)}", columns, tuple(rows))


def crossed(recap: Recap, figure: Besaran, group: RecapRow) -> tuple[Fraction | None, ...]:
    """Return a figure of each part of a group, None where a part has nobody."""
    parts = {row.kunci[1]: row for row in recap.bagian[recap.kelompok.index(group)]}
    found = (parts.get(row.kunci[0]) for row in recap.kolom)
    return tuple(None if row is None else figure.nilai(row) for row in found)
