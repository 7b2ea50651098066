"""Draws pages in a thread of its own, the ones that are looked at first; the window never waits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from .page_image import Pages


class PageRenderer(QObject):
    """Opens a PDF and draws pages of it; a thread lives only while there is something to do.

    It belongs to no widget: a page that is being drawn when the widget goes is drawn for nobody.

    Attributes:
        opened: A document is open: (its number, sizes of its pages in points).
        drawn: A page is drawn: (number of the document, page, scale, QImage).
    """

    opened = Signal(int, object)
    drawn = Signal(int, int, float, object)

    def __init__(self) -> None:
        super().__init__()
        self._state = threading.Lock()
        self._running = False
        self._number = 0
        self._waiting: bytes | None = None
        self._closing = False
        self._wanted: list[tuple[int, float]] = []
        self._pages: Pages | None = None

    def open(self, data: bytes) -> int:
        """Open a PDF in place of the one before, and return the number it goes by."""
        with self._state:
            self._number += 1
            self._waiting = data
            self._closing = False
            self._wanted = []
            number = self._number
        self._start()
        return number

    def want(self, wanted: Sequence[tuple[int, float]]) -> None:
        """Say which pages at which scales are needed, in order; what waited before is forgotten."""
        with self._state:
            self._wanted = list(wanted)
        self._start()

    def close(self) -> None:
        """Let the document go."""
        with self._state:
            self._number += 1
            self._waiting = None
            self._wanted = []
            self._closing = True
        self._start()

    def _start(self) -> None:
        with self._state:
            if self._running or not self._todo():
                return
            self._running = True
        # Python waits for it at the end: PDFium is torn down then, and must not be drawing.
        threading.Thread(target=self._run, name="ipasn-pages").start()

    def _todo(self) -> bool:
        return self._closing or self._waiting is not None or bool(self._wanted)

    def _run(self) -> None:
        try:
            while (work := self._next()) is not None:
                work()
        except BaseException:
            with self._state:
                self._running = False  # the next wish begins anew
            raise

    def _next(self) -> Callable[[], None] | None:
        with self._state:
            number = self._number
            if self._closing:
                self._closing = False
                return self._let_go
            if self._waiting is not None:
                data, self._waiting = self._waiting, None
                return lambda: self._open(number, data)
            if self._wanted and self._pages is not None:
                page, scale = self._wanted.pop(0)
                return lambda: self._draw(number, page, scale)
            self._running = False
            return None

    def _let_go(self) -> None:
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    def _open(self, number: int, data: bytes) -> None:
        self._let_go()
        self._pages = Pages(data)
        self.opened.emit(number, self._pages.sizes)

    def _draw(self, number: int, page: int, scale: float) -> None:
        if self._pages is not None and page < len(self._pages.sizes):
            self.drawn.emit(number, page, scale, self._pages.image(page, scale))
