"""A list as it is seen, as a workbook or as CSV: a row of heads, and rows of texts and numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from ..progress import Progress, silent
from .csv_text import RISKY

_STRIDE = 1000

Cell = str | Decimal
"""A text, or a number with the decimals that are seen."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to be written.

    Attributes:
        judul: Name of the sheet.
        kepala: Heads, with the width of their column in characters.
        baris: Rows, a cell a head; may be made as they are written.
        lipat: Whether long texts are wrapped.
    """

    judul: str
    kepala: Sequence[tuple[str, int]]
    baris: Collection[Sequence[Cell]]
    lipat: bool = True


def write_listing_xlsx(listing: Listing, target: IO[bytes], progress: Progress = silent) -> None:
    """Write a list as a workbook of one sheet: texts are text cells, numbers real numbers.

    Args:
        listing: The list.
        target: A binary file.
        progress: Told every thousand rows.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(listing.judul)
    for at, (_, width) in enumerate(listing.kepala, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "A2"
    last = get_column_letter(len(listing.kepala))
    sheet.auto_filter.ref = f"A1:{last}{len(listing.baris) + 1}"
    heads = []
    for text, _ in listing.kepala:
        head = WriteOnlyCell(sheet, text)
        head.font = Font(bold=True)
        heads.append(head)
    sheet.append(heads)
    for number, row in enumerate(listing.baris):
        sheet.append([_cell(sheet, value, wrap=listing.lipat) for value in row])
        if number % _STRIDE == 0:
            progress("Menulis", number, len(listing.baris))
    book.save(target)


def _cell(sheet: WriteOnlyWorksheet, value: Cell, *, wrap: bool) -> object:
    cell = WriteOnlyCell(sheet)
    cell.value = value
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and exponent < 0:
            cell.number_format = "0." + "0" * -exponent
        return cell
    cell.data_type = "s"  # a text that begins with "=" would become a formula
    if wrap:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def write_listing_csv(listing: Listing, target: IO[bytes]) -> None:
    """Write a list as CSV: UTF-8, comma, decimal point; no text that is taken for a formula."""
    text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=True)
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow([head for head, _ in listing.kepala])
    out.writerows(map(_plain, listing.baris))
    text.detach()


def _plain(row: Iterable[Cell]) -> list[str]:
    return [_text(cell) for cell in row]


def _text(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return "'" + cell if cell.startswith(RISKY) else cell
