"""The tab Pegawai: everybody, with the points of the dimensions, index and kategori."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..settings import WindowSettings
from ..theme import Theme
from ..widgets.empty_state import EmptyState
from ..widgets.people_page import PeoplePage
from ..workspace import Workspace
from .tab import Chosen, Tab


class Pegawai(Tab):
    """Everybody of the year."""

    judul = "Pegawai"

    def __init__(self, theme: Theme, workspace: Workspace, settings: WindowSettings) -> None:
        super().__init__(theme, workspace)
        nobody = EmptyState(
            theme,
            "people",
            "Belum ada pegawai",
            "Impor daftar pegawai dari Excel atau CSV. Kolomnya dikenali sendiri, dan belum ada "
            "yang disimpan sebelum Anda melihat rencananya.",
            primary="Impor…",
            primary_icon="arrow_import",
        )
        self.page = PeoplePage(theme, workspace, settings, "pegawai", None, "Impor…", nobody)
        self.page.import_wanted.connect(self.import_wanted)
        self.page.export_wanted.connect(self.export_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def refresh(self) -> None:
        """Show the year."""
        self.page.refresh()

    def search(self) -> None:
        """Put the keyboard into the search field."""
        self.page.search()

    def toggle_pane(self) -> None:
        """Show or hide the side pane."""
        self.page.toggle_pane()

    def show_only(self, chosen: Chosen) -> None:
        """List only these people; the search and other filters would hide some of them."""
        self.page.show_only(chosen.judul, chosen.id)

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through."""
        return self.page.areas()
