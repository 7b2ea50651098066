"""Find the table in a sheet: its header, what its columns are, and which kind of table it makes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal

from ..model.catalogue import (
    KOLOM_DIABAIKAN,
    KOLOM_GANDA,
    KOLOM_WAJIB_TAK_ADA,
    LEMBAR_DILEWATI,
    NILAI_SKP_SAJA,
    TABEL_HASIL_BKN,
    TAHUN_JUDUL_BEDA,
)
from ..model.change import ImportRules
from ..model.finding import Card
from .layout_choice import ColumnChoice
from .layout_heads import (
    ColumnHead,
    Header,
    find_header,
    is_number_row,
    text_of,
)
from .sheet import Sheet, column_letter
from .vocabulary import FIELDS, Vocabulary, contains, words

JenisTabel = Literal["pegawai", "pendidikan", "pengembangan", "hukuman"]

STATEMENTS = frozenset("diklat_kepemimpinan diklat_fungsional diklat_teknis seminar".split())
APPRAISAL = frozenset("nilai skp perilaku predikat hasil perilaku_kerja".split())
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
COURSE_MORE = frozenset("jp mulai selesai tanggal tahun".split())
POST = frozenset("jenis_jabatan jenjang eselon".split())
STATE = POST | frozenset("jenis_kelamin status kedudukan golongan".split())
SCORES = frozenset("skor_kualifikasi skor_kompetensi skor_kinerja skor_disiplin".split())
KIND_OF_HEAD = {
    "nama_diklat_struktural": 1,
    "nama_diklat_fungsional": 2,
    "nama_diklat_teknis": 3,
    "nama_seminar": 9,
}
"""Heads that name the kind of every course below them, as SIASN numbers kinds."""

_TITLE_YEAR = re.compile(
    r"\bTAHUN\s+(?:ANGGARAN\s+|UKUR\s+)?(\d{4})\b(?!\s*(?:[-–/]|s\.?\s*/?d))", re.I
)
_TITLE_OPD = re.compile(
    r"^(?:OPD|SKPD|Perangkat Daerah|Unit Kerja|Satuan Kerja)\s*:\s*(\S.*)$", re.IGNORECASE
)


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
class Layout:
    """A table found.

    Attributes:
        jenis: Kind of table.
        kepala: Heads of all columns of the sheet, as written.
        tanda: Signature of the header.
        awal: First row below the header, 0-based.
        kolom: Field → column.
        opd: OPD that a title line names, empty if none.
        jenis_diklat: Kind that sheet, title or head give to all courses, 0 if none.
        pilihan: Columns pointed out by hand: letter → field.
    """

    jenis: JenisTabel
    kepala: tuple[str, ...]
    tanda: str
    awal: int
    kolom: Mapping[str, Column]
    opd: str = ""
    jenis_diklat: int = 0
    pilihan: Mapping[str, str] = field(default_factory=dict)


def find_layout(
    sheet: Sheet,
    vocab: Vocabulary,
    rules: ImportRules,
    choices: Sequence[ColumnChoice],
    remembered: Mapping[str, Mapping[str, str]],
) -> tuple[Layout | None, list[Remark]]:
    """Find the table of a sheet.

    Args:
        sheet: A visible sheet.
        vocab: The vocabulary.
        rules: What importing knows of the year.
        choices: Columns pointed out in this call.
        remembered: Signature of a header → letter → field, of earlier calls.

    Returns:
        The table, None where there is nothing to take in; and remarks on the sheet.
    """
    by_hand = {c.kolom: c.bidang for c in choices if c.concerns(sheet.berkas, sheet.nama)}
    nip_at = next((sheet.indeks_kolom(k) for k, b in by_hand.items() if b == "nip"), None)
    header = find_header(sheet, vocab, nip_at)
    if header is None or (header.punya_nip and len(header.bidang) == 1 and not by_hand):
        return None, [Remark(LEMBAR_DILEWATI)] if sheet.jumlah_baris else []
    chosen = {**remembered.get(header.tanda, {}), **by_hand}
    columns, remarks = _claim(sheet, header, chosen)
    fields = columns.keys()
    if _is_result(fields):
        return None, [Remark(TABEL_HASIL_BKN, baris=sheet.baris_awal + header.bawah)]
    titles = _titles(sheet, header.atas)
    remarks += _title_year(sheet, titles, rules)
    if not fields & {"nip", "nama_nip"}:
        return None, _without_nip(sheet, header, fields, remarks)
    jenis = _kind(fields)
    course = 0
    if jenis == "pengembangan":
        course = _course_kind(vocab, sheet, titles, columns, rules)
        if not course and not fields & {"jenis_diklat", "jenis"}:
            return None, [_missing(sheet, header, "Jenis Diklat")]
    if jenis == "pegawai":
        _take_scores(sheet, columns, remarks)
    layout = Layout(
        jenis=jenis,
        kepala=tuple(head.teks for head in header.kolom),
        tanda=header.tanda,
        awal=_first_row(sheet, header.bawah + 1),
        kolom=columns,
        opd=_title_opd(titles),
        jenis_diklat=course,
        pilihan={letter: chosen[letter] for letter in by_hand},
    )
    return layout, remarks


# ---------------------------------------------------------------- columns


def _claim(
    sheet: Sheet, header: Header, chosen: Mapping[str, str]
) -> tuple[dict[str, Column], list[Remark]]:
    """Give each field its column: by hand, by a sure head, by a fallback, by an id column."""
    claims: dict[str, list[tuple[tuple[int, int], Column]]] = {}
    by_hand = {sheet.indeks_kolom(letter): bidang for letter, bidang in chosen.items()}
    for n, head in enumerate(header.kolom):
        bidang, rank = _claim_of(head, by_hand.get(n))
        if bidang:
            is_id = bool(head.arti and head.arti.id and n not in by_hand)
            column = Column(n, column_letter(sheet.kolom_awal + n), head.teks, bidang, is_id)
            claims.setdefault(bidang, []).append((rank, column))
    columns: dict[str, Column] = {}
    remarks: list[Remark] = []
    for bidang, claimed in claims.items():
        best = min(rank for rank, _ in claimed)
        rivals = [column for rank, column in claimed if rank == best]
        if len(rivals) > 1 and not _same_content(sheet, header.bawah, rivals):
            names = " dan ".join(f"{column.huruf} (“{column.kepala}”)" for column in rivals)
            isi = {"kolom": names, "bidang": FIELDS[bidang]}
            row = sheet.baris_awal + header.bawah
            remarks.append(Remark(KOLOM_GANDA, isi, row, rivals[0].huruf))
        else:
            columns[bidang] = rivals[0]
    return columns, remarks


def _claim_of(head: ColumnHead, by_hand: str | None) -> tuple[str, tuple[int, int]]:
    if by_hand is not None:
        return ("" if by_hand in ("abaikan", "nomor_urut") else by_hand), (-1, 0)
    if head.arti is None or head.arti.bidang in ("abaikan", "nomor_urut"):
        return "", (0, 0)
    return head.arti.bidang, (int(head.arti.id), head.arti.urutan)


def _same_content(sheet: Sheet, header_row: int, columns: Sequence[Column]) -> bool:
    first, *others = (
        [text_of(value) for value in sheet.kolom[column.ke][header_row + 1 :]] for column in columns
    )
    return all(other == first for other in others)


def _take_scores(sheet: Sheet, columns: dict[str, Column], remarks: list[Remark]) -> None:
    """Settle heads that are scores in a result table and something else, or nothing, here.

    "Kualifikasi" may hold degrees; "Kinerja" and "Disiplin" may be scores, marks for behaviour or
    evidence, which nobody can tell: they are left, and said.
    """
    degree = columns.get("skor_kualifikasi")
    if degree and not columns.keys() & DEGREE and _is_text(sheet, degree):
        columns["pendidikan"] = degree
    doubtful = []
    if not columns.keys() & APPRAISAL:
        doubtful += ["skor_kinerja", "skor_disiplin"]
    if not columns.keys() & COURSE:
        doubtful += ["jp"]
    else:
        doubtful += [name for name in columns if name in COURSE]
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
        remarks.append(Remark(NILAI_SKP_SAJA, {"kolom": columns["skp"].huruf}))


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


def _titles(sheet: Sheet, above: int) -> list[str]:
    return [
        " ".join(filter(None, map(text_of, dict.fromkeys(sheet.baris(row)))))
        for row in range(above)
    ]


def _title_year(sheet: Sheet, titles: Sequence[str], rules: ImportRules) -> list[Remark]:
    fitting = {rules.tahun, rules.tahun + rules.tahun_kinerja}
    for row, title in enumerate(titles):
        years = [int(year) for year in _TITLE_YEAR.findall(title)]
        if years and not fitting & set(years):
            isi = {"judul": str(years[0]), "tahun": str(rules.tahun)}
            return [Remark(TAHUN_JUDUL_BEDA, isi, sheet.baris_awal + row)]
    return []


def _title_opd(titles: Sequence[str]) -> str:
    found = (_TITLE_OPD.match(title) for title in titles)
    return next((match.group(1) for match in found if match), "")


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
    if header.bawah + 1 < sheet.jumlah_baris and len(names) >= (2 if "nama" in names else 3):
        return [_missing(sheet, header, "NIP")]
    return [Remark(LEMBAR_DILEWATI)]


def _missing(sheet: Sheet, header: Header, what: str) -> Remark:
    found = ", ".join(head.teks for head in header.kolom if head.teks)
    return Remark(
        KOLOM_WAJIB_TAK_ADA,
        {"kurang": what, "ada": found or "tidak ada"},
        sheet.baris_awal + header.bawah,
    )
