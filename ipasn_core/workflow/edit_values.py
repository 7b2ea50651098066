"""What an officer types into a record or a post, read as the importer reads a cell.

The same readers, the same scales and the same sentences: what is refused in a spreadsheet is
refused here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..errors import UsageError, UserError
from ..formatting import format_points
from ..importing.parse_codes import (
    appraisal_code_reader,
    code_reader,
    course_kind_reader,
    course_level,
    degree_reader,
    golongan_reader,
    idea_reader,
    sentence_kind_reader,
    sentence_level_reader,
    statement_reader,
)
from ..importing.parse_dates import date_reader
from ..importing.parse_nip import read_nips
from ..importing.parse_sets import EMPTY
from ..importing.parse_statements import sentence_reader
from ..importing.parse_values import (
    BLANK,
    Cell,
    Fault,
    Reader,
    appraisal_reader,
    hours_reader,
    out_of_scale,
    read_text,
    show,
    to_number,
)
from ..importing.vocabulary import Vocabulary
from ..importing.vocabulary_files import vocabulary
from ..model.cards_doubts import TANGGAL_TERBALIK, TINGKAT_DIKLAT_TAK_TERBACA
from ..model.cards_people import NAMA_KOSONG
from ..model.cards_values import (
    ESELON_TAK_DIKENAL,
    HUKUMAN_TAK_DIKENAL,
    JENIS_DIKLAT_TAK_DIKENAL,
    JENIS_JABATAN_TAK_DIKENAL,
    JENJANG_TAK_DIKENAL,
    KEDUDUKAN_TAK_DIKENAL,
    KELAMIN_TAK_DIKENAL,
    NILAI_TAK_TERBACA,
    PENDIDIKAN_TAK_DIKENAL,
    STATUS_TAK_DIKENAL,
)
from ..model.change import ImportRules
from ..model.evidence import KEADAAN, PENILAIAN, SET, Field, tahun_dari
from ..model.finding import Card
from ..model.vocab import Bentuk, Bukti, Pendidikan, label
from .record_words import typed_date

Value = int | str | None
Values = dict[str, Value]
Make = Callable[[Vocabulary, Field], Reader]

FIELDS: Mapping[str, tuple[Field, ...]] = {**SET, "penilaian": PENILAIAN, "keadaan": KEADAAN}
"""What can be edited: the sets of records, appraisals, keadaan."""

_SCALED = ("nilai", "skp", "perilaku")
_WIDEST = 10**6
"""Beyond every scale; the scale of the appraisal is checked once its dasar is known."""

_SPOKEN = {"jenis": "jenis_teks", "tingkat": "tingkat_teks"}
"""Coded field → field that keeps the words it was read from, in sets that have one."""


def _coded(name: str, card: Card) -> Make:
    return lambda vocab, _field: code_reader(vocab.nilai[name], card, vocab)


def _appraised(vocab: Vocabulary, field: Field) -> Reader:
    return appraisal_code_reader(field.name, vocab, field.label, ids=False)


def _day(vocab: Vocabulary, field: Field) -> Reader:
    return date_reader(field.label, vocab, first=field.name == "mulai")


def _points(vocab: Vocabulary, field: Field) -> Reader:
    return appraisal_reader(field.label, _WIDEST, vocab)


def _level_of_course(vocab: Vocabulary, _field: Field) -> Reader:
    def read(value: object) -> Cell:
        if not show(value):
            return BLANK
        level = course_level(vocab, show(value))
        fault = Fault(TINGKAT_DIKLAT_TAK_TERBACA, {"nilai": show(value)})
        return Cell(level, None if level is not None else fault)

    return read


def _months(_vocab: Vocabulary, field: Field) -> Reader:
    def read(value: object) -> Cell:
        number = to_number(show(value), grouped=False)
        if not show(value):
            return BLANK
        if number is None or number < 0 or number % 1:
            isi = {"kolom": field.label, "nilai": show(value)}
            return Cell(None, Fault(NILAI_TAK_TERBACA, isi))
        return Cell(int(number) or None)

    return read


_READERS: Mapping[tuple[str, str], Make] = {
    ("pendidikan", "tingkat"): lambda vocab, _field: degree_reader(vocab, ids=False),
    ("pengembangan", "jenis"): lambda vocab, _field: course_kind_reader(vocab),
    ("pengembangan", "tingkat"): _level_of_course,
    ("pengembangan", "jp"): lambda vocab, _field: hours_reader(vocab),
    ("hukuman", "tingkat"): lambda vocab, _field: sentence_level_reader(vocab),
    ("hukuman", "jenis"): lambda vocab, _field: sentence_kind_reader(vocab),
    ("hukuman", "masa_bulan"): _months,
    ("penilaian", "nilai"): _points,
    ("penilaian", "skp"): _points,
    ("penilaian", "perilaku"): _points,
    ("penilaian", "predikat"): _appraised,
    ("penilaian", "hasil"): _appraised,
    ("penilaian", "perilaku_kerja"): _appraised,
    ("penilaian", "dasar"): _appraised,
    ("penilaian", "ide_baru"): lambda vocab, _field: idea_reader(vocab),
    ("keadaan", "jenis_kelamin"): _coded("jenis_kelamin", KELAMIN_TAK_DIKENAL),
    ("keadaan", "status"): _coded("status", STATUS_TAK_DIKENAL),
    ("keadaan", "kedudukan"): _coded("kedudukan", KEDUDUKAN_TAK_DIKENAL),
    ("keadaan", "golongan"): lambda vocab, _field: golongan_reader(vocab, ids=False),
    ("keadaan", "jenis_jabatan"): _coded("jenis_jabatan", JENIS_JABATAN_TAK_DIKENAL),
    ("keadaan", "jenjang"): _coded("jenjang", JENJANG_TAK_DIKENAL),
    ("keadaan", "eselon"): _coded("eselon", ESELON_TAK_DIKENAL),
}
"""(What, field) → reader of what is typed; fields of text and of dates have theirs by kind."""


def refusal(fault: Fault) -> UserError:
    """Return a fault of the catalogue as a refusal: its sentence and its remedy."""
    kartu, isi = fault
    return UserError(kartu.pesan.format_map(isi), kartu.perbaikan.format_map(isi), kartu.kode)


def read_fields(himpunan: str, texts: Mapping[str, str]) -> Values:
    """Read what was typed into fields; an empty text is None.

    Args:
        himpunan: Key of `FIELDS`.
        texts: Field → text as typed.

    Raises:
        UsageError: No such field.
        UserError: A text that cannot be read, in the words of the catalogue.
    """
    vocab = vocabulary()
    known = {field.name: field for field in FIELDS[himpunan]}
    found: Values = {}
    for name, text in texts.items():
        field = known.get(name)
        if field is None:
            raise UsageError(
                f"Bidang “{name}” tidak ada pada {himpunan}.", f"Yang ada: {', '.join(known)}."
            )
        make = _READERS.get((himpunan, name), _day if field.kind == "tanggal" else None)
        read = read_text if make is None else make(vocab, field)
        nilai, salah = read(text)
        if salah is not None:
            raise refusal(salah)
        if isinstance(nilai, tuple):
            raise TypeError(name)  # statements alone are pairs, and have a reader of their own
        found[name] = nilai
        spoken = _SPOKEN.get(name, "")
        if spoken in known and spoken not in texts:
            raw = " ".join(text.split())
            found[spoken] = None if not raw or raw.isdecimal() else raw
    return found


def complete_record(
    himpunan: str, old: Values, changes: Values, rules: ImportRules, tahun: int | None
) -> Values:
    """Return a record with changes in it, and with what follows from them.

    Args:
        himpunan: A set, or "penilaian".
        old: The record as it was; all None for a new one.
        changes: What `read_fields` gave.
        rules: What importing knows of a year and its edition.
        tahun: Appraised year, of a penilaian alone.

    Raises:
        UserError: The record lacks what makes it one, or is out of its scale.
    """
    new = old | changes
    if himpunan == "pengembangan":
        _complete_course(new, changes, rules)
    elif himpunan == "penilaian":
        _check_appraisal(new, rules, tahun)
    elif himpunan == "pendidikan" and new["tingkat"] is None:
        choices = ", ".join(map(label, Pendidikan))
        raise refusal(Fault(PENDIDIKAN_TAK_DIKENAL, {"nilai": EMPTY, "pilihan": choices}))
    elif himpunan == "hukuman" and new["tingkat"] is None and new["jenis"] is None:
        raise refusal(Fault(HUKUMAN_TAK_DIKENAL, {"nilai": EMPTY}))
    return new


def _complete_course(new: Values, changes: Values, rules: ImportRules) -> None:
    jenis = new["jenis"]
    if not isinstance(jenis, int):
        raise refusal(Fault(JENIS_DIKLAT_TAK_DIKENAL, {"nilai": EMPTY}))
    leadership = rules.peta_diklat.get(jenis) is Bukti.DIKLAT_KEPEMIMPINAN
    if not leadership:
        new["tingkat"] = None
    elif "tingkat" not in changes and changes.keys() & {"jenis", "nama"}:
        spoken = (new["jenis_teks"], new["nama"])
        new["tingkat"] = course_level(vocabulary(), " ".join(str(t) for t in spoken if t))
    start, end = new["mulai"], new["selesai"]
    if isinstance(start, int) and isinstance(end, int) and _turned(start, end):
        isi = {"mulai": typed_date(start), "selesai": typed_date(end)}
        raise refusal(Fault(TANGGAL_TERBALIK, isi))


def _turned(start: int, end: int) -> bool:
    """Tell whether a last day comes before the first, as far as both are known."""
    unit = 10_000 if not end // 100 % 100 else 100 if not end % 100 else 1
    return start // unit > end // unit


def _check_appraisal(new: Values, rules: ImportRules, tahun: int | None) -> None:
    if all(value is None for name, value in new.items() if name != "dasar"):
        raise UserError(
            "Penilaian kinerja tanpa nilai dan tanpa predikat.",
            "Isi nilai atau predikatnya.",
            "penilaian-kosong",
        )
    widest = max((rules.batas_atas_nilai, *rules.batas_atas.values()))
    dasar, measured = new["dasar"], tahun == rules.tahun + rules.tahun_kinerja
    top = rules.batas_atas_nilai if measured else widest
    if isinstance(dasar, int):
        top = rules.batas_atas.get(dasar, widest)
    for field in PENILAIAN:
        value = new[field.name]
        if field.name in _SCALED and isinstance(value, int) and value > top:
            raise refusal(out_of_scale(field.label, format_points(value), top))


def read_statement(bukti: Bukti, text: str, tahun: int) -> tuple[int, int] | None:
    """Read what is stated of a kind of evidence as (bentuk, nilai); an empty text is None.

    Raises:
        UserError: It cannot be read, in the words of the catalogue.
    """
    vocab = vocabulary()
    if bukti is Bukti.PENDIDIKAN:
        read = _as_statement(degree_reader(vocab, ids=False))
    elif bukti is Bukti.HUKUMAN:
        read = sentence_reader(vocab, numbered=False)
    else:
        read = statement_reader(bukti, vocab, label(bukti), tahun)
    nilai, salah = read(text)
    if salah is not None:
        raise refusal(salah)
    return nilai if isinstance(nilai, tuple) else None


def _as_statement(reader: Reader) -> Reader:
    def read(value: object) -> Cell:
        nilai, salah = reader(value)
        return Cell((Bentuk.NILAI.value, nilai) if isinstance(nilai, int) else None, salah)

    return read


def read_nip(text: str) -> int:
    """Read an NIP.

    Raises:
        UserError: It cannot be one, in the words of the catalogue.
    """
    numbers, faults = read_nips([text])
    if faults:
        raise refusal(faults[0])
    return numbers[0]


def read_name(text: str) -> str:
    """Read a person's name.

    Raises:
        UserError: It is empty.
    """
    name = read_text(text).nilai
    if not isinstance(name, str):
        raise refusal(Fault(NAMA_KOSONG, {}))
    return name


def read_year(text: str) -> int:
    """Read an appraised year.

    Raises:
        UserError: It is none.
    """
    reader = date_reader("Tahun", vocabulary())
    nilai, salah = reader(text)
    if salah is not None:
        raise refusal(salah)
    if not isinstance(nilai, int):
        raise UserError("Tahun penilaian kosong.", "Isi tahun yang dinilai.", "tahun-kosong")
    return tahun_dari(nilai)


def in_order(himpunan: str, values: Values) -> Sequence[Value]:
    """Return values in the order of a record's fields."""
    return tuple(values[field.name] for field in FIELDS[himpunan])
