"""`PeopleFilter`: who of a year is listed, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

import numpy as np
from numpy.typing import NDArray

from ipasn_core.formatting import format_exact
from ipasn_core.model.vocab import JenisJabatan, label
from ipasn_core.scoring.year_state import YearState

from .people_columns import incomplete
from .people_index import PeopleIndex

Bool = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True)
class PeopleFilter:
    """What people have to be like to be listed; everything that is set has to hold.

    Attributes:
        text: Words that are looked for.
        jenis_jabatan: Code of `JenisJabatan`, 0 for any.
        di_bawah: Below the target alone.
        belum_lengkap: Those who lack data alone.
        judul: What the people of `id` have in common; empty where they are not asked for.
        id: int64[k], ids of the people behind a figure.
    """

    text: str = ""
    jenis_jabatan: int = 0
    di_bawah: bool = False
    belum_lengkap: bool = False
    judul: str = ""
    id: NDArray[np.int64] | None = None

    @property
    def count(self) -> int:
        """How many chips are active; the search is none."""
        return sum((self.jenis_jabatan > 0, self.di_bawah, self.belum_lengkap, bool(self.judul)))

    @property
    def any(self) -> bool:
        """Whether it keeps anybody out."""
        return bool(self.text.strip()) or self.count > 0

    def without_chips(self) -> PeopleFilter:
        """Return it with the search alone."""
        return PeopleFilter(text=self.text)

    def with_chosen(self, judul: str, people: NDArray[np.int64] | None) -> PeopleFilter:
        """Return it with other people behind a figure."""
        return replace(self, judul=judul, id=people)

    def words(self, target: str) -> list[str]:
        """Return the active chips as they are named, without counts."""
        return [
            words
            for words, active in (
                (jenis_jabatan_words(self.jenis_jabatan), self.jenis_jabatan > 0),
                (f"Di bawah {target}", self.di_bawah),
                ("Belum lengkap", self.belum_lengkap),
                (self.judul, bool(self.judul)),
            )
            if active
        ]


def jenis_jabatan_words(code: int) -> str:
    """Return the name of a kind of post, or of the filter where there is none."""
    return label(JenisJabatan(code)) if code else "Jenis jabatan"


class Choice:
    """Whom the chips of a tab choose among the people looked at, as masks and counts.

    Args:
        index: The year's people.
        place: Place of the tab's dimension in the edition; None for everybody's table.
        people: int64[k], indices of the people looked at: those of the chosen perangkat daerah.
    """

    def __init__(self, index: PeopleIndex, place: int | None, people: NDArray[np.int64]) -> None:
        self._index = index
        state = index.state
        self.people: Bool = np.zeros(len(state.roster), np.bool_)
        self.people[people] = True
        self.target = _target(state, place)
        self._below = _below(state, place, self.target)
        self._lacking = incomplete(state, place)
        self._kind = state.roster.keadaan["jenis_jabatan"]

    @property
    def target_words(self) -> str:
        """The target as the chip names it, empty where none is set."""
        return "" if self.target is None else format_exact(self.target)

    @property
    def below(self) -> int:
        """How many are below the target."""
        return int((self._below & self.people).sum())

    @property
    def lacking(self) -> int:
        """How many lack data."""
        return int((self._lacking & self.people).sum())

    def of_kind(self, code: int) -> int:
        """Return how many have a kind of post."""
        return int(((self._kind == code) & self.people).sum())

    def of_chosen(self, people: NDArray[np.int64]) -> int:
        """Return how many of these people, by id, are looked at."""
        return int((np.isin(self._index.state.roster.id, people) & self.people).sum())

    def wanted(self, chosen: PeopleFilter) -> Bool:
        """Return bool[n], who is listed."""
        mask = self.people.copy()
        if chosen.jenis_jabatan:
            mask &= self._kind == chosen.jenis_jabatan
        if chosen.di_bawah:
            mask &= self._below
        if chosen.belum_lengkap:
            mask &= self._lacking
        if chosen.id is not None:
            mask &= np.isin(self._index.state.roster.id, chosen.id)
        found = self._index.search(chosen.text)
        return mask if found is None else mask & found


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
