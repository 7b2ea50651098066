"""`Edits`: single rows changed by hand, within the change that is open.

What is written here has no sheet and no row: by hand. Validation is `workflow`'s; what is refused
here is a signed year alone.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping

from ..formatting import format_nip
from ..model.catalogue import CARDS
from ..model.evidence import KEADAAN, PERSON_FIELDS, SET, Record
from ..model.finding import Finding
from ..model.vocab import Bukti
from . import findings
from .database import Database, Value
from .findings import ASIDE, DONE, OPEN
from .persons import COLUMNS

_STATE = tuple(field.name for field in KEADAAN if field.name not in PERSON_FIELDS)
_BY_HAND = "lembar = NULL, baris = NULL"


class Edits:
    """Changes to single people and records.

    Args:
        db: The file, inside a change.
        refuse_signed: Refuses a year that is signed.
    """

    def __init__(self, db: Database, refuse_signed: Callable[[int], None]) -> None:
        self._db = db
        self._refuse_signed = refuse_signed

    # Records

    def add_record(self, name: str, person: int, record: Record, tahun: int | None) -> int:
        """Add a record and return its id.

        Args:
            name: A set of `evidence.SET`, or "penilaian".
            person: Whose.
            record: Values in the order of the set's fields.
            tahun: Appraised year, of a penilaian alone.
        """
        year = {} if tahun is None else {"tahun": tahun}
        columns = ("pegawai", *year, *COLUMNS[name])
        marks = ", ".join("?" * len(columns))
        self._db.run(
            f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})",
            (person, *year.values(), *record),
        )
        return self._db.connection.last_insert_rowid()

    def change_record(self, name: str, number: int, changes: Mapping[str, Value]) -> None:
        """Change fields of a record; from then on it is by hand."""
        assigned = ", ".join(f"{field} = ?" for field in changes)
        self._db.run(
            f"UPDATE {name} SET {assigned}, {_BY_HAND} WHERE id = ?", (*changes.values(), number)
        )

    def delete_record(self, name: str, number: int) -> None:
        """Delete a record."""
        self._db.run(f"DELETE FROM {name} WHERE id = ?", (number,))

    # People

    def set_person(self, person: int, field: str, value: Value) -> None:
        """Change what holds of a person whatever the year: nip, nama, jenis_kelamin."""
        self._db.run(f"UPDATE pegawai SET {field} = ? WHERE id = ?", (value, person))

    def set_state(self, person: int, tahun: int, changes: Mapping[str, Value]) -> None:
        """Change fields of a year's keadaan; the OPD by its name.

        Raises:
            StorageError: The year is signed.
        """
        self._refuse_signed(tahun)
        values = dict(changes)
        if values.get("opd") is not None:
            name = values["opd"]
            self._db.run("INSERT INTO opd (nama) VALUES (?) ON CONFLICT DO NOTHING", (name,))
            values["opd"] = self._db.rows("SELECT id FROM opd WHERE nama = ?", (name,))[0][0]
        assigned = ", ".join(f"{field} = ?" for field in values)
        self._db.run(
            f"UPDATE keadaan SET {assigned}, {_BY_HAND} WHERE pegawai = ? AND tahun = ?",
            (*values.values(), person, tahun),
        )

    def set_statement(
        self, person: int, tahun: int, bukti: Bukti, said: tuple[int, int] | None
    ) -> None:
        """Store what is stated of a kind of evidence, (bentuk, nilai); None takes it away.

        Raises:
            StorageError: The year is signed.
        """
        self._refuse_signed(tahun)
        key = (person, tahun, int(bukti))
        if said is None:
            self._db.run(
                "DELETE FROM pernyataan WHERE pegawai = ? AND tahun = ? AND bukti = ?", key
            )
            return
        self._db.run(
            "INSERT INTO pernyataan (pegawai, tahun, bukti, bentuk, nilai) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET bentuk = excluded.bentuk, nilai = excluded.nilai,"
            f" {_BY_HAND}",
            (*key, *said),
        )

    def remove_from_year(self, person: int, tahun: int) -> int:
        """Take somebody out of a year's roster, with all that holds for that year alone.

        The person's records stay, and the findings about the person in that year are closed;
        return how many.

        Raises:
            StorageError: The year is signed.
        """
        self._refuse_signed(tahun)
        nip = self._nip_of(person)
        for table in ("keadaan", "pernyataan"):
            self._db.run(f"DELETE FROM {table} WHERE pegawai = ? AND tahun = ?", (person, tahun))
        self._db.run(
            "DELETE FROM cakupan WHERE pegawai = ? AND lembar IN (SELECT l.id FROM lembar l"
            " JOIN impor i ON i.id = l.impor WHERE i.tahun = ?)",
            (person, tahun),
        )
        self._db.run("DELETE FROM abaikan WHERE nip = ? AND tahun = ?", (nip, tahun))
        found = findings.closable(self._db, tahun, nip)
        return self.close_findings((tahun, one.id) for one in found)

    # Two entries of one person

    def merge(self, kept: int, gone: int, years: Iterable[int]) -> dict[str, int]:
        """Move everything from one entry of a person to the other and delete the emptied one.

        What both have alike collapses; where one of two appraisals or keadaan has blanks, the
        other completes it. That nothing conflicts is for the caller to know.

        Args:
            kept: The entry that stays.
            gone: The entry that goes.
            years: Years whose findings move with it.

        Returns:
            Table → how many rows moved.
        """
        old, new = self._nip_of(gone), self._nip_of(kept)
        moved = {name: self._move_set(name, kept, gone) for name in SET}
        for table, columns in (
            ("penilaian", COLUMNS["penilaian"]),
            ("keadaan", _STATE),
            ("pernyataan", ("bentuk", "nilai")),
        ):
            self._complete(table, columns, kept, gone)
            moved[table] = self._move(table, kept, gone)
        self._db.run(
            "INSERT INTO cakupan (pegawai, bukti, lembar, disebut)"
            " SELECT ?, bukti, lembar, disebut FROM cakupan WHERE pegawai = ?"
            " ON CONFLICT DO UPDATE SET disebut = max(disebut, excluded.disebut)",
            (kept, gone),
        )
        self._db.run(
            "INSERT OR IGNORE INTO hadir (pegawai, lembar)"
            " SELECT ?, lembar FROM hadir WHERE pegawai = ?",
            (kept, gone),
        )
        for table in ("cakupan", "hadir"):
            self._db.run(f"DELETE FROM {table} WHERE pegawai = ?", (gone,))
        self._db.run(
            "UPDATE pegawai SET jenis_kelamin = coalesce(jenis_kelamin,"
            " (SELECT jenis_kelamin FROM pegawai WHERE id = ?)) WHERE id = ?",
            (gone, kept),
        )
        self.move_findings(old, new, years)
        self._db.run("DELETE FROM pegawai WHERE id = ?", (gone,))
        return moved

    def _move_set(self, name: str, kept: int, gone: int) -> int:
        same = " AND ".join(f"k.{column} IS {name}.{column}" for column in COLUMNS[name])
        self._db.run(
            f"DELETE FROM {name} WHERE pegawai = ?"
            f" AND EXISTS (SELECT 1 FROM {name} k WHERE k.pegawai = ? AND {same})",
            (gone, kept),
        )
        return self._db.run(f"UPDATE {name} SET pegawai = ? WHERE pegawai = ?", (kept, gone))

    def _complete(self, table: str, columns: Iterable[str], kept: int, gone: int) -> None:
        """Fill the blanks of rows that both entries have a counterpart of."""
        more = "AND g.bukti = k.bukti" if table == "pernyataan" else ""
        filled = ", ".join(f"{column} = coalesce(k.{column}, g.{column})" for column in columns)
        self._db.run(
            f"UPDATE {table} AS k SET {filled} FROM {table} AS g"
            f" WHERE k.pegawai = ? AND g.pegawai = ? AND g.tahun = k.tahun {more}",
            (kept, gone),
        )

    def _move(self, table: str, kept: int, gone: int) -> int:
        """Move what the kept entry has no counterpart of; what is left goes."""
        moved = self._db.run(
            f"UPDATE OR IGNORE {table} SET pegawai = ? WHERE pegawai = ?", (kept, gone)
        )
        self._db.run(f"DELETE FROM {table} WHERE pegawai = ?", (gone,))
        return moved

    # Findings

    def close_findings(self, found: Iterable[tuple[int, str]]) -> int:
        """Close findings, each by its year and id, and return how many."""
        return self._db.run_many(
            "UPDATE temuan SET keadaan = ?, pengganti = NULL"
            " WHERE tahun = ? AND id = ? AND keadaan <> ?",
            ((DONE, tahun, number, DONE) for tahun, number in found),
        )

    def move_findings(self, old: int, new: int, years: Iterable[int]) -> None:
        """Let findings about one NIP be about another; where the other has the same, it stays.

        Args:
            old: The NIP they are about.
            new: The NIP they shall be about.
            years: The measured years whose findings move.
        """
        for year in years:
            for stored in findings.load_findings(self._db, CARDS, year, (OPEN, DONE, ASIDE)):
                if stored.temuan.nip == old:
                    self._move_finding(year, stored.temuan, new)
            for kode, bidang, alasan, number in self._db.rows(
                "SELECT kode, bidang, alasan, id FROM abaikan WHERE nip = ? AND tahun = ?",
                (old, year),
            ):
                card = CARDS[kode]
                derived = Finding(
                    card, dict.fromkeys(card.parameters(), ""), nip=new, tahun=year, bidang=bidang
                )
                self._db.run("DELETE FROM abaikan WHERE id = ?", (number,))
                self._db.run(
                    "INSERT INTO abaikan (id, kode, nip, tahun, bidang, alasan)"
                    " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    (derived.id, kode, new, year, bidang, alasan),
                )

    def _move_finding(self, tahun: int, finding: Finding, new: int) -> None:
        told = {str(finding.nip): str(new), format_nip(str(finding.nip)): format_nip(str(new))}
        isi = dict(finding.isi)
        if isi.get("nip") in told:
            isi["nip"] = told[isi["nip"]]
        moved = dataclasses.replace(finding, nip=new, isi=isi)
        if moved.id != finding.id:
            same = "SELECT 1 FROM temuan WHERE tahun = ? AND id = ?"
            if self._db.one(same, (tahun, moved.id)) is not None:
                self.close_findings([(tahun, finding.id)])
                return
            self._db.run(
                "UPDATE temuan SET pengganti = ? WHERE tahun = ? AND pengganti = ?",
                (moved.id, tahun, finding.id),
            )
        text = json.dumps(isi, ensure_ascii=False, sort_keys=True)
        self._db.run(
            "UPDATE temuan SET id = ?, nip = ?, isi = ? WHERE tahun = ? AND id = ?",
            (moved.id, new, text, tahun, finding.id),
        )

    def _nip_of(self, person: int) -> int:
        return int(self._db.rows("SELECT nip FROM pegawai WHERE id = ?", (person,))[0][0])
