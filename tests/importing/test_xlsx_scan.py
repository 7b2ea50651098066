"""The quick scanner, the exact one and calamine agree about where cells are."""

from __future__ import annotations

import io

import pytest
import python_calamine as calamine
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.importing.sheet import column_letter
from ipasn_core.importing.xlsx_scan import UnusualError, scan_exact, scan_quick
from tests.importing.xlsx_plant import pack, parts, sheet_xml

CONTENTS = (
    (" s='1'/>", ""),
    ("><v>1</v></c>", "v"),
    (' t="e"><v>#N/A</v></c>', "e"),
    (' t="e"><f>1/0</f><v>#REF!</v></c>', "e"),
    ("><f>A1&gt;2</f></c>", "f"),
    (' t="str"><f>A1</f><v></v></c>', "v"),
    (' t="inlineStr"><is><t>&lt;c r="A1"></t></is></c>', "v"),
    ("></c>", ""),
)


@st.composite
def rows_of_cells(draw: st.DrawFn) -> tuple[str, set[tuple[int, int]], set[int]]:
    xml, flawed, hidden = "", set(), set()
    for row in draw(st.lists(st.integers(0, 40), unique=True, max_size=6).map(sorted)):
        cells = ""
        for column in draw(st.lists(st.integers(0, 800), unique=True, max_size=5).map(sorted)):
            content, kind = draw(st.sampled_from(CONTENTS))
            cells += f'<c r="{column_letter(column + 1)}{row + 1}"{content}'.replace("'", '"')
            if kind in ("e", "f"):
                flawed.add((row, column))
        mark = ""
        if draw(st.booleans()):
            mark = ' hidden="1"'
            hidden.add(row)
        xml += f'<row r="{row + 1}"{mark}>{cells}</row>'
    return xml, flawed, hidden


@given(rows_of_cells(), st.integers(1, 400))
def test_both_scanners_and_calamine_agree(
    planted: tuple[str, set[tuple[int, int]], set[int]], step: int
) -> None:
    rows, flawed, hidden = planted
    text = sheet_xml(rows)
    xml = text.encode()
    quick = scan_quick(xml[at : at + step] for at in range(0, len(xml), step))
    exact = scan_exact([xml])
    assert quick.cacat == exact.cacat
    assert set(quick.cacat) == flawed
    assert quick.tersembunyi == exact.tersembunyi == hidden
    assert quick.cells == exact.cells
    stream = io.BytesIO(pack(parts(text)))
    sheet = calamine.CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0)
    for scan in (quick, exact):
        if sheet.start is not None and sheet.end is not None:
            assert scan.top <= sheet.start[0]
            assert scan.left <= sheet.start[1]
            assert scan.bottom >= sheet.end[0]
            assert scan.right >= sheet.end[1]


@pytest.mark.parametrize(
    "rows",
    [
        "<row><c><v>1</v></c></row>",
        "<row r='1'><c r='A1'/></row>",
        '<row r="1"><c s="1" r="A1"/></row>',
        '<row r="1"><c r="a1"/><c r="b1"><v>1</v></c></row>',
        '<row r="1"><!-- x --></row>',
        '<row r="1"><q:c r="A1"><v>1</v></q:c></row>',
    ],
)
def test_the_quick_scanner_knows_its_bounds(rows: str) -> None:
    with pytest.raises(UnusualError):
        scan_quick([sheet_xml(rows).encode()])
