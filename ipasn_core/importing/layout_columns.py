"""Which column is which field: by hand, by a sure head, by a fallback, by an id column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..model.cards_doubts import KOLOM_DIDUGA, KOLOM_MIRIP, TAHUN_JUDUL_BEDA
from ..model.cards_tables import KOLOM_DIABAIKAN, KOLOM_GANDA
from ..model.change import ImportRules
from ..model.finding import Card
from .layout_heads import ColumnHead, Header, text_of
from .layout_likely import Likely, holds_name_and_nip, likely_columns
from .sheet import Sheet, column_letter
from .vocabulary import FIELDS, Vocabulary, words

STATEMENTS = frozenset("diklat_kepemimpinan diklat_fungsional diklat_teknis seminar".split())
APPRAISAL = frozenset("nilai skp perilaku predikat hasil perilaku_kerja".split())

SAMPLE = 200
"""Rows by which a column's content is judged."""

_OF_YEAR = APPRAISAL | {"ide_baru", "dasar"}
"""Fields that belong to the year which their head names."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REGULATION = re.compile(r"\b(?:pp|permen\w*|peraturan|perban|perka|perbkn|uu)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column in use.

    Attributes:
        ke: 0-based index in the sheet.
        huruf: Letter in the file.
        kepala: Head as written.
        bidang: Field of `vocabulary.FIELDS` it was taken for.
        id: It holds codes of SIASN.
    """

    ke: int
    huruf: str
    kepala: str
    bidang: str
    id: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about the table, to be given its file and sheet."""

    kartu: Card
    isi: Mapping[str, str] = field(default_factory=dict)
    baris: int | None = None
    kolom: str | None = None


@dataclass(frozen=True, slots=True)
class _Claim:
    """A column that could be a field; the lowest rank has it."""

    peringkat: tuple[int, int, int]
    kolom: Column
    tahun: frozenset[int]


def id_of(bidang: str) -> str:
    """Return the name under which a field's codes lie beside its column of words."""
    return f"{bidang}:id"


def of_year(bidang: str, tahun: int) -> str:
    """Return the name under which a field of another year than the measured one lies."""
    return f"{bidang}:{tahun}"


def plain_fields(names: Iterable[str]) -> set[str]:
    """Return the fields behind such names.

    >>> sorted(plain_fields(["nip", "nilai:2020", "pendidikan:id"]))
    ['nilai', 'nip', 'pendidikan']
    """
    return {name.partition(":")[0] for name in names}


def other_years(names: Iterable[str]) -> list[int]:
    """Return the years, other than the measured one, whose fields are among some names."""
    return sorted({int(year) for name in names if (year := name.partition(":")[2]).isdecimal()})


def claim_columns(
    sheet: Sheet,
    header: Header,
    chosen: Mapping[str, str],
    vocab: Vocabulary,
    rules: ImportRules,
) -> tuple[dict[str, Column], list[Remark]]:
    """Give each field its column.

    Args:
        sheet: The sheet.
        header: Its header.
        chosen: Columns pointed out by hand: letter → field.
        vocab: The vocabulary.
        rules: What importing knows of the year.

    Returns:
        Field (`id_of` and `of_year` for more columns of one) → column, and remarks.
    """
    claims = _claims(sheet, header, chosen, rules)
    _part_names(sheet, header, claims)
    if len(claims.get("opd", ())) > 1:
        claims["opd"] = _without_agency(sheet, header.bawah, claims["opd"], vocab)
    if "tahun" in claims:
        claims["tahun"] = _with_years(sheet, header.bawah, claims["tahun"])
    columns: dict[str, Column] = {}
    remarks: list[Remark] = []
    row = sheet.baris_awal + header.bawah
    for bidang, claimed in claims.items():
        if not claimed:
            continue
        best = min(claim.peringkat for claim in claimed)
        rivals = [claim.kolom for claim in claimed if claim.peringkat == best]
        if len(rivals) > 1 and not _same_content(sheet, header.bawah, rivals):
            names = " dan ".join(map(_shown, rivals))
            isi = {"kolom": names, "bidang": FIELDS[bidang.partition(":")[0]]}
            remarks.append(Remark(KOLOM_GANDA, isi, row, rivals[0].huruf))
            continue
        columns[bidang] = rivals[0]
        remarks += _other_year(bidang, claimed, rivals[0], rules, row)
        codes = [claim.kolom for claim in claimed if claim.kolom.id]
        if codes and not rivals[0].id:
            columns[id_of(bidang)] = codes[0]
    remarks += _guessed(sheet, header, chosen, claims, columns, vocab)
    return columns, remarks


def _part_names(sheet: Sheet, header: Header, claims: dict[str, list[_Claim]]) -> None:
    """Take the one column of names, or of NIP, for both where its cells hold both."""
    who = claims.keys() & {"nip", "nama", "nama_nip"}
    if who not in ({"nama"}, {"nip"}):
        return
    (bidang,) = who
    claimed = claims[bidang]
    if len(claimed) == 1 and holds_name_and_nip(sheet, header, claimed[0].kolom.ke):
        column = replace(claimed[0].kolom, bidang="nama_nip")
        claims["nama_nip"] = [replace(claimed[0], kolom=column)]
        del claims[bidang]


