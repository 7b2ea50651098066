"""Above the list of findings: which of them, by state, severity and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int
from ipasn_core.model.finding import Severity

from .. import theme as t
from ..theme import Theme
from .chip import Chip
from .controls import Button, SearchField

OPEN, ASIDE, DONE = "terbuka", "disisihkan", "selesai"
_STATES = {OPEN: "Terbuka", ASIDE: "Disisihkan", DONE: "Selesai"}
_SEVERITIES = {Severity.GALAT: "Galat", Severity.PERIKSA: "Periksa", Severity.INFO: "Info"}


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where somebody was in the findings, to come back to.

    Attributes:
        keadaan: `OPEN`, `ASIDE` or `DONE`.
        tingkat: Severities; none for all.
        cari: Words searched for.
        kode: Kind of the finding looked at; empty for none.
        temuan: Its id.
    """

    keadaan: str = OPEN
    tingkat: frozenset[Severity] = frozenset()
    cari: str = ""
    kode: str = ""
    temuan: str = ""


class FindingFilter(QWidget):
    """The search, three states of which one holds, three severities of which any may.

    Attributes:
        state_chosen: Another state is wanted.
        severities_chosen: Other severities are wanted.
    """

    state_chosen = Signal()
    severities_chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._counts: Mapping[Severity, int] = {}
        self._wanted: frozenset[Severity] = frozenset()
        self.field = SearchField(theme, "Cari nama, NIP, berkas, atau lembar")
        self.states = {state: Button(theme, words, "segment") for state, words in _STATES.items()}
        self.chips = {one: Chip(theme) for one in _SEVERITIES}
        self._lay_out()
        for one, chip in self.chips.items():
            chip.put_on.connect(lambda one=one: self._choose(self._wanted | {one}))
            chip.taken_off.connect(lambda one=one: self._choose(self._wanted - {one}))
        self.states[OPEN].setChecked(True)
        for button in self.states.values():
            button.clicked.connect(self.state_chosen)
        self.show_counts({}, {})

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.RELATED)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        group = QButtonGroup(self)
        places = ("first", "middle", "last")
        for button, place in zip(self.states.values(), places, strict=True):
            button.setCheckable(True)
            button.setProperty("small", True)
            button.setProperty("place", place)
            group.addButton(button)
            segments.addWidget(button)
        segments.addStretch(1)
        chips = QHBoxLayout()
        chips.setSpacing(t.RELATED)
        for chip in self.chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        column.addLayout(segments)
        column.addWidget(self.field)
        column.addLayout(chips)

    @property
    def state(self) -> str:
        """The state that is wanted."""
        return next(state for state, button in self.states.items() if button.isChecked())

    @property
    def severities(self) -> frozenset[Severity]:
        """The severities that are wanted; none for all."""
        return self._wanted

    def show_counts(self, states: Mapping[str, int], severities: Mapping[Severity, int]) -> None:
        """Say how many there are in each state, and of those wanted in each severity."""
        for state, button in self.states.items():
            many = f" {format_int(states[state])}" if state in states else ""
            button.setText(_STATES[state] + many)
            button.setAccessibleName(f"{_STATES[state]}{many} temuan")
        self._counts = severities
        self._say()

    def put(self, place: FindingPlace) -> None:
        """Want what was wanted before; nothing is told."""
        self.states[place.keadaan].setChecked(True)
        self._wanted = place.tingkat
        self.field.setText(place.cari)
        self._say()

    def _choose(self, wanted: frozenset[Severity]) -> None:
        self._wanted = frozenset() if len(wanted) == len(_SEVERITIES) else wanted
        self._say()
        self.severities_chosen.emit()

    def _say(self) -> None:
        for one, chip in self.chips.items():
            words = f"{_SEVERITIES[one]} {format_int(self._counts.get(one, 0))}"
            chip.show_filter(words, active=one in self._wanted)
