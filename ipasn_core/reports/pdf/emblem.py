"""A drawn shield for letterheads without an emblem of their own; it belongs to nobody."""

from __future__ import annotations

from math import cos, pi, sin

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from ipasn_core.reports.pdf.surface import Surface

_WIDE, _HIGH = 84.0, 100.0


def draw_emblem(surface: Surface, x: float, top: float, width: float, height: float) -> None:
    """Draw the placeholder proportionally into a box whose upper left corner is x, top."""
    surface.flush()
    canvas = surface.canvas
    scale = min(width / _WIDE, height / _HIGH)
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
    canvas.setLineWidth(1.5)
    roof = _polygon(canvas, [(28, 40), (36, 34), (42, 28.5), (48, 34), (56, 40)])
    canvas.drawPath(roof, stroke=1, fill=0)
    canvas.line(27, 41.5, 57, 41.5)
    for column in (33, 39, 45, 51):
        canvas.line(column, 42.5, column, 53)
    canvas.line(29, 54, 55, 54)


def _branch(canvas: Canvas, side: int) -> None:
    """Draw a stem with leaves, left (-1) or right (1) of the house."""
    canvas.setLineWidth(1.1)
    centre, radius = 42.0, 27.0
    points = []
    for k in range(9):
        angle = pi * (0.22 + 0.62 * k / 8)
        points.append((centre + side * radius * sin(angle), 44 - radius * cos(angle)))
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)
    for k, (x, y) in enumerate(points[:-1]):
        angle = pi * (0.22 + 0.62 * k / 8)
        for lean in (-0.55, 0.55):
            _leaf(canvas, x, y, side * sin(angle + lean), -cos(angle + lean))


def _leaf(canvas: Canvas, x: float, y: float, dx: float, dy: float) -> None:
    length, width = 5.0, 1.5
    tip = (x + dx * length, y + dy * length)
    mid = (x + dx * length / 2, y + dy * length / 2)
    path = canvas.beginPath()
    path.moveTo(x, y)
    path.curveTo(x, y, mid[0] - dy * width, mid[1] + dx * width, *tip)
    path.curveTo(*tip, mid[0] + dy * width, mid[1] - dx * width, x, y)
    canvas.drawPath(path, stroke=0, fill=1)


def _waves(canvas: Canvas) -> None:
    canvas.setLineWidth(1.2)
    for y, left, right in ((73.0, 27.0, 57.0), (79.0, 30.0, 54.0), (85.0, 35.0, 49.0)):
        step = (right - left) / 4
        path = canvas.beginPath()
        path.moveTo(left, y)
        for k in range(4):
            x, rise = left + step * k, -3.2 if k % 2 == 0 else 3.2
            path.curveTo(x + step * 0.3, y + rise, x + step * 0.7, y + rise, x + step, y)
        canvas.drawPath(path, stroke=1, fill=0)


def _polygon(canvas: Canvas, corners: list[tuple[float, float]]) -> PDFPathObject:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    return path
