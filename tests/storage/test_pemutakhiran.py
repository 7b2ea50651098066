"""Older files brought forward by planted scripts: after a backup, all or nothing, provable."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from ipasn_core.errors import StorageError, UserError
from ipasn_core.storage import backup, opening, schema
from ipasn_core.storage.database import Database
from ipasn_core.storage.journal import Entry
from ipasn_core.storage.periksa import check, digests
from ipasn_core.storage.project import Project, create_project, open_project
from ipasn_core.storage.schema import Schema
from ipasn_core.workflow.journal_words import entry_words
from ipasn_core.workflow.review import status
from ipasn_core.workflow.score import compute_year, load_year
from ipasn_core.workflow.undo import redo, undo
from tests.storage.proyek import behind, filled
from tests.storage.versi import V2, V3, planted
from tests.workflow.kantor import ANI, SAAT, run

V1 = schema.current().at(1)
CADANGAN = "20220131T021522Z-migrasi"
PDF = "ab5843004fa18ea4ce2bb8f05fdd72823ae5f9fdb918976d8aba182227ad4902"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(Path(__file__).with_name("berkas") / "v1.ipasn", tmp_path))


@contextmanager
def migrated(path: Path, wanted: Schema = V2) -> Iterator[Project]:
    with open_project(path, SAAT, wanted) as project:
        yield project


def refused(path: Path, wanted: Schema, *, write: bool = True) -> StorageError:
    with pytest.raises(StorageError) as caught:
        open_project(path, SAAT if write else None, wanted)
    assert caught.value.pesan.endswith(".")
    assert caught.value.perbaikan.endswith(".")
    return caught.value


def problems(path: Path, wanted: Schema = V2) -> set[tuple[str, str]]:
    with open_project(path, None, wanted) as project:
        return {(one.kode, one.tabel) for one in check(project)}


def names(path: Path) -> set[str]:
    return {one.name for one in path.parent.rglob("*")}


def known(project: Project) -> tuple[object, ...]:
    """Return what has to be the same before and after."""
    state = compute_year(project, 2021)
    rows = [project.database.rows(f"SELECT * FROM {t}") for t in ("hukuman", "keadaan", "temuan")]
    signed = project.pengesahan(2021)
    assert signed is not None
    blobs = (project.snapshot(signed.id), project.pdf(signed.id))
    return (state.instansi, state.temuan, state.turunan, signed, blobs, *rows)


# Forward ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", [V2, V3])
def test_scores_and_signed_report_are_the_same(path: Path, wanted: Schema) -> None:
    with open_project(path) as project:
        before, points = known(project), compute_year(project, 2021).scores
        entries = project.journal()
    with migrated(path, wanted) as project:
        assert project.stored.schema == wanted
        assert known(project) == before
        after = compute_year(project, 2021).scores
        assert np.array_equal(after.indeks, points.indeks)
        signed = project.find_pdf(PDF)
        assert signed is not None
        assert signed.berlaku
        assert project.journal()[:-1] == entries
        assert not status(project, load_year(project, 2021)).berubah_sejak_pengesahan
        assert check(project) == []


def test_new_columns_and_tables_are_there(path: Path) -> None:
    with migrated(path) as project:
        assert {row[-1] for row in project.database.rows("SELECT * FROM penilaian")} == {"belum"}
        people = project.database.rows("SELECT id, nama FROM pegawai ORDER BY id")
        assert project.database.rows("SELECT pegawai, asal FROM mutasi ORDER BY 1") == people
        assert project.database.connection.pragma("foreign_keys") == 1
        assert "mutasi" in schema.covered(project.database.connection)
    with open_project(path, None, V2) as project:
        assert project.database is project.stored


def test_the_entry_is_chained_and_says_what_happened(path: Path) -> None:
    with migrated(path, V3) as project:
        before, entry = project.journal()[-2:]
    assert (entry.perbuatan, entry.sebelum) == ("migrasi", before.hash)
    said = {name: entry.isi[name] for name in ("dari", "menjadi", "skema_sha256", "cadangan")}
    assert said == {
        "dari": 1,
        "menjadi": 3,
        "skema_sha256": V3.sha256(),
        "cadangan": CADANGAN,
    }
    assert entry.isi["luar"] == next(
        one.isi["luar"] for one in _journal(path, V3) if one.perbuatan == "sahkan"
    )
    assert entry_words(entry) == (
        f"Berkas dimutakhirkan dari versi 1 ke versi 3; berkas sebelumnya disimpan sebagai "
        f"cadangan {CADANGAN}"
    )


def _journal(path: Path, wanted: Schema) -> list[Entry]:
    with open_project(path, None, wanted) as project:
        return project.journal()


def test_the_backup_is_the_old_file_and_can_be_restored(path: Path) -> None:
    whole = path.read_bytes()
    with migrated(path):
        pass
    [kept] = backup.listing(path)
    assert (kept.id, kept.path.read_bytes()) == (CADANGAN, whole)
    restored = path.with_name("lama.ipasn")
    backup.restore(path, kept.id, restored)
    assert run("periksa", restored).status == 0
    with migrated(path):
        pass
    assert len(backup.listing(path)) == 1


def test_the_backup_outlives_those_of_the_same_hour(path: Path) -> None:
    with migrated(path) as project:
        for sebab in ("impor", "sahkan"):
            project.back_up(SAAT, sebab)
    assert {one.sebab for one in backup.listing(path)} == {"migrasi", "sahkan"}


def test_ids_given_once_are_not_given_again(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        undo(project, SAAT)
        assert not project.database.rows("SELECT * FROM pegawai")
        path = project.path
    with migrated(path) as project:
        counters: dict[str, int] = dict(
            project.database.rows("SELECT name, seq FROM sqlite_sequence")
        )
        assert counters["pegawai"] == 3
        assert "pegawai_baru" not in counters
        assert check(project) == []


def test_work_goes_on_and_is_proved_from_the_checkpoint(path: Path) -> None:
    with migrated(path) as project:
        with project.change(SAAT, "atur", {"perubahan": {}}) as writer:
            writer.set_setting("wilayah", "Kota Baru")
            project.database.run("UPDATE mutasi SET asal = 'lain' WHERE id = 1")
        assert check(project) == []
        before = digests(project.database.connection)
        undo(project, SAAT)
        redo(project, SAAT)
        assert digests(project.database.connection) == before
        assert check(project) == []
    with migrated(path, V3) as project:
        assert [one.perbuatan for one in project.journal()].count("migrasi") == 2
        assert check(project) == []


def test_a_person_s_history_leaves_the_migration_out(path: Path) -> None:
    with open_project(path) as project:
        before = project.entries_about(int(ANI))
        assert before
    with migrated(path) as project:
        assert project.entries_about(int(ANI)) == before


# What is found ------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["pegawai", "mutasi", "penilaian"])
def test_data_altered_after_the_migration_are_found(path: Path, table: str) -> None:
    with migrated(path):
        pass
    column = {"pegawai": "nama", "mutasi": "asal", "penilaian": "catatan"}[table]
    behind(path, f"UPDATE {table} SET {column} = 'diubah' WHERE id = 1")
    assert problems(path) == {("data-berubah", table)}


@pytest.mark.parametrize("change", ["isi = x'00'", "isi = (SELECT isi FROM muatan LIMIT 1)"])
def test_an_altered_checkpoint_is_found_and_named(path: Path, change: str) -> None:
    with migrated(path) as project:
        number = project.journal()[-1].id
    behind(path, f"UPDATE muatan SET {change} WHERE jurnal = {number}")
    with open_project(path, None, V2) as project:
        found = check(project)
    assert "muatan-berubah" in {one.kode for one in found}
    assert any(f"entri nomor {number}" in one.pesan for one in found)


def test_payloads_from_before_are_still_hashed(path: Path) -> None:
    with migrated(path):
        pass
    behind(path, "UPDATE muatan SET isi = x'00' WHERE jurnal = 2")
    assert problems(path) == {("muatan-berubah", "muatan")}
    behind(path, "UPDATE jurnal SET pengguna = 'Orang Lain' WHERE id = 2")
    assert ("jurnal-berubah", "jurnal") in problems(path)


def test_altered_data_are_not_written_down_as_if_they_were_true(path: Path) -> None:
    behind(path, "UPDATE pegawai SET nama = 'Orang Lain' WHERE id = 1")
    whole = path.read_bytes()
    fault = refused(path, V2)
    assert fault.kode == "pemutakhiran-ditolak"
    assert "Tabel pegawai" in fault.pesan
    assert path.read_bytes() == whole
    assert not backup.listing(path)
    assert problems(path) == {("data-berubah", "pegawai")}


# Undo ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("perbuatan", ["", "impor"])
def test_nothing_from_before_is_undone(path: Path, perbuatan: str) -> None:
    with migrated(path) as project:
        with pytest.raises(UserError) as caught:
            undo(project, SAAT, perbuatan)
        assert caught.value.kode == "sebelum-pemutakhiran"
        assert "tidak dapat diurungkan: dibuat sebelum berkas dimutakhirkan" in caught.value.pesan
        assert f"--pulihkan {CADANGAN}" in caught.value.perbaikan


@pytest.mark.parametrize("wanted", [(V2,), (V2, V3)])
def test_nothing_from_before_is_redone(tmp_path: Path, wanted: tuple[Schema, ...]) -> None:
    with filled(tmp_path) as project:
        undo(project, SAAT)
        path = project.path
    for one in wanted:
        with migrated(path, one) as project:
            with pytest.raises(UserError) as caught:
                redo(project, SAAT)
            assert caught.value.kode == "sebelum-pemutakhiran"
            assert "tidak dapat diulangi" in caught.value.pesan
            with pytest.raises(UserError) as caught:
                undo(project, SAAT)
            assert caught.value.kode == "tidak-ada-urungan"


# Readers ------------------------------------------------------------------------------------------


def test_a_reader_sees_the_new_tables_and_touches_nothing(path: Path) -> None:
    whole, before = path.read_bytes(), names(path)
    with open_project(path, None, V3) as project:
        assert not project.writable
        assert "induk" in str(project.database.rows("SELECT sql FROM sqlite_schema"))
        assert [one.perbuatan for one in project.journal()].count("migrasi") == 0
        assert compute_year(project, 2021).instansi.jumlah == 4
        assert check(project) == []
        with pytest.raises(StorageError):
            project.database.run("DELETE FROM target")
    assert (path.read_bytes(), names(path)) == (whole, before)


def test_a_reader_of_a_sealed_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, before = path.read_bytes(), names(path)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with open_project(path, None, V2) as project:
        assert compute_year(project, 2021).instansi.jumlah == 4
    assert refused(path, V2).kode == "izin-ditolak"
    assert path.read_bytes() == whole
    assert not backup.listing(path)
    assert names(path) - before <= {"v1.ipasn.kunci"}


_CRASH = """
import apsw, os, sys
from tests.storage.versi import V2
c = apsw.Connection(sys.argv[1])
c.pragma("cache_size", 2)
c.execute("BEGIN IMMEDIATE")
V2.advance(c, 1)
for i in range(5000):
    c.execute("INSERT INTO mutasi (pegawai, asal) VALUES (1, ?)", (f"Dinas {i}" * 20,))
