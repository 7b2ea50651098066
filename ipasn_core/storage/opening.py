"""Open a project file without trusting it: header first, then SQLite, then the schema.

What is no project file, newer than the program, cut off, or holds tables, triggers or views that
are not ours is refused before anything in it is run or read.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from pathlib import Path

import apsw

from ..errors import StorageError
from . import schema
from .database import BUSY_MS, LARGEST_VALUE, Database
from .faults import damaged, missing, not_ours, told
from .schema import Schema

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_ROLLBACK_JOURNAL = b"\x01\x01"
_LARGEST_PAGE = 65_536


def check_header(path: Path, known: Schema) -> None:
    """Refuse what cannot be a whole project file of this version or an older one.

    Args:
        path: The file.
        known: What this program writes.

    Raises:
        StorageError: No file, a folder, empty, foreign, cut off, or of a newer program.
    """
    with told(path):
        if not path.exists():
            raise missing(path)
        if not path.is_file():
            raise not_ours(path)
        with path.open("rb") as file:
            header = file.read(_HEADER)
        size = path.stat().st_size
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise not_ours(path)
    if int.from_bytes(header[68:72]) != schema.APPLICATION_ID:
        raise not_ours(path)
    number = int.from_bytes(header[60:64])
    if number > known.version:
        raise StorageError(
            f"“{path.name}” dibuat oleh versi program yang lebih baru (skema {number}).",
            "Pasang versi terbaru program ini untuk membukanya.",
            "berkas-lebih-baru",
        )
    if header[18:20] != _ROLLBACK_JOURNAL or number < 1:
        raise damaged(path, "berkas ini pernah diubah oleh program lain")
    _refuse_foreign_log(path)
    page = int.from_bytes(header[16:18])
    page = _LARGEST_PAGE if page == 1 else page
    pages = int.from_bytes(header[28:32])
    if header[24:28] == header[92:96] and size < page * pages and not journal_of(path).exists():
        raise damaged(path, "berkas terpotong, mungkin penyalinannya tidak selesai")


def _refuse_foreign_log(path: Path) -> None:
    """Refuse a file beside which lies a log that SQLite would write into it: we keep none."""
    log = path.with_name(path.name + "-wal")
    if log.exists():
        raise StorageError(
            f"Di samping “{path.name}” ada berkas “{log.name}” yang bukan miliknya.",
            f"Pindahkan “{log.name}” ke folder lain, lalu buka lagi.",
            "berkas-asing",
        )


def connect(path: Path, known: Schema, *, write: bool) -> Database:
    """Open a checked file and make the connection safe; it can only read until a change begins.

    Reading opens the file for writing too where that is allowed, so that SQLite can bring a file
    back whole after a crash; where it is not, and a crash left a journal, a copy is opened.

    Args:
        path: The file.
        known: What this program writes; the file may be of an older version.
        write: Whether it will be written.

    Raises:
        StorageError: It cannot be opened, or its schema is not ours.
    """
    with told(path):
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        if write and not writable:
            raise PermissionError(errno.EACCES, "read only", str(path))
        if not writable and journal_of(path).exists():
            return _connect_copy(path, known)
        flags = apsw.SQLITE_OPEN_READWRITE if writable else apsw.SQLITE_OPEN_READONLY
        return _trusted(apsw.Connection(os.fspath(path), flags=flags), path, known)


def create(path: Path, wanted: Schema) -> Database:
    """Make a new database file with our schema in it, not yet committed."""
    connection = apsw.Connection(os.fspath(path))
    configure(connection)
    connection.pragma("query_only", False)
    connection.execute("BEGIN IMMEDIATE")
    wanted.build(connection)
    return Database(path, connection, wanted)


def in_memory(db: Database, known: Schema) -> Database:
    """Return a copy of a file in memory, which can be changed without touching the file.

    Args:
        db: The file.
        known: What this program writes.
    """
    memory = apsw.Connection(":memory:")
    with told(db.path), memory.backup("main", db.connection, "main") as backup:
        backup.step()
    configure(memory)
    return Database(db.path, memory, known.at(memory.pragma("user_version")))


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what undoes a transaction of a file that was cut short."""
    return path.with_name(path.name + "-journal")


def configure(connection: apsw.Connection) -> None:
    """Set what every connection to a project file has in common."""
    connection.set_busy_timeout(BUSY_MS)
    for option, value in (
        (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
        (apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
        (apsw.SQLITE_DBCONFIG_ENABLE_FKEY, 1),
        (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
        (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0),
        (apsw.SQLITE_DBCONFIG_DQS_DML, 0),
        (apsw.SQLITE_DBCONFIG_DQS_DDL, 0),
    ):
        connection.config(option, value)
    connection.limit(apsw.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 0)
    connection.pragma("cell_size_check", True)
    connection.pragma("mmap_size", 0)
    connection.pragma("journal_mode", "DELETE")
    connection.pragma("synchronous", "FULL")
    connection.pragma("query_only", True)


def check_content(db: Database) -> None:
    """Refuse what is not made as its version is.

    Raises:
        StorageError: Something is foreign, lacking, or of another type than the tables declare.
    """
    strange = schema.objects(db.connection) ^ db.schema.objects()
    if strange:
        names = sorted({name for _, name, _, _ in strange})
        raise damaged(db.path, f"susunannya bukan dari program ini ({', '.join(names[:3])})")
    # Pages that do not fit together, values of another type than the tables declare.
    if db.connection.execute("PRAGMA quick_check(1)").get != "ok":
        raise damaged(db.path)


def _trusted(connection: apsw.Connection, path: Path, known: Schema) -> Database:
    try:
        configure(connection)
        # Not from the header: a crash may have left there what SQLite undoes only now.
        db = Database(path, connection, known.at(connection.pragma("user_version")))
        check_content(db)
    except BaseException:
        connection.close()
        raise
    return db


def _connect_copy(path: Path, known: Schema) -> Database:
    """Open a temporary copy in which SQLite can undo the transaction that a crash cut short."""
    with tempfile.TemporaryDirectory(prefix="ipasn-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path), journal_of(copy))
        source = _trusted(apsw.Connection(os.fspath(copy)), path, known)
        memory = in_memory(source, known)
        source.connection.close()
        return memory
