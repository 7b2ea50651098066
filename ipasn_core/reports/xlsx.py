"""People as a workbook: texts are text cells, points are real numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from ..progress import Progress, silent
from ..scoring.year_state import YearState
from . import people
from .recap_sheet import JenisSel, Lembar, Sel, Tingkat

_WIDTHS = {"nip": 21, "nama": 34, "jabatan": 38, "opd": 44, "belum": 40, "indeks": 10}
_WIDTH = 14
_STRIDE = 1000


def write_xlsx(state: YearState, target: IO[bytes], progress: Progress = silent) -> None:
    """Write one row a person.

    Args:
        state: The year.
        target: A binary file.
        progress: Told every thousand rows.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(f"IPASN {state.tahun}")
    heads = people.columns(state)
    for at, head in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(head, _WIDTH)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(state.roster) + 1}"
    sheet.append([_head(sheet, head) for head in heads])
    for number, row in enumerate(people.rows(state)):
        sheet.append([_cell(sheet, cell) for cell in row])
        if number % _STRIDE == 0:
            progress("Menulis", number, len(state.roster))
    book.save(target)


_FORMATS = {
    JenisSel.BULAT: "#,##0",
    JenisSel.NILAI: "#,##0.00",
    JenisSel.SELISIH: "+0.00;-0.00;0.00",
    JenisSel.PERSEN: "0.0%",
}
_GROUP = 44


def write_lembar(lembar: Lembar, target: IO[bytes]) -> None:
    """Write a recap: figures are exact numbers that are shown as on the screen.

    Args:
        lembar: The recap.
        target: A binary file.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Rekapitulasi")
    for at, column in enumerate(lembar.kolom, start=1):
        wide = _GROUP if column.jenis is JenisSel.TEKS and column.kelompok else _WIDTH
        sheet.column_dimensions[get_column_letter(at)].width = wide
    names = sum(column.kelompok for column in lembar.kolom)
    sheet.freeze_panes = f"{get_column_letter(names + 1)}2"
    sheet.append([_head(sheet, column.nama) for column in lembar.kolom])
    for row in lembar.baris:
        bold = row.tingkat in (Tingkat.KEPALA, Tingkat.JUMLAH)
        cells = zip(row.sel, lembar.kolom, strict=True)
        sheet.append([_figure(sheet, cell, column.jenis, bold=bold) for cell, column in cells])
    book.save(target)


def _figure(sheet: WriteOnlyWorksheet, value: Sel, jenis: JenisSel, *, bold: bool) -> object:
    if value is None:
        return None
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, value)
        cell.data_type = "s"
    else:
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        cell = WriteOnlyCell(sheet)
        cell.value = exact / 100 if jenis is JenisSel.PERSEN else exact
        cell.number_format = _FORMATS[jenis]
    if bold:
        cell.font = Font(bold=True)
    return cell


def _head(sheet: WriteOnlyWorksheet, text: str) -> object:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: people.Cell) -> object:
    if value is None:
        return None
    if isinstance(value, int):
        return Decimal(value) / 1000
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"  # a text that begins with "=" would become a formula
    return cell