def _guessed(
    sheet: Sheet,
    header: Header,
    chosen: Mapping[str, str],
    claims: Mapping[str, Sequence[_Claim]],
    columns: dict[str, Column],
    vocab: Vocabulary,
) -> list[Remark]:
    """Take columns for what they probably are; tell of each, and ask about what is in doubt."""
    by_hand = [at for letter in chosen if (at := sheet.indeks_kolom(letter)) is not None]
    remarks = []
    for guess in likely_columns(sheet, header, plain_fields(claims), by_hand, vocab):
        column = Column(
            guess.ke, column_letter(sheet.kolom_awal + guess.ke), guess.kepala, guess.bidang
        )
        if guess.yakin:
            columns[guess.bidang] = column
        remarks.append(_guess_remark(sheet, header, guess, column))
    return remarks


def _guess_remark(sheet: Sheet, header: Header, guess: Likely, column: Column) -> Remark:
    isi = {
        "kolom": _shown(column) if column.kepala else column.huruf,
        "huruf": column.huruf,
        "bidang": FIELDS[guess.bidang],
        "nama_bidang": guess.bidang,
        "bukti": guess.bukti,
        "berkas": sheet.berkas,
        "lembar": sheet.nama or "",
    }
    card = KOLOM_DIDUGA if guess.yakin else KOLOM_MIRIP
    return Remark(card, isi, sheet.baris_awal + header.bawah, column.huruf)


def _claims(
    sheet: Sheet, header: Header, chosen: Mapping[str, str], rules: ImportRules
) -> dict[str, list[_Claim]]:
    claims: dict[str, list[_Claim]] = {}
    by_hand = {sheet.indeks_kolom(letter): bidang for letter, bidang in chosen.items()}
    for n, head in enumerate(header.kolom):
        bidang, rank = _claim_of(head, by_hand.get(n))
        if not bidang:
            continue
        years = _years(head.teks) if n not in by_hand else frozenset[int]()
        is_id = bool(head.arti and head.arti.id and n not in by_hand)
        column = Column(n, column_letter(sheet.kolom_awal + n), head.teks, bidang, is_id)
        other = bidang in STATEMENTS and bool(years) and rules.tahun not in years
        name = bidang
        if bidang in _OF_YEAR and len(years) == 1:
            (year,) = years
            name = bidang if year == rules.tahun + rules.tahun_kinerja else of_year(bidang, year)
        claims.setdefault(name, []).append(_Claim((*rank, int(other)), column, years))
    return claims


def _claim_of(head: ColumnHead, by_hand: str | None) -> tuple[str, tuple[int, int]]:
    if by_hand is not None:
        return ("" if by_hand in ("abaikan", "nomor_urut") else by_hand), (-1, 0)
    if head.arti is None or head.arti.bidang in ("abaikan", "nomor_urut"):
        return "", (0, 0)
    return head.arti.bidang, (int(head.arti.id), head.arti.urutan)


def _years(head: str) -> frozenset[int]:
    """Return the years a head names; the year of a regulation is none."""
    if _REGULATION.search(head):
        return frozenset()
    return frozenset(map(int, _YEAR.findall(head)))


def _other_year(
    bidang: str, claimed: Sequence[_Claim], taken: Column, rules: ImportRules, row: int
) -> list[Remark]:
    """Say what becomes of statements whose head names another year than the measured one."""
    remarks = []
    for claim in claimed if bidang in STATEMENTS else ():
        if not claim.tahun or rules.tahun in claim.tahun:
            continue
        if claim.kolom == taken:
            isi = {"judul": str(max(claim.tahun)), "tahun": str(rules.tahun)}
            remarks.append(Remark(TAHUN_JUDUL_BEDA, isi, row, taken.huruf))
        else:
            isi = {"kolom": _shown(claim.kolom)}
            remarks.append(Remark(KOLOM_DIABAIKAN, isi, kolom=claim.kolom.huruf))
    return remarks


def _shown(column: Column) -> str:
    return f"{column.huruf} (“{column.kepala}”)"


def _same_content(sheet: Sheet, header_row: int, columns: Sequence[Column]) -> bool:
    first, *others = (
        [text_of(value) for value in sheet.kolom[column.ke][header_row + 1 :]] for column in columns
    )
    return all(other == first for other in others)


def _with_years(sheet: Sheet, header_row: int, claimed: list[_Claim]) -> list[_Claim]:
    """Leave out columns of periods that name no year: "Tahunan", "Semester I"."""

    def names_year(claim: _Claim) -> bool:
        cells = set(sheet.kolom[claim.kolom.ke][header_row + 1 : header_row + 1 + SAMPLE])
        return any(_YEAR.search(text_of(value)) for value in cells)

    return [claim for claim in claimed if claim.peringkat[:2] <= (0, 0) or names_year(claim)]


def _without_agency(
    sheet: Sheet, header_row: int, claimed: list[_Claim], vocab: Vocabulary
) -> list[_Claim]:
    """Leave out columns that name the agency, "Pemerintah Kota …", and no part of it."""

    def names_agency(claim: _Claim) -> bool:
        cells = sheet.kolom[claim.kolom.ke][header_row + 1 : header_row + 1 + SAMPLE]
        texts = {words(text_of(value))[0] for value in set(cells) if words(text_of(value))}
        return bool(texts) and all(vocab.says("instansi_awal", text) for text in texts)

    kept = [claim for claim in claimed if claim.peringkat[0] < 0 or not names_agency(claim)]
    return kept or claimed
