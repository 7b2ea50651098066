"""What is done to findings: set aside, taken up again, copied, written into a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QApplication

from ipasn_core.formatting import format_int
from ipasn_core.model.finding import Finding
from ipasn_core.workflow.finding_words import JUDUL, address_words
from ipasn_core.workflow.findings import set_aside_all, take_up
from ipasn_core.workflow.lists import findings_listing, save_listing

from ..models.finding_people import FindingPeople
from ..workspace import Workspace
from .port import WORKBOOK, Dialogs


class FindingActs:
    """The acts, each a job where it touches the project.

    Args:
        workspace: The open project.
        dialogs: Asks where to save.
        people: Whom findings are about.
    """

    def __init__(self, workspace: Workspace, dialogs: Dialogs, people: FindingPeople) -> None:
        self._workspace = workspace
        self._dialogs = dialogs
        self._people = people

    def set_aside(self, found: Sequence[Finding], reason: str) -> None:
        """Set findings aside with one reason."""
        current, ids = self._workspace.current, [one.id for one in found]
        if current is None or not ids:
            return
        state, words = current.state, f"{_many(ids)} disisihkan: {reason}"
        self._workspace.change(
            "Menyisihkan temuan",
            lambda p, c, _: set_aside_all(p, c, state, ids, reason),
            lambda _: self._workspace.told.emit(words, True),
        )

    def take_up(self, found: Sequence[Finding]) -> None:
        """Have findings stand open again."""
        current, ids = self._workspace.current, [one.id for one in found]
        if current is None or not ids:
            return
        state, words = current.state, f"{_many(ids)} ditampilkan lagi."
        self._workspace.change(
            "Menampilkan temuan lagi",
            lambda p, c, _: take_up(p, c, state, ids),
            lambda _: self._workspace.told.emit(words, True),
        )

    def copy(self, one: Finding) -> None:
        """Put a finding on the clipboard: kind, sentence, address, whose, remedy."""
        whose = self._people.words(one)
        parts = (JUDUL[one.kode], one.pesan, address_words(one), whose, one.perbaikan or "")
        QApplication.clipboard().setText("\n".join(filter(None, parts)))

    def export(self, found: Sequence[Finding], reasons: Mapping[str, str]) -> None:
        """Ask where, and write findings into a workbook."""
        current, project = self._workspace.current, self._workspace.path
        if current is None or project is None or not found:
            return
        name = f"Temuan {current.state.settings.instansi} {current.state.tahun}.xlsx"
        path = self._dialogs.save_file("Ekspor temuan", WORKBOOK, name)
        if path is None:
            return
        names = self._people.names(found)
        self._workspace.read(
            f"Mengekspor ke {path.name}",
            lambda _, progress: save_listing(
                findings_listing(found, names, reasons), project, path, progress
            ),
            lambda _: self._workspace.told.emit(f"Disimpan: {path.name}.", False),
        )


def _many(ids: Sequence[str]) -> str:
    return f"{format_int(len(ids))} temuan" if len(ids) > 1 else "Temuan"
