"""Versions that never landed, for the tests of migration: planted scripts after the real ones."""

from __future__ import annotations

from ipasn_core.storage import schema
from ipasn_core.storage.schema import Schema

_DUA = """
ALTER TABLE penilaian ADD COLUMN catatan TEXT NOT NULL DEFAULT 'belum';

CREATE TABLE mutasi (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pegawai INTEGER NOT NULL REFERENCES pegawai (id),
    asal TEXT NOT NULL
) STRICT;
INSERT INTO mutasi (pegawai, asal) SELECT id, nama FROM pegawai;

-- A table that others refer to, made anew.
CREATE TABLE pegawai_baru (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    nip INTEGER NOT NULL UNIQUE CHECK (nip BETWEEN 100000000000000000 AND 999999999999999999),
    nama TEXT NOT NULL CHECK (nama <> ''),
    jenis_kelamin INTEGER
) STRICT;
INSERT INTO pegawai_baru SELECT id, nip, nama, jenis_kelamin FROM pegawai;
DROP TABLE pegawai;
ALTER TABLE pegawai_baru RENAME TO pegawai;
"""

_TIGA = "ALTER TABLE opd ADD COLUMN induk INTEGER REFERENCES opd (id); DROP TABLE mutasi;"


def planted(*scripts: str) -> Schema:
    """Return version 1 with scripts after it."""
    return Schema((*schema.current().at(1).scripts, *scripts))


V2 = planted(_DUA)
V3 = planted(_DUA, _TIGA)
