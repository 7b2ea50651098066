"""`PeopleIndex`: what searching and sorting people by words needs, made once a year state."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ipasn_core.scoring.year_state import YearState

Int64 = NDArray[np.int64]
Bool = NDArray[np.bool_]


def ranks(words: Sequence[str]) -> Int64:
    """Return each word's place among them all, without regard to case; equal words share one."""
    folded = [word.casefold() for word in words]
    place = {word: at for at, word in enumerate(sorted(set(folded)))}
    return np.fromiter((place[word] for word in folded), np.int64, len(folded))


class PeopleIndex:
    """Words of everybody of a year, ready to be searched; each part is made when first needed.

    Args:
        state: The year.
    """

    def __init__(self, state: YearState) -> None:
        self.state = state

    @cached_property
    def names(self) -> list[str]:
        """Casefolded names."""
        return [name.casefold() for name in self.state.roster.nama]

    @cached_property
    def name_order(self) -> Int64:
        """int64[n], places of the names."""
        return ranks(self.names)

    @cached_property
    def post_order(self) -> Int64:
        """int64[n], places of the posts."""
        return ranks(self.state.roster.jabatan)

    @cached_property
    def opd_order(self) -> Int64:
        """int64[n], places of the perangkat daerah; those without one first."""
        places = np.append(ranks(self.state.roster.opd_nama), -1)
        order: Int64 = places[self.state.roster.keadaan["opd"]]
        return order

    @cached_property
    def _lines(self) -> list[str]:
        """A line a person: name, NIP, perangkat daerah and post, casefolded."""
        roster = self.state.roster
        units = [name.casefold() for name in (*roster.opd_nama, "")]
        posts = {post: post.casefold() for post in set(roster.jabatan)}
        rows = zip(
            self.names,
            roster.nip.tolist(),
            roster.keadaan["opd"].tolist(),
            roster.jabatan,
            strict=True,
        )
        return [f"{name}\n{nip}\n{units[opd]}\n{posts[post]}" for name, nip, opd, post in rows]

    def search(self, text: str) -> Bool | None:
        """Return bool[n], who has every word of a text somewhere; None where it has no words.

        An NIP may be written in its groups: figures that follow each other are one word.
        """
        words = _words(text)
        if not words:
            return None
        lines = self._lines
        found = np.fromiter((words[0] in line for line in lines), np.bool_, len(lines))
        for word in words[1:]:
            left = np.flatnonzero(found).tolist()
            found[left] = [word in lines[at] for at in left]
        return found


def _words(text: str) -> list[str]:
    words: list[str] = []
    for word in text.casefold().split():
        if words and word.isdecimal() and words[-1].isdecimal():
            words[-1] += word
        else:
            words.append(word)
    return words
