"""A drawn shield for letterheads without an emblem of their own; it belongs to nobody."""

from __future__ import annotations

from math import cos, pi, sin

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from .surface import Surface

_WIDE, _HIGH = 84.0, 102.0
EMBLEM_SIZE = (_WIDE, _HIGH)
"""Width and height of the placeholder, in its own units."""


def draw_emblem(surface: Surface, x: float, top: float, height: float) -> None:
    """Draw the placeholder at this height; its upper left corner is x, top."""
    surface.flush()
    canvas = surface.canvas
    scale = height / _HIGH
    canvas.saveState()
    # From here the shield has its own units: 84 wide, 100 high, y downwards.
    canvas.translate(x, surface.height - top)
    canvas.scale(scale, -scale)
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    _shield(canvas, 1.2, 2.4)
    _shield(canvas, 4.4, 0.9)
    _star(canvas, 42, 18, 9)
    _house(canvas)
    for side in (-1, 1):
        _branch(canvas, side)
    _waves(canvas)
    canvas.restoreState()


def _shield(canvas: Canvas, inset: float, line: float) -> None:
    left, right, top, tip = inset, _WIDE - inset, inset, _HIGH - inset * 1.2
    path = canvas.beginPath()
    path.moveTo(left, top)
    path.lineTo(right, top)
    path.lineTo(right, 62)
    path.curveTo(right, 80, 62, 90, 42, tip)
    path.curveTo(22, 90, left, 80, left, 62)
    path.close()
    canvas.setLineWidth(line)
    canvas.drawPath(path, stroke=1, fill=0)


def _star(canvas: Canvas, x: float, y: float, radius: float) -> None:
    corners = [
        (x + r * sin(pi * k / 5), y - r * cos(pi * k / 5))
        for k in range(10)
        for r in (radius if k % 2 == 0 else radius * 0.4,)
    ]
    canvas.drawPath(_polygon(canvas, corners), stroke=0, fill=1)


def _house(canvas: Canvas) -> None:
    canvas.setLineWidth(1.3)
    roof = canvas.beginPath()
    roof.moveTo(28, 40.5)
    roof.curveTo(35, 38.5, 39, 34, 42, 28.5)
    roof.curveTo(45, 34, 49, 38.5, 56, 40.5)
    roof.close()
    canvas.drawPath(roof, stroke=1, fill=0)
    for column in (33.5, 37.8, 42, 46.2, 50.5):
        canvas.line(column, 41, column, 53)
    canvas.rect(28.5, 52.8, 27, 3.8, stroke=0, fill=1)


def _branch(canvas: Canvas, side: int) -> None:
    """Draw a stem with leaves, left (-1) or right (1) of the house."""
    canvas.setLineWidth(0.9)
    radius, count = 25.5, 8
    angles = [pi * (0.2 + 0.62 * k / count) for k in range(count + 1)]
    points = [(42 + side * radius * sin(a), 44 - radius * cos(a)) for a in angles]
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)
    for (x, y), a in zip(points[:-1], angles[:-1], strict=True):
        for lean in (-0.75, 0.75):
            # Along the stem towards its tip, leaning to either side.
            _leaf(canvas, x, y, -side * cos(a + lean), -sin(a + lean))


def _leaf(canvas: Canvas, x: float, y: float, dx: float, dy: float) -> None:
    length, width = 6.2, 2.0
    tip = (x + dx * length, y + dy * length)
    mid = (x + dx * length / 2, y + dy * length / 2)
    path = canvas.beginPath()
    path.moveTo(x, y)
    path.curveTo(mid[0] - dy * width, mid[1] + dx * width, mid[0], mid[1], *tip)
    path.curveTo(mid[0], mid[1], mid[0] + dy * width, mid[1] - dx * width, x, y)
    canvas.drawPath(path, stroke=0, fill=1)


def _waves(canvas: Canvas) -> None:
    """Draw a mesh of three waves whose neighbours run against each other."""
    canvas.setLineWidth(1.1)
    for y, half, turns in ((71.0, 20.0, 4), (77.5, 15.0, 3), (84.0, 10.0, 2)):
        step = half / turns
        path = canvas.beginPath()
        path.moveTo(42 - half, y)
        for k in range(2 * turns):
            x, bend = 42 - half + step * k, -6.4 if k % 2 == 0 else 6.4
            path.curveTo(x + step * 0.4, y + bend, x + step * 0.6, y + bend, x + step, y)
        canvas.drawPath(path, stroke=1, fill=0)


def _polygon(canvas: Canvas, corners: list[tuple[float, float]]) -> PDFPathObject:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    return path
