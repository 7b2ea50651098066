"""From a typed value to the lines of a cell: formatting, alignment, wrapping."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from ...formatting import (
    EN_DASH,
    NBSP,
    format_date,
    format_gain,
    format_int,
    format_number,
    format_points,
)
from ..document import Isi, Jenis, Kolom, Penanda, Rata, Sel
from ..numbering import Numbering
from .breaking import balance, chop
from .fonts import Face, Faces
from .text import SetLine, bind, set_text

LEFT, CENTRE, COMMA = 0, 1, 2
_SHRINK = 0.9
_MOST_CACHED = 20_000


class Cell(NamedTuple):
    """Lines of a cell, and how far each begins before the anchor it is aligned on.

    Attributes:
        lines: The text.
        leads: Per line, points from its beginning to the anchor.
        anchor: LEFT, CENTRE or COMMA.
        tail: Of a number, width of its comma and decimals.
        size: Points; smaller than the table's where a word was too wide.
        depth: How many lines it has.
        rich: Instead of `lines`, where part of the text is bold.
    """

    lines: tuple[str, ...]
    leads: tuple[float, ...]
    anchor: int
    tail: float
    size: float
    depth: int
    rich: tuple[SetLine, ...] = ()


def format_cell(value: int | Fraction | date, kolom: Kolom) -> str:
    """Format a value as its column says."""
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, Fraction):
        decimals = 2 if kolom.desimal is None else kolom.desimal
        return format_number(value, decimals, kolom.pembulatan)
    if kolom.jenis is Jenis.POIN:
        return format_points(value, kolom.desimal)
    if kolom.jenis is Jenis.KENAIKAN:
        return format_gain(value, kolom.desimal)
    if kolom.jenis is Jenis.NOMOR:
        return f"{value}."
    return format_int(value)


def wrap_cell(text: str, measure: float, face: Face, size: float) -> tuple[list[str], float]:
    """Wrap a cell's text, and return its lines and the size they are set in.

    A word wider than the cell shrinks to 90 %, then breaks anywhere; it never crosses a rule.
    """
    paragraphs = bind(text).split("\n")
    if all(face.width(paragraph, size) <= measure for paragraph in paragraphs):
        return [paragraph.replace(NBSP, " ") for paragraph in paragraphs], size
    words = [paragraph.split(" ") for paragraph in paragraphs]
    widest = max(face.width(word, size) for group in words for word in group)
    if widest > measure:
        size *= max(_SHRINK, measure / widest)
    space = face.width(" ", size)
    lines: list[str] = []
    for group in words:
        parts = [part for word in group for part in _chop(word, measure, face, size)]
        widths = [face.width(part, size) for part in parts]
        lines += balance(parts, widths, measure, space) or [""]
    # Chosen line ends need no more no-break spaces, and plain ASCII is shown without detours.
    return [line.replace(NBSP, " ") for line in lines], size


def _chop(word: str, measure: float, face: Face, size: float) -> list[str]:
    """Break a word that is too wide for any line: at its no-break spaces, else as it must."""
    if face.width(word, size) <= measure + 1e-6:
        return [word]
    if NBSP in word:
        return [part for w in word.split(NBSP) for part in _chop(w, measure, face, size)]
    widths = [face.width(char, size) for char in word]
    return [word[first:last] for first, last in chop(word, widths, measure)]


class ColumnSetter:
    """Sets the cells of one column; a value seen before costs a look-up.

    ints have a store of their own: 15 thousandths and the Fraction 15 are equal, and are not.
    """

    def __init__(
        self, kolom: Kolom, measure: float, faces: Faces, size: float, numbering: Numbering
    ) -> None:
        self.kolom = kolom
        self.measure = measure
        self.faces = faces
        self.face = faces.bold if kolom.tebal else faces.regular
        self.size = size
        self.numbering = numbering
        self.head = 0.0
        """Widest part of a number before its comma."""
        self.tail = 0.0
        self._larger = (0.0, 0.0)
        self._ints: dict[int, Cell] = {}
        self._others: dict[Sel, Cell] = {}

    def cell(self, value: Sel) -> Cell:
        """Return the cell of a value in an ordinary row."""
        if type(value) is int:
            found = self._ints.get(value)
            if found is None:
                found = self._ints[value] = self._new(value)
            return found
        found = self._others.get(value)
        if found is None:
            if len(self._others) > _MOST_CACHED:
                self._others.clear()
            found = self._others[value] = self._new(value)
        return found

    def _new(self, value: Sel) -> Cell:
        cell = self.set(value, self.face, self.size, self.measure)
        self.note(cell)
        return cell

    def note(self, cell: Cell) -> None:
        """Take a number's width into account for the block that is centred under the head."""
        if cell.anchor == COMMA:
            scale = self.size / cell.size
            self.head = max(self.head, cell.leads[0] * scale)
            self.tail = max(self.tail, cell.tail * scale)

    def note_larger(self, cell: Cell) -> None:
        """Remember a number in larger type, in case the column has no others."""
        if cell.anchor == COMMA:
            self._larger = (cell.leads[0], cell.tail)

    @property
    def shift(self) -> float:
        """From the middle of the column to the comma."""
        head, tail = (self.head, self.tail) if self.head else self._larger
        return (head - tail) / 2

    def set(
        self, value: Sel, face: Face, size: float, measure: float, rata: Rata | None = None
    ) -> Cell:
        """Set a value in any face, size and width; `rata` overrides the column's alignment."""
        rata = rata or self.kolom.perataan
        if value is None:
            return self._lines([EN_DASH], face, size, CENTRE)
        if isinstance(value, int | Fraction | date):
            text = format_cell(value, self.kolom)
            if rata is Rata.KOMA:
                head, _, _ = text.partition(",")
                lead = face.width(head, size)
                return Cell((text,), (lead,), COMMA, face.width(text, size) - lead, size, 1)
            return self._lines([text], face, size, LEFT if rata is Rata.KIRI else CENTRE)
        anchor = LEFT if rata is Rata.KIRI else CENTRE
        if isinstance(value, tuple):
            return self._rich(value, face, size, measure, anchor)
        text = value.value if isinstance(value, Penanda) else value
        lines, size = wrap_cell(text, measure, face, size)
        return self._lines(lines, face, size, anchor)

    def _lines(self, lines: list[str], face: Face, size: float, anchor: int) -> Cell:
        if anchor == LEFT:
            leads = (0.0,) * len(lines)
        else:
            leads = tuple(face.width(line, size) / 2 for line in lines)
        return Cell(tuple(lines), leads, anchor, 0.0, size, len(lines))

    def _rich(self, isi: Isi, face: Face, size: float, measure: float, anchor: int) -> Cell:
        faces = Faces(face, self.faces.bold, self.faces.mono)
        rich = tuple(set_text(self.numbering.resolve(isi), faces, size, measure))
        halves = tuple(0.0 if anchor == LEFT else line.width(size) / 2 for line in rich)
        return Cell((), halves, anchor, 0.0, size, len(rich), rich)
