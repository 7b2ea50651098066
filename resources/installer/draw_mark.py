"""Draw the application's mark: four rising bars, white on blue, a rounded square.

Run when the mark changes: `python resources/installer/draw_mark.py`. What it makes is kept in
`resources/icons` (ipasn.png for the window, ipasn.ico for Windows), so a build needs no drawing.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

ICONS = Path(__file__).resolve().parents[1] / "icons"
BLUE = "#17427F"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Those that Windows asks for at 100, 125, 150 and 200 %."""

_HEIGHTS = (0.375, 0.5625, 0.75, 1.0)


def draw(size: int) -> QImage:
    """Return the mark.

    Every bar begins and ends on a whole pixel: at 16 pixels anything else is a grey smear.

    Args:
        size: Pixels of a side.
    """
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(BLUE))
    radius = size * 0.1875
    painter.drawRoundedRect(QRectF(0, 0, size, size), radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, size >= 64)
    painter.setBrush(QColor("white"))
    bar, gap = max(2, round(size * 0.12)), max(1, round(size * 0.07))
    left = (size - 4 * bar - 3 * gap) // 2
    tallest = round(size * 0.58)
    foot = (size + tallest) // 2
    corner = size * 0.02 if size >= 64 else 0
    for place, height in enumerate(_HEIGHTS):
        tall = round(tallest * height)
        box = QRectF(left + place * (bar + gap), foot - tall, bar, tall)
        painter.drawRoundedRect(box, corner, corner)
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """Return the image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def dib(image: QImage) -> bytes:
    """Return the image as Windows kept pictures in icons before it knew PNG.

    Rows go upwards, blue first; a mask follows, which nothing looks at since pixels have alpha.
    """
    size = image.width()
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    pixels = bytes(image.constBits())
    rows = [pixels[y * size * 4 : (y + 1) * size * 4] for y in reversed(range(size))]
    return head + b"".join(rows) + bytes((size + 31) // 32 * 4 * size)


def ico(images: list[tuple[int, bytes]]) -> bytes:
    """Return a Windows icon.

    Args:
        images: Side in pixels, at most 256, and the picture as `dib` or `png` give it.
    """
    head = struct.pack("<HHH", 0, 1, len(images))
    offset = len(head) + 16 * len(images)
    entries, bodies = b"", b""
    for size, body in images:
        # A side of 256 is written as 0.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(body), offset)
        bodies += body
        offset += len(body)
    return head + entries + bodies


def main() -> int:
    """Draw the files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv)
    # The largest as PNG, as Windows itself does: half a megabyte otherwise.
    pictures = [(size, png(draw(size)) if size == 256 else dib(draw(size))) for size in SIZES]
    icon = ico(pictures)
    (ICONS / "ipasn.ico").write_bytes(icon)
    (ICONS / "ipasn.png").write_bytes(png(draw(256)))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
