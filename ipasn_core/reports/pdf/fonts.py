"""The faces of the paper: how wide their characters are, and which pairs are kerned.

Naskah IPASN has the metric of Bookman: TeX Gyre Bonum with quadratic outlines, since ReportLab
refuses those of PostScript; under its licence a changed font takes another name.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ...formatting import NBSP
from ...resources import resource
from ..document import Huruf

CAP_HEIGHT = 0.7
"""Height of capitals and figures of Liberation Sans, in em."""


class _Widths(dict[str, float]):
    """Widths in em; a character without a glyph is as wide as the box drawn for it."""

    def __init__(self, widths: Mapping[int, float], missing: float) -> None:
        super().__init__({chr(code): width / 1000 for code, width in widths.items()})
        self._missing = missing / 1000

    def __missing__(self, char: str) -> float:
        self[char] = self._missing
        return self._missing


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A typeface, registered with ReportLab.

    Attributes:
        name: Its name there.
        kern: Kerning of pairs, in em.
        chars: What it has glyphs for.
    """

    name: str
    kern: Mapping[str, float]
    chars: frozenset[str] = field(repr=False)
    _widths: dict[str, float] = field(repr=False)

    def width(self, text: str, size: float) -> float:
        """Measure text in points, without kerning."""
        return sum(map(self._widths.__getitem__, text)) * size

    def kerned_width(self, text: str, size: float) -> float:
        """Measure text in points, with kerning."""
        gaps = sum(self.kern.get(a + b, 0.0) for a, b in pairwise(text))
        return self.width(text, size) + gaps * size


@dataclass(frozen=True, slots=True)
class Faces:
    """What the pages are set in."""

    regular: Face
    bold: Face
    mono: Face


@cache
def load_faces() -> Faces:
    """Register the shipped faces once and return them."""
    return Faces(
        *(_load(f"Liberation{name}") for name in ("Sans-Regular", "Sans-Bold", "Mono-Regular"))
    )


@cache
def load_text_faces(huruf: Huruf) -> Faces:
    """Register what running text is set in and return it."""
    plain = load_faces()
    if huruf is Huruf.ARIAL:
        return plain
    regular, bold = (_load(f"NaskahIPASN-{name}") for name in ("Regular", "Bold"))
    return Faces(regular, bold, plain.mono)


def _load(name: str) -> Face:
    path = resource("fonts", f"{name}.ttf")
    font = TTFont(name, path)
    pdfmetrics.registerFont(font)
    codes: dict[int, int] = font.face.charToGlyph
    widths = _Widths(font.face.charWidths, font.face.defaultWidth)
    widths[NBSP] = widths[" "]
    chars = frozenset(chr(code) for code, glyph in codes.items() if glyph)
    return Face(name, _read_kerning(path, codes), chars, widths)


def _read_kerning(path: Path, codes: Mapping[int, int]) -> dict[str, float]:
    """Read the pairs of the font's `kern` table (version 0, format 0) of Latin characters."""
    data = path.read_bytes()
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {
        tag: offset
        for tag, _, offset, _ in (
            struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count)
        )
    }
    if b"kern" not in tables:
        return {}
    (unit,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    chars = {glyph: chr(code) for code, glyph in codes.items() if code < 0x250}
    start = tables[b"kern"]
    (pairs,) = struct.unpack_from(">H", data, start + 10)
    kern: dict[str, float] = {}
    for left, right, value in struct.iter_unpack(">HHh", data[start + 18 : start + 18 + 6 * pairs]):
        if left in chars and right in chars:
            kern[chars[left] + chars[right]] = value / unit
    return kern
