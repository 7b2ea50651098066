"""The row of tabs: text only, the chosen one strong with a bar under its word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, ground

_BAR = 3
_GAP, _GAP_NARROW = 21, 14


class TabRow(QWidget):
    """Tabs in groups, parted by short hairlines.

    Attributes:
        chosen: Another tab was chosen: (its place).
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, groups: Sequence[Sequence[str]]) -> None:
        super().__init__()
        ground("canvas", self)
        self.setFixedHeight(t.TAB_ROW + 1)
        self._theme = theme
        theme.changed.connect(self.update)
        self._lines: list[int] = []
        self.buttons: list[Button] = []
        self._choice = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(t.MARGIN, 0, t.MARGIN, 1)
        self._row.setSpacing(_GAP)
        for group in groups:
            self._lines.append(len(self.buttons))
            for text in group:
                self._add(text)
        self._row.addStretch(1)
        self.buttons[0].setChecked(True)
        self._choice.idClicked.connect(self._choose)

    def _add(self, text: str) -> None:
        button = Button(self._theme, text, "tab")
        button.setCheckable(True)
        # Bold is wider: room for it is kept, so that choosing moves nothing.
        bold = QFontMetrics(self._theme.font(weight=600))
        button.setFixedWidth(bold.horizontalAdvance(text) + 4)
        self._choice.addButton(button, len(self.buttons))
        self.buttons.append(button)
        self._row.addWidget(button)

    @property
    def current(self) -> int:
        """Place of the chosen tab."""
        return self._choice.checkedId()

    def choose(self, place: int) -> None:
        """Choose a tab."""
        self.buttons[place].setChecked(True)
        self._choose(place)

    def _choose(self, place: int) -> None:
        self.update()
        self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go along the tabs with the arrows."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step:
            place = (self.current + step) % len(self.buttons)
            self.choose(place)
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the bar under the chosen tab, the hairlines, and the line below the row."""
        super().paintEvent(event)
        painter = QPainter(self)
        line = QColor(self._theme.tokens.line)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), line)
        for place in self._lines[1:]:
            left = self.buttons[place].x() - self._row.spacing() // 2
            painter.fillRect(QRect(left, self.height() // 2 - 8, 1, 16), line)
        button = self.buttons[self.current]
        bar = QRect(button.x(), self.height() - 1 - _BAR, button.width(), _BAR)
        painter.fillRect(bar, QColor(self._theme.tokens.accent))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Draw together where the window is narrow."""
        narrow = self.window().width() < t.NARROW
        margin = t.MARGIN_NARROW if narrow else t.MARGIN
        self._row.setContentsMargins(margin, 0, margin, 1)
        self._row.setSpacing(_GAP_NARROW if narrow else _GAP)
        super().resizeEvent(event)
