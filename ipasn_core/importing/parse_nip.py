"""Read the NIP, never mend it: what a spreadsheet rounded is refused, not converted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
import numpy.typing as npt

from ..model import nip as nips
from ..model.cards_people import NIP_ANGKA, NIP_BUKAN_18_ANGKA, NIP_KOSONG, NIP_TIDAK_SAH
from .layout_heads import text_of
from .parse_values import Fault, show

Int64 = npt.NDArray[np.int64]

DIGITS = 18
PARTS = ("", nips.LAHIR, nips.BULAN_ANGKAT, nips.KELAMIN)

_INSIDE = re.compile(
    r"(?:NI(?:P|\s?PPPK)\.?\s*:?\s*)?((?<!\d)\d{8}[\s.-]?\d{6}[\s.-]?\d[\s.-]?\d{3}(?!\d))", re.I
)


def not_plain(values: Sequence[object]) -> list[int]:
    """Return the places of values that are not simply 18 digits."""
    if set(map(type, values)) == {str}:
        texts = cast("Sequence[str]", values)
        if set(map(len, texts)) == {DIGITS} and _all_digits("".join(texts)):
            return []
    odd = [i for i, v in enumerate(values) if type(v) is not str or len(v) != DIGITS]
    if _all_digits("".join(v for v in values if type(v) is str and len(v) == DIGITS)):
        return odd
    return [i for i, value in enumerate(values) if not _is_plain(value)]


def _all_digits(text: str) -> bool:
    return not text or (text.isascii() and text.isdecimal())


def _is_plain(value: object) -> bool:
    return type(value) is str and len(value) == DIGITS and value.isascii() and value.isdecimal()


def read_nips(values: Sequence[object]) -> tuple[list[int], dict[int, Fault]]:
    """Read a column of NIP.

    Returns:
        The numbers, 0 where a cell is faulty, and the faults by place.
    """
    faults: dict[int, Fault] = {}
    digits = list(map(str, values))
    for i in not_plain(values):
        found = _clean(values[i])
        if isinstance(found, str):
            digits[i] = found
        else:
            faults[i] = found
            digits[i] = "0" * DIGITS
    numbers = np.array(list(map(int, digits)), dtype=np.int64)
    births = _impossible(numbers // 10**10, "{:08d}2010011001", _ordinary)
    appointments = _impossible(numbers // 10**3 % 10**7, "19850101{:07d}001")
    rounded = numbers % 1000 == 0
    for i in np.flatnonzero((births > 0) | (appointments > 0) | rounded).tolist():
        if i not in faults:
            part = PARTS[births[i] or appointments[i]]
            faults[i] = _fault(part, text_of(values[i]))
    result: list[int] = numbers.tolist()
    for i in faults:
        result[i] = 0
    return result, faults


def _impossible(
    parts: Int64, template: str, surely: Callable[[Int64], npt.NDArray[np.bool_]] | None = None
) -> Int64:
    """Return for each part of an NIP 0, or which part `PARTS` says is impossible.

    Thousands share a birth date or an appointment, so each is judged once.

    Args:
        parts: The part of each NIP.
        template: An NIP with a hole for the part, possible everywhere else.
        surely: Tells parts that need not be judged.
    """
    distinct = np.unique(parts)
    asked = distinct if surely is None else distinct[~surely(distinct)]
    verdicts = [PARTS.index(nips.fault(template.format(part)) or "") for part in asked.tolist()]
    if not any(verdicts):
        return np.zeros(len(parts), dtype=np.int64)
    of_distinct = np.zeros(len(distinct), dtype=np.int64)
    of_distinct[np.searchsorted(distinct, asked)] = verdicts
    return of_distinct[np.searchsorted(distinct, parts)]


def _ordinary(births: Int64) -> npt.NDArray[np.bool_]:
    """Tell birth dates that exist in every year, within a hundred years that are possible."""
    year, month, day = births // 10_000, births // 100 % 100, births % 100
    days = (day >= 1) & (day <= 28)
    return days & (month >= 1) & (month <= 12) & (year >= 1920) & (year < 2020)


def _fault(part: str, text: str) -> Fault:
    if part:
        return Fault(NIP_TIDAK_SAH, {"nilai": show(text), "bagian": part})
    # Serial 000 is the mark of a number: a spreadsheet puts zeros where it lost the digits.
    return Fault(NIP_ANGKA, {"nilai": show(text)})


def _clean(value: object) -> str | Fault:
    """Return the 18 digits of a cell that has more around them, or what is wrong with it."""
    if isinstance(value, (int, float)):
        return Fault(NIP_ANGKA, {"nilai": show(value)})
    text = text_of(value)
    if not text:
        return Fault(NIP_KOSONG, {})
    if nips.is_scientific(text):
        return Fault(NIP_ANGKA, {"nilai": show(text)})
    digits = nips.clean(text)
    if _is_plain(digits):
        return digits
    count = sum(c.isdecimal() for c in digits)
    what = f"{count} angka" if digits.isdecimal() else f"{count} angka dan huruf atau tanda"
    return Fault(NIP_BUKAN_18_ANGKA, {"nilai": show(text), "jumlah": what})


def split_name(value: object) -> tuple[str, str]:
    """Part a cell that holds a name and an NIP: ("Budi", "1985…"); either may be missing."""
    text = text_of(value)
    match = _INSIDE.search(text)
    if match is None:
        return text, ""
    name = (text[: match.start()] + " " + text[match.end() :]).strip(" /-,;:()")
    return " ".join(name.split()), match[1]
