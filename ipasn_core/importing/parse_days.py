"""Read columns of dates: in the order of day and month that the column itself shows."""

from __future__ import annotations

from dataclasses import replace

from ..model.catalogue import TANGGAL_BULAN_DULU
from ..model.finding import Finding
from .parse_dates import DateOrder, date_order, date_reader
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
    reader = date_reader(head, builder.vocab, first=first, order=order)
    return builder.read(bidang, reader, tahan=tahan)


def month_first(builder: TableBuilder) -> list[Finding]:
    """Say of each column that writes the month before the day that it was read so."""
    found = []
    for bidang in _DAYS:
        if builder.has(bidang):
            order, example = date_order(builder.distinct(bidang))
            if order is DateOrder.BULAN:
                column = builder.column(bidang)
                isi = {"kolom": column.kepala, "contoh": example}
                found.append(replace(builder.remark(TANGGAL_BULAN_DULU, isi), kolom=column.huruf))
    return found
