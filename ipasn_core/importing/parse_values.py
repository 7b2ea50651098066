"""Read one cell: texts, numbers, hours and appraisals, exactly and without guessing."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from ..model.cards_values import (
    JP_DI_LUAR_SKALA,
    JP_TAK_TERBACA,
    NILAI_DI_LUAR_SKALA,
    NILAI_PECAHAN,
    NILAI_TAK_TERBACA,
)
from ..model.finding import Card
from .layout_heads import text_of
from .table import Value
from .vocabulary import Vocabulary

PER_JP = 100
PER_NILAI = 1000
BATAS_JP = 9999
"""No course and no year has more hours: beyond it the cell holds something else."""

SHOWN = 60
"""Characters of a cell that a finding repeats."""

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+")
_YEAR_BEHIND = re.compile(
    r"[\s,(]+(?:tahun\s*|thn\.?\s*|th\.?\s*)?((?:19|20)\d\d)\s*\)?$", re.IGNORECASE
)
_BEHIND = re.compile(r"\s*\(([^()]*)\)$")
_DAYS_BEHIND = re.compile(r"\s*(?:[,/]\s*|\()\d+\s*hari\)?$", re.IGNORECASE)
_HOURS = re.compile(r"\s*(?:jam pelajaran|jpl?|jam)\.?$", re.IGNORECASE)


class Fault(NamedTuple):
    """What is wrong with a cell: the card and its parameters."""

    kartu: Card
    isi: Mapping[str, str]


class Cell(NamedTuple):
    """A cell read: its value, and what was wrong with it."""

    nilai: Value
    salah: Fault | None = None


Reader = Callable[[object], Cell]

BLANK = Cell(None)


def show(value: object) -> str:
    """Return a raw value as an officer sees it in the cell, shortened."""
    if isinstance(value, float) and not value.is_integer():
        text = repr(value).replace(".", ",")
    elif isinstance(value, dt.datetime) and value.time() == dt.time():
        text = value.strftime("%d-%m-%Y")
    else:
        text = text_of(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def read_text(value: object) -> Cell:
    """Read free text: runs of spaces become one, whole numbers lose a spreadsheet's ".0"."""
    if type(value) is str:
        text = " ".join(value.split())
    elif isinstance(value, dt.datetime) and value.time() == dt.time():
        text = value.date().isoformat()
    else:
        text = text_of(value)
    return Cell(text) if text else BLANK


