"""The trace says what the score says, and the derived findings what the arrays say."""

from __future__ import annotations

import ast
import inspect
from random import Random

import pytest

from ipasn_core import scoring
from ipasn_core.model.scores import State, TraceStep, Verdict
from ipasn_core.model.stored import SameDay
from ipasn_core.resources import resource
from ipasn_core.rules.loader import editions
from ipasn_core.scoring.explain import ALASAN_VERDICT, article_words, explain, gain_words
from ipasn_core.scoring.points import score
from ipasn_core.scoring.remarks import derive, similar
from tests.rujukan.acak import orang_acak
from tests.scoring.build import Orang, roster_of

RULES = editions()[0]
FUNGSIONAL = {"jenis_jabatan": "fungsional", "jenjang": "ahli_muda"}


def trace_of(orang: Orang) -> dict[str, object]:
    roster = roster_of([orang], 2021)
    steps = explain(roster, RULES, score(roster, RULES), 0).langkah
    return {step.instrumen: step for step in steps}


def test_a_trace_adds_up_to_the_score() -> None:
    rng = Random(3)
    people = [orang_acak(rng) for _ in range(1_500)]
    roster = roster_of(people, 2021)
    scores = score(roster, RULES)
    for i in range(len(people)):
        trace = explain(roster, RULES, scores, i)
        if not scores.diukur[i]:
            continue
        assert sum(step.poin for step in trace.langkah) == scores.indeks[i]
        assert (State.BELUM_ADA not in [s.keadaan for s in trace.langkah]) == scores.lengkap[i]
        for step in trace.langkah:
            assert 0 <= step.poin <= step.maksimal
            assert bool(step.tambahan) == (step.tambahan_poin > 0)
            assert step.poin + step.tambahan_poin <= step.maksimal
            assert all(one.verdict in ALASAN_VERDICT for one in step.rekaman)
            assert step.alasan.endswith(".")


def test_every_verdict_has_words() -> None:
    assert set(ALASAN_VERDICT) == set(Verdict)


def test_records_used_and_not_used_are_told_apart() -> None:
    step = trace_of(
        FUNGSIONAL
        | {
            "pengembangan": [
                {"jenis": 3, "selesai": "2021-03-01", "jp": "12"},
                {"jenis": 3, "selesai": "2020-12-31", "jp": "40"},
                {"jenis": 3, "selesai": "2022-01-01", "jp": "40"},
                {"jenis": 3, "jp": "40"},
                {"jenis": 3, "selesai": "2021-03-02"},
                {"jenis": 9, "selesai": "2021-03-02"},
            ]
        }
    )["diklat_teknis"]
    assert [one.verdict for one in step.rekaman] == [  # type: ignore[attr-defined]
        Verdict.DIHITUNG,
        Verdict.DI_LUAR_JENDELA,
        Verdict.SESUDAH_TAHUN_UKUR,
        Verdict.TANPA_TANGGAL,
        Verdict.JP_KOSONG,
    ]
    assert step.nilai_dipakai == "12 JP"  # type: ignore[attr-defined]
    assert step.tambahan == "8 JP lagi pada 2021"  # type: ignore[attr-defined]
    assert step.tambahan_poin == 15_000  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("orang", "instrumen", "alasan", "gain"),
    [
        ({}, "pendidikan", "Belum ada data", "Sampai +25,00 bila data pendidikan dilengkapi"),
        ({}, "kinerja", "Belum ada data", "Sampai +30,00 bila data penilaian kinerja dilengkapi"),
        (
            {"pendidikan": [{"tingkat": "d3", "tanggal": "2010"}]},
            "pendidikan",
            "Menurut riwayat: D-III.",
            "+5,00 bila berpendidikan S-1 atau D-IV",
        ),
        (
            {"pendidikan": [{"tingkat": "s1", "tanggal": "2010"}]},
            "pendidikan",
            "Menurut riwayat: S-1; termasuk “S-1 atau D-IV”.",
            "+5,00 bila berpendidikan S-2",
        ),
        (
            {"pernyataan": {"diklat_teknis": "0"}},
            "diklat_teknis",
            "Dinyatakan: 0 dari 20 JP pada 2021.",
            "+15,00 bila 20 JP pada 2021",
        ),
        (
            {"pernyataan": {"diklat_teknis": "24.5"}},
            "diklat_teknis",
            "Dinyatakan: 24,5 JP pada 2021, cukup 20.",
            "",
        ),
        (
            {"pengembangan": [{"jenis": 9, "selesai": "2018-07-05"}], "cakupan": ["seminar"]},
            "seminar",
            "Menurut riwayat: belum; 1 catatan tidak dihitung.",
            "+10,00 bila ada kegiatan pada 2020–2021",
        ),
        (
            {"cakupan": ["diklat_fungsional"]},
            "diklat_fungsional",
            "Sumber lengkap tidak mencatat satu pun.",
            "+15,00 bila mengikuti diklat fungsional",
        ),
        (
            {"jenis_jabatan": "struktural", "jenjang": None},
            "diklat_kepemimpinan",
            "Jenjang jabatannya belum ada",
            "Sampai +15,00 bila data jenjang jabatan dilengkapi",
        ),
        (
            {
                "jenis_jabatan": "struktural",
                "jenjang": "administrator",
                "pernyataan": {"diklat_kepemimpinan": "belum"},
            },
            "diklat_kepemimpinan",
            "Dinyatakan: belum.",
            "+15,00 bila mengikuti diklat kepemimpinan yang sesuai jenjang jabatan",
        ),
        ({"pernyataan": {"hukuman": "ringan"}}, "disiplin", "Dinyatakan: ringan.", ""),
    ],
)
def test_why_and_what_would_add_read_as_sentences(
    orang: Orang, instrumen: str, alasan: str, gain: str
) -> None:
    step = trace_of(FUNGSIONAL | dict(orang))[instrumen]
    assert isinstance(step, TraceStep)
    assert alasan in step.alasan
    assert gain_words(step) == gain


