from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import apsw
import pytest

from ipasn_core.errors import StorageError
from ipasn_core.storage import schema
from ipasn_core.storage.periksa import check
from ipasn_core.storage.project import create_project, open_project
from tests.storage.proyek import SAAT, TAHUN, behind, filled, make


def refusal(path: Path, *, write: bool = False) -> StorageError:
    with pytest.raises(StorageError) as caught:
        open_project(path, SAAT if write else None)
    assert caught.value.pesan.endswith(".")
    assert caught.value.perbaikan
    return caught.value


def test_a_new_project_holds_what_it_was_created_with(tmp_path: Path) -> None:
    with open_project(make(tmp_path)) as project:
        assert project.years() == [TAHUN]
        assert project.choose_year(None) == TAHUN
        assert project.aturan_of(TAHUN) == "perban-bkn-8-2019"
        assert project.targets(TAHUN) == {"kualifikasi": "15"}
        assert project.settings() == {"instansi": "Kota Uji"}
        (entry,) = project.journal()
        assert (entry.id, entry.perbuatan, entry.pengguna, entry.sebelum) == (1, "buat", "Sari", "")
        assert entry.isi["tahun"] == TAHUN
        assert entry.hash == project.head()
        assert check(project) == []


def test_only_the_project_and_its_lock_are_left_in_the_folder(tmp_path: Path) -> None:
    make(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} <= {"uji.ipasn", "uji.ipasn.kunci"}


def test_create_does_not_overwrite(tmp_path: Path) -> None:
    path = tmp_path / "surat.ipasn"
    path.write_text("penting")
    with pytest.raises(StorageError) as caught:
        create_project(path, SAAT, "X", TAHUN, "a", {})
    assert caught.value.kode == "berkas-sudah-ada"
    assert path.read_text() == "penting"
    assert [p.name for p in tmp_path.iterdir()] == ["surat.ipasn"]


def test_create_needs_the_folder(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        create_project(tmp_path / "tiada" / "a.ipasn", SAAT, "X", TAHUN, "a", {})
    assert caught.value.kode == "folder-tidak-ada"


def test_a_failed_creation_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(apsw.ConstraintError):
        create_project(tmp_path / "a.ipasn", SAAT, None, TAHUN, "a", {})  # type: ignore[arg-type]
    assert not [path for path in tmp_path.iterdir() if not path.name.endswith(".kunci")]


def test_an_unknown_year_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with open_project(make(tmp_path)) as project, pytest.raises(StorageError) as caught:
        project.choose_year(2019)
    assert "2021" in caught.value.perbaikan


def test_reading_changes_no_byte(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        path = project.path
    before = hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns
    with open_project(path) as project:
        project.load_roster(TAHUN)
        project.load_stored(TAHUN)
        project.records(TAHUN)
        assert check(project) == []
    assert (hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns) == before


def test_reading_cannot_write(tmp_path: Path) -> None:
    with open_project(make(tmp_path)) as project:
        with pytest.raises(RuntimeError), project.change(SAAT, "atur"):
            pass
        with pytest.raises(StorageError):
            project.database.run("DELETE FROM target")


def test_writing_past_the_journal_is_impossible(tmp_path: Path) -> None:
    with open_project(make(tmp_path), SAAT) as project, pytest.raises(StorageError):
        project.database.run("DELETE FROM target")


# Files that are not ours ----------------------------------------------------------------------


def test_missing_folder_empty_and_foreign_files_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tiada.ipasn").kode == "berkas-tidak-ada"
    assert refusal(tmp_path).kode == "bukan-berkas-proyek"
    for name, content in (("kosong", b""), ("surat", b"PK\x03\x04" * 99), ("potong", b"SQLite f")):
        path = tmp_path / name
        path.write_bytes(content)
        assert refusal(path).kode == "bukan-berkas-proyek"
        assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lain.ipasn"
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    assert refusal(path, write=True).kode == "bukan-berkas-proyek"


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path)
    behind(path, f"PRAGMA user_version = {schema.current().version + 1}")
    assert refusal(path, write=True).kode == "berkas-lebih-baru"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON opd BEGIN DELETE FROM pegawai; END",
        "CREATE VIEW v AS SELECT * FROM pegawai",
        "CREATE TABLE lain (a)",
        "DROP TABLE hadir",
        "DROP INDEX hukuman_pegawai",
        "ALTER TABLE opd ADD COLUMN lagi TEXT",
    ],
)
def test_a_schema_that_is_not_ours_is_refused(tmp_path: Path, statement: str) -> None:
    path = make(tmp_path)
    behind(path, statement)
    assert refusal(path).kode == "berkas-rusak"
    assert refusal(path, write=True).kode == "berkas-rusak"


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path)
    content = path.read_bytes()
    for size in (99, 4096, len(content) - 4096, len(content) - 1):
        path.write_bytes(content[:size])
        assert refusal(path).kode in {"berkas-rusak", "bukan-berkas-proyek"}


