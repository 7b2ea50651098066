"""`PeopleTab`: a tab that lists people; its page is made when it is first looked at.

The page and what it needs of the core are imported as late as that: the window starts without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..settings import WindowSettings
from ..theme import Theme
from ..workspace import Workspace
from .tab import Tab

if TYPE_CHECKING:
    from ..widgets.people_page import PeoplePage


class PeopleTab(Tab):
    """A tab with a page of people.

    Args:
        theme: Tokens.
        workspace: What is open.
        settings: Where columns and pane are remembered.
    """

    def __init__(self, theme: Theme, workspace: Workspace, settings: WindowSettings) -> None:
        super().__init__(theme, workspace)
        self.settings = settings
        self._page: PeoplePage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def make_page(self) -> PeoplePage:
        """Return the page, new."""
        raise NotImplementedError

    @property
    def page(self) -> PeoplePage:
        """The page."""
        if self._page is None:
            self._page = self.make_page()
            self._page.import_wanted.connect(self.import_wanted)
            self._page.export_wanted.connect(self.export)
            self._page.command_wanted.connect(self.command_wanted)
            self._column.addWidget(self._page)
        return self._page

    def refresh(self) -> None:
        """Show the year."""
        self.page.refresh()

    def search(self) -> bool:
        """Put the keyboard into the search field."""
        self.page.search()
        return True

    def act_on_list(self, act: str) -> bool:
        """Do something with the list."""
        self.page.act(act)
        return True

    def export(self) -> None:
        """Export the rows and columns that are seen; everybody, where no table is."""
        self.export_wanted.emit(self.page.seen(self.judul))

    def enter(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard on the table."""
        self.page.enter(reason)

    def unsaved(self) -> list[str]:
        """Return the names of those for whom something was typed and not saved."""
        return [] if self._page is None else self._page.pane.editor.unsaved_names()

    def selected(self) -> NDArray[np.int64]:
        """Return the ids of the people that are selected."""
        return self.page.table.chosen()

    def listed(self) -> NDArray[np.int64]:
        """Return the ids of the people that are seen, in the order of the rows."""
        records = self.page.table.records
        return records.ids_of(np.arange(records.rowCount(), dtype=np.int64))

    def edit_record(self, verb: str) -> None:
        """Add, change or delete a record of who is looked at, in the pane."""
        if verb != "hapus":
            self.page.show_pane(shown=True)
        self.page.pane.edit_record(verb)

    def toggle_pane(self) -> None:
        """Show or hide the side pane."""
        self.page.toggle_pane()

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through."""
        return self.page.areas()
