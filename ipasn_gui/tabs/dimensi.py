"""The tab of a dimension: what was used of each of its instruments, from the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipasn_core.model.vocab import PENGEMBANGAN, Bukti

from ..icons import DIMENSI
from ..settings import WindowSettings
from ..theme import Theme
from ..workspace import Workspace
from .people_tab import PeopleTab

if TYPE_CHECKING:
    from ..widgets.people_page import PeoplePage


_DIKLAT = (
    "Lembar riwayat diklat: satu baris satu kegiatan, dengan NIP, jenis, nama, tanggal mulai dan "
    "selesai, dan JP."
)
_HARAPAN: dict[Bukti, str] = {
    Bukti.PENDIDIKAN: "Lembar riwayat pendidikan: satu baris satu ijazah, dengan NIP, tingkat, dan "
    "tanggal ijazah.",
    **dict.fromkeys(PENGEMBANGAN, _DIKLAT),
    Bukti.PENILAIAN: "Lembar penilaian kinerja: satu baris satu pegawai, dengan NIP, tahun, dan "
    "nilai atau predikat.",
    Bukti.HUKUMAN: "Lembar hukuman disiplin: satu baris satu hukuman, dengan NIP, jenis atau "
    "tingkat, nomor dan tanggal SK, dan TMT.",
}
"""What sheet a kind of evidence comes in."""


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

    @property
    def harapan(self) -> str:  # type: ignore[override]
        """What sheet its import button expects, by what the edition weighs."""
        current = self.workspace.current
        if current is None:
            return ""
        weighed = (i for i, one in current.state.instrumen if one.dimensi == self.dimensi)
        return next((_HARAPAN[kind] for one in weighed for kind in one.bukti), "")

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
