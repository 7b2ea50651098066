"""Edits of records and statements by hand: added, changed, deleted, one transaction each.

The window calls these; texts come in as they were typed and are read as the importer reads cells.
Records belong to the person and may be edited whatever year is signed; statements belong to a year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..errors import UsageError, UserError
from ..formatting import format_int, format_nip
from ..model.change import ImportRules
from ..model.evidence import SET
from ..model.stored import Asal, PersonEvidence, StoredRecord
from ..model.vocab import Bukti, label, slug
from ..storage.journal import Json
from ..storage.project import Project
from .context import Context
from .edit_findings import Claim, answered_by_fields, answered_by_record, open_years
from .edit_values import (
    FIELDS,
    Value,
    Values,
    complete_record,
    in_order,
    read_fields,
    read_statement,
    read_year,
)
from .edit_words import changes_json, statement_words, title
from .import_ import import_rules
from .record_words import record_words
from .score import edition_of

PENILAIAN = "penilaian"
EDITABLE = (*SET, PENILAIAN)
"""Kinds of records: the sets of `evidence.SET`, and appraisals."""


def add_record(
    project: Project,
    context: Context,
    nip: int,
    himpunan: str,
    isi: Mapping[str, str],
    tahun: str = "",
) -> int:
    """Add a record and return its id.

    Args:
        project: Open for writing.
        context: When and by whom.
        nip: Whose.
        himpunan: One of `EDITABLE`.
        isi: Field of the set → text as typed; what is missing is not stated.
        tahun: Appraised year as typed, of a penilaian alone.

    Raises:
        UsageError: No such set or field.
        UserError: Nobody has this NIP, a text cannot be read, or the record is there already.
    """
    return add_records(project, context, nip, himpunan, [NewRecord(isi, tahun)])[0]


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record to be added.

    Attributes:
        isi: Field of the set → text as typed; what is missing is not stated.
        tahun: Appraised year as typed, of a penilaian alone.
    """

    isi: Mapping[str, str]
    tahun: str = ""


def add_records(
    project: Project, context: Context, nip: int, himpunan: str, baru: Sequence[NewRecord]
) -> list[int]:
    """Add records of one person in one change, all or none, and return their ids.

    Args:
        project: Open for writing.
        context: When and by whom.
        nip: Whose.
        himpunan: One of `EDITABLE`.
        baru: The records, at least one.

    Raises:
        UsageError: No such set or field.
        UserError: Nobody has this NIP, a text cannot be read, or a record is there already or
            twice among the new.
    """
    _check_set(himpunan)
    person, whose = find_person(project, nip)
    rules = edition_rules(project)
    added: list[StoredRecord] = []
    closed: list[tuple[int, str]] = []
    for one in baru:
        record, new = _read_new(whose, himpunan, one, rules, added)
        added.append(record)
        closed += _closed(project, whose, himpunan, None, new, record.tahun)
    words = [record_words(himpunan, record) for record in added]
    several = len(added) > 1
    detail = person_json(person, whose) | {
        "himpunan": himpunan,
        "sebutan": f"{format_int(len(added))} catatan" if several else title(himpunan, added[0]),
        "isi": f"{format_int(len(added))} catatan: {'; '.join(words)}" if several else words[0],
    }
    with project.change(context, "catatan-tambah", detail) as writer:
        numbers = [writer.edits.add_record(himpunan, person, one.isi, one.tahun) for one in added]
        writer.note(selesai=writer.edits.close_findings(dict.fromkeys(closed)))
    return numbers


def _read_new(
    whose: PersonEvidence,
    himpunan: str,
    one: NewRecord,
    rules: ImportRules,
    added: Sequence[StoredRecord],
) -> tuple[StoredRecord, Values]:
    """Return a new record as it will be stored, and its fields; refuse one that is there."""
    blank: Values = dict.fromkeys(field.name for field in FIELDS[himpunan])
    year = read_year(one.tahun) if himpunan == PENILAIAN else None
    new = complete_record(himpunan, blank, read_fields(himpunan, one.isi), rules, year)
    _refuse_repeated((*whose.rekaman[himpunan], *added), himpunan, new, year)
    isi = tuple(in_order(himpunan, new))
    return StoredRecord(0, whose.nip, year, isi, Asal(None, None, None)), new


def change_record(
    project: Project, context: Context, himpunan: str, number: int, isi: Mapping[str, str]
) -> None:
    """Change fields of a record; what is not named stays, an empty text erases.

    Args:
        project: Open for writing.
        context: When and by whom.
        himpunan: One of `EDITABLE`.
        number: The record's id.
        isi: Field of the set → text as typed.

    Raises:
        UsageError: No such set or field.
        UserError: No such record, a text cannot be read, or another record says the same.
    """
    _check_set(himpunan)
    record = _find_record(project, himpunan, number)
    person, whose = find_person(project, record.nip)
    old = _values(himpunan, record)
    read = read_fields(himpunan, isi)
    new = complete_record(himpunan, old, read, edition_rules(project), record.tahun)
    changes = {name: value for name, value in new.items() if value != old[name]}
    if not changes:
        return
    if himpunan != PENILAIAN:
        _refuse_repeated(whose.rekaman[himpunan], himpunan, new, None)
    detail = person_json(person, whose) | {
        "himpunan": himpunan,
        "catatan": number,
        "sebutan": title(himpunan, record),
        "perubahan": changes_json(himpunan, old, new),
    }
    closed = _closed(project, whose, himpunan, old, new, record.tahun)
    with project.change(context, "catatan-ubah", detail) as writer:
        writer.edits.change_record(himpunan, number, changes)
        writer.note(selesai=writer.edits.close_findings(closed))


