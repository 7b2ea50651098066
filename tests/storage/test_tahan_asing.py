"""Files somebody else made, altered or cut: refused at the door, before a row of theirs is read."""

from __future__ import annotations

import random
from pathlib import Path

import apsw
import pytest

from ipasn_core.errors import StorageError
from ipasn_core.storage import opening, schema
from ipasn_core.storage.periksa import check
from ipasn_core.storage.project import open_project
from tests.storage.proyek import SAAT, TAHUN, behind, filled, make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with filled(tmp_path) as project:
        return project.path


def refusal(path: Path) -> str:
    content = path.read_bytes()
    codes = set()
    for context in (None, SAAT):
        with pytest.raises(StorageError) as caught:
            open_project(path, context)
        assert caught.value.pesan.endswith(".")
        assert caught.value.perbaikan
        codes.add(caught.value.kode)
    assert path.read_bytes() == content
    return codes.pop()


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("pegawai", "nip = 'bukan angka' WHERE id = 1"),
        ("pegawai", "nama = NULL"),
        ("pegawai", "nip = 5 WHERE id = 1"),
        ("keadaan", "golongan = x'00'"),
        ("penilaian", "nilai = 91.25"),
        ("pengaturan", "nilai = x'ff'"),
        ("jurnal", "waktu = NULL"),
        ("muatan", "isi = 'teks'"),
        ("cakupan", "disebut = 7"),
        ("tahun", "aturan = x'00'"),
    ],
)
def test_values_the_tables_do_not_allow(path: Path, table: str, change: str) -> None:
    """Make the table lax, write, and put its own declaration back: the schema tells nothing."""
    lax = "replace(replace(replace(sql, 'STRICT, ', ''), ' STRICT', ''), ' NOT NULL', '')"
    [(sql,)] = look(path, f"SELECT sql FROM sqlite_schema WHERE name = '{table}'")
    assert isinstance(sql, str)
    put = "UPDATE sqlite_schema SET sql = {} WHERE name = " + f"'{table}'"
    behind(path, "PRAGMA writable_schema = ON", put.format(lax))
    behind(path, "PRAGMA ignore_check_constraints = ON", f"UPDATE {table} SET {change}")
    quoted = "'" + sql.replace("'", "''") + "'"
    behind(path, "PRAGMA writable_schema = ON", put.format(quoted))
    assert refusal(path) == "berkas-rusak"


def look(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return list(connection.execute(sql))
    finally:
        connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t INSTEAD OF DELETE ON v BEGIN SELECT 1; END",
        "CREATE TEMP TABLE x (a); CREATE VIEW pegawai_v AS SELECT randomblob(999999999)",
        "CREATE VIRTUAL TABLE f USING fts5 (a)",
        "CREATE INDEX i ON pegawai (hex(nama))",
        "CREATE TABLE g (a, b AS (hex(a)))",
        "DROP TABLE jurnal",
    ],
)
def test_what_could_run_or_is_missing(path: Path, statement: str) -> None:
    if "ON v" in statement:
        behind(path, "CREATE VIEW v AS SELECT 1 AS a")
    behind(path, statement)
    assert refusal(path) == "berkas-rusak"


def test_an_application_id_that_is_not_ours(path: Path) -> None:
    behind(path, "PRAGMA application_id = 1196444487")
    assert refusal(path) == "bukan-berkas-proyek"


def test_a_foreign_file_with_our_application_id(tmp_path: Path) -> None:
    path = tmp_path / "palsu.ipasn"
    behind(
        path,
        "CREATE TABLE pegawai (nip, nama)",
        f"PRAGMA application_id = {schema.APPLICATION_ID}",
        f"PRAGMA user_version = {schema.current().version}",
    )
    assert refusal(path) == "berkas-rusak"


@pytest.mark.parametrize("column", ["muatan.isi", "pengaturan.nilai", "jurnal.isi"])
def test_a_huge_value_is_never_read_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch, column: str
) -> None:
    table, name = column.split(".")
    huge = "zeroblob(3000000)" if name == "isi" and table == "muatan" else "hex(zeroblob(1500000))"
    behind(path, f"UPDATE {table} SET {name} = {huge}")
    monkeypatch.setattr(opening, "LARGEST_VALUE", 1 << 20)
    assert told(path) == {"berkas-rusak"}


def told(path: Path) -> set[str]:
    """Return what opening refuses, or what `periksa` finds."""
    try:
        with open_project(path) as project:
            return {one.kode for one in check(project)}
    except StorageError as fault:
        return {fault.kode}


@pytest.mark.parametrize("text", ["bukan JSON", "5", ""])
def test_an_entry_that_says_nothing_readable(path: Path, text: str) -> None:
    behind(path, f"UPDATE jurnal SET isi = '{text}' WHERE id = 2")
    assert "jurnal-berubah" in told(path)
    with open_project(path) as project, pytest.raises(StorageError, match="nomor 2"):
        project.journal()


def test_a_cut_file_whose_header_hides_it(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[92:96] = b"\0\0\0\0"
    for size in (len(content) - 4096, len(content) // 2, 8192):
        path.write_bytes(content[:size])
        assert refusal(path) == "berkas-rusak"


def test_a_cut_file_with_a_journal_that_is_none(tmp_path: Path) -> None:
    path = make(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[:-4096])
    path.with_name("uji.ipasn-journal").write_bytes(b"bukan jurnal" * 99)
    assert refusal(path) == "berkas-rusak"


def test_damage_anywhere_is_told_or_harmless(path: Path) -> None:
    """Overwrite bytes at random: what opens can be read whole, and says what is wrong with it."""
    content, chance = path.read_bytes(), random.Random(4)
    kinds = set()
    for _ in range(150):
        at = chance.randrange(len(content) - 8)
        damaged = content[:at] + chance.randbytes(8) + content[at + 8 :]
        path.write_bytes(damaged)
        found = told(path)
        kinds |= found or {"utuh"}
        if not found:
            with open_project(path) as project:
                assert len(project.load_roster(TAHUN)) == 3
    assert {"berkas-rusak", "utuh"} <= kinds


def test_a_log_of_another_file_is_never_written_into_this_one(path: Path) -> None:
    other = path.with_name("lain.ipasn")
    other.write_bytes(path.read_bytes())
    connection = apsw.Connection(str(other))
    connection.pragma("journal_mode", "wal")
    connection.execute("UPDATE pegawai SET nama = 'Orang Lain'")
    log = path.with_name("uji.ipasn-wal")
    log.write_bytes(other.with_name("lain.ipasn-wal").read_bytes())
    connection.close()
    assert refusal(path) == "berkas-asing"
    assert log.exists()
    log.unlink()
    assert told(path) == set()
