"""What an import hands from reading to storing: a plan, and what it had to know beforehand.

importing makes a `Plan` out of sheets and `Stored`; storage makes `Stored` and applies a `Plan`.
Everything is plain rows keyed by NIP, already merged with what is stored: storage only writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from .evidence import Record
from .finding import Finding
from .vocab import Bukti


@dataclass(frozen=True, slots=True)
class ImportRules:
    """What importing has to know of the year and its edition.

    Attributes:
        tahun: The project's measured year.
        tahun_kinerja: 0 or -1: which year's appraisal is measured.
        batas_atas_nilai: Highest possible appraisal, thousandths (100 or 120 points).
        peta_diklat: SIASN course kind → kind of evidence.
        status_diukur: Codes of status that the edition measures.
        batas_atas: `DasarKinerja` → highest appraisal on its scale, thousandths.
    """

    tahun: int
    tahun_kinerja: int
    batas_atas_nilai: int
    peta_diklat: Mapping[int, Bukti]
    status_diukur: tuple[int, ...]
    batas_atas: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trail:
    """How the row of a finding is known again when it comes corrected. Digests, never data.

    Attributes:
        himpunan: Kind of its table: "pegawai", "penilaian" or the name of a set.
        nama: The person's name as the row has it, normalised; else empty.
        luar: Fields of `TableRead` that the row's faults are in: no part of `konten`.
        konten: Digest of each row's values.
        lahir: Digest of the record that came in from the row in spite of the fault; else empty.
        medan: (field, appraised year or 0): the single-valued fields that are at fault.
        semua: Whether all of `medan` must come in clean, or any one of them.
    """

    himpunan: str
    nama: str = ""
    luar: tuple[str, ...] = ()
    konten: tuple[str, ...] = ()
    lahir: str = ""
    medan: tuple[tuple[str, int], ...] = ()
    semua: bool = False


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A stored finding that this import may close; set aside or not.

    Attributes:
        id: Its id.
        kode: Code of its card.
        berkas: File name.
        lembar: Sheet name; None for a CSV or a finding about a file.
        kepala: Signature of its sheet's header, None where the sheet gave no table.
        nip: The person where they can be told, else 0.
        siapa: The person as written.
        bidang: Field of the vocabulary.
        tahan: Kinds of evidence whose coverage it withholds.
        menolak_baris: Whether a whole row was kept out.
        jejak: Of a finding about rows.
    """

    id: str
    kode: str
    berkas: str
    lembar: str | None
    kepala: str | None
    nip: int
    siapa: str
    bidang: str
    tahan: tuple[Bukti, ...]
    menolak_baris: bool
    jejak: Trail | None


