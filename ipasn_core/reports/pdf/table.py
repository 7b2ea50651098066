"""Lay tables: widths, row heights from line counts alone, and where pages may break.

A table is read twice, once here and once while it is drawn, and is linear in its rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from ..document import (
    KE_ATAS,
    KE_KIRI,
    Baris,
    Jenis,
    JenisBaris,
    Kertas,
    Kolom,
    Rata,
    Sel,
    Tabel,
)
from ..numbering import Numbering
from .cell import Cell, ColumnSetter
from .fonts import Faces
from .head import LOOKS, TableHead, lay_head
from .page import MM
from .text import NOTE, SetLine, set_text

TOTALS = frozenset({JenisBaris.SUBTOTAL, JenisBaris.JUMLAH, JenisBaris.UTAMA})
NOTE_GAP = 3.2
_ORDINARY = JenisBaris.ISI


_WHOLE_ROWS = 8
MAIN_SIZE, MAIN_LEADING, MAIN_AIR = 12.0, 16.3, 4.7


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of a row with what it spans: columns first to last, and its text."""

    first: int
    last: int
    value: Sel
    cell: Cell


def column_widths(tabel: Tabel, measure: float, kertas: Kertas) -> list[float]:
    """Return the widths of a table's columns in points.

    On A4 columns give up their `susut`; what is still too wide is taken from the columns of
    flush-left text (a centred word has no room to give), and only where these would lose more
    than a third, from all.
    """
    narrow = kertas is Kertas.A4
    widths = [(k.lebar - (k.susut if narrow else 0.0)) * MM for k in tabel.kolom]
    excess = sum(widths) - measure
    texts = [at for at, kolom in enumerate(tabel.kolom) if _gives(kolom)]
    soft = sum(widths[at] for at in texts)
    if excess > 0 and excess < soft / 3:
        for at in texts:
            widths[at] *= 1 - excess / soft
    elif excess > 0:
        widths = [width * measure / sum(widths) for width in widths]
    return widths


def _gives(kolom: Kolom) -> bool:
    return kolom.jenis is Jenis.TEKS and kolom.perataan is Rata.KIRI


