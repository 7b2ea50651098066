"""Who is new or the same in an import, and what changes of whom: plain tables to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ipasn_core.formatting import format_nip
from ipasn_core.workflow.import_changes import Change

from .. import theme as t
from ..models.text_rows import TextRows
from ..theme import Theme

_PAD = 8
Columns = Sequence[tuple[str, int, Callable[[Any], str]]]
"""Title, width, what the cell of a value says."""

EMPTY = "kosong"
"""What stands for a value that is not there; a record that is not there yet is a dash."""


def _nothing(change: Change) -> str:
    return "–" if change.catatan else EMPTY


WHO: Columns = (
    ("Nama", 280, lambda one: one.nama),
    ("NIP", 190, lambda one: format_nip(str(one.nip))),
    ("Perangkat daerah", 240, lambda one: one.opd),
)
CHANGES: Columns = (
    ("Nama", 190, lambda one: one.who.nama),
    ("NIP", 180, lambda one: format_nip(str(one.who.nip))),
    ("Yang berubah", 170, lambda one: one.sebutan),
    ("Semula", 160, lambda one: one.lama or _nothing(one)),
    ("Menjadi", 180, lambda one: one.baru or _nothing(one)),
)


class _Cells(QStyledItemDelegate):
    """Paints a text over a hairline."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        k = self._theme.tokens
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(k.sel))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(k.line))
        said = str(index.data())
        blank = said == EMPTY
        weight = 600 if blank else 500 if index.column() == 0 else 400
        painter.setFont(self._theme.font(t.BODY, weight))
        painter.setPen(QColor(k.warn if blank else k.ink))
        room = area.adjusted(_PAD, 0, -_PAD, 0)
        cut = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(said, cut, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


class TextTable(QTableView):
    """A table to read; virtual, whatever its length."""

    def __init__(self, theme: Theme, columns: Columns, name: str) -> None:
        super().__init__()
        self.rows = TextRows([(title, text) for title, _, text in columns], self)
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(theme, self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(t.ROW)
        header = self.horizontalHeader()
        header.setAccessibleName(f"Judul kolom, {name}")
        header.setFixedHeight(t.HEADER)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setStyleSheet(f"QHeaderView::section {{ padding-left: {_PAD}px; }}")
        for at, (_, width, _) in enumerate(columns):
            self.setColumnWidth(at, width)
        theme.changed.connect(self.viewport().update)
