"""A list as it is seen, as a workbook or as CSV: a row of heads, and rows of texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from ..progress import Progress, silent
from .csv_text import RISKY

_STRIDE = 1000


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to be written.

    Attributes:
        judul: Name of the sheet.
        kepala: Heads, with the width of their column in characters.
        baris: Rows of texts, one text a head.
    """

    judul: str
    kepala: Sequence[tuple[str, int]]
    baris: Sequence[Sequence[str]]


def write_listing_xlsx(listing: Listing, target: IO[bytes], progress: Progress = silent) -> None:
    """Write a list as a workbook of one sheet; every cell is a text.

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
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, text)
            cell.data_type = "s"  # a text that begins with "=" would become a formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cells.append(cell)
        sheet.append(cells)
        if number % _STRIDE == 0:
            progress("Menulis", number, len(listing.baris))
    book.save(target)


def write_listing_csv(listing: Listing, target: IO[bytes]) -> None:
    """Write a list as CSV: UTF-8, comma; no text that a spreadsheet takes for a formula."""
    text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=True)
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow([head for head, _ in listing.kepala])
    out.writerows(map(_plain, listing.baris))
    text.detach()


def _plain(row: Iterable[str]) -> list[str]:
    return ["'" + cell if cell.startswith(RISKY) else cell for cell in row]
