"""Planning sets of records: identity, strangers, coverage, `--ganti`."""

from __future__ import annotations

import dataclasses

import pytest

from ipasn_core.errors import UsageError, UserError
from ipasn_core.importing.plan import Planned
from ipasn_core.importing.table import Value
from ipasn_core.model.cards_values import HUKUMAN_TAK_DIKENAL
from ipasn_core.model.finding import Finding
from ipasn_core.model.vocab import PENGEMBANGAN, Bukti
from tests.importing.plan_tables import ANI, BUDI, CITRA, DEDI, Row, after, plan, table


def person(nama: str, opd: str = "Dinas A") -> dict[str, Value]:
    return {"nama": nama, "jenis_jabatan": 2, "opd": opd}


def course(nama: str, jenis: int = 3) -> dict[str, Value]:
    return {"jenis": jenis, "nama": nama, "selesai": 20210700, "jp": 2000}


def sentence(tmt: int) -> dict[str, Value]:
    return {"tingkat": 1, "tmt": tmt}


PEOPLE = table(
    "pegawai",
    [(ANI, person("Ani")), (BUDI, person("Budi")), (CITRA, person("Citra", "Dinas  Bé"))],
)
ROSTER = after(plan(PEOPLE))


def covered(planned: Planned, kind: Bukti = Bukti.HUKUMAN) -> dict[int, bool]:
    return {nip: named for nip, k, _, named in planned.plan.cakupan if k is kind}


def test_a_record_is_the_same_only_if_all_fields_are_equal() -> None:
    rows = [(ANI, course("A")), (ANI, course("A")), (ANI, course("A") | {"jp": 2001})]
    planned = plan(table("pengembangan", rows), stored=ROSTER)
    assert [(nip, r[3], r[6]) for nip, r, _ in planned.plan.rekaman["pengembangan"]] == [
        (ANI, "A", 2000),
        (ANI, "A", 2001),
    ]
    assert planned.plan.ganda == 1
    assert planned.plan.orang == {ANI: "berubah"}


def test_what_is_stored_is_nothing_new() -> None:
    history = table("pengembangan", [(ANI, course("A")), (BUDI, course("B"))])
    stored = after(plan(history, stored=ROSTER), ROSTER)
    again = plan(history, stored=stored)
    assert again.plan.kosong
    assert again.berguna
    assert again.plan.orang == {ANI: "tetap", BUDI: "tetap"}
    more = plan(table("pengembangan", [(ANI, course("A")), (BUDI, course("C"))]), stored=stored)
    assert more.plan.orang == {ANI: "tetap", BUDI: "berubah"}


def test_strangers_rows_are_one_finding_a_person_and_sheet() -> None:
    courses = [(DEDI, course("A")), (ANI, course("A")), (DEDI, course("B"))]
    planned = plan(
        table("pengembangan", courses),
        table("hukuman", [(DEDI, sentence(20200101))], lembar_ke=1),
        table("pegawai", [(DEDI, {"penilaian.nilai": 1, "penilaian.tahun": 2021})], lembar_ke=2),
        stored=ROSTER,
    )
    assert [(f.kode, f.lembar, f.baris, f.isi["jumlah"]) for f in planned.plan.temuan] == [
        ("pegawai-tak-dikenal", "L0", 2, "2"),
        ("pegawai-tak-dikenal", "L1", 2, "1"),
        ("pegawai-tak-dikenal", "L2", 2, "1"),
    ]
    assert planned.plan.ditolak == 4
    assert planned.plan.orang == {ANI: "berubah"}
    assert planned.plan.penilaian == {}


def test_by_default_a_history_covers_whom_it_names_and_the_pegawai_sheet_of_its_workbook() -> None:
    history = table("hukuman", [(ANI, sentence(20200101))], lembar_ke=1)
    assert covered(plan(history, stored=ROSTER)) == {ANI: True}
    assert covered(plan(PEOPLE, history)) == {ANI: True, BUDI: False, CITRA: False}
    elsewhere = table("hukuman", [(ANI, sentence(20200101))], berkas_ke=1)
    assert covered(plan(PEOPLE, elsewhere)) == {ANI: True}
    no_posts = table("pegawai", [(BUDI, {"golongan": 1})])
    assert covered(plan(no_posts, history, stored=ROSTER)) == {ANI: True}


