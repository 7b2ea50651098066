"""People as CSV: UTF-8, comma, decimal point; no text that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from typing import IO

from ..formatting import plain_number, plain_points
from ..scoring.year_state import YearState
from . import people
from .recap_sheet import DESIMAL, JenisSel, Lembar, Sel

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


def write_lembar(lembar: Lembar, target: IO[bytes]) -> None:
    """Write a recap, its figures as they are seen.

    Args:
        lembar: The recap.
        target: A binary file.
    """
    text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(_plain(column.nama) for column in lembar.kolom)
    kinds = [column.jenis for column in lembar.kolom]
    for row in lembar.baris:
        out.writerow(_figure(cell, jenis) for cell, jenis in zip(row.sel, kinds, strict=True))
    text.detach()


def _figure(cell: Sel, jenis: JenisSel) -> str:
    if cell is None or isinstance(cell, str):
        return _plain(cell)
    return plain_number(cell, DESIMAL[jenis])


def _plain(cell: people.Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int):
        return plain_points(cell)
    return "'" + cell if cell.startswith(RISKY) else cell
