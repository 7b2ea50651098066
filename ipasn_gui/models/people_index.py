"""`PeopleIndex`: what searching and sorting people by words needs, made once a year state."""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ipasn_core.scoring.year_state import YearState

Int64 = NDArray[np.int64]
Bool = NDArray[np.bool_]

_SILENT = str.maketrans(dict.fromkeys(".'’‘ʼ`´"))
"""What is written or left out as people like: dots of titles, apostrophes of all shapes."""
_NIP_BEFORE = re.compile(r"\bnip\W*(?=\d)")
_PART = 4096
"""Words that are sorted at a time."""
_BETWEEN_FIGURES = re.compile(r"(?<=\d)[-–/](?=\d)")


def ranks(words: Sequence[str]) -> Int64:
    """Return each word's place among them all, without regard to case; equal words share one."""
    folded = [word.casefold() for word in words]
    place = {word: at for at, word in enumerate(_in_order(list(set(folded))))}
    return np.fromiter((place[word] for word in folded), np.int64, len(folded))


def _in_order(words: list[str]) -> Iterable[str]:
    """Sort words in parts: one call for all of them would keep the window's thread waiting."""
    parts = (words[at : at + _PART] for at in range(0, len(words), _PART))
    return heapq.merge(*(sorted(part) for part in parts))


def searchable(text: str) -> str:
    """Return a text as it is compared: no case, no accents, no dots, no apostrophes."""
    folded = text.casefold()
    if folded.isascii():
        return folded.replace(".", "").replace("'", "").replace("`", "")
    parts = unicodedata.normalize("NFKD", folded.translate(_SILENT))
    return "".join(one for one in parts if not unicodedata.combining(one))


class PeopleIndex:
    """Words of everybody of a year, ready to be searched; each part is made when first needed.

    Args:
        state: The year.
    """

    def __init__(self, state: YearState) -> None:
        self.state = state
        self._last: tuple[list[str], Bool] | None = None

    def prepare(self, before: PeopleIndex | None = None) -> None:
        """Make what searching and sorting need now; for many people this belongs into a job.

        Args:
            before: Of the state before: what is the same of its people is taken over.
        """
        if before is not None:
            self._take_over(before)
        for made in (self._lines, self.name_order, self.post_order, self.opd_order, self.findings):
            assert len(made) == len(self.state.roster)

    def _take_over(self, before: PeopleIndex) -> None:
        own, old = self.state.roster, before.state.roster
        names, posts = own.nama == old.nama, own.jabatan == old.jabatan
        if names:
            self.names, self.name_order = before.names, before.name_order
        if posts:
            self.post_order = before.post_order
        units = own.opd_nama == old.opd_nama and np.array_equal(
            own.keadaan["opd"], old.keadaan["opd"]
        )
        if names and posts and units and np.array_equal(own.nip, old.nip):
            self._lines = before._lines

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
    def findings(self) -> Int64:
        """int64[n], how many findings of each person are open."""
        state, nips = self.state, self.state.roster.nip
        aside = state.diabaikan
        counted = Counter(
            one.temuan.nip for one in state.temuan if one.keadaan == "terbuka" and one.temuan.nip
        )
        counted.update(one.nip for one in state.turunan if not aside or one.id not in aside)
        found = np.zeros(len(nips), np.int64)
        who = np.fromiter(counted.keys(), np.int64, len(counted))
        many = np.fromiter(counted.values(), np.int64, len(counted))
        places = np.searchsorted(nips, who)
        known = places < len(nips)
        known[known] = nips[places[known]] == who[known]
        found[places[known]] = many[known]
        return found

    @cached_property
    def _lines(self) -> list[str]:
        """A line a person: name, NIP, perangkat daerah and post, as they are compared."""
        roster = self.state.roster
        units = [searchable(name) for name in (*roster.opd_nama, "")]
        posts = {post: searchable(post) for post in set(roster.jabatan)}
        rows = zip(
            map(searchable, roster.nama),
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
        # The longest one is the rarest, as a rule.
        words = sorted(_words(text), key=len, reverse=True)
        if not words:
            return None
        lines, left = self._lines, self._narrowed(words)
        if left is None:
            found = np.fromiter((words[0] in line for line in lines), np.bool_, len(lines))
        else:
            found = np.zeros(len(lines), np.bool_)
            found[[at for at in left if words[0] in lines[at]]] = True
        for word in words[1:]:
            found[[at for at in np.flatnonzero(found).tolist() if word not in lines[at]]] = False
        self._last = words, found
        return found

    def _narrowed(self, words: list[str]) -> list[int] | None:
        """Return whom the search before found, where this one can only find fewer: letters more."""
        if self._last is None:
            return None
        before, found = self._last
        if all(any(old in word for word in words) for old in before):
            return np.flatnonzero(found).tolist()
        return None


def _words(text: str) -> list[str]:
    plain = _BETWEEN_FIGURES.sub("", _NIP_BEFORE.sub("", searchable(text)))
    words: list[str] = []
    for word in plain.split():
        if words and word.isdecimal() and words[-1].isdecimal():
            words[-1] += word
        else:
            words.append(word)
    return words
