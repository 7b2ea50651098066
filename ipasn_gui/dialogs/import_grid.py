"""A sheet as it is: letters, choosers of fields, heads, rows; a column in doubt, a cell framed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ipasn_core.importing.vocabulary import FIELDS
from ipasn_core.workflow.import_questions import ColumnSeen
from ipasn_core.workflow.import_rows import Excerpt, SheetRow
from ipasn_core.workflow.import_view import NO_FIELD

from .. import theme as t
from ..models.sheet_rows import SheetRows
from ..theme import Theme
from .import_fields import CHOOSERS, FieldChooser, field_model

_LETTERS, _HEADS = 24, 28
_NUMBERS, _PAD = 40, 8
_LEAST, _MOST, _MEASURED = 56, 260, 40
_Index = QModelIndex | QPersistentModelIndex


class SheetHeader(QHeaderView):
    """Letters, where asked choosers, and heads.

    Attributes:
        field_chosen: A column is to be used otherwise: (letter, field).
    """

    field_chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QTableView, *, choosers: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._view = parent
        self._with_choosers = choosers
        self._fields = field_model(self)
        self.choosers: dict[int, FieldChooser] = {}
        self.columns: Sequence[ColumnSeen] = ()
        self.tones: Mapping[int, str] = {}
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(_LEAST)
        self.setAccessibleName("Kolom")
        self.sectionResized.connect(lambda *_: self.place())
        self.geometriesChanged.connect(self.place)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for two or three tiers."""
        height = _LETTERS + _HEADS + (CHOOSERS if self._with_choosers else 0)
        return QSize(super().sizeHint().width(), height)

    def show_columns(self, columns: Sequence[ColumnSeen], tones: Mapping[int, str]) -> None:
        """Show what columns are used as; a tone tints the column it is given for."""
        self.columns, self.tones = columns, tones
        for at in [at for at in self.choosers if at >= len(columns)]:
            gone = self.choosers.pop(at)
            gone.hide()
            gone.deleteLater()
        for at, chooser in self.choosers.items():
            chooser.show_column(columns[at], doubt=tones.get(at) == "warn")
        self.place()
        self.viewport().update()

    def place(self) -> None:
        """Put the choosers above their columns; those not yet seen are made only now."""
        if not self._with_choosers:
            return
        for at in range(min(len(self.columns), self.count())):
            left = self.sectionViewportPosition(at)
            near = left < self.viewport().width() + _MOST and left + self.sectionSize(at) > -_MOST
            if at not in self.choosers and near:
                self.choosers[at] = self._make(at)
            if at in self.choosers:
                area = QRect(left, _LETTERS, self.sectionSize(at) - 1, CHOOSERS - 1)
                self.choosers[at].setGeometry(area)

    def _make(self, at: int) -> FieldChooser:
        chooser = FieldChooser(self._theme, self._fields, self.viewport())
        chooser.show_column(self.columns[at], doubt=self.tones.get(at) == "warn")
        chooser.activated.connect(lambda _, at=at: self._choose(at))
        chooser.looked_at.connect(lambda at=at: self._reveal(at))
        chooser.show()
        if at - 1 in self.choosers:
            QWidget.setTabOrder(self.choosers[at - 1], chooser)
        return chooser

    def _choose(self, at: int) -> None:
        bidang = str(self.choosers[at].currentData())
        if bidang != (self.columns[at].bidang or NO_FIELD):
            self.field_chosen.emit(self.columns[at].huruf, bidang)

    def _reveal(self, at: int) -> None:
        bar = self._view.horizontalScrollBar()
        left, size = self.sectionPosition(at), self.sectionSize(at)
        if left < bar.value():
            bar.setValue(left)
        elif left + size > bar.value() + self.viewport().width():
            bar.setValue(left + size - self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the view."""
        super().resizeEvent(event)
        self.place()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Paint letter and head, tinted where the column is in doubt."""
        model = self.model()
        assert isinstance(model, SheetRows)
        if not rect.isValid() or section >= len(model.letters):
            return
        k, tone = self._theme.tokens, self.tones.get(section)
        painter.fillRect(rect, QColor(getattr(k, f"{tone}_tint") if tone else k.canvas))
        middle = QRect(rect.left(), rect.top() + _LETTERS, rect.width(), CHOOSERS)
        if self._with_choosers and not tone:
            painter.fillRect(middle, QColor(k.surface))
        painter.setPen(QColor(getattr(k, tone) if tone else k.ink2))
        painter.setFont(self._theme.font(t.CAPTION))
        top = QRect(rect.left(), rect.top(), rect.width(), _LETTERS)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, model.letters[section])
        painter.setFont(self._theme.font(t.CAPTION, 600))
        low = QRect(rect.left() + _PAD, rect.bottom() - _HEADS + 1, rect.width() - 2 * _PAD, _HEADS)
        cut = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(model.heads[section], cut, low.width())
        painter.drawText(low, Qt.AlignmentFlag.AlignVCenter, text)
        for y in (_LETTERS - 1, rect.height() - _HEADS - 1, rect.height() - 1):
            painter.fillRect(QRect(rect.left(), y, rect.width(), 1), QColor(k.line))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(k.line))


class _Numbers(QHeaderView):
    """Row numbers, as the file counts them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.marked = -1
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(t.ROW)
        self.setMinimumSectionSize(t.ROW)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for six digits."""
        digits = self.fontMetrics().horizontalAdvance("0") * 6
        return QSize(max(_NUMBERS, digits + _PAD), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Paint a number; that of the finding's row stands out."""
        model = self.model()
        k, on = self._theme.tokens, section == self.marked
        painter.fillRect(rect, QColor(k.err_tint if on else k.canvas))
        painter.setPen(QColor(k.err if on else k.ink2))
        painter.setFont(self._theme.font(t.CAPTION, 600 if on else 400))
        text = model.headerData(section, Qt.Orientation.Vertical)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(text or ""))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(k.line))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(k.line))


