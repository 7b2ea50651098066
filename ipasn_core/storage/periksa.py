"""Prove a project file: SQLite's own check, the chain, the blobs, the data against the journal.

The data are what the journal says if replaying every changeset from nothing gives the same rows; a
migration writes all data as one changeset from nothing, so the newest one is where replay begins.
Whoever rewrites the whole file, chain and all, is only found by the fingerprint on signed paper.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import Protocol

import apsw

from ..errors import StorageError
from ..progress import Progress, silent
from . import journal, pengesahan, schema
from .database import Database


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that should not be so.

    Attributes:
        kode: A readable slug.
        tabel: The table that is not as it was written; empty where the whole file is meant.
        pesan: What, in one Indonesian sentence.
    """

    kode: str
    tabel: str
    pesan: str


class Opened(Protocol):
    """An open project file."""

    @property
    def stored(self) -> Database:
        """The file as it lies on the disk."""


def check(project: Opened, progress: Progress = silent) -> list[Problem]:
    """Return everything that is wrong with a project file; an empty list proves it whole.

    Args:
        project: The file, open for reading or writing.
        progress: Told of each entry of the journal that is replayed.
    """
    return prove(project.stored, progress)


def check_chain(project: Opened) -> list[Problem]:
    """Prove only that no entry of the journal was altered, put in or taken out: cheap."""
    return _check_chain(project.stored)


def prove(db: Database, progress: Progress = silent) -> list[Problem]:
    """Return everything that is wrong with a database of any version."""
    try:
        with db.reading():
            broken = _check_pages(db)
            if broken:
                return broken
            return [
                *_check_references(db),
                *_check_chain(db),
                *_check_payloads(db),
                *_check_signings(db),
                *_check_replay(db, progress),
            ]
    except StorageError as error:
        return [Problem(error.kode, "", error.pesan)]


def digests(connection: apsw.Connection) -> dict[str, str]:
    """Return a digest of the rows of every table that the journal covers."""
    found = {}
    for table in schema.covered(connection):
        key = connection.execute(
            "SELECT group_concat(name, ', ' ORDER BY pk) FROM pragma_table_info(?) WHERE pk",
            (table,),
        ).get
        digest = hashlib.sha256()
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY {key}"):
            digest.update(repr(row).encode())
        found[table] = digest.hexdigest()
    return found


def _check_pages(db: Database) -> list[Problem]:
    return [
        Problem("berkas-rusak", "", f"Berkas rusak menurut SQLite: {text}.")
        for (text,) in db.rows("PRAGMA integrity_check(20)")
        if text != "ok"
    ]


def _check_references(db: Database) -> list[Problem]:
    dangling = {table for table, *_ in db.rows("PRAGMA foreign_key_check")}
    return [
        _problem("rujukan-putus", table, "merujuk baris yang tidak ada")
        for table in sorted(dangling)
    ]


def _check_chain(db: Database) -> list[Problem]:
    found = []
    before, expected = "", 1
    for row in db.rows(f"SELECT {journal.COLUMNS} FROM jurnal ORDER BY id"):
        number, own = row[0], row[-1]
        if number != expected:
            found.append(_entry("jurnal-terputus", expected, "hilang"))
        elif row[-2] != before:
            found.append(_entry("jurnal-terputus", expected, "tidak menyambung ke sebelumnya"))
        if journal.entry_hash(row[:-1]) != own:
            found.append(_entry("jurnal-berubah", number, "diubah di luar program"))
        before, expected = own, number + 1
    last = _sequences(db.connection).get("jurnal", 0)
    if last != expected - 1:
        found.append(_entry("jurnal-terputus", expected, "hilang dari ujung jurnal"))
    return found


def _check_payloads(db: Database) -> list[Problem]:
    found = []
    for number, expected, packed in db.each(
        "SELECT coalesce(j.id, m.jurnal), j.muatan_sha256, m.isi"
        " FROM jurnal j FULL JOIN muatan m ON m.jurnal = j.id"
        " WHERE j.muatan_sha256 IS NOT NULL OR m.jurnal IS NOT NULL ORDER BY 1"
    ):
        own = journal.payload_sha256(packed) if isinstance(packed, bytes) else None
        if own is None or own != expected:
            what = f"muatan entri nomor {number} diubah atau hilang"
            found.append(_problem("muatan-berubah", "muatan", what))
    return found


