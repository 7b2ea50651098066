"""Write a `Berkas` into a folder, in the format it asks for."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

import xlwt
from openpyxl import Workbook
from openpyxl.utils import range_boundaries

from tests.importing import format_plant as plant
from tests.importing.kiriman.kiriman import Berkas, Buku, Galat, Lembar, Mentah, Rumus

_ERRORS = {"#N/A": 0x2A, "#REF!": 0x17, "#DIV/0!": 0x07, "#NAME?": 0x1D, "#VALUE!": 0x0F}
_SS = "urn:schemas-microsoft-com:office:spreadsheet"


def tulis(folder: Path, berkas: Berkas) -> Path:
    """Write a file and return where it lies."""
    path = folder / berkas.nama
    data = berkas.isi if isinstance(berkas, Mentah) else _WRITERS[berkas.jenis](berkas)
    path.write_bytes(data)
    return path


def _xlsx(buku: Buku) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for one in buku.lembar:
        sheet = book.create_sheet(one.nama)
        for row, cells in enumerate(one.isi, 1):
            for col, value in enumerate(cells, 1):
                if value is None:
                    continue
                cell = sheet.cell(row, col)
                cell.value = value.teks if isinstance(value, (Galat, Rumus)) else value
                if isinstance(value, Galat):
                    cell.data_type = "e"
                elif isinstance(value, str):
                    cell.data_type = "s"  # what begins with "=" is text where it is said to be
        for area in one.gabung:
            sheet.merge_cells(area)
        for row in one.baris_tersembunyi:
            sheet.row_dimensions[row].hidden = True
        for letter in one.kolom_tersembunyi:
            sheet.column_dimensions[letter].hidden = True
        if one.tersembunyi:
            sheet.sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _xls(buku: Buku) -> bytes:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    for one in buku.lembar:
        sheet = book.add_sheet(one.nama)
        merges = _merges(one)
        for row, cells in enumerate(one.isi):
            for col, value in enumerate(cells):
                if isinstance(value, Galat):
                    sheet.row(row).set_cell_error(col, _ERRORS[value.teks])
                elif (row, col) in merges:
                    bottom, right = merges[row, col]
                    sheet.write_merge(row, bottom, col, right, value)
                elif isinstance(value, dt.date):
                    sheet.write(row, col, value, day)
                elif value is not None:
                    sheet.write(row, col, value)
        for row in one.baris_tersembunyi:
            sheet.row(row - 1).hidden = True
        sheet.visibility = int(one.tersembunyi)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _merges(sheet: Lembar) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Return 0-based top left → 0-based bottom right."""
    found = {}
    for area in sheet.gabung:
        left, top, right, bottom = map(int, range_boundaries(area))  # type: ignore[arg-type]
        found[top - 1, left - 1] = (bottom - 1, right - 1)
    return found


