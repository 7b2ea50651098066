"""Putting parts of given widths into lines, as words of a text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint


def flow(widths: Sequence[int], start: QPoint, first: int, right: int, gap: int) -> list[QPoint]:
    """Return where each part stands: its left edge in pixels, and its line from 0 on.

    Args:
        widths: Of the parts, in pixels.
        start: Left edge of every line.
        first: Where the first line ends.
        right: Where the others end.
        gap: Between two parts.
    """
    found: list[QPoint] = []
    x, line = start.x(), 0
    for width in widths:
        end = first if line == 0 else right
        if x + width > end and x > start.x():
            x, line = start.x(), line + 1
        found.append(QPoint(x, line))
        x += width + gap
    return found
