"""Indonesian numbers, dates and number words: the only place where a value becomes text.

Points are int thousandths, means `fractions.Fraction` of points; no float comes in or goes out.
Two families: what people read (`1.234,56`, U+2212 for minus) and the plain form with a decimal
point for JSON and CSV (`1234.56`).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from math import floor

MINUS = "\u2212"
EN_DASH = "\u2013"
NBSP = "\u00a0"

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

_ANGKA = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_KELIPATAN = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
    (10**2, "ratus"),
    (10, "puluh"),
)
_MOST_DECIMALS = 9
_NIP_GROUPS = (8, 14, 15)


class Pembulatan(Enum):
    """How a value is brought to its printed decimals."""

    BULAT = "bulat"
    """Half up in magnitude: 0,005 becomes 0,01 and −0,005 becomes −0,01."""
    POTONG = "potong"
    """Cut towards zero, as Bontang prints its achievements."""


def points(thousandths: int) -> Fraction:
    """Return points as an exact fraction, from thousandths."""
    return Fraction(thousandths, 1000)


def scaled(value: Fraction | int, decimals: int, pembulatan: Pembulatan = Pembulatan.BULAT) -> int:
    """Return `value` times 10**decimals as the whole number that is printed.

    Args:
        value: Points, per cent or any exact number.
        decimals: Digits after the comma, 0 or more.
        pembulatan: Half up in magnitude, or cut towards zero.
    """
    exact = Fraction(value) * 10**decimals
    size = abs(exact)
    half = Fraction(1, 2) if pembulatan is Pembulatan.BULAT else 0
    whole: int = floor(size + half)
    return -whole if exact < 0 else whole


def format_int(value: int) -> str:
    """Format a count: `3.395`, `−12`."""
    return _minus(value) + _thousands(str(abs(value)))


def format_number(
    value: Fraction | int, decimals: int, pembulatan: Pembulatan = Pembulatan.BULAT
) -> str:
    """Format an exact number with a fixed number of decimals: `1.234,50`, `−3,41`, never `−0,00`.

    Args:
        value: Points (not thousandths), per cent or any exact number.
        decimals: Digits after the comma, 0 or more.
        pembulatan: Half up in magnitude, or cut towards zero.
    """
    whole, tail = _split(scaled(value, decimals, pembulatan), decimals)
    sign = MINUS if whole.startswith("-") else ""
    text = sign + _thousands(whole.lstrip("-"))
    return f"{text},{tail}" if tail else text


def format_points(thousandths: int, decimals: int | None = None) -> str:
    """Format int thousandths of points: `22,5`, or with fixed decimals `22,50`.

    Args:
        thousandths: Points times 1000.
        decimals: Digits after the comma; None prints the fewest that are exact.
    """
    if decimals is None:
        decimals = decimals_needed(thousandths)
    return format_number(points(thousandths), decimals)


def decimals_needed(*thousandths: int) -> int:
    """Return how many decimals the most demanding of these thousandths needs, 0 to 3."""
    for decimals, step in enumerate((1000, 100, 10)):
        if all(value % step == 0 for value in thousandths):
            return decimals
    return 3


def format_exact(value: Fraction | int, least: int = 0) -> str:
    """Format with the fewest decimals that are exact, at least some: `24`, `7,5`, `90,10`.

    Raises:
        ValueError: No number of decimals is exact.
    """
    return format_number(value, _exact_decimals(value, least))


def plain_exact(value: Fraction | int) -> str:
    """Format for machines with the fewest decimals that are exact: `25`, `90.11`.

    Raises:
        ValueError: No number of decimals is exact.
    """
    return plain_number(value, _exact_decimals(value, 0))


def _exact_decimals(value: Fraction | int, least: int) -> int:
    for decimals in range(least, _MOST_DECIMALS + 1):
        if Fraction(value * 10**decimals).denominator == 1:
            return decimals
    raise ValueError(f"no decimals make {value} exact")


def format_gain(thousandths: int, decimals: int | None = None) -> str:
    """Format a change of points with its sign: `+15`, `−2,5`, and `0` without one."""
    text = format_points(thousandths, decimals)
    changed = any(digit in text for digit in "123456789")
    return "+" + text if thousandths > 0 and changed else text


def format_percent(
    value: Fraction | int, decimals: int = 2, pembulatan: Pembulatan = Pembulatan.BULAT
) -> str:
    """Format per cent for running text, without a space: `95,44%`. In tables the head says (%)."""
    return format_number(value, decimals, pembulatan) + "%"


def percent_of(part: Fraction | int, whole: Fraction | int) -> Fraction:
    """Return `part` as exact per cent of `whole`.

    Raises:
        ZeroDivisionError: when `whole` is 0.
    """
    return Fraction(part) * 100 / Fraction(whole)


def plain_number(
    value: Fraction | int, decimals: int, pembulatan: Pembulatan = Pembulatan.BULAT
) -> str:
    """Format for machines, with a decimal point and no thousands points: `71.59`, `-3.41`."""
    whole, tail = _split(scaled(value, decimals, pembulatan), decimals)
    return f"{whole}.{tail}" if tail else whole


def plain_points(thousandths: int, decimals: int | None = None) -> str:
    """Format int thousandths for machines: `22.5`; with fixed decimals `22.50`."""
    if decimals is None:
        decimals = decimals_needed(thousandths)
    return plain_number(points(thousandths), decimals)


def plain_fraction(value: Fraction) -> str:
    """Format an exact fraction in lowest terms: `41183/3395`, and `15` for a whole number."""
    return str(value)


def format_date(day: date) -> str:
    """Format a date: `1 Februari 2022`, without a leading zero."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def format_time(moment: datetime, zona: str, *, seconds: bool = False) -> str:
    """Format a time of day: `08.00 WITA`.

    Args:
        moment: The local time.
        zona: WIB, WITA or WIT.
        seconds: Whether to add them, as an electronic mark does.
    """
    clock = moment.strftime("%H.%M.%S" if seconds else "%H.%M")
    return f"{clock} {zona}"


