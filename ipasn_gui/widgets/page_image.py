"""Pages of a PDF as pictures: the only room of PDFium."""

from __future__ import annotations

import threading

from PySide6.QtGui import QImage

_ONE = threading.Lock()
"""PDFium is one library for the whole process and must never run in two threads at once."""

POINTS = 72
"""Points an inch."""


class Pages:
    """An open PDF; may be used by any thread, which waits while another draws.

    Args:
        data: The PDF.

    Attributes:
        sizes: Width and height of each page, in points.
    """

    def __init__(self, data: bytes) -> None:
        # PDFium is a twentieth of the program's start: loaded only where a page is drawn.
        import pypdfium2  # noqa: PLC0415

        with _ONE:
            self._document = pypdfium2.PdfDocument(data)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(at) for at in range(len(self._document))
            )

    def image(self, page: int, scale: float) -> QImage:
        """Return a page as a picture, white where nothing is printed.

        Args:
            page: From 0.
            scale: Pixels a point.
        """
        with _ONE:
            leaf = self._document[page]
            bitmap = leaf.render(scale=scale, prefer_bgrx=True)
            shared = QImage(
                bitmap.buffer,
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            )
            own = shared.copy()
            del shared  # it looks into the bitmap's memory
            bitmap.close()
            leaf.close()
        return own

    def text(self, page: int) -> str:
        """Return what is printed on a page, in the order it was printed.

        Args:
            page: From 0.
        """
        with _ONE:
            leaf = self._document[page]
            words = leaf.get_textpage()
            found = str(words.get_text_range())
            words.close()
            leaf.close()
        return found

    def close(self) -> None:
        """Free the document's memory."""
        with _ONE:
            self._document.close()


def page_image(data: bytes, page: int, width: int) -> QImage:
    """Return one page as a picture.

    Args:
        data: The PDF.
        page: From 0.
        width: Of the picture, in its own pixels.
    """
    pages = Pages(data)
    try:
        return pages.image(page, width / pages.sizes[page][0])
    finally:
        pages.close()