@pytest.mark.parametrize(
    ("orang", "kode"),
    [
        ({"pendidikan": [{"tingkat": "s1"}], "pernyataan": {"pendidikan": "s2"}}, True),
        ({"pendidikan": [{"tingkat": "s1"}], "pernyataan": {"pendidikan": "s1"}}, False),
        ({"pernyataan": {"diklat_teknis": "24"}}, False),
        ({"pernyataan": {"diklat_teknis": "24"}, "cakupan": ["diklat_teknis"]}, True),
        (
            {
                "pernyataan": {"diklat_teknis": "24"},
                "pengembangan": [{"jenis": 3, "selesai": "2021-05-05", "jp": "24"}],
            },
            False,
        ),
        ({"pernyataan": {"seminar": "sudah"}, "cakupan": ["seminar"]}, True),
        ({"pernyataan": {"seminar": "belum"}, "cakupan": ["seminar"]}, False),
        ({"pernyataan": {"hukuman": "tidak_ada"}, "hukuman": [{"tingkat": "ringan"}]}, False),
        (
            {
                "pernyataan": {"hukuman": "tidak_ada"},
                "hukuman": [{"tingkat": "ringan", "tmt": "2020-01-01"}],
            },
            True,
        ),
        ({"penilaian": [{"tahun": 2021, "nilai": "80", "skp": "80", "perilaku": "80.03"}]}, True),
        ({"penilaian": [{"tahun": 2021, "nilai": "80", "skp": "80", "perilaku": "80.02"}]}, False),
    ],
)
def test_what_is_stated_and_what_records_say_is_compared(orang: Orang, kode: bool) -> None:
    roster = roster_of([FUNGSIONAL | dict(orang)], 2021)
    found = derive(roster, RULES, score(roster, RULES))
    apart = {"pernyataan-beda", "nilai-beda-komponen"} & {one.kode for one in found}
    assert bool(apart) == kode


