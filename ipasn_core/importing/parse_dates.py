"""Read dates of any precision into evidence's `yyyymmdd`, unknown parts zero."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from enum import Enum

from ..model.cards_values import TANGGAL_DUA_ARTI, TANGGAL_TAK_TERBACA
from .layout_heads import text_of
from .parse_values import BLANK, Cell, Fault, Reader, show
from .vocabulary import Vocabulary

FIRST_YEAR, LAST_YEAR = 1940, 2100
SERIALS = range(20_000, 80_000)
"""Excel's day numbers of 1954 to 2119: in a column of dates nothing else has five digits."""

_EPOCH = dt.date(1899, 12, 30)
_CLOCK = r"(?:[t ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:z| ?[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_CLOCK}")
_DMY = re.compile(rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ](\d{{4}}){_CLOCK}")
_NAMED = re.compile(r"(?:[a-z']+,? +)?(\d{1,2})[ .-]*([a-z]+)[ .,-]*(\d{4})")
_MONTH = re.compile(r"([a-z]+)[ .,-]+(\d{4})")
_MY = re.compile(r"(\d{1,2})[-/](\d{4})")
_YM = re.compile(r"(\d{4})-(\d{1,2})")
_SHAPES = (
    (_ISO, "ymd"),
    (_DMY, "dmy"),
    (_NAMED, "dmy"),
    (_MY, "my"),
    (_YM, "ym"),
    (_MONTH, "my"),
)
"""Shapes of written dates and the order of their parts: year, month, day."""

