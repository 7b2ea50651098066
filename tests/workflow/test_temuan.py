"""Every fault in a file has a name, an address and a remedy, and never stops the rows beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.workflow.kantor import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    EKA,
    LEBAR,
    PEGAWAI,
    Kantor,
    jurnal,
    lebar,
    run,
)

JUDUL: list[list[object]] = [["DAFTAR NOMINATIF"], ["TAHUN 2021"], [None]]
PERTAMA = len(JUDUL) + 2
"""Row of the first person below titles and head."""

KEYS = {"kode", "tingkat", "berkas", "lembar", "baris", "kolom", "pesan", "perbaikan"}


def tabel(kantor: Kantor, nama: str, *rows: list[object]) -> Path:
    return kantor.buku(nama, Data=[*JUDUL, LEBAR, *rows])


def satu(answer: dict[str, Any]) -> dict[str, Any]:
    """Return the only finding, whole by the contract."""
    [finding] = answer["temuan"]
    assert set(finding) >= KEYS
    assert finding["tingkat"] in ("galat", "periksa", "info")
    assert finding["perbaikan"] or finding["tingkat"] == "info"
    assert "{" not in finding["pesan"] + (finding["perbaikan"] or "")
    found: dict[str, Any] = finding
    return found


@pytest.mark.parametrize(
    ("kode", "kolom", "isi"),
    [
        ("nip-angka", "B", {"nip": 198102022006021002}),
        ("nip-angka", "B", {"nip": 198102022006021002.0}),
        ("nip-angka", "B", {"nip": "1.98102022006021E+17"}),
        ("nip-angka", "B", {"nip": "198102022006021000"}),
        ("nip-bukan-18-angka", "B", {"nip": "19810202200602100"}),
        ("nip-bukan-18-angka", "B", {"nip": "19810202200602100O"}),
        ("nip-tidak-sah", "B", {"nip": "198113022006021002"}),
        ("nip-tidak-sah", "B", {"nip": "198102022006023002"}),
        ("nip-kosong", "B", {"nip": None}),
        ("jenis-jabatan-tak-dikenal", "E", {"jenis": "Bintang Lima", "jenjang": None}),
        ("jenis-jabatan-tak-dikenal", "E", {"jenis": "Bintang Lima"}),
        ("sel-galat", "B", {"nip": "#REF!"}),
        ("sel-galat", "E", {"jenis": "#N/A"}),
        ("rumus-tanpa-hasil", "B", {"nip": "=A1"}),
        ("rumus-tanpa-hasil", "C", {"nama": "=A1"}),
    ],
)
def test_fault_in_an_identifying_field_keeps_the_row_out(
    kantor: Kantor, kode: str, kolom: str, isi: dict[str, object]
) -> None:
    project = kantor.buat()
    row = lebar(BUDI, "Budi", **{k: v for k, v in isi.items() if k not in ("nip", "nama")})
    row[1] = isi.get("nip", BUDI)
    row[2] = isi.get("nama", "Budi")
    book = tabel(kantor, "a", lebar(ANI, "Ani"), row, lebar(CITRA, "Citra"))
    answer = kantor.impor(project, book, status=1)
    finding = satu(answer)
    assert (finding["kode"], finding["tingkat"]) == (kode, "galat")
    assert (finding["berkas"], finding["lembar"]) == ("a.xlsx", "Data")
    assert (finding["baris"], finding["kolom"]) == (PERTAMA + 1, kolom)
    assert (answer["diterima"], answer["baru"], answer["ditolak"]) == (2, 2, 1)
    found = kantor.nilai(project)
    assert set(found) == {ANI, CITRA}
    assert all((one["indeks"], one["lengkap"]) == ("85", "ya") for one in found.values())
    result = run("hitung", project, "--json").json
    assert (result["jumlah"], result["temuan_galat"], result["tidak_masuk"]) == (2, 1, 1)


@pytest.mark.parametrize(
    ("kode", "kolom", "isi", "dimensi"),
    [
        ("pendidikan-tak-dikenal", "I", {"pendidikan": "Bintang Lima"}, "kualifikasi"),
        ("nilai-di-luar-skala", "N", {"nilai": 191}, "kinerja"),
        ("nilai-di-luar-skala", "N", {"nilai": -1}, "kinerja"),
        ("nilai-di-luar-skala", "N", {"nilai": "100,001"}, "kinerja"),
        ("nilai-tak-terbaca", "N", {"nilai": "delapan puluh"}, "kinerja"),
        ("jp-tak-terbaca", "L", {"jp": "banyak sekali"}, "kompetensi"),
        ("jp-di-luar-skala", "L", {"jp": -20}, "kompetensi"),
        ("pernyataan-tak-dikenal", "M", {"seminar": "Entah"}, "kompetensi"),
        ("hukuman-tak-dikenal", "O", {"hukuman": "Entah"}, "disiplin"),
        ("sel-galat", "I", {"pendidikan": "#N/A"}, "kualifikasi"),
        ("sel-galat", "N", {"nilai": "#DIV/0!"}, "kinerja"),
        ("rumus-tanpa-hasil", "N", {"nilai": "=L6*4"}, "kinerja"),
        ("rumus-tanpa-hasil", "O", {"hukuman": '=IF(1=1,"Ringan","")'}, "disiplin"),
    ],
)
def test_fault_in_another_field_keeps_that_value_out(
    kantor: Kantor, kode: str, kolom: str, isi: dict[str, object], dimensi: str
) -> None:
    project = kantor.buat()
    book = tabel(kantor, "a", lebar(ANI, "Ani"), lebar(BUDI, "Budi", **isi))
    answer = kantor.impor(project, book, status=1)
    finding = satu(answer)
    assert (finding["kode"], finding["tingkat"]) == (kode, "galat")
    assert (finding["berkas"], finding["lembar"]) == ("a.xlsx", "Data")
    assert (finding["baris"], finding["kolom"]) == (PERTAMA + 1, kolom)
    assert (answer["diterima"], answer["ditolak"]) == (2, 0)
    found = kantor.nilai(project)
    assert found[ANI]["lengkap"] == "ya"
    assert found[BUDI]["lengkap"] == "tidak"
    assert float(found[BUDI][dimensi]) < float(found[ANI][dimensi])
    others = {"kualifikasi", "kompetensi", "kinerja", "disiplin"} - {dimensi}
    assert all(found[BUDI][d] == found[ANI][d] for d in others)
    result = run("hitung", project, "--json").json
    assert (result["belum_lengkap"], result["tidak_masuk"]) == (1, 0)


def test_unknown_level_of_a_post_keeps_the_level_out(kantor: Kantor) -> None:
    project = kantor.buat()
    row = lebar(BUDI, "Budi", jenis="Struktural", jenjang="Bintang Lima", pim="Sudah")
    answer = kantor.impor(project, tabel(kantor, "a", row), status=1)
    finding = satu(answer)
    assert (finding["kode"], finding["baris"]) == ("jenjang-tak-dikenal", PERTAMA)
    assert finding["kolom"] == "F"
    assert kantor.nilai(project)[BUDI]["jenjang"] == ""


def test_several_faults_in_a_row_are_told_each(kantor: Kantor) -> None:
    project = kantor.buat()
    row = lebar(BUDI, "Budi", pendidikan="Bintang Lima", nilai=191, jp=-1)
    answer = kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani"), row), status=1)
    assert [(one["baris"], one["kolom"]) for one in answer["temuan"]] == [
        (PERTAMA + 1, "I"),
        (PERTAMA + 1, "L"),
        (PERTAMA + 1, "N"),
    ]
    assert len({one["id"] for one in answer["temuan"]}) == 3


def test_missing_required_column_lists_what_was_found(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = [head for head in LEBAR if head != "NIP"]
    row = lebar(BUDI, "Budi")
    bad = kantor.buku("tanpa-nip", Data=[heads, [row[0], *row[2:]]])
    good = kantor.buku("baik", Data=[LEBAR, lebar(ANI, "Ani")])
    finding = satu(kantor.impor(project, bad, good, status=1))
    assert (finding["kode"], finding["tingkat"]) == ("kolom-wajib-tak-ada", "galat")
    assert (finding["berkas"], finding["lembar"]) == ("tanpa-nip.xlsx", "Data")
    assert "NIP" in finding["pesan"]
    for found in ("Nama", "Jenis Jabatan", "Pendidikan"):
        assert found in finding["pesan"]
    assert "--kolom" in finding["perbaikan"]
    assert "NIP=" in finding["perbaikan"]
    assert set(kantor.nilai(project)) == {ANI}


def test_identical_rows_count_once_whatever_their_number(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = [lebar(ANI, "Ani", no=number) for number in (1, 2, 3)]
    answer = kantor.impor(project, tabel(kantor, "a", *rows, lebar(BUDI, "Budi")))
    assert (answer["diterima"], answer["ganda"], answer["ditolak"]) == (2, 2, 0)
    twin = tabel(kantor, "b", lebar(ANI, "Ani", no=9))
    third = kantor.buat("lain")
    assert kantor.impor(third, kantor.folder / "a.xlsx", twin)["ganda"] == 3


def test_conflicting_rows_stay_out_in_one_finding(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = (lebar(ANI, "Ani", pendidikan="S-1"), lebar(BUDI, "Budi"))
    book = tabel(kantor, "a", *rows, lebar(ANI, "Ani", pendidikan="S-2", no=3))
    answer = kantor.impor(project, book, status=1)
    finding = satu(answer)
    assert (finding["kode"], finding["lembar"]) == ("baris-bertentangan", "Data")
    assert str(PERTAMA) in finding["pesan"]
    assert str(PERTAMA + 2) in finding["pesan"]
    assert answer["ditolak"] == 2
    assert set(kantor.nilai(project)) == {BUDI}
    assert run("hitung", project, "--json").json["tidak_masuk"] == 1


def test_conflict_across_the_files_of_a_call(kantor: Kantor) -> None:
    project = kantor.buat()
    one = tabel(kantor, "a", lebar(ANI, "Ani", nilai=80), lebar(BUDI, "Budi"))
    two = tabel(kantor, "b", lebar(ANI, "Ani", nilai=95))
    answer = kantor.impor(project, one, two, status=1)
    finding = satu(answer)
    assert finding["kode"] == "baris-bertentangan"
    for name in ("a.xlsx", "b.xlsx"):
        assert name in finding["pesan"] or finding["berkas"] == name
    assert answer["ditolak"] == 2
    assert set(kantor.nilai(project)) == {BUDI}


def test_rows_that_complete_each_other_are_merged(kantor: Kantor) -> None:
    project = kantor.buat()
    half = lebar(ANI, "Ani", nilai=None, hukuman=None)
    other = lebar(ANI, "Ani", pendidikan=None, jp=None)
    answer = kantor.impor(project, tabel(kantor, "a", half, other))
    assert (answer["diterima"], answer["ditolak"]) == (1, 0)
    assert (kantor.nilai(project)[ANI]["indeks"], answer["temuan"]) == ("85", [])


def test_statement_and_records_that_disagree(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani", jp=4, seminar="Belum")))
    people = [PEGAWAI, [ANI, "Ani", "PNS", "Pelaksana", "Pelaksana", None, "Dinas A"]]
    book = kantor.buku(
        "b",
        Pegawai=people,
        Pendidikan=[("NIP", "Tingkat Pendidikan", "Tahun Lulus"), (ANI, "S-2", 2015)],
        Diklat=[
            ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "Jumlah JP"),
            (ANI, "Diklat Teknis", "Arsip", "03-02-2021", 24),
        ],
    )
    kantor.impor(project, book)
    found = kantor.nilai(project)[ANI]
    assert (found["kualifikasi"], found["kompetensi"]) == ("20", "22.5")
    told = [
        one
        for one in run("temuan", project, "--json").json["temuan"]
        if one["kode"] == "pernyataan-beda"
    ]
    assert [one["tingkat"] for one in told] == ["periksa", "periksa"]
    degree, hours = sorted(told, key=lambda one: "S-2" not in one["pesan"])
    assert "S-1" in degree["pesan"]
    assert "24" in hours["pesan"]
    assert all(one["berkas"] is None for one in told)


def test_stated_mark_that_its_parts_miss_by_more_than_rounding(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = (*PEGAWAI, "Nilai SKP", "Nilai Perilaku Kerja", "Nilai Kinerja")
    person = ("PNS", "Pelaksana", "Pelaksana", "Staf", "Dinas A")
    rows = [
        # 60 % × 80 + 40 % × 80,01 = 80,004
        (ANI, "Ani", *person, 80, 80.01, 79.995),
        (BUDI, "Budi", *person, 80, 80.01, 79.993),
        (CITRA, "Citra", *person, 92, 91, 80),
        (DEDI, "Dedi", *person, 92, 91, None),
    ]
    kantor.impor(project, kantor.buku("a", Data=[heads, *rows]))
    told = [
        one["pesan"]
        for one in run("temuan", project, "--json").json["temuan"]
        if one["kode"] == "nilai-beda-komponen"
    ]
    assert len(told) == 2
    assert {nip[:8] for nip in (BUDI, CITRA)} == {
        nip[:8] for nip in (ANI, BUDI, CITRA, DEDI) if any(nip[:8] in text for text in told)
    }
    found = kantor.nilai(project)
    assert (found[CITRA]["kinerja"], found[DEDI]["kinerja"]) == ("25", "30")


# ---------------------------------------------------------------- --galat and back


def correct(path: Path, wanted: Mapping[str, Mapping[str, str | int]]) -> list[str]:
    """Correct the refused workbook as an officer would: head → new value, by name of the person."""
    book = load_workbook(path)
    heads: list[str] = []
    for sheet in book.worksheets:
        heads = [str(cell.value) for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            name = row[heads.index("Nama")].value
            for head, value in wanted.get(str(name), {}).items():
                cell = row[heads.index(head)]
                cell.value, cell.number_format = value, "@" if isinstance(value, str) else "0"
    book.save(path)
    return heads


def test_refused_rows_are_corrected_and_come_in(kantor: Kantor) -> None:
    project = kantor.buat()
    source = tabel(
        kantor,
        "kiriman",
        lebar(ANI, "Ani"),
        lebar("19810202200602100", "Budi"),
        lebar(CITRA, "Citra", nilai=191),
        [*lebar(DEDI, "Dedi")[:1], int(DEDI), *lebar(DEDI, "Dedi")[2:]],
        lebar(EKA, "Eka", pendidikan="Bintang Lima", hukuman="Entah"),
    )
    refused = kantor.folder / "tolak.xlsx"
    answer = kantor.impor(project, source, "--galat", refused, status=1)
    ids = {one["id"] for one in answer["temuan"]}

    book = load_workbook(refused)
    [sheet] = book.worksheets
    assert sheet.title == "Data"
    heads = [cell.value for cell in sheet[1]]
    assert heads[: len(LEBAR)] == list(LEBAR)
    body = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[2] for row in body] == ["Budi", "Citra", "Dedi", "Eka"]
    for number, row in zip((6, 7, 8, 9), body, strict=True):
        address, words, remedy, told = row[len(LEBAR) :]
        assert address == f"kiriman.xlsx · Data · baris {number}"
        assert words
        assert remedy
        assert set(str(told).split()) <= ids
    assert {one for row in body for one in str(row[-1]).split()} == ids

    fixed: dict[str, dict[str, str | int]] = {
        "Budi": {"NIP": BUDI},
        "Citra": {"Nilai Kinerja": 91},
        "Dedi": {"NIP": DEDI},
        "Eka": {"Pendidikan": "D-III", "Hukuman Disiplin": "Ringan"},
    }
    correct(refused, fixed)
    again = kantor.impor(project, refused, status=0)
    assert (again["diterima"], again["baru"], again["berubah"]) == (4, 2, 2)
    found = kantor.nilai(project)
    assert set(found) == {ANI, BUDI, CITRA, DEDI, EKA}
    assert all(one["lengkap"] == "ya" for one in found.values())
    assert found[CITRA]["kinerja"] == "30"
    assert (found[EKA]["kualifikasi"], found[EKA]["disiplin"]) == ("10", "3")
    assert run("hitung", project, "--json").json["belum_lengkap"] == 0


def test_galat_without_faults_writes_nothing(kantor: Kantor) -> None:
    project = kantor.buat()
    clean = tabel(kantor, "a", lebar(ANI, "Ani"))
    kantor.impor(project, clean, "--galat", kantor.folder / "tolak.xlsx")
    assert not (kantor.folder / "tolak.xlsx").exists()


def test_galat_with_coba_saves_the_rows_and_leaves_the_project(kantor: Kantor) -> None:
    project = kantor.buat()
    before = project.read_bytes()
    faulty = tabel(kantor, "b", lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=191))
    kantor.impor(project, faulty, "--coba", "--galat", kantor.folder / "tolak.xlsx", status=1)
    assert load_workbook(kantor.folder / "tolak.xlsx").worksheets[0].max_row == 2
    assert project.read_bytes() == before


# ---------------------------------------------------------------- closing and setting aside


def test_setting_a_finding_aside(kantor: Kantor) -> None:
    project = kantor.buat()
    answer = kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani", nilai=191)), status=1)
    number = satu(answer)["id"]
    assert run("temuan", project, "--abaikan", number, "--json").status == 2
    assert run("temuan", project, "--abaikan", number, "--alasan", "  ", "--json").status == 2
    assert run("temuan", project, "--alasan", "x", "--json").status == 2
    assert run("temuan", project, "--abaikan", "tidak-ada", "--alasan", "x", "--json").status == 3
    done = run("temuan", project, "--abaikan", number, "--alasan", "SKP menyusul", "--json")
    assert done.status == 0
    assert run("hitung", project, "--json").json["temuan_galat"] == 0
    listed = run("temuan", project, "--json").json["temuan"]
    assert [one["kode"] for one in listed] == ["belum-ada-data"]
    assert jurnal(project)[-1]["perbuatan"] == "abaikan"
    assert jurnal(project)[-1]["isi"]["alasan"] == "SKP menyusul"
    # The same file again keeps it set aside.
    kantor.impor(project, kantor.folder / "a.xlsx", status=1)
    assert run("hitung", project, "--json").json["temuan_galat"] == 0
    # A derived finding is set aside likewise.
    assert run("temuan", project, "--abaikan", listed[0]["id"], "--alasan", "sakit").status == 0
    assert run("temuan", project, "--json").json["temuan"] == []


def test_findings_of_hidden_sheets_and_rows(kantor: Kantor) -> None:
    project = kantor.buat()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Data"
    for row in (LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")):
        sheet.append(list(row))
    sheet.row_dimensions[3].hidden = True
    hidden = book.create_sheet("Lama")
    hidden.append(list(LEBAR))
    hidden.append(lebar(CITRA, "Citra"))
    hidden.sheet_state = "hidden"
    path = kantor.folder / "a.xlsx"
    book.save(path)
    answer = kantor.impor(project, path, status=0)
    assert {(one["kode"], one["lembar"]) for one in answer["temuan"]} == {
        ("baris-tersembunyi", "Data"),
        ("lembar-tersembunyi", "Lama"),
    }
    assert set(kantor.nilai(project)) == {ANI, BUDI}
