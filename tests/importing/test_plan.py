"""Planning: merging, conflicts, who can come in, what changes, what is counted."""

from __future__ import annotations

import dataclasses

from ipasn_core.importing.plan_findings import KeptOut
from ipasn_core.importing.table import Value
from ipasn_core.model.cards_doubts import TAHUN_JUDUL_BEDA
from ipasn_core.model.cards_people import NIP_KOSONG
from ipasn_core.model.change import Statements, Stored
from ipasn_core.model.evidence import KEADAAN
from ipasn_core.model.finding import Finding
from ipasn_core.model.vocab import Bukti, Status
from tests.importing.plan_tables import ANI, BUDI, CITRA, DEDI, after, plan, table

OPD = [field.name for field in KEADAAN].index("opd")
S1 = (3, 8)
S2 = (3, 9)


def person(nama: str = "Ani", **more: Value) -> dict[str, Value]:
    return {"nama": nama, "jenis_jabatan": 2, "opd": "Dinas A", **more}


ANI_BUDI = table("pegawai", [(ANI, person("Ani")), (BUDI, person("Budi"))])
ROSTER = after(plan(ANI_BUDI))


def test_a_person_comes_in_with_status_and_sex_from_the_nip() -> None:
    planned = plan(table("pegawai", [(ANI, person()), (DEDI, person("Dedi", status=2))]))
    values, origin = planned.plan.keadaan[ANI]
    assert values == ("Ani", 2, Status.PNS, None, None, 2, None, None, None, "Dinas A")
    assert origin == (0, 0, 2)
    assert planned.plan.keadaan[DEDI][0][1:3] == (1, 2)
    assert planned.plan.orang == {ANI: "baru", DEDI: "baru"}
    assert planned.plan.temuan == []


def test_rows_and_tables_complete_each_other_whatever_the_order() -> None:
    names = table("pegawai", [(ANI, {"nama": "Ani"})])
    posts = table("pegawai", [(ANI, {"jenis_jabatan": 2, "nama": None})], berkas_ke=1)
    degrees = table("pegawai", [(ANI, {"pernyataan.pendidikan": S1})], berkas_ke=2)
    planned = plan(degrees, posts, names)
    assert planned.plan.keadaan[ANI][0][:6] == ("Ani", 2, 1, None, None, 2)
    assert planned.plan.pernyataan == {Bukti.PENDIDIKAN: Statements([ANI], [(3, 8)], [(2, 0, 2)])}
    assert (planned.plan.ganda, planned.plan.ditolak) == (0, 0)


def test_identical_rows_count_once_also_across_files() -> None:
    again = dataclasses.replace(ANI_BUDI, berkas_ke=1, berkas="1.xlsx", sidik="sha1")
    twice = table("pegawai", [(ANI, person("Ani")), (ANI, person("Ani"))], berkas_ke=2)
    planned = plan(ANI_BUDI, again, twice)
    assert planned.plan.ganda == 4
    assert planned.plan.ditolak == 0
    assert [f.lembar[0].diterima for f in planned.plan.berkas] == [2, 2, 2]


def test_a_conflict_keeps_all_rows_out_in_one_finding_that_names_each() -> None:
    first = table(
        "pegawai",
        [(ANI, person() | {"pernyataan.pendidikan": S1}), (BUDI, person("Budi"))]
        + [(ANI, person() | {"pernyataan.pendidikan": S2})],
    )
    second = table("pegawai", [(ANI, {"opd": "Dinas B"})], berkas_ke=1)
    planned = plan(first, second)
    (finding,) = planned.plan.temuan
    assert finding.kode == "baris-bertentangan"
    assert "Perangkat daerah dan Pendidikan" in finding.pesan
    assert "baris 2 dan 4 (0.xlsx, lembar L0) serta baris 2 (1.xlsx, lembar L0)" in finding.pesan
    assert (finding.berkas, finding.lembar, finding.baris) == ("0.xlsx", "L0", 2)
    assert (finding.nip, finding.siapa, finding.menolak_baris) == (ANI, str(ANI), True)
    assert planned.plan.orang == {BUDI: "baru"}
    assert planned.plan.ditolak == 3
    assert {(k.berkas_ke, k.baris) for k in planned.tertolak} == {(0, 2), (0, 4), (1, 2)}
    assert [f.lembar[0].ditolak for f in planned.plan.berkas] == [2, 1]


