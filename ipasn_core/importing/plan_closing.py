"""Which stored findings a call closes, and which records their corrected rows replace.

A finding closes by its own row, which comes again in a workbook of refused rows or in a sheet of
the same file name, sheet name and header; or by its person and field coming in clean from anywhere.
A row that comes again and is still kept out opens a finding of its own, which takes the old one's
place. A row whose NIP was at fault is known by its name, or by what it says; a colleague's row that
is alike closes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from ..model.cards_people import OPD_MIRIP, PENDIDIKAN_TURUN
from ..model.cards_tables import BERKAS_TAK_TERBACA
from ..model.catalogue import CARDS
from ..model.change import ImportRules, OpenFinding, Stored, Trail
from ..model.evidence import SET
from ..model.finding import Finding, Severity
from ..model.vocab import Bukti
from .plan_findings import HADIR, FileRead, KeptOut
from .plan_people import OPD, People, RowAt
from .plan_records import Records
from .plan_source import FIELDS, NILAI, PEGAWAI, Source
from .plan_trail import born, content, person_key, record_of

Address = tuple[int, int, int]
"""File, sheet and row as reading counts them."""

_DEGREE = "pernyataan.pendidikan"

_NEARLY, _MENDED = 12, 4
"""Digits of what is meant as an NIP, and how many of them may be wrong or missing."""


@dataclass(frozen=True, slots=True)
class Call:
    """What closing looks at: all of a call, once it is judged."""

    sources: Sequence[Source]
    files: Sequence[FileRead]
    people: People
    known: Set[int]
    records: Records
    temuan: Sequence[Finding]
    tertolak: Sequence[KeptOut]
    jawaban: Mapping[Address, str]
    rules: ImportRules


@dataclass(slots=True)
class Closed:
    """What a call closes.

    Attributes:
        selesai: Ids of findings.
        pengganti: Those of them that another finding takes the place of → its id.
        hapus: Name of a set → ids of records that a corrected row replaces.
        siapa: Whose records these are.
    """

    selesai: list[str] = field(default_factory=list)
    pengganti: dict[str, str] = field(default_factory=dict)
    hapus: dict[str, set[int]] = field(default_factory=dict)
    siapa: set[int] = field(default_factory=set)


def close_findings(call: Call, stored: Stored) -> Closed:
    """Return what a call closes of the stored findings; nothing of it depends on any order."""
    closed = Closed()
    if not stored.temuan:
        return closed
    judge = _Judge(call, stored)
    still_there = {finding.id for finding in call.temuan}
    for finding in stored.temuan:
        if finding.id in still_there or judge.still_doubted(finding):
            continue
        rows = judge.answers.get(finding.id) or judge.returned(finding)
        if rows:
            judge.replace(finding, rows, closed)
        elif not (judge.readable_again(finding) or judge.clean_elsewhere(finding, closed)):
            continue
        closed.selesai.append(finding.id)
    return closed


class _Judge:
    """The rows of a call by everything that a finding may know its own by."""

    def __init__(self, call: Call, stored: Stored) -> None:
        self._call = call
        self._stored = stored
        self._year = call.rules.tahun + call.rules.tahun_kinerja
        self._sheets: dict[tuple[str, str | None], list[_Sheet]] = {}
        own = [source for source in call.sources if not source.pendamping]
        for source in own:
            where = (source.tabel.berkas, source.tabel.lembar)
            self._sheets.setdefault(where, []).append(_Sheet(source))
        self._findings = _by_address(call)
        self._ids = {finding.id for finding in stored.temuan}
        still_there = {finding.id for finding in call.temuan}
        ways = (_Sheet.by_who, _Sheet.by_name, _Sheet.by_content)
        self._rivals = Counter(
            _alike(finding, way)
            for finding in stored.temuan
            if finding.bidang == "nip" and not finding.nip and finding.id not in still_there
            for way in ways
        )
        self.answers = _answers(call, own)
        self._rows = self._of_people({finding.nip for finding in stored.temuan} - {0})

    def _of_people(self, nips: Set[int]) -> dict[int, list[RowAt]]:
        """Return the rows that came in of some people."""
        found: dict[int, list[RowAt]] = {}
        wanted = nips & self._call.known
        for source in self._call.sources if wanted else ():
            inside = wanted - self._call.people.keluar.get(source.jenis, set())
            nip = source.tabel.nip
            for i in source.masuk:
                if nip[i] in inside:
                    found.setdefault(nip[i], []).append((source, i))
        return found

    def still_doubted(self, finding: OpenFinding) -> bool:
        """Tell whether what was doubted against what was known then is said again as it is stored.

        By now it is known itself, so that nothing doubts it any more.
        """
        people, nip = self._call.people, finding.nip
        if finding.kode == OPD_MIRIP.kode:
            part, old = people.said(nip), self._stored.keadaan.get(nip)
            return part is not None and old is not None and part[OPD] == old[OPD]
        if finding.kode == PENDIDIKAN_TURUN.kode:
            said = people.of((_DEGREE, 0)).get(nip)
            known = self._stored.pernyataan.get((nip, Bukti.PENDIDIKAN))
            return said is not None and said[0] == (known,)
        return False

    # Its own row

    def returned(self, finding: OpenFinding) -> list[RowAt]:
        """Return the rows of a sheet that came again which are the finding's; empty if none."""
        if finding.jejak is None:
            return []
        sheets = self._sheets.get((finding.berkas, finding.lembar), ())
        same = [sheet for sheet in sheets if sheet.source.tabel.kepala == finding.kepala]
        for way in (_Sheet.by_who, _Sheet.by_name, _Sheet.by_content):
            rows = [row for sheet in same for row in way(sheet, finding, finding.jejak)]
            if not finding.nip:
                rows = self._not_of_others(finding, rows, way is _Sheet.by_content)
                rivals = self._rivals[_alike(finding, way)]
                rows = rows if len(rows) >= rivals else []
            if rows:
                return rows
        return []

    def _not_of_others(
        self, finding: OpenFinding, rows: Sequence[RowAt], by_content: bool
    ) -> list[RowAt]:
        """Leave out rows that are like the one whose NIP was at fault, but a colleague's.

        That is who stood in the sheet beside it, and whose row has a finding of its own still.
        Where only the content is alike, an NIP that was nearly one must have become this one.
        """
        return [
            row
            for row in rows
            if self._is_new(*row)
            and not any(one.id in self._ids for one in self._findings.get(_address(row), ()))
            and not (by_content and _is_another_nip(finding.siapa, row[0].tabel.nip[row[1]]))
        ]

    def _is_new(self, source: Source, i: int) -> bool:
        """Tell a row that could not come in so far from one that did."""
        table, stored = source.tabel, self._stored
        nip = table.nip[i]
        if source.jenis == PEGAWAI:
            return nip not in stored.hadir.get((table.berkas, table.lembar), {})
        if source.jenis == NILAI:
            [part] = source.parts(FIELDS[NILAI], [i])
            old = stored.penilaian.get((nip, source.year_of(i, self._year)), (None,) * len(part))
            return any(new not in (None, known) for new, known in zip(part, old, strict=True))
        return record_of(source, i) not in stored.rekaman.get(source.jenis, {}).get(nip, {})

    def replace(self, finding: OpenFinding, rows: Sequence[RowAt], closed: Closed) -> None:
        """Note what takes the place of a finding, and of the record born with its fault."""
        if finding.tahan:
            still = (one for row in rows for one in self._findings.get(_address(row), ()))
            heirs = sorted(one.id for one in still if set(one.tahan) & set(finding.tahan))
            if heirs:
                closed.pengganti[finding.id] = heirs[0]
        if (finding.jejak is not None and finding.id in self.answers) or (
            finding.jejak is not None and any(self._corrects(finding, row) for row in rows)
        ):
            self._drop(finding, finding.jejak, closed)

    def _corrects(self, finding: OpenFinding, row: RowAt) -> bool:
        """Tell whether a row of the person is the faulty one, corrected.

        It says the same outside the faults; or, where more was corrected, it is new.
        """
        source, i = row
        if source.jenis not in SET or finding.jejak is None:
            return False
        if content(source, i, finding.jejak.luar) in finding.jejak.konten:
            return True
        old = self._stored.rekaman.get(source.jenis, {}).get(finding.nip, {})
        return CARDS[finding.kode].tingkat is Severity.GALAT and record_of(source, i) not in old

    def _drop(self, finding: OpenFinding, trail: Trail, closed: Closed) -> None:
        """Remove the record born with the fault, unless the call lists it once more."""
        own = self._stored.rekaman.get(trail.himpunan, {}).get(finding.nip, {})
        found = born(trail, own)
        listed = self._call.records.terdaftar.get(trail.himpunan, set())
        if found is not None and (finding.nip, found[0]) not in listed:
            closed.hapus.setdefault(trail.himpunan, set()).add(found[1])
            closed.siapa.add(finding.nip)

    # No row of its own, or none that came

    def readable_again(self, finding: OpenFinding) -> bool:
        """Tell whether what a finding says of a whole file or sheet has come again."""
        if finding.jejak is not None:
            return False
        unread = {
            (one.berkas, one.sidik)
            for one in self._call.temuan
            if one.kode == BERKAS_TAK_TERBACA.kode
        }
        files = [
            file
            for file in self._call.files
            if file.berkas == finding.berkas and (file.berkas, file.sha256) not in unread
        ]
        if finding.kode == BERKAS_TAK_TERBACA.kode:
            return bool(files)
        if not any(finding.lembar in file.lembar for file in files):
            return False
        # A sheet of that name may be another office's: it would list nobody of this one.
        before = self._stored.hadir.get((finding.berkas, finding.lembar))
        sheets = self._sheets.get((finding.berkas, finding.lembar), ())
        return not before or any(
            not before.keys().isdisjoint(sheet.source.tabel.nip) for sheet in sheets
        )

    def clean_elsewhere(self, finding: OpenFinding, closed: Closed) -> bool:
        """Tell whether a finding's person and field come in clean, whatever the file."""
        trail, nip = finding.jejak, finding.nip
        if trail is None or not nip:
            return False
        if finding.bidang == HADIR:
            return nip in self._call.people.disebut
        rows = self._rows.get(nip, ())
        if trail.himpunan in SET:
            return self._record_comes(finding, trail, rows, closed)
        said = [any(self._says(row, *field) for row in rows) for field in trail.medan]
        return bool(said) and (all(said) if trail.semua else any(said))

    def _says(self, row: RowAt, name: str, year: int) -> bool:
        source, i = row
        if source.jenis in (PEGAWAI, NILAI):
            return source.says(i, name, year, self._year)
        # A degree that is known replaces what a wide table said of it.
        return name == _DEGREE and source.jenis == "pendidikan" and source.says(i, "tingkat", 0, 0)

    def _record_comes(
        self, finding: OpenFinding, trail: Trail, rows: Sequence[RowAt], closed: Closed
    ) -> bool:
        own = [
            (source, i)
            for source, i in rows
            if source.jenis == trail.himpunan and self._is_clean(source, i, trail)
        ]
        came = {content(source, i, trail.luar) for source, i in own}
        if not trail.konten or not came.issuperset(trail.konten):
            return False
        self._drop(finding, trail, closed)
        return True

    def _is_clean(self, source: Source, row: int, trail: Trail) -> bool:
        if not trail.luar:
            return True
        isi = source.tabel.isi
        faults = {one.kolom for one in self._findings.get(_address((source, row)), ())}
        return any(name in isi and isi[name][row] is not None for name in trail.luar) and not any(
            source.tabel.kolom.get(name) in faults for name in trail.luar
        )


