"""`HistoryDialog`: the journal as a list; searched, taken back to an entry, copied, exported."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.errors import UserError
from ipasn_core.formatting import format_int
from ipasn_core.workflow.history import DIURUNGKAN, Line, Lines, journal_lines
from ipasn_core.workflow.journal_details import entry_details
from ipasn_core.workflow.journal_words import JENIS, kind_words, moment_words
from ipasn_core.workflow.lists import entries_listing, save_listing
from ipasn_core.workflow.undo import Walked, redo_to, undo_to

from .. import theme as t
from ..models.history_rows import HistoryFilter
from ..theme import Theme
from ..widgets.chip import Chip
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Hairline, Label, SearchField, foot, ground
from ..widgets.empty_state import EmptyState
from ..widgets.history_detail import HistoryDetail
from ..widgets.history_list import HistoryList
from ..widgets.told_note import ToldNote
from ..workspace import Workspace
from .message import Message
from .port import WORKBOOK, Dialogs
from .wide import WideDialog

_LEFT, _LEFT_NARROW = 520, 400
_EVERY = "Semua jenis"
_NAMED = 3
"""Changes that a question before undoing names; of the others it says how many."""


class HistoryDialog(WideDialog):
    """Entries at the left, the newest first; the chosen one at the right.

    Args:
        theme: Tokens.
        workspace: The open project.
        dialogs: The port for files and questions.
        parent: The window.
        nip: Of whom alone it tells at first; 0 for everybody.
        nama: Name of that person.

    Attributes:
        person_wanted: Somebody wants to see whom an entry is about: (id of the person).
    """

    person_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        dialogs: Dialogs,
        parent: QWidget | None,
        *,
        nip: int = 0,
        nama: str = "",
    ) -> None:
        super().__init__(theme, "Riwayat", parent)
        self._workspace = workspace
        self._dialogs = dialogs
        self._found: Lines | None = None
        self._line: Line | None = None
        self._nip, self._nama = nip, nama
        self._about: frozenset[int] | None = frozenset() if nip else None
        self.list = HistoryList(theme)
        self.detail = HistoryDetail(theme)
        self._lay_out()
        self._connect()
        self._show_person()
        self.refresh()
        self.list.setFocus()

    # The dialog itself ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(Hairline(self.theme, upright=True))
        row.addWidget(self._right(), 1)
        column.addLayout(row, 1)
        column.addWidget(Hairline(self.theme))
        column.addWidget(self._foot())

    def _left(self) -> QWidget:
        self._side = ground("surface")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(t.GROUP, t.GROUP, t.RELATED, t.RELATED)
        column.setSpacing(t.RELATED)
        column.addWidget(Label("Riwayat", "title"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, t.RELATED, 0)
        row.setSpacing(t.RELATED)
        self.field = SearchField(self.theme, "Cari nama, NIP, berkas, atau tanggal")
        self.kinds = Chooser(self.theme)
        self.kinds.setAccessibleName("Jenis perubahan")
        self.kinds.addItem(_EVERY, "")
        row.addWidget(self.field, 3)
        row.addWidget(self.kinds, 2)
        column.addLayout(row)
        chips = QHBoxLayout()
        self.whose = Chip(self.theme)
        chips.addWidget(self.whose)
        chips.addStretch(1)
        column.addLayout(chips)
        column.addWidget(self.list, 1)
        column.addStretch(0)  # what stands above stays there without the list
        return self._side

    def _right(self) -> QWidget:
        side = ground("surface")
        column = QVBoxLayout(side)
        column.setContentsMargins(t.SECTION - 4, t.GROUP - 4, t.GROUP, t.GROUP)
        column.setSpacing(t.RELATED)
        self.unmatched = EmptyState(self.theme, "search", "", "", "Hapus saringan")
        self.why = Label("", "caption", wrap=True)
        self.back = Button(self.theme, "Urungkan sampai di sini…", "", "arrow_undo")
        self.again = Button(self.theme, "Ulangi sampai di sini", "", "arrow_redo")
        column.addWidget(self.detail, 1)
        column.addWidget(self.unmatched, 1)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(t.GROUP)
        row.addWidget(self.back)
        row.addWidget(self.again)
        row.addWidget(self.why, 1)
        column.addLayout(row)
        return side

    def _foot(self) -> QWidget:
        made, row = foot()
        self.export = Button(self.theme, "Ekspor…", "quiet", "arrow_download")
        self.export.setToolTip("Ekspor yang tampil ke Excel atau CSV (Ctrl+E)")
        self.copy_button = Button(self.theme, "Salin", "quiet", "copy", size=16)
        self.copy_button.setToolTip("Salin yang dipilih (Ctrl+C)")
        self.note = ToldNote(self.theme, self._workspace)
        self.close_button = Button(self.theme, "Tutup", "primary")
        row.addWidget(self.export)
        row.addWidget(self.copy_button)
        row.addWidget(self.note, 1)
        row.addWidget(self.close_button)
        return made

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.changed.connect(self.refresh)
        workspace.closed.connect(self.reject)
        workspace.jobs.started.connect(self._enable)
        workspace.jobs.ended.connect(self._enable)
        self.field.textChanged.connect(lambda _: self._filter())
        self.field.returnPressed.connect(self.list.setFocus)
        self.kinds.activated.connect(lambda _: self._filter())
        self.whose.taken_off.connect(lambda: self.keep_to(0, ""))
        self.unmatched.primary_wanted.connect(self._clear)
        self.list.chosen.connect(self._show)
        self.detail.person_wanted.connect(self._go_to_person)
        self.detail.only_wanted.connect(self._keep_to_person)
        self.back.clicked.connect(self.undo_to_here)
        self.again.clicked.connect(self.redo_to_here)
        self.export.clicked.connect(self.export_list)
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.accept)
        for keys, do in (
            ("Ctrl+F", self.field.setFocus),
            ("Ctrl+E", self.export_list),
            ("Ctrl+Z", workspace.undo),
            ("Ctrl+Y", workspace.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        copy = QShortcut(QKeySequence("Ctrl+C"), self.list)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self.copy)

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        """Give the list less where there is little."""
        self._side.setFixedWidth(_LEFT_NARROW if self.width() < t.NARROW else _LEFT)

    # What is listed -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the journal, in a job."""
        nip = self._nip

        def take(result: tuple[Lines, frozenset[int] | None]) -> None:
            if self.left:
                return
            self._found, about = result
            if nip == self._nip:
                self._about = about
            self._fill_kinds()
            wanted = 0 if self._line is None else self._line.entri.id
            self.list.show_lines(self._found.lines, self._wanted(), wanted)

        self._workspace.read(
            "Membaca riwayat",
            lambda p, _: (journal_lines(p), p.entries_about(nip) if nip else None),
            take,
        )

    def _fill_kinds(self) -> None:
        assert self._found is not None
        chosen = self.kinds.currentData()
        there = {one.entri.perbuatan for one in self._found.lines}
        self.kinds.clear()
        self.kinds.addItem(_EVERY, "")
        for kind in (*JENIS, *sorted(there - set(JENIS))):
            if kind in there:
                self.kinds.addItem(kind_words(kind), kind)
        self.kinds.setCurrentIndex(max(self.kinds.findData(chosen), 0))

    def _wanted(self) -> HistoryFilter:
        return HistoryFilter(self.field.text(), str(self.kinds.currentData() or ""), self._about)

    def _filter(self) -> None:
        self.list.filter(self._wanted())

    def _clear(self) -> None:
        self.field.clear()
        self.kinds.setCurrentIndex(0)
        self.keep_to(0, "")
        self._filter()
        self.field.setFocus()

    def keep_to(self, nip: int, nama: str) -> None:
        """List only what is about a person; 0 for everybody."""
        if nip == self._nip:
            return
        self._nip, self._nama = nip, nama
        self._show_person()
        if nip:
            self.refresh()
        else:
            self._about = None
            self._filter()

    def _show_person(self) -> None:
        self.whose.setVisible(bool(self._nip))
        if self._nip:
            self.whose.show_filter(f"Tentang {self._nama}", active=True)

    # The chosen one -------------------------------------------------------------------------------

    def _show(self, line: Line | None) -> None:
        self._line = line
        self.detail.setVisible(line is not None)
        self.list.setVisible(line is not None)
        self.unmatched.setVisible(line is None and self._found is not None)
        words = self.field.text().strip()
        named = f"“{words}”" if words else "saringan ini"
        self.unmatched.say(f"Tidak ada perubahan yang cocok dengan {named}", "")
        if line is not None and self._found is not None:
            self.detail.show_line(
                line,
                entry_details(line.entri, self._found.entries),
                self._found.zona,
                here=self._person_id(line) > 0,
                only=line.nip != self._nip,
            )
        self._enable()

    def _person_id(self, line: Line) -> int:
        """Return the id of whom an entry names, 0 for somebody who is not in the year."""
        current = self._workspace.current
        if current is None or not line.nip:
            return 0
        roster = current.state.roster
        at = int(roster.nip.searchsorted(line.nip))
        there = at < len(roster) and int(roster.nip[at]) == line.nip
        return int(roster.id[at]) if there else 0

    def _go_to_person(self) -> None:
        person = 0 if self._line is None else self._person_id(self._line)
        if person:
            self.accept()
            self.person_wanted.emit(person)

    def _keep_to_person(self) -> None:
        if self._line is not None:
            self.keep_to(self._line.nip, self._line.nama)

    # What can be done -----------------------------------------------------------------------------

    def _enable(self, _job: object = None) -> None:
        line, found, current = self._line, self._found, self._workspace.current
        self.export.setEnabled(line is not None)
        self.copy_button.setEnabled(line is not None)
        for part in (self.back, self.again, self.why):
            part.setVisible(line is not None)
        if line is None or found is None or current is None:
            return
        free = current.writable and not self._workspace.jobs.writing
        again = found.redone_by(line.entri.id) if line.keadaan == DIURUNGKAN else []
        later = found.later(line.entri.id)
        self.again.setVisible(bool(again))
        self.back.setVisible(not again)
        self.again.setEnabled(free)
        self.back.setEnabled(free and later > 0)
        if not current.writable:
            self.why.setText("Berkas dibuka untuk dibaca saja.")
        elif again:
            many = format_int(len(again))
            self.why.setText(f"{many} perubahan berlaku lagi, sampai dan dengan yang ini.")
        elif later:
            many = format_int(later)
            self.why.setText(f"{many} perubahan sesudah ini diurungkan; yang ini tetap.")
        else:
            self.why.setText("Tidak ada perubahan yang berlaku sesudah ini.")

    def undo_to_here(self) -> None:
        """Ask, and take back everything after the entry that is looked at."""
        line, found = self._line, self._found
        later = [] if line is None or found is None else found.undone_by(line.entri.id)
        if line is None or not later or self._workspace.jobs.writing:
            return
        many, nomor = f"{format_int(len(later))} perubahan", line.entri.id
        question = Message(f"Urungkan {many}?", _named(later), f"Urungkan {many}")
        if self._dialogs.confirm(question):
            self._workspace.change(
                "Mengurungkan",
                lambda p, c, progress: undo_to(p, c, nomor, progress),
                lambda walked: self._tell(walked, "diurungkan"),
            )

    def redo_to_here(self) -> None:
        """Bring back what was undone last, to and with the entry that is looked at."""
        line = self._line
        if line is not None and not self._workspace.jobs.writing:
            nomor = line.entri.id
            self._workspace.change(
                "Mengulangi",
                lambda p, c, progress: redo_to(p, c, nomor, progress),
                lambda walked: self._tell(walked, "diulangi"),
            )

    def _tell(self, walked: Walked, verb: str) -> None:
        many = f"{format_int(len(walked.entries))} perubahan {verb}"
        self._workspace.told.emit(f"{many}.", False)
        if walked.fault is not None:
            fault = walked.fault
            self._dialogs.fault(
                UserError(f"{many}, lalu berhenti. {fault.pesan}", fault.perbaikan, fault.kode)
            )

    def copy(self) -> None:
        """Put the selected lines on the clipboard, as a spreadsheet takes them."""
        found, lines = self._found, self.list.selected()
        if found is not None and lines:
            rows = [
                (moment_words(one.entri.waktu, found.zona), one.entri.pengguna, one.kalimat)
                for one in lines
            ]
            QApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))

    def export_list(self) -> None:
        """Write the lines in sight into a workbook or CSV."""
        found, project, current = self._found, self._workspace.path, self._workspace.current
        entries = [one.entri for one in self.list.rows.lines]
        if found is None or project is None or current is None or not entries:
            return
        name = f"Riwayat {current.state.settings.instansi}.xlsx"
        path = self._dialogs.save_file("Ekspor riwayat", WORKBOOK, name)
        if path is None:
            return
        self._workspace.read(
            f"Mengekspor ke {path.name}",
            lambda _, progress: save_listing(
                entries_listing(entries, found.entries, found.zona), project, path, progress
            ),
            lambda _: self._workspace.told.emit(f"Disimpan: {path.name}.", False),
        )


def _named(changes: Sequence[str]) -> str:
    """Return what is taken back in words, the newest first."""
    told = "\n".join(f"• {one}" for one in changes[:_NAMED])
    rest = len(changes) - _NAMED
    more = f"\n• dan {format_int(rest)} perubahan lain" if rest > 0 else ""
    note = "Yang diurungkan dapat diulangi selama belum ada perubahan lain."
    return f"{told}{more}\n\n{note}"
