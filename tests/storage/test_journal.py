from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from ipasn_core.storage import journal, schema
from ipasn_core.storage.periksa import check, digests
from ipasn_core.storage.project import Project, open_project
from tests.storage.proyek import (
    ANI,
    EMPTY,
    SAAT,
    TAHUN,
    behind,
    berkas,
    filled,
    full_plan,
    impor,
    keadaan,
    make,
)


def test_every_table_is_recorded_or_named_as_outside(tmp_path: Path) -> None:
    names = {
        name
        for kind, name, _, _ in schema.current().objects()
        if kind == "table" and not name.startswith("sqlite_")
    }
    with open_project(make(tmp_path)) as project:
        recorded = schema.covered(project.database.connection)
    assert len(recorded) == len(names) - len(schema.OUTSIDE_TABLES)
    assert names == {*recorded, *schema.OUTSIDE_TABLES}


def test_every_table_is_strict_and_every_id_never_reused() -> None:
    for kind, name, _, sql in schema.current().objects():
        if kind == "table" and not name.startswith("sqlite_"):
            assert sql is not None
            assert "STRICT" in sql, name
            if "    id INTEGER" in sql:
                assert "id INTEGER PRIMARY KEY AUTOINCREMENT" in sql, name


def test_a_change_leaves_one_chained_entry(tmp_path: Path) -> None:
    with open_project(make(tmp_path), SAAT) as project:
        first = project.head()
        with project.change(SAAT, "atur", {"kunci": "wilayah"}) as writer:
            writer.set_setting("wilayah", "Kota Uji")
            writer.note(jumlah=1)
            number = writer.entry
        assert writer.written
        entry = project.journal()[-1]
        assert (entry.id, entry.perbuatan, entry.sebelum) == (number, "atur", first)
        assert entry.isi == {"kunci": "wilayah", "jumlah": 1}
        assert entry.waktu == "2022-01-31T09:30:00+00:00"
        assert project.head() == entry.hash != first


def test_a_change_that_changes_nothing_leaves_no_entry(tmp_path: Path) -> None:
    path = make(tmp_path)
    with open_project(path, SAAT) as project:
        before = path.read_bytes()
        with project.change(SAAT, "atur") as writer:
            writer.set_setting("instansi", "Lain")
            writer.set_setting("instansi", "Kota Uji")
        assert not writer.written
        assert len(project.journal()) == 1
    assert path.read_bytes() == before


def fail_in_a_change(project: Project) -> None:
    with project.change(SAAT, "impor") as writer:
        writer.set_setting("wilayah", "Kota")
        raise ZeroDivisionError


def nest_changes(project: Project) -> None:
    with project.change(SAAT, "atur") as writer:
        writer.set_setting("a", "b")
        with project.change(SAAT, "atur"):
            pass


def test_an_error_takes_everything_back(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        before = digests(project.database.connection), project.head()
        with pytest.raises(ZeroDivisionError):
            fail_in_a_change(project)
        assert (digests(project.database.connection), project.head()) == before
        with project.change(SAAT, "atur") as writer:
            writer.set_setting("wilayah", "Kota")
        assert check(project) == []


def test_a_change_within_a_change_is_a_bug(tmp_path: Path) -> None:
    with open_project(make(tmp_path), SAAT) as project:
        with pytest.raises(RuntimeError, match="within"):
            nest_changes(project)
        assert len(project.journal()) == 1


def test_a_payload_comes_back_in_pieces(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        for number, digest, packed in project.database.rows(
            "SELECT j.id, muatan_sha256, m.isi FROM jurnal j JOIN muatan m ON m.jurnal = j.id"
        ):
            assert journal.payload_sha256(packed) == digest, number
            assert journal.payload_sha256(packed[:-1]) is None
            assert journal.payload_sha256(b"bukan muatan") is None


# What the next undo builds on -------------------------------------------------------------------


def inverse_of_newest(project: Project) -> bytes:
    packed = project.database.rows("SELECT isi FROM muatan ORDER BY jurnal DESC LIMIT 1")[0][0]
    read, whole = journal.unpacked(packed), bytearray()
    while piece := read(4096):
        whole += piece
    return apsw.Changeset.invert(bytes(whole))


def test_the_inverse_of_an_import_restores_what_was(tmp_path: Path) -> None:
    with open_project(make(tmp_path), SAAT) as project:
        connection = project.database.connection
        before = digests(connection)
        impor(project, full_plan())
        middle = digests(connection)
        second = replace(
            EMPTY,
            berkas=(berkas("b.xlsx", "cd" * 32),),
            keadaan={ANI: (keadaan("Ani Baru", jenis_jabatan=4, opd="Dinas C"), (0, 0, 6))},
            hapus={"pengembangan": [1]},
        )
        impor(project, second)
        connection.pragma("query_only", False)
        for expected in (middle, before):
            apsw.Changeset.apply(inverse_of_newest(project), connection)
            connection.execute("DELETE FROM muatan WHERE jurnal = (SELECT max(jurnal) FROM muatan)")
            assert digests(connection) == expected


def test_the_inverse_is_refused_over_dependants(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        connection = project.database.connection
        inverse = inverse_of_newest(project)
        later = replace(
            EMPTY,
            berkas=(berkas("b.xlsx", "cd" * 32),),
            rekaman={"pendidikan": [(ANI, (8, None, None, None, None, None), (0, 0, 6))]},
        )
        impor(project, later)
        before = digests(connection)
        connection.pragma("query_only", False)
        with pytest.raises(apsw.ConstraintError):
            apsw.Changeset.apply(inverse, connection)
        assert digests(connection) == before


def test_ids_are_not_reused_after_rows_are_gone(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        path = project.path
        highest = int(project.load_roster(TAHUN).rekaman["pengembangan"].id.max())
    behind(path, "DELETE FROM pengembangan")
    with open_project(path, SAAT) as project:
        impor(
            project,
            replace(
                EMPTY,
                rekaman={"pengembangan": [(ANI, (1, *[None] * 8), (0, 0, 6))]},
            ),
        )
        assert project.load_roster(TAHUN).rekaman["pengembangan"].id.tolist() == [highest + 1]
