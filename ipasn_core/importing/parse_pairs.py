"""Codes beside words: they complete each other, confirm each other, or are a finding."""

from __future__ import annotations

from collections.abc import Collection

from ..model.cards_doubts import KODE_BEDA
from ..model.vocab import Pendidikan
from .layout_columns import id_of
from .parse_table import TableBuilder
from .parse_values import Fault, Reader, show
from .table import Value

DEGREES_ALIKE: Collection[frozenset[Value]] = (
    frozenset({int(Pendidikan.D4), int(Pendidikan.S1)}),
    frozenset({int(Pendidikan.D1), int(Pendidikan.SLTA)}),
)
"""Levels of education that SIASN's words take together: "S-1/D-IV", "SLTA/SMK/MA/D-I"."""


def confirmed(
    builder: TableBuilder,
    bidang: str,
    found: list[Value],
    codes: Reader,
    alike: Collection[frozenset[Value]] = (),
) -> list[Value]:
    """Fill the blanks of a column of words from its codes; tell where the two disagree.

    The words count: a code is a number that nobody looks at.

    Args:
        builder: The table.
        bidang: The field.
        found: What its words say.
        codes: Reads the codes.
        alike: Pairs of codes that one word may mean.
    """
    other = id_of(bidang)
    if not builder.has(other):
        return found
    raw = builder.raw(other)
    meant = {value: codes(value).nilai for value in builder.distinct(other)}
    wrong = {
        (value, code)
        for value, code in set(zip(found, raw, strict=True))
        if value is not None
        and meant[code] is not None
        and value != meant[code]
        and frozenset({value, meant[code]}) not in alike
    }
    if wrong:
        for i, pair in enumerate(zip(found, raw, strict=True)):
            if pair in wrong:
                isi = {
                    "kode": show(raw[i]),
                    "kolom_kode": builder.column(other).kepala,
                    "nama": show(builder.raw(bidang)[i]),
                    "kolom": builder.column(bidang).kepala,
                }
                builder.note(i, other, Fault(KODE_BEDA, isi))
    return builder.completed(bidang, found, other, codes)
