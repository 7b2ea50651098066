"""Running text: no-break spaces, faces within a line, paragraphs and lists set into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ...formatting import BULAN, NBSP
from ..document import Tebal
from .breaking import Line, Word, chop, flush_left, justify
from .fonts import CAP_HEIGHT, Face, Faces
from .surface import Surface


@dataclass(frozen=True, slots=True)
class Style:
    """Size and leading, in points."""

    size: float
    leading: float

    @property
    def baseline(self) -> float:
        """From a line's upper edge to its baseline: capitals stand in the middle."""
        return (self.leading + CAP_HEIGHT * self.size) / 2

    @property
    def air(self) -> float:
        """From a line's upper edge to its capitals."""
        return (self.leading - CAP_HEIGHT * self.size) / 2


BODY, BODY_BOOKMAN = Style(11, 16), Style(10.5, 16)
TITLE = Style(12, 16.3)
CAPTION = Style(9.5, 12.4)
NOTE = Style(8, 10.6)
SIGNATURE = Style(11, 15)
COPIES = Style(10, 13.6)
MARK = Style(7.5, 9.9)
ANNEX = Style(9, 11.2)
FOOT = Style(7.5, 9.2)

_UNITS = (
    "JP|poin|pegawai|Pegawai|orang|perangkat|dimensi|instrumen|jabatan|pejabat|kategori|berkas|"
    "hari|minggu|tahun|jam|persen|desimal|kolom|baris|halaman|PNS|PPPK|ASN|OPD|ribu|juta|miliar|mm"
)
_MONTHS = "|".join(BULAN)
_BEFORE_AND_AFTER = (
    (r"\d", rf"(?:{_UNITS}|{_MONTHS})\b"),
    (r"\bNomor", r"\S*\d"),
    (r"\b[Tt]ahun", r"\d{4}\b"),
    (r"\b(?:Pasal|Tabel)", r"\d"),
    (r"\bGambar", r"\d"),
    (r"\bLampiran", r"[IVXL]+\b"),
    (r"\bBagian", r"[IVXL]+\b"),
    (r"\bayat", r"\("),
    (r"\bhuruf", r"\w\b"),
    (r"\bRevisi", r"\d"),
    (r"\bpukul", r"\d"),
    (r"\bNIP", r"\d"),
    # Between a name and its titles, and between titles: `Nama Lengkap, S.Sos., M.Si.`
    (r",", r"(?:[A-Z][A-Za-z]{0,3}\.)+"),
    (r"\b(?:Dr|Ir|dr)\.", r"[A-Z]"),
)
# The space comes first in the pattern: most places are passed over by a search for one character.
_BINDING = re.compile(
    f" (?:{'|'.join(f'(?<={before} )(?={after})' for before, after in _BEFORE_AND_AFTER)})"
)
_NIP = re.compile(r"\b\d{8} \d{6} \d \d{3}\b")


def bind(text: str) -> str:
    """Put no-break spaces where a line must not end; the length stays the same."""
    text = _NIP.sub(lambda match: match[0].replace(" ", NBSP), text)
    return _BINDING.sub(NBSP, text)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line ready to be drawn: its stretches, and how much is added to spaces and letters."""

    parts: tuple[tuple[Face, str], ...]
    gap: float = 0.0
    track: float = 0.0

    def width(self, size: float) -> float:
        """Measure the line in points, as it will be drawn."""
        total = sum(face.width(text, size) for face, text in self.parts)
        joined = "".join(text for _, text in self.parts)
        blanks = joined.count(" ") + joined.count(NBSP)
        return total + self.gap * blanks + self.track * max(len(joined) - 1, 0)

    def draw(self, surface: Surface, x: float, baseline: float, size: float) -> None:
        """Draw the line from x."""
        for face, text in self.parts:
            surface.text(x, baseline, text, face, size, self.gap, self.track)
            blanks = text.count(" ") + text.count(NBSP)
            x += face.width(text, size) + self.gap * blanks + self.track * len(text)


def set_text(
    runs: Sequence[str | Tebal],
    faces: Faces,
    size: float,
    measure: float,
    *,
    justified: bool = False,
) -> list[SetLine]:
    """Break running text into lines.

    Args:
        runs: Resolved text.
        faces: Regular and bold are used.
        size: Points.
        measure: Length of the lines, points.
        justified: Whether to set it to full length; otherwise flush left.
    """
    chars = [
        (char, faces.bold if isinstance(run, Tebal) else faces.regular)
        for run in runs
        for char in (run.teks if isinstance(run, Tebal) else run)
    ]
    bound = bind("".join(char for char, _ in chars))
    flagged = [(char, face) for char, (_, face) in zip(bound, chars, strict=True)]
    words = [
        part
        for blank, group in groupby(flagged, key=lambda item: item[0] in " \n\t")
        if not blank
        for part in _parts(list(group), size, measure)
    ]
    space = faces.regular.width(" ", size)
    boxes = [_box(word, size) for word in words]
    breaker = justify if justified else flush_left
    return [_compose(words, line, faces) for line in breaker(boxes, measure, space)]


def shorten(text: str, face: Face, size: float, room: float) -> str:
    """Cut a line that is wider than its room behind a word, and say so by an ellipsis."""
    if face.width(text, size) <= room:
        return text
    words = text.split(" ")
    while len(words) > 1:
        words.pop()
        cut = f"{' '.join(words).rstrip(',')} \u2026"
        if face.width(cut, size) <= room:
            return cut
    widths = [face.width(char, size) for char in words[0]]
    first, last = chop(words[0], widths, room - face.width("\u2026", size))[0]
    return words[0][first:last] + "\u2026"


def _parts(
    word: list[tuple[str, Face]], size: float, measure: float
) -> list[list[tuple[str, Face]]]:
    """Divide a word that is wider than a line; most are not looked at."""
    widths = [face.width(char, size) for char, face in word]
    if sum(widths) <= measure:
        return [word]
    chars = "".join(char for char, _ in word)
    return [word[first:last] for first, last in chop(chars, widths, measure)]


def _box(word: list[tuple[str, Face]], size: float) -> Word:
    width = sum(face.width(char, size) for char, face in word)
    return Word(width, sum(char == NBSP for char, _ in word), len(word))


def _compose(words: list[list[tuple[str, Face]]], line: Line, faces: Faces) -> SetLine:
    chars: list[tuple[str, Face]] = []
    for word in words[line.first : line.last]:
        if chars:
            # A space between two bold words belongs to them, so the stretch stays whole.
            both = chars[-1][1] is word[0][1]
            chars.append((" ", word[0][1] if both else faces.regular))
        chars += word
    parts = tuple(
        (face, "".join(char for char, _ in group))
        for face, group in groupby(chars, key=lambda item: item[1])
    )
    return SetLine(parts, line.gap, line.track)
