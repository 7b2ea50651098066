from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ipasn_core.model.change import Trail
from ipasn_core.model.finding import Finding
from ipasn_core.model.stored import SameDay
from ipasn_core.model.vocab import Bukti
from ipasn_core.storage.findings import ASIDE, DONE, OPEN
from ipasn_core.storage.periksa import check
from ipasn_core.storage.project import Project
from tests.storage.proyek import (
    ANI,
    BUDI,
    CARDS,
    CITRA,
    EMPTY,
    GALAT,
    INFO,
    SAAT,
    SIDIK,
    TAHUN,
    berkas,
    filled,
    finding,
    full_plan,
    impor,
)


def states(project: Project) -> dict[str, str]:
    found = project.load_findings(CARDS, TAHUN, (OPEN, DONE, ASIDE))
    return {stored.temuan.id: stored.keadaan for stored in found}


def covered(project: Project) -> list[bool]:
    return [bool(yes) for yes in project.load_roster(TAHUN).covered(Bukti.HUKUMAN)]


def set_aside(project: Project, found: Finding, reason: str = "Sudah dicek") -> None:
    with project.change(SAAT, "abaikan", {"temuan": found.id}) as writer:
        writer.set_aside(TAHUN, found, reason)


def test_a_finding_comes_back_whole(tmp_path: Path) -> None:
    found = finding(isi={"nilai": "“é”"}, nip=ANI, tahan=(Bukti.SEMINAR, Bukti.HUKUMAN))
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=[found]))
        (stored,) = project.load_findings(CARDS, TAHUN)
    assert replace(stored.temuan, tahan=found.tahan) == found
    assert set(stored.temuan.tahan) == set(found.tahan)
    assert (stored.keadaan, stored.alasan, stored.kepala) == (OPEN, "", "nip|tingkat")


def test_findings_stand_in_the_order_of_sheet_row_and_column(tmp_path: Path) -> None:
    found = [
        finding(lembar=None, baris=None, kolom=None),
        finding(lembar="Pegawai", baris=9, kolom="Z"),
        finding(lembar="Pegawai", baris=9, kolom="AA"),
        finding(baris=2),
    ]
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=found[::-1]))
        stored = project.load_findings(CARDS, TAHUN)
    assert [item.temuan.id for item in stored] == [item.id for item in found]


def test_a_finding_closes_reopens_and_stays_set_aside(tmp_path: Path) -> None:
    one, two = finding(baris=5), finding(baris=6, siapa="Evi")
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=[one, two]))
        assert impor(project, replace(EMPTY, temuan=[one, two])).temuan == 0
        set_aside(project, two)
        clean = (berkas("a.xlsx", "cd" * 32),)
        assert impor(project, replace(EMPTY, berkas=clean, selesai=[one.id, two.id])).selesai == 2
        assert states(project) == {one.id: DONE, two.id: DONE}
        impor(project, replace(EMPTY, temuan=[one, two]))
        assert states(project) == {one.id: OPEN, two.id: ASIDE}
        assert check(project) == []


def test_what_was_set_aside_stays_so_when_the_sheet_comes_again(tmp_path: Path) -> None:
    old = finding()
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=[old]))
        set_aside(project, old, "Memang begitu")
        sidik = "cd" * 32
        again, other = finding(sidik=sidik, baris=7), finding(sidik=sidik, baris=8, siapa="Evi")
        impor(project, replace(EMPTY, berkas=(berkas("a.xlsx", sidik),), temuan=[again, other]))
        assert states(project) == {old.id: ASIDE, again.id: ASIDE, other.id: OPEN}


def twins(sidik: str, *rows: int) -> list[Finding]:
    return [finding(sidik=sidik, baris=baris) for baris in rows]


def come(project: Project, found: list[Finding], gone: list[Finding], **trails: str) -> None:
    """Import a file with findings; the rows of others have come again in it."""
    jejak = {one.id: Trail("hukuman", konten=(trails[f"r{one.baris}"],)) for one in found}
    files = (berkas("a.xlsx", found[0].sidik),)
    selesai = [one.id for one in gone]
    impor(project, replace(EMPTY, berkas=files, temuan=found, jejak=jejak, selesai=selesai))


def test_a_reason_goes_on_to_one_twin_only_and_to_its_own(tmp_path: Path) -> None:
    first = twins(SIDIK, 5, 6)
    with filled(tmp_path) as project:
        come(project, first, [], r5="x", r6="y")
        set_aside(project, first[1])
        second = twins("cd" * 32, 8, 9)
        come(project, second, first, r8="y", r9="x")
        assert states(project) | {one.id: DONE for one in first} == states(project)
        assert [states(project)[one.id] for one in second] == [ASIDE, OPEN]
        # Neither row says what it said: the reason is for one all the same, and no more than one.
        third = twins("ef" * 32, 2, 3, 4)
        come(project, third, second, r2="p", r3="q", r4="r")
        assert sorted(states(project)[one.id] for one in third) == [ASIDE, OPEN, OPEN]
        # The first file as it was: each is itself again.
        come(project, first, third, r5="x", r6="y")
        assert sorted(states(project)[one.id] for one in first) == [ASIDE, OPEN]
        assert check(project) == []


