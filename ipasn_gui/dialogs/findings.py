"""The findings of the year: what is open, where it stands, whom it is about; setting one aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int, format_nip
from ipasn_core.model.finding import Finding
from ipasn_core.workflow.finding_words import JUDUL, address_words, grouped
from ipasn_core.workflow.findings import open_findings, set_aside

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, Hairline, Label, SearchField, foot, ground
from ..widgets.empty_state import EmptyState
from ..widgets.finding_list import FindingList
from ..workspace import Workspace
from .message import Message
from .port import Dialogs

_SIZE = (1040, 600)
_RIGHT = 392


class FindingsDialog(QDialog):
    """Findings at the left, the chosen one at the right.

    Args:
        theme: Tokens.
        workspace: The open project.
        dialogs: Asks for the reason.
        parent: The window.

    Attributes:
        person_wanted: Somebody wants to see whom a finding is about: (id of the person).
    """

    person_wanted = Signal(int)

    def __init__(
        self, theme: Theme, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._workspace = workspace
        self._dialogs = dialogs
        self._finding: Finding | None = None
        self.setWindowTitle("Temuan")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left(), 1)
        row.addWidget(Hairline(theme, upright=True))
        row.addWidget(self._right())
        column.addLayout(row, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(self._foot())
        workspace.changed.connect(self.refresh)
        workspace.closed.connect(self.reject)
        workspace.jobs.started.connect(self._enable)
        workspace.jobs.ended.connect(self._enable)
        self.refresh()

    def _left(self) -> QWidget:
        side = ground("surface")
        column = QVBoxLayout(side)
        column.setContentsMargins(t.MARGIN, t.SECTION, t.GROUP, t.GROUP)
        column.setSpacing(t.RELATED)
        head = QHBoxLayout()
        self.heading = Label("", "title")
        head.addWidget(self.heading, 1)
        self.field = SearchField(self.theme, "Cari temuan, berkas, atau NIP")
        self.field.setFixedWidth(260)
        head.addWidget(self.field)
        column.addLayout(head)
        self.list = FindingList(self.theme)
        self.field.textChanged.connect(self.list.set_search)
        self.list.chosen.connect(self._show)
        self.none = EmptyState(
            self.theme,
            "checkmark_circle",
            "Tidak ada temuan terbuka",
            "Semua yang diimpor terbaca, dan tidak ada data yang saling bertentangan.",
        )
        column.addWidget(self.list, 1)
        column.addWidget(self.none, 1)
        return side

    def _right(self) -> QWidget:
        inner = ground("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(t.GROUP, t.SECTION, t.MARGIN, t.GROUP)
        column.setSpacing(4)
        self.title = Label("", "name", wrap=True)
        self.place = Label("", "caption", wrap=True)
        self.text = Label("", wrap=True)
        self.todo_heading = Label("Yang perlu dilakukan", "header")
        self.todo = Label("", wrap=True)
        self.person = Button(self.theme, "", "link")
        self.person.clicked.connect(self._go_to_person)
        for part in (self.title, self.place, self.text, self.todo_heading, self.todo, self.person):
            column.addWidget(part)
            if part in (self.place, self.text, self.todo):
                column.addSpacing(t.RELATED)
        column.addStretch(1)
        area = QScrollArea()
        area.setFixedWidth(_RIGHT)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _foot(self) -> QWidget:
        made, row = foot()
        self.why = Label("", "caption", wrap=True)
        row.addWidget(self.why, 1)
        self.aside = Button(self.theme, "Abaikan dengan alasan…")
        self.aside.clicked.connect(self._set_aside)
        row.addWidget(self.aside)
        close = Button(self.theme, "Tutup", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return made

    def refresh(self) -> None:
        """List what is open now."""
        current = self._workspace.current
        if current is None:
            return
        found = open_findings(current.state)
        aside = sum(one.keadaan == "diabaikan" for one in current.state.temuan)
        aside += len(current.state.diabaikan)
        self.heading.setText(f"{format_int(len(found))} temuan terbuka" if found else "Temuan")
        told = f"{format_int(aside)} temuan diabaikan dengan alasan." if aside else ""
        if current.state.galat_terbuka:
            told = f"Temuan galat yang terbuka menahan pengesahan. {told}".strip()
        self.why.setText(told)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.list.show_findings(found)
        self._show(grouped(found)[0].findings[0] if found else None)

    def choose(self, finding: Finding) -> None:
        """Look at a finding."""
        self.list.choose(finding)
        self._show(finding)

    def _show(self, finding: Finding | None) -> None:
        self._finding = finding
        self.title.setText("" if finding is None else JUDUL.get(finding.kode, finding.pesan))
        self.place.setText("" if finding is None else address_words(finding))
        self.text.setText("" if finding is None else finding.pesan)
        todo = "" if finding is None else finding.perbaikan or ""
        self.todo.setText(todo)
        self.todo_heading.setVisible(bool(todo))
        self.person.setText(self._person_words())
        self.person.setVisible(bool(self.person.text()))
        self._enable()

    def _enable(self, _job: object = None) -> None:
        free = not self._workspace.locked and not self._workspace.jobs.writing
        self.aside.setEnabled(free and self._finding is not None)

    def _place_of_person(self) -> int:
        """Return where in the roster the person of the finding stands, -1 for nobody."""
        current, finding = self._workspace.current, self._finding
        if current is None or finding is None or not finding.nip:
            return -1
        roster = current.state.roster
        at = int(roster.nip.searchsorted(finding.nip))
        return at if at < len(roster) and int(roster.nip[at]) == finding.nip else -1

    def _person_words(self) -> str:
        at, current = self._place_of_person(), self._workspace.current
        if at < 0 or current is None:
            return ""
        roster = current.state.roster
        return f"{roster.nama[at]}, {format_nip(str(int(roster.nip[at])))}"

    def _go_to_person(self) -> None:
        at, current = self._place_of_person(), self._workspace.current
        if at >= 0 and current is not None:
            self.person_wanted.emit(int(current.state.roster.id[at]))
            self.accept()

    def _set_aside(self) -> None:
        current, finding = self._workspace.current, self._finding
        if current is None or finding is None:
            return
        question = Message(
            "Abaikan temuan ini?",
            f"{finding.pesan} Alasannya tercatat dalam jurnal, jumlahnya disebut dalam laporan.",
            "Abaikan temuan",
        )
        reason = self._dialogs.ask_text(question, "Alasan")
        if reason is None:
            return
        state = current.state
        self._workspace.change(
            "Mengabaikan temuan",
            lambda p, c, _: set_aside(p, c, state, finding.id, reason),
            lambda _: self._workspace.told.emit(f"Temuan diabaikan: {reason}", True),
        )
