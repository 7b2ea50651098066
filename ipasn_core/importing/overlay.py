"""What calamine does not tell of a sheet, laid over what it reads: one way for .ods and .xlsb."""

from __future__ import annotations

from dataclasses import dataclass, field

import python_calamine as calamine

from ..progress import Progress
from .grid import Grid, Merge
from .sheet import Cacat, Sheet

_EVERY = 4096


@dataclass(slots=True)
class Notes:
    """What the reader of a format found beside the values, by 0-based place.

    Attributes:
        cacat: What is wrong with a cell.
        truths: Booleans that calamine takes for numbers.
        merges: Row, column, rows below and columns beside that a cell covers.
        hidden: Hidden rows.
    """

    cacat: dict[tuple[int, int], Cacat] = field(default_factory=dict)
    truths: dict[tuple[int, int], bool] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)


def to_sheet(source: calamine.CalamineSheet, note: Notes, berkas: str, progress: Progress) -> Sheet:
    """Return a sheet of calamine's values with the notes over them.

    Raises:
        UserError: Beyond the limits of `Grid`.
    """
    grid = Grid(berkas, source.name)
    for row, values in enumerate(source.iter_rows()):
        if row % _EVERY == 0:
            progress(f"Membaca {berkas}", row, source.height)
        grid.put_row(row, values)
    for (row, col), truth in note.truths.items():
        grid.put(row, col, truth)
    for (row, col), what in note.cacat.items():
        grid.put(row, col, what)
    for row, col, down, across in note.merges:
        grid.merge(row, col, down, across)
    grid.hidden |= note.hidden
    return grid.sheet()
