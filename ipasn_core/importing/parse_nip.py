"""Read the NIP, never mend it: what a spreadsheet rounded is refused, not converted."""

from __future__ import annotations

import re

from ipasn_core.importing.layout_heads import text_of
from ipasn_core.importing.parse_values import Cell, Fault, show
from ipasn_core.model import nip as nips
from ipasn_core.model.catalogue import (
    NIP_ANGKA,
    NIP_BUKAN_18_ANGKA,
    NIP_KOSONG,
    NIP_TIDAK_SAH,
)

DIGITS = 18

_INSIDE = re.compile(
    r"(?:NI(?:P|\s?PPPK)\.?\s*:?\s*)?((?<!\d)\d{8}\s?\d{6}\s?\d\s?\d{3}(?!\d))", re.I
)


class NipReader:
    """Reads NIP cells; remembers which birth dates exist, since thousands share them."""

    def __init__(self) -> None:
        self._births: dict[str, str | None] = {}
        self._appointments: dict[str, str | None] = {}

    def __call__(self, value: object) -> Cell:
        """Return the NIP as a number, or what is wrong with the cell."""
        if type(value) is str and len(value) == DIGITS and value.isdigit() and value.isascii():
            return self._checked(value, value)
        if isinstance(value, (int, float)):
            return Cell(None, Fault(NIP_ANGKA, {"nilai": show(value)}))
        text = text_of(value)
        if not text:
            return Cell(None, Fault(NIP_KOSONG, {}))
        if nips.is_scientific(text):
            return Cell(None, Fault(NIP_ANGKA, {"nilai": show(text)}))
        digits = nips.clean(text)
        if len(digits) != DIGITS or not (digits.isdigit() and digits.isascii()):
            count = sum(c.isdigit() for c in digits)
            what = f"{count} angka" if digits.isdigit() else f"{count} angka dan huruf atau tanda"
            return Cell(None, Fault(NIP_BUKAN_18_ANGKA, {"nilai": show(text), "jumlah": what}))
        return self._checked(digits, text)

    def _checked(self, digits: str, text: str) -> Cell:
        birth, rest = digits[:8], digits[8:15]
        fault = self._birth(birth) or self._appointment(rest)
        if fault is not None:
            return Cell(None, Fault(NIP_TIDAK_SAH, {"nilai": show(text), "bagian": fault}))
        if digits.endswith("000"):
            # The mark of a number: a spreadsheet puts zeros where it lost the digits.
            return Cell(None, Fault(NIP_ANGKA, {"nilai": show(text)}))
        return Cell(int(digits))

    def _birth(self, part: str) -> str | None:
        if part not in self._births:
            self._births[part] = nips.fault(part + "201001" + "1" + "001")
        return self._births[part]

    def _appointment(self, part: str) -> str | None:
        if part not in self._appointments:
            self._appointments[part] = nips.fault("19850101" + part + "001")
        return self._appointments[part]


def split_name(value: object) -> tuple[str, str]:
    """Part a cell that holds a name and an NIP: ("Budi", "1985…"); either may be missing."""
    text = text_of(value)
    match = _INSIDE.search(text)
    if match is None:
        return text, ""
    name = (text[: match.start()] + " " + text[match.end() :]).strip(" /-,;:()")
    return " ".join(name.split()), match[1]
