"""Which emblem stands on the letterhead: none, a picture from a file, or the sample's."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.errors import UserError
from ipasn_core.model.settings import GAMBAR, emblem_setting

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Label
from .port import PICTURE, Dialogs

_LARGEST = 900
"""Pixels of the longer side of an emblem: 24 × 26 mm at more than 800 dots an inch."""
_NARROWEST = 120
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

    Attributes:
        chosen: Another emblem: (the setting's text).
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, dialogs: Dialogs) -> None:
        super().__init__()
        self.text = ""
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
        self.chooser.activated.connect(self._choose)
        self.pick.clicked.connect(self._pick)

    def show_emblem(self, text: str) -> None:
        """Show what the setting says."""
        self.text = text
        kind = _OWN if text.startswith(GAMBAR) else text
        self.chooser.setCurrentIndex(self.chooser.findData(kind))
        self.warning.setVisible(kind == "contoh")

    def _choose(self) -> None:
        kind = str(self.chooser.currentData())
        if kind == _OWN:
            self._pick()
        elif kind != self.text:
            self._take(kind)

    def _pick(self) -> None:
        text = self._ask_picture()
        if text:
            self._take(text)
        else:
            self.show_emblem(self.text)

    def _take(self, text: str) -> None:
        self.show_emblem(text)
        self.chosen.emit(text)

    def _ask_picture(self) -> str:
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
