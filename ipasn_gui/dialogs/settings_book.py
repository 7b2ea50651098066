"""What the settings dialog shows and changes: the settings of the open project, as texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ipasn_core.errors import IpasnError
from ipasn_core.progress import Progress
from ipasn_core.rules.loader import by_id, editions
from ipasn_core.storage.project import Project
from ipasn_core.workflow.configure import (
    RememberedColumn,
    change_settings,
    remembered_columns,
    show_settings,
)
from ipasn_core.workflow.context import Context

from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class YearRule:
    """A year and the edition it is measured by.

    Attributes:
        tahun: The year.
        aturan: Id of its edition.
        disahkan: Whether it is signed and stands.
    """

    tahun: int
    aturan: str
    disahkan: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything that is set, as it is in the file.

    Attributes:
        texts: Setting, official, target or spelling → its text.
        years: Years of the project, rising.
        columns: Columns that were pointed out by hand.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    years: tuple[YearRule, ...] = ()
    columns: tuple[RememberedColumn, ...] = ()


def _read(project: Project, tahun: int) -> Stored:
    return Stored(
        show_settings(project, tahun),
        tuple(
            YearRule(year, project.aturan_of(year), project.is_signed(year))
            for year in project.years()
        ),
        tuple(remembered_columns(project)),
    )


class SettingsBook(QObject):
    """The settings of the project and the way to change them: each change at once, and undoable.

    Args:
        workspace: What is open.
        parent: Owner.

    Attributes:
        read: The settings were read anew.
        done: A change is in the file: (what it did, in words).
        closed: Whether the dialog is gone.
    """

    read = Signal()
    done = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.stored = Stored()
        self.closed = False
        workspace.changed.connect(self.reload)

    @property
    def tahun(self) -> int:
        """The year that is looked at."""
        current = self.workspace.current
        return 0 if current is None else current.state.tahun

    @property
    def why_closed(self) -> str:
        """Why nothing may be changed, empty where it may."""
        current = self.workspace.current
        if current is None or not current.writable:
            return "Berkas dibuka untuk dibaca saja; pengaturan tidak dapat diubah."
        return ""

    @property
    def why_year_closed(self) -> str:
        """Why nothing of the year may be changed, empty where it may."""
        if self.why_closed:
            return self.why_closed
        if any(one.tahun == self.tahun and one.disahkan for one in self.stored.years):
            return f"Tahun {self.tahun} telah disahkan; buka kembali tahun itu untuk mengubahnya."
        return ""

    def text(self, key: str) -> str:
        """Return the text of a setting, empty for none."""
        return self.stored.texts.get(key, "")

    def reload(self) -> None:
        """Read everything anew."""
        if self.workspace.current is None:
            return
        tahun = self.tahun
        self.workspace.read("Membaca pengaturan", lambda p, _: _read(p, tahun), self._take)

    def _take(self, stored: Stored) -> None:
        if not self.closed and isValid(self):
            self.stored = stored
            self.read.emit()

    def change(
        self, changes: Mapping[str, str], failed: Callable[[IpasnError], None] | None = None
    ) -> None:
        """Change settings in the file.

        Args:
            changes: Setting → its text.
            failed: Is told why they cannot be; None: a dialog tells.
        """
        tahun = self.tahun

        def do(project: Project, context: Context) -> None:
            change_settings(project, context, tahun, changes)

        self.work(do, failed)

    def work(
        self,
        do: Callable[[Project, Context], object],
        failed: Callable[[IpasnError], None] | None = None,
    ) -> None:
        """Change something in the file, then say what was done."""

        def both(project: Project, context: Context, _: Progress) -> object:
            return do(project, context)

        self.workspace.change("Menyimpan pengaturan", both, lambda _: self._tell(), failed)

    def _tell(self) -> None:
        current = self.workspace.current
        if current is None:
            return
        if self.closed:  # what the last field left behind: the dialog is gone, the window tells
            self.workspace.told.emit(f"{current.undo}.", True)
        else:
            self.done.emit(current.undo)

    def edition_name(self, aturan: str) -> str:
        """Return the name of an edition as a chooser lists it."""
        edition = by_id(aturan, editions())
        return f"{edition.nama} (draf)" if edition.draf else edition.nama
