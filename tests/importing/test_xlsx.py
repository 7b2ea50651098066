"""What becomes of the cells of an .xlsx, each peculiarity planted by hand."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from ipasn_core.importing import xlsx
from ipasn_core.importing.sheet import Cacat, JenisCacat, Sheet
from ipasn_core.progress import Cancelled, silent
from tests.importing.xlsx_plant import MAIN, pack, parts, sheet_xml, workbook

NO_RESULT = Cacat(JenisCacat.TANPA_HASIL)


def read_one(data: bytes) -> Sheet:
    (sheet,) = xlsx.read(data, "uji.xlsx", silent)
    return sheet


def rows_of(sheet: Sheet) -> list[tuple[object, ...]]:
    return [sheet.baris(row) for row in range(sheet.jumlah_baris)]


def test_types_stay_as_stored() -> None:
    sheet = read_one(
        workbook(
            '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3"><v>199001012015011001</v></c>'
            '<c r="D3" t="b"><v>1</v></c><c r="E3" s="1"><v>44562</v></c>'
            '<c r="F3" s="2"><v>44562.5</v></c><c r="G3" t="inlineStr"><is><r><t>te</t></r>'
            '<r><t xml:space="preserve">ks </t></r></is></c><c r="H3" t="str"><f>A1</f>'
            '<v>A &amp; B</v></c><c r="I3" s="3"><v>0.5</v></c></row>'
        )
    )
    assert rows_of(sheet) == [
        (
            "satu",
            1.99001012015011e17,
            True,
            dt.date(2022, 1, 1),
            dt.datetime.fromisoformat("2022-01-01T12:00:00"),
            "teks ",
            "A & B",
            dt.time(12),
        )
    ]
    assert isinstance(sheet.kolom[1][0], float)
    assert sheet.alamat(0, 0) == (3, "B")
    assert sheet.alamat(0, 7) == (3, "I")
    assert sheet.indeks_kolom("b") == 0
    assert sheet.indeks_kolom("A") is None


def test_dates_count_from_1904_where_the_workbook_says_so() -> None:
    rows = '<row r="1"><c r="A1" s="1"><v>43100</v></c></row>'
    found = parts(sheet_xml(rows), properties='<workbookPr date1904="1"/>')
    assert read_one(pack(found)).kolom[0] == [dt.date(2022, 1, 1)]


def test_error_cells_are_flaws_with_their_text() -> None:
    sheet = read_one(
        workbook(
            '<row r="2"><c r="B2"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c></row>'
            '<row r="3"><c r="B3" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3"><v>2</v></c>'
            "</row>"
        )
    )
    assert rows_of(sheet) == [(1.0, None), (None, 2.0)]
    assert sheet.cacat == {
        (0, 1): Cacat(JenisCacat.GALAT, "#N/A"),
        (1, 0): Cacat(JenisCacat.GALAT, "#DIV/0!"),
    }


@pytest.mark.parametrize(
    ("cell", "flawed"),
    [
        ('<c r="B1"><f>A1</f></c>', True),
        ('<c r="B1"><f>A1</f><v/></c>', True),
        ('<c r="B1"><f>A1</f><v></v></c>', True),
        ('<c r="B1"><f t="shared" si="0"/></c>', True),
        ('<c r="B1"><f t="array" ref="B1:B9">A1:A9</f></c>', True),
        ('<c r="B1" t="str"><f>A1</f></c>', True),
        ('<c r="B1" t="str"><f>A1</f><v></v></c>', False),
        ('<c r="B1"><f t="shared" si="0"/><v>0</v></c>', False),
        ('<c r="B1" t="str"><f>A1</f><v xml:space="preserve"> x</v></c>', False),
        ('<c r="B1"><v>5</v></c>', False),
    ],
)
def test_a_formula_without_stored_result_is_a_flaw(cell: str, flawed: bool) -> None:
    sheet = read_one(workbook(f'<row r="1"><c r="A1"><v>1</v></c>{cell}</row>'))
    assert sheet.cacat == ({(0, 1): NO_RESULT} if flawed else {})


def test_flaws_outside_of_the_values_widen_the_sheet() -> None:
    sheet = read_one(
        workbook(
            '<row r="2"><c r="B2" t="e"><v>#REF!</v></c></row>'
            '<row r="4"><c r="C4"><v>1</v></c></row>'
            '<row r="6"><c r="E6"><f>A1</f></c></row>'
        )
    )
    assert (sheet.baris_awal, sheet.kolom_awal) == (2, 2)
    assert (sheet.jumlah_baris, sheet.jumlah_kolom) == (5, 4)
    assert sheet.kolom[1][2] == 1.0
    assert sheet.cacat == {(0, 0): Cacat(JenisCacat.GALAT, "#REF!"), (4, 3): NO_RESULT}
    only = read_one(workbook('<row r="7"><c r="D7"><f>A1</f></c></row>'))
    assert (only.baris_awal, only.kolom_awal, only.kolom) == (7, 4, ([None],))
    assert only.cacat == {(0, 0): NO_RESULT}


def test_a_text_that_reads_like_an_error_attribute_is_text() -> None:
    cell = '<c r="A1" t="inlineStr"><is><t>x t="e" hidden="1"</t></is></c>'
    sheet = read_one(workbook(f'<row r="1">{cell}</row>'))
    assert sheet.kolom == (['x t="e" hidden="1"'],)
    assert not sheet.cacat
    assert not sheet.baris_tersembunyi


def test_hidden_rows_are_data_and_named() -> None:
    rows = (
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="3" hidden="1"><c r="A3"><v>2</v></c></row>'
        '<row r="4" spans="1:1" hidden="0"><c r="A4"><v>3</v></c></row><row r="9" hidden="true"/>'
    )
    sheet = read_one(workbook(rows, head='<cols><col min="2" max="3" hidden="1"/></cols>'))
    assert sheet.kolom == ([1.0, 2.0, 3.0],)
    assert sheet.baris_tersembunyi == {1}


def test_hidden_sheets_are_named_and_not_read() -> None:
    body = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    far = sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    found = parts(body, far, far, states=("", "hidden", "veryHidden"))
    sheets = xlsx.read(pack(found), "uji.xlsx", silent)
    assert [(sheet.nama, sheet.terlihat, len(sheet.kolom)) for sheet in sheets] == [
        ("S1", True, 1),
        ("S2", False, 0),
        ("S3", False, 0),
    ]


def test_a_vertical_merge_gives_its_value_to_each_row() -> None:
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>'
        '<row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>'
        '<row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4"><v>4</v></c></row>'
        '<row r="5"><c r="B5"><v>5</v></c></row>'
    )
    tail = (
        '<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="A4:A60"/><mergeCell ref="B5:F5"/>'
        '<mergeCell ref="H90:J95"/></mergeCells>'
    )
    sheet = read_one(workbook(rows, tail))
    assert sheet.kolom[0] == ["satu", "satu", "satu", None, None]
    error = Cacat(JenisCacat.GALAT, "#N/A")
    assert sheet.cacat == {(3, 0): error, (4, 0): error}
    assert sheet.gabungan == ((0, 0, 2, 0), (3, 0, 4, 0), (4, 1, 4, 1))


def test_formatting_without_values_is_no_extent() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row>'
        '<row r="1048576" s="1" customFormat="1"><c r="XFD1048576" s="1"/>'
        '<c r="XFD1048575" s="1"></c><c r="XFD1048574"><v/></c></row>'
    )
    for xml in (rows, rows.replace('"', "'"), rows.replace("><", ">\n <")):
        sheet = read_one(workbook(xml))
        assert (sheet.jumlah_baris, sheet.jumlah_kolom) == (1, 1)


@pytest.mark.parametrize(
    "rows",
    [
        (
            "<row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row>"
            "<row hidden='1'><c/><c><v>2</v></c></row>"
        ),
        (
            '<row r="1"><c s="0" r="A1"><v>1</v></c><c t="e" r="B1"><v>#N/A</v></c></row>'
            '<row hidden="1" r="2"><c r="B2"><v>2</v></c></row>'
        ),
        (
            '<!-- <c r="ZZ9"><v>1</v></c> --><row r="1"><c r="A1"><v>1</v></c>'
            '<c r="B1" t="e"><v>#N/A</v></c></row>'
            '<row r="2" hidden="1"><c r="B2"><v>2</v></c></row>'
        ),
        (
            '<row r="1">\n<c r="A1">\n<v>1</v>\n</c>\n<c r="B1" t="e">\n<v>#N/A</v>\n</c>\n</row>'
            '\n<row r="2" hidden="1">\n<c r="B2">\n<v>2</v>\n</c>\n</row>'
        ),
    ],
)
def test_unusual_writing_reads_the_same(rows: str) -> None:
    sheet = read_one(workbook(rows))
    assert rows_of(sheet) == [(1.0, None), (None, 2.0)]
    assert sheet.cacat == {(0, 1): Cacat(JenisCacat.GALAT, "#N/A")}
    assert sheet.baris_tersembunyi == {1}


def test_a_namespace_prefix_reads_the_same() -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2" hidden="1"><x:c r="B2">'
        '<x:v>5</x:v></x:c><x:c r="C2" t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData>'
        "</x:worksheet>"
    )
    sheet = read_one(pack(parts(xml)))
    assert rows_of(sheet) == [(5.0, None)]
    assert sheet.cacat == {(0, 1): Cacat(JenisCacat.GALAT, "#N/A")}
    assert sheet.baris_tersembunyi == {0}


def test_an_empty_sheet_has_no_columns() -> None:
    sheet = read_one(workbook(""))
    assert (sheet.kolom, sheet.jumlah_baris) == ((), 0)


def test_what_openpyxl_writes_reads_back() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Nominatif"
    page.append(["NIP", "Nama", "Nilai"])
    page.append(["199001012015011001", "=1+1", 80.5])
    page.append([199001012015011001, "Budi", None])
    chart_only = book.create_chartsheet("Grafik")
    assert chart_only.title == "Grafik"
    stream = io.BytesIO()
    book.save(stream)
    sheet = read_one(stream.getvalue())
    assert sheet.nama == "Nominatif"
    assert sheet.kolom[0] == ["NIP", "199001012015011001", 1.99001012015011e17]
    assert sheet.kolom[1] == ["Nama", None, "Budi"]
    assert sheet.cacat == {(1, 1): NO_RESULT}


def test_reading_stops_when_asked() -> None:
    def stop(step: str, done: int, total: int) -> None:
        if step.startswith("Membaca"):
            raise Cancelled

    with pytest.raises(Cancelled):
        xlsx.read(workbook('<row r="1"><c r="A1"><v>1</v></c></row>'), "uji.xlsx", stop)
