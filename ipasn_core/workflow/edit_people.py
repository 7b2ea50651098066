"""Edits of people by hand: an NIP, a name, a post corrected, two entries merged, somebody removed.

What belongs to a year (keadaan, statements, coverage, findings) is closed once the year is signed;
name and NIP belong to the person and are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..errors import UsageError, UserError
from ..formatting import format_nip
from ..importing.parse_sets import EMPTY
from ..importing.parse_values import Fault
from ..model.cards_values import JENIS_JABATAN_TAK_DIKENAL
from ..model.evidence import KEADAAN, PENILAIAN, PERSON_FIELDS, Field
from ..model.stored import PersonEvidence
from ..model.vocab import JenisJabatan, label
from ..storage.journal import Json
from ..storage.project import Project
from .context import Context
from .edit import find_person, person_json
from .edit_findings import answered_by_fields, open_years
from .edit_values import Value, Values, read_fields, read_name, read_nip, refusal
from .edit_words import changes_json, statement_words, value_words

_SEX = 1
"""Index of jenis_kelamin in keadaan."""


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
    _check_fields(isi, [field.name for field in KEADAAN if field.name not in PERSON_FIELDS])
    year = project.choose_year(tahun)
    person, whose = find_person(project, nip, year)
    old = _state(whose)
    read = read_fields("keadaan", isi)
    if read.get("jenis_jabatan", old["jenis_jabatan"]) is None:
        choices = ", ".join(map(label, JenisJabatan))
        raise refusal(Fault(JENIS_JABATAN_TAK_DIKENAL, {"nilai": EMPTY, "pilihan": choices}))
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


def merge_people(project: Project, context: Context, tetap: int, lain: int) -> None:
    """Move everything from one entry of a person to another, and delete the emptied one.

    Identical records collapse, and blanks are completed; the kept entry's name stays.

    Args:
        project: Open for writing.
        context: When and by whom.
        tetap: NIP of the entry that stays.
        lain: NIP of the entry that goes.

    Raises:
        UsageError: Both are one entry.
        UserError: Nobody has one of the NIPs, the two contradict each other, or the entry that
            goes belongs to a signed year.
    """
    if tetap == lain:
        raise UsageError("Kedua NIP sama.", "Pilih dua entri yang berbeda.")
    kept, whose = find_person(project, tetap)
    gone, other = find_person(project, lain)
    for year in project.years():
        _refuse_conflicts(project, year, tetap, lain)
    detail = person_json(kept, whose) | {
        "nip_lain": str(lain),
        "nama_lain": str(other.keadaan[0]),
    }
    with project.change(context, "satukan", detail) as writer:
        moved = writer.edits.merge(kept, gone, open_years(project))
        counts: dict[str, Json] = dict(moved)
        writer.note(pindah=counts)


def _refuse_conflicts(project: Project, year: int, tetap: int, lain: int) -> None:
    kept, gone = project.person(year, tetap), project.person(year, lain)
    if kept is None or gone is None:
        return
    if project.is_signed(year) and (gone.asal or gone.pernyataan or gone.cakupan):
        raise UserError(
            f"NIP {format_nip(str(lain))} termasuk tahun {year} yang sudah disahkan.",
            "Buka kembali tahun itu dengan alasan sebelum menyatukannya.",
            "tahun-disahkan",
        )
    for told, first, second in _conflicts(kept, gone, year):
        raise UserError(
            f"Kedua entri tidak dapat disatukan: {told} berbeda ({first} dan {second}).",
            "Samakan dahulu pada salah satu entri, lalu satukan lagi.",
            "satukan-bertentangan",
        )


def _conflicts(
    kept: PersonEvidence, gone: PersonEvidence, year: int
) -> Iterator[tuple[str, str, str]]:
    """Yield what two entries say differently: what it is, and both values."""
    both_there = kept.asal is not None and gone.asal is not None
    compared = KEADAAN[_SEX:] if both_there else KEADAAN[_SEX : _SEX + 1]
    pairs = zip(compared, kept.keadaan[_SEX:], gone.keadaan[_SEX:], strict=False)
    yield from _differing(pairs, f"tahun {year}")
    said = {one.bukti: (one.bentuk, one.nilai) for one in kept.pernyataan}
    for one in gone.pernyataan:
        own = said.get(one.bukti, (one.bentuk, one.nilai))
        if own != (one.bentuk, one.nilai):
            first, second = (
                statement_words(one.bukti, pair) for pair in (own, (one.bentuk, one.nilai))
            )
            yield f"{label(one.bukti)} tahun {year}", first, second
    appraised = {one.tahun: one.isi for one in kept.rekaman["penilaian"]}
    for record in gone.rekaman["penilaian"]:
        mine = appraised.get(record.tahun, record.isi)
        yield from _differing(
            zip(PENILAIAN, mine, record.isi, strict=True), f"tahun {record.tahun}"
        )


def _differing(
    pairs: Iterator[tuple[Field, Value, Value]], when: str
) -> Iterator[tuple[str, str, str]]:
    for field, first, second in pairs:
        if first is not None and second is not None and first != second:
            yield f"{field.label} {when}", value_words(field, first), value_words(field, second)


def _check_fields(isi: Mapping[str, str], known: Sequence[str]) -> None:
    for name in isi:
        if name not in known:
            raise UsageError(
                f"Bidang “{name}” tidak dapat diubah di sini.", f"Yang ada: {', '.join(known)}."
            )


def _state(whose: PersonEvidence) -> Values:
    return dict(zip((field.name for field in KEADAAN), whose.keadaan, strict=True))
