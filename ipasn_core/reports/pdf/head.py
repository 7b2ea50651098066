"""Heads of tables: one or two tiers, the row of column numbers, and how densely all is set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..document import Tabel, Ukuran
from .breaking import balance
from .fonts import CAP_HEIGHT, Face, Faces
from .page import MM
from .surface import Surface

HEAVY, CLOSING, LIGHT = 1.0, 0.5, 0.3
NUMBER_SIZE = 7.0
_SIDE = 0.55 * MM


@dataclass(frozen=True, slots=True)
class Look:
    """How densely a table is set; points.

    Attributes:
        size: Of body cells.
        leading: Of body cells.
        side: Air beside a body cell's text.
        air: Air above and below it.
        head_size: Of the heads.
        head_air: Above and below heads: of a single tier, of one of two, of three lines and more.
        number_row: Height of the row of column numbers.
    """

    size: float
    leading: float
    side: float
    air: float
    head_size: float
    head_air: tuple[float, float, float]
    number_row: float

    @property
    def head_leading(self) -> float:
        """Leading of the heads."""
        return self.head_size * 1.2


LOOKS = {
    Ukuran.PENTING: Look(10.5, 14, 2.1 * MM, 1.45 * MM, 10, (4.0, 2.4, 2.4), 10.9),
    Ukuran.BIASA: Look(9.5, 12.2, 2.1 * MM, 1.27 * MM, 9, (3.1, 2.15, 1.5), 10.9),
    Ukuran.SEDANG: Look(9.5, 12.2, 1.7 * MM, 1.05 * MM, 9, (3.1, 2.62, 1.5), 10.9),
    Ukuran.RAPAT: Look(8.5, 10.2, 1.5 * MM, 0.97 * MM, 8, (2.6, 1.75, 1.2), 10.9),
    Ukuran.NOMINATIF: Look(8, 9.6, 1.35 * MM, 0.8 * MM, 7.5, (2.3, 1.72, 0.75), 10.15),
}


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A head: what it spans, relative to the table's upper left corner, and its lines."""

    left: float
    right: float
    top: float
    bottom: float
    lines: tuple[str, ...]
    size: float


@dataclass(frozen=True, slots=True)
class TableHead:
    """Everything that is repeated on every page of a table."""

    cells: tuple[HeadCell, ...]
    edges: tuple[float, ...]
    leading: float
    body: float
    """Height without the row of column numbers."""
    numbers: tuple[str, ...]
    number_row: float

    @property
    def height(self) -> float:
        """Height of it all."""
        return self.body + (self.number_row if self.numbers else 0.0)

    def draw(self, surface: Surface, x: float, y: float, faces: Faces) -> None:
        """Draw the heads with their rules; x, y is the table's upper left corner."""
        right = x + self.edges[-1]
        for cell in self.cells:
            self._draw_cell(surface, x, y, cell, faces.bold)
        surface.rule(x, y, right, y, HEAVY)
        surface.rule(x, y + self.body, right, y + self.body, HEAVY)
        if self.numbers:
            self._draw_numbers(surface, x, y + self.body, faces.regular)
            surface.rule(x, y + self.height, right, y + self.height, CLOSING)

    def _draw_cell(self, surface: Surface, x: float, y: float, cell: HeadCell, face: Face) -> None:
        centre = x + (cell.left + cell.right) / 2
        middle = y + (cell.top + cell.bottom) / 2
        baseline = middle - (len(cell.lines) - 1) * self.leading / 2 + CAP_HEIGHT * cell.size / 2
        for line in cell.lines:
            width = face.width(line, cell.size)
            surface.text(centre - width / 2, baseline, line, face, cell.size)
            baseline += self.leading
        if cell.right < self.edges[-1]:
            edge = x + cell.right
            surface.rule(edge, y + cell.top, edge, y + cell.bottom, LIGHT)
        if cell.bottom < self.body:
            surface.rule(x + cell.left, y + cell.bottom, x + cell.right, y + cell.bottom, LIGHT)

    def _draw_numbers(self, surface: Surface, x: float, y: float, face: Face) -> None:
        baseline = y + (self.number_row + CAP_HEIGHT * NUMBER_SIZE) / 2
        for at, text in enumerate(self.numbers):
            centre = x + (self.edges[at] + self.edges[at + 1]) / 2
            width = face.width(text, NUMBER_SIZE)
            surface.text(centre - width / 2, baseline, text, face, NUMBER_SIZE)
            if at + 1 < len(self.numbers):
                edge = x + self.edges[at + 1]
                surface.rule(edge, y, edge, y + self.number_row, LIGHT)


def lay_head(tabel: Tabel, edges: list[float], faces: Faces, look: Look) -> TableHead:
    """Set the heads of a table into one or two tiers."""
    tiered = any(kolom.kelompok for kolom in tabel.kolom)
    set_heads = [
        _wrap(kolom.kepala, edges[at + 1] - edges[at], faces.bold, look.head_size)
        for at, kolom in enumerate(tabel.kolom)
    ]
    groups = list(_groups(tabel))
    group_heads = {
        first: _wrap(name, edges[last + 1] - edges[first], faces.bold, look.head_size)
        for first, last, name in groups
        if name
    }

    def height(count: int, tier: bool) -> float:
        air = look.head_air[(2 if count > 2 else 1) if tier else 0]
        return count * look.head_leading + 2 * air

    upper = max((height(len(lines), True) for lines, _ in group_heads.values()), default=0.0)
    grouped = [len(h[0]) for h, k in zip(set_heads, tabel.kolom, strict=True) if k.kelompok]
    lower = height(max(grouped), True) if grouped else 0.0
    alone = [len(h[0]) for h, k in zip(set_heads, tabel.kolom, strict=True) if not k.kelompok]
    single = height(max(alone), False) if alone else 0.0
    if not tiered:
        lower = single
    elif alone:
        lower = max(lower, max(alone) * look.head_leading + 2.4 - upper)
    total = upper + lower
    cells = []
    for first, last, name in groups:
        if name:
            lines, size = group_heads[first]
            cells.append(HeadCell(edges[first], edges[last + 1], 0.0, upper, lines, size))
        for at in range(first, last + 1):
            lines, size = set_heads[at]
            top = upper if name else 0.0
            cells.append(HeadCell(edges[at], edges[at + 1], top, total, lines, size))
    return TableHead(
        tuple(cells),
        tuple(edges),
        look.head_leading,
        total,
        tabel.nomor_kolom,
        look.number_row,
    )


def _groups(tabel: Tabel) -> Iterator[tuple[int, int, str]]:
    """Yield first and last column of every run with the same group head."""
    for name, run in groupby(enumerate(tabel.kolom), key=lambda item: item[1].kelompok):
        at = [index for index, _ in run]
        yield at[0], at[-1], name


def _wrap(text: str, width: float, face: Face, size: float) -> tuple[tuple[str, ...], float]:
    """Wrap a head between words; a word that would touch the rules is set smaller, never broken."""
    room = width - 2 * _SIDE
    widest = max((face.width(word, size) for word in text.split()), default=0.0)
    if widest > room:
        size *= room / widest
    lines: list[str] = []
    for part in text.split("\n"):
        words = part.split()
        widths = [face.width(word, size) for word in words]
        lines += balance(words, widths, room, face.width(" ", size))
    return tuple(lines), size