def test_a_history_of_one_kind_covers_that_kind() -> None:
    rows = [(ANI, course("A", 9))]
    planned = plan(table("pengembangan", rows, bukti=(Bukti.SEMINAR,)), stored=ROSTER)
    assert {(nip, kind) for nip, kind, _, _ in planned.plan.cakupan} == {(ANI, Bukti.SEMINAR)}
    planned = plan(table("pengembangan", rows), stored=ROSTER)
    assert {kind for _, kind, _, _ in planned.plan.cakupan} == set(PENGEMBANGAN)
    planned = plan(table("pendidikan", [(ANI, {"tingkat": 8})]), stored=ROSTER)
    assert planned.plan.cakupan == []


@pytest.mark.parametrize(
    ("cakup", "expected"),
    [
        (("semua",), {ANI: True, BUDI: False, CITRA: False}),
        (("dinas a",), {ANI: True, BUDI: False}),
        (("Dinas BÉ ",), {ANI: True, CITRA: False}),
        (("Dinas A", "Dinas Bé"), {ANI: True, BUDI: False, CITRA: False}),
        (("tambahan",), {}),
    ],
)
def test_cakup_says_for_whom_a_sheet_is_complete(
    cakup: tuple[str, ...], expected: dict[int, bool]
) -> None:
    history = table("hukuman", [(ANI, sentence(20200101))])
    assert covered(plan(history, stored=ROSTER, cakup=cakup)) == expected


def test_cakup_reaches_those_who_enter_in_the_call_and_follows_their_new_opd() -> None:
    moved = table("pegawai", [(DEDI, person("Dedi")), (BUDI, {"opd": "Dinas C"})])
    history = table("hukuman", [(ANI, sentence(20200101))], berkas_ke=1)
    planned = plan(moved, history, stored=ROSTER, cakup=("Dinas A",))
    assert covered(planned) == {ANI: True, DEDI: False}


def test_an_unknown_opd_names_the_nearest() -> None:
    with pytest.raises(UserError) as caught:
        plan(PEOPLE, cakup=("Dinas Be",))
    assert "Dinas Be" in caught.value.pesan
    assert "Dinas  Bé" in caught.value.perbaikan
    with pytest.raises(UsageError):
        plan(PEOPLE, cakup=("tambahan", "semua"))


def test_a_history_without_rows_is_of_use_where_it_reaches_somebody() -> None:
    empty = table("hukuman", [], lembar_ke=1, fields=("tingkat", "tmt"))
    assert not plan(empty, stored=ROSTER).berguna
    first = plan(empty, stored=ROSTER, cakup=("semua",))
    assert first.berguna
    assert covered(first) == dict.fromkeys((ANI, BUDI, CITRA), False)
    assert first.plan.orang == {}
    again = plan(empty, stored=after(first, ROSTER), cakup=("semua",))
    assert again.berguna
    assert again.plan.kosong


def test_a_nihil_row_names_its_person_and_is_no_record() -> None:
    nihil: Row = (ANI, {"tingkat": None, "tmt": None})
    planned = plan(table("hukuman", [nihil, nihil]), stored=ROSTER)
    assert planned.plan.ganda == 1
    assert planned.plan.rekaman == {}
    assert covered(planned) == {ANI: True}
    assert planned.plan.orang == {ANI: "tetap"}
    assert not planned.plan.kosong


def test_only_people_of_the_roster_are_covered() -> None:
    history = table("hukuman", [(ANI, sentence(20200101)), (DEDI, sentence(20200101))])
    assert covered(plan(history, stored=ROSTER)) == {ANI: True}
    sheet_of_budi = table("pegawai", [(BUDI, {"opd": "X"})], lembar_ke=1, lembar_pegawai=True)
    other_year = dataclasses.replace(
        ROSTER,
        roster=frozenset({ANI}),
        keadaan={**ROSTER.keadaan, BUDI: ("Budi", 1, *(None,) * 8)},
    )
    named_too = table("hukuman", [(ANI, sentence(20200101)), (BUDI, sentence(20200101))])
    planned = plan(sheet_of_budi, named_too, stored=other_year)
    assert covered(planned) == {ANI: True}
    assert planned.plan.orang == {ANI: "berubah", BUDI: "berubah"}


def test_two_sheets_do_not_say_the_same_coverage_twice() -> None:
    one = table("hukuman", [(ANI, sentence(20200101))])
    two = table("hukuman", [(BUDI, sentence(20200101))], berkas_ke=1)
    planned = plan(one, two, stored=ROSTER, cakup=("semua",))
    assert sorted((nip, named) for nip, _, _, named in planned.plan.cakupan) == [
        (BUDI, True),
        (ANI, True),
        (CITRA, False),
    ]


