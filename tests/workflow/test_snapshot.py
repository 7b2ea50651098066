"""What is signed can be read back, whole, and the same year gives the same text."""

from __future__ import annotations

import dataclasses
from random import Random

import numpy as np

from ipasn_core.model.cards_people import NIP_ANGKA
from ipasn_core.model.catalogue import CARDS
from ipasn_core.model.finding import Finding
from ipasn_core.model.settings import Pejabat, Settings, Targets
from ipasn_core.model.stored import (
    Asal,
    Pengesahan,
    StoredFinding,
    StoredImport,
    StoredRecord,
    StoredSheet,
)
from ipasn_core.model.vocab import Bukti
from ipasn_core.reports import lengkap
from ipasn_core.reports.numbering import dump
from ipasn_core.reports.seal import Seal
from ipasn_core.rules.loader import editions
from ipasn_core.scoring.points import score
from ipasn_core.scoring.recap import recap
from ipasn_core.scoring.remarks import derive
from ipasn_core.scoring.year_state import YearState
from ipasn_core.workflow import snapshot
from ipasn_core.workflow.score import targets_of
from tests.rujukan.acak import orang_acak
from tests.scoring.build import roster_of

RULES = editions()[0]
PEJABAT = Pejabat("1/2022", "Contoh", "2022-01-31", "NAMA CONTOH", "Kepala", "IV/c", "")
WAKTU = "2022-01-31T10:15:22+08:00"
SIGNED = Pengesahan(0, 2021, 0, PEJABAT, WAKTU, "ab" * 32, "", 0, True)
NIP = 198503122010011004


def year() -> YearState:
    rng = Random(5)
    roster = roster_of([orang_acak(rng) for _ in range(200)], 2021)
    scores = score(roster, RULES)
    finding = Finding(
        NIP_ANGKA, {"nilai": "1,98E+17"}, "a.xlsx", "Sheet1", 8, "B", siapa="X",
        bidang="nip", tahan=(Bukti.HUKUMAN,), menolak_baris=True, sidik="cd" * 32,
    )  # fmt: skip
    return YearState(
        edition=RULES,
        roster=roster,
        scores=scores,
        instansi=recap(scores, RULES, "Pemerintah Kota Contoh"),
        settings=Settings(instansi="Pemerintah Kota Contoh", tembusan=("Wali Kota",)),
        targets=targets_of({"kualifikasi": "15", "kompetensi": "31.5", "indeks": "75"}),
        temuan=(StoredFinding(finding, "diabaikan", "sudah pensiun", "nip|nama"),),
        turunan=derive(roster, RULES, scores),
        diabaikan={"0123456789ab": "memang begitu"},
        tidak_masuk=("Seseorang",),
        sumber=(
            StoredImport(1, "a.xlsx", "cd" * 32, 9, (StoredSheet(1, None, "x", "k", 1, 2, 3),)),
        ),
        pengesahan=None,
        kepala_jurnal="ef" * 32,
    )


RECORDS = {
    "pendidikan": [
        StoredRecord(7, NIP, None, (8, "S-1", None, None, None, 20100000), Asal("a", None, 3)),
        StoredRecord(8, NIP + 1, None, (9, "S-2", None, None, None, None), Asal(None, None, None)),
    ],
    "penilaian": [StoredRecord(1, NIP, 2021, (90110,) + (None,) * 7, Asal("a", "b", 4))],
}


def text_of(state: YearState) -> str:
    return snapshot.write(state, RECORDS, PEJABAT, 0, WAKTU)


def test_a_year_comes_back_as_it_was() -> None:
    state = year()
    back = snapshot.read(text_of(state), SIGNED)
    for name in ("edition", "instansi", "settings", "temuan", "turunan", "diabaikan"):
        assert getattr(back, name) == getattr(state, name), name
    for name in ("targets", "tidak_masuk", "sumber", "kepala_jurnal"):
        assert getattr(back, name) == getattr(state, name), name
    assert back.pengesahan == SIGNED
    assert back.disahkan
    for field in dataclasses.fields(state.scores):
        ours, theirs = getattr(state.scores, field.name), getattr(back.scores, field.name)
        if isinstance(ours, np.ndarray):
            assert ours.dtype == theirs.dtype
            assert (ours == theirs).all(), field.name
    for ours, theirs in zip(state.scores.instrumen, back.scores.instrumen, strict=True):
        for field in dataclasses.fields(ours):
            assert np.all(getattr(ours, field.name) == getattr(theirs, field.name)), field.name
    # Whoever scores the roster that comes back gets the scores that were signed.
    assert (score(back.roster, back.edition).indeks == state.scores.indeks).all()


def test_the_same_year_gives_the_same_text() -> None:
    assert text_of(year()) == text_of(year())
    assert text_of(snapshot.read(text_of(year()), SIGNED)) == text_of(year())


def test_the_report_of_what_comes_back_is_the_report() -> None:
    state = year()
    seal = Seal.of(SIGNED)
    back = snapshot.read(text_of(state), SIGNED)
    assert dump(lengkap.build(state, seal, seal.waktu)) == dump(
        lengkap.build(back, seal, seal.waktu)
    )


def test_one_persons_texts_are_found() -> None:
    found = snapshot.read_texts(text_of(year()), NIP)
    assert found == {"pendidikan": RECORDS["pendidikan"][:1], "penilaian": RECORDS["penilaian"]}


def test_targets_and_cards_are_what_the_text_needs() -> None:
    assert isinstance(year().targets, Targets)
    assert all(one.temuan.kode in CARDS for one in year().temuan)
