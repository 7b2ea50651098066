"""One page being drawn: text and rules as PDF operators, top-left origin, all in points.

The operators are written here and handed to the canvas a page at a time: a nominative annex has
a million strings, and ReportLab's own calls would spend most of the time on bookkeeping.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from reportlab.pdfgen.canvas import Canvas

from .fonts import Face

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\xa0": " "})
_CIRCLE = 0.5523
"""How far the handles of a Bézier curve reach that draws a quarter of a circle."""
_SUBSET = re.compile(r"^(/\S+) \S+ Tf \S+ TL ")


class Surface:
    """Where a page is drawn; y runs downwards from the paper's upper edge."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.height = 0.0
        self._text: list[str] = []
        self._rules: dict[float, list[str]] = {}
        self._font = ""
        self._spacing = (0.0, 0.0)
        self._names: dict[str, str] = {}
        self._encoded: dict[tuple[str, str], str] = {}

    def open_page(self, width: float, height: float) -> None:
        """Begin a page of this size."""
        self.canvas.setPageSize((width, height))
        self.height = height

    def close_page(self) -> None:
        """Hand everything drawn on the page to the canvas and end it."""
        self.flush()
        self.canvas.showPage()

    def scaled(self, x: float, y: float, scale: float) -> None:
        """Draw smaller or larger from here on, around x, y; `unscaled` ends it."""
        self.flush()
        self.canvas.saveState()
        self.canvas.translate(x * (1 - scale), (self.height - y) * (1 - scale))
        self.canvas.scale(scale, scale)

    def unscaled(self) -> None:
        """Draw in the page's own size again."""
        self.flush()
        self.canvas.restoreState()

    def flush(self) -> None:
        """Hand what has been drawn so far to the canvas; what comes later lies above it."""
        for width, lines in self._rules.items():
            # Each rule is stroked by itself: viewers draw thin lines of one long path too dark.
            self.canvas.addLiteral(f"{width:g} w {' S '.join(lines)} S")
        if self._text:
            self.canvas.addLiteral(f"BT {' '.join(self._text)} ET")
            if self._spacing != (0.0, 0.0):
                self.canvas.addLiteral("0 Tw 0 Tc")
        self._rules = {}
        self._text = []
        self._font = ""
        self._spacing = (0.0, 0.0)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        face: Face,
        size: float,
        word_space: float = 0.0,
        char_space: float = 0.0,
    ) -> None:
        """Write text with its baseline at y.

        Args:
            x: Left end.
            y: Baseline, from the upper edge.
            text: One line.
            face: Typeface.
            size: Points.
            word_space: Added to every space.
            char_space: Added after every character.
        """
        self._set_font(face, size)
        self._set_spacing(word_space, char_space)
        show = self._encode(text, face)
        self._text.append(f"1 0 0 1 {x:.2f} {self.height - y:.2f} Tm {show}")

    def kerned(
        self, x: float, y: float, text: str, face: Face, size: float, char_space: float = 0.0
    ) -> None:
        """Write a large line with its pairs kerned, in one operator, so it copies out whole."""
        if not text.isascii():
            self.text(x, y, text, face, size, 0.0, char_space)
            return
        self._set_font(face, size)
        self._set_spacing(0.0, char_space)
        parts = [text[:1].translate(_ESCAPES)]
        for left, right in pairwise(text):
            gap = face.kern.get(left + right, 0.0)
            parts.append((f") {-gap * 1000:.0f} (" if gap else "") + right.translate(_ESCAPES))
        self._encode(" ", face)
        self._text.append(f"1 0 0 1 {x:.2f} {self.height - y:.2f} Tm [({''.join(parts)})] TJ")

    def rotated(self, x: float, y: float, text: str, face: Face, size: float, degrees: str) -> None:
        """Write text along a matrix `a b c d`, beginning at x, y."""
        self._set_font(face, size)
        self._text.append(f"{degrees} {x:.2f} {self.height - y:.2f} Tm {self._encode(text, face)}")

    def track(self, char_space: float) -> None:
        """Set the space after every character for the next `rotated` text."""
        self._set_spacing(0.0, char_space)

    def grey(self, level: float) -> None:
        """Set the tone of text from here on: 0 is black."""
        self._text.append(f"{level:g} g")

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        """Draw a line of this width, centred on its ends."""
        lines = self._rules.setdefault(width, [])
        lines.append(f"{x1:.2f} {self.height - y1:.2f} m {x2:.2f} {self.height - y2:.2f} l")

    def dashed(self, x: float, top: float, bottom: float, width: float) -> None:
        """Draw a dashed upright line."""
        self.canvas.addLiteral(
            f"{width:g} w [3 2] 0 d {x:.2f} {self.height - top:.2f} m "
            f"{x:.2f} {self.height - bottom:.2f} l S [] 0 d"
        )

    def dotted(self, left: float, right: float, y: float) -> None:
        """Draw a thin dotted line across."""
        y = self.height - y
        self.canvas.addLiteral(
            f"0.5 w [0.5 2] 0 d {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S [] 0 d"
        )

    def box(self, x: float, y: float, width: float, height: float, line: float) -> None:
        """Draw a frame; x, y is its upper left corner."""
        lines = self._rules.setdefault(line, [])
        lines.append(f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re")

    def fill_box(
        self, x: float, y: float, width: float, height: float, ink: str, line: float = 0.0
    ) -> None:
        """Fill a box in an ink (`0.1 0.2 0.3`), with a black edge where `line` has a width.

        It lies below text and rules, above what was filled before.
        """
        how = f"{line:g} w B" if line else "f"
        self.canvas.addLiteral(
            f"{ink} rg {x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re {how} 0 g"
        )

    def disc(self, x: float, y: float, radius: float, ink: str, line: float = 0.0) -> None:
        """Fill a circle around x, y in an ink, with a black edge where `line` has a width."""
        k = radius * _CIRCLE
        y = self.height - y
        left, right, low, high = x - radius, x + radius, y - radius, y + radius
        arcs = (
            f"{right:.2f} {y + k:.2f} {x + k:.2f} {high:.2f} {x:.2f} {high:.2f} c "
            f"{x - k:.2f} {high:.2f} {left:.2f} {y + k:.2f} {left:.2f} {y:.2f} c "
            f"{left:.2f} {y - k:.2f} {x - k:.2f} {low:.2f} {x:.2f} {low:.2f} c "
            f"{x + k:.2f} {low:.2f} {right:.2f} {y - k:.2f} {right:.2f} {y:.2f} c"
        )
        how = f"{line:g} w b" if line else "f"
        self.canvas.addLiteral(f"{ink} rg {right:.2f} {y:.2f} m {arcs} {how} 0 g")

    def fill_boxes(self, boxes: list[tuple[float, float, float, float]]) -> None:
        """Blacken boxes (x, y, width, height) as one shape, so that no seams show between them."""
        shapes = " ".join(
            f"{x:.3f} {self.height - y - high:.3f} {wide:.3f} {high:.3f} re"
            for x, y, wide, high in boxes
        )
        self.canvas.addLiteral(f"{shapes} f")

    def _set_font(self, face: Face, size: float) -> None:
        wanted = f"{self._name(face)} {size:g} Tf"
        if wanted != self._font:
            self._font = wanted
            self._text.append(wanted)

    def _set_spacing(self, word_space: float, char_space: float) -> None:
        if self._spacing != (word_space, char_space):
            self._spacing = (word_space, char_space)
            self._text.append(f"{word_space:.3f} Tw {char_space:.3f} Tc")

    def _name(self, face: Face) -> str:
        """Return the resource name of the face's first subset, which holds all of ASCII."""
        if face.name not in self._names:
            match = _SUBSET.match(self._show(" ", face))
            if match is None:
                raise AssertionError("ReportLab names no font for a string")
            self._names[face.name] = match[1]
        return self._names[face.name]

    def _encode(self, text: str, face: Face) -> str:
        """Return the operators that show a string in a face that is already set."""
        if text.isascii():
            return f"({text.translate(_ESCAPES)}) Tj"
        key = (face.name, text)
        if key not in self._encoded:
            first = self._name(face)
            show = self._show(text, face)
            match = _SUBSET.match(show)
            if match and match[1] == first and show.count(" Tf ") == 1:
                show = show[match.end() :]
            else:
                # A character of a later subset: set the fonts as ReportLab says, then forget.
                self._font = ""
                return show
            if len(self._encoded) > 20_000:
                self._encoded.clear()
            self._encoded[key] = show
        return self._encoded[key]

    def _show(self, text: str, face: Face) -> str:
        """Let ReportLab choose the subset's codes; it keeps count of the glyphs to embed."""
        size = float(self._font.split()[1]) if self._font else 12.0
        scratch = self.canvas.beginText()
        scratch.setFont(face.name, size)
        scratch.textOut(text)
        code = scratch.getCode()
        return code[code.index(" Tm ") + 4 : code.rindex(" ET")]


Draw = Callable[[Surface, float, float], None]
"""Draws something whose upper left corner is at x, y."""
