"""The chooser of what a column is used as, above its head."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ipasn_core.importing.vocabulary import FIELDS
from ipasn_core.workflow.import_questions import ColumnSeen
from ipasn_core.workflow.import_view import NO_FIELD

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser

CHOOSERS = 36
"""Height of the row of choosers."""
_PAD, _MARK = 8, 16
_NO_HAND = frozenset(
    "nomor_urut skor_kualifikasi skor_kompetensi skor_kinerja skor_disiplin skor_total".split()
)


def field_model(parent: QWidget) -> QStandardItemModel:
    """Return the fields a column may be pointed out as; shared by all choosers of a sheet."""
    model = QStandardItemModel(parent)
    fields = [(NO_FIELD, "– (tidak dipakai)")]
    fields += [one for one in FIELDS.items() if one[0] != NO_FIELD and one[0] not in _NO_HAND]
    for bidang, words in fields:
        item = QStandardItem(words)
        item.setData(bidang, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model


class FieldChooser(Chooser):
    """Says what a column is used as, with a mark before it; the wheel never changes it.

    It is painted here whole: a style sheet for each of a sheet's many columns would be felt.

    Attributes:
        looked_at: It has the keyboard.
    """

    looked_at = Signal()

    def __init__(self, theme: Theme, fields: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(theme)
        self._words = ""
        self._mark = ("", "")
        self.setParent(parent)
        self.setModel(fields)
        theme.changed.connect(self.update)

    def show_column(self, column: ColumnSeen, *, doubt: bool) -> None:
        """Show what a column is used as."""
        self.setCurrentIndex(max(0, self.findData(column.bidang or NO_FIELD)))
        self._words = column.sebutan or "–"
        self._mark = ("checkmark_circle", "ok") if column.bidang else ("", "")
        if doubt:
            self._mark = ("warning", "warn")
        self.setToolTip(column.sebutan or "Tidak dipakai")
        self.setAccessibleName(f"Kolom {column.huruf}, {column.kepala or 'tanpa judul'}")
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the sheet."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell, so that its column is brought into sight."""
        super().focusInEvent(event)
        self.looked_at.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint mark, word and arrow; a frame where it has the keyboard."""
        k, icons = self._theme.tokens, self._theme.icons
        painter = QPainter(self)
        top = (self.height() - _MARK) / 2
        left = _PAD
        name, token = self._mark
        if name:
            icons.paint(painter, QRectF(left, top, _MARK, _MARK), name, getattr(k, token), _MARK)
            left += _MARK + 4
        right = self.width() - _MARK - _PAD
        icons.paint(painter, QRectF(right, top, _MARK, _MARK), "chevron_down", k.ink2, _MARK)
        painter.setFont(self._theme.font(t.BODY, 600))
        painter.setPen(QColor(k.ink))
        room = QRect(left, 0, right - left - 4, self.height())
        cut = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        if self.hasFocus():
            painter.setPen(QPen(QColor(k.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
