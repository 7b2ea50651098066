"""`Roster` out of a project file: plain SELECTs into arrays, in the order of the NIP."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ..model.evidence import PENILAIAN, SET, Field
from ..model.roster import ABSENT, BLOCK_COLUMNS, Block, Bool, Int64, Roster, Statements
from ..model.vocab import Bukti
from . import coverage
from .database import Database

_Kind = TypeVar("_Kind", bound=np.generic)

_CODES = (
    "status",
    "kedudukan",
    "golongan",
    "jenis_jabatan",
    "jenjang",
    "eselon",
    "jenis_kelamin",
)
_OF_SOME = " WHERE pegawai IN (SELECT value FROM json_each(?))"
_YEAR = Field("tahun", "bilangan", "Tahun")
_CANCELLED = "batal_nomor IS NOT NULL OR batal_tanggal IS NOT NULL"
"""A cancelled sentence may be known by the number of the decree alone, or by its date."""


_FROM = "FROM keadaan k JOIN pegawai p ON p.id = k.pegawai WHERE k.tahun = ?1 {} ORDER BY p.nip"
_AMONG = "AND k.pegawai IN (SELECT value FROM json_each(?2))"


def load_roster(db: Database, tahun: int, people: Collection[int] | None = None) -> Roster:
    """Return everybody of a year with all evidence, or some people alone.

    Codes and dates that are not stated are 0, numbers `ABSENT`.

    Args:
        db: The project file.
        tahun: The measured year.
        people: Ids of whom; None for everybody.
    """
    asked = None if people is None else json.dumps(sorted(people))
    with db.reading():
        rows = db.integers(
            f"SELECT p.id, p.nip, ifnull(k.opd, 0), {', '.join(f'ifnull({c}, 0)' for c in _CODES)}"
            f" {_FROM.format('' if asked is None else _AMONG)}",
            3 + len(_CODES),
            (tahun,) if asked is None else (tahun, asked),
        )
        texts = db.rows(
            f"SELECT p.nama, ifnull(k.jabatan, '') {_FROM.format('' if asked is None else _AMONG)}",
            (tahun,) if asked is None else (tahun, asked),
        )
        opd, opd_nama = _opd(db, rows[:, 2])
        person = _Index(rows[:, 0])
        keadaan = {name: rows[:, 3 + i].astype(np.int16) for i, name in enumerate(_CODES)}
        names, posts = zip(*texts, strict=True) if texts else ((), ())
        return Roster(
            tahun=tahun,
            id=_fixed(rows[:, 0]),
            nip=_fixed(rows[:, 1]),
            nama=names,
            jabatan=posts,
            opd_nama=opd_nama,
            keadaan={name: _fixed(values) for name, values in {**keadaan, "opd": opd}.items()},
            rekaman=_blocks(db, person, asked),
            pernyataan=_statements(db, tahun, person, asked),
            cakupan=_coverage(db, tahun, person, None if asked is None else rows[:, 1]),
            tertahan=_in_doubt(db, tahun, person),
        )


class _Index:
    """Ids of people → their place in the roster, -1 for those who are not in it."""

    def __init__(self, ids: Int64) -> None:
        self.size = len(ids)
        self._place = np.full(int(ids.max(initial=0)) + 1, -1, np.int64)
        self._place[ids] = np.arange(self.size)

    def of(self, ids: Int64) -> Int64:
        """Return the places of people."""
        known = ids < len(self._place)
        return np.where(known, self._place[np.where(known, ids, 0)], -1)


def _fixed(array: NDArray[_Kind]) -> NDArray[_Kind]:
    array = np.ascontiguousarray(array)
    array.flags.writeable = False
    return array


def _opd(db: Database, ids: Int64) -> tuple[NDArray[np.int16], tuple[str, ...]]:
    """Return each person's index into the names, and the names of the year, sorted."""
    used = set(ids.tolist())
    found = [
        (nama, number) for number, nama in db.rows("SELECT id, nama FROM opd") if number in used
    ]
    found.sort()
    place = np.full(int(ids.max(initial=0)) + 1, -1, np.int16)
    for index, (_, number) in enumerate(found):
        place[number] = index
    return place[ids], tuple(nama for nama, _ in found)


def _blocks(db: Database, person: _Index, asked: str | None) -> dict[str, Block]:
    return {name: _block(db, name, person, asked) for name in BLOCK_COLUMNS}


def _block(db: Database, name: str, person: _Index, asked: str | None) -> Block:
    blank = {
        field.name: ABSENT if field.kind == "bilangan" else 0
        for field in (*SET.get(name, PENILAIAN), _YEAR)
    }
    columns = {
        column: _CANCELLED if column == "batal" else f"ifnull({column}, {blank[column]})"
        for column in BLOCK_COLUMNS[name]
    }
    rows = db.integers(
        f"SELECT pegawai, id, {', '.join(columns.values())} FROM {name}"
        f"{'' if asked is None else _OF_SOME} ORDER BY id",
        2 + len(columns),
        () if asked is None else (asked,),
    )
    place = person.of(rows[:, 0])
    order = np.argsort(place, kind="stable")
    order = order[np.searchsorted(place[order], 0) :]
    rows, place = rows[order], place[order]
    return Block(
        start=_fixed(np.searchsorted(place, np.arange(person.size + 1)).astype(np.int64)),
        id=_fixed(rows[:, 1]),
        columns={
            column: _fixed(rows[:, 2 + i].astype(np.int32)) for i, column in enumerate(columns)
        },
    )


def _statements(
    db: Database, tahun: int, person: _Index, asked: str | None
) -> dict[Bukti, Statements]:
    among = "" if asked is None else " AND pegawai IN (SELECT value FROM json_each(?))"
    rows = db.integers(
        f"SELECT pegawai, bukti, bentuk, nilai FROM pernyataan WHERE tahun = ?{among}",
        4,
        (tahun,) if asked is None else (tahun, asked),
    )
    place = person.of(rows[:, 0])
    found: dict[Bukti, Statements] = {}
    for bukti in np.unique(rows[place >= 0, 1]).tolist():
        own = (rows[:, 1] == bukti) & (place >= 0)
        bentuk = np.zeros(person.size, np.int8)
        nilai = np.zeros(person.size, np.int32)
        bentuk[place[own]] = rows[own, 2]
        nilai[place[own]] = rows[own, 3]
        found[Bukti(bukti)] = Statements(_fixed(bentuk), _fixed(nilai))
    return found


def _coverage(db: Database, tahun: int, person: _Index, nips: Int64 | None) -> dict[Bukti, Bool]:
    asked = None if nips is None else json.dumps(nips.tolist())
    pairs = coverage.effective(db, tahun, asked)
    place = person.of(pairs[:, 0])
    found: dict[Bukti, Bool] = {}
    for bukti in np.unique(pairs[place >= 0, 1]).tolist():
        covered = np.zeros(person.size, np.bool_)
        covered[place[(pairs[:, 1] == bukti) & (place >= 0)]] = True
        found[Bukti(bukti)] = _fixed(covered)
    return found


def _in_doubt(db: Database, tahun: int, person: _Index) -> dict[Bukti, Bool]:
    place = person.of(coverage.sentences_in_doubt(db, tahun))
    place = place[place >= 0]
    if not len(place):
        return {}
    doubted = np.zeros(person.size, np.bool_)
    doubted[place] = True
    return {Bukti.HUKUMAN: _fixed(doubted)}
