"""`FindingList`: findings by kind, each kind with its remedy and count, opening to its cells."""

from __future__ import annotations

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
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ipasn_core.formatting import format_int
from ipasn_core.model.finding import Finding, Severity
from ipasn_core.workflow.finding_words import Group

from .. import theme as t
from ..models.finding_rows import ROLE_OPEN, ROLE_PLACE, ROLE_ROW, FindingRows, place_in
from ..theme import Theme
from .controls import Label

SIGN = {
    Severity.GALAT: ("error_circle", "err"),
    Severity.PERIKSA: ("warning", "warn"),
    Severity.INFO: ("info", "info"),
}
"""Severity → icon, told apart by its shape, and its token."""

_ICON, _PAD, _TEXT, _CHEVRON = 16, 12, 36, 24
_LINE_TOP, _LINE = 5, 17
_AT_ONCE = 1000
_RIGHT, _MIDDLE = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
_Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Paints a kind (sign, title, remedy, count, chevron) or one of its findings."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """Two lines, whatever the width."""
        return QSize(_TEXT, t.ROW_TWO_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row = index.data(ROLE_ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, area, index)
        if isinstance(row, Group):
            self._paint_group(painter, area, row, bool(index.data(ROLE_OPEN)))
        elif isinstance(row, Finding):
            room = area.adjusted(_TEXT, 0, -_PAD, 0)
            place = str(index.data(ROLE_PLACE))
            self._paint_texts(painter, room, row.pesan, place, 400, _MIDDLE)
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
        token = "sel" if chosen else "hover" if over else "surface"
        painter.setBrush(self._theme.color(token))
        inside = QRectF(area).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, t.RADIUS_BUTTON, t.RADIUS_BUTTON)

    def _paint_group(self, painter: QPainter, area: QRect, group: Group, opened: bool) -> None:
        tokens, icons = self._theme.tokens, self._theme.icons
        name, token = SIGN[group.tingkat]
        above = _LINE_TOP if group.perbaikan else (area.height() - _LINE) // 2
        top = area.top() + above + (_LINE - _ICON) / 2
        sign = QRectF(area.left() + _PAD, top, _ICON, _ICON)
        icons.paint(painter, sign, name, getattr(tokens, token), _ICON)
        middle = area.top() + (area.height() - _ICON) / 2
        chevron = QRectF(area.right() - _PAD - _ICON + 5, middle, _ICON, _ICON)
        direction = "chevron_down" if opened else "chevron_right"
        icons.paint(painter, chevron, direction, tokens.ink2, _ICON)
        painter.setFont(self._theme.font(t.BODY))
        painter.setPen(self._theme.color("ink"))
        count = format_int(len(group.findings))
        wide = painter.fontMetrics().horizontalAdvance(count)
        end = area.right() - _PAD - _CHEVRON
        place = QRect(end - wide, area.top(), wide + 1, area.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, count)
        room = area.adjusted(_TEXT, 0, 0, 0)
        room.setRight(end - wide - _PAD)
        self._paint_texts(painter, room, group.pesan, group.perbaikan, 500)

    def _paint_texts(
        self,
        painter: QPainter,
        room: QRect,
        first: str,
        second: str,
        weight: int,
        cut: Qt.TextElideMode = _RIGHT,
    ) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        lines = [(first, t.BODY, weight, "ink", _RIGHT), (second, t.CAPTION, 400, "ink2", cut)]
        shown = [line for line in lines if line[0]]
        top = room.top() + (_LINE_TOP if len(shown) > 1 else (room.height() - _LINE) // 2)
        for text, size, heavy, token, mode in shown:
            painter.setFont(self._theme.font(size, heavy))
            painter.setPen(self._theme.color(token))
            fitting = painter.fontMetrics().elidedText(text, mode, room.width())
            painter.drawText(QRect(room.left(), top, room.width(), _LINE), middle, fitting)
            top += _LINE


class _View(QListView):
    """A list that opens and shuts groups by click, Enter and the arrow keys."""

    toggled = Signal(QModelIndex, object)
    """(row, True or False, None for the other of the two)."""
    entered = Signal(QModelIndex)
    """Enter or a double click on a row."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open or shut what was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.toggled.emit(index, None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Enter what was clicked twice."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.entered.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Right opens, left shuts, Enter does the other of the two."""
        wish = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
        key, index = Qt.Key(event.key()), self.currentIndex()
        if index.isValid() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(index)
        if index.isValid() and (key in wish or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self.toggled.emit(index, wish.get(key))
        else:
            super().keyPressEvent(event)


class FindingList(QWidget):
    """Findings by kind; virtual, so that ten thousand are still this list.

    Attributes:
        chosen: A row is the current one now: its `Finding`; of a kind's row, the first of them.
        group_chosen: A kind's row is the current one now: its `Group`.
        entered: Enter was pressed on a finding, or it was clicked twice: its `Finding`.
    """

    chosen = Signal(object)
    group_chosen = Signal(object)
    entered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = FindingRows(self)
        self.view = _View()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(FindingDelegate(theme, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Temuan")
        self.view.setAccessibleDescription(
            "Panah kanan membuka satu jenis temuan, panah kiri menutupnya."
        )
        self.none = Label("", "quiet", wrap=True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.none)
        self._search = ""
        theme.changed.connect(self.view.viewport().update)
        self.view.toggled.connect(self._toggle)
        self.view.entered.connect(self._enter)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.setFocusProxy(self.view)
        self._preparing = QTimer(self)
        self._preparing.setInterval(0)
        self._preparing.timeout.connect(self._prepare)
        self._settle()

    def show_findings(self, findings: Sequence[Finding], *, keep_open: bool = False) -> None:
        """List other findings; all kinds are shut, unless those that were open stay so."""
        self.rows.set_findings(findings, keep_open=keep_open)
        self._settle()
        self._preparing.start()

    def _prepare(self) -> None:
        """Make the search ready a little at a time, so that the first letter is not slow."""
        if self.rows.prepare_search(_AT_ONCE):
            self._preparing.stop()

    def set_search(self, text: str) -> None:
        """List only findings that have all these words in sentence, address, NIP or kind."""
        before = self.current()
        self._search = text.strip()
        self.rows.set_search(text)
        self._settle()
        if before is not None:
            self.choose(before)

    def set_severities(self, wanted: frozenset[Severity]) -> None:
        """List only findings of these severities; of all where none is named."""
        before = self.current()
        self.rows.set_severities(wanted)
        self._settle()
        if before is not None:
            self.choose(before)

    def current(self) -> Group | Finding | None:
        """Return what stands in the current row."""
        index = self.view.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else None

    def choose(self, wanted: Group | Finding) -> None:
        """Make a row the current one, opening its kind if need be; nothing if not in sight."""
        if isinstance(wanted, Finding):
            group = next((one for one in self.rows.groups if one.kode == wanted.kode), None)
            if group is not None and place_in(group, wanted) >= 0:
                self.rows.set_open(group, opened=True)
        row = self.rows.row_of(wanted)
        if row >= 0:
            self.view.setCurrentIndex(self.rows.index(row))

    def _settle(self) -> None:
        self._pages.setCurrentIndex(0 if self.rows.rowCount() else 1)
        self.none.setText(
            f"Tidak ada temuan yang cocok dengan “{self._search}”."
            if self._search
            else "Tidak ada temuan."
        )

    def _toggle(self, index: QModelIndex, opened: bool | None) -> None:
        row = self.rows.row_at(index.row())
        if isinstance(row, Group):
            other = not index.data(ROLE_OPEN)
            self.rows.set_open(row, opened=other if opened is None else opened)
        elif opened is False:
            group = next(one for one in self.rows.groups if one.kode == row.kode)
            self.choose(group)
            self.rows.set_open(group, opened=False)

    def _enter(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row())
        if isinstance(row, Finding):
            self.entered.emit(row)

    def _tell(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = self.rows.row_at(index.row())
        if isinstance(row, Group):
            self.group_chosen.emit(row)
            row = row.findings[0]
        self.chosen.emit(row)