def _check_signings(db: Database) -> list[Problem]:
    told: dict[str, str] = {}
    reopened: dict[object, int] = {}
    for entry in map(journal.from_row, db.rows(f"SELECT {journal.COLUMNS} FROM jurnal")):
        outside = entry.isi.get("luar")
        if isinstance(outside, dict):
            told.update({key: str(digest) for key, digest in outside.items()})
        if entry.perbuatan == "buka-kembali":
            reopened[entry.isi.get("pengesahan")] = entry.id
    own = pengesahan.digests(db)
    found = [
        _problem("pengesahan-berubah", "pengesahan", f"baris {key} tidak seperti saat disahkan")
        for key in sorted(told.keys() | own.keys())
        if told.get(key) != own.get(key)
    ]
    for number, tahun, packed, text_sha, pdf, pdf_sha, again in db.each(
        "SELECT id, tahun, snapshot, snapshot_sha256, pdf, pdf_sha256, dibuka FROM pengesahan"
    ):
        text = pengesahan.unpack(packed) if isinstance(packed, bytes) else None
        if text is None or hashlib.sha256(text).hexdigest() != text_sha:
            found.append(_signed(tahun, "isi yang disahkan"))
        if not isinstance(pdf, bytes) or hashlib.sha256(pdf).hexdigest() != pdf_sha:
            found.append(_signed(tahun, "PDF yang disahkan"))
        if reopened.get(number) != again:
            found.append(_signed(tahun, "status berlakunya"))
    return found


def _check_replay(db: Database, progress: Progress) -> list[Problem]:
    """Replay every changeset since the newest migration and compare each table's rows."""
    memory = apsw.Connection(":memory:")
    try:
        db.schema.build(memory)
        entries = db.rows(
            "SELECT id, perbuatan FROM jurnal WHERE muatan_sha256 IS NOT NULL AND id >="
            " (SELECT coalesce(max(id), 0) FROM jurnal WHERE perbuatan = ?) ORDER BY id",
            (journal.MIGRATION,),
        )
        for done, (number, verb) in enumerate(entries):
            progress("Memutar ulang jurnal", done, len(entries))
            packed = db.one("SELECT isi FROM muatan WHERE jurnal = ?", (number,))
            if packed is None or not _replay(memory, packed[0]):
                what = f"entri nomor {number} ({verb}) tidak dapat diputar ulang"
                return [_problem("jurnal-tidak-terputar", "muatan", what)]
        replayed, own = digests(memory), digests(db.connection)
        found = [
            _problem("data-berubah", table, "isinya tidak sama dengan yang dicatat jurnal")
            for table in replayed
            if replayed[table] != own[table]
        ]
        kept = _sequences(db.connection)
        if any(kept.get(table, 0) < last for table, last in _sequences(memory).items()):
            what = "penghitung nomor mundur, nomor lama dapat terpakai lagi"
            found.append(_problem("data-berubah", "sqlite_sequence", what))
        return found
    finally:
        memory.close()


def _replay(memory: apsw.Connection, packed: object) -> bool:
    if not isinstance(packed, bytes):
        return False
    try:
        apsw.Changeset.apply(journal.unpacked(packed), memory)
    except (apsw.Error, zlib.error):
        return False
    return True


def _sequences(connection: apsw.Connection) -> dict[str, int]:
    rows = connection.execute("SELECT name, seq FROM sqlite_sequence")
    return dict(rows)


def _problem(kode: str, tabel: str, what: str) -> Problem:
    return Problem(kode, tabel, f"Tabel {tabel}: {what}.")


def _entry(kode: str, number: int, what: str) -> Problem:
    return _problem(kode, "jurnal", f"entri nomor {number} {what}")


def _signed(tahun: object, what: str) -> Problem:
    return _problem("pengesahan-berubah", "pengesahan", f"{what} (tahun {tahun}) diubah")
