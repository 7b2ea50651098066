"""An NIP corrected: read as it is typed, and if it is somebody else's, the way to make them one."""

from __future__ import annotations

import datetime

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import BULAN, format_date, format_nip
from ipasn_core.model import nip as nip_rules
from ipasn_core.workflow.edit_people import correct_nip
from ipasn_core.workflow.edit_values import read_nip

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, Label, restyle
from ..widgets.record_fields import FaultLine
from ..workspace import Workspace
from .people_dialog import PeopleDialog, Work

_DIGITS = nip_rules.DIGITS
_SEX = {1: "laki-laki", 2: "perempuan"}


def nip_words(nip: int) -> str:
    """Return what an NIP says: "Lahir 12 Maret 1985, diangkat Januari 2010 (PNS), laki-laki"."""
    digits = str(nip)
    born = datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    month = int(digits[12:14])
    status = nip_rules.status_of(nip).name
    when = f"{BULAN[month - 1]} {digits[8:12]}" if month in range(1, 13) else digits[8:12]
    return f"Lahir {format_date(born)}, diangkat {when} ({status}), {_SEX[nip_rules.sex_of(nip)]}."


class NipDialog(PeopleDialog):
    """Asks for the right NIP of a person.

    Args:
        theme: Tokens.
        workspace: What is open.
        parent: The window.
        tempat: Index of the person in the roster.

    Attributes:
        merge_wanted: The NIP is somebody else's, and both are one person: (NIP, NIP of the other).
    """

    merge_wanted = Signal(object, object)

    def __init__(
        self, theme: Theme, workspace: Workspace, parent: QWidget | None, tempat: int
    ) -> None:
        assert workspace.current is not None
        self._roster = workspace.current.state.roster
        self._nip = int(self._roster.nip[tempat])
        name = self._roster.nama[tempat]
        super().__init__(
            theme,
            workspace,
            parent,
            "Betulkan NIP",
            "Riwayat, pernyataan, dan temuannya ikut; NIP berlaku di semua tahun.",
            "Betulkan NIP",
            QSize(560, 0),
        )
        self._fault = ""
        self._other = 0
        self._other_name = ""
        self.who = Label(f"{name}\nNIP sekarang {format_nip(str(self._nip))}", wrap=True)
        self.caption = Label("NIP yang benar", "caption")
        self.field = QLineEdit(format_nip(str(self._nip)))
        self.field.setAccessibleName("NIP yang benar")
        self.caption.setBuddy(self.field)
        self.says = Label("", "caption", wrap=True)
        self.wrong = FaultLine(theme)
        self.merge = Button(theme, "Satukan dua entri…")
        self._build()
        self.field.textEdited.connect(lambda _: self._read(left=False))
        self.field.editingFinished.connect(lambda: self._read(left=True))
        self.merge.clicked.connect(self._merge)
        self._read(left=False)
        self.field.selectAll()
        self.field.setFocus()

    def _build(self) -> None:
        self.column.addWidget(self.who)
        self.column.addSpacing(t.RELATED)
        for part in (self.caption, self.field, self.says, self.wrong, self.merge):
            self.column.addWidget(part)
        self.column.setAlignment(self.merge, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.merge.hide()
        # Room for two lines, so that nothing moves while one types.
        self.says.setMinimumHeight(t.ROW_TWO_LINES - t.RELATED)

    @property
    def typed(self) -> str:
        """Figures and whatever else was typed, without what offices write around them."""
        return nip_rules.clean(self.field.text())

    def _read(self, *, left: bool) -> None:
        """Say what was typed; a fault while typing only once it is as long as an NIP."""
        self._fault, self._other, self._other_name = "", 0, ""
        nip = 0
        try:
            nip = read_nip(self.field.text())
        except IpasnError as fault:
            self._fault = f"{fault.pesan} {fault.perbaikan}".strip()
        if nip and nip != self._nip:
            self._look_up(nip)
        told = self._fault if left or len(self.typed) >= _DIGITS else ""
        self._show(nip, told)

    def _look_up(self, nip: int) -> None:
        place = int(np.searchsorted(self._roster.nip, nip))
        if place < len(self._roster) and int(self._roster.nip[place]) == nip:
            self._belongs(nip, self._roster.nama[place])

    def _belongs(self, nip: int, name: str) -> None:
        self._other, self._other_name = nip, name
        whose = f"NIP ini sudah dipakai {name.rstrip('.') or 'entri lain'}."
        self._fault = f"{whose} Bila keduanya orang yang sama, satukan kedua entri itu."

    def _show(self, nip: int, told: str) -> None:
        self.wrong.say(told)
        self.says.setVisible(not told)
        if nip:
            self.says.setText(nip_words(nip))
        else:
            self.says.setText(f"{len(self.typed)} dari {_DIGITS} angka.")
        self.field.setAccessibleDescription(told or self.says.text())
        restyle(self.field, wrong=bool(told))
        self.merge.setVisible(bool(self._other))
        self.settle()
        if self.isVisible():
            QTimer.singleShot(0, self, self.fit)

    def why_not(self) -> str:
        """Return why it cannot be saved."""
        if self._fault:
            return "NIP belum benar." if not self._other else "NIP sudah dipakai entri lain."
        return "Belum ada yang diubah." if self.typed == str(self._nip) else ""

    def work(self) -> Work:
        """Return what corrects it."""
        nip, text = self._nip, self.field.text()
        return lambda project, context, _: correct_nip(project, context, nip, text)

    def refuse(self, fault: IpasnError) -> None:
        """Offer to merge where the NIP is that of somebody who is not in this year."""
        if fault.kode == "nip-sudah-ada":
            self._belongs(read_nip(self.field.text()), "")
            self._show(self._other, self._fault)
        else:
            super().refuse(fault)

    def _merge(self) -> None:
        wanted = (self._nip, self._other)
        self.reject()
        self.merge_wanted.emit(*wanted)
