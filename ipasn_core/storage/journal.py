"""The one way to write: a transaction, recorded as a changeset in a hash-chained journal.

`change` opens the transaction, lets SQLite's session extension watch every table that the journal
covers, and at the end writes the entry and its payload in that same transaction. An error rolls
all of it back; a change that changed nothing leaves no entry.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

import apsw

from ..errors import StorageError
from . import schema
from .database import Database, Row

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

MIGRATION = "migrasi"
"""The verb of an entry whose payload is all data: a checkpoint."""

COLUMNS = "id, waktu, pengguna, perbuatan, isi, muatan_sha256, sebelum, hash"
_COMPRESSION = 3
_PIECE = 1 << 20
_PACKED_PIECE = 1 << 14


class Moment(Protocol):
    """When and by whom a change is made."""

    @property
    def now(self) -> datetime.datetime:
        """The moment, with its zone."""

    @property
    def user(self) -> str:
        """Name of the person who works."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the journal.

    Attributes:
        id: Its number: 1, 2, 3 … without a gap.
        waktu: ISO text with zone.
        pengguna: Who.
        perbuatan: The verb.
        isi: Parameters, counts, files with sha256, reason; under "luar" the digests of rows that
            were written outside the session.
        muatan_sha256: Of the changeset before compression, None where there is none.
        sebelum: Hash of the entry before, empty for the first.
        hash: Of all the above.
    """

    id: int
    waktu: str
    pengguna: str
    perbuatan: str
    isi: Mapping[str, Json]
    muatan_sha256: str | None
    sebelum: str
    hash: str


@dataclass(slots=True)
class Change:
    """What the open change knows of itself.

    Attributes:
        id: Number its entry will have.
        isi: What the entry will say; may be added to until the change ends.
        luar: "table:id" → digest of rows written outside the session.
        written: Whether it ended with an entry.
    """

    id: int
    isi: dict[str, Json]
    luar: dict[str, str] = field(default_factory=dict)
    written: bool = False


def canonical(value: object) -> str:
    """Return JSON that is the same text for the same value, always."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def entry_hash(row: Row) -> str:
    """Return the hash of an entry from its columns without the last (`COLUMNS`)."""
    return hashlib.sha256(canonical(list(row)).encode()).hexdigest()


def from_row(row: Row) -> Entry:
    """Return an entry from its columns (`COLUMNS`).

    Raises:
        StorageError: It does not say anything that can be read: altered, or damaged.
    """
    number, waktu, pengguna, perbuatan, text, *hashes = row
    try:
        isi = json.loads(text)
    except ValueError:
        isi = None
    if not isinstance(isi, dict):
        raise StorageError(
            f"Tabel jurnal: entri nomor {number} tidak dapat dibaca; diubah di luar program.",
            "Gunakan salinan cadangan terakhir; simpan berkas yang rusak ini untuk diperiksa.",
            "jurnal-berubah",
        )
    return Entry(number, waktu, pengguna, perbuatan, isi, *hashes)


def head(db: Database) -> tuple[int, str]:
    """Return number and hash of the newest entry; (0, "") before the first."""
    row = db.one("SELECT id, hash FROM jurnal ORDER BY id DESC LIMIT 1")
    return (0, "") if row is None else (row[0], row[1])


@contextmanager
def change(
    db: Database, moment: Moment, perbuatan: str, isi: Mapping[str, Json]
) -> Iterator[Change]:
    """Write within the block, journalled, all or nothing.

    Args:
        db: The project file; its lock is held by who opened it.
        moment: When and by whom.
        perbuatan: The verb, as it stands in the journal.
        isi: What the entry says.

    Raises:
        StorageError: Disk full, file busy, not writable; nothing was changed.
    """
    connection = db.connection
    if not connection.getautocommit():
        raise RuntimeError("a change within a change")
    connection.pragma("query_only", False)
    try:
        db.run("BEGIN IMMEDIATE")
        with record(db, moment, perbuatan, isi) as current:
            yield current
        db.run("COMMIT" if current.written else "ROLLBACK")
    except BaseException:
        if not connection.getautocommit():
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.pragma("query_only", True)


@contextmanager
def record(
    db: Database, moment: Moment, perbuatan: str, isi: Mapping[str, Json]
) -> Iterator[Change]:
    """Record what the block does, within the transaction that is open."""
    current = Change(head(db)[0] + 1, dict(isi))
    session = apsw.Session(db.connection, "main")
    try:
        for table in schema.covered(db.connection):
            session.attach(table)
        yield current
        packed = _payload(session)
    finally:
        session.close()
    if packed is not None or current.luar:
        _write(db, moment, perbuatan, current, packed)


def checkpoint(db: Database, moment: Moment, current: Change, empty: str) -> None:
    """Write the entry of a migration, with all data as one changeset from nothing.

    Args:
        db: The project file, in a transaction, its tables of the new version.
        moment: When and by whom.
        current: What the entry says.
        empty: Name of an attached database with the same tables and no rows.
    """
    session = apsw.Session(db.connection, "main")
    try:
        for table in schema.covered(db.connection):
            session.attach(table)
            session.diff(empty, table)
        packed = _payload(session)
    finally:
        session.close()
    _write(db, moment, MIGRATION, current, packed)


def _write(
    db: Database, moment: Moment, perbuatan: str, current: Change, packed: tuple[str, bytes] | None
) -> None:
    """Write an entry, and its payload where there is one."""
    if current.luar:
        current.isi["luar"] = dict(current.luar)
    row: Row = (
        current.id,
        moment.now.isoformat(),
        moment.user,
        perbuatan,
        canonical(current.isi),
        None if packed is None else packed[0],
        head(db)[1],
    )
    db.run(
        f"INSERT INTO jurnal ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, entry_hash(row))
    )
    if packed is not None:
        db.run("INSERT INTO muatan (jurnal, isi) VALUES (?, ?)", (current.id, packed[1]))
    current.written = True


def _payload(session: apsw.Session) -> tuple[str, bytes] | None:
    """Return sha256 and compressed bytes of the changeset; None where nothing changed."""
    digest = hashlib.sha256()
    packer = zlib.compressobj(_COMPRESSION)
    pieces: list[bytes] = []
    size = 0

    def take(piece: memoryview) -> None:
        nonlocal size
        size += len(piece)
        digest.update(piece)
        pieces.append(packer.compress(piece))

    session.changeset_stream(take)
    if not size:
        return None
    pieces.append(packer.flush())
    return digest.hexdigest(), b"".join(pieces)


def unpacked(packed: bytes) -> Callable[[int], bytes]:
    """Return a stream of a payload's changeset, as SQLite reads it: so many bytes a call.

    Raises:
        zlib.error: From the stream, where the bytes are no payload.
    """
    packer = zlib.decompressobj()
    source = memoryview(packed)
    waiting: bytes | memoryview = b""
    at = 0

    def read(size: int) -> bytes:
        nonlocal waiting, at
        piece = b""
        while not piece and not packer.eof:
            if not waiting:
                if at >= len(source):
                    raise zlib.error("payload ends early")
                waiting = source[at : at + _PACKED_PIECE]
                at += len(waiting)
            piece = packer.decompress(waiting, size)
            waiting = packer.unconsumed_tail
        return piece

    return read


def payload_sha256(packed: bytes) -> str | None:
    """Return the sha256 of a payload before compression, None where it cannot be unpacked."""
    digest = hashlib.sha256()
    read = unpacked(packed)
    try:
        while piece := read(_PIECE):
            digest.update(piece)
    except zlib.error:
        return None
    return digest.hexdigest()
