"""A recap as a cross table: groups below each other, those of the second key side by side."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from ipasn_core.reports.recap_groups import Recap, RecapRow, grouping_name
from ipasn_core.reports.recap_sheet import Besaran, crossed, written

from .recap_columns import KELOMPOK, RecapRecords, ordered
from .record_table import Column, Paint, Records, Tone

SELURUHNYA = "seluruhnya"
NOBODY = "–"
_PART = "bagian:"
_WIDTH = 76

Values = Sequence[Fraction | None]


def part_of(key: str) -> str | None:
    """Return the group of the second key that a column is of; None for the others."""
    return key.removeprefix(_PART) if key.startswith(_PART) else None


def cross_records(recap: Recap, figure: Besaran) -> RecapRecords:
    """Return the cross table of a figure, and its last row: everybody of each column."""
    assert recap.seluruh is not None
    pairs = [crossed(recap, figure, group) for group in recap.kelompok]
    across = [row.kunci[0] for row in recap.kolom]
    own = [figure.nilai(row) for row in recap.kolom]
    table = _records(recap, figure, recap.kelompok, across, list(zip(*pairs, strict=True)))
    foot = _records(recap, figure, (recap.seluruh,), across, [(value,) for value in own], True)
    return RecapRecords(recap.kelompok, table, foot)


def _records(
    recap: Recap,
    figure: Besaran,
    rows: tuple[RecapRow, ...],
    across: Sequence[str],
    values: Sequence[Values],
    whole: bool = False,
) -> Records:
    listed = np.arange(len(rows), dtype=np.int64)
    name = Column(
        KELOMPOK,
        grouping_name(recap.per[0]),
        lambda record: rows[record].kunci[0],
        lambda: listed,
        232,
        Paint.STRONG if whole else Paint.MEDIUM,
        fixed=True,
        most=420,
    )
    group = grouping_name(recap.per[1])
    columns = (
        name,
        *(
            _values(figure, _PART + title, title, column, group, Tone.HEAD if whole else Tone.PLAIN)
            for title, column in zip(across, values, strict=True)
        ),
        _values(
            figure, SELURUHNYA, "Seluruhnya", [figure.nilai(row) for row in rows], "", Tone.HEAD
        ),
    )
    return Records(
        np.arange(1, len(rows) + 1, dtype=np.int64),
        columns,
        lambda: listed,
        lambda record: rows[record].kunci[0].casefold(),
    )


def _values(
    figure: Besaran, key: str, title: str, values: Values, group: str, tone: Tone
) -> Column:
    def text(record: int) -> str:
        value = values[record]
        return NOBODY if value is None else written(value, figure.jenis)

    return Column(
        key,
        title,
        text,
        # A pair without people comes before all others.
        lambda: ordered([Fraction(-1) if value is None else value for value in values]),
        _WIDTH,
        group=group,
        right=True,
        tone=lambda record: tone if values[record] else Tone.QUIET,
        spoken=lambda record: "tidak ada pegawai" if values[record] is None else text(record),
    )
