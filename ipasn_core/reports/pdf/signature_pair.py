"""Two signatures beside each other: who examined at the left, who confirms at the right."""

from __future__ import annotations

from dataclasses import dataclass

from ...formatting import format_nip
from ..document import Penandatangan, TandaTanganBerdua
from .cell import wrap_cell
from .flow import Piece
from .fonts import Faces
from .page import MM
from .surface import Surface
from .text import SIGNATURE

_RIGHT = 0.53
"""Where the right one begins, as a share of the measure."""
_GAP = 5 * MM
_FREE = 25 * MM
_DOTS = 40
"""Points of a line that is filled in by hand."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One signature whose lines are set."""

    one: Penandatangan
    indent: float
    jabatan: tuple[str, ...]
    nama: tuple[str, ...]
    below: tuple[str, ...]

    def draw(self, surface: Surface, x: float, y: float, above: int, faces: Faces) -> None:
        """Draw it; `above` is how many lines of jabatan the taller of the two has."""
        regular, size, leading = faces.regular, SIGNATURE.size, SIGNATURE.leading
        baseline = y + SIGNATURE.baseline
        axis = x + self.indent
        surface.text(axis, baseline, self.one.peran, regular, size)
        for at, line in enumerate(self.jabatan, 1):
            surface.text(axis, baseline + at * leading, line, regular, size)
        if self.one.awalan:
            hang = regular.width(self.one.awalan + " ", size)
            surface.text(axis - hang, baseline + leading, self.one.awalan, regular, size)
        baseline += (above + 1) * leading + _FREE
        known = bool(self.one.nama)
        face = faces.bold if known else regular
        for name in self.nama:
            surface.text(axis, baseline, name, face, size)
            if known:
                under = baseline + 2.1
                surface.rule(axis, under, axis + face.width(name, size), under, 0.7)
            baseline += leading
        for line in self.below:
            surface.text(axis, baseline, line, regular, size)
            baseline += leading


def lay_pair(block: TandaTanganBerdua, measure: float, faces: Faces) -> Piece:
    """Set both signatures as one piece; their names stand on one line."""
    right = measure * _RIGHT
    columns = (
        (0.0, _lay(block.kiri, right - _GAP, faces)),
        (right, _lay(block.kanan, measure - right, faces)),
    )
    above = max(len(column.jabatan) for _, column in columns)
    below = max(len(column.nama) + len(column.below) for _, column in columns)

    def draw(surface: Surface, x: float, y: float) -> None:
        for left, column in columns:
            column.draw(surface, x + left, y, above, faces)

    height = (1 + above + below) * SIGNATURE.leading + _FREE
    return Piece(height, draw, air=SIGNATURE.air)


def _lay(one: Penandatangan, room: float, faces: Faces) -> _Column:
    regular, size = faces.regular, SIGNATURE.size
    indent = regular.width(one.awalan + " ", size) if one.awalan else 0.0
    room -= indent
    title = (*one.jabatan[:-1], f"{one.jabatan[-1]},") if one.jabatan else ("." * _DOTS + ",",)
    jabatan = tuple(part for line in title for part in wrap_cell(line, room, regular, size)[0])
    if not one.nama:
        return _Column(one, indent, jabatan, ("." * _DOTS,), ("NIP " + "." * (_DOTS - 6),))
    nama = tuple(wrap_cell(one.nama, room, faces.bold, size)[0])
    nip = f"NIP {format_nip(one.nip)}" if one.nip else ""
    return _Column(one, indent, jabatan, nama, tuple(filter(None, (one.pangkat, nip))))
