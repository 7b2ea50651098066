"""`WideDialog`: as wide as the import; all there is where the window is small."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from ..theme import Theme

SIZE = QSize(1240, 620)
WHOLE = 1300
"""Over a window narrower than this it takes all there is."""
_FREE = 48


class WideDialog(QDialog):
    """A dialog that is a screen of its own.

    Args:
        theme: Tokens.
        title: Of its window.
        parent: The window.

    Attributes:
        left: Whether it was left; what a job brings after that is not taken.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.left = False
        self.finished.connect(self._leave)

    def _leave(self) -> None:
        """What a job still brings is not taken any more: the dialog is about to be gone."""
        self.left = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take 1240 × 620, or all there is where the window is small."""
        parent = self.parentWidget()
        if not event.spontaneous() and parent is not None:
            room = self.screen().availableGeometry().size() - QSize(_FREE, _FREE)
            wanted = SIZE if parent.width() >= WHOLE else parent.size()
            self.resize(wanted.boundedTo(room))
        super().showEvent(event)
