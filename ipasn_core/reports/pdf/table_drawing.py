"""Draw the rows of a table, page by page, in one pass over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..document import KE_ATAS, KE_KIRI, Baris, JenisBaris
from .cell import CENTRE, LEFT, Cell
from .fonts import CAP_HEIGHT, Face
from .head import HEAVY, LIGHT
from .surface import Surface
from .table import (
    MAIN_AIR,
    MAIN_LEADING,
    NOTE_GAP,
    TOTALS,
    Placed,
    TableLayout,
)
from .text import NOTE

_HEAVY_ABOVE = TOTALS | {JenisBaris.KELOMPOK}


class TableDrawer:
    """Draws a table's parts one after the other, keeping its place among the rows."""

    def __init__(self, layout: TableLayout) -> None:
        self._layout = layout
        self._rows: Iterator[Baris] = iter(layout.tabel.baris)
        self._anchors = [self._anchor(at) for at in range(len(layout.columns))]
        look = layout.look
        self._drop = layout.air + (look.leading + CAP_HEIGHT * look.size) / 2

    def draw(
        self,
        surface: Surface,
        x: float,
        y: float,
        rows: tuple[int, int],
        mark: Callable[[str, float], None],
    ) -> None:
        """Draw heads and rows[0]:rows[1]; x, y is the upper left corner.

        Args:
            surface: The page.
            x: Left edge.
            y: Upper edge.
            rows: First row and the one after the last; parts come in order.
            mark: Told the name and the y of every group head.
        """
        layout = self._layout
        start, stop = rows
        layout.head.draw(surface, x, y, layout.faces)
        top = y
        y += layout.head.height
        plain_from: float | None = None
        previous: JenisBaris | None = None
        for at in range(start, stop):
            baris = next(self._rows)
            height = layout.heights[at]
            if previous is not None:
                self._rule_above(surface, x, y, baris, previous)
            if baris.jenis is JenisBaris.ISI and not _is_merged(baris):
                plain_from = y if plain_from is None else plain_from
                self._draw_plain(surface, x, y, baris)
            else:
                self._close(surface, x, plain_from, y)
                plain_from = None
                self._draw_placed(surface, x, y, height, baris)
                if baris.jenis is JenisBaris.KELOMPOK:
                    mark(baris.nama, y)
            previous = baris.jenis
            y += height
        self._close(surface, x, plain_from, y)
        right = x + layout.width
        surface.rule(x, y, right, y, HEAVY)
        surface.rule(x, top, x, y, HEAVY)
        surface.rule(right, top, right, y, HEAVY)
        if stop == len(layout.heights):
            self._draw_note(surface, x, y)

    def _anchor(self, at: int) -> tuple[float, float, float]:
        """Return where LEFT, CENTRE and COMMA lie in a column, from the table's left edge."""
        layout = self._layout
        left, right = layout.edges[at], layout.edges[at + 1]
        column = layout.columns[at]
        centre = (left + right) / 2
        return (left + layout.look.side, centre, centre + column.shift)

    def _rule_above(
        self, surface: Surface, x: float, y: float, baris: Baris, previous: JenisBaris
    ) -> None:
        edges = self._layout.edges
        heavy = baris.jenis in _HEAVY_ABOVE or previous is JenisBaris.SUBTOTAL
        if baris.jenis in TOTALS and previous in TOTALS and previous is not JenisBaris.SUBTOTAL:
            heavy = False
        weight = HEAVY if heavy else LIGHT
        if KE_ATAS not in baris.sel:
            surface.rule(x, y, x + edges[-1], y, weight)
            return
        for at, value in enumerate(baris.sel):
            if value is not KE_ATAS:
                surface.rule(x + edges[at], y, x + edges[at + 1], y, weight)

    def _draw_plain(self, surface: Surface, x: float, y: float, baris: Baris) -> None:
        layout = self._layout
        leading, text = layout.look.leading, surface.text
        first = y + self._drop
        for column, anchors, value in zip(layout.columns, self._anchors, baris.sel, strict=True):
            cell = column.cell(value)
            if cell.rich:
                _draw_rich(surface, x + anchors[cell.anchor], first, cell, leading)
                continue
            origin = x + anchors[cell.anchor]
            baseline = first
            for line, lead in zip(cell.lines, cell.leads, strict=True):
                text(origin - lead, baseline, line, column.face, cell.size)
                baseline += leading

    def _draw_placed(
        self, surface: Surface, x: float, y: float, height: float, baris: Baris
    ) -> None:
        layout = self._layout
        main = baris.jenis is JenisBaris.UTAMA
        leading = MAIN_LEADING if main else layout.look.leading
        air = MAIN_AIR if main else layout.air
        for placed in layout.place(baris):
            cell = placed.cell
            baseline = y + air + (leading + CAP_HEIGHT * cell.size) / 2
            origin = x + self._origin(placed)
            face = self._face(baris, placed)
            if cell.rich:
                _draw_rich(surface, origin, baseline, cell, leading)
            for line, lead in zip(cell.lines, cell.leads, strict=False):
                surface.text(origin - lead, baseline, line, face, cell.size)
                baseline += leading
        self._draw_sides(surface, x, y, height, baris)

    def _face(self, baris: Baris, placed: Placed) -> Face:
        ordinary = baris.jenis is JenisBaris.ISI
        return self._layout.columns[placed.first].face if ordinary else self._layout.faces.bold

    def _origin(self, placed: Placed) -> float:
        if placed.first == placed.last:
            return self._anchors[placed.first][placed.cell.anchor]
        edges = self._layout.edges
        left, right = edges[placed.first], edges[placed.last + 1]
        centre = (left + right) / 2
        if placed.cell.anchor == LEFT:
            return left + self._layout.look.side
        if placed.cell.anchor == CENTRE:
            return centre
        # A number that runs over several columns is centred as a whole.
        return centre + (placed.cell.leads[0] - placed.cell.tail) / 2

    def _draw_sides(
        self, surface: Surface, x: float, y: float, height: float, baris: Baris
    ) -> None:
        edges = self._layout.edges
        for at in range(1, len(baris.sel)):
            if baris.sel[at] is not KE_KIRI:
                surface.rule(x + edges[at], y, x + edges[at], y + height, LIGHT)

    def _close(self, surface: Surface, x: float, start: float | None, y: float) -> None:
        """Draw the vertical rules of a run of ordinary rows at once."""
        if start is not None:
            for edge in self._layout.edges[1:-1]:
                surface.rule(x + edge, start, x + edge, y, LIGHT)

    def _draw_note(self, surface: Surface, x: float, y: float) -> None:
        y += NOTE_GAP
        for line in self._layout.note:
            line.draw(surface, x, y + NOTE.baseline, NOTE.size)
            y += NOTE.leading


def _is_merged(baris: Baris) -> bool:
    return KE_KIRI in baris.sel or KE_ATAS in baris.sel


def _draw_rich(
    surface: Surface, origin: float, baseline: float, cell: Cell, leading: float
) -> None:
    for line, lead in zip(cell.rich, cell.leads, strict=True):
        line.draw(surface, origin - lead, baseline, cell.size)
        baseline += leading
