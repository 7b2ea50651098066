"""The letterhead in the settings: its lines, its emblem, and how it will be printed."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.errors import IpasnError, UserError
from ipasn_core.model.settings import GAMBAR, LAMBANG, Settings, emblem_setting

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Label
from ..widgets.kop_preview import KopPreview
from .port import PICTURE, Dialogs
from .settings_book import SettingsBook
from .settings_fields import SettingLines, SettingsPage

_LARGEST = 900
"""Pixels of the longer side of an emblem: 24 × 26 mm at more than 800 dots an inch."""
_OWN = "gambar"
_EMBLEMS = {
    "tanpa": "Tanpa lambang",
    _OWN: "Gambar dari berkas",
    "contoh": "Lambang contoh",
}
SAMPLE_WORDS = "Lambang contoh bukan lambang daerah Anda; ganti sebelum laporan disahkan."


class EmblemChoice(QWidget):
    """Which emblem, and where a picture is chosen.

    Args:
        theme: Tokens.
        dialogs: Asks for the picture.
    """

    def __init__(self, theme: Theme, dialogs: Dialogs) -> None:
        super().__init__()
        self._dialogs = dialogs
        self.chooser = Chooser(theme)
        for name, words in _EMBLEMS.items():
            self.chooser.addItem(words, name)
        self.pick = Button(theme, "Pilih gambar…")
        self.warning = Label(SAMPLE_WORDS, "warn", wrap=True)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.RELATED)
        row.addWidget(self.chooser, 1)
        row.addWidget(self.pick)
        self.chooser.setAccessibleName("Lambang")
        caption = Label("Lambang", "caption")
        caption.setBuddy(self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (caption, pair, self.warning):
            column.addWidget(part)

    def show_emblem(self, text: str) -> None:
        """Show what the setting says."""
        kind = _OWN if text.startswith(GAMBAR) else text
        self.chooser.setCurrentIndex(self.chooser.findData(kind))
        self.warning.setVisible(kind == "contoh")

    @property
    def kind(self) -> str:
        """What is chosen: "tanpa", "contoh", or "gambar"."""
        return str(self.chooser.currentData())

    def ask_picture(self) -> str:
        """Ask for a picture; return the setting's text, empty where there is none."""
        for path in self._dialogs.open_files("Pilih gambar lambang", PICTURE, several=False):
            reader = QImageReader(str(path))
            reader.setAutoTransform(True)
            image = reader.read()
            if image.isNull():
                self._dialogs.fault(
                    UserError(
                        f"“{path.name}” tidak terbaca sebagai gambar.",
                        "Pilih gambar PNG atau JPEG yang utuh.",
                        "lambang",
                    )
                )
                return ""
            return emblem_setting(png_of(image))
        return ""


def png_of(image: QImage) -> bytes:
    """Return a picture as a PNG no larger than an emblem is printed."""
    if max(image.width(), image.height()) > _LARGEST:
        image = image.scaled(
            _LARGEST,
            _LARGEST,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(packed.data())


class KopSettingsPage(SettingsPage):
    """The letterhead, seen at its true size while it is written."""

    def __init__(self, theme: Theme, book: SettingsBook, dialogs: Dialogs) -> None:
        super().__init__(
            theme, book, "Kop surat", "Kepala halaman pertama setiap laporan, seukuran cetakannya."
        )
        self.preview = KopPreview(theme, book.workspace)
        self.column.addWidget(self.preview)
        self.column.addSpacing(t.RELATED)
        self.government = self.add_setting("pemerintah", "Pemerintah daerah")
        self.agency = self.add_setting("perangkat_daerah", "Perangkat daerah, tidak disingkat")
        self.address = SettingLines(book, "alamat", "Alamat", 2)
        self.hold(self.address.field)
        self.emblem = EmblemChoice(theme, dialogs)
        self.side_by_side(self.address, self.emblem)
        self.hold(self.emblem.chooser, self.emblem.pick)
        self.emblem.chooser.activated.connect(self._choose)
        self.emblem.pick.clicked.connect(self._pick)
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

    def _choose(self) -> None:
        kind = self.emblem.kind
        if kind == _OWN:
            self._pick()
        elif kind != self.book.text(LAMBANG):
            self.book.change({LAMBANG: kind})

    def _pick(self) -> None:
        text = self.emblem.ask_picture()
        if text:
            self.book.change({LAMBANG: text}, self._refused)
        else:
            self.emblem.show_emblem(self.book.text(LAMBANG))

    def _refused(self, fault: IpasnError) -> None:
        self.emblem.show_emblem(self.book.text(LAMBANG))
        self.book.workspace.jobs.refused.emit(fault)
