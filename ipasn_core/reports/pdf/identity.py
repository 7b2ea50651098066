"""Who a page is about: lines of what and words, and a frame with the result at their right."""

from __future__ import annotations

from ..document import Identitas
from .cell import wrap_cell
from .flow import Piece
from .fonts import Faces
from .page import MM
from .surface import Surface
from .text import Style

_LINE = Style(10, 14)
_COLON, _WORDS = 34 * MM, 37 * MM
_FRAME = 44 * MM
_GAP = 5 * MM
_CAPTION, _FIGURE, _WORD = 9.0, 30.0, 11.0
_FIGURE_DROP, _RULE_DROP, _SECOND_DROP, _WORD_DROP = 15.4 * MM, 18 * MM, 22.2 * MM, 27 * MM
_FRAME_LEAST = 29.6 * MM


def lay_identity(blok: Identitas, measure: float, faces: Faces) -> Piece:
    """Set the lines and the frame, as one piece."""
    room = measure - _FRAME - _GAP - _WORDS
    lines: list[tuple[str, str, bool]] = []
    for at, (name, words) in enumerate(blok.butir):
        face = faces.regular if at else faces.bold
        for part, text in enumerate(wrap_cell(words, room, face, _LINE.size)[0]):
            lines.append(("" if part else name, text, at == 0))
    height = max(len(lines) * _LINE.leading, _FRAME_LEAST)

    def draw(surface: Surface, x: float, y: float) -> None:
        for at, (name, text, bold) in enumerate(lines):
            baseline = y + at * _LINE.leading + _LINE.baseline
            if name:
                surface.text(x, baseline, name, faces.regular, _LINE.size)
                surface.text(x + _COLON, baseline, ":", faces.regular, _LINE.size)
            face = faces.bold if bold else faces.regular
            surface.text(x + _WORDS, baseline, text, face, _LINE.size)
        _draw_frame(surface, blok, x + measure - _FRAME, y, faces)

    return Piece(height, draw)


def _draw_frame(surface: Surface, blok: Identitas, left: float, y: float, faces: Faces) -> None:
    (caption, figure), (second, word) = blok.hasil
    surface.box(left, y, _FRAME, _FRAME_LEAST, 1.0)
    middle = left + _FRAME / 2
    rows = (
        (caption, 5.2 * MM, faces.regular, _CAPTION),
        (figure, _FIGURE_DROP, faces.bold, _FIGURE),
        (second, _SECOND_DROP, faces.regular, _CAPTION),
        (word, _WORD_DROP, faces.bold, _WORD),
    )
    for text, drop, face, size in rows:
        surface.text(middle - face.width(text, size) / 2, y + drop, text, face, size)
    surface.rule(left + 6 * MM, y + _RULE_DROP, left + _FRAME - 6 * MM, y + _RULE_DROP, 0.3)
