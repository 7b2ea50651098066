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


class StepRow(QWidget):
    """One step."""

    def __init__(self, theme: Theme, step: Step) -> None:
        super().__init__()
        self.number = Label("", "caption")
        self.number.setFixedWidth(_NUMBER)
        self.link = Button(theme, step.tautan, "link", "chevron_right", size=16)
        self.link.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.link.setAccessibleName(f"{step.tautan}: {step.judul}")
        self.link.clicked.connect(lambda _=False: step.go())
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(t.RELATED)
        head.addWidget(Label(step.judul, "medium", wrap=True), 1)
        head.addWidget(Label(step.tambahan, "gain"), 0, top)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(head)
        words.addWidget(Label(step.catatan, "caption", wrap=True))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        words.addWidget(self.link, 0, left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.number, 0, top)
        row.addLayout(words, 1)


class StepList(QWidget):
    """Steps below each other, numbered; the last one closes the list and is always there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[StepRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(t.RELATED)
        self._column.addStretch(1)

    def show_steps(self, steps: list[Step]) -> None:
        """Show other steps, in their order."""
        for row in self.rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [StepRow(self._theme, step) for step in steps]
        for at, row in enumerate(self.rows):
            self._column.insertWidget(at, row)

    def fit(self, width: int, height: int | None) -> None:
        """Leave out the steps of least gain where there is no room, never the first or the last.

        Args:
            width: Of the list.
            height: That there is; None for as much as is wanted.
        """
        heights = [row.heightForWidth(width) + t.RELATED for row in self.rows]
        shown = set(range(len(self.rows)))
        for at in range(len(self.rows) - 2, 0, -1):
            if height is None or sum(heights[k] for k in shown) - t.RELATED <= height:
                break
            shown.discard(at)
        for at, row in enumerate(self.rows):
            row.setVisible(at in shown)
        for number, at in enumerate(sorted(shown), start=1):
            self.rows[at].number.setText(str(number))
