"""Files that were dropped on the window: what each is for, and why some are not taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ipasn_core.formatting import format_int

from .port import PROJECT, SHEETS

_TOLD = 2


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was dropped.

    Attributes:
        project: The project to be opened.
        sheets: Spreadsheets to be imported; none beside a project.
        untaken: What is not taken and why, in a sentence; empty where everything is.
    """

    project: Path | None
    sheets: tuple[Path, ...]
    untaken: str


def sort_files(paths: Sequence[Path]) -> Dropped:
    """Tell projects, spreadsheets and the rest apart: one project, or spreadsheets."""
    projects = [one for one in paths if one.suffix.lower() in PROJECT.akhiran]
    sheets = [one for one in paths if one.suffix.lower() in SHEETS.akhiran]
    others = [one for one in paths if one not in projects and one not in sheets]
    if not projects:
        return Dropped(None, tuple(sheets), _strange(others))
    said = [
        f"{_names(left)} tidak diambil: {why}."
        for left, why in (
            (projects[1:], "hanya satu proyek terbuka"),
            (sheets, "tarik lagi ke proyek ini"),
        )
        if left
    ]
    return Dropped(projects[0], (), " ".join(filter(None, (*said, _strange(others)))))


def _strange(others: Sequence[Path]) -> str:
    return f"{_names(others)} bukan lembar kerja." if others else ""


def _names(paths: Sequence[Path]) -> str:
    told = ", ".join(f"“{one.name}”" for one in paths[:_TOLD])
    more = len(paths) - _TOLD
    return f"{told}, dan {format_int(more)} berkas lain" if more > 0 else told
