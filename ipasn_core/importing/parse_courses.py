"""Read histories of courses: kind, level, days and hours; one record a row."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.cards_doubts import TANGGAL_TERBALIK, TINGKAT_DIKLAT_TAK_TERBACA
from ..model.cards_values import JENIS_DIKLAT_TAK_DIKENAL
from ..model.finding import Finding
from ..model.vocab import PENGEMBANGAN, Bukti
from .layout import COURSE
from .parse_beside import Columns
from .parse_codes import course_kind_reader, course_level
from .parse_dates import written
from .parse_days import dates
from .parse_gaps import mark_later, mark_undated, mark_without_hours
from .parse_pairs import confirmed
from .parse_sets import (
    EMPTY,
    finish,
    is_blank,
    sort_rows,
    tidy,
)
from .parse_table import TableBuilder, Tahan
from .parse_values import Cell, Fault, hours_reader, show
from .table import TableRead, Value


def read_courses(builder: TableBuilder) -> tuple[TableRead, list[Finding]]:
    """Read a history of courses.

    Returns:
        The table, and remarks on the sheet as a whole.
    """
    kind = builder.first("jenis_diklat", "jenis")
    name = builder.first(*sorted(COURSE - {"jenis_diklat"}))
    number = builder.first("nomor_sertifikat", "nomor")
    jenis, jenis_teks = _course_kinds(builder, kind)
    of_row = [builder.rules.peta_diklat.get(v) if isinstance(v, int) else None for v in jenis]
    # A day or hours that cannot be read may be those that suffice: they are not known to be none.
    held: Tahan = [(bukti,) if bukti is not None else () for bukti in of_row]
    mulai, selesai, places = _course_dates(builder, held)
    isi: Columns = {
        "jenis": jenis,
        "jenis_teks": jenis_teks,
        "tingkat": [None] * builder.size,
        "nama": builder.texts(name),
        "mulai": mulai,
        "selesai": selesai,
        "jp": builder.read("jp", hours_reader(builder.vocab), tahan=held),
        "penyelenggara": builder.texts("penyelenggara"),
        "nomor": tidy(builder, number),
    }
    sources = {"jenis": kind, "jenis_teks": kind, "tingkat": name, "nama": name, "jp": "jp"}
    sources |= {"penyelenggara": "penyelenggara", "nomor": number, **places}
    content = [
        field for field in dict.fromkeys((kind, name, "jp", number, *places.values())) if field
    ]
    if not kind:
        # The sheet names the kind: a row is a record when it holds anything at all.
        isi["jenis"] = jenis = [
            None if is_blank(builder, content, i) else value for i, value in enumerate(jenis)
        ]
    left = sort_rows(
        builder,
        lambda i: jenis[i] is not None,
        [field for field in (kind, name) if field],
        content,
        lambda i: (kind, _unknown_kind(builder, kind, i)),
    )
    kinds = [builder.rules.peta_diklat.get(v) if isinstance(v, int) else None for v in jenis]
    _course_levels(builder, isi, kinds, name or kind)
    fields = ("selesai", "mulai", "tanggal", "tahun", "tahun_latihan")
    nobody = {*left[0], *left[1]}
    undated = mark_undated(builder, "Diklat", [mulai, selesai], fields, nobody)
    undated += mark_without_hours(builder, kinds, isi["jp"], nobody)
    ends = (places["selesai"] or places["mulai"], selesai), (places["mulai"], mulai)
    mark_later(builder, "Diklat", ends, nobody)
    _turned_dates(builder, mulai, selesai)
    bukti: tuple[Bukti, ...] = PENGEMBANGAN
    if not kind:
        of_sheet = builder.rules.peta_diklat.get(builder.layout.jenis_diklat)
        bukti = (of_sheet,) if of_sheet is not None else ()
    table, remarks = finish(builder, isi, sources, left, bukti, kinds)
    return table, [*remarks, *undated]


def _course_kinds(builder: TableBuilder, kind: str) -> tuple[list[Value], list[Value]]:
    if not kind:
        return [builder.layout.jenis_diklat] * builder.size, [None] * builder.size
    read = course_kind_reader(builder.vocab)
    jenis = builder.read(kind, lambda value: Cell(read(value).nilai), menolak=True)
    if kind == "jenis_diklat":
        jenis = confirmed(builder, kind, jenis, read)
    texts = builder.texts(kind)
    return jenis, [None if str(text).isdecimal() else text for text in texts]


def _unknown_kind(builder: TableBuilder, kind: str, i: int) -> Fault:
    return Fault(JENIS_DIKLAT_TAK_DIKENAL, {"nilai": show(builder.raw(kind)[i]) or EMPTY})


def _course_dates(
    builder: TableBuilder, held: Tahan
) -> tuple[list[Value], list[Value], dict[str, str]]:
    """Read first and last day; one column of dates may hold a span, a year stands in for both."""
    start = builder.first("mulai")
    end = builder.first("selesai")
    places = {"mulai": start, "selesai": end}
    if not end and builder.has("tanggal"):
        end = places["selesai"] = "tanggal"
    elif not start and builder.has("tanggal"):
        start = places["mulai"] = "tanggal"
    selesai = dates(builder, end, held)
    mulai = dates(builder, start, held, first=True)
    if end == "tanggal" and not start:
        first = dates(builder, "tanggal", held, first=True)
        mulai = [a if a != b else None for a, b in zip(first, selesai, strict=True)]
        places["mulai"] = "tanggal"
    if year_at := builder.first("tahun", "tahun_latihan"):
        years = dates(builder, year_at, held)
        selesai = [
            year if a is None and b is None else b
            for a, b, year in zip(mulai, selesai, years, strict=True)
        ]
        places["selesai"] = places["selesai"] or year_at
    return mulai, selesai, places


def _course_levels(
    builder: TableBuilder, isi: Columns, kinds: Sequence[Bukti | None], bidang: str
) -> None:
    known: dict[tuple[Value, Value], int | None] = {}
    for i, kind in enumerate(kinds):
        if kind is not Bukti.DIKLAT_KEPEMIMPINAN:
            continue
        spoken = (isi["jenis_teks"][i], isi["nama"][i])
        if spoken not in known:
            known[spoken] = course_level(builder.vocab, " ".join(str(t) for t in spoken if t))
        isi["tingkat"][i] = known[spoken]
        if known[spoken] is None and not builder.ditolak[i]:
            words = " ".join(str(t) for t in reversed(spoken) if t)
            builder.note(i, bidang, Fault(TINGKAT_DIKLAT_TAK_TERBACA, {"nilai": show(words)}))


def _turned_dates(builder: TableBuilder, mulai: list[Value], selesai: list[Value]) -> None:
    for i, (start, end) in enumerate(zip(mulai, selesai, strict=True)):
        if isinstance(start, int) and isinstance(end, int) and start > end:
            # Compared as far as both are known: 2021-03-01 does not come after "2021".
            unit = 10_000 if not end // 100 % 100 else 100 if not end % 100 else 1
            if start // unit > end // unit:
                isi = {"mulai": written(start), "selesai": written(end)}
                builder.note(i, builder.first("selesai", "tanggal"), Fault(TANGGAL_TERBALIK, isi))
