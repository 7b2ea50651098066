"""Tables whose cells are spoilt, all the way: whatever goes in, every verb stands on it."""

from __future__ import annotations

import random

import pytest

from tests.importing.mutation import spoil_cells
from tests.workflow.kantor import Kantor, run


@pytest.mark.parametrize("number", range(3000, 3012))
def test_what_goes_in_can_be_worked_with(kantor: Kantor, number: int) -> None:
    project, folder = kantor.buat(), kantor.folder
    book, refused, again = (folder / f"{name}.xlsx" for name in ("kirim", "tolak", "templat"))
    book.write_bytes(spoil_cells(random.Random(number), "xlsx"))
    ran = run("impor", project, book, "--galat", refused, "--json")
    if ran.status == 3:
        assert run("hitung", project, "--json").json["jumlah"] == 0
        return
    assert ran.json["diterima"] > 0
    for words in (("hitung", project), ("temuan", project), ("riwayat", project)):
        assert run(*words, "--json").status == 0
    for name in ("hasil.xlsx", "hasil.csv"):
        assert run("ekspor", project, "-o", folder / name).status == 0
    twice = run("impor", project, book, "--json").json
    assert (twice["baru"], twice["berubah"]) == (0, 0)
    assert run("templat", "-o", again, "--berkas", project).status == 0
    back = run("impor", project, again, "--coba", "--json").json
    assert (back["tetap"], back["baru"], back["berubah"]) == (ran.json["diterima"], 0, 0)
    if refused.exists():
        assert run("impor", project, refused, "--coba", "--json").status in (0, 1, 3)
