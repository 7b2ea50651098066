"""`RecordList`: a person's records of one block, a row each, that unfold to everything they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.workflow.explain import TracedRecord
from ipasn_core.workflow.record_words import origin_words

from .. import theme as t
from ..theme import Theme
from .focus_area import paint_focus

ICON = {
    "pendidikan": "hat_graduation",
    "pengembangan": "certificate",
    "penilaian": "data_trending",
    "hukuman": "gavel",
}
"""Block → icon of its records."""

SIDE = 8
"""How far a row's tint reaches beyond its text, left and right."""

_ICON, _TEXT, _SIDE, _GAP, _PAD, _TITLE, _LINE = 16, SIDE + 24, SIDE, 8, 3, 16, 15
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line under the title of a row: its words, the token it is painted in."""

    text: str
    color: str


class RecordRow(QWidget):
    """One record: what, when and how much; why it did not count; unfolded, all it says.

    Args:
        theme: Tokens.
        blok: Block of the record.
        record: What became of it.
        editable: Whether Enter and the mouse open it to be edited; else they unfold it.

    Attributes:
        moved: An arrow key wants another row: (-1 or 1).
        edit_wanted: It shall be edited.
        remove_wanted: It shall be deleted.
    """

    moved = Signal(int)
    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(
        self, theme: Theme, blok: str, record: TracedRecord, *, editable: bool = False
    ) -> None:
        super().__init__()
        self._editable = editable
        self._theme = theme
        self._blok = blok
        self.record = record
        self.unfolded = False
        self._over = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line, origin = record.baris, origin_words(record.rekaman.asal)
        self.setToolTip("\n".join(filter(None, (line.judul, line.lainnya, f"Asal: {origin}"))))
        self.setAccessibleName(self.text().split("\n", maxsplit=1)[0])
        self.setAccessibleDescription(f"{record.alasan}. {line.lainnya} Asal: {origin}")
        theme.changed.connect(self.update)
        self._fit()

    @property
    def key(self) -> tuple[str, int]:
        """Block and id of the record."""
        return self._blok, self.record.rekaman.id

    def text(self) -> str:
        """Return all it says, as it is copied."""
        line, origin = self.record.baris, origin_words(self.record.rekaman.asal)
        head = " · ".join(filter(None, (line.judul, line.rincian, line.ukuran)))
        return "\n".join(filter(None, (head, self.record.alasan, line.lainnya, f"Asal: {origin}")))

    def toggle(self) -> None:
        """Unfold it, or fold it again."""
        self.unfolded = not self.unfolded
        self._fit()
        self.update()

    def _lines(self) -> list[_Line]:
        line = self.record.baris
        lines = [_Line(line.rincian, "ink2")] if line.rincian else []
        if not self.record.dihitung:
            reason = self.record.alasan[0].upper() + self.record.alasan[1:]
            lines.append(_Line(reason, "warn" if self.record.kurang else "ink2"))
        if self.unfolded:
            if line.lainnya:
                lines.append(_Line(line.lainnya, "ink2"))
            lines.append(_Line(f"Asal: {origin_words(self.record.rekaman.asal)}", "ink2"))
        return lines

    def _placed(self) -> list[tuple[_Line, QRect]]:
        """Return the lines with their places; the first leaves room for the measure."""
        metrics = QFontMetrics(self._theme.font(t.CAPTION))
        y, placed = _PAD + self._title_height(), []
        for at, line in enumerate(self._lines()):
            taken = self._measure_width() if at == 0 else 0
            room = QRect(_TEXT, y, max(self.width() - _TEXT - _SIDE - taken, 1), 10_000)
            height = _LINE
            if self.unfolded:
                height = metrics.boundingRect(room, _FLAGS, line.text).height()
            placed.append((line, QRect(room.topLeft(), QSize(room.width(), height))))
            y += height
        return placed

    def _fit(self) -> None:
        """Take the height the lines need at this width; all wrap when unfolded."""
        bottoms = [place.bottom() + 1 for _, place in self._placed()]
        self.setFixedHeight(max([_PAD + self._title_height(), *bottoms]) + _PAD)

    def _title_height(self) -> int:
        if not self.unfolded:
            return _TITLE
        metrics = QFontMetrics(self._theme.font(t.BODY))
        width = max(self.width() - _TEXT - _SIDE - self._measure_width(), 1)
        text = self.record.baris.judul
        return metrics.boundingRect(QRect(0, 0, width, 10_000), _FLAGS, text).height()

    def _measure_width(self) -> int:
        measure = self.record.baris.ukuran
        metrics = QFontMetrics(self._theme.font(t.BODY))
        return metrics.horizontalAdvance(measure) + 2 * _GAP if measure else 0

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap anew for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Tint under the mouse."""
        self._over = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """No tint any more."""
        self._over = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open it to be edited, or unfold it where that cannot be."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self._open()

    def _open(self) -> None:
        if self._editable:
            self.edit_wanted.emit()
        else:
            self.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and F2 edit, Delete deletes, Space unfolds, arrows go on, Ctrl+C copies."""
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key == Qt.Key.Key_Space:
            self.toggle()
        elif key == Qt.Key.Key_F2 and self._editable:
            self.edit_wanted.emit()
        elif key == Qt.Key.Key_Delete and self._editable:
            self.remove_wanted.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        theme, line = self._theme, self.record.baris
        if self._over or self.unfolded:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), t.RADIUS_FIELD, t.RADIUS_FIELD)
        paint_focus(painter, theme, self, self)
        top = _PAD + (_TITLE + _LINE - _ICON) / 2
        icon = QRectF(_SIDE, top, _ICON, _ICON)
        theme.icons.paint(painter, icon, ICON[self._blok], theme.tokens.ink2, _ICON)
        self._paint_title(painter, line.judul, line.ukuran)
        painter.setFont(theme.font(t.CAPTION))
        for one, place in self._placed():
            painter.setPen(theme.color(one.color))
            shown = one.text
            if not self.unfolded:
                elide = Qt.TextElideMode.ElideRight
                shown = painter.fontMetrics().elidedText(shown, elide, place.width())
            painter.drawText(place.adjusted(0, 0, 0, 1), _FLAGS, shown)
        painter.end()

    def _paint_title(self, painter: QPainter, title: str, measure: str) -> None:
        painter.setFont(self._theme.font(t.BODY))
        painter.setPen(self._theme.color("ink" if self.record.dihitung else "ink2"))
        width = self.width() - _TEXT - _SIDE - self._measure_width()
        height = self._title_height()
        if not self.unfolded:
            title = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(_TEXT, _PAD, width, height), _FLAGS, title)
        # Between title and second line, as long as there are just these.
        right = QRect(_TEXT, _PAD, self.width() - _TEXT - _SIDE, _TITLE + _LINE)
        middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, middle, measure)


def inset(widget: QWidget) -> QHBoxLayout:
    """Return a widget in line with the text of the rows, whose tint reaches beyond it."""
    line = QHBoxLayout()
    line.setContentsMargins(SIDE, 0, SIDE, 0)
    line.addWidget(widget)
    return line


class RecordList(QWidget):
    """The rows of a block; Tab comes to one of them, arrows go through all.

    Args:
        theme: Tokens.
        blok: Block of the records.
        records: The records.
        editable: Whether they may be edited and deleted.
        form: (id of a record, 0 for a new one; its form, which stands in its place).

    Attributes:
        edit_wanted: A record shall be edited: (its id).
        remove_wanted: A record shall be deleted: (its id).
    """

    edit_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        blok: str,
        records: Sequence[TracedRecord],
        *,
        editable: bool = False,
        form: tuple[int, QWidget] | None = None,
    ) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        self.rows: list[RecordRow] = []
        edited, opened = (-1, None) if form is None else form
        if opened is not None and edited <= 0:
            rows.addLayout(inset(opened))
        for one in records:
            if opened is not None and one.rekaman.id == edited:
                rows.addLayout(inset(opened))
                continue
            row = RecordRow(theme, blok, one, editable=editable)
            row.moved.connect(lambda step, which=row: self._move(self.rows.index(which) + step))
            row.edit_wanted.connect(lambda which=one.rekaman.id: self.edit_wanted.emit(which))
            row.remove_wanted.connect(lambda which=one.rekaman.id: self.remove_wanted.emit(which))
            self.rows.append(row)
            rows.addWidget(row)
        if opened is not None:
            opened.show()
        if self.rows:
            self.rows[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def choose(self, row: RecordRow) -> None:
        """Put the keyboard on a row."""
        self._move(self.rows.index(row))

    def _move(self, place: int) -> None:
        if not 0 <= place < len(self.rows):
            return
        for row in self.rows:
            row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.rows[place].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
