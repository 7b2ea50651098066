"""Real files of every format, spoilt: in their bytes, zip members, XML tokens and cell values.

One number makes one file, always the same one, so that what a run found can be made again.
"""

from __future__ import annotations

import csv
import datetime
import functools
import io
import random
import re
import struct
import warnings
import zipfile
from collections.abc import Callable, Sequence
from html import escape

import openpyxl

from ipasn_core.errors import UserError
from ipasn_core.importing import csv_text, ods, workbook, xls, xlsb
from ipasn_core.importing.parse import read_tables
from ipasn_core.importing.plan import PlanOptions, make_plan
from ipasn_core.importing.plan_findings import FileRead
from ipasn_core.importing.sheet import Sheet
from ipasn_core.importing.workbook import Workbook
from ipasn_core.model.change import Stored
from ipasn_core.progress import silent

from . import format_plant as plant
from .plan_tables import RULES

HEAD = (
    *("NO", "NIP", "NAMA", "STATUS", "GOLONGAN", "JENIS JABATAN", "JENJANG", "ESELON"),
    *("JABATAN", "OPD", "PENDIDIKAN", "DIKLAT PIM", "DIKLAT FUNGSIONAL", "JP DIKLAT TEKNIS"),
    *("SEMINAR", "NILAI KINERJA", "PREDIKAT KINERJA", "HUKUMAN DISIPLIN"),
)
ROW = (
    *(1, "198001012005012001", "Ani, S.Sos.", "PNS", "III/a", "Fungsional", "Ahli Muda", "-"),
    *("Analis", "Dinas A", "S-1", "Belum", "Sudah", 20, "Sudah", 91.25, "Baik", "Tidak Ada"),
)
COURSES = ("NIP", "JENIS DIKLAT", "NAMA DIKLAT", "TANGGAL MULAI", "TANGGAL SELESAI", "JP")
COURSE = (
    *("198001012005012001", "Diklat Teknis", "Pelatihan"),
    *(datetime.date(2021, 3, 1), datetime.date(2021, 3, 4), 24),
)
SENTENCES = ("NIP", "TINGKAT HUKUMAN", "JENIS HUKUMAN", "NOMOR SK", "TMT", "MASA HUKUMAN (BULAN)")
SENTENCE = ("198001012005012001", "Ringan", "Teguran lisan", "800/1", "1 Maret 2021", 12)
TABLES: tuple[tuple[Sequence[object], Sequence[object]], ...] = (
    (HEAD, ROW),
    (COURSES, COURSE),
    (SENTENCES, SENTENCE),
)
ODD: tuple[object, ...] = (
    *(
        "",
        " ",
        "-",
        "0",
        "-1",
        "1e999",
        "NaN",
        "inf",
        "1,5",
        "1.234,56",
        "9" * 400,
        "٣",
        "１９８０",
    ),
    *("=1+1", "#N/A", "#REF!", "true", "'", "\u00a0", "\u202e", "\ufeff", "😀" * 40),
    *("A" * 40_000, "(1)", "1", "NIP", "NAMA", "Jumlah", "A. DINAS B", "TAHUN 2020", "Mengetahui"),
    *("31-02-2021", "1/13/2021", "2021-03", "24 s.d. 26 Mei 2021", "0000-00-00", "99999", "1899"),
    *(0, -1, 1, 2**53, 1e308, -0.0, 0.1, 44197, 1.98e17, True, False, None),
    *(datetime.date(1900, 1, 1), datetime.datetime(9999, 12, 31, 23, 59), datetime.time(1, 2)),  # noqa: DTZ001
)
TOKENS = re.compile(r"<[^>]*>|[^<]+")
NUMBERS = re.compile(r"\d+")
STRANGE = (
    *("-1", "0", "1", "65536", "1048577", "16385", "2147483648", "4294967296", "99999999999999"),
    *("9" * 40, "", "NaN", "1e308", "A0", "XFD1048576", "ZZZZ9", "A1:XFD1048576", "&#0;", "\u0663"),
)
EDGES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)

Rng = random.Random


# ---------------------------------------------------------------- what is spoilt


def _nip(number: int) -> str:
    return f"19800101200501{1 + number % 2}{number:03d}"


def _table(rows: int = 6) -> list[list[object]]:
    lines: list[list[object]] = [["DAFTAR PEGAWAI TAHUN 2021"], [], list(HEAD)]
    lines += ([n, _nip(n), *ROW[2:]] for n in range(1, rows + 1))
    return lines