def test_a_file_turned_to_wal_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path)
    behind(path, "PRAGMA journal_mode = WAL")
    assert refusal(path).kode == "berkas-rusak"


NOBODY = 65534


@pytest.mark.skipif(os.name == "nt", reason="Windows folders have no write bit")
def test_a_read_only_folder_reads_and_refuses_to_write() -> None:
    # Root may write everywhere, so as root the test is somebody else for a while.
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = make(folder)
        path.chmod(0o444)
        folder.chmod(0o555)
        try:
            if root:
                os.seteuid(NOBODY)
            open_project(path).close()
            assert refusal(path, write=True).kode == "izin-ditolak"
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o700)


# Two programs at one file -----------------------------------------------------------------------

SECOND = """
import datetime, sys
from pathlib import Path
from ipasn_core.errors import StorageError
from ipasn_core.storage.project import open_project
class Saat:
    now = datetime.datetime(2022, 2, 1, tzinfo=datetime.timezone.utc)
    user = "Tono"
with open_project(Path(sys.argv[1])) as project:
    print(project.years())
try:
    open_project(Path(sys.argv[1]), Saat()).close()
    print("menulis")
except StorageError as error:
    print(error.kode, "|", error.pesan)
"""


def second(path: Path) -> list[str]:
    command = [sys.executable, "-X", "utf8", "-c", SECOND, str(path)]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=True, cwd=root, timeout=60
    )
    return done.stdout.splitlines()


def test_a_second_program_reads_but_does_not_write(tmp_path: Path) -> None:
    path = make(tmp_path)
    with open_project(path, SAAT):
        years, refused = second(path)
        assert years == "[2021]"
        assert refused.startswith("sedang-dipakai | “uji.ipasn” sedang dipakai oleh Sari")
        assert refusal(path, write=True).kode == "sedang-dipakai"
    assert second(path) == ["[2021]", "menulis"]


def test_what_another_program_reads_is_the_last_commit(tmp_path: Path) -> None:
    path = make(tmp_path)
    with open_project(path, SAAT) as project, open_project(path) as other:
        with project.change(SAAT, "atur") as writer:
            writer.set_setting("wilayah", "Kota")
            assert "wilayah" not in other.settings()
            assert writer.settings()["wilayah"] == "Kota"
        assert other.settings()["wilayah"] == "Kota"


def crash(path: Path) -> None:
    """Kill a program in the middle of a transaction whose pages are partly in the file already."""
    code = """
import apsw, os, sys
c = apsw.Connection(sys.argv[1])
c.pragma("cache_size", 2)
c.execute("BEGIN IMMEDIATE")
for i in range(5000):
    c.execute("INSERT INTO opd (nama) VALUES (?)", (f"Dinas {i}" * 20,))
os._exit(9)
"""
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False, timeout=60)
    assert done.returncode == 9
    assert path.with_name("uji.ipasn-journal").stat().st_size


def test_a_crashed_change_is_undone_by_the_next_reader(tmp_path: Path) -> None:
    path = make(tmp_path)
    whole = path.read_bytes()
    crash(path)
    assert path.read_bytes() != whole
    with open_project(path) as project:
        assert check(project) == []
        assert not project.database.rows("SELECT * FROM opd")


def test_a_crashed_file_on_a_read_only_medium_is_read_from_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path)
    crash(path)
    left = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with open_project(path) as project:
        assert check(project) == []
        assert not project.database.rows("SELECT * FROM opd")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == left
    assert refusal(path, write=True).kode == "izin-ditolak"


def test_a_full_disk_is_told_and_nothing_changes(tmp_path: Path) -> None:
    path = make(tmp_path)
    whole = path.read_bytes()
    with open_project(path, SAAT) as project:
        pages = project.database.rows("PRAGMA page_count")[0][0]
        project.database.connection.pragma("max_page_count", pages)
        with pytest.raises(StorageError) as caught, project.change(SAAT, "atur") as writer:
            writer.set_setting("wilayah", "x" * 99_999)
        assert caught.value.kode == "disk-penuh"
    assert path.read_bytes() == whole


def test_what_others_do_within_a_change_is_not_blamed_on_the_project(tmp_path: Path) -> None:
    with (
        open_project(make(tmp_path), SAAT) as project,
        pytest.raises(FileNotFoundError),
        project.change(SAAT, "sahkan"),
    ):
        (tmp_path / "tiada" / "laporan.pdf").write_bytes(b"")


def test_another_thread_is_refused(tmp_path: Path) -> None:
    caught: list[BaseException] = []

    def use() -> None:
        try:
            project.years()
        except RuntimeError as error:
            caught.append(error)

    with open_project(make(tmp_path)) as project:
        thread = threading.Thread(target=use)
        thread.start()
        thread.join()
    assert caught
