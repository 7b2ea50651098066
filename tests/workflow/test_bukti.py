"""Evidence from files to score: the stronger counts, order changes nothing, absence is earned."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

from tests.workflow.kantor import (
    ANI,
    BUDI,
    CITRA,
    LEBAR,
    PEGAWAI,
    PENGESAHAN,
    Kantor,
    jurnal,
    lebar,
    run,
)

DIKLAT = ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "Jumlah JP")
HUKUMAN = ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK", "TMT Hukuman")
IJAZAH = ("NIP", "Tingkat Pendidikan", "Tahun Lulus")


def orang(nip: str, nama: str, jenis: str = "Pelaksana", jenjang: str = "Pelaksana") -> list[str]:
    return [nip, nama, "PNS", jenis, jenjang, "Staf", "Dinas A"]


def daftar(kantor: Kantor, project: Path) -> None:
    people = [orang(ANI, "Ani"), orang(BUDI, "Budi"), orang(CITRA, "Citra")]
    kantor.impor(project, kantor.buku("pegawai", Pegawai=[PEGAWAI, *people]))


def langkah(project: Path, nip: str, instrumen: str) -> dict[str, Any]:
    steps = run("jelas", project, nip, "--json").json["instrumen"]
    found: dict[str, Any] = next(one for one in steps if one["instrumen"] == instrumen)
    return found


def test_order_of_files_changes_nothing_for_people_in_the_roster(kantor: Kantor) -> None:
    people = [orang(ANI, "Ani"), orang(BUDI, "Budi")]
    wide = lebar(ANI, "Ani", jabatan="Staf", jp=12, pendidikan="S-1")
    books = (
        kantor.buku("lebar", Data=[LEBAR, wide]),
        kantor.buku(
            "diklat",
            Pegawai=[PEGAWAI, *people],
            Diklat=[DIKLAT, (ANI, "Diklat Teknis", "A", "31-12-2021", 8)],
        ),
        kantor.buku(
            "diklat2",
            Diklat=[
                DIKLAT,
                (ANI, "Diklat Teknis", "B", "01-01-2021", 12),
                (CITRA, "Seminar", "C", "01-01-2020", 3),
            ],
        ),
        kantor.buku(
            "hukuman",
            Pegawai=[PEGAWAI, *people],
            Hukuman=[HUKUMAN, (BUDI, "Berat", None, "01-02-2017", None)],
            Ijazah=[IJAZAH, (ANI, "S-2", 2021), (ANI, "S-3", 2022), (BUDI, "D-III", None)],
        ),
    )
    results = []
    for number, order in enumerate(itertools.permutations(books)):
        project = kantor.buat(f"uji{number}")
        daftar(kantor, project)
        for book in order:
            kantor.impor(project, book)
        results.append(kantor.nilai(project))
    assert all(one == results[0] for one in results)
    found = results[0]
    assert (found[ANI]["kualifikasi"], found[ANI]["kompetensi"]) == ("20", "40")
    assert (found[BUDI]["disiplin"], found[ANI]["disiplin"]) == ("1", "5")
    assert (found[CITRA]["kompetensi"], found[CITRA]["disiplin"]) == ("17.5", "0")


@pytest.mark.parametrize(
    ("first", "second"),
    [("stated", "recorded"), ("recorded", "stated")],
)
def test_the_stronger_of_statement_and_record_counts(
    kantor: Kantor, first: str, second: str
) -> None:
    books = {
        "stated": kantor.buku(
            "lebar",
            Data=[
                LEBAR,
                lebar(ANI, "Ani", pendidikan="S-2", jp=4, hukuman="Ringan", seminar="Belum"),
            ],
        ),
        "recorded": kantor.buku(
            "riwayat",
            Pegawai=[PEGAWAI, orang(ANI, "Ani")],
            Ijazah=[IJAZAH, (ANI, "S-1", 2010)],
            Diklat=[
                DIKLAT,
                (ANI, "Diklat Teknis", "A", "01-03-2021", 20),
                (ANI, "Workshop", "B", "01-03-2020", 2),
            ],
            Hukuman=[HUKUMAN, (ANI, "Sedang", None, None, "01-06-2019")],
        ),
    }
    project = kantor.buat()
    daftar(kantor, project)
    kantor.impor(project, books[first])
    kantor.impor(project, books[second])
    found = kantor.nilai(project)[ANI]
    assert (found["kualifikasi"], found["kompetensi"], found["disiplin"]) == ("20", "40", "2")


@pytest.mark.parametrize(
    ("tmt", "points"),
    [("31-12-2016", "5"), ("01-01-2017", "1"), ("31-12-2021", "1"), ("01-01-2022", "5")],
)
def test_window_of_sentences(kantor: Kantor, tmt: str, points: str) -> None:
    project = kantor.buat()
    book = kantor.buku(
        "a",
        Pegawai=[PEGAWAI, orang(ANI, "Ani")],
        Hukuman=[HUKUMAN, (ANI, "Berat", None, "01-06-2019", tmt)],
    )
    kantor.impor(project, book)
    assert kantor.nilai(project)[ANI]["disiplin"] == points


def test_sentence_without_a_readable_level_is_no_five(kantor: Kantor) -> None:
    project = kantor.buat()
    book = kantor.buku(
        "a",
        Pegawai=[PEGAWAI, orang(ANI, "Ani"), orang(BUDI, "Budi")],
        Hukuman=[HUKUMAN, (ANI, "Entah", "Entah", "01-06-2019", None)],
    )
    answer = kantor.impor(project, book, status=1)
    assert answer["ditolak"] == 1
    found = kantor.nilai(project)
    assert (found[ANI]["disiplin"], found[BUDI]["disiplin"]) == ("0", "5")
    assert langkah(project, ANI, "disiplin")["keadaan"] == "belum_ada"
    number = answer["temuan"][0]["id"]
    assert run("temuan", project, "--abaikan", number, "--alasan", "batal").status == 0
    assert kantor.nilai(project)[ANI]["disiplin"] == "5"


def test_demotion_without_its_length_has_no_level(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = ("NIP", "Jenis Hukuman", "TMT Hukuman", "Masa Hukuman (bulan)")
    kind = "Penurunan pangkat setingkat lebih rendah"
    rows = [(ANI, kind, "01-06-2019", None), (BUDI, kind, "01-06-2019", 12)]
    people = [orang(ANI, "Ani"), orang(BUDI, "Budi"), orang(CITRA, "Citra")]
    rows.append((CITRA, kind, "01-06-2019", 36))
    ran = run(
        "impor",
        project,
        kantor.buku("a", Pegawai=[PEGAWAI, *people], Hukuman=[heads, *rows]),
        "--json",
    )
    assert ran.status in (0, 1)
    found = kantor.nilai(project)
    assert [found[nip]["disiplin"] for nip in (ANI, BUDI, CITRA)] == ["0", "2", "1"]
    assert found[ANI]["lengkap"] == "tidak"


def test_row_of_nobody_known_withholds_what_absence_would_say(kantor: Kantor) -> None:
    project = kantor.buat()
    people = [orang(ANI, "Ani"), orang(BUDI, "Budi"), orang(CITRA, "Citra")]
    rows = [(ANI, "Ringan", None, "01-06-2020", None), ("1981", "Berat", None, "01-06-2020", None)]
    book = kantor.buku("a", Pegawai=[PEGAWAI, *people], Hukuman=[HUKUMAN, *rows])
    answer = kantor.impor(project, book, status=1)
    found = kantor.nilai(project)
    assert [found[nip]["disiplin"] for nip in (ANI, BUDI, CITRA)] == ["3", "0", "0"]
    number = answer["temuan"][0]["id"]
    assert run("temuan", project, "--abaikan", number, "--alasan", "orang lain").status == 0
    found = kantor.nilai(project)
    assert [found[nip]["disiplin"] for nip in (ANI, BUDI, CITRA)] == ["3", "5", "5"]


def test_ganti_removes_what_a_complete_sheet_does_not_list(kantor: Kantor) -> None:
    project = kantor.buat()
    daftar(kantor, project)
    old = kantor.buku(
        "lama",
        Diklat=[
            DIKLAT,
            (ANI, "Diklat Teknis", "A", "01-03-2021", 20),
            (ANI, "Seminar", "B", "01-03-2021", 2),
            (BUDI, "Diklat Teknis", "C", "01-03-2021", 20),
        ],
    )
    new = kantor.buku("baru", Diklat=[DIKLAT, (ANI, "Diklat Teknis", "A2", "01-03-2021", 4)])
    kantor.impor(project, old)
    kantor.impor(project, new)
    assert kantor.nilai(project)[ANI]["kompetensi"] == "40"
    tried = kantor.impor(project, new, "--ganti", "--coba")
    assert kantor.nilai(project)[ANI]["kompetensi"] == "40"
    done = kantor.impor(project, new, "--ganti")
    assert done == tried
    assert done["berubah"] == 1
    found = kantor.nilai(project)
    assert (found[ANI]["kompetensi"], found[BUDI]["kompetensi"]) == ("0", "22.5")
    entries = jurnal(project)
    kantor.impor(project, new, "--ganti")
    assert jurnal(project) == entries


def test_appraisal_of_another_year_is_not_this_years(kantor: Kantor) -> None:
    project = kantor.buat()
    daftar(kantor, project)
    heads = ("NIP", "Tahun", "Nilai SKP", "Nilai Perilaku Kerja", "Nilai Kinerja")
    rows = [
        (ANI, 2020, 95, 95, 95),
        (BUDI, 2021, 95, 95, None),
        (CITRA, 2021, None, None, "90,999"),
    ]
    kantor.impor(project, kantor.buku("kinerja", Kinerja=[heads, *rows]))
    found = kantor.nilai(project)
    assert [found[nip]["kinerja"] for nip in (ANI, BUDI, CITRA)] == ["0", "30", "25"]
    assert langkah(project, ANI, "kinerja")["keadaan"] == "belum_ada"


def test_leadership_course_must_fit_the_post(kantor: Kantor) -> None:
    project = kantor.buat()
    people = [
        orang(ANI, "Ani", "Struktural", "Administrator"),
        orang(BUDI, "Budi", "Struktural", "Pengawas"),
        orang(CITRA, "Citra", "Struktural", "Administrator"),
    ]
    rows = [
        (ANI, "Diklat Kepemimpinan", "Pelatihan Kepemimpinan Pengawas", "01-03-2015", 800),
        (BUDI, "Diklat Kepemimpinan", "Diklatpim Tk. III", "01-03-2015", 800),
        (CITRA, "Diklat Kepemimpinan", "Diklat Pimpinan Bintang", "01-03-2015", 800),
    ]
    book = kantor.buku("a", Pegawai=[PEGAWAI, *people], Diklat=[DIKLAT, *rows])
    answer = kantor.impor(project, book)
    assert [(one["kode"], one["tingkat"], one["baris"]) for one in answer["temuan"]] == [
        ("tingkat-diklat-tak-terbaca", "periksa", 4)
    ]
    points = [langkah(project, nip, "diklat_kepemimpinan") for nip in (ANI, BUDI, CITRA)]
    assert [one["poin"] for one in points] == ["0", "15", "0"]
    verdicts = [one["rekaman"][0]["putusan"] for one in points]
    assert verdicts == ["tidak_sesuai", "dihitung", "tingkat_tak_terbaca"]


def test_incomplete_people_are_a_warning_and_do_not_block_signing(kantor: Kantor) -> None:
    project = kantor.buat()
    daftar(kantor, project)
    result = run("hitung", project, "--json").json
    assert (result["jumlah"], result["belum_lengkap"], result["indeks"]) == (3, 3, "0.00")
    assert result["kategori"] == "Sangat Rendah"
    assert run("sahkan", project, "-o", kantor.folder / "sah.pdf", *PENGESAHAN).status == 0


def test_status_from_the_nip_is_told(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = [head for head in LEBAR if head != "Status"]
    pppk = lebar("198505052021211005", "Pia")
    rows = [[*row[:3], *row[4:]] for row in (lebar(ANI, "Ani"), pppk)]
    answer = kantor.impor(project, kantor.buku("a", Data=[heads, *rows]))
    assert {one["tingkat"] for one in answer["temuan"]} <= {"periksa", "info"}
    result = run("hitung", project, "--json").json
    assert (result["jumlah"], result["tidak_diukur"]) == (1, 1)
