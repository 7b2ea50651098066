"""The workbook to hand out: sheets to fill in, with Excel's own checks, and a page of instructions.

What those checks let pass, the importer takes without a galat finding: the drop-down lists are the
names of our own codes, the numbers end where the scale ends, and the check of an NIP asks for what
reading asks for. Nothing but widths and formats is written below a head, so that a sheet nobody
filled in has no rows.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Literal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from .template_fields import PETUNJUK, PILIHAN, Isian, Lembar
from .vocabulary import FIELDS

HEAD_ROW = 4
LAST_ROW = 1_048_576
MAX_INLINE = 255
"""Characters of a list that Excel takes inside a check; a longer one has to lie in cells."""

TANDA_WAJIB = PatternFill("solid", fgColor="DCE6F4")
TANDA = PatternFill("solid", fgColor="E7E9EE")
BOLD, TITLE, QUIET = Font(bold=True), Font(bold=True, size=14), Font(color="5B6270")
TOP = Alignment(wrap_text=True, vertical="top")
_KINDS: Mapping[str, Literal["decimal", "whole", "date"]] = {
    "angka": "decimal",
    "bulat": "whole",
    "tanggal": "date",
}
_STAMP = (1980, 1, 1, 0, 0, 0)

Baris = Mapping[str, str]
"""One person to begin with: field of the vocabulary → text."""


@dataclass(frozen=True, slots=True)
class Template:
    """What to hand out.

    Attributes:
        judul: Whom and which year it is for, one line a sheet's first rows show.
        untuk: Agency or perangkat daerah, empty if unknown.
        lembar: The sheets to fill in.
        petunjuk: Paragraphs of instructions; one that ends with ":" is a heading.
        pegawai: People to begin with, on the sheets that list people.
    """

    judul: str
    untuk: str
    lembar: Sequence[Lembar]
    petunjuk: Sequence[str]
    pegawai: Sequence[Baris] = ()


def write_template(target: IO[bytes], template: Template) -> None:
    """Write the workbook; the same template gives the same bytes.

    Args:
        target: A binary file for the .xlsx.
        template: What to hand out.
    """
    book = Workbook()
    book.properties.creator = "IPASN"
    book.properties.created = dt.datetime(*_STAMP)  # noqa: DTZ001 - no moment at all
    page = book.active
    assert isinstance(page, Worksheet)
    _write_instructions(page, template)
    long = _long_lists(template.lembar)
    for lembar in template.lembar:
        _write_sheet(book.create_sheet(lembar.nama), lembar, template, long)
    if long:
        _write_choices(book.create_sheet(PILIHAN), long)
    whole = io.BytesIO()
    book.save(whole)
    _rewrap(whole, target)


def inline(pilihan: Sequence[str]) -> str | None:
    """Return a list as a check holds it, None where it is too long for that."""
    text = ",".join(pilihan)
    return f'"{text}"' if len(text) <= MAX_INLINE else None


def nip_check(cell: str) -> str:
    """Return the formula that holds for a possible NIP in a cell: 18 digits, dates, sex, serial.

    A cell of a number loses what lies beyond its fifteenth digit, hence nine each way; a text
    that is no day in the order of ISO makes an error, which is a refusal too. Day 73000 is in 2099.
    Excel takes 255 characters.
    """
    nine = '"000000000"'
    return (
        f"AND(TEXT(0+LEFT({cell},9),{nine})&TEXT(0+RIGHT({cell},9),{nine})={cell},"
        f'0+TEXT(0+LEFT({cell},8),"0000-00-00")<73000,ABS(MID({cell},9,4)-2000)<50,'
        f"MIN(ABS(MID({cell},13,2)-6.5),1+ABS(MID({cell},13,2)-25))<6,"
        f'ABS(MID({cell},15,1)-1.5)<1,RIGHT({cell},3)>"000")'
    )


def _long_lists(sheets: Sequence[Lembar]) -> dict[str, tuple[str, ...]]:
    """Return the lists that have to lie in cells, by field."""
    return {
        isian.bidang: isian.pilihan
        for lembar in sheets
        for isian in lembar.isian
        if isian.pilihan and inline(isian.pilihan) is None
    }


# ---------------------------------------------------------------- sheets


def _write_instructions(page: Worksheet, template: Template) -> None:
    page.title = PETUNJUK
    page.column_dimensions["A"].width = 100
    page.sheet_view.showGridLines = False
    for row, text in enumerate((template.judul, template.untuk, "", *template.petunjuk), start=1):
        cell = _put(page, row, 1, text)
        cell.alignment = TOP
        if row == 1:
            cell.font = TITLE
        elif text.endswith(":"):
            cell.font = BOLD


def _write_sheet(
    sheet: Worksheet, lembar: Lembar, template: Template, long: Mapping[str, Sequence[str]]
) -> None:
    for row, text in enumerate((template.judul, template.untuk, lembar.catatan), start=1):
        _put(sheet, row, 1, text).font = (TITLE, BOLD, QUIET)[row - 1]
    for at, isian in enumerate(lembar.isian, start=1):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = isian.lebar
        head = _put(sheet, HEAD_ROW, at, FIELDS[isian.bidang])
        head.font, head.alignment = BOLD, TOP
        head.fill = TANDA_WAJIB if isian.wajib else TANDA
        if isian.format:
            sheet.column_dimensions[letter].number_format = isian.format
        check = _check(isian, letter, long)
        if check is not None:
            sheet.add_data_validation(check)
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, lembar.tetap + 1).coordinate
    if lembar.pegawai:
        for row, person in enumerate(template.pegawai, start=HEAD_ROW + 1):
            for at, isian in enumerate(lembar.isian, start=1):
                if known := person.get(isian.bidang):
                    cell = _put(sheet, row, at, known)
                    if isian.format:
                        cell.number_format = isian.format


def _check(isian: Isian, letter: str, long: Mapping[str, Sequence[str]]) -> DataValidation | None:
    """Return the check of a column, None where anything may be written."""
    first = f"{letter}{HEAD_ROW + 1}"
    if isian.pilihan:
        source = inline(isian.pilihan)
        if source is None:
            at = get_column_letter(list(long).index(isian.bidang) + 1)
            source = f"{PILIHAN}!${at}$2:${at}${len(isian.pilihan) + 1}"
        check = DataValidation("list", formula1=source)
    elif isian.jenis == "nip":
        check = DataValidation("custom", formula1=nip_check(first))
    elif isian.jenis == "teks":
        return None
    else:
        low, high = (_limit(one) for one in isian.batas)
        check = DataValidation(_KINDS[isian.jenis], operator="between", formula1=low, formula2=high)
    check.allow_blank = True
    check.showErrorMessage, check.errorStyle = True, "stop"
    check.errorTitle, check.error = "Tidak sesuai", isian.galat
    check.showInputMessage = bool(isian.petunjuk)
    check.promptTitle, check.prompt = FIELDS[isian.bidang][:32], isian.petunjuk
    check.add(f"{first}:{letter}{LAST_ROW}")
    return check


def _limit(value: int | dt.date) -> str:
    """Write the end of a span as a check holds it: a day as a spreadsheet counts days."""
    if isinstance(value, dt.date):
        return str((value - dt.date(1899, 12, 30)).days)
    return str(value)


def _write_choices(sheet: Worksheet, long: Mapping[str, Sequence[str]]) -> None:
    for at, (bidang, texts) in enumerate(long.items(), start=1):
        sheet.column_dimensions[get_column_letter(at)].width = 40
        _put(sheet, 1, at, f"Pilihan {FIELDS[bidang]}").font = BOLD
        for row, text in enumerate(texts, start=2):
            _put(sheet, row, at, text)


def _put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a text as text, whatever it begins with."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if text:
        cell.value = text
        cell.data_type = "s"
    return cell


# ---------------------------------------------------------------- bytes


def _rewrap(source: IO[bytes], target: IO[bytes]) -> None:
    """Copy an archive without the moments it was made at."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _without_modified(data)
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)


def _without_modified(core: bytes) -> bytes:
    """Cut the element that says when the workbook was saved."""
    before, _, rest = core.partition(b"<dcterms:modified")
    return before + rest.partition(b"</dcterms:modified>")[2]