def delete_record(project: Project, context: Context, himpunan: str, number: int) -> None:
    """Delete a record.

    Raises:
        UsageError: No such set.
        UserError: No such record.
    """
    _check_set(himpunan)
    record = _find_record(project, himpunan, number)
    person, whose = find_person(project, record.nip)
    detail = person_json(person, whose) | {
        "himpunan": himpunan,
        "catatan": number,
        "sebutan": title(himpunan, record),
        "isi": record_words(himpunan, record),
    }
    closed = []
    if himpunan != PENILAIAN:
        old = _values(himpunan, record)
        closed = answered_by_record(project, record.nip, himpunan, old, None)
    with project.change(context, "catatan-hapus", detail) as writer:
        writer.edits.delete_record(himpunan, number)
        writer.note(selesai=writer.edits.close_findings(closed))


def change_statement(
    project: Project, context: Context, tahun: int, nip: int, bukti: Bukti, teks: str
) -> None:
    """Change what is stated of a kind of evidence in a year; an empty text takes it away.

    Raises:
        UserError: Nobody of the year has this NIP, or the text cannot be read.
        StorageError: The year is signed, or the project does not have it.
    """
    year = project.choose_year(tahun)
    person, whose = find_person(project, nip, year)
    if bukti is Bukti.PENILAIAN:
        raise UsageError("Penilaian kinerja tidak dinyatakan.", "Ubah catatan penilaiannya.")
    old = next(((s.bentuk, s.nilai) for s in whose.pernyataan if s.bukti is bukti), None)
    new = read_statement(bukti, teks, year)
    if new == old:
        return
    change: dict[str, Json] = {
        "bidang": slug(bukti),
        "sebutan": label(bukti),
        "dari": statement_words(bukti, old),
        "menjadi": statement_words(bukti, new),
    }
    detail = person_json(person, whose) | {"tahun": year, "perubahan": [change]}
    supplied: set[Claim] = set() if new is None else {(f"pernyataan.{slug(bukti)}", 0)}
    closed = answered_by_fields(project, nip, supplied, [year])
    with project.change(context, "pernyataan", detail) as writer:
        writer.edits.set_statement(person, year, bukti, new)
        writer.note(selesai=writer.edits.close_findings(closed))


def find_person(project: Project, nip: int, tahun: int | None = None) -> tuple[int, PersonEvidence]:
    """Return the id of a person and everything known of them in a year, None for the newest.

    Raises:
        UserError: Nobody has this NIP; or, where a year is named, is in its roster.
    """
    person = project.person_id(nip)
    whose = project.person(project.choose_year(tahun), nip)
    if person is None or whose is None or (tahun is not None and whose.asal is None):
        where = "berkas ini" if tahun is None else f"tahun {tahun}"
        raise UserError(
            f"NIP {format_nip(str(nip))} tidak ada dalam {where}.",
            "Periksa NIP-nya, atau impor daftar pegawai yang memuatnya.",
            "pegawai-tidak-ada",
        )
    return person, whose


def person_json(person: int, whose: PersonEvidence) -> dict[str, Json]:
    """Return of whom an entry of the journal tells."""
    return {"pegawai": person, "nip": str(whose.nip), "nama": str(whose.keadaan[0])}


def _check_set(himpunan: str) -> None:
    if himpunan not in EDITABLE:
        known = ", ".join(EDITABLE)
        raise UsageError(f"Himpunan “{himpunan}” tidak dikenal.", f"Yang ada: {known}.")


def edition_rules(project: Project) -> ImportRules:
    """Return what reading knows of the newest year; records belong to no year of their own."""
    year = project.choose_year(None)
    return import_rules(year, edition_of(project, year))


def _find_record(project: Project, himpunan: str, number: int) -> StoredRecord:
    record = project.find_record(himpunan, number)
    if record is None:
        raise UserError(
            f"Catatan {himpunan} nomor {number} tidak ada lagi.",
            "Muat ulang data pegawai ini.",
            "catatan-tidak-ada",
        )
    return record


def _values(himpunan: str, record: StoredRecord) -> Values:
    return dict(zip((field.name for field in FIELDS[himpunan]), record.isi, strict=True))


def _refuse_repeated(
    known: Sequence[StoredRecord], himpunan: str, new: Mapping[str, Value], year: int | None
) -> None:
    """Refuse a record that the person has already; of an appraisal, one of the same year."""
    if himpunan == PENILAIAN:
        if any(one.tahun == year for one in known):
            raise UserError(
                f"Penilaian kinerja tahun {year} sudah ada.",
                "Ubah catatan yang ada.",
                "catatan-sudah-ada",
            )
        return
    values = tuple(new.values())
    if any(one.isi == values for one in known):
        raise UserError(
            "Catatan yang sama persis sudah ada.",
            "Bila kegiatannya memang lain, isi nama, tanggal, atau nomor yang membedakannya.",
            "catatan-sudah-ada",
        )


def _closed(
    project: Project,
    whose: PersonEvidence,
    himpunan: str,
    old: Values | None,
    new: Values,
    year: int | None,
) -> list[tuple[int, str]]:
    """Return the (year, id) of findings that a record answers, added or changed."""
    before = old or dict.fromkeys(new)
    filled = [name for name, value in new.items() if value not in (None, before[name])]
    supplied: set[Claim] = set()
    if himpunan == PENILAIAN:
        supplied = {(f"{PENILAIAN}.{name}", year or 0) for name in filled}
    elif himpunan == "pendidikan" and "tingkat" in filled:
        # A degree that is known replaces what a wide table said of it.
        supplied = {("pernyataan.pendidikan", 0)}
    found = answered_by_fields(project, whose.nip, supplied, open_years(project))
    if himpunan != PENILAIAN:
        found += answered_by_record(project, whose.nip, himpunan, old, new)
    return found
