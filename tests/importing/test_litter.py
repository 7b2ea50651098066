"""Paint is no value: what is painted far below and beside the people takes nothing from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipasn_core.errors import UserError
from ipasn_core.importing.workbook import open_workbook
from ipasn_core.progress import silent
from tests.importing import litter_plant as plant


@pytest.mark.parametrize("nama", plant.PAINTED)
def test_paint_is_litter(nama: str, tmp_path: Path) -> None:
    berkas, make = plant.PAINTED[nama]
    path = tmp_path / berkas
    path.write_bytes(make())
    sheet = open_workbook(path, silent).sheets[0]
    assert [sheet.baris(row) for row in range(sheet.jumlah_baris)] == [plant.HEADS, plant.ANI]


@pytest.mark.parametrize("nama", plant.FAR)
def test_values_so_far_apart_are_beyond_the_limits(nama: str, tmp_path: Path) -> None:
    berkas, make = plant.FAR[nama]
    path = tmp_path / berkas
    path.write_bytes(make())
    with pytest.raises(UserError) as told:
        open_workbook(path, silent)
    assert told.value.kode == "xlsx-melampaui-batas"
