"""Whom a pasted list means: NIPs as offices copy them, each found in the year or told why not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

import numpy as np

from ..errors import IpasnError
from ..scoring.year_state import YearState
from .edit_values import read_nip

_NIP = re.compile(r"(?<!\d)(\d{8})[ .\-/]?(\d{6})[ .\-/]?(\d)[ .\-/]?(\d{3})(?!\d)")
_NEARLY = re.compile(r"\d(?:[ .\-/]?\d){11,}|\d[.,]\d+E\+?\d+", re.IGNORECASE)
"""What was meant to be an NIP: twelve figures or more, or a number as a spreadsheet cuts it."""
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
_BLANKS = re.compile(r"[^\S\t\n]+")
_FULL_WIDTH = {0xFF10 + n: 48 + n for n in range(10)}


class Found(Enum):
    """What became of one NIP of the list."""

    ADA = "ditemukan"
    TIDAK_DIUKUR = "tidak diukur"
    TIDAK_ADA = "tidak ditemukan"
    GANDA = "tertulis dua kali"
    SALAH = "bukan NIP"


@dataclass(frozen=True, slots=True)
class PastedPerson:
    """One NIP of the list.

    Attributes:
        tertulis: As it stands in the list.
        nip: The number, 0 where it is none.
        hasil: What became of it.
        tempat: Index into the roster, -1 for nobody.
        sebab: Why it is no NIP, in the words of the catalogue; else empty.
    """

    tertulis: str
    nip: int
    hasil: Found
    tempat: int
    sebab: str = ""


@dataclass(frozen=True, slots=True)
class PastedPeople:
    """A list as it was understood, in its order.

    Attributes:
        orang: Every NIP of it.
        dilewati: Lines in which there is none, heads and names for instance.
    """

    orang: tuple[PastedPerson, ...]
    dilewati: int

    def count(self, hasil: Found) -> int:
        """Return how many came out so."""
        return sum(one.hasil is hasil for one in self.orang)

    @property
    def tempat(self) -> list[int]:
        """Indexes into the roster of whom the list means, each once, measured or not."""
        return [one.tempat for one in self.orang if one.hasil in (Found.ADA, Found.TIDAK_DIUKUR)]


def read_people(text: str, state: YearState) -> PastedPeople:
    """Return whom a pasted list means.

    Names and whatever else stands beside an NIP are ignored; lines without one are counted.

    Args:
        text: The list; NIPs apart by lines, tabs, commas or blanks.
        state: The year.
    """
    plain = _INVISIBLE.sub("", text).translate(_FULL_WIDTH)
    plain = _BLANKS.sub(" ", plain.replace("\r\n", "\n").replace("\r", "\n"))
    written: list[tuple[str, int, str]] = []
    skipped = 0
    for line in plain.split("\n"):
        found = [(match[0], int("".join(match.groups())), "") for match in _NIP.finditer(line)]
        rest = _NEARLY.findall(_NIP.sub("\t", line))
        found += [(one, 0, _why(one)) for one in rest]
        written += found
        skipped += bool(line.strip()) and not found
    return PastedPeople(tuple(_look_up(written, state)), skipped)


def _look_up(written: list[tuple[str, int, str]], state: YearState) -> list[PastedPerson]:
    nips, diukur = state.roster.nip, state.scores.diukur
    asked = np.array([nip for _, nip, _ in written], np.int64)
    places = np.searchsorted(nips, asked)
    known = np.zeros(len(asked), np.bool_)
    inside = places < len(nips)
    known[inside] = nips[places[inside]] == asked[inside]
    seen: set[int] = set()
    people = []
    for (text, nip, why), place, there in zip(
        written, places.tolist(), known.tolist(), strict=True
    ):
        result, sebab = Found.SALAH, why
        if nip and nip in seen:
            result = Found.GANDA
        elif there:
            result = Found.ADA if diukur[place] else Found.TIDAK_DIUKUR
        elif nip:
            sebab = _why(text)
            result = Found.SALAH if sebab else Found.TIDAK_ADA
        seen.add(nip)
        people.append(PastedPerson(text, nip, result, place if there else -1, sebab))
    return people


def _why(text: str) -> str:
    """Return why a text is no NIP; empty where it may be one."""
    try:
        read_nip(text)
    except IpasnError as fault:
        return f"{fault.pesan} {fault.perbaikan}".strip()
    return ""
