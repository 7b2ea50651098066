"""`HistoryRows`: the journal as the rows of a list, parted by days, the newest first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ipasn_core.formatting import format_date, format_nip
from ipasn_core.workflow.history import DIURUNGKAN, Line
from ipasn_core.workflow.journal_words import kind_words

ROLE_ROW = int(Qt.ItemDataRole.UserRole)
"""The `Line` of a row, or the `datetime.date` above those of a day."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which lines are wanted.

    Attributes:
        cari: Words, all of which a line must have.
        perbuatan: A kind; empty for every kind.
        tentang: Numbers of entries; None for all.
    """

    cari: str = ""
    perbuatan: str = ""
    tentang: frozenset[int] | None = None


class HistoryRows(QAbstractListModel):
    """Lines that are wanted, with a row above the first of each day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._haystacks: list[str] = []
        self._wanted = HistoryFilter()
        self._rows: list[Line | datetime.date] = []
        self._places: dict[int, int] = {}

    def set_lines(self, lines: Sequence[Line]) -> None:
        """List other lines, the newest first."""
        self.beginResetModel()
        self._lines = lines
        self._haystacks = []
        self._arrange()
        self.endResetModel()

    def prepare_search(self, many: int) -> bool:
        """Make ready the search of so many more lines, and tell whether that was all."""
        done = len(self._haystacks)
        self._haystacks += [_haystack(one) for one in self._lines[done : done + many]]
        return len(self._haystacks) == len(self._lines)

    def set_filter(self, wanted: HistoryFilter) -> None:
        """List only what is wanted."""
        if wanted != self._wanted:
            self.beginResetModel()
            self._wanted = wanted
            self._arrange()
            self.endResetModel()

    @property
    def lines(self) -> list[Line]:
        """The lines in sight."""
        return [one for one in self._rows if isinstance(one, Line)]

    def row_of(self, nomor: int) -> int:
        """Return the row of an entry by its number, -1 where it is not in sight."""
        return self._places.get(nomor, -1)

    def row_at(self, row: int) -> Line | datetime.date:
        """Return what stands in a row."""
        return self._rows[row]

    def _arrange(self) -> None:
        self._rows, self._places = [], {}
        day: datetime.date | None = None
        for line in self._found():
            if line.saat.date() != day:
                day = line.saat.date()
                self._rows.append(day)
            self._places[line.entri.id] = len(self._rows)
            self._rows.append(line)

    def _found(self) -> Sequence[Line]:
        wanted, found = self._wanted, self._lines
        words = wanted.cari.casefold().split()
        if words:
            self.prepare_search(len(self._lines))
            pairs = zip(found, self._haystacks, strict=True)
            found = [one for one, text in pairs if all(word in text for word in words)]
        if wanted.perbuatan:
            found = [one for one in found if one.entri.perbuatan == wanted.perbuatan]
        if wanted.tentang is not None:
            found = [one for one in found if one.entri.id in wanted.tentang]
        return found

    # What Qt asks ---------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many rows are in sight."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A day is no row to stand on."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        line = isinstance(self._rows[index.row()], Line)
        return _FLAGS if line else Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what a row says."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROLE_ROW:
            return row
        if isinstance(row, datetime.date):
            return format_date(row) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.kalimat
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.kalimat}. {below_words(row)}"
        return None


def below_words(line: Line) -> str:
    """Return when, by whom, of what kind, and whether it was undone: a line's second line."""
    undone = "diurungkan" if line.keadaan == DIURUNGKAN else ""
    moment, kind = line.saat.strftime("%H.%M"), kind_words(line.entri.perbuatan)
    return " · ".join(filter(None, (moment, undone, line.entri.pengguna, kind)))


def _haystack(line: Line) -> str:
    nip = str(line.nip) if line.nip else ""
    day = format_date(line.saat.date())
    whose = (nip, format_nip(nip), line.nama) if nip else ()
    return " ".join((line.kalimat, below_words(line), day, *whose)).casefold()
