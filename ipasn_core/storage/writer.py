"""`Writer`: everything that can be changed in a project file; only an open change has one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..errors import StorageError
from ..model.change import Plan
from ..model.finding import Finding
from ..model.settings import Pejabat
from ..model.stored import Pengesahan, Telaah
from ..progress import Progress, silent
from . import pengesahan, undo
from .apply import Applied, apply_plan
from .database import Database
from .edit import Edits
from .findings import ASIDE, OPEN
from .journal import Change, Entry, Json
from .reader import Reader


class Writer(Reader):
    """Changes to a project file, within one transaction.

    Args:
        db: The file, inside a change.
        change: What the entry will say.
    """

    def __init__(self, db: Database, change: Change) -> None:
        super().__init__(db)
        self._change = change

    @property
    def entry(self) -> int:
        """Number that the entry of this change has, if it changes something."""
        return self._change.id

    @property
    def written(self) -> bool:
        """Whether the change ended with an entry; False as long as it is open."""
        return self._change.written

    def note(self, **isi: Json) -> None:
        """Add to what the entry will say: counts, for instance, known only now."""
        self._change.isi.update(isi)

    # Settings and years

    def set_setting(self, kunci: str, nilai: str) -> None:
        """Store a setting's text."""
        self._db.run(
            "INSERT INTO pengaturan (kunci, nilai) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET nilai = excluded.nilai",
            (kunci, nilai),
        )

    def drop_setting(self, kunci: str) -> None:
        """Remove a setting."""
        self._db.run("DELETE FROM pengaturan WHERE kunci = ?", (kunci,))

    def set_target(self, tahun: int, dimensi: str, nilai: str) -> None:
        """Store a target: a dimension's id or "indeks", a decimal in points; "" removes it."""
        if not nilai:
            self._db.run("DELETE FROM target WHERE tahun = ? AND dimensi = ?", (tahun, dimensi))
            return
        self._db.run(
            "INSERT INTO target (tahun, dimensi, nilai) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET nilai = excluded.nilai",
            (tahun, dimensi, nilai),
        )

    def add_year(self, tahun: int, aturan: str, targets: Mapping[str, str]) -> None:
        """Add a measured year, without people.

        Raises:
            StorageError: The project has this year already.
        """
        if tahun in self.years():
            raise StorageError(
                f"Tahun {tahun} sudah ada dalam “{self._db.path.name}”.",
                "Pilih tahun lain, atau pakai tahun yang sudah ada.",
                "tahun-sudah-ada",
            )
        self._db.run("INSERT INTO tahun (tahun, aturan) VALUES (?, ?)", (tahun, aturan))
        for dimensi, nilai in targets.items():
            self.set_target(tahun, dimensi, nilai)

    def set_edition(self, tahun: int, aturan: str) -> None:
        """Measure a year by another edition.

        Raises:
            StorageError: The year is signed.
        """
        self._refuse_signed(tahun)
        self._db.run("UPDATE tahun SET aturan = ? WHERE tahun = ?", (aturan, tahun))

    def drop_mapping(self, kepala: str, kolom: str) -> None:
        """Forget what a column was pointed out to be."""
        self._db.run("DELETE FROM pemetaan WHERE kepala = ? AND kolom = ?", (kepala, kolom))

    def carry_people(self, dari: int, ke: int) -> None:
        """Put everybody of one year's roster into another's, with their posts."""
        kept = "status, kedudukan, golongan, jenis_jabatan, jenjang, eselon"
        self._db.run(
            f"INSERT INTO keadaan (pegawai, tahun, {kept}, jabatan, opd)"
            f" SELECT pegawai, ?, {kept}, jabatan, opd FROM keadaan WHERE tahun = ?",
            (ke, dari),
        )

    # Evidence and findings

    @property
    def edits(self) -> Edits:
        """Changes to single people and records, by hand."""
        return Edits(self._db, self._refuse_signed)

    def apply_plan(self, tahun: int, plan: Plan, progress: Progress = silent) -> Applied:
        """Store what a plan says; all zeros, and no entry, where everything is stored already.

        Raises:
            StorageError: The year is signed.
            Cancelled: `progress` asked for it; the change is to be rolled back.
        """
        self._refuse_signed(tahun)
        return apply_plan(self._db, tahun, plan, progress)

    def set_aside(self, tahun: int, finding: Finding, alasan: str) -> None:
        """Set a finding aside, of reading or derived, with a reason.

        Raises:
            StorageError: The year is signed.
        """
        self._refuse_signed(tahun)
        if finding.berkas is not None:
            self._db.run(
                "UPDATE temuan SET keadaan = ?, alasan = ? WHERE tahun = ? AND id = ?",
                (ASIDE, alasan, tahun, finding.id),
            )
            return
        self._db.run(
            "INSERT INTO abaikan (id, kode, nip, tahun, bidang, alasan) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET alasan = excluded.alasan",
            (finding.id, finding.kode, finding.nip, tahun, finding.bidang, alasan),
        )

    def take_up(self, tahun: int, finding: Finding) -> None:
        """Have a finding that was set aside stand open again.

        Raises:
            StorageError: The year is signed.
        """
        self._refuse_signed(tahun)
        if finding.berkas is not None:
            self._db.run(
                "UPDATE temuan SET keadaan = ?, alasan = '' WHERE tahun = ? AND id = ?"
                " AND keadaan = ?",
                (OPEN, tahun, finding.id, ASIDE),
            )
            return
        self._db.run("DELETE FROM abaikan WHERE tahun = ? AND id = ?", (tahun, finding.id))

    # Review and signing

    def review(self, telaah: Telaah) -> None:
        """Store a review, which takes the place of an earlier one.

        Raises:
            StorageError: The year is signed.
        """
        self._refuse_signed(telaah.tahun)
        self._db.run(
            "INSERT INTO telaah (tahun, nip, nama, waktu, keputusan, alasan, sidik)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET nip = excluded.nip,"
            " nama = excluded.nama, waktu = excluded.waktu, keputusan = excluded.keputusan,"
            " alasan = excluded.alasan, sidik = excluded.sidik",
            (
                telaah.tahun,
                telaah.nip,
                telaah.nama,
                telaah.waktu,
                telaah.keputusan,
                telaah.alasan,
                telaah.sidik,
            ),
        )

    def sign(self, tahun: int, pejabat: Pejabat, waktu: str, snapshot: str, pdf: bytes) -> int:
        """Store a signing, which closes the year; return its id.

        Args:
            tahun: The year.
            pejabat: Who signs; number, place and date of the report.
            waktu: ISO text of the moment, with its zone.
            snapshot: The canonical text that is signed.
            pdf: The final bytes of the report.

        Raises:
            StorageError: The year is signed already.
        """
        self._refuse_signed(tahun)
        number, digest = pengesahan.insert(
            self._db, self._change.id, tahun, pejabat, waktu, (snapshot, pdf)
        )
        self._change.luar[f"pengesahan:{number}"] = digest
        return number

    def reopen(self, signing: Pengesahan) -> None:
        """Open a signed year again; its signing stays in the file and stands no longer.

        The year is a draft again: what was reviewed was signed, and what comes now is new.
        """
        self._db.run("DELETE FROM telaah WHERE tahun = ?", (signing.tahun,))
        digest = pengesahan.reopen(self._db, self._change.id, signing.id)
        self._change.luar[f"pengesahan:{signing.id}"] = digest

    def revert(self, entry: Entry, later: Sequence[Entry]) -> None:
        """Take back what an entry changed.

        Args:
            entry: An entry with a payload.
            later: Entries after it that stand, oldest first.

        Raises:
            StorageError: A later change touched the same rows; it is named.
        """
        undo.revert(self._db, entry, later)

    def _refuse_signed(self, tahun: int) -> None:
        if self.is_signed(tahun):
            raise StorageError(
                f"Tahun {tahun} sudah disahkan; datanya tidak dapat diubah.",
                "Buka kembali tahun itu dengan alasan sebelum mengubahnya.",
                "tahun-disahkan",
            )
