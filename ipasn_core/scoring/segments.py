"""Sums and maxima over the records of each person: one pass over a block, no Python loop."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..model.roster import Block, Bool, Int64

_FEW = 16
"""Below a sixteenth of the records a search for each is cheaper than spreading out all owners."""


def sums(values: NDArray[Any], block: Block) -> Int64:
    """Sum a value of each record over each person.

    Args:
        values: integer or bool [m].
        block: The block the records stand in.

    Returns:
        int64[n], exact.
    """
    total = np.zeros(len(values) + 1, np.int64)
    np.cumsum(values, dtype=np.int64, out=total[1:])
    at = total[block.start]
    return at[1:] - at[:-1]


def highest(values: NDArray[Any], block: Block) -> NDArray[Any]:
    """Return the highest value among each person's records, 0 for who has none.

    Args:
        values: integer [m], not negative.
        block: The block the records stand in.
    """
    return _reduce(np.maximum, values, block)


def union(bits: NDArray[Any], block: Block) -> NDArray[Any]:
    """Return the bits that any record of a person has.

    Args:
        bits: integer [m].
        block: The block the records stand in.
    """
    return _reduce(np.bitwise_or, bits, block)


def _reduce(what: np.ufunc, values: NDArray[Any], block: Block) -> NDArray[Any]:
    result = np.zeros(len(block.start) - 1, values.dtype)
    # reduceat gives a person without records the next person's first value: leave those out.
    some = block.start[:-1] < block.start[1:]
    if len(values):
        result[some] = what.reduceat(values, block.start[:-1][some])
    return result


def owners(records: Int64, block: Block) -> Int64:
    """Return the person of each of some records.

    Args:
        records: int64[k], indices into the block.
        block: The block they stand in.
    """
    if len(records) * _FEW > len(block):
        owner: Int64 = block.person[records]
        return owner
    return np.searchsorted(block.start, records, side="right") - 1


def flags(of: Bool, block: Block) -> Bool:
    """Tell for each person whether any record is marked.

    Args:
        of: bool[m].
        block: The block the records stand in.
    """
    return union(of.view(np.int8), block).view(np.bool_)
