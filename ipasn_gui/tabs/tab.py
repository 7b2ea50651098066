"""`Tab`: what every tab is to the window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import ground
from ..workspace import Workspace


@dataclass(frozen=True, eq=False, slots=True)
class Chosen:
    """People behind a figure, to be listed.

    Attributes:
        judul: What they have in common, as a chip says it: "Kategori Sedang".
        id: int64[k], ids of the people; never row numbers.
    """

    judul: str
    id: NDArray[np.int64]


class Tab(QWidget):
    """A tab: shows what the workspace holds, anew whenever that is another, once it is seen.

    Attributes:
        people_wanted: Somebody wants to see the people behind a figure: (Chosen).
        tab_wanted: Somebody wants another tab: (its name).
        import_wanted: Somebody wants to import.
        export_wanted: Somebody wants to export what is seen (`SeenTable`), or everybody (None).
        findings_wanted: Somebody wants to see the findings.
        settings_wanted: Somebody wants to change a setting: (page of the settings).
        command_wanted: Somebody wants a command of the menus: (its id).
    """

    people_wanted = Signal(object)
    tab_wanted = Signal(str)
    import_wanted = Signal()
    export_wanted = Signal(object)
    findings_wanted = Signal()
    settings_wanted = Signal(str)
    command_wanted = Signal(str)

    judul = ""
    prints = False
    """Whether printing prints what the tab shows; else it prints the report."""
    harapan = ""
    """What sheet its import button expects; empty where any will do."""

    def __init__(self, theme: Theme, workspace: Workspace) -> None:
        super().__init__()
        ground("surface", self)
        self.theme = theme
        self.workspace = workspace
        self._stale = True
        workspace.filtered.connect(self._mark)

    def refresh(self) -> None:
        """Show what the workspace holds now; called only while a project is open."""
        raise NotImplementedError

    def search(self) -> bool:
        """Put the keyboard into the tab's search field; tell whether it has one."""
        return False

    def act_on_list(self, act: str) -> bool:
        """Do something with the tab's list of people; tell whether it has one.

        Args:
            act: One of `LIST_ACTS`.
        """
        return False

    def export(self) -> None:
        """Export what is seen; everybody, where the tab lists nobody."""
        self.export_wanted.emit(None)

    def enter(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard where the tab is worked in: into its first area."""
        areas = self.areas()
        if areas:
            areas[0].setFocus(reason)

    def unsaved(self) -> list[str]:
        """Return the names of those for whom something was typed and not saved."""
        return []

    def selected(self) -> NDArray[np.int64]:
        """Return the ids of the people that are selected; where none can be, who is looked at."""
        person = self.workspace.person
        return np.array([person] if person else [], np.int64)

    def listed(self) -> NDArray[np.int64]:
        """Return the ids of the people that are listed; where no list is, of the chosen unit's."""
        if self.workspace.current is None:
            return np.array([], np.int64)
        return self.workspace.current.state.roster.id[self.workspace.people]

    def edit_record(self, verb: str) -> None:
        """Add, change or delete a record of who is looked at: "tambah", "ubah", "hapus"."""

    def toggle_pane(self) -> None:
        """Show or hide the tab's side pane, where it has one."""

    def show_only(self, chosen: Chosen) -> None:
        """List only these people, where the tab lists people."""

    def reveal(self, person: int) -> None:
        """List this person, whatever filters hide them, where the tab lists people."""

    def print_report(self) -> None:
        """Print, where the tab has something to print."""

    def toast_left(self) -> int:
        """Return where a toast may begin without lying on what is pressed."""
        return t.MARGIN

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through, in reading order."""
        return []

    def _mark(self) -> None:
        self._stale = True
        if self.isVisible():
            self._freshen()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Show what came while the tab was hidden."""
        super().showEvent(event)
        self._freshen()

    def _freshen(self) -> None:
        if self._stale and self.workspace.current is not None:
            self._stale = False
            self.refresh()
