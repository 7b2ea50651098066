"""`SeenTable`: rows and columns as they are seen, to be handed on: copied, or written to a file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from .record_table import Column, column_name

_PIXELS_A_LETTER = 7
_HUNDREDTH, _THOUSANDTH = Decimal("0.01"), Decimal("0.001")

Cell = str | Decimal


@dataclass(frozen=True, eq=False, slots=True)
class SeenTable:
    """Rows and columns as they are seen.

    Attributes:
        judul: What the table is called.
        columns: The columns, from left to right, the mark left out.
        records: int64[k], the records, in the order they are seen.
    """

    judul: str
    columns: tuple[Column, ...]
    records: NDArray[np.int64]

    @property
    def heads(self) -> list[tuple[str, int]]:
        """Titles as the window says them, with a width in characters."""
        return [(column_name(one), _letters(one)) for one in self.columns]

    @property
    def rows(self) -> Collection[list[Cell]]:
        """The rows, each made when it is gone through; may be gone through in the worker."""
        return _Rows(self)


@dataclass(frozen=True, eq=False, slots=True)
class _Rows:
    table: SeenTable

    def __len__(self) -> int:
        return len(self.table.records)

    def __contains__(self, row: object) -> bool:
        return any(row == one for one in self)

    def __iter__(self) -> Iterator[list[Cell]]:
        writers = [one.value or one.copied or one.text for one in self.table.columns]
        for record in self.table.records.tolist():
            yield [_cell(write(record)) for write in writers]


def _cell(value: str | int | Decimal) -> Cell:
    """Return what is written: points with two decimals, or three where they have them."""
    if isinstance(value, int):
        step = _THOUSANDTH if value % 10 else _HUNDREDTH
        return (Decimal(value) / 1000).quantize(step)
    return value


def _letters(column: Column) -> int:
    wide = max(column.width, column.most * 2 // 3)
    return max(len(column_name(column)) + 2, wide // _PIXELS_A_LETTER)
