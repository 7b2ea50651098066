"""What must hold before signing: the list says exactly what `sahkan` refuses."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest

from ipasn_core.errors import UsageError
from ipasn_core.model.finding import Severity
from ipasn_core.model.settings import Pejabat
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.official import check_word, read_day
from ipasn_core.workflow.readiness import Readiness, readiness
from ipasn_core.workflow.score import load_year
from tests.workflow.kantor import ANI, BUDI, DEDI, LEBAR, SAAT, Kantor, lebar, run
from tests.workflow.test_telaah import PEMERIKSA, sah, siap


def kesiapan(project: Path) -> Readiness:
    with open_project(project) as opened:
        return readiness(opened, SAAT, load_year(opened, None))


def syarat(project: Path) -> dict[str, Severity | None]:
    return {one.kode: one.tingkat for one in kesiapan(project).syarat}


def test_a_year_that_may_be_signed(kantor: Kantor) -> None:
    project = siap(kantor, verifikator=False)
    ready = kesiapan(project)
    assert ready.galat is None
    assert not ready.menunggu_telaah
    assert {one.kode: one.tingkat for one in ready.syarat} == dict.fromkeys(
        ("diukur", "aturan", "temuan", "lengkap", "huruf")
    ) | {"lambang": Severity.PERIKSA}
    assert sah(kantor, project) == ""


def test_an_empty_year(kantor: Kantor) -> None:
    project = kantor.buat()
    ready = kesiapan(project)
    assert ready.galat is not None
    assert ready.galat.kode == sah(kantor, project) == "tahun-kosong"


def test_galat_and_unprintable_letters_name_people(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = [lebar(ANI, "Ani 王"), lebar(BUDI, "Budi", nilai=1_000)]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *rows]), status=1)
    found = {one.kode: one for one in kesiapan(project).syarat}
    assert found["temuan"].tingkat == found["huruf"].tingkat == Severity.GALAT
    assert found["temuan"].nip == (int(BUDI),)
    assert found["huruf"].nip == (int(ANI),)
    assert found["temuan"].galat is not None
    assert found["temuan"].galat.kode == sah(kantor, project) == "temuan-galat"


def test_who_lacks_data_is_a_warning_alone(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = [lebar(ANI, "Ani", nilai=None), lebar(BUDI, "Budi")]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *rows]))
    ready = kesiapan(project)
    lacking = next(one for one in ready.syarat if one.kode == "lengkap")
    assert (lacking.tingkat, lacking.nip) == (Severity.PERIKSA, (int(ANI),))
    assert lacking.kalimat == "1 pegawai belum lengkap"
    assert ready.galat is None


def test_a_verifikator_comes_first(kantor: Kantor) -> None:
    project = siap(kantor)
    assert kesiapan(project).menunggu_telaah
    assert [one.nip for one in kesiapan(project).verifikator] == [DEDI]
    assert run("telaah", project, "--nip", DEDI, "--tolak", "Cek lagi").status == 0
    rejected = kesiapan(project)
    assert rejected.menunggu_telaah
    assert rejected.syarat[-1].kalimat == "Ditolak Drs. Dedi, M.Si.: Cek lagi"
    assert run("telaah", project, "--nip", DEDI).status == 0
    passed = kesiapan(project)
    assert not passed.menunggu_telaah
    assert passed.syarat[-1].kalimat == "Diperiksa Drs. Dedi, M.Si."
    assert passed.galat is None


def test_what_is_proposed(kantor: Kantor) -> None:
    project = siap(kantor, verifikator=False)
    first = kesiapan(project).saran
    assert first == Pejabat("", "Bontang", "2022-01-31", "", "")
    assert sah(kantor, project) == ""
    assert run("buka-kembali", project, "--alasan", "Salah").status == 0
    again = kesiapan(project).saran
    assert (again.nomor, again.nama) == ("", "NAMA CONTOH, S.Sos., M.Si.")
    head = "penanda_tangan;Dr. Eka;;Pembina;Kepala Badan"
    assert run("atur", project, f"pejabat.2={PEMERIKSA}", f"pejabat.3={head}").status == 0
    known = kesiapan(project).saran
    assert (known.nama, known.jabatan, known.nip) == ("Dr. Eka", "Kepala Badan", "")


def test_a_kabupaten_has_its_office_where_no_name_says(kantor: Kantor) -> None:
    project = siap(kantor, verifikator=False)
    assert run("atur", project, "wilayah=Kabupaten Kutai Kartanegara").status == 0
    assert kesiapan(project).saran.tempat == ""


@pytest.mark.parametrize(
    "text", ["31 Januari 2022", "31  januari 2022", "31-01-2022", "31/1/2022", "2022-01-31"]
)
def test_days_as_people_write_them(text: str) -> None:
    assert read_day(text) == datetime.date(2022, 1, 31)


@pytest.mark.parametrize("text", ["", "31 Februari 2022", "31 Foo 2022", "kemarin", "01-2022"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(UsageError, match="Tanggal"):
        read_day(text)


def test_each_word_is_refused_by_itself() -> None:
    with pytest.raises(UsageError) as fault:
        check_word("nomor", " ")
    assert fault.value.pesan == "Nomor laporan kosong."
    with pytest.raises(UsageError, match="bukan 18 angka"):
        check_word("nip", "1970")
    assert check_word("nip", "19700101 199501 1 000") == "197001011995011000"
    assert check_word("pangkat", "") == ""


def test_a_draft_edition_is_not_signed(kantor: Kantor) -> None:
    project = siap(kantor, verifikator=False)
    with open_project(project) as opened:
        state = load_year(opened, None)
        draft = dataclasses.replace(
            state, edition=dataclasses.replace(state.edition, status="draf")
        )
        ready = readiness(opened, SAAT, draft)
    assert ready.galat is not None
    assert ready.galat.kode == "aturan-draf"
