"""`PeopleFilter`: who of a year is listed, and how that is said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import ceil

import numpy as np
from numpy.typing import NDArray

from ipasn_core.formatting import format_exact
from ipasn_core.model.scores import State
from ipasn_core.scoring.year_state import YearState

from .column_values import ValueLists, filter_words
from .identity_columns import incomplete
from .people_index import PeopleIndex

Bool = NDArray[np.bool_]
Ids = NDArray[np.int64]

DI_BAWAH, BELUM_LENGKAP, BERUBAH, TEMUAN, ORANG = (
    "di_bawah",
    "belum_lengkap",
    "berubah",
    "temuan",
    "orang",
)
"""Names of filters that are on or off; `kosong` and `kolom` have one an instrument, a column."""
_KOSONG, _KOLOM = "kosong:", "kolom:"


def lacking_of(instrumen: str) -> str:
    """Return the name of the filter by an instrument of which somebody has no data."""
    return _KOSONG + instrumen


def values_of(column: str) -> str:
    """Return the name of the filter by the values of a column."""
    return _KOLOM + column


def column_of(name: str) -> str:
    """Return the column whose values a filter looks at, empty for another filter."""
    return name.removeprefix(_KOLOM) if name.startswith(_KOLOM) else ""


@dataclass(frozen=True, eq=False, slots=True)
class PeopleFilter:
    """What people have to be like to be listed; everything that is set has to hold.

    Attributes:
        text: Words that are looked for.
        on: Names of the filters that are on, in the order they were put on.
        values: Column → the values one of which a person has to have.
        judul: What the people of `id` have in common; empty where they are not asked for.
        id: int64[k], ids of the people behind a figure.
    """

    text: str = ""
    on: tuple[str, ...] = ()
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    judul: str = ""
    id: Ids | None = None

    @property
    def any(self) -> bool:
        """Whether it keeps anybody out."""
        return bool(self.text.strip()) or bool(self.on)

    def without_chips(self) -> PeopleFilter:
        """Return it with the search alone."""
        return PeopleFilter(text=self.text)

    def with_text(self, text: str) -> PeopleFilter:
        """Return it with another search."""
        return replace(self, text=text)

    def with_on(self, name: str) -> PeopleFilter:
        """Return it with a filter more."""
        return self if name in self.on else replace(self, on=(*self.on, name))

    def without(self, name: str) -> PeopleFilter:
        """Return it without a filter."""
        column = column_of(name)
        values = {key: one for key, one in self.values.items() if key != column}
        kept = replace(self, on=tuple(one for one in self.on if one != name), values=values)
        return replace(kept, judul="", id=None) if name == ORANG else kept

    def with_values(self, column: str, words: Collection[str]) -> PeopleFilter:
        """Return it with other values of a column; without any the column keeps nobody out."""
        name = values_of(column)
        if not words:
            return self.without(name)
        values = {**self.values, column: frozenset(words)}
        return replace(self.with_on(name), values=values)

    def with_people(self, judul: str, people: Ids) -> PeopleFilter:
        """Return it with the people behind a figure."""
        return replace(self.with_on(ORANG), judul=judul, id=people)


class Choice:
    """Whom the filters of a tab choose among the people looked at, as masks and counts.

    Args:
        index: The year's people.
        place: Place of the tab's dimension in the edition; None for everybody's table.
        people: int64[k], indices of the people looked at: those of the chosen perangkat daerah.
        lists: The values of the tab's columns.
        changed: int64[k], ids of whom the last import changed; None as long as it is not known.
    """

    def __init__(
        self,
        index: PeopleIndex,
        place: int | None,
        people: Ids,
        lists: ValueLists,
        changed: Ids | None = None,
    ) -> None:
        self._index = index
        self._place = place
        self.lists = lists
        self.changed = changed
        state = index.state
        self.people: Bool = np.zeros(len(state.roster), np.bool_)
        self.people[people] = True
        self.target = _target(state, place)
        self._below = _below(state, place, self.target)
        self._lacking = incomplete(state, place)

    @property
    def target_words(self) -> str:
        """The target as the chip names it, empty where none is set."""
        return "" if self.target is None else format_exact(self.target)

    def lacking(self) -> list[str]:
        """Return the filters by instruments of which somebody has no data."""
        state = self._index.state
        own = (p for p in state.instrumen if self._place in (None, p[1].dimensi))
        return [lacking_of(instrumen.id) for instrumen, _ in own]

    def words(self, name: str, chosen: PeopleFilter) -> str:
        """Name a filter, without its count."""
        match name:
            case "di_bawah":
                return f"Di bawah {self.target_words}"
            case "belum_lengkap":
                return "Belum lengkap"
            case "berubah":
                return "Berubah sejak impor terakhir"
            case "temuan":
                return "Dengan temuan terbuka"
            case "orang":
                return chosen.judul
        column = column_of(name)
        if column:
            known = self.lists.of(column).words if column in self.lists.columns else ()
            return filter_words(self.lists.columns[column], chosen.values[column], known)
        id_ = name.removeprefix(_KOSONG)
        named = next(i.nama for i, _ in self._index.state.instrumen if i.id == id_)
        return f"{named} kosong"

    def count(self, name: str, chosen: PeopleFilter) -> int | None:
        """Return how many of the people looked at a filter lets in; None while not known."""
        if name == BERUBAH and self.changed is None:
            return None
        return int((self._mask(name, chosen) & self.people).sum())

    def counts(self, column: str) -> list[tuple[str, int]]:
        """Return the values of a column and how many of the people looked at have each."""
        values = self.lists.of(column)
        return list(zip(values.words, values.counts(self.people).tolist(), strict=True))

    def knows(self, name: str) -> bool:
        """Tell whether a filter has a meaning in this tab and year."""
        if name == DI_BAWAH:
            return self.target is not None
        column = column_of(name)
        if column:
            return column in self.lists.columns
        return not name.startswith(_KOSONG) or name in self.lacking()

    def fitting(self, chosen: PeopleFilter) -> PeopleFilter:
        """Return a filter without what has no meaning here."""
        for name in chosen.on:
            if not self.knows(name):
                chosen = chosen.without(name)
        return chosen

    def wanted(self, chosen: PeopleFilter) -> Bool:
        """Return bool[n], who is listed."""
        mask = self.people.copy()
        for name in chosen.on:
            mask &= self._mask(name, chosen)
        found = self._index.search(chosen.text)
        return mask if found is None else mask & found

    def _mask(self, name: str, chosen: PeopleFilter) -> Bool:
        roster = self._index.state.roster
        match name:
            case "di_bawah":
                return self._below
            case "belum_lengkap":
                return self._lacking
            case "berubah":
                # Until it is known everybody is listed: nobody is taken for unchanged.
                known = self.changed
                return self.people if known is None else np.isin(roster.id, known)
            case "temuan":
                return self._index.findings > 0
            case "orang":
                people = chosen.id if chosen.id is not None else np.zeros(0, np.int64)
                return np.isin(roster.id, people)
        column = column_of(name)
        if column:
            return self.lists.of(column).having(chosen.values[column])
        id_ = name.removeprefix(_KOSONG)
        states = next(one.keadaan for one in self._index.state.scores.instrumen if one.id == id_)
        missing: Bool = (states == State.BELUM_ADA) & self._index.state.scores.diukur
        return missing


def _target(state: YearState, place: int | None) -> Fraction | None:
    if place is None:
        return state.target_indeks
    return state.targets.dimensi.get(state.edition.dimensi[place].id)


def _below(state: YearState, place: int | None, target: Fraction | None) -> Bool:
    scores = state.scores
    if target is None:
        return np.zeros(len(state.roster), np.bool_)
    points = scores.indeks if place is None else scores.dimensi[place]
    return scores.diukur & (points < ceil(target * 1000))
