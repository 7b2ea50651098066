"""Files that would harm whoever opens them: each is told by a sentence, none is let in.

Light ones take no time to make; heavy ones are for `dev.py bench ganas` alone.
"""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping

import xlwt

from ipasn_core.importing.sheet import column_letter
from tests.importing import format_plant as plant
from tests.importing import xlsx_plant

Make = Callable[[], bytes]

_DICE = random.Random(20220131)
BOMB = (
    "<!DOCTYPE a ["
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + '<!ENTITY a "ha">]>'
)
"""Ten to the ninth laughs."""

ANI = "198001012005012001"
_PEOPLE = f"NIP;NAMA;JENIS JABATAN\r\n{ANI};Ani;Pelaksana\r\n"


def _noise(size: int) -> bytes:
    return _DICE.randbytes(size)


def _zip(content: Mapping[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return made.getvalue()


def _sheet(rows: str, head: str = "") -> bytes:
    return xlsx_plant.workbook(rows, head=head)


def _cell(place: str, text: object) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def _replaced(part: str, declaration: str) -> bytes:
    """Return a workbook with a declaration of entities in one of its parts."""
    found = xlsx_plant.parts(xlsx_plant.sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    first, _, rest = found[part].partition("?>")
    return xlsx_plant.pack(found | {part: f"{first}?>{declaration}{rest}"})


def _xls_far() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    sheet.write(0, 0, "NIP")
    sheet.write(65535, 255, "jauh")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def xlsb_far() -> bytes:
    """Return a binary workbook whose second value stands in the last cell there is."""
    data = zipfile.ZipFile(io.BytesIO(plant.xlsb()))
    parts = {name: data.read(name) for name in data.namelist()}
    record = plant.xlsb_record
    row = record(0, struct.pack("<IIH", 1_048_575, 0, 300) + bytes(3) + struct.pack("<I", 0))
    far = row + plant.xlsb_text(16_383, "jauh")
    sheet = parts["xl/worksheets/sheet1.bin"]
    parts["xl/worksheets/sheet1.bin"] = sheet.replace(record(146), far + record(146))
    return _zip(parts)


def ods(rows: str) -> bytes:
    return plant.zipped_ods(
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Data">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def _ods_repeated() -> bytes:
    """Return a value said to stand a million times in each of a million rows."""
    return ods(
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell office:value-type="string" table:number-columns-repeated="16384">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )


def xml2003(rows: str, declaration: str = "") -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?>{declaration}<Workbook xmlns="{space}" xmlns:ss="{space}">'
        f'<Worksheet ss:Name="Data"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


def _xml_row(at: int, col: int, text: str) -> str:
    return (
        f'<Row ss:Index="{at}"><Cell ss:Index="{col}"><Data ss:Type="String">{text}</Data></Cell>'
        "</Row>"
    )


def _nested(depth: int) -> bytes:
    return b"<html>" + b"<table><tr><td>" * depth + b"x" + b"</td></tr></table>" * depth


def _spans() -> bytes:
    cell = b"<td rowspan=65534 colspan=1000>x</td>"
    return b"<table>" + (b"<tr>" + cell * 20 + b"</tr>") * 500 + b"</table>"


# fmt: off

LIGHT: Mapping[str, tuple[str, Make]] = {
    "kosong": ("kosong.xlsx", bytes),
    "satu-byte": ("a.xlsx", lambda: b"P"),
    "derau": ("derau.xlsx", lambda: _noise(20_000)),
    "derau-csv": ("derau.csv", lambda: _noise(20_000)),
    "derau-zip": ("derau.xlsx", lambda: b"PK\x03\x04" + _noise(20_000)),
    "derau-ole": ("derau.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _noise(20_000)),
    "terpotong-xlsx": ("a.xlsx", lambda: _sheet(f'<row r="1">{_cell("A1", "NIP")}</row>')[:-99]),
    "terpotong-xls": ("a.xls", lambda: plant.xls()[:2500]),
    "terpotong-ods": ("a.ods", lambda: plant.ods()[:-150]),
    "terpotong-xlsb": ("a.xlsb", lambda: plant.xlsb()[:-150]),
    "terpotong-xml2003": ("a.xls", lambda: plant.xml2003()[:-150]),
    "pdf": ("a.xlsx", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"),
    "gambar": ("a.xlsx", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + _noise(200)),
    "docx": ("a.xlsx", lambda: _zip({"word/document.xml": "<w/>", "[Content_Types].xml": "<T/>"})),
    "zip": ("a.zip", lambda: _zip({"data.xlsx": _sheet("")})),
    "bersandi-xlsx": (
        "a.xlsx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)
        + "EncryptedPackage".encode("utf-16-le") + bytes(2000),
    ),
    "bom-entitas-buku": ("a.xlsx", lambda: _replaced("xl/workbook.xml", BOMB)),
    "bom-entitas-lembar": ("a.xlsx", lambda: _replaced("xl/worksheets/sheet1.xml", BOMB)),
    "bom-entitas-teks": ("a.xlsx", lambda: _replaced("xl/sharedStrings.xml", BOMB)),
    "bom-entitas-ods": ("a.ods", lambda: plant.zipped_ods(f"{BOMB}<a>&j;</a>")),
    "bom-entitas-xml2003": ("a.xls", lambda: xml2003(_xml_row(1, 1, "&j;"), BOMB)),
    "bom-entitas-html": ("a.xls", f"{BOMB}<table><tr><td>&j;</td></tr></table>".encode),
    "jauh-xlsx": (
        "a.xlsx",
        lambda: _sheet(
            f'<row r="1">{_cell("A1", "NIP")}</row>'
            f'<row r="1048576">{_cell("XFD1048576", "jauh")}</row>'
        ),
    ),
    "jauh-xlsb": ("a.xlsb", xlsb_far),
    "jauh-xml2003": (
        "a.xls", lambda: xml2003(_xml_row(1, 1, "NIP") + _xml_row(1_048_576, 16_384, "jauh")),
    ),
    "ulang-ods": ("a.ods", _ods_repeated),
    "sarang-html": ("a.xls", lambda: _nested(20_000)),
    "bentang-html": ("a.xls", _spans),
    "kutip-terbuka": ("a.csv", lambda: _PEOPLE.encode() + b'1;"Budi;2\r\n3;4;5\r\n'),
    "nul": ("a.csv", lambda: _PEOPLE.encode() + b"1;\0;2\r\n"),
    "sel-terlalu-panjang": ("a.csv", lambda: b"NIP;" + b"x" * 2_000_000),
}
"""Name → name of the file and how it is made."""

# fmt: on


def _zip_bomb() -> bytes:
    """Return a workbook whose sheet inflates to a gigabyte of blanks."""
    found = xlsx_plant.parts(xlsx_plant.sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in found.items():
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, part)
                continue
            with archive.open(name, "w", force_zip64=True) as stream:
                head, tail = part.split("<sheetData>")
                stream.write(head.encode() + b"<sheetData>")
                for _ in range(1024):
                    stream.write(b" " * 1024 * 1024)
                stream.write(tail.encode())
    return made.getvalue()


def _wide_noise(rows: int) -> bytes:
    """Return a sheet of 16,384 columns of numbers, out to XFD."""
    letters = [column_letter(n) for n in range(1, 16_385)]
    lines = []
    for row in range(1, rows + 1):
        cells = "".join(f'<c r="{at}{row}"><v>{_DICE.random():.6f}</v></c>' for at in letters)
        lines.append(f'<row r="{row}">{cells}</row>')
    return _sheet("".join(lines))


def _csv_of(size: int, line: str) -> bytes:
    return (_PEOPLE + line * (size // len(line))).encode()


def _painted() -> bytes:
    """Return two people, a column painted down to row 500,000 and a row painted out to XFD."""
    far = '<c r="XFD2" s="1"/>'
    rows = [
        f'<row r="1">{_cell("A1", "NIP")}{_cell("B1", "Nama")}{_cell("C1", "Jenis Jabatan")}</row>',
        f'<row r="2">{_cell("A2", ANI)}{_cell("B2", "Ani")}{_cell("C2", "Pelaksana")}{far}</row>',
    ]
    rows += [f'<row r="{n}"><c r="L{n}" s="1"/></row>' for n in range(3, 500_001)]
    return _sheet("".join(rows))


# fmt: off

HEAVY: Mapping[str, tuple[str, Make]] = {
    "bom-zip": ("a.xlsx", _zip_bomb),
    "jauh-xls": ("a.xls", _xls_far),
    "16384-kolom": ("a.xlsx", lambda: _wide_noise(600)),
    "16384-kolom-sedikit": ("a.xlsx", lambda: _wide_noise(100)),
    "16384-kolom-csv": (
        "a.csv",
        lambda: ("\r\n".join(
            ",".join(f"{_DICE.random():.4f}" for _ in range(16_384)) for _ in range(300)
        )).encode(),
    ),
    "16384-kolom-kata-nip": (
        "a.csv",
        lambda: ("\r\n".join(
            ",".join("".join(_DICE.choices("abcdefgh NIP", k=6)) for _ in range(16_384))
            for _ in range(61)
        )).encode(),
    ),
    "csv-200-mb": (
        "a.csv", lambda: _csv_of(200 * 1024**2, "198001012005012001;Nama Orang;Pelaksana\r\n"),
    ),
    "csv-200-mb-kosong": ("a.csv", lambda: _csv_of(200 * 1024**2, ";;\r\n")),
    "csv-200-mb-satu-baris": ("a.csv", lambda: b"NIP;" + b"x;" * (100 * 1024**2)),
    "csv-60-mb": (
        "a.csv", lambda: _csv_of(60 * 1024**2, "x;" * 40 + "\r\n"),
    ),
    "derau-200-mb": ("a.xlsx", lambda: _noise(200 * 1024**2)),
    "html-90-mb": ("a.xls", lambda: b"<table>" + b"<tr><td>x</td></tr>" * (90 * 1024**2 // 19)),
    "xml2003-100-mb": (
        "a.xls",
        lambda: xml2003(
            ("<Row>" + '<Cell><Data ss:Type="String">x</Data></Cell>' * 20 + "</Row>") * 120_000
        ),
    ),
}

# fmt: on


def _wide_heads() -> bytes:
    """Return a CSV of 16,384 columns, the first of which are a table of people."""
    heads = ["NIP", "Nama", "Jenis Jabatan", *(f"Kolom derau {n}" for n in range(16_381))]
    person = [ANI, "Ani", "Pelaksana", *["x"] * 16_381]
    return "\r\n".join(map(",".join, [heads, *[person] * 20])).encode()


GOOD: Mapping[str, tuple[str, Make]] = {
    "dicat-500000": ("a.xlsx", _painted),
    "16384-kolom-berkepala": ("a.csv", _wide_heads),
}
"""What looks hostile and is not: its people are read."""
