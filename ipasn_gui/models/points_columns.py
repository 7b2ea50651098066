"""Points of the dimensions, index and kategori as columns; they are the core's."""

from __future__ import annotations

import numpy as np

from ipasn_core.scoring.year_state import YearState

from .cell_words import TIDAK_BERLAKU, points_order, points_value, points_words, printed
from .record_table import Column, Paint, Tone


def points_column(state: YearState, place: int) -> Column:
    """Return the points of a dimension among those of the others."""
    dimensi, points = state.edition.dimensi[place], state.scores.dimensi[place]
    most, measured = printed(dimensi.maksimal), state.scores.diukur
    text, tone = points_words(measured, points)
    return Column(
        dimensi.id,
        dimensi.nama,
        text,
        lambda: points_order(measured, points),
        72,
        right=True,
        tone=tone,
        value=points_value(measured, points),
        spoken=lambda record: f"{text(record)} dari {most}",
        tip=f"{dimensi.nama}, paling tinggi {most} (Pasal {dimensi.pasal})",
    )


def total_column(state: YearState, place: int, *, several: bool) -> Column:
    """Return the points of a dimension as its own table ends in them, with a bar.

    Args:
        state: The year.
        place: Place of the dimension in the edition.
        several: Whether they are the sum of several instruments.
    """
    dimensi, points = state.edition.dimensi[place], state.scores.dimensi[place]
    measured, most = state.scores.diukur, dimensi.maksimal
    text, tone = points_words(measured, points)
    return Column(
        dimensi.id,
        "Jumlah" if several else dimensi.nama,
        text,
        lambda: points_order(measured, points),
        108,
        Paint.BAR,
        group=dimensi.nama if several else "",
        right=True,
        tone=tone,
        share=lambda record: int(points[record]) * 1000 // most if measured[record] else -1,
        place=place,
        value=points_value(measured, points),
        spoken=lambda record: f"{text(record)} dari {printed(most)}",
        tip=f"{dimensi.nama}, paling tinggi {printed(most)} (Pasal {dimensi.pasal})",
        fixed=True,
        most=140,
    )


def index_column(state: YearState) -> Column:
    """Return the index."""
    points, measured = state.scores.indeks, state.scores.diukur
    text, tone = points_words(measured, points)
    return Column(
        "indeks",
        "Indeks",
        text,
        lambda: points_order(measured, points),
        66,
        Paint.STRONG,
        right=True,
        tone=tone,
        value=points_value(measured, points),
        fixed=True,
    )


def kategori_column(state: YearState) -> Column:
    """Return the kategori, with its staircase."""
    codes = state.scores.kategori.astype(np.int64)
    names = [one.nama for one in state.edition.kategori]

    def text(record: int) -> str:
        return names[codes[record]] if codes[record] >= 0 else TIDAK_BERLAKU

    return Column(
        "kategori",
        "Kategori",
        text,
        # From the lowest up, as numbers rise; who is not measured comes before.
        lambda: np.where(codes < 0, -1, len(names) - codes),
        140,
        Paint.KATEGORI,
        kategori=lambda record: int(codes[record]),
        spoken=lambda record: "Tidak diukur" if codes[record] < 0 else text(record),
        tone=lambda record: Tone.QUIET if codes[record] < 0 else Tone.PLAIN,
    )