def _ods(buku: Buku) -> bytes:
    tables = []
    for one in buku.lembar:
        merges = _merges(one)
        lines = []
        for row, cells in enumerate(one.isi):
            inner = "".join(
                _ods_cell(value, merges.get((row, col)), row, col)
                for col, value in enumerate(cells)
            )
            lines.append(plant.ods_row(inner, hidden=row + 1 in one.baris_tersembunyi))
        style = ' table:style-name="h"' if one.tersembunyi else ""
        name = f'table:name="{escape(one.nama)}"'
        tables.append(f"<table:table {name}{style}>{''.join(lines)}</table:table>")
    return plant.zipped_ods(
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        '<office:automatic-styles><style:style style:name="h" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def _ods_cell(value: object, merge: tuple[int, int] | None, row: int, col: int) -> str:
    span = ""
    if merge is not None:
        span = (
            f' table:number-rows-spanned="{merge[0] - row + 1}"'
            f' table:number-columns-spanned="{merge[1] - col + 1}"'
        )
    if value is None:
        return f"<table:table-cell{span}/>"
    if isinstance(value, Galat):
        return (
            f'<table:table-cell{span} office:value-type="string" calcext:value-type="error">'
            f"<text:p>{value.teks}</text:p></table:table-cell>"
        )
    if isinstance(value, dt.date):
        return (
            f'<table:table-cell{span} office:value-type="date" '
            f'office:date-value="{value.isoformat()}"/>'
        )
    if isinstance(value, (int, float)):
        return f'<table:table-cell{span} office:value-type="float" office:value="{value!r}"/>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell{span} office:value-type="string">{lines}</table:table-cell>'


def _xlsb(buku: Buku) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = [f'<Relationship Id="rId0" Type="{kind}/styles" Target="styles.bin"/>']
    names = []
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "xl/styles.bin": plant.xlsb_styles(),
    }
    for n, one in enumerate(buku.lembar, 1):
        links.append(
            f'<Relationship Id="rId{n}" Type="{kind}/worksheet" Target="worksheets/sheet{n}.bin"/>'
        )
        names.append(
            plant.xlsb_record(
                156,
                struct.pack("<II", int(one.tersembunyi), n)
                + plant.xlsb_string(f"rId{n}")
                + plant.xlsb_string(one.nama),
            )
        )
        parts[f"xl/worksheets/sheet{n}.bin"] = _xlsb_sheet(one)
    record = plant.xlsb_record
    parts["xl/workbook.bin"] = b"".join(
        [record(131), record(143), *names, record(144), record(132)]
    )
    parts["xl/_rels/workbook.bin.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(links)}</Relationships>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return made.getvalue()


def _xlsb_sheet(sheet: Lembar) -> bytes:
    record = plant.xlsb_record
    width = max(map(len, sheet.isi))
    size = struct.pack("<IIII", 0, len(sheet.isi) - 1, 0, width - 1)
    records = [record(129), record(148, size), record(145)]
    for row, cells in enumerate(sheet.isi):
        hidden = row + 1 in sheet.baris_tersembunyi
        flags = bytes([0, 0x10 if hidden else 0, 0])
        records.append(record(0, struct.pack("<IIH", row, 0, 300) + flags + struct.pack("<I", 0)))
        records += [_xlsb_cell(col, one) for col, one in enumerate(cells) if one is not None]
    records.append(record(146))
    merges = _merges(sheet)
    if merges:
        records.append(record(177, struct.pack("<I", len(merges))))
        records += [
            record(176, struct.pack("<IIII", top, bottom, left, right))
            for (top, left), (bottom, right) in merges.items()
        ]
        records.append(record(178))
    return b"".join([*records, record(130)])


def _xlsb_cell(col: int, value: object) -> bytes:
    if isinstance(value, Galat):
        return plant.xlsb_error(col)
    if isinstance(value, dt.date):
        return plant.xlsb_number(col, float((value - dt.date(1899, 12, 30)).days), 1)
    if isinstance(value, (int, float)):
        return plant.xlsb_number(col, float(value))
    return plant.xlsb_text(col, str(value))


def _xml2003(buku: Buku) -> bytes:
    sheets = []
    for one in buku.lembar:
        merges = _merges(one)
        lines = []
        for row, cells in enumerate(one.isi):
            inner = []
            for col, value in enumerate(cells):
                if value is not None:
                    span = ""
                    if (row, col) in merges:
                        bottom, right = merges[row, col]
                        span = f' ss:MergeDown="{bottom - row}" ss:MergeAcross="{right - col}"'
                    inner.append(f'<Cell ss:Index="{col + 1}"{span}>{_xml_data(value)}</Cell>')
            hidden = ' ss:Hidden="1"' if row + 1 in one.baris_tersembunyi else ""
            if inner:
                lines.append(f'<Row ss:Index="{row + 1}"{hidden}>{"".join(inner)}</Row>')
        shown = (
            "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
            if one.tersembunyi
            else ""
        )
        sheets.append(
            f'<Worksheet ss:Name="{escape(one.nama)}"><Table ss:ExpandedColumnCount="34000000" '
            f'ss:ExpandedRowCount="6000000">{"".join(lines)}</Table>{shown}</Worksheet>'
        )
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{_SS}" xmlns:ss="{_SS}" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel">{"".join(sheets)}</Workbook>'
    ).encode()


def _xml_data(value: object) -> str:
    if isinstance(value, Galat):
        return f'<Data ss:Type="Error">{value.teks}</Data>'
    if isinstance(value, dt.date):
        return f'<Data ss:Type="DateTime">{value.isoformat()}T00:00:00.000</Data>'
    if isinstance(value, (int, float)):
        return f'<Data ss:Type="Number">{value!r}</Data>'
    return f'<Data ss:Type="String">{escape(str(value))}</Data>'


def _html(buku: Buku) -> bytes:
    tables = []
    for one in buku.lembar:
        merges = _merges(one)
        covered = {
            (row, col)
            for (top, left), (bottom, right) in merges.items()
            for row in range(top, bottom + 1)
            for col in range(left, right + 1)
        } - merges.keys()
        lines = []
        for row, cells in enumerate(one.isi):
            inner = []
            for col, value in enumerate(cells):
                if (row, col) in covered:
                    continue
                span = ""
                if (row, col) in merges:
                    bottom, right = merges[row, col]
                    span = f" rowspan={bottom - row + 1} colspan={right - col + 1}"
                text = "" if value is None else escape(str(value)).replace("\n", "<br>")
                inner.append(f"<td{span}>{text}</td>")
            lines.append(f"<tr>{''.join(inner)}</tr>")
        tables.append(f"<table border=1>{''.join(lines)}</table>")
    return f"<html><body>{''.join(tables)}</body></html>".encode()


_WRITERS: Mapping[str, Callable[[Buku], bytes]] = {
    "xlsx": _xlsx,
    "xls": _xls,
    "ods": _ods,
    "xlsb": _xlsb,
    "xml2003": _xml2003,
    "html": _html,
}
