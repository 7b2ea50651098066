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
from .cell import wrap_cell
from .flow import Piece
from .fonts import CAP_HEIGHT, Face, Faces
from .page import MM
from .surface import Draw, Surface
from .text import shorten

INK, TINT, WHITE = "0.102 0.22 0.361", "0.878 0.898 0.922", "1 1 1"

_SIZE, _SMALL = 9.0, 8.0
_SIDE = 2 * MM
_COLUMN_GAP = 6 * MM

_BAR_ROW, _BAR, _BAND, _TICK = 10.5 * MM, 3.4 * MM, 6.5 * MM, 8.5 * MM
_CLOSE = 0.76
"""How high rows are whose mark needs no room above the bar."""
_BAR_LEFT = 30 * MM
_HEAD, _AXIS = 5.2 * MM, 4.6 * MM

_PANEL_LEFT, _PANEL_HEAD, _PANEL_ROW = 30 * MM, 8.4 * MM, 6.1 * MM

_DOT_ROW = 5.8 * MM
_DOT = 5.0
_DOT_HEAD = 9.6 * MM
_DOT_LABEL = 92 * MM
_DOT_NUMBER = 9 * MM
_TWO_LINES, _TWO_LEADING = 7.0, 7.6
_MOST_LABELS = 6
_ROWS_A_PAGE = 40
_RULE_EVERY, _RULE_LEFT = 5, 3
"""A thin rule every so many rows, unless fewer than so many follow."""


def lay_figure(gambar: Gambar, measure: float, faces: Faces) -> list[Piece]:
    """Set a chart into pieces; all but the last stay with what follows."""
    if gambar.grafik.jenis is JenisGrafik.BATANG and _is_panel(gambar.grafik):
        return [Piece(*_panels(gambar, measure, faces))]
    if gambar.grafik.jenis is JenisGrafik.BATANG:
        return _Bars(gambar, measure, faces).pieces()
    if gambar.grafik.jenis is JenisGrafik.TITIK:
        return _Dots(gambar, measure, faces).pieces()
    raise ValueError(f"no way to draw {gambar.grafik.jenis} on paper")


def _is_panel(grafik: Grafik) -> bool:
    return all(row.maksimal is None for row in grafik.baris)