class TableLayout:
    """A table with its heads set and its rows measured.

    Attributes:
        heights: Height of every row.
        names: Names of groups by the row of their head.
    """

    def __init__(
        self, tabel: Tabel, numbering: Numbering, faces: Faces, measure: float, kertas: Kertas
    ) -> None:
        self.tabel = tabel
        self.faces = faces
        self.look = LOOKS[tabel.ukuran]
        self.air = self.look.air
        widths = column_widths(tabel, measure, kertas)
        self.edges = [0.0, *accumulate(widths)]
        side = 2 * self.look.side
        self.columns = [
            ColumnSetter(kolom, width - side, faces, self.look.size, numbering)
            for kolom, width in zip(tabel.kolom, widths, strict=True)
        ]
        self.head: TableHead = lay_head(tabel, self.edges, faces, self.look)
        self.note: list[SetLine] = (
            set_text(numbering.resolve(tabel.catatan), faces, NOTE.size, measure)
            if tabel.catatan
            else []
        )
        self.heights: list[float] = []
        self.names: dict[int, str] = {}
        self._loose = bytearray()
        self._measure_rows()

    @property
    def width(self) -> float:
        """Width of the grid."""
        return self.edges[-1]

    @property
    def note_height(self) -> float:
        """Height of the note with the gap above it, 0 without one."""
        return NOTE_GAP + len(self.note) * NOTE.leading if self.note else 0.0

    @property
    def opening(self) -> float:
        """Height of the least part that may stand under the caption; a small table is whole."""
        count = len(self.heights)
        stop = count if count <= _WHOLE_ROWS else self._next_break(0)
        rest = self.note_height if stop == len(self.heights) else 0.0
        return self.head.height + sum(self.heights[:stop]) + rest

    def fill(self, start: int, room: float) -> int:
        """Return the row after the last one that fits into `room` beside the heads.

        Always takes at least one row, so that a row taller than the page does not loop forever.
        """
        count = len(self.heights)
        left = room - self.head.height + 1e-6
        stop = start
        while stop < count and self.heights[stop] <= left:
            left -= self.heights[stop]
            stop += 1
        if stop == count and self.note_height <= left:
            return count
        limit = stop
        if stop == count:
            stop -= 1
        while stop > start and not self._loose[stop]:
            stop -= 1
        return stop if stop > start else max(limit, start + 1)

    def group_at(self, row: int) -> str:
        """Return the name of the group that a row continues, empty outside groups."""
        heads = [at for at in self.names if at < row]
        return self.names[heads[-1]] if heads and row not in self.names else ""

    def place(self, baris: Baris) -> Iterator[Placed]:
        """Set the cells of a row that is not ordinary, or that has merged cells."""
        count = len(self.columns)
        first = 0
        while first < count:
            last = first
            while last + 1 < count and baris.sel[last + 1] is KE_KIRI:
                last += 1
            value = baris.sel[first]
            if value is not KE_ATAS:
                yield Placed(first, last, value, self._set(baris, first, last))
            first = last + 1

    def _set(self, baris: Baris, first: int, last: int) -> Cell:
        column = self.columns[first]
        size = MAIN_SIZE if baris.jenis is JenisBaris.UTAMA else self.look.size
        ordinary = baris.jenis is _ORDINARY
        face = column.face if ordinary else self.faces.bold
        value = baris.sel[first]
        if isinstance(value, tuple):
            # Who writes runs says himself what is bold.
            face = self.faces.regular
        if first == last:
            cell = column.set(value, face, size, column.measure)
            if size == self.look.size:
                column.note(cell)
            else:
                column.note_larger(cell)
            return cell
        rata = column.kolom.perataan
        if not ordinary and first == 0:
            rata = Rata.KIRI
        elif rata is Rata.KOMA:
            rata = Rata.TENGAH
        room = self.edges[last + 1] - self.edges[first] - 2 * self.look.side
        return column.set(value, face, size, room, rata)

    def row_height(self, baris: Baris) -> float:
        """Return a row's height from its line counts."""
        if baris.jenis is _ORDINARY and KE_KIRI not in baris.sel and KE_ATAS not in baris.sel:
            cells = [c.cell(v) for c, v in zip(self.columns, baris.sel, strict=True)]
            lines = max([cell.depth for cell in cells])
        else:
            lines = max((placed.cell.depth for placed in self.place(baris)), default=1)
        if baris.jenis is JenisBaris.UTAMA:
            return lines * MAIN_LEADING + 2 * MAIN_AIR
        return lines * self.look.leading + 2 * self.air

    def _measure_rows(self) -> None:
        before = (_ORDINARY, _ORDINARY)
        owed: dict[int, float] = {}
        rows = iter(self.tabel.baris)
        baris = next(rows, None)
        while baris is not None:
            following = next(rows, None)
            if owed or (following is not None and KE_ATAS in following.sel):
                height = self._merged_height(baris, following, owed)
            else:
                height = self.row_height(baris)
            if baris.jenis is JenisBaris.KELOMPOK:
                self.names[len(self.heights)] = baris.nama
            self._note_break(baris, before)
            self.heights.append(height)
            before = (before[1], baris.jenis)
            baris = following
        last = len(self._loose) - 1
        for at in (0, 1, last):
            if 0 <= at <= last:
                self._loose[at] = 0

    def _note_break(self, baris: Baris, before: tuple[JenisBaris, JenisBaris]) -> None:
        """Note whether a page may end above a row; totals also hold the row above them."""
        free = KE_ATAS not in baris.sel
        if baris.jenis in TOTALS:
            free = False
            if self._loose:
                self._loose[-1] = 0
        elif baris.jenis is _ORDINARY and JenisBaris.KELOMPOK in before:
            free = False
        self._loose.append(free)

    def _merged_height(
        self, baris: Baris, following: Baris | None, owed: dict[int, float]
    ) -> float:
        """Measure a row beside cells over several rows.

        What such a cell needs is `owed` by its rows together; the last of them pays the rest.
        """
        below = following.sel if following is not None else ()
        going_on = {at for at, value in enumerate(below) if value is KE_ATAS}
        lines = 1
        for placed in self.place(baris):
            if placed.first in going_on:
                owed[placed.first] = placed.cell.depth * self.look.leading + 2 * self.air
            else:
                lines = max(lines, placed.cell.depth)
        height = lines * self.look.leading + 2 * self.air
        for at in owed:
            owed[at] -= height
        ended = [at for at in owed if at not in going_on]
        return height + max([0.0, *(owed.pop(at) for at in ended)])

    def _next_break(self, start: int) -> int:
        stop = start + 1
        while stop < len(self.heights) and not self._loose[stop]:
            stop += 1
        return min(stop, len(self.heights))
