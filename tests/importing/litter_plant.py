"""One person, and paint down to row 500,000 and out to the last column, in every format.

And values that really lie so far apart, which are beyond what is read.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import xlwt

from tests.importing import format_plant as plant
from tests.importing import hostile_plant as hostile

HEADS = ("NIP", "Nama", "Jenis Jabatan")
ANI = (hostile.ANI, "Ani", "Pelaksana")
LAST = 500_000

_ROW = plant.ods_row
_OPEN = '<table:table-row table:number-rows-repeated="{}">'
_PAINT = '<table:table-cell table:style-name="ce1"'
_BLANK_TEXT = f'{_PAINT} office:value-type="string"{{}}><text:p></text:p></table:table-cell>'


def _line(texts: tuple[str, ...]) -> str:
    return "".join(map(plant.ods_text, texts))


_PERSON = _ROW(_line(HEADS)) + _ROW(_line(ANI))


def _ods_painted() -> bytes:
    """Return LibreOffice's way: repeated rows and cells, with a style and nothing in them."""
    out = f'{_PAINT} table:number-columns-repeated="16381"/>'
    down = f"{_OPEN.format(LAST)}<table:table-cell/>{_PAINT}/></table:table-row>"
    rest = f'{_OPEN.format(548_574)}{_PAINT} table:number-columns-repeated="16384"/>'
    return hostile.ods(
        _ROW(_line(HEADS)) + _ROW(_line(ANI) + out) + down + f"{rest}</table:table-row>"
    )


def _ods_blank_formulas() -> bytes:
    """Return formulas whose result is an empty text, down to row 500,000."""
    formula = _BLANK_TEXT.format(' table:formula="of:=&quot;&quot;" office:string-value=""')
    down = f"{_OPEN.format(LAST)}<table:table-cell/>{formula}</table:table-row>"
    return hostile.ods(_PERSON + down)


def _ods_zipped(*, kind: bool) -> bytes:
    """Return an archive whose kind comes last and compressed, or not at all."""
    source = zipfile.ZipFile(io.BytesIO(hostile.ods(_PERSON)))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("content.xml", "META-INF/manifest.xml", *(["mimetype"] if kind else [])):
            archive.writestr(name, source.read(name))
    return made.getvalue()


def _xlsb(painted: bytes) -> bytes:
    record = plant.xlsb_record
    cells = [
        part
        for row, texts in enumerate((HEADS, ANI))
        for part in (_xlsb_row(row), *(plant.xlsb_text(col, one) for col, one in enumerate(texts)))
    ]
    size = struct.pack("<IIII", 0, LAST - 1, 0, 16_383)
    body = [record(129), record(148, size), record(145), *cells, painted, record(146), record(130)]
    source = zipfile.ZipFile(io.BytesIO(plant.xlsb()))
    parts = {name: source.read(name) for name in source.namelist()}
    parts["xl/worksheets/sheet1.bin"] = b"".join(body)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def _xlsb_row(row: int) -> bytes:
    head = struct.pack("<IIH", row, 0, 300) + bytes(3) + struct.pack("<I", 0)
    return plant.xlsb_record(0, head)


def _xlsb_painted() -> bytes:
    blank, far = (plant.xlsb_record(1, struct.pack("<II", col, 0)) for col in (11, 16_383))
    down = b"".join(_xlsb_row(row) + blank for row in range(2, LAST, 499))
    return _xlsb(far + down + _xlsb_row(LAST - 1) + blank)


def _xls_painted() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    paint = xlwt.easyxf("pattern: pattern solid, fore_colour yellow")
    for row, texts in enumerate((HEADS, ANI)):
        for col, text in enumerate(texts):
            sheet.write(row, col, text)
    for row in (*range(2, 65_536, 97), 65_535):
        sheet.write(row, 11, None, paint)
    for col in range(3, 256):
        sheet.write(1, col, None, paint)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _xml2003_painted() -> bytes:
    lines = [
        "".join(f'<Cell><Data ss:Type="String">{text}</Data></Cell>' for text in texts)
        for texts in (HEADS, ANI)
    ]
    far = '<Cell ss:Index="16384" ss:StyleID="s1"/>'
    rows = f"<Row>{lines[0]}</Row><Row>{lines[1]}{far}</Row>"
    paint = '<Cell ss:Index="12" ss:StyleID="s1"/>'
    rows += f"<Row>{paint}</Row>" * 1000 + f'<Row ss:Index="{LAST}">{paint}</Row>'
    return hostile.xml2003(rows)


def _html_painted() -> bytes:
    lines = ["".join(f"<td>{text}</td>" for text in texts) for texts in (HEADS, ANI)]
    far = "<td bgcolor=red>&nbsp;</td>" * 16_381
    paint = "<tr><td colspan=11></td><td bgcolor=red>&nbsp;</td></tr>" * (LAST - 2)
    return f"<table><tr>{lines[0]}</tr><tr>{lines[1]}{far}</tr>{paint}</table>".encode()


PAINTED: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "ods": ("a.ods", _ods_painted),
    "ods-rumus-kosong": ("a.ods", _ods_blank_formulas),
    "ods-jenis-di-akhir": ("a.ods", lambda: _ods_zipped(kind=True)),
    "ods-tanpa-jenis": ("a.ods", lambda: _ods_zipped(kind=False)),
    "xlsb": ("a.xlsb", _xlsb_painted),
    "xls": ("a.xls", _xls_painted),
    "xml2003": ("a.xls", _xml2003_painted),
    "html": ("a.xls", _html_painted),
}
"""Name → name of the file and how it is made; each has two rows of three values."""


def _ods_repeated(rows: int, cols: int) -> bytes:
    cell = plant.ods_text("x").replace(" ", f' table:number-columns-repeated="{cols}" ', 1)
    return hostile.ods(_PERSON + f"{_OPEN.format(rows)}{cell}</table:table-row>")


def _ods_far() -> bytes:
    gap = f"{_OPEN.format(1_048_000)}<table:table-cell/></table:table-row>"
    far = '<table:table-cell table:number-columns-repeated="16000"/>' + plant.ods_text("jauh")
    return hostile.ods(_PERSON + gap + _ROW(far))


FAR: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "ods-baris-dan-kolom": ("a.ods", lambda: _ods_repeated(1_048_576, 16_384)),
    "ods-kolom": ("a.ods", lambda: _ods_repeated(2000, 16_384)),
    "ods-angka-dua-puluh": ("a.ods", lambda: _ods_repeated(10**20, 99)),
    "ods-jauh": ("a.ods", _ods_far),
    "xlsb-jauh": ("a.xlsb", hostile.xlsb_far),
}
"""Values, not paint, over more places than are read."""
