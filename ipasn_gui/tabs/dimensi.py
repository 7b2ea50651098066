"""The tab of a dimension: what was used of each of its instruments, from the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..icons import DIMENSI
from ..settings import WindowSettings
from ..theme import Theme
from ..workspace import Workspace
from .people_tab import PeopleTab

if TYPE_CHECKING:
    from ..widgets.people_page import PeoplePage


class DimensiTab(PeopleTab):
    """One dimension.

    Args:
        theme: Tokens.
        workspace: What is open.
        settings: Where columns and pane are remembered.
        dimensi: Place of the dimension in the edition.
        judul: Its name.
    """

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        settings: WindowSettings,
        dimensi: int,
        judul: str,
    ) -> None:
        super().__init__(theme, workspace, settings)
        self.judul = judul
        self.dimensi = dimensi

    def make_page(self) -> PeoplePage:
        """Return the page of the dimension."""
        from ..widgets.empty_state import EmptyState  # noqa: PLC0415 - not before it is looked at
        from ..widgets.people_page import PeoplePage  # noqa: PLC0415

        word = self.judul.lower()
        nobody = EmptyState(
            self.theme,
            "people",
            "Belum ada pegawai",
            f"Impor daftar pegawai dari Excel atau CSV. Data {word} dapat berada dalam berkas yang "
            "sama atau menyusul.",
            primary="Impor…",
            primary_icon="arrow_import",
        )
        unmeasured = EmptyState(
            self.theme,
            DIMENSI[self.dimensi],
            f"Belum ada data {word}",
            f"Selama data {word} belum diimpor, nilai {self.judul} semua pegawai adalah 0 dan "
            "ditandai belum lengkap.",
            primary=f"Impor {word}…",
            secondary="Tampilkan tabel",
            primary_icon="arrow_import",
        )
        return PeoplePage(
            self.theme,
            self.workspace,
            self.settings,
            f"dimensi-{self.dimensi}",
            self.dimensi,
            f"Impor {word}…",
            nobody,
            unmeasured,
        )
