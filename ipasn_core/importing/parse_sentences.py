"""Read histories of disciplinary sentences: level, kind, decree, time; one record a row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model.cards_doubts import HUKUMAN_BERTENTANGAN
from ..model.cards_values import HUKUMAN_TAK_DIKENAL, NILAI_TAK_TERBACA
from ..model.finding import Finding
from ..model.vocab import Bukti, JenisHukuman, TingkatHukuman, label
from .layout_columns import id_of
from .layout_heads import text_of
from .parse_beside import Columns
from .parse_codes import sentence_kind_reader, sentence_level_reader
from .parse_days import dates
from .parse_gaps import mark_later, mark_undated
from .parse_pairs import confirmed
from .parse_sets import EMPTY, finish, sort_rows, tidy
from .parse_table import TableBuilder
from .parse_values import BLANK, Cell, Fault, Reader, show, to_number
from .table import TableRead, Value

_MONTHS = re.compile(r"([\d.,]+)\s*(?:bulan|bln)?", re.IGNORECASE)
_YEARS = re.compile(r"([\d.,]+)\s*(?:tahun|thn|th)", re.IGNORECASE)

_HUKUMAN = (Bukti.HUKUMAN,)
_FINER: Mapping[Value, frozenset[Value]] = {
    int(JenisHukuman.TEGURAN): frozenset(
        (int(JenisHukuman.TEGURAN_LISAN), int(JenisHukuman.TEGURAN_TERTULIS))
    ),
    int(JenisHukuman.PENURUNAN_PANGKAT): frozenset(
        (
            int(JenisHukuman.PENURUNAN_PANGKAT_1_TAHUN),
            int(JenisHukuman.PENURUNAN_PANGKAT_3_TAHUN),
        )
    ),
}
"""Words that leave open which sentence it was → the codes that say so."""


def read_sentences(builder: TableBuilder) -> tuple[TableRead, list[Finding]]:
    """Read a history of sentences.

    Returns:
        The table, and remarks on the sheet as a whole.
    """
    level = builder.first("tingkat_hukuman", "hukuman")
    kind = builder.first("jenis_hukuman", "jenis") or builder.first("hukuman")
    tingkat, jenis = _levels(builder, level), _kinds(builder, kind)
    days = {
        "tanggal_sk": builder.first("tanggal_sk", "tanggal"),
        "tmt": builder.first("tmt", "mulai"),
        "berakhir": builder.first("berakhir", "selesai"),
        "batal_tanggal": builder.first("batal_tanggal"),
    }
    numbers = {
        "nomor_sk": builder.first("nomor_sk", "nomor"),
        "batal_nomor": builder.first("batal_nomor"),
    }
    isi: Columns = {
        "tingkat": tingkat,
        "jenis": jenis,
        "jenis_teks": [None if str(t).isdecimal() else t for t in tidy(builder, kind)],
        **{name: tidy(builder, field) for name, field in numbers.items()},
        **{name: dates(builder, field, _HUKUMAN) for name, field in days.items()},
        "masa_bulan": _duration(builder),
    }
    fields = [field for field in dict.fromkeys((level, kind)) if field]
    content = [*fields, *(f for f in (*numbers.values(), *days.values()) if f)]
    left = sort_rows(
        builder,
        lambda i: tingkat[i] is not None or jenis[i] is not None,
        fields,
        content,
        lambda i: (fields[0], _unknown_sentence(builder, fields, i)),
    )
    _contradictions(builder, tingkat, jenis, kind)
    undated = mark_undated(
        builder,
        "Hukuman",
        [isi["tmt"], isi["tanggal_sk"]],
        [days["tmt"], days["tanggal_sk"]],
        {*left[0], *left[1]},
    )
    first = [(days["tmt"], isi["tmt"]), (days["tanggal_sk"], isi["tanggal_sk"])]
    mark_later(builder, "Hukuman", first, {*left[0], *left[1]})
    sources = {"tingkat": level, "jenis": kind, "jenis_teks": kind, **numbers, **days}
    sources["masa_bulan"] = builder.first("masa_bulan", "masa_tahun")
    table, remarks = finish(builder, isi, sources, left, _HUKUMAN)
    return table, [*remarks, *undated]


def _levels(builder: TableBuilder, level: str) -> list[Value]:
    """Read stated levels; one that cannot be read is a fault unless the column holds kinds."""
    if not level:
        return [None] * builder.size
    known = sentence_level_reader(builder.vocab)
    kinds = builder.vocab.nilai["jenis_hukuman"]

    def read(value: object) -> Cell:
        cell = known(value)
        text = text_of(value)
        if cell.salah and (text in kinds or builder.vocab.says("tidak_ada", text)):
            return BLANK
        return cell

    found = builder.read(level, read, tahan=_HUKUMAN)
    return confirmed(builder, level, found, known) if level == "tingkat_hukuman" else found


def _kinds(builder: TableBuilder, kind: str) -> list[Value]:
    """Read kinds; an unknown one is kept as text, since a stated level decides without it."""
    if not kind:
        return [None] * builder.size
    known = sentence_kind_reader(builder.vocab)
    found = builder.read(kind, lambda value: Cell(known(value).nilai), tahan=_HUKUMAN)
    if kind != "jenis_hukuman" or not builder.has(id_of(kind)):
        return found
    codes = {value: known(value).nilai for value in builder.distinct(id_of(kind))}
    raw = builder.raw(id_of(kind))
    found = [
        codes[code] if codes[code] in _FINER.get(value, ()) else value
        for value, code in zip(found, raw, strict=True)
    ]
    return confirmed(builder, kind, found, known)


def _unknown_sentence(builder: TableBuilder, fields: Sequence[str], i: int) -> Fault:
    words = " ".join(filter(None, (show(builder.raw(field)[i]) for field in fields)))
    return Fault(HUKUMAN_TAK_DIKENAL, {"nilai": words or EMPTY})


def _duration(builder: TableBuilder) -> list[Value]:
    months = builder.read("masa_bulan", _duration_reader(builder, "masa_bulan", 1))
    years = builder.read("masa_tahun", _duration_reader(builder, "masa_tahun", 12))
    total: list[Value] = []
    for a, b in zip(months, years, strict=True):
        known = [value for value in (a, b) if isinstance(value, int)]
        total.append(sum(known) or None)
    return total


def _duration_reader(builder: TableBuilder, bidang: str, months: int) -> Reader:
    """Return the reader of a length: a number in the column's unit, or with its own."""
    head = builder.column(bidang).kepala if builder.has(bidang) else ""

    def read(value: object) -> Cell:
        text = show(value)
        if not text or builder.vocab.says("tanpa", text):
            return BLANK
        unit = months
        if match := _YEARS.fullmatch(text):
            text, unit = match[1], 12
        elif match := _MONTHS.fullmatch(text):
            text, unit = match[1], months if text[-1].isdecimal() else 1
        number = to_number(text, grouped=False)
        if number is None or number < 0 or (number * unit) % 1:
            return Cell(None, Fault(NILAI_TAK_TERBACA, {"kolom": head, "nilai": show(value)}))
        return Cell(int(number * unit))

    return read


def _contradictions(
    builder: TableBuilder, tingkat: list[Value], jenis: list[Value], kind: str
) -> None:
    for i, (level, code) in enumerate(zip(tingkat, jenis, strict=True)):
        if level is None or code is None or (code, level) in builder.vocab.cocok:
            continue
        if isinstance(level, int) and isinstance(code, int) and not builder.ditolak[i]:
            isi = {"tingkat": label(TingkatHukuman(level)), "jenis": label(JenisHukuman(code))}
            builder.note(i, kind, Fault(HUKUMAN_BERTENTANGAN, isi))
