"""Whatever a sheet holds, reading it ends in tables and findings that hold together."""

from __future__ import annotations

import dataclasses
import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from ipasn_core.importing.sheet import Cacat, JenisCacat
from ipasn_core.importing.vocabulary import FIELDS
from tests.importing.build_tables import A, B, C, read, sheet

CELLS = st.sampled_from(
    [
        *(
            None,
            "",
            A,
            B,
            C,
            int(A),
            "-",
            "nihil",
            "x",
            "√",
            "S-1",
            "Sudah",
            "Belum",
            90.5,
            "91,25",
        ),
        *(2021, "31-12-2021", dt.date(2021, 1, 2), dt.time(1), dt.timedelta(3), True, False),
        *("Jumlah", "A. DINAS X", "NIP", "Ringan", "Teguran", "III/a", "Ahli Muda", "PKP", 44562),
        *(float("inf"), -5, 1e300, "Diklat Teknis", "1,98E+17", f"NIP. {C}", "½", "²", "١٢٣"),
    ]
)
HEADS = st.sampled_from([*FIELDS.values(), "NIP", "Foo", None])


@st.composite
def grids(draw: st.DrawFn) -> list[list[object]]:
    width = draw(st.integers(1, 8))

    def rows(cells: st.SearchStrategy[object], least: int, most: int) -> list[list[object]]:
        row = st.lists(cells, min_size=width, max_size=width)
        return draw(st.lists(row, min_size=least, max_size=most))

    (heads,) = rows(HEADS, 1, 1)
    heads[draw(st.integers(0, width - 1))] = "NIP"
    return [*rows(CELLS, 0, 2), heads, *rows(CELLS, 0, 8)]


@settings(max_examples=150, deadline=None)
@given(grids(), st.sampled_from(["Lembar", None, "Diklat Teknis"]), st.integers(0, 99))
def test_reading_holds_together(grid: list[list[object]], nama: str | None, bad: int) -> None:
    row, col = bad % len(grid), bad % len(grid[0])
    grid[row][col] = None
    broken = {(row, col): Cacat(JenisCacat.GALAT, "#REF!")}
    found = read(dataclasses.replace(sheet(grid, nama), cacat=broken))
    for table in found.tabel:
        size = len(table.baris)
        columns = [table.nip, table.siapa, table.ditolak, *table.isi.values()]
        assert {len(column) for column in columns} == {size}
        assert len(table.bukti_baris) in (0, size)
        told = {finding.baris for finding in table.temuan if finding.menolak_baris}
        for baris, nip, ditolak in zip(table.baris, table.nip, table.ditolak, strict=True):
            assert nip or ditolak
            assert not ditolak or baris in told
        for finding in table.temuan:
            assert finding.pesan
            assert finding.baris is not None
            heads, values = found.raw_row(0, table.lembar_ke, finding.baris)
            assert len(heads) == len(values)
