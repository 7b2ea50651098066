"""The page of the wizard for the letterhead, with a preview drawn by the paper's own code."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from ipasn_core.model.settings import Settings
from ipasn_core.workflow.letterhead import letterhead

from .. import theme as t
from ..jobs import Job
from ..theme import Theme
from ..widgets.form import Field, Form
from ..widgets.page_image import page_image
from ..workspace import Workspace

_PAUSE = 250
"""Milliseconds after the last key before the preview is drawn anew."""
_HEIGHT = 112


class KopPage(Form):
    """Lines of the letterhead."""

    def __init__(self, theme: Theme, workspace: Workspace) -> None:
        super().__init__(theme, "Kop surat", "Kepala setiap laporan; dapat diubah kelak.")
        self._workspace = workspace
        self._fields_by_key = {
            "pemerintah": self.add(Field("Pemerintah daerah")),
            "perangkat_daerah": self.add(Field("Perangkat daerah, tidak disingkat")),
            "alamat": self.add(Field("Alamat; baris dipisahkan titik koma")),
            "wilayah": self.add(Field("Nama pendek untuk kaki halaman")),
        }
        self.picture = QLabel()
        self.picture.setFixedHeight(_HEIGHT)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName("Pratinjau kop surat")
        self.picture.setStyleSheet(f"background: {t.PAPER};")
        self.column.addWidget(self.picture)
        self.finish()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._draw)
        self.changed.connect(self._timer.start)

    def values(self) -> dict[str, str]:
        """Return the settings that are filled in."""
        texts = {name: one.field.text().strip() for name, one in self._fields_by_key.items()}
        return {name: text for name, text in texts.items() if text}

    def shown(self) -> None:
        """Draw what there is, and put the keyboard into the first field."""
        super().shown()
        self._draw()

    def _draw(self) -> None:
        settings = Settings.from_text(self.values())
        width = round(self.picture.width() * self.devicePixelRatioF())
        self._workspace.jobs.run(
            Job(
                "Menggambar kop surat",
                lambda _: page_image(letterhead(settings), 0, width),
                self._show,
            )
        )

    def _show(self, image: QImage) -> None:
        if not isValid(self):
            return  # the wizard was closed meanwhile
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        top = pixmap.copy(0, 0, pixmap.width(), round(_HEIGHT * self.devicePixelRatioF()))
        top.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(top)
