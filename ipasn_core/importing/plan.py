"""The dry run: all tables of a call against what is stored, merged into one `Plan`.

Within one call nothing depends on the order of files, tables, rows or columns. No file is read
here and no clock asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import compress, repeat
from operator import itemgetter
from typing import cast

from ..model.change import (
    ImportRules,
    Origin,
    Plan,
    SourceFile,
    SourceSheet,
    Statements,
    Stored,
)
from ..model.evidence import Record
from ..model.finding import Finding
from ..model.vocab import Bukti
from .collector import collector_resting
from .plan_closing import Address, Call, Closed, close_findings
from .plan_coverage import Reach, coverage, people_of_opd, reaches
from .plan_doubts import doubts
from .plan_findings import (
    FileRead,
    Joint,
    KeptOut,
    conflict,
    in_order,
    kept_out,
    merged,
    stranger,
    unidentified,
)
from .plan_people import People, count_repeats, full_keadaan, merge_people
from .plan_records import Records, new_records, removals, strangers
from .plan_remarks import contradicting_posts, gone_people
from .plan_source import KIND, NILAI, PEGAWAI, Source, sources, without_companions
from .plan_trail import joint_trails, reading_trails
from .table import TableRead


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What the officer chose.

    Attributes:
        cakup: For whom history sheets are complete: `lembar` (default), `semua`, `tambahan`, or
            names of OPD.
        ganti: Remove stored records that a complete sheet does not list.
        pemetaan: Mappings corrected by hand in this call: header signature → column → field.
    """

    cakup: tuple[str, ...] = ()
    ganti: bool = False
    pemetaan: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan and what else its caller has to know.

    Attributes:
        plan: The plan.
        tertolak: Rows that planning kept out (those that reading kept out have findings of their
            own), each under its finding.
        berguna: Whether the call has anything to say: somebody came in, or a sheet's coverage
            reaches somebody. Otherwise it is refused. A file that comes a second time is of use,
            though it changes nothing.
    """

    plan: Plan
    tertolak: tuple[KeptOut, ...]
    berguna: bool


@dataclass(frozen=True, slots=True)
class _Changes:
    """What differs from what is stored."""

    keadaan: Mapping[int, tuple[Record, Origin]]
    penilaian: Mapping[tuple[int, int], tuple[Record, Origin]]
    pernyataan: Mapping[Bukti, Statements]
    rekaman: Mapping[str, Sequence[tuple[int, Record, Origin]]]

    def people(self) -> set[int]:
        """Return who changes."""
        found = set(self.keadaan)
        found.update(map(itemgetter(0), self.penilaian))
        for statements in self.pernyataan.values():
            found.update(statements.nip)
        for records in self.rekaman.values():
            found.update(map(itemgetter(0), records))
        return found


def make_plan(
    tables: Sequence[TableRead],
    files: Sequence[FileRead],
    stored: Stored,
    rules: ImportRules,
    options: PlanOptions,
    temuan: Sequence[Finding] = (),
    jawaban: Mapping[Address, str] | None = None,
) -> Planned:
    """Plan an import; nothing is stored.

    A person is "berubah" where a value or a record of theirs changes; coverage alone leaves them
    "tetap". Somebody stored of whom only history rows come is among `orang` too.

    Args:
        tables: Every recognised table of the call.
        files: Every file of the call, in its order; `TableRead.berkas_ke` is an index into it.
        stored: What is stored of the people in the tables; with `--cakup` other than `lembar`
            and `tambahan` of everybody.
        rules: The year and its edition.
        options: The officer's choices.
        temuan: Findings of reading that no table carries (files, skipped sheets).
        jawaban: Of workbooks of refused rows: row → ids of the findings that it answers.

    Raises:
        UsageError: `--cakup tambahan` beside another value.
        UserError: `--cakup` names an OPD that nobody belongs to.
    """
    with collector_resting():
        return _make_plan(tables, files, stored, rules, options, temuan, jawaban or {})


def _make_plan(
    tables: Sequence[TableRead],
    files: Sequence[FileRead],
    stored: Stored,
    rules: ImportRules,
    options: PlanOptions,
    temuan: Sequence[Finding],
    jawaban: Mapping[Address, str],
) -> Planned:
    own = sources(tables)
    people = merge_people(own, stored, rules)
    own = without_companions(own, people.keluar[PEGAWAI])
    known = stored.keadaan.keys() | people.baru
    roster = stored.roster | people.baru
    opd = people_of_opd(options.cakup, people, roster, stored)
    history = [source for source in own if source.jenis != PEGAWAI]
    sets = [source for source in history if source.jenis != NILAI]
    joint, out = _kept_out(people, history, known)
    records = new_records(sets, known, stored)
    remarks = [
        *contradicting_posts(own, people, stored),
        *gone_people(own, people, stored, jawaban),
        *doubts(own, people, stored),
    ]
    told = _told(temuan, tables, [*joint, *remarks])
    call = Call(own, files, people, known, records, told, out, jawaban, rules)
    closed = close_findings(call, stored)
    reached = reaches(own, options.cakup, known, roster, opd)
    hapus, bereaved = _removed(closed, reached, records, stored, rules, ganti=options.ganti)
    covered, reaching = coverage(reached, roster, stored)
    changes = _changes(people, records, known, stored)
    orang = _states(own, people, known, changes.people() | bereaved)
    berkas = _files(files, own, out)
    plan = Plan(
        berkas=berkas,
        keadaan=changes.keadaan,
        penilaian=changes.penilaian,
        pernyataan=changes.pernyataan,
        rekaman=changes.rekaman,
        hapus=hapus,
        cakupan=covered,
        temuan=in_order(told, files),
        selesai=closed.selesai,
        hadir=_present(own),
        pemetaan=_new_mappings(options.pemetaan, stored),
        orang=orang,
        ditolak=sum(sheet.ditolak for file in berkas for sheet in file.lembar),
        ganda=count_repeats(own, people, known, rules) + records.ganda,
        pengganti=closed.pengganti,
        jejak=reading_trails(own, rules.tahun + rules.tahun_kinerja) | joint_trails(joint, remarks),
    )
    return Planned(plan, tuple(out), bool(orang) or reaching)


def _told(
    temuan: Sequence[Finding], tables: Sequence[TableRead], own: Sequence[Joint]
) -> list[Finding]:
    """Return all findings of the call, each id once."""
    of_tables = (finding for table in tables for finding in table.temuan)
    return merged([*temuan, *of_tables, *(one.temuan for one in own)])


def _removed(
    closed: Closed,
    reached: Sequence[tuple[Source, Reach]],
    records: Records,
    stored: Stored,
    rules: ImportRules,
    *,
    ganti: bool,
) -> tuple[dict[str, list[int]], set[int]]:
    """Return the records to remove: name of a set → ids, and whose they are."""
    hapus, whose = removals(reached, records, stored, rules) if ganti else ({}, set[int]())
    for name, ids in closed.hapus.items():
        hapus[name] = sorted({*hapus.get(name, ()), *ids})
    return hapus, whose | closed.siapa


def _kept_out(
    people: People, history: Sequence[Source], known: Set[int]
) -> tuple[list[Joint], list[KeptOut]]:
    """Return the findings of planning, and every row they keep out."""
    found: list[Joint] = []
    out: list[KeptOut] = []
    contradicted: dict[int, Joint] = {}
    for nip, (claims, rows) in people.bertentangan.items():
        contradicted[nip] = conflict(nip, claims, rows)
        out += kept_out(contradicted[nip].temuan, rows)
    for nip, (lacks, rows) in people.kurang.items():
        found.append(unidentified(nip, lacks, rows))
        out += kept_out(found[-1].temuan, rows)
    for source, nip, chosen in strangers(history, known, people.keluar):
        joint = contradicted.get(nip)
        if joint is None:
            joint = stranger(source, nip, chosen)
            found.append(joint)
        out += kept_out(joint.temuan, ((source, i) for i in chosen))
    return [*contradicted.values(), *found], out


def _changes(people: People, records: Records, known: Set[int], stored: Stored) -> _Changes:
    return _Changes(
        keadaan=full_keadaan(people, stored),
        penilaian=_appraisals(people, known, stored.penilaian),
        pernyataan=_statements(people, stored.pernyataan),
        rekaman={name: rows for name, rows in records.baru.items() if rows},
    )


def _appraisals(
    people: People, known: Set[int], old: Mapping[tuple[int, int], Record]
) -> dict[tuple[int, int], tuple[Record, Origin]]:
    """Return the appraisals that are new or change, of people who are known."""
    found: dict[tuple[int, int], tuple[Record, Origin]] = {}
    for (name, year), said in people.kata.items():
        if name != NILAI:
            continue
        rows = cast(Iterable[tuple[int, Record, Origin]], said.rows())
        if old:
            merged = ((nip, _over(old.get((nip, year)), new), at) for nip, new, at in rows)
            rows = [row for row in merged if row[1] != old.get((row[0], year))]
        found |= {(nip, year): (record, at) for nip, record, at in rows if nip in known}
    return found


def _statements(
    people: People, old: Mapping[tuple[int, Bukti], tuple[int, int]]
) -> dict[Bukti, Statements]:
    """Return the statements that are new or change: the most values, so they stay columns."""
    found: dict[Bukti, Statements] = {}
    for (name, _), said in people.kata.items():
        kind = KIND.get(name)
        if kind is not None:
            nips, parts, origins = said.columns()
            values = cast(list[tuple[int, int]], [value for (value,) in parts])
            all_of = Statements(nips, values, origins)
            if old:
                all_of = all_of.where([old.get((n, kind)) != v for n, v, _ in all_of.rows()])
            if all_of.nip:
                found[kind] = all_of
    return found


def _over(old: Record | None, new: Record) -> Record:
    if old is None:
        return new
    return tuple(a if b is None else b for a, b in zip(old, new, strict=True))


def _states(
    own: Sequence[Source], people: People, known: Set[int], changed: set[int]
) -> dict[int, str]:
    came = set(people.disebut)
    for source in own:
        if source.jenis != PEGAWAI:
            out = people.keluar.get(source.jenis, set())
            came |= set(source.nips()).intersection(known) - out
    came |= changed
    return {
        nip: "baru" if nip in people.baru else "berubah" if nip in changed else "tetap"
        for nip in came
    }


def _files(
    files: Sequence[FileRead], own: Sequence[Source], out: Sequence[KeptOut]
) -> tuple[SourceFile, ...]:
    """Count rows by sheet: a row may be in two of its tables."""
    refused: dict[tuple[int, int], set[int]] = {}
    for row in out:
        refused.setdefault((row.berkas_ke, row.lembar_ke), set()).add(row.baris)
    rows: dict[tuple[int, int], set[int]] = {}
    first: dict[tuple[int, int], Source] = {}
    for source in own:
        table = source.tabel
        sheet = (table.berkas_ke, table.lembar_ke)
        first.setdefault(sheet, source)
        rows.setdefault(sheet, set()).update(table.baris)
        if any(table.ditolak):
            refused.setdefault(sheet, set()).update(compress(table.baris, table.ditolak))
    sheets: list[list[SourceSheet]] = [[] for _ in files]
    for sheet, source in first.items():
        table = source.tabel
        ditolak = len(refused.get(sheet, ()))
        diterima = len(rows[sheet]) - ditolak
        sheets[table.berkas_ke].append(
            SourceSheet(table.lembar, source.jenis, table.kepala, diterima, ditolak)
        )
    return tuple(
        SourceFile(file.berkas, file.sha256, file.ukuran, tuple(of_file))
        for file, of_file in zip(files, sheets, strict=True)
    )


def _present(own: Sequence[Source]) -> list[tuple[int, Origin]]:
    """Return whom pegawai tables list, whatever became of their rows."""
    found: list[tuple[int, Origin]] = []
    for source in own:
        if source.jenis == PEGAWAI and not source.pendamping:
            listed = dict.fromkeys(source.tabel.nip)
            found += zip(filter(None, listed), repeat(source.sheet), strict=False)
    return found


def _new_mappings(
    chosen: Mapping[str, Mapping[str, str]], stored: Stored
) -> dict[str, Mapping[str, str]]:
    return {
        head: columns
        for head, columns in chosen.items()
        if dict(stored.pemetaan.get(head, {})) != dict(columns)
    }
