"""`SheetRows`: rows of a spreadsheet as the file has them, for a table view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ipasn_core.workflow.import_rows import SheetRow

_Index = QModelIndex | QPersistentModelIndex


class SheetRows(QAbstractTableModel):
    """Cells as text, letters above, row numbers at the left."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[SheetRow] = ()
        self.letters: Sequence[str] = ()
        self.heads: Sequence[str] = ()

    def show_rows(
        self, rows: Sequence[SheetRow], letters: Sequence[str], heads: Sequence[str]
    ) -> None:
        """Show other rows; letters and heads are one a column."""
        self.beginResetModel()
        self.rows, self.letters, self.heads = rows, letters, heads
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count the columns of the sheet."""
        return 0 if parent.isValid() else len(self.letters)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, or how it stands."""
        if not index.isValid():
            return None
        cell = self.rows[index.row()].sel[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.teks
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if cell.kanan else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(  # noqa: N802
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return letter and head of a column, or the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self.rows[section].baris) if section < len(self.rows) else None
        if section >= len(self.letters):
            return None
        return " ".join(filter(None, (self.letters[section], self.heads[section])))
