"""What an officer says of a whole sheet, or of one of several tables on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ipasn_core.errors import UsageError, UserError
from ipasn_core.importing.layout_choice import parse_choice
from ipasn_core.importing.sheet_choice import JENIS, parse_sheet_choice
from ipasn_core.importing.workbook import open_workbook
from ipasn_core.progress import silent
from ipasn_core.workflow.import_ import Options, Outcome, import_sheets
from tests.importing.format_plant import ods, xls
from tests.shots.stage import CONTEXT, empty_project
from tests.workflow.kantor import LEBAR, buku, lebar

NIP = ("198101012005012001", "198202022006021002")
ORANG = [lebar(nip, f"Pegawai {n}") for n, nip in enumerate(NIP)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return empty_project(tmp_path / "a.ipasn")


def plan(project: Path, book: Path, *lembar: str, kolom: Sequence[str] = ()) -> Outcome:
    said = tuple(f"{book.name}:{one}" for one in lembar)
    return import_sheets(
        project, CONTEXT, [book], Options(coba=True, lembar=said, kolom=tuple(kolom))
    )


@pytest.mark.parametrize(
    "text", ["lewati", "a.xlsx:Data:", "a.xlsx:Data:kepala", "a.xlsx:Data:kepala=0", ":D:lewati",
             "a.xlsx:Data:jenis=apa", "a.xlsx:Data:lewati=1"]
)  # fmt: skip
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_sheet_choice(text)


@pytest.mark.parametrize("text", ["a.xlsx:Data:lewati", "a.csv::jenis=hukuman@E12", "b:L:kepala=4"])
def test_what_is_said_is_said_again(text: str) -> None:
    assert parse_sheet_choice(text).teks == text


def test_a_sheet_that_is_not_there_is_told(project: Path, tmp_path: Path) -> None:
    book = buku(tmp_path / "a.xlsx", {"Data": [LEBAR, *ORANG]})
    with pytest.raises(UsageError, match=r"tidak ada .*Lain"):
        plan(project, book, "Lain:lewati")
    with pytest.raises(UsageError, match=r"tidak ada .*Data"):
        plan(project, book, "Data:kepala=90")


def test_a_sheet_is_left_out(project: Path, tmp_path: Path) -> None:
    book = buku(tmp_path / "a.xlsx", {"Satu": [LEBAR, ORANG[0]], "Dua": [LEBAR, ORANG[1]]})
    assert plan(project, book).rencana.count("baru") == 2
    assert list(plan(project, book, "Dua:lewati").rencana.orang) == [int(NIP[0])]


def test_the_header_is_where_the_officer_says(project: Path, tmp_path: Path) -> None:
    book = buku(tmp_path / "a.xlsx", {"Data": [("Daftar", "Pegawai"), LEBAR, *ORANG]})
    assert plan(project, book).rencana.count("baru") == 2
    with pytest.raises(UserError, match="dilewati"):
        plan(project, book, "Data:kepala=1")
    assert plan(project, book, "Data:kepala=2").rencana.count("baru") == 2


def test_a_kind_may_lack_what_it_needs(project: Path, tmp_path: Path) -> None:
    book = buku(tmp_path / "a.xlsx", {"Data": [("NIP", "Nama"), (NIP[0], "Pegawai")]})
    lacking = {"pendidikan": "Tingkat Pendidikan", "hukuman": "Tingkat Hukuman",
               "pengembangan": "Nama Diklat", "pegawai": ""}  # fmt: skip
    assert lacking.keys() == set(JENIS)
    for jenis, what in lacking.items():
        with pytest.raises(UserError, match=what or "jenis jabatan"):
            plan(project, book, f"Data:jenis={jenis}")


def test_tables_of_a_sheet_are_told_apart_by_a_row(project: Path, tmp_path: Path) -> None:
    second = [*LEBAR[:2], "Siapa", *LEBAR[3:]]
    rows = [LEBAR, ORANG[0], (), ("TABEL KEDUA",), second, ORANG[1]]
    book = buku(tmp_path / "a.xlsx", {"Data": rows})
    assert parse_choice("nama=C5").baris == 5
    assert list(plan(project, book).rencana.orang) == [int(NIP[0])]
    both = plan(project, book, kolom=["a.xlsx:Data:nama=C5"]).rencana
    assert set(both.orang) == set(map(int, NIP))
    one = plan(project, book, "Data:lewati@1", kolom=["a.xlsx:Data:nama=C5"]).rencana
    assert list(one.orang) == [int(NIP[1])]


def test_a_hidden_sheet_is_read_when_asked_for(project: Path, tmp_path: Path) -> None:
    book = buku(tmp_path / "a.xlsx", {"Satu": [LEBAR, ORANG[0]], "Dua": [LEBAR, ORANG[1]]})
    work = load_workbook(book)
    work["Dua"].sheet_state = "hidden"
    work.save(book)
    hidden = plan(project, book).rencana
    assert list(hidden.orang) == [int(NIP[0])]
    assert [one.kode for one in hidden.temuan] == ["lembar-tersembunyi"]
    asked = plan(project, book, "Dua:baca").rencana
    assert set(asked.orang) == set(map(int, NIP))
    assert [one.kode for one in asked.temuan] == []


@pytest.mark.parametrize("make", [xls, ods])
def test_what_is_hidden_can_be_read_in_other_formats(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "a"
    path.write_bytes(make())
    plain = open_workbook(path, silent).sheets
    every = open_workbook(path, silent, tersembunyi=True).sheets
    assert [one.nama for one in plain] == [one.nama for one in every]
    assert [one.terlihat for one in plain] == [one.terlihat for one in every]
    hidden = [(a, b) for a, b in zip(plain, every, strict=True) if not a.terlihat]
    assert len(hidden) == 1
    assert [one.jumlah_baris > 0 for one in hidden[0]] == [False, True]
