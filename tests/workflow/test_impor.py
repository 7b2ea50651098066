"""`impor`: plans before it acts, stores all or nothing, and knows for whom a sheet is complete."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.workflow.kantor import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    LEBAR,
    PEGAWAI,
    Kantor,
    jurnal,
    lebar,
    run,
    sidik,
)

HUKUMAN = ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "Nomor SK", "Tanggal SK")
DIKLAT = ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai", "Jumlah JP")


def orang(nip: str, nama: str, opd: str) -> list[str]:
    return [nip, nama, "PNS", "Pelaksana", "Pelaksana", "Pengadministrasi", opd]


def nama_nama(project: Path) -> set[str]:
    return {path.name for path in project.parent.iterdir()}


def langkah(project: Path, nip: str, instrumen: str) -> dict[str, Any]:
    steps = run("jelas", project, nip, "--json").json["instrumen"]
    found: dict[str, Any] = next(one for one in steps if one["instrumen"] == instrumen)
    return found


# ---------------------------------------------------------------- coverage


def dua_opd(kantor: Kantor) -> Path:
    """Return a project with two people of Dinas A and two of Dinas B."""
    project = kantor.buat()
    rows = [orang(ANI, "Ani", "Dinas A"), orang(BUDI, "Budi", "Dinas A")]
    rows += [orang(CITRA, "Citra", "Dinas B"), orang(DEDI, "Dedi", "Dinas B")]
    kantor.impor(project, kantor.buku("pegawai", Pegawai=[PEGAWAI, *rows]))
    return project


def sanksi_a(kantor: Kantor) -> Path:
    return kantor.buku(
        "hukuman-a",
        Pegawai=[PEGAWAI, orang(ANI, "Ani", "Dinas A"), orang(BUDI, "Budi", "Dinas A")],
        **{"Hukuman Disiplin": [HUKUMAN, [BUDI, "Sedang", None, "800/1", "01-06-2020"]]},
    )


def disiplin(kantor: Kantor, project: Path) -> dict[str, str]:
    return {row["nama"]: row["disiplin"] for row in kantor.nilai(project).values()}


def test_sheet_of_one_opd_says_nothing_of_another(kantor: Kantor) -> None:
    project = dua_opd(kantor)
    kantor.impor(project, sanksi_a(kantor))
    assert disiplin(kantor, project) == {"Ani": "5", "Budi": "2", "Citra": "0", "Dedi": "0"}
    for nip in (CITRA, DEDI):
        step = langkah(project, nip, "disiplin")
        assert (step["keadaan"], step["poin"]) == ("belum_ada", "0")
        assert "belum ada data" in step["alasan"].lower()
        assert "belum ada data" in run("jelas", project, nip).err.lower()
    assert langkah(project, ANI, "disiplin")["keadaan"] == "nihil"
    assert run("hitung", project, "--json").json["belum_lengkap"] == 4
    missing = [
        one["pesan"]
        for one in run("temuan", project, "--json").json["temuan"]
        if one["kode"] == "belum-ada-data" and "isiplin" in one["pesan"]
    ]
    assert len(missing) == 2


@pytest.mark.parametrize(
    ("cakup", "expected"),
    [
        (["Dinas B"], {"Ani": "0", "Budi": "2", "Citra": "5", "Dedi": "5"}),
        (["dinas  b", "lembar"], {"Ani": "5", "Budi": "2", "Citra": "5", "Dedi": "5"}),
        (["semua"], {"Ani": "5", "Budi": "2", "Citra": "5", "Dedi": "5"}),
        (["tambahan"], {"Ani": "0", "Budi": "2", "Citra": "0", "Dedi": "0"}),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list) else "",
)
def test_cakup_says_for_whom_a_sheet_is_complete(
    kantor: Kantor, cakup: list[str], expected: dict[str, str]
) -> None:
    project = dua_opd(kantor)
    options = [word for value in cakup for word in ("--cakup", value)]
    kantor.impor(project, sanksi_a(kantor), *options)
    assert disiplin(kantor, project) == expected


def test_several_files_of_a_call_are_not_one_workbook(kantor: Kantor) -> None:
    project = kantor.buat()
    people = kantor.buku("pegawai", Pegawai=[PEGAWAI, orang(ANI, "Ani", "Dinas A")])
    sentences = kantor.buku("sanksi", Hukuman=[HUKUMAN, ["nihil"]])
    ran = run("impor", project, people, sentences, "--json")
    assert ran.status in (0, 1)
    assert disiplin(kantor, project) == {"Ani": "0"}


@pytest.mark.parametrize(
    "rows", [[], [["nihil"]], [[None, "NIHIL"]]], ids=["tanpa baris", "a", "b"]
)
def test_sheet_without_rows_gives_coverage(kantor: Kantor, rows: list[list[object]]) -> None:
    project = kantor.buat()
    book = kantor.buku(
        "lengkap",
        Pegawai=[PEGAWAI, orang(ANI, "Ani", "Dinas A")],
        Hukuman=[HUKUMAN, *rows],
    )
    kantor.impor(project, book, status=0)
    assert disiplin(kantor, project) == {"Ani": "5"}


def test_sheet_that_says_nihil_alone_reaches_those_it_is_for(kantor: Kantor) -> None:
    project = dua_opd(kantor)
    nihil = kantor.buku("nihil", Hukuman=[HUKUMAN, ["Nihil"]])
    assert run("impor", project, nihil, "--json").status == 3
    kantor.impor(project, nihil, "--cakup", "Dinas B", status=0)
    assert disiplin(kantor, project) == {"Ani": "0", "Budi": "0", "Citra": "5", "Dedi": "5"}


def test_course_sheet_of_one_kind_covers_that_kind_only(kantor: Kantor) -> None:
    project = kantor.buat()
    book = kantor.buku(
        "diklat",
        Pegawai=[PEGAWAI, orang(ANI, "Ani", "Dinas A")],
        Seminar=[("NIP", "Nama Seminar", "Tanggal")],
    )
    kantor.impor(project, book)
    assert langkah(project, ANI, "seminar")["keadaan"] == "nihil"
    assert langkah(project, ANI, "diklat_teknis")["keadaan"] == "belum_ada"


# ---------------------------------------------------------------- all or nothing


def isi_awal(kantor: Kantor) -> Path:
    project = kantor.buat()
    kantor.impor(project, kantor.buku("awal", Data=[LEBAR, lebar(ANI, "Ani")]))
    return project


def test_coba_changes_not_one_byte(kantor: Kantor) -> None:
    project = isi_awal(kantor)
    more = kantor.buku("baru", Data=[LEBAR, lebar(ANI, "Ani", nilai=95), lebar(BUDI, "Budi")])
    before, names, entries = sidik(project), nama_nama(project), jurnal(project)
    tried = kantor.impor(project, more, "--coba")
    assert (tried["diterima"], tried["baru"], tried["berubah"]) == (2, 1, 1)
    assert (sidik(project), nama_nama(project), jurnal(project)) == (before, names, entries)
    done = kantor.impor(project, more)
    assert done == tried
    assert sidik(project) != before


def test_coba_works_on_a_file_that_cannot_be_written(kantor: Kantor) -> None:
    project = isi_awal(kantor)
    more = kantor.buku("baru", Data=[LEBAR, lebar(BUDI, "Budi", nilai=191)])
    project.chmod(0o444)
    tried = kantor.impor(project, more, "--coba", status=1)
    assert tried["baru"] == 1
    project.chmod(0o644)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda k: k.buku("kosong", Data=[LEBAR]), id="tanpa baris"),
        pytest.param(lambda k: k.buku("lain", Data=[("Bunga", "Warna"), ("Melati", 1)]), id="lain"),
        pytest.param(lambda k: k.buku("galat", Data=[LEBAR, lebar("123", "X")]), id="semua galat"),
        pytest.param(lambda k: k.folder / "tidak-ada.xlsx", id="tidak ada"),
        pytest.param(lambda k: k.folder, id="folder"),
    ],
)
def test_refused_import_changes_not_one_byte(kantor: Kantor, make: Any) -> None:
    project = isi_awal(kantor)
    book = make(kantor)
    before, entries = sidik(project), jurnal(project)
    for options in ([], ["--coba"]):
        ran = run("impor", project, book, *options, "--json")
        assert (ran.status, sidik(project), jurnal(project)) == (3, before, entries)
    assert run("impor", project, book).status == 3


def test_file_twice_leaves_no_entry(kantor: Kantor) -> None:
    project = isi_awal(kantor)
    entries = jurnal(project)
    again = kantor.impor(project, kantor.folder / "awal.xlsx")
    assert (again["baru"], again["berubah"], again["tetap"]) == (0, 0, 1)
    assert jurnal(project) == entries


def test_file_with_faults_twice_leaves_no_entry(kantor: Kantor) -> None:
    project = kantor.buat()
    book = kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani", nilai=191), lebar("12", "Budi")])
    first = kantor.impor(project, book, status=1)
    entries = jurnal(project)
    second = kantor.impor(project, book, status=1)
    assert (second["baru"], second["berubah"], second["ditolak"]) == (0, 0, first["ditolak"])
    assert [one["id"] for one in second["temuan"]] == [one["id"] for one in first["temuan"]]
    assert jurnal(project) == entries


def test_new_value_replaces_the_old_and_a_blank_does_not(kantor: Kantor) -> None:
    project = isi_awal(kantor)
    changed = kantor.impor(project, kantor.buku("b", Data=[LEBAR, lebar(ANI, "Ani", nilai=95)]))
    assert (changed["berubah"], changed["tetap"]) == (1, 0)
    assert kantor.nilai(project)[ANI]["kinerja"] == "30"
    blank = kantor.buku("c", Data=[LEBAR, lebar(ANI, "Ani", nilai=None, pendidikan=None)])
    assert kantor.impor(project, blank)["tetap"] == 1
    assert kantor.nilai(project)[ANI]["kinerja"] == "30"
    assert kantor.nilai(project)[ANI]["pendidikan"] == "S-1"


def test_tables_complete_each_other_in_one_call_and_over_several(kantor: Kantor) -> None:
    people = kantor.buku("orang", Data=[PEGAWAI, orang(ANI, "Ani", "Dinas A")])
    marks = kantor.buku("skor", Data=[("NIP", "Nilai Kinerja"), (ANI, 95)])
    degrees = kantor.buku("ijazah", Data=[("NIP", "Pendidikan"), (ANI, "S-2")])
    found = []
    together = kantor.buat("bersama")
    assert kantor.impor(together, marks, degrees, people)["diterima"] == 1
    found.append(kantor.nilai(together))
    apart = kantor.buat("terpisah")
    for path in (people, degrees, marks):
        assert kantor.impor(apart, path)["diterima"] == 1
    found.append(kantor.nilai(apart))
    assert found[0] == found[1]
    assert (found[0][ANI]["kualifikasi"], found[0][ANI]["kinerja"]) == ("20", "30")


# ---------------------------------------------------------------- several files


def test_unreadable_file_among_others_is_a_finding(kantor: Kantor) -> None:
    project = kantor.buat()
    good = kantor.buku("baik", Data=[LEBAR, lebar(ANI, "Ani")])
    bad = kantor.folder / "rusak.xlsx"
    bad.write_bytes(b"PK\x03\x04 this is no workbook")
    answer = kantor.impor(project, bad, good, status=1)
    assert answer["baru"] == 1
    [finding] = answer["temuan"]
    assert (finding["tingkat"], finding["berkas"]) == ("galat", "rusak.xlsx")
    assert finding["lembar"] is finding["baris"] is finding["kolom"] is None
    assert finding["perbaikan"]
    assert run("hitung", project, "--json").json["temuan_galat"] == 1
    assert run("impor", project, bad, "--json").status == 3


def test_files_may_go_on_after_an_option(kantor: Kantor) -> None:
    project = kantor.buat()
    one = kantor.buku("satu", Data=[LEBAR, lebar(ANI, "Ani")])
    two = kantor.buku("dua", Data=[LEBAR, lebar(BUDI, "Budi")])
    assert kantor.impor(project, one, "--coba", two)["berkas"] == ["satu.xlsx", "dua.xlsx"]
    assert kantor.impor(project, "--cakup", "lembar", one, two)["baru"] == 2
    assert run("impor", project, one, "--bintang", two, "--json").status == 2
    assert run("hitung", project, one, "--json").status == 2


def test_missing_file_among_others_refuses_the_call(kantor: Kantor) -> None:
    project = kantor.buat()
    good = kantor.buku("baik", Data=[LEBAR, lebar(ANI, "Ani")])
    before = sidik(project)
    ran = run("impor", project, good, kantor.folder / "tidak-ada.xlsx", "--json")
    assert (ran.status, sidik(project)) == (3, before)


PIP: Sequence[Sequence[object]] = [
    ["PENGUKURAN INDEKS PROFESIONALITAS ASN"],
    *((None,) for _ in range(5)),
    ["Nama", "Nama Jabatan", "Satuan Kerja", "Kualifikasi", "Kompetensi", "Kinerja", "Disiplin"]
    + ["Total"],
    ["Ani", "Pengadministrasi", "Dinas A", 15, 40, 25, 5, 85],
]


def test_table_of_results_is_no_evidence(kantor: Kantor) -> None:
    project = kantor.buat()
    good = kantor.buku("baik", Data=[LEBAR, lebar(ANI, "Ani")])
    pip = kantor.buku("pip", Sheet1=PIP)
    assert run("impor", project, pip, "--json").status == 3
    answer = kantor.impor(project, good, pip, status=0)
    assert answer["baru"] == 1
    [told] = [one for one in answer["temuan"] if one["berkas"] == "pip.xlsx"]
    assert told["tingkat"] == "info"
    assert "rekonsiliasi" in told["perbaikan"]


def test_title_of_another_year_is_told_and_the_people_go_in(kantor: Kantor) -> None:
    project = kantor.buat()
    book = kantor.buku(
        "lama", Data=[["DAFTAR NOMINATIF"], ["TAHUN 2020"], LEBAR, lebar(ANI, "Ani")]
    )
    answer = kantor.impor(project, book, status=0)
    assert answer["baru"] == 1
    assert [one["tingkat"] for one in answer["temuan"]] == ["periksa"]


def test_strangers_histories_stay_out_with_one_finding_a_person_and_sheet(kantor: Kantor) -> None:
    project = kantor.buat()
    course = (BUDI, "Diklat Teknis", "Arsip", "01-02-2021", "03-02-2021", 24)
    other = (BUDI, "Diklat Teknis", "Arsip II", "01-03-2021", "03-03-2021", 24)
    book = kantor.buku(
        "campur",
        Diklat=[DIKLAT, course, other, (ANI, *course[1:])],
        Pegawai=[PEGAWAI, orang(ANI, "Ani", "Dinas A")],
    )
    answer = kantor.impor(project, book, status=1)
    [stranger] = answer["temuan"]
    assert (stranger["kode"], stranger["lembar"]) == ("pegawai-tak-dikenal", "Diklat")
    assert "2 baris" in stranger["pesan"]
    assert answer["ditolak"] == 2
    result = run("hitung", project, "--json").json
    assert (result["jumlah"], result["tidak_masuk"]) == (1, 1)
    assert run("temuan", project, "--json").json["tidak_masuk"] == [BUDI]


def test_numbers_of_kedudukan_say_who_is_not_measured(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = [*LEBAR, "KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA"]
    people = ((ANI, "Ani", "01", "Aktif"), (BUDI, "Budi", "02", None), (CITRA, "Citra", 20, None))
    rows = [[*lebar(nip, nama), code, word] for nip, nama, code, word in people]
    kantor.impor(project, kantor.buku("a", Data=[heads, *rows]))
    result = run("hitung", project, "--json").json
    assert (result["jumlah"], result["tidak_diukur"]) == (1, 2)


# ---------------------------------------------------------------- columns by hand, CSV


def test_kolom_points_out_a_column_and_is_remembered(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = ["Kode Unik" if head == "NIP" else head for head in LEBAR]
    book = kantor.buku("aneh", Data=[heads, lebar(ANI, "Ani")])
    refused = run("impor", project, book, "--json")
    assert refused.status == 3
    told = refused.json["galat"]
    assert "nip" in told["pesan"].lower()
    assert '--kolom "aneh.xlsx:Data:NIP=C"' in told["perbaikan"]
    kantor.impor(project, book, "--kolom", "NIP=B")
    again = kantor.buku("aneh2", Data=[heads, lebar(BUDI, "Budi")])
    assert kantor.impor(project, again)["baru"] == 1


def test_kolom_for_one_file_and_sheet(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = ["Kode Unik" if head == "NIP" else head for head in LEBAR]
    one = kantor.buku("satu", Data=[heads, lebar(ANI, "Ani")])
    two = kantor.buku("dua", Data=[LEBAR, lebar(BUDI, "Budi")])
    answer = kantor.impor(project, one, two, "--kolom", "satu.xlsx:Data:NIP=B")
    assert answer["baru"] == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--kolom", "BINTANG=C"],
        ["--kolom", "NIP"],
        ["--kolom", "NIP=1"],
        ["--kolom", "NIP=ZZZZ"],
        ["--cakup", "tambahan", "--cakup", "semua"],
    ],
    ids=" ".join,
)
def test_wrong_columns_and_coverage_are_wrong_use(kantor: Kantor, words: list[str]) -> None:
    project = isi_awal(kantor)
    before = sidik(project)
    ran = run("impor", project, kantor.folder / "awal.xlsx", *words, "--json")
    assert (ran.status, sidik(project)) == (2, before)


def test_cakup_of_an_unknown_opd_names_the_nearest(kantor: Kantor) -> None:
    project = isi_awal(kantor)
    before = sidik(project)
    ran = run("impor", project, kantor.folder / "awal.xlsx", "--cakup", "Dinas AA", "--json")
    assert ran.status in (2, 3)
    assert "Dinas A" in ran.json["galat"]["perbaikan"]
    assert sidik(project) == before


@pytest.mark.parametrize(
    ("separator", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "cp1252")]
)
def test_csv_has_no_sheet_and_counts_records(kantor: Kantor, separator: str, encoding: str) -> None:
    project = kantor.buat()
    good = lebar(ANI, "Ani “Né”", nilai="80")
    faulty = lebar(BUDI, "Budi", nilai="191")
    lines = [["DAFTAR PEGAWAI"], ["TAHUN 2021"], LEBAR, good, faulty]
    text = "\r\n".join(separator.join(map(str, line)) for line in lines)
    path = kantor.folder / "data.csv"
    path.write_bytes(text.encode(encoding))
    answer = kantor.impor(project, path, status=1)
    assert answer["baru"] == 2
    [finding] = answer["temuan"]
    assert (finding["kode"], finding["lembar"]) == ("nilai-di-luar-skala", None)
    assert (finding["baris"], finding["kolom"]) == (5, "N")
    assert kantor.nilai(project)[ANI]["nama"] == "Ani “Né”"
    assert kantor.nilai(project)[ANI]["indeks"] == "85"
