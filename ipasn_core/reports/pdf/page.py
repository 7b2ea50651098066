"""Paper: sizes and margins, the foot, and the mark under an unsigned print."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, hypot, sin

from ..document import Arah, Kaki, Kertas, Tanda
from .fonts import CAP_HEIGHT, Face, Faces
from .surface import Surface
from .text import FOOT, shorten

MM = 72 / 25.4

_DOT = "  \u00b7  "
_SMALLEST_FOOT = 6.0
_ABOVE_SIZE, _ABOVE_TOP = 11.0, 14 * MM
_BOX_SIZE, _BOX_TRACK, _BOX_SIDE = 9.0, 0.45, 2.6 * MM
_BOX_TOP, _BOX_HEIGHT = 8.2 * MM, 5 * MM
"""The frame ends well above the line that continues an annex."""

_SIZES = {Kertas.F4: (215.0, 330.0), Kertas.A4: (210.0, 297.0)}


@dataclass(frozen=True, slots=True)
class Geometry:
    """A page: its size, its margins, and where the rule of the foot lies; points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    foot: float

    @property
    def measure(self) -> float:
        """Width of the text block."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """Height of the text block."""
        return self.height - self.top - self.bottom

    @property
    def end(self) -> float:
        """Right edge of the text block."""
        return self.width - self.right


def geometry(kertas: Kertas, arah: Arah) -> Geometry:
    """Return the page of this paper in this orientation."""
    width, height = _SIZES[kertas]
    if arah is Arah.TEGAK:
        sizes = (width, height, 30.0, 20.0, 20.0, 25.0, 16.0)
    else:
        sizes = (height, width, 15.0, 15.0, 20.0, 20.0, 14.0)
    return Geometry(*(value * MM for value in sizes))


def draw_foot(
    surface: Surface, page: Geometry, faces: Faces, kaki: Kaki, number: int, total: int
) -> None:
    """Draw the rule, what every foot says, and the page's number there or in the upper margin."""
    y = page.height - page.foot
    surface.rule(page.left, y, page.end, y, 0.3)
    # Where the rule lies low, the lines move together: no printer reaches the last 8 mm.
    low = page.foot < 15 * MM
    baseline = y + (2.6 if low else 3.5) * MM
    leading = 8.3 if low else FOOT.leading
    count = "" if kaki.nomor_atas else f"Halaman {number} dari {total}"
    if kaki.nomor_atas and number > 1:
        above = f"- {number} -"
        middle = page.left + (page.measure - faces.regular.width(above, _ABOVE_SIZE)) / 2
        surface.text(middle, _ABOVE_TOP, above, faces.regular, _ABOVE_SIZE)
    width = faces.regular.width(count, FOOT.size)
    room = page.measure - width - 4 * MM
    for at, line in enumerate(_foot_lines(kaki, faces.regular, room)):
        line_room = page.measure if at else room
        # What is a little too wide is set smaller, no more: a foot nobody can read says nothing.
        natural = faces.regular.width(line, FOOT.size)
        size = max(_SMALLEST_FOOT, FOOT.size * min(1.0, line_room / (natural or line_room)))
        line = _shorten_middle(line, faces.regular, size, line_room)
        surface.text(page.left, baseline + at * leading, line, faces.regular, size)
    if count:
        surface.text(page.end - width, baseline, count, faces.regular, FOOT.size)


def _foot_lines(kaki: Kaki, face: Face, room: float) -> list[str]:
    """Join the parts of each line; what the first has no room for goes to the second."""
    lines = [list(parts) for parts in kaki.baris]
    if len(lines) > 1:
        while len(lines[0]) > 1 and face.width(_DOT.join(lines[0]), _SMALLEST_FOOT) > room:
            lines[1].insert(0, lines[0].pop())
    return [_DOT.join(parts) for parts in lines]


def _shorten_middle(line: str, face: Face, size: float, room: float) -> str:
    """Cut a line that is too wide before its last two words: year and fingerprint stay."""
    words = line.split(" ")
    tail = "".join(f" {word}" for word in words[-2:])
    if face.width(line, size) <= room or face.width(tail, size) > room / 2:
        return shorten(line, face, size, room)
    return shorten(" ".join(words[:-2]), face, size, room - face.width(tail, size)) + tail


def draw_mark(surface: Surface, page: Geometry, faces: Faces, tanda: Tanda) -> None:
    """Draw the large grey word along the diagonal; call it before anything else on the page."""
    size, track = 150.0, 18.0
    length = faces.bold.width(tanda.value, size) + track * (len(tanda.value) - 1)
    room = 0.78 * hypot(page.width, page.height)
    if length > room:
        size, track, length = size * room / length, track * room / length, room
    angle = atan2(page.height, page.width)
    across, along = cos(angle), sin(angle)
    drop = CAP_HEIGHT * size / 2
    x = page.width / 2 - across * length / 2 + along * drop
    y = page.height / 2 + along * length / 2 + across * drop
    surface.grey(0.9)
    surface.track(track)
    matrix = f"{across:.4f} {along:.4f} {-along:.4f} {across:.4f}"
    surface.rotated(x, y, tanda.value, faces.bold, size, matrix)
    surface.grey(0)
    surface.flush()


def mark_box(page: Geometry, faces: Faces, tanda: Tanda) -> tuple[float, float, float, float]:
    """Return left, top, width and height of the frame at the top right of a page."""
    words = _mark_words(tanda)
    width = faces.bold.width(words, _BOX_SIZE) + _BOX_TRACK * (len(words) - 1) + 2 * _BOX_SIDE
    return page.end - width, _BOX_TOP, width, _BOX_HEIGHT


def _mark_words(tanda: Tanda) -> str:
    return f"{tanda.value} \u00b7 BELUM DISAHKAN"


def draw_mark_box(
    surface: Surface, page: Geometry, faces: Faces, tanda: Tanda, top: float | None = None
) -> None:
    """Draw the framed words at the top right, or lower where a letterhead needs the place."""
    left, usual, width, height = mark_box(page, faces, tanda)
    top = usual if top is None else top
    surface.box(left, top, width, height, 0.8)
    baseline = top + (height + CAP_HEIGHT * _BOX_SIZE) / 2
    words = _mark_words(tanda)
    surface.text(left + _BOX_SIDE, baseline, words, faces.bold, _BOX_SIZE, 0.0, _BOX_TRACK)
