"""A project opened before, as a row of the start page."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ipasn_core.formatting import format_date

from .. import theme as t
from ..settings import Recent
from ..theme import Theme
from .badge import paint_mark, paint_sign, paint_stair, sign_word
from .controls import Button

_MARK, _INDENT = 28, 56
_WHEN, _STATE, _INDEX, _YEAR = 132, 96, 120, 64
"""Widths of the columns, from the right."""
_ROOMY = 680
"""Width from which on a row also says when it was opened."""


def _columns(width: int) -> dict[str, QRectF]:
    right = width - 12
    places: dict[str, QRectF] = {}
    when = _WHEN if width >= _ROOMY else 0  # of a narrow row the name is worth more
    for name, wide in (("when", when), ("state", _STATE), ("index", _INDEX), ("year", _YEAR)):
        places[name] = QRectF(right - wide, 0, wide, t.ROW_PROJECT)
        right -= wide
    places["name"] = QRectF(_INDENT, 0, right - _INDENT - 12, t.ROW_PROJECT)
    return places


def when_words(dibuka: str, now: datetime.datetime) -> str:
    """Return when a project was opened: "Hari ini, 09.40", "Kemarin", "12 Januari 2022"."""
    try:
        moment = datetime.datetime.fromisoformat(dibuka).astimezone(now.tzinfo)
    except ValueError:
        return ""
    days = (now.date() - moment.date()).days
    if days == 0:
        return f"Hari ini, {moment:%H.%M}"
    return "Kemarin" if days == 1 else format_date(moment.date())


class RecentHeader(QWidget):
    """The captions above the rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(t.HEADER)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint them over their columns."""
        painter = QPainter(self)
        painter.setFont(self._theme.font(t.CAPTION))
        painter.setPen(self._theme.color("ink2"))
        words = {"name": "Nama dan tempat", "year": "Tahun", "index": "Indeks", "state": "Status"}
        places = _columns(self.width())
        for name, word in words.items():
            area = places[name]
            area.setHeight(self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, word)
        area = places["when"]
        area.setHeight(self.height())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if area.width():
            painter.drawText(area, right, "Dibuka")
        painter.end()


class RecentRow(QWidget):
    """One project; opens by click, Enter or space; one whose file is gone offers to look for it.

    Attributes:
        opened: (Recent).
        missing_wanted: (Recent).
    """

    opened = Signal(object)
    missing_wanted = Signal(object)

    def __init__(self, theme: Theme, recent: Recent, now: datetime.datetime) -> None:
        super().__init__()
        self._theme = theme
        self.recent = recent
        self._when = when_words(recent.dibuka, now)
        path = Path(recent.path)
        self.missing = not path.exists()
        self.setFixedHeight(t.ROW_PROJECT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(recent.path)
        state = "berkas tidak ditemukan" if self.missing else sign_word(recent.keadaan)
        self.setAccessibleName(f"{path.stem}, tahun {recent.tahun}, {state}")
        theme.changed.connect(self.update)
        self._look: Button | None = None
        if self.missing:
            self._look = Button(theme, "Cari berkas…", "link")
            self._look.setParent(self)
            self._look.clicked.connect(lambda: self.missing_wanted.emit(self.recent))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the link at the right."""
        if self._look is not None:
            self._look.adjustSize()
            top = (self.height() - self._look.height()) // 2
            self._look.move(self.width() - 12 - self._look.width(), top)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open it."""
        if event.button() == Qt.MouseButton.LeftButton and not self.missing:
            self.opened.emit(self.recent)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open it; go to the rows around with the arrows."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not self.missing:
            self.opened.emit(self.recent)
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that it has gone."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint name, path, year, index, state and moment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        places = _columns(self.width())
        self._paint_name(painter, places["name"])
        if not self.missing:
            self._paint_values(painter, places)
        else:
            painter.setFont(self._theme.font(t.CAPTION))
            painter.setPen(self._theme.color("ink2"))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            area = QRectF(0, 0, self.width() - 120, self.height())
            painter.drawText(area, right, "Berkas tidak ditemukan")
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        k = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus() or (self.underMouse() and not self.missing):
            painter.setBrush(QColor(k.sel if self.hasFocus() else k.hover))
            painter.drawRoundedRect(self.rect(), t.RADIUS_BUTTON, t.RADIUS_BUTTON)
        at = QRectF(12, (self.height() - _MARK) / 2, _MARK, _MARK)
        if self.missing:
            self._theme.icons.paint(painter, at, "document_error", k.ink3)
            return
        paint_mark(painter, at)

    def _paint_name(self, painter: QPainter, area: QRectF) -> None:
        k = self._theme.tokens
        path = Path(self.recent.path)
        width = int(area.width()) - (120 if self.missing else 0)
        painter.setFont(self._theme.font(t.BODY, 600))
        painter.setPen(QColor(k.ink3 if self.missing else k.ink))
        name = painter.fontMetrics().elidedText(path.stem, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(area.left(), 27), name)
        painter.setFont(self._theme.font(t.CAPTION))
        painter.setPen(QColor(k.ink2))
        cut = painter.fontMetrics().elidedText(str(path), Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QPointF(area.left(), 44), cut)

    def _paint_values(self, painter: QPainter, places: dict[str, QRectF]) -> None:
        k, one = self._theme.tokens, self.recent
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(k.ink))
        painter.setFont(self._theme.font(t.BODY, 500))
        painter.drawText(places["year"], middle, str(one.tahun))
        index = places["index"]
        if one.indeks:
            painter.setFont(self._theme.font(t.BODY, 600))
            top = (self.height() - 14) / 2
            if 0 <= one.kategori < len(k.kategori):
                paint_stair(painter, self._theme, index.left(), top, one.kategori)
            painter.drawText(index.adjusted(28, 0, 0, 0), middle, one.indeks)
        else:
            painter.setFont(self._theme.font(t.CAPTION))
            painter.setPen(QColor(k.ink2))
            painter.drawText(index, middle, "belum dihitung")
        state = places["state"]
        paint_sign(painter, self._theme, QPointF(state.left() + 5, self.height() / 2), one.keadaan)
        painter.setFont(self._theme.font(t.BODY, 600))
        painter.setPen(QColor(k.ink))
        painter.drawText(state.adjusted(16, 0, 0, 0), middle, sign_word(one.keadaan))
        painter.setFont(self._theme.font(t.CAPTION))
        painter.setPen(QColor(k.ink2))
        if places["when"].width():
            painter.drawText(places["when"], middle | Qt.AlignmentFlag.AlignRight, self._when)
