"""Paper: sizes and margins, the foot, and the mark under an unsigned print."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, hypot, sin

from ..document import Arah, Kaki, Kertas, Tanda
from .fonts import CAP_HEIGHT, Faces
from .surface import Surface
from .text import FOOT

MM = 72 / 25.4

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
    """Draw the rule, what every foot says, and `Halaman x dari y`."""
    y = page.height - page.foot
    surface.rule(page.left, y, page.end, y, 0.3)
    # Where the rule lies low, the lines move together: no printer reaches the last 8 mm.
    low = page.foot < 15 * MM
    baseline = y + (2.6 if low else 3.5) * MM
    leading = 8.3 if low else FOOT.leading
    count = f"Halaman {number} dari {total}"
    width = faces.regular.width(count, FOOT.size)
    for at, parts in enumerate(kaki.baris):
        line = "  \u00b7  ".join(parts)
        room = page.measure - (width + 4 * MM if at == 0 else 0.0)
        # A long name of an office makes the line smaller; it never runs into the page number.
        size = FOOT.size * min(1.0, room / (faces.regular.width(line, FOOT.size) or room))
        surface.text(page.left, baseline + at * leading, line, faces.regular, size)
    surface.text(page.end - width, baseline, count, faces.regular, FOOT.size)


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


def draw_mark_box(surface: Surface, page: Geometry, faces: Faces, tanda: Tanda) -> None:
    """Draw the framed words at the top right."""
    words = f"{tanda.value} \u00b7 BELUM DISAHKAN"
    size, track, top, height, side = 9.0, 0.45, 8.7 * MM, 5.5 * MM, 2.6 * MM
    width = faces.bold.width(words, size) + track * (len(words) - 1)
    left = page.end - width - 2 * side
    surface.box(left, top, width + 2 * side, height, 0.8)
    baseline = top + (height + CAP_HEIGHT * size) / 2
    surface.text(left + side, baseline, words, faces.bold, size, 0.0, track)
