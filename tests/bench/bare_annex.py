"""The floor of the annex: the same rows on as many pages, straight onto a ReportLab canvas.

It wraps greedily, aligns nothing on a comma, keeps nothing together and repeats no group head; what
a value looks like and where it is broken is remembered, as anybody would who needs it fast.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import BinaryIO

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ipasn_core.reports.document import Baris, JenisBaris, Kolom, Penanda, Rata, Sel
from ipasn_core.reports.pdf.cell import format_cell
from ipasn_core.reports.pdf.fonts import load_faces

MM = 72 / 25.4
WIDTH, HEIGHT = 330 * MM, 215 * MM
SIDE, TOP, FOOT = 15 * MM, 20 * MM, 12 * MM
SIZE, LEADING, AIR = 8.0, 9.6, 2.3

Lines = list[tuple[float, str]]
"""Lines of a cell, each with where it begins, from the cell's left edge."""


def draw(rows: Sequence[Baris], kolom: tuple[Kolom, ...], pages: int, target: BinaryIO) -> None:
    """Draw the rows on this many pages.

    Args:
        rows: The rows of the table.
        kolom: Its columns.
        pages: How many pages, equally full.
        target: Written to once, at the end.
    """
    faces = load_faces()
    canvas = Canvas(
        target,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=faces.regular.name,  # type: ignore[arg-type]
    )
    edges = [SIDE, *accumulate((k.lebar * MM for k in kolom), initial=SIDE)][1:]
    setter = _Setter(kolom, faces.regular.name)
    bounds = [at * len(rows) // pages for at in range(pages + 1)]
    for page, (first, last) in enumerate(pairwise(bounds), 1):
        y = _draw_head(canvas, kolom, edges, faces.bold.name)
        rules = [(SIDE, y, edges[-1], y)]
        canvas.setFont(faces.regular.name, SIZE)
        for row in rows[first:last]:
            y = _draw_row(canvas, setter.row(row), edges, y)
            rules.append((SIDE, y, edges[-1], y))
        rules += [(edge, HEIGHT - TOP, edge, y) for edge in edges]
        canvas.setLineWidth(0.3)
        canvas.lines(rules)
        canvas.drawRightString(edges[-1], FOOT, f"Halaman {page} dari {pages}")
        canvas.showPage()
    canvas.save()


def _draw_head(canvas: Canvas, kolom: tuple[Kolom, ...], edges: list[float], bold: str) -> float:
    canvas.setFont(bold, SIZE)
    for column, (left, right) in zip(kolom, pairwise(edges), strict=True):
        for n, line in enumerate(column.kepala.split("\n"), 1):
            canvas.drawCentredString((left + right) / 2, HEIGHT - TOP - n * LEADING, line)
    return HEIGHT - TOP - 4 * LEADING


def _draw_row(canvas: Canvas, cells: list[Lines], edges: list[float], y: float) -> float:
    """Draw a row below y and return its lower edge."""
    deepest = 1
    for lines, left in zip(cells, edges, strict=False):
        baseline = y - AIR - SIZE
        for indent, line in lines:
            canvas.drawString(left + indent, baseline, line)
            baseline -= LEADING
        deepest = max(deepest, len(lines))
    return y - deepest * LEADING - 2 * AIR


class _Setter:
    """Formats and wraps the cells of rows."""

    def __init__(self, kolom: tuple[Kolom, ...], font: str) -> None:
        self._kolom = kolom
        self._font = font
        self._cell = cache(self._set)

    def row(self, row: Baris) -> list[Lines]:
        """Return the lines of each cell; a cell that runs across keeps to its own line."""
        if row.jenis is JenisBaris.ISI:
            return [self._cell(at, isinstance(v, int), v) for at, v in enumerate(row.sel)]
        return [
            [(2 * MM, v)] if isinstance(v, str) else self._cell(at, isinstance(v, int), v)
            for at, v in enumerate(row.sel)
        ]

    def _set(self, at: int, whole: bool, value: Sel) -> Lines:
        """Set a value; `whole` keeps 15 thousandths and the Fraction 15 apart in the cache."""
        column = self._kolom[at]
        room = column.lebar * MM - 4 * MM
        lines = self._wrap(self._text(value, column), room)
        if column.perataan is Rata.KIRI:
            return [(2 * MM, line) for line in lines]
        middle = column.lebar * MM / 2
        return [(middle - stringWidth(line, self._font, SIZE) / 2, line) for line in lines]

    def _text(self, value: Sel, column: Kolom) -> str:
        if value is None:
            return "–"
        if isinstance(value, Penanda):
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, tuple):
            raise TypeError("no cell of an annex is of several runs")
        return format_cell(value, column)

    def _wrap(self, text: str, room: float) -> list[str]:
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if line and stringWidth(longer, self._font, SIZE) > room:
                    lines.append(line)
                    longer = word
                line = longer
            lines.append(line)
        return lines
