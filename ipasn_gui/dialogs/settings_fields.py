"""Controls that hold one setting each, and store it when they are left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ipasn_core.errors import IpasnError
from ipasn_core.model.settings import PEMISAH

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Label, restyle
from ..widgets.form import Field, Form
from .settings_book import SettingsBook

_LINE = 18
_FRAME = 14
_AROUND = 48
"""What a dialog leaves free of the screen."""


class SettingField(Field):
    """A line of text that is a setting.

    Args:
        book: Reads and stores it.
        key: Name of the setting.
        label: What it asks for.
        check: Raises an `IpasnError` for a text that cannot be.
    """

    def __init__(
        self,
        book: SettingsBook,
        key: str,
        label: str,
        check: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(label, check)
        self._book = book
        self.key = key
        self.field.editingFinished.connect(self._leave)
        book.read.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is stored, unless something else is being written here."""
        if not self.fault and not (self.field.hasFocus() and self.field.isModified()):
            self.field.setText(self.shown(self._book.text(self.key)))
            self.field.setCursorPosition(0)

    def shown(self, stored: str) -> str:
        """Return how a stored text is shown."""
        return stored

    def kept(self, shown: str) -> str:
        """Return how a shown text is stored."""
        return " ".join(shown.split())

    def _leave(self) -> None:
        self.field.setModified(False)
        text = self.kept(self.field.text())
        if not self.fault and text != self._book.text(self.key):
            self._book.change({self.key: text}, self.refuse)

    def refuse(self, fault: IpasnError) -> None:
        """Say at the field why it was not stored."""
        self.fault = f"{fault.pesan} {fault.perbaikan}".strip()
        self.error.setText(self.fault)
        self.error.setVisible(True)
        self.field.setAccessibleDescription(self.fault)
        restyle(self.field, wrong=True)


class SettingLines(QWidget):
    """A list that is a setting, a line an item.

    Args:
        book: Reads and stores it.
        key: Name of the setting.
        label: What it asks for.
        lines: How many are seen at once.
    """

    def __init__(self, book: SettingsBook, key: str, label: str, lines: int = 3) -> None:
        super().__init__()
        self._book = book
        self.key = key
        self.field = _Lines(self._leave)
        self.field.setAccessibleName(label)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(lines * _LINE + _FRAME)
        caption = Label(label, "caption")
        caption.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption)
        column.addWidget(self.field)
        book.read.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is stored, unless it is being written."""
        text = self.shown(self._book.text(self.key))
        busy = self.field.hasFocus() and self.field.document().isModified()
        if not busy and text != self.field.toPlainText():
            self.field.setPlainText(text)
            self.field.document().setModified(False)

    def shown(self, stored: str) -> str:
        """Return an item a line."""
        return "\n".join(filter(None, stored.split(PEMISAH)))

    def text(self) -> str:
        """Return what is written, as it is stored."""
        lines = self.field.toPlainText().replace(PEMISAH, ",").splitlines()
        return PEMISAH.join(filter(None, (" ".join(line.split()) for line in lines)))

    def _leave(self) -> None:
        self.field.document().setModified(False)
        if self.text() != self._book.text(self.key):
            self._book.change({self.key: self.text()})


class SettingParagraph(SettingLines):
    """A text that is a setting, longer than a line."""

    def shown(self, stored: str) -> str:
        """Return the text as it is."""
        return stored

    def text(self) -> str:
        """Return what is written, as one paragraph."""
        return " ".join(self.field.toPlainText().split())


class SettingChecks(QWidget):
    """A list of some of a few, as boxes to be ticked.

    Args:
        book: Reads and stores it.
        key: Name of the setting.
        label: What it asks for.
        choices: Stored word → its words, in their order.
        none: What is stored where nothing is ticked.
    """

    def __init__(
        self, book: SettingsBook, key: str, label: str, choices: Mapping[str, str], none: str
    ) -> None:
        super().__init__()
        self._book = book
        self.key = key
        self._none = none
        self.boxes = {name: QCheckBox(words) for name, words in choices.items()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(Label(label, "caption"), 0, 0, 1, 2)
        for at, box in enumerate(self.boxes.values()):
            grid.addWidget(box, 1 + at // 2, at % 2)
            box.clicked.connect(self._change)
        book.read.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is stored."""
        chosen = self._book.text(self.key).split(PEMISAH)
        for name, box in self.boxes.items():
            box.setChecked(name in chosen)

    def _change(self) -> None:
        chosen = [name for name, box in self.boxes.items() if box.isChecked()]
        self._book.change({self.key: PEMISAH.join(chosen) or self._none})


