"""Read a table of people: what holds in the year, what it states, and appraisals."""

from __future__ import annotations

from ..model.cards_values import (
    ESELON_TAK_DIKENAL,
    JENIS_JABATAN_TAK_DIKENAL,
    JENJANG_TAK_DIKENAL,
    KEDUDUKAN_TAK_DIKENAL,
    KELAMIN_TAK_DIKENAL,
    STATUS_TAK_DIKENAL,
)
from ..model.finding import Card, Finding
from ..model.vocab import JenisJabatan, Jenjang
from .layout import POST
from .layout_columns import id_of
from .layout_heads import text_of
from .parse_appraisals import read_appraisals
from .parse_beside import Columns, dated_degrees, dated_sentences, leadership_courses
from .parse_checks import check_people
from .parse_codes import (
    code_reader,
    golongan_reader,
    silent_reader,
)
from .parse_days import shape_remarks
from .parse_names import names
from .parse_pairs import confirmed
from .parse_statements import read_statements
from .parse_table import TableBuilder
from .parse_values import BLANK, Reader
from .table import TableRead, Value
from .vocabulary import key

_CODED: dict[str, tuple[Card, str]] = {
    "jenis_kelamin": (KELAMIN_TAK_DIKENAL, ""),
    "status": (STATUS_TAK_DIKENAL, "kedudukan"),
    "kedudukan": (KEDUDUKAN_TAK_DIKENAL, "status"),
    "jenjang": (JENJANG_TAK_DIKENAL, "eselon"),
    "eselon": (ESELON_TAK_DIKENAL, "jenjang"),
}
"""Coded fields: the finding of an unknown spelling, and the field whose spellings offices write
here too, which it then fills."""

_HAS_IDS = frozenset({"jenjang", "eselon"})
_FUNCTIONAL = frozenset(int(one) for one in Jenjang if Jenjang.ESELON_V < one < Jenjang.PELAKSANA)
_FROM_JENJANG: dict[int, JenisJabatan] = {
    **{
        jenjang: JenisJabatan.STRUKTURAL if jenjang <= Jenjang.ESELON_V else JenisJabatan.FUNGSIONAL
        for jenjang in Jenjang
    },
    Jenjang.PELAKSANA: JenisJabatan.PELAKSANA,
}


def read_people(builder: TableBuilder) -> tuple[list[TableRead], list[Finding]]:
    """Read the table; what holds in no year alone becomes tables of records beside it.

    Returns:
        The table and those beside it, and remarks on the sheet as a whole.
    """
    isi: Columns = {}
    sources: dict[str, str] = {}
    _state(builder, isi, sources)
    read_statements(builder, isi, sources)
    beside = read_appraisals(builder, isi, sources)
    beside += [*dated_degrees(builder, isi, sources), *dated_sentences(builder, isi, sources)]
    courses, remarks = leadership_courses(builder)
    remarks += [*shape_remarks(builder), *check_people(builder, isi)]
    table = builder.table(
        "pegawai",
        isi,
        sources,
        lembar_pegawai=builder.has("nama") and builder.has(*POST),
        temuan=builder.findings(),
    )
    return [table, *beside, *courses], remarks


# ---------------------------------------------------------------- what holds in the year


