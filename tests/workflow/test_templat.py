"""`templat`: what is handed out comes back: every word of its lists, and the scores typed in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ipasn_core.importing.template import HEAD_ROW
from ipasn_core.importing.template_fields import Isian, Jenis, Lembar, sheets
from ipasn_core.importing.vocabulary import FIELDS
from tests.workflow.kantor import (
    ANI,
    BUDI,
    CITRA,
    LEBAR,
    Kantor,
    buku,
    lebar,
    run,
    sidik,
)

FORMS: tuple[Jenis, ...] = ("lebar", "riwayat")


def templat(kantor: Kantor, *words: str | Path, nama: str = "templat") -> Path:
    path = kantor.folder / f"{nama}.xlsx"
    assert run("templat", "-o", path, *words).status == 0
    return path


def fill(path: Path, rows: dict[str, list[dict[str, object]]]) -> Path:
    """Write rows into the sheets of a template by the names of its heads, as an officer does."""
    book = load_workbook(path)
    for name, listed in rows.items():
        page = book[name]
        assert isinstance(page, Worksheet)
        at = {cell.value: cell.column for cell in page[HEAD_ROW]}
        for row, values in enumerate(listed, start=HEAD_ROW + 1):
            for bidang, value in values.items():
                page.cell(row, at[FIELDS[bidang]] or 0).value = value  # type: ignore[assignment]
    filled = path.with_name(f"{path.stem}-isi.xlsx")
    book.save(filled)
    return filled


def told(answer: dict[str, list[dict[str, str]]]) -> list[tuple[str, str, int]]:
    """The findings that are more than a remark on what was passed over."""
    return [
        (one["kode"], one["pesan"], int(one["baris"] or 0))
        for one in answer["temuan"]
        if one["tingkat"] != "info"
    ]


@pytest.mark.parametrize("jenis", FORMS)
def test_an_empty_template_imports_as_nothing(kantor: Kantor, jenis: Jenis) -> None:
    project = kantor.buat()
    before = sidik(project)
    ran = run("impor", project, templat(kantor, "--jenis", jenis), "--json")
    assert ran.status == 3
    assert ran.json["galat"]["pesan"].startswith("Tidak ada yang dapat disimpan")
    assert sidik(project) == before


def test_among_others_a_template_that_came_back_empty_is_named(kantor: Kantor) -> None:
    blank, good = templat(kantor), kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")])
    answer = kantor.impor(kantor.buat(), blank, good)
    [empty] = [one for one in answer["temuan"] if one["kode"] == "lembar-kosong"]
    assert (empty["berkas"], empty["lembar"], empty["tingkat"]) == (blank.name, "Pegawai", "info")
    assert answer["diterima"] == 1


# ---------------------------------------------------------------- every word of every list


def person(number: int) -> str:
    return f"19800101200501{1 + number % 2}{number + 1:03d}"


BASE: dict[str, object] = {
    "nama": "Nama Contoh",
    "status": "PNS",
    "opd": "Dinas A",
    "jabatan": "Pengadministrasi",
}
ROW_OF_JENJANG = {
    "JPT": "Struktural",
    "Adm": "Struktural",
    "Pen": "Struktural",
    "Ese": "Struktural",
}


def fits(isian: Isian, word: object) -> dict[str, object]:
    """What else the row says, so that the word is at home in it."""
    row: dict[str, object] = {}
    if isian.bidang == "jenjang":
        kind = "Pelaksana" if word == "Pelaksana" else ROW_OF_JENJANG.get(str(word)[:3])
        row["jenis_jabatan"] = "Fungsional" if kind is None or word == "Penyelia" else kind
    elif isian.bidang != "jenis_jabatan":
        row |= {"jenis_jabatan": "Pelaksana", "jenjang": "Pelaksana"}
    return row


def words(isian: Isian) -> Iterator[object]:
    """Everything that a check lets pass: a list whole, of a span its ends and what lies within."""
    if isian.pilihan:
        yield from isian.pilihan
    elif isian.jenis == "angka":
        low, high = isian.batas
        yield from (low, high, 0.25)
    elif isian.jenis == "bulat":
        yield from isian.batas
    elif isian.jenis == "tanggal":
        yield from (*isian.batas, dt.date(2021, 3, 17))


def test_what_the_wide_sheet_lets_pass_comes_in_without_a_finding(kantor: Kantor) -> None:
    (lembar,) = sheets("lebar", 100, predikat=True)
    rows = [
        {**BASE, **fits(isian, word), isian.bidang: word}
        for isian in lembar.isian
        for word in words(isian)
    ]
    assert len(rows) > 90
    for number, row in enumerate(rows):
        row |= {"nama": f"Contoh {number}", "nip": person(number)}
        if str(row.get("status", "")).startswith("PPPK"):
            row["nip"] = f"198001012021211{number + 1:03d}"
    project = kantor.buat()
    answer = kantor.impor(project, fill(templat(kantor), {"Pegawai": rows}))
    assert told(answer) == []
    assert answer["diterima"] == len(rows)


ROWS_OF: dict[str, dict[str, object]] = {
    "Riwayat Pendidikan": {"pendidikan": "S-1", "tahun_lulus": 2004},
    "Riwayat Diklat": {
        "jenis_diklat": "Seminar",
        "nama_diklat": "Seminar PKP",
        "selesai": dt.date(2021, 5, 2),
        "jp": 4,
    },
    "Kinerja": {"tahun": 2021, "nilai": 80},
    "Hukuman Disiplin": {"tingkat_hukuman": "Ringan", "tanggal_sk": dt.date(2020, 5, 2)},
}


def history(lembar: Lembar) -> list[dict[str, object]]:
    base = ROWS_OF[lembar.nama]
    rows: list[dict[str, object]] = []
    for isian in lembar.isian:
        for word in words(isian):
            row = {**base, isian.bidang: word}
            if isian.bidang == "mulai":
                row["selesai"] = word
            elif isian.bidang == "predikat":
                row.pop("nilai")
            rows.append(row)
    return rows


def test_what_the_history_sheets_let_pass_comes_in_without_a_finding(kantor: Kantor) -> None:
    filled: dict[str, list[dict[str, object]]] = {"Pegawai": []}
    for lembar in sheets("riwayat", 100, predikat=True)[1:]:
        filled[lembar.nama] = history(lembar)
    most = max(map(len, filled.values()))
    filled["Pegawai"] = [
        {
            **BASE,
            "jenis_jabatan": "Pelaksana",
            "jenjang": "Pelaksana",
            "nama": f"Contoh {n}",
            "nip": person(n),
        }
        for n in range(most)
    ]
    for name in list(filled)[1:]:
        for number, row in enumerate(filled[name]):
            row["nip"] = person(number)
    project = kantor.buat()
    blank = templat(kantor, "--jenis", "riwayat")
    answer = kantor.impor(project, fill(blank, filled))
    assert {kode for kode, *_ in told(answer)} == {"tanggal-sesudah-tahun"}  # in, and marked
    assert "lembar-dilewati" not in {one["kode"] for one in answer["temuan"]}  # Petunjuk, Pilihan
    assert answer["diterima"] == most


# ---------------------------------------------------------------- scores


def test_a_filled_template_gives_the_scores_typed_in(kantor: Kantor) -> None:
    typed: dict[str, dict[str, object]] = {
        ANI: {"pendidikan": "S-2", "jp": 32, "nilai": 91.25, "seminar": "Sudah"},
        BUDI: {"pendidikan": "D-III", "jp": 0, "nilai": 76, "hukuman": "Sedang"},
        CITRA: {"pim": "PKP (Diklatpim IV)", "jenis": "Struktural", "jenjang": "Pengawas"},
    }
    heads = {name: one for one, name in FIELDS.items()} | {"Pendidikan": "pendidikan"}
    rows, plain = [], []
    for nip, isi in typed.items():
        row = lebar(nip, f"Nama {nip[-3:]}", **isi)
        plain.append(row)
        rows.append({heads[h]: v for h, v in zip(LEBAR, row, strict=True) if h != "No"})
    one, other = kantor.buat("satu"), kantor.buat("dua")
    kantor.impor(one, buku(kantor.folder / "lebar.xlsx", {"Data": [LEBAR, *plain]}))
    filled = fill(templat(kantor, "--berkas", other), {"Pegawai": rows})
    assert told(kantor.impor(other, filled)) == []
    assert kantor.nilai(one) == kantor.nilai(other)
    assert len(kantor.nilai(one)) == len(typed)


# ---------------------------------------------------------------- people of a project


@pytest.fixture
def project(kantor: Kantor) -> Path:
    path = kantor.buat()
    rows = [
        lebar(ANI, "Ani", opd="Dinas B"),
        lebar(BUDI, "Budi", opd="Dinas A/C"),
        lebar(CITRA, "Citra", jenis="Fungsional", jenjang="Ahli Muda", opd="Dinas B"),
    ]
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, *rows]))
    return path


def test_people_known_stand_in_it_and_change_nothing(kantor: Kantor, project: Path) -> None:
    path = templat(kantor, "--berkas", project)
    page = load_workbook(path)["Pegawai"]
    assert page["A1"].value == "DATA PEGAWAI UNTUK INDEKS PROFESIONALITAS ASN TAHUN 2021"
    assert [row[0].value for row in page["B5:B7"]] == ["Budi", "Ani", "Citra"]
    answer = kantor.impor(project, path)
    assert (answer["tetap"], answer["baru"], answer["berubah"]) == (3, 0, 0)
    assert told(answer) == []


def test_one_file_a_perangkat_daerah(kantor: Kantor, project: Path) -> None:
    out = kantor.folder / "kirim" / "T.xlsx"
    out.parent.mkdir()
    ran = run("templat", "-o", out, "--berkas", project, "--opd", "--json")
    names = ["T - Dinas A C.xlsx", "T - Dinas B.xlsx"]
    assert ran.json == {"berkas": [str(out.with_name(name)) for name in names]}
    assert sorted(path.name for path in out.parent.iterdir()) == names
    page = load_workbook(out.with_name(names[1]))["Pegawai"]
    assert page["A2"].value == "Dinas B"
    assert [row[0].value for row in page["B5:B6"]] == ["Ani", "Citra"]
    assert page["B7"].value is None


def test_one_perangkat_daerah_by_name(kantor: Kantor, project: Path) -> None:
    path = templat(kantor, "--berkas", project, "--opd", "dinas b")
    assert load_workbook(path)["Pegawai"]["A2"].value == "Dinas B"
    ran = run("templat", "-o", path, "--berkas", project, "--opd", "Dinas Z", "--json")
    assert ran.status == 3
    assert ran.json["galat"]["kode"] == "opd-tidak-ada"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("-o", "a.csv"), 2),
        (("-o", "a.xlsx", "--opd"), 2),
        (("-o", "a.xlsx", "--berkas", "tiada.ipasn"), 3),
        (("-o", "tiada/a.xlsx"), 3),
        ((), 2),
    ],
)
def test_wrong_use_leaves_no_file(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], status: int
) -> None:
    monkeypatch.chdir(kantor.folder)
    assert run("templat", *words, "--json").status == status
    assert list(kantor.folder.iterdir()) == []


def test_nobody_to_part(kantor: Kantor) -> None:
    ran = run("templat", "-o", kantor.folder / "t.xlsx", "--berkas", kantor.buat(), "--opd")
    assert ran.status == 3
    assert not list(kantor.folder.glob("t*.xlsx"))