class _Lines(QPlainTextEdit):
    """A field of several lines that says when it is left, as one of one line does."""

    def __init__(self, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that it is left, but not for its own menu."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._left()


class SettingChoice(Chooser):
    """A choice that is a setting.

    Args:
        theme: Tokens.
        book: Reads and stores it.
        key: Name of the setting.
        choices: Stored text → its words.
    """

    def __init__(
        self, theme: Theme, book: SettingsBook, key: str, choices: Mapping[str, str]
    ) -> None:
        super().__init__(theme)
        self._book = book
        self.key = key
        for text, words in choices.items():
            self.addItem(words, text)
        self.activated.connect(self._choose)
        book.read.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is stored."""
        self.setCurrentIndex(self.findData(self._book.text(self.key)))

    def _choose(self) -> None:
        text = str(self.currentData())
        if text != self._book.text(self.key):
            self._book.change({self.key: text})


class SettingsPage(Form):
    """A page of the dialog.

    Args:
        theme: Tokens.
        book: Reads and stores settings.
        heading: Its title.
        text: What it is for.
    """

    def __init__(self, theme: Theme, book: SettingsBook, heading: str, text: str) -> None:
        super().__init__(theme, heading, text)
        self.book = book
        self.judul = heading
        self._closed: list[QWidget] = []
        self.why = Label("", "quiet", wrap=True)
        self.why.hide()
        self.column.addWidget(self.why)
        book.read.connect(self.refresh)

    def refresh(self) -> None:
        """Say why something cannot be changed, and disable that."""
        why = self.reason()
        self.why.setText(why)
        self.why.setVisible(bool(why))
        for part in self._closed:
            part.setEnabled(not why)
            part.setAccessibleDescription(why)

    def reason(self) -> str:
        """Return why nothing on the page may be changed, empty where it may."""
        return self.book.why_closed

    @property
    def writing(self) -> bool:
        """Whether something is being written here that is stored only when it is told to be."""
        return False

    def stop_writing(self) -> None:
        """Let go of what is being written."""

    def leave(self) -> None:
        """Stop what still runs for this page: the dialog closes."""

    def hold(self, *parts: QWidget) -> None:
        """Disable these where the page may not be changed."""
        self._closed += parts

    def side_by_side(self, *parts: QWidget) -> None:
        """Put parts beside each other, equally wide."""
        row = QHBoxLayout()
        row.setSpacing(t.GROUP)
        for part in parts:
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def add_setting(
        self, key: str, label: str, check: Callable[[str], object] | None = None
    ) -> SettingField:
        """Put a field of a setting below the others."""
        made = SettingField(self.book, key, label, check)
        self.add(made)
        self.hold(made.field)
        return made


def labelled(label: str, widget: QWidget, below: Sequence[QWidget] = ()) -> QWidget:
    """Return a control under its label, and what stands below it."""
    caption = Label(label, "caption")
    caption.setBuddy(widget)
    widget.setAccessibleName(label)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in (caption, widget, *below):
        column.addWidget(part)
    return holder


def scrolled(page: QWidget) -> QScrollArea:
    """Return a page that scrolls where the dialog is too low for it."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def fit(dialog: QWidget, parent: QWidget | None, wide: int, high: int) -> None:
    """Give a dialog its size, less where the window, and so the screen, leaves less room."""
    room = parent.size() if parent is not None else dialog.screen().availableSize()
    dialog.resize(min(wide, room.width() - _AROUND), min(high, room.height() - _AROUND // 2))


def clear(layout: QLayout) -> None:
    """Remove everything from a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
