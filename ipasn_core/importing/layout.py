"""Find the table in a sheet: its header, what its columns are, and which kind of table it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import PurePath

from ..model import nip as nips
from ..model.cards_doubts import KOLOM_MIRIP, KOLOM_TAK_DIKENAL, NILAI_SKP_SAJA, TAHUN_JUDUL_BEDA
from ..model.cards_tables import (
    KOLOM_DIABAIKAN,
    KOLOM_GANDA,
    KOLOM_WAJIB_TAK_ADA,
    LEMBAR_DILEWATI,
    TABEL_HASIL_BKN,
)
from ..model.change import ImportRules
from .layout_choice import ColumnChoice, heeded, other_field
from .layout_columns import (
    APPRAISAL,
    STATEMENTS,
    Column,
    Remark,
    claim_columns,
    other_years,
    plain_fields,
)
from .layout_heads import SEARCHED, Header, is_number_row, looks_like_nip, text_of
from .layout_opd import opd_of
from .layout_titles import name_year, title_year, titles_of
from .sheet import Sheet, column_letter
from .sheet_choice import JENIS, JenisTabel, SheetChoice, header_of, said_of
from .vocabulary import FIELDS, Vocabulary, contains, key, words

SENTENCE = frozenset("hukuman tingkat_hukuman jenis_hukuman".split())
SENTENCE_MORE = frozenset(
    "nomor_sk tanggal_sk tmt masa_bulan masa_tahun berakhir tanggal mulai nomor".split()
)
DEGREE = frozenset({"pendidikan", "pendidikan_nama"})
DEGREE_MORE = frozenset("tahun_lulus jurusan sekolah nomor_ijazah".split())
COURSE = frozenset(
    "nama_diklat nama_diklat_struktural nama_diklat_fungsional nama_diklat_teknis nama_seminar "
    "jenis_diklat".split()
)
COURSE_MORE = frozenset("jp mulai selesai tanggal tahun tahun_latihan".split())
POST = frozenset("jenis_jabatan jenjang eselon".split())
CHOICES = 3
"""Words that a column of a sheet of choices has at least."""

STATE = POST | frozenset("jenis_kelamin status kedudukan golongan".split())
SCORES = frozenset("skor_kualifikasi skor_kompetensi skor_kinerja skor_disiplin".split())
_WHO = frozenset("nip nama nama_nip gelar_depan gelar_belakang".split())
YEAR_BESIDE = "tahun_lulus:tahun"
"""Name under which a year of graduation lies beside a column of days."""

KIND_OF_HEAD = {
    "nama_diklat_struktural": 1,
    "nama_diklat_fungsional": 2,
    "nama_diklat_teknis": 3,
    "nama_seminar": 9,
}
"""Heads that name the kind of every course below them, as SIASN numbers kinds."""

_NEEDED: Mapping[str, Mapping[str, str]] = {
    "pendidikan": dict.fromkeys(DEGREE, FIELDS["pendidikan"]),
    "hukuman": dict.fromkeys(SENTENCE, FIELDS["tingkat_hukuman"]),
    "pengembangan": dict.fromkeys((*COURSE, "jenis", "jp"), FIELDS["nama_diklat"]),
}
"""Kind of history → the fields of which it has one, and what is asked for where it has none.

