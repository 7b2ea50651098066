"""The wide table that `impor` is measured on, as Excel would save it: shared strings, addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from tests.importing.xlsx_plant import (
    DECLARATION,
    MAIN,
    pack,
    parts,
    sheet_xml,
    strings_xml,
)

from .people import Person, people

TITLE = "DAFTAR NOMINATIF PENGUKURAN INDEKS PROFESIONALITAS ASN TAHUN 2021"
HEADS = (
    "No",
    "NIP",
    "Nama",
    "Status",
    "Kedudukan Hukum",
    "Jenis Kelamin",
    "Golongan",
    "Jenis Jabatan",
    "Jenjang Jabatan",
    "Nama Jabatan",
    "Perangkat Daerah",
    "Pendidikan",
    "Diklat Kepemimpinan",
    "Diklat Fungsional",
    "JP Diklat Teknis",
    "Seminar/Workshop",
    "Nilai SKP",
    "Nilai Perilaku",
    "Nilai Kinerja",
    "Hukuman Disiplin",
)
HEADER_ROW = 3
"""Row of the heads: below the title and a blank line."""

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DECLARED = "".join(
    f'<Override PartName="/xl/{name}.xml" ContentType="{_SPREADSHEET}.{name}+xml"/>'
    for name in ("sharedStrings", "styles")
)
"""What openpyxl asks for besides what calamine and we find without."""
_STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{MAIN}"><fonts><font/></fonts>'
    "<fills><fill><patternFill/></fill></fills>"
    '<borders><border/></borders><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/></cellXfs>'
    '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)

Cell = str | int | float


def write(path: Path, count: int) -> None:
    """Write a workbook of this many people × 20 columns."""
    strings: dict[str, int] = {}
    rows = "".join(_rows(count, strings))
    found = parts(sheet_xml(rows), strings=strings_xml(*map(escape, strings)))
    types = "[Content_Types].xml"
    found[types] = found[types].replace("</Types>", f"{_DECLARED}</Types>")
    found["xl/styles.xml"] = _STYLES
    path.write_bytes(pack(found))


def cells(number: int, person: Person) -> tuple[Cell, ...]:
    """Return a person's row, in the order of `HEADS`."""
    return (
        number,
        person.nip,
        person.nama,
        "PNS",
        "Aktif",
        person.jenis_kelamin,
        person.golongan,
        person.jenis_jabatan,
        person.jenjang,
        person.jabatan,
        person.opd,
        person.pendidikan,
        person.kepemimpinan,
        person.fungsional,
        person.jp,
        person.seminar,
        person.skp,
        person.perilaku,
        person.nilai,
        person.hukuman,
    )


def _rows(count: int, strings: dict[str, int]) -> Iterator[str]:
    letters = [chr(ord("A") + n) for n in range(len(HEADS))]
    yield _row(1, (TITLE,), letters, strings)
    yield _row(HEADER_ROW, HEADS, letters, strings)
    for number, person in enumerate(people(count), 1):
        yield _row(HEADER_ROW + number, cells(number, person), letters, strings)


def _row(at: int, values: tuple[Cell, ...], letters: list[str], strings: dict[str, int]) -> str:
    made = [
        f'<c r="{letter}{at}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
        if isinstance(value, str)
        else f'<c r="{letter}{at}"><v>{value}</v></c>'
        for letter, value in zip(letters, values, strict=False)
    ]
    return f'<row r="{at}">{"".join(made)}</row>'
