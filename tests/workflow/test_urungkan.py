"""Undo and redo: again and again, past other changes, and never over what followed."""

from __future__ import annotations

from pathlib import Path
from random import Random

import apsw
import pytest

from ipasn_core.storage.periksa import digests
from tests.workflow.kantor import LEBAR, Kantor, lebar, run

A, B, C = "198503122010011004", "197901012005012003", "199002022015031007"
PEJABAT = ("--nomor", "1", "--tempat", "X", "--tanggal", "2022-01-31", "--nama", "N")


def isi(project: Path) -> dict[str, str]:
    """Digest of every table the journal covers."""
    connection = apsw.Connection(str(project), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return digests(connection)
    finally:
        connection.close()


def orang(kantor: Kantor, nama: str, *rows: list[object]) -> Path:
    return kantor.buku(nama, Data=[LEBAR, *rows])


def test_undo_of_everything_and_redo_of_everything(kantor: Kantor) -> None:
    project = kantor.buat()
    states = [isi(project)]
    kantor.impor(project, orang(kantor, "a", lebar(A, "Ani"), lebar(B, "Budi")))
    states.append(isi(project))
    kantor.impor(project, orang(kantor, "b", lebar(A, "Ani", nilai=95), lebar(C, "Citra")))
    states.append(isi(project))
    assert run("atur", project, "kertas=a4", "target.disiplin=5").status == 0
    states.append(isi(project))
    assert len({tuple(state.items()) for state in states}) == 4
    for before in reversed(states[:-1]):
        assert run("urungkan", project).status == 0
        assert isi(project) == before
    assert run("urungkan", project).status == 3
    for after in states[1:]:
        assert run("urungkan", project, "--ulangi").status == 0
        assert isi(project) == after
    assert run("urungkan", project, "--ulangi").status == 3
    assert run("urungkan", project, "--json").json["perbuatan"] == "atur"
    assert kantor.periksa(project) == 0


def test_an_import_is_taken_back_past_other_changes(kantor: Kantor) -> None:
    project = kantor.buat()
    before = isi(project)
    kantor.impor(project, orang(kantor, "a", lebar(A, "Ani")))
    assert run("atur", project, "kertas=a4").status == 0
    answer = run("impor", project, "--batal", "--json")
    assert (answer.status, answer.json["perbuatan"]) == (0, "impor")
    after = isi(project)
    assert {table for table in after if after[table] != before[table]} == {"pengaturan"}
    assert run("impor", project, "--batal").status == 3
    assert run("hitung", project, "--json").json["jumlah"] == 0
    # Redo takes back the undo, though another change stands before it.
    assert run("urungkan", project, "--ulangi").status == 0
    assert run("hitung", project, "--json").json["jumlah"] == 1


def test_a_change_in_the_way_is_named(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, orang(kantor, "a", lebar(A, "Ani")))
    kantor.impor(project, orang(kantor, "b", lebar(A, "Ani", nilai=95)))
    first = run("impor", project, "--batal")
    assert first.status == 0
    assert run("atur", project, "kertas=a4").status == 0
    # The redo of the second import is gone: something else followed.
    assert run("urungkan", project, "--ulangi").status == 3
    kantor.impor(project, orang(kantor, "c", lebar(A, "Ani", nilai=70)))
    assert run("urungkan", project).status == 0
    assert run("urungkan", project).status == 0
    assert run("urungkan", project).status == 0
    assert run("urungkan", project).status == 3


def test_what_later_changes_touched_is_not_overwritten(kantor: Kantor) -> None:
    project = kantor.buat("rusak")
    assert run("atur", project, "kertas=a4").status == 0
    kantor.impor(project, orang(kantor, "a", lebar(A, "Ani")))
    [found] = [e for e in run("riwayat", project, "--json").json["jurnal"] if e["id"] == 2]
    assert found["kalimat"] == "Kertas laporan diubah dari F4 menjadi A4"
    kantor.impor(project, orang(kantor, "b", lebar(A, "Ani", nilai=95)))
    connection = apsw.Connection(str(project))
    connection.execute("UPDATE penilaian SET nilai = 60000")
    connection.close()
    # Somebody wrote behind the program's back: nothing is overwritten, and it is told.
    refused = run("urungkan", project, "--json")
    assert (refused.status, refused.json["galat"]["kode"]) == (3, "urungan-bertentangan")


def test_a_signed_year_is_not_undone(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, orang(kantor, "a", lebar(A, "Ani")))
    pdf = kantor.folder / "l.pdf"
    assert run("sahkan", project, "-o", pdf, *PEJABAT, "--jabatan", "J").status == 0
    before = isi(project)
    for words in (("urungkan", project), ("impor", project, "--batal")):
        refused = run(*words, "--json")
        assert (refused.status, refused.json["galat"]["kode"]) == (3, "tahun-disahkan")
    assert isi(project) == before


def test_a_row_that_others_refer_to_is_not_taken_away(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, orang(kantor, "a", lebar(A, "Ani")))
    assert run("tahun", project, "--buat", "2022").status == 0
    refused = run("impor", project, "--batal", "--json")
    assert (refused.status, refused.json["galat"]["kode"]) == (3, "urungan-bertentangan")
    assert (
        "sesudahnya “Tahun 2022 ditambahkan, pegawai dibawa dari tahun 2021”"
        in refused.json["galat"]["pesan"]
    )


def test_a_year_once_signed_stays(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, orang(kantor, "a", lebar(A, "Ani")))
    assert run("tahun", project, "--buat", "2022").status == 0
    pdf = kantor.folder / "l.pdf"
    assert run("sahkan", project, "-o", pdf, *PEJABAT, "--jabatan", "J").status == 0
    assert run("buka-kembali", project, "--alasan", "Susulan").status == 0
    before = isi(project)
    refused = run("urungkan", project, "--json")
    assert (refused.status, refused.json["galat"]["kode"]) == (3, "urungan-bertentangan")
    assert "pernah disahkan" in refused.json["galat"]["pesan"]
    assert isi(project) == before


def test_words_of_undo(kantor: Kantor) -> None:
    project = kantor.buat()
    assert run("impor", project).status == 2
    assert run("impor", project, "--batal", project).status == 2
    kantor.impor(project, orang(kantor, "a", lebar(A, "Ani")))
    assert "impor" in run("urungkan", project).err.lower()
    told = run("riwayat", project).err
    assert "Diurungkan: Impor a.xlsx ke tahun 2021: 1 pegawai baru" in told
    assert run("urungkan", project, "--ulangi").status == 0
    assert "Diulangi: Impor a.xlsx ke tahun 2021: 1 pegawai baru" in run("riwayat", project).err


@pytest.mark.parametrize("seed", range(4))
def test_any_walk_of_imports_undos_and_redos_keeps_its_states(kantor: Kantor, seed: int) -> None:
    rng = Random(seed)
    project = kantor.buat(f"w{seed}")
    states, ahead = [isi(project)], list[dict[str, str]]()
    for step in range(14):
        what = rng.choice(("impor", "impor", "urungkan", "ulangi", "atur"))
        if what == "urungkan":
            status = run("urungkan", project).status
            assert status == (0 if len(states) > 1 else 3)
            if status == 0:
                ahead.append(states.pop())
        elif what == "ulangi":
            status = run("urungkan", project, "--ulangi").status
            assert status == (0 if ahead else 3)
            if status == 0:
                states.append(ahead.pop())
        else:
            before = isi(project)
            if what == "impor":
                nip = rng.choice((A, B, C))
                row = lebar(nip, "Nama", nilai=rng.choice((60, 80, 95)))
                kantor.impor(project, orang(kantor, f"f{seed}-{step}", row))
            else:
                run("atur", project, f"kertas={rng.choice(('a4', 'f4'))}", f"sumber_data=s{step}")
            if isi(project) != before:
                states.append(isi(project))
                ahead.clear()
        assert isi(project) == states[-1], (step, what)
    assert kantor.periksa(project) == 0
