"""`PasteForm`: rows pasted from a spreadsheet, as they were understood, to be added at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import format_int
from ipasn_core.workflow.edit_form import WHOLE, fault_words, form_fields
from ipasn_core.workflow.edit_paste import PastedRow

from .. import theme as t
from ..theme import Theme
from .controls import Button, ElidedLabel, Hairline, Label, ground, restyle
from .record_fields import Check, FaultLine, RecordFields
from .record_form import ROWS, there
from .trace_view import flowing

_OTHER = "NIP pada baris ini ({nip}) milik pegawai lain."


class PastedEntry(QWidget):
    """One row: in a line what it was read as; its fields, where something is wrong or wanted.

    Args:
        theme: Tokens.
        himpunan: The set it shall be added to.
        row: What was pasted.
        check: Tells what is wrong.
        leading: Kinds of course that have a level; None where a level is no course's.

    Attributes:
        edited: Something in it is another.
        removed: It shall not be added.
    """

    edited = Signal()
    removed = Signal()

    def __init__(
        self,
        theme: Theme,
        himpunan: str,
        row: PastedRow,
        check: Check,
        leading: Collection[str] | None,
    ) -> None:
        super().__init__()
        self._leading = leading
        self.other = _OTHER.format(nip=row.orang_lain) if row.orang_lain else ""
        fields = form_fields(himpunan)
        layout = there(ROWS[himpunan], {field.name for field in fields})
        self.fields = RecordFields(theme, fields, layout, {}, check, {})
        self.fields.fill(row.isi)
        self.fields.show_all()
        self.line = ElidedLabel("", "medium")
        self.unfold = Button(theme, "Ubah", "link")
        self.drop = Button(theme, "", "icon", "dismiss", "Jangan tambahkan baris ini", 16)
        self.fault = FaultLine(theme)
        top = QHBoxLayout()
        top.setSpacing(t.RELATED)
        top.addWidget(self.line, 1)
        top.addWidget(self.unfold)
        top.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.fault)
        column.addWidget(self.fields)
        self._folded = not self.fields.faults
        self.unfold.clicked.connect(self._toggle)
        self.drop.clicked.connect(self.removed)
        self.fields.edited.connect(self._edit)
        self._settle()

    @property
    def bad(self) -> str:
        """What keeps it from being added; empty for nothing."""
        return self.other or next(iter(self.fields.faults.values()), "")

    def _toggle(self) -> None:
        self._folded = not self._folded
        self._settle()
        if not self._folded:
            self.fields.focus()

    def _edit(self) -> None:
        self._settle()
        self.edited.emit()

    def _settle(self) -> None:
        level = self.fields.inputs.get("tingkat")
        if level is not None and self._leading is not None:
            level.setVisible(self.fields.inputs["jenis"].text() in self._leading)
        texts = self.fields.texts()
        said = [texts.get(field, "") for row in self.fields.layout_names for field in row]
        words = " · ".join(filter(None, said)) or "Baris tanpa isi yang dikenal"
        self.line.set_text(words)
        self.fault.say(self.other or self.fields.faults.get(WHOLE, ""))
        if self._folded and not self.fields.faults:
            self.fields.hide()
        elif self.fields.parent() is not None:
            self.fields.show()
        self.unfold.setText("Tutup" if not self._folded else "Ubah")
        self.unfold.setEnabled(not (self.fields.faults and not self._folded))


class PasteForm(QWidget):
    """The rows, and what adds them all; it knows nothing of the project.

    Args:
        theme: Tokens.
        himpunan: The set they shall be added to.
        rows: What was pasted.
        check: Tells what is wrong with a row.
        leading: Kinds of course that have a level; None where a level is no course's.
        left: How many more rows were pasted than are shown.

    Attributes:
        save_wanted: All may be added, and shall.
        cancel_wanted: Nothing shall be added.
        edited: Something in it is another.
    """

    save_wanted = Signal()
    cancel_wanted = Signal()
    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        himpunan: str,
        rows: Sequence[PastedRow],
        check: Check,
        leading: Collection[str] | None,
        *,
        left: int = 0,
    ) -> None:
        super().__init__()
        ground("sunken", self)
        self.busy = False
        self.setAccessibleName("Baris yang ditempelkan")
        self.entries = [PastedEntry(theme, himpunan, row, check, leading) for row in rows]
        self.title = Label("", "strong")
        more = (
            f"{format_int(left)} baris lagi tidak ditampilkan; imporlah berkasnya." if left else ""
        )
        self.note = flowing(more, "caption")
        self.fault = FaultLine(theme)
        self.reason = flowing("", "caption")
        self.cancel = Button(theme, "Batal")
        self.go = Button(theme, "", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(t.RELATED)
        column.addWidget(self.title)
        for entry in self.entries:
            column.addWidget(Hairline(theme))
            column.addWidget(entry)
            entry.edited.connect(self._settle)
            entry.removed.connect(lambda which=entry: self._remove(which))
        for part in (self.note, self.fault, self.reason):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(t.RELATED)
        foot.addStretch()
        for button in (self.cancel, self.go):
            button.setProperty("small", True)
            foot.addWidget(button)
        column.addLayout(foot)
        if not more:
            self.note.hide()
        self.cancel.clicked.connect(self.cancel_wanted)
        self.go.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self._settle()

    @property
    def dirty(self) -> bool:
        """What was pasted would be lost, as what was typed."""
        return bool(self.entries)

    def records(self) -> list[dict[str, str]]:
        """Return what shall be added: field → text of each row."""
        return [entry.fields.texts() for entry in self.entries]

    def fill(self, _texts: object) -> None:
        """Nothing is offered into rows that were pasted."""

    def focus_field(self, _name: str = "") -> None:
        """Put the keyboard where something is wrong, else on the button that adds."""
        for entry in self.entries:
            faulty = next((name for name in entry.fields.inputs if name in entry.fields.faults), "")
            if faulty:
                entry.fields.focus(faulty)
                return
        self.go.setFocus(Qt.FocusReason.TabFocusReason)

    def save(self) -> None:
        """Ask to be added; where that cannot be, go to what is wrong."""
        if self.go.isEnabled():
            self.save_wanted.emit()
        elif not self.busy:
            self.focus_field()

    def set_busy(self, *, busy: bool) -> None:
        """Say that it is being saved."""
        self.busy = busy
        self._settle()

    def refuse(self, fault: IpasnError) -> None:
        """Tell why nothing was added."""
        self.busy = False
        self._settle()
        self.fault.say(fault_words(fault))

    def remind(self) -> None:
        """Say that something would be lost, and take the keyboard."""
        self.reason.setText("Tambahkan atau batalkan dahulu baris yang ditempelkan ini.")
        self.reason.show()
        restyle(self.reason, role="warn")
        self.focus_field()

    def _remove(self, entry: PastedEntry) -> None:
        self.entries.remove(entry)
        entry.hide()
        entry.deleteLater()
        if self.entries:
            self._settle()
        else:
            self.cancel_wanted.emit()

    def _settle(self) -> None:
        """Enable what can be done, and say why adding cannot."""
        bad = [entry for entry in self.entries if entry.bad]
        count = format_int(len(self.entries))
        self.title.setText(f"{count} baris ditempelkan")
        self.go.setText(f"Tambah {count} catatan")
        why = "Menyimpan …" if self.busy else ""
        if bad and not why:
            why = f"{format_int(len(bad))} baris belum dapat ditambahkan."
        self.go.setEnabled(not why)
        self.go.setAccessibleDescription(why)
        self.fault.say("")
        if self.reason.property("role") != "caption":
            restyle(self.reason, role="caption")
        self.reason.setText(why)
        if why and self.reason.parent() is not None:
            self.reason.show()
        elif not why:
            self.reason.hide()
        self.edited.emit()
