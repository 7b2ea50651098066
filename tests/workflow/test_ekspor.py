"""`ekspor`: one row a person, for programs and for spreadsheets."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.workflow.kantor import ANI, BUDI, CITRA, DEDI, EKA, LEBAR, Kantor, lebar, run

WAJIB = (
    *("nip", "nama", "opd", "jenis_jabatan", "jenjang", "pendidikan", "kualifikasi"),
    *("kompetensi", "kinerja", "disiplin", "indeks", "kategori", "lengkap"),
)
NILAI = ("kualifikasi", "kompetensi", "kinerja", "disiplin", "indeks")
PPPK = "198505052021211005"


def bermacam(kantor: Kantor) -> Path:
    """Return a project with measured and unmeasured people, complete and not."""
    project = kantor.buat()
    rows = [
        lebar(ANI, "Ani"),
        lebar(BUDI, "Budi", status="CPNS"),
        lebar(PPPK, "Pia", status="PPPK"),
        lebar(CITRA, "Citra", nilai=None),
        lebar(DEDI, "Dedi", jenis="Struktural", jenjang="Pengawas", pim="Sudah", nilai=90.999),
        lebar(EKA, "Eka", jenis="Fungsional", jenjang="Ahli Muda", jp=19.5, hukuman="Sedang"),
    ]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *rows]))
    return project


def test_csv_has_the_columns_and_plain_numbers(kantor: Kantor) -> None:
    project = bermacam(kantor)
    target = kantor.folder / "hasil.csv"
    assert run("ekspor", project, "-o", target).status == 0
    raw = target.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8")
    heads = text.split("\r\n", 1)[0].split(",")
    assert set(WAJIB) <= set(heads)
    assert len(set(heads)) == len(heads)
    with target.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert [row["nip"] for row in rows] == sorted([ANI, BUDI, CITRA, DEDI, EKA, PPPK])
    found = {row["nip"]: row for row in rows}
    assert {name: found[ANI][name] for name in WAJIB} == {
        "nip": ANI,
        "nama": "Ani",
        "opd": "Dinas A",
        "jenis_jabatan": "Pelaksana",
        "jenjang": "Pelaksana",
        "pendidikan": "S-1",
        "kualifikasi": "15",
        "kompetensi": "40",
        "kinerja": "25",
        "disiplin": "5",
        "indeks": "85",
        "kategori": "Tinggi",
        "lengkap": "ya",
    }
    assert (found[CITRA]["kinerja"], found[CITRA]["lengkap"]) == ("0", "tidak")
    assert (found[DEDI]["kompetensi"], found[DEDI]["kinerja"]) == ("40", "25")
    assert (found[EKA]["kompetensi"], found[EKA]["disiplin"]) == ("10", "2")


def test_half_points_have_a_decimal_point(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani", seminar="Belum")]))
    found = kantor.nilai(project)[ANI]
    assert (found["kompetensi"], found["indeks"]) == ("22.5", "67.5")


def test_people_not_measured_have_no_points_and_do_not_count(kantor: Kantor) -> None:
    project = bermacam(kantor)
    found = kantor.nilai(project)
    for nip in (BUDI, PPPK):
        assert {found[nip][name] for name in (*NILAI, "kategori", "lengkap")} == {""}
    result = run("hitung", project, "--json").json
    assert (result["jumlah"], result["tidak_diukur"], result["belum_lengkap"]) == (4, 2, 1)


def test_xlsx_has_texts_and_real_numbers(kantor: Kantor) -> None:
    project = bermacam(kantor)
    target = kantor.folder / "hasil.xlsx"
    assert run("ekspor", project, "-o", target).status == 0
    [sheet] = load_workbook(target).worksheets
    heads = [str(cell.value) for cell in sheet[1]]
    rows = {}
    for cells in sheet.iter_rows(min_row=2):
        row = dict(zip(heads, cells, strict=True))
        assert row["nip"].data_type == "s"
        rows[str(row["nip"].value)] = row
    flat = kantor.nilai(project)
    assert rows.keys() == flat.keys()
    for nip, row in rows.items():
        for name in NILAI:
            value = row[name].value
            assert ("" if value is None else str(value)) == flat[nip][name]
            assert value is None or row[name].data_type == "n"
        for name in set(WAJIB) - set(NILAI):
            assert (row[name].value or "") == flat[nip][name]


NAKAL = {
    ANI: '=HYPERLINK("x")',
    BUDI: "+62 Budi",
    CITRA: "-Citra",
    DEDI: "@Dedi",
    EKA: "Eka, S.T.",
}


def nakal(kantor: Kantor) -> Path:
    """Return a project whose names a spreadsheet would take for formulas."""
    project = kantor.buat("nakal")
    path = kantor.folder / "nakal.csv"
    with path.open("w", encoding="utf-8", newline="") as target:
        out = csv.writer(target)
        out.writerow(LEBAR)
        out.writerows(lebar(nip, name) for nip, name in NAKAL.items())
    assert kantor.impor(project, path)["baru"] == len(NAKAL)
    return project


def test_texts_like_formulas_are_guarded_and_come_back(kantor: Kantor) -> None:
    project = nakal(kantor)
    target = kantor.folder / "hasil.csv"
    assert run("ekspor", project, "-o", target).status == 0
    with target.open(encoding="utf-8", newline="") as source:
        found = {row["nip"]: row["nama"] for row in csv.DictReader(source)}
    assert found == {
        nip: ("'" + name if name[0] in "=+-@" else name) for nip, name in NAKAL.items()
    }
    again = kantor.impor(project, target)
    assert (again["diterima"], again["baru"]) == (len(NAKAL), 0)
    fresh = kantor.buat("segar")
    kantor.impor(fresh, target)
    names = {nip: run("jelas", fresh, nip, "--json").json["nama"] for nip in NAKAL}
    assert names == NAKAL
    assert kantor.nilai(project) == {
        nip: row | {"nama": found[nip]} for nip, row in kantor.nilai(project).items()
    }


def test_texts_like_formulas_are_text_cells_in_xlsx(kantor: Kantor) -> None:
    project = nakal(kantor)
    target = kantor.folder / "hasil.xlsx"
    assert run("ekspor", project, "-o", target).status == 0
    [sheet] = load_workbook(target).worksheets
    heads = [str(cell.value) for cell in sheet[1]]
    column = heads.index("nama")
    cells = {row[heads.index("nip")].value: row[column] for row in sheet.iter_rows(min_row=2)}
    assert {nip: cell.value for nip, cell in cells.items()} == NAKAL
    assert {cell.data_type for cell in cells.values()} == {"s"}
    fresh = kantor.buat("segar")
    kantor.impor(fresh, target)
    assert {nip: row["nama"].lstrip("'") for nip, row in kantor.nilai(fresh).items()} == NAKAL


@pytest.mark.parametrize("nama", ["hasil.csv", "hasil.xlsx"])
def test_export_that_fails_leaves_what_was_there(kantor: Kantor, nama: str) -> None:
    project = bermacam(kantor)
    nowhere = kantor.folder / "tidak" / nama
    assert run("ekspor", project, "-o", nowhere, "--json").status == 3
    assert not nowhere.parent.exists()
    folder = kantor.folder / nama
    folder.mkdir()
    assert run("ekspor", project, "-o", folder, "--json").status == 3
    assert [path.name for path in kantor.folder.iterdir() if path.name.endswith(".baru")] == []


def test_export_of_another_ending_is_wrong_use(kantor: Kantor) -> None:
    project = bermacam(kantor)
    assert run("ekspor", project, "-o", kantor.folder / "hasil.pdf", "--json").status == 2
    assert run("ekspor", project, "--json").status == 2


def test_export_of_an_empty_year_is_a_head_alone(kantor: Kantor) -> None:
    project = kantor.buat()
    assert kantor.nilai(project) == {}
