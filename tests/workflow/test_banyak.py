"""Several people at once: one change, one entry, taken back in one; and two entries made one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ipasn_core.errors import IpasnError, UserError
from ipasn_core.storage.project import Project, open_project
from ipasn_core.workflow import edit, edit_many, edit_merge, edit_people
from ipasn_core.workflow.edit import NewRecord
from ipasn_core.workflow.journal_details import entry_details
from ipasn_core.workflow.journal_words import known
from ipasn_core.workflow.pasted_people import Found, read_people
from ipasn_core.workflow.score import load_year
from tests.workflow.kantor import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    LEBAR,
    PENGESAHAN,
    SAAT,
    Kantor,
    lebar,
    run,
)
from tests.workflow.test_edit import A, B, C, D, ditolak, kalimat, satu
from tests.workflow.test_temuan_selesai import DIKLAT, diklat_teknis, pegawai, terbuka

KURSUS = NewRecord(
    {"jenis": "Diklat Teknis", "nama": "Arsip Dinamis", "selesai": "03-02-2021", "jp": "24"}
)


@pytest.fixture
def path(kantor: Kantor) -> Path:
    """An office of four."""
    made = kantor.buat()
    names = ((ANI, "Ani"), (BUDI, "Budi"), (CITRA, "Citra"), (DEDI, "Dedi"))
    people = [lebar(nip, name, jp="Belum") for nip, name in names]
    kantor.impor(made, kantor.buku("a", Data=[LEBAR, *people]))
    return made


def ids(project: Project, *nips: int) -> list[int]:
    found = [project.person_id(nip) for nip in nips]
    return [one for one in found if one is not None]


def test_several_people_move_to_a_unit(path: Path) -> None:
    with open_project(path, SAAT) as project:
        edit_people.correct_state(project, SAAT, 2021, A, {"opd": "Dinas Lama"})
        edit_people.correct_state(project, SAAT, 2021, B, {"opd": "Dinas Baru"})
        roster = load_year(project, 2021).roster
        seen = edit_many.preview_changes(roster, np.arange(3), {"opd": "Dinas Baru"})
    assert seen.jumlah == 2
    [unit] = seen.bidang
    assert unit.jumlah == 2
    assert ("Dinas Lama", 1) in unit.dari
    change = {"opd": "Dinas Baru", "jenjang": "Pengawas"}
    many = satu(
        path,
        lambda p: edit_many.change_people(p, SAAT, 2021, [*ids(p, A, B, C), 999], change),
    )
    assert many == 3
    told = kalimat(path, "keadaan")
    assert "Perangkat daerah 2 pegawai diubah dari" in told
    assert "Dinas Lama (1)" in told
    assert told.endswith(", tahun 2021")
    with open_project(path, SAAT) as project:
        roster = load_year(project, 2021).roster
        units = [roster.opd_nama[k] for k in roster.keadaan["opd"].tolist()]
        assert units.count("Dinas Baru") == 3
        assert edit_many.change_people(project, SAAT, 2021, ids(project, A, B, C), change) == 0


def test_one_person_alone_is_told_as_one(path: Path) -> None:
    satu(path, lambda p: edit_many.change_people(p, SAAT, 2021, ids(p, A), {"opd": "Dinas Baru"}))
    assert "untuk Ani (NIP 19800101 200501 2 001), tahun 2021" in kalimat(path, "keadaan")


def test_what_cannot_be_is_refused_for_all(path: Path) -> None:
    def change(isi: dict[str, str]) -> IpasnError:
        return ditolak(path, lambda p: edit_many.change_people(p, SAAT, 2021, ids(p, A, B), isi))

    assert change({"jenis_jabatan": "Raja"}).kode == "jenis-jabatan-tak-dikenal"
    assert change({"jenis_jabatan": ""}).kode == "jenis-jabatan-tak-dikenal"
    assert "tidak dapat diubah di sini" in change({"nama": "X"}).pesan


def test_one_course_for_many(path: Path) -> None:
    with open_project(path, SAAT) as project:
        edit.add_record(project, SAAT, D, "pengembangan", {**KURSUS.isi, "nama": "arsip  dinamis"})
    done = satu(
        path,
        lambda p: edit_many.add_course_to_many(p, SAAT, 2021, ids(p, A, B, D), KURSUS),
    )
    assert (done.ditambah, done.sudah) == (2, 1)
    assert kalimat(path, "catatan-tambah").startswith(
        "Catatan pengembangan kompetensi ditambahkan untuk 2 pegawai: Diklat Teknis, Arsip Dinamis"
    )
    assert [one["isi"]["nama"] for one in diklat_teknis(path, BUDI)] == ["Arsip Dinamis"]
    assert len(diklat_teknis(path, DEDI)) == 1
    with open_project(path, SAAT) as project:
        again = edit_many.add_course_to_many(project, SAAT, 2021, ids(project, A, B), KURSUS)
        assert (again.ditambah, again.sudah) == (0, 2)
        with pytest.raises(UserError, match="Nama kegiatan kosong"):
            edit_many.add_course_to_many(
                project, SAAT, 2021, ids(project, A), NewRecord({"jenis": "Diklat Teknis"})
            )


def test_a_course_for_many_answers_findings(kantor: Kantor) -> None:
    made = kantor.buat()
    rows = [(nip, "Nama", "Rapat", "Surat", "03-02-2021", 4) for nip in (ANI, BUDI)]
    people = pegawai((ANI, "Ani"), (BUDI, "Budi"))
    kantor.impor(made, kantor.buku("a", Pegawai=people, Diklat=[DIKLAT, *rows]), status=1)
    assert terbuka(made) == ["jenis-diklat-tak-dikenal"] * 2
    row = NewRecord({"jenis": "Seminar", "nama": "Surat", "selesai": "3/2/2021", "jp": "4"})
    satu(made, lambda p: edit_many.add_course_to_many(p, SAAT, 2021, ids(p, A, B), row))
    assert terbuka(made) == []
    assert kalimat(made, "catatan-tambah").endswith("; 2 temuan selesai")


def test_people_leave_a_year_for_a_reason(path: Path) -> None:
    satu(path, lambda p: edit_many.remove_people(p, SAAT, 2021, ids(p, A, B), " pindah  tugas "))
    assert kalimat(path, "keluarkan") == "2 pegawai dikeluarkan dari tahun 2021: pindah tugas"
    satu(path, lambda p: edit_many.remove_people(p, SAAT, 2021, ids(p, C), "pensiun"))
    assert kalimat(path, "keluarkan") == (
        "Citra (NIP 19820303 200701 2 003) dikeluarkan dari tahun 2021: pensiun"
    )
    empty = ditolak(path, lambda p: edit_many.remove_people(p, SAAT, 2021, ids(p, D), " "))
    assert empty.kode == "alasan-kosong"
    with open_project(path, SAAT) as project:
        entries = project.journal()
        [why] = entry_details(entries[-1], known(entries))
        assert (why.sebutan, why.menjadi) == ("Alasan", "pensiun")
        assert edit_many.remove_people(project, SAAT, 2021, ids(project, A), "lagi") == 0


def test_a_signed_year_is_closed_to_many(path: Path, kantor: Kantor) -> None:
    assert run("sahkan", path, "-o", kantor.folder / "s.pdf", *PENGESAHAN).status == 0
    for work in (
        lambda p: edit_many.change_people(p, SAAT, 2021, ids(p, A, B), {"opd": "Dinas X"}),
        lambda p: edit_many.remove_people(p, SAAT, 2021, ids(p, A, B), "pensiun"),
    ):
        assert ditolak(path, work).kode == "tahun-disahkan"


def test_a_pasted_list_is_understood(path: Path) -> None:
    text = (
        "No\tNama\tNIP\r\n"
        f"1\tAni\t'{ANI}\r\n"
        f"2\tBudi\t{BUDI[:8]} {BUDI[8:14]} {BUDI[14]} {BUDI[15:]}\u200b\r\n"
        f"{ANI};{CITRA}\r\n"
        "198503122010011999\n19850312201001199\n1,98503E+17\n198513122010011004\n\n"
    )
    with open_project(path) as project:
        state = load_year(project, 2021)
    found = read_people(text, state)
    assert [one.hasil for one in found.orang] == [
        Found.ADA, Found.ADA, Found.GANDA, Found.ADA, Found.TIDAK_ADA, Found.SALAH, Found.SALAH,
        Found.SALAH,
    ]  # fmt: skip
    assert [state.roster.nama[k] for k in found.tempat] == ["Ani", "Budi", "Citra"]
    assert found.dilewati == 1
    assert found.count(Found.SALAH) == 3
    assert "17 angka" in found.orang[5].sebab
    assert "sudah hilang" in found.orang[6].sebab
    assert "tanggal lahir" in found.orang[7].sebab
    assert read_people("", state).orang == ()


def test_what_differs_is_chosen(path: Path) -> None:
    with open_project(path, SAAT) as project:
        edit_people.correct_state(project, SAAT, 2021, A, {"jabatan": "Arsiparis"})
        edit_people.correct_state(project, SAAT, 2021, C, {"jabatan": "Guru"})
        edit.add_record(project, SAAT, A, "pengembangan", KURSUS.isi)
        edit.add_record(project, SAAT, C, "pengembangan", KURSUS.isi)
        seen = edit_merge.compare_entries(project, A, C)
    assert seen.nama == ("Ani", "Citra")
    assert seen.tahun == ((2021,), (2021,))
    assert seen.catatan[1] == ("pengembangan", 1, 1, 1)
    differing = {one.sebutan: one for one in seen.banding if one.berbeda}
    assert set(differing) == {"Nama", "Jabatan tahun 2021"}
    post = differing["Jabatan tahun 2021"]
    assert post.kata == ("Arsiparis", "Guru")
    choice = {post.tempat: True, differing["Nama"].tempat: True}
    satu(path, lambda p: edit_merge.merge_people(p, SAAT, A, C, choice))
    with open_project(path) as project:
        merged = project.person(2021, A)
        assert merged is not None
        assert merged.keadaan[0] == "Citra"
        assert merged.keadaan[8] == "Guru"
        assert len(merged.rekaman["pengembangan"]) == 1
        entries = project.journal()
        told = {(one.dari, one.menjadi) for one in entry_details(entries[-1], known(entries))}
        assert told == {("Ani", "Citra"), ("Arsiparis", "Guru")}
