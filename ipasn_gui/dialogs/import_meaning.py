"""What an unknown spelling means: chosen from a list, kept in the project."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.workflow.import_spelling import Spelling

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Label

_WIDE, _LONGEST = 220, 40
_PICK = "Pilih artinya…"


class MeaningForm(QWidget):
    """Asks what a spelling means.

    Attributes:
        wanted: It is to be kept: (Spelling, Meaning).
    """

    wanted = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._spelling: Spelling | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        self.heading = Label("", "header", wrap=True)
        column.addWidget(self.heading)
        row = QHBoxLayout()
        row.setSpacing(t.RELATED)
        self.meaning = Chooser(theme)
        self.meaning.setFixedWidth(_WIDE)
        self.meaning.activated.connect(lambda _: self._enable())
        self.add = Button(theme, "Tambahkan ejaan", "", "add")
        self.add.clicked.connect(self._tell)
        row.addWidget(self.meaning)
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        self.note = Label(
            "Disimpan dalam proyek, berlaku juga untuk impor berikutnya, dan dapat diurungkan.",
            "caption",
            wrap=True,
        )
        column.addWidget(self.note)
        self.hide()

    def show_spelling(self, spelling: Spelling | None, *, locked: bool = False) -> None:
        """Ask about a spelling; nothing where there is none."""
        self._spelling = spelling
        self.setVisible(spelling is not None and not locked)
        if spelling is None:
            return
        text = spelling.teks
        text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        what = "Judul kolom" if spelling.kepala else "Ejaan"
        self.heading.setText(f"{what} “{text}” berarti")
        self.meaning.setAccessibleName(self.heading.text())
        self.meaning.clear()
        self.meaning.addItem(_PICK)
        self.meaning.addItems([one.sebutan for one in spelling.pilihan])
        self.meaning.setCurrentIndex(spelling.dugaan + 1)
        self.add.setText("Tambahkan judul" if spelling.kepala else "Tambahkan ejaan")
        self._enable()

    def _enable(self) -> None:
        chosen = self.meaning.currentIndex() > 0
        self.add.setEnabled(chosen)
        self.add.setToolTip("" if chosen else "Pilih dahulu artinya.")
        self.add.setAccessibleDescription(self.add.toolTip())

    def _tell(self) -> None:
        place = self.meaning.currentIndex() - 1
        if self._spelling is not None and place >= 0:
            self.wanted.emit(self._spelling, self._spelling.pilihan[place])
