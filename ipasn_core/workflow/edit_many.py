"""Edits of several people at once: a unit or kind of post, one course for many, leaving the year.

Each is one change: all or nothing, one entry in the journal, taken back in one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import UserError
from ..formatting import format_int
from ..model.evidence import KEADAAN, Field
from ..model.roster import Roster
from ..model.stored import Asal, StoredRecord
from ..progress import Progress, silent
from ..storage.journal import Json
from ..storage.project import Project
from .context import Context
from .edit import NewRecord, edition_rules
from .edit_findings import Claim, answered_by_copies, answered_by_many
from .edit_people import read_state
from .edit_values import FIELDS, Value, Values, complete_record, in_order, read_fields
from .edit_words import changes_json, title, value_words
from .record_words import record_words

_OFTEN = 4
"""Values of before that are named one by one."""
_STEP = 500
"""People between two reports of progress."""

_FIELDS = {field.name: field for field in KEADAAN}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What becomes of a field of several people.

    Attributes:
        bidang: The field.
        sebutan: What an officer calls it.
        menjadi: The new value in words; empty for nothing.
        dari: (value of before in words, of how many), the most frequent first; of whom it changes.
    """

    bidang: str
    sebutan: str
    menjadi: str
    dari: tuple[tuple[str, int], ...]

    @property
    def jumlah(self) -> int:
        """How many people it changes."""
        return sum(many for _, many in self.dari)


@dataclass(frozen=True, slots=True)
class Preview:
    """What `change_people` would change.

    Attributes:
        bidang: Field by field.
        jumlah: How many people it changes anything of.
    """

    bidang: tuple[FieldChange, ...]
    jumlah: int


def preview_changes(roster: Roster, places: NDArray[np.int64], isi: Mapping[str, str]) -> Preview:
    """Return what `change_people` would change.

    Args:
        roster: The year.
        places: int64[k], indexes into it of whom.
        isi: Field of keadaan → text as typed.

    Raises:
        UserError: A text cannot be read.
    """
    read = read_state(isi)
    fields = (_field_change(roster, places, _FIELDS[n], value) for n, value in read.items())
    masks = [_differs(roster, places, name, value) for name, value in read.items()]
    many = int(np.any(masks, axis=0).sum()) if masks else 0
    return Preview(tuple(fields), many)


def change_people(
    project: Project,
    context: Context,
    tahun: int,
    ids: Collection[int],
    isi: Mapping[str, str],
    progress: Progress = silent,
) -> int:
    """Change what holds of several people in a year; who has it already stays as they are.

    Args:
        project: Open for writing.
        context: When and by whom.
        tahun: The year.
        ids: Ids of whom; who is not in the year is left out.
        isi: Field of keadaan → text as typed; what is not named stays, an empty text erases.
        progress: Told of every few people; may stop it.

    Returns:
        How many were changed.

    Raises:
        UsageError: A field that is none of a year's keadaan.
        UserError: A text cannot be read.
        StorageError: The year is signed, or the project does not have it.
    """
    read = read_state(isi)
    year = project.choose_year(tahun)
    roster = project.load_roster(year, ids)
    every = np.arange(len(roster), dtype=np.int64)
    differs = {name: _differs(roster, every, name, value) for name, value in read.items()}
    who = np.flatnonzero(np.any(list(differs.values()), axis=0)) if differs else every[:0]
    if not len(who):
        return 0
    nips, people = roster.nip.tolist(), roster.id.tolist()
    changes = {
        k: {name: read[name] for name, mask in differs.items() if mask[k]} for k in who.tolist()
    }
    supplied: dict[int, set[Claim]] = {
        nips[k]: {(name, 0) for name, value in one.items() if value is not None}
        for k, one in changes.items()
    }
    closed = answered_by_many(project, supplied, [year])
    detail = _changed_detail(roster, who, read, changes) | {"tahun": year}
    with project.change(context, "keadaan", detail) as writer:
        for done, (k, one) in enumerate(changes.items()):
            writer.edits.set_state(people[k], year, one)
            _report(progress, "Mengubah pegawai", done, len(changes))
        writer.note(selesai=writer.edits.close_findings(closed))
    return len(changes)


