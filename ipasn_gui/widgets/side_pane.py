"""`SidePane`: one person beside the table: who, points, records, and Perhitungan."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ipasn_core.scoring.year_state import YearState
from ipasn_core.workflow.explain import Explanation
from ipasn_core.workflow.person_history import Histories, YearPoints

from .. import theme as t
from ..theme import Theme
from ..workspace import Workspace
from .controls import Hairline, Label, ground
from .focus_area import FocusArea
from .person_head import BUTTON_EDGE, PersonHead
from .record_body import PaneBody
from .record_editor import RecordEditor
from .record_list import SIDE, RecordRow, inset
from .record_statement import StatementRow
from .record_unsaved import LockNote, UnsavedNote

WIDTH, LEAST, MOST = 400, 330, 520
_EDGE, _TOP = 20, t.GROUP - 4
_PATIENCE_MS = 300
"""How long the person before may stay in sight while the next one is read."""

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
        command_wanted: A command of the menus is wanted: (its id).
    """

    closed = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()
    command_wanted = Signal(str)

    def __init__(self, theme: Theme, workspace: Workspace) -> None:
        super().__init__()
        ground("surface", self)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        self.setAccessibleName("Panel pegawai")
        self._theme = theme
        self._workspace = workspace
        self._wanted = 0
        self._why = ""
        self._dimensi: int | None = None
        self._asked: tuple[int, int] | None = None
        self._shown: tuple[int, int] = (0, -1)
        self._found: tuple[YearState, Explanation] | None = None
        self._next: tuple[str, int] | None = None
        self._histories = Histories()
        self._years: tuple[tuple[int, int], list[YearPoints]] = ((0, -1), [])
        self._seen: tuple[int, int | None] = (0, None)
        self._scrolled = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._show_waiting)
        self._attic = QWidget(self)
        self._attic.hide()
        self.editor = RecordEditor(theme, workspace, self._attic)
        self._build()
        # Later: who wishes it stands in the body that goes, in the middle of an event of its own.
        self.editor.changed.connect(lambda: QTimer.singleShot(0, self, self._show_again))
        self.editor.saved.connect(self._go_to)
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
        self.unsaved = UnsavedNote(self._theme)
        self.unsaved.wanted.connect(self._go_back)
        self.lock = LockNote(self._theme)
        for part in (self.head, self.hint, self.unsaved, self.lock):
            top.addWidget(part)
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
        escape.activated.connect(self._escape)

    def _escape(self) -> None:
        """Cancel the form the keyboard is in, else close."""
        form, focused = self.editor.open_form, QApplication.focusWidget()
        if form is not None and focused is not None and form.isAncestorOf(focused):
            self.editor.cancel()
        else:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Insert adds a record and Ctrl+V several, wherever in the pane the keyboard is."""
        if event.key() == Qt.Key.Key_Insert and not event.modifiers():
            self.add_record()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Add what lies on the clipboard, rows of a spreadsheet, to the records that are listed."""
        body = self.area.widget()
        if isinstance(body, PaneBody) and body.lists:
            self.editor.paste(next(iter(body.lists)), QGuiApplication.clipboard().text())

    def edit_record(self, verb: str) -> None:
        """Add a record, or change or delete the one the keyboard is on.

        Args:
            verb: "tambah", "ubah" or "hapus"; what is to be changed and is none yet is gone to.
        """
        if verb == "tambah":
            self.add_record()
            return
        focused, body = QApplication.focusWidget(), self.area.widget()
        if isinstance(focused, RecordRow | StatementRow) and self.isAncestorOf(focused):
            (focused.edit_wanted if verb == "ubah" else focused.remove_wanted).emit()
        elif verb == "ubah" and isinstance(body, PaneBody) and self.editor.open_form is None:
            self._focus_again(body)

    def add_record(self) -> None:
        """Open the form of a new record of the first kind that is listed."""
        body = self.area.widget()
        if isinstance(body, PaneBody) and body.lists:
            self.editor.begin(body.new(next(iter(body.lists))))

    # What is shown --------------------------------------------------------------------------------

    def show_person(self, person_id: int, why: str = "") -> None:
        """Show a person by id, 0 for nobody.

        Args:
            person_id: Who.
            why: Of nobody: why there is nobody; empty for how somebody is chosen.
        """
        self._wanted = person_id
        self._why = why
        self._ask()

    def _forget(self) -> None:
        self._histories = Histories()
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
    def shown_person(self) -> int:
        """Id of who is shown with all that is known; 0 for nobody."""
        return self._shown[0]

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
                              if gone and current is not None else self._why or _HINT)  # fmt: skip
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
        if not isValid(self):
            return  # the pane went while the worker read
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
        self.editor.detach()
        self.area.setWidget(QWidget())

    def _give_up(self, key: tuple[int, int], why: str) -> None:
        """Say why nothing more can be shown, unless another person is wanted by now."""
        if not isValid(self):
            return
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
        self._exchange(lambda: _waiting(words))
        self._shown = (0, -1)
        self._found = None

    def _show_head(self, state: YearState, i: int) -> None:
        self.head.show_person(state, i, self._dimensi)
        self.head.setVisible(True)
        self.hint.setVisible(False)
        self._line.setVisible(True)

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
        self.editor.show_person(state, found)
        self.unsaved.say(self.editor.unsaved())
        locked = self._workspace.locked
        self.lock.say(self._why_locked(state) if locked else "")
        self._scrolled = self.area.verticalScrollBar().value() if same else 0
        body = self._exchange(lambda: self._make_body(state, found))
        for row in body.findChildren(RecordRow):
            if same and row.key in unfolded:
                row.toggle()
        self.setUpdatesEnabled(True)

    def _make_body(self, state: YearState, found: Explanation) -> PaneBody:
        editable = not self._workspace.locked
        body = PaneBody(self._theme, self.editor, state, found, self._dimensi, editable=editable)
        body.wanted.connect(self.editor.begin)
        body.remove_wanted.connect(self.editor.remove)
        body.year_wanted.connect(self._workspace.choose_year)
        body.command_wanted.connect(self.command_wanted)
        self._ask_years(body)
        return body

    def _ask_years(self, body: PaneBody) -> None:
        """Read the person's other years, and show them where the body that wants them is there."""
        current = self._workspace.current
        if self._dimensi is not None or current is None or len(current.years) == 1:
            return
        key, place = self._key, self._place()
        nip = int(current.state.roster.nip[place])
        if self._years[0] == key:
            body.show_years(self._years[1])
            return
        histories = self._histories

        def done(years: list[YearPoints]) -> None:
            if not isValid(self):
                return
            self._years = (key, years)
            shown = self.area.widget()
            if key == self._shown and isinstance(shown, PaneBody):
                shown.show_years(years)

        self._workspace.read(
            "Membaca tahun lain",
            lambda p, _: histories.of(p, key[0], nip),
            done,
            lambda _: None,
        )

    def _why_locked(self, state: YearState) -> str:
        if state.disahkan:
            return (
                f"Tahun {state.tahun} telah disahkan; datanya terkunci. "
                "Buka kembali di Laporan untuk mengubahnya."
            )
        return "Berkas dibuka untuk dibaca saja; tidak ada yang dapat diubah."

    def _exchange(self, make: Callable[[], QWidget]) -> QWidget:
        """Show another body; the keyboard stays in it if it was in the one before."""
        before, focused = self.area.widget(), QApplication.focusWidget()
        inside = focused is not None and before is not None and before.isAncestorOf(focused)
        form = self.editor.open_form
        kept = focused if form is not None and focused and form.isAncestorOf(focused) else None
        self.editor.detach()
        body = make()
        self.area.setWidget(body)
        self._make_room()
        if kept is not None and body.isAncestorOf(kept):
            kept.setFocus(Qt.FocusReason.OtherFocusReason)
        elif inside or self._next is not None:
            self._focus_again(body)
        self._next = None
        return body

    def _focus_again(self, body: QWidget) -> None:
        """Put the keyboard on what was saved, else where the reading begins."""
        rows = body.findChildren(RecordRow)
        wanted = next((row for row in rows if row.key == self._next), rows[0] if rows else None)
        if wanted is None or not isinstance(body, PaneBody):
            self.head.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
            return
        body.lists[wanted.key[0]].choose(wanted)
        QTimer.singleShot(0, self, lambda: self.area.ensure(wanted))

    # Editing --------------------------------------------------------------------------------------

    def _show_again(self) -> None:
        """Show the same person anew: a form was opened or closed."""
        if self._found is None:
            return
        self._show_found(*self._found)
        form = self.editor.open_form
        if form is not None and form.isVisible():
            form.focus_field(self.editor.field)
            QTimer.singleShot(0, form, lambda: self.area.ensure(form))

    def _go_to(self, himpunan: str, catatan: int) -> None:
        """Put the keyboard on a record as soon as it is shown."""
        self._next = (himpunan, catatan)

    def _go_back(self, person: int, tahun: int) -> None:
        """Look again at somebody for whom something was half typed."""
        current = self._workspace.current
        if current is not None and current.state.tahun != tahun:
            self._workspace.choose_year(tahun)
        self._workspace.choose_person(person)
        self.show_person(person)


def _waiting(words: str) -> QWidget:
    body = QWidget()
    body.setProperty("ground", "none")
    rows = QVBoxLayout(body)
    rows.addLayout(inset(Label(words, "quiet", wrap=True)))
    rows.addStretch()
    return body