def as_xlsx(sheets: Sequence[Sequence[Sequence[object]]]) -> bytes:
    """Write tables as openpyxl does, with merges, a hidden row and a hidden sheet."""
    book = openpyxl.Workbook()
    for place, rows in enumerate(sheets):
        page = book.active if not place else book.create_sheet()
        assert page is not None
        for at, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = page.cell(at, column)
                try:
                    cell.value = value
                except ValueError:
                    cell.value = None
        if len(rows[0]) == 1:
            page.merge_cells("A1:E1")
        page.merge_cells("D5:D6")
        page.row_dimensions[5].hidden = True
    whole = io.BytesIO()
    book.save(whole)
    with zipfile.ZipFile(whole) as archive:
        # openpyxl writes when it was saved into one part, and into the zip.
        parts = [(name, archive.read(name)) for name in archive.namelist() if "core" not in name]
    return _zip(parts, zipfile.ZIP_DEFLATED)


def _zip(parts: Sequence[tuple[str, bytes]], kind: int) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", kind) as archive:
        warnings.simplefilter("ignore")  # two of one name are what may be wanted
        for name, content in parts:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else kind
            archive.writestr(entry, content)
    return made.getvalue()


def as_csv(
    rows: Sequence[Sequence[object]], delimiter: str = ";", encoding: str = "utf-8"
) -> bytes:
    """Write a table as text."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding, "replace")


def as_html(rows: Sequence[Sequence[object]]) -> bytes:
    """Write a table as a page."""
    lines = (
        "<tr>" + "".join(f"<td rowspan=1 colspan='1'>{escape(str(v))}</td>" for v in row) + "</tr>"
        for row in rows
    )
    return f"<html><body><table border=1>{''.join(lines)}</table></body></html>".encode(
        "utf-8", "replace"
    )


def as_xml2003(rows: Sequence[Sequence[object]]) -> bytes:
    """Write a table as XML Spreadsheet 2003."""
    lines = (
        "<Row>"
        + "".join(
            f'<Cell><Data ss:Type="{"Number" if isinstance(v, float) else "String"}">'
            f"{escape(str(v))}</Data></Cell>"
            for v in row
        )
        + "</Row>"
        for row in rows
    )
    spaces = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    spaces += 'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    text = f'<?xml version="1.0"?><Workbook {spaces}><Worksheet ss:Name="S"><Table>'
    return f"{text}{''.join(lines)}</Table></Worksheet></Workbook>".encode("utf-8", "replace")


@functools.cache
def originals() -> dict[str, bytes]:
    """Return one file of each format, as real programs write them."""
    table = _table()
    return {
        "xlsx": as_xlsx([table, [COURSES, COURSE], [SENTENCES, SENTENCE]]),
        "xlsb": plant.xlsb(),
        "xls": plant.xls(),
        "ods": plant.ods(),
        "csv": as_csv(table),
        "csv-utf16": as_csv(table, "\t", "utf-16"),
        "csv-cp1252": as_csv(table, ",", "cp1252"),
        "html": as_html(table),
        "xml2003": plant.xml2003(),
    }


# ---------------------------------------------------------------- how


def spoil_bytes(rng: Rng, data: bytes) -> bytes:
    """Change, cut, double or splice some bytes."""
    spoilt = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        if not spoilt:
            break
        at = rng.randrange(len(spoilt))
        size = rng.choice((1, 2, 4, 16, 200))
        match rng.randrange(7):
            case 0:
                spoilt[at] ^= 1 << rng.randrange(8)
            case 1:
                spoilt[at : at + size] = rng.randbytes(size)
            case 2:
                spoilt[at : at + 4] = struct.pack("<I", rng.choice(EDGES))
            case 3:
                del spoilt[at : at + size]
            case 4:
                spoilt[at:at] = spoilt[at : at + size] * rng.choice((1, 2, 50))
            case 5:
                spoilt[at : at + 2] = struct.pack("<H", rng.choice(EDGES) & 0xFFFF)
            case 6:
                del spoilt[at:]
    return bytes(spoilt)


def spoil_tokens(rng: Rng, data: bytes) -> bytes:
    """Take away, double, swap, nest or restate tokens of XML or HTML."""
    tokens = TOKENS.findall(data.decode("utf-8", "surrogateescape"))
    for _ in range(rng.choice((1, 1, 2, 5))):
        if not tokens:
            break
        at, other = rng.randrange(len(tokens)), rng.randrange(len(tokens))
        match rng.randrange(7):
            case 0:
                del tokens[at]
            case 1:
                tokens[at:at] = tokens[at : at + 4] * rng.choice((1, 3, 100))
            case 2:
                tokens[at], tokens[other] = tokens[other], tokens[at]
            case 3:
                tokens[at] = NUMBERS.sub(lambda _: rng.choice(STRANGE), tokens[at], count=1)
            case 4:
                tokens[at] = re.sub(
                    r'="[^"]*"', lambda _: f'="{rng.choice(STRANGE)}"', tokens[at], count=1
                )
            case 5:
                tokens[at:at] = [tokens[at]] * rng.choice((10, 300, 3000))
            case 6:
                tokens[at] = str(rng.choice(ODD))[:100]
    return "".join(tokens).encode("utf-8", "surrogateescape")


def spoil_members(rng: Rng, data: bytes) -> bytes:
    """Spoil what lies in a zip and zip it again; a member may go, come twice, or be renamed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except zipfile.BadZipFile:
        return spoil_bytes(rng, data)
    at = rng.randrange(len(parts))
    name, part = parts[at]
    match rng.randrange(8):
        case 0:
            del parts[at]
        case 1:
            parts[at] = (rng.choice(parts)[0] + rng.choice(("", "x")), part)
        case 2:
            parts[at] = (name, rng.choice(parts)[1])
        case 3:
            parts[at] = (name, spoil_bytes(rng, part))
        case 4:
            parts[at] = (name, part[: rng.randrange(len(part) + 1)])
        case _:
            spoil = spoil_tokens if part.lstrip()[:1] == b"<" else spoil_bytes
            parts[at] = (name, spoil(rng, part))
    return _zip(parts, rng.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))