def _changed_detail(
    roster: Roster, who: NDArray[np.int64], read: Values, changes: Mapping[int, Values]
) -> dict[str, Json]:
    """Return what the entry says: of one person as of any, of several how many and from what."""
    if len(who) == 1:
        k = int(who[0])
        old = {name: _value(roster, k, name) for name in changes[k]}
        return _whom(roster, [k]) | {"perubahan": changes_json("keadaan", old, changes[k])}
    found = [_field_change(roster, who, _FIELDS[name], value) for name, value in read.items()]
    told: list[Json] = [
        {
            "bidang": one.bidang,
            "sebutan": one.sebutan,
            "dari": before_words(one.dari),
            "menjadi": one.menjadi,
            "jumlah": one.jumlah,
        }
        for one in found
        if one.jumlah
    ]
    return {"jumlah": len(who), "perubahan": told}


def before_words(dari: Iterable[tuple[str, int]]) -> str:
    """Return what several people had, in words: "Dinas A (12), kosong (3), dan 2 lainnya"."""
    known = list(dari)
    if len(known) == 1:
        return known[0][0]
    words = [f"{words or 'kosong'} ({format_int(many)})" for words, many in known[:_OFTEN]]
    rest = sum(many for _, many in known[_OFTEN:])
    return ", ".join(words) + (f", dan {format_int(rest)} lainnya" if rest else "")


def _field_change(
    roster: Roster, places: NDArray[np.int64], field: Field, value: Value
) -> FieldChange:
    who = places[_differs(roster, places, field.name, value)]
    if field.name == "jabatan":
        codes, inverse = np.unique([roster.jabatan[k] for k in who.tolist()], return_counts=True)
        before = list(zip(map(str, codes), inverse.tolist(), strict=True))
    else:
        found, counts = np.unique(roster.keadaan[field.name][who], return_counts=True)
        words = (_code_words(roster, field, code) for code in found.tolist())
        before = list(zip(words, counts.tolist(), strict=True))
    ordered = sorted(before, key=lambda one: (-one[1], one[0]))
    return FieldChange(field.name, field.label, value_words(field, value), tuple(ordered))


def _differs(
    roster: Roster, places: NDArray[np.int64], name: str, value: Value
) -> NDArray[np.bool_]:
    """Return bool[k], of whom a field has another value."""
    if name == "jabatan":
        wanted = value or ""
        return np.array([roster.jabatan[k] != wanted for k in places.tolist()], np.bool_)
    column = roster.keadaan[name][places]
    if name == "opd":
        names = roster.opd_nama
        code = -1 if value is None else names.index(str(value)) if value in names else -2
        return np.asarray(column != code)
    return np.asarray(column != (value or 0))


def _code_words(roster: Roster, field: Field, code: int) -> str:
    if field.name == "opd":
        return roster.opd_nama[code] if code >= 0 else ""
    return value_words(field, code or None)


def _value(roster: Roster, k: int, name: str) -> Value:
    if name == "jabatan":
        return roster.jabatan[k] or None
    code = int(roster.keadaan[name][k])
    if name == "opd":
        return roster.opd_nama[code] if code >= 0 else None
    return code or None


