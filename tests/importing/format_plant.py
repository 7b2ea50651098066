"""One small table written in every format, by hand where no library writes it."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
from dataclasses import dataclass

import xlwt

HEAD = ("NIP", "NAMA", "JP", "TANGGAL", "SAH")
NIP = "198203212011072700"
DAY = datetime.date(2021, 3, 17)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the planted table."""

    nip: str | float
    nama: str
    jp: float | str
    tanggal: datetime.date
    sah: bool


ROWS = (
    Row(NIP, "Nama Satu, S.Sos.", 24, DAY, True),
    Row(1.98203212011072e17, "Nama Dua", 12.5, DAY, False),
    Row(NIP, "Tersembunyi", 8, DAY, True),
    Row(NIP, "Galat", "#N/A", DAY, True),
)
HIDDEN, ERROR = 2, 3
"""Which of `ROWS` is hidden, and which has an error for its JP."""


def xls() -> bytes:
    """Old Excel; the sheet "Data", then a hidden one."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    day = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    sheet.write_merge(0, 0, 0, 4, "DAFTAR")
    for col, text in enumerate(HEAD):
        sheet.write(1, col, text)
    for row, one in enumerate(ROWS, 2):
        sheet.write(row, 0, one.nip)
        sheet.write(row, 1, one.nama)
        if one.jp == "#N/A":
            sheet.row(row).set_cell_error(2, 0x2A)
        else:
            sheet.write(row, 2, one.jp)
        sheet.write(row, 3, one.tanggal, day)
        sheet.write(row, 4, one.sah)
    sheet.row(2 + HIDDEN).hidden = True
    sheet.write_merge(6, 7, 1, 1, "Digabung ke bawah")
    sheet.write(7, 0, NIP)
    other = book.add_sheet("Rahasia")
    other.write(0, 0, "tersembunyi")
    other.visibility = 1
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def ods() -> bytes:
    """OpenDocument, as LibreOffice shapes it."""
    cells = [ods_row('<table:table-cell office:value-type="string" '
                      'table:number-columns-spanned="5"><text:p>DAFTAR</text:p>'
                      '</table:table-cell>')]  # fmt: skip
    cells.append(ods_row("".join(ods_text(text) for text in HEAD)))
    for place, one in enumerate(ROWS):
        truth = "true" if one.sah else "false"
        jp = (
            '<table:table-cell office:value-type="string" calcext:value-type="error">'
            "<text:p>#N/A</text:p></table:table-cell>"
            if one.jp == "#N/A"
            else f'<table:table-cell office:value-type="float" office:value="{one.jp}"/>'
        )
        nip = (
            ods_text(one.nip)
            if isinstance(one.nip, str)
            else f'<table:table-cell office:value-type="float" office:value="{one.nip!r}"/>'
        )
        inner = (
            f"{nip}{ods_text(one.nama)}{jp}"
            f'<table:table-cell office:value-type="date" office:date-value="{one.tanggal}"/>'
            f'<table:table-cell office:value-type="boolean" office:boolean-value="{truth}"/>'
        )
        cells.append(ods_row(inner, hidden=place == HIDDEN))
    merged = (
        '<table:table-cell/><table:table-cell office:value-type="string" '
        'table:number-rows-spanned="2"><text:p>Digabung ke bawah</text:p></table:table-cell>'
    )
    cells.append(ods_row(merged))
    cells.append(ods_row(ods_text(NIP) + "<table:covered-table-cell/>"))
    cells.append('<table:table-row table:number-rows-repeated="1048568"><table:table-cell '
                 'table:number-columns-repeated="16384"/></table:table-row>')  # fmt: skip
    content = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        "<office:automatic-styles>"
        '<style:style style:name="h" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Data">{"".join(cells)}</table:table>'
        '<table:table table:name="Rahasia" table:style-name="h">'
        f"{ods_row(ods_text('tersembunyi'))}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped_ods(content)


def zipped_ods(content: str) -> bytes:
    """Wrap a content.xml."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return made.getvalue()


def ods_text(text: str) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )


def ods_row(inner: str, *, hidden: bool = False) -> str:
    mark = ' table:visibility="collapse"' if hidden else ""
    return f"<table:table-row{mark}>{inner}</table:table-row>"


