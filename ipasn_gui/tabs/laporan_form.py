"""The fields of a signing: number, place, date, and who signs."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import format_date, format_nip
from ipasn_core.model.settings import Official, Pejabat
from ipasn_core.workflow.official import NEEDED, check_word, read_day

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Label, restyle
from ..widgets.form import Field

_LABELS = {
    "nomor": "Nomor laporan",
    "tempat": "Tempat",
    "tanggal": "Tanggal",
    "nama": "Nama penanda tangan",
    "jabatan": "Jabatan",
    "pangkat": "Pangkat, golongan (boleh kosong)",
    "nip": "NIP (boleh kosong)",
}


class SignForm(QWidget):
    """Seven fields, filled with what is known.

    Attributes:
        changed: One of them is another.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.fields = {name: Field(label, _check(name)) for name, label in _LABELS.items()}
        self.fields["nomor"].field.setPlaceholderText("mis. 800/123/BKPSDM/2022")
        self._known: tuple[Official, ...] = ()
        self.who = Chooser(theme)
        self.who.setAccessibleName("Penanda tangan")
        self.who.activated.connect(self._choose)
        self._who_label = Label("Penanda tangan", "caption")
        self._who_label.setBuddy(self.who)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.RELATED)
        column.addWidget(self.fields["nomor"])
        pair = QHBoxLayout()
        pair.setSpacing(t.RELATED)
        for name in ("tempat", "tanggal"):
            pair.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(pair)
        column.addWidget(self._who_label)
        column.addWidget(self.who)
        for name in ("nama", "jabatan", "pangkat", "nip"):
            column.addWidget(self.fields[name])
        for field in self.fields.values():
            field.edited.connect(self.changed)
        for name, field in self.fields.items():
            field.field.editingFinished.connect(partial(self._spell, name))
        self._offer(())

    def propose(self, saran: Pejabat, known: tuple[Official, ...]) -> None:
        """Fill every field anew.

        Args:
            saran: What is likely.
            known: Registered signatories to choose from.
        """
        for name, field in self.fields.items():
            self._write(name, getattr(saran, name))
            field.error.hide()
            restyle(field.field, wrong=False)
            field.fault = ""
        self._offer(known)
        self.changed.emit()

    def lacking(self) -> str:
        """Return why the fields do not say enough yet, empty where they do."""
        for name in NEEDED:
            if not self.fields[name].field.text().strip():
                return f"Isi {_LABELS[name][0].lower()}{_LABELS[name][1:]} untuk melanjutkan."
        try:
            self.official()
        except IpasnError as fault:
            return fault.pesan
        return ""

    def official(self) -> Pejabat:
        """Return what the fields say.

        Raises:
            UsageError: One of them cannot be.
        """
        texts = {name: field.field.text() for name, field in self.fields.items()}
        texts["tanggal"] = read_day(texts["tanggal"]).isoformat()
        return Pejabat(**{name: check_word(name, text) for name, text in texts.items()})

    def _offer(self, known: tuple[Official, ...]) -> None:
        self._known = known
        self.who.clear()
        self.who.addItems([one.nama for one in known])
        several = len(known) > 1
        self.who.setVisible(several)
        self._who_label.setVisible(several)

    def _choose(self, at: int) -> None:
        for name in ("nama", "jabatan", "pangkat", "nip"):
            self._write(name, getattr(self._known[at], name))
            self.fields[name].validate()

    def _spell(self, name: str) -> None:
        """Write what was typed as the paper will."""
        field = self.fields[name]
        if not field.fault:
            text = field.field.text()
            plain = read_day(text).isoformat() if name == "tanggal" else check_word(name, text)
            self._write(name, plain)

    def _write(self, name: str, text: str) -> None:
        """Fill a field; of a long text its beginning is seen."""
        field = self.fields[name].field
        field.setText(_shown(name, text))
        field.setCursorPosition(0)


def _check(name: str) -> Callable[[str], object]:
    return read_day if name == "tanggal" else partial(check_word, name)


def _shown(name: str, text: str) -> str:
    if name == "tanggal":
        return format_date(datetime.date.fromisoformat(text))
    return format_nip(text) if name == "nip" else text
