"""`RecordFields`: the fields of a record in rows, labels above, what is wrong under its row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ipasn_core.workflow.edit_form import FormField

from .. import theme as t
from ..theme import Theme
from .chooser import Chooser
from .controls import Label, restyle
from .trace_view import Glyph, flowing

NOT_STATED = "–"
"""Stands in a chooser for nothing."""

Check = Callable[[Mapping[str, str]], Mapping[str, str]]
"""Texts that were changed → what is wrong: field → sentence."""

Layout = Sequence[Sequence[tuple[str, int]]]
"""Rows of (field, width); width 0 takes what is left."""

_SHORT = 6
"""Choices that are seen at a glance; longer lists are searched by typing."""

_PLACEHOLDER = {"tanggal": "hh-bb-tttt"}


class _Line(QLineEdit):
    """A field of text; Enter goes on to the next field, as Tab does."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go on with Enter; Ctrl+Enter is the form's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say so, but for a list that opens under it."""
        super().focusOutEvent(event)
        if _went_on(event):
            self.left.emit()


class _Choice(Chooser):
    """A chooser that the mouse wheel does not turn: it scrolls what the chooser stands in."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say so, and close the names that were offered."""
        super().focusOutEvent(event)
        completer = self.completer() if self.isEditable() else None
        if _went_on(event):
            names = None if completer is None else completer.popup()
            if names is not None:
                names.hide()
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave it to the scroll area."""
        event.ignore()


def _went_on(event: QFocusEvent) -> bool:
    """Tell whether the keyboard went elsewhere, and not into a list or a menu of the field."""
    reason = Qt.FocusReason
    return event.reason() not in (reason.PopupFocusReason, reason.ActiveWindowFocusReason)


class FieldInput(QWidget):
    """One field: its label, and what it is typed into or chosen from.

    Args:
        theme: Tokens.
        field: What it asks for.
        names: Words that are offered while typing; others may be typed.

    Attributes:
        edited: The text is another.
        left: The keyboard left it.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, field: FormField, names: Sequence[str] = ()) -> None:
        super().__init__()
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.label = Label(field.label, "caption")
        self.line: QLineEdit | None = None
        self.chooser: Chooser | None = None
        self.control: QWidget = (
            self._make_chooser(theme) if field.pilihan else self._make_line(names)
        )
        self.control.setProperty("small", True)
        self.control.setAccessibleName(field.label)
        self.label.setBuddy(self.control)
        column.addWidget(self.label)
        column.addWidget(self.control)

    def _make_chooser(self, theme: Theme) -> Chooser:
        chooser = _Choice(theme)
        self.chooser = chooser
        chooser.setMinimumContentsLength(4)
        chooser.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        long = len(self.field.pilihan) > _SHORT
        chooser.addItem("" if long else NOT_STATED, "")
        for words in self.field.pilihan:
            chooser.addItem(words[0].upper() + words[1:], words)
        if long:
            self._let_type(chooser)
        chooser.activated.connect(self._chosen)
        chooser.left.connect(self._settle if long else self.left)
        return chooser

    def _let_type(self, chooser: Chooser) -> None:
        """Let a long list be searched by typing any part of a name, or another spelling of it."""
        line = self.line = _Line()
        chooser.setEditable(True)
        chooser.setInsertPolicy(Chooser.InsertPolicy.NoInsert)
        chooser.setLineEdit(line)
        completer = chooser.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setPlaceholderText(NOT_STATED)
        line.textEdited.connect(lambda _: self.edited.emit())

    def _settle(self) -> None:
        """Take the one name that what was typed is part of."""
        assert self.chooser is not None
        typed = self.chooser.currentText().strip().casefold()
        names = [self.chooser.itemText(k) for k in range(1, self.chooser.count())]
        alike = [name for name in names if name.casefold() == typed]
        alike = alike or [name for name in names if typed and typed in name.casefold()]
        if len(alike) == 1:
            self.chooser.setCurrentIndex(self.chooser.findText(alike[0]))
            self.chooser.setEditText(alike[0])
        if self.line is not None and not self.line.hasFocus():
            self.line.setCursorPosition(0)
        self._chosen()

    def _make_line(self, names: Sequence[str]) -> QLineEdit:
        line = _Line()
        self.line = line
        if self.field.kind == "bilangan":
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setPlaceholderText(_PLACEHOLDER.get(self.field.kind, ""))
        if names:
            completer = QCompleter(line)
            completer.setModel(QStringListModel(list(names), completer))
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
            completer.activated.connect(lambda _: self.edited.emit())
        line.textEdited.connect(lambda _: self.edited.emit())
        line.left.connect(self.left)
        return line

    def _chosen(self) -> None:
        self.edited.emit()
        self.left.emit()

    def text(self) -> str:
        """Return what stands in it, as it is read."""
        if self.chooser is None:
            return "" if self.line is None else self.line.text().strip()
        shown = self.chooser.currentText().strip()
        at = self.chooser.findText(shown)
        return str(self.chooser.itemData(at)) if at >= 0 else shown

    def set_text(self, text: str) -> None:
        """Show another text; a choice that is none of the list's is added to it."""
        if text == self.text():
            return
        if self.chooser is not None:
            at = self.chooser.findData(text)
            if at < 0:
                self.chooser.addItem(text, text)
                at = self.chooser.count() - 1
            self.chooser.setCurrentIndex(at)
        elif self.line is not None:
            self.line.setText(text)
        if self.line is not None:
            self.line.setCursorPosition(0)
            self.line.setToolTip(text)

    def mark(self, fault: str) -> None:
        """Show whether it is at fault; the words stand under its row."""
        self.control.setAccessibleDescription(fault)
        if bool(self.control.property("wrong")) != bool(fault):
            restyle(self.control, wrong=bool(fault))