class _Sheet:
    """A table of the call whose rows are looked for; what is asked once is remembered."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._indexes: dict[object, dict[object, list[int]]] = {}

    def by_who(self, finding: OpenFinding, _trail: Trail) -> list[RowAt]:
        """Return the rows with the finding's NIP, as a number or as written."""
        table = self.source.tabel
        found: list[int] = []
        if finding.nip:
            found = self._index("nip", table.nip).get(finding.nip, [])
        if not found and finding.siapa:
            found = self._index("siapa", table.siapa).get(finding.siapa, [])
        return [(self.source, i) for i in found]

    def by_name(self, finding: OpenFinding, trail: Trail) -> list[RowAt]:
        """Return the rows with the finding's name, where its NIP was at fault."""
        if finding.nip or not trail.nama:
            return []
        if "nama" not in self._indexes:
            rows = range(len(self.source.tabel.nama))
            self._index("nama", [person_key(self.source, i) for i in rows])
        return [(self.source, i) for i in self._indexes["nama"].get(trail.nama, ())]

    def by_content(self, finding: OpenFinding, trail: Trail) -> list[RowAt]:
        """Return the rows that say the same outside the faults, where nobody can be told."""
        if finding.nip or trail.nama:
            return []
        if trail.luar not in self._indexes:
            rows = range(len(self.source.tabel.baris))
            self._index(trail.luar, [content(self.source, i, trail.luar) for i in rows])
        found = self._indexes[trail.luar]
        return [(self.source, i) for one in trail.konten for i in found.get(one, ())]

    def _index(self, name: object, values: Sequence[object]) -> dict[object, list[int]]:
        known = self._indexes.get(name)
        if known is None:
            known = self._indexes[name] = {}
            for i, value in enumerate(values):
                known.setdefault(value, []).append(i)
        return known


