"""Which columns a recap has: groups with count, means, deviation, kategori, who is below target.

The values are those of the core; nothing is computed here but the order they sort in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipasn_core.formatting import (
    format_exact,
    format_int,
    format_number,
    format_percent,
    format_points,
    percent_of,
)
from ipasn_core.reports.charts import signed
from ipasn_core.reports.recap_groups import Recap, RecapRow, grouping_name
from ipasn_core.scoring.recap import kategori_of_mean

from .record_table import Column, Paint, Records, Tone

KELOMPOK, BELUM = "kelompok", "belum"
DI_BAWAH_COLUMNS = ("di_bawah", "di_bawah_persen")
"""Keys of the columns that count people below the target."""
_MEANS = "Nilai rata-rata"
_INDENT = 20
_SWING = 1.0
"""A deviation of so many points or more fills the bar: smaller ones would look like a lot."""


@dataclass(frozen=True, eq=False, slots=True)
class RecapRecords:
    """A recap as a table.

    Attributes:
        rows: The group, or the part of one, of every record.
        records: What the table shows.
        whole: The same columns for everybody together: the row at the foot.
    """

    rows: tuple[RecapRow, ...]
    records: Records
    whole: Records


def recap_records(recap: Recap) -> RecapRecords:
    """Return the table of a recap, and its last row."""
    assert recap.seluruh is not None
    rows: list[RecapRow] = []
    under: list[int] = []
    for group, parts in zip(recap.kelompok, recap.bagian, strict=True):
        head = len(rows)
        rows += [group, *parts]
        under += [head] * (1 + len(parts))
    mean = float(_mean(recap))
    most = max([_SWING, *(abs(_roughly(row) - mean) for row in rows)])
    table = _Columns(recap, tuple(rows), most)
    whole = _Columns(recap, (recap.seluruh,), most, whole=True)
    nested = np.array(under, np.int64) if len(recap.per) > 1 else None
    return RecapRecords(table.rows, table.records(nested), whole.records(None))


def _roughly(row: RecapRow) -> float:
    """Return the index of a row, near enough for the length of a bar."""
    return sum(row.kelompok.total) / (1000 * row.kelompok.jumlah)


def _mean(recap: Recap) -> Fraction:
    """Return the agency's index; it has one as soon as a group has."""
    assert recap.acuan is not None
    return recap.acuan


def ordered(values: Sequence[Fraction]) -> NDArray[np.float64]:
    """Return what exact values sort by: rounded rightly, equal ones stay equal."""
    return np.array([float(value) for value in values], np.float64)


