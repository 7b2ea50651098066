"""Edits by hand: validated as the importer validates, one transaction, in words, undoable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ipasn_core.errors import IpasnError, UsageError
from ipasn_core.model.vocab import Bukti
from ipasn_core.storage.project import Project, open_project
from ipasn_core.workflow import edit, edit_merge, edit_people
from tests.workflow.kantor import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    LEBAR,
    PENGESAHAN,
    SAAT,
    Kantor,
    jurnal,
    lebar,
    run,
)
from tests.workflow.test_temuan_selesai import DIKLAT, diklat, diklat_teknis, pegawai, terbuka
from tests.workflow.test_urungkan import isi

A, B, C, D = map(int, (ANI, BUDI, CITRA, DEDI))
ARSIP = {"jenis": "Diklat Teknis", "nama": "Arsip", "selesai": "03-02-2021", "jp": "8"}


@contextmanager
def terbuka_untuk_tulis(path: Path) -> Iterator[Project]:
    with open_project(path, SAAT) as project:
        yield project


def satu(path: Path, work: Callable[[Project], object]) -> Any:
    """Do one edit, and prove that undo takes all of it back and redo brings all of it again."""
    before = isi(path)
    with open_project(path, SAAT) as project:
        result = work(project)
    after = isi(path)
    assert after != before
    assert run("urungkan", path).status == 0
    assert isi(path) == before
    assert run("urungkan", path, "--ulangi").status == 0
    assert isi(path) == after
    return result


def kalimat(path: Path, perbuatan: str) -> str:
    """Return what the newest entry of a kind says."""
    return str([one["kalimat"] for one in jurnal(path) if one["perbuatan"] == perbuatan][-1])


def ditolak(path: Path, work: Callable[[Project], object]) -> IpasnError:
    """Return the refusal of an edit that leaves the file as it was."""
    before = isi(path)
    with open_project(path, SAAT) as project, pytest.raises(IpasnError) as caught:
        work(project)
    assert isi(path) == before
    assert caught.value.perbaikan
    return caught.value


def dua(kantor: Kantor) -> Path:
    project = kantor.buat()
    rows = [lebar(ANI, "Ani", jp="Belum"), lebar(BUDI, "Budi")]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *rows]))
    return project


def test_a_record_is_added_changed_and_deleted(kantor: Kantor) -> None:
    path = dua(kantor)
    number = satu(path, lambda p: edit.add_record(p, SAAT, A, "pengembangan", ARSIP))
    assert kalimat(path, "catatan-tambah") == (
        "Catatan pengembangan kompetensi ditambahkan untuk Ani (NIP 19800101 200501 2 001): "
        "Diklat Teknis, Arsip, tanggal selesai 3 Februari 2021, JP 8"
    )
    [record] = diklat_teknis(path, ANI)
    assert record["isi"]["jp"] == "8"
    assert record["asal"] == {"berkas": None, "lembar": None, "baris": None}
    change = {"jp": "4"}
    satu(path, lambda p: edit.change_record(p, SAAT, "pengembangan", number, change))
    assert kalimat(path, "catatan-ubah") == (
        "JP Arsip diubah dari 8 menjadi 4 untuk Ani (NIP 19800101 200501 2 001)"
    )
    assert diklat_teknis(path, ANI)[0]["isi"]["jp"] == "4"
    satu(path, lambda p: edit.delete_record(p, SAAT, "pengembangan", number))
    assert "Catatan pengembangan kompetensi dihapus dari Ani" in kalimat(path, "catatan-hapus")
    assert diklat_teknis(path, ANI) == []
    assert ditolak(path, lambda p: edit.delete_record(p, SAAT, "pengembangan", number)).kode == (
        "catatan-tidak-ada"
    )


def test_a_record_by_hand_is_the_record_of_a_sheet(kantor: Kantor) -> None:
    """What is typed and then imported is one record: the same readers read both."""
    path = kantor.buat()
    kantor.impor(path, kantor.buku("p", Pegawai=pegawai((ANI, "Ani"))))
    with terbuka_untuk_tulis(path) as project:
        edit.add_record(project, SAAT, A, "pengembangan", ARSIP)
        level = {"jenis": "Diklat Struktural", "nama": "Diklatpim IV", "selesai": "2019"}
        edit.add_record(project, SAAT, A, "pengembangan", level)
        degree = {"tingkat": "S-1", "bidang": "Hukum", "tanggal": "2004"}
        edit.add_record(project, SAAT, A, "pendidikan", degree)
        sentence = {"jenis": "Teguran Lisan", "tingkat": "Ringan", "tmt": "1 Mei 2020"}
        edit.add_record(project, SAAT, A, "hukuman", sentence)
    courses = [diklat(ANI, "Ani", 8), (ANI, "Ani", "Diklat Struktural", "Diklatpim IV", 2019, "")]
    book = kantor.buku(
        "r",
        Diklat=[DIKLAT, *courses],
        Ijazah=[
            ("NIP", "Tingkat Pendidikan", "Jurusan", "Tahun Lulus"),
            (ANI, "S-1", "Hukum", 2004),
        ],
        Hukuman=[
            ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "TMT"),
            (ANI, "Ringan", "Teguran Lisan", "01-05-2020"),
        ],
    )
    before = {name: isi(path)[name] for name in ("pengembangan", "pendidikan", "hukuman")}
    kantor.impor(path, book)
    assert {name: isi(path)[name] for name in before} == before


@pytest.mark.parametrize(
    ("himpunan", "typed", "kode"),
    [
        ("pengembangan", {"jp": "delapan"}, "jp-tak-terbaca"),
        ("pengembangan", {"jp": "10001"}, "jp-di-luar-skala"),
        ("pengembangan", {"jenis": "Rapat"}, "jenis-diklat-tak-dikenal"),
        ("pengembangan", {"jenis": ""}, "jenis-diklat-tak-dikenal"),
        ("pengembangan", {"selesai": "kemarin"}, "tanggal-tak-terbaca"),
        ("pengembangan", {"mulai": "04-03-2021"}, "tanggal-terbalik"),
        ("pendidikan", {"tingkat": "Kursus"}, "pendidikan-tak-dikenal"),
        ("pendidikan", {"bidang": "Hukum"}, "pendidikan-tak-dikenal"),
        ("hukuman", {"nomor_sk": "1"}, "hukuman-tak-dikenal"),
        ("hukuman", {"tingkat": "Aneh"}, "hukuman-tak-dikenal"),
        ("penilaian", {"nilai": "121"}, "nilai-di-luar-skala"),
        ("penilaian", {"nilai": "101", "dasar": "PP 46/2011"}, "nilai-di-luar-skala"),
        ("penilaian", {"predikat": "Bagus sekali"}, "predikat-tak-dikenal"),
        ("penilaian", {}, "penilaian-kosong"),
    ],
)
def test_refusals_are_those_of_the_catalogue(
    kantor: Kantor, himpunan: str, typed: Mapping[str, str], kode: str
) -> None:
    path = dua(kantor)
    base = ARSIP if himpunan == "pengembangan" else {}
    fault = ditolak(
        path, lambda p: edit.add_record(p, SAAT, A, himpunan, {**base, **typed}, tahun="2020")
    )
    assert fault.kode == kode


def test_appraisals_are_one_a_year(kantor: Kantor) -> None:
    path = dua(kantor)
    add = {"nilai": "91,25"}
    number = satu(path, lambda p: edit.add_record(p, SAAT, A, "penilaian", add, "2020"))
    again = ditolak(path, lambda p: edit.add_record(p, SAAT, A, "penilaian", add, "2020"))
    assert again.kode == "catatan-sudah-ada"
    satu(path, lambda p: edit.change_record(p, SAAT, "penilaian", number, {"nilai": "92"}))
    assert kalimat(path, "catatan-ubah").startswith(
        "Nilai kinerja penilaian kinerja tahun 2020 diubah dari 91,25 menjadi 92 untuk Ani"
    )


def test_what_repeats_or_says_nothing_new_is_no_edit(kantor: Kantor) -> None:
    path = dua(kantor)
    with terbuka_untuk_tulis(path) as project:
        number = edit.add_record(project, SAAT, A, "pengembangan", ARSIP)
        edit.add_record(project, SAAT, A, "pengembangan", {**ARSIP, "nama": "Surat"})
    entries = len(jurnal(path))
    with terbuka_untuk_tulis(path) as project:
        edit.change_record(project, SAAT, "pengembangan", number, {"jp": "8 JP"})
        edit_people.correct_state(project, SAAT, 2021, A, {"opd": "Dinas A"})
    assert len(jurnal(path)) == entries
    same = ditolak(path, lambda p: edit.add_record(p, SAAT, A, "pengembangan", ARSIP))
    assert same.kode == "catatan-sudah-ada"
    change = {"nama": "Surat"}
    both = ditolak(path, lambda p: edit.change_record(p, SAAT, "pengembangan", number, change))
    assert both.kode == "catatan-sudah-ada"
    with open_project(path, SAAT) as project, pytest.raises(UsageError):
        edit.add_record(project, SAAT, A, "rapat", {})
    with open_project(path, SAAT) as project, pytest.raises(UsageError):
        edit.add_record(project, SAAT, A, "pengembangan", {"warna": "biru"})


def test_nip_name_and_post_are_corrected(kantor: Kantor) -> None:
    path = dua(kantor)
    satu(path, lambda p: edit_people.correct_nip(p, SAAT, A, "19820303 200701 2 003"))
    assert kalimat(path, "nip") == (
        "NIP Ani diubah dari 19800101 200501 2 001 menjadi 19820303 200701 2 003"
    )
    assert set(kantor.nilai(path)) == {CITRA, BUDI}
    for typed, kode in (
        ("198203032007012", "nip-bukan-18-angka"),
        ("198213032007012003", "nip-tidak-sah"),
        ("", "nip-kosong"),
        (BUDI, "nip-sudah-ada"),
    ):
        assert (
            ditolak(path, partial(edit_people.correct_nip, context=SAAT, nip=C, teks=typed)).kode
            == kode
        )
    satu(path, lambda p: edit_people.correct_person(p, SAAT, C, {"nama": " Ani  Lestari, S.H."}))
    assert kalimat(path, "pegawai") == (
        "Nama diubah dari Ani menjadi Ani Lestari, S.H. untuk Ani (NIP 19820303 200701 2 003)"
    )
    assert ditolak(path, lambda p: edit_people.correct_person(p, SAAT, C, {"nama": " "})).kode == (
        "nama-kosong"
    )
    post = {"jenis_jabatan": "Struktural", "jenjang": "Pengawas", "opd": "Dinas B", "golongan": ""}
    satu(path, lambda p: edit_people.correct_state(p, SAAT, 2021, C, post))
    assert kantor.nilai(path)[CITRA]["opd"] == "Dinas B"
    assert kalimat(path, "keadaan") == (
        "Jenis jabatan diubah dari Pelaksana menjadi Struktural; Jenjang diubah dari Pelaksana "
        "menjadi Pengawas; Perangkat daerah diubah dari Dinas A menjadi Dinas B untuk "
        "Ani Lestari, S.H. (NIP 19820303 200701 2 003), tahun 2021"
    )
    for field in ("jenis_jabatan", "status", "eselon", "golongan"):
        bad = {field: "entah apa"}
        fault = ditolak(
            path, partial(edit_people.correct_state, context=SAAT, tahun=2021, nip=C, isi=bad)
        )
        assert fault.kode == f"{field.replace('_', '-')}-tak-dikenal"
    empty = {"jenis_jabatan": ""}
    fault = ditolak(path, lambda p: edit_people.correct_state(p, SAAT, 2021, C, empty))
    assert fault.kode == "jenis-jabatan-tak-dikenal"
    unknown = ditolak(path, lambda p: edit_people.correct_state(p, SAAT, 2021, D, post))
    assert unknown.kode == "pegawai-tidak-ada"


def test_a_statement_is_changed(kantor: Kantor) -> None:
    path = dua(kantor)
    for bukti, typed in (
        (Bukti.DIKLAT_TEKNIS, "20 JP"),
        (Bukti.PENDIDIKAN, "S-2"),
        (Bukti.HUKUMAN, "Ringan"),
    ):
        satu(
            path,
            partial(
                edit.change_statement, context=SAAT, tahun=2021, nip=A, bukti=bukti, teks=typed
            ),
        )
    assert kalimat(path, "pernyataan") == (
        "Hukuman disiplin diubah dari tidak ada menjadi ringan untuk Ani "
        "(NIP 19800101 200501 2 001), tahun 2021"
    )
    satu(path, lambda p: edit.change_statement(p, SAAT, 2021, A, Bukti.SEMINAR, ""))
    assert "dikosongkan (semula sudah)" in kalimat(path, "pernyataan")
    fault = ditolak(path, lambda p: edit.change_statement(p, SAAT, 2021, A, Bukti.SEMINAR, "entah"))
    assert fault.kode == "pernyataan-tak-dikenal"


def test_an_edit_closes_the_finding_that_asked_for_it(kantor: Kantor) -> None:
    path = kantor.buat()
    rows = [diklat(ANI, "Ani", "delapan"), (ANI, "Ani", "Rapat", "Surat", "03-02-2021", 4)]
    book = kantor.buku("a", Pegawai=pegawai((ANI, "Ani")), Diklat=[DIKLAT, *rows])
    kantor.impor(path, book, status=1)
    wide = [lebar(BUDI, "Budi", nilai=180, pendidikan="Kursus"), lebar(CITRA, "Citra", jp="x")]
    kantor.impor(path, kantor.buku("b", Data=[LEBAR, *wide]), status=1)
    assert sorted(terbuka(path)) == [
        "jenis-diklat-tak-dikenal",
        "jp-tak-terbaca",
        "jp-tak-terbaca",
        "nilai-di-luar-skala",
        "pendidikan-tak-dikenal",
    ]
    with open_project(path) as project:
        found = project.person(2021, A)
        assert found is not None
        [record] = found.rekaman["pengembangan"]
    name = {"penyelenggara": "BKPSDM"}
    with terbuka_untuk_tulis(path) as project:
        edit.change_record(project, SAAT, "pengembangan", record.id, name)
    assert len(terbuka(path)) == 5
    assert run("urungkan", path).status == 0
    satu(path, lambda p: edit.change_record(p, SAAT, "pengembangan", record.id, {"jp": "8"}))
    assert kalimat(path, "catatan-ubah").endswith("; 1 temuan selesai")
    assert terbuka(path).count("jp-tak-terbaca") == 1
    row = {"jenis": "Seminar", "nama": "Surat", "selesai": "3/2/2021", "jp": "4"}
    satu(path, lambda p: edit.add_record(p, SAAT, A, "pengembangan", row))
    assert "jenis-diklat-tak-dikenal" not in terbuka(path)
    satu(path, lambda p: edit.add_record(p, SAAT, B, "penilaian", {"nilai": "80"}, "2020"))
    assert "nilai-di-luar-skala" in terbuka(path)
    satu(path, lambda p: edit.add_record(p, SAAT, B, "penilaian", {"nilai": "80"}, "2021"))
    assert "nilai-di-luar-skala" not in terbuka(path)
    satu(path, lambda p: edit.add_record(p, SAAT, B, "pendidikan", {"tingkat": "S-1"}))
    satu(path, lambda p: edit.change_statement(p, SAAT, 2021, C, Bukti.DIKLAT_TEKNIS, "20"))
    assert terbuka(path) == []
    assert run("hitung", path, "--json").json["temuan_galat"] == 0


def test_somebody_is_removed_from_a_year(kantor: Kantor) -> None:
    path = kantor.buat()
    rows = [lebar(ANI, "Ani", nilai=180), lebar(BUDI, "Budi")]
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, *rows]), status=1)
    assert run("tahun", path, "--buat", "2022").status == 0
    satu(path, lambda p: edit_people.remove_from_year(p, SAAT, 2021, A))
    assert kalimat(path, "keluarkan") == (
        "Ani (NIP 19800101 200501 2 001) dikeluarkan dari tahun 2021; 1 temuan selesai"
    )
    shown = run("hitung", path, "--tahun", "2021", "--json").json
    assert (shown["jumlah"], shown["tidak_masuk"], shown["temuan_galat"]) == (1, 0, 0)
    assert run("hitung", path, "--tahun", "2022", "--json").json["jumlah"] == 2
    gone = ditolak(path, lambda p: edit_people.remove_from_year(p, SAAT, 2021, A))
    assert gone.kode == "pegawai-tidak-ada"


def test_two_entries_of_one_person_become_one(kantor: Kantor) -> None:
    path = kantor.buat()
    other = [(ANI, "Ani"), (CITRA, "Ani, S.H.")]
    rows = [diklat(ANI, "Ani", 8), diklat(CITRA, "Ani", 8), diklat(CITRA, "Ani", 6, "Surat")]
    book = kantor.buku("a", Pegawai=pegawai(*other), Diklat=[DIKLAT, *rows])
    kantor.impor(path, book)
    with terbuka_untuk_tulis(path) as project:
        edit.add_record(project, SAAT, C, "penilaian", {"nilai": "80"}, "2021")
        edit.add_record(project, SAAT, A, "penilaian", {"predikat": "Baik"}, "2021")
        edit.change_statement(project, SAAT, 2021, C, Bukti.PENDIDIKAN, "S-1")
    satu(path, lambda p: edit_merge.merge_people(p, SAAT, A, C))
    assert kalimat(path, "satukan") == (
        "Entri Ani, S.H. (NIP 19820303 200701 2 003) disatukan dengan Ani "
        "(NIP 19800101 200501 2 001); 2 baris dipindahkan"
    )
    assert [one["isi"]["nama"] for one in diklat_teknis(path, ANI)] == ["Arsip", "Surat"]
    assert set(kantor.nilai(path)) == {ANI}
    with open_project(path) as project:
        found = project.person(2021, A)
        assert found is not None
        [appraisal] = found.rekaman["penilaian"]
        assert appraisal.isi[0] == 80_000
        assert appraisal.isi[3] == 2
        assert Bukti.DIKLAT_TEKNIS in found.cakupan
        assert [one.bukti for one in found.pernyataan] == [Bukti.PENDIDIKAN]


def test_entries_that_contradict_each_other_are_not_merged(kantor: Kantor) -> None:
    path = dua(kantor)
    fault = ditolak(path, lambda p: edit_merge.merge_people(p, SAAT, A, B))
    assert fault.kode == "satukan-bertentangan"
    assert "Jenis kelamin berbeda (Perempuan dan Laki-laki)" in fault.pesan
    with terbuka_untuk_tulis(path) as project:
        edit_people.correct_person(project, SAAT, B, {"jenis_kelamin": "P"})
    fault = ditolak(path, lambda p: edit_merge.merge_people(p, SAAT, A, B))
    assert "Diklat teknis tahun 2021 berbeda (tidak ada dan 20 JP)" in fault.pesan
    with terbuka_untuk_tulis(path) as project:
        edit.change_statement(project, SAAT, 2021, A, Bukti.DIKLAT_TEKNIS, "20")
        edit_people.correct_state(project, SAAT, 2021, B, {"jabatan": "Arsiparis"})
    fault = ditolak(path, lambda p: edit_merge.merge_people(p, SAAT, A, B))
    assert "Jabatan tahun 2021 berbeda" in fault.pesan
    with open_project(path, SAAT) as project, pytest.raises(UsageError):
        edit_merge.merge_people(project, SAAT, A, A)


def test_findings_go_along_with_the_person(kantor: Kantor) -> None:
    path = kantor.buat()
    rows = [lebar(ANI, "Ani", nilai=180, jp=0), lebar(BUDI, "Budi")]
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, *rows]), status=1)
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, rows[1]]))  # Ani is gone from the file
    assert set(terbuka(path)) >= {"hilang-dari-berkas"}
    derived = [
        one
        for one in run("temuan", path, "--json").json["temuan"]
        if one["kode"] == "belum-ada-data"
    ]
    for one in derived[:1]:
        assert run("temuan", path, "--abaikan", one["id"], "--alasan", "x").status == 0
    open_before = len(run("temuan", path, "--json").json["temuan"])
    satu(path, lambda p: edit_people.correct_nip(p, SAAT, A, CITRA))
    told = run("temuan", path, "--json").json["temuan"]
    assert len(told) == open_before
    [gone] = [one for one in told if one["kode"] == "hilang-dari-berkas"]
    assert CITRA in gone["pesan"].replace(" ", "")
    assert run("temuan", path, "--abaikan", gone["id"], "--alasan", "pindah").status == 0
    assert "hilang-dari-berkas" not in terbuka(path)


def test_a_signed_year_is_closed_but_records_arrive(kantor: Kantor) -> None:
    path = dua(kantor)
    assert run("sahkan", path, "-o", kantor.folder / "s.pdf", *PENGESAHAN).status == 0
    signed: list[Callable[[Project], object]] = [
        lambda p: edit_people.correct_state(p, SAAT, 2021, A, {"jabatan": "Lain"}),
        lambda p: edit_people.remove_from_year(p, SAAT, 2021, A),
        lambda p: edit.change_statement(p, SAAT, 2021, A, Bukti.SEMINAR, "Belum"),
        lambda p: edit_merge.merge_people(p, SAAT, A, B),
    ]
    for work in signed:
        assert ditolak(path, work).kode in ("tahun-disahkan", "satukan-bertentangan")
    with terbuka_untuk_tulis(path) as project:
        edit_people.correct_person(project, SAAT, B, {"jenis_kelamin": "P"})
    assert ditolak(path, signed[-1]).kode == "tahun-disahkan"
    satu(path, lambda p: edit.add_record(p, SAAT, A, "pengembangan", ARSIP))


def test_riwayat_of_a_person_a_kind_and_a_time(kantor: Kantor) -> None:
    path = dua(kantor)
    with terbuka_untuk_tulis(path) as project:
        number = edit.add_record(project, SAAT, A, "pengembangan", ARSIP)
        edit.change_record(project, SAAT, "pengembangan", number, {"jp": "4"})
        edit.add_record(project, SAAT, B, "pengembangan", ARSIP)
        edit_people.correct_nip(project, SAAT, A, CITRA)
    assert run("urungkan", path).status == 0
    assert run("urungkan", path, "--ulangi").status == 0

    def shown(*words: str) -> list[int]:
        return [one["id"] for one in run("riwayat", path, *words, "--json").json["jurnal"]]

    everything = [one["id"] for one in jurnal(path)]
    assert shown() == everything == [1, 2, 3, 4, 5, 6, 7, 8]
    assert shown("--nip", CITRA) == shown("--nip", ANI) == [2, 3, 4, 6, 7, 8]
    assert shown("--nip", BUDI) == [2, 5]
    assert shown("--nip", DEDI) == []
    assert shown("--perbuatan", "catatan-ubah") == [4]
    assert shown("--sejak", "2022-01-31", "--sampai", "2022-01-31") == everything
    assert shown("--sejak", "2022-02-01") == []
    assert shown("--sampai", "2022-01-30") == []
    for words in (
        ("--nip", "123"),
        ("--perbuatan", "terbang"),
        ("--sejak", "kemarin"),
        ("--sejak", "2022-02-01", "--sampai", "2022-01-01"),
    ):
        assert run("riwayat", path, *words, "--json").status == 2