@pytest.mark.parametrize(
    ("penilaian", "told"),
    [
        ({"nilai": "92", "predikat": "sangat_baik"}, False),
        ({"nilai": "92", "predikat": "baik"}, True),
        ({"nilai": "75", "predikat": "sangat_kurang"}, True),
        ({"predikat": "baik"}, False),
        ({"nilai": "92"}, False),
        ({"skp": "95", "perilaku": "95", "predikat": "baik"}, True),
    ],
)
def test_predikat_beside_a_number(penilaian: Orang, told: bool) -> None:
    roster = roster_of([FUNGSIONAL | {"penilaian": [{"tahun": 2021, **penilaian}]}], 2021)
    found = derive(roster, RULES, score(roster, RULES))
    apart = [one for one in found if one.kode == "predikat-beda"]
    assert [one.bidang for one in apart] == ["kinerja"] * told


def test_missing_data_is_named_once_an_instrument() -> None:
    roster = roster_of([FUNGSIONAL, FUNGSIONAL | {"status": "PPPK"}], 2021)
    found = derive(roster, RULES, score(roster, RULES))
    assert [(one.kode, one.bidang) for one in found] == [
        ("belum-ada-data", name)
        for name in (
            "pendidikan",
            "diklat_fungsional",
            "diklat_teknis",
            "seminar",
            "kinerja",
            "disiplin",
        )
    ]
    assert len({one.id for one in found}) == len(found)


@pytest.mark.parametrize(
    ("catatan", "told"),
    [
        ([("Arsip Dinamis", None), ("ARSIP  DINAMIS.", None)], "“Arsip Dinamis” dan “ARSIP  DIN"),
        ([("Arsip", "12/A"), ("Kearsipan", "12-a"), ("Lain", "13")], "“Arsip” dan “Kearsipan” ("),
        ([("Arsip", None), ("Surat", None)], None),
        ([(None, None), ("-", "-"), ("", None)], None),
    ],
)
def test_near_equal_courses_are_told(
    catatan: list[tuple[str | None, str | None]], told: str | None
) -> None:
    found = similar([SameDay(198001012005012001, 3, 20210203, tuple(catatan))], 2021)
    assert [told is not None and told in one.pesan for one in found] == [True] * bool(told)
    assert all("03-02-2021" in one.pesan for one in found)


def test_near_equal_courses_of_a_kind_are_one_finding() -> None:
    twice = (("Arsip", None), ("arsip", None))
    days = [(3, 20210203), (3, 20210200), (9, 20210000)]
    found = similar([SameDay(198001012005012001, kind, day, twice) for kind, day in days], 2021)
    assert [one.bidang for one in found] == ["teknis", "seminar"]
    assert "(03-02-2021); “Arsip” dan “arsip” (02-2021)" in found[0].pesan


@pytest.mark.parametrize(
    ("orang", "kode"),
    [
        (
            {
                "jenis_jabatan": "struktural",
                "pengembangan": [{"jenis": 1, "tingkat": "pka", "selesai": "2019"}],
            },
            "jenjang-belum-ada",
        ),
        ({"hukuman": [{"jenis": 92, "tmt": "2020-05-01"}]}, "hukuman-tanpa-tingkat"),
        ({"penilaian": [{"tahun": 2021, "skp": "80"}]}, "penilaian-tanpa-nilai"),
    ],
)
def test_what_exactly_is_missing_is_said(orang: Orang, kode: str) -> None:
    roster = roster_of([{"jenis_jabatan": "pelaksana"} | dict(orang)], 2021)
    found = [one.kode for one in derive(roster, RULES, score(roster, RULES))]
    assert found.count(kode) == 1
    assert len(found) == len(set(found)) + found.count("belum-ada-data") - 1


def test_an_article_is_short_in_narrow_columns() -> None:
    assert article_words("8 ayat (6)") == "Pasal 8 (6)"
    assert article_words("9") == "Pasal 9"


LAW_FREE = {"segments", "splice", "year_state"}
"""Modules that apply no law: arithmetic over records, what puts people scored anew into a year,
and the value that holds a year.
"""


def test_public_functions_that_apply_law_name_their_source() -> None:
    folder = resource("..", "ipasn_core", "scoring")
    assert inspect.getfile(scoring).startswith(str(folder.resolve()))
    unnamed = [
        f"{path.stem}.{node.name}"
        for path in folder.glob("*.py")
        if path.stem not in LAW_FREE
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and "Dasar: " not in (ast.get_docstring(node) or "")
    ]
    assert unnamed == []
