"""The empty state: why there is nothing here, what follows from it, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .. import theme as t
from ..theme import Theme
from .controls import Button, Label

_ICON, _WIDEST = 48, 480
_ABOVE, _BELOW = 4, 5
"""Parts of the free height above and below: it stands a little above the middle."""


class EmptyState(QWidget):
    """An icon, one heading, at most three lines, one primary button, one secondary, one link.

    Args:
        theme: Tokens.
        icon: Name of an icon that is drawn at 48.
        heading: What there is not.
        text: Why, and what follows; may change later by `say`.
        primary: Words of the primary button; empty for none.
        secondary: Words of the secondary button; empty for none.
        link: Words of the link below; empty for none.
        primary_icon: Icon of the primary button, drawn at 20; empty for none.

    Attributes:
        primary_wanted: The primary button was pressed.
        secondary_wanted: The secondary one.
        link_wanted: The link.
    """

    primary_wanted = Signal()
    secondary_wanted = Signal()
    link_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        heading: str,
        text: str,
        primary: str = "",
        secondary: str = "",
        link: str = "",
        *,
        primary_icon: str = "",
    ) -> None:
        super().__init__()
        self._icon = _Icon(theme, icon)
        self._heading = Label(heading, "title", wrap=True)
        self._text = Label(text, "quiet", wrap=True)
        self.primary = Button(theme, primary, "primary", primary_icon)
        self.secondary = Button(theme, secondary)
        self.link = Button(theme, link, "link")
        for button, wish in (
            (self.primary, self.primary_wanted),
            (self.secondary, self.secondary_wanted),
            (self.link, self.link_wanted),
        ):
            button.clicked.connect(wish)
        self._lay_out()
        for button in (self.primary, self.secondary, self.link):
            # Not before it has a parent, or it would be a window for a moment.
            button.setVisible(bool(button.text()))
        self._name()

    def say(self, heading: str, text: str) -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._fit()
        self._name()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Give the texts the height they need in their final letters."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Break the lines for the width there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A layout gives an aligned label the height of its hint, not that of its width.
        width = max(min(_WIDEST, self.width() - 2 * t.MARGIN), 0)
        for label in (self._heading, self._text):
            label.ensurePolished()
            label.setFixedSize(width, max(label.heightForWidth(width), 0))

    def _name(self) -> None:
        self.setAccessibleName(self._heading.text())
        self.setAccessibleDescription(self._text.text())

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(t.MARGIN, t.GROUP, t.MARGIN, t.GROUP)
        column.setSpacing(0)
        column.addStretch(_ABOVE)
        column.addWidget(self._icon, 0, middle)
        column.addSpacing(t.GROUP)
        for label, below in ((self._heading, t.RELATED), (self._text, t.GROUP)):
            label.setAlignment(middle)
            column.addWidget(label, 0, middle)
            column.addSpacing(below)
        row = QHBoxLayout()
        row.setSpacing(t.RELATED)
        row.addStretch(1)
        row.addWidget(self.primary)
        row.addWidget(self.secondary)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(t.RELATED)
        column.addWidget(self.link, 0, middle)
        column.addStretch(_BELOW)


class _Icon(QWidget):
    """The icon, in the colour of outlines."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self.setFixedSize(_ICON, _ICON)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        area = QRectF(0, 0, _ICON, _ICON)
        self._theme.icons.paint(painter, area, self._name, self._theme.tokens.line2, _ICON)
        painter.end()
