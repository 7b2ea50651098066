"""From blocks to pages: what stands where, which lines stay together."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..document import Arah, Kertas
from .page import Geometry, geometry
from .surface import Draw
from .table import TableLayout


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; level 0 is the outermost."""

    title: str
    level: int


@dataclass(slots=True)
class Piece:
    """What is never divided: a line, a head, a signature block.

    Attributes:
        height: Points.
        draw: Draws it.
        before: Space above, dropped at the top of a page.
        keep: Whether it stays with what follows.
        air: At the top of a page, how much higher it goes so that its capitals lie at the margin.
        bookmark: Its entry in the outline.
        mark_top: On its page the frame of a draft stands here instead of at the top.
    """

    height: float
    draw: Draw
    before: float = 0.0
    keep: bool = False
    air: float = 0.0
    bookmark: Bookmark | None = None
    mark_top: float | None = None


@dataclass(slots=True)
class TablePiece:
    """A table, divided between rows.

    Attributes:
        layout: The table.
        before: Space above.
        annex: `Lampiran I` on pages that carry it above the heads of a continuation.
        level: Level of its groups in the outline; None: they are not in it.
    """

    layout: TableLayout
    before: float = 0.0
    annex: str = ""
    level: int | None = None


@dataclass(slots=True)
class Break:
    """A new page, lying like this from here on."""

    arah: Arah


Item = Piece | TablePiece | Break


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A piece on its page."""

    y: float
    piece: Piece


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """Rows first to last - 1 of a table on their page."""

    y: float
    table: TablePiece
    first: int
    last: int


@dataclass(slots=True)
class Page:
    """A page and what stands on it, in reading order."""

    geometry: Geometry
    placed: list[PlacedPiece | PlacedTable] = field(default_factory=list)

    @property
    def mark_top(self) -> float | None:
        """Where the frame of a draft stands, None for its usual place."""
        tops = [p.piece.mark_top for p in self.placed if isinstance(p, PlacedPiece)]
        return next((top for top in tops if top is not None), None)


def paginate(items: list[Item], kertas: Kertas) -> list[Page]:
    """Fill pages with items in order.

    A run of pieces that keep with each other moves to the next page together, with the opening
    rows of a table that follows them; a run longer than a page is divided after all.
    """
    paginator = _Paginator(kertas)
    for at, item in enumerate(items):
        if isinstance(item, Break):
            paginator.turn(item.arah)
        elif isinstance(item, TablePiece):
            paginator.add_table(item)
        else:
            paginator.add_piece(item, _run_height(items, at))
    return paginator.pages


def _run_height(items: list[Item], at: int) -> float:
    """Return what must fit on the page with items[at], its own space above not counted."""
    height = 0.0
    for index in range(at, len(items)):
        item = items[index]
        if isinstance(item, Break):
            break
        height += item.before if index > at else 0.0
        if isinstance(item, TablePiece):
            return height + item.layout.opening
        height += item.height
        if not item.keep:
            break
    return height


class _Paginator:
    """The page being filled."""

    def __init__(self, kertas: Kertas) -> None:
        self._kertas = kertas
        self.pages: list[Page] = []
        self._geometry = geometry(kertas, Arah.TEGAK)
        self._y = 0.0
        self.turn(Arah.TEGAK)

    def turn(self, arah: Arah) -> None:
        """Begin a page; an empty one is turned instead."""
        self._geometry = geometry(self._kertas, arah)
        if self.pages and not self.pages[-1].placed:
            self.pages.pop()
        self.pages.append(Page(self._geometry))
        self._y = self._geometry.top

    @property
    def _room(self) -> float:
        return self._geometry.height - self._geometry.bottom - self._y

    @property
    def _empty(self) -> bool:
        return not self.pages[-1].placed

    def _next(self) -> None:
        self.pages.append(Page(self._geometry))
        self._y = self._geometry.top

    def add_piece(self, piece: Piece, run: float) -> None:
        """Place a piece, on a new page if it and what it keeps with do not fit."""
        if not self._empty and piece.before + min(run, self._geometry.depth) > self._room + 1e-6:
            self._next()
        if self._empty:
            self._y -= piece.air
        else:
            self._y += piece.before
        self.pages[-1].placed.append(PlacedPiece(self._y, piece))
        self._y += piece.height

    def add_table(self, table: TablePiece) -> None:
        """Place a table over as many pages as it takes."""
        layout = table.layout
        needed = table.before + min(layout.opening, self._geometry.depth)
        if not self._empty and needed > self._room + 1e-6:
            self._next()
        if not self._empty:
            self._y += table.before
        first, count = 0, len(layout.heights)
        while True:
            last = layout.fill(first, self._room)
            self.pages[-1].placed.append(PlacedTable(self._y, table, first, last))
            if last >= count:
                break
            first = last
            self._next()
        self._y += layout.head.height + sum(layout.heights[first:last]) + layout.note_height
