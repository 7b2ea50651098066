"""Evidence with its texts and origins: of one person for the trace, of a year for the snapshot."""

from __future__ import annotations

import json
from collections.abc import Collection

from ..model.evidence import KEADAAN, PENILAIAN, SET
from ..model.stored import Asal, PersonEvidence, SameDay, StoredRecord, StoredStatement
from ..model.vocab import Bukti
from .database import Database

COLUMNS = {
    **{name: tuple(field.name for field in fields) for name, fields in SET.items()},
    "penilaian": tuple(field.name for field in PENILAIAN),
}
"""Table → its columns that hold evidence."""

_ORIGIN = "LEFT JOIN lembar l ON l.id = r.lembar LEFT JOIN impor i ON i.id = l.impor"
_FROM = "i.berkas, l.nama, r.baris"


def load_records(db: Database, tahun: int) -> dict[str, list[StoredRecord]]:
    """Return every record of everybody in a year's roster, by NIP and id."""
    who = "JOIN keadaan k ON k.pegawai = p.id AND k.tahun = ?"
    with db.reading():
        return {name: _records(db, name, who, tahun) for name in COLUMNS}


def load_person(db: Database, tahun: int, nip: int) -> PersonEvidence | None:
    """Return one person with every text and origin, None for someone not in the project."""
    with db.reading():
        found = db.one("SELECT id FROM pegawai WHERE nip = ?", (nip,))
        if found is None:
            return None
        person = found[0]
        columns = ", ".join("o.nama" if f.name == "opd" else f"r.{f.name}" for f in KEADAAN[2:])
        keadaan = db.rows(
            f"SELECT r.pegawai, {_FROM}, p.nama, p.jenis_kelamin, {columns} FROM pegawai p"
            " LEFT JOIN keadaan r ON r.pegawai = p.id AND r.tahun = ?2"
            f" LEFT JOIN opd o ON o.id = r.opd {_ORIGIN} WHERE p.id = ?1",
            (person, tahun),
        )[0]
        where = "AND p.id = ?"
        return PersonEvidence(
            nip=nip,
            keadaan=keadaan[4:],
            asal=None if keadaan[0] is None else Asal(*keadaan[1:4]),
            pernyataan=_statements(db, person, tahun),
            rekaman={name: tuple(_records(db, name, where, person)) for name in COLUMNS},
            cakupan=_coverage(db, person, tahun),
        )


def load_record(db: Database, name: str, number: int) -> StoredRecord | None:
    """Return one record by its id."""
    found = _records(db, name, "AND r.id = ?", number)
    return found[0] if found else None


def _records(db: Database, name: str, condition: str, binding: int) -> list[StoredRecord]:
    columns = ", ".join(f"r.{column}" for column in COLUMNS[name])
    year = "r.tahun" if name == "penilaian" else "NULL"
    rows = db.each(
        f"SELECT r.id, p.nip, {year}, {_FROM}, {columns} FROM {name} r"
        f" JOIN pegawai p ON p.id = r.pegawai {condition} {_ORIGIN} ORDER BY p.nip, r.id",
        (binding,),
    )
    return [
        StoredRecord(
            id=row[0],
            nip=row[1],
            tahun=row[2],
            isi=row[6:],
            asal=Asal(*row[3:6]),
        )
        for row in rows
    ]


def _statements(db: Database, person: int, tahun: int) -> tuple[StoredStatement, ...]:
    rows = db.rows(
        f"SELECT r.bukti, r.bentuk, r.nilai, {_FROM} FROM pernyataan r {_ORIGIN}"
        " WHERE r.pegawai = ? AND r.tahun = ? ORDER BY r.bukti",
        (person, tahun),
    )
    return tuple(StoredStatement(Bukti(row[0]), row[1], row[2], Asal(*row[3:])) for row in rows)


def _coverage(db: Database, person: int, tahun: int) -> dict[Bukti, tuple[Asal, ...]]:
    found: dict[Bukti, tuple[Asal, ...]] = {}
    for bukti, *origin in db.rows(
        "SELECT r.bukti, i.berkas, l.nama, NULL FROM cakupan r"
        " JOIN lembar l ON l.id = r.lembar JOIN impor i ON i.id = l.impor"
        " WHERE r.pegawai = ? AND i.tahun = ? ORDER BY r.bukti, r.lembar",
        (person, tahun),
    ):
        kind = Bukti(bukti)
        found[kind] = (*found.get(kind, ()), Asal(*origin))
    return found


def similar_candidates(
    db: Database, tahun: int, people: Collection[int] | None = None
) -> list[SameDay]:
    """Return courses of one person, kind and last day, of a year's roster, by NIP, kind, day.

    A course without a last day ended on its first. `people` are ids, None for everybody.
    """
    day = "coalesce(r.selesai, r.mulai)"
    among = "" if people is None else " AND r.pegawai IN (SELECT value FROM json_each(?2))"
    asked = () if people is None else (json.dumps(sorted(people)),)
    groups = (
        f"SELECT r.pegawai, r.jenis, {day} AS hari FROM pengembangan r"
        " JOIN keadaan k ON k.pegawai = r.pegawai AND k.tahun = ?1"
        f" WHERE r.jenis IS NOT NULL AND hari IS NOT NULL{among}"
        " GROUP BY 1, 2, 3 HAVING count(*) > 1"
    )
    found: dict[tuple[int, int, int], list[tuple[str | None, str | None]]] = {}
    for nip, jenis, hari, nama, nomor in db.each(
        f"SELECT p.nip, g.jenis, g.hari, r.nama, r.nomor FROM ({groups}) g"
        f" JOIN pengembangan r ON r.pegawai = g.pegawai AND r.jenis = g.jenis AND {day} = g.hari"
        " JOIN pegawai p ON p.id = g.pegawai ORDER BY p.nip, g.jenis, g.hari, r.id",
        (tahun, *asked),
    ):
        found.setdefault((nip, jenis, hari), []).append((nama, nomor))
    return [SameDay(*key, tuple(records)) for key, records in found.items()]
