"""Write what was kept out as a workbook to be corrected in place and imported again."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

KOLOM_TEMUAN = ("Alamat", "Temuan", "Perbaikan", "ID Temuan")
WIDTHS = (34, 60, 60, 20)

MAX_NAME = 31
MAX_ROWS = 1_048_576
MAX_TEXT = 32_767
ILLEGAL_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
RESERVED_NAMES = {"history"}
# From here on a number cannot be told from one whose last digits were lost: an NIP typed as such.
LONG_NUMBER = 10**11

MARK = PatternFill("solid", fgColor="FFD6D6")
HEAD = PatternFill("solid", fgColor="E7E9EE")
BOLD = Font(bold=True)
COMMENT = (150, 320)
"""Height and width of a comment, pixels."""

MOST_COMMENTS = 10_000
"""On one sheet: each takes a drawing, and what they say stands in the last columns too."""

WRAP = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was kept out, wholly or in some of its values.

    Args:
        nilai: The raw values of the row, under the columns of the sheet.
        cacat: 0-based columns to mark → what their comment says.
        alamat: Where the row came from: `a.xlsx · Lembar · baris 12`.
        pesan: What is wrong.
        perbaikan: What to do about it.
        id: The finding's id, by which the corrected row closes it.
        atas: What a line above the row said of it, such as its OPD; empty if nothing.
    """

    nilai: Sequence[object]
    cacat: Mapping[int, str]
    alamat: str
    pesan: str
    perbaikan: str
    id: str
    atas: str = ""


@dataclass(frozen=True, slots=True)
class RefusedTable:
    """The refused rows of one sheet, under that sheet's own header."""

    nama: str
    kepala: Sequence[str]
    baris: Sequence[RefusedRow]


def write_refused(target: IO[bytes], tabel: Sequence[RefusedTable]) -> None:
    """Write one sheet a table.

    Args:
        target: A binary file for the .xlsx.
        tabel: At least one table.

    Raises:
        ValueError: There is no table.
    """
    if not tabel:
        raise ValueError("nothing was refused")
    book = Workbook(write_only=True)
    book.properties.creator = "IPASN"
    used: set[str] = set()
    for table in tabel:
        for rows in _pieces(table.baris):
            _write_table(book.create_sheet(_sheet_name(table.nama, used)), table, rows)
    book.save(target)


def _pieces(rows: Sequence[RefusedRow]) -> Iterable[Sequence[RefusedRow]]:
    """Cut what does not fit below one header; no rows still make one piece."""
    size = MAX_ROWS - 1
    return [rows[at : at + size] for at in range(0, max(len(rows), 1), size)]


def _write_table(sheet: Worksheet, table: RefusedTable, rows: Sequence[RefusedRow]) -> None:
    own = len(table.kepala)
    if tuple(table.kepala[-len(KOLOM_TEMUAN) :]) == KOLOM_TEMUAN:
        own -= len(KOLOM_TEMUAN)  # refused a second time: the old remarks have had their day
    else:
        own = max([own, *(len(row.nilai) for row in rows)])
    head = [*table.kepala[:own], *[""] * (own - len(table.kepala[:own])), *KOLOM_TEMUAN]
    for column, width in enumerate(WIDTHS, start=own + 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for column in range(1, own + 1):
        width = min(max(len(head[column - 1]) + 4, 14), 40)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_head_cell(sheet, text) for text in head])
    left, above = MOST_COMMENTS, ""
    for row in rows:
        if row.atas != above:
            above = row.atas
            sheet.append([_text_cell(sheet, above)])
        values = [*row.nilai[:own], *[None] * (own - len(row.nilai[:own]))]
        cells = [_cell(sheet, value, column in row.cacat) for column, value in enumerate(values)]
        for column, text in row.cacat.items() if left > 0 else ():
            _say(cells[column], text)
            left -= 1
        remarks = (row.alamat, row.pesan, row.perbaikan, row.id)
        sheet.append([*cells, *(_cell(sheet, text, marked=False) for text in remarks)])


def _head_cell(sheet: Worksheet, text: str) -> Cell:
    cell = _text_cell(sheet, text)
    cell.font, cell.fill, cell.alignment = BOLD, HEAD, WRAP
    return cell


def _cell(sheet: Worksheet, value: object, marked: bool) -> object:
    """Write a value as it was stored; what is typed over an NIP must become text again.

    Most values need no looks of their own and go in bare: a styled cell costs ten times as much.
    """
    cell: Cell
    if isinstance(value, int | float) and math.isfinite(value):
        if not marked and abs(value) < LONG_NUMBER:
            return value
        cell = WriteOnlyCell(sheet, value=value)
        as_text = abs(value) >= LONG_NUMBER
    elif isinstance(value, dt.date | dt.time | dt.timedelta):
        cell = WriteOnlyCell(sheet)
        cell.value = value
        as_text = False
    else:
        text = "" if value is None else str(value)
        as_text = text.strip().lstrip("'").isdecimal() or (marked and not text)
        if not marked and not as_text and text.isprintable() and text[:1] not in ("=", "#"):
            return text[:MAX_TEXT] or None
        cell = _text_cell(sheet, text)
    if as_text:
        cell.number_format = "@"
    if marked:
        cell.fill = MARK
    return cell


def _say(cell: object, text: str) -> None:
    if isinstance(cell, Cell) and text:
        cell.comment = Comment(text, "IPASN", height=COMMENT[0], width=COMMENT[1])


def _text_cell(sheet: Worksheet, text: str) -> Cell:
    """Write a text as text: never a formula, never an error, whatever it begins with."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)[:MAX_TEXT]
    cell = WriteOnlyCell(sheet, value=clean or None)
    if clean:
        cell.data_type = "s"
    return cell


def _sheet_name(wanted: str, used: set[str]) -> str:
    """Make a legal sheet name that is not in use, and note it in `used`."""
    legal = ILLEGAL_IN_NAME.sub(" ", wanted).strip().strip("'")[:MAX_NAME].strip().strip("'")
    if not legal or legal.lower() in RESERVED_NAMES:
        legal = f"Lembar {legal}".strip()
    name, number = legal, 1
    while name.lower() in used:
        number += 1
        ending = f" ({number})"
        name = legal[: MAX_NAME - len(ending)].rstrip() + ending
    used.add(name.lower())
    return name
