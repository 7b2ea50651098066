"""Above the sheet: its name, the row of its header, what its table is; each can be said by hand."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ipasn_core.workflow.import_view import SheetSeen

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import ElidedLabel, Label

_ROW, _KIND = 56, 236
_NUMBER = QRegularExpression("[1-9][0-9]{0,6}|")
"""A row, or nothing: it is found by itself then."""
SKIP = "lewati"
KINDS = (
    ("pegawai", "Satu baris per pegawai"),
    ("pengembangan", "Riwayat diklat"),
    ("pendidikan", "Riwayat pendidikan"),
    ("hukuman", "Riwayat hukuman"),
)


class SheetBar(QWidget):
    """What is known of a sheet as a whole.

    Attributes:
        said: The officer says otherwise: (act, value or None to take it back).
    """

    said = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sheet: SheetSeen | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.RELATED)
        self.title = ElidedLabel("", "title")
        row.addWidget(self.title, 1)
        row.addSpacing(t.RELATED)
        self._row_label = Label("Judul kolom di baris", "caption")
        self.row = QLineEdit()
        self.row.setFixedWidth(_ROW)
        self.row.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.row.setValidator(QRegularExpressionValidator(_NUMBER, self.row))
        self.row.setAccessibleName("Judul kolom di baris")
        self.row.editingFinished.connect(self._tell_row)
        self._kind_label = Label("Jenis isi", "caption")
        self.kind = Chooser(theme)
        self.kind.setFixedWidth(_KIND)
        self.kind.setAccessibleName("Jenis isi")
        self.kind.activated.connect(self._tell_kind)
        self._row_label.setBuddy(self.row)
        self._kind_label.setBuddy(self.kind)
        for part in (self._row_label, self.row, self._kind_label, self.kind):
            row.addWidget(part)
            if part is self.row:
                row.addSpacing(t.RELATED)

    def show_sheet(self, sheet: SheetSeen) -> None:
        """Show a sheet."""
        self.sheet = sheet
        self.title.set_text(sheet.judul)
        self.row.setText("" if sheet.baris_kepala is None else str(sheet.baris_kepala))
        self.kind.clear()
        by_hand = "jenis" in sheet.kata
        auto = "Dikenali otomatis" if by_hand or not sheet.jenis else f"{sheet.sebutan} (otomatis)"
        self.kind.addItem(auto, "")
        for jenis, words in KINDS:
            self.kind.addItem(words, jenis)
        self.kind.addItem("Lewati tabel ini" if sheet.tabel else "Lewati lembar ini", SKIP)
        chosen = SKIP if SKIP in sheet.kata else sheet.kata.get("jenis", "")
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        for part in (self._row_label, self.row, self._kind_label, self.kind):
            part.setVisible(sheet.terlihat)

    def _tell_row(self) -> None:
        sheet, text = self.sheet, self.row.text()
        before = None if sheet is None else sheet.baris_kepala
        if not text:
            self.said.emit("kepala", None)
        elif int(text) != before:
            self.said.emit("kepala", text)

    def _tell_kind(self, place: int) -> None:
        chosen = str(self.kind.itemData(place))
        skip = chosen == SKIP
        if self.sheet is not None and skip != (SKIP in self.sheet.kata):
            self.said.emit(SKIP, "" if skip else None)
        if not skip:
            self.said.emit("jenis", chosen or None)