def test_equal_twins_keep_as_many_reasons_as_were_given(tmp_path: Path) -> None:
    came = twins(SIDIK, 5, 6)
    with filled(tmp_path) as project:
        come(project, came, [], r5="x", r6="x")
        set_aside(project, came[1])
        for turn in range(1, 4):
            again = twins(f"{turn}d" * 32, 5, 6)
            come(project, again, came, r5="x", r6="x")
            assert sorted(states(project)[one.id] for one in again) == [ASIDE, OPEN]
            came = again


def test_a_remark_alone_is_no_change(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        remark = finding(kartu=INFO, tahan=(), menolak_baris=False)
        impor(project, replace(EMPTY, temuan=[remark]))
        assert len(project.journal()) == 2
        assert not states(project)


def test_a_finding_of_no_file_of_the_plan_is_a_bug(tmp_path: Path) -> None:
    with filled(tmp_path) as project, pytest.raises(ValueError, match="no file"):
        impor(project, replace(EMPTY, temuan=[finding(berkas="lain.xlsx")]))


def test_derived_findings_are_only_kept_when_set_aside(tmp_path: Path) -> None:
    derived = Finding(GALAT, {"nilai": "x"}, nip=ANI, tahun=TAHUN, bidang="seminar")
    with filled(tmp_path) as project:
        set_aside(project, derived)
        assert project.set_aside_derived(TAHUN) == {derived.id: "Sudah dicek"}
        assert not states(project)


# Coverage that findings withhold ----------------------------------------------------------------


def test_a_row_kept_out_withholds_coverage_from_its_person(tmp_path: Path) -> None:
    for nip, expected in ((BUDI, [True, False, False]), (ANI, [False, True, False])):
        folder = tmp_path / str(nip)
        folder.mkdir()
        with filled(folder) as project:
            impor(project, replace(EMPTY, temuan=[finding(nip=nip)]))
            assert covered(project) == expected
            assert (nip, Bukti.HUKUMAN) not in project.load_stored(TAHUN).cakupan


def test_a_row_of_nobody_withholds_coverage_by_absence(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=[finding()]))
        assert covered(project) == [False, True, False]
        set_aside(project, finding())
        assert covered(project) == [True, True, False]


def test_other_sheets_and_kinds_withhold_nothing(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        others = [
            finding(lembar="Pegawai"),
            finding(baris=9, tahan=(Bukti.SEMINAR,)),
            finding(baris=10, nip=CITRA),
        ]
        impor(project, replace(EMPTY, temuan=others))
        assert covered(project) == [True, True, False]


def test_the_same_sheet_again_does_not_get_round_its_findings(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=[finding(nip=ANI)]))
        again = replace(EMPTY, cakupan=full_plan().cakupan, temuan=[finding(nip=ANI)])
        entries = len(project.journal())
        assert impor(project, again).cakupan == 0
        assert len(project.journal()) == entries
        with_more = replace(again, pemetaan={"x": {"A": "nip"}})
        impor(project, with_more)
        assert covered(project) == [False, True, False]


def test_a_clean_sheet_covers_what_another_withholds(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=[finding(nip=ANI)]))
        clean = (berkas("b.xlsx", "cd" * 32),)
        impor(
            project,
            replace(EMPTY, berkas=clean, cakupan=[(ANI, Bukti.HUKUMAN, (0, 1, 0), True)]),
        )
        assert covered(project) == [True, True, False]


def test_who_is_kept_out_is_counted_once_and_not_if_otherwise_in(tmp_path: Path) -> None:
    stranger = 199001012015011001
    found = [
        finding(baris=1, siapa="Dodi"),
        finding(baris=2, siapa="Dodi"),
        finding(baris=3, siapa="", nip=0),
        finding(baris=4, siapa=str(ANI), nip=ANI),
        finding(baris=5, siapa=str(stranger), nip=stranger),
        finding(baris=6, siapa="Evi", menolak_baris=False),
    ]
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=found))
        assert project.kept_out(TAHUN) == [str(stranger), "Dodi"]
        set_aside(project, found[4])
        assert project.kept_out(TAHUN) == [str(stranger), "Dodi"]
        impor(project, replace(EMPTY, selesai=[found[0].id, found[1].id]))
        assert project.kept_out(TAHUN) == [str(stranger)]


# What an import may close -----------------------------------------------------------------------


