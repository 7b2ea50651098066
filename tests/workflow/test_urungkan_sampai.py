"""Undo to an entry, and redo to a change: one by one, and stopping where one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipasn_core.progress import Cancelled
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.history import BERDIRI, DIURUNGKAN, TETAP, Lines, journal_lines
from ipasn_core.workflow.undo import Walked, redo_to, undo_to
from tests.storage.proyek import filled
from tests.storage.test_pemutakhiran import migrated
from tests.workflow.kantor import ANI, BUDI, LEBAR, PENGESAHAN, SAAT, Kantor, lebar, run
from tests.workflow.test_urungkan import isi


def lines(path: Path) -> Lines:
    with open_project(path) as project:
        return journal_lines(project)


def undone(path: Path, nomor: int) -> Walked:
    with open_project(path, SAAT) as project:
        return undo_to(project, SAAT, nomor)


def redone(path: Path, nomor: int) -> Walked:
    with open_project(path, SAAT) as project:
        return redo_to(project, SAAT, nomor)


@pytest.fixture
def path(kantor: Kantor) -> Path:
    """1 created, 2 import, 3 and 4 settings, 5 another import."""
    made = kantor.buat()
    kantor.impor(made, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    assert run("atur", made, "kertas=a4").status == 0
    assert run("atur", made, "wilayah=Kota Contoh").status == 0
    kantor.impor(made, kantor.buku("b", Data=[LEBAR, lebar(ANI, "Ani", nilai=95)]))
    return made


def test_everything_after_an_entry_is_taken_back_and_brought_back(path: Path) -> None:
    after = isi(path)
    found = lines(path)
    assert found.undone_by(3) == [
        "Impor b.xlsx ke tahun 2021: 0 pegawai baru, 1 berubah, 0 tetap, 0 baris ditolak",
        "Nama pendek untuk kaki halaman diisi Kota Contoh",
    ]
    walked = undone(path, 3)
    assert [one.id for one in walked.entries] == [5, 4]
    assert walked.fault is None
    found = lines(path)
    states = {one.entri.id: one.keadaan for one in found.lines}
    assert states == {
        1: TETAP,
        2: BERDIRI,
        3: BERDIRI,
        4: DIURUNGKAN,
        5: DIURUNGKAN,
        6: TETAP,
        7: TETAP,
    }
    assert len(found.redone_by(5)) == 2
    assert len(found.redone_by(4)) == 1
    assert found.redone_by(3) == []
    assert [one.id for one in redone(path, 5).entries] == [4, 5]
    assert isi(path) == after
    assert run("periksa", path).status == 0


def test_to_the_beginning_and_each_redone_by_itself(path: Path) -> None:
    after = isi(path)
    assert [one.id for one in undone(path, 1).entries] == [5, 4, 3, 2]
    for _ in range(4):
        assert run("urungkan", path, "--ulangi").status == 0
    assert isi(path) == after
    assert undone(path, 5) == Walked(())
    assert redone(path, 5) == Walked(())


def test_what_was_undone_before_is_passed_over(path: Path) -> None:
    assert run("urungkan", path).status == 0
    assert [one.id for one in undone(path, 2).entries] == [4, 3]
    assert [one.id for one in redone(path, 4).entries] == [3, 4]
    assert [one.id for one in redone(path, 5).entries] == [5]


def test_it_stops_at_a_signed_year_and_says_what_was_done(kantor: Kantor, path: Path) -> None:
    target = kantor.folder / "l.pdf"
    assert run("sahkan", path, "-o", target, *PENGESAHAN).status == 0
    assert run("tahun", path, "--buat", "2022").status == 0
    walked = undone(path, 1)
    assert [one.perbuatan for one in walked.entries] == ["tahun"]
    assert walked.fault is not None
    assert walked.fault.kode == "tahun-disahkan"
    assert walked.fault.pesan == (
        "“Impor b.xlsx ke tahun 2021: 0 pegawai baru, 1 berubah, 0 tetap, 0 baris ditolak” tidak "
        "dapat diurungkan: tahun 2021 sudah disahkan."
    )
    assert run("buka-kembali", path, "--alasan", "Susulan").status == 0
    assert [one.id for one in undone(path, 1).entries] == [5, 4, 3, 2]


def test_nothing_can_be_brought_back_once_something_else_was_done(
    kantor: Kantor, path: Path
) -> None:
    undone(path, 3)
    kantor.impor(path, kantor.buku("c", Data=[LEBAR, lebar(BUDI, "Budi")]))
    assert lines(path).redone_by(5) == []
    assert redone(path, 5) == Walked(())


def test_it_is_stopped_between_two_and_tells_what_was_done(path: Path) -> None:
    before = isi(path)

    def stop(at: int) -> Walked:
        def progress(step: str, done: int, total: int) -> None:
            if done == at:
                raise Cancelled

        with open_project(path, SAAT) as project:
            return undo_to(project, SAAT, 1, progress)

    with pytest.raises(Cancelled):
        stop(0)
    assert isi(path) == before
    assert [one.id for one in stop(2).entries] == [5, 4]


def test_a_change_in_the_way_is_told_in_words(kantor: Kantor) -> None:
    path = kantor.buat()
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    assert run("tahun", path, "--buat", "2022").status == 0
    refused = run("impor", path, "--batal", "--json").json["galat"]
    assert refused["pesan"].endswith(
        "sesudahnya “Tahun 2022 ditambahkan, pegawai dibawa dari tahun 2021” menyentuh data yang "
        "sama."
    )
    assert [one.id for one in undone(path, 1).entries] == [3, 2]


def test_it_stops_where_the_file_was_migrated(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        path = project.path
    with migrated(path) as project:
        change_settings(project, SAAT, None, {"kertas": "a4"})
        assert journal_lines(project).later(1) == 2
        walked = undo_to(project, SAAT, 1)
    assert [one.perbuatan for one in walked.entries] == ["atur"]
    assert walked.fault is not None
    assert walked.fault.kode == "sebelum-pemutakhiran"
