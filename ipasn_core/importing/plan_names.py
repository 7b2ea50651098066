"""Names as several tables of a call spell them: with and without gelar, in capitals or not."""

from __future__ import annotations

import re

_FRONT = frozenset("prof dr drs dra ir h hj drg drh apt ns k kh tgk".split())
_BEHIND = frozenset(
    "se sh st sp skm sip ssos spd spdi spdsd spdaud sag shut skom sstp sstpi mm mh mt msi mpd mpdi "
    "mkes map mp mmr mars amd amk amkeb amdkeb amdkep amdak skep sst sstkeb spt spi spsi sfarm "
    "sgz ssi ssn ners ns apt ma mag msc phd mba mkom mhum mkeb mkep mph mikom mak mec sap sak "
    "sikom sth lc bsc ba ak ahli amdpk strkeb strkep stp".split()
)
_DOTTED = re.compile(r"[a-z]{1,5}(?:\.[a-z]{1,6})+\.?", re.IGNORECASE)
"""A gelar written with dots inside: S.Sos, A.Md.Keb."""


def name_key(name: str) -> str:
    """Return what is the same for all spellings of a name: its letters, without gelar.

    >>> name_key("Drs. BUDI  SANTOSO, M.Si") == name_key("Budi Santoso")
    True
    """
    words = name.split(",", maxsplit=1)[0].split()
    while len(words) > 1 and _letters(words[0]) in _FRONT:
        del words[0]
    while len(words) > 1 and _is_behind(words[-1]):
        del words[-1]
    return _letters("".join(words)) or _letters(name)


def fuller(first: str, second: str) -> str:
    """Choose between two spellings of one name: always the same, in whatever order they come.

    The one with more letters, so that gelar complete a name; then the one not all in capitals.
    """
    return max(first, second, key=_fullness)


def _fullness(name: str) -> tuple[int, bool, int, str]:
    return len(_letters(name)), not name.isupper(), -len(name), name


def _is_behind(word: str) -> bool:
    return ("." in word and _DOTTED.fullmatch(word) is not None) or _letters(word) in _BEHIND


def _letters(text: str) -> str:
    folded = text.casefold()
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))
