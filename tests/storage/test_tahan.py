"""Killed at any moment, everything is as before or as after: the short version of the bench."""

from __future__ import annotations

import sys

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no SIGKILL and no fork"
)

if sys.platform != "win32":
    from tests.storage.tahan import PEKERJAAN, Hasil, rows_of

ACAK = 26
SEKALIGUS = (
    *("impor", "atur", "urungkan", "ulangi", "ubah catatan", "satukan"),
    *("sahkan", "buka-kembali", "telaah", "migrasi"),
)


@pytest.fixture(scope="module")
def hasil(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Hasil]:
    rows = rows_of(tmp_path_factory.mktemp("tahan"), "--acak", str(ACAK))
    return {row.kerja: row for row in rows}


def test_every_kill_leaves_before_or_after(hasil: dict[str, Hasil]) -> None:
    assert list(hasil) == [name for name, _ in PEKERJAAN]
    assert sum(row.acak for row in hasil.values()) == ACAK
    assert sum(row.listrik for row in hasil.values()) > 10
    for row in hasil.values():
        assert sum(row.akhir.values()) == row.langkah + row.listrik + row.acak
        allowed = {"sebelum", "sesudah"} | ({"tanpa berkas"} if "sahkan" in row.kerja else set())
        assert row.akhir.keys() <= allowed


@pytest.mark.parametrize("kerja", SEKALIGUS)
def test_a_commit_is_one_moment(hasil: dict[str, Hasil], kerja: str) -> None:
    """Before the journal's deletion all is as before; only what comes later is after."""
    row = hasil[kerja]
    assert row.akhir["sebelum"] > 0
    assert row.akhir["sesudah"] > 0


@pytest.mark.parametrize("kerja", SEKALIGUS)
def test_what_undoes_is_on_disk_before_what_it_undoes_is_touched(
    hasil: dict[str, Hasil], kerja: str
) -> None:
    steps = hasil[kerja].urutan
    writes = [at for at, step in enumerate(steps) if step == "write db"]
    syncs = [at for at, step in enumerate(steps) if step == "sync db"]
    assert steps.index("sync journal") < writes[0]
    assert "write journal" not in steps[writes[0] :]
    assert writes[-1] < syncs[-1] < steps.index("delete journal")


def test_a_signed_paper_gets_its_name_last(hasil: dict[str, Hasil]) -> None:
    steps = hasil["sahkan"].urutan
    assert steps[steps.index("delete journal") + 1 :][:2] == ("fsync", "rename")
