"""The letterhead in the settings: its lines, its emblem, and how it will be printed."""

from __future__ import annotations

from ipasn_core.errors import IpasnError
from ipasn_core.model.settings import LAMBANG, Settings

from ..theme import Theme
from ..widgets.kop_preview import KopPreview
from .emblem_choice import EmblemChoice
from .port import Dialogs
from .settings_book import SettingsBook
from .settings_fields import SettingLines, SettingsPage


class KopSettingsPage(SettingsPage):
    """The letterhead, seen at its true size while it is written."""

    def __init__(self, theme: Theme, book: SettingsBook, dialogs: Dialogs) -> None:
        super().__init__(
            theme, book, "Kop surat", "Kepala halaman pertama setiap laporan, seukuran cetakannya."
        )
        self.preview = KopPreview(theme, book.workspace)
        self.column.addWidget(self.preview)
        self.government = self.add_setting("pemerintah", "Pemerintah daerah")
        self.agency = self.add_setting("perangkat_daerah", "Perangkat daerah, tidak disingkat")
        self.address = SettingLines(book, "alamat", "Alamat", 3)
        self.hold(self.address.field)
        self.emblem = EmblemChoice(theme, dialogs)
        self.side_by_side(self.address, self.emblem)
        self.hold(self.emblem.chooser, self.emblem.pick)
        self.emblem.chosen.connect(lambda text: self.book.change({LAMBANG: text}, self._refused))
        for one in (self.government, self.agency):
            one.field.textEdited.connect(self.draw)
        self.address.field.textChanged.connect(self.draw)
        self.finish()

    def refresh(self) -> None:
        """Show what is stored."""
        super().refresh()
        self.emblem.show_emblem(self.book.text(LAMBANG))
        self.draw()

    def draw(self) -> None:
        """Show the letterhead with what is being written."""
        texts = {
            **self.book.stored.texts,
            "pemerintah": self.government.kept(self.government.field.text()),
            "perangkat_daerah": self.agency.kept(self.agency.field.text()),
            "alamat": self.address.text(),
        }
        self.preview.show_settings(Settings.from_text(texts))

    def _refused(self, fault: IpasnError) -> None:
        self.emblem.show_emblem(self.book.text(LAMBANG))
        self.book.workspace.jobs.refused.emit(fault)