class _Cells(QStyledItemDelegate):
    """Paints cells with the lines of a spreadsheet."""

    def __init__(self, theme: Theme, grid: SheetGrid) -> None:
        super().__init__(grid)
        self._theme = theme
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        area: QRect = option.rect
        k, tone = self._theme.tokens, self._grid.header.tones.get(index.column())
        if tone == "warn":
            painter.fillRect(area, QColor(k.warn_tint))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(k.line))
        painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), QColor(k.line))
        painter.setFont(self._theme.font(t.BODY))
        painter.setPen(QColor(k.ink))
        room = area.adjusted(_PAD, 0, -_PAD, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)
        here = (index.row(), index.column())
        if here == self._grid.framed:
            painter.setPen(QPen(QColor(k.err), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        elif self._grid.hasFocus() and index == self._grid.currentIndex():
            painter.setPen(QPen(QColor(k.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))


class SheetGrid(QTableView):
    """A sheet, or the rows around a finding.

    Args:
        theme: Tokens.
        choosers: Whether columns can be pointed out.
    """

    def __init__(self, theme: Theme, *, choosers: bool) -> None:
        super().__init__()
        self._theme = theme
        self.framed: tuple[int, int] | None = None
        self.rows = SheetRows(self)
        self.header = SheetHeader(theme, self, choosers=choosers)
        self.numbers = _Numbers(theme, self)
        self.setHorizontalHeader(self.header)
        self.setVerticalHeader(self.numbers)
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(theme, self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        mode = QAbstractItemView.ScrollMode
        self.setHorizontalScrollMode(mode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.corner = QLabel(self)
        self.corner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.header.place())
        theme.changed.connect(self._repaint)
        self._repaint()

    def show_sheet(
        self,
        rows: Sequence[SheetRow],
        columns: Sequence[ColumnSeen],
        tones: Mapping[int, str],
        head_row: int | None,
    ) -> None:
        """Show the first rows of a sheet; what is in sight stays in sight."""
        letters, heads = [c.huruf for c in columns], [c.kepala for c in columns]
        same = self.rows.rows == rows and list(self.rows.letters) == letters
        at = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self.framed, self.numbers.marked = None, -1
        self.rows.show_rows(rows, letters, heads)
        self.header.show_columns(columns, tones)
        self._fit(columns)
        self._say_head_row(head_row)
        if same:
            self.horizontalScrollBar().setValue(at.x())
            self.verticalScrollBar().setValue(at.y())
        else:
            self.scrollToTop()
            self.horizontalScrollBar().setValue(0)
        self.header.place()

    def show_excerpt(self, part: Excerpt) -> None:
        """Show the rows around a finding, its cell framed and in sight."""
        columns = [
            ColumnSeen(ke, letter, head, "", "", tangan=False, arti="")
            for ke, (letter, head) in enumerate(zip(part.huruf, part.kepala, strict=True))
        ]
        self.rows.show_rows(part.rows, part.huruf, part.kepala)
        row = next((k for k, one in enumerate(part.rows) if one.baris == part.baris), -1)
        self.framed = None if part.kolom is None else (row, part.kolom)
        self.numbers.marked = row
        tones = {} if part.kolom is None else {part.kolom: "err"}
        self.header.show_columns(columns, tones)
        self._fit(columns)
        self._hide_far(part)
        self._say_head_row(None)
        self.reveal()
        self.viewport().update()

    def reveal(self) -> None:
        """Bring the framed cell, else the row of the finding, into sight."""
        self.horizontalScrollBar().setValue(0)
        row, column = self.framed or (self.numbers.marked, 0)
        if row >= 0:
            self.scrollTo(self.rows.index(row, column))

    def _hide_far(self, part: Excerpt) -> None:
        """Leave out what stands between who the row is about and the finding's column."""
        at = part.kolom or 0
        for column in range(len(part.huruf)):
            between = column < at and column not in part.siapa
            self.setColumnHidden(column, between and bool(part.siapa))

    def _fit(self, columns: Sequence[ColumnSeen]) -> None:
        """Give every column the width its first rows, its head and its field need."""
        plain = self.fontMetrics()
        for at, column in enumerate(columns):
            texts = [row.sel[at].teks for row in self.rows.rows[:_MEASURED]]
            wide = max((plain.horizontalAdvance(text) for text in texts), default=0)
            wide = max(wide, plain.horizontalAdvance(column.kepala)) + 2 * _PAD + 2
            if column.bidang:
                wide = max(wide, plain.horizontalAdvance(FIELDS[column.bidang]) + 72)
            self.setColumnWidth(at, min(max(wide, _LEAST), _MOST))

    def _say_head_row(self, row: int | None) -> None:
        self.corner.setText("" if row is None else str(row))
        self._place_corner()

    def _place_corner(self) -> None:
        height = self.header.height()
        self.corner.setGeometry(1, 1, self.numbers.width(), height)
        self.corner.setContentsMargins(0, max(0, height - _HEADS), 0, 0)

    def _repaint(self) -> None:
        k = self._theme.tokens
        self.corner.setStyleSheet(
            f"background: {k.canvas}; color: {k.ink2}; font-size: {t.CAPTION}px;"
            f" border-right: 1px solid {k.line}; border-bottom: 1px solid {k.line};"
        )
        self.setStyleSheet(f"QTableView {{ border: 1px solid {k.line}; }}")
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the corner in its corner."""
        super().resizeEvent(event)
        self._place_corner()