def to_number(value: object, *, grouped: bool) -> Decimal | None:
    """Return a number as the file means it, None where it is none.

    Args:
        value: Raw cell.
        grouped: Whether "1.234" is one thousand two hundred and thirty-four (hours) or has three
            decimals (appraisals, which never reach a thousand).

    >>> to_number("91,25", grouped=False), to_number("1.234", grouped=True)
    (Decimal('91.25'), Decimal('1234'))
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(repr(value)) if math.isfinite(value) else None
    text = text_of(value).replace(" ", "").removeprefix("'")  # an export's guard of texts
    return _from_text(text, grouped=grouped) if _NUMBER.fullmatch(text) else None


def _from_text(text: str, *, grouped: bool) -> Decimal | None:
    """Read digits with commas and dots: where both stand, the last is the decimal mark."""
    if "," in text and "." in text:
        at = max(text.rfind(","), text.rfind("."))
        if text.count(text[at]) > 1:
            return None
        return Decimal(f"{text[:at].replace(',', '').replace('.', '')}.{text[at + 1 :]}")
    if grouped and _GROUPS.fullmatch(text):
        return Decimal(text.replace(".", ""))
    if text.count(",") + text.count(".") > 1:
        return None
    return Decimal(text.replace(",", "."))


def scaled(number: Decimal, factor: int) -> int:
    """Return a number in units of 1/factor, half up."""
    return int((number * factor).quantize(Decimal(1), ROUND_HALF_UP))


def read_hours(value: object) -> Cell:
    """Read JP into hundredths of an hour: 24, "24 JP", "7,5", "24 JP (3 hari)"."""
    if value is None:
        return BLANK
    raw: object = value
    if isinstance(value, str):
        raw = _HOURS.sub("", _DAYS_BEHIND.sub("", value.strip()))
        if not raw:
            return BLANK if not value.strip() else Cell(None, _hours_fault(value))
    number = to_number(raw, grouped=True)
    if number is None:
        return Cell(None, _hours_fault(value))
    if not 0 <= number <= BATAS_JP:
        isi = {"nilai": show(value), "batas": str(BATAS_JP)}
        return Cell(None, Fault(JP_DI_LUAR_SKALA, isi))
    return Cell(scaled(number, PER_JP))


def _hours_fault(value: object) -> Fault:
    return Fault(JP_TAK_TERBACA, {"nilai": show(value)})


def hours_reader(vocab: Vocabulary) -> Reader:
    """Return the reader of JP of a course, where a dash says that none are stated."""

    def read(value: object) -> Cell:
        if isinstance(value, str) and vocab.says("tanpa", value):
            return BLANK
        return read_hours(value)

    return read


def are_fractions(values: Iterable[object]) -> bool:
    """Tell whether a column of appraisals holds 0,9125 for 91,25: nothing in it is above 1."""
    some = False
    for value in values:
        number = to_number(value, grouped=False)
        if number is not None and number > 1:
            return False
        some = some or (number is not None and 0 < number < 1)
    return some


def appraisal_reader(kolom: str, batas: int, vocab: Vocabulary, *, pecahan: bool = False) -> Reader:
    """Return the reader of an appraisal: thousandths of a point, 0 to `batas`.

    Args:
        kolom: Head of the column, for the finding's words.
        batas: End of the scale.
        vocab: The vocabulary.
        pecahan: Whether the column holds fractions, which are refused.
    """

    def read(value: object) -> Cell:
        if value is None or (isinstance(value, str) and not value.strip()):
            return BLANK
        if isinstance(value, str) and (
            vocab.says("tanpa", value) or vocab.says("tanpa_data", value)
        ):
            return BLANK
        number = to_number(_bare(value, vocab), grouped=False)
        if number is None:
            return Cell(None, Fault(NILAI_TAK_TERBACA, {"kolom": kolom, "nilai": show(value)}))
        if pecahan and 0 < number <= 1:
            return Cell(None, Fault(NILAI_PECAHAN, {"kolom": kolom, "nilai": show(value)}))
        if not 0 <= number * PER_NILAI <= batas:
            return Cell(None, out_of_scale(kolom, value, batas))
        return Cell(scaled(number, PER_NILAI))

    return read


def _bare(value: object, vocab: Vocabulary) -> object:
    """Return an appraisal without its percent sign, or the predikat in brackets behind it."""
    if not isinstance(value, str):
        return value
    text = text_of(value)
    behind = _BEHIND.search(text)
    if behind is not None and behind[1] in vocab.nilai["predikat"]:
        text = text[: behind.start()]
    return text.rstrip("% ")


def out_of_scale(kolom: str, value: object, batas: int) -> Fault:
    """Return the fault of an appraisal outside 0 to `batas` thousandths."""
    top = f"{Decimal(batas) / PER_NILAI:f}".replace(".", ",")
    return Fault(NILAI_DI_LUAR_SKALA, {"kolom": kolom, "nilai": show(value), "batas": top})


def split_year(text: str) -> tuple[str, int]:
    """Part a text and the year behind it, as a date: 0 where there is none.

    >>> split_year("Ringan (2019)"), split_year("Ringan")
    (('Ringan', 20190000), ('Ringan', 0))
    """
    match = _YEAR_BEHIND.search(text)
    return (text[: match.start()], int(match[1]) * 10_000) if match else (text, 0)
