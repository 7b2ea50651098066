"""One course for many people: their NIPs pasted from Excel at the left, the course at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import format_int, format_nip
from ipasn_core.workflow.edit import NewRecord
from ipasn_core.workflow.edit_form import check_form, fault_words, form_fields
from ipasn_core.workflow.edit_many import Copied, add_course_to_many
from ipasn_core.workflow.import_ import import_rules
from ipasn_core.workflow.pasted_people import Found, PastedPeople, PastedPerson, read_people

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Label
from ..widgets.record_fields import FaultLine, Layout, RecordFields
from ..widgets.record_target import leading_kinds
from ..workspace import Workspace
from .import_people import Columns, TextTable
from .people_dialog import PeopleDialog, Work

MOST_OFFERED = 2_000
"""So many selected people are written into the list; more are pasted or imported."""

_SET = "pengembangan"
_ROWS: Layout = (
    (("jenis", 0), ("tingkat", 0)),
    (("nama", 0),),
    (("mulai", 0), ("selesai", 0), ("jp", 72)),
    (("penyelenggara", 0), ("nomor", 0)),
)
_AT_ONCE = 20_000
"""Characters that are read while one types; longer lists are read by the worker."""
_PATIENCE_MS = 150
_LIST_HEIGHT, _TABLE_LEAST = 104, 140
_NO_NAME = "Isi nama kegiatan."
_HINT = "Tempelkan daftar NIP dari Excel. Nama di sampingnya diabaikan."


class CourseDialog(PeopleDialog):
    """Asks for whom, and which course.

    Args:
        theme: Tokens.
        workspace: What is open.
        parent: The window.
        tempat: Indexes of people that are selected; they are written into the list.
    """

    def __init__(
        self, theme: Theme, workspace: Workspace, parent: QWidget | None, tempat: Sequence[int]
    ) -> None:
        assert workspace.current is not None
        self._state = workspace.current.state
        super().__init__(
            theme,
            workspace,
            parent,
            "Tambah kursus untuk banyak pegawai",
            "Kursus yang sama ditambahkan kepada setiap pegawai yang ditemukan, sekaligus. Yang "
            "sudah memilikinya tidak diubah.",
            "Tambahkan",
            QSize(1040, 600),
        )
        self._people = PastedPeople((), 0)
        self._reading = False
        self.list = QPlainTextEdit()
        self.counts = Label("", "caption", wrap=True)
        self.table = TextTable(theme, self._columns(), "Pegawai dalam daftar")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.read_list)
        self.fields = self._make_fields()
        self.fault = FaultLine(theme)
        self._lay_out()
        self.list.textChanged.connect(self._patience.start)
        self.fields.edited.connect(self._edit)
        if len(tempat) > 1:
            self._offer(tempat[:MOST_OFFERED])
        self.read_list()
        self._edit()
        (self.fields.inputs["jenis"].control if len(tempat) > 1 else self.list).setFocus()

    def _columns(self) -> Columns:
        names = self._state.roster.nama

        def nip(one: PastedPerson) -> str:
            return format_nip(str(one.nip)) if one.nip else one.tertulis

        def outcome(one: PastedPerson) -> str:
            return one.hasil.value[0].upper() + one.hasil.value[1:]

        def name(one: PastedPerson) -> str:
            return names[one.tempat] if one.tempat >= 0 else one.sebab or "–"

        return (("NIP", 184, nip), ("Hasil", 118, outcome), ("Nama", 90, name))

    def _make_fields(self) -> RecordFields:
        rules = import_rules(self._state.tahun, self._state.edition)

        def check(texts: Mapping[str, str]) -> Mapping[str, str]:
            found = check_form(_SET, None, texts, rules)
            return found if texts.get("nama") else found | {"nama": _NO_NAME}

        fields = form_fields(_SET)
        return RecordFields(self.theme, fields, _ROWS, {}, check, {})

    def _lay_out(self) -> None:
        self.list.setAccessibleName("Daftar NIP")
        self.list.setAccessibleDescription(_HINT)
        self.list.setPlaceholderText("198503122010011004\n198601152011012003\n…")
        self.list.setTabChangesFocus(True)
        self.list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.table.setMinimumHeight(_TABLE_LEAST)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(t.RELATED)
        heading = Label("Pegawai", "heading")
        hint = Label(_HINT, "caption", wrap=True)
        parts: tuple[QWidget, ...] = (heading, hint, self.list, self.counts)
        for part in parts:
            left.addWidget(part)
        left.addWidget(self.table, 1)
        right.addWidget(Label("Kursus", "heading"))
        right.addWidget(self.fields)
        right.addWidget(self.fault)
        right.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(t.SECTION)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid, 1)

    def _offer(self, tempat: Sequence[int]) -> None:
        roster = self._state.roster
        nips = roster.nip[list(tempat)].tolist()
        lines = (f"{nip}\t{roster.nama[k]}" for nip, k in zip(nips, tempat, strict=True))
        self.list.setPlainText("\n".join(lines))

    # Whom -----------------------------------------------------------------------------------------

    def read_list(self) -> None:
        """Look everybody up; a long list in the worker."""
        text, state = self.list.toPlainText(), self._state
        if len(text) <= _AT_ONCE:
            self._take(read_people(text, state))
            return
        self._reading = True
        self.settle()
        self.workspace.read(
            "Membaca daftar NIP", lambda _p, _: read_people(text, state), self._answer
        )

    def _answer(self, people: PastedPeople) -> None:
        if not self.left:
            self._reading = False
            self._take(people)

    def _take(self, people: PastedPeople) -> None:
        self._people = people
        self.table.rows.show_values(people.orang)
        self.counts.setText(_counts_words(people))
        many = len(people.tempat)
        self.go.setText(f"Tambahkan kepada {format_int(many)} pegawai" if many else "Tambahkan")
        self.settle()

    # What -----------------------------------------------------------------------------------------

    def _edit(self) -> None:
        inputs = self.fields.inputs
        inputs["tingkat"].setVisible(inputs["jenis"].text() in leading_kinds(self._state))
        self.fault.say("")
        self.settle()

    def why_not(self) -> str:
        """Return why it cannot be done."""
        if self._reading:
            return "Membaca daftar NIP …"
        if not self._people.tempat:
            return "Belum ada pegawai yang ditemukan."
        if self.fields.faults:
            first = next(iter(self.fields.faults.values()))
            return "Ada isian kursus yang belum benar." if self.fields.told else first
        return ""

    def save(self) -> None:
        """Add it, or say what is wrong at its field."""
        self._patience.stop()
        if self.fields.faults and self._people.tempat:
            self.fields.show_all()
            self.fields.focus(next(iter(self.fields.faults)))
        super().save()

    def work(self) -> Work:
        """Return what adds it."""
        roster = self._state.roster
        ids = roster.id[self._people.tempat].tolist()
        tahun, new = self._state.tahun, NewRecord(self.fields.texts())
        return lambda project, context, progress: add_course_to_many(
            project, context, tahun, ids, new, progress
        )

    def words(self, result: object, told: str) -> str:
        """Return what was added to whom, and who had it already."""
        assert isinstance(result, Copied)
        name = self.fields.texts()["nama"]
        had = f"; {format_int(result.sudah)} sudah memilikinya" if result.sudah else ""
        many = format_int(result.ditambah)
        return f"Kursus ditambahkan untuk {many} pegawai{had}: {name.rstrip('.')}."

    def nothing_changed(self, result: object) -> None:
        """Say that everybody has it."""
        super().nothing_changed(result)
        if not self.left:
            self.say("Semua pegawai dalam daftar sudah memiliki kursus ini.")

    def refuse(self, fault: IpasnError) -> None:
        """Tell why it was not added."""
        self.fault.say(fault_words(fault))
        super().refuse(fault)


def _counts_words(people: PastedPeople) -> str:
    """Return how many came out how: "38 ditemukan · 1 tidak ditemukan"."""
    order = (Found.ADA, Found.TIDAK_DIUKUR, Found.TIDAK_ADA, Found.GANDA, Found.SALAH)
    told = [
        f"{format_int(many)} {one.value}"
        for one in order
        if (many := people.count(one)) or one is Found.ADA
    ]
    if people.dilewati:
        told.append(f"{format_int(people.dilewati)} baris tanpa NIP dilewati")
    return " · ".join(told)
