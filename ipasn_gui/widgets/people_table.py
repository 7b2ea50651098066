"""`PeopleTable`: a table of people that keeps to persons, whatever happens to its rows."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
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
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from .. import theme as t
from ..models.identity_columns import NAMA
from ..models.record_table import Paint, Records, RecordTable, Sorting, sorted_also
from ..settings import WindowSettings
from ..theme import Theme
from .cells import Cells
from .column_layout import ColumnLayout
from .table_header import TableHeader

_ACCENT = 3
_BY_KEYS = frozenset(
    (
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    )
)
_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class PeopleTable(QTableView):
    """A table of people.

    Args:
        theme: Tokens.
        settings: Where widths, columns and the sorting are remembered.
        name: Under which name.

    Attributes:
        person_chosen: Another person is the current one: (id).
        opened: The current person shall be opened: by Enter or a double click.
        copy_wanted: What is selected shall be copied.
        menu_wanted: A context menu shall be shown: (place on the screen).
        column_menu_wanted: The menu of a column shall be shown: (column, place on the screen).
    """

    person_chosen = Signal(int)
    opened = Signal()
    copy_wanted = Signal()
    menu_wanted = Signal(object)
    column_menu_wanted = Signal(object, object)

    def __init__(self, theme: Theme, settings: WindowSettings, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.records = RecordTable(self)
        self.records.sort_by(NAMA)
        self._cells = Cells(theme, self)
        self._header = TableHeader(theme, self)
        self._cover: QWidget | None = None
        self._restoring = False
        self._typed, self._typed_at = "", 0.0
        self._left_at = 0
        self.setModel(self.records)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self._cells)
        self._behave()
        self.layout_of_columns = ColumnLayout(self, self.records, settings, name)
        self._header.sectionClicked.connect(self.sort_section)
        self._header.menu_wanted.connect(self._ask_column_menu)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        theme.changed.connect(self._repaint)

    def _behave(self) -> None:
        self.setAccessibleName("Daftar pegawai")
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
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(t.ROW)
        rows.setDefaultSectionSize(t.ROW)
        rows.hide()
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def _repaint(self) -> None:
        self._header.viewport().update()
        self.viewport().update()

    # What it shows --------------------------------------------------------------------------------

    def show_people(self, records: Records, wanted: NDArray[np.bool_], person: int) -> None:
        """Show other records, e.g. of another state of the year; who was selected stays so.

        Args:
            records: The records.
            wanted: bool[n], which of them.
            person: Whose row is the current one, where it is shown.
        """
        top, here = self.verticalScrollBar().value(), self.currentIndex().row()
        chosen, column = self.chosen(), self._column_key()
        self._restoring = True
        self.records.show_records(records, wanted)
        self.layout_of_columns.place()
        self._header.updateGeometry()
        self.updateGeometries()
        self._restore(chosen, person, column)
        self._remember_place(here)
        self.verticalScrollBar().setValue(top)

    def filter_people(self, wanted: NDArray[np.bool_], person: int) -> None:
        """Show others of the same records: bool[n]."""
        chosen, column, here = self.chosen(), self._column_key(), self.currentIndex().row()
        self._restoring = True
        self.records.filter_records(wanted)
        self.updateGeometries()
        self._restore(chosen, person, column)
        self._remember_place(here)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()

    def sort_section(self, section: int) -> None:
        """Sort by a column; again: the other way round; with Shift after those there are."""
        key = self.records.columns[section].key
        if self._header.also:
            self.sort_keys(sorted_also(self.records.sorting, key))
        else:
            again = self.records.sorting == ((key, False),)
            self.sort_people(key, falling=again)

    def sort_people(self, key: str, *, falling: bool) -> None:
        """Sort by the key of a column, and show who comes first then."""
        self.sort_keys(((key, falling),))

    def sort_keys(self, sorting: Sorting) -> None:
        """Sort by the keys of columns, and show who comes first then."""
        chosen, column, person = self.chosen(), self._column_key(), self.person()
        self._restoring = True
        # The model moves whatever points into it, cell by cell; for a selection of thousands of
        # rows that takes seconds, and going by ids does not.
        self.selectionModel().clear()
        self.records.sort_keys(sorting)
        self._restore(chosen, person, column)
        self.layout_of_columns.remember()
        self._header.viewport().update()
        self.scrollToTop()

    # Persons --------------------------------------------------------------------------------------

    def chosen(self) -> NDArray[np.int64]:
        """Return the ids of who is selected, in the order of the rows."""
        selection = self.selectionModel().selection()
        chosen = np.zeros(self.records.rowCount(), np.bool_)
        for one in (selection.at(k) for k in range(selection.count())):
            chosen[one.top() : one.bottom() + 1] = True
        return self.records.ids_of(np.flatnonzero(chosen))

    def person(self) -> int:
        """Return the id of the current person, `NOBODY` where there is none."""
        return self.records.id_of(self.currentIndex().row())

    def choose(self, person: int) -> None:
        """Make a person the current one and select them alone; nobody where not shown."""
        rows = self.records.rows_of(np.array([person], np.int64))
        chosen = len(rows) > 0 and self.selectionModel().isRowSelected(int(rows[0]))
        if chosen and person == self.person():
            return
        self._restoring = True
        if len(rows):
            index = self.records.index(int(rows[0]), self._column())
            self.selectionModel().setCurrentIndex(index, _SELECT)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._restoring = False

    def step(self, step: int) -> None:
        """Go to the next or previous person; from one who went, to who stands there now."""
        here, last = self.currentIndex().row(), self.records.rowCount() - 1
        row = min(self._left_at, last) if here < 0 else here + step
        if 0 <= row < self.records.rowCount():
            self._go(row)

    def _remember_place(self, before: int) -> None:
        """Note where the current person stood, where they are listed no more."""
        if self.currentIndex().isValid():
            self._left_at = 0
        elif before >= 0:
            self._left_at = before

    def _go(self, row: int) -> None:
        """Make a row the current one and select it alone, whatever keys are held."""
        index = self.records.index(row, self._column())
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)

    def _column(self, key: str = "") -> int:
        """Return a column that can be current: a wished one, that of now, else the name."""
        columns = self.records.columns
        now = self.currentIndex().column()
        wished = next((k for k, one in enumerate(columns) if one.key == key), now)
        if self._can_be_current(wished):
            return wished
        return next(k for k, one in enumerate(columns) if one.key == NAMA)

    def _can_be_current(self, column: int) -> bool:
        """Tell whether the keyboard may stand on a column: one that is seen, not the mark."""
        if column < 0 or self.isColumnHidden(column):
            return False
        return self.records.columns[column].paint is not Paint.MARK

    def _column_key(self) -> str:
        """Return the key of the current column, empty where there is none."""
        at, columns = self.currentIndex().column(), self.records.columns
        return columns[at].key if at >= 0 else ""

    def _restore(self, chosen: NDArray[np.int64], person: int, column: str) -> None:
        """Select who was selected, and make the person current again, by id.

        Args:
            chosen: int64[k], ids of who was selected.
            person: Whose row was the current one.
            column: Key of the column that was.
        """
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        last = self.records.columnCount() - 1
        rows = self.records.rows_of(chosen)
        selection = QItemSelection()
        for run in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1):
            if len(run):
                first = self.records.index(int(run[0]), 0)
                selection.select(first, self.records.index(int(run[-1]), last))
        own = self.records.rows_of(np.array([person], np.int64))
        if len(own):
            index = self.records.index(int(own[0]), self._column(column))
            model.setCurrentIndex(index, flag.NoUpdate if len(rows) else _SELECT)
        if len(rows):
            model.select(selection, flag.ClearAndSelect)
        self._restoring = False

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._restoring and now.isValid():
            self.person_chosen.emit(self.records.id_of(now.row()))

    def _ask_column_menu(self, section: int, place: QPoint) -> None:
        if section >= 0:
            self.column_menu_wanted.emit(self.records.columns[section], place)

    # Keys and mouse -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the keys of copying and of selecting all from the menu's commands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
            if any(event.matches(key) for key in own):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens, Ctrl+C copies; all else as tables do."""
        self._frame(on=True)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last person, whatever the column."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self.records.rowCount() - 1,
        }
        if action in ends:
            return self.records.index(ends[action], self._column())
        to = super().moveCursor(action, modifiers)
        # The mark speaks through the name beside it.
        return to if self._can_be_current(to.column()) else self.currentIndex()

    def keyboardSearch(self, letters: str) -> None:  # noqa: N802
        """Go to the next person whose name begins with what is typed."""
        now = time.monotonic()
        fresh = now - self._typed_at > QApplication.keyboardInputInterval() / 1000
        self._typed, self._typed_at = letters if fresh else self._typed + letters, now
        here = max(self.currentIndex().row(), 0)
        start = here + 1 if len(self._typed) == 1 else here
        row = self.records.typed_row(start % max(self.records.rowCount(), 1), self._typed)
        if row >= 0:
            self._go(row)

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
        """Come in by the keyboard on somebody, with a frame."""
        self._frame(on=event.reason() in _BY_KEYS)
        super().focusInEvent(event)
        # The view makes its first cell current without selecting it.
        here = self.currentIndex()
        if here.isValid() and not self.selectionModel().hasSelection():
            self._go(here.row())
        elif here.isValid() and not self._can_be_current(here.column()):
            again = self.records.index(here.row(), self._column())
            self.selectionModel().setCurrentIndex(again, _KEEP)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Keep the bar of what is selected at the edge, and the tint under the mouse."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
        if self._cells.hovered >= 0:
            self._hover(self.rowAt(self.viewport().mapFromGlobal(QCursor.pos()).y()))

    def _frame(self, *, on: bool) -> None:
        if on != self._cells.framed:
            self._cells.framed = on
            self.viewport().update()

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered:
            self._cells.hovered = row
            self.viewport().update()

    # Painting -------------------------------------------------------------------------------------

    def cell_tip(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the tooltip of a cell as wide as it is now."""
        return self._cells.tip(self.visualRect(index), index)

    def set_cover(self, cover: QWidget | None) -> None:
        """Let something stand where the rows are: why there are none; None to take it away."""
        if self._cover is not None and self._cover is not cover:
            self._cover.hide()
        self._cover = cover
        if cover is not None:
            cover.setParent(self)
            cover.setGeometry(self.viewport().geometry())
            cover.show()
            cover.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place the columns in the room there is now."""
        super().resizeEvent(event)
        self.layout_of_columns.place()
        if self._cover is not None:
            self._cover.setGeometry(self.viewport().geometry())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the cells, then to the right of them, then the bar of what is selected."""
        super().paintEvent(event)
        painter, k = QPainter(self.viewport()), self._theme.tokens
        end, width = self._header.length() - self._header.offset(), self.viewport().width()
        row = self.rowAt(0)
        model = self.selectionModel()
        while 0 <= row < self.records.rowCount():
            top = self.rowViewportPosition(row)
            if top > self.viewport().height():
                break
            selected = model.isRowSelected(row)
            if end < width:
                if selected or row == self._cells.hovered:
                    token = k.sel if selected else k.hover
                    painter.fillRect(end, top, width - end, t.ROW, QColor(token))
                painter.fillRect(end, top + t.ROW - 1, width - end, 1, QColor(k.line))
            if selected:
                painter.fillRect(0, top, _ACCENT, t.ROW - 1, QColor(k.accent))
            row += 1
        painter.end()
