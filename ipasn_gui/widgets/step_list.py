"""Next steps: what would raise the index, by how much, and one link each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .. import theme as t
from ..theme import Theme
from .controls import Button, Label

_NUMBER = 21


@dataclass(frozen=True, eq=False, slots=True)
class Step:
    """A step as it is shown.

    Attributes:
        judul: What it is.
        catatan: What holds now, and what would follow.
        tambahan: Its gain as printed, empty for none.
        tautan: Words of its link.
        go: What the link does.
    """

    judul: str
    catatan: str
    tambahan: str
    tautan: str
    go: Callable[[], None]


class StepList(QWidget):
    """Steps below each other, numbered."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.links: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(t.RELATED)
        self._column.addStretch(1)

    def show_steps(self, steps: list[Step]) -> None:
        """Show other steps."""
        self.links = []
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, step in enumerate(steps, start=1):
            self._column.insertWidget(number - 1, self._row(number, step))

    def _row(self, number: int, step: Step) -> QWidget:
        link = Button(self._theme, step.tautan, "link", "chevron_right", size=16)
        link.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        link.setAccessibleName(f"{step.tautan}: {step.judul}")
        link.clicked.connect(lambda _=False: step.go())
        self.links.append(link)
        words = QVBoxLayout()
        words.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(t.RELATED)
        head.addWidget(Label(step.judul, "medium", wrap=True), 1)
        gain = Label(step.tambahan, "gain")
        head.addWidget(gain, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        words.addWidget(Label(step.catatan, "caption", wrap=True))
        words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        rank = Label(str(number), "caption")
        rank.setFixedWidth(_NUMBER)
        row.addWidget(rank, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return made
