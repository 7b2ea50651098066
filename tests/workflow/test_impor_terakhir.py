"""Whom the newest import of a year that stands brought or changed."""

from __future__ import annotations

from pathlib import Path

from ipasn_core.storage.project import Project, open_project
from ipasn_core.workflow import edit
from ipasn_core.workflow.last_import import changed_by_last_import
from tests.workflow.kantor import ANI, BUDI, CITRA, LEBAR, SAAT, Kantor, lebar, run

RIWAYAT = ["NIP", "Nama Diklat", "Jenis Diklat", "Tanggal Mulai", "Tanggal Selesai", "JP"]


def changed(project: Path, tahun: int = 2021) -> set[str]:
    """Return the NIPs of the people whom the last import changed."""
    with open_project(project) as held:
        roster = held.load_roster(tahun)
        ids = changed_by_last_import(held, tahun)
        assert sorted(ids) == list(ids)
        nips = dict(zip(roster.id.tolist(), roster.nip.tolist(), strict=True))
        return {str(nips[one]) for one in ids.tolist()}


def test_without_an_import_nobody(kantor: Kantor) -> None:
    with open_project(kantor.buat()) as project:
        assert len(changed_by_last_import(project, 2021)) == 0


def test_who_came_and_who_became_another_but_not_who_is_as_before(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = [lebar(ANI, "Ani"), lebar(BUDI, "Budi")]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *rows]))
    assert changed(project) == {ANI, BUDI}
    rows = [lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=60), lebar(CITRA, "Citra")]
    result = kantor.impor(project, kantor.buku("b", Data=[LEBAR, *rows]))
    assert changed(project) == {BUDI, CITRA}
    assert (result["baru"], result["berubah"], result["tetap"]) == (1, 1, 1)


def test_history_rows_count_for_whose_they_are(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = [lebar(ANI, "Ani"), lebar(BUDI, "Budi")]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *rows]))
    row = [BUDI, "Diklat Kearsipan", "Diklat Teknis", "2021-03-01", "2021-03-05", 40]
    kantor.impor(project, kantor.buku("b", Riwayat=[RIWAYAT, row]))
    assert changed(project) == {BUDI}


def test_an_import_that_was_taken_back_does_not_count(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    rows = [lebar(ANI, "Ani"), lebar(BUDI, "Budi")]
    kantor.impor(project, kantor.buku("b", Data=[LEBAR, *rows]))
    assert changed(project) == {BUDI}
    assert run("urungkan", project).status == 0
    assert changed(project) == {ANI}
    assert changed(project, 2021) == {ANI}


def test_an_entry_tells_whose_record_came_changed_and_went(kantor: Kantor) -> None:
    """A changed record names only its key: it is asked of the table, while it is there."""
    path = kantor.buat()
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")]))
    arsip = {"jenis": "Diklat Teknis", "nama": "Arsip", "selesai": "03-02-2021", "jp": "8"}

    def touched(project: Project) -> list[int]:
        return sorted(project.people_changed(project.journal()[-1]))

    with open_project(path, SAAT) as project:
        budi = project.person_id(int(BUDI))
        number = edit.add_record(project, SAAT, int(BUDI), "pengembangan", arsip)
        assert touched(project) == [budi]
        edit.change_record(project, SAAT, "pengembangan", number, {"jp": "4"})
        assert touched(project) == [budi]
        changed = project.journal()[-1]
        edit.delete_record(project, SAAT, "pengembangan", number)
        assert touched(project) == [budi]
        assert project.people_changed(changed) == frozenset()