def xlsb() -> bytes:
    """Binary Excel: the fewest records that readers accept."""
    dimension = xlsb_record(148, struct.pack("<IIII", 0, 7, 0, 4))
    records = [xlsb_record(129), dimension, xlsb_record(145)]
    rows: list[tuple[bool, list[bytes]]] = [(False, [xlsb_text(0, "DAFTAR")])]
    rows.append((False, [xlsb_text(col, text) for col, text in enumerate(HEAD)]))
    for place, one in enumerate(ROWS):
        nip = xlsb_text(0, one.nip) if isinstance(one.nip, str) else xlsb_number(0, one.nip)
        jp = xlsb_error(2) if one.jp == "#N/A" else xlsb_number(2, float(one.jp))
        serial = float((one.tanggal - datetime.date(1899, 12, 30)).days)
        cells = [nip, xlsb_text(1, one.nama), jp, xlsb_number(3, serial, 1)]
        cells.append(xlsb_record(4, xlsb_head(4) + bytes([one.sah])))
        rows.append((place == HIDDEN, cells))
    rows.append((False, [xlsb_text(1, "Digabung ke bawah")]))
    rows.append((False, [xlsb_text(0, NIP)]))
    for row, (hidden, cells) in enumerate(rows):
        flags = bytes([0, 0x10 if hidden else 0, 0])
        body = struct.pack("<IIH", row, 0, 300) + flags + struct.pack("<I", 0)
        records += [xlsb_record(0, body), *cells]
    records += [xlsb_record(146), xlsb_record(177, struct.pack("<I", 1))]
    records += [
        xlsb_record(176, struct.pack("<IIII", 6, 7, 1, 1)),
        xlsb_record(178),
        xlsb_record(130),
    ]
    book = b"".join(
        [
            xlsb_record(131),
            xlsb_record(143),
            xlsb_record(156, struct.pack("<II", 0, 1) + xlsb_string("rId1") + xlsb_string("Data")),
            xlsb_record(
                156, struct.pack("<II", 1, 2) + xlsb_string("rId2") + xlsb_string("Rahasia")
            ),
            xlsb_record(144),
            xlsb_record(132),
        ]
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="rId{k}" Type="{kind}/{name}" Target="{target}"/>'
        for k, name, target in (
            (1, "worksheet", "worksheets/sheet1.bin"),
            (2, "worksheet", "worksheets/sheet2.bin"),
            (3, "styles", "styles.bin"),
        )
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{links}</Relationships>",
        )
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/styles.bin", xlsb_styles())
        archive.writestr("xl/worksheets/sheet1.bin", b"".join(records))
        hidden_sheet = [
            xlsb_record(129),
            dimension,
            xlsb_record(145),
            xlsb_record(146),
            xlsb_record(130),
        ]
        archive.writestr("xl/worksheets/sheet2.bin", b"".join(hidden_sheet))
    return made.getvalue()


def xlsb_styles() -> bytes:
    """Two formats of cells: none, and day-month-year."""
    plain = struct.pack("<HHHHH", 0xFFFF, 0, 0, 0, 0) + bytes(6)
    dated = struct.pack("<HHHHH", 0xFFFF, 14, 0, 0, 0) + bytes(6)
    parts = [xlsb_record(278), xlsb_record(617, struct.pack("<I", 2))]
    parts += [xlsb_record(47, plain), xlsb_record(47, dated), xlsb_record(618), xlsb_record(279)]
    return b"".join(parts)


def xlsb_record(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = b"", len(body)
    while True:
        low, size = size & 0x7F, size >> 7
        length += bytes([low | (0x80 if size else 0)])
        if not size:
            return head + length + body


def xlsb_head(col: int, style: int = 0) -> bytes:
    return struct.pack("<II", col, style)


def xlsb_string(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb_text(col: int, text: str) -> bytes:
    return xlsb_record(6, xlsb_head(col) + xlsb_string(text))


def xlsb_number(col: int, number: float, style: int = 0) -> bytes:
    return xlsb_record(5, xlsb_head(col, style) + struct.pack("<d", number))


def xlsb_error(col: int) -> bytes:
    return xlsb_record(3, xlsb_head(col) + b"\x2a")


def xml2003() -> bytes:
    """XML Spreadsheet 2003 that declares an absurd size and leaves places out."""
    lines = ['<Row><Cell ss:MergeAcross="4"><Data ss:Type="String">DAFTAR</Data></Cell></Row>']
    lines.append("<Row>" + "".join(_x_cell("String", text) for text in HEAD) + "</Row>")
    for place, one in enumerate(ROWS):
        hidden = ' ss:Hidden="1"' if place == HIDDEN else ""
        nip = _x_cell("String", one.nip) if isinstance(one.nip, str) else _x_cell("Number", one.nip)
        jp = _x_cell("Error", "#N/A") if one.jp == "#N/A" else _x_cell("Number", one.jp)
        cells = nip + _x_cell("String", one.nama) + jp
        cells += _x_cell("DateTime", f"{one.tanggal}T00:00:00.000")
        cells += _x_cell("Boolean", int(one.sah))
        lines.append(f"<Row{hidden}>{cells}</Row>")
    lines.append(
        '<Row><Cell ss:Index="2" ss:MergeDown="1"><Data ss:Type="String">Digabung ke bawah</Data>'
        "</Cell></Row>"
    )
    lines.append(f'<Row ss:Index="8">{_x_cell("String", NIP)}</Row>')
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<Worksheet ss:Name="Data"><Table ss:ExpandedColumnCount="34000000" '
        f'ss:ExpandedRowCount="6000000">{"".join(lines)}</Table></Worksheet>'
        f'<Worksheet ss:Name="Rahasia"><Table><Row>{_x_cell("String", "x")}</Row></Table>'
        "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>"
        "</Workbook>"
    ).encode()


def _x_cell(kind: str, value: object) -> str:
    return f'<Cell><Data ss:Type="{kind}">{value}</Data></Cell>'
