"""`CheckRows`: a long list to tick in, narrowed by what is typed above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from .people_index import searchable

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
COUNT_ROLE = int(Qt.ItemDataRole.UserRole)
"""What stands at the right of a row, e.g. how many people have a value."""

_NUMBER = re.compile(r"\d+(?:,\d+)?")
_RANGE = re.compile(r"(\d*(?:,\d+)?)\s*[-–]\s*(\d*(?:,\d+)?)")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to tick.

    Attributes:
        key: What the code calls it.
        words: What it says.
        count: What stands at its right; empty for nothing.
    """

    key: str
    words: str
    count: str = ""


class CheckRows(QAbstractListModel):
    """Entries, some of them ticked, as far as they have what is looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._lines: list[str] = []
        self._rows: list[int] = []
        self.ticked: frozenset[str] = frozenset()

    def show_entries(self, entries: Sequence[Entry], ticked: frozenset[str]) -> None:
        """Show other entries, all of them."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self._lines = [searchable(one.words) for one in self._entries]
        self._rows = list(range(len(self._entries)))
        self.ticked = ticked
        self.endResetModel()

    def look_for(self, text: str) -> None:
        """Show the entries that have every word of a text, or the numbers of a range: "60-70"."""
        words, bounds = searchable(text).split(), _bounds(text)
        self.beginResetModel()
        if bounds is None:
            self._rows = [
                at for at, line in enumerate(self._lines) if all(word in line for word in words)
            ]
        else:
            self._rows = [
                at for at, one in enumerate(self._entries) if _is_between(one.words, *bounds)
            ]
        self.endResetModel()

    def toggle(self, index: Index) -> None:
        """Tick an entry, or take its tick away."""
        key = self._entries[self._rows[index.row()]].key
        self.ticked ^= {key}
        self.dataChanged.emit(index, index)

    def tick_shown(self, *, ticked: bool) -> None:
        """Tick everything that is shown, or take those ticks away."""
        shown = {self._entries[at].key for at in self._rows}
        self.ticked = self.ticked | shown if ticked else self.ticked - shown
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many entries are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return words, tick and count of an entry."""
        if not index.isValid():
            return None
        entry = self._entries[self._rows[index.row()]]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return entry.words
            case Qt.ItemDataRole.AccessibleTextRole:
                said = "dipilih" if entry.key in self.ticked else "tidak dipilih"
                return ", ".join(one for one in (entry.words, entry.count, said) if one)
            case Qt.ItemDataRole.CheckStateRole:
                ticked = entry.key in self.ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case _:
                return entry.count if role == COUNT_ROLE else None


def _bounds(text: str) -> tuple[Decimal, Decimal] | None:
    """Return the ends of a range of numbers, either of which may be open; None for no range."""
    found = _RANGE.fullmatch(text.strip())
    if found is None or not any(found.groups()):
        return None
    low, high = found.groups()
    return _number(low or "0"), _number(high) if high else Decimal("Infinity")


def _is_between(words: str, low: Decimal, high: Decimal) -> bool:
    plain = words.replace(".", "")  # between thousands
    return _NUMBER.fullmatch(plain) is not None and low <= _number(plain) <= high


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
