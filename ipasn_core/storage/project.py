"""`Project`: an open project file; `create_project` and `open_project` are the ways to get one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from ..errors import StorageError
from . import backup, journal, migration, opening, schema
from .backup import Backup
from .database import Database
from .faults import no_folder, told, told_of_database
from .journal import Json, Moment
from .lock import WriterLock
from .reader import Reader
from .schema import Schema
from .writer import Writer


class Project(Reader):
    """An open project file: reads through `Reader`, writes through `change` alone.

    A context manager; leaving it closes the file and gives the lock back.

    Attributes:
        path: The file.
    """

    def __init__(
        self, db: Database, lock: WriterLock | None, stored: Database | None = None
    ) -> None:
        super().__init__(db)
        self.path = db.path
        self._lock = lock
        self._stored = stored or db

    @property
    def database(self) -> Database:
        """The connection, for the other modules of this package."""
        return self._db

    @property
    def stored(self) -> Database:
        """The file as it lies on the disk: another than `database` where it is older, and read."""
        return self._stored

    @property
    def writable(self) -> bool:
        """Whether `change` may be called."""
        return self._lock is not None

    @contextmanager
    def change(
        self, context: Moment, perbuatan: str, isi: Mapping[str, Json] | None = None
    ) -> Iterator[Writer]:
        """Write within the block: one transaction, one entry in the journal, all or nothing.

        Args:
            context: When and by whom.
            perbuatan: The verb: "impor", "atur", "sahkan" …
            isi: Parameters, files with sha256, reason: what the entry says.

        Raises:
            StorageError: The disk is full, the file busy or gone; nothing was changed.
        """
        if self._lock is None:
            raise RuntimeError("opened for reading")
        with (
            told_of_database(self.path),
            journal.change(self._db, context, perbuatan, isi or {}) as current,
        ):
            yield Writer(self._db, current)

    def back_up(self, context: Moment, sebab: str) -> Backup:
        """Copy the file into its folder of backups, before what is hard to take back.

        Args:
            context: When and by whom.
            sebab: What is about to happen: "impor", "sahkan".

        Raises:
            StorageError: The copy cannot be written; nothing was changed.
        """
        if self._lock is None:
            raise RuntimeError("opened for reading")
        return backup.make(self.path, context.now, sebab)

    def close(self) -> None:
        """Close the file and let others write."""
        try:
            self._db.connection.close()
            self._stored.connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_project(
    path: Path, context: Moment | None = None, wanted: Schema | None = None
) -> Project:
    """Open a project file: for writing with a context, without one for reading.

    An older file is brought to this program's version: for writing, after a backup, the file
    itself; for reading a copy in memory.

    Args:
        path: The file.
        context: Who writes, and since when: told to whoever wants to write meanwhile.
        wanted: What this program writes; None for its own tables.

    Raises:
        StorageError: No project file, damaged, newer, in use by another writer; why and what to
            do, in Indonesian.
    """
    known = wanted or schema.current()
    opening.check_header(path, known)
    if context is None:
        return _open_for_reading(path, known)
    with told(path):
        lock = WriterLock(path, context.user, context.now)
    try:
        db = opening.connect(path, known, write=True)
        if db.schema != known:
            migration.migrate(db, context, known)
            db = opening.connect(path, known, write=True)
    except BaseException:
        lock.release()
        raise
    return Project(db, lock)


def _open_for_reading(path: Path, known: Schema) -> Project:
    db = opening.connect(path, known, write=False)
    if db.schema == known:
        return Project(db, None)
    try:
        project = Project(migration.migrated_copy(db, known), None, db)
        with told(path):
            found = db.connection.pragma("user_version")
    except BaseException:
        db.connection.close()
        raise
    if found == db.schema.version:
        return project
    # Somebody migrated the file just now.
    project.close()
    return _open_for_reading(path, known)


def create_project(
    path: Path,
    context: Moment,
    instansi: str,
    tahun: int,
    aturan: str,
    targets: Mapping[str, str],
) -> None:
    """Make a new project file with one year in it; nothing is left behind if that fails.

    Args:
        path: Where; must not exist, its folder must.
        context: When and by whom.
        instansi: Name of the agency.
        tahun: The measured year.
        aturan: Id of its edition.
        targets: Dimension id or "indeks" → decimal in points.

    Raises:
        StorageError: The file exists, the folder does not, no permission, no room.
    """
    with told(path):
        if not path.parent.is_dir():
            raise no_folder(path.parent)
        _refuse_existing(path)
        lock = WriterLock(path, context.user, context.now)
        unfinished = backup.unfinished(path)
        try:
            _refuse_existing(path)
            backup.sweep(path.parent, path.name)
            db = opening.create(unfinished, schema.current())
            try:
                _fill_new(db, context, instansi, tahun, aturan, targets)
            finally:
                db.connection.close()
            unfinished.replace(path)
            backup.sync_folder(path.parent)
        finally:
            backup.sweep(path.parent, path.name)
            lock.release()


def _fill_new(
    db: Database,
    context: Moment,
    instansi: str,
    tahun: int,
    aturan: str,
    targets: Mapping[str, str],
) -> None:
    isi: dict[str, Json] = {
        "instansi": instansi,
        "tahun": tahun,
        "aturan": aturan,
        "target": dict(targets),
        "skema": db.schema.version,
        "skema_sha256": db.schema.sha256(),
    }
    with journal.record(db, context, "buat", isi) as current:
        writer = Writer(db, current)
        writer.set_setting("instansi", instansi)
        writer.add_year(tahun, aturan, targets)
    db.run("COMMIT")


def _refuse_existing(path: Path) -> None:
    backup.refuse_leftover(path)
    if path.exists():
        raise StorageError(
            f"“{path}” sudah ada dan tidak ditimpa.",
            "Pilih nama lain, atau pindahkan berkas yang ada.",
            "berkas-sudah-ada",
        )
