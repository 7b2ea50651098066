"""The chooser of what a column is used as, above its head."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyleOptionComboBox, QWidget

from ipasn_core.importing.vocabulary import FIELDS
from ipasn_core.workflow.import_questions import ColumnSeen
from ipasn_core.workflow.import_view import NO_FIELD

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

    Attributes:
        looked_at: It has the keyboard.
    """

    looked_at = Signal()
    _words = ""  # asked for while the base class is being made

    def __init__(self, theme: Theme, fields: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(theme)
        self.setParent(parent)
        self.setModel(fields)
        self._mark = ("", "")
        theme.changed.connect(self._dress)

    def show_column(self, column: ColumnSeen, *, doubt: bool) -> None:
        """Show what a column is used as."""
        self.setCurrentIndex(max(0, self.findData(column.bidang or NO_FIELD)))
        self._words = column.sebutan or "–"
        self._mark = ("checkmark_circle", "ok") if column.bidang else ("", "")
        if doubt:
            self._mark = ("warning", "warn")
        self._dress()
        self.setToolTip(column.sebutan or "Tidak dipakai")
        self.setAccessibleName(f"Kolom {column.huruf}, {column.kepala or 'tanpa judul'}")
        self.update()

    def _dress(self) -> None:
        left = _PAD + _MARK + 4 if self._mark[0] else _PAD
        self.setStyleSheet(
            f"QComboBox {{ border: none; margin: 0; border-radius: 0; padding: 0 0 0 {left}px;"
            f" background: transparent; font-weight: 600; min-height: {CHOOSERS - 4}px; }}"
            f"QComboBox:focus {{ border: 2px solid {self._theme.tokens.accent};"
            f" padding-left: {left - 2}px; }}"
        )

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802
        """Say what the column is, with its year; a dash where it is not used."""
        super().initStyleOption(option)
        option.currentText = self._words

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the sheet."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell, so that its column is brought into sight."""
        super().focusInEvent(event)
        self.looked_at.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the mark before the word."""
        super().paintEvent(event)
        name, token = self._mark
        if name:
            painter = QPainter(self)
            at = QRectF(_PAD, (self.height() - _MARK) / 2, _MARK, _MARK)
            color = getattr(self._theme.tokens, token)
            self._theme.icons.paint(painter, at, name, color, _MARK)
            painter.end()