def _panels(gambar: Gambar, measure: float, faces: Faces) -> tuple[float, Draw]:
    """Set small bars of several groups side by side on one scale: height, and what draws them."""
    panels = (gambar.grafik, *gambar.panel)
    rows = gambar.grafik.baris
    height = _PANEL_HEAD + len(rows) * _PANEL_ROW + 1 * MM
    step = (measure - _PANEL_LEFT) / len(panels)
    figures = max(faces.regular.width(row.sel[1], _SIZE) for panel in panels for row in panel.baris)
    room = step - figures - 4 * MM

    def draw(surface: Surface, x: float, y: float) -> None:
        for at, row in enumerate(rows):
            middle = y + _PANEL_HEAD + (at + 0.5) * _PANEL_ROW
            baseline = middle + CAP_HEIGHT * _SIZE / 2
            surface.text(x, baseline, row.label, faces.regular, _SIZE)
        for place, panel in enumerate(panels):
            left = x + _PANEL_LEFT + place * step
            head = shorten(panel.judul, faces.bold, _SIZE, step - 2 * MM)
            surface.text(left, y + 3.2 * MM, head, faces.bold, _SIZE)
            surface.text(left, y + 6.6 * MM, panel.alt, faces.regular, _SMALL)
            bottom = y + height - 1 * MM
            surface.rule(left, y + _PANEL_HEAD, left, bottom, 0.5)
            for at, row in enumerate(panel.baris):
                middle = y + _PANEL_HEAD + (at + 0.5) * _PANEL_ROW
                wide = float(panel.skala.share(row.nilai or Fraction(0))) * room
                if wide:
                    surface.fill_box(left, middle - _BAR / 2, wide, _BAR, INK)
                baseline = middle + CAP_HEIGHT * _SIZE / 2
                end = left + wide + 1.2 * MM
                surface.text(end, baseline, row.sel[1], faces.regular, _SIZE)

    return height, draw


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
        close = 1.0 if gambar.penunjuk is Penunjuk.TARGET else _CLOSE
        self._row, self._bar, self._band = _BAR_ROW * close, _BAR * close, _BAND * close

    def pieces(self) -> list[Piece]:
        head = Piece(_HEAD, self._draw_head, keep=True)
        rows = [
            Piece(self._row, partial(self._draw_row, at), keep=True)
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
        self._draw_bar(surface, row, x, y + self._row / 2)
        face = self._faces.bold if main else self._faces.regular
        baseline = y + (self._row + CAP_HEIGHT * _SIZE) / 2
        self._columns.draw_row(surface, x, baseline, row.sel[1:], face)
        last = at == len(self._grafik.baris) - 1
        before_main = not last and self._grafik.baris[at + 1].kode == self._grafik.sorot
        width = 0.7 if last else 0.8 if before_main else 0.3
        surface.rule(x, y + self._row, x + self._measure, y + self._row, width)

    def _draw_label(self, surface: Surface, row: BarisGrafik, x: float, y: float) -> None:
        middle = y + self._row / 2
        name = shorten(row.label, self._faces.bold, _SIZE, _BAR_LEFT - 2 * MM)
        surface.text(x, middle - 0.4 * MM, name, self._faces.bold, _SIZE)
        surface.text(x, middle + 2.9 * MM, row.catatan, self._faces.regular, _SMALL)

    def _draw_bar(self, surface: Surface, row: BarisGrafik, x: float, middle: float) -> None:
        left, width = x + _BAR_LEFT, self._right - _BAR_LEFT
        most = row.maksimal or Fraction(1)

        def place(value: Fraction) -> float:
            return float(min(max(value / most, Fraction(0)), Fraction(1))) * width

        surface.fill_box(left, middle - self._band / 2, width, self._band, TINT, 0.3)
        if row.nilai:
            surface.fill_box(left, middle - self._bar / 2, place(row.nilai), self._bar, INK)
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
    """One dot a row on a common scale; the mean a line, the target dashed.

    Cells of a row are its number, its name, a count that stands left of the dots, and the value.
    """

    def __init__(self, gambar: Gambar, measure: float, faces: Faces) -> None:
        self._grafik: Grafik = gambar.grafik
        self._measure = measure
        self._faces = faces
        rows = gambar.grafik.baris
        head = faces.bold.width(gambar.grafik.kepala[1], _SMALL)
        names = max(faces.regular.width(row.label, _SIZE) for row in rows)
        self._names = min(max(names, head), _DOT_LABEL)
        counts = self._widest(2, faces.regular)
        values = self._widest(3, faces.regular)
        self._count_end = _DOT_NUMBER + self._names + 2 * MM + counts
        self._left = self._count_end + 4 * MM
        self._right = measure - _SIDE - values - 4 * MM

    def _widest(self, at: int, face: Face) -> float:
        head = self._faces.bold.width(self._grafik.kepala[at], _SMALL)
        return max(head, *(face.width(row.sel[at], _SIZE) for row in self._grafik.baris))

    def pieces(self) -> list[Piece]:
        """Return head, rows and scale; the head again where a page would not hold them all."""
        found: list[Piece] = []
        rows = self._grafik.baris
        for first in range(0, len(rows), _ROWS_A_PAGE):
            part = range(first, min(first + _ROWS_A_PAGE, len(rows)))
            end = part[-1]
            found.append(Piece(_DOT_HEAD, self._draw_head, keep=True))
            found += [
                Piece(_DOT_ROW, partial(self._draw_row, at, end - at), keep=True) for at in part
            ]
            found.append(Piece(_AXIS, self._draw_axis))
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
        self._draw_line_heads(surface, x, baseline)
        surface.rule(x, y + _DOT_HEAD, x + self._measure, y + _DOT_HEAD, 0.7)

    def _draw_line_heads(self, surface: Surface, x: float, baseline: float) -> None:
        """Write what the two lines are above them, moved apart where they would touch."""
        grafik, faces = self._grafik, self._faces
        marks = []
        if grafik.acuan is not None:
            marks.append((self._x(grafik.acuan), "Instansi", format_number(grafik.acuan, 2)))
        if grafik.target is not None:
            marks.append((self._x(grafik.target), "Target", format_exact(grafik.target)))
        marks.sort()
        widths = [
            max(faces.regular.width(name, _SMALL), faces.bold.width(value, _SMALL))
            for _, name, value in marks
        ]
        places = [place for place, *_ in marks]
        if len(marks) > 1:
            short = (sum(widths) / 2 + 1.5 * MM) - (places[1] - places[0])
            if short > 0:
                places = [places[0] - short / 2, places[1] + short / 2]
        for place, (_, name, value) in zip(places, marks, strict=True):
            above = baseline - 9.6
            wide = faces.regular.width(name, _SMALL)
            surface.text(x + place - wide / 2, above, name, faces.regular, _SMALL)
            wide = faces.bold.width(value, _SMALL)
            surface.text(x + place - wide / 2, baseline, value, faces.bold, _SMALL)

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
        number = f"{row.sel[0]}."
        _right(surface, x + _DOT_NUMBER - 2 * MM, baseline, number, faces.regular, _SIZE)
        self._draw_name(surface, x + _DOT_NUMBER, y, row.label)
        _right(surface, x + self._count_end, baseline, row.sel[2], faces.regular, _SIZE)
        _right(surface, x + self._measure - _SIDE, baseline, row.sel[3], faces.regular, _SIZE)
        if row.nilai is not None:
            above = self._grafik.acuan is None or row.nilai >= self._grafik.acuan
            surface.flush()  # the dot lies on the lines
            dot = x + self._x(row.nilai)
            surface.disc(dot, middle, _DOT / 2, INK if above else WHITE, 1.1)
        end = y + _DOT_ROW
        if not after:
            surface.rule(x, end, x + self._measure, end, 0.7)
        elif (at + 1) % _RULE_EVERY == 0 and after >= _RULE_LEFT:
            surface.rule(x, end, x + self._measure, end, 0.3)

    def _draw_name(self, surface: Surface, x: float, y: float, name: str) -> None:
        """Write a name on one line, a very long one smaller on two."""
        face = self._faces.regular
        if face.width(name, _SIZE) <= self._names:
            baseline = y + (_DOT_ROW + CAP_HEIGHT * _SIZE) / 2
            surface.text(x, baseline, name, face, _SIZE)
            return
        lines = wrap_cell(name, self._names, face, _TWO_LINES)[0]
        top = y + (_DOT_ROW - (len(lines) - 1) * _TWO_LEADING + CAP_HEIGHT * _TWO_LINES) / 2
        for at, line in enumerate(lines):
            surface.text(x, top + at * _TWO_LEADING, line, face, _TWO_LINES)

    def _draw_axis(self, surface: Surface, x: float, y: float) -> None:
        face, skala = self._faces.regular, self._grafik.skala
        low, high = int(skala.bawah), int(skala.atas)
        step = next(s for s in (1, 2, 5, 10, 20, 50) if (high - low) / s <= _MOST_LABELS)
        for value in range(low, high + 1, step):
            at = x + self._x(Fraction(value))
            label = str(value)
            surface.rule(at, y, at, y + 0.8 * MM, 0.3)
            surface.text(at - face.width(label, 7.5) / 2, y + 3.2 * MM, label, face, 7.5)


def _right(
    surface: Surface, end: float, baseline: float, text: str, face: Face, size: float
) -> None:
    """Write text that ends at a place."""
    surface.text(end - face.width(text, size), baseline, text, face, size)
