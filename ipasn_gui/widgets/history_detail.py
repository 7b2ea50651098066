"""`HistoryDetail`: one entry of the journal: what, when, by whom, what became what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int, format_nip
from ipasn_core.workflow.history import BERDIRI, DIURUNGKAN, Line
from ipasn_core.workflow.journal_details import Detail
from ipasn_core.workflow.journal_words import kind_words, moment_words

from .. import theme as t
from ..theme import Theme
from .controls import Button, Label
from .focus_area import FocusArea
from .link_line import LinkLine

_MOST = 100
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
"""A NIP is not broken over two lines."""
_LINE = 4
_STATES = {BERDIRI: "Berlaku.", DIURUNGKAN: "Sudah diurungkan; tidak berlaku."}


class HistoryDetail(QWidget):
    """One entry, and what leads on from it.

    Attributes:
        person_wanted: The person is wanted.
        only_wanted: Only the entries about the person are wanted.
    """

    person_wanted = Signal()
    only_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._parts: list[Label] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_LINE, _LINE, t.RELATED, _LINE)
        column.setSpacing(_LINE)
        self.kind = Label("", "header")
        self.title = Label("", "name", wrap=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.when = Label("", "quiet", wrap=True)
        self.state = Label("", "quiet", wrap=True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(t.SECTION)
        self.grid.setVerticalSpacing(t.RELATED)
        self.grid.setColumnStretch(0, 2)
        self.grid.setColumnStretch(1, 3)
        self.grid.setColumnStretch(2, 3)
        self.person_heading = Label("Pegawai", "header")
        self.person = LinkLine(theme, "Buka")
        self.only = Button(theme, "Tampilkan hanya riwayat pegawai ini", "link")
        for part in (self.kind, self.title, self.when, self.state):
            column.addWidget(part)
        column.addSpacing(t.GROUP)
        column.addLayout(self.grid)
        column.addSpacing(t.RELATED)
        column.addWidget(self.person_heading)
        for button in (self.person, self.only):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = FocusArea(theme)
        area.setWidget(inner)
        area.setAccessibleName("Rincian perubahan")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.person.clicked.connect(self.person_wanted)
        self.only.clicked.connect(self.only_wanted)

    def show_line(
        self, line: Line, details: Sequence[Detail], zona: str, *, here: bool, only: bool
    ) -> None:
        """Show an entry.

        Args:
            line: The entry.
            details: What it changed.
            zona: Zone of the project.
            here: Whether the person it names is in the year that is open.
            only: Whether the list may be kept to this person.
        """
        self.kind.setText(kind_words(line.entri.perbuatan))
        self.title.setText(_BETWEEN_DIGITS.sub("\u00a0", line.kalimat))
        self.when.setText(f"{moment_words(line.entri.waktu, zona)} oleh {line.entri.pengguna}")
        state = _STATES.get(line.keadaan, "")
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self._show_details(details)
        nip = format_nip(str(line.nip)) if line.nip else ""
        self.person_heading.setVisible(bool(line.nip))
        self.person.say(f"{line.nama}, {nip}")
        self.person.setVisible(bool(line.nip) and here)
        self.only.setVisible(bool(line.nip) and only)
        self.person_heading.setVisible(not (self.person.isHidden() and self.only.isHidden()))

    def _show_details(self, details: Sequence[Detail]) -> None:
        for part in self._parts:
            self.grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        from_to = any(one.dari for one in details)
        if details and from_to:
            for at, words in enumerate(("Yang berubah", "Semula", "Menjadi")):
                self._put(0, at, Label(words, "header"))
        for row, one in enumerate(details[:_MOST], start=1):
            self._put(row, 0, Label(one.sebutan, "quiet", wrap=True))
            if from_to:
                self._put(row, 1, Label(one.dari or "–", wrap=True))
            self._put(row, 2 if from_to else 1, Label(one.menjadi or "–", "medium", wrap=True))
        if len(details) > _MOST:
            more = f"dan {format_int(len(details) - _MOST)} lagi"
            self._put(_MOST + 1, 0, Label(more, "quiet"))

    def _put(self, row: int, column: int, label: Label) -> None:
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.grid.addWidget(label, row, column)
        self._parts.append(label)
