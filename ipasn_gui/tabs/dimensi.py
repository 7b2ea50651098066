"""The tab of a dimension: what was used of each of its instruments, from the edition."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..settings import WindowSettings
from ..theme import Theme
from ..widgets.empty_state import EmptyState
from ..widgets.people_page import PeoplePage
from ..workspace import Workspace
from .tab import Tab

ICONS = ("hat_graduation", "certificate", "data_trending", "shield_checkmark")
"""Icons of the dimensions, in the order of the tokens."""


class DimensiTab(Tab):
    """One dimension."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        settings: WindowSettings,
        dimensi: int,
        judul: str,
    ) -> None:
        super().__init__(theme, workspace)
        self.judul = judul
        self.dimensi = dimensi
        word = judul.lower()
        nobody = EmptyState(
            theme,
            "people",
            "Belum ada pegawai",
            f"Impor daftar pegawai dari Excel atau CSV. Data {word} dapat berada dalam berkas yang "
            "sama atau menyusul.",
            primary="Impor…",
            primary_icon="arrow_import",
        )
        unmeasured = EmptyState(
            theme,
            ICONS[dimensi],
            f"Belum ada data {word}",
            f"Selama data {word} belum diimpor, nilai {judul} semua pegawai adalah 0 dan ditandai "
            "belum lengkap.",
            primary=f"Impor {word}…",
            secondary="Tampilkan tabel",
            primary_icon="arrow_import",
        )
        self.page = PeoplePage(
            theme,
            workspace,
            settings,
            f"dimensi-{dimensi}",
            dimensi,
            f"Impor {word}…",
            nobody,
            unmeasured,
        )
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

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through."""
        return self.page.areas()
