"""Signed years: what was signed, on which paper, by whom; rows that never change.

They lie outside the journal's session. The entry that wrote such a row holds its digest, so that a
row altered, added or removed behind the program's back is found.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict

from ..errors import StorageError
from ..model.settings import Pejabat
from ..model.stored import Pengesahan
from .database import Database, Row
from .faults import damaged
from .journal import canonical

_META = (
    "id, tahun, revisi, nomor, tempat, tanggal, pejabat, waktu, snapshot_sha256, pdf_sha256, jurnal"
)
_COMPRESSION = 6


def insert(
    db: Database, jurnal: int, tahun: int, pejabat: Pejabat, waktu: str, texts: tuple[str, bytes]
) -> tuple[int, str]:
    """Store a signing and return its id and the digest that its entry must hold.

    Args:
        db: The project file, in a change.
        jurnal: Number of the entry that the change will write.
        tahun: The signed year.
        pejabat: Who signs, number, place and date.
        waktu: ISO text of the moment.
        texts: The snapshot's canonical text and the final bytes of the PDF.
    """
    snapshot, pdf = texts[0].encode(), texts[1]
    revisi = db.rows("SELECT count(*) FROM pengesahan WHERE tahun = ?", (tahun,))[0][0]
    db.run(
        "INSERT INTO pengesahan (tahun, revisi, nomor, tempat, tanggal, pejabat, waktu,"
        " snapshot, snapshot_sha256, pdf, pdf_sha256, jurnal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            tahun,
            revisi,
            pejabat.nomor,
            pejabat.tempat,
            pejabat.tanggal,
            canonical(_official(pejabat)),
            waktu,
            zlib.compress(snapshot, _COMPRESSION),
            hashlib.sha256(snapshot).hexdigest(),
            pdf,
            hashlib.sha256(pdf).hexdigest(),
            jurnal,
        ),
    )
    row = db.rows(f"SELECT {_META} FROM pengesahan WHERE jurnal = ?", (jurnal,))[0]
    return row[0], row_digest(row)


def reopen(db: Database, jurnal: int, number: int) -> str:
    """Mark a signing as reopened and return the digest that the entry must hold.

    Args:
        db: The project file, in a change.
        jurnal: Number of the entry that the change will write.
        number: The signing.
    """
    db.run("UPDATE pengesahan SET dibuka = ? WHERE id = ?", (jurnal, number))
    return row_digest(db.rows(f"SELECT {_META} FROM pengesahan WHERE id = ?", (number,))[0])


def newest(db: Database, tahun: int) -> Pengesahan | None:
    """Return the newest signing of a year."""
    return _one(db, "WHERE tahun = ? ORDER BY revisi DESC LIMIT 1", tahun)


def with_pdf(db: Database, sha256: str) -> Pengesahan | None:
    """Return the signing whose PDF has this sha256."""
    return _one(db, "WHERE pdf_sha256 = ?", sha256)


def _one(db: Database, where: str, binding: int | str) -> Pengesahan | None:
    row = db.one(f"SELECT {_META}, dibuka FROM pengesahan {where}", (binding,))
    if row is None:
        return None
    (
        number,
        tahun,
        revisi,
        nomor,
        tempat,
        tanggal,
        pejabat,
        waktu,
        text_sha,
        pdf_sha,
        jurnal,
        dibuka,
    ) = row
    official = Pejabat(nomor=nomor, tempat=tempat, tanggal=tanggal, **json.loads(pejabat))
    return Pengesahan(
        number, tahun, revisi, official, waktu, text_sha, pdf_sha, jurnal, berlaku=dibuka is None
    )


def snapshot(db: Database, number: int) -> str:
    """Return the canonical text of a signing.

    Raises:
        StorageError: The bytes are not those that were signed.
    """
    packed, expected = _blob(db, "snapshot", number)
    text = unpack(packed)
    if text is None or hashlib.sha256(text).hexdigest() != expected:
        raise _altered(db)
    return text.decode()


def pdf(db: Database, number: int) -> bytes:
    """Return the bytes of a signed PDF.

    Raises:
        StorageError: The bytes are not those that were signed.
    """
    content, expected = _blob(db, "pdf", number)
    if hashlib.sha256(content).hexdigest() != expected:
        raise _altered(db)
    return content


def unpack(packed: bytes) -> bytes | None:
    """Return a stored snapshot's text, None where the bytes are none."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None


def digests(db: Database) -> dict[str, str]:
    """Return "pengesahan:id" → digest of every row, as the entries of the journal hold them."""
    rows = db.rows(f"SELECT {_META} FROM pengesahan")
    return {f"pengesahan:{row[0]}": row_digest(row) for row in rows}


def row_digest(row: Row) -> str:
    """Return the digest of a row's columns; blobs are in it by their sha256."""
    return hashlib.sha256(canonical(list(row)).encode()).hexdigest()


def _official(pejabat: Pejabat) -> Mapping[str, str]:
    apart = ("nomor", "tempat", "tanggal")
    return {name: value for name, value in asdict(pejabat).items() if name not in apart}


def _blob(db: Database, column: str, number: int) -> tuple[bytes, str]:
    row = db.one(f"SELECT {column}, {column}_sha256 FROM pengesahan WHERE id = ?", (number,))
    if row is None:
        raise KeyError(number)
    return row[0], row[1]


def _altered(db: Database) -> StorageError:
    return damaged(db.path, "isi pengesahan tidak lagi seperti saat disahkan")
