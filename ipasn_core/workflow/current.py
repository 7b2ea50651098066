"""What the window holds of the chosen year: the year itself and where it stands, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from ..scoring.year_state import YearState
from ..storage.project import Project
from ..storage.undo import standing
from .journal_words import entry_words, first_of, known
from .review import Status, status
from .score import load_year


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
    """

    state: YearState
    status: Status
    years: tuple[int, ...]
    undo: str
    redo: str
    saved: str
    writable: bool


def load_current(project: Project, tahun: int | None) -> Current:
    """Load a year and where it stands.

    Args:
        project: An open project file.
        tahun: The year, None for the newest.

    Raises:
        StorageError: No such year, or the file is damaged.
        RuleError: The year's edition is not to be had.
    """
    state = load_year(project, tahun)
    entries = project.journal()
    stands = standing(entries)
    newest = stands.newest()
    others = known(entries)
    undone = first_of(stands.terurung[-1], others) if stands.terurung else None
    return Current(
        state=state,
        status=status(project, state),
        years=tuple(project.years()),
        undo="" if newest is None else entry_words(newest, others),
        redo="" if undone is None else entry_words(undone, others),
        saved=entries[-1].waktu,
        writable=project.writable,
    )
