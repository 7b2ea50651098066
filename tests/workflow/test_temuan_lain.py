"""Findings that only show beside other rows: who is gone, who is who, what is said twice."""

from __future__ import annotations

import pytest

from tests.workflow.kantor import ANI, BUDI, CITRA, DEDI, LEBAR, PEGAWAI, Kantor, lebar, run
from tests.workflow.test_temuan import correct, tabel
from tests.workflow.test_temuan_selesai import DIKLAT, diklat, pegawai, terbuka


def test_file_of_the_same_names_from_another_office_closes_nothing(kantor: Kantor) -> None:
    project = kantor.buat()
    faults = (lebar(ANI, "Ani", nilai=191), lebar("19810202200602100", "Budi"))
    kantor.impor(project, tabel(kantor, "data", *faults), status=1)
    kantor.impor(project, tabel(kantor, "data", lebar(CITRA, "Citra", opd="Dinas B")))
    assert sorted(terbuka(project)) == ["nilai-di-luar-skala", "nip-bukan-18-angka"]
    kantor.impor(project, tabel(kantor, "data", lebar(ANI, "Ani"), lebar(BUDI, "Budi")))
    assert terbuka(project) == []
    assert run("hitung", project, "--json").json["tidak_masuk"] == 0


def test_one_finding_of_one_id(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = ("NIP", "Jenis Hukuman", "Tingkat Hukuman", "TMT")
    book = kantor.buku(
        "a", Pegawai=pegawai((ANI, "Ani")), Hukuman=[heads, (ANI, "??", "??", "01-03-2021")]
    )
    once = kantor.impor(kantor.buat("satu"), book, status=1)["temuan"]
    assert len(once) == len({one["id"] for one in once}) == 1
    assert kantor.impor(project, book, book, status=1)["temuan"] == once
    assert run("hitung", project, "--json").json["temuan_galat"] == 1


def test_who_is_gone_is_told_within_the_opd_of_the_file(kantor: Kantor) -> None:
    project = kantor.buat()
    everybody = (
        *(lebar(nip, nama) for nip, nama in ((ANI, "Ani"), (BUDI, "Budi"))),
        *(lebar(nip, nama, opd="Dinas B") for nip, nama in ((CITRA, "Citra"), (DEDI, "Dedi"))),
    )
    kantor.impor(project, tabel(kantor, "a", *everybody))
    answer = kantor.impor(project, tabel(kantor, "a", everybody[0]))
    [finding] = answer["temuan"]
    assert (finding["kode"], finding["tingkat"]) == ("hilang-dari-berkas", "periksa")
    assert (finding["berkas"], finding["lembar"], finding["baris"]) == ("a.xlsx", "Data", None)
    assert BUDI in finding["pesan"]
    assert len(kantor.nilai(project)) == 4
    kantor.impor(project, tabel(kantor, "b", lebar(BUDI, "Budi", opd="Dinas B")))
    assert terbuka(project) == []


def test_several_who_are_gone_are_a_finding_each(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = [lebar(nip, nama) for nip, nama in ((ANI, "Ani"), (BUDI, "Budi"), (CITRA, "Citra"))]
    kantor.impor(project, tabel(kantor, "a", *rows))
    answer = kantor.impor(project, tabel(kantor, "a", rows[0]))
    assert len({one["id"] for one in answer["temuan"]}) == 2


def test_refused_rows_under_one_name_tell_of_nobody_gone(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = (lebar(ANI, "Ani", nilai=191), lebar(BUDI, "Budi", jp=-1))
    refused = kantor.folder / "tolak.xlsx"
    kantor.impor(project, tabel(kantor, "a", *rows), "--galat", refused, status=1)
    correct(refused, {"Ani": {"Nilai Kinerja": 91}})
    again = kantor.folder / "lagi" / "tolak.xlsx"
    again.parent.mkdir()
    kantor.impor(project, refused, "--galat", again, status=1)
    correct(again, {"Budi": {"JP Diklat Teknis": 20}})
    assert kantor.impor(project, again)["temuan"] == []
    assert terbuka(project) == []


def test_who_moved_within_the_call_is_not_gone(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani"), lebar(BUDI, "Budi")))
    moved = tabel(kantor, "b", lebar(BUDI, "Budi", opd="Dinas B"))
    assert kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani")), moved)["temuan"] == []


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (("Orang 1", "ORANG  1"), "Orang 1"),
        (("Orang 1", "Orang-1, S.E."), "Orang-1, S.E."),
        (("Drs. ORANG 1", "Orang 1 SE, MM"), "Orang 1 SE, MM"),
        (("Orang 1, M. Si", "Orang 1 M.Si."), "Orang 1 M.Si."),
    ],
)
def test_names_that_are_only_spelled_differently_are_one(
    kantor: Kantor, names: tuple[str, str], kept: str
) -> None:
    for turn, (first, second) in enumerate((names, names[::-1])):
        project = kantor.buat(f"uji{turn}")
        book = kantor.buku("a", Satu=pegawai((ANI, first)), Dua=pegawai((ANI, second)))
        assert kantor.impor(project, book)["temuan"] == []
        assert kantor.nilai(project)[ANI]["nama"] == kept


def test_names_that_differ_are_a_conflict(kantor: Kantor) -> None:
    book = kantor.buku("a", Satu=pegawai((ANI, "Ani")), Dua=pegawai((ANI, "Anita"), (BUDI, "Budi")))
    answer = kantor.impor(kantor.buat(), book, status=1)
    assert [one["kode"] for one in answer["temuan"]] == ["baris-bertentangan"]


@pytest.mark.parametrize(
    ("jenis", "jenjang", "eselon", "kolom"),
    [
        ("Pelaksana", "Administrator", None, "E"),
        ("Struktural", "Ahli Muda", None, "E"),
        ("Struktural", "Pengawas", "III.a", "F"),
        ("Fungsional", "Ahli Muda", "IV.a", "F"),
        ("Fungsional", "Ahli Muda", None, None),
        ("Struktural", "Pengawas", "IV.a", None),
        ("Pelaksana", "Pelaksana", None, None),
    ],
)
def test_post_that_contradicts_itself_is_told(
    kantor: Kantor, jenis: str, jenjang: str, eselon: str | None, kolom: str | None
) -> None:
    heads = ("NIP", "Nama", "OPD", "Jenis Jabatan", "Jenjang", "Eselon")
    book = kantor.buku("a", Data=[heads, (ANI, "Ani", "Dinas A", jenis, jenjang, eselon)])
    found = kantor.impor(kantor.buat(), book)["temuan"]
    told = [(one["kode"], one["tingkat"], one["baris"], one["kolom"]) for one in found]
    assert told == ([] if kolom is None else [("jabatan-bertentangan", "periksa", 2, kolom)])


def test_near_equal_courses_can_be_set_aside(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = [diklat(ANI, "Ani", 4, "Arsip"), diklat(ANI, "Ani", 6, "arsip-"), diklat(ANI, "Ani", 6)]
    other = (ANI, "Ani", "Diklat Teknis", "Arsip", "04-02-2021", 4)
    book = kantor.buku("a", Pegawai=pegawai((ANI, "Ani")), Diklat=[DIKLAT, *rows, other])
    kantor.impor(project, book)
    found = run("temuan", project, "--json").json["temuan"]
    [one] = [one for one in found if one["kode"] == "kegiatan-mirip"]
    assert "“Arsip” dan “arsip-” dan “Arsip” (03-02-2021)" in one["pesan"]
    assert run("temuan", project, "--abaikan", one["id"], "--alasan", "Berbeda").status == 0
    found = run("temuan", project, "--json").json["temuan"]
    assert "kegiatan-mirip" not in {one["kode"] for one in found}


def test_near_equal_courses_are_told_and_never_merged(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "Jumlah JP", "Penyelenggara")
    rows = [
        (ANI, "Diklat Teknis", "Arsip Dinamis", "03-02-2021", 12, "BPSDM"),
        (ANI, "Diklat Teknis", "ARSIP  DINAMIS", "03-02-2021", 12, "LAN"),
    ]
    people = [PEGAWAI, [ANI, "Ani", "PNS", "Pelaksana", "Pelaksana", "Staf", "Dinas A"]]
    book = kantor.buku("a", Pegawai=people, Diklat=[heads, *rows])
    kantor.impor(project, book, status=0)
    listed = run("temuan", project, "--json").json["temuan"]
    assert "kegiatan-mirip" in {one["kode"] for one in listed}
    assert float(kantor.nilai(project)[ANI]["kompetensi"]) == 22.5


def test_row_without_a_name_has_an_address(kantor: Kantor) -> None:
    project = kantor.buat()
    row = lebar(BUDI, "")
    answer = kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani"), row), status=1)
    [finding] = answer["temuan"]
    assert (finding["kode"], finding["baris"], finding["kolom"]) == ("nama-kosong", 6, "C")


def test_findings_of_planning_have_a_column(kantor: Kantor) -> None:
    project = kantor.buat()
    degrees = [("NIP", "Tingkat Pendidikan", "Tahun Lulus"), (BUDI, "S-2", 2015)]
    rows = (lebar(ANI, "Ani"), lebar(ANI, "Ani", nilai=95, pendidikan="S-2"), lebar(CITRA, "Citra"))
    book = kantor.buku("a", Data=[LEBAR, *rows], Pendidikan=degrees)
    answer = kantor.impor(project, book, status=1)
    found = {one["kode"]: (one["lembar"], one["kolom"]) for one in answer["temuan"]}
    assert found["pegawai-tak-dikenal"] == ("Pendidikan", "A")
    assert found["baris-bertentangan"] == ("Data", "B")


def test_unreadable_sentence_is_one_finding(kantor: Kantor) -> None:
    """Both the level's cell and the row were told, at one address and under one id."""
    project = kantor.buat()
    heads = ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "TMT Hukuman")
    people = [PEGAWAI, [ANI, "Ani", "PNS", "Pelaksana", "Pelaksana", "Staf", "Dinas A"]]
    book = kantor.buku("a", Pegawai=people, Hukuman=[heads, (ANI, "Entah", "Entah", "01-06-2021")])
    answer = kantor.impor(project, book, status=1)
    assert [(one["kode"], one["baris"], one["kolom"]) for one in answer["temuan"]] == [
        ("hukuman-tak-dikenal", 2, "B")
    ]


def test_conflict_has_one_address_whatever_the_order_of_files(kantor: Kantor) -> None:
    project = kantor.buat()
    one = tabel(kantor, "a", lebar(ANI, "Ani", nilai=80), lebar(BUDI, "Budi"))
    two = tabel(kantor, "b", lebar(ANI, "Ani", nilai=95))
    first = kantor.impor(project, one, two, status=1)["temuan"]
    second = kantor.impor(project, two, one, status=1)["temuan"]
    assert first == second
    assert run("hitung", project, "--json").json["temuan_galat"] == 1
