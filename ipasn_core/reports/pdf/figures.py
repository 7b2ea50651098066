"""Charts on paper: bars on their own scales, and dots on one scale; one ink, one tint, black.

Difference is carried by form (full or hollow, solid or dashed, thick or thin): a laser prints no
colour. Values stand beside the marks, so a figure is also a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from ...formatting import format_exact, format_number
from ..chart_values import BarisGrafik, Grafik, JenisGrafik
from ..document import Gambar, Penunjuk
from .flow import Piece
from .fonts import CAP_HEIGHT, Face, Faces
from .page import MM
from .surface import Surface
from .text import shorten

INK, TINT, WHITE = "0.102 0.22 0.361", "0.878 0.898 0.922", "1 1 1"

_SIZE, _SMALL = 9.0, 8.0
_SIDE = 2 * MM
_COLUMN_GAP = 6 * MM

_BAR_ROW, _BAR, _BAND, _TICK = 10.5 * MM, 3.4 * MM, 6.5 * MM, 8.5 * MM
_BAR_LEFT = 30 * MM
_HEAD, _AXIS = 5.2 * MM, 4.6 * MM

_DOT_ROW = 5.8 * MM
_DOT = 5.0
_DOT_HEAD = 9.6 * MM
_DOT_LABEL = 76 * MM
_DOT_NUMBER = 8 * MM
_ROWS_A_PAGE = 40
_RULE_EVERY = 5


def lay_figure(gambar: Gambar, measure: float, faces: Faces) -> list[Piece]:
    """Set a chart into pieces; all but the last stay with what follows."""
    if gambar.grafik.jenis is JenisGrafik.BATANG:
        return _Bars(gambar, measure, faces).pieces()
    if gambar.grafik.jenis is JenisGrafik.TITIK:
        return _Dots(gambar, measure, faces).pieces()
    raise ValueError(f"no way to draw {gambar.grafik.jenis} on paper")


class _Columns:
    """The columns of figures right of the marks, each closed at its right edge."""

    def __init__(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], measure: float, faces: Faces
    ) -> None:
        self.heads = heads
        self._faces = faces
        widths = [
            max(
                faces.bold.width(head, _SMALL),
                *(faces.bold.width(row[at], _SIZE) for row in rows),
            )
            for at, head in enumerate(heads)
        ]
        self.ends: list[float] = []
        end = measure - _SIDE
        for width in reversed(widths):
            self.ends.insert(0, end)
            end -= width + _COLUMN_GAP
        self.left = end

    def draw_heads(self, surface: Surface, x: float, baseline: float) -> None:
        """Write the heads."""
        for head, end in zip(self.heads, self.ends, strict=True):
            _right(surface, x + end, baseline, head, self._faces.bold, _SMALL)

    def draw_row(
        self, surface: Surface, x: float, baseline: float, cells: Sequence[str], face: Face
    ) -> None:
        """Write the figures of a row."""
        for cell, end in zip(cells, self.ends, strict=True):
            _right(surface, x + end, baseline, cell, face, _SIZE)


class _Bars:
    """Bullet bars: value on a tint band that is the most there can be, and a mark."""

    def __init__(self, gambar: Gambar, measure: float, faces: Faces) -> None:
        self._grafik: Grafik = gambar.grafik
        self._penunjuk = gambar.penunjuk
        self._measure = measure
        self._faces = faces
        rows = [row.sel[1:] for row in gambar.grafik.baris]
        self._columns = _Columns(gambar.grafik.kepala[1:], rows, measure, faces)
        self._right = self._columns.left

    def pieces(self) -> list[Piece]:
        head = Piece(_HEAD, self._draw_head, keep=True)
        rows = [
            Piece(_BAR_ROW, partial(self._draw_row, at), keep=True)
            for at in range(len(self._grafik.baris))
        ]
        if self._penunjuk is Penunjuk.TARGET:
            rows.append(Piece(_AXIS, self._draw_axis))
        rows[-1].keep = False
        return [head, *rows]

    def _draw_head(self, surface: Surface, x: float, y: float) -> None:
        baseline = y + _HEAD - 1.5 * MM
        at = x + _BAR_LEFT
        middle = baseline - CAP_HEIGHT * _SMALL / 2
        surface.fill_box(at, middle - 1.1 * MM, 4.2 * MM, 2.2 * MM, INK)
        at = self._legend(surface, at + 5.2 * MM, baseline, "nilai")
        if self._penunjuk is Penunjuk.TARGET:
            surface.rule(at + 0.5 * MM, middle - 1.6 * MM, at + 0.5 * MM, middle + 1.6 * MM, 1.5)
            at = self._legend(surface, at + 1.9 * MM, baseline, "target")
            surface.fill_box(at, middle - 1.3 * MM, 4.6 * MM, 2.6 * MM, TINT, 0.3)
            self._legend(surface, at + 5.6 * MM, baseline, "bobot maksimal")
        else:
            surface.disc(at + 1 * MM, middle, 2.3, WHITE, 1.2)
            self._legend(surface, at + 2.9 * MM, baseline, self._penunjuk.value)
        self._columns.draw_heads(surface, x, baseline)
        surface.rule(x, y + _HEAD, x + self._measure, y + _HEAD, 0.7)

    def _legend(self, surface: Surface, x: float, baseline: float, words: str) -> float:
        surface.text(x, baseline, words, self._faces.regular, _SMALL)
        return x + self._faces.regular.width(words, _SMALL) + 4.5 * MM

    def _draw_row(self, at: int, surface: Surface, x: float, y: float) -> None:
        row = self._grafik.baris[at]
        main = row.kode == self._grafik.sorot
        self._draw_label(surface, row, x, y)
        self._draw_bar(surface, row, x, y + _BAR_ROW / 2)
        face = self._faces.bold if main else self._faces.regular
        baseline = y + (_BAR_ROW + CAP_HEIGHT * _SIZE) / 2
        self._columns.draw_row(surface, x, baseline, row.sel[1:], face)
        last = at == len(self._grafik.baris) - 1
        before_main = not last and self._grafik.baris[at + 1].kode == self._grafik.sorot
        width = 0.7 if last else 0.8 if before_main else 0.3
        surface.rule(x, y + _BAR_ROW, x + self._measure, y + _BAR_ROW, width)

    def _draw_label(self, surface: Surface, row: BarisGrafik, x: float, y: float) -> None:
        middle = y + _BAR_ROW / 2
        name = shorten(row.label, self._faces.bold, _SIZE, _BAR_LEFT - 2 * MM)
        surface.text(x, middle - 0.4 * MM, name, self._faces.bold, _SIZE)
        surface.text(x, middle + 2.9 * MM, row.catatan, self._faces.regular, _SMALL)

    def _draw_bar(self, surface: Surface, row: BarisGrafik, x: float, middle: float) -> None:
        left, width = x + _BAR_LEFT, self._right - _BAR_LEFT
        most = row.maksimal or Fraction(1)

        def place(value: Fraction) -> float:
            return float(min(max(value / most, Fraction(0)), Fraction(1))) * width

        surface.fill_box(left, middle - _BAND / 2, width, _BAND, TINT, 0.3)
        if row.nilai:
            surface.fill_box(left, middle - _BAR / 2, place(row.nilai), _BAR, INK)
        if row.target is None:
            return
        at = left + place(row.target)
        if self._penunjuk is Penunjuk.TARGET:
            surface.fill_box(at - 1.5, middle - _TICK / 2, 3.0, _TICK, WHITE)
            surface.rule(at, middle - _TICK / 2, at, middle + _TICK / 2, 1.5)
        else:
            surface.disc(at, middle, 2.9, WHITE)
            surface.disc(at, middle, 2.3, WHITE, 1.2)

    def _draw_axis(self, surface: Surface, x: float, y: float) -> None:
        baseline = y + 3.2 * MM
        left, width = x + _BAR_LEFT, self._right - _BAR_LEFT
        face = self._faces.regular
        words = "persen dari bobot"
        surface.text(left - face.width(words, 7.5) - 3 * MM, baseline, words, face, 7.5)
        for percent in (0, 25, 50, 75, 100):
            label = str(percent)
            at = left + width * percent / 100
            surface.rule(at, y, at, y + 0.8 * MM, 0.3)
            surface.text(at - face.width(label, 7.5) / 2, baseline, label, face, 7.5)


class _Dots:
    """One dot a row on a common scale; the mean a line, the target dashed."""

    def __init__(self, gambar: Gambar, measure: float, faces: Faces) -> None:
        self._grafik: Grafik = gambar.grafik
        self._measure = measure
        self._faces = faces
        rows = [row.sel[2:4] for row in gambar.grafik.baris]
        # Counts stand left of the dots, values right of them.
        counts = max(
            faces.bold.width(gambar.grafik.kepala[2], _SMALL),
            *(faces.regular.width(row[0], _SIZE) for row in rows),
        )
        self._count_end = _DOT_NUMBER + _DOT_LABEL + counts
        self._left = self._count_end + 4 * MM
        values = max(
            faces.bold.width(gambar.grafik.kepala[3], _SMALL),
            *(faces.bold.width(row[1], _SIZE) for row in rows),
        )
        self._right = measure - _SIDE - values - 4 * MM

    def pieces(self) -> list[Piece]:
        found: list[Piece] = []
        rows = self._grafik.baris
        for first in range(0, len(rows), _ROWS_A_PAGE):
            part = range(first, min(first + _ROWS_A_PAGE, len(rows)))
            end = part[-1]
            found.append(Piece(_DOT_HEAD, self._draw_head, keep=True))
            found += [
                Piece(_DOT_ROW, partial(self._draw_row, at, end - at), keep=True) for at in part
            ]
            found[-1].keep = False
        return found

    def _x(self, value: Fraction) -> float:
        return self._left + float(self._grafik.skala.share(value)) * (self._right - self._left)

    def _draw_head(self, surface: Surface, x: float, y: float) -> None:
        baseline = y + _DOT_HEAD - 1.5 * MM
        bold = self._faces.bold
        heads = self._grafik.kepala
        _right(surface, x + _DOT_NUMBER - 2 * MM, baseline, heads[0], bold, _SMALL)
        surface.text(x + _DOT_NUMBER, baseline, heads[1], bold, _SMALL)
        _right(surface, x + self._count_end, baseline, heads[2], bold, _SMALL)
        _right(surface, x + self._measure - _SIDE, baseline, heads[3], bold, _SMALL)
        for place, words in self._line_labels():
            surface.text(x + place, y + 3.2 * MM, words, self._faces.regular, _SMALL)
        self._draw_lines(surface, x, y + 4.2 * MM, y + _DOT_HEAD)
        surface.rule(x, y + _DOT_HEAD, x + self._measure, y + _DOT_HEAD, 0.7)

    def _line_labels(self) -> list[tuple[float, str]]:
        """Return where the words of mean and target stand: outward of each other."""
        face, grafik = self._faces.regular, self._grafik
        marks = []
        if grafik.acuan is not None:
            marks.append((self._x(grafik.acuan), f"instansi {format_number(grafik.acuan, 2)}"))
        if grafik.target is not None:
            marks.append((self._x(grafik.target), f"target {format_exact(grafik.target)}"))
        marks.sort()
        placed = []
        for at, (place, words) in enumerate(marks):
            width = face.width(words, _SMALL)
            left_of = len(marks) > 1 and at == 0
            start = place - width if left_of else place
            placed.append((min(max(start, self._left - 18 * MM), self._measure - width), words))
        return placed

    def _draw_lines(self, surface: Surface, x: float, top: float, bottom: float) -> None:
        grafik = self._grafik
        if grafik.acuan is not None:
            at = x + self._x(grafik.acuan)
            surface.rule(at, top, at, bottom, 0.9)
        if grafik.target is not None:
            surface.dashed(x + self._x(grafik.target), top, bottom, 0.9)

    def _draw_row(self, at: int, after: int, surface: Surface, x: float, y: float) -> None:
        row, faces = self._grafik.baris[at], self._faces
        middle = y + _DOT_ROW / 2
        baseline = y + (_DOT_ROW + CAP_HEIGHT * _SIZE) / 2
        surface.dotted(x + self._left, x + self._right, middle)
        self._draw_lines(surface, x, y, y + _DOT_ROW)
        _right(surface, x + _DOT_NUMBER - 2 * MM, baseline, row.sel[0], faces.regular, _SIZE)
        name = shorten(row.label, faces.regular, _SIZE, _DOT_LABEL)
        surface.text(x + _DOT_NUMBER, baseline, name, faces.regular, _SIZE)
        _right(surface, x + self._count_end, baseline, row.sel[2], faces.regular, _SIZE)
        _right(surface, x + self._measure - _SIDE, baseline, row.sel[3], faces.bold, _SIZE)
        if row.nilai is not None:
            above = self._grafik.acuan is None or row.nilai >= self._grafik.acuan
            surface.flush()  # the dot lies on the lines
            dot = x + self._x(row.nilai)
            surface.disc(dot, middle, _DOT / 2, INK if above else WHITE, 1.1)
        end = y + _DOT_ROW
        if not after:
            surface.rule(x, end, x + self._measure, end, 0.7)
        elif (at + 1) % _RULE_EVERY == 0 and after >= 3:
            surface.rule(x, end, x + self._measure, end, 0.3)


def _right(
    surface: Surface, end: float, baseline: float, text: str, face: Face, size: float
) -> None:
    """Write text that ends at a place."""
    surface.text(end - face.width(text, size), baseline, text, face, size)