os._exit(9)
"""


def test_a_migration_cut_short_is_undone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = path.read_bytes()
    words = [sys.executable, "-c", _CRASH, str(path)]
    assert subprocess.run(words, check=False, timeout=60).returncode == 9
    left = path.read_bytes()
    assert left != whole
    with monkeypatch.context() as sealed:
        sealed.setattr(os, "access", lambda path, mode: False)
        with open_project(path, None, V2) as project:
            assert project.stored.schema == V1
            assert check(project) == []
    assert path.read_bytes() == left
    with open_project(path, None, V2) as project:
        assert project.stored.schema == V1
    assert path.read_bytes() == whole


def test_a_second_program_reads_while_the_first_has_it(path: Path) -> None:
    with open_project(path, SAAT):
        assert refused(path, V2).kode == "sedang-dipakai"
        with open_project(path, None, V2) as project:
            assert compute_year(project, 2021).instansi.jumlah == 4


def test_somebody_migrates_while_a_reader_opens(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = opening.in_memory

    def late(db: Database, known: Schema) -> Database:
        with migrated(path):
            pass
        return copy(db, known)

    monkeypatch.setattr(opening, "in_memory", late)
    with open_project(path, None, V2) as project:
        assert project.stored is project.database
        assert check(project) == []
    with open_project(path, None, V3) as project:
        assert project.stored.schema == V2
        assert check(project) == []


_OTHER = """
import sys
from pathlib import Path
from ipasn_core.storage.project import open_project
from tests.storage.versi import V2
from tests.workflow.kantor import SAAT
with open_project(Path(sys.argv[1]), SAAT, V2) as project:
    print(len(project.journal()), flush=True)
    sys.stdin.read()