_SHORT_SHAPES = (
    (re.compile(rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ]'?(\d{{2}}){_CLOCK}"), "dmy"),
    (re.compile(r"(?:[a-z']+,? +)?(\d{1,2})[ .-]*([a-z]{3,})[ .,-]*'?(\d{2})"), "dmy"),
)
"""Shapes of dates whose year has two digits."""

_TWO_WAY = re.compile(r"\s*'?(\d{1,2})[-/.](\d{1,2})([-/.](?:\d{4}|\d{2}))(?!\d)(.*)", re.DOTALL)
"""A day and a month as numbers, in whichever order."""

_WHOLE = re.compile(r"(\d{4,5}|\d{8})\.0+")
"""A year or day number as programs write it that know only decimals."""

_YEAR = re.compile(r"(?:tahun |th\.? ?|thn\.? ?)?(\d{4})")
_BETWEEN = re.compile(r"\s+(?:s\.?\s?/?d\.?|sampai(?:\s+dengan)?|to|-|–|—)\s+", re.IGNORECASE)
_DAYS = re.compile(r"(\d{1,2})\s*[-–]\s*(\d{1,2})\s+([a-z]+\s+\d{4})", re.IGNORECASE)

_MONTHS = (
    ("januari", "january"),
    ("februari", "february", "pebruari"),
    ("maret", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("agustus", "august", "agt", "ags"),
    ("september",),
    ("oktober", "october"),
    ("november", "nopember"),
    ("desember", "december"),
)


class DateOrder(Enum):
    """In which order a column writes day and month."""

    HARI = "hari"
    BULAN = "bulan"
    CAMPUR = "campur"


def date_order(values: Iterable[object]) -> tuple[DateOrder, str]:
    """Tell the order by the dates that can be read in one way only; day first where there is none.

    Returns:
        The order, and a date with the month first, empty where there is none.
    """
    days, months = False, ""
    for value in values:
        if isinstance(value, str) and (match := _TWO_WAY.fullmatch(value)):
            one, two = int(match[1]), int(match[2])
            days |= one > 12 >= two
            if two > 12 >= one:
                months = months or value.strip()
    if not months:
        return DateOrder.HARI, ""
    return (DateOrder.CAMPUR if days else DateOrder.BULAN), months


def unsettled(values: Iterable[object]) -> str:
    """Return a date that a column never settles, empty where there is none.

    Only dates with slashes are in question, as programs set to American ways write them, and only
    where each of the column's can be read two ways and not every one says the same both ways.
    """
    found = ""
    for value in values:
        if not isinstance(value, str) or (match := _TWO_WAY.fullmatch(value)) is None:
            continue
        one, two = int(match[1]), int(match[2])
        if "/" not in value or max(one, two) > 12:
            return ""
        if one != two:
            found = found or value.strip()
    return found


def date_reader(
    kolom: str,
    vocab: Vocabulary,
    *,
    first: bool = False,
    order: DateOrder = DateOrder.HARI,
    until: int = 0,
) -> Reader:
    """Return the reader of a column of dates.

    Args:
        kolom: The column's head, for the finding's words.
        vocab: The vocabulary.
        first: Of a span "24 s.d. 26 Mei 2021" the first day is wanted, else the last.
        order: In which order the column writes day and month.
        until: As `to_date`.
    """

    def read(value: object) -> Cell:
        if value is None:
            return BLANK
        if isinstance(value, str) and (not value.strip() or vocab.says("tanpa", value)):
            return BLANK
        written = value
        if order is not DateOrder.HARI and isinstance(value, str):
            one, two = _both_ways(value)
            ways = {to_date(one, until=until), to_date(two, until=until)} - {None}
            if len(ways) == 2 and order is DateOrder.CAMPUR:
                return Cell(None, Fault(TANGGAL_DUA_ARTI, {"kolom": kolom, "nilai": show(value)}))
            written = two if to_date(two, until=until) is not None else one
        date = to_date(written, first=first, until=until)
        if date is None:
            return Cell(None, Fault(TANGGAL_TAK_TERBACA, {"kolom": kolom, "nilai": show(value)}))
        return Cell(date)

    return read


def _both_ways(text: str) -> tuple[str, str]:
    """Return a date as it is written, and with its first two numbers changed about."""
    match = _TWO_WAY.fullmatch(text)
    return (text, f"{match[2]}-{match[1]}{match[3]}{match[4]}") if match else (text, text)


def to_date(value: object, *, first: bool = False, until: int = 0) -> int | None:
    """Return a date as `yyyymmdd`, None where it cannot be read without guessing.

    Args:
        value: Raw cell.
        first: As `date_reader`.
        until: Last year that a year of two digits can mean, 0 where it means none. The years
            between it and `FIRST_YEAR` of the century after are nobody's: there it is no date.

    >>> to_date("13 Januari 2022"), to_date("31/12/2021"), to_date("Juli 2021"), to_date(2021)
    (20220113, 20211231, 20210700, 20210000)
    """
    if isinstance(value, (dt.datetime, dt.date)):
        return _checked(value.year, value.month, value.day)
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return _from_number(value)
    if not isinstance(value, str):
        return None
    text = text_of(value).lstrip("'").casefold()
    if match := _WHOLE.fullmatch(text):
        text = match[1]
    return _from_text(_one_end(text, first=first), until)


def short_year(value: object, until: int) -> int | None:
    """Return the date of a text whose year has two digits, None of any other.

    >>> short_year("12-4-19", 2021), short_year("12-4-2019", 2021), short_year("5 Mei 85", 2021)
    (20190412, None, 19850505)
    """
    if not isinstance(value, str) or to_date(value) is not None:
        return None
    return to_date(value, until=until)


def _from_number(value: float) -> int | None:
    whole = int(value) if abs(value) < 10**9 else 0
    if whole in SERIALS:
        day = _EPOCH + dt.timedelta(days=whole)
        return _checked(day.year, day.month, day.day)
    if whole != value:
        return None
    if FIRST_YEAR <= whole <= LAST_YEAR:
        return whole * 10_000
    if whole >= FIRST_YEAR * 10_000:
        return _checked(whole // 10_000, whole // 100 % 100, whole % 100)
    return None


def _from_text(text: str, until: int) -> int | None:
    if text.isdecimal():
        return _from_number(int(text)) if len(text) in (4, 5, 8) else None
    if match := _YEAR.fullmatch(text):
        return _from_number(int(match[1]))
    for pattern, order in (*_SHAPES, *(_SHORT_SHAPES if until else ())):
        match = pattern.fullmatch(text)
        if match is not None:
            found = dict(zip(order, match.groups(), strict=True))
            month = found["m"]
            number = int(month) if month.isdecimal() else _month(month)
            return _checked(_year(found["y"], until), number, int(found.get("d", 0)))
    return None


def _year(digits: str, until: int) -> int:
    """Return a year; of two digits the latest that is not after `until`."""
    year = int(digits)
    if len(digits) > 2:
        return year
    year += until // 100 * 100
    return year if year <= until else year - 100


def _one_end(text: str, *, first: bool) -> str:
    """Return one end of a span of days; what the first end leaves out, the last one says."""
    if match := _DAYS.fullmatch(text):
        return f"{match[1] if first else match[2]} {match[3]}"
    parts = _BETWEEN.split(text)
    if len(parts) != 2:
        return text
    start, end = parts
    if not first:
        return end
    missing = len(end.split()) - len(start.split())
    return " ".join([start, *end.split()[-missing:]]) if missing > 0 else start


def _month(word: str) -> int:
    """Return the month a word or its abbreviation (three letters or more) names, else 0."""
    for number, names in enumerate(_MONTHS, start=1):
        if len(word) >= 3 and any(name.startswith(word) for name in names):
            return number
    return 0


def _checked(year: int, month: int, day: int) -> int | None:
    """Return the parts as one number if such a day, or month, exists; `day` 0 is not known."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        dt.date(year, month, day or 1)
    except ValueError:
        return None
    return year * 10_000 + month * 100 + day


def written(date: int) -> str:
    """Return a date as an officer writes it, as far as it is known.

    >>> written(20211231), written(20210700), written(20210000)
    ('31-12-2021', '07-2021', '2021')
    """
    parts = (date % 100, date // 100 % 100, date // 10_000)
    return "-".join(f"{part:02d}" for part in parts if part)
