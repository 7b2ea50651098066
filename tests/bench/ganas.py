"""Hostile files, each opened by a program of its own: exit status, seconds, and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.importing import hostile_plant as plant

SECONDS, MEGABYTES = 10.0, 1024.0
"""What refusing a hostile file may take."""

_MAKE = (
    "import sys; from pathlib import Path; from tests.importing import hostile_plant as p; "
    "found = {**p.LIGHT, **p.HEAVY, **p.GOOD}[sys.argv[1]]; "
    "Path(sys.argv[2]).write_bytes(found[1]())"
)
"""Made by a process of its own: what this one takes would count as the program's memory."""


def bench(cepat: bool) -> Iterator[str]:
    """Open each file, and yield a line a file.

    Args:
        cepat: The light ones alone.

    Raises:
        AssertionError: A file was not refused, or a good one was.
    """
    refused = [*plant.LIGHT, *(() if cepat else plant.HEAVY)]
    with tempfile.TemporaryDirectory(prefix="ipasn-ganas-") as name:
        folder = Path(name)
        project = folder / "uji.ipasn"
        _run("buat", project, "--instansi", "Pemerintah Kota Contoh", "--tahun", "2021")
        for nama in (*refused, *plant.GOOD):
            berkas = {**plant.LIGHT, **plant.HEAVY, **plant.GOOD}[nama][0]
            path = folder / berkas
            subprocess.run([sys.executable, "-c", _MAKE, nama, str(path)], check=True)
            status, seconds, megabytes = _run("impor", project, path, "--coba", "--json")
            path.unlink()
            if status != (0 if nama in plant.GOOD else 3):
                raise AssertionError(f"{nama}: exit status {status}")
            over = seconds > SECONDS or megabytes > MEGABYTES
            yield (
                f"ganas · {nama:24} keluar {status} {seconds:6.1f} s {megabytes:6.0f} MB"
                f"{'  LEWAT BATAS' if over else ''}"
            )


def _run(*words: str | Path) -> tuple[int, float, float]:
    """Run the program; return its exit status, seconds, and the most memory it had, in MB."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "main.py", *map(str, words)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, state, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(state)
    return process.returncode, time.perf_counter() - begin, usage.ru_maxrss / 1024
