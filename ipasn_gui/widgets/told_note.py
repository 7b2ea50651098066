"""What just happened, told in the foot of a dialog: the toast stands behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from .. import theme as t
from ..theme import Theme
from ..workspace import Workspace
from .controls import Button, ElidedLabel


class ToldNote(QWidget):
    """A sentence that stays, or what was told last, with the way to take it back.

    Args:
        theme: Tokens.
        workspace: Tells what happened.
    """

    def __init__(self, theme: Theme, workspace: Workspace) -> None:
        super().__init__()
        self._usual = ""
        self._told = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.GROUP)
        self.text = ElidedLabel("", "caption")
        self.undo = Button(theme, "Urungkan", "link")
        self.undo.clicked.connect(workspace.undo)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        workspace.changed.connect(self._withdraw)
        workspace.told.connect(self._tell)
        self._say(undo=False)

    def say(self, sentence: str) -> None:
        """Say what holds while nothing was told."""
        self._usual = sentence
        self._say(undo=not self.undo.isHidden())

    def _withdraw(self) -> None:
        self._told = ""
        self._say(undo=False)

    def _tell(self, sentence: str, undo: bool) -> None:
        self._told = sentence
        self._say(undo=undo)

    def _say(self, *, undo: bool) -> None:
        self.text.set_text(self._told or self._usual)
        self.undo.setVisible(undo)
