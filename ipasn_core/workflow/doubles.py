"""Who may be the same person twice: the same name, and an NIP that is nearly the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..model.roster import Roster

_BIRTH = 10**10
"""What parts the day of birth from the rest of an NIP."""
_DIGITS = 18
_SLIPS = 2
"""So many figures may differ by a slip of the hand."""


def likely_doubles(roster: Roster, tempat: int) -> list[int]:
    """Return indexes of who may be the same person as somebody.

    The name is the same, titles aside, and so is the day of birth; or nearly every figure is.

    Args:
        roster: The year.
        tempat: Index of whom.
    """
    own = int(roster.nip[tempat])
    near = (roster.nip // _BIRTH == own // _BIRTH) | (_slips(roster.nip, own) <= _SLIPS)
    near[tempat] = False
    words = _name(roster.nama[tempat])
    return [
        k
        for k in np.flatnonzero(near).tolist()
        if (other := _name(roster.nama[k])) <= words or words <= other
    ]


def _slips(nips: NDArray[np.int64], own: int) -> NDArray[np.int64]:
    """Return int64[n], in how many figures NIPs differ from one."""
    found = np.zeros(len(nips), np.int64)
    left, mine = nips.copy(), own
    for _ in range(_DIGITS):
        found += left % 10 != mine % 10
        left //= 10
        mine //= 10
    return found


def _name(text: str) -> frozenset[str]:
    """Return the words of a name without its titles: what has a dot or follows a comma."""
    words = text.split(",", maxsplit=1)[0].casefold().split()
    return frozenset(word for word in words if "." not in word) or frozenset(words)
