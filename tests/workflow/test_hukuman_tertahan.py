"""A sentence or course that can't be read takes no good value away and gives none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ipasn_core.model.scores import State
from ipasn_core.model.settings import Pejabat
from ipasn_core.model.stored import Pengesahan
from ipasn_core.model.vocab import Bukti
from ipasn_core.rules.loader import editions
from ipasn_core.scoring.points import score
from ipasn_core.storage.project import open_project
from ipasn_core.workflow import snapshot
from ipasn_core.workflow.score import compute_year
from tests.scoring.build import Orang, roster_of
from tests.workflow.kantor import ANI, BUDI, CITRA, LEBAR, PEGAWAI, SAAT, Kantor, Row, lebar, run

RINGAN = {"tingkat": "ringan", "tmt": "2020"}

DIKLAT = ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "Jumlah JP")
HUKUMAN = ("NIP", "Jenis Hukuman", "Tingkat Hukuman", "TMT Hukuman")
TAK_TERBACA: Row = (ANI, "???", "", 2021)
LAMA: Row = (ANI, "", "Ringan", 2010)
TANPA_HARI: Row = (ANI, "", "Berat", "aa")
TERBACA: Row = (CITRA, "", "Ringan", 2020)


def orang(nip: str, nama: str) -> Row:
    return [nip, nama, "PNS", "Pelaksana", "Pelaksana", "Staf", "Dinas A"]


SEMUA = (PEGAWAI, orang(ANI, "Ani"), orang(BUDI, "Budi"), orang(CITRA, "Citra"))


def disiplin(kantor: Kantor, project: Path) -> list[str]:
    found = kantor.nilai(project)
    return [found[nip]["disiplin"] for nip in (ANI, BUDI)]


def langkah(project: Path) -> dict[str, Any]:
    steps = run("jelas", project, ANI, "--json").json["instrumen"]
    return next(one for one in steps if one["instrumen"] == "disiplin")


def test_ganti_keeps_the_record_whose_row_comes_with_an_unreadable_cell(kantor: Kantor) -> None:
    project = kantor.buat()
    seed = kantor.buku(
        "awal",
        Pegawai=SEMUA,
        Hukuman=[HUKUMAN, (ANI, "", "Ringan", 2020)],
        Diklat=[DIKLAT, (ANI, "Diklat Teknis", "A", "01-03-2021", 30)],
    )
    kantor.impor(project, seed)
    before = kantor.nilai(project)[ANI]
    assert (before["disiplin"], before["kompetensi"]) == ("3", "22.5")
    sentence = kantor.buku("h", Hukuman=[HUKUMAN, (ANI, "", "Ringan", "aa")])
    course = kantor.buku("d", Diklat=[DIKLAT, (ANI, "Diklat Teknis", "A", "01-03-2021", "abc")])
    for book in (sentence, course):
        answer = run("impor", project, book, "--ganti", "--json").json
        assert answer["temuan"]
    assert kantor.nilai(project)[ANI] == before


@pytest.mark.parametrize("rows", [(TAK_TERBACA,), (TAK_TERBACA, LAMA), (LAMA, TANPA_HARI)])
@pytest.mark.parametrize("berkas", [1, 2, 3])
def test_a_sentence_in_doubt_is_no_five_whatever_else_is_complete(
    kantor: Kantor, rows: tuple[Row, ...], berkas: int
) -> None:
    """In one workbook; nihil said before, a sheet of its own after; the other way round."""
    project = kantor.buat()
    doubt = {"Hukuman": [HUKUMAN, *rows, TERBACA]}
    nihil = {"Hukuman": [HUKUMAN, *([nip, "Nihil", "", ""] for nip in (ANI, BUDI, CITRA))]}
    if berkas == 1:
        run("impor", project, kantor.buku("p", Pegawai=SEMUA, **doubt))
    else:
        kantor.impor(project, kantor.buku("p", Pegawai=SEMUA))
        books = [kantor.buku("nihil", **nihil), kantor.buku("h", **doubt)]
        for book in books if berkas == 2 else reversed(books):
            run("impor", project, book)
    assert disiplin(kantor, project) == ["0", "5"]
    assert langkah(project)["keadaan"] == "belum_ada"
    answer = run("temuan", project, "--json").json["temuan"]
    numbers = [one["id"] for one in answer if one["tingkat"] == "galat"]
    assert len(numbers) == 1
    run("temuan", project, "--abaikan", numbers[0], "--alasan", "salah ketik")
    assert disiplin(kantor, project) == ["5", "5"]


def test_a_sentence_in_doubt_leaves_what_counts_and_outweighs_a_stated_none(
    kantor: Kantor,
) -> None:
    project = kantor.buat()
    said = ((ANI, "Tidak Pernah"), (BUDI, "Sedang"), (CITRA, "Tidak Pernah"))
    people = [lebar(nip, "Nama", hukuman=hukuman) for nip, hukuman in said]
    kantor.impor(project, kantor.buku("p", Data=[LEBAR, *people]))
    assert disiplin(kantor, project) == ["5", "2"]
    rows = [TAK_TERBACA, (BUDI, "???", "", 2021), TERBACA]
    run("impor", project, kantor.buku("h", Hukuman=[HUKUMAN, *rows]))
    assert disiplin(kantor, project) == ["0", "2"]


def test_a_sentence_that_comes_in_readable_is_in_doubt_no_more(kantor: Kantor) -> None:
    project = kantor.buat()
    run("impor", project, kantor.buku("p", Pegawai=SEMUA, Hukuman=[HUKUMAN, TAK_TERBACA]))
    run("impor", project, kantor.buku("p", Hukuman=[HUKUMAN, (ANI, "", "Ringan", 2021)]))
    assert disiplin(kantor, project) == ["3", "5"]


def test_an_unreadable_day_beside_a_readable_one_leaves_the_sentence_dated(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = (*HUKUMAN, "Tanggal Berakhir Hukuman")
    book = kantor.buku("p", Pegawai=SEMUA, Hukuman=[heads, (*LAMA, "aa")])
    run("impor", project, book)
    assert disiplin(kantor, project) == ["5", "5"]


@pytest.mark.parametrize(
    ("isi", "poin"),
    [
        ({}, 0),
        ({"cakupan": ["hukuman"]}, 0),
        ({"pernyataan": {"hukuman": "tidak_ada"}}, 0),
        ({"hukuman": [RINGAN | {"tmt": "2010"}], "cakupan": ["hukuman"]}, 0),
        ({"hukuman": [RINGAN | {"batal": True}]}, 0),
        ({"hukuman": [RINGAN]}, 3),
        ({"hukuman": [RINGAN], "pernyataan": {"hukuman": "sedang"}}, 2),
        ({"pernyataan": {"hukuman": "berat"}}, 1),
    ],
)
def test_in_doubt_only_what_counts_against_somebody_is_known(isi: Orang, poin: int) -> None:
    person = {"jenis_jabatan": "pelaksana", "tertahan": ["hukuman"], **isi}
    scores = score(roster_of([person, {**person, "tertahan": []}], 2021), editions()[0])
    found = next(one for one in scores.instrumen if one.id == "disiplin")
    assert found.poin[0] == poin * 1000
    assert (found.keadaan[0] == State.BELUM_ADA) == (poin == 0)
    assert found.poin[1] == (poin or (5 if isi else 0)) * 1000


def test_what_is_in_doubt_is_signed_with_the_year(kantor: Kantor) -> None:
    project = kantor.buat()
    run("impor", project, kantor.buku("p", Pegawai=SEMUA, Hukuman=[HUKUMAN, TAK_TERBACA, LAMA]))
    with open_project(project) as opened:
        state = compute_year(opened, 2021)
    pejabat = Pejabat("1/2022", "Contoh", "2022-01-31", "NAMA CONTOH", "Kepala", "IV/c", "")
    signed = Pengesahan(0, 2021, 0, pejabat, SAAT.now.isoformat(), "ab" * 32, "", 0, True)
    text = snapshot.write(state, {}, pejabat, 0, signed.waktu)
    again = snapshot.read(text, signed).roster
    assert again.in_doubt(Bukti.HUKUMAN).tolist() == [nip == int(ANI) for nip in again.nip.tolist()]
    older = json.loads(text)
    del older["tertahan"]
    assert not snapshot.read(json.dumps(older), signed).roster.in_doubt(Bukti.HUKUMAN).any()