@dataclass(frozen=True, eq=False)
class _Columns:
    """The columns of some rows."""

    recap: Recap
    rows: tuple[RecapRow, ...]
    most: float
    whole: bool = False

    def records(self, under: NDArray[np.int64] | None) -> Records:
        count, rows = len(self.rows), self.rows
        listed = np.arange(count, dtype=np.int64)
        dimensions = range(len(self.recap.state.edition.dimensi))
        columns = (
            self._name(),
            self._count(),
            *(self._dimension(d) for d in dimensions),
            self._index(),
            self._deviation(),
            self._kategori(),
            *self._below(),
            self._lacking(),
        )
        return Records(
            np.arange(1, count + 1, dtype=np.int64),
            columns,
            lambda: listed,
            lambda record: rows[record].kunci[-1].casefold(),
            under,
        )

    @property
    def _nested(self) -> bool:
        return len(self.recap.per) > 1

    def _tone(self, record: int) -> Tone:
        """Return how a row stands out: the whole, and groups that have parts below them."""
        head = self.whole or (self._nested and len(self.rows[record].kunci) == 1)
        return Tone.HEAD if head else Tone.PLAIN

    def _name(self) -> Column:
        rows, count = self.rows, len(self.rows)
        names = [grouping_name(key) for key in self.recap.per]
        return Column(
            KELOMPOK,
            ", ".join([names[0], *(name.lower() for name in names[1:])]),
            lambda record: rows[record].kunci[-1],
            lambda: np.arange(count, dtype=np.int64),
            232,
            Paint.TEXT if self._nested else Paint.MEDIUM,
            tone=self._tone,
            spoken=lambda record: ", ".join(rows[record].kunci),
            fixed=True,
            most=560,
            indent=lambda record: _INDENT * (len(rows[record].kunci) - 1),
        )

    def _count(self) -> Column:
        return self._whole_numbers("jumlah", "Pegawai", lambda row: row.kelompok.jumlah, 76)

    def _lacking(self) -> Column:
        return self._whole_numbers(
            BELUM, "Belum lengkap", lambda row: row.kelompok.belum_lengkap, 108, spare=4
        )

    def _whole_numbers(
        self,
        key: str,
        title: str,
        value: Callable[[RecapRow], int],
        width: int,
        group: str = "",
        spare: int = 0,
    ) -> Column:
        rows = self.rows
        numbers = [value(row) for row in rows]

        def tone(record: int) -> Tone:
            return self._tone(record) if numbers[record] else Tone.QUIET

        return Column(
            key,
            title,
            lambda record: format_int(numbers[record]),
            lambda: np.array(numbers, np.int64),
            width,
            group=group,
            right=True,
            tone=tone,
            spare=spare,
        )

    def _exact(
        self,
        key: str,
        title: str,
        value: Callable[[RecapRow], Fraction],
        words: Callable[[Fraction], str],
        width: int,
        **more: Any,
    ) -> Column:
        rows = self.rows
        # Values are made when they are looked at: exact division of hundreds takes its time.
        return Column(
            key,
            title,
            lambda record: words(value(rows[record])),
            lambda: ordered([value(row) for row in rows]),
            width,
            right=True,
            **more,
        )

    def _dimension(self, place: int) -> Column:
        state = self.recap.state
        dimensi = state.edition.dimensi[place]
        target = state.targets.dimensi.get(dimensi.id)
        aim = "" if target is None else f"; target {format_exact(target)}"
        most = format_points(dimensi.maksimal)
        return self._exact(
            dimensi.id,
            dimensi.nama,
            lambda row: _known(row.kelompok.mean(place)),
            lambda value: format_number(value, 2),
            82,
            group=_MEANS,
            tone=self._tone,
            tip=f"{dimensi.nama}: rata-rata dari paling banyak {most} poin{aim}.",
        )

    def _index(self) -> Column:
        return self._exact(
            "indeks",
            "Indeks",
            lambda row: row.indeks,
            lambda value: format_number(value, 2),
            72,
            paint=Paint.TEXT if self._nested else Paint.STRONG,
            group=_MEANS,
            tone=self._tone,
        )

    def _deviation(self) -> Column:
        rows, mean, most = self.rows, _mean(self.recap), self.most
        whole = f"{self.recap.state.settings.instansi} {format_number(mean, 2)}"

        def away(row: RecapRow) -> Fraction:
            return row.indeks - mean

        return self._exact(
            "selisih",
            "Dari instansi",
            away,
            signed,
            128,
            paint=Paint.DEVIATION,
            group="Selisih",
            share=lambda record: round((_roughly(rows[record]) - float(mean)) / most * 1000),
            spoken=lambda record: f"{signed(away(rows[record]))} dari {whole}",
            tip=f"Selisih indeks dari {whole}.",
        )

    def _kategori(self) -> Column:
        edition, rows = self.recap.state.edition, self.rows
        names = [kategori.nama for kategori in edition.kategori]

        def place(record: int) -> int:
            return names.index(kategori_of_mean(rows[record].indeks, edition))

        return Column(
            "kategori",
            "Kategori",
            lambda record: names[place(record)],
            lambda: np.array([-place(record) for record in range(len(rows))], np.int64),
            144,
            Paint.KATEGORI,
            kategori=place,
            spare=2,
        )

    def _below(self) -> tuple[Column, ...]:
        target, rows = self.recap.target, self.rows
        if target is None:
            return ()
        group = f"Di bawah target {format_exact(target)}"
        key, key_percent = DI_BAWAH_COLUMNS
        count = self._whole_numbers(key, "Pegawai", lambda row: row.di_bawah or 0, 76, group)
        percent = self._exact(
            key_percent,
            "Persen",
            lambda row: percent_of(row.di_bawah or 0, row.kelompok.jumlah),
            lambda value: format_percent(value, 1),
            76,
            group=group,
            tone=lambda record: self._tone(record) if rows[record].di_bawah else Tone.QUIET,
        )
        return count, percent


def _known(value: Fraction | None) -> Fraction:
    assert value is not None  # only groups that have people are rows
    return value
