"""`Stored`: what an import has to know of the project, keyed by NIP."""

from __future__ import annotations

import json
from collections.abc import Collection

from ..model.change import Stored
from ..model.evidence import KEADAAN, SET, Record
from ..model.vocab import Bukti
from . import coverage, findings
from .database import Database
from .persons import COLUMNS

_BIRTH = 10**10
"""What parts the day of birth from the rest of an NIP."""

_AMONG = "p.nip IN (SELECT value FROM json_each(?2))"


def load_stored(
    db: Database, tahun: int, nips: Collection[int] | None, berkas: Collection[str] = ()
) -> Stored:
    """Return what is stored of some people (None: of everybody), and whom some files listed.

    Coverage is what counts: a pair that an open finding withholds is not in it.
    """
    if nips and db.one("SELECT 1 FROM pegawai") is None:
        nips = ()  # a first import asks of everybody and nobody is there
    among, asked = (_AMONG, json.dumps(sorted(nips))) if nips is not None else ("?2 IS NULL", None)
    load = _Load(db, tahun, among, asked)
    with db.reading():
        keadaan, roster = load.keadaan()
        return Stored(
            keadaan=keadaan,
            roster=roster,
            pernyataan=load.pernyataan(),
            penilaian=load.penilaian(),
            rekaman={name: load.rekaman(name) for name in SET},
            cakupan=load.cakupan(),
            pemetaan=_pemetaan(db),
            temuan=findings.closable(db, tahun),
            hadir=_hadir(db, tahun, berkas),
            opd=frozenset(name for (name,) in db.rows("SELECT nama FROM opd")),
            sehari=_born_with(db, nips or ()),
        )


class _Load:
    """The queries of one load; all take the year as ?1 and the people asked for as ?2."""

    def __init__(self, db: Database, tahun: int, among: str, asked: str | None) -> None:
        self.db = db
        self.tahun = tahun
        self.asked = asked
        self.among = among
        self.bindings = (tahun, asked)

    def keadaan(self) -> tuple[dict[int, Record], frozenset[int]]:
        columns = ", ".join("o.nama" if f.name == "opd" else f"k.{f.name}" for f in KEADAAN[2:])
        found: dict[int, Record] = {}
        roster = []
        for nip, year, *values in self.db.each(
            f"SELECT p.nip, k.tahun, p.nama, p.jenis_kelamin, {columns} FROM pegawai p"
            " LEFT JOIN keadaan k ON k.pegawai = p.id AND k.tahun = ?1"
            f" LEFT JOIN opd o ON o.id = k.opd WHERE {self.among}",
            self.bindings,
        ):
            found[nip] = tuple(values)
            if year is not None:
                roster.append(nip)
        return found, frozenset(roster)

    def pernyataan(self) -> dict[tuple[int, Bukti], tuple[int, int]]:
        kinds = {int(kind): kind for kind in Bukti}
        return {
            (nip, kinds[bukti]): (bentuk, nilai)
            for nip, bukti, bentuk, nilai in self.db.each(
                "SELECT p.nip, s.bukti, s.bentuk, s.nilai FROM pernyataan s"
                f" JOIN pegawai p ON p.id = s.pegawai WHERE s.tahun = ?1 AND {self.among}",
                self.bindings,
            )
        }

    def penilaian(self) -> dict[tuple[int, int], Record]:
        return {
            (nip, year): tuple(values)
            for nip, year, *values in self.db.each(
                f"SELECT p.nip, r.tahun, {_columns('penilaian')} FROM penilaian r"
                f" JOIN pegawai p ON p.id = r.pegawai WHERE ?1 IS NOT NULL AND {self.among}",
                self.bindings,
            )
        }

    def rekaman(self, name: str) -> dict[int, dict[Record, int]]:
        found: dict[int, dict[Record, int]] = {}
        for nip, number, *values in self.db.each(
            f"SELECT p.nip, r.id, {_columns(name)} FROM {name} r"
            f" JOIN pegawai p ON p.id = r.pegawai WHERE ?1 IS NOT NULL AND {self.among}",
            self.bindings,
        ):
            of_person = found.setdefault(nip, {})
            of_person[tuple(values)] = number
        return found

    def cakupan(self) -> frozenset[tuple[int, Bukti]]:
        nip_of: dict[int, int] = dict(
            self.db.rows(
                f"SELECT p.id, p.nip FROM pegawai p WHERE ?1 IS NOT NULL AND {self.among}",
                self.bindings,
            )
        )
        kinds = {int(kind): kind for kind in Bukti}
        pairs = coverage.effective(self.db, self.tahun, self.asked).tolist()
        return frozenset(
            (nip_of[person], kinds[bukti]) for person, bukti in pairs if person in nip_of
        )


def _born_with(db: Database, nips: Collection[int]) -> dict[int, str]:
    """Return names of who was born on a day of somebody of these and is none of them."""
    asked = frozenset(nips)
    days = {nip // _BIRTH for nip in asked}
    if not days:
        return {}
    return {
        nip: nama
        for nip, nama in db.each("SELECT nip, nama FROM pegawai")
        if nip // _BIRTH in days and nip not in asked
    }


def _columns(name: str) -> str:
    return ", ".join(f"r.{column}" for column in COLUMNS[name])


def _pemetaan(db: Database) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for kepala, kolom, bidang in db.rows("SELECT kepala, kolom, bidang FROM pemetaan"):
        found.setdefault(kepala, {})[kolom] = bidang
    return found


def _hadir(
    db: Database, tahun: int, berkas: Collection[str]
) -> dict[tuple[str, str | None], dict[int, str | None]]:
    """Return (file, sheet) → NIP → OPD of whom its newest import lists, of the year's roster."""
    found: dict[tuple[str, str | None], dict[int, str | None]] = {}
    newest = (
        "SELECT i.berkas, l.nama, max(l.id) AS lembar FROM lembar l JOIN impor i ON i.id = l.impor"
        " WHERE i.tahun = ?1 AND i.berkas IN (SELECT value FROM json_each(?2))"
        " AND l.jenis = 'pegawai' GROUP BY i.berkas, l.nama"
    )
    for name, sheet, nip, opd in db.each(
        f"SELECT n.berkas, n.nama, p.nip, o.nama FROM ({newest}) n"
        " JOIN hadir h ON h.lembar = n.lembar JOIN pegawai p ON p.id = h.pegawai"
        " JOIN keadaan k ON k.pegawai = p.id AND k.tahun = ?1 LEFT JOIN opd o ON o.id = k.opd",
        (tahun, json.dumps(sorted(set(berkas)))),
    ):
        found.setdefault((name, sheet), {})[nip] = opd
    return found
