"""Which known spelling an unknown one is most like: to be offered, never taken."""

from __future__ import annotations

from fractions import Fraction

from rapidfuzz.distance import OSA

from .vocabulary import Spellings, key

ENOUGH = Fraction(7, 10)
"""Likeness beyond which a known spelling speaks for its code."""


def likeliest_code(spellings: Spellings, text: str) -> int | None:
    """Return the code of the known spelling that a text is most like; None where none is near."""
    wanted, best, found = key(text), ENOUGH, None
    for known, code in spellings.exact.items():
        alike = Fraction(OSA.similarity(wanted, known), max(len(wanted), len(known), 1))
        if alike > best:
            best, found = alike, code
    return found
