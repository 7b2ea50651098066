"""`PersonHead`: who is looked at, and the four points with the index in one line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.formatting import format_nip, format_points
from ipasn_core.scoring.year_state import YearState
from ipasn_core.workflow.person_words import post_words

from .. import theme as t
from ..theme import Theme
from .badge import STAIR, paint_stair
from .controls import Button, ElidedLabel, Label

BUTTON_EDGE = 8
"""How far icon buttons reach beyond the edge of the text, so that their glyphs end at it."""

_CAPTION, _NUMBER, _LEAST_GAP = 16, 18, 8
_NIP_DIGITS = 18


@dataclass(frozen=True, slots=True)
class _Cell:
    """A figure with its caption; `kategori` -1 for none."""

    caption: str
    number: str
    strong: bool
    kategori: int = -1


class PointsLine(QWidget):
    """Four points and the index; the index on a line of its own where there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cells: list[_Cell] = []
        theme.changed.connect(self.update)

    def show_person(self, state: YearState, i: int, dimensi: int | None) -> None:
        """Show a person's points.

        Args:
            state: The year.
            i: Index of the person in the roster.
            dimensi: The dimension looked at, written strong; None for all.
        """
        scores, edition = state.scores, state.edition
        self._cells = []
        words = []
        for d, one in enumerate(edition.dimensi):
            number = format_points(int(scores.dimensi[d, i]), 2)
            self._cells.append(_Cell(one.nama, number, d == dimensi))
            words.append(f"{one.nama} {number} dari {format_points(one.maksimal, 2)}")
        kategori = int(scores.kategori[i])
        index = format_points(int(scores.indeks[i]), 2)
        name = edition.kategori[kategori].nama
        self._cells.append(_Cell(name, index, True, kategori))
        self.setAccessibleName("Nilai pegawai")
        self.setAccessibleDescription("; ".join((*words, f"indeks {index}, {name}")))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take a second line where the first is too narrow."""
        super().resizeEvent(event)
        self._fit()

    def _widths(self) -> list[int]:
        caption = QFontMetrics(self._theme.font(t.CAPTION, 500))
        number = QFontMetrics(self._theme.font(t.BODY, 600))
        stair = STAIR.width() + _LEAST_GAP
        return [
            max(
                caption.horizontalAdvance(cell.caption),
                number.horizontalAdvance(cell.number) + (stair if cell.kategori >= 0 else 0),
            )
            for cell in self._cells
        ]

    def _lines(self) -> list[list[int]]:
        """Return places of cells, a line each."""
        widths = self._widths()
        every = list(range(len(widths)))
        if not every or sum(widths) + _LEAST_GAP * (len(widths) - 1) <= self.width():
            return [every]
        return [every[:-1], every[-1:]]

    def _fit(self) -> None:
        two = len(self._lines()) > 1
        self.setFixedHeight(_CAPTION + _NUMBER + (4 + _NUMBER if two else 0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        widths, lines = self._widths(), self._lines()
        room = self.width() - sum(widths[place] for place in lines[0])
        gap = min(room // max(len(lines[0]) - 1, 1), t.SECTION)
        left = 0
        for place in lines[0]:
            self._paint_cell(painter, self._cells[place], left, widths[place])
            left += widths[place] + gap
        if len(lines) > 1:
            self._paint_index(painter, self._cells[-1], _CAPTION + _NUMBER + 4)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: _Cell, left: int, width: int) -> None:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(t.CAPTION, 500 if cell.strong else 400))
        painter.setPen(theme.color("ink" if cell.strong else "ink2"))
        painter.drawText(QRect(left, 0, width + 2, _CAPTION), middle, cell.caption)
        painter.setFont(theme.font(t.BODY, 600 if cell.strong else 400))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRect(left, _CAPTION, width + 2, _NUMBER), middle, cell.number)
        if cell.kategori >= 0:
            self._paint_stair(painter, cell, left, _CAPTION)

    def _paint_index(self, painter: QPainter, cell: _Cell, top: int) -> None:
        """Paint index, staircase and kategori in a line of their own."""
        theme, middle = self._theme, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(t.BODY, 600))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRect(0, top, self.width(), _NUMBER), middle, cell.number)
        after = self._paint_stair(painter, cell, 0, top)
        painter.setFont(theme.font(t.CAPTION, 500))
        room = QRect(after, top, self.width() - after, _NUMBER)
        painter.drawText(room, middle, cell.caption)

    def _paint_stair(self, painter: QPainter, cell: _Cell, left: int, top: int) -> int:
        """Paint the staircase after a number; return where it ends and what follows may begin."""
        after = left + painter.fontMetrics().horizontalAdvance(cell.number) + _LEAST_GAP
        at = top + (_NUMBER - STAIR.height()) / 2
        paint_stair(painter, self._theme, after, at, cell.kategori)
        return after + STAIR.width() + _LEAST_GAP


class PersonHead(QWidget):
    """Name, NIP to copy, post, points; buttons to the next person and to close.

    Attributes:
        previous_wanted: The button for the person before.
        next_wanted: The button for the person after.
        closed: The button that closes.
    """

    previous_wanted = Signal()
    next_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name = Label("", "name", wrap=True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.nip = Label("", "caption")
        self.nip.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = Button(theme, "", "icon", "copy", "Salin NIP", 16)
        self.post = ElidedLabel("", "caption")
        self.points = PointsLine(theme)
        self.unmeasured = Label("", "quiet", wrap=True)
        previous = Button(theme, "", "icon", "chevron_up", "Pegawai sebelumnya (Alt+↑)")
        following = Button(theme, "", "icon", "chevron_down", "Pegawai berikutnya (Alt+↓)")
        close = Button(theme, "", "icon", "dismiss", "Tutup panel (Esc)")
        previous.clicked.connect(self.previous_wanted)
        following.clicked.connect(self.next_wanted)
        close.clicked.connect(self.closed)
        self.copy.clicked.connect(self._copy)
        self._digits = ""
        self.buttons = (previous, following, close)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.name, 1)
        for button in self.buttons:
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        under = QHBoxLayout()
        under.setSpacing(2)
        under.addWidget(self.nip)
        under.addWidget(self.copy)
        under.addWidget(self.post, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(top)
        rows.addLayout(under)
        rows.addSpacing(t.RELATED)
        edge = QHBoxLayout()
        edge.setContentsMargins(0, 0, BUTTON_EDGE, 0)
        edge.addWidget(self.points)
        rows.addLayout(edge)
        rows.addWidget(self.unmeasured)
        # As they are read: first the row of the name, then the NIP's.
        for before, after in pairwise((*self.buttons, self.copy)):
            QWidget.setTabOrder(before, after)

    def show_person(self, state: YearState, i: int, dimensi: int | None) -> None:
        """Show who it is; `i` is an index into the roster, `dimensi` the dimension looked at."""
        roster = state.roster
        self._digits = str(int(roster.nip[i])).rjust(_NIP_DIGITS, "0")
        self.name.setText(roster.nama[i])
        self.nip.setText(format_nip(self._digits))
        post = post_words(state, i)
        self.post.set_text(f"· {post}" if post else "")
        measured = bool(state.scores.diukur[i])
        self.points.setVisible(measured)
        self.unmeasured.setVisible(not measured)
        if measured:
            self.points.show_person(state, i, dimensi)
        else:
            self.unmeasured.setText(f"Tidak diukur menurut {state.edition.singkatan}.")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._digits)
