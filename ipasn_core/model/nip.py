"""NIP and NI PPPK: 18 digits that say who, since when and which sex; there is no check digit.

Layout (PNS): birth date YYYYMMDD, appointment month YYYYMM, sex 1/2, serial 001–999.
Layout (NI PPPK): birth date, appointment year YYYY, "2" and a digit 1–9, sex, serial.
"""

from __future__ import annotations

import datetime
import re

from .vocab import Status

_WRAPPING = re.compile(r"^['\"`’‘“(]*(?:(?:NI)?PPPK|NIP)*:*", re.IGNORECASE)
"""What stands before the digits once blanks and dots are gone: NIP, NIP:, NIPNIPPPK …"""

_SEPARATORS = re.compile(r"[\s.\-/_\u00a0\u2007\u202f\u200b-\u200f\u2060\ufeff]+|['\"`’”)]+$")
_FULL_WIDTH = {0xFF10 + n: 48 + n for n in range(10)}
"""Digits as East Asian keyboards write them."""

_SCIENTIFIC = re.compile(r"^\d(?:[.,]\d+)?E\+?\d+$", re.IGNORECASE)

DIGITS = 18
LAHIR, BULAN_ANGKAT, KELAMIN, URUT = "tanggal lahir", "bulan pengangkatan", "jenis kelamin", "urut"


def clean(text: str) -> str:
    """Take off what offices write around an NIP: apostrophe, "NIP.", spaces, dots, wide digits.

    >>> clean("'19850312 201001 1 004")
    '198503122010011004'
    """
    bare = _SEPARATORS.sub("", text.strip("\u200b\u200e\u200f\u2060\ufeff"))
    return _WRAPPING.sub("", bare, count=1).translate(_FULL_WIDTH)


def is_scientific(text: str) -> bool:
    """Tell whether the text is a number as a spreadsheet abbreviates it (1,98503E+17)."""
    return bool(_SCIENTIFIC.match(text.strip()))


def fault(digits: str) -> str | None:
    """Return which part of 18 digits cannot be, or None for a possible NIP.

    >>> fault("198513122010011004")
    'tanggal lahir'
    """
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    try:
        datetime.date(year, month, day)
    except ValueError:
        return LAHIR
    if not 1900 <= year <= 2100:
        return LAHIR
    angkat = int(digits[12:14])
    if not (1 <= angkat <= 12 or 21 <= angkat <= 29) or not 1945 <= int(digits[8:12]) <= 2100:
        return BULAN_ANGKAT
    if digits[14] not in "12":
        return KELAMIN
    if digits[15:] == "000":
        return URUT
    return None


def is_possible(digits: str) -> bool:
    """Tell whether a text is 18 digits that can be an NIP."""
    plain = len(digits) == DIGITS and digits.isascii() and digits.isdecimal()
    return plain and fault(digits) is None


def status_of(nip: int) -> Status:
    """Read the kind of civil servant off digits 13–14: 01–12 PNS, 21–29 PPPK."""
    return Status.PNS if nip // 10_000 % 100 <= 12 else Status.PPPK


def sex_of(nip: int) -> int:
    """Read the sex off digit 15: 1 male, 2 female."""
    return nip // 1000 % 10
