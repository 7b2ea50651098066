"""`LinkLine`: a link of one line that is cut with an ellipsis where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ..theme import Theme
from .controls import Button

_LEAST = 24


class LinkLine(Button):
    """A link whose whole text is its tooltip and what is heard.

    Args:
        theme: Tokens.
        verb: What pressing it does, said before the text to who only hears it.
    """

    def __init__(self, theme: Theme, verb: str) -> None:
        super().__init__(theme, "", "link")
        self._verb = verb
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(f"{self._verb} {text}")
        self._cut()
        self.updateGeometry()

    def text_whole(self) -> str:
        """Return the text without the ellipsis."""
        return self._whole

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the whole text."""
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Hardly any room."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut anew for the new width."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        self.ensurePolished()
        right = Qt.TextElideMode.ElideRight
        cut = self.fontMetrics().elidedText(self._whole, right, max(self.width(), _LEAST))
        self.setText(cut.replace("&", "&&"))
        self.setToolTip(self._whole if cut != self._whole else "")
