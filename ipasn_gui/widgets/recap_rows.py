"""`RecapRows`: rows of groups; a row is opened, copied, and found by typing its name."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from .. import theme as t
from ..models.record_table import RecordTable
from ..theme import Theme
from .cells import Cells
from .table_header import TableHeader

_ACCENT = 3
_BY_KEYS = frozenset(
    (
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    )
)
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RecapRows(QTableView):
    """A table of groups; scrolled by what holds it.

    Args:
        theme: Tokens.
        words: Accessible name.
        forgets: Whether nothing stays selected once the keyboard has left.

    Attributes:
        head: Its header.
        opened: A cell was double clicked, or Enter pressed on it: (record, key of the column).
        copy_wanted: Rows shall be copied.
        menu_wanted: A context menu shall be shown: (place on the screen).
    """

    opened = Signal(int, str)
    copy_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, words: str, *, forgets: bool = False) -> None:
        super().__init__()
        self._forgets = forgets
        self._theme = theme
        self.records = RecordTable(self)
        self.cells = Cells(theme, self)
        self.head = TableHeader(theme, self)
        self.head.setSectionsMovable(False)  # heads of two tiers belong together
        self._typed, self._typed_at = "", 0.0
        self.setModel(self.records)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(words)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(t.ROW)
        rows.setDefaultSectionSize(t.ROW)
        rows.hide()
        self.doubleClicked.connect(self.open)
        theme.changed.connect(self._repaint)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As little as what holds it gives."""
        return QSize(0, 0)

    def head_height(self) -> int:
        """Return the height of the header, 0 where there is none."""
        return 0 if self.head.isHidden() else self.head.sizeHint().height()

    def chosen(self) -> NDArray[np.int64]:
        """Return the records that are selected, in the order of the rows."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return np.array([self.records.record(row) for row in rows], np.int64)

    def choose(self, record: int, column: int = 0, *, keep: bool = False) -> None:
        """Make a record the current one and select it alone.

        Args:
            record: The record; none where it is not shown.
            column: Place of the column.
            keep: Whether the table stays where it is scrolled to.
        """
        rows = self.records.rows_of(np.array([record + 1], np.int64))
        if len(rows):
            top = self.verticalScrollBar().value()
            self._go(int(rows[0]), column)
            if keep:
                self.verticalScrollBar().setValue(top)

    def _go(self, row: int, column: int) -> None:
        index = self.records.index(row, column)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)

    def open(self, index: QModelIndex) -> None:
        """Ask for what is behind a cell."""
        if index.isValid():
            key = self.records.columns[index.column()].key
            self.opened.emit(self.records.record(index.row()), key)

    def _repaint(self) -> None:
        self.head.viewport().update()
        self.viewport().update()

    # Keys and mouse -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens, Ctrl+C copies; all else as tables do."""
        self._frame(on=True)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last row, whatever the column."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.records.rowCount() - 1,
        }
        if action in ends:
            return self.records.index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, letters: str) -> None:  # noqa: N802
        """Go to the next group whose name begins with what is typed."""
        now = time.monotonic()
        fresh = now - self._typed_at > QApplication.keyboardInputInterval() / 1000
        self._typed, self._typed_at = letters if fresh else self._typed + letters, now
        here = max(self.currentIndex().row(), 0)
        start = here + 1 if len(self._typed) == 1 else here
        row = self.records.typed_row(start % max(self.records.rowCount(), 1), self._typed)
        if row >= 0:
            self._go(row, max(self.currentIndex().column(), 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu at the mouse, or at the current cell."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            cell = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(cell.bottomLeft()))
        else:
            self.menu_wanted.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The mouse needs no frame to say where it is."""
        self._frame(on=False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tint the row under the mouse."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Tint no row."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Come in by the keyboard on a row, with a frame."""
        self._frame(on=event.reason() in _BY_KEYS)
        super().focusInEvent(event)
        # The view makes its first cell current without selecting it.
        if not self.selectionModel().hasSelection() and self.records.rowCount():
            self._go(max(self.currentIndex().row(), 0), max(self.currentIndex().column(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Select nothing any more, where that would only mislead."""
        super().focusOutEvent(event)
        if self._forgets and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.clearSelection()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Keep the bar of what is selected at the edge, and the tint under the mouse."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
        if self.cells.hovered >= 0:
            self._hover(self.rowAt(self.viewport().mapFromGlobal(QCursor.pos()).y()))

    def _frame(self, *, on: bool) -> None:
        if on != self.cells.framed:
            self.cells.framed = on
            self.viewport().update()

    def _hover(self, row: int) -> None:
        if row != self.cells.hovered:
            self.cells.hovered = row
            self.viewport().update()

    # Painting -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the cells, then to the right of them, then the bar of what is selected."""
        super().paintEvent(event)
        painter, k = QPainter(self.viewport()), self._theme.tokens
        end, width = self.head.length() - self.head.offset(), self.viewport().width()
        row = self.rowAt(0)
        while 0 <= row < self.records.rowCount():
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            if top > self.viewport().height():
                break
            selected = self.selectionModel().isRowSelected(row)
            if end < width:
                if selected or row == self.cells.hovered:
                    token = k.sel if selected else k.hover
                    painter.fillRect(end, top, width - end, height, QColor(token))
                painter.fillRect(end, top + height - 1, width - end, 1, QColor(k.line))
            if selected:
                painter.fillRect(0, top, _ACCENT, height - 1, QColor(k.accent))
            row += 1
        painter.end()
