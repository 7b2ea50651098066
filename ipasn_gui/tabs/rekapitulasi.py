"""The tab Rekapitulasi: people by perangkat daerah, jabatan, pendidikan …, or by two at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from ..dialogs.port import Dialogs
from ..settings import WindowSettings
from ..theme import Theme
from ..workspace import Workspace
from .tab import Chosen, Tab

if TYPE_CHECKING:
    from ..widgets.recap_page import RecapPage


class Rekapitulasi(Tab):
    """Groups with means, deviation and those below target; its page is made when looked at.

    Args:
        theme: Tokens.
        workspace: What is open.
        settings: Where the choice is remembered.
        dialogs: The port for questions.
    """

    judul = "Rekapitulasi"

    def __init__(
        self, theme: Theme, workspace: Workspace, settings: WindowSettings, dialogs: Dialogs
    ) -> None:
        super().__init__(theme, workspace)
        self._settings = settings
        self._dialogs = dialogs
        self._page: RecapPage | None = None
        self._stack = QStackedLayout(self)

    @property
    def page(self) -> RecapPage:
        """The page."""
        if self._page is None:
            from ..widgets.recap_page import RecapPage  # noqa: PLC0415 - not before it is seen

            self._page = RecapPage(self.theme, self.workspace, self._settings)
            self._page.opened.connect(
                lambda judul, who: self.people_wanted.emit(Chosen(judul, who))
            )
            self._stack.addWidget(self._page)
        return self._page

    def refresh(self) -> None:
        """Show the year, or the chosen perangkat daerah of it."""
        self.page.refresh()

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through."""
        return self.page.areas()
