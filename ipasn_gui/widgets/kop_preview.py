"""The letterhead at its true size, drawn by the paper's own code."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from ipasn_core.model.settings import Settings
from ipasn_core.workflow.letterhead import LEFT, RIGHT, letterhead

from .. import theme as t
from ..jobs import Job
from ..theme import Theme
from ..workspace import Workspace
from .page_image import POINTS, Pages

_PAUSE = 250
"""Milliseconds after the last key before the letterhead is drawn anew."""
_TOP, _HEIGHT, _AROUND = 8.5, 44.0, 1.0
"""Of the paper, in millimetres: where the picture begins, its height, what is left beside."""
_INCH = 25.4
_PAPER = 215.0
"""Width of the widest paper."""


class KopPreview(QWidget):
    """What stands at the head of a report, as large as it is printed.

    Args:
        theme: Tokens.
        workspace: Whose worker draws.
    """

    def __init__(self, theme: Theme, workspace: Workspace) -> None:
        super().__init__()
        self._theme = theme
        self._workspace = workspace
        self._settings = Settings()
        self._drawn: Settings | None = None
        self.image = QImage()
        self.setAccessibleName("Pratinjau kop surat")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(_HEIGHT * self._pixels()))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._draw)
        theme.changed.connect(self.update)

    def _pixels(self) -> float:
        """Return logical pixels a millimetre."""
        return self.logicalDpiX() / _INCH

    def show_settings(self, settings: Settings) -> None:
        """Show the letterhead of settings, soon."""
        self._settings = settings
        lines = (settings.pemerintah, settings.perangkat_daerah, *settings.alamat)
        self.setAccessibleDescription(". ".join(filter(None, lines)))
        if self._drawn is None:
            self._draw()
        elif settings != self._drawn:
            self._timer.start()

    def _draw(self) -> None:
        settings, ratio = self._settings, self.devicePixelRatioF()
        scale = self._pixels() * _INCH / POINTS * ratio
        self._drawn = settings

        def work(_: object) -> QImage:
            pages = Pages(letterhead(settings))
            try:
                return pages.image(0, scale)
            finally:
                pages.close()

        self._workspace.jobs.run(Job("Menggambar kop surat", work, self._show))

    def _show(self, image: QImage) -> None:
        if not isValid(self):
            return  # the dialog was closed meanwhile
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.image = image
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Be lower where the letterhead has to be drawn smaller."""
        super().resizeEvent(event)
        block = (_PAPER - LEFT - RIGHT + 2 * _AROUND) * self._pixels()
        shrink = min(1.0, self.width() / block)
        self.setFixedHeight(round(_HEIGHT * self._pixels() * shrink))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the text of a report."""
        return QSize(640, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the paper, white in the dark too, and a hairline round it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(t.PAPER))
        if not self.image.isNull():
            ratio, pixels = self.image.devicePixelRatio(), self._pixels()
            paper = self.image.width() / ratio
            block = paper - (LEFT + RIGHT - 2 * _AROUND) * pixels
            # Narrower than the text of a report, the letterhead is drawn smaller, never cut.
            shrink = min(1.0, self.width() / block)
            left = (self.width() - block * shrink) / 2
            source = QRectF((LEFT - _AROUND) * pixels * ratio, _TOP * pixels * ratio,
                            block * ratio, _HEIGHT * pixels * ratio)  # fmt: skip
            area = QRectF(left, 0, block * shrink, _HEIGHT * pixels * shrink)
            painter.drawImage(area, self.image, source)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
