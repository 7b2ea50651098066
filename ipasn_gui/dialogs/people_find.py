"""`PersonFinder`: another person found by typing a name or NIP; the likely one is offered first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipasn_core.formatting import format_int, format_nip

from .. import theme as t
from ..models.people_index import PeopleIndex
from ..theme import Theme
from ..widgets.controls import Label, SearchField
from .import_people import TextTable

_MOST = 50
"""People that are listed; more letters find fewer."""
_LEAST = 140


class PersonFinder(QWidget):
    """A search field, and who was found.

    Args:
        theme: Tokens.
        index: The year's people.
        without: Index of who cannot be found.
        likely: Indexes of who is offered before anything is typed.

    Attributes:
        chosen: Somebody was chosen: (index into the roster).
        moved: Another row is selected.
    """

    chosen = Signal(int)
    moved = Signal()

    def __init__(
        self, theme: Theme, index: PeopleIndex, without: int, likely: Sequence[int]
    ) -> None:
        super().__init__()
        self._index = index
        self._without = without
        self._likely = likely
        self._typed = False
        roster = index.state.roster

        def unit(k: int) -> str:
            opd = int(roster.keadaan["opd"][k])
            return roster.opd_nama[opd] if opd >= 0 else "–"

        self.field = SearchField(theme, "Cari nama atau NIP entri yang lain")
        self.note = Label("", "caption", wrap=True)
        columns = (
            ("Nama", 240, lambda k: roster.nama[k]),
            ("NIP", 196, lambda k: format_nip(str(int(roster.nip[k])))),
            ("Perangkat daerah", 220, unit),
        )
        self.table = TextTable(theme, columns, "Pegawai yang ditemukan")
        self.table.setMinimumHeight(_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.RELATED)
        for part in (self.field, self.note):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self.field.textChanged.connect(lambda _: self._search())
        self.field.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.doubleClicked.connect(lambda _: self.take())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())
        self._search()

    @property
    def found(self) -> int:
        """Index of who is selected, -1 for nobody."""
        rows = self.table.selectionModel().selectedRows()
        return int(self.table.rows.values[rows[0].row()]) if rows else -1

    def take(self) -> None:
        """Choose who is selected."""
        if self.found >= 0:
            self.chosen.emit(self.found)

    def _search(self) -> None:
        text = self.field.text()
        mask = self._index.search(text)
        if mask is None:
            found, many = list(self._likely), len(self._likely)
            words = "Kemungkinan entri ganda: nama yang sama dan NIP yang hampir sama."
            self.note.setText(words if found else "Ketik nama atau NIP entri yang lain.")
        else:
            mask = mask.copy()
            mask[self._without] = False
            every = np.flatnonzero(mask)
            found, many = every[:_MOST].tolist(), len(every)
            rest = f"; {format_int(_MOST)} yang pertama tampil" if many > _MOST else ""
            nobody = f"Tidak ada pegawai yang cocok dengan “{text.strip()}”."
            self.note.setText(f"{format_int(many)} ditemukan{rest}." if many else nobody)
        self.table.rows.show_values(found)
        self.table.setVisible(bool(found))
        self._rest.setVisible(not found)
        if found:
            self.table.selectRow(0)
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let arrows go from the field into the list, and Enter choose from either."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self.take()
                return True
            if watched is self.field and key == Qt.Key.Key_Down:
                self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)
