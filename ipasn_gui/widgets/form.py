"""Forms: a label above each field, its error below; a fault is told when the field is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ipasn_core.errors import IpasnError

from .. import theme as t
from ..theme import Theme
from .controls import Label, ground, restyle

_NARROW = 200


class Field(QWidget):
    """One field.

    Args:
        label: What it asks for.
        check: Raises an `IpasnError` for a text that cannot be; its sentence is shown.

    Attributes:
        edited: The text is another.
    """

    edited = Signal()

    def __init__(self, label: str, check: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self._check = check
        self.fault = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = Label(label, "caption")
        self.field = QLineEdit()
        self.field.setAccessibleName(label)
        self.label.setBuddy(self.field)
        self.error = Label("", "error", wrap=True)
        self.error.hide()
        for part in (self.label, self.field, self.error):
            column.addWidget(part)
        self.field.textEdited.connect(self._touch)
        self.field.editingFinished.connect(self.validate)

    def _touch(self) -> None:
        """While typing nothing is held against the text; what was wrong may be right now."""
        if self.fault:
            self.validate()
        self.edited.emit()

    def validate(self) -> None:
        """Check the text and say what is wrong."""
        self.fault = ""
        try:
            if self._check is not None:
                self._check(self.field.text().strip())
        except IpasnError as fault:
            self.fault = f"{fault.pesan} {fault.perbaikan}".strip()
        self.error.setText(self.fault)
        self.error.setVisible(bool(self.fault))
        self.field.setAccessibleDescription(self.fault)
        restyle(self.field, wrong=bool(self.fault))
        self.edited.emit()


class Form(QWidget):
    """A heading, a sentence, and fields below each other.

    Attributes:
        changed: Something in it is another.
    """

    changed = Signal()

    def __init__(self, theme: Theme, heading: str, text: str) -> None:
        super().__init__()
        ground("surface", self)
        self.theme = theme
        self._fields: list[Field] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(t.MARGIN, t.SECTION, t.MARGIN, t.GROUP)
        self.column.setSpacing(t.RELATED)
        self.column.addWidget(Label(heading, "title", wrap=True))
        self.column.addWidget(Label(text, "quiet", wrap=True))
        self.column.addSpacing(t.RELATED)

    @property
    def fault(self) -> str:
        """What is wrong with the first field that is."""
        return next((one.fault for one in self._fields if one.fault), "")

    def add(self, field: Field, *, narrow: bool = False) -> Field:
        """Put a field below the others."""
        if narrow:
            field.field.setMaximumWidth(_NARROW)
        self.register(field)
        self.column.addWidget(field)
        return field

    def register(self, field: Field) -> None:
        """Count a field among the form's, wherever it stands in it."""
        field.edited.connect(self.changed)
        self._fields.append(field)

    def validate(self) -> bool:
        """Check every field; put the keyboard into the first that is wrong, and tell if none is."""
        for one in self._fields:
            one.validate()
        wrong = next((one for one in self._fields if one.fault), None)
        if wrong is not None:
            wrong.field.setFocus()
        return wrong is None

    def add_widget(self, label: str, widget: QWidget) -> None:
        """Put another control below the others, with its label above."""
        caption = Label(label, "caption")
        caption.setBuddy(widget)
        widget.setAccessibleName(label)
        self.column.addWidget(caption)
        self.column.addWidget(widget)

    def finish(self) -> None:
        """Keep the fields at the top."""
        self.column.addStretch(1)

    def shown(self) -> None:
        """Put the keyboard into the first field."""
        if self._fields:
            self._fields[0].field.setFocus()
