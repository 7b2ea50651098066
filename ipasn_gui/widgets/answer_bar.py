"""An answer that stays until it is put away: icon, a sentence of any length, one action."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .. import theme as t
from ..theme import Theme
from .controls import Button, Label

_ICON = {"ok": "checkmark_circle", "warn": "warning", "err": "error_circle", "info": "info"}


class AnswerBar(QWidget):
    """Hidden until something is said.

    Attributes:
        wanted: The action was pressed.
    """

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.kind = "info"
        row = QHBoxLayout(self)
        row.setContentsMargins(t.GROUP + 32, 10, 8, 10)
        row.setSpacing(t.RELATED)
        self.text = Label("", wrap=True)
        self.action = Button(theme, "", "link")
        self.close_button = Button(theme, "", "icon", "dismiss", "Tutup jawaban", size=16)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.text, 1)
        row.addWidget(self.action, 0, top)
        row.addWidget(self.close_button, 0, top)
        self.action.clicked.connect(self.wanted)
        self.close_button.clicked.connect(self.hide)
        theme.changed.connect(self.update)
        self.hide()

    def say(self, kind: str, text: str, action: str = "") -> None:
        """Say something: "ok", "warn", "err" or "info"."""
        self.kind = kind
        self.text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint tint and icon."""
        painter = QPainter(self)
        k = self._theme.tokens
        painter.fillRect(self.rect(), QColor(getattr(k, f"{self.kind}_tint")))
        area = QRectF(t.GROUP, 10, 20, 20)
        self._theme.icons.paint(painter, area, _ICON[self.kind], getattr(k, self.kind), 20)
        painter.end()
