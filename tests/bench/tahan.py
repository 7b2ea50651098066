"""Kills and power cuts at every step on the disk, and kills at 1,000 random moments."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.storage.tahan import Hasil, rows_of

KILLS = 1000
_HEAD = ("langkah", "listrik", "acak", "sebelum", "sesudah", "tanpa berkas")


def bench(cepat: bool) -> Iterator[str]:
    """Kill, and yield a table: a line a piece of work, and the sum.

    Args:
        cepat: Few kills: to see that it works.

    Raises:
        AssertionError: Something was neither as before nor as after.
    """
    words = ("--acak", "19") if cepat else ("--acak", str(KILLS), "--semua")
    # Beside the project's own folder: a temporary folder may be memory, where no sync is real.
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".tahan-") as folder:
        rows = rows_of(Path(folder), *words)
    yield _line("dibunuh pada", _HEAD)
    for row in rows:
        yield _line(row.kerja, _figures(row))
    sums = [sum(column) for column in zip(*map(_figures, rows), strict=True)]
    yield _line("jumlah", sums)


def _figures(row: Hasil) -> tuple[int, ...]:
    return (row.langkah, row.listrik, row.acak, *(row.akhir.get(name, 0) for name in _HEAD[3:]))


def _line(name: str, cells: tuple[object, ...] | list[int]) -> str:
    return f"tahan · {name:12}" + "".join(f"{cell!s:>14}" for cell in cells)
