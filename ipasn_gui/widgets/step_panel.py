"""The column of next steps: heading, and steps that scroll where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from .. import theme as t
from ..theme import Theme
from .controls import Label, ground
from .step_list import Step, StepList


class StepPanel(QWidget):
    """Next steps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._whole = False
        self.steps = StepList(theme)
        self.gains = Label("tambahan indeks", "caption")
        self.view = QScrollArea()
        self.view.setWidget(ground("none", self.steps))
        self.view.setWidgetResizable(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        title = Label("Langkah berikutnya", "heading")
        title.setFixedHeight(t.ICON_BUTTON)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.gains)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(t.RELATED // 2)
        column.addWidget(self.view, 1)

    def show_steps(self, steps: list[Step]) -> None:
        """Show other steps."""
        self.gains.setVisible(any(step.tambahan for step in steps))
        self.steps.show_steps(steps)
        self._fit()

    def set_whole(self, *, whole: bool) -> None:
        """Show all steps at their full height, or scroll them in the room there is."""
        self._whole = whole
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take the height the steps need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(self.contentsRect().width(), 200)
        self.steps.fit(width, None if self._whole else self.view.height())
        # Wrapped labels ask for their height at the least width; what counts is that at this one.
        need = max(self.steps.heightForWidth(width), 0)
        self.steps.setMinimumHeight(need)
        self.view.setMinimumHeight(need if self._whole else 0)
