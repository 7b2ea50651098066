"""`RecordTable`: the one table model; rows are an index array into arrays that are never copied.

A column is a value that knows how to sort, to write, to speak and to be painted. Sorting and
filtering rearrange indices alone; a text is made when its cell is looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Int64 = NDArray[np.int64]
Bool = NDArray[np.bool_]
Sorting = tuple[tuple[str, bool], ...]
"""Keys of columns, the first one first, and whether each falls."""
NOBODY = 0
"""What stands for no record where an id is asked for."""
_NOWHERE = QModelIndex()


class Paint(Enum):
    """How a cell is painted."""

    TEXT = "teks"
    MEDIUM = "sedang"
    QUIET = "tenang"
    STRONG = "tebal"
    BAR = "batang"
    KATEGORI = "kategori"
    MARK = "tanda"
    DEVIATION = "selisih"


class Tone(Enum):
    """What a cell has to say beside its text; nothing, zero and not applicable are three things."""

    PLAIN = "biasa"
    QUIET = "nol"
    """Counted and zero, or it does not apply."""
    MISSING = "kosong"
    HEAD = "kepala"
    """What others are parts of, or the sum of them all."""


def plain(_record: int) -> Tone:
    """Return the tone of a column that has none."""
    return Tone.PLAIN


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """A column of a table.

    Attributes:
        key: What the code and the settings call it.
        title: Its header.
        text: What the cell of a record says.
        order: Makes the numbers it is sorted by, a record each; called when first needed.
        width: Pixels at 100 %; more where the header needs it.
        paint: How its cells are painted.
        group: Header of the upper tier; neighbours with the same one stand under it together.
        right: Whether text and header stand at the right.
        tone: What a cell has to say beside its text.
        share: Of a bar: the filled part in thousandths, -1 for no bar; of a deviation: how far to
            the right of the middle, -1000 to 1000.
        place: Of a bar: place of the dimension that colours it; of a kategori, unused.
        kategori: Of a kategori: its place in the edition, -1 for none.
        spoken: What a screen reader says; None for the text.
        copied: What is copied; None for the text.
        value: What a spreadsheet is handed: thousandths of points, another number, or a text; None
            for what is copied.
        tip: What the header means in full.
        hint: What a cell means in full, empty for nothing to add.
        whole: Whether its text is never cut.
        fixed: Whether it is always shown and keeps its width.
        spare: Whether it is shown of itself only where there is room; the lower, the earlier.
        extra: Whether it is shown only where somebody asked for it.
        most: How wide it may grow by itself into room that is left; 0 for not at all.
        indent: How many pixels further in a record's text begins; None for none.
    """

    key: str
    title: str
    text: Callable[[int], str]
    order: Callable[[], NDArray[Any]]
    width: int
    paint: Paint = Paint.TEXT
    group: str = ""
    right: bool = False
    tone: Callable[[int], Tone] = plain
    share: Callable[[int], int] | None = None
    place: int = 0
    kategori: Callable[[int], int] | None = None
    spoken: Callable[[int], str] | None = None
    copied: Callable[[int], str] | None = None
    value: Callable[[int], str | int | Decimal] | None = None
    tip: str = ""
    hint: Callable[[int], str] | None = None
    whole: bool = False
    fixed: bool = False
    spare: int = 0
    extra: bool = False
    most: int = 0
    indent: Callable[[int], int] | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Records:
    """What a table shows.

    Attributes:
        id: int64[n], what a record is called outside of the table.
        columns: Its columns.
        tie: Makes the numbers that order records which a column holds for equal.
        typed: What typing letters goes to: the text of a record, casefolded.
        under: int64[n], the record each is a part of, itself where it is whole; None: no parts.
            However the table is sorted, parts stand below what they are parts of.
    """

    id: Int64
    columns: tuple[Column, ...]
    tie: Callable[[], NDArray[Any]]
    typed: Callable[[int], str]
    under: Int64 | None = None


class RecordTable(QAbstractTableModel):
    """Shows some of the records, in some order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.sorting: Sorting = ()
        self._records: Records | None = None
        self._order = np.zeros(0, np.int64)
        self._wanted: Bool = np.zeros(0, np.bool_)
        self._rows = np.zeros(0, np.int64)

    @property
    def sorted_by(self) -> str:
        """Key of the column it is sorted by first, empty for none."""
        return self.sorting[0][0] if self.sorting else ""

    @property
    def falling(self) -> bool:
        """Whether that column falls."""
        return bool(self.sorting) and self.sorting[0][1]

    # What it shows --------------------------------------------------------------------------------

    def show_records(self, records: Records, wanted: Bool) -> None:
        """Show other records, sorted as before where the column is still there.

        Args:
            records: The records.
            wanted: bool[n], which of them.
        """
        self.beginResetModel()
        self._records = records
        self.columns = records.columns
        self._wanted = wanted
        self._arrange()
        self.endResetModel()

    def filter_records(self, wanted: Bool) -> None:
        """Show others of the same records: bool[n]."""
        self.beginResetModel()
        self._wanted = wanted
        self._rows = self._order[wanted[self._order]]
        self.endResetModel()

    def sort_by(self, key: str, *, falling: bool = False) -> None:
        """Sort by a column; equal ones by what they are called."""
        self.sort_keys(((key, falling),))

    def sort_keys(self, sorting: Sorting) -> None:
        """Sort by columns; whatever points at a record points at the same one afterwards."""
        if sorting == self.sorting:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = np.fromiter((index.row() for index in before), np.int64, len(before))
        records = self._rows[rows]
        self.sorting = sorting
        self._arrange()
        row_of = np.full(len(self._order), -1, np.int64)
        row_of[self._rows] = np.arange(len(self._rows))
        after = [
            self.index(row, index.column())
            for row, index in zip(row_of[records].tolist(), before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the place of a column, as views ask for it."""
        if 0 <= column < len(self.columns):
            self.sort_by(self.columns[column].key, falling=order == Qt.SortOrder.DescendingOrder)

    def _arrange(self) -> None:
        records = self._records
        if records is None:
            return
        orders = {one.key: one.order for one in self.columns}
        keys = [
            -orders[key]() if falling else orders[key]()
            for key, falling in self.sorting
            if key in orders
        ]
        # The last one is what lexsort sorts by first.
        self._order = np.lexsort((records.tie(), *reversed(keys))).astype(np.int64)
        if records.under is not None:
            self._order = _nested(self._order, records.under)
        self._rows = self._order[self._wanted[self._order]]

    # Records and rows -----------------------------------------------------------------------------

    def record(self, row: int) -> int:
        """Return the index of the record a row shows."""
        return int(self._rows[row])

    def records_of(self, rows: Int64) -> Int64:
        """Return the indices of the records that rows show."""
        return self._rows[rows]

    def id_of(self, row: int) -> int:
        """Return the id of the record a row shows; `NOBODY` where there is no such row."""
        if self._records is None or not 0 <= row < len(self._rows):
            return NOBODY
        return int(self._records.id[self._rows[row]])

    def ids_of(self, rows: Int64) -> Int64:
        """Return the ids of the records that rows show."""
        if self._records is None:
            return np.zeros(0, np.int64)
        return self._records.id[self._rows[rows]]

    def rows_of(self, ids: Int64) -> Int64:
        """Return the rows that show records, rising; who is not shown is left out."""
        if self._records is None or len(ids) == 0:
            return np.zeros(0, np.int64)
        shown = self._records.id[self._rows]
        found = shown == ids[0] if len(ids) == 1 else np.isin(shown, ids)
        return np.flatnonzero(found)

    def typed_row(self, start: int, letters: str) -> int:
        """Return the next row from `start` on whose name begins with letters; -1 for none."""
        count = len(self._rows)
        if self._records is None or not count:
            return -1
        typed, wanted = self._records.typed, letters.casefold()
        turn = np.roll(self._rows, -start).tolist()
        step = next((k for k, record in enumerate(turn) if typed(record).startswith(wanted)), -1)
        return -1 if step < 0 else (start + step) % count

    # What views ask -------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many columns there are, hidden ones included."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says to the eye, to a screen reader, and of itself in full."""
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], int(self._rows[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(record)
            case Qt.ItemDataRole.AccessibleTextRole:
                return (column.spoken or column.text)(record)
            case Qt.ItemDataRole.AccessibleDescriptionRole | Qt.ItemDataRole.ToolTipRole:
                return column.hint(record) if column.hint is not None else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(column)
            case _:
                return None

    def headerData(  # noqa: N802
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what a column is called."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return column_name(column)
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(column)
            case _:
                return None

    def _alignment(self, column: Column) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


def sorted_also(sorting: Sorting, key: str) -> Sorting:
    """Return a sorting by one more column; by one that is there, the other way round."""
    if any(known == key for known, _ in sorting):
        return tuple((known, falling != (known == key)) for known, falling in sorting)
    return (*sorting, (key, False))


def _nested(order: Int64, under: Int64) -> Int64:
    """Return an order in which parts follow what they are parts of, else as before."""
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    part = under != np.arange(len(under))
    return np.lexsort((place, part, place[under])).astype(np.int64)


def column_name(column: Column) -> str:
    """Return what a column is called by itself, without its header beside it."""
    if not column.title:
        return column.tip
    return f"{column.group}: {column.title}" if column.group else column.title
