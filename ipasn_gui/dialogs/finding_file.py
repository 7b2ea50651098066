"""The file of the finding that is looked at: found again, read again, opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ipasn_core.errors import UserError
from ipasn_core.model.finding import Finding
from ipasn_core.workflow.finding_source import Source, find_source, is_source, read_source
from ipasn_core.workflow.import_rows import Excerpt

from ..jobs import Job
from ..settings import WindowSettings
from ..tabs.laporan_outside import Outside, System
from ..workspace import Workspace
from .port import SHEETS, Dialogs

if TYPE_CHECKING:
    from ipasn_core.progress import Progress
    from ipasn_core.storage.project import Project

_MOST = 30_000_000
"""Bytes; a larger file is not read again for a few of its rows."""


class FindingFile(QObject):
    """What is known of the file of a finding.

    Attributes:
        found: More is known of it now, or of another.
        path: Where it lies with the bytes that were imported; None where that is not known.
        rows: Its rows around the finding; None where they are not known.
        outside: Opens files.
    """

    found = Signal()

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, settings: WindowSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._dialogs = dialogs
        self._settings = settings
        self._finding: Finding | None = None
        self._paths: dict[str, Path | None] = {}
        self._source: Source | None = None
        self._job: Job[tuple[Path | None, Source | None]] | None = None
        self._left = False
        self.rows: Excerpt | None = None
        self.outside: Outside = System()

    @property
    def path(self) -> Path | None:
        """Where the file lies."""
        return None if self._finding is None else self._paths.get(self._finding.sidik)

    def leave(self) -> None:
        """Look no more: who asked is about to be gone."""
        self._left = True
        self.stop()

    def stop(self) -> None:
        """Stop reading: what is to be changed shall not wait for it."""
        if self._job is not None:
            self._workspace.jobs.cancel(self._job)
            self._job = None

    def look_at(self, finding: Finding | None) -> None:
        """Look for the file of another finding, in a job."""
        self.stop()
        self._finding = finding
        self.rows = None
        if finding is None or not finding.sidik:
            self.found.emit()
        elif self._source is not None and self._source.sidik.startswith(finding.sidik):
            self.rows = self._source.rows_around(finding)
            self.found.emit()
        elif finding.sidik in self._paths and self._paths[finding.sidik] is None:
            self.found.emit()
        else:
            self.found.emit()
            self._read(finding, self._folders())

    def _folders(self) -> list[Path]:
        project = self._workspace.path
        last = self._settings.folder(SHEETS.guna)
        return [*([Path(last)] if last else []), *([project.parent] if project else [])]

    def _read(self, finding: Finding, folders: list[Path]) -> None:
        current = self._workspace.current
        if current is None:
            return
        tahun = current.state.tahun
        known = self._paths.get(finding.sidik)

        def take(result: tuple[Path | None, Source | None]) -> None:
            if self._left:
                return
            self._job = None
            self._paths[finding.sidik], source = result
            if source is not None:
                self._source = source
            if self._finding is finding:
                self.rows = None if source is None else source.rows_around(finding)
                self.found.emit()

        def work(project: Project, progress: Progress) -> tuple[Path | None, Source | None]:
            path = known or find_source(finding, folders)
            if path is None or path.stat().st_size > _MOST:
                return path, None
            return path, read_source(project, tahun, path, progress)

        self._job = self._workspace.read(
            "Membaca berkas temuan", work, take, failed=lambda _: self._give_up(finding)
        )

    def _give_up(self, finding: Finding) -> None:
        if self._left:
            return
        self._job = None
        self._paths[finding.sidik] = None
        self.found.emit()

    def open(self) -> None:
        """Open the file in its program, or look for it."""
        finding, path = self._finding, self.path
        if finding is None:
            return
        if path is None:
            self._look_for(finding)
        elif not self.outside.show(path):
            self._dialogs.fault(
                UserError(
                    f"“{path.name}” tidak dapat dibuka.",
                    "Buka berkas itu dengan program lembar kerja.",
                )
            )

    def _look_for(self, finding: Finding) -> None:
        for path in self._dialogs.open_files(f"Cari {finding.berkas}", SHEETS, several=False):
            if is_source(finding, path):
                self._paths[finding.sidik] = path
                self._read(finding, [])
                self.found.emit()
            else:
                self._dialogs.fault(
                    UserError(
                        f"“{path.name}” bukan berkas yang diimpor, atau isinya sudah berubah.",
                        "Pilih berkas yang belum diubah sejak diimpor.",
                    )
                )
