"""The same values as a table: what a chart shows, for who would rather read it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ipasn_core.reports.chart_values import BarisGrafik, Grafik

from .. import theme as t
from ..theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_VERTICAL = Qt.AlignmentFlag.AlignVCenter


class ChartModel(QAbstractTableModel):
    """Rows of a chart, cell by cell as printed."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: tuple[str, ...] = ()
        self.rows: tuple[BarisGrafik, ...] = ()

    def show_chart(self, grafik: Grafik, rows: tuple[BarisGrafik, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.heads, self.rows = grafik.kepala, rows
        self.endResetModel()

    def widest(self) -> int:
        """Return the place of the column of names, the only one that is no number."""
        numbers = [all(_is_number(row.sel[k]) for row in self.rows) for k in range(len(self.heads))]
        return numbers.index(False) if False in numbers else 0

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell as printed, numbers at the right."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].sel[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.rows[index.row()].kalimat
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column, aligned as the column."""
        if orientation == Qt.Orientation.Vertical or section >= len(self.heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        left = column == self.widest()
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        return side | _VERTICAL


def _is_number(text: str) -> bool:
    return not any(sign.isalpha() for sign in text)


class ChartTable(QTableView):
    """A small table of a chart.

    Attributes:
        row_chosen: A row was double clicked, or Enter pressed on it: (BarisGrafik).
    """

    row_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.records = ChartModel()
        self.setModel(self.records)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(t.ROW)
        self.verticalHeader().hide()
        self.horizontalHeader().setFixedHeight(t.HEADER)
        self.horizontalHeader().setHighlightSections(False)
        theme.changed.connect(self._tint)
        self._tint()
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def _tint(self) -> None:
        k = self._theme.tokens
        self.setStyleSheet(
            f"QTableView::item {{ padding: 0 3px; border-bottom: 1px solid {k.line}; }}"
            f"QTableView::item:selected {{ background: {k.sel}; color: {k.ink}; }}"
            f"QHeaderView::section {{ padding: 0 8px; border-bottom: 1px solid {k.line}; }}"
        )

    def show_chart(self, grafik: Grafik, rows: tuple[BarisGrafik, ...]) -> None:
        """Show a chart's rows."""
        self.setAccessibleName(f"{grafik.judul}, tabel")
        self.records.show_chart(grafik, rows)
        header = self.horizontalHeader()
        for column in range(self.records.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        if self.records.columnCount():
            header.setSectionResizeMode(self.records.widest(), QHeaderView.ResizeMode.Stretch)

    def height_of_all(self) -> int:
        """Return the height at which nothing has to be scrolled."""
        return t.HEADER + t.ROW * self.records.rowCount() + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self.records.rows) and len(self.records.rows[at].orang):
            self.row_chosen.emit(self.records.rows[at])
