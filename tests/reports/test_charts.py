"""Charts as values: recomputed by hand on small years."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from ipasn_core.model.settings import Settings
from ipasn_core.reports.chart_values import Grafik, JenisGrafik, Lingkup, Skala, whole
from ipasn_core.reports.charts import (
    complete_percent,
    completeness,
    dimension_bars,
    distance_words,
    distribution,
    index_bands,
    opd_dots,
    signed,
)
from ipasn_core.scoring.recap import recap_by
from ipasn_core.scoring.year_state import YearState
from tests.reports.years import SETTINGS, TARGETS, random_people, year

COVERED = ("diklat_kepemimpinan", "diklat_fungsional", "diklat_teknis", "seminar", "hukuman")
# 15 + 0 + 25 + 5 = 45
RAJIN: dict[str, Any] = {
    "jenis_jabatan": "pelaksana",
    "pendidikan": [{"tingkat": "d4"}],
    "penilaian": [{"tahun": 2021, "nilai": 80}],
    "cakupan": COVERED,
    "opd": "Dinas A",
}
# 20 + 40 + 5 + 5 = 70
TERLATIH: dict[str, Any] = {
    "jenis_jabatan": "fungsional",
    "pendidikan": [{"tingkat": "s2"}],
    "penilaian": [{"tahun": 2021, "nilai": 60}],
    "pernyataan": {"diklat_fungsional": "sudah", "diklat_teknis": 24, "seminar": 1},
    "cakupan": COVERED,
    "opd": "Dinas B",
}
# nothing at all
KOSONG: dict[str, Any] = {"jenis_jabatan": "pelaksana", "opd": "Dinas A"}


def trio(**targets: str) -> YearState:
    return year([RAJIN, TERLATIH, KOSONG], targets=targets or TARGETS)


def test_the_index_stands_in_its_kategori_on_an_axis_of_the_edition() -> None:
    grafik = index_bands(whole(trio()))
    assert grafik.nilai == Fraction(115, 3)
    assert grafik.target == 75
    bands = [(row.label, row.dari, row.nilai) for row in grafik.baris]
    # The value lies below 50, so the axis begins at the ten below it.
    assert bands[0] == ("Sangat Rendah", Fraction(30), Fraction(61))
    assert bands[-1] == ("Sangat Tinggi", Fraction(91), Fraction(100))
    assert [text for _, text in grafik.skala.tanda] == ["30", "61", "71", "81", "91", "100"]
    assert grafik.sorot == grafik.baris[0].kode == 4
    assert grafik.alt == (
        "Indeks Profesionalitas ASN 2021 38,33, kategori Sangat Rendah; capaian 51,11% dari "
        "target 75."
    )


def test_the_axis_of_the_index_begins_at_50_where_nothing_lies_below() -> None:
    grafik = index_bands(whole(year([TERLATIH])))
    assert grafik.skala.bawah == 50
    assert grafik.skala.share(Fraction(75)) == Fraction(1, 2)
    assert grafik.skala.share(Fraction(10)) == 0
    assert grafik.target is None
    assert grafik.alt == "Indeks Profesionalitas ASN 2021 70,00, kategori Rendah."


def test_dimensions_say_value_target_capaian_and_distance() -> None:
    rows = dimension_bars(whole(trio(kualifikasi="11", kompetensi="13.5", disiplin="3"))).baris
    assert [row.nilai for row in rows] == [
        Fraction(35, 3), Fraction(40, 3), 10, Fraction(10, 3)
    ]  # fmt: skip
    assert [row.maksimal for row in rows] == [25, 40, 30, 5]
    assert rows[0].sel == ("Kualifikasi", "11,67", "25", "11", "106,06%", "melampaui target")
    assert rows[1].kalimat == (
        "Kompetensi 13,33 dari 40; target 13,5; capaian 98,76%; kurang 0,17 poin."
    )
    assert rows[2].sel == ("Kinerja", "10,00", "30", "", "", "")
    assert [row.tercapai for row in rows] == [True, False, None, True]


@pytest.mark.parametrize(("rounding", "printed"), [("potong", "80,86%"), ("bulat", "80,87%")])
def test_capaian_is_printed_as_the_setting_says(rounding: str, printed: str) -> None:
    settings = Settings(**{f: getattr(SETTINGS, f) for f in Settings.__dataclass_fields__} | {
        "capaian": rounding})  # fmt: skip
    state = year([RAJIN], settings=settings, targets={"kualifikasi": "18.549"})
    assert dimension_bars(whole(state)).baris[0].sel[4] == printed


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Fraction(15), "mencapai target"),
        (Fraction(16), "melampaui target"),
        (Fraction(1213, 100), "kurang 2,87 poin"),
        (Fraction(14999, 1000), "kurang dari 0,01 poin lagi"),
    ],
)
def test_the_distance_to_a_target_in_words(value: Fraction, words: str) -> None:
    assert distance_words(value, Fraction(15)) == words


def test_people_stand_behind_their_kategori_by_id() -> None:
    grafik = distribution(whole(trio()))
    by_name = {row.label: row for row in grafik.baris}
    assert by_name["Rendah"].orang.tolist() == [2]
    assert by_name["Sangat Rendah"].orang.tolist() == [1, 3]
    assert by_name["Sangat Rendah"].sel == ("Sangat Rendah", "2", "66,7%")
    assert sum(row.nilai or 0 for row in grafik.baris) == 3
    assert grafik.skala.atas == 2


def test_a_perangkat_daerah_has_its_own_figures_and_people() -> None:
    state = trio()
    code = np.array([0, 1, 0])
    group = recap_by(state.scores, state.edition, code, ("Dinas A", "Dinas B"))[0]
    scope = Lingkup(state, group, np.array([0, 2]), "Dinas A")
    assert index_bands(scope).nilai == Fraction(45, 2)
    assert [row.orang.tolist() for row in distribution(scope).baris][-1] == [1, 3]
    assert completeness(scope).alt == "1 dari 2 pegawai lengkap, 50,0%."


def test_what_is_missing_has_its_people() -> None:
    pemimpin = KOSONG | {"jenis_jabatan": "struktural"}
    grafik = completeness(whole(year([RAJIN, KOSONG, pemimpin])))
    lacking = {row.label: row.orang.tolist() for row in grafik.baris}
    assert lacking == {
        "Data pendidikan kosong": [2, 3],
        "Jenjang jabatan kosong": [3],
        "Data diklat kepemimpinan": [],
        "Data diklat fungsional": [],
        "Data diklat teknis kosong": [2, 3],
        "Data seminar dan sejenisnya kosong": [2, 3],
        "Data penilaian kinerja kosong": [2, 3],
        "Data hukuman disiplin kosong": [2, 3],
    }
    assert grafik.nilai == 1


def test_nobody_is_called_all_complete_by_rounding() -> None:
    assert complete_percent(Fraction(99_999, 1000)) == "99,9%"
    assert complete_percent(Fraction(100)) == "100%"


def test_perangkat_daerah_are_ranked_by_their_exact_index() -> None:
    grafik = opd_dots(trio())
    assert [row.sel for row in grafik.baris] == [
        ("1", "Dinas B", "1", "70,00", "+31,67"),
        ("2", "Dinas A", "2", "22,50", "−15,83"),
    ]
    assert [row.orang.tolist() for row in grafik.baris] == [[2], [1, 3]]
    assert (grafik.skala.bawah, grafik.skala.atas) == (Fraction(22), Fraction(75))
    assert grafik.acuan == Fraction(115, 3)
    assert not grafik.mulai_nol
    assert "tertinggi Dinas B 70,00, terendah Dinas A 22,50" in grafik.alt


def test_people_without_perangkat_daerah_are_told_not_drawn() -> None:
    grafik = opd_dots(year([RAJIN, TERLATIH | {"opd": None}]))
    assert [row.label for row in grafik.baris] == ["Dinas A"]
    assert grafik.catatan == ("1 pegawai tanpa perangkat daerah tidak digambarkan.",)


def test_nobody_measured_makes_empty_charts() -> None:
    state = year([RAJIN | {"status": "CPNS"}], targets=TARGETS)
    scope = whole(state)
    assert index_bands(scope).nilai is None
    assert index_bands(scope).sorot == -1
    assert {row.nilai for row in dimension_bars(scope).baris} == {None}
    assert {row.sel[1:] for row in distribution(scope).baris} == {("0", "–")}
    assert opd_dots(state).baris == ()


def test_the_sums_of_all_charts_agree_in_a_random_year() -> None:
    state = year(random_people(300, ["Dinas A", "Badan B", None, "Kecamatan C"]))
    scope = whole(state)
    measured = state.instansi.jumlah
    assert sum(len(row.orang) for row in distribution(scope).baris) == measured
    dots = opd_dots(state).baris
    without = int((state.roster.keadaan["opd"] < 0).sum())
    assert sum(len(row.orang) for row in dots) + without == measured
    values = [row.nilai for row in dots]
    assert values == sorted(values, key=lambda v: v or 0, reverse=True)
    lacking = np.unique(np.concatenate([row.orang for row in completeness(scope).baris]))
    assert len(lacking) == state.instansi.belum_lengkap


def test_an_axis_that_does_not_begin_at_0_takes_no_bars() -> None:
    late = Skala(Fraction(50), Fraction(100))
    with pytest.raises(ValueError, match="begin at 0"):
        Grafik(JenisGrafik.BATANG, "x", (), (), late, "x")
    assert Grafik(JenisGrafik.TITIK, "x", (), (), late, "x").skala is late


def test_a_difference_that_prints_as_nothing_has_no_sign() -> None:
    assert [signed(Fraction(n, 1000)) for n in (3, 5, -5, 0)] == ["0,00", "+0,01", "−0,01", "0,00"]
