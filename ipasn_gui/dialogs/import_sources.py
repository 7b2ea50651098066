"""The files of an import and their sheets: what each was taken for, and whether all is well."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ipasn_core.formatting import format_int
from ipasn_core.workflow.import_ import OpenedFile
from ipasn_core.workflow.import_view import SheetSeen, fault_words

from .. import theme as t
from ..theme import Theme
from .import_session import ImportSession

ROW = Qt.ItemDataRole.UserRole
_FILE = 36
_ICON, _PAD, _TEXT = 20, 4, 28
_MARKS = {
    "baik": ("checkmark_circle", "ok"),
    "periksa": ("warning", "warn"),
    "galat": ("error_circle", "err"),
    "lewat": ("subtract_circle", "ink2"),
}
_STATE = {"baik": "dikenali", "periksa": "perlu diperiksa", "galat": "perlu dijawab", "lewat": ""}
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file: where it stands in the session, and its sheets."""

    berkas_ke: int
    file: OpenedFile
    lembar: int

    @property
    def words(self) -> str:
        """What stands at the right of its name."""
        if self.file.galat is not None:
            return "tidak terbaca"
        return f"{format_int(self.lembar)} lembar" if self.lembar else ""


class SourceRows(QAbstractListModel):
    """Each file, its sheets below it."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__(session)
        self._session = session
        self.rows: list[FileRow | SheetSeen] = []
        session.changed.connect(self.load)

    def load(self) -> None:
        """Take what the session has."""
        rows: list[FileRow | SheetSeen] = []
        prepared = self._session.prepared
        for at, file in enumerate(self._session.files):
            own: list[SheetSeen] = []
            if prepared is not None and file in prepared.opened.berkas:
                place = prepared.opened.berkas.index(file)
                own = [one for one in self._session.sheets if one.berkas_ke == place]
            rows.append(FileRow(at, file, len(own)))
            rows += own
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count files and sheets."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or what it says."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        name = row.file.path.name if isinstance(row, FileRow) else row.judul
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{name}, {told(row)}"
        return None


def told(row: FileRow | SheetSeen) -> str:
    """Return the second line of a row."""
    if isinstance(row, FileRow):
        fault = row.file.galat
        return row.words if fault is None else " ".join(filter(None, fault_words(fault)))
    if row.tanda in ("lewat", "galat") or not row.berkepala:
        return row.sebutan
    return f"{row.sebutan} · {row.dipakai}/{row.berkepala} kolom"


class _Paint(QStyledItemDelegate):
    """Paints files as headings, sheets as rows of two lines."""

    def __init__(self, theme: Theme, view: SourceList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """Return 36 for a file, 44 for a sheet."""
        is_file = isinstance(index.data(ROW), FileRow)
        return QSize(_TEXT, _FILE if is_file else t.ROW_TWO_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        area: QRect = option.rect
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, area, index)
        if isinstance(row, FileRow):
            self._paint_file(painter, area, row)
        elif isinstance(row, SheetSeen):
            self._paint_sheet(painter, area, row)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: _Index
    ) -> None:
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        window = self._view.window()
        focused = self._view.hasFocus() and self._view.currentIndex() == index
        ringed = focused and window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if chosen or over or ringed:
            k = self._theme.tokens
            painter.setPen(QPen(QColor(k.accent), 2) if ringed else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(k.sel if chosen else k.hover if over else k.canvas))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_file(self, painter: QPainter, area: QRect, row: FileRow) -> None:
        k, middle = self._theme.tokens, area.top() + (_FILE - _ICON) / 2
        bad = row.file.galat is not None
        at = QRectF(area.left() + _PAD, middle, _ICON, _ICON)
        name = "document_error" if bad else "document_table"
        self._theme.icons.paint(painter, at, name, k.err if bad else k.accent)
        right = area.right() - _PAD
        if self._view.removable:
            cross = QRectF(self._view.cross_of(area))
            self._theme.icons.paint(painter, cross, "dismiss", k.ink2, 16)
            right = int(cross.left()) - 6
        painter.setFont(self._theme.font(t.CAPTION))
        painter.setPen(QColor(k.err if bad else k.ink2))
        wide = painter.fontMetrics().horizontalAdvance(row.words)
        place = QRect(right - wide, area.top(), wide + 2, area.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.words)
        self._text(painter, area, row.file.path.name, 600, right - wide - 8, area.height(), 0)

    def _paint_sheet(self, painter: QPainter, area: QRect, row: SheetSeen) -> None:
        k = self._theme.tokens
        inner = area.adjusted(_PAD + 4, 0, 0, 0)
        at = QRectF(inner.left() + 2, area.top() + 12, _ICON, _ICON)
        self._theme.icons.paint(painter, at, "table_simple", k.ink2)
        name, token = _MARKS[row.tanda]
        mark = QRectF(area.right() - _ICON - 8, area.top() + 12, _ICON, _ICON)
        self._theme.icons.paint(painter, mark, name, getattr(k, token))
        edge = int(mark.left()) - 8
        weight = 400 if row.tanda == "lewat" else 500
        self._text(painter, inner, row.judul, weight, edge, 18, 4)
        self._text(painter, inner, told(row), 400, edge, 16, 22, caption=True)

    def _text(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        weight: int,
        right: int,
        height: int,
        top: int,
        *,
        caption: bool = False,
    ) -> None:
        painter.setFont(self._theme.font(t.CAPTION if caption else t.BODY, weight))
        painter.setPen(self._theme.color("ink2" if caption else "ink"))
        left = area.left() + _TEXT + 2
        mode = Qt.TextElideMode.ElideRight if caption else Qt.TextElideMode.ElideMiddle
        cut = painter.fontMetrics().elidedText(text, mode, right - left)
        place = QRect(left, area.top() + top, right - left, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)


class SourceList(QListView):
    """Files and sheets; a file is taken out by its cross, by Delete or by the menu.

    Attributes:
        sheet_chosen: A sheet is looked at: (SheetSeen).
        remove_wanted: A file is to be taken out: (its place in the session).
    """

    sheet_chosen = Signal(object)
    remove_wanted = Signal(int)

    def __init__(self, theme: Theme, session: ImportSession) -> None:
        super().__init__()
        self.removable = True
        self._rows = SourceRows(session)
        self.setModel(self._rows)
        self.setItemDelegate(_Paint(theme, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Berkas dan lembar")
        self.setProperty("ground", "canvas")
        theme.changed.connect(self._dress)
        self._theme = theme
        self._dress()
        self.customContextMenuRequested.connect(self._menu)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def rows(self) -> SourceRows:
        """The model."""
        return self._rows

    def sheet(self) -> SheetSeen | None:
        """Return the sheet that is looked at."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, SheetSeen) else None

    def choose(self, berkas_ke: int, tabel_ke: int) -> None:
        """Look at a sheet, or at a table of one."""
        wanted = (berkas_ke, tabel_ke)
        for at, row in enumerate(self._rows.rows):
            if isinstance(row, SheetSeen) and (row.berkas_ke, row.tabel_ke) == wanted:
                self.setCurrentIndex(self._rows.index(at))

    def clear_choice(self) -> None:
        """Look at no sheet."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def cross_of(self, area: QRect) -> QRect:
        """Return where the cross of a file's row is."""
        return QRect(area.right() - 16 - 8, area.top() + (_FILE - 16) // 2, 16, 16)

    def _dress(self) -> None:
        self.setStyleSheet(f"QListView {{ background: {self._theme.tokens.canvas}; }}")

    def _tell(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, SheetSeen):
            self.sheet_chosen.emit(row)

    def _menu(self, at: QPoint) -> None:
        row = self.indexAt(at).data(ROW)
        if self.removable and isinstance(row, FileRow):
            menu = QMenu(self)
            action = menu.addAction("Keluarkan berkas dari impor")
            action.triggered.connect(lambda: self.remove_wanted.emit(row.berkas_ke))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the file out whose cross was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW)
        if self.removable and isinstance(row, FileRow):
            cross = self.cross_of(self.visualRect(index)).adjusted(-4, -4, 4, 4)
            if cross.contains(event.position().toPoint()):
                self.remove_wanted.emit(row.berkas_ke)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Delete takes the file out."""
        row = self.currentIndex().data(ROW)
        if event.key() == Qt.Key.Key_Delete and self.removable and isinstance(row, FileRow):
            self.remove_wanted.emit(row.berkas_ke)
        else:
            super().keyPressEvent(event)
