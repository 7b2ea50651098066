"""A page of a PDF as a picture: the only room of pypdfium2, which is one thread's at a time."""

from __future__ import annotations

import pypdfium2
from PySide6.QtGui import QImage


def page_image(data: bytes, page: int, width: int) -> QImage:
    """Return a page as a picture.

    Args:
        data: The PDF.
        page: From 0.
        width: Of the picture, in its own pixels.
    """
    document = pypdfium2.PdfDocument(data)
    try:
        leaf = document[page]
        bitmap = leaf.render(scale=width / leaf.get_width(), rev_byteorder=True)
        image = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB888
        )
        return image.copy()
    finally:
        document.close()
