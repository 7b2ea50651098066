"""Edits of people by hand: an NIP, a name, a post corrected, somebody removed.

What belongs to a year (keadaan, statements, coverage, findings) is closed once the year is signed;
name and NIP belong to the person and are not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..errors import UsageError, UserError
from ..formatting import format_nip
from ..importing.parse_sets import EMPTY
from ..importing.parse_values import Fault
from ..model.cards_values import JENIS_JABATAN_TAK_DIKENAL
from ..model.evidence import KEADAAN, PERSON_FIELDS
from ..model.stored import PersonEvidence
from ..model.vocab import JenisJabatan, label
from ..storage.project import Project
from .context import Context
from .edit import find_person, person_json
from .edit_findings import answered_by_fields, open_years
from .edit_values import Values, read_fields, read_name, read_nip, refusal
from .edit_words import changes_json


def correct_nip(project: Project, context: Context, nip: int, teks: str) -> int:
    """Correct a person's NIP and return the new one; findings of unsigned years go along.

    Raises:
        UserError: Nobody has the NIP, the new one cannot be one, or somebody else has it.
    """
    person, whose = find_person(project, nip)
    new = read_nip(teks)
    if new == nip:
        return new
    if project.person_id(new) is not None:
        raise UserError(
            f"NIP {format_nip(str(new))} sudah dipakai pegawai lain.",
            "Bila keduanya orang yang sama, satukan kedua entri itu.",
            "nip-sudah-ada",
        )
    detail = person_json(person, whose) | {"nip_lain": str(new)}
    with project.change(context, "nip", detail) as writer:
        writer.edits.set_person(person, "nip", new)
        writer.edits.move_findings(nip, new, open_years(project))
    return new


def correct_person(project: Project, context: Context, nip: int, isi: Mapping[str, str]) -> None:
    """Correct what holds of a person in every year: nama, jenis_kelamin.

    Args:
        project: Open for writing.
        context: When and by whom.
        nip: Who.
        isi: Field → text as typed.

    Raises:
        UsageError: Another field.
        UserError: Nobody has this NIP, the name is empty, or a text cannot be read.
    """
    _check_fields(isi, PERSON_FIELDS)
    person, whose = find_person(project, nip)
    read = read_fields("keadaan", isi)
    if "nama" in isi:
        read["nama"] = read_name(isi["nama"])
    old = _state(whose)
    changes = {name: value for name, value in read.items() if value != old[name]}
    if not changes:
        return
    detail = person_json(person, whose) | {"perubahan": changes_json("keadaan", old, old | changes)}
    supplied = {(name, 0) for name, value in changes.items() if value is not None}
    closed = answered_by_fields(project, nip, supplied, open_years(project))
    with project.change(context, "pegawai", detail) as writer:
        for name, value in changes.items():
            writer.edits.set_person(person, name, value)
        writer.note(selesai=writer.edits.close_findings(closed))


def correct_state(
    project: Project, context: Context, tahun: int, nip: int, isi: Mapping[str, str]
) -> None:
    """Correct what holds of a person in a year: status, golongan, post, OPD.

    Args:
        project: Open for writing.
        context: When and by whom.
        tahun: The year.
        nip: Somebody of its roster.
        isi: Field of keadaan → text as typed; what is not named stays, an empty text erases.

    Raises:
        UsageError: A field that is none of a year's keadaan.
        UserError: Nobody of the year has this NIP, or a text cannot be read.
        StorageError: The year is signed, or the project does not have it.
    """
    year = project.choose_year(tahun)
    person, whose = find_person(project, nip, year)
    old = _state(whose)
    read = read_state(isi)
    if read.get("jenis_jabatan", old["jenis_jabatan"]) is None:
        raise _no_kind()
    changes = {name: value for name, value in read.items() if value != old[name]}
    if not changes:
        return
    detail = person_json(person, whose) | {
        "tahun": year,
        "perubahan": changes_json("keadaan", old, old | changes),
    }
    supplied = {(name, 0) for name, value in changes.items() if value is not None}
    closed = answered_by_fields(project, nip, supplied, [year])
    with project.change(context, "keadaan", detail) as writer:
        writer.edits.set_state(person, year, changes)
        writer.note(selesai=writer.edits.close_findings(closed))


def read_state(isi: Mapping[str, str]) -> Values:
    """Read fields of a year's keadaan as typed; an empty text is None.

    Raises:
        UsageError: A field that is none of a year's keadaan.
        UserError: A text cannot be read, or jenis jabatan would be empty.
    """
    _check_fields(isi, [field.name for field in KEADAAN if field.name not in PERSON_FIELDS])
    read = read_fields("keadaan", isi)
    if "jenis_jabatan" in read and read["jenis_jabatan"] is None:
        raise _no_kind()
    return read


def _no_kind() -> UserError:
    choices = ", ".join(map(label, JenisJabatan))
    return refusal(Fault(JENIS_JABATAN_TAK_DIKENAL, {"nilai": EMPTY, "pilihan": choices}))


def remove_from_year(project: Project, context: Context, tahun: int, nip: int) -> None:
    """Take somebody out of a year; the records stay, for other years.

    Raises:
        UserError: Nobody of the year has this NIP.
        StorageError: The year is signed, or the project does not have it.
    """
    year = project.choose_year(tahun)
    person, whose = find_person(project, nip, year)
    detail = person_json(person, whose) | {"tahun": year}
    with project.change(context, "keluarkan", detail) as writer:
        writer.note(selesai=writer.edits.remove_from_year(person, year))


def _check_fields(isi: Mapping[str, str], known: Sequence[str]) -> None:
    for name in isi:
        if name not in known:
            raise UsageError(
                f"Bidang “{name}” tidak dapat diubah di sini.", f"Yang ada: {', '.join(known)}."
            )


def _state(whose: PersonEvidence) -> Values:
    return dict(zip((field.name for field in KEADAAN), whose.keadaan, strict=True))
