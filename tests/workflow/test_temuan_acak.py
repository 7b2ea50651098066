"""Whatever was wrong in a file: once corrected, it leaves what the correct file alone leaves."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.workflow.kantor import ANI, BUDI, CITRA, Kantor, run
from tests.workflow.test_temuan_selesai import DIKLAT, pegawai

ORANG = ((ANI, "Ani"), (BUDI, "Budi"), (CITRA, "Citra"))
SALAH = {0: "1980", 2: "Entah", 4: "kemarin", 5: "banyak"}
"""Column of `DIKLAT` → what nobody can read there."""

Rows = list[list[object]]


def benar(chance: random.Random) -> Rows:
    kinds, days = ("Diklat Teknis", "Seminar"), ("03-02-2021", "05-05-2020", "2021")
    return [
        [
            *chance.choice(ORANG),
            chance.choice(kinds),
            *(chance.choice("ABC"), chance.choice(days), chance.choice((4, 8, 20))),
        ]
        for _ in range(chance.randint(1, 6))
    ]


def rusak(chance: random.Random, rows: Rows) -> Rows:
    spoiled = [list(row) for row in rows]
    for row in spoiled:
        for column in chance.sample(sorted(SALAH), chance.choice((0, 1, 1, 2))):
            row[column] = SALAH[column]
    return spoiled


def impor(kantor: Kantor, project: Path, rows: Rows, *more: str | Path) -> int:
    book = kantor.buku("a", Pegawai=pegawai(*ORANG), Diklat=[DIKLAT, *rows])
    return run("impor", project, book, *more, "--json").status


def perbaiki(refused: Path, rows: Rows) -> None:
    """Correct the refused rows, each by its address."""
    book = load_workbook(refused)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(min_row=2):
            number = int(str(row[len(DIKLAT)].value).rpartition("baris ")[2])
            for cell, value in zip(row, rows[number - 2], strict=False):
                cell.value = value  # type: ignore[assignment]
    book.save(refused)


def keadaan(kantor: Kantor, project: Path) -> tuple[object, ...]:
    """Return scores, records and counts: all that an import can leave."""
    records: dict[str, list[Any]] = {}
    for nip, _ in ORANG:
        trace = run("jelas", project, nip, "--json").json["instrumen"]
        records[nip] = sorted(
            (one["instrumen"], sorted(record["isi"].items()))
            for one in trace
            for record in one["rekaman"]
        )
    told = run("hitung", project, "--json").json
    counts = [told[name] for name in ("temuan_galat", "tidak_masuk", "belum_lengkap")]
    return kantor.nilai(project), records, counts


@pytest.mark.parametrize("seed", range(8))
def test_corrected_file_leaves_what_the_correct_one_leaves(kantor: Kantor, seed: int) -> None:
    chance = random.Random(seed)
    good = benar(chance)
    bad = rusak(chance, good)
    half = [chance.choice(pair) for pair in zip(good, bad, strict=True)]
    right = kantor.buat("benar")
    assert impor(kantor, right, good) == 0
    expected = keadaan(kantor, right)

    by_sheet = kantor.buat("lembar")
    impor(kantor, by_sheet, bad)
    impor(kantor, by_sheet, half)
    chance.shuffle(half)
    impor(kantor, by_sheet, half)
    impor(kantor, by_sheet, good)
    assert keadaan(kantor, by_sheet) == expected

    by_refused, refused = kantor.buat("tolak"), kantor.folder / "tolak.xlsx"
    if impor(kantor, by_refused, bad, "--galat", refused):
        perbaiki(refused, good)
        assert run("impor", by_refused, refused, "--json").status == 0
    assert keadaan(kantor, by_refused) == expected