"""


def test_another_process_that_migrated_holds_the_file(path: Path) -> None:
    words = [sys.executable, "-c", _OTHER, str(path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        count = int(other.stdout.readline())
        assert refused(path, V2).kode == "sedang-dipakai"
        with open_project(path, None, V2) as project:
            assert len(project.journal()) == count
        # An older program.
        assert refused(path, V1, write=False).kode == "berkas-lebih-baru"
        other.communicate(timeout=30)
    with migrated(path) as project:
        assert len(project.journal()) == count


# Faults -------------------------------------------------------------------------------------------


GAGAL = {
    "no such column": "UPDATE pegawai SET tiada = 1",
    "a constraint": "UPDATE pegawai SET nip = 5",
    "late": "ALTER TABLE opd ADD COLUMN x TEXT; DROP TABLE target; SELECT tiada()",
    "a reference broken": "DELETE FROM opd",
    "a table dropped that others refer to": "DROP TABLE opd",
}


@pytest.mark.parametrize("script", GAGAL.values(), ids=GAGAL.keys())
@pytest.mark.parametrize("write", [True, False])
def test_a_fault_in_a_script_leaves_the_old_file(path: Path, script: str, write: bool) -> None:
    whole = path.read_bytes()
    fault = refused(path, planted(*V2.scripts[1:], script), write=write)
    assert fault.kode == "pemutakhiran-gagal"
    assert "berkasnya tidak diubah" in fault.pesan
    assert path.read_bytes() == whole
    assert not backup.listing(path)
    assert run("periksa", path).status == 0
    with open_project(path, SAAT) as project:
        assert check(project) == []


def test_a_full_disk_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = path.read_bytes()
    configure = opening.configure

    def small(connection: object) -> None:
        configure(connection)  # type: ignore[arg-type]
        connection.pragma("max_page_count", 1)  # type: ignore[attr-defined]

    monkeypatch.setattr(opening, "configure", small)
    assert refused(path, V2).kode == "disk-penuh"
    assert path.read_bytes() == whole


def test_a_newer_file_is_refused(path: Path) -> None:
    with migrated(path, V3):
        pass
    whole = path.read_bytes()
    for write in (True, False):
        assert refused(path, V2, write=write).kode == "berkas-lebih-baru"
    assert path.read_bytes() == whole


def test_a_new_file_is_of_the_newest_version_and_not_migrated(tmp_path: Path) -> None:
    path = tmp_path / "baru.ipasn"
    create_project(path, SAAT, "Kota Uji", 2021, "perban-bkn-8-2019", {})
    with open_project(path, SAAT) as project:
        assert [one.perbuatan for one in project.journal()] == ["buat"]
    assert not backup.listing(path)


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_a_journal_of_another_file_is_never_taken_for_a_new_file_s(path: Path, ending: str) -> None:
    with open_project(path, SAAT) as project:
        kept = project.back_up(SAAT, "impor")
    target = path.with_name("baru.ipasn")
    left = path.with_name("baru.ipasn" + ending)
    left.write_bytes(b"milik berkas lain")
    with pytest.raises(StorageError) as caught:
        create_project(target, SAAT, "Kota Uji", 2021, "perban-bkn-8-2019", {})
    assert caught.value.kode == "jurnal-tertinggal"
    with pytest.raises(StorageError) as caught:
        backup.restore(path, kept.id, target)
    assert caught.value.kode == "jurnal-tertinggal"
    assert left.name in caught.value.perbaikan
    assert left.read_bytes() == b"milik berkas lain"
    assert not target.exists()
