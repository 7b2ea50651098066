"""Read coded cells: spellings into the codes of `vocab`, statements into (bentuk, nilai)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum

from ..model.cards_values import (
    GOLONGAN_TAK_DIKENAL,
    HUKUMAN_TAK_DIKENAL,
    JENIS_DIKLAT_TAK_DIKENAL,
    JENIS_JABATAN_TAK_DIKENAL,
    JENJANG_TAK_DIKENAL,
    PENDIDIKAN_TAK_DIKENAL,
    PERNYATAAN_TAK_DIKENAL,
    PREDIKAT_TAK_DIKENAL,
    STATUS_TAK_DIKENAL,
)
from ..model.finding import Card
from ..model.vocab import (
    GOLONGAN,
    Bentuk,
    Bukti,
    DasarKinerja,
    Ekspektasi,
    JenisJabatan,
    Jenjang,
    Pendidikan,
    Predikat,
    Status,
    TingkatDiklat,
    label,
)
from .layout_heads import text_of
from .parse_values import BLANK, Cell, Fault, Reader, read_hours, show, split_year
from .vocabulary import Spellings, Vocabulary, contains, key, words

NONE_STATED = Cell((Bentuk.TIDAK_ADA.value, 0))
DONE = Cell((Bentuk.SUDAH.value, 0))

_CHOICES: dict[Card, Iterable[IntEnum]] = {
    PENDIDIKAN_TAK_DIKENAL: Pendidikan,
    JENIS_JABATAN_TAK_DIKENAL: JenisJabatan,
    JENJANG_TAK_DIKENAL: Jenjang,
    STATUS_TAK_DIKENAL: Status,
    PREDIKAT_TAK_DIKENAL: Predikat,
}
_GOLONGAN = {key(name): code for code, name in GOLONGAN.items()}
_GOLONGAN_END = re.compile(r"(?:^|[\s(/,.-])(iv|i{1,3}|[1-4])[\s/.\-]*([a-e])\)?$")
_PPPK_END = re.compile(r"(?:golongan|gol\.?)\s*([ivx]+)$")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_LEVEL_NOISE = frozenset({"tk", "tkt", "tingkat"})
_LEVELS = {
    "i": TingkatDiklat.PKN1,
    "ii": TingkatDiklat.PKN2,
    "iii": TingkatDiklat.PKA,
    "iv": TingkatDiklat.PKP,
}
_PART = re.compile(r"[0-9a-z]+")
_PPPK = re.compile(r"\b(?:pppk|golongan|gol)\b")
_TIMES = re.compile(r"(\d+)\s*(?:kali|x|kegiatan)", re.IGNORECASE)
_GOLONGAN_BEGIN = re.compile(r"(iv|i{1,3})[\s/.\-]*([a-e])\b")
_BRACKET = re.compile(r"(.+?)\s*\(([^()]*)\)")
_BAND = re.compile(r"\d+\s*[–-]\s*\d+|\d+ ke bawah")
_MARKS_IN_MIXED = frozenset({"v", "√", "✓", "✔", "☑", "✅", "ü", "vv", "√√"})


def _fault(card: Card, value: object, kolom: str, choices: Iterable[IntEnum] = ()) -> Cell:
    isi = {"nilai": show(value)}
    wanted = card.parameters()
    if "kolom" in wanted:
        isi["kolom"] = kolom
    if "pilihan" in wanted:
        isi["pilihan"] = ", ".join(map(label, choices or _CHOICES[card]))
    return Cell(None, Fault(card, isi))


def code_reader(
    list_: Spellings,
    card: Card,
    vocab: Vocabulary,
    *,
    kolom: str = "",
    also: Spellings | None = None,
    choices: Iterable[IntEnum] = (),
) -> Reader:
    """Return the reader of one list of spellings.

    Args:
        list_: The spellings.
        card: The finding of an unknown one.
        vocab: The vocabulary, for words that say nothing.
        kolom: Head of the column, for the finding's words.
        also: A second list whose spellings are no fault here (an eselon under "Jenjang").
        choices: Codes to offer, where the card's own are not meant.
    """

    def read(value: object) -> Cell:
        text = show(value)
        if not text:
            return BLANK
        code = list_.find(text)
        if code is not None:
            return Cell(code)
        if vocab.says("tanpa", text) or (also is not None and text in also):
            return BLANK
        return _fault(card, value, kolom, choices)

    return read


def silent_reader(list_: Spellings) -> Reader:
    """Return a reader that takes what it knows and says nothing of the rest."""
    return lambda value: Cell(list_.find(show(value)) if value is not None else None)


def degree_reader(vocab: Vocabulary, *, ids: bool) -> Reader:
    """Return the reader of levels of education: "S-1", "SMA/Sederajat", "S-1 HUKUM".

    The level stands at the beginning: the longest beginning of up to five words that is known
    decides, unless another level stands right behind it ("SMA/S1"). Codes ("40") are read in a
    column of ids only.
    """
    if ids:
        return code_reader(vocab.nilai["pendidikan_id"], PENDIDIKAN_TAK_DIKENAL, vocab)
    spellings = vocab.nilai["pendidikan"]

    def read(value: object) -> Cell:
        text = show(value)
        if not text or vocab.says("tanpa", text):
            return BLANK
        lower = text.casefold()
        parts = _PART.findall(lower)
        code, size = _beginning(spellings, parts)
        other = None
        if code is not None and size < len(parts) and _joined_on(lower, parts, size):
            other, _ = _beginning(spellings, parts[size:])
        if code is None or other not in (None, code):
            return _fault(PENDIDIKAN_TAK_DIKENAL, value, "")
        return Cell(code)

    return read


def _beginning(spellings: Spellings, parts: Sequence[str]) -> tuple[int | None, int]:
    """Return the level that the longest known beginning means, and how many parts that is."""
    for size in range(min(len(parts), 8), 0, -1):
        code = spellings.exact.get("".join(parts[:size]).removesuffix("sederajat"))
        if code is not None:
            return code, size
    return None, 0


def _joined_on(text: str, parts: Sequence[str], size: int) -> bool:
    """Tell whether more than a blank stands behind the first parts of a text."""
    at = 0
    for part in parts[:size]:
        at = text.index(part, at) + len(part)
    return not text[at].isspace()


def golongan_reader(vocab: Vocabulary, *, ids: bool) -> Reader:
    """Return the reader of golongan: "IV/c", "Penata Muda (III/a)", "IX", SIASN's 34 or 134."""

    def read(value: object) -> Cell:
        text = show(value)
        if not text or vocab.says("tanpa", text):
            return BLANK
        if text.isdecimal() or ids:
            number = int(text) if text.isdecimal() else 0
            number -= 100 if 111 <= number <= 145 and number % 100 in GOLONGAN else 0
            return Cell(number) if number in GOLONGAN else _fault(GOLONGAN_TAK_DIKENAL, value, "")
        code = _GOLONGAN.get(key(text).removeprefix("golongan").removeprefix("gol"))
        lower = text.casefold()
        match = _GOLONGAN_END.search(lower) or _GOLONGAN_BEGIN.match(lower)
        if code is None and match:
            group = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}.get(match[1], match[1])
            code = _GOLONGAN.get(group + match[2])
        if code is None and (match := _PPPK_END.search(lower)):
            code = _GOLONGAN.get(match[1])
        if code is None and "pppk" in lower:
            code = _GOLONGAN.get(key(_PPPK.sub(" ", lower)))
        code = code or vocab.nilai["pangkat"].find(text)
        return Cell(code) if code else _fault(GOLONGAN_TAK_DIKENAL, value, "")

    return read


