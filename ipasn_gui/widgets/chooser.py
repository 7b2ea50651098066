"""`Chooser`: a combo box with our arrow, its list as wide as its longest entry.

Letters go to whatever has them, not only at its beginning: in the open list, and, where the name
may be typed, on Enter.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from ..theme import Theme

_ARROW, _MOST, _SIDE = 16, 14, 8


def best_match(typed: str, names: Sequence[str], start: int = 0) -> int:
    """Return the name that is meant by a part of it, -1 for none.

    A whole name comes before one that begins so, that before one in which a word does, and that
    before one that has it anywhere; among equals the first from `start` on.

    Args:
        typed: What was typed; case does not matter.
        names: The names.
        start: Where to begin, going round.
    """
    wanted = typed.strip().casefold()
    if not wanted:
        return -1
    found, best = -1, 4
    for step in range(len(names)):
        at = (start + step) % len(names)
        rank = _rank(wanted, names[at].casefold())
        if rank < best:
            found, best = at, rank
    return found


def _rank(wanted: str, name: str) -> int:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    return 3 if wanted in name else 4


class Chooser(QComboBox):
    """A combo box; a style sheet can only take images for its arrow, so it is painted here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMaxVisibleItems(_MOST)
        self._names = _Names()
        self.setView(self._names)

    def setEditable(self, editable: bool) -> None:  # noqa: N802 - Qt's signature
        """Let names be typed; Enter takes the one that is meant."""
        super().setEditable(editable)
        field = self.lineEdit()
        if field is not None:
            field.returnPressed.connect(self._take_best)

    def _take_best(self) -> None:
        """Take the name that is meant by what was typed, unless one was taken already."""
        names = [self.itemText(k) for k in range(self.count())]
        typed = self.currentText()
        at = best_match(typed, names)
        if at < 0 or names[at] == typed:
            return
        self.setCurrentIndex(at)
        self.setEditText(names[at])
        self.activated.emit(at)

    def showPopup(self) -> None:  # noqa: N802
        """Open the list wide enough for its entries."""
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(k)) for k in
                      range(self.count())), default=0)  # fmt: skip
        self._names.setMinimumWidth(min(widest + 48, 480))
        self._names.begin_anew()
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the box, its text cut with an ellipsis where it has no room, then the arrow."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if not self.isEditable():
            part = QStyle.SubControl.SC_ComboBoxEditField
            kind = QStyle.ComplexControl.CC_ComboBox
            room = self.style().subControlRect(kind, option, part, self).width() - _SIDE
            text = self.fontMetrics().elidedText(
                option.currentText, Qt.TextElideMode.ElideRight, room
            )
            option.currentText = text
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        k = self._theme.tokens
        color = k.ink2 if self.isEnabled() else k.ink3
        if self.property("active"):
            color = k.accent
        top = (self.height() - _ARROW) / 2
        at = QRectF(self.width() - _ARROW - 8, top, _ARROW, _ARROW)
        self._theme.icons.paint(painter, at, "chevron_down", color, _ARROW)
        painter.end()


class _Names(QListView):
    """The open list; letters go to the next name that has them."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._typed, self._typed_at = "", 0.0

    def begin_anew(self) -> None:
        """Forget what was typed when the list was open last."""
        self._typed = ""

    def keyboardSearch(self, letters: str) -> None:  # noqa: N802
        """Go to the name that is meant by what was typed in one go."""
        now = time.monotonic()
        fresh = now - self._typed_at > QApplication.keyboardInputInterval() / 1000
        self._typed, self._typed_at = letters if fresh else self._typed + letters, now
        model = self.model()
        names = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        here = max(self.currentIndex().row(), 0)
        at = best_match(self._typed, names, here + 1 if len(self._typed) == 1 else here)
        if at >= 0:
            self.setCurrentIndex(model.index(at, 0))