def format_nip(nip: str) -> str:
    """Group an NIP as on paper: `19850312 201001 1 004`; anything else comes back unchanged."""
    if len(nip) != 18 or not (nip.isascii() and nip.isdigit()):
        return nip
    first, second, third = _NIP_GROUPS
    return f"{nip[:first]} {nip[first:second]} {nip[second:third]} {nip[third:]}"


def format_fingerprint(sha256: str, separator: str = " ", digits: int = 64) -> str:
    """Group the first `digits` hex digits of a fingerprint in fours, in capitals."""
    text = sha256.upper()[:digits]
    return separator.join(text[at : at + 4] for at in range(0, len(text), 4))


def roman(value: int) -> str:
    """Write a positive whole number in Roman capitals: `IV`.

    Raises:
        ValueError: below 1 or above 3999.
    """
    if not 1 <= value <= 3999:
        raise ValueError(f"no Roman numeral for {value}")
    letters = []
    for amount, sign in (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        count, value = divmod(value, amount)
        letters.append(sign * count)
    return "".join(letters)


def spell_int(value: int) -> str:
    """Write a whole number in words: 3395 is `tiga ribu tiga ratus sembilan puluh lima`.

    Raises:
        ValueError: from 10**15 on.
    """
    if abs(value) >= 10**15:
        raise ValueError(f"no words for {value}")
    return f"minus {_words(-value)}" if value < 0 else _words(value)


def spell_printed(printed: str) -> str:
    """Write a number in words from its printed form, decimals digit by digit.

    Args:
        printed: As `format_number` or `format_percent` print it: `71,59`, `−3,41`, `95,44%`.

    Raises:
        ValueError: when the text is no such number.
    """
    match = re.fullmatch(rf"({MINUS})?(\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,(\d+))?(%)?", printed)
    if match is None:
        raise ValueError(f"not a printed number: {printed!r}")
    sign, whole, tail, percent = match.groups()
    words = ["minus"] if sign else []
    words.append(spell_int(int(whole.replace(".", ""))))
    if tail:
        words += ["koma", *(_ANGKA[int(digit)] for digit in tail)]
    if percent:
        words.append("persen")
    return " ".join(words)


def _minus(value: int) -> str:
    return MINUS if value < 0 else ""


def _thousands(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".") if len(digits) > 3 else digits


def _split(whole: int, decimals: int) -> tuple[str, str]:
    """Cut the printed whole number into what stands before and after the comma."""
    sign = "-" if whole < 0 else ""
    digits = str(abs(whole)).rjust(decimals + 1, "0")
    cut = len(digits) - decimals
    return sign + digits[:cut], digits[cut:]


def _words(value: int) -> str:
    if value < 12:
        return _ANGKA[value]
    if value < 20:
        return f"{_ANGKA[value - 10]} belas"
    amount, name = next(step for step in _KELIPATAN if value >= step[0])
    count, rest = divmod(value, amount)
    # seratus and seribu, but satu juta; seratus satu ribu, not seratus seribu.
    lead = f"se{name}" if count == 1 and amount in (100, 1000) else f"{_words(count)} {name}"
    return f"{lead} {_words(rest)}" if rest else lead