def spoil_cells(rng: Rng, kind: str) -> bytes:
    """Write tables whose cells, heads and shape are not what they should be."""
    tables = []
    for head, row in TABLES:
        rows: list[list[object]] = [list(head)]
        at = head.index("NIP")
        rows += [[*row[:at], _nip(n), *row[at + 1 :]] for n in range(1, rng.randrange(2, 7))]
        if rng.random() < 0.5:
            rows[:0] = [["DAFTAR PEGAWAI TAHUN 2021"], []]
        for _ in range(rng.choice((1, 3, 10, 40))):
            line = rng.choice(rows)
            if line:
                line[rng.randrange(len(line))] = rng.choice(ODD)
        if rng.random() < 0.3:
            rows.insert(rng.randrange(len(rows)), list(rng.choice(rows)))
        if rng.random() < 0.2:
            rows = [row[: rng.randrange(len(row) + 1)] for row in rows]
        tables.append(rows)
    one = rng.choice(tables)
    match kind:
        case "xlsx":
            return as_xlsx([[_excel_row(row) for row in rows] for rows in tables])
        case "html":
            return as_html(one)
        case "xml2003":
            return as_xml2003(one)
        case "csv-utf16":
            return as_csv(one, "\t", "utf-16")
        case "csv-cp1252":
            return as_csv(one, ",", "cp1252")
    return as_csv(one)


def _excel_row(row: Sequence[object]) -> list[object]:
    """Leave out what openpyxl will not write."""
    return [value[:32_000] if isinstance(value, str) else value for value in row]


ZIPPED, WRITTEN = frozenset(("xlsx", "xlsb", "ods")), frozenset(("html", "xml2003"))


def make(number: int) -> tuple[str, bytes]:
    """Return the kind and the bytes of the file that a number makes."""
    rng = random.Random(number)
    kind = rng.choice(list(originals()))
    data = originals()[kind]
    ways: list[Callable[[], bytes]] = [lambda: spoil_bytes(rng, data)]
    if kind in ZIPPED:
        ways += [lambda: spoil_members(rng, data)] * 3
    if kind in WRITTEN:
        ways += [lambda: spoil_tokens(rng, data)] * 2
    if kind not in ("xlsb", "xls", "ods"):
        ways.append(lambda: spoil_cells(rng, kind))
    made = rng.choice(ways)()
    if rng.random() < 0.1:
        made = spoil_bytes(rng, made)
    return kind, made


# ---------------------------------------------------------------- what is done with it

_HERE = {"xls": xls.read_here, "xlsb": xlsb.read_here, "ods": ods.read_here}


def read_bytes(data: bytes) -> tuple[Sheet, ...]:
    """Read as `open_workbook` does, but every format in this process.

    Raises:
        UserError: As the product would say it.
    """
    reader = next((one for one in workbook.READERS if one.recognises(data)), workbook.TEXT)
    module = reader.read.__module__.rpartition(".")[2]
    if reader is workbook.TEXT and not csv_text.recognises(data):
        raise UserError("bukan lembar kerja", "", "format-tidak-dikenal")
    return _HERE.get(module, reader.read)(data, "uji", silent)


def take(sheets: tuple[Sheet, ...]) -> str:
    """Take sheets as far as the plan; return what was said of them.

    Raises:
        Exception: What nobody foresaw: a fault of ours.
    """
    try:
        reading = read_tables([Workbook("uji", "0" * 64, 0, sheets)], RULES)
    except UserError as fault:
        return fault.kode
    file = FileRead("uji", "0" * 64, 0, tuple(sheet.nama for sheet in sheets))
    planned = make_plan(
        reading.tabel, [file], Stored(), RULES, PlanOptions(), reading.temuan, reading.id_temuan
    )
    for finding in planned.plan.temuan:
        assert finding.pesan
        assert finding.id
    return "dibaca"
