"""`LastImport`: whom the newest import changed, read once a version of the year."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from ..workspace import Workspace

Ids = NDArray[np.int64]


class LastImport(QObject):
    """Reads in a job whom the newest import changed, when it is first asked for.

    Attributes:
        known: It is known now.
    """

    known = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked = -1
        self._found: Ids | None = None

    @property
    def people(self) -> Ids | None:
        """int64[k], their ids; None as long as that is not known of this version."""
        return self._found if self._asked == self._workspace.version else None

    def ask(self) -> None:
        """Read it, unless it is known or being read."""
        version, current = self._workspace.version, self._workspace.current
        if self._asked == version or current is None:
            return
        from ipasn_core.workflow.last_import import changed_by_last_import  # noqa: PLC0415

        self._asked, self._found = version, None
        tahun = current.state.tahun
        self._workspace.read(
            "Membaca impor terakhir",
            lambda project, _: changed_by_last_import(project, tahun),
            lambda found: self._take(version, found),
            cancelled=self._forget,
        )

    def _take(self, version: int, people: Ids) -> None:
        if version == self._workspace.version:
            self._found = people
            self.known.emit()

    def _forget(self) -> None:
        """Ask again when it is wanted again."""
        self._asked = -1
