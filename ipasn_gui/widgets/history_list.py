"""`HistoryList`: the journal by days; each line with its sign, what was done, when, by whom."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ipasn_core.formatting import format_date
from ipasn_core.storage.undo import REDO, UNDO
from ipasn_core.workflow.history import DIURUNGKAN, Line
from ipasn_core.workflow.journal_words import brief

from .. import theme as t
from ..models.history_rows import ROLE_ROW, HistoryFilter, HistoryRows, below_words
from ..theme import Theme

_ICON, _PAD, _TEXT = 20, 12, 44
_LINE_TOP, _LINE = 5, 17
_AT_ONCE = 500
_Index = QModelIndex | QPersistentModelIndex

SIGNS = {
    "impor": "arrow_import",
    "catatan-tambah": "add_circle",
    "catatan-ubah": "edit",
    "catatan-hapus": "delete",
    "pernyataan": "edit",
    "keadaan": "edit",
    "pegawai": "people",
    "nip": "people",
    "satukan": "people",
    "keluarkan": "subtract_circle",
    "abaikan": "checkmark_circle",
    "tampilkan": "document_search",
    "atur": "settings",
    "pemetaan": "column_triple",
    "tahun": "add_circle",
    "aturan": "book_open",
    "telaah": "checkmark_circle",
    "sahkan": "signature",
    "buka-kembali": "lock_closed",
    "urungkan": "arrow_undo",
    "ulangi": "arrow_redo",
    "buat": "document",
    "migrasi": "save",
}
"""Kind of entry → icon."""

_OTHER = "edit"


class HistoryDelegate(QStyledItemDelegate):
    """Paints a day, or a line."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """Two lines; a day takes the same, or every row of ten thousand would be measured."""
        return QSize(_TEXT, t.ROW_TWO_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row = index.data(ROLE_ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Line):
            self._paint_ground(painter, option, area, index)
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_line(painter, area, row, chosen=chosen)
        elif isinstance(row, datetime.date):
            painter.setFont(self._theme.font(t.CAPTION, 600))
            painter.setPen(self._theme.color("ink2"))
            room = area.adjusted(_PAD, 0, -_PAD, -6)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), format_date(row))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: _Index
    ) -> None:
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = self._view.hasFocus() and self._view.currentIndex() == index
        keyboard = self._view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if not (chosen or over or focused):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if focused and keyboard:
            painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.setBrush(self._theme.color("sel" if chosen else "hover" if over else "surface"))
        inside = QRectF(area).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, t.RADIUS_BUTTON, t.RADIUS_BUTTON)

    def _paint_line(self, painter: QPainter, area: QRect, line: Line, *, chosen: bool) -> None:
        k = self._theme.tokens
        undone = line.keadaan == DIURUNGKAN
        quiet = undone or line.entri.perbuatan in (UNDO, REDO)
        ink = ("ink2" if chosen or not undone else "ink3") if quiet else "ink"
        sign = QRectF(area.left() + _PAD, area.top() + (area.height() - _ICON) / 2, _ICON, _ICON)
        name = SIGNS.get(line.entri.perbuatan, _OTHER)
        self._theme.icons.paint(painter, sign, name, k.ink3 if undone else k.ink2, _ICON)
        room = area.adjusted(_TEXT, 0, -_PAD, 0)
        texts = (
            (brief(line.kalimat), t.BODY, 400 if quiet else 500, ink),
            (below_words(line), t.CAPTION, 400, "ink2"),
        )
        top = room.top() + _LINE_TOP
        for text, size, weight, token in texts:
            painter.setFont(self._theme.font(size, weight))
            painter.setPen(self._theme.color(token))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            place = QRect(room.left(), top, room.width(), _LINE)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), cut)
            top += _LINE


class _View(QListView):
    """A list whose keys pass over the days."""

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go on to a line where the way leads to a day; the first day has one below it."""
        found = super().moveCursor(action, modifiers)
        if action == QAbstractItemView.CursorAction.MoveHome:
            found = self.model().index(0, 0)
        if found.isValid() and isinstance(found.data(ROLE_ROW), datetime.date):
            found = self.model().index(found.row() + 1, 0)
        return found


class HistoryList(QWidget):
    """The lines, virtual.

    Attributes:
        chosen: Another line is looked at: its `Line`, or None for none.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = HistoryRows(self)
        self.view = _View()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(HistoryDelegate(theme, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Riwayat")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        theme.changed.connect(self.view.viewport().update)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.setFocusProxy(self.view)
        self._preparing = QTimer(self)
        self._preparing.setInterval(0)
        self._preparing.timeout.connect(self._prepare)

    def show_lines(self, lines: Sequence[Line], wanted: HistoryFilter, nomor: int) -> None:
        """List lines that are wanted, and look at one by its number, else at the first."""
        self.rows.set_filter(wanted)
        self.rows.set_lines(lines)
        self.choose(nomor)
        self._preparing.start()

    def _prepare(self) -> None:
        """Make the search ready a little at a time, so that the first letter is not slow."""
        if self.rows.prepare_search(_AT_ONCE):
            self._preparing.stop()

    def filter(self, wanted: HistoryFilter) -> None:
        """List only what is wanted; what was looked at stays so where it is in sight."""
        before = self.current()
        self.rows.set_filter(wanted)
        self.choose(0 if before is None else before.entri.id)

    def choose(self, nomor: int) -> None:
        """Look at an entry by its number, else at the first in sight."""
        row = self.rows.row_of(nomor)
        if row < 0:
            row = 1 if self.rows.rowCount() > 1 else -1
        if row < 0:
            self.chosen.emit(None)
            return
        index = self.rows.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(self.rows.index(0) if row == 1 else index)
        self._tell()

    def current(self) -> Line | None:
        """Return the line that is looked at."""
        index = self.view.currentIndex()
        row = self.rows.row_at(index.row()) if index.isValid() else None
        return row if isinstance(row, Line) else None

    def selected(self) -> list[Line]:
        """Return the lines that are selected, in the order they are seen."""
        rows = sorted(one.row() for one in self.view.selectedIndexes())
        found = [self.rows.row_at(row) for row in rows]
        return [one for one in found if isinstance(one, Line)]

    def _tell(self) -> None:
        self.chosen.emit(self.current())
