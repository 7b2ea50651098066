"""Bring an older project file to this program's version: all or nothing, after a backup.

The scripts, the new version and a checkpoint in the journal are one transaction. The old file is
proved first: a checkpoint of altered data would make them look as if the journal said them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from ..errors import StorageError
from . import backup, journal, opening, pengesahan, periksa
from .backup import Backup
from .database import Database
from .faults import told_of_database
from .journal import Change, Moment
from .schema import OUTSIDE_TABLES, Schema, covered

_EMPTY = "kosong"


def migrate(db: Database, moment: Moment, wanted: Schema) -> None:
    """Bring a file to a newer version; its connection is closed in any case.

    Args:
        db: The file, open for writing, its lock held by the caller.
        moment: When and by whom.
        wanted: What the file shall become.

    Raises:
        StorageError: The file is not sound, a script fails, the disk is full: it is as it was.
    """
    try:
        problems = periksa.prove(db)
        if problems:
            raise StorageError(
                f"“{db.path.name}” tidak dimutakhirkan karena tidak utuh: {problems[0].pesan}",
                "Gunakan salinan cadangan terakhir; simpan berkas ini untuk diperiksa.",
                "pemutakhiran-ditolak",
            )
        kept = backup.make(db.path, moment.now, journal.MIGRATION)
        try:
            _run(db, moment, wanted, kept)
        except BaseException:
            # Nothing happened, so there is nothing to go back to.
            with suppress(OSError):
                kept.path.unlink()
            raise
    finally:
        db.connection.close()


def migrated_copy(db: Database, wanted: Schema) -> Database:
    """Return a copy in memory of the wanted version; the file stays as it is.

    Raises:
        StorageError: A script fails.
    """
    copy = opening.in_memory(db, wanted)
    connection = copy.connection
    try:
        with _told(db.path):
            connection.config(apsw.SQLITE_DBCONFIG_ENABLE_FKEY, 0)
            connection.pragma("query_only", False)
            connection.execute("BEGIN")
            done = _advance(copy, wanted)
            _check_references(done)
            connection.execute("COMMIT")
            connection.pragma("query_only", True)
            connection.config(apsw.SQLITE_DBCONFIG_ENABLE_FKEY, 1)
    except BaseException:
        connection.close()
        raise
    return done


def _run(db: Database, moment: Moment, wanted: Schema, kept: Backup) -> None:
    connection = db.connection
    with _told(db.path):
        _attach_empty(connection, wanted)
        # Foreign keys cannot be turned off within a transaction, and with them on a table cannot
        # be made anew: dropping the old one would count as deleting its rows.
        connection.config(apsw.SQLITE_DBCONFIG_ENABLE_FKEY, 0)
        connection.pragma("query_only", False)
        connection.execute("BEGIN IMMEDIATE")
        done = _advance(db, wanted)
        current = Change(
            journal.head(done)[0] + 1,
            {
                "dari": db.schema.version,
                "menjadi": wanted.version,
                "skema_sha256": wanted.sha256(),
                "cadangan": kept.id,
            },
            luar=pengesahan.digests(done),
        )
        journal.checkpoint(done, moment, current, _EMPTY)
        _check_references(done)
        opening.check_content(done)
        connection.execute("COMMIT")


def _attach_empty(connection: apsw.Connection, wanted: Schema) -> None:
    """Attach a database in memory with the wanted tables and no rows."""
    memory = apsw.Connection(":memory:")
    try:
        wanted.build(memory)
        image = memory.serialize("main")
    finally:
        memory.close()
    connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 1)
    connection.execute(f"ATTACH ':memory:' AS {_EMPTY}")
    connection.deserialize(_EMPTY, image)


def _advance(db: Database, wanted: Schema) -> Database:
    """Run the scripts that the database lacks, within the transaction that is open."""
    counters = db.rows("SELECT name, seq FROM sqlite_sequence")
    wanted.advance(db.connection, db.schema.version)
    # A table made anew counts from its highest row, which may lie below an id once given.
    tables = {*covered(db.connection), *OUTSIDE_TABLES}
    for name, last in counters:
        if name in tables:
            db.run("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, name))
            db.run(
                "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2"
                " WHERE ?1 NOT IN (SELECT name FROM sqlite_sequence)",
                (name, last),
            )
    return Database(db.path, db.connection, wanted)


def _check_references(db: Database) -> None:
    dangling = db.one("PRAGMA foreign_key_check")
    if dangling is not None:
        raise _failed(db.path)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what a script, or the disk, refuses; the caller lets the transaction go."""
    try:
        with told_of_database(path):
            yield
    except apsw.Error as fault:
        raise _failed(path) from fault


def _failed(path: Path) -> StorageError:
    return StorageError(
        f"“{path.name}” tidak dapat dimutakhirkan ke versi program ini; berkasnya tidak diubah.",
        "Buka dengan versi program sebelumnya, dan laporkan hal ini kepada pembuat program.",
        "pemutakhiran-gagal",
    )