def test_an_opd_in_other_case_or_spaces_is_the_same_opd() -> None:
    first = table("pegawai", [(ANI, person(opd="DINAS A")), (BUDI, person("Budi", opd="dinas a"))])
    second = table("pegawai", [(ANI, {"opd": "Dinas  a"}), (ANI, {"opd": "Dinas A"})], berkas_ke=1)
    both = [plan(first, second), plan(second, first)]
    for planned in both:
        assert planned.plan.temuan == []
        assert {v[0][OPD] for v in planned.plan.keadaan.values()} == {"Dinas A"}
    stored = after(plan(first))
    assert {values[OPD] for values in stored.keadaan.values()} == {"dinas a"}
    again = plan(second, table("pegawai", [(CITRA, person("Citra"))], berkas_ke=2), stored=stored)
    assert again.plan.orang == {ANI: "tetap", CITRA: "baru"}
    assert again.plan.keadaan[CITRA][0][OPD] == "dinas a"


def test_a_conflict_of_one_field_points_to_its_column() -> None:
    rows = [(ANI, person()), (ANI, person(opd="Dinas B"))]
    assert plan(table("pegawai", rows)).plan.temuan[0].kolom == "C"


def test_history_of_somebody_kept_out_by_a_conflict_stays_out_under_the_same_finding() -> None:
    wide = table("pegawai", [(ANI, person()), (ANI, person("Anu"))])
    history = table("hukuman", [(ANI, {"tingkat": 1})], lembar_ke=1)
    planned = plan(wide, history)
    assert [f.kode for f in planned.plan.temuan] == ["baris-bertentangan"]
    assert planned.plan.ditolak == 3
    assert planned.plan.rekaman == {}
    assert not planned.berguna
    known = plan(wide, history, stored=ROSTER)
    assert known.plan.orang == {ANI: "berubah"}
    assert known.plan.ditolak == 2


def test_conflicting_appraisals_leave_the_person_in() -> None:
    wide = table("pegawai", [(ANI, person())])
    rows = [(ANI, {"penilaian.nilai": n, "penilaian.tahun": 2021}) for n in (90_000, 80_000)]
    rows.append((ANI, {"penilaian.nilai": 70_000, "penilaian.tahun": 2020}))
    planned = plan(wide, table("pegawai", rows, lembar_ke=1))
    assert planned.plan.orang == {ANI: "baru"}
    assert planned.plan.penilaian == {}
    assert planned.plan.ditolak == 3
    assert "Nilai kinerja 2021 pegawai" in planned.plan.temuan[0].pesan


def test_an_appraisal_without_year_belongs_to_the_measured_one() -> None:
    wide = table("pegawai", [(ANI, person() | {"penilaian.skp": 90_000})])
    rows = [(ANI, {"penilaian.perilaku": 88_000, "penilaian.tahun": year}) for year in (2021, 2019)]
    planned = plan(wide, table("pegawai", rows, lembar_ke=1))
    blank = (None,) * 5
    assert {k: v for k, (v, _) in planned.plan.penilaian.items()} == {
        (ANI, 2021): (None, 90_000, 88_000, *blank),
        (ANI, 2019): (None, None, 88_000, *blank),
    }
    assert [f.jenis for f in planned.plan.berkas[0].lembar] == ["pegawai", "penilaian"]


def test_a_history_of_appraisals_contradicts_no_name_but_helps_out_with_it() -> None:
    years = table(
        "pegawai",
        [(ANI, {"nama": "ANI, S.Kom", "penilaian.nilai": 1, "penilaian.tahun": 2021})],
        lembar_ke=1,
    )
    assert plan(table("pegawai", [(ANI, person())]), years).plan.keadaan[ANI][0][0] == "Ani"
    assert plan(years, stored=ROSTER).plan.keadaan == {}
    unnamed = table("pegawai", [(ANI, {"jenis_jabatan": 4})])
    assert plan(unnamed, years).plan.keadaan[ANI][0][0] == "ANI, S.Kom"


def test_who_lacks_name_or_jenis_jabatan_stays_out() -> None:
    planned = plan(table("pegawai", [(ANI, {"nama": "Ani"}), (BUDI, {"opd": "Dinas A"})]))
    first, second = planned.plan.temuan
    assert "jenis jabatan tidak ditemukan" in first.pesan
    assert "nama dan jenis jabatan tidak ditemukan" in second.pesan
    assert planned.plan.ditolak == 2
    assert planned.tertolak[0] == KeptOut(0, 0, 2, first)
    assert not planned.berguna


