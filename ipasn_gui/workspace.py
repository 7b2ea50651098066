"""`Workspace`: the open project, the chosen year and perangkat daerah, and the few signals.

The project itself lives in the worker thread and is touched by jobs alone. The window holds
`Current`, an immutable value; a job that changes the project returns a new one, which is swapped
in, and `changed` says so.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ipasn_core.errors import IpasnError, StorageError

from .held import Held
from .jobs import Job, Jobs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ipasn_core.model.scores import Group
    from ipasn_core.progress import Progress
    from ipasn_core.storage.project import Project
    from ipasn_core.workflow.context import Context
    from ipasn_core.workflow.current import Current
    from ipasn_core.workflow.explain import Explanation

    from .models.people_index import PeopleIndex

# The core is imported where it is first needed, mostly in the worker: the start page, which needs
# nothing of it, then stands at once.

T = TypeVar("T")


class Workspace(QObject):
    """What is open, and what of it is looked at.

    Attributes:
        opened: A project is open and its year loaded.
        closed: No project is open any more.
        changed: Another `Current` holds: another year, or the same after a change.
        filtered: Another perangkat daerah is chosen (or another `Current` holds).
        stayed: Another year was chosen and is not shown: it was stopped, or could not be read.
        person_changed: Another person is looked at.
        told: Something just happened: (sentence, whether it can be undone).
    """

    opened = Signal()
    closed = Signal()
    changed = Signal()
    filtered = Signal()
    stayed = Signal()
    person_changed = Signal()
    told = Signal(str, bool)

    def __init__(
        self,
        jobs: Jobs,
        now: Callable[[], datetime.datetime],
        user: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self._now = now
        self._user = user
        # What the worker holds open, and what of it the window has been told: a job queued for one
        # project never runs on the next.
        self._held = Held()
        self._project: Project | None = None
        self.path: Path | None = None
        self.current: Current | None = None
        self.version = 0
        self.opd = -1
        self.person = 0
        self._people: NDArray[np.int64] | None = None
        self.reading_only: StorageError | None = None
        self._group: Group | None = None
        self._index: PeopleIndex | None = None

    # What is open ---------------------------------------------------------------------------------

    @property
    def locked(self) -> bool:
        """Whether nothing may be changed: signed, or open for reading only."""
        current = self.current
        return current is None or not current.writable or current.state.disahkan

    @property
    def why_locked(self) -> str:
        """Why nothing may be changed, in a sentence and what to do; empty where it may."""
        current = self.current
        if current is None or not self.locked:
            return ""
        if not current.writable:
            return "Berkas dibuka untuk dibaca saja; datanya tidak dapat diubah."
        return (
            f"Tahun {current.state.tahun} telah disahkan; datanya terkunci. Buka kembali tahun itu "
            "di tab Laporan sebelum mengubahnya."
        )

    @property
    def index(self) -> PeopleIndex:
        """Words of the year's people, made once for all tabs; only while a project is open."""
        assert self.current is not None
        if self._index is None or self._index.state is not self.current.state:
            from .models.people_index import PeopleIndex  # noqa: PLC0415

            made = self._held.made
            known = made is not None and made.state is self.current.state
            self._index = made if known else PeopleIndex(self.current.state)
        assert self._index is not None
        return self._index

    @property
    def people(self) -> NDArray[np.int64]:
        """Indexes into the roster of who is looked at; only while a project is open."""
        assert self._people is not None
        return self._people

    @property
    def opd_name(self) -> str:
        """Name of the chosen perangkat daerah, empty for all."""
        current = self.current
        return "" if current is None or self.opd < 0 else current.state.roster.opd_nama[self.opd]

    @property
    def group(self) -> Group | None:
        """Means of the agency, or of the chosen perangkat daerah."""
        current = self.current
        if current is None:
            return None
        if self.opd < 0:
            return current.state.instansi
        return self._group

    def context(self) -> Context:
        """Return when and by whom, now."""
        from ipasn_core.workflow.context import Context  # noqa: PLC0415

        return Context(self._now(), self._user)

    def open(self, path: Path, failed: Callable[[IpasnError], None] | None = None) -> None:
        """Open a project file, for reading where somebody else writes.

        The one before is let go only then: it stays open where this one cannot be.

        Args:
            path: The file.
            failed: Is told why it could not be opened; None: a dialog tells.
        """
        context = self.context()

        def done(result: tuple[Project, Current, StorageError | None]) -> None:
            self._project, current, self.reading_only = result
            self.path = path
            self.opd = -1
            self.person = 0
            self._swap(current)
            self.opened.emit()

        def refused(fault: IpasnError) -> None:
            if self.current is None:
                self._forget()
            if failed is not None:
                failed(fault)
            else:
                self.jobs.refused.emit(fault)

        job = Job(
            f"Membuka {path.name}", lambda _: self._held.take_up(path, context), done, refused
        )
        self.jobs.run(job)

    def make(
        self,
        path: Path,
        build: Callable[[Context, Progress], None],
        failed: Callable[[IpasnError], None] | None = None,
    ) -> None:
        """Make a project file in a job, then open it.

        Args:
            path: The file to be.
            build: Makes it; runs in the worker.
            failed: Is told why it could not be made; None: a dialog tells.
        """
        context = self.context()
        job = Job(
            f"Membuat {path.name}",
            lambda progress: build(context, progress),
            lambda _: self.open(path, failed),
            failed,
            writes=True,
        )
        self.jobs.run(job)

    def close(self) -> None:
        """Close the project, if one is open."""
        if self._project is None:
            return
        self.jobs.run(
            Job("Menutup proyek", lambda _: self._held.let_go(), lambda _: self._forget())
        )

    def _forget(self) -> None:
        self._project = None
        self.path = None
        self.current = None
        self._index = None
        self._held.made = None
        self.reading_only = None
        self.opd = -1
        self.person = 0
        self._people = None
        self.closed.emit()

    # What is looked at ----------------------------------------------------------------------------

    def choose_year(self, tahun: int) -> None:
        """Look at another year of the project."""

        def refused(fault: IpasnError) -> None:
            self.stayed.emit()
            self.jobs.refused.emit(fault)

        self.read(
            f"Memuat tahun {tahun}",
            lambda p, _: self._held.load(p, tahun),
            self._swap,
            refused,
            self.stayed.emit,
        )

    def reload(self) -> None:
        """Load the year again."""
        tahun = self._year
        self.read("Memuat tahun", lambda p, _: self._held.load(p, tahun), self._swap)

    def choose_opd(self, opd: int) -> None:
        """Look at one perangkat daerah alone: an index into `opd_nama`, or -1 for all."""
        if opd != self.opd:
            self.opd = opd
            self._filter()
            self.filtered.emit()

    def _swap(self, current: Current) -> None:
        before = self.current
        chosen = ""
        if before is not None and self.opd >= 0:
            chosen = before.state.roster.opd_nama[self.opd]
        self.current = current
        self.version += 1
        names = current.state.roster.opd_nama
        self.opd = names.index(chosen) if chosen in names else -1
        self._filter()
        self.changed.emit()
        self.filtered.emit()

    def _filter(self) -> None:
        import numpy as np  # noqa: PLC0415

        from ipasn_core.scoring.recap import recap_by  # noqa: PLC0415

        assert self.current is not None
        state = self.current.state
        everybody = np.arange(len(state.roster), dtype=np.int64)
        if self.opd < 0:
            self._people = everybody
            return
        self._people = everybody[state.roster.keadaan["opd"] == self.opd]
        name = state.roster.opd_nama[self.opd]
        elsewhere = state.roster.keadaan["opd"] != self.opd
        self._group = recap_by(state.scores, state.edition, elsewhere, (name, "lainnya"))[0]

    @property
    def _year(self) -> int | None:
        return None if self.current is None else self.current.state.tahun

    # Work -----------------------------------------------------------------------------------------

    def read(
        self,
        title: str,
        work: Callable[[Project, Progress], T],
        done: Callable[[T], None],
        failed: Callable[[IpasnError], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Job[T]:
        """Run something that only reads the project; it may be cancelled."""
        wanted = self._project
        job = Job(
            title,
            lambda progress: work(self._held.wanted(wanted), progress),
            done,
            failed,
            cancelled,
            cancellable=True,
        )
        return self.jobs.run(job)

    def change(
        self,
        title: str,
        work: Callable[[Project, Context, Progress], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[IpasnError], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        tahun: int | None = None,
    ) -> Job[tuple[T, Current]]:
        """Run something that changes the project, load the year anew, and swap it in.

        Args:
            title: For the status bar.
            work: Runs in the worker, with the project open for writing.
            done: Is given what `work` returned, after the new year is in place.
            failed: Is told a refusal; None: a dialog tells.
            cancelled: Is told that it was stopped; nothing was changed then.
            tahun: The year to look at afterwards; None for the one looked at now.
        """
        context = self.context()
        year = self._year if tahun is None else tahun
        wanted = self._project

        def both(progress: Progress) -> tuple[T, Current]:
            project = self._held.wanted(wanted)
            result = work(project, context, progress)
            return result, self._held.load(project, year, edited=True)

        def swap(result: tuple[T, Current]) -> None:
            self._swap(result[1])
            if done is not None:
                done(result[0])

        job = Job(title, both, swap, failed, cancelled, writes=True, cancellable=True)
        return self.jobs.run(job)

    def undo(self) -> None:
        """Take back the newest change that stands; nothing while something is being changed."""
        from ipasn_core.workflow.undo import undo  # noqa: PLC0415

        if self.current is not None and self.current.undo and not self.jobs.writing:
            words = self.current.undo
            self.change(
                "Mengurungkan",
                lambda p, c, _: undo(p, c),
                lambda _: self.told.emit(f"Diurungkan: {words}.", False),
            )

    def redo(self) -> None:
        """Bring back what was undone last; nothing while something is being changed."""
        from ipasn_core.workflow.undo import redo  # noqa: PLC0415

        if self.current is not None and self.current.redo and not self.jobs.writing:
            words = self.current.redo
            self.change(
                "Mengulangi",
                lambda p, c, _: redo(p, c),
                lambda _: self.told.emit(f"Diulangi: {words}.", True),
            )

    def undo_import(self) -> None:
        """Take back the newest import that stands."""
        from ipasn_core.workflow.journal_words import entry_words  # noqa: PLC0415
        from ipasn_core.workflow.undo import undo  # noqa: PLC0415

        if self.jobs.writing:
            return
        self.change(
            "Mengurungkan impor",
            lambda p, c, _: undo(p, c, "impor"),
            lambda entry: self.told.emit(f"Diurungkan: {entry_words(entry)}.", False),
        )

    def explain(
        self,
        nip: str,
        done: Callable[[Explanation], None],
        failed: Callable[[IpasnError], None],
        cancelled: Callable[[], None],
    ) -> None:
        """Read one person's trace and records."""
        from ipasn_core.workflow.explain import explain_person  # noqa: PLC0415

        current = self.current
        if current is not None:
            state = current.state
            self.read(
                "Membaca pegawai",
                lambda p, _: explain_person(p, state, nip),
                done,
                failed,
                cancelled,
            )

    def choose_person(self, person: int) -> None:
        """Look at a person, by id; every tab shows the same one."""
        if person != self.person:
            self.person = person
            self.person_changed.emit()

    def shut(self) -> None:
        """Stop what runs, let the worker close the file, and end it; for the end of the program."""
        self.jobs.run(Job("Menutup proyek", lambda _: self._held.let_go(), lambda _: None))
        self.jobs.close()
        if self.current is not None:
            self._forget()  # whoever holds pages of it lets them go
