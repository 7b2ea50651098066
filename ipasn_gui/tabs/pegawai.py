"""The tab Pegawai: everybody, with the points of the dimensions, index and kategori."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .people_tab import PeopleTab
from .tab import Chosen

if TYPE_CHECKING:
    from ..widgets.people_page import PeoplePage


class Pegawai(PeopleTab):
    """Everybody of the year."""

    judul = "Pegawai"

    def make_page(self) -> PeoplePage:
        """Return the page of everybody."""
        from ..widgets.empty_state import EmptyState  # noqa: PLC0415 - not before it is looked at
        from ..widgets.people_page import PeoplePage  # noqa: PLC0415

        nobody = EmptyState(
            self.theme,
            "people",
            "Belum ada pegawai",
            "Impor daftar pegawai dari Excel atau CSV. Kolomnya dikenali sendiri, dan belum ada "
            "yang disimpan sebelum Anda melihat rencananya.",
            primary="Impor…",
            primary_icon="arrow_import",
        )
        return PeoplePage(
            self.theme, self.workspace, self.settings, "pegawai", None, "Impor…", nobody
        )

    def show_only(self, chosen: Chosen) -> None:
        """List only these people; the search and other filters would hide some of them."""
        self.page.show_only(chosen.judul, chosen.id)

    def reveal(self, person: int) -> None:
        """Let go the filters that hide a person, and look at them."""
        self.page.reveal(person)
