"""`rekap`: means and counts by group, or by two at once."""

from __future__ import annotations

from collections.abc import Sequence

from ..reports.recap_groups import GROUPINGS, TIDAK_DISEBUT, RecapRow, build
from ..scoring.year_state import YearState

__all__ = ["GROUPINGS", "TIDAK_DISEBUT", "RecapRow", "recap"]


def recap(state: YearState, keys: Sequence[str]) -> tuple[RecapRow, ...]:
    """Sum up measured people by one key of `GROUPINGS`, or by two at once.

    Returns:
        Groups that have people, in the order offices list them.
    """
    return build(state, keys).daun
