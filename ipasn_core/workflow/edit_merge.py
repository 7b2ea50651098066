"""Two entries of one person made one: what both say, which of it is to be had, and doing it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..errors import UsageError, UserError
from ..formatting import format_nip
from ..model.evidence import KEADAAN, PENILAIAN, PERSON_FIELDS, SET, Field
from ..model.stored import PersonEvidence
from ..model.vocab import Bukti, label, slug
from ..storage.journal import Json
from ..storage.project import Project
from ..storage.writer import Writer
from .context import Context
from .edit import find_person, person_json
from .edit_findings import open_years
from .edit_values import Value
from .edit_words import statement_words, value_words

Said = Value | tuple[int, int]
"""A value; of a statement what it says."""

PEGAWAI, KEADAAN_TAHUN, PERNYATAAN, NILAI = "pegawai", "keadaan", "pernyataan", "penilaian"
NAMA = "nama"


class Place(NamedTuple):
    """Where something single-valued stands: part, field, year (0 for what holds in every year)."""

    bagian: str
    bidang: str
    tahun: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """What two entries say of one thing.

    Attributes:
        tempat: What it is.
        sebutan: What an officer calls it: "Jabatan tahun 2021".
        nilai: Both values.
        kata: Both in words; empty for nothing.
    """

    tempat: Place
    sebutan: str
    nilai: tuple[Said, Said]
    kata: tuple[str, str]

    @property
    def berbeda(self) -> bool:
        """Whether both say something, and not the same."""
        return None not in self.nilai and self.nilai[0] != self.nilai[1]


@dataclass(frozen=True, slots=True)
class Merging:
    """Two entries side by side.

    Attributes:
        nip: Of both.
        nama: Of both.
        banding: What both say, thing by thing.
        catatan: (set, records of the first, of the second, of both together).
        tahun: Measured years each is in.
        terkunci: Signed years each is in: that entry cannot go.
    """

    nip: tuple[int, int]
    nama: tuple[str, str]
    banding: tuple[Pair, ...]
    catatan: tuple[tuple[str, int, int, int], ...]
    tahun: tuple[tuple[int, ...], tuple[int, ...]]
    terkunci: tuple[tuple[int, ...], tuple[int, ...]]


def compare_entries(project: Project, pertama: int, kedua: int) -> Merging:
    """Return two entries side by side, for choosing what the merged one will say.

    Args:
        project: An open project file.
        pertama: NIP of the one.
        kedua: NIP of the other.

    Raises:
        UsageError: Both are one entry.
        UserError: Nobody has one of the NIPs.
    """
    _refuse_same(pertama, kedua)
    with project.reading():
        one, other = find_person(project, pertama)[1], find_person(project, kedua)[1]
        known = project.years()
        signed = [year for year in known if project.is_signed(year)]
        there = (_years_of(project, pertama, known), _years_of(project, kedua, known))
        held = (_held_by(project, pertama, signed), _held_by(project, kedua, signed))
        return Merging(
            nip=(pertama, kedua),
            nama=(str(one.keadaan[0]), str(other.keadaan[0])),
            banding=tuple(_pairs(project, pertama, kedua)),
            catatan=tuple(_counts(one, other)),
            tahun=there,
            terkunci=held,
        )


def merge_people(
    project: Project,
    context: Context,
    tetap: int,
    lain: int,
    pilih: Mapping[Place, bool] | None = None,
) -> None:
    """Move everything from one entry of a person to another, and delete the emptied one.

    Identical records collapse, and blanks are completed; the kept entry's name stays, unless the
    other is chosen.

    Args:
        project: Open for writing.
        context: When and by whom.
        tetap: NIP of the entry that stays.
        lain: NIP of the entry that goes.
        pilih: Where the two differ → whether what the entry that goes says is taken.

    Raises:
        UsageError: Both are one entry.
        UserError: Nobody has one of the NIPs, the two contradict each other where nothing was
            chosen, or the entry that goes belongs to a signed year.
    """
    _refuse_same(tetap, lain)
    kept, whose = find_person(project, tetap)
    gone, other = find_person(project, lain)
    chosen = pilih or {}
    _refuse_signed(project, lain)
    taken = []
    for pair in _pairs(project, tetap, lain):
        if pair.berbeda and pair.tempat not in chosen and pair.tempat.bidang != NAMA:
            raise UserError(
                f"Kedua entri tidak dapat disatukan: {pair.sebutan} berbeda "
                f"({pair.kata[0]} dan {pair.kata[1]}).",
                "Samakan dahulu pada salah satu entri, lalu satukan lagi.",
                "satukan-bertentangan",
            )
        if pair.berbeda and chosen.get(pair.tempat):
            taken.append(pair)
    detail = person_json(kept, whose) | {
        "nip_lain": str(lain),
        "nama_lain": str(other.keadaan[0]),
    }
    if taken:
        detail["perubahan"] = [_change_json(pair) for pair in taken]
    with project.change(context, "satukan", detail) as writer:
        for pair in taken:
            _take(writer, kept, whose, pair)
        moved = writer.edits.merge(kept, gone, open_years(project))
        counts: dict[str, Json] = dict(moved)
        writer.note(pindah=counts)


def _refuse_same(pertama: int, kedua: int) -> None:
    if pertama == kedua:
        raise UsageError("Kedua NIP sama.", "Pilih dua entri yang berbeda.")


def _refuse_signed(project: Project, lain: int) -> None:
    signed = [year for year in project.years() if project.is_signed(year)]
    for year in _held_by(project, lain, signed):
        raise UserError(
            f"NIP {format_nip(str(lain))} termasuk tahun {year} yang sudah disahkan.",
            "Buka kembali tahun itu dengan alasan sebelum menyatukannya.",
            "tahun-disahkan",
        )


def _years_of(project: Project, nip: int, years: list[int]) -> tuple[int, ...]:
    found = ((year, project.person(year, nip)) for year in years)
    return tuple(year for year, one in found if one is not None and one.asal is not None)


def _held_by(project: Project, nip: int, signed: list[int]) -> tuple[int, ...]:
    """Return the signed years that an entry has something in."""
    found = ((year, project.person(year, nip)) for year in signed)
    return tuple(
        year
        for year, one in found
        if one is not None and (one.asal or one.pernyataan or one.cakupan)
    )


# Side by side -------------------------------------------------------------------------------------


def _pairs(project: Project, pertama: int, kedua: int) -> Iterator[Pair]:
    """Yield what both entries can say of the same thing, each once."""
    seen: set[Place] = set()
    for year in reversed(project.years()):
        one, other = project.person(year, pertama), project.person(year, kedua)
        if one is None or other is None:
            continue
        for pair in _pairs_of_year(one, other, year):
            if pair.tempat not in seen:
                seen.add(pair.tempat)
                yield pair


def _pairs_of_year(one: PersonEvidence, other: PersonEvidence, year: int) -> Iterator[Pair]:
    both_there = one.asal is not None and other.asal is not None
    for field, first, second in zip(KEADAAN, one.keadaan, other.keadaan, strict=True):
        if field.name in PERSON_FIELDS:
            yield _pair(PEGAWAI, field, 0, (first, second))
        elif both_there:
            yield _pair(KEADAAN_TAHUN, field, year, (first, second))
    said = {statement.bukti: (statement.bentuk, statement.nilai) for statement in other.pernyataan}
    for mine in one.pernyataan:
        if mine.bukti in said:
            values = ((mine.bentuk, mine.nilai), said[mine.bukti])
            yield Pair(
                Place(PERNYATAAN, slug(mine.bukti), year),
                f"{label(mine.bukti)} tahun {year}",
                values,
                (statement_words(mine.bukti, values[0]), statement_words(mine.bukti, values[1])),
            )
    appraised = {record.tahun: record.isi for record in other.rekaman["penilaian"]}
    for record in one.rekaman["penilaian"]:
        theirs = appraised.get(record.tahun, ())
        for field, first, second in zip(PENILAIAN, record.isi, theirs, strict=False):
            yield _pair(NILAI, field, record.tahun or 0, (first, second))


def _pair(part: str, field: Field, year: int, values: tuple[Value, Value]) -> Pair:
    when = f" tahun {year}" if year else ""
    words = (value_words(field, values[0]), value_words(field, values[1]))
    return Pair(Place(part, field.name, year), field.label + when, values, words)


def _counts(one: PersonEvidence, other: PersonEvidence) -> Iterator[tuple[str, int, int, int]]:
    for name in SET:
        mine = [record.isi for record in one.rekaman[name]]
        theirs = [record.isi for record in other.rekaman[name]]
        more = sum(isi not in mine for isi in theirs)
        yield name, len(mine), len(theirs), len(mine) + more
    years = [{record.tahun for record in who.rekaman["penilaian"]} for who in (one, other)]
    yield "penilaian", len(years[0]), len(years[1]), len(years[0] | years[1])


# Taking over --------------------------------------------------------------------------------------


def _change_json(pair: Pair) -> Json:
    return {
        "bidang": pair.tempat.bidang,
        "sebutan": pair.sebutan,
        "dari": pair.kata[0],
        "menjadi": pair.kata[1],
    }


def _take(writer: Writer, kept: int, whose: PersonEvidence, pair: Pair) -> None:
    """Write what the entry that goes says over what the one that stays does."""
    part, name, year = pair.tempat
    value = pair.nilai[1]
    if isinstance(value, tuple):
        bukti = next(one for one in Bukti if slug(one) == name)
        writer.edits.set_statement(kept, year, bukti, value)
    elif part == PEGAWAI:
        writer.edits.set_person(kept, name, value)
    elif part == KEADAAN_TAHUN:
        writer.edits.set_state(kept, year, {name: value})
    else:
        number = next(one.id for one in whose.rekaman[NILAI] if one.tahun == year)
        writer.edits.change_record(NILAI, number, {name: value})
