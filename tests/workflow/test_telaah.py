"""Officials, a verifikator's review, and what a signed year says of records that came later."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ipasn_core.storage.project import open_project
from ipasn_core.workflow import edit
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
from tests.workflow.test_urungkan import isi

PEMERIKSA = f"verifikator;Drs. Dedi, M.Si.;{DEDI};Pembina, IV/a;Sekretaris Badan"
KURSUS = {"jenis": "Diklat Teknis", "nama": "Arsip", "jp": "8"}


def siap(kantor: Kantor, *, verifikator: bool = True) -> Path:
    project = kantor.buat()
    rows = [lebar(ANI, "Ani", jp=8), lebar(BUDI, "Budi")]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *rows]))
    if verifikator:
        assert run("atur", project, f"pejabat.1={PEMERIKSA}").status == 0
    return project


def sah(kantor: Kantor, project: Path, *words: str) -> Any:
    """Sign, and return the code of the refusal, "" where it was done."""
    target = kantor.folder / "sah.pdf"
    ran = run("sahkan", project, "-o", target, *(words or PENGESAHAN), "--json")
    assert ran.status in (0, 3)
    assert target.exists() == (ran.status == 0)
    return ran.json["galat"]["kode"] if ran.status else ""


def keadaan(project: Path) -> str:
    return str(run("hitung", project, "--json").json["keadaan"])


def tambah(project: Path, tanggal: str, nama: str = "Arsip") -> None:
    with open_project(project, SAAT) as opened:
        record = {**KURSUS, "selesai": tanggal, "nama": nama, "jp": "12"}
        edit.add_record(opened, SAAT, int(ANI), "pengembangan", record)


def test_officials_are_registered_changed_removed_and_undone(kantor: Kantor) -> None:
    project = kantor.buat()
    before = isi(project)
    shown = run("atur", project, f"pejabat.2={PEMERIKSA}", "--json").json
    assert shown["pejabat.2"] == PEMERIKSA
    assert run("urungkan", project).status == 0
    assert isi(project) == before
    kop = kantor.folder / "kop.toml"
    kop.write_text(
        f'wilayah = "Kota X"\n[pejabat]\n1 = ["verifikator", "Dedi", "{DEDI}", "", "Sekretaris"]\n'
        '2 = "penanda_tangan;dr. Wali;;;Wali Kota"\n',
        encoding="utf-8",
    )
    shown = run("atur", project, "--kop", kop, "--json").json
    assert shown["pejabat.1"] == f"verifikator;Dedi;{DEDI};;Sekretaris"
    assert shown["pejabat.2"] == "penanda_tangan;dr. Wali;;;Wali Kota"
    shown = run("atur", project, f"pejabat.1={PEMERIKSA}", "pejabat.2=", "--json").json
    assert (shown["pejabat.1"], "pejabat.2" in shown) == (PEMERIKSA, False)


@pytest.mark.parametrize(
    "pasangan",
    [
        "pejabat.1=verifikator;Dedi",
        f"pejabat.1=raja;Dedi;{DEDI};;Sekretaris",
        "pejabat.1=verifikator;Dedi;;;Sekretaris",
        "pejabat.1=verifikator;Dedi;198513402005012001;;Sekretaris",
        f"pejabat.1=verifikator;;{DEDI};;Sekretaris",
        f"pejabat.1=verifikator;Dedi;{DEDI};;",
        f"pejabat.0={PEMERIKSA}",
        f"pejabat.x={PEMERIKSA}",
        f"pejabat.100={PEMERIKSA}",
        f"pejabat.={PEMERIKSA}",
    ],
)
def test_an_official_that_makes_no_sense_is_refused(kantor: Kantor, pasangan: str) -> None:
    project = kantor.buat()
    before = project.read_bytes()
    assert run("atur", project, pasangan, "--json").status == 2
    assert project.read_bytes() == before


def test_without_a_verifikator_signing_is_one_step(kantor: Kantor) -> None:
    project = siap(kantor, verifikator=False)
    assert keadaan(project) == "draf"
    refused = run("telaah", project, "--nip", DEDI, "--json")
    assert (refused.status, refused.json["galat"]["kode"]) == (3, "bukan-verifikator")
    assert sah(kantor, project) == ""
    assert jurnal(project)[-1]["kalimat"].endswith("; satu langkah, tanpa verifikator")
    assert keadaan(project) == "disahkan"


def test_with_a_verifikator_another_person_reviews_first(kantor: Kantor) -> None:
    project = siap(kantor)
    assert sah(kantor, project) == "belum-diperiksa"
    assert run("telaah", project, "--nip", BUDI).status == 3
    assert run("telaah", project, "--nip", "12").status == 3
    assert run("telaah", project).status == 2
    done = run("telaah", project, "--nip", "19830404 200804 2 004", "--json")
    assert done.status == 3  # another person's NIP
    nip = f"{DEDI[:8]} {DEDI[8:14]} {DEDI[14]} {DEDI[15:]}"
    done = run("telaah", project, "--nip", nip, "--json")
    assert (done.status, done.json["keputusan"], done.json["nip"]) == (0, "diperiksa", DEDI)
    assert keadaan(project) == "diperiksa"
    assert "diperiksa Drs. Dedi, M.Si." in run("hitung", project).err
    assert jurnal(project)[-1]["kalimat"].startswith("Tahun 2021 diperiksa verifikator Drs. Dedi")
    own = (*PENGESAHAN[:-1], DEDI)
    assert sah(kantor, project, *own) == "penanda-tangan-verifikator"
    assert sah(kantor, project, *PENGESAHAN[:-2]) == "nip-wajib"
    assert sah(kantor, project) == ""
    assert jurnal(project)[-1]["kalimat"].endswith("; diperiksa Drs. Dedi, M.Si.")
    assert run("telaah", project, "--nip", DEDI).status == 3
    refused = run("urungkan", project, "--json")
    assert (refused.status, refused.json["galat"]["kode"]) == (3, "tahun-disahkan")
    # Reopened, it is a draft: the review was of what was signed.
    assert run("buka-kembali", project, "--alasan", "Susulan").status == 0
    assert keadaan(project) == "draf"


def test_a_rejection_has_a_reason_and_stops_signing(kantor: Kantor) -> None:
    project = siap(kantor)
    before = isi(project)
    assert run("telaah", project, "--nip", DEDI, "--tolak", " ").status == 2
    done = run("telaah", project, "--nip", DEDI, "--tolak", "JP Ani keliru", "--json")
    assert (done.status, done.json["keputusan"]) == (0, "ditolak")
    assert sah(kantor, project) == "telaah-ditolak"
    told = run("hitung", project, "--json").json
    assert (told["keadaan"], told["telaah"]["alasan"]) == ("draf", "JP Ani keliru")
    assert "ditolak Drs. Dedi, M.Si.: JP Ani keliru" in run("hitung", project).err
    assert run("urungkan", project).status == 0
    assert isi(project) == before


@pytest.mark.parametrize("apa", ["bukti", "rekaman", "pengaturan", "target", "pejabat"])
def test_any_change_makes_a_draft_again(kantor: Kantor, apa: str) -> None:
    project = siap(kantor)
    assert run("telaah", project, "--nip", DEDI).status == 0
    if apa == "bukti":
        kantor.impor(project, kantor.buku("b", Data=[LEBAR, lebar(ANI, "Ani", nilai=90)]))
    elif apa == "rekaman":
        tambah(project, "1 Mei 2021")
    elif apa == "pengaturan":
        assert run("atur", project, "kertas=a4").status == 0
    elif apa == "target":
        assert run("atur", project, "target.disiplin=5").status == 0
    else:
        assert run("atur", project, f"pejabat.2=penanda_tangan;Eka;{CITRA};;Kepala").status == 0
    assert keadaan(project) == "draf"
    assert "berubah sejak diperiksa" in run("hitung", project).err
    assert sah(kantor, project) == "belum-diperiksa"
    # Taken back, it is what was reviewed.
    assert run("urungkan", project).status == 0
    assert keadaan(project) == "diperiksa"
    assert sah(kantor, project) == ""


def test_what_is_not_of_the_year_leaves_the_review(kantor: Kantor) -> None:
    project = siap(kantor)
    assert run("telaah", project, "--nip", DEDI).status == 0
    tambah(project, "1 Mei 2022")
    assert run("tahun", project, "--buat", "2022").status == 0
    assert run("hitung", project, "--tahun", "2021", "--json").json["keadaan"] == "diperiksa"
    assert run("hitung", project, "--tahun", "2022", "--json").json["keadaan"] == "draf"


def berubah(project: Path) -> bool:
    told = run("hitung", project, "--tahun", "2021", "--json").json
    assert told["keadaan"] == "disahkan"
    return bool(told["berubah_sejak_pengesahan"])


def test_a_signed_year_says_when_its_data_have_changed(kantor: Kantor) -> None:
    project = siap(kantor, verifikator=False)
    assert run("tahun", project, "--buat", "2022").status == 0
    assert run("hitung", project, "--json").json["berubah_sejak_pengesahan"] is False
    assert sah(kantor, project, *PENGESAHAN, "--tahun", "2021") == ""
    assert berubah(project) is False
    before = run("hitung", project, "--tahun", "2021", "--json").json
    assert run("atur", project, "kertas=a4").status == 0
    tambah(project, "1 Mei 2022")
    assert berubah(project) is False
    head = ("NIP", "Nama", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "Jumlah JP")
    row = (ANI, "Ani", "Diklat Teknis", "Surat", "03-02-2021", 24)
    kantor.impor(project, kantor.buku("r", Diklat=[head, row]), "--tahun", "2022")
    assert berubah(project) is True
    assert "Data berubah sejak pengesahan" in run("hitung", project, "--tahun", "2021").err
    after = run("hitung", project, "--tahun", "2021", "--json").json
    assert after["indeks"] == before["indeks"]
    assert run("urungkan", project, "--tahun", "2021").status == 0
    assert berubah(project) is False
    assert run("urungkan", project, "--ulangi").status == 0
    words = ("--tahun", "2021", "--alasan", "Susulan")
    assert run("buka-kembali", project, *words).status == 0
    now = run("hitung", project, "--tahun", "2021", "--json").json
    assert (now["keadaan"], now["berubah_sejak_pengesahan"]) == ("draf", False)
    assert now["indeks"] != before["indeks"]
