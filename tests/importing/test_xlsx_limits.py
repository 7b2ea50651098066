"""Workbooks that would end the process or fill the memory are refused in a sentence."""

from __future__ import annotations

import io
import zipfile

import pytest

from ipasn_core.errors import UserError
from ipasn_core.importing import xlsx
from ipasn_core.importing.xlsx_package import Limits
from ipasn_core.progress import silent
from tests.importing.xlsx_plant import MAIN, pack, parts, sheet_xml, strings_xml, workbook

ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def refused(data: bytes, limits: Limits | None = None) -> UserError:
    with pytest.raises(UserError) as caught:
        xlsx.read(data, "uji.xlsx", silent, limits or Limits())
    assert "uji.xlsx" in caught.value.pesan
    assert caught.value.perbaikan
    return caught.value


FAR = [
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    '<row r="1048576"><c r="XFD1048576" t="str"><v></v></c></row>',
    '<row r="1048576"><c r="XFD1048576"><f>A1</f></c></row>',
    '<row r="2"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
    "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    '<row r="1048576"><c s="1" r="XFD1048576"><v>1</v></c></row>',
    '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
    f'<row r="1048576"><p:c xmlns:p="{MAIN}" r="XFD1048576"><p:v>1</p:v></p:c></row>',
    '<!-- --><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
]


@pytest.mark.parametrize("far", FAR)
def test_values_far_apart_are_refused_before_they_are_allocated(far: str) -> None:
    error = refused(workbook(ONE + far))
    assert error.kode == "xlsx-melampaui-batas"
    assert "A1" in error.pesan
    assert "XFD1048576" in error.pesan


@pytest.mark.parametrize("place", ["A1048577", "XFE1", "ZZZZ1", "A0", "A12345678", "$A$1", "A"])
def test_a_place_outside_of_any_sheet_is_damage(place: str) -> None:
    assert refused(workbook(f'<row r="1"><c r="{place}"><v>1</v></c></row>')).kode == "xlsx-rusak"


def test_places_hidden_in_character_references_do_not_slip_by() -> None:
    row = "<row>" + '<c r="&#65;1"><v>1</v></c>' * 40 + "</row>"
    assert refused(workbook(row * 40), Limits(cells=1000)).kode == "xlsx-melampaui-batas"


def test_the_limit_is_the_rectangle_of_values() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="10"><c r="J10"><v>1</v></c></row>'
    assert refused(workbook(rows), Limits(cells=99)).kode == "xlsx-melampaui-batas"
    (sheet,) = xlsx.read(workbook(rows), "uji.xlsx", silent, Limits(cells=100))
    assert (sheet.jumlah_baris, sheet.jumlah_kolom) == (10, 10)


def test_what_inflates_too_far_is_refused() -> None:
    data = workbook(ONE + " " * 2_000_000)
    small = Limits(part=1_000_000)
    assert "MB" in refused(data, small).pesan
    assert refused(data, Limits(total=1_000_000)).kode == "xlsx-melampaui-batas"
    assert "kali" in refused(data, Limits(ratio=100, ratio_from=1_000_000)).pesan
    behind = workbook(ONE, tail=" " * 2_000_000)
    assert refused(behind, small).kode == "xlsx-melampaui-batas"


def test_the_declared_size_is_not_believed() -> None:
    data = bytearray(workbook(ONE + " " * 2_000_000))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        true_size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    while (found := data.find(true_size.to_bytes(4, "little"))) >= 0:
        data[found : found + 4] = (100).to_bytes(4, "little")
    assert refused(bytes(data), Limits(part=1_000_000)).kode == "xlsx-melampaui-batas"


def test_a_list_of_sheets_without_end_is_refused() -> None:
    assert refused(workbook(ONE), Limits(tree=100)).kode == "xlsx-melampaui-batas"


def test_many_entries_are_refused() -> None:
    found = parts(sheet_xml(ONE)) | {f"xl/media/{n}.png": "" for n in range(50)}
    assert refused(pack(found), Limits(entries=50)).kode == "xlsx-melampaui-batas"


def test_a_long_text_used_often_is_refused() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>1</v></c></row>' for n in range(1, 101))
    found = parts(sheet_xml(rows), strings=strings_xml("x", "y" * 10_000))
    assert "teks" in refused(pack(found), Limits(text=900_000)).pesan
    rows = rows.replace("<v>1</v>", "<v>0</v>")
    found = parts(sheet_xml(rows), strings=strings_xml("x", "y" * 10_000))
    (sheet,) = xlsx.read(pack(found), "uji.xlsx", silent, Limits(text=900_000))
    assert sheet.kolom[0] == ["x"] * 100
    many = parts(sheet_xml(ONE), strings=strings_xml(*"abcdefgh"))
    assert refused(pack(many), Limits(strings=7)).kode == "xlsx-melampaui-batas"


BOMB = '<!DOCTYPE lol [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "part",
    [
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
    ],
)
def test_a_doctype_is_refused_in_every_part(part: str) -> None:
    found = parts(sheet_xml(ONE))
    declaration, _, rest = found[part].partition("?>")
    found[part] = f"{declaration}?>{BOMB}{rest}"
    assert refused(pack(found)).kode == "xlsx-doctype"


def test_names_that_readers_could_take_differently_are_refused() -> None:
    found = parts(sheet_xml(ONE))
    doubled = found | {"XL/Worksheets/Sheet1.xml": sheet_xml(ONE + FAR[0])}
    assert refused(pack(doubled)).kode == "xlsx-rusak"
    found["xl/_rels/workbook.xml.rels"] = found["xl/_rels/workbook.xml.rels"].replace(
        "rId99", "rId1"
    )
    assert refused(pack(found)).kode == "xlsx-rusak"


def test_damage_is_said() -> None:
    whole = workbook(ONE)
    assert refused(whole[: len(whole) // 2]).kode == "xlsx-rusak"
    found = parts(sheet_xml(ONE))
    cut = found | {"xl/worksheets/sheet1.xml": sheet_xml(ONE)[:-60]}
    assert refused(pack(cut)).kode == "xlsx-rusak"
    unknown_string = workbook('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')
    assert refused(unknown_string).kode == "xlsx-rusak"
    strange = found["xl/worksheets/sheet1.xml"].replace("UTF-8", "UTF-80").replace('"', "'")
    assert refused(pack(found | {"xl/worksheets/sheet1.xml": strange})).kode == "xlsx-rusak"
    del found["xl/worksheets/sheet1.xml"]
    assert refused(pack(found)).kode == "xlsx-rusak"
    flipped = bytearray(whole)
    middle = whole.find(b"xl/worksheets/sheet1.xml") + 40
    flipped[middle] ^= 0xFF
    assert refused(bytes(flipped)).kode == "xlsx-rusak"
