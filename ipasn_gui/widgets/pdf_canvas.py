"""`PdfCanvas`: the real pages of a PDF on the preview's ground, drawn when they come into sight."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from .. import theme as t
from ..theme import Theme
from .page_image import POINTS
from .page_renderer import PageRenderer

WIDTH, PAGE = 0, -1
"""Fitted to the width of the view, or a whole page to the view; else per cent of natural size."""
STEPS = (25, 50, 75, 100, 125, 150, 200)

_INCH = 96
"""Logical pixels an inch at 100 %."""
_GAP, _SIDE, _SIDE_NARROW = 16, 32, 16
_NARROW = 560
_KEEP = 48 << 20
_LINE = 48


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a page lies, in logical pixels from the top; `scale` is in pixels of the screen."""

    top: float
    width: float
    height: float
    scale: float

    @property
    def bottom(self) -> float:
        return self.top + self.height


class PdfCanvas(QAbstractScrollArea):
    """Pages below each other; scrolls, zooms, and draws no page that is not looked at.

    Attributes:
        page_changed: Another page is looked at, or another document: (page from 0, of how many).
        zoom_changed: The zoom is another: `WIDTH`, `PAGE` or per cent.
        loading: Another document is being opened; the one before is still shown.
        page: The page that is looked at, from 0.
        keep: Bytes of pictures that are kept; the pages in sight always are.
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(int)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._number = 0
        self._keep_place = 0.0
        self.loading = False
        self.keep = _KEEP
        self._sizes: Sequence[tuple[float, float]] = ()
        self._boxes: list[_Box] = []
        self._tops: list[float] = []
        self._images: dict[int, tuple[float, QImage]] = {}
        self._zoom = WIDTH
        self.page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.renderer = PageRenderer()
        self.renderer.opened.connect(self._opened)
        self.renderer.drawn.connect(self._take)
        self.destroyed.connect(self.renderer.close)
        theme.changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self._name()

    @property
    def count(self) -> int:
        """Pages of the document."""
        return len(self._sizes)

    @property
    def zoom(self) -> int:
        """`WIDTH`, `PAGE` or per cent."""
        return self._zoom

    @property
    def kept_bytes(self) -> int:
        """Memory of the pictures that are kept."""
        return sum(image.sizeInBytes() for _, image in self._images.values())

    def image_of(self, page: int) -> QImage | None:
        """Return the picture of a page as it is shown now; None while it is not drawn."""
        held = self._images.get(page)
        drawn = held is not None and held[0] == self._boxes[page].scale
        return held[1] if held is not None and drawn else None

    def show_pdf(self, data: bytes) -> None:
        """Show a PDF in place of the one before, at the same place where it has one."""
        self._keep_place = self._place()
        self.loading = True
        self._number = self.renderer.open(data)

    def clear(self) -> None:
        """Show nothing and free the memory."""
        self.renderer.close()
        self._number = 0
        self.loading = False
        self._sizes = ()
        self._images.clear()
        self._keep_place = 0.0
        self._arrange(0.0)

    def set_zoom(self, zoom: int) -> None:
        """Zoom to `WIDTH`, `PAGE` or per cent; what is looked at stays in sight."""
        if zoom != self._zoom:
            place = self._place()
            self._zoom = zoom
            self._arrange(place)
            self.zoom_changed.emit(zoom)

    def zoom_by(self, step: int) -> None:
        """Zoom in (1) or out (−1) to the next step."""
        now = 100 * self._natural()
        if step > 0:
            others = [one for one in STEPS if one > now + 1]
            self.set_zoom(others[0] if others else STEPS[-1])
        else:
            others = [one for one in STEPS if one < now - 1]
            self.set_zoom(others[-1] if others else STEPS[0])

    def go_to(self, page: int) -> None:
        """Bring the top of a page to the top."""
        if self._boxes:
            box = self._boxes[min(max(page, 0), self.count - 1)]
            self.verticalScrollBar().setValue(math.ceil(box.top) - _GAP)

    # Where the pages lie --------------------------------------------------------------------------

    def _natural(self) -> float:
        """Return how large the page that is looked at is shown, 1 for its natural size."""
        if not self._boxes:
            return 1.0
        return self._boxes[self.page].width / (self._sizes[self.page][0] * _INCH / POINTS)

    def _place(self) -> float:
        """Return the place at the top of the view: page and the part of it that is above."""
        if not self._boxes:
            return self._keep_place
        top = self.verticalScrollBar().value() + _GAP
        at = max(bisect_right(self._tops, top) - 1, 0)
        return at + min((top - self._tops[at]) / self._boxes[at].height, 0.999)

    def _logical(self, size: tuple[float, float]) -> float:
        """Return logical pixels a point for a page."""
        if self._zoom > 0:
            return self._zoom / 100 * _INCH / POINTS
        width, height = self.viewport().width(), self.viewport().height()
        side = _SIDE_NARROW if width < _NARROW else _SIDE
        across = max(width - 2 * side, 80) / size[0]
        return across if self._zoom == WIDTH else min(across, max(height - 2 * _GAP, 80) / size[1])

    def _arrange(self, place: float) -> None:
        ratio = self.devicePixelRatioF()
        self._boxes = []
        top = float(_GAP)
        for size in self._sizes:
            scale = self._logical(size) * ratio
            width, height = (math.ceil(one * scale) / ratio for one in size)
            self._boxes.append(_Box(top, width, height, scale))
            top += height + _GAP
        self._tops = [box.top for box in self._boxes]
        widest = max((box.width for box in self._boxes), default=0)
        for bar, whole, seen in (
            (self.verticalScrollBar(), top, self.viewport().height()),
            (self.horizontalScrollBar(), widest, self.viewport().width()),
        ):
            bar.setRange(0, max(math.ceil(whole) - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(_LINE)
        across = self.horizontalScrollBar()
        across.setValue(across.maximum() // 2)
        if self._boxes:
            at = min(int(place), self.count - 1)
            part = (place - int(place)) * self._boxes[at].height
            self.verticalScrollBar().setValue(round(self._tops[at] + part) - _GAP)
        self._moved()

    def _in_sight(self) -> range:
        if not self._boxes:
            return range(0)
        top = self.verticalScrollBar().value()
        first = max(bisect_right(self._tops, top) - 1, 0)
        last = bisect_right(self._tops, top + self.viewport().height())
        return range(first, max(last, first + 1))

    def _moved(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = max(bisect_right(self._tops, middle) - 1, 0)
        self.page = page
        self._name()
        self.page_changed.emit(page, self.count)
        self._ask()
        self.viewport().update()

    def _ask(self) -> None:
        """Have drawn what is in sight, then its neighbours; let the farthest pages go."""
        seen = self._in_sight()
        if not seen:
            return
        near = [*seen, *(p for p in (seen.stop, seen.start - 1) if 0 <= p < self.count)]
        self.renderer.want(
            [(p, self._boxes[p].scale) for p in near if self.image_of(p) is None]
        )  # fmt: skip
        for page in sorted(self._images, key=lambda p: -abs(p - self.page)):
            if self.kept_bytes <= self.keep:
                break
            if page not in seen:
                del self._images[page]

    def _opened(self, number: int, sizes: Sequence[tuple[float, float]]) -> None:
        if number == self._number:
            self.loading = False
            self._sizes = sizes
            self._images.clear()
            self._arrange(self._keep_place)

    def _take(self, number: int, page: int, scale: float, image: QImage) -> None:
        if number == self._number and page < self.count and self._boxes[page].scale == scale:
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self._images[page] = (scale, image)
            self.viewport().update()

    def _name(self) -> None:
        at = f"halaman {self.page + 1} dari {self.count}" if self.count else "belum ada halaman"
        self.setAccessibleName(f"{self._title}, {at}")

    # Events ---------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground and the pages in sight; paper is white before it is drawn."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("ground"))
        ratio = self.devicePixelRatioF()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for page in self._in_sight():
            box = self._boxes[page]
            left = max((self.viewport().width() - box.width) / 2, 0) - across
            # On whole pixels of the screen, or letters blur.
            x, y = round(left * ratio) / ratio, round((box.top - down) * ratio) / ratio
            area = QRectF(x, y, box.width, box.height)
            painter.fillRect(area, QColor(t.PAPER))
            held = self._images.get(page)
            if held is not None:
                painter.setRenderHint(
                    QPainter.RenderHint.SmoothPixmapTransform, held[0] != box.scale
                )
                painter.drawImage(area, held[1])
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit anew; what is looked at stays in sight."""
        place = self._place()
        super().resizeEvent(event)
        self._arrange(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the ends, zoom; the rest is scrolling."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep() - _LINE)
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep() + _LINE)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll; with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned: QPoint = event.angleDelta()
            self.zoom_by(1 if turned.y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Whatever room there is."""
        return QSize(480, 480)
