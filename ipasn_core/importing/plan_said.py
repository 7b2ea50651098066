"""`Said`: what a call says of one group of fields, by person; kept as columns, not row by row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..model.change import Origin
from .plan_source import Part

Index = dict[int, int]
"""NIP → place of its row in some columns, in the order of the rows."""


def index_of(nips: Sequence[int]) -> Index | None:
    """Return where each NIP stands; None where one stands twice."""
    index = dict(zip(nips, range(len(nips)), strict=True))
    return index if len(index) == len(nips) else None


class Said:
    """NIP → merged values of a group, and the first row that said something.

    Most groups come from one table in which everybody stands once: then its columns are kept as
    they are, and nothing is made for each person.
    """

    def __init__(self) -> None:
        self._index: Index = {}
        self._parts: list[Part] = []
        self._origins: list[Origin] = []

    def __len__(self) -> int:
        return len(self._index)

    def __contains__(self, nip: object) -> bool:
        return nip in self._index

    def get(self, nip: int) -> tuple[Part, Origin] | None:
        """Return what is said of somebody, None if nothing."""
        at = self._index.get(nip)
        return None if at is None else (self._parts[at], self._origins[at])

    def columns(self) -> tuple[list[int], Sequence[Part], Sequence[Origin]]:
        """Return NIP, values and origin of everybody, in the order they came."""
        parts, origins = self._parts, self._origins
        if len(parts) > len(self._index):  # somebody was forgotten
            places = list(self._index.values())
            parts, origins = [parts[at] for at in places], [origins[at] for at in places]
        return list(self._index), parts, origins

    def rows(self) -> Iterator[tuple[int, Part, Origin]]:
        """Return what `columns` does, person by person."""
        return zip(*self.columns(), strict=True)

    def add_table(
        self, index: Index | None, parts: Sequence[Part], origins: Sequence[Origin]
    ) -> bool:
        """Add the rows of a table; refused where it says something of somebody for a second time.

        Args:
            index: Where each NIP stands in the columns, None where one does twice.
            parts: Values, row by row.
            origins: Where the rows stand.
        """
        if index is None or not self._index.keys().isdisjoint(index):
            return False
        start = len(self._parts)
        if start:
            self._index.update(zip(index, range(start, start + len(parts)), strict=True))
        else:
            self._index = index.copy()
        self._parts += parts
        self._origins += origins
        return True

    def add(self, nip: int, part: Part, origin: Origin) -> Part:
        """Add what one row says, unless somebody is known; return what is said of them now."""
        at = self._index.setdefault(nip, len(self._parts))
        if at == len(self._parts):
            self._parts.append(part)
            self._origins.append(origin)
        return self._parts[at]

    def put(self, nip: int, part: Part) -> None:
        """Replace what is said of somebody; where it was first said stays."""
        self._parts[self._index[nip]] = part

    def forget(self, nips: Collection[int]) -> None:
        """Forget what is said of some people."""
        for nip in nips:
            self._index.pop(nip, None)
