"""What histories share, one record a row: rows without content or date; and degrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model.cards_tables import BARIS_TANPA_ISI
from ..model.cards_values import PENDIDIKAN_TAK_DIKENAL
from ..model.finding import Finding
from ..model.vocab import (
    Bukti,
    Pendidikan,
    label,
)
from .layout_heads import text_of
from .parse_beside import Columns, graduation
from .parse_days import shape_remarks
from .parse_gaps import mark_later, mark_undated
from .parse_statements import degrees
from .parse_table import TableBuilder
from .parse_values import (
    BLANK,
    Cell,
    Fault,
    read_text,
)
from .table import TableRead, Value

EMPTY = "(kosong)"


def tidy(builder: TableBuilder, bidang: str) -> list[Value]:
    """Read free text in which "-" is none: a number of a decree."""
    says = builder.vocab.says

    def read(value: object) -> Cell:
        cell = read_text(value)
        return BLANK if isinstance(cell.nilai, str) and says("tanpa", cell.nilai) else cell

    return builder.read(bidang, read)


def _none_words(builder: TableBuilder, bidang: str) -> list[bool]:
    """Tell for each row whether a field says in words that there is none."""
    if not bidang:
        return [False] * builder.size
    raw = builder.raw(bidang)
    says = {value: builder.vocab.says("tidak_ada", text_of(value)) for value in set(raw)}
    return [says[value] for value in raw]


def is_blank(builder: TableBuilder, bidang: Sequence[str], i: int) -> bool:
    """Tell whether a row has nothing in these fields, or only dashes."""
    for name in bidang:
        text = text_of(builder.raw(name)[i]) if builder.has(name) else ""
        if (text and not builder.vocab.says("tidak_ada", text)) or i in builder.faulty(name):
            return False
    return True


def sort_rows(
    builder: TableBuilder,
    essential: Callable[[int], bool],
    none_fields: Sequence[str],
    content: Sequence[str],
    fault: Callable[[int], tuple[str, Fault]],
) -> tuple[list[int], list[int]]:
    """Part the rows that lack what is essential: (said to be none, empty); refuse the others.

    Args:
        builder: The table.
        essential: Whether a row has what a record of its set cannot do without.
        none_fields: Fields in which words for none mean that the person has none.
        content: All fields of the record.
        fault: The field and fault of a row that is refused.
    """
    said = [_none_words(builder, name) for name in none_fields if builder.has(name)]
    none: list[int] = []
    empty: list[int] = []
    for i in range(builder.size):
        if essential(i) or builder.ditolak[i]:
            continue
        if is_blank(builder, content, i):
            (none if any(words[i] for words in said) else empty).append(i)
        else:
            bidang, what = fault(i)
            builder.note(i, bidang, what, menolak=True)
    return none, empty


def finish(
    builder: TableBuilder,
    isi: Columns,
    sources: dict[str, str],
    left: tuple[list[int], list[int]],
    bukti: tuple[Bukti, ...] = (),
    bukti_baris: Sequence[Bukti | None] = (),
) -> tuple[TableRead, list[Finding]]:
    """Return the history, and a remark on rows that hold nothing.

    A row that says "nihil" stays with no values: it names its person, who has none. A row that
    says nothing is left out.

    Args:
        builder: The table.
        isi: Its values.
        sources: Field of the record → field of the vocabulary.
        left: What `sort_rows` gave.
        bukti: Kinds of evidence the table speaks of.
        bukti_baris: Kind of each row, where rows differ.
    """
    none, empty = left
    for values in isi.values():
        for i in none:
            values[i] = None
    tahan = [
        (kind,) if kind is not None else bukti for kind in (bukti_baris or [None] * builder.size)
    ]
    gone = set(empty)
    table = builder.table(
        builder.layout.jenis,
        isi,
        sources,
        only=[i for i in range(builder.size) if i not in gone] if gone else None,
        bukti=bukti,
        bukti_baris=bukti_baris,
        temuan=builder.findings(tahan),
    )
    remarks = shape_remarks(builder)
    if empty:
        remarks.append(builder.remark(BARIS_TANPA_ISI, {"jumlah": str(len(empty))}))
    return table, remarks


# ---------------------------------------------------------------- degrees


def read_degrees(builder: TableBuilder) -> tuple[TableRead, list[Finding]]:
    """Read a history of degrees.

    Returns:
        The table, and remarks on the sheet as a whole.
    """
    level = builder.first("pendidikan", "pendidikan_nama")
    when = builder.first("tahun_lulus", "tanggal", "tahun")
    field = builder.first("jurusan", "pendidikan_nama")
    number = builder.first("nomor_ijazah", "nomor")
    sources = {"tingkat": level, "tingkat_teks": level, "sekolah": "sekolah", "nomor": number}
    sources |= {"bidang": field if field != level else "", "tanggal": when}
    isi: Columns = {
        "tingkat": degrees(builder, menolak=True),
        "tingkat_teks": builder.texts(level),
        "bidang": builder.texts(sources["bidang"]),
        "sekolah": builder.texts("sekolah"),
        "nomor": tidy(builder, number),
        "tanggal": graduation(builder, when),
    }
    unknown = {"nilai": EMPTY, "pilihan": ", ".join(map(label, Pendidikan))}
    left = sort_rows(
        builder,
        lambda i: isi["tingkat"][i] is not None,
        (),
        [name for name in dict.fromkeys(sources.values()) if name],
        lambda _i: (level, Fault(PENDIDIKAN_TAK_DIKENAL, unknown)),
    )
    nobody = {*left[0], *left[1]}
    undated = mark_undated(builder, "Ijazah", [isi["tanggal"]], [when], nobody)
    mark_later(builder, "Ijazah", [(when, isi["tanggal"])], nobody)
    table, remarks = finish(builder, isi, sources, left)
    return table, [*remarks, *undated]
