"""`explain_person`: records with what became of them, and where everything came from."""

from __future__ import annotations

from pathlib import Path

from ipasn_core.model.vocab import Bukti
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.explain import TANPA_INSTRUMEN, Explanation, explain_person
from ipasn_core.workflow.person_words import person_words, post_words
from ipasn_core.workflow.record_words import origin_words
from ipasn_core.workflow.score import load_year
from tests.workflow.kantor import ANI, BUDI, LEBAR, PENGESAHAN, Kantor, Row, lebar, run

DIKLAT = ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "Jumlah JP")


def project_of_two(kantor: Kantor) -> Path:
    """Return a project: Ani with courses that say more than her row, Budi with his row alone."""
    project = kantor.buat()
    courses: list[Row] = [
        [ANI, "Diklat Teknis", "Arsip", "01-03-2021", 24],
        [ANI, "Diklat Teknis", "Surat", "02-03-2021", None],
        [ANI, "Diklat Teknis", "Lama", "02-03-2019", 40],
    ]
    people: list[Row] = [lebar(ANI, "Ani", jp=8, nilai=77.42), lebar(BUDI, "Budi")]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *people], Diklat=[DIKLAT, *courses]))
    return project


def explained(project: Path, nip: str) -> Explanation:
    with open_project(project) as opened:
        return explain_person(opened, load_year(opened, None), nip)


def test_records_come_newest_first_with_what_became_of_them(kantor: Kantor) -> None:
    found = explained(project_of_two(kantor), ANI)
    told = [
        (one.baris.judul, one.dihitung, one.kurang, one.alasan)
        for one in found.records("pengembangan")
    ]
    assert told == [
        ("Surat", False, True, "tidak dihitung: JP kosong"),
        ("Arsip", True, False, "dihitung"),
        ("Lama", False, False, "tidak dihitung: di luar jendela waktu"),
    ]
    assert found.records("hukuman") == []


def test_a_record_that_no_instrument_reads_says_so(kantor: Kantor) -> None:
    found = explained(project_of_two(kantor), ANI)
    alone = Explanation(type(found.jejak)(found.jejak.orang, ()), found.rekaman)
    assert {one.alasan for one in alone.records("pengembangan")} == {TANPA_INSTRUMEN}


def test_a_value_that_is_no_record_names_its_sheet(kantor: Kantor) -> None:
    project = project_of_two(kantor)
    steps = {step.instrumen: step for step in explained(project, BUDI).jejak.langkah}
    budi, ani = explained(project, BUDI), explained(project, ANI)
    seminar = budi.origins(steps["seminar"], Bukti.SEMINAR)
    assert [origin_words(one) for one in seminar] == ["a.xlsx, lembar Data, baris\u00a03"]
    teknis = {step.instrumen: step for step in ani.jejak.langkah}["diklat_teknis"]
    assert ani.origins(teknis, Bukti.DIKLAT_TEKNIS) == []
    assert ani.asal is not None
    assert ani.asal.baris == 2


def test_a_signed_year_has_its_texts_and_no_other_origins(kantor: Kantor) -> None:
    project = project_of_two(kantor)
    before = explained(project, ANI)
    assert run("sahkan", project, "-o", kantor.folder / "sah.pdf", *PENGESAHAN).status == 0
    signed = explained(project, ANI)
    assert signed.jejak == before.jejak
    assert signed.records("pengembangan") == before.records("pengembangan")
    assert signed.asal is None
    assert signed.pernyataan == {}


def test_who_a_person_is_in_words(kantor: Kantor) -> None:
    with open_project(project_of_two(kantor)) as opened:
        state = load_year(opened, None)
    place = int(state.roster.nip.searchsorted(int(ANI)))
    assert person_words(state, place) == [
        ("Status", "PNS"),
        ("Jenis jabatan", "Pelaksana"),
        ("Jenjang", "Pelaksana"),
        ("Jabatan", "Pengadministrasi Perkantoran"),
        ("Perangkat daerah", "Dinas A"),
        ("Jenis kelamin", "Perempuan"),
    ]
    assert post_words(state, place) == "Pengadministrasi Perkantoran"