@dataclass(frozen=True, slots=True)
class Stored:
    """What the project knows before an import.

    Attributes:
        keadaan: nip → values in the order of `evidence.KEADAAN`, of everybody in the project;
            the fields of the year are None for who is not in this year's roster.
        roster: NIPs in this year's roster.
        pernyataan: (nip, kind) → (bentuk, nilai) of this year.
        penilaian: (nip, year) → values in the order of `evidence.PENILAIAN`.
        rekaman: name of a set → nip → record → id.
        cakupan: (nip, kind) pairs of this year that some sheet covers already.
        pemetaan: Remembered mappings: header signature → column letter → field.
        temuan: The year's findings of reading that are open or set aside.
        hadir: (file name, sheet name) → NIP → OPD of whom the newest import of that sheet lists,
            of people in the roster; only of the files asked for.
        opd: Names of all the project's OPD.
        sehari: nip → name of who was born on a day of somebody asked for, and was not asked for.
    """

    keadaan: Mapping[int, Sequence[int | str | None]] = field(default_factory=dict)
    roster: frozenset[int] = frozenset()
    pernyataan: Mapping[tuple[int, Bukti], tuple[int, int]] = field(default_factory=dict)
    penilaian: Mapping[tuple[int, int], Record] = field(default_factory=dict)
    rekaman: Mapping[str, Mapping[int, Mapping[Record, int]]] = field(default_factory=dict)
    cakupan: frozenset[tuple[int, Bukti]] = frozenset()
    pemetaan: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    temuan: Sequence[OpenFinding] = ()
    hadir: Mapping[tuple[str, str | None], Mapping[int, str | None]] = field(default_factory=dict)
    opd: frozenset[str] = frozenset()
    sehari: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """A sheet that took part: what it was taken for and what became of its rows.

    Attributes:
        nama: Sheet name, None for a CSV.
        jenis: "pegawai", "penilaian", or the name of a set of `evidence.SET`.
        kepala: Signature of its header: the normalised column heads, joined.
        diterima: Rows that went in (repeats of another row included).
        ditolak: Rows kept out.
    """

    nama: str | None
    jenis: str
    kepala: str
    diterima: int
    ditolak: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the call; `lembar` is empty where nothing of it was of use."""

    berkas: str
    sha256: str
    ukuran: int
    lembar: tuple[SourceSheet, ...]


Origin = tuple[int, int, int]
"""Where a value came from: index of the file, index of the sheet in it, row number."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements of one kind, each at the same place of three columns.

    Attributes:
        nip: Whose; each person once.
        nilai: (bentuk, nilai).
        asal: Where it stands.
    """

    nip: Sequence[int]
    nilai: Sequence[tuple[int, int]]
    asal: Sequence[Origin]

    def rows(self) -> Iterator[tuple[int, tuple[int, int], Origin]]:
        """Return NIP, (bentuk, nilai) and origin of each."""
        return zip(self.nip, self.nilai, self.asal, strict=True)

    def where(self, chosen: Sequence[bool]) -> Statements:
        """Return those at the places that are true."""
        return Statements(
            list(compress(self.nip, chosen)),
            list(compress(self.nilai, chosen)),
            list(compress(self.asal, chosen)),
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """A dry run's result; nothing is stored yet.

    Attributes:
        berkas: Files in the order of the call.
        keadaan: nip → merged values in the order of `evidence.KEADAAN`, and their origin: people
            who are new to the roster or whose values change.
        penilaian: (nip, year) → merged values in the order of `evidence.PENILAIAN`, and origin.
        pernyataan: kind → statements; only what is new or changes.
        rekaman: name of a set → (nip, record, origin) to add.
        hapus: name of a set → ids to remove (`--ganti`, and records that their corrected row
            replaces).
        cakupan: (nip, kind, origin (row 0), named) to add; named is False where the person is
            covered by absence alone.
        temuan: Every finding of the call, in the order of file, sheet, row.
        selesai: Ids of open findings that this import closes.
        pengganti: Those of them whose row came again and is still kept out → id of the finding
            that now says so: what the old one withholds stays withheld until that one is closed.
        jejak: Finding's id → how its row is known again.
        hadir: (nip, origin (row 0)) of everyone a sheet lists.
        pemetaan: Mappings corrected by hand, to be remembered.
        orang: Everyone who came in: "baru", "berubah" or "tetap" by NIP.
        ditolak: Rows kept out.
        ganda: Rows that repeat another exactly.
    """

    berkas: tuple[SourceFile, ...]
    keadaan: Mapping[int, tuple[Sequence[int | str | None], Origin]]
    penilaian: Mapping[tuple[int, int], tuple[Record, Origin]]
    pernyataan: Mapping[Bukti, Statements]
    rekaman: Mapping[str, Sequence[tuple[int, Record, Origin]]]
    hapus: Mapping[str, Sequence[int]]
    cakupan: Sequence[tuple[int, Bukti, Origin, bool]]
    temuan: Sequence[Finding]
    selesai: Sequence[str]
    hadir: Sequence[tuple[int, Origin]]
    pemetaan: Mapping[str, Mapping[str, str]]
    orang: Mapping[int, str]
    ditolak: int
    ganda: int
    pengganti: Mapping[str, str] = field(default_factory=dict)
    jejak: Mapping[str, Trail] = field(default_factory=dict)

    @property
    def kosong(self) -> bool:
        """Whether applying it would change nothing at all."""
        parts = (self.keadaan, self.penilaian, self.pernyataan, self.cakupan, self.pemetaan)
        sets = (*self.rekaman.values(), *self.hapus.values())
        return not any(map(bool, (*parts, *sets, self.selesai)))

    def count(self, what: str) -> int:
        """Return how many people are "baru", "berubah" or "tetap"."""
        return sum(1 for state in self.orang.values() if state == what)
