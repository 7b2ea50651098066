"""What the window holds of the chosen year: the year itself and where it stands, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from ..scoring.year_state import YearState
from ..storage.project import Project
from ..storage.undo import standing
from .journal_words import brief, entry_words, first_of, known
from .refresh import refresh_year
from .review import Status, status
from .score import load_year
from .undo import refusal


@dataclass(frozen=True, slots=True)
class Current:
    """A year as it is now.

    Attributes:
        state: Everything of the year.
        status: Draft, reviewed or signed.
        years: Years the file has, rising.
        undo: What `urungkan` would take back, in words; empty where nothing stands.
        redo: What `--ulangi` would bring back, in words; empty where there is nothing.
        saved: ISO text of the moment of the newest change.
        writable: Whether this program may change the file.
        undo_why: Why that cannot be taken back now, "tahun 2021 sudah disahkan"; else empty.
        redo_why: Why that cannot be brought back now; empty where it can.
    """

    state: YearState
    status: Status
    years: tuple[int, ...]
    undo: str
    redo: str
    saved: str
    writable: bool
    undo_why: str = ""
    redo_why: str = ""


def load_current(project: Project, tahun: int | None, before: YearState | None = None) -> Current:
    """Load a year and where it stands.

    Args:
        project: An open project file.
        tahun: The year, None for the newest.
        before: A year as it was a while ago: where people alone were edited since, only they are
            loaded anew.

    Raises:
        StorageError: No such year, or the file is damaged.
        RuleError: The year's edition is not to be had.
    """
    entries = project.journal()
    state = None
    if before is not None and before.tahun == project.choose_year(tahun):
        state = refresh_year(project, before, entries)
    if state is None:
        state = load_year(project, tahun)
    stands = standing(entries)
    newest = stands.newest()
    others = known(entries)
    last = stands.terurung[-1] if stands.terurung else None
    undone = None if last is None else first_of(last, others)
    return Current(
        state=state,
        status=status(project, state),
        years=tuple(project.years()),
        undo="" if newest is None else brief(entry_words(newest, others)),
        redo="" if undone is None else brief(entry_words(undone, others)),
        saved=entries[-1].waktu,
        writable=project.writable,
        undo_why="" if newest is None else refusal(project, newest),
        redo_why="" if last is None else refusal(project, last),
    )
