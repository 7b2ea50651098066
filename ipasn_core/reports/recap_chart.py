"""A figure of every group as a chart: means as dots from the agency's, counts as bars from 0."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from ..formatting import format_int
from .chart_values import BarisGrafik, Grafik, JenisGrafik, Skala
from .charts import signed
from .recap_groups import Recap, RecapRow, below_target, grouping_name
from .recap_sheet import DI_BAWAH, PERSEN_DI_BAWAH, Besaran, grouped_words, in_order, written


def recap_chart(recap: Recap, figure: Besaran, order: Sequence[RecapRow] | None = None) -> Grafik:
    """Return a figure of every group and of every part of one.

    Args:
        recap: The recap; somebody must be in it.
        figure: What of each.
        order: Groups and parts as they are to be listed; None: as offices list them.

    Returns:
        `kode` of a row is 0 for a group, 1 for a part of one.
    """
    rows = tuple(_row(recap, figure, one) for one in (in_order(recap) if order is None else order))
    values = [row.nilai for row in rows if row.nilai is not None]
    judul = f"{figure.nama} {grouped_words(recap)}"
    names = ", ".join(grouping_name(key) for key in recap.per)
    if figure.acuan is None:
        kind, scale = JenisGrafik.BATANG, Skala(Fraction(0), max(values, default=Fraction(1)))
    else:
        known = [v for v in (*values, figure.acuan, figure.target) if v is not None]
        low, high = floor(min(known)), ceil(max(known))
        kind, scale = JenisGrafik.TITIK, Skala(Fraction(low), Fraction(max(high, low + 1)))
    return Grafik(
        jenis=kind,
        judul=judul,
        kepala=(names, "Pegawai", figure.nama),
        baris=rows,
        skala=scale,
        alt=f"{judul}. {_extremes(rows)}",
        acuan=figure.acuan,
        target=figure.target,
    )


def _row(recap: Recap, figure: Besaran, row: RecapRow) -> BarisGrafik:
    value = figure.nilai(row)
    words, count = written(value, figure.jenis), format_int(row.kelompok.jumlah)
    name = ", ".join(row.kunci)
    told = [f"{name}: {figure.nama} {words}", f"{count} pegawai"]
    if figure.acuan is not None:
        told.append(f"{signed(value - figure.acuan)} dari {recap.state.settings.instansi}")
    who = row.orang
    if figure.kunci in (DI_BAWAH, PERSEN_DI_BAWAH):
        who = below_target(recap.state, row)
    return BarisGrafik(
        label=row.kunci[-1],
        nilai=value,
        sel=(name, count, words),
        kalimat="; ".join(told) + ".",
        kode=len(row.kunci) - 1,
        target=figure.target,
        orang=recap.state.roster.id[who],
    )


def _extremes(rows: Sequence[BarisGrafik]) -> str:
    """Say which group has most, and which least."""
    groups = [row for row in rows if row.kode == 0 and row.nilai is not None]
    if not groups:
        return "Belum ada kelompok."
    most = max(groups, key=lambda row: row.nilai or 0)
    least = min(groups, key=lambda row: row.nilai or 0)
    return f"Tertinggi {most.label} {most.sel[2]}, terendah {least.label} {least.sel[2]}."
