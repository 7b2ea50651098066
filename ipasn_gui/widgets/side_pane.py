"""`SidePane`: one person beside the table: who, points, records, and Perhitungan."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ipasn_core.formatting import format_int, format_points
from ipasn_core.model.scores import TraceStep
from ipasn_core.scoring.year_state import YearState
from ipasn_core.workflow.explain import Explanation
from ipasn_core.workflow.person_words import person_words
from ipasn_core.workflow.record_words import JUDUL, origin_words

from .. import theme as t
from ..theme import Theme
from ..workspace import Workspace
from .controls import Hairline, Label, ground
from .focus_area import FocusArea
from .person_head import BUTTON_EDGE, PersonHead
from .record_list import SIDE, RecordList, RecordRow
from .trace_view import TraceView, flowing

WIDTH, LEAST, MOST = 400, 330, 520
_EDGE, _TOP = 20, t.GROUP - 4
_PATIENCE_MS = 300
"""How long the person before may stay in sight while the next one is read."""
_CAPTION_WIDTH = 116

_HINT = "Pilih pegawai pada tabel untuk melihat data dan perhitungannya."
_READING = "Membaca data pegawai …"
_STOPPED = "Pembacaan dihentikan. Pilih lagi pegawai ini untuk membacanya."


class SidePane(QWidget):
    """Shows a person by id; reads texts and origins by a job, and only while it is seen.

    An answer for a person or a year that is no longer wanted is thrown away. While an answer is
    awaited, no second one is asked for: going through a table by the arrow keys reads what can be
    shown, not everybody.

    Attributes:
        closed: The person wants the pane away: Esc or the button.
        previous_wanted: The person above in the table is wanted.
        next_wanted: The person below in the table is wanted.
    """

    closed = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, theme: Theme, workspace: Workspace) -> None:
        super().__init__()
        ground("surface", self)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        self.setAccessibleName("Panel pegawai")
        self._theme = theme
        self._workspace = workspace
        self._wanted = 0
        self._dimensi: int | None = None
        self._asked: tuple[int, int] | None = None
        self._shown: tuple[int, int] = (0, -1)
        self._found: tuple[YearState, Explanation] | None = None
        self._seen: tuple[int, int | None] = (0, None)
        self._scrolled = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._show_waiting)
        self._build()
        workspace.changed.connect(self._ask)
        workspace.closed.connect(self._forget)
        self._show_nobody(_HINT)

    def sizeHint(self) -> QSize:  # noqa: N802
        """400 wide."""
        hint = super().sizeHint()
        hint.setWidth(WIDTH)
        return hint

    def _build(self) -> None:
        self.head = PersonHead(self._theme)
        self.head.closed.connect(self.closed)
        self.head.previous_wanted.connect(self.previous_wanted)
        self.head.next_wanted.connect(self.next_wanted)
        self.hint = Label(_HINT, "quiet", wrap=True)
        self.area = FocusArea(self._theme)
        self.area.setAccessibleName("Riwayat dan perhitungan")
        self.area.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._line = Hairline(self._theme)
        top = QVBoxLayout()
        top.setContentsMargins(_EDGE, t.GROUP - 4, _EDGE - BUTTON_EDGE, 0)
        top.addWidget(self.head)
        top.addWidget(self.hint)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(top)
        rows.addSpacing(t.GROUP - 4)
        rows.addWidget(self._line)
        rows.addWidget(self.area, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(Hairline(self._theme, upright=True))
        across.addLayout(rows, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    # What is shown --------------------------------------------------------------------------------

    def show_person(self, person_id: int) -> None:
        """Show a person by id, 0 for nobody."""
        self._wanted = person_id
        self._ask()

    def _forget(self) -> None:
        self.show_person(0)

    def set_dimensi(self, place: int | None) -> None:
        """Show one dimension by its place in the edition; None: who it is, and all dimensions."""
        if place != self._dimensi:
            self._dimensi = place
            if self._found is not None:
                self._show_found(*self._found)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read what was asked for while the pane was hidden."""
        super().showEvent(event)
        self._ask()

    @property
    def _key(self) -> tuple[int, int]:
        """What is wanted: a person, of one version of the workspace."""
        return self._wanted, self._workspace.version

    def _place(self) -> int:
        """Return the wanted person's index in the roster, -1 where not in the year."""
        current = self._workspace.current
        if current is None or not self._wanted:
            return -1
        found = np.flatnonzero(current.state.roster.id == self._wanted)
        return int(found[0]) if len(found) else -1

    def _ask(self) -> None:
        """Read the wanted person, unless shown already, hidden, or another answer is awaited."""
        current = self._workspace.current
        if not self.isVisible():
            return
        place = self._place()
        if current is None or place < 0:
            self._patience.stop()
            gone = self._wanted and current is not None
            self._show_nobody(f"Pegawai ini tidak ada dalam tahun {current.state.tahun}."
                              if gone and current is not None else _HINT)  # fmt: skip
            return
        key = self._key
        if key == self._shown or self._asked is not None:
            return
        self._asked = key
        state = current.state
        if not self._patience.isActive():
            self._patience.start()
        self._workspace.explain(
            str(int(state.roster.nip[place])).rjust(18, "0"),
            lambda found: self._answer(key, state, found),
            lambda fault: self._give_up(key, f"{fault.pesan} {fault.perbaikan}".strip()),
            lambda: self._give_up(key, _STOPPED),
        )

    def _answer(self, key: tuple[int, int], state: YearState, found: Explanation) -> None:
        self._asked = None
        if key == self._key and self._place() >= 0:
            self._patience.stop()
            self._shown = key
            self._found = (state, found)
            self._show_found(state, found)
        else:
            self._ask()

    def _show_nobody(self, hint: str) -> None:
        self._shown = (0, -1)
        self._found = None
        self.hint.setText(hint)
        self.hint.setVisible(True)
        self.head.setVisible(False)
        self._line.setVisible(False)
        self.area.setWidget(QWidget())

    def _give_up(self, key: tuple[int, int], why: str) -> None:
        """Say why nothing more can be shown, unless another person is wanted by now."""
        self._asked = None
        if key == self._key:
            self._patience.stop()
            self._show_waiting(why)
        else:
            self._ask()

    def _show_waiting(self, words: str = _READING) -> None:
        """Show at least who it is, since the rest takes its time."""
        current, place = self._workspace.current, self._place()
        if current is None or place < 0:
            return
        self._show_head(current.state, place)
        body, rows = self._fresh()
        rows.addLayout(_inset(Label(words, "quiet", wrap=True)))
        rows.addStretch()
        self._exchange(body)
        self._shown = (0, -1)
        self._found = None

    def _show_head(self, state: YearState, i: int) -> None:
        self.head.show_person(state, i, self._dimensi)
        self.head.setVisible(True)
        self.hint.setVisible(False)
        self._line.setVisible(True)

    def _fresh(self) -> tuple[QWidget, QVBoxLayout]:
        body = QWidget()
        body.setProperty("ground", "none")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(_EDGE - SIDE, _TOP, _EDGE - SIDE, t.GROUP)
        rows.setSpacing(t.RELATED)
        return body, rows

    def _make_room(self) -> None:
        """Keep one right edge, scroll bar or none."""
        body = self.area.widget()
        rows = None if body is None else body.layout()
        if rows is not None:
            bar = self.area.verticalScrollBar()
            taken = bar.sizeHint().width() if bar.maximum() else 0
            edge = _EDGE - SIDE
            rows.setContentsMargins(edge, _TOP, edge - taken, t.GROUP)
            if self._scrolled and bar.maximum() >= self._scrolled:
                bar.setValue(self._scrolled)
                self._scrolled = 0

    def _show_found(self, state: YearState, found: Explanation) -> None:
        i = found.jejak.orang
        self.setUpdatesEnabled(False)
        seen = (int(state.roster.id[i]), self._dimensi)
        same = seen == self._seen
        unfolded = {row.key for row in self.findChildren(RecordRow) if row.unfolded}
        self._seen = seen
        self._show_head(state, i)
        body, rows = self._fresh()
        if self._dimensi is None:
            self._add_identity(rows, state, i, found)
            for place in range(len(state.edition.dimensi)):
                self._add_trace(rows, state, found, place, state.edition.dimensi[place].nama)
        else:
            self._add_records(rows, state, found, self._dimensi)
            self._add_trace(rows, state, found, self._dimensi, "Perhitungan")
        rows.addStretch()
        self._scrolled = self.area.verticalScrollBar().value() if same else 0
        self._exchange(body)
        for row in body.findChildren(RecordRow):
            if same and row.key in unfolded:
                row.toggle()
        self.setUpdatesEnabled(True)

    def _exchange(self, body: QWidget) -> None:
        """Show another body; the keyboard stays in it if it was in the one before."""
        before, focused = self.area.widget(), QApplication.focusWidget()
        inside = focused is not None and before is not None and before.isAncestorOf(focused)
        self.area.setWidget(body)
        if inside:
            rows = body.findChildren(RecordRow)
            (rows[0] if rows else self.head.buttons[0]).setFocus(Qt.FocusReason.TabFocusReason)

    # Parts of the body ----------------------------------------------------------------------------

    def _add_identity(
        self, rows: QVBoxLayout, state: YearState, i: int, found: Explanation
    ) -> None:
        known = person_words(state, i)
        if found.asal is not None:
            known.append(("Asal data", origin_words(found.asal)))
        grid = QGridLayout()
        grid.setContentsMargins(SIDE, 0, SIDE, 0)
        grid.setHorizontalSpacing(t.RELATED)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _CAPTION_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(known):
            caption = Label(name, "caption")
            value = flowing(words)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{name}: {words}")
            caption.setBuddy(value)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        rows.addLayout(grid)

    def _add_records(
        self, rows: QVBoxLayout, state: YearState, found: Explanation, place: int
    ) -> None:
        for blok in dict.fromkeys(step.blok for step in self._steps(state, found, place)):
            records = found.records(blok)
            self._add_heading(rows, JUDUL[blok], count=len(records) or None)
            if records:
                rows.addWidget(RecordList(self._theme, blok, records))
            else:
                rows.addLayout(_inset(Label("Tidak ada catatan.", "quiet")))

    def _add_trace(
        self, rows: QVBoxLayout, state: YearState, found: Explanation, place: int, title: str
    ) -> None:
        i = found.jejak.orang
        if not state.scores.diukur[i]:
            return
        rows.addSpacing(4)
        rows.addLayout(_inset(Hairline(self._theme)))
        dimensi = state.edition.dimensi[place]
        reached = format_points(int(state.scores.dimensi[place, i]), 2)
        self._add_heading(rows, title, f"{reached} dari {format_points(dimensi.maksimal)}")
        steps = self._steps(state, found, place)
        kinds = {one.id: one.bukti[0] for _, one in state.edition.instrumen}
        origins = [found.origins(step, kinds[step.instrumen]) for step in steps]
        rows.addLayout(_inset(TraceView(self._theme, steps, origins)))

    def _steps(self, state: YearState, found: Explanation, place: int) -> list[TraceStep]:
        name = state.edition.dimensi[place].id
        return [step for step in found.jejak.langkah if step.dimensi == name]

    def _add_heading(
        self, rows: QVBoxLayout, title: str, right: str = "", count: int | None = None
    ) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(SIDE, 0, SIDE, 0)
        line.setSpacing(t.RELATED)
        line.addWidget(Label(title, "heading"))
        if count is not None:
            line.addWidget(Label(format_int(count), "caption"))
        line.addStretch()
        if right:
            line.addWidget(Label(right, "heading"))
        rows.addLayout(line)


def _inset(widget: QWidget) -> QHBoxLayout:
    """Return a widget in line with the text of the rows, whose tint reaches beyond it."""
    line = QHBoxLayout()
    line.setContentsMargins(SIDE, 0, SIDE, 0)
    line.addWidget(widget)
    return line
