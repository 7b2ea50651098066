"""`RecapTable`: groups with the row of everybody fixed at the foot, whole rows only."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QScrollBar, QWidget

from .. import theme as t
from ..models.recap_columns import KELOMPOK
from ..models.record_table import Records, column_name
from ..settings import WindowSettings
from ..theme import Theme
from .column_layout import ColumnLayout
from .recap_rows import RecapRows

_TOTAL = 32
_RULE = 1


class RecapTable(QWidget):
    """Rows of groups above the row of everybody, scrolled sideways together.

    Args:
        theme: Tokens.
        settings: Where widths, columns and sorting are remembered.
        name: Under which name.

    Attributes:
        opened: A group was opened: (record, key of the column); -1 for everybody.
    """

    opened = Signal(int, str)

    def __init__(self, theme: Theme, settings: WindowSettings, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.rows = RecapRows(theme, "Rekapitulasi")
        self.total = RecapRows(theme, "Seluruhnya", forgets=True)
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        for part in (self.rows, self.total):
            part.setParent(self)
        self.total.horizontalHeader().hide()
        self.total.verticalHeader().setDefaultSectionSize(_TOTAL)
        self.total.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.rows.records.sort_by(KELOMPOK)
        self.columns = ColumnLayout(self.rows, self.rows.records, settings, name)
        header = self.rows.head
        header.sectionResized.connect(lambda at, _, width: self._widen(at, width))
        header.sectionClicked.connect(self._sort_section)
        header.menu_wanted.connect(lambda at, place: self.column_menu(at).popup(place))
        self.rows.opened.connect(self.opened)
        self.total.opened.connect(lambda _, key: self.opened.emit(-1, key))
        self._bar.valueChanged.connect(self._slide)
        self.rows.horizontalScrollBar().valueChanged.connect(self._bar.setValue)
        self.rows.horizontalScrollBar().rangeChanged.connect(lambda *_: self._reach())
        theme.changed.connect(self.update)

    def show_recap(self, records: Records, whole: Records) -> None:
        """Show other groups.

        Args:
            records: The groups.
            whole: The same columns for everybody together.
        """
        self.rows.records.show_records(records, np.ones(len(records.id), np.bool_))
        self.total.records.show_records(whole, np.ones(1, np.bool_))
        self.total.setRowHeight(0, _TOTAL)
        self.columns.place()
        self.rows.head.updateGeometry()
        self.place()
        self.rows.viewport().update()

    def sort(self, key: str, *, falling: bool) -> None:
        """Sort by the key of a column; who was selected stays so, what comes first is shown."""
        chosen, column = self.rows.chosen(), self.rows.currentIndex().column()
        self.rows.selectionModel().clear()
        self.rows.records.sort_by(key, falling=falling)
        for record in chosen[:1].tolist():
            self.rows.choose(record, max(column, 0))
        self.columns.remember()
        self.rows.head.viewport().update()
        self.rows.scrollToTop()

    def _sort_section(self, section: int) -> None:
        model = self.rows.records
        key = model.columns[section].key
        self.sort(key, falling=key == model.sorted_by and not model.falling)

    def column_menu(self, section: int) -> QMenu:
        """Return the menu of a column: sorting by it, and which columns are seen."""
        menu, columns = QMenu(self), self.rows.records.columns
        menu.aboutToHide.connect(menu.deleteLater)
        if 0 <= section < len(columns):
            key, name = columns[section].key, column_name(columns[section])
            for way, falling in (("naik", False), ("turun", True)):
                menu.addAction(f"Urutkan {way} menurut {name}").triggered.connect(
                    lambda _=False, key=key, falling=falling: self.sort(key, falling=falling)
                )
            menu.addSeparator()
        for one in columns:
            if not one.fixed:
                action = menu.addAction(column_name(one))
                action.setCheckable(True)
                action.setChecked(self.columns.is_shown(one.key))
                action.toggled.connect(lambda on, key=one.key: self._show_column(key, shown=on))
        return menu

    def _show_column(self, key: str, *, shown: bool) -> None:
        self.columns.show_column(key, shown=shown)
        self.rows.head.updateGeometry()
        self.place()

    # Geometry -------------------------------------------------------------------------------------

    def place(self) -> None:
        """Give the groups as many whole rows as there is room for, and everybody the foot."""
        width, head = self.width(), self.rows.head_height()
        self.rows.resize(width, self.rows.height())
        self.columns.place()
        wide = self.rows.head.length() > width - self._gutter()
        bar = self._bar.sizeHint().height() if wide else 0
        room = max((self.height() - head - _RULE - _TOTAL - bar) // t.ROW, 1)
        count = self.rows.records.rowCount()
        high = head + min(room, count) * t.ROW
        self.rows.setGeometry(0, 0, width, high)
        right = width - (self._gutter() if count > room else 0)
        self.total.setGeometry(0, high + _RULE, right, _TOTAL)
        self._bar.setGeometry(0, high + _RULE + _TOTAL, right, bar)
        self._bar.setVisible(wide)
        for at in range(self.rows.records.columnCount()):
            self._widen(at, self.rows.head.sectionSize(at))
        self._reach()
        self.update()

    def _gutter(self) -> int:
        return self.rows.verticalScrollBar().sizeHint().width()

    def _widen(self, section: int, width: int) -> None:
        if section >= self.total.records.columnCount():
            return
        hidden = self.rows.isColumnHidden(section)
        self.total.setColumnHidden(section, hidden)
        if not hidden:
            self.total.setColumnWidth(section, width)

    def _reach(self) -> None:
        """Let the bar below reach as far as the columns do."""
        own = self.rows.horizontalScrollBar()
        self._bar.setRange(own.minimum(), own.maximum())
        self._bar.setPageStep(own.pageStep())
        self._bar.setSingleStep(own.singleStep())
        self._slide(self._bar.value())

    def _slide(self, value: int) -> None:
        for part in (self.rows, self.total):
            part.horizontalScrollBar().setValue(value)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place the parts in the room there is now."""
        super().resizeEvent(event)
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rule above everybody."""
        painter = QPainter(self)
        top = self.rows.geometry().bottom() + 1
        painter.fillRect(0, top, self.width(), _RULE, QColor(self._theme.tokens.line2))
        painter.end()
