"""Several people changed at once: unit, kind of post, level; what changes is shown before it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import format_int
from ipasn_core.workflow.edit_form import FormField, fault_words, form_fields
from ipasn_core.workflow.edit_many import Preview, change_people, preview_changes

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Label
from ..widgets.record_fields import FaultLine, FieldInput
from ..workspace import Workspace
from .import_people import EMPTY, TextTable
from .people_dialog import PeopleDialog, Work

FIELDS = ("opd", "jenis_jabatan", "jenjang")
CLEAR = "kosongkan"
"""Choice that takes the value away; nothing chosen leaves it as it is."""

_NEW_UNIT = "Perangkat daerah ini belum ada pada tahun ini; dicatat sebagai yang baru."
_TABLE_LEAST = 120
_UNCHANGED = "tidak diubah"
_NO_CHANGE = "Pilih dahulu apa yang diubah."
_ALL_SO = "Semuanya sudah demikian; tidak ada yang berubah."

_COLUMNS = (
    ("Bidang", 130, lambda one: one[0]),
    ("Semula", 250, lambda one: one[1] or EMPTY),
    ("Menjadi", 250, lambda one: one[2] or EMPTY),
    ("Pegawai", 60, lambda one: format_int(one[3])),
)


class ChangeDialog(PeopleDialog):
    """Asks what shall hold of several people.

    Args:
        theme: Tokens.
        workspace: What is open.
        parent: The window.
        terpilih: int64[k], ids of whom is selected.
        tampil: int64[m], ids of whom is seen in the table.
    """

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        parent: QWidget | None,
        terpilih: NDArray[np.int64],
        tampil: NDArray[np.int64],
    ) -> None:
        assert workspace.current is not None
        state = workspace.current.state
        super().__init__(
            theme,
            workspace,
            parent,
            f"Ubah beberapa pegawai, tahun {state.tahun}",
            "Yang tidak diisi tidak berubah. Semuanya satu perubahan, dan dapat diurungkan.",
            "Ubah pegawai",
            QSize(760, 560),
        )
        self._tahun = state.tahun
        self._roster = state.roster
        self._among = (terpilih, tampil)
        self._known: dict[int, NDArray[np.int64]] = {}
        self._preview = Preview((), 0)
        self._fault = ""
        self.choices = QButtonGroup(self)
        self.inputs: dict[str, FieldInput] = {}
        self.hint = Label("", "caption", wrap=True)
        self.fault = FaultLine(theme)
        self.count = Label("", "medium")
        self.table = TextTable(theme, _COLUMNS, "Yang berubah")
        self._lay_out()
        self.choices.idToggled.connect(lambda _, on: self._look() if on else None)
        self._look()
        self.inputs["opd"].control.setFocus()

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(t.GROUP)
        for at, words in enumerate(("terpilih", "yang tampil dalam tabel")):
            many = len(self._among[at])
            choice = QRadioButton(f"{format_int(many)} pegawai {words}")
            choice.setEnabled(many > 0)
            self.choices.addButton(choice, at)
            who.addWidget(choice)
        who.addStretch(1)
        several = len(self._among[0]) > 1 or not len(self._among[1])
        self.choices.button(0 if several else 1).setChecked(True)
        self.column.addLayout(who)
        self.column.addSpacing(t.RELATED)
        fields = {one.name: one for one in form_fields("keadaan")}
        self._add_fields(("opd",), fields)
        self._add_fields(FIELDS[1:], fields)
        for part in (self.hint, self.fault):
            self.column.addWidget(part)
        self.column.addSpacing(t.RELATED)
        self.column.addWidget(self.count)
        self.table.setMinimumHeight(_TABLE_LEAST)
        self.column.addWidget(self.table, 1)
        self._rest = QWidget()
        self.column.addWidget(self._rest, 1)

    def _add_fields(self, names: Sequence[str], known: Mapping[str, FormField]) -> None:
        row = QHBoxLayout()
        row.setSpacing(t.GROUP)
        for name in names:
            field = known[name]
            if name == "jenjang":
                field = replace(field, pilihan=(CLEAR, *field.pilihan))
            units = self._roster.opd_nama if name == "opd" else ()
            made = FieldInput(self.theme, field, units)
            made.control.setProperty("small", None)
            made.edited.connect(self._look)
            made.left.connect(self._look)
            if made.line is not None:
                made.line.setPlaceholderText(_UNCHANGED)
            elif made.chooser is not None:
                made.chooser.setItemText(0, _UNCHANGED)
            self.inputs[name] = made
            row.addWidget(made, 1)
        self.column.addLayout(row)

    # What is shown --------------------------------------------------------------------------------

    @property
    def ids(self) -> NDArray[np.int64]:
        """Ids of whom."""
        return self._among[self.choices.checkedId()]

    def _places(self) -> NDArray[np.int64]:
        """Return int64[k], indexes of whom into the roster."""
        which = self.choices.checkedId()
        if which not in self._known:
            self._known[which] = np.flatnonzero(np.isin(self._roster.id, self.ids))
        return self._known[which]

    def texts(self) -> dict[str, str]:
        """Return field → text of what shall be changed."""
        found = {name: one.text() for name, one in self.inputs.items() if one.text()}
        return {name: "" if text == CLEAR else text for name, text in found.items()}

    def _look(self) -> None:
        """Count anew what would change."""
        places = self._places()
        faults: dict[str, str] = {}
        self._preview = Preview((), 0)
        texts = self.texts()
        for name, text in texts.items():
            try:
                preview_changes(self._roster, places[:1], {name: text})
            except IpasnError as fault:
                faults[name] = fault_words(fault)
        if not faults:
            self._preview = preview_changes(self._roster, places, texts)
        for name, one in self.inputs.items():
            one.mark(faults.get(name, ""))
        self._fault = next(iter(faults.values()), "")
        self.fault.say(self._fault)
        unit = texts.get("opd", "")
        known = {name.casefold() for name in (*self._roster.opd_nama, "")}
        self.hint.setText("" if unit.casefold() in known else _NEW_UNIT)
        self.hint.setVisible(bool(self.hint.text()))
        self._show()

    def _show(self) -> None:
        rows = [
            (one.sebutan, before, one.menjadi, many)
            for one in self._preview.bidang
            for before, many in one.dari
        ]
        self.table.rows.show_values(rows)
        many = format_int(self._preview.jumlah)
        self.count.setText(f"{many} dari {format_int(len(self.ids))} pegawai berubah")
        asked = bool(self.texts()) and not self._fault
        self.count.setVisible(asked)
        self.table.setVisible(bool(rows))
        self._rest.setVisible(not rows)
        self.go.setText(f"Ubah {many} pegawai" if self._preview.jumlah else "Ubah pegawai")
        self.settle()

    def why_not(self) -> str:
        """Return why it cannot be done."""
        if self._fault:
            return "Ada isian yang belum benar."
        if not self.texts():
            return _NO_CHANGE
        return "" if self._preview.jumlah else _ALL_SO

    def work(self) -> Work:
        """Return what changes them."""
        tahun, ids, texts = self._tahun, self.ids.tolist(), self.texts()
        return lambda project, context, progress: change_people(
            project, context, tahun, ids, texts, progress
        )
