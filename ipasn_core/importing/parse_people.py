"""Read a table of people: what holds in the year, what it states, and appraisals."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.catalogue import (
    ESELON_TAK_DIKENAL,
    JENIS_JABATAN_TAK_DIKENAL,
    JENJANG_TAK_DIKENAL,
    KEDUDUKAN_TAK_DIKENAL,
    KELAMIN_TAK_DIKENAL,
    STATUS_TAK_DIKENAL,
)
from ..model.evidence import tahun_dari
from ..model.finding import Card
from ..model.vocab import Bukti, JenisJabatan, Jenjang, slug
from .layout import APPRAISAL, DEGREE, POST, SENTENCE, STATE, STATEMENTS
from .layout_heads import text_of
from .parse_beside import Columns, dated_degrees, dated_sentences
from .parse_codes import (
    appraisal_code_reader,
    code_reader,
    golongan_reader,
    idea_reader,
    mark_reader,
    only_marks,
    silent_reader,
    statement_reader,
)
from .parse_dates import date_reader
from .parse_table import TableBuilder, names
from .parse_values import BLANK, Cell, Reader, appraisal_reader
from .table import TableRead, Value

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
_FROM_JENJANG: dict[int, JenisJabatan] = {
    **{
        jenjang: JenisJabatan.STRUKTURAL if jenjang <= Jenjang.ESELON_V else JenisJabatan.FUNGSIONAL
        for jenjang in Jenjang
    },
    Jenjang.PELAKSANA: JenisJabatan.PELAKSANA,
}


def read_people(builder: TableBuilder) -> list[TableRead]:
    """Read the table; degrees and sentences with a date become tables of records beside it."""
    isi: Columns = {}
    sources: dict[str, str] = {}
    _state(builder, isi, sources)
    _statements(builder, isi, sources)
    _appraisals(builder, isi, sources)
    beside = [*dated_degrees(builder, isi, sources), *dated_sentences(builder, isi, sources)]
    table = builder.table(
        "pegawai",
        isi,
        sources,
        lembar_pegawai=builder.has("nama") and builder.has(*POST),
        temuan=builder.findings(),
    )
    return [table, *beside]


# ---------------------------------------------------------------- what holds in the year


def _state(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> None:
    if builder.has("nama"):
        isi["nama"] = names(builder)
    if builder.has("jabatan"):
        isi["jabatan"] = builder.texts("jabatan")
    if builder.has("golongan"):
        reader = golongan_reader(builder.vocab, ids=builder.column("golongan").id)
        isi["golongan"] = builder.read("golongan", reader)
    for bidang in _CODED:
        if builder.has(bidang):
            isi[bidang] = builder.read(bidang, _coded_reader(builder, bidang))
    sources.update({name: name for name in isi})
    for bidang, (_, other) in _CODED.items():
        if other and builder.has(bidang):
            _fill_other(builder, isi, sources, bidang, other)
    _post(builder, isi, sources)
    _opd(builder, isi, sources)


def _coded_reader(builder: TableBuilder, bidang: str) -> Reader:
    card, other = _CODED[bidang]
    nilai = builder.vocab.nilai
    ids = builder.column(bidang).id and bidang in _HAS_IDS
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


def _post(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> None:
    """Read the kind of post; where its cell is blank it follows from jenjang or eselon."""
    jenis: list[Value] = [None] * builder.size
    if builder.has("jenis_jabatan"):
        ids = builder.column("jenis_jabatan").id
        list_ = builder.vocab.nilai["jenis_jabatan_id" if ids else "jenis_jabatan"]
        reader = code_reader(list_, JENIS_JABATAN_TAK_DIKENAL, builder.vocab)
        jenis = builder.read("jenis_jabatan", reader, menolak=True)
        sources["jenis_jabatan"] = "jenis_jabatan"
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
    """Read the OPD; without a column, title and section lines name it."""
    if builder.has("opd"):
        isi["opd"] = builder.texts("opd")
        sources["opd"] = "opd"
    elif builder.rows.opd or builder.layout.opd:
        lines = [*builder.rows.opd, (builder.sheet.jumlah_baris, "")]
        at, current = 0, builder.layout.opd or None
        values: list[Value] = []
        for row in builder.rows.nomor:
            while lines[at][0] < row:
                current = lines[at][1]
                at += 1
            values.append(current)
        isi["opd"] = values


# ---------------------------------------------------------------- statements


def _statements(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> None:
    chosen = {
        Bukti.PENDIDIKAN: builder.first("pendidikan", "pendidikan_nama"),
        Bukti.HUKUMAN: builder.first("tingkat_hukuman", "hukuman", "jenis_hukuman"),
        **{Bukti[name.upper()]: name for name in sorted(STATEMENTS) if builder.has(name)},
    }
    for bukti, bidang in chosen.items():
        if not bidang:
            continue
        column = builder.column(bidang)
        reader = statement_reader(bukti, builder.vocab, column.kepala, ids=column.id)
        if bidang in STATEMENTS and only_marks(builder.distinct(bidang), builder.vocab):
            reader = mark_reader
        name = f"pernyataan.{slug(bukti)}"
        isi[name] = builder.read(bidang, reader)
        sources[name] = bidang


def _head(builder: TableBuilder, bidang: str) -> str:
    return builder.column(bidang).kepala if builder.has(bidang) else ""


# ---------------------------------------------------------------- appraisals


def _appraisals(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> None:
    if not builder.has(*APPRAISAL):
        return
    listed = not builder.has(*STATE, *STATEMENTS, *SENTENCE, *DEGREE)
    essential = {"nilai", "predikat"} if builder.has("nilai", "predikat") else {"skp", "perilaku"}
    found: Columns = {}
    for bidang in ("nilai", "skp", "perilaku", "predikat", "hasil", "perilaku_kerja"):
        if builder.has(bidang):
            reader = _appraisal_reader(builder, bidang)
            found[bidang] = builder.read(bidang, reader, menolak=listed and bidang in essential)
    if builder.has("ide_baru"):
        found["ide_baru"] = builder.read("ide_baru", idea_reader(builder.vocab))
    if builder.has("dasar"):
        found["dasar"] = builder.read("dasar", _appraisal_reader(builder, "dasar"))
    where = {name: name for name in found}
    if "nilai" in found and not builder.has("predikat"):
        read = silent_reader(builder.vocab.nilai["predikat"])
        steps = [read(v).nilai if isinstance(v, str) else None for v in builder.raw("nilai")]
        if any(step is not None for step in steps):
            found["predikat"] = steps
            where["predikat"] = "nilai"
    if builder.has("tahun"):
        found["tahun"] = _years(builder, listed=listed)
        where["tahun"] = "tahun"
    # Without its number, or its year, the rest of an appraisal would be taken for what it is not.
    for i in builder.faulty("nilai", "tahun"):
        for values in found.values():
            values[i] = None
    isi.update({f"penilaian.{name}": values for name, values in found.items()})
    sources.update({f"penilaian.{name}": source for name, source in where.items()})


def _appraisal_reader(builder: TableBuilder, bidang: str) -> Reader:
    column = builder.column(bidang)
    if bidang not in ("nilai", "skp", "perilaku"):
        return appraisal_code_reader(bidang, builder.vocab, column.kepala, ids=column.id)
    number = appraisal_reader(column.kepala, builder.rules.batas_atas_nilai, builder.vocab)
    if bidang != "nilai" or builder.has("predikat"):
        return number
    predikat = builder.vocab.nilai["predikat"]

    def read(value: object) -> Cell:
        return BLANK if isinstance(value, str) and value in predikat else number(value)

    return read


def _years(builder: TableBuilder, *, listed: bool) -> list[Value]:
    reader = date_reader(_head(builder, "tahun"), builder.vocab)
    dates: Sequence[Value] = builder.read("tahun", reader, menolak=listed)
    return [tahun_dari(date) if isinstance(date, int) else None for date in dates]