def test_a_table_without_name_is_enough_for_people_in_the_roster() -> None:
    wide = table("pegawai", [(ANI, {"pernyataan.pendidikan": S2}), (BUDI, {"golongan": None})])
    planned = plan(wide, stored=ROSTER)
    assert planned.plan.orang == {ANI: "berubah", BUDI: "tetap"}
    assert planned.plan.keadaan == {}


def test_somebody_of_another_year_needs_only_jenis_jabatan() -> None:
    other = Stored(keadaan={ANI: ("Ani", 2, *(None,) * 8)})
    planned = plan(table("pegawai", [(ANI, {"jenis_jabatan": 2})]), stored=other)
    assert planned.plan.orang == {ANI: "baru"}
    assert planned.plan.keadaan[ANI][0][0] == "Ani"


def test_a_new_value_replaces_and_a_blank_says_nothing() -> None:
    rows = [(ANI, {"nama": None, "opd": "Dinas B"}), (BUDI, {"nama": "Budi", "opd": None})]
    planned = plan(table("pegawai", rows), stored=ROSTER)
    assert planned.plan.orang == {ANI: "berubah", BUDI: "tetap"}
    assert planned.plan.keadaan[ANI][0] == (*ROSTER.keadaan[ANI][:-1], "Dinas B")


def test_rows_that_reading_refused_are_counted_and_their_findings_kept_in_order() -> None:
    late = Finding(NIP_KOSONG, {}, "0.xlsx", "L1", 9, "A", sidik="sha0", menolak_baris=True)
    early = dataclasses.replace(late, lembar="L0", baris=3)
    year = Finding(
        TAHUN_JUDUL_BEDA, {"judul": "2020", "tahun": "2021"}, "0.xlsx", "L0", sidik="sha0"
    )
    planned = plan(
        table("hukuman", [(ANI, {"tingkat": 1}), (0, {})], lembar_ke=1, ditolak=[1], temuan=[late]),
        table("pegawai", [(ANI, person()), (0, person())], ditolak=[1], temuan=[early]),
        temuan=[year],
    )
    assert planned.plan.temuan == [year, early, late]
    assert planned.plan.ditolak == 2
    assert planned.plan.orang == {ANI: "baru"}
    assert [(s.diterima, s.ditolak) for s in planned.plan.berkas[0].lembar] == [(1, 1), (1, 1)]


def test_whom_a_pegawai_table_lists_is_remembered_also_if_kept_out() -> None:
    wide = table("pegawai", [(ANI, person()), (CITRA, {"opd": "X"}), (0, {})], ditolak=[2])
    assert plan(wide).plan.hadir == [(ANI, (0, 0, 0)), (CITRA, (0, 0, 0))]


def degree(tingkat: int) -> dict[str, Value]:
    return {"tingkat": tingkat, "tanggal": 20200000}


def test_degrees_beside_a_wide_table_are_its_rows() -> None:
    wide = table("pegawai", [(ANI, person()), (ANI, person()), (ANI, person())])
    beside = table("pendidikan", [(ANI, degree(8)), (ANI, degree(8)), (ANI, degree(9))])
    planned = plan(beside, wide)
    assert len(planned.plan.rekaman["pendidikan"]) == 2
    assert planned.plan.ganda == 1
    (sheet,) = planned.plan.berkas[0].lembar
    assert (sheet.jenis, sheet.diterima, sheet.ditolak) == ("pegawai", 3, 0)


def test_degrees_beside_rows_kept_out_stay_out_with_them() -> None:
    wide = table("pegawai", [(ANI, person()), (ANI, person("Anu"))])
    beside = table("pendidikan", [(ANI, degree(8)), (ANI, degree(9))])
    planned = plan(wide, beside, stored=ROSTER)
    assert planned.plan.rekaman == {}
    assert planned.plan.ditolak == 2
    assert planned.plan.orang == {}


def test_repeats_among_rows_kept_out_are_no_repeats() -> None:
    conflict = [(ANI, person()), (ANI, person()), (ANI, person("Anu"))]
    stranger = [(BUDI, {"penilaian.nilai": 1, "penilaian.tahun": 2021})] * 2
    planned = plan(table("pegawai", conflict), table("pegawai", stranger, lembar_ke=1))
    assert (planned.plan.ganda, planned.plan.ditolak) == (0, 5)
    known = plan(table("pegawai", conflict), stored=ROSTER)
    assert (known.plan.ganda, known.plan.ditolak) == (0, 3)
