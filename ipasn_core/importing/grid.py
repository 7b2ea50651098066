"""`Grid`: cells put one by one, as formats written cell by cell need it, turned into a `Sheet`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ..errors import UserError
from .sheet import Cacat, Sheet, column_letter
from .xlsx_package import LIMITS, Limits, too_large
from .xlsx_scan import MAX_COLUMN, MAX_ROW

Merge = tuple[int, int, int, int]


class Grid:
    """A sheet being read: values by 0-based row and column, allocated only where there are any.

    Declared sizes are never believed: what counts is the rectangle round the values.

    Args:
        berkas: File name, for sentences.
        nama: Name of the sheet, None where the format has none.
        limits: How much it may hold.
    """

    def __init__(self, berkas: str, nama: str | None, limits: Limits = LIMITS) -> None:
        self._berkas = berkas
        self._nama = nama
        self._limits = limits
        self._rows: list[int] = []
        self._runs: list[int] = []  # how many values each row of `_rows` has
        self._cols: list[int] = []
        self._values: list[object] = []
        self._cacat: dict[tuple[int, int], Cacat] = {}
        self._merges: list[Merge] = []
        self.hidden: set[int] = set()

    def __len__(self) -> int:
        return len(self._values) + len(self._cacat)

    def put(self, row: int, col: int, value: object) -> None:
        """Put a value; None and empty text put nothing.

        Raises:
            UserError: Too many cells.
        """
        if isinstance(value, Cacat):
            self._cacat[(row, col)] = value
            self._check_size()
        elif value is not None and value != "":
            self.put_cells(row, (col,), (value,))

    def put_row(self, row: int, values: Iterable[object]) -> None:
        """Put values side by side from the first column on; none of them a `Cacat`.

        Raises:
            UserError: Too many cells.
        """
        cells = [
            (col, value) for col, value in enumerate(values) if value is not None and value != ""
        ]
        self.put_cells(row, [col for col, _ in cells], [value for _, value in cells])

    def put_cells(self, row: int, cols: Sequence[int], values: Sequence[object]) -> None:
        """Put values into columns of a row; none of them blank or a `Cacat`.

        Raises:
            UserError: Too many cells.
        """
        if self._rows and self._rows[-1] == row:
            self._runs[-1] += len(cols)
        else:
            self._rows.append(row)
            self._runs.append(len(cols))
        self._cols += cols
        self._values += values
        self._check_size()

    def _check_size(self) -> None:
        if len(self) > self._limits.cells:
            raise self._too_large(f"lembar berisi lebih dari {self._limits.cells} sel")

    def merge(self, row: int, col: int, down: int, across: int) -> None:
        """Remember that a cell covers rows below and columns beside it."""
        if down or across:
            self._merges.append((row, col, row + down, col + across))

    def sheet(self) -> Sheet:
        """Return the smallest rectangle round the values.

        A merge over rows gives its value to each of them.

        Raises:
            UserError: The values lie too far apart, or where no sheet has cells.
        """
        if not len(self):
            return Sheet(self._berkas, self._nama)
        top, left, bottom, right = self._box()
        # A value merged downwards stands in every row it covers.
        bottom = max(bottom, self._reach(bottom))
        if bottom >= MAX_ROW or right >= MAX_COLUMN:
            raise self._too_large("isi lembar melampaui 1.048.576 baris atau 16.384 kolom")
        height, width = bottom - top + 1, right - left + 1
        if height * width > self._limits.cells:
            first = f"{column_letter(left + 1)}{top + 1}"
            last = f"{column_letter(right + 1)}{bottom + 1}"
            raise self._too_large(f"isi lembar tersebar dari {first} sampai {last}")
        columns = self._columns(top, left, height, width)
        cacat = {(row - top, col - left): what for (row, col), what in self._cacat.items()}
        for row, col in cacat:
            columns[col][row] = None  # some readers give an error's words for its value
        merges = self._cut((top, left, bottom, right))
        fill_down(columns, cacat, merges)
        return Sheet(
            self._berkas,
            self._nama,
            True,
            top + 1,
            left + 1,
            tuple(columns),
            cacat,
            frozenset(row - top for row in self.hidden if top <= row <= bottom),
            merges,
        )

    def _box(self) -> Merge:
        """Return the rectangle round everything put."""
        rows = [row for row, many in zip(self._rows, self._runs, strict=True) if many]
        rows += [row for row, _ in self._cacat]
        cols = {*self._cols, *(col for _, col in self._cacat)}
        return min(rows), min(cols), max(rows), max(cols)

    def _columns(self, top: int, left: int, height: int, width: int) -> list[list[object]]:
        """Return the values as columns; of two put in one place the later one counts."""
        cells = np.full(height * width, None, dtype=object)
        values = np.empty(len(self._values), dtype=object)
        values[:] = self._values
        rows = np.repeat(np.array(self._rows, np.int64), np.array(self._runs, np.int64)) - top
        cells[(np.array(self._cols, np.int64) - left) * height + rows] = values
        columns: list[list[object]] = cells.reshape(width, height).tolist()
        return columns

    def _reach(self, bottom: int) -> int:
        """Return how far down merges that begin among the values really go, within reason."""
        ends = [row1 for row0, _, row1, _ in self._merges if row0 <= bottom]
        return bottom if not ends or max(ends) - bottom > _TAIL else max(ends)

    def _cut(self, box: Merge) -> tuple[Merge, ...]:
        top, left, bottom, right = box
        cut = []
        for row0, col0, row1, col1 in self._merges:
            row1, col1 = min(row1, bottom), min(col1, right)
            if row0 >= top and col0 >= left and row0 <= row1 and col0 <= col1:
                cut.append((row0 - top, col0 - left, row1 - top, col1 - left))
        return tuple(cut)

    def _too_large(self, what: str) -> UserError:
        return too_large(self._berkas, what)


_TAIL = 64
"""Rows a merge may reach below the last value and still be data rather than litter."""


def fill_down(
    columns: list[list[object]],
    cacat: dict[tuple[int, int], Cacat],
    gabungan: tuple[Merge, ...],
) -> None:
    """Give the value of a cell merged over rows to each of them, what is wrong with it too."""
    filled: set[tuple[int, int]] = set()
    for row0, col, row1, _ in gabungan:
        for row in range(row0 + 1, row1 + 1):
            if (row, col) in filled:
                break  # merges that overlap are no merges; never fill a cell twice
            filled.add((row, col))
            columns[col][row] = columns[col][row0]
            cacat.pop((row, col), None)
            if (row0, col) in cacat:
                cacat[(row, col)] = cacat[(row0, col)]
