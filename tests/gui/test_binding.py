"""What we count on in the binding to Qt, tried on planted cases."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

_Index = QModelIndex | QPersistentModelIndex


class _Table(QAbstractTableModel):
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 50

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 10

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return "x" if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_from_qt_give_no_reference_to_none_away(qtbot: QtBot) -> None:
    # PySide6 6.12.0 loses about fifty a picture of a table; at zero the interpreter aborts.
    view = QTableView()
    qtbot.addWidget(view)
    model = _Table()
    view.setModel(model)
    view.setItemDelegate(_Delegate(view))
    view.show()
    view.grab()
    before = sys.getrefcount(None)
    for row in range(20):
        view.selectRow(row)
        view.grab()
    assert sys.getrefcount(None) - before > -100