def _alike(finding: OpenFinding, way: object) -> tuple[object, ...]:
    """Return what findings whose NIP is at fault share where a row may be that of any of them."""
    trail = finding.jejak
    shared: object = finding.siapa
    if trail is not None and way is _Sheet.by_name:
        shared = trail.nama
    elif trail is not None and way is _Sheet.by_content:
        shared = (trail.luar, trail.konten)
    return way, finding.berkas, finding.lembar, finding.kepala, shared


def _is_another_nip(written: str, nip: int) -> bool:
    """Tell whether what is nearly an NIP is none that became this one by mending its digits."""
    digits = "".join(filter(str.isdecimal, written))
    return len(digits) >= _NEARLY and Levenshtein.distance(digits, str(nip)) > _MENDED


def _address(row: RowAt) -> Address:
    source, i = row
    return source.tabel.berkas_ke, source.tabel.lembar_ke, source.tabel.baris[i]


def _by_address(call: Call) -> dict[Address, list[Finding]]:
    """Return the findings of the call by each row that they concern."""
    found: dict[Address, list[Finding]] = {}
    for source in call.sources:
        table = source.tabel
        for finding in table.temuan:
            if finding.baris is not None:
                where = (table.berkas_ke, table.lembar_ke, finding.baris)
                found.setdefault(where, []).append(finding)
    for row in call.tertolak:
        found.setdefault((row.berkas_ke, row.lembar_ke, row.baris), []).append(row.temuan)
    return found


def _answers(call: Call, own: Iterable[Source]) -> dict[str, list[RowAt]]:
    """Return finding's id → the rows that name it in the workbooks of refused rows."""
    found: dict[str, list[RowAt]] = {}
    sheets = {(file, sheet) for file, sheet, _ in call.jawaban}
    for source in own:
        table = source.tabel
        if (table.berkas_ke, table.lembar_ke) in sheets:
            for i in range(len(table.baris)):
                for number in call.jawaban.get(_address((source, i)), "").split():
                    found.setdefault(number, []).append((source, i))
    return found
