"""`RecordForm`: a record being edited where it stands: a filled box, its fields and buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.workflow.edit_form import (
    WHOLE,
    FormField,
    fault_place,
    fault_words,
)

from .. import theme as t
from ..theme import Theme
from .controls import Button, Label, ground, restyle
from .record_fields import Check, FaultLine, Layout, RecordFields
from .trace_view import flowing

ROWS: Mapping[str, Layout] = {
    "pendidikan": (
        (("tingkat", 96), ("bidang", 0)),
        (("sekolah", 0), ("tanggal", 104)),
        (("nomor", 0),),
    ),
    "pengembangan": (
        (("jenis", 144), ("nama", 0)),
        (("tingkat", 0),),
        (("mulai", 0), ("selesai", 0), ("jp", 66)),
        (("penyelenggara", 0), ("nomor", 0)),
    ),
    "penilaian": (
        (("tahun", 66), ("nilai", 0), ("predikat", 0)),
        (("skp", 0), ("perilaku", 0)),
        (("hasil", 0), ("perilaku_kerja", 0)),
        (("dasar", 0), ("ide_baru", 96)),
    ),
    "hukuman": (
        (("jenis", 0),),
        (("tingkat", 0), ("tmt", 0), ("masa_bulan", 96)),
        (("nomor_sk", 0), ("tanggal_sk", 104)),
        (("berakhir", 0),),
        (("batal_nomor", 0), ("batal_tanggal", 0)),
    ),
    "orang": ((("nama", 0),), (("jenis_kelamin", 132),)),
    "keadaan": (
        (("jenis_jabatan", 0), ("jenjang", 0)),
        (("jabatan", 0),),
        (("opd", 0),),
        (("status", 0), ("golongan", 0), ("eselon", 0)),
        (("kedudukan", 0),),
    ),
    "pernyataan": ((("nilai", 0),),),
}
"""What is edited → where its fields stand; width 0 takes what is left."""

UNCHANGED = "Belum ada yang diubah."
_SAVING = "Menyimpan …"
_UNSAVED = "Isian ini belum disimpan. Simpan (Ctrl+Enter) atau batalkan (Esc) dahulu."


@dataclass(frozen=True, slots=True)
class FormWords:
    """What a form says beside its fields; empty for nothing.

    Attributes:
        title: Above the fields.
        note: Under them: where the record came from.
        remove: On the button that deletes; without words there is none.
    """

    title: str = ""
    note: str = ""
    remove: str = ""


class RecordForm(QWidget):
    """The form; it knows nothing of the project.

    Args:
        theme: Tokens.
        rows: Key of `ROWS`.
        fields: What is asked for.
        start: What the record says; empty texts for a new one.
        check: Tells what is wrong with what was changed.
        names: Field → words that are offered while typing.
        words: What it says beside its fields.

    Attributes:
        save_wanted: It may be saved, and shall.
        cancel_wanted: It shall be closed as if nothing had been typed.
        remove_wanted: The record shall be deleted.
        edited: Something in it is another.
    """

    save_wanted = Signal()
    cancel_wanted = Signal()
    remove_wanted = Signal()
    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        rows: str,
        fields: Sequence[FormField],
        start: Mapping[str, str],
        check: Check,
        names: Mapping[str, Sequence[str]],
        words: FormWords,
    ) -> None:
        super().__init__()
        title, note, remove = words.title, words.note, words.remove
        ground("sunken", self)
        self.rows = rows
        self.busy = False
        self._offered: dict[str, str] = {}
        wanted = {name for row in ROWS[rows] for name, _ in row}
        self.fields = RecordFields(
            theme,
            [field for field in fields if field.name in wanted],
            there(ROWS[rows], {field.name for field in fields}),
            start,
            check,
            names,
        )
        self.title = Label(title, "medium")
        self.note = flowing(note, "caption")
        self.hint = flowing("", "caption")
        self.fault = FaultLine(theme)
        self.reason = flowing("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(t.RELATED)
        parts: tuple[QWidget, ...] = (
            self.title, self.fields, self.hint, self.note, self.fault, self.reason,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)
        column.addLayout(self._make_buttons(theme, remove))
        # Only hidden, never shown: what has no parent yet would open as a window of its own.
        unsaid: tuple[tuple[QWidget, str], ...] = (
            (self.title, title), (self.note, note), (self.remove, remove), (self.hint, ""),
        )  # fmt: skip
        for part, said in unsaid:
            if not said:
                part.hide()
        self.setAccessibleName(title or "Ubah catatan")
        self.fields.edited.connect(self._edit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self._settle()

    def _make_buttons(self, theme: Theme, remove: str) -> QHBoxLayout:
        self.remove = Button(theme, remove or "Hapus", "quiet", "delete", size=20)
        self.cancel = Button(theme, "Batal")
        self.go = Button(theme, "Simpan", "primary")
        self.go.setToolTip("Simpan (Ctrl+Enter)")
        self.cancel.setToolTip("Batal (Esc)")
        self.remove.clicked.connect(self.remove_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.go.clicked.connect(self.save)
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(t.RELATED)
        for button in (self.remove, self.cancel, self.go):
            button.setProperty("small", True)
        row.addWidget(self.remove)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        return row

    # What stands in it ----------------------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        """Return what was changed: field → text."""
        return self.fields.texts()

    @property
    def dirty(self) -> bool:
        """Whether something that was typed would be lost if it were closed."""
        return self.texts() != self._offered

    def fill(self, texts: Mapping[str, str]) -> None:
        """Offer texts in fields, to be saved as if they had been typed."""
        clean = not self.dirty
        self.fields.fill(texts)
        if clean:
            self._offered = self.texts()
        self._edit()

    def rebase(self, start: Mapping[str, str]) -> None:
        """Take over what the record says now, but for what was changed here."""
        clean = not self.dirty
        self.fields.rebase(start)
        if clean:
            self._offered = self.texts()
        self._settle()

    def focus_field(self, name: str = "") -> None:
        """Put the keyboard into a field, without a name into the first."""
        self.fields.focus(name)

    def save(self) -> None:
        """Ask to be saved; where that cannot be, say what is wrong."""
        if self.busy:
            return
        if self.go.isEnabled():
            self.save_wanted.emit()
            return
        self.fields.show_all()
        self._settle()
        faulty = next(iter(self.fields.faults), "")
        if faulty in self.fields.inputs:
            self.fields.focus(faulty)
        self._announce(self.reason)

    def set_busy(self, *, busy: bool) -> None:
        """Say that it is being saved; the keyboard stays where it is."""
        self.busy = busy
        self._settle()

    def refuse(self, fault: IpasnError) -> None:
        """Tell why it was not saved, at its field where it is one's."""
        self.busy = False
        sets = "keadaan" if self.rows in ("orang", "pernyataan") else self.rows
        place = fault_place(sets, fault)
        words = fault_words(fault)
        self._settle()
        if place in self.fields.inputs:
            self.fields.blame(place, words)
            self.fields.focus(place)
        else:
            self.fault.say(words)
            self._announce(self.fault.words)

    def say_hint(self, words: str) -> None:
        """Say something of what stands in it, that is no fault; nothing for nothing."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def disown(self, words: str) -> None:
        """Be about a record that is not there any more: saving adds it, nothing can be deleted."""
        self.fields.start = dict.fromkeys(self.fields.start, "")
        self.remove.hide()
        self.say_hint(words)
        self._settle()

    def remind(self) -> None:
        """Say that something would be lost, and take the keyboard."""
        self.reason.setText(_UNSAVED)
        self.reason.show()
        restyle(self.reason, role="warn")
        self.fields.focus()
        self._announce(self.reason)

    def _edit(self) -> None:
        self.fault.say("")
        self._settle()
        self.edited.emit()

    def _settle(self) -> None:
        """Enable what can be done, and say why saving cannot."""
        faults = self.fields.faults
        why = ""
        if self.busy:
            why = _SAVING
        elif WHOLE in faults:
            why = faults[WHOLE]
        elif faults:
            why = "" if self.fields.told else next(iter(faults.values()))
        elif not self.texts():
            why = UNCHANGED
        self.go.setEnabled(not self.busy and not faults and bool(self.texts()))
        self.go.setAccessibleDescription(why or next(iter(faults.values()), ""))
        if self.reason.property("role") != "caption":
            restyle(self.reason, role="caption")
        self.reason.setText(why)
        self.reason.setVisible(bool(why))

    def _announce(self, label: QWidget) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(label, QAccessible.Event.Alert))


def there(rows: Layout, known: set[str]) -> Layout:
    """Return the rows without the fields that are not asked for."""
    kept = [[place for place in row if place[0] in known] for row in rows]
    return [row for row in kept if row]
