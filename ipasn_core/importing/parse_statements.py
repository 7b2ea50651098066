"""Read what a wide table states: degree, courses, seminar, sentence, each without a record."""

from __future__ import annotations

import re

from ..model.cards_values import HUKUMAN_TAK_DIKENAL
from ..model.vocab import Bentuk, Bukti, JenisHukuman, slug
from .layout_columns import STATEMENTS
from .layout_heads import text_of
from .parse_beside import Columns
from .parse_codes import (
    NONE_STATED,
    bit_reader,
    degree_reader,
    mark_reader,
    only_bits,
    only_marks,
    sentence_kind_reader,
    statement_reader,
)
from .parse_pairs import DEGREES_ALIKE, confirmed
from .parse_table import TableBuilder
from .parse_values import BLANK, Cell, Fault, Reader, show, split_year
from .table import Value
from .vocabulary import Vocabulary, key

_EVER = frozenset({"diklat_kepemimpinan", "diklat_fungsional"})
"""Statements that are no counts: 1 is yes there."""

_ENOUGH = re.compile(r"20\s*jpl?", re.IGNORECASE)
"""A head that names the hours which are enough: below it 1 is yes, too."""

_NO_SENTENCE = frozenset(
    (
        JenisHukuman.PENGAKTIFAN,
        JenisHukuman.SANKSI_MORAL_TERBUKA,
        JenisHukuman.SANKSI_MORAL_TERTUTUP,
    )
)
"""Kinds that SIASN lists but that are no sentences: in passing nobody can tell what they mean."""


def read_statements(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> None:
    """Read the statements of a wide table into its columns."""
    if level := builder.first("pendidikan", "pendidikan_nama"):
        _put(isi, sources, Bukti.PENDIDIKAN, level, _stated(degrees(builder)))
    if level := builder.first("tingkat_hukuman", "hukuman", "jenis_hukuman"):
        _put(isi, sources, Bukti.HUKUMAN, level, _sentences(builder, level))
    for bidang in sorted(name for name in STATEMENTS if builder.has(name)):
        bukti = Bukti[bidang.upper()]
        column = builder.column(bidang)
        reader = statement_reader(bukti, builder.vocab, column.kepala, builder.rules.tahun)
        if only_marks(builder.distinct(bidang), builder.vocab):
            reader = mark_reader
        elif _asks(bidang, column.kepala) and only_bits(builder.distinct(bidang)):
            reader = bit_reader
        found = builder.read(bidang, _with_own_words(builder, bidang, reader))
        _put(isi, sources, bukti, bidang, found)


def _asks(bidang: str, kepala: str) -> bool:
    """Tell whether a column asks for yes or no, and not for a count."""
    return bidang in _EVER or (bidang == "diklat_teknis" and bool(_ENOUGH.search(kepala)))


def _put(
    isi: Columns, sources: dict[str, str], bukti: Bukti, bidang: str, found: list[Value]
) -> None:
    name = f"pernyataan.{slug(bukti)}"
    isi[name] = found
    sources[name] = bidang


_NILAI = int(Bentuk.NILAI)
"""A plain int: asking an enum for its value costs more than all the rest of a row."""


def _stated(codes: list[Value]) -> list[Value]:
    stated = {code: (_NILAI, code) if isinstance(code, int) else None for code in set(codes)}
    return [stated[code] for code in codes]


def _with_own_words(builder: TableBuilder, bidang: str, reader: Reader) -> Reader:
    """Let a dash say nothing in a column of our own export: the instrument did not apply."""
    if not key(builder.column(bidang).kepala).startswith("data"):
        return reader
    return lambda value: BLANK if text_of(value) == "–" else reader(value)


# ---------------------------------------------------------------- degrees


def degrees(builder: TableBuilder, *, menolak: bool = False) -> list[Value]:
    """Read levels of education; a blank cell is completed by its id, else by the field of study.

    Args:
        builder: The table; it has a column of degrees.
        menolak: Whether a degree that cannot be read keeps its row out.
    """
    level = builder.first("pendidikan", "pendidikan_nama")
    reader = degree_reader(builder.vocab, ids=builder.column(level).id)
    found = builder.read(level, reader, menolak=menolak)
    if level == "pendidikan":
        codes = degree_reader(builder.vocab, ids=True)
        found = confirmed(builder, level, found, codes, DEGREES_ALIKE)
    if level != "pendidikan_nama":
        names = degree_reader(builder.vocab, ids=False)
        found = builder.completed(level, found, "pendidikan_nama", names)
    return found


# ---------------------------------------------------------------- sentences


def _sentences(builder: TableBuilder, level: str) -> list[Value]:
    numbered = level == "jenis_hukuman"
    reader = sentence_reader(builder.vocab, numbered=numbered)
    found = builder.read(level, _with_own_words(builder, level, reader))
    if not numbered and builder.has("jenis_hukuman"):
        by_kind = sentence_reader(builder.vocab, numbered=True)
        found = builder.completed(level, found, "jenis_hukuman", by_kind)
    return found


def sentence_reader(vocab: Vocabulary, *, numbered: bool) -> Reader:
    """Return the reader of a sentence told in one cell: its level, or the kind it follows from.

    Args:
        vocab: The vocabulary.
        numbered: Whether a number is a kind as SIASN numbers them, and not a count.
    """
    levels = vocab.nilai["tingkat_hukuman"]
    kinds = sentence_kind_reader(vocab)

    def read(value: object) -> Cell:
        text, _ = split_year(text_of(value))
        if not text or vocab.says("tanpa_data", text):
            return BLANK
        if vocab.says("tidak_ada", text) or text == "0":
            return NONE_STATED
        level = levels.find(text)
        if level is None and (numbered or not text.isdecimal()):
            level = _level_of(kinds(text).nilai, vocab)
        if level is None:
            return Cell(None, Fault(HUKUMAN_TAK_DIKENAL, {"nilai": show(value)}))
        return Cell((Bentuk.NILAI.value, level))

    return read


def _level_of(kind: Value, vocab: Vocabulary) -> int | None:
    """Return the level that a kind of sentence always has, None where it has none or several."""
    fitting = {level for code, level in vocab.cocok if code == kind}
    return fitting.pop() if len(fitting) == 1 and kind not in _NO_SENTENCE else None
