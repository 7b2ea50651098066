"""What a project file holds, as values: records with their origin, findings, imports, signings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .evidence import Record
from .finding import Finding
from .settings import Pejabat
from .vocab import Bukti


@dataclass(frozen=True, slots=True)
class Asal:
    """Where a value came from; all None where it was written by hand."""

    berkas: str | None
    lembar: str | None
    baris: int | None


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as it is stored.

    Attributes:
        id: Its key, within its set.
        nip: Whose.
        tahun: The appraised year, of a penilaian; else None.
        isi: Values in the order of `evidence.SET` or `evidence.PENILAIAN`.
        asal: File, sheet and row it came from.
    """

    id: int
    nip: int
    tahun: int | None
    isi: Record
    asal: Asal


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """What a wide table asserts, as it is stored."""

    bukti: Bukti
    bentuk: int
    nilai: int
    asal: Asal


@dataclass(frozen=True, slots=True)
class PersonEvidence:
    """Everything that is known of one person in a year.

    Attributes:
        nip: Who.
        keadaan: Values in the order of `evidence.KEADAAN`; those of the year are None for someone
            who is not in its roster.
        asal: Where keadaan came from; None for someone not in the roster.
        pernyataan: Statements of the year.
        rekaman: Set or "penilaian" → records.
        cakupan: Kind of evidence → complete sheets that cover the person (withheld or not).
    """

    nip: int
    keadaan: Record
    asal: Asal | None
    pernyataan: tuple[StoredStatement, ...]
    rekaman: Mapping[str, tuple[StoredRecord, ...]]
    cakupan: Mapping[Bukti, tuple[Asal, ...]]


@dataclass(frozen=True, slots=True)
class SameDay:
    """Courses of one person, kind and last day: two or more, perhaps the same one twice.

    Attributes:
        nip: Whose.
        jenis: Code of `JenisDiklat`.
        selesai: The day, as `evidence` writes dates.
        catatan: (name, number) of each record, in the order of their ids.
    """

    nip: int
    jenis: int
    selesai: int
    catatan: tuple[tuple[str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding with what became of it.

    Attributes:
        temuan: The finding.
        keadaan: "terbuka", "selesai" or "diabaikan".
        alasan: Why it was set aside; else empty.
        kepala: Signature of its sheet's header; None where it is about a whole file.
    """

    temuan: Finding
    keadaan: str
    alasan: str
    kepala: str | None


@dataclass(frozen=True, slots=True)
class StoredSheet:
    """A sheet that was imported; `hadir` counts the people it lists who are in the project."""

    id: int
    nama: str | None
    jenis: str
    kepala: str
    diterima: int
    ditolak: int
    hadir: int


@dataclass(frozen=True, slots=True)
class StoredImport:
    """A file that was imported into a year."""

    id: int
    berkas: str
    sha256: str
    ukuran: int
    lembar: tuple[StoredSheet, ...]


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """A signing.

    Attributes:
        id: Its key in the project file.
        tahun: The signed year.
        revisi: 0 for the first signing of the year, then 1, 2 …
        pejabat: Who signed, and number, place and date of the report.
        waktu: ISO text of the moment, with its zone.
        snapshot_sha256: Of the canonical text: the fingerprint on paper.
        pdf_sha256: Of the PDF's bytes.
        jurnal: Number of its entry.
        berlaku: Whether it stands: the year was not reopened since.
    """

    id: int
    tahun: int
    revisi: int
    pejabat: Pejabat
    waktu: str
    snapshot_sha256: str
    pdf_sha256: str
    jurnal: int
    berlaku: bool


@dataclass(frozen=True, slots=True)
class Telaah:
    """A verifikator's review of a year.

    Attributes:
        tahun: The year.
        nip: Of the verifikator.
        nama: Of the verifikator, as registered at that time.
        waktu: ISO text of the moment, with its zone.
        keputusan: "diperiksa" or "ditolak".
        alasan: Why it was rejected; else empty.
        sidik: Digest of what was reviewed.
    """

    tahun: int
    nip: str
    nama: str
    waktu: str
    keputusan: str
    alasan: str
    sidik: str