def idea_reader(vocab: Vocabulary) -> Reader:
    """Return the reader of "ide baru": 1 for yes, 0 for no."""

    def read(value: object) -> Cell:
        text = text_of(value)
        if not text:
            return BLANK
        if vocab.says("ya", text) or value is True:
            return Cell(1)
        if vocab.says("tidak_ada", text) or text == "0" or value is False:
            return Cell(0)
        return _fault(PERNYATAAN_TAK_DIKENAL, value, "Ide Baru")

    return read


def appraisal_code_reader(bidang: str, vocab: Vocabulary, kolom: str, *, ids: bool) -> Reader:
    """Return the reader of predikat, hasil, perilaku kerja or dasar."""
    if bidang == "predikat":
        numbers = vocab.nilai["predikat_id"]
        if ids:
            return code_reader(numbers, PREDIKAT_TAK_DIKENAL, vocab, kolom=kolom)
        read = code_reader(vocab.nilai["predikat"], PREDIKAT_TAK_DIKENAL, vocab, kolom=kolom)

        def read_predikat(value: object) -> Cell:
            code = find_predikat(vocab, show(value))
            if code is None:
                code = numbers.find(show(value))  # SIASN's quadrants: 1 is the best
            return Cell(code) if code is not None else read(value)

        return read_predikat
    codes: type[IntEnum] = DasarKinerja if bidang == "dasar" else Ekspektasi
    list_ = vocab.nilai["dasar" if bidang == "dasar" else "ekspektasi"]
    return code_reader(list_, PREDIKAT_TAK_DIKENAL, vocab, kolom=kolom, choices=codes)


def find_predikat(vocab: Vocabulary, text: str) -> int | None:
    """Return the predikat of a text, None if it is none: "Baik", "BAIK (B)", "76–90 (baik)"."""
    spellings = vocab.nilai["predikat"]
    code = spellings.find(text) if text else None
    match = _BRACKET.fullmatch(text)
    if code is None and match is not None:
        code = spellings.find(match[2] if _BAND.fullmatch(match[1]) else match[1])
    return code


# ---------------------------------------------------------------- courses and sentences


def course_level(vocab: Vocabulary, text: str) -> int | None:
    """Return the level of a leadership course that its kind and name tell, None if none or two.

    Roman numbers count as numbers; the number of an "Angkatan" is no level.
    """
    spoken: list[str] = []
    skip = False
    for word in words(text):
        if skip:
            skip = False
        elif word == "angkatan":
            skip = True
        elif word not in _LEVEL_NOISE:
            spoken.append(_ROMAN.get(word, word))
    found = {code for phrase, code in vocab.tingkat_diklat if contains(spoken, phrase)}
    return found.pop() if len(found) == 1 else None