def test_what_an_import_may_close_comes_back_whole(tmp_path: Path) -> None:
    trail = Trail("hukuman", "dodi", ("tmt",), ("abc", "def"), "012", (("nama", 0), ("x", 2020)))
    about_row, about_file = finding(), finding(lembar=None, baris=None, kolom=None, tahan=())
    aside = finding(baris=7)
    with filled(tmp_path) as project:
        planned = replace(EMPTY, temuan=[about_row, about_file, aside], jejak={about_row.id: trail})
        impor(project, planned)
        set_aside(project, aside)
        known = {one.id: one for one in project.load_stored(TAHUN).temuan}
        assert known.keys() == {about_row.id, about_file.id, aside.id}
        found = known[about_row.id]
        assert (found.jejak, found.kepala, found.tahan) == (trail, "nip|tingkat", (Bukti.HUKUMAN,))
        assert (known[about_file.id].jejak, known[about_file.id].kepala) == (None, None)
        assert project.load_stored(TAHUN, frozenset()).temuan == project.load_stored(TAHUN).temuan
        impor(project, replace(EMPTY, selesai=list(known)))
        assert project.load_stored(TAHUN).temuan == []
        assert check(project) == []


def test_a_finding_withholds_through_those_that_took_its_place(tmp_path: Path) -> None:
    old = finding()
    second, third = finding(sidik="cd" * 32, tahan=()), finding(sidik="ef" * 32, tahan=())
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=[old]))
        for before, after in ((old, second), (second, third)):
            files = (berkas("a.xlsx", after.sidik),)
            heir = {before.id: after.id}
            came = replace(EMPTY, berkas=files, temuan=[after], selesai=[before.id], pengganti=heir)
            impor(project, came)
            assert covered(project) == [False, True, False]
        assert states(project) == {old.id: DONE, second.id: DONE, third.id: OPEN}
        impor(project, replace(EMPTY, selesai=[third.id]))
        assert covered(project) == [True, True, False]
        assert check(project) == []


def test_the_newest_import_of_a_sheet_says_whom_it_lists(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        listed = project.load_stored(TAHUN, frozenset(), ["a.xlsx", "b.xlsx"]).hadir
        people = {ANI: "Dinas A", BUDI: None, CITRA: "Dinas B"}
        assert listed == {("a.xlsx", "Pegawai"): people}
        assert project.load_stored(TAHUN).hadir == {}
        newer = (berkas("a.xlsx", "cd" * 32),)
        more = {"x": {"A": "nip"}}
        impor(project, replace(EMPTY, berkas=newer, hadir=[(BUDI, (0, 0, 0))], pemetaan=more))
        listed = project.load_stored(TAHUN, frozenset(), ["a.xlsx"]).hadir
        assert listed == {("a.xlsx", "Pegawai"): {BUDI: None}}


def test_courses_of_one_person_kind_and_day_are_candidates(tmp_path: Path) -> None:
    day = (20210101, 20210131)
    origin = (0, 0, 2)
    with filled(tmp_path) as project:
        assert project.similar_candidates(TAHUN) == [
            SameDay(ANI, 3, 20210131, (("Arsip", None), ("Arsip", None)))
        ]
        rows = [
            (BUDI, (9, None, None, "Satu", 20200202, None, None, None, "1"), origin),
            (BUDI, (9, None, None, "Dua", None, 20200202, None, None, "2"), origin),
            (BUDI, (3, None, None, "Satu", *day, None, None, None), origin),
            (BUDI, (3, None, None, "Satu", None, None, None, None, None), origin),
            (BUDI, (3, None, None, "Satu", None, None, 100, None, None), origin),
        ]
        impor(project, replace(EMPTY, rekaman={"pengembangan": rows}))
        assert project.similar_candidates(TAHUN)[1:] == [
            SameDay(BUDI, 9, 20200202, (("Satu", "1"), ("Dua", "2")))
        ]


# Years ------------------------------------------------------------------------------------------


def test_one_id_in_two_years_is_two_findings(tmp_path: Path) -> None:
    one, later = finding(nip=ANI), TAHUN + 1
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=[one]))
        with project.change(SAAT, "tahun", {}) as writer:
            writer.add_year(later, "perban-bkn-8-2019", {})
        with project.change(SAAT, "impor", {"tahun": later}) as writer:
            assert writer.apply_plan(later, replace(full_plan(), temuan=[one])).temuan == 1
        assert covered(project) == [False, True, False]
        with project.change(SAAT, "abaikan", {}) as writer:
            writer.set_aside(later, one, "Sudah dicek")
        assert project.years_touched(project.journal()[-1]) == {later}
        assert project.journal()[-1].id in project.entries_about(ANI)
        assert states(project) == {one.id: OPEN}
        assert [two.keadaan for two in project.load_findings(CARDS, later, (OPEN, ASIDE))] == [
            ASIDE
        ]
        assert covered(project) == [False, True, False]
        impor(project, replace(EMPTY, berkas=(berkas("b.xlsx"),), selesai=[one.id]))
        assert states(project) == {one.id: DONE}
        assert [two.keadaan for two in project.load_findings(CARDS, later, (OPEN, ASIDE))] == [
            ASIDE
        ]
        assert check(project) == []
