"""`Reader`: everything that can be asked of a project file.

Small questions are answered here; those that fill arrays or rebuild findings have modules of their
own, whose functions these methods call.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager

from ..errors import StorageError
from ..model.change import OpenFinding, Stored
from ..model.finding import Card
from ..model.roster import Roster
from ..model.stored import (
    Pengesahan,
    PersonEvidence,
    SameDay,
    StoredFinding,
    StoredImport,
    StoredRecord,
    StoredSheet,
    Telaah,
)
from ..progress import Progress, silent
from . import (
    digests,
    edited,
    findings,
    history,
    journal,
    pengesahan,
    persons,
    roster,
    stored,
    touched,
    undo,
)
from .database import Database
from .edited import Edited
from .findings import OPEN
from .journal import Entry


class Reader:
    """Questions to a project file.

    Args:
        db: The file.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def reading(self) -> AbstractContextManager[None]:
        """Hold one state of the file for several questions; may be nested."""
        return self._db.reading()

    # Years and settings

    def years(self) -> list[int]:
        """Return the measured years, rising."""
        return [year for (year,) in self._db.rows("SELECT tahun FROM tahun ORDER BY 1")]

    def choose_year(self, asked: int | None) -> int:
        """Return the asked year, or without one the newest.

        Raises:
            StorageError: The project does not have the asked year.
        """
        known = self.years()
        if asked is None:
            return known[-1]
        if asked not in known:
            raise StorageError(
                f"Tahun {asked} tidak ada dalam “{self._db.path.name}”.",
                f"Tahun yang ada: {', '.join(map(str, known))}.",
                "tahun-tidak-ada",
            )
        return asked

    def aturan_of(self, tahun: int) -> str:
        """Return the id of the edition that a year is measured by."""
        row = self._db.one("SELECT aturan FROM tahun WHERE tahun = ?", (tahun,))
        if row is None:
            raise KeyError(tahun)
        return row[0]  # type: ignore[no-any-return]

    def targets(self, tahun: int) -> dict[str, str]:
        """Return dimension id or "indeks" → decimal text of a year."""
        return self._texts("SELECT dimensi, nilai FROM target WHERE tahun = ?", tahun)

    def settings(self) -> dict[str, str]:
        """Return every stored setting as text."""
        return self._texts("SELECT kunci, nilai FROM pengaturan")

    def mappings(self) -> list[tuple[str, str, str]]:
        """Return remembered columns: signature of the header, column letter, field."""
        rows = self._db.rows("SELECT kepala, kolom, bidang FROM pemetaan ORDER BY 1, length(2), 2")
        return [(kepala, kolom, bidang) for kepala, kolom, bidang in rows]

    def mapped_sheets(self) -> dict[str, str]:
        """Return signature of a header → the file and sheet it was last imported from."""
        rows = self._db.rows(
            "SELECT l.kepala, i.berkas, l.nama FROM lembar l JOIN impor i ON i.id = l.impor"
            " ORDER BY l.id"
        )
        return {kepala: f"{berkas}, {nama}" if nama else berkas for kepala, berkas, nama in rows}

    def _texts(self, sql: str, *bindings: int) -> dict[str, str]:
        return dict(self._db.rows(sql, bindings))

    # People and evidence

    def load_roster(self, tahun: int, people: Collection[int] | None = None) -> Roster:
        """Return everybody of a year, or some by their ids, with all evidence, as arrays."""
        return roster.load_roster(self._db, tahun, people)

    def load_stored(
        self, tahun: int, nips: Collection[int] | None = None, berkas: Collection[str] = ()
    ) -> Stored:
        """Return what an import has to know, of some people or (None) of all.

        `berkas` are names of files: whom their newest imports list is among it.
        """
        return stored.load_stored(self._db, tahun, nips, berkas)

    def person_digests(self, tahun: int, progress: Progress = silent) -> dict[int, int]:
        """Return NIP → a number that is another as soon as any data of the person is."""
        return digests.person_digests(self._db, tahun, progress)

    def similar_candidates(
        self, tahun: int, people: Collection[int] | None = None
    ) -> list[SameDay]:
        """Return courses of one person, kind and last day, of a year's roster or of some in it."""
        return persons.similar_candidates(self._db, tahun, people)

    def person(self, tahun: int, nip: int) -> PersonEvidence | None:
        """Return one person with every text and origin; None for someone not in the project."""
        return persons.load_person(self._db, tahun, nip)

    def person_id(self, nip: int) -> int | None:
        """Return the id of a person, None for someone not in the project."""
        row = self._db.one("SELECT id FROM pegawai WHERE nip = ?", (nip,))
        return None if row is None else int(row[0])

    def find_record(self, name: str, number: int) -> StoredRecord | None:
        """Return a record of a set or of "penilaian" by its id, None where there is none."""
        return persons.load_record(self._db, name, number)

    def records(self, tahun: int) -> dict[str, list[StoredRecord]]:
        """Return every record, with its texts and origin, of everybody in a year's roster.

        The keys are the sets of `evidence.SET` and "penilaian"; lists rise by NIP, then by id.
        """
        return persons.load_records(self._db, tahun)

    def imports(self, tahun: int) -> list[StoredImport]:
        """Return the files imported into a year, in the order they came."""
        with self._db.reading():
            sheets: dict[int, list[StoredSheet]] = {}
            for impor, *values in self._db.rows(
                "SELECT impor, l.id, l.nama, jenis, kepala, diterima, ditolak,"
                " (SELECT count(*) FROM hadir h WHERE h.lembar = l.id)"
                " FROM lembar l JOIN impor i ON i.id = l.impor WHERE i.tahun = ? ORDER BY l.id",
                (tahun,),
            ):
                sheets.setdefault(impor, []).append(StoredSheet(*values))
            return [
                StoredImport(number, berkas, sha256, ukuran, tuple(sheets.get(number, ())))
                for number, berkas, sha256, ukuran in self._db.rows(
                    "SELECT id, berkas, sha256, ukuran FROM impor WHERE tahun = ? ORDER BY id",
                    (tahun,),
                )
            ]

    # Findings

    def load_findings(
        self, cards: Mapping[str, Card], tahun: int, states: Collection[str] = (OPEN,)
    ) -> list[StoredFinding]:
        """Return a year's reading findings in the order of their import, sheet and row."""
        return findings.load_findings(self._db, cards, tahun, states)

    def set_aside_derived(self, tahun: int) -> dict[str, str]:
        """Return id → reason of a year's derived findings that were set aside."""
        rows = self._db.rows("SELECT id, alasan FROM abaikan WHERE tahun = ?", (tahun,))
        return dict(rows)

    def kept_out(self, tahun: int) -> list[str]:
        """Return who was kept out, as written, and is not otherwise in the year."""
        return findings.kept_out(self._db, tahun)

    def closable_findings(self, tahun: int, nip: int | None = None) -> list[OpenFinding]:
        """Return the reading findings of a year that an edit may close.

        About one person, or (None) about anybody.
        """
        return findings.closable(self._db, tahun, nip)

    # Journal and signing

    def journal(self) -> list[Entry]:
        """Return the entries of the journal, oldest first."""
        rows = self._db.rows(f"SELECT {journal.COLUMNS} FROM jurnal ORDER BY id")
        return [journal.from_row(row) for row in rows]

    def entry_of(self, number: int) -> Entry:
        """Return an entry of the journal by its number."""
        row = self._db.rows(f"SELECT {journal.COLUMNS} FROM jurnal WHERE id = ?", (number,))[0]
        return journal.from_row(row)

    def changed_after(self, number: int) -> bool:
        """Tell whether an entry after this one changed any data."""
        later = "SELECT 1 FROM jurnal WHERE id > ? AND muatan_sha256 IS NOT NULL LIMIT 1"
        return self._db.one(later, (number,)) is not None

    def edited_people(self, tahun: int, entries: Iterable[Entry]) -> Edited | None:
        """Return whom entries changed in a year; None where they changed more than people."""
        return edited.edited_people(self._db, tahun, entries)

    def entries_about(self, nip: int) -> frozenset[int]:
        """Return the numbers of the entries of the journal that changed something of a person."""
        return history.entries_about(self._db, nip)

    def people_changed(self, entry: Entry) -> frozenset[int]:
        """Return the ids of the people of whom an entry of the journal changed what is known."""
        return touched.people_changed(self._db, entry.id)

    def years_touched(self, entry: Entry) -> frozenset[int]:
        """Return the measured years whose rows an entry of the journal changed."""
        return undo.touched_years(self._db, entry)

    def head(self) -> str:
        """Return the hash of the newest entry of the journal."""
        return journal.head(self._db)[1]

    def is_signed(self, tahun: int) -> bool:
        """Tell whether a year is signed and was not reopened since."""
        newest = self.pengesahan(tahun)
        return newest is not None and newest.berlaku

    def pengesahan(self, tahun: int) -> Pengesahan | None:
        """Return the newest signing of a year, standing or not; None for a year never signed."""
        return pengesahan.newest(self._db, tahun)

    def telaah(self, tahun: int) -> Telaah | None:
        """Return the newest review of a year, whether it still stands or not."""
        row = self._db.one(
            "SELECT tahun, nip, nama, waktu, keputusan, alasan, sidik FROM telaah WHERE tahun = ?",
            (tahun,),
        )
        return None if row is None else Telaah(*row)

    def find_pdf(self, sha256: str) -> Pengesahan | None:
        """Return the signing whose PDF has these bytes."""
        return pengesahan.with_pdf(self._db, sha256)

    def snapshot(self, pengesahan_id: int) -> str:
        """Return the canonical text that was signed."""
        return pengesahan.snapshot(self._db, pengesahan_id)

    def pdf(self, pengesahan_id: int) -> bytes:
        """Return the signed PDF, byte for byte."""
        return pengesahan.pdf(self._db, pengesahan_id)