# One record for many ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of one record that was given to several people.

    Attributes:
        ditambah: To how many it was added.
        sudah: How many had it already, and were left alone.
    """

    ditambah: int
    sudah: int


def add_course_to_many(
    project: Project,
    context: Context,
    tahun: int,
    ids: Collection[int],
    baru: NewRecord,
    progress: Progress = silent,
) -> Copied:
    """Add one course to several people; who has the same one already is left alone.

    The same course is one of the same kind, name and days, however its name is written.

    Args:
        project: Open for writing.
        context: When and by whom.
        tahun: The year whose people they are.
        ids: Ids of whom; who is not in the year is left out.
        baru: The course.
        progress: Told of every few people; may stop it.

    Raises:
        UsageError: No such field.
        UserError: A text cannot be read, or the course has no name.
        StorageError: The project does not have the year.
    """
    himpunan = "pengembangan"
    blank: Values = dict.fromkeys(field.name for field in FIELDS[himpunan])
    rules = edition_rules(project)
    new = complete_record(himpunan, blank, read_fields(himpunan, baru.isi), rules, None)
    if new["nama"] is None:
        raise UserError("Nama kegiatan kosong.", "Isi nama kegiatannya.", "nama-kegiatan-kosong")
    values = tuple(in_order(himpunan, new))
    roster = project.load_roster(project.choose_year(tahun), ids)
    nips = roster.nip.tolist()
    known = project.load_stored(tahun, nips).rekaman[himpunan]
    wanted = _same_course(values)
    has = {nip for nip, records in known.items() if any(_same_course(r) == wanted for r in records)}
    who = [k for k, nip in enumerate(nips) if nip not in has]
    if not who:
        return Copied(0, len(nips))
    closed = answered_by_copies(project, {nips[k] for k in who}, himpunan, new)
    record = StoredRecord(0, nips[who[0]], None, values, Asal(None, None, None))
    detail = _whom(roster, who) | {
        "himpunan": himpunan,
        "sebutan": title(himpunan, record),
        "isi": record_words(himpunan, record),
    }
    people = roster.id.tolist()
    with project.change(context, "catatan-tambah", detail) as writer:
        for done, k in enumerate(who):
            writer.edits.add_record(himpunan, people[k], values, None)
            _report(progress, "Menambahkan kursus", done, len(who))
        writer.note(selesai=writer.edits.close_findings(dict.fromkeys(closed)))
    return Copied(len(who), len(nips) - len(who))


def _same_course(values: Iterable[Value]) -> tuple[object, ...]:
    """Return what makes a course the same: kind, name and days."""
    fields = FIELDS["pengembangan"]
    isi = dict(zip((field.name for field in fields), values, strict=True))
    nama = "".join(mark for mark in str(isi["nama"] or "").casefold() if mark.isalnum())
    return isi["jenis"], nama, isi["mulai"], isi["selesai"]


# Out of a year ------------------------------------------------------------------------------------


def remove_people(
    project: Project,
    context: Context,
    tahun: int,
    ids: Collection[int],
    alasan: str,
    progress: Progress = silent,
) -> int:
    """Take several people out of a year; their records stay, for other years.

    Args:
        project: Open for writing.
        context: When and by whom.
        tahun: The year.
        ids: Ids of whom; who is not in the year is left out.
        alasan: Why, in words.
        progress: Told of every few people; may stop it.

    Returns:
        How many left.

    Raises:
        UserError: There is no reason.
        StorageError: The year is signed, or the project does not have it.
    """
    reason = " ".join(alasan.split())
    if not reason:
        raise UserError("Alasan kosong.", "Tulis mengapa pegawai dikeluarkan.", "alasan-kosong")
    year = project.choose_year(tahun)
    roster = project.load_roster(year, ids)
    if not len(roster):
        return 0
    who = list(range(len(roster)))
    detail = _whom(roster, who) | {"tahun": year, "alasan": reason}
    with project.change(context, "keluarkan", detail) as writer:
        closed = 0
        for done, person in enumerate(roster.id.tolist()):
            closed += writer.edits.remove_from_year(person, year)
            _report(progress, "Mengeluarkan pegawai", done, len(who))
        writer.note(selesai=closed)
    return len(who)


def _whom(roster: Roster, who: list[int]) -> dict[str, Json]:
    """Return of whom an entry tells: the one person, or how many."""
    if len(who) > 1:
        return {"jumlah": len(who)}
    k = who[0]
    return {
        "pegawai": int(roster.id[k]),
        "nip": str(roster.nip[k]),
        "nama": roster.nama[k],
    }


def _report(progress: Progress, step: str, done: int, total: int) -> None:
    if done % _STEP == 0:
        progress(step, done, total)
