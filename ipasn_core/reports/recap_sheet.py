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


class Isi(Enum):
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


class Tingkat(Enum):
    """What a row is."""

    KELOMPOK = "kelompok"
    KEPALA = "kepala"
    """A group that has parts below it."""
    BAGIAN = "bagian"
    JUMLAH = "jumlah"


@dataclass(frozen=True, slots=True)
class KolomLembar:
    """A column: its head, what its values are, and the head above it."""

    kepala: str
    isi: Isi
    atas: str = ""


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """A row: as many cells as there are columns."""

    sel: tuple[Sel, ...]
    tingkat: Tingkat


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet.

    Attributes:
        judul: "Rekapitulasi menurut perangkat daerah, 2021".
        kolom: Its columns; the first ones name the group.
        baris: Its rows, that of everybody last.
    """

    judul: str
    kolom: tuple[KolomLembar, ...]
    baris: tuple[BarisLembar, ...]


def title(recap: Recap) -> str:
    """Return what a recap is called: "Rekapitulasi menurut jenjang dan golongan"."""
    names = [grouping_name(key).lower() for key in recap.per]
    return "Rekapitulasi menurut " + " dan ".join(names)


def written(value: Sel, isi: Isi) -> str:
    """Return a cell as it is seen; empty for None."""
    if value is None or isinstance(value, str):
        return value or ""
    match isi:
        case Isi.SELISIH:
            return signed(Fraction(value))
        case Isi.PERSEN:
            return format_percent(value, 1)
        case Isi.NILAI:
            return format_number(value, 2)
        case _:
            return format_int(int(value))


def full_sheet(recap: Recap, order: Sequence[RecapRow] | None = None) -> Lembar:
    """Return every figure of a recap, a row a group and a row a part of one.

    Args:
        recap: The recap; somebody must be in it.
        order: Its groups and parts as they are to be listed; None: as offices list them.
    """
    state = recap.state
    assert recap.seluruh is not None
    nested = len(recap.per) > 1
    columns = [KolomLembar(grouping_name(key), Isi.TEKS) for key in recap.per]
    columns += [
        KolomLembar("Pegawai", Isi.BULAT),
        *(KolomLembar(d.nama, Isi.NILAI, _MEANS) for d in state.edition.dimensi),
        KolomLembar("Indeks", Isi.NILAI, _MEANS),
        KolomLembar("Selisih dari instansi", Isi.SELISIH),
        KolomLembar("Kategori", Isi.TEKS),
    ]
    if recap.target is not None:
        group = f"Di bawah target {format_exact(recap.target)}"
        columns += [
            KolomLembar("Pegawai", Isi.BULAT, group),
            KolomLembar("Persen", Isi.PERSEN, group),
        ]
    columns.append(KolomLembar("Belum lengkap", Isi.BULAT))
    rows = []
    for row in in_order(recap) if order is None else order:
        part = len(row.kunci) > 1
        tingkat = Tingkat.BAGIAN if part else Tingkat.KEPALA if nested else Tingkat.KELOMPOK
        names = row.kunci if part or not nested else (*row.kunci, SELURUHNYA)
        rows.append(BarisLembar((*names, *_figures(recap, row)), tingkat))
    names = (recap.seluruh.kunci[0], *(SELURUHNYA,) * (len(recap.per) - 1))
    rows.append(BarisLembar((*names, *_figures(recap, recap.seluruh)), Tingkat.JUMLAH))
    return Lembar(f"{title(recap)}, {state.tahun}", tuple(columns), tuple(rows))


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


# One value of every pair --------------------------------------------------------------------------

INDEKS, PEGAWAI, DI_BAWAH, PERSEN_DI_BAWAH = "indeks", "pegawai", "di_bawah", "persen_di_bawah"


@dataclass(frozen=True, eq=False, slots=True)
class Besaran:
    """A figure of a group.

    Attributes:
        kunci: What settings call it.
        nama: What it is called.
        isi: What its values are.
        nilai: Takes it from a row.
        acuan: The agency's own, None where it is a count.
        target: What it is measured against, None without one.
    """

    kunci: str
    nama: str
    isi: Isi
    nilai: Callable[[RecapRow], Fraction]
    acuan: Fraction | None = None
    target: Fraction | None = None


def figures(state: YearState) -> tuple[Besaran, ...]:
    """Return the figures a chart or a cross table can show."""
    agency, target = state.instansi, state.target_indeks
    found = [
        Besaran(INDEKS, "Indeks", Isi.NILAI, lambda row: row.indeks, agency.indeks, target),
        *(_dimension(state, d) for d in range(len(state.edition.dimensi))),
        Besaran(PEGAWAI, "Pegawai", Isi.BULAT, lambda row: Fraction(row.kelompok.jumlah)),
    ]
    if target is not None:
        words = f"di bawah target {format_exact(target)}"
        found += [
            Besaran(
                DI_BAWAH,
                f"Pegawai {words}",
                Isi.BULAT,
                lambda row: Fraction(row.di_bawah or 0),
            ),
            Besaran(
                PERSEN_DI_BAWAH,
                f"Persen {words}",
                Isi.PERSEN,
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
        Isi.NILAI,
        value,
        state.instansi.mean(place),
        state.targets.dimensi.get(dimensi.id),
    )
