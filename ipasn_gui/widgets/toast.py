"""The toast: what just happened, bottom left, for eight seconds, with one action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from .. import theme as t
from ..theme import Theme
from .controls import Button

_STAYS = 8000
_WIDEST = 560


class Toast(QWidget):
    """Says what changed; stays while the mouse or the keyboard is on it.

    Attributes:
        undo_wanted: The action was pressed.
    """

    undo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(t.GROUP, 0, t.GROUP, 0)
        row.setSpacing(t.SECTION)
        self.text = QLabel()
        row.addWidget(self.text, 1)
        self.action = Button(theme, "Urungkan", "link")
        self.action.clicked.connect(self._press)
        row.addWidget(self.action)
        self._left = t.MARGIN
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS)
        self._timer.timeout.connect(self._leave)
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    def say(self, sentence: str, *, undo: bool) -> None:
        """Say what happened, and whether it can be taken back here."""
        room = _WIDEST - (120 if undo else 32)
        metrics = self.text.fontMetrics()
        cut = metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, room)
        self.text.setText(cut)
        self.setToolTip(sentence if cut != sentence else "")
        self.setAccessibleName(sentence)
        self.action.setVisible(undo)
        width = metrics.horizontalAdvance(cut) + 2 * t.GROUP + (96 if undo else 8)
        self.setFixedSize(width, t.BAR)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    def withdraw(self) -> None:
        """Offer no undo any more: what it was about is not the newest change now."""
        self.action.hide()

    def place(self, left: int | None = None) -> None:
        """Stand bottom left in the parent, above the status bar.

        Args:
            left: How far from the parent's left edge from now on; None: as before.
        """
        if left is not None:
            self._left = left
        parent = self.parentWidget()
        if parent is not None:
            self.move(self._left, parent.height() - t.STATUS_ROW - t.GROUP - t.BAR)

    def _press(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def _leave(self) -> None:
        if self.underMouse() or self.action.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Stay under the mouse."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Count again."""
        self._timer.start()
        super().leaveEvent(event)

    def _tint(self) -> None:
        k = self._theme.tokens
        self.text.setStyleSheet(f"color: {k.toast_ink};")
        self.action.setStyleSheet(f"color: {k.toast_action}; font-weight: 600;")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dark box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.tokens.toast))
        painter.setBrush(QColor(self._theme.tokens.toast))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), t.RADIUS_BOX, t.RADIUS_BOX)
        painter.end()
