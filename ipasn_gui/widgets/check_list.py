"""`CheckList`: a pop-up with a search field above a list to tick in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from .. import theme as t
from ..models.check_rows import COUNT_ROLE, CheckRows, Entry
from ..theme import Theme
from .controls import Button, Label

_WIDTH, _WIDEST, _ROWS = 260, 480, 11
_PAD, _BOX = 8, 16
_SEARCH, _RANGE = "Cari dalam daftar", "Cari, atau rentang: 60-70"
_SEARCHED = 8
"""A shorter list needs no search."""


class CheckList(QFrame):
    """Lets somebody tick some of many; each tick holds at once.

    Args:
        theme: Tokens.
        parent: The widget it belongs to.

    Attributes:
        ticked: Others are ticked: (frozenset of keys).
        reset_wanted: The state from the beginning is wanted back.
    """

    ticked = Signal(object)
    reset_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.rows = CheckRows(self)
        self.title = Label("", "header")
        self.field = QLineEdit()
        self.field.setProperty("small", True)
        self.field.setPlaceholderText(_SEARCH)
        self.field.setAccessibleName(_SEARCH)
        self.view = QListView()
        self.view.setModel(self.rows)
        self.view.setUniformItemSizes(True)
        self.view.setItemDelegate(_Ticks(theme, self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.nothing = Label("Tidak ada yang cocok.", "quiet")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(_PAD, _PAD, _PAD, 0)
        self.all = Button(theme, "Pilih semua", "ghost")
        self.none = Button(theme, "Kosongkan", "ghost")
        self.reset = Button(theme, "", "ghost")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, 4)
        column.setSpacing(6)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        for button in (self.all, self.none, self.reset):
            button.setProperty("small", True)
            foot.addWidget(button)
        foot.addStretch(1)
        for part in (self.title, self.field, self.view, self.nothing):
            column.addWidget(part)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._look_for)
        self.view.clicked.connect(self._toggle)
        self.all.clicked.connect(lambda: self._tick_shown(ticked=True))
        self.none.clicked.connect(lambda: self._tick_shown(ticked=False))
        self.reset.clicked.connect(self.reset_wanted)
        self.field.installEventFilter(self)
        self.view.installEventFilter(self)

    def show_entries(
        self,
        title: str,
        entries: Sequence[Entry],
        ticked: frozenset[str],
        reset: str = "",
        *,
        numbers: bool = False,
    ) -> None:
        """Fill it.

        Args:
            title: What is ticked.
            entries: What there is.
            ticked: Keys of what is ticked now.
            numbers: Whether they are numbers, of which a range may be looked for.
            reset: Words of the button that brings back the beginning; empty: all and none instead.
        """
        self.title.setText(title)
        for named in (self, self.view):
            named.setAccessibleName(title)
        self.rows.show_entries(entries, ticked)
        self.field.clear()
        self.field.setPlaceholderText(_RANGE if numbers else _SEARCH)
        self.field.setVisible(len(entries) > _SEARCHED)
        self.view.show()
        self.nothing.hide()
        self.reset.setText(reset)
        self.reset.setVisible(bool(reset))
        for button in (self.all, self.none):
            button.setVisible(not reset)
        metrics = self.view.fontMetrics()
        widest = max((metrics.horizontalAdvance(f"{one.words} {one.count}") for one in entries),
                     default=0)  # fmt: skip
        self.setFixedWidth(max(_WIDTH, min(widest + 5 * _PAD + _BOX + 16, _WIDEST)))
        for part in (self.view, self.nothing):
            part.setFixedHeight(t.ROW * max(1, min(len(entries), _ROWS)) + 2)

    def open_below(self, widget: QWidget, *, right: bool = False) -> None:
        """Open under a widget, at its left edge or its right one, within the screen."""
        self.adjustSize()
        corner = widget.rect().bottomRight() if right else widget.rect().bottomLeft()
        place = widget.mapToGlobal(corner)
        if right:
            place.setX(place.x() - self.width())
        room = widget.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), min(place.y() + 2, room.bottom() - self.height())))
        self.move(place)
        self.show()
        first = self.view if self.field.isHidden() else self.field
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        if first is self.view:
            self.view.setCurrentIndex(self.rows.index(0))

    def _look_for(self, text: str) -> None:
        self.rows.look_for(text)
        found = self.rows.rowCount() > 0
        self.view.setVisible(found)
        self.nothing.setVisible(not found)

    def _toggle(self, index: QModelIndex) -> None:
        self.rows.toggle(index)
        self.ticked.emit(self.rows.ticked)

    def _tick_shown(self, *, ticked: bool) -> None:
        self.rows.tick_shown(ticked=ticked)
        self.ticked.emit(self.rows.ticked)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the page below: it closes this, and clears no search."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Down leads from the field into the list, up from its first back; Enter closes."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_only(watched)
            return True
        if watched is self.field and key == Qt.Key.Key_Down and self.rows.rowCount():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.view.setCurrentIndex(self.rows.index(0))
            return True
        if watched is self.view and key == Qt.Key.Key_Space and self.view.currentIndex().isValid():
            self._toggle(self.view.currentIndex())
            return True
        up = key == Qt.Key.Key_Up and self.view.currentIndex().row() <= 0
        if watched is self.view and up and self.field.isVisible():
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _take_only(self, watched: QObject) -> None:
        """Close; from the field tick what alone is left of the list."""
        if watched is self.field and self.rows.rowCount() == 1:
            only = self.rows.index(0)
            if only.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked:
                self._toggle(only)
        self.close()


class _Ticks(QStyledItemDelegate):
    """Paints a box, the words, and what stands at the right."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._font = theme.font(t.BODY, 400)

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        return QSize(0, t.ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        k, area, state = self._theme.tokens, option.rect, option.state
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            selected = state & QStyle.StateFlag.State_Selected
            painter.fillRect(area, QColor(k.sel if selected else k.hover))
        top = area.top() + (area.height() - _BOX) // 2
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._paint_box(painter, QRect(area.left() + _PAD, top, _BOX, _BOX), ticked=ticked)
        painter.setFont(self._font)
        metrics = QFontMetrics(self._font)
        count = str(index.data(COUNT_ROLE))
        right = area.adjusted(0, 0, -_PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(k.ink2))
        painter.drawText(right, int(Qt.AlignmentFlag.AlignRight | middle), count)
        words = right.adjusted(2 * _PAD + _BOX, 0, -metrics.horizontalAdvance(count) - _PAD, 0)
        text = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(QColor(k.ink))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | middle), text)

    def _paint_box(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        k = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(k.accent if ticked else k.line2), 1))
        painter.setBrush(QColor(k.accent if ticked else k.surface))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.restore()
        if ticked:
            self._theme.icons.paint(painter, box.toRectF(), "checkmark", k.on_accent, _BOX)
