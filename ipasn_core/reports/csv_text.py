"""People as CSV: UTF-8, comma, decimal point; no text that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from typing import IO

from ..formatting import plain_points
from ..scoring.year_state import YearState
from . import people

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so gets a leading apostrophe; the importer takes exactly that off again."""


def write_csv(state: YearState, target: IO[bytes]) -> None:
    """Write one row a person.

    Args:
        state: The year.
        target: A binary file.
    """
    text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(people.columns(state))
    out.writerows([_plain(cell) for cell in row] for row in people.rows(state))
    text.detach()


def _plain(cell: people.Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int):
        return plain_points(cell)
    return "'" + cell if cell.startswith(RISKY) else cell
