"""`ImportSession`: the files, the officer's choices and the plan of one import, without a widget.

Whatever changes, the plan is made anew by a job; a plan that is being made is dropped for a newer
one. Nothing is stored before `apply`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import is_
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from ipasn_core.errors import IpasnError, UsageError
from ipasn_core.formatting import format_int
from ipasn_core.importing.collector import collector_resting, take_into_collections
from ipasn_core.importing.sheet_choice import Perbuatan
from ipasn_core.model.finding import Finding
from ipasn_core.progress import Progress
from ipasn_core.storage.project import Project
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.files import check_output
from ipasn_core.workflow.import_ import (
    STALE,
    Opened,
    OpenedFile,
    Options,
    Prepared,
    apply,
    newest_entry,
    open_sheet,
)
from ipasn_core.workflow.import_spelling import Meaning, Spelling, add_spelling
from ipasn_core.workflow.import_view import SheetSeen
from ipasn_core.workflow.refused import save_refused
from ipasn_core.workflow.undo import undo

from ..jobs import Job
from ..workspace import Workspace
from .import_choices import ImportChoices
from .import_plan import NOTHING, PlanSeen, look

T = TypeVar("T")


class ImportSession(QObject):
    """One import, from files to done.

    Attributes:
        seen: The plan, and what is shown of it.
        done: Whether the journal has an entry of this import that stands.
        changed: Files, choices or the plan are others.
        busy_changed: A job began or ended.
        faulted: Something was refused: (IpasnError).
        applied: The plan is stored.
        stopped: A job was cancelled.
        told: Something was done, or left: (a sentence).
    """

    changed = Signal()
    busy_changed = Signal()
    faulted = Signal(object)
    applied = Signal()
    stopped = Signal()
    told = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.files: list[OpenedFile] = []
        self.seen = NOTHING
        self.choices = ImportChoices()
        self.spelled: list[tuple[Spelling, Meaning]] = []
        self.cakup: tuple[str, ...] = ()
        self.ganti = False
        self.done = False
        self.fault: IpasnError | None = None
        self._tickets: list[_Ticket] = []
        self._gone = False

    # What there is --------------------------------------------------------------------------------

    @property
    def prepared(self) -> Prepared | None:
        """The plan."""
        return self.seen.prepared

    @property
    def sheets(self) -> tuple[SheetSeen, ...]:
        """Sheets of the files, and their tables."""
        return self.seen.sheets

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the plan finds."""
        return self.seen.findings

    @property
    def rows(self) -> int:
        """Rows of which something is kept out, wholly or in part."""
        return self.seen.rows

    @property
    def changes(self) -> int:
        """How many people are new or change."""
        return self.seen.counts.get("baru", 0) + self.seen.counts.get("berubah", 0)

    @property
    def readable(self) -> list[OpenedFile]:
        """Files with sheets."""
        return [one for one in self.files if one.buku is not None]

    @property
    def tahun(self) -> int:
        """The year that is imported into."""
        current = self.workspace.current
        return 0 if current is None else current.state.tahun

    @property
    def options(self) -> Options:
        """The choices, as the command line would write them."""
        mine = self.choices
        return Options(self.tahun, mine.kolom, self.cakup, self.ganti, lembar=mine.lembar)

    @property
    def ready(self) -> bool:
        """Whether there is a plan that tells what these files and choices come to."""
        return not self.busy and self.current

    @property
    def current(self) -> bool:
        """Whether the plan is of these files and choices: one that was stopped is not."""
        prepared = self.prepared
        if prepared is None or prepared.options != self.options:
            return False
        mine = [one for one in self.files if not one.gone]
        theirs = prepared.opened.berkas
        return len(mine) == len(theirs) and all(map(is_, mine, theirs))

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits that the import has to wait for."""
        return any(not ticket.quiet for ticket in self._tickets)

    @property
    def title(self) -> str:
        """What the job is called that the import waits for."""
        return next((one.job.title for one in self._tickets if not one.quiet), "")

    @property
    def refused(self) -> int:
        """Rows that are kept out as a whole."""
        return 0 if self.prepared is None else self.prepared.plan.ditolak

    def of_kind(self, kode: str) -> Sequence[Finding]:
        """Return the findings of a kind."""
        return self.seen.kinds.get(kode, ())

    def owns(self, job: object) -> bool:
        """Tell whether a job is of this import."""
        return any(ticket.job is job for ticket in self._tickets)

    # Files and choices ----------------------------------------------------------------------------

    def add(self, paths: Sequence[Path]) -> None:
        """Open files that are not among these yet."""
        known = {one.path.absolute() for one in self.files}
        asked = list(dict.fromkeys(map(Path.absolute, paths)))
        new = [path for path in asked if path not in known]
        if len(new) < len(asked):
            there = next(path for path in asked if path in known)
            more = len(asked) - len(new) - 1
            rest = f" dan {format_int(more)} berkas lain" if more else ""
            self.told.emit(f"“{there.name}”{rest} sudah ada dalam daftar.")
        if not new:
            return

        def work(progress: Progress) -> list[OpenedFile]:
            return [open_sheet(path, progress) for path in new]

        def take(opened: list[OpenedFile]) -> None:
            self._tell_twins(opened)
            self.files += opened
            self.plan()

        ticket = self._open(take)
        ways = (ticket.done, ticket.failed, ticket.cancelled)
        job = Job(f"Membaca {format_int(len(new))} berkas", work, *ways, cancellable=True)
        self._start(ticket, self.workspace.jobs.run(job))

    def _tell_twins(self, opened: Sequence[OpenedFile]) -> None:
        """Say of a file that another one holds the very same."""
        known = {one.berkas.sha256: one.path.name for one in self.files if one.buku is not None}
        for one in opened:
            twin = known.setdefault(one.berkas.sha256, one.path.name)
            if one.buku is not None and twin != one.path.name:
                self.told.emit(f"Isi “{one.path.name}” sama persis dengan “{twin}”.")

    def remove(self, berkas_ke: int) -> None:
        """Take a file out of the import."""
        gone = self.files.pop(berkas_ke)
        name = gone.berkas.berkas
        if all(one.berkas.berkas != name for one in self.files):
            self.choices.forget(name)
        self.plan()

    def choose(self, sheet: SheetSeen, huruf: str, bidang: str) -> None:
        """Use a column as a field, and plan anew."""
        self.choices.choose(sheet, huruf, bidang)
        self.plan()

    def read_hidden(self, sheet: SheetSeen) -> None:
        """Read a hidden sheet: its file is opened once more, with what it hides."""
        prepared = self.prepared
        if prepared is None:
            return
        before = prepared.opened.berkas[sheet.berkas_ke]

        def work(progress: Progress) -> OpenedFile:
            return open_sheet(before.path, progress, tersembunyi=True)

        def take(opened: OpenedFile) -> None:
            if opened.galat is not None:
                self._refuse(opened.galat)
            elif any(one is before for one in self.files):
                self.files = [opened if one is before else one for one in self.files]
                self.say(sheet, "baca", "")

        ticket = self._open(take)
        ways = (ticket.done, ticket.failed, ticket.cancelled)
        job = Job(f"Membaca {before.path.name}", work, *ways, cancellable=True)
        self._start(ticket, self.workspace.jobs.run(job))

    def say(self, sheet: SheetSeen, perbuatan: Perbuatan, nilai: str | None) -> None:
        """Say something of a sheet or a table of it, None to take it back; plan anew."""
        before = self.choices.said
        self.choices.say(sheet, perbuatan, nilai)
        if self.choices.said != before:
            self.plan()

    def choose_coverage(self, cakup: tuple[str, ...], *, ganti: bool) -> None:
        """Say for whom histories are complete, and whether what they leave out is removed."""
        if (cakup, ganti) != (self.cakup, self.ganti):
            self.cakup, self.ganti = cakup, ganti
            self.plan()

    # Work -----------------------------------------------------------------------------------------

    def plan(self) -> None:
        """Make the plan anew; one that is being made is dropped for it."""
        for ticket in self._tickets:
            if ticket.plans:
                ticket.wanted = False
                self.workspace.jobs.cancel(ticket.job)
        self.fault = None
        if not self.readable:
            self.seen = NOTHING
            self.changed.emit()
            return
        opened = Opened(tuple(one for one in self.files if not one.gone))
        tahun, options = self.tahun, self.options

        def work(project: Project, progress: Progress) -> PlanSeen:
            return look(project, tahun, opened, options, progress)

        def take(seen: PlanSeen) -> None:
            self.seen = seen
            self.choices.keep()
            self.changed.emit()

        ticket = self._open(take, plans=True)
        ways = (ticket.done, ticket.failed, ticket.cancelled)
        self._start(ticket, self.workspace.read("Menyusun rencana", work, *ways))

    def spell(self, spelling: Spelling, meaning: Meaning) -> None:
        """Keep in the project what a spelling means, and plan anew."""
        tahun = self.tahun

        def finish(_: object) -> None:
            self.spelled.append((spelling, meaning))
            self.plan()

        self._change(
            "Menambahkan ejaan",
            lambda p, c, _: add_spelling(p, c, tahun, spelling, meaning),
            finish,
        )

    def unspell(self) -> None:
        """Take back the newest spelling that was added here, and plan anew."""

        def finish(_: object) -> None:
            self.spelled.pop()
            self.plan()

        if self.spelled:
            self._change("Mengurungkan ejaan", lambda p, c, _: undo(p, c, "atur"), finish)

    def _change(
        self,
        title: str,
        work: Callable[[Project, Context, Progress], object],
        done: Callable[[Any], None],
    ) -> None:
        ticket = self._open(done)
        ways = (ticket.done, ticket.failed, ticket.cancelled)
        self._start(ticket, self.workspace.change(title, work, *ways))

    def ask(
        self, title: str, work: Callable[[Prepared, Progress], T], done: Callable[[T], None]
    ) -> None:
        """Work something out of the plan, in the worker."""
        prepared = self.prepared
        if prepared is not None:
            ticket = self._open(done, quiet=True)
            ways = (ticket.done, ticket.failed, ticket.cancelled)

            def find(_: Project, progress: Progress) -> T:
                with collector_resting():
                    return work(prepared, progress)

            self._start(ticket, self.workspace.read(title, find, *ways))

    def apply(self) -> None:
        """Store the plan."""
        prepared = self.prepared
        if prepared is None or self.busy:
            return

        def work(project: Project, context: Context, progress: Progress) -> bool:
            with collector_resting():
                apply(project, context, prepared, progress)
            return newest_entry(project) != prepared.jurnal

        def finish(stored: bool) -> None:
            self.done = stored
            self.applied.emit()

        self._change(f"Mengimpor {format_int(len(self.readable))} berkas", work, finish)

    def save_refused(self, path: Path, done: Callable[[], None]) -> None:
        """Save what was kept out as a workbook."""
        prepared, project = self.prepared, self.workspace.path
        if prepared is None:
            return
        inputs = [one.path for one in self.files] + ([project] if project is not None else [])

        def work(_: Progress) -> None:
            check_output(path, ".xlsx", inputs)
            save_refused(path, prepared.reading, prepared.planned)

        ticket = self._open(lambda _: done())
        job = Job("Menyimpan baris ditolak", work, ticket.done, ticket.failed, ticket.cancelled)
        self._start(ticket, self.workspace.jobs.run(job))

    def undo(self, done: Callable[[], None]) -> None:
        """Take the import back."""

        def finish(_: object) -> None:
            self.done = False
            done()

        self._change("Mengurungkan impor", lambda p, c, _: undo(p, c, "impor"), finish)

    def cancel(self) -> None:
        """Stop what runs."""
        for ticket in self._tickets:
            self.workspace.jobs.cancel(ticket.job)

    def drop(self) -> None:
        """Stop what runs and want nothing of it any more: the dialog goes."""
        self.cancel()
        for ticket in self._tickets:
            ticket.wanted = False
        self._gone = True

    def release(self) -> None:
        """Let the files and the plan go: the dialog is closed."""
        self.files, self.seen = [], NOTHING
        take_into_collections()

    # Jobs -----------------------------------------------------------------------------------------

    def _open(
        self, do: Callable[[Any], None], *, plans: bool = False, quiet: bool = False
    ) -> _Ticket:
        """Return a ticket for a job, with what is done at each of its ends."""
        ticket = _Ticket(plans=plans, quiet=quiet)

        def ended(go_on: Callable[[], None]) -> None:
            self._tickets.remove(ticket)
            if ticket.wanted:
                go_on()
            if not self._gone:
                self.busy_changed.emit()

        ticket.done = lambda result: ended(lambda: do(result))
        ticket.failed = lambda fault: ended(lambda: self._refuse(fault))
        ticket.cancelled = lambda: ended(self.stopped.emit)
        return ticket

    def _start(self, ticket: _Ticket, job: Job[Any]) -> None:
        ticket.job = job
        self._tickets.append(ticket)
        self.busy_changed.emit()

    def _refuse(self, fault: IpasnError) -> None:
        self.fault = fault
        if isinstance(fault, UsageError):
            self.choices.take_back()
        if fault.kode == STALE:
            self.plan()
            self.fault = fault
        self.faulted.emit(fault)


class _Ticket:
    """A job of an import, and whether what it comes to is still wanted."""

    done: Callable[[Any], None]
    failed: Callable[[IpasnError], None]
    cancelled: Callable[[], None]
    job: Job[Any]

    def __init__(self, *, plans: bool, quiet: bool) -> None:
        self.plans = plans
        self.quiet = quiet
        self.wanted = True
