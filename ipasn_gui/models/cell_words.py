"""Words and orders that cells of all tables of people share: nothing, zero, not applicable."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipasn_core.formatting import format_points
from ipasn_core.model.scores import State

from .record_table import Tone

KOSONG, TIDAK_BERLAKU = "kosong", "–"
BEFORE_ALL, BEFORE_ZERO = -2, -1
"""Where "does not apply" and "kosong" sort among points and values."""

Words = Callable[[int], str]
Numbers = NDArray[Any]
Bool = NDArray[np.bool_]


@cache
def printed(thousandths: int) -> str:
    """Return points with two decimals; there are few different ones among many people."""
    return format_points(thousandths, 2)


def points_words(measured: Bool, points: Numbers) -> tuple[Words, Callable[[int], Tone]]:
    """Return how points of measured people are written, and their tone."""

    def text(record: int) -> str:
        return printed(int(points[record])) if measured[record] else TIDAK_BERLAKU

    def tone(record: int) -> Tone:
        return Tone.PLAIN if measured[record] and points[record] else Tone.QUIET

    return text, tone


def points_value(measured: Bool, points: Numbers) -> Callable[[int], str | int]:
    """Return what a spreadsheet is handed of points: thousandths, or that they do not apply."""
    return lambda record: int(points[record]) if measured[record] else TIDAK_BERLAKU


def points_order(measured: Bool, points: Numbers) -> Numbers:
    """Return points as they sort: who is not measured comes before everybody."""
    return np.where(measured, points.astype(np.int64), BEFORE_ALL)


def state_tone(
    measured: Bool, states: Numbers, quiet: Callable[[int], bool]
) -> Callable[[int], Tone]:
    """Return the tone of an instrument's cells.

    Args:
        measured: bool[n], whom the rule measures.
        states: int8[n], `State`.
        quiet: Whether a cell that has data says nothing or zero.
    """

    def tone(record: int) -> Tone:
        if measured[record] and states[record] == State.BELUM_ADA:
            return Tone.MISSING
        return Tone.QUIET if not measured[record] or quiet(record) else Tone.PLAIN

    return tone


def state_order(measured: Bool, states: Numbers, values: Numbers) -> Numbers:
    """Return values as they sort: what does not apply, what is missing, then by value."""
    known = values - values.min(initial=0)
    order: Numbers = np.where(states == State.BELUM_ADA, BEFORE_ZERO, known)
    order[~measured | (states == State.TIDAK_BERLAKU)] = BEFORE_ALL
    return order
