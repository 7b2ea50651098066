"""The distinct values of a column, and who has each: what people are filtered by."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from .cell_words import KOSONG, TIDAK_BERLAKU
from .record_table import Bool, Column, Int64, Paint, Records, column_name

_PERSONAL = frozenset(("nama", "nip"))
"""What is different of everybody is searched for, not chosen from a list."""
_NAMED, _LETTERS = 2, 34
"""So many values are named on a chip, and so many letters of several; else their number is said."""


@dataclass(frozen=True, eq=False, slots=True)
class Values:
    """The distinct values of a column.

    Attributes:
        words: What they say, in the order of the column.
        of: int64[n], the place of each record's value among them.
    """

    words: tuple[str, ...]
    of: Int64

    def counts(self, people: Bool) -> Int64:
        """Return how many of some records, bool[n], have each value."""
        return np.bincount(self.of[people], minlength=len(self.words))

    def having(self, words: Collection[str]) -> Bool:
        """Return bool[n], who has one of some values."""
        wanted = np.fromiter((one in words for one in self.words), np.bool_, len(self.words))
        found: Bool = wanted[self.of]
        return found


class ValueLists:
    """The values of the columns of a table, each made when it is first asked for.

    Args:
        records: The table.
    """

    def __init__(self, records: Records) -> None:
        self.columns = {one.key: one for one in records.columns if filterable(one)}
        self._made: dict[str, Values] = {}

    def of(self, key: str) -> Values:
        """Return the values of a column by its key."""
        if key not in self._made:
            self._made[key] = _values(self.columns[key])
        return self._made[key]


def filterable(column: Column) -> bool:
    """Tell whether people can be chosen by the values of a column."""
    return column.paint is not Paint.MARK and column.key not in _PERSONAL


def filter_words(column: Column, chosen: Collection[str], order: Collection[str]) -> str:
    """Name a filter by values of a column: "Pelaksana", "Golongan kosong", "Kinerja 25,00".

    Args:
        column: The column.
        chosen: The values.
        order: All values of the column, in its order.
    """
    name = column_name(column)
    known = [one for one in order if one in chosen] or sorted(chosen)
    said = " atau ".join(known)
    speaking = not column.right and not {KOSONG, TIDAK_BERLAKU} & set(known)
    named = said if speaking else f"{name} {said}"
    if column.right and len(known) > _NAMED and not {KOSONG, TIDAK_BERLAKU} & set(known):
        first = list(order).index(known[0]) if known[0] in order else 0
        if list(order)[first : first + len(known)] == known:
            return f"{name} {known[0]}–{known[-1]}"
    if len(known) > _NAMED or (len(known) > 1 and len(named) > _LETTERS):
        return f"{name} ({len(known)} pilihan)"
    if known == [KOSONG]:
        return f"{name} kosong"
    return named


def _values(column: Column) -> Values:
    _, first, of = np.unique(column.order(), return_index=True, return_inverse=True)
    words = [column.text(record) for record in first.tolist()]
    # Values that sort apart may read alike: "nothing" of a complete source, and of a statement.
    place = {word: at for at, word in enumerate(dict.fromkeys(words))}
    joined = np.fromiter((place[word] for word in words), np.int64, len(words))
    return Values(tuple(place), joined[of.reshape(-1)] if words else of.astype(np.int64))
