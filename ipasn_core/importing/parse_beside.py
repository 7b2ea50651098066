"""Records that a wide table holds in passing: a degree with its year, a sentence with its date.

A statement holds for the measured year whatever its date. Where a wide table does tell the date
it must not be lost: a degree of a later year does not count, nor a sentence of long ago.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model.cards_tables import KOLOM_DIABAIKAN
from ..model.finding import Finding
from ..model.vocab import Bentuk, JenisDiklat
from .layout import YEAR_BESIDE
from .layout_heads import text_of
from .parse_codes import course_level, sentence_kind_reader
from .parse_dates import date_reader
from .parse_days import dates
from .parse_table import TableBuilder
from .parse_values import hours_reader, split_year
from .table import TableRead, Value

Columns = dict[str, list[Value]]


def dated_degrees(builder: TableBuilder, isi: Columns, sources: dict[str, str]) -> list[TableRead]:
    """Turn degrees that have a year of graduation from statements into records."""
    stated = isi.get("pernyataan.pendidikan")
    if stated is None or not builder.has("tahun_lulus"):
        return []
    when = graduation(builder, "tahun_lulus")
    level = builder.first("pendidikan", "pendidikan_nama")
    field = builder.first("jurusan", "pendidikan_nama")
    records: Columns = {
        "tingkat": [value[1] if isinstance(value, tuple) else None for value in stated],
        "tingkat_teks": builder.texts(level),
        "bidang": builder.texts(field if field != level else ""),
        "sekolah": builder.texts("sekolah"),
        "nomor": builder.texts("nomor_ijazah"),
        "tanggal": when,
    }
    places = {"tingkat": level, "tingkat_teks": level, "bidang": field, "tanggal": "tahun_lulus"}
    places |= {"sekolah": "sekolah", "nomor": "nomor_ijazah"}
    dated = _take(builder, stated, [when])
    _forget(isi, sources, "pernyataan.pendidikan")
    return [builder.table("pendidikan", records, places, only=dated)] if dated else []


def graduation(builder: TableBuilder, bidang: str) -> list[Value]:
    """Read days of graduation; a year beside them fills the blanks."""
    found = dates(builder, bidang)
    if bidang != "tahun_lulus" or not builder.has(YEAR_BESIDE):
        return found
    year = date_reader(builder.column(YEAR_BESIDE).kepala, builder.vocab)
    return builder.completed(bidang, found, YEAR_BESIDE, year)


def dated_sentences(
    builder: TableBuilder, isi: Columns, sources: dict[str, str]
) -> list[TableRead]:
    """Turn sentences that have a date from statements into records."""
    stated = isi.get("pernyataan.hukuman")
    if stated is None:
        return []
    level = sources["pernyataan.hukuman"]
    kind = builder.first("jenis_hukuman") or level
    tmt, decree = dates(builder, "tmt"), dates(builder, "tanggal_sk")
    years = {value: split_year(text_of(value))[1] or None for value in builder.distinct(level)}
    dating = any(years.values()) or builder.has("tmt", "tanggal_sk")
    if not dating and not builder.has("nomor_sk", "jenis_hukuman"):
        _forget(isi, sources, "pernyataan.hukuman")
        return []
    if any(years.values()):
        tmt = [
            years[raw] if day is None and other is None else day
            for raw, day, other in zip(builder.raw(level), tmt, decree, strict=True)
        ]
    read_kind = sentence_kind_reader(builder.vocab)
    kinds = {
        value: None if kind == level and text_of(value).isdecimal() else read_kind(value).nilai
        for value in builder.distinct(kind)
    }
    records: Columns = {
        "tingkat": [value[1] if isinstance(value, tuple) else None for value in stated],
        "jenis": [kinds[raw] for raw in builder.raw(kind)],
        "jenis_teks": builder.texts(kind),
        "nomor_sk": builder.texts("nomor_sk"),
        "tanggal_sk": decree,
        "tmt": tmt,
    }
    places = {"tingkat": level, "jenis": kind, "jenis_teks": kind}
    places |= {name: name for name in ("nomor_sk", "tanggal_sk")}
    places["tmt"] = "tmt" if builder.has("tmt") else level
    dated = _take(builder, stated, [tmt, decree])
    _forget(isi, sources, "pernyataan.hukuman")
    return [builder.table("hukuman", records, places, only=dated)] if dated else []


def leadership_courses(builder: TableBuilder) -> tuple[list[TableRead], list[Finding]]:
    """Turn the leadership course that a list of ranks names beside each person into records.

    Returns:
        The records, and a remark where the column names courses whose kind nobody can tell.
    """
    if not builder.has("nama_diklat"):
        return [], []
    levels = {
        value: course_level(builder.vocab, text_of(value))
        for value in builder.distinct("nama_diklat")
    }
    tingkat: list[Value] = [levels[raw] for raw in builder.raw("nama_diklat")]
    says = builder.vocab.says
    unknown = [
        value
        for value, level in levels.items()
        if level is None and text_of(value) and not says("tidak_ada", text_of(value))
    ]
    remarks = []
    if unknown:
        column = builder.column("nama_diklat")
        isi = {"kolom": f"{column.huruf} (“{column.kepala}”)"}
        remarks.append(builder.remark(KOLOM_DIABAIKAN, isi))
    rows = [i for i in range(builder.size) if tingkat[i] is not None and not builder.ditolak[i]]
    if not rows:
        return [], remarks
    kind = builder.rules.peta_diklat.get(JenisDiklat.STRUKTURAL)
    records: Columns = {
        "jenis": [int(JenisDiklat.STRUKTURAL)] * builder.size,
        "tingkat": tingkat,
        "nama": builder.texts("nama_diklat"),
        "selesai": dates(builder, "tahun_latihan"),
        "jp": builder.read("jp", hours_reader(builder.vocab)),
    }
    places = {"tingkat": "nama_diklat", "nama": "nama_diklat", "selesai": "tahun_latihan"}
    places["jp"] = "jp"
    kinds = [kind] * builder.size
    table = builder.table("pengembangan", records, places, only=rows, bukti_baris=kinds)
    return [table], remarks


def _take(
    builder: TableBuilder, stated: list[Value], dates: Sequence[Sequence[Value]]
) -> list[int]:
    """Take the statements of a value with a date out of their column; return their rows."""
    found = [
        i
        for i, value in enumerate(stated)
        if isinstance(value, tuple)
        and value[0] == Bentuk.NILAI
        and not builder.ditolak[i]
        and any(column[i] is not None for column in dates)
    ]
    for i in found:
        stated[i] = None
    return found


def _forget(isi: Columns, sources: dict[str, str], name: str) -> None:
    """Drop a column that says nothing any more."""
    if not any(isi[name]):
        del isi[name], sources[name]
