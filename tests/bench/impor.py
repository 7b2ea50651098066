"""Importing a wide table, beside raw calamine and beside the script that offices have."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from python_calamine import CalamineWorkbook

from ipasn_core.formatting import format_int
from ipasn_core.model.change import Plan
from ipasn_core.model.finding import Severity
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.create import create
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_core.workflow.score import load_year

from . import script, workbook_file
from .timing import Goal, duration, number, ratio_line, seconds_of, side_by_side

YEAR = 2021
READ_GOAL = Goal(2)
CONTEXT = Context(now=datetime(2022, 1, 31, 10, 0, tzinfo=UTC), user="ukur")
PEOPLE, PEER_PEOPLE = 100_000, 10_000


def bench(cepat: bool, penuh: bool) -> Iterator[str]:
    """Measure importing, and yield a line a result.

    Args:
        cepat: Few people, one run: to see that it works.
        penuh: Run the peer on all people too, not on a tenth of them.

    Raises:
        AssertionError: Cells or scores do not agree.
    """
    people, peer_people, runs, warm = (60, 60, 1, 1) if cepat else (PEOPLE, PEER_PEOPLE, 3, 1)
    with tempfile.TemporaryDirectory(prefix="ipasn-ukur-") as name:
        folder = Path(name)
        sheet = folder / "nominatif.xlsx"
        workbook_file.write(sheet, people)
        yield from _beside_calamine(folder, sheet, people, runs, warm)
        if not penuh:
            workbook_file.write(sheet, peer_people)
        yield _beside_script(folder, sheet, people if penuh else peer_people)


def _beside_calamine(folder: Path, sheet: Path, people: int, runs: int, warm: int) -> Iterator[str]:
    project = _new_project(folder, "banding.ipasn")
    plans: list[Plan] = []

    def plan() -> None:
        outcome = import_sheets(project, CONTEXT, [sheet], Options(coba=True))
        plans[:] = [outcome.rencana]

    rows = raw(sheet)
    if len(rows) != people + workbook_file.HEADER_ROW or len(rows[-1]) != len(workbook_file.HEADS):
        raise AssertionError("calamine found another table")
    ours, floor = side_by_side([plan, lambda: raw(sheet)], runs, warm)
    size = f"{format_int(people)} × {len(workbook_file.HEADS)} .xlsx"
    what = f"impor · baca dan rencana, {size}"
    yield ratio_line(what, ours, floor, "lantai calamine to_python", READ_GOAL)
    # Of so many people a few have one name and one birthday, which is told.
    faults = [one for one in plans[0].temuan if one.tingkat is Severity.GALAT]
    if plans[0].count("baru") != people or faults:
        raise AssertionError(f"{plans[0].count('baru')} people, {len(faults)} faults")
    seconds = [
        seconds_of(lambda path=path: store(path, plans[0]))  # type: ignore[misc]
        for path in (_new_project(folder, f"simpan-{n}.ipasn") for n in range(runs))
    ]
    took = sorted(seconds)[len(seconds) // 2]
    yield ratio_line(
        f"impor · simpan (satu transaksi, jurnal), {size}", took, floor, "calamine", None
    )


def raw(sheet: Path) -> Sequence[Sequence[object]]:
    """Read every cell and nothing more."""
    return CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).to_python()


def store(path: Path, plan: Plan) -> None:
    """Apply a plan as `impor` does."""
    with open_project(path, CONTEXT) as project, project.change(CONTEXT, "impor") as writer:
        writer.apply_plan(YEAR, plan)


def _beside_script(folder: Path, sheet: Path, people: int) -> str:
    theirs: dict[str, float] = {}
    project = _new_project(folder, "skrip.ipasn")
    scores: dict[str, int] = {}

    def ours() -> None:
        import_sheets(project, CONTEXT, [sheet], Options())
        with open_project(project) as opened:
            state = load_year(opened, None)
        indeks = state.scores.indeks.tolist()
        scores.update(zip(map(str, state.roster.nip.tolist()), indeks, strict=True))

    took = seconds_of(ours)
    peer = seconds_of(lambda: theirs.update(script.score(sheet)))
    if {nip: round(value * 1000) for nip, value in theirs.items()} != scores:
        raise AssertionError("the script gives other scores")
    return (
        f"impor · baca, simpan, nilai, {format_int(people)} pegawai: {duration(took)}; "
        f"skrip pandas+openpyxl+iterrows (baca dan nilai saja): {duration(peer)}; "
        f"skrip {number(round(peer / took, 1))} × lebih lama; nilai setiap pegawai sama"
    )


def _new_project(folder: Path, name: str) -> Path:
    path = folder / name
    create(path, CONTEXT, "Pemerintah Kota Contoh", YEAR, None, None)
    return path