def _state(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> None:
    if builder.has("nama"):
        isi["nama"] = names(builder)
    if builder.has("jabatan"):
        isi["jabatan"] = builder.texts("jabatan")
    if builder.has("golongan"):
        reader = golongan_reader(builder.vocab, ids=builder.column("golongan").id)
        isi["golongan"] = builder.read("golongan", reader)
        ids = golongan_reader(builder.vocab, ids=True)
        isi["golongan"] = confirmed(builder, "golongan", isi["golongan"], ids)
    for bidang in _CODED:
        if builder.has(bidang):
            found = builder.read(bidang, _coded_reader(builder, bidang, bidang))
            if builder.has(id_of(bidang)):
                reader = _coded_reader(builder, bidang, id_of(bidang))
                found = confirmed(builder, bidang, found, reader)
            isi[bidang] = found
    sources.update({name: name for name in isi})
    for bidang, (_, other) in _CODED.items():
        if other and builder.has(bidang):
            _fill_other(builder, isi, sources, bidang, other)
    _level_of_name(builder, isi, sources)
    _post(builder, isi, sources)
    _opd(builder, isi, sources)


def _coded_reader(builder: TableBuilder, bidang: str, column: str) -> Reader:
    card, other = _CODED[bidang]
    nilai = builder.vocab.nilai
    ids = builder.column(column).id and bidang in _HAS_IDS
    reader = code_reader(
        nilai[f"{bidang}_id" if ids else bidang],
        card,
        builder.vocab,
        also=nilai[other] if other else None,
    )
    if not ids:
        return reader
    says = builder.vocab.says
    return lambda value: BLANK if says("tanpa_eselon", text_of(value)) else reader(value)


def _fill_other(
    builder: TableBuilder, isi: Columns, sources: dict[str, str], bidang: str, other: str
) -> None:
    """Take from a column what belongs to its neighbour: "III.a" below "Jenjang" is an eselon."""
    list_, own = builder.vocab.nilai[other], builder.vocab.nilai[bidang]
    texts = [value for value in builder.distinct(bidang) if isinstance(value, str)]
    if not any(text in list_ and text not in own for text in texts):
        return
    read = silent_reader(list_)
    found = [
        read(value).nilai if isinstance(value, str) and value not in own else None
        for value in builder.raw(bidang)
    ]
    present = isi.get(other)
    if present is None:
        isi[other] = found
        sources[other] = bidang
    else:
        isi[other] = [a if a is not None else b for a, b in zip(present, found, strict=True)]


def _level_of_name(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> None:
    """Take the jenjang of SIASN's PPPK from the name of the post: "TERAMPIL - PERAWAT"."""
    if "jabatan" not in isi:
        return
    levels = builder.vocab.nilai["jenjang"].exact
    known = {
        post: code
        for post in set(isi["jabatan"])
        if isinstance(post, str)
        and " - " in post
        and (code := levels.get(key(post.partition(" - ")[0]), 0)) in _FUNCTIONAL
    }
    if not known:
        return
    own = isi.get("jenjang", [None] * builder.size)
    faulty = builder.faulty("jenjang")
    isi["jenjang"] = [
        known.get(str(post)) if level is None and i not in faulty else level
        for i, (level, post) in enumerate(zip(own, isi["jabatan"], strict=True))
    ]
    sources.setdefault("jenjang", "jabatan")


def _level_of_kind(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> None:
    """Take the jenjang from the column of kinds where that names it: "Administrator"."""
    levels, kinds = builder.vocab.nilai["jenjang"], builder.vocab.nilai["jenis_jabatan"]
    known: dict[object, int] = {}
    for value in builder.distinct("jenis_jabatan"):
        if isinstance(value, str) and value.strip():
            code = levels.find(value)
            if code is not None and (code <= Jenjang.PENGAWAS or value not in kinds):
                known[value] = code
    if known:
        own = isi.get("jenjang", [None] * builder.size)
        faulty = builder.faulty("jenjang")
        isi["jenjang"] = [
            known.get(raw) if level is None and i not in faulty else level
            for i, (level, raw) in enumerate(zip(own, builder.raw("jenis_jabatan"), strict=True))
        ]
        sources.setdefault("jenjang", "jenis_jabatan")


def _post(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> None:
    """Read the kind of post; where its cell is blank it follows from jenjang or eselon."""
    jenis: list[Value] = [None] * builder.size
    if builder.has("jenis_jabatan"):
        ids = builder.column("jenis_jabatan").id
        list_ = builder.vocab.nilai["jenis_jabatan_id" if ids else "jenis_jabatan"]
        levels = None if ids else builder.vocab.nilai["jenjang"]
        reader = code_reader(list_, JENIS_JABATAN_TAK_DIKENAL, builder.vocab, also=levels)
        jenis = builder.read("jenis_jabatan", reader, menolak=True)
        codes = silent_reader(builder.vocab.nilai["jenis_jabatan_id"])
        jenis = confirmed(builder, "jenis_jabatan", jenis, codes)
        sources["jenis_jabatan"] = "jenis_jabatan"
        if levels is not None:
            _level_of_kind(builder, isi, sources)
    elif not isi.keys() & {"jenjang", "eselon"}:
        return
    faulty = builder.faulty("jenis_jabatan")
    jenjang, eselon = isi.get("jenjang"), isi.get("eselon")
    if None in jenis:
        jenis = [
            value
            if value is not None or i in faulty
            else _derived(jenjang[i] if jenjang else None, eselon[i] if eselon else None)
            for i, value in enumerate(jenis)
        ]
    isi["jenis_jabatan"] = jenis
    sources.setdefault("jenis_jabatan", builder.first("jenjang", "eselon"))


def _derived(jenjang: Value, eselon: Value) -> Value:
    if isinstance(jenjang, int):
        return int(_FROM_JENJANG[jenjang])
    return int(JenisJabatan.STRUKTURAL) if eselon is not None else None


def _opd(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> None:
    """Read the OPD; what its column leaves blank, title and section lines name.

    A hierarchy of units leads from the lowest unit, which an export names, to the OPD.
    """
    values: list[Value] = [None] * builder.size
    if builder.has("opd"):
        values = builder.texts("opd")
        dashes = {text for text in set(values) if builder.vocab.says("tanpa", str(text or ""))}
        if dashes:
            values = [None if text in dashes else text for text in values]
        sources["opd"] = "opd"
    if builder.hierarki is not None and builder.has("unor_id", "opd"):
        units = builder.raw("unor_id") if builder.has("unor_id") else [None] * builder.size
        found = map(builder.hierarki.opd, units, values)
        values = [opd or value for opd, value in zip(found, values, strict=True)]
        sources.setdefault("opd", "unor_id")
    if None in values and (builder.rows.opd or builder.layout.opd):
        lines = _section_lines(builder)
        values = [a if a is not None else b for a, b in zip(values, lines, strict=True)]
    if "opd" in sources or any(value is not None for value in values):
        isi["opd"] = values


def _section_lines(builder: TableBuilder) -> list[Value]:
    """Return for each row the OPD that the last section line above it, or the title, names."""
    lines = [*builder.rows.opd, (builder.sheet.jumlah_baris, "")]
    at, current = 0, builder.layout.opd or None
    values: list[Value] = []
    for row in builder.rows.nomor:
        while lines[at][0] < row:
            current = lines[at][1]
            at += 1
        values.append(current)
    return values
