"""Next steps: each gain is what scoring gives once the step is taken."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from ipasn_core.reports.chart_values import Lingkup, whole
from ipasn_core.reports.next_steps import LangkahBerikut, next_steps
from ipasn_core.scoring.recap import recap_by
from tests.reports.test_charts import KOSONG, RAJIN, TERLATIH
from tests.reports.years import year

PEOPLE = [RAJIN, TERLATIH, KOSONG]


def steps_of(people: list[dict[str, Any]]) -> dict[str, LangkahBerikut]:
    return {step.judul: step for step in next_steps(whole(year(people)))}


def index_of(people: list[dict[str, Any]]) -> Fraction:
    index = year(people).instansi.indeks
    assert index is not None
    return index


def test_data_come_first_then_steps_by_their_gain() -> None:
    steps = next_steps(whole(year(PEOPLE)))
    assert [(step.judul, step.tambahan, step.paling_banyak) for step in steps] == [
        ("Lengkapi data 1 pegawai", Fraction(100, 3), True),
        ("Diklat teknis: 1 pegawai", Fraction(15, 2), False),
        ("Kinerja di bawah Baik: 1", Fraction(20, 3), False),
        ("Seminar: 1 pegawai", Fraction(35, 6), False),
    ]
    assert [step.orang.tolist() for step in steps] == [[3], [1], [2], [1]]
    assert steps[1].catatan == ("Belum mencapai 20 JP. Bila tercapai, indeks menjadi 45,83.")
    assert steps[3].catatan.startswith("Belum pernah dalam dua tahun terakhir.")


@pytest.mark.parametrize(
    ("judul", "at", "taken"),
    [
        ("Diklat teknis: 1 pegawai", 0, {"pernyataan": {"diklat_teknis": 20}}),
        ("Seminar: 1 pegawai", 0, {"pernyataan": {"seminar": 1}}),
        ("Kinerja di bawah Baik: 1", 1, {"penilaian": [{"tahun": 2021, "nilai": 76}]}),
    ],
)
def test_taking_the_step_gains_what_was_told(judul: str, at: int, taken: dict[str, Any]) -> None:
    after = [dict(person) for person in PEOPLE]
    after[at] |= taken
    assert index_of(after) - index_of(PEOPLE) == steps_of(PEOPLE)[judul].tambahan
    assert judul not in steps_of(after)


def test_complete_data_gain_no_more_than_was_told() -> None:
    best = KOSONG | {
        "pendidikan": [{"tingkat": "s3"}],
        "penilaian": [{"tahun": 2021, "nilai": 100}],
        "pernyataan": {"diklat_teknis": 20, "seminar": 1, "hukuman": "tidak_ada"},
    }
    gain = index_of([RAJIN, TERLATIH, best]) - index_of(PEOPLE)
    assert gain == steps_of(PEOPLE)["Lengkapi data 1 pegawai"].tambahan


def test_a_perangkat_daerah_counts_its_own_people_alone() -> None:
    state = year(PEOPLE)
    group = recap_by(state.scores, state.edition, np.array([0, 1, 0]), ("Dinas A", "Dinas B"))[1]
    steps = next_steps(Lingkup(state, group, np.array([1]), "Dinas B"))
    assert [(step.judul, step.tambahan) for step in steps] == [
        ("Kinerja di bawah Baik: 1", Fraction(20))
    ]


def test_there_is_nothing_to_do_for_nobody_or_for_the_best() -> None:
    assert next_steps(whole(year([RAJIN | {"status": "CPNS"}]))) == ()
    best = TERLATIH | {"penilaian": [{"tahun": 2021, "nilai": 95}]}
    assert next_steps(whole(year([best]))) == ()


def test_a_diklat_that_does_not_fit_the_post_is_told() -> None:
    pengawas = RAJIN | {"jenis_jabatan": "struktural", "jenjang": "pengawas"}
    step = steps_of([pengawas])["Diklat kepemimpinan: 1 pegawai"]
    assert step.tambahan == 15
    assert step.catatan.startswith("Belum pernah, atau tidak sesuai jabatan.")
