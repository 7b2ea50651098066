"""The page of the wizard for the letterhead, with a preview drawn by the paper's own code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ipasn_core.model.settings import LAMBANG, Settings

from .. import theme as t
from ..theme import Theme
from ..widgets.form import Field, Form
from ..widgets.kop_preview import KopPreview
from ..workspace import Workspace
from .emblem_choice import EmblemChoice
from .port import Dialogs

NONE = "tanpa"
"""What a new project has until an emblem is chosen: the sample's is nobody's."""


class KopPage(Form):
    """Lines of the letterhead and its emblem."""

    def __init__(self, theme: Theme, workspace: Workspace, dialogs: Dialogs) -> None:
        super().__init__(theme, "Kop surat", "Kepala setiap laporan; dapat diubah kelak.")
        self._fields_by_key = {
            "pemerintah": Field("Pemerintah daerah"),
            "wilayah": Field("Nama pendek untuk kaki halaman"),
            "perangkat_daerah": Field("Perangkat daerah, tidak disingkat"),
            "alamat": Field("Alamat, dipisah titik koma"),
        }
        fields = self._fields_by_key
        self.emblem = EmblemChoice(theme, dialogs)
        self.emblem.show_emblem(NONE)
        self._pair(fields["pemerintah"], fields["wilayah"])
        self.add(fields["perangkat_daerah"])
        self._pair(fields["alamat"], self.emblem)
        self.preview = KopPreview(theme, workspace)
        self.column.addWidget(self.preview)
        self.finish()
        self.emblem.chosen.connect(lambda _: self.changed.emit())
        self.changed.connect(self.draw)

    def _pair(self, left: Field, right: Field | EmblemChoice) -> None:
        row = QHBoxLayout()
        row.setSpacing(t.GROUP)
        for part in (left, right):
            if isinstance(part, Field):
                self.register(part)
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def values(self) -> dict[str, str]:
        """Return the settings that are filled in, and the emblem."""
        texts = {name: one.field.text().strip() for name, one in self._fields_by_key.items()}
        return {name: text for name, text in texts.items() if text} | {LAMBANG: self.emblem.text}

    def shown(self) -> None:
        """Draw what there is, and put the keyboard into the first field."""
        super().shown()
        self.draw()

    def draw(self) -> None:
        """Show the letterhead of what is written."""
        self.preview.show_settings(Settings.from_text(self.values()))
