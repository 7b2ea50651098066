"""One edit and its undo in a big file, beside a bare transaction that updates one row."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import apsw

from ipasn_core.formatting import format_int
from ipasn_core.storage.project import Project, open_project
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.create import create
from ipasn_core.workflow.current import load_current
from ipasn_core.workflow.edit import add_record, change_record
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_core.workflow.undo import redo, undo

from . import workbook_file
from .people import people
from .timing import duration, ratio_line, seconds_of, side_by_side

YEAR = 2021
CONTEXT = Context(now=datetime(2022, 1, 31, 10, 0, tzinfo=UTC), user="ukur")
PEOPLE = 100_000


def bench(cepat: bool) -> Iterator[str]:
    """Measure editing, and yield a line a result.

    Args:
        cepat: Few people, one run: to see that it works.
    """
    size, runs = (60, 1) if cepat else (PEOPLE, 15)
    # Beside the project's own folder: a temporary folder may be memory, where no sync is real.
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".sunting-") as name:
        folder = Path(name)
        path, number = _filled(folder, size)
        opened = seconds_of(lambda: open_project(path, CONTEXT).close())
        bare = _bare(folder, size)
        try:
            with open_project(path, CONTEXT) as project:
                yield from _lines(project, number, bare, f"{format_int(size)} pegawai", runs)
        finally:
            bare.close()
    yield f"sunting · buka berkas, {format_int(size)} pegawai: {duration(opened)} (informasi)"


def _lines(
    project: Project, number: int, bare: apsw.Connection, size: str, runs: int
) -> Iterator[str]:
    hours = count(1)

    def change() -> None:
        change_record(project, CONTEXT, "pengembangan", number, {"jp": str(next(hours))})

    def update() -> None:
        bare.execute("UPDATE diklat SET jp = jp + 1 WHERE id = 1")

    ways = [change, lambda: undo(project, CONTEXT), lambda: redo(project, CONTEXT), update]
    *ours, floor = side_by_side(ways, runs)
    for what, seconds in zip(("ubah satu catatan", "urungkan", "ulangi"), ours, strict=True):
        yield ratio_line(f"sunting · {what}, {size}", seconds, floor, "satu transaksi apsw", None)
    whole = [seconds_of(lambda: load_current(project, YEAR)) for _ in range(min(runs, 3))]
    before = load_current(project, YEAR).state
    change()
    again = [seconds_of(lambda: load_current(project, YEAR, before)) for _ in range(runs)]
    yield (
        f"sunting · muat tahun, {size}: {duration(min(whole))}; setelah satu sunting: "
        f"{duration(sorted(again)[len(again) // 2])} (informasi)"
    )


def _filled(folder: Path, size: int) -> tuple[Path, int]:
    """Make a project file of so many people; return it and the id of a course to be edited."""
    sheet, path = folder / "nominatif.xlsx", folder / "ukur.ipasn"
    workbook_file.write(sheet, size)
    create(path, CONTEXT, "Pemerintah Kota Contoh", YEAR, None, None)
    import_sheets(path, CONTEXT, [sheet], Options())
    first = int(next(people(size)).nip)
    course = {"jenis": "Diklat Teknis", "nama": "Arsip", "selesai": "3-2-2021", "jp": "900"}
    with open_project(path, CONTEXT) as project:
        return path, add_record(project, CONTEXT, first, "pengembangan", course)


def _bare(folder: Path, size: int) -> apsw.Connection:
    """Make a database of one table and as many rows, as safe as the project file."""
    connection = apsw.Connection(str(folder / "lantai.db"))
    connection.pragma("journal_mode", "DELETE")
    connection.pragma("synchronous", "FULL")
    connection.execute("CREATE TABLE diklat (id INTEGER PRIMARY KEY, nama TEXT, jp INTEGER) STRICT")
    with connection:
        rows = ((f"Diklat {at}", at % 60) for at in range(size))
        connection.executemany("INSERT INTO diklat (nama, jp) VALUES (?, ?)", rows)
    return connection