class FaultLine(QWidget):
    """What is wrong, with its sign; takes no room while nothing is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._sign = Glyph(theme, "error_circle", "err")
        self.words = flowing("", "error")
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Say it; nothing for nothing."""
        self.words.setText(words)
        self.setVisible(bool(words))


class RecordFields(QWidget):
    """The fields, and what is wrong with what stands in them.

    Args:
        theme: Tokens.
        fields: What is asked for.
        layout: Where each stands.
        start: What stands in them at first; what differs from it is what was changed.
        check: Tells what is wrong with what was changed.
        names: Field → words that are offered while typing.

    Attributes:
        edited: Something in it is another, or was left.
    """

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        fields: Sequence[FormField],
        layout: Layout,
        start: Mapping[str, str],
        check: Check,
        names: Mapping[str, Sequence[str]],
    ) -> None:
        super().__init__()
        self._check = check
        self.start = {field.name: start.get(field.name, "") for field in fields}
        self.touched: set[str] = set()
        self.faults: dict[str, str] = {}
        self.inputs: dict[str, FieldInput] = {}
        self._rows: list[tuple[list[str], FaultLine]] = []
        known = {field.name: field for field in fields}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.RELATED)
        for places in layout:
            column.addLayout(self._make_row(theme, known, places, names))
        self._judge()

    def _make_row(
        self,
        theme: Theme,
        known: Mapping[str, FormField],
        places: Sequence[tuple[str, int]],
        names: Mapping[str, Sequence[str]],
    ) -> QVBoxLayout:
        both, line = QVBoxLayout(), QHBoxLayout()
        both.setSpacing(2)
        line.setSpacing(t.RELATED)
        for name, width in places:
            made = FieldInput(theme, known[name], names.get(name, ()))
            made.set_text(self.start[name])
            made.edited.connect(self._edit)
            made.left.connect(lambda which=name: self._leave(which))
            if width:
                made.setFixedWidth(width)
            line.addWidget(made, 0 if width else 1)
            self.inputs[name] = made
        fault = FaultLine(theme)
        both.addLayout(line)
        both.addWidget(fault)
        self._rows.append(([name for name, _ in places], fault))
        return both

    @property
    def layout_names(self) -> list[list[str]]:
        """Names of the fields, a row each."""
        return [names for names, _ in self._rows]

    def texts(self) -> dict[str, str]:
        """Return what was changed: field → text."""
        return {
            name: text
            for name, one in self.inputs.items()
            if not one.isHidden() and (text := one.text()) != self.start[name]
        }

    def fill(self, texts: Mapping[str, str]) -> None:
        """Write texts into fields, as if they had been typed."""
        for name, text in texts.items():
            if name in self.inputs:
                self.inputs[name].set_text(text)
        self._judge()

    def rebase(self, start: Mapping[str, str]) -> None:
        """Take over what the record says now, but for the fields that were changed here."""
        changed = self.texts()
        for name, one in self.inputs.items():
            if name in start:
                self.start[name] = start[name]
                if name not in changed:
                    one.set_text(start[name])
        self._judge()

    def show_all(self) -> None:
        """Tell what is wrong with every field, left or not."""
        self.touched |= self.inputs.keys()
        self._judge()

    def blame(self, name: str, words: str) -> None:
        """Tell what somebody else found wrong with a field, until it is edited."""
        self.touched.add(name)
        self.faults[name] = words
        self._tell()

    def focus(self, name: str = "") -> None:
        """Put the keyboard into a field, without a name into the first."""
        one = self.inputs.get(name) or next(iter(self.inputs.values()))
        one.control.setFocus(Qt.FocusReason.TabFocusReason)
        if one.line is not None:
            one.line.selectAll()

    def _edit(self) -> None:
        self._judge()
        self.edited.emit()

    def _leave(self, name: str) -> None:
        self.touched.add(name)
        self._judge()
        self.edited.emit()

    def _judge(self) -> None:
        self.faults = dict(self._check(self.texts()))
        self._tell()

    def _tell(self) -> None:
        """Show faults at fields that were left; while typing nothing is held against a text."""
        for names, line in self._rows:
            told = {name: self.faults.get(name, "") for name in names if name in self.touched}
            for name in names:
                self.inputs[name].mark(told.get(name, ""))
            line.say(next(filter(None, told.values()), ""))

    @property
    def told(self) -> bool:
        """Whether a fault is in sight."""
        return any(not line.isHidden() for _, line in self._rows)
