"""Write a `Plan`: already merged with what is stored, so that storage only writes.

A plan whose people, records, coverage and findings are all stored already writes nothing at all,
not even that its files came: the change then leaves no entry.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from ..model.change import Origin, Plan
from ..model.evidence import KEADAAN
from ..model.finding import Finding, Severity
from ..model.vocab import Bukti
from ..progress import Progress, silent
from .database import Database, Value
from .findings import ASIDE, DONE, OPEN, Known, carried_reasons, trail_text
from .persons import COLUMNS

BATCH = 2000
"""People, or rows of a history, between two words of progress."""

_YEAR_FIELDS = tuple(field.name for field in KEADAAN[2:])


@dataclass(frozen=True, slots=True)
class Applied:
    """How many rows of the project file an import changed."""

    pegawai: int = 0
    keadaan: int = 0
    penilaian: int = 0
    pernyataan: int = 0
    rekaman: int = 0
    hapus: int = 0
    cakupan: int = 0
    temuan: int = 0
    selesai: int = 0


def apply_plan(db: Database, tahun: int, plan: Plan, progress: Progress = silent) -> Applied:
    """Store what a plan says, within the change that is open.

    Args:
        db: The project file.
        tahun: The measured year that keadaan, statements, coverage and findings belong to.
        plan: The plan.
        progress: Told of people and rows.

    Raises:
        Cancelled: `progress` asked for it; the change is to be rolled back.
    """
    work = _Apply(db, tahun, plan, progress)
    return work.run() if work.changes_something() else Applied()


class _Apply:
    """One application: the ids of files, sheets and people that its rows refer to."""

    def __init__(self, db: Database, tahun: int, plan: Plan, progress: Progress) -> None:
        self.db = db
        self.progress = progress
        self.tahun = tahun
        self.plan = plan
        self.person = self._known_people()
        self.impor: list[int] = []
        self.sheet: dict[tuple[int, int], int] = {}
        self.cover = self._new_coverage()
        states: dict[str, str] = dict(
            db.rows("SELECT id, keadaan FROM temuan WHERE tahun = ?", (tahun,))
        )
        again = {finding.id for finding in plan.temuan}
        self.close = [
            number
            for number in plan.selesai
            if states.get(number, DONE) != DONE and number not in again
        ]
        self.open = [finding for finding in plan.temuan if states.get(finding.id, DONE) == DONE]
        self.carried: list[str] = []

    def changes_something(self) -> bool:
        plan = self.plan
        values = (plan.keadaan, plan.penilaian, plan.pernyataan, plan.pemetaan)
        sets = (*plan.rekaman.values(), *plan.hapus.values())
        told = any(finding.tingkat is not Severity.INFO for finding in self.open)
        return told or any(map(bool, (*values, *sets, self.cover, self.close)))

    def run(self) -> Applied:
        """Write everything: first what other rows refer to."""
        hapus = sum(
            self.db.run_many(f"DELETE FROM {name} WHERE id = ?", ((number,) for number in ids))
            for name, ids in self.plan.hapus.items()
        )
        self._sources()
        pegawai = self._people()
        self._mappings()
        self._present()
        keadaan, penilaian, pernyataan = self._said()
        return Applied(
            pegawai=pegawai,
            keadaan=keadaan,
            penilaian=penilaian,
            pernyataan=pernyataan,
            rekaman=sum(map(self._records, self.plan.rekaman)),
            hapus=hapus,
            cakupan=self._coverage(),
            # What was set aside is asked before it may close.
            temuan=self._open_findings(),
            selesai=self._close_findings(),
        )

    # What rows refer to

    def _known_people(self) -> dict[int, int]:
        return dict(self.db.rows("SELECT nip, id FROM pegawai"))

    def _sources(self) -> None:
        for at, file in enumerate(self.plan.berkas):
            self.db.run(
                "INSERT INTO impor (tahun, berkas, sha256, ukuran) VALUES (?, ?, ?, ?)",
                (self.tahun, file.berkas, file.sha256, file.ukuran),
            )
            self.impor.append(self.db.connection.last_insert_rowid())
            for place, sheet in enumerate(file.lembar):
                self.db.run(
                    "INSERT INTO lembar (impor, nama, jenis, kepala, diterima, ditolak)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        self.impor[at],
                        sheet.nama,
                        sheet.jenis,
                        sheet.kepala,
                        sheet.diterima,
                        sheet.ditolak,
                    ),
                )
                self.sheet[at, place] = self.db.connection.last_insert_rowid()

    def _origin(self, origin: Origin) -> tuple[int, int]:
        return self.sheet[origin[0], origin[1]], origin[2]

    def _people(self) -> int:
        """Add who is new, in the order of the NIP, and correct names; return how many changed."""
        plan, known = self.plan.keadaan, self.person
        new = sorted(nip for nip in plan if nip not in known)
        changed = self.db.insert_many(
            "pegawai",
            ("nip", "nama", "jenis_kelamin"),
            ((nip, plan[nip][0][0], plan[nip][0][1]) for nip in new),
        )
        changed += self.db.run_many(
            "UPDATE pegawai SET nama = ?2, jenis_kelamin = ?3"
            " WHERE id = ?1 AND (nama IS NOT ?2 OR jenis_kelamin IS NOT ?3)",
            (
                (known[nip], values[0], values[1])
                for nip, (values, _) in plan.items()
                if nip in known
            ),
        )
        self.person = self._known_people()
        return changed

    def _opd(self) -> dict[str, int]:
        names = {values[-1] for values, _ in self.plan.keadaan.values()} - {None}
        self.db.run_many(
            "INSERT INTO opd (nama) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM opd WHERE nama = ?1)",
            ((name,) for name in sorted(cast(set[str], names))),
        )
        return dict(self.db.rows("SELECT nama, id FROM opd"))

    def _mappings(self) -> None:
        self.db.run_many(
            "INSERT INTO pemetaan (kepala, kolom, bidang) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET bidang = excluded.bidang",
            (
                (kepala, kolom, bidang)
                for kepala, columns in self.plan.pemetaan.items()
                for kolom, bidang in columns.items()
            ),
        )

    def _present(self) -> None:
        rows = sorted(
            (self.person[nip], self.sheet[origin[0], origin[1]])
            for nip, origin in self.plan.hadir
            if nip in self.person
        )
        self.db.insert_many("hadir", ("pegawai", "lembar"), rows, " ON CONFLICT DO NOTHING")

    # Evidence

    def _said(self) -> tuple[int, int, int]:
        """Write what has one value, so many people at a time.

        Returns:
            How many rows of keadaan, appraisals and statements changed.
        """
        plan = self.plan
        people = sorted(
            {*plan.keadaan, *(nip for nip, _ in plan.penilaian)}.union(
                *(said.nip for said in plan.pernyataan.values())
            )
        )
        first = people[BATCH::BATCH]
        appraised = list(plan.penilaian)
        years = _parted([nip for nip, _ in appraised], first)
        kinds = {kind: _parted(said.nip, first) for kind, said in plan.pernyataan.items()}
        opd = self._opd()
        counts = [0, 0, 0]
        for part, start in enumerate(range(0, len(people), BATCH)):
            self.progress("Menyimpan pegawai", start, len(people))
            nips = people[start : start + BATCH]
            counts[0] += self._keadaan((nip for nip in nips if nip in plan.keadaan), opd)
            counts[1] += self._penilaian(appraised[at] for at in years[part])
            counts[2] += self._pernyataan((kind, parts[part]) for kind, parts in kinds.items())
        return counts[0], counts[1], counts[2]

    def _keadaan(self, nips: Iterable[int], opd: Mapping[str, int]) -> int:
        def rows() -> Iterator[tuple[Value, ...]]:
            for person, nip in self._in_order(nips):
                values, origin = self.plan.keadaan[nip]
                *year, name = values[2:]
                unit = None if name is None else opd[str(name)]
                yield person, self.tahun, *year, unit, *self._origin(origin)

        return self._upsert("keadaan", ("pegawai", "tahun"), _YEAR_FIELDS, rows())

    def _penilaian(self, appraised: Iterable[tuple[int, int]]) -> int:
        def rows() -> Iterator[tuple[Value, ...]]:
            for nip, year in sorted(appraised):
                values, origin = self.plan.penilaian[nip, year]
                yield self.person[nip], year, *values, *self._origin(origin)

        return self._upsert("penilaian", ("pegawai", "tahun"), COLUMNS["penilaian"], rows())

    def _pernyataan(self, places: Iterable[tuple[Bukti, Sequence[int]]]) -> int:
        person, tahun, sheet = self.person, self.tahun, self.sheet
        rows: list[tuple[int, ...]] = []
        for kind, chosen in places:
            said, code = self.plan.pernyataan[kind], int(kind)
            nips, values, origins = said.nip, said.nilai, said.asal
            rows += [
                (person[nips[i]], tahun, code, *values[i], sheet[origins[i][:2]], origins[i][2])
                for i in chosen
            ]
        rows.sort()
        key = ("pegawai", "tahun", "bukti")
        return self._upsert("pernyataan", key, ("bentuk", "nilai"), rows)

    def _records(self, name: str) -> int:
        rows = self.plan.rekaman[name]
        return self.db.insert_many(
            name,
            ("pegawai", *COLUMNS[name], "lembar", "baris"),
            (
                (self.person[nip], *record, *self._origin(origin))
                for nip, record, origin in self._counted("Menyimpan riwayat", rows)
            ),
        )

    def _counted(self, step: str, rows: Sequence[Any]) -> Iterator[Any]:
        """Yield rows, and tell how far they are."""
        for at, row in enumerate(rows):
            if at % BATCH == 0:
                self.progress(step, at, len(rows))
            yield row

    def _new_coverage(self) -> list[tuple[int, Bukti, Origin, bool]]:
        """Leave out what the same sheet said before: its findings may withhold it, then as now."""
        stored = set(
            self.db.rows(
                "SELECT p.nip, c.bukti, i.sha256, l.nama FROM cakupan c"
                " JOIN pegawai p ON p.id = c.pegawai JOIN lembar l ON l.id = c.lembar"
                " JOIN impor i ON i.id = l.impor WHERE i.tahun = ?",
                (self.tahun,),
            )
            if self.plan.cakupan
            else ()
        )
        files = self.plan.berkas
        return [
            item
            for item in self.plan.cakupan
            if (
                item[0],
                int(item[1]),
                files[item[2][0]].sha256,
                files[item[2][0]].lembar[item[2][1]].nama,
            )
            not in stored
        ]

    def _coverage(self) -> int:
        rows = sorted(
            (self.person[nip], int(bukti), self.sheet[origin[0], origin[1]], int(named))
            for nip, bukti, origin, named in self.cover
            if nip in self.person
        )
        return self.db.insert_many(
            "cakupan",
            ("pegawai", "bukti", "lembar", "disebut"),
            self._counted("Menyimpan cakupan", rows),
            " ON CONFLICT DO UPDATE SET disebut = max(disebut, excluded.disebut)",
        )

    def _upsert(
        self,
        table: str,
        key: tuple[str, ...],
        values: tuple[str, ...],
        rows: Iterable[tuple[Value, ...]],
    ) -> int:
        columns = (*key, *values, "lembar", "baris")
        new = ", ".join(f"{name} = excluded.{name}" for name in columns[len(key) :])
        more = f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {new}"
        return self.db.insert_many(table, columns, rows, more)

    def _in_order(self, nips: Iterable[int]) -> list[tuple[int, int]]:
        return sorted((self.person[nip], nip) for nip in nips)

    # Findings

    def _close_findings(self) -> int:
        """Close findings; a reason for setting aside stays, should the same fault come back.

        What another finding carries on is no longer the closed one's to give.
        """
        successor = self.plan.pengganti
        closed = self.db.run_many(
            "UPDATE temuan SET keadaan = ?, pengganti = ? WHERE tahun = ? AND id = ?",
            ((DONE, successor.get(number), self.tahun, number) for number in self.close),
        )
        self.db.run_many(
            "UPDATE temuan SET alasan = '' WHERE tahun = ? AND id = ? AND keadaan = ?",
            ((self.tahun, number, DONE) for number in self.carried),
        )
        return closed

    def _open_findings(self) -> int:
        """Store new findings and reopen those that came back; what was set aside stays so."""
        came = [self._known(finding) for finding in self.open]
        reasons = carried_reasons(self.db, self.tahun, came)
        self.carried = [one.id for one in reasons.values()]
        rows = []
        for finding, known in zip(self.open, came, strict=True):
            told = reasons.get(finding.id)
            state = (OPEN, "") if told is None else (ASIDE, told.alasan)
            rows.append((*self._finding(finding), *state, known.jejak, None))
        marks = ", ".join("?" * 20)
        return self.db.run_many(f"INSERT OR REPLACE INTO temuan VALUES ({marks})", rows)

    def _known(self, finding: Finding) -> Known:
        one = finding
        identity = (one.kode, _isi(one), one.berkas, one.lembar, one.siapa, one.bidang)
        return Known(one.id, identity, trail_text(self.plan.jejak.get(one.id)))

    def _finding(self, finding: Finding) -> tuple[Value, ...]:
        """Return the row of a finding, without its state."""
        file, sheet = self._address(finding)
        return (
            self.tahun,
            finding.id,
            self.impor[file],
            sheet,
            finding.kode,
            _isi(finding),
            finding.berkas,
            finding.lembar,
            finding.baris,
            finding.kolom,
            finding.nip,
            finding.siapa,
            finding.bidang,
            json.dumps(sorted(map(int, finding.tahan))),
            int(finding.menolak_baris),
            finding.sidik,
        )

    def _address(self, finding: Finding) -> tuple[int, int | None]:
        """Return the index of the file, and the id of the sheet, that a finding is about."""
        for at, file in enumerate(self.plan.berkas):
            if file.berkas == finding.berkas and file.sha256.startswith(finding.sidik):
                for place, sheet in enumerate(file.lembar):
                    if sheet.nama == finding.lembar:
                        return at, self.sheet[at, place]
                return at, None
        raise ValueError(f"{finding.kode}: no file of the plan is {finding.berkas!r}")


def _isi(finding: Finding) -> str:
    return json.dumps(dict(finding.isi), ensure_ascii=False, sort_keys=True)


def _parted(nips: Sequence[int], first: Sequence[int]) -> list[list[int]]:
    """Return the places of some people, parted where the next NIP is one of `first`."""
    numbers = np.array(nips, np.int64)
    order = np.argsort(numbers, kind="stable")
    cuts = np.searchsorted(numbers[order], np.array(first, np.int64))
    return [part.tolist() for part in np.split(order, cuts)]