def course_kind_reader(vocab: Vocabulary) -> Reader:
    """Return the reader of kinds of courses: words, or SIASN's number."""
    return _numbered_reader(vocab.nilai["jenis_diklat"], 25, JENIS_DIKLAT_TAK_DIKENAL)


def sentence_kind_reader(vocab: Vocabulary) -> Reader:
    """Return the reader of kinds of sentences: words, or SIASN's number."""
    return _numbered_reader(vocab.nilai["jenis_hukuman"], 28, HUKUMAN_TAK_DIKENAL)


def _numbered_reader(spellings: Spellings, last: int, card: Card) -> Reader:
    known = {code for code in spellings.exact.values() if code <= last}
    known |= {code for _, code in spellings.patterns if code <= last}

    def read(value: object) -> Cell:
        text = show(value)
        if not text:
            return BLANK
        code = int(text) if text.isdecimal() and len(text) < 3 else spellings.find(text_of(value))
        if code is None or (text.isdecimal() and code not in known):
            return _fault(card, value, "")
        return Cell(code)

    return read


def sentence_level_reader(vocab: Vocabulary) -> Reader:
    """Return the reader of levels of sentences: "Ringan", "R"."""
    return code_reader(vocab.nilai["tingkat_hukuman"], HUKUMAN_TAK_DIKENAL, vocab)


# ---------------------------------------------------------------- statements


def statement_reader(bukti: Bukti, vocab: Vocabulary, kolom: str, tahun: int) -> Reader:
    """Return the reader of what a wide table states of courses of one kind, or seminars.

    Args:
        bukti: The kind.
        vocab: The vocabulary.
        kolom: Head of the column, for the finding's words.
        tahun: The measured year: "Sudah (2021)".
    """
    inner = _hours if bukti is Bukti.DIKLAT_TEKNIS else _said(bukti, vocab, kolom)
    ever = bukti in (Bukti.DIKLAT_KEPEMIMPINAN, Bukti.DIKLAT_FUNGSIONAL)

    def read(value: object) -> Cell:
        text = text_of(value)
        if not text or vocab.says("tanpa_data", text):
            return BLANK
        if vocab.says("tidak_ada", text):
            return NONE_STATED
        plain, date = split_year(text)
        if date and vocab.says("sudah", plain):
            # Of another year it may lie outside the window, which only the edition knows.
            year = date // 10_000
            fits = year <= tahun if ever else year == tahun
            return DONE if fits else _fault(PERNYATAAN_TAK_DIKENAL, value, kolom)
        if vocab.says("sudah", text) or text.casefold() in _MARKS_IN_MIXED:
            return DONE
        return inner(value)

    return read


def _hours(value: object) -> Cell:
    cell = read_hours(value)
    return Cell((Bentuk.NILAI.value, cell.nilai)) if isinstance(cell.nilai, int) else cell


def mark_reader(value: object) -> Cell:
    """Read a cell of a column that holds nothing but marks: empty is "belum"."""
    return DONE if text_of(value) else NONE_STATED


_BITS = frozenset("01")


def bit_reader(value: object) -> Cell:
    """Read a cell of a column of 1 and 0: empty says nothing."""
    text = text_of(value)
    return (DONE if text == "1" else NONE_STATED) if text else BLANK


def only_bits(values: Iterable[object]) -> bool:
    """Tell whether distinct values of a column are 1, 0 and blanks, and some are 1 or 0."""
    texts = {text_of(value) for value in values} - {""}
    return bool(texts) and texts <= _BITS


def only_marks(values: Iterable[object], vocab: Vocabulary) -> bool:
    """Tell whether distinct values of a column are marks and blanks, and some are marks."""
    texts = {text_of(value) for value in values} - {""}
    return bool(texts) and all(vocab.says("tanda", text) for text in texts)


def _said(bukti: Bukti, vocab: Vocabulary, kolom: str) -> Reader:
    """Return the reader of what is neither "sudah" nor "belum": a level, a count of activities."""

    def read(value: object) -> Cell:
        if bukti is Bukti.DIKLAT_KEPEMIMPINAN:
            level = course_level(vocab, text_of(value)) or _bare_level(text_of(value))
            if level is not None:
                return Cell((Bentuk.NILAI.value, level))
        if bukti is Bukti.DIKLAT_FUNGSIONAL and text_of(value) in _BITS:
            return bit_reader(value)  # of leadership courses 1 may be a level
        if bukti is Bukti.SEMINAR:
            times = _TIMES.fullmatch(text_of(value))
            count = read_hours(times[1] if times else value).nilai
            if isinstance(count, int):
                return DONE if count else NONE_STATED
        return _fault(PERNYATAAN_TAK_DIKENAL, value, kolom)

    return read


def _bare_level(text: str) -> int | None:
    """Return the level that a Roman number alone tells in a column of leadership courses."""
    spoken = [word for word in words(text) if word not in _LEVEL_NOISE]
    return _LEVELS.get(spoken[0]) if len(spoken) == 1 else None