def withheld(nip: int) -> Finding:
    return Finding(
        HUKUMAN_TAK_DIKENAL,
        {"nilai": "?"},
        "0.xlsx",
        "L0",
        2,
        nip=nip,
        tahan=(Bukti.HUKUMAN,),
        menolak_baris=True,
        sidik="sha0",
    )


def test_a_sheet_with_refused_rows_covers_still_and_another_says_it_again() -> None:
    first = table("hukuman", [(ANI, {})], ditolak=[0], temuan=[withheld(ANI)])
    second = table("hukuman", [(BUDI, sentence(20200101))], berkas_ke=1)
    planned = plan(first, second, stored=ROSTER, cakup=("semua",))
    pairs = [(nip, origin[0]) for nip, _, origin, _ in planned.plan.cakupan]
    assert (ANI, 0) in pairs
    assert (ANI, 1) in pairs
    assert planned.plan.ditolak == 1


def test_ganti_removes_what_a_complete_sheet_does_not_list() -> None:
    old = table("pengembangan", [(ANI, course("A")), (ANI, course("S", 9)), (BUDI, course("B"))])
    stored = after(plan(old, stored=ROSTER), ROSTER)
    new = table("pengembangan", [(ANI, course("C"))], bukti=(Bukti.DIKLAT_TEKNIS,))
    planned = plan(new, stored=stored, ganti=True)
    assert planned.plan.hapus == {"pengembangan": [1]}
    assert plan(new, stored=stored).plan.hapus == {}
    wider = plan(new, stored=stored, ganti=True, cakup=("semua",))
    assert wider.plan.hapus == {"pengembangan": [1, 3]}
    assert wider.plan.orang == {ANI: "berubah", BUDI: "berubah"}
    assert plan(new, stored=stored, ganti=True, cakup=("tambahan",)).plan.hapus == {}


def test_ganti_looks_at_all_sheets_of_the_call_together() -> None:
    one = table("pengembangan", [(ANI, course("A"))])
    two = table("pengembangan", [(ANI, course("B"))], berkas_ke=1)
    stored = after(plan(one, two, stored=ROSTER), ROSTER)
    assert plan(one, two, stored=stored, ganti=True).plan.kosong


def test_ganti_works_on_degrees_for_the_people_named() -> None:
    old = table("pendidikan", [(ANI, {"tingkat": 8}), (BUDI, {"tingkat": 8})])
    stored = after(plan(old, stored=ROSTER), ROSTER)
    planned = plan(table("pendidikan", [(ANI, {"tingkat": 9})]), stored=stored, ganti=True)
    assert planned.plan.hapus == {"pendidikan": [1]}


def test_ganti_takes_nothing_from_somebody_whose_row_could_not_be_read() -> None:
    old = table("hukuman", [(ANI, sentence(20200101)), (BUDI, sentence(20200101))])
    stored = after(plan(old, stored=ROSTER), ROSTER)
    rows: list[Row] = [(ANI, {"tmt": None}), (ANI, sentence(20190101))]
    new = table("hukuman", rows, ditolak=[0], temuan=[withheld(ANI)])
    planned = plan(new, stored=stored, ganti=True, cakup=("semua",))
    assert planned.plan.hapus == {"hukuman": [2]}
    nobody = table("hukuman", [(0, {}), (ANI, sentence(20190101))], ditolak=[0])
    planned = plan(nobody, stored=stored, ganti=True, cakup=("semua",))
    assert planned.plan.hapus == {"hukuman": [1]}


def test_ganti_takes_nothing_from_somebody_with_a_cell_that_could_not_be_read() -> None:
    old = table("hukuman", [(ANI, sentence(20200101)), (BUDI, sentence(20200101))])
    stored = after(plan(old, stored=ROSTER), ROSTER)
    doubt = dataclasses.replace(withheld(ANI), menolak_baris=False)
    new = table("hukuman", [(ANI, {"tingkat": 1, "tmt": None})], temuan=[doubt])
    planned = plan(new, stored=stored, ganti=True, cakup=("semua",))
    assert planned.plan.hapus == {"hukuman": [2]}
    nobody = table("hukuman", [(0, {"tingkat": 1})], temuan=[dataclasses.replace(doubt, nip=0)])
    assert plan(nobody, stored=stored, ganti=True, cakup=("semua",)).plan.hapus == {}
