"""Spoilt files: read or refused with a sentence, never a crash, a hang or a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipasn_core.errors import UserError
from ipasn_core.importing.workbook import open_workbook
from ipasn_core.progress import silent

from . import mutation
from .fuzzing import judge, run

SEEDS = Path(__file__).parent / "benih"


def test_spoilt_files_are_read_or_refused() -> None:
    results = list(run(range(300)))
    assert [one for one in results if one.salah] == []
    assert len(results) == 300
    assert {one.jenis for one in results} == set(mutation.originals())
    read = [one for one in results if one.hasil == "dibaca"]
    assert len(read) > 80
    assert {one.jenis for one in read} == set(mutation.originals())


FOUND = {
    "ods-nilai-jauh-di-bawah": "dibaca",
    "xls-kepala-terpotong": "xlsx-rusak",
    "xls-rekaman-terpotong": "xlsx-rusak",
    "xlsb-65536-kolom": "xlsx-melampaui-batas",
    "xlsb-catatan-kosong": "xlsx-rusak",
    "xlsb-teks-satu-terabita": "xlsx-melampaui-batas",
}
"""Files that did harm once, in `benih`, and what is said of them since."""


def test_every_seed_is_known() -> None:
    assert {path.name for path in SEEDS.iterdir()} == FOUND.keys()


@pytest.mark.parametrize("name", FOUND)
def test_what_fuzzing_found_once(name: str) -> None:
    assert said_of(SEEDS / name) == FOUND[name]


def said_of(path: Path) -> str:
    """Open a file as the product does; its refusal names it and says what to do."""
    try:
        return mutation.take(open_workbook(path, silent).sheets)
    except UserError as fault:
        return fault.kode if path.name in fault.pesan and fault.perbaikan else fault.pesan


def test_a_number_makes_one_file() -> None:
    assert mutation.make(7) == mutation.make(7)
    assert len({mutation.make(number)[1] for number in range(50)}) > 45


@pytest.mark.parametrize("kind", mutation.originals())
def test_the_originals_are_read(kind: str) -> None:
    assert judge(kind, mutation.originals()[kind]) == ("dibaca", "")
