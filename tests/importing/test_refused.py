"""The workbook of refused rows: readable again, marked, and whole or not there."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.importing import refused
from ipasn_core.importing.refused import KOLOM_TEMUAN, RefusedRow, RefusedTable, write_refused
from ipasn_core.importing.workbook import open_workbook
from ipasn_core.progress import silent

HEAD = ["NIP", "Nama", "Nilai", "Tanggal"]


def row(*values: object, flawed: frozenset[int] = frozenset()) -> RefusedRow:
    return RefusedRow(
        values,
        dict.fromkeys(flawed, "NIP berupa angka. Ketik."),
        "a.xlsx · S1 · baris 8",
        "NIP berupa angka",
        "Ketik",
        "t1",
    )


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "ditolak.xlsx"
    rows = [
        row(1.99001012015011e17, "=1+1", 80.5, dt.date(2021, 2, 3), flawed=frozenset({0})),
        row("199001012015011001", "#N/A", None, "", flawed=frozenset({2})),
        row("'1990", "A\x0bB", True),
        row("1", "x", 2, None, "di luar kepala"),
    ]
    with path.open("wb") as target:
        write_refused(target, [RefusedTable("Nominatif", HEAD, rows)])
    (sheet,) = open_workbook(path, silent).sheets
    assert sheet.nama == "Nominatif"
    assert sheet.baris(0) == (*HEAD, None, *KOLOM_TEMUAN)
    assert sheet.baris(1)[:4] == (1.99001012015011e17, "=1+1", 80.5, dt.date(2021, 2, 3))
    assert sheet.baris(2)[:4] == ("199001012015011001", "#N/A", None, None)
    assert sheet.baris(3)[:4] == ("'1990", "AB", True, None)
    assert sheet.baris(4)[4] == "di luar kepala"
    assert sheet.baris(4)[5:] == ("a.xlsx · S1 · baris 8", "NIP berupa angka", "Ketik", "t1")
    assert not sheet.cacat
    assert list(tmp_path.iterdir()) == [path]


def test_marks_and_text_formats(tmp_path: Path) -> None:
    path = tmp_path / "ditolak.xlsx"
    rows = [row(1.99e17, "Budi", None, flawed=frozenset({0, 2})), row("199001012015011001", "S")]
    with path.open("wb") as target:
        write_refused(target, [RefusedTable("S", HEAD, rows)])
    page = openpyxl.load_workbook(path)["S"]
    marked = [
        c.coordinate for line in page.iter_rows() for c in line if "FFD6D6" in c.fill.fgColor.rgb
    ]
    assert marked == ["A2", "C2"]
    said = {c.coordinate: c.comment.text for line in page.iter_rows() for c in line if c.comment}
    assert said == dict.fromkeys(marked, "NIP berupa angka. Ketik.")
    assert page["A2"].number_format == page["A3"].number_format == page["C2"].number_format == "@"
    assert page["A3"].data_type == "s"
    assert page.freeze_panes == "A2"


def test_rows_refused_twice_lose_the_old_remarks(tmp_path: Path) -> None:
    path = tmp_path / "ditolak.xlsx"
    again = row("1", "Budi", 1.0, None, "lama", "lama", "lama", "lama")
    with path.open("wb") as target:
        write_refused(target, [RefusedTable("S", [*HEAD, *KOLOM_TEMUAN], [again])])
    (sheet,) = open_workbook(path, silent).sheets
    assert sheet.baris(0) == (*HEAD, *KOLOM_TEMUAN)
    assert "lama" not in sheet.baris(1)


def test_what_does_not_fit_below_one_header_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refused, "MAX_ROWS", 3)
    path = tmp_path / "ditolak.xlsx"
    with path.open("wb") as target:
        write_refused(target, [RefusedTable("S", HEAD, [row(str(n)) for n in range(5)])])
    sheets = open_workbook(path, silent).sheets
    assert [sheet.nama for sheet in sheets] == ["S", "S (2)", "S (3)"]
    assert [sheet.jumlah_baris for sheet in sheets] == [3, 3, 2]


def test_what_a_line_above_said_is_said_again_where_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "ditolak.xlsx"
    rows = [replace(row(str(n)), atas=text) for n, text in enumerate(("", "A", "A", "B"))]
    with path.open("wb") as target:
        write_refused(target, [RefusedTable("S", HEAD, rows)])
    (sheet,) = open_workbook(path, silent).sheets
    assert [sheet.baris(n)[0] for n in range(sheet.jumlah_baris)] == ["NIP", *"0A12B3"]


def test_comments_end_where_they_would_cost_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refused, "MOST_COMMENTS", 2)
    path = tmp_path / "ditolak.xlsx"
    rows = [row(str(n), flawed=frozenset({0})) for n in range(3)]
    with path.open("wb") as target:
        write_refused(target, [RefusedTable("S", HEAD, rows)])
    page = openpyxl.load_workbook(path)["S"]
    assert [bool(cell.comment) for (cell,) in page["A2:A4"]] == [True, True, False]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=8))
def test_sheet_names_are_legal_and_unique(names: list[str]) -> None:
    used: set[str] = set()
    made = [refused._sheet_name(name, used) for name in names]
    assert len({name.lower() for name in made}) == len(names)
    for name in made:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.lower() != "history"


def test_no_table_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="nothing"):
        write_refused(io.BytesIO(), [])
