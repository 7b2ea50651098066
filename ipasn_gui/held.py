"""`Held`: what the worker thread holds open; only jobs touch it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipasn_core.errors import StorageError

if TYPE_CHECKING:
    from ipasn_core.storage.project import Project
    from ipasn_core.workflow.context import Context
    from ipasn_core.workflow.current import Current

    from .models.people_index import PeopleIndex

IN_USE = frozenset(("sedang-dipakai", "izin-ditolak"))
"""Faults of opening for writing after which reading may still work."""


class Held:
    """The open project file, and what was made beside the year that was loaded last.

    Attributes:
        project: The open file; None where there is none.
        made: What searching and sorting the year's people needs.
    """

    def __init__(self) -> None:
        self.project: Project | None = None
        self.made: PeopleIndex | None = None

    def take_up(self, path: Path, context: Context) -> tuple[Project, Current, StorageError | None]:
        """Open and load a file, then let go of the one before.

        Returns:
            The file, its newest year, and why it is open for reading only.

        Raises:
            IpasnError: It cannot be opened; the one before stays.
        """
        project, why = self._open(path, context)
        before = self.project
        try:
            current = self.load(project, None)
        except BaseException:
            if project is not before:
                project.close()
            raise
        if project is not before:
            self.let_go()
            self.project = project
        return project, current, why

    def _open(self, path: Path, context: Context) -> tuple[Project, StorageError | None]:
        """Open a file beside the one that is open, and tell why it is open for reading only.

        The file that is open for writing is not opened again: its own lock would be in the way.
        """
        from ipasn_core.storage.project import open_project  # noqa: PLC0415 - not at the start

        before = self.project
        if before is not None and before.writable and _is_same(before.path, path):
            return before, None
        try:
            return open_project(path, context), None
        except StorageError as fault:
            if fault.kode not in IN_USE:
                raise
            return open_project(path), fault

    def let_go(self) -> None:
        """Close the file."""
        if self.project is not None:
            self.project.close()
            self.project = None

    def wanted(self, project: Project | None) -> Project:
        """Return the project a job was queued for.

        Raises:
            Cancelled: It was closed meanwhile.
        """
        if project is None:
            raise RuntimeError("no project is open")
        if project is not self.project:
            from ipasn_core.progress import Cancelled  # noqa: PLC0415 - not at the start

            raise Cancelled
        return project

    def load(self, project: Project, tahun: int | None, *, edited: bool = False) -> Current:
        """Load a year, and what searching and sorting its people needs.

        Args:
            project: The project.
            tahun: The year, None for the newest.
            edited: Whether the project was changed just now: where people alone were, only they
                are loaded anew.
        """
        from ipasn_core.workflow.current import load_current  # noqa: PLC0415 - not at the start

        from .models.people_index import PeopleIndex  # noqa: PLC0415

        # What an undo took away may be the year that was looked at.
        before = self.made.state if edited and self.made is not None else None
        current = load_current(project, tahun if tahun in project.years() else None, before)
        index = PeopleIndex(current.state)
        index.prepare(self.made)
        self.made = index
        return current


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