Only a table that the officer calls so can lack them all."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table found.

    Attributes:
        jenis: Kind of table.
        kepala: Heads of all columns of the sheet, as written.
        tanda: Signature of the header.
        atas: First row of the header, 0-based.
        awal: First row below the header, 0-based.
        kolom: Field → column; under `id_of` a field's codes beside its words, under `of_year`
            what a head says to be of another year.
        opd: OPD that titles or the sheet's name give, empty if none.
        jenis_diklat: Kind that sheet, title or head give to all courses, 0 if none.
        pilihan: Columns pointed out by hand that may be remembered: letter → field.
    """

    jenis: JenisTabel
    kepala: tuple[str, ...]
    tanda: str
    awal: int
    kolom: Mapping[str, Column]
    opd: str = ""
    jenis_diklat: int = 0
    atas: int = 0
    pilihan: Mapping[str, str] = field(default_factory=dict)


def find_layout(
    sheet: Sheet,
    vocab: Vocabulary,
    rules: ImportRules,
    choices: Sequence[ColumnChoice],
    remembered: Mapping[str, Mapping[str, str]],
    said: Sequence[SheetChoice] = (),
) -> tuple[Layout | None, list[Remark]]:
    """Find the table of a sheet.

    Args:
        sheet: A visible sheet.
        vocab: The vocabulary.
        rules: What importing knows of the year.
        choices: Columns pointed out in this call.
        remembered: Signature of a header → letter → field, of earlier calls.
        said: What the officer says of sheets: where the header is, what the table is.

    Returns:
        The table, None where there is nothing to take in; and remarks on the sheet.
    """
    own = [choice for choice in choices if choice.concerns_piece(sheet)]
    header = header_of(sheet, vocab, own, remembered, said)
    own = [choice for choice in own if heeded(choice, sheet, header)]
    by_hand = {choice.kolom: choice.bidang for choice in own}
    chosen = {**remembered.get(header.tanda if header else "", {}), **by_hand}
    if header is None or (header.punya_nip and len(header.bidang) == 1 and not chosen):
        return None, _without_header(sheet) if sheet.jumlah_baris else []
    columns, remarks = claim_columns(sheet, header, chosen, vocab, rules)
    fields = plain_fields(columns)
    _drop_state_of_form(columns, fields)
    wanted = said_of(sheet, said).get("jenis")
    if _is_result(fields) and wanted is None:
        return None, [Remark(TABEL_HASIL_BKN, baris=sheet.baris_awal + header.bawah)]
    titles = titles_of(sheet, header.atas)
    remarks += title_year(sheet, titles, rules)
    if not fields & {"nip", "nama_nip"}:
        return None, _without_nip(sheet, header, fields, remarks)
    jenis = next((one for one in JENIS if one == wanted), None) or _kind(fields)
    if jenis == "hukuman" and wanted is None and _lists_people(sheet, header, columns, vocab):
        jenis = "pegawai"
    needed = _NEEDED.get(jenis, {})
    if needed and not fields & needed.keys():
        return None, [_missing(sheet, header, next(iter(needed.values())))]
    course = 0
    if jenis == "pengembangan":
        course = _course_kind(vocab, sheet, titles, columns, rules)
        if not course and not fields & {"jenis_diklat", "jenis"}:
            asked = _asked(remarks, "jenis_diklat")
            return None, [_missing(sheet, header, "Jenis Diklat"), *asked]
    _note_year(sheet, header, columns, chosen)
    if jenis == "pegawai":
        _take_scores(sheet, columns, remarks)
        remarks += _nothing_known(sheet, header, fields)
        remarks += _appraised_year(sheet, header, columns, rules)
        if "tahun" not in fields:
            remarks += name_year(sheet, rules)
    layout = Layout(
        jenis=jenis,
        kepala=tuple(head.teks for head in header.kolom),
        tanda=header.tanda,
        atas=header.atas,
        awal=_first_row(sheet, header.bawah + 1),
        kolom=columns,
        opd=opd_of(titles, sheet.nama, vocab),
        jenis_diklat=course,
        pilihan={c.kolom: c.bidang for c in own if not other_field(c, sheet, header)},
    )
    return layout, remarks


def _note_year(
    sheet: Sheet, header: Header, columns: dict[str, Column], chosen: Mapping[str, str]
) -> None:
    """Keep a year of graduation beside its day: it fills in where the day is blank."""
    day = columns.get("tahun_lulus")
    for n, head in enumerate(header.kolom):
        if day is None or n == day.ke or head.arti is None or head.arti.bidang != "tahun_lulus":
            continue
        letter = column_letter(sheet.kolom_awal + n)
        if letter not in chosen:
            columns.setdefault(YEAR_BESIDE, Column(n, letter, head.teks, "tahun_lulus"))


# ---------------------------------------------------------------- scores


def _drop_state_of_form(columns: dict[str, Column], fields: set[str]) -> None:
    """Forget a "Status" beside appraisals of a year: the form's (Draf, Final), not the person's."""
    status = columns.get("status")
    others = POST | STATEMENTS | SENTENCE | DEGREE
    listed = "tahun" in fields and fields & APPRAISAL and not fields & others
    if status is not None and listed and key(status.kepala) == "status":
        del columns["status"]
        fields.discard("status")


def _appraised_year(
    sheet: Sheet, header: Header, columns: Mapping[str, Column], rules: ImportRules
) -> list[Remark]:
    """Say that appraisals are of other years only."""
    years = other_years(columns)
    if not years or columns.keys() & (APPRAISAL | {"tahun"}):
        return []
    isi = {"judul": str(years[-1]), "tahun": str(rules.tahun + rules.tahun_kinerja)}
    column = next(column for name, column in columns.items() if name.endswith(f":{years[-1]}"))
    return [Remark(TAHUN_JUDUL_BEDA, isi, sheet.baris_awal + header.bawah, column.huruf)]


def _take_scores(sheet: Sheet, columns: dict[str, Column], remarks: list[Remark]) -> None:
    """Settle heads that are scores in a result table and something else, or nothing, here.

    "Kualifikasi" may hold degrees; "Kinerja" and "Disiplin" may be scores, marks for behaviour or
    evidence, which nobody can tell: they are left, and said.
    """
    degree = columns.get("skor_kualifikasi")
    if degree and not columns.keys() & DEGREE and _is_text(sheet, degree):
        columns["pendidikan"] = degree
    doubtful = []
    if not plain_fields(columns) & APPRAISAL:
        doubtful += ["skor_kinerja", "skor_disiplin"]
    if not columns.keys() & COURSE:
        doubtful += ["jp"]
    else:
        doubtful += [name for name in columns if name in COURSE - {"nama_diklat"}]
    remarks.extend(
        Remark(
            KOLOM_DIABAIKAN,
            {"kolom": f"{columns[name].huruf} (“{columns[name].kepala}”)"},
            kolom=columns[name].huruf,
        )
        for name in doubtful
        if name in columns
    )
    if "skp" in columns and not columns.keys() & {"nilai", "perilaku", "predikat"}:
        isi = {**_place(sheet), "kolom": columns["skp"].huruf}
        remarks.append(Remark(NILAI_SKP_SAJA, isi))


def _nothing_known(sheet: Sheet, header: Header, fields: AbstractSet[str]) -> list[Remark]:
    """Say that of a table nothing is used but who its people are."""
    if fields - _WHO:
        return []
    unknown = [
        f"{column_letter(sheet.kolom_awal + n)} (“{head.teks}”)"
        for n, head in enumerate(header.kolom)
        if head.arti is None and head.teks and any(sheet.kolom[n][header.bawah + 1 :])
    ]
    if not unknown:
        return []
    isi = {**_place(sheet), "ada": ", ".join(unknown)}
    return [Remark(KOLOM_TAK_DIKENAL, isi, sheet.baris_awal + header.bawah)]


def _is_text(sheet: Sheet, column: Column) -> bool:
    values = {text_of(value) for value in sheet.kolom[column.ke][:200]} - {"", column.kepala}
    return any(any(c.isalpha() for c in value) for value in values)


# ---------------------------------------------------------------- kinds


def _is_result(names: AbstractSet[str]) -> bool:
    evidence = STATEMENTS | APPRAISAL | SENTENCE | DEGREE | COURSE
    return len(names & SCORES) >= 3 and not names & evidence


def _kind(names: AbstractSet[str]) -> JenisTabel:
    others = STATEMENTS | APPRAISAL
    if names & COURSE or names >= {"jenis", "jp"}:
        if names & COURSE_MORE and not names & (others | SENTENCE | DEGREE):
            return "pengembangan"
    elif names & SENTENCE and not names & (others | DEGREE):
        if names & SENTENCE_MORE or names >= {"tingkat_hukuman", "jenis_hukuman"}:
            return "hukuman"
    elif names & DEGREE and names & DEGREE_MORE and not names & (others | SENTENCE | STATE):
        return "pendidikan"
    return "pegawai"


def _lists_people(
    sheet: Sheet, header: Header, columns: Mapping[str, Column], vocab: Vocabulary
) -> bool:
    """Tell people with their posts, who mostly have no sentence, from a list of sentences."""
    said = next((columns[name] for name in sorted(SENTENCE) if name in columns), None)
    if said is None or "nama" not in columns or not POST & columns.keys():
        return False
    cells = set(map(text_of, sheet.kolom[said.ke][header.bawah + 1 :])) - {""}
    return any(vocab.says("tidak_ada", text) for text in cells)


def _course_kind(
    vocab: Vocabulary,
    sheet: Sheet,
    titles: Sequence[str],
    columns: Mapping[str, Column],
    rules: ImportRules,
) -> int:
    """Return the kind that head, sheet name, titles or file name give to all courses, else 0."""
    for bidang, code in KIND_OF_HEAD.items():
        if bidang in columns:
            return code
    for source in (sheet.nama or "", *titles, PurePath(sheet.berkas).stem):
        spoken = words(source)
        found = [code for phrase, code in vocab.jenis_lembar if contains(spoken, phrase)]
        if found:
            kinds = {rules.peta_diklat.get(code) for code in found}
            return found[0] if len(kinds) == 1 else 0
    return 0


# ---------------------------------------------------------------- titles and faults


def _first_row(sheet: Sheet, row: int) -> int:
    """Skip the row that numbers the columns."""
    while row < sheet.jumlah_baris and is_number_row(sheet.baris(row)):
        row += 1
    return row


def _without_nip(
    sheet: Sheet, header: Header, names: AbstractSet[str], remarks: Sequence[Remark]
) -> list[Remark]:
    """Tell a table that lacks its NIP from a page that is no table of people."""
    if any(remark.kartu is KOLOM_GANDA for remark in remarks) and header.punya_nip:
        return list(remarks)
    enough = len(names) >= (2 if "nama" in names else 3)
    if enough and header.bawah + 1 < sheet.jumlah_baris and not _only_choices(sheet, header):
        return [_missing(sheet, header, "NIP"), *_asked(remarks, "nip")]
    return [Remark(LEMBAR_DILEWATI)]


def _without_header(sheet: Sheet) -> list[Remark]:
    """Tell people below no header at all, as a sheet that goes on has them, from another page."""
    for column in sheet.kolom:
        rows = [n for n, value in enumerate(column[:SEARCHED]) if looks_like_nip(value or "")]
        if len({text_of(column[n]) for n in rows}) > 1 and all(
            nips.is_possible(nips.clean(text_of(column[n]))) for n in rows
        ):
            isi = {**_place(sheet), "kurang": "NIP", "ada": "tidak ada"}
            return [Remark(KOLOM_WAJIB_TAK_ADA, isi, sheet.baris_awal + rows[0])]
    return [Remark(LEMBAR_DILEWATI)]


def _only_choices(sheet: Sheet, header: Header) -> bool:
    """Tell a sheet of the words for drop-down lists: every column says each of them once."""
    if "nama" in header.bidang:
        return False
    columns = [
        [text for value in sheet.kolom[n][header.bawah + 1 :] if (text := text_of(value))]
        for n, head in enumerate(header.kolom)
        if head.arti
    ]
    texts = [text for column in columns for text in column]
    return (
        max(map(len, columns)) >= CHOICES
        and all(len(set(column)) == len(column) for column in columns)
        and all(any(map(str.isalpha, text)) for text in texts)
    )


def _asked(remarks: Sequence[Remark], bidang: str) -> list[Remark]:
    """Return the remarks that name a column which may be the missing one."""
    return [one for one in remarks if one.kartu is KOLOM_MIRIP and one.isi["nama_bidang"] == bidang]


def _missing(sheet: Sheet, header: Header, what: str) -> Remark:
    found = ", ".join(head.teks for head in header.kolom if head.teks)
    return Remark(
        KOLOM_WAJIB_TAK_ADA,
        {**_place(sheet), "kurang": what, "ada": found or "tidak ada"},
        sheet.baris_awal + header.bawah,
    )


def _place(sheet: Sheet) -> dict[str, str]:
    """Return where a column of this sheet is pointed out, for the words of a remedy."""
    return {"berkas": sheet.berkas, "lembar": sheet.nama or ""}
