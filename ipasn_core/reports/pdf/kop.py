"""The letterhead: emblem, names in their gradation, address, the thick and the thin rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO

from reportlab.lib.utils import ImageReader

from ..document import Kop, LambangContoh
from .breaking import balance
from .emblem import EMBLEM_SIZE, draw_emblem
from .fonts import CAP_HEIGHT, Face, Faces
from .page import MM, Geometry
from .surface import Surface

TOP = 11 * MM
_BOX = (24 * MM, 26 * MM)
_CLEAR = 4 * MM
_CONJUNCTIONS = ("dan", "serta", "atau")
_LARGEST, _SMALLEST, _STEP = 17.0, 14.0, 0.5
_NAME_TRACK = 0.1
_LEAST = 5 / 6


@dataclass(frozen=True, slots=True)
class KopLine:
    """A line of the head: its baseline below the paper's edge, face, size and tracking.

    The names are kerned, the address is not.
    """

    text: str
    baseline: float
    face: Face
    size: float
    track: float = 0.0
    kerned: bool = True

    @property
    def width(self) -> float:
        """How wide it is."""
        measure = self.face.kerned_width if self.kerned else self.face.width
        return measure(self.text, self.size) + self.track * (len(self.text) - 1)


@dataclass(frozen=True, slots=True)
class KopLayout:
    """A letterhead whose lines are set: where they are centred, and where its rule lies."""

    kop: Kop
    lines: tuple[KopLine, ...]
    centre: float
    rule: float
    emblem_top: float

    @property
    def bottom(self) -> float:
        """Lower edge of the thin rule, from the paper's edge."""
        return self.rule + 2.25 / 2 + 0.95 * MM + 0.3

    def reaches(self, left: float, bottom: float) -> bool:
        """Whether a line comes into what lies right of `left` and above `bottom`."""
        return any(
            self.centre + line.width / 2 > left - _CLEAR / 2
            and line.baseline - CAP_HEIGHT * line.size < bottom + 1
            for line in self.lines
        )


def lay_kop(kop: Kop, page: Geometry, faces: Faces) -> KopLayout:
    """Set a letterhead: sizes shrink before the name takes a third line, nothing is squeezed."""
    emblem = _emblem_size(kop.lambang)
    edge = page.left + emblem[0] + _CLEAR if emblem[0] else page.left
    names, size = _break_agency(kop.instansi, faces.bold, page.end - edge)
    y = TOP + 13
    room = page.end - edge
    lines: list[KopLine] = []
    for part in _divided(kop.pemerintah, faces.regular, 13, room):
        lines.append(_fitted(KopLine(part, y, faces.regular, 13, 0.25), room))
        y += 13 * 1.28
    y += (size - 13) * CAP_HEIGHT
    for name in names:
        lines.append(_fitted(KopLine(name, y, faces.bold, size, _NAME_TRACK), room))
        y += size * 1.16
    y += 9 * 1.42 - size * 1.16 + 1.6
    for address in (p for a in kop.alamat for p in _divided(a, faces.regular, 9, room)):
        lines.append(_fitted(KopLine(address, y, faces.regular, 9, kerned=False), room))
        y += 9 * 1.22
    foot = lines[-1].baseline + 0.21 * lines[-1].size
    head = TOP + 13 * (1 - CAP_HEIGHT)
    emblem_top = max(TOP, (head + foot - emblem[1]) / 2)
    low = max(foot, emblem_top + emblem[1])
    centre = page.left + page.measure / 2
    widest = max(line.width for line in lines)
    if centre - widest / 2 < edge:
        centre = (edge + page.end) / 2
    return KopLayout(kop, tuple(lines), centre, low + 2.2 * MM + 2.25 / 2, emblem_top)


def _divided(text: str, face: Face, size: float, room: float) -> list[str]:
    """Give a line that would have to shrink by more than a sixth as many lines as it needs."""
    words = text.split()
    if not words or face.width(text, size) * _LEAST <= room:
        return [text] if words else []
    widths = [face.width(word, size) for word in words]
    return balance(words, widths, room * 0.98, face.width(" ", size))


def _fitted(line: KopLine, room: float) -> KopLine:
    """Set a line that is wider than its room in a smaller size; letters keep their shape."""
    scale = min(1.0, room / line.width) if line.text else 1.0
    return replace(line, size=line.size * scale, track=line.track * scale)


def _emblem_size(lambang: bytes | LambangContoh | None) -> tuple[float, float]:
    """Return width and height of the emblem, fitted proportionally into its box."""
    if lambang is None:
        return 0.0, 0.0
    if isinstance(lambang, LambangContoh):
        wide, high = EMBLEM_SIZE
    else:
        wide, high = ImageReader(BytesIO(lambang)).getSize()
    scale = min(_BOX[0] / wide, _BOX[1] / high)
    return wide * scale, high * scale


def draw_kop(surface: Surface, layout: KopLayout, page: Geometry) -> None:
    """Draw a letterhead at the top of a page."""
    if isinstance(layout.kop.lambang, LambangContoh):
        draw_emblem(surface, page.left, layout.emblem_top, _emblem_size(layout.kop.lambang)[1])
    elif layout.kop.lambang is not None:
        _draw_picture(surface, layout.kop.lambang, page.left, layout.emblem_top)
    for line in layout.lines:
        x = layout.centre - line.width / 2
        if line.kerned:
            surface.kerned(x, line.baseline, line.text, line.face, line.size, line.track)
        else:
            surface.text(x, line.baseline, line.text, line.face, line.size)
    thin = layout.rule + 0.95 * MM
    surface.rule(page.left, layout.rule, page.end, layout.rule, 2.25)
    surface.rule(page.left, thin, page.end, thin, 0.6)


def _draw_picture(surface: Surface, png: bytes, x: float, top: float) -> None:
    width, height = _emblem_size(png)
    surface.flush()
    surface.canvas.drawImage(
        ImageReader(BytesIO(png)), x, surface.height - top - height, width, height, mask="auto"
    )


def _break_agency(name: str, face: Face, room: float) -> tuple[list[str], float]:
    """Choose lines and size: one or two lines, shrinking to 14 before a third is taken."""
    if "\n" in name:
        lines = name.split("\n")[:3]
        return lines, _fit(lines, face, room)
    for count in (1, 2, 3):
        best = min(_divisions(name, count), key=lambda ls: _widest(ls, face), default=None)
        if best is None:
            break
        size = _LARGEST if count == 1 else _fit(best, face, room)
        if _widest(best, face) * size <= room:
            return best, size
    words = name.split()
    return [" ".join(words)], _fit([name], face, room)


def _divisions(name: str, count: int) -> list[list[str]]:
    """List the ways to break a name into lines; a conjunction stays before its partner."""
    words = name.split()
    if count == 1:
        return [[name]]
    if len(words) < count:
        return []
    cuts = range(1, len(words))
    after = [i for i in cuts if words[i - 1].lower() in _CONJUNCTIONS] or list(cuts)
    if count == 2:
        return [[" ".join(words[:i]), " ".join(words[i:])] for i in after]
    return [
        [" ".join(words[:i]), " ".join(words[i:j]), " ".join(words[j:])]
        for i in cuts
        for j in cuts
        if i < j
    ]


def _widest(lines: list[str], face: Face) -> float:
    return max(face.kerned_width(line, 1.0) for line in lines)


def _fit(lines: list[str], face: Face, room: float) -> float:
    size = _LARGEST
    while size > _SMALLEST and _widest(lines, face) * size > room:
        size -= _STEP
    return size
