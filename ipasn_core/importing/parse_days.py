"""Read columns of dates: in the order of day and month that the column itself shows.

A year of two digits is the latest that is not after the measured one, and said.
"""

from __future__ import annotations

from dataclasses import replace

from ..model.cards_doubts import TANGGAL_BULAN_DULU, TANGGAL_DUA_ANGKA, TANGGAL_HARI_DULU
from ..model.finding import Finding
from .parse_dates import DateOrder, date_order, date_reader, short_year, unsettled, written
from .parse_table import TableBuilder, Tahan
from .table import Value

_DAYS = (
    "mulai selesai tanggal tahun_lulus tahun_latihan tanggal_sk tmt berakhir batal_tanggal"
).split()
"""Fields that hold days."""


def dates(
    builder: TableBuilder, bidang: str, tahan: Tahan = (), *, first: bool = False
) -> list[Value]:
    """Read a column of dates; `tahan` as `TableBuilder.read`, `first` as `date_reader`."""
    if not builder.has(bidang):
        return [None] * builder.size
    order, _ = date_order(builder.distinct(bidang))
    head = builder.column(bidang).kepala
    until = builder.rules.tahun
    reader = date_reader(head, builder.vocab, first=first, order=order, until=until)
    return builder.read(bidang, reader, tahan=tahan)


def shape_remarks(builder: TableBuilder) -> list[Finding]:
    """Say of each column of days how it was read where it could be read otherwise."""
    found = []
    for bidang in _DAYS:
        if builder.has(bidang):
            column = builder.column(bidang)
            order, example = date_order(builder.distinct(bidang))
            if order is DateOrder.BULAN:
                isi = {"kolom": column.kepala, "contoh": example}
                found.append(replace(builder.remark(TANGGAL_BULAN_DULU, isi), kolom=column.huruf))
            if example := unsettled(builder.distinct(bidang)):
                isi = {"kolom": column.kepala, "contoh": example}
                found.append(replace(builder.remark(TANGGAL_HARI_DULU, isi), kolom=column.huruf))
            if (short := _short(builder, bidang, order)) is not None:
                isi = {"kolom": column.kepala, "tahun": str(builder.rules.tahun)} | short
                found.append(replace(builder.remark(TANGGAL_DUA_ANGKA, isi), kolom=column.huruf))
    return found


def _short(builder: TableBuilder, bidang: str, order: DateOrder) -> dict[str, str] | None:
    """Return an example of a year of two digits and how it is read, None where there is none."""
    until = builder.rules.tahun
    read = date_reader(builder.column(bidang).kepala, builder.vocab, order=order, until=until)
    for value in builder.distinct(bidang):
        if short_year(value, until) is not None and isinstance(date := read(value).nilai, int):
            return {"contoh": str(value).strip(), "dibaca": written(date)}
    return None
