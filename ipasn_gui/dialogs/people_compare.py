"""`Comparison`: two entries side by side, a choice wherever they differ, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from ipasn_core.formatting import format_int, format_nip
from ipasn_core.workflow.edit_merge import NAMA, PEGAWAI, Merging, Pair, Place
from ipasn_core.workflow.journal_words import HIMPUNAN

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, Hairline, Label

NIP = Place(PEGAWAI, "nip")
_COLUMNS = 4
_LABEL_WIDTH = 150
_LINE = 24
"""Least height of a cell: that of a radio button, so that all words stand on one line."""


class _Choice(QWidget):
    """A radio button whose words may take several lines."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(name)
        self.label = Label(words, wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.addWidget(self.button, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.label, 0, 1)
        grid.setColumnStretch(1, 1)

    def mousePressEvent(self, _event: object) -> None:  # noqa: N802
        """The words choose as the button does."""
        self.button.setChecked(True)
        self.button.setFocus(Qt.FocusReason.MouseFocusReason)


class Comparison(QWidget):
    """The table of two entries.

    Args:
        theme: Tokens.
        merging: The entries.

    Attributes:
        changed: Another choice holds.
    """

    changed = Signal()

    def __init__(self, theme: Theme, merging: Merging) -> None:
        super().__init__()
        self.merging = merging
        self._theme = theme
        self._groups: dict[Place, QButtonGroup] = {}
        self._results: dict[Place, QLabel] = {}
        self._words: dict[Place, tuple[str, str]] = {}
        self._row = 0
        self.all_of: list[Button] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(t.GROUP)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        for column in range(1, _COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._fill()

    def _fill(self) -> None:
        self._head()
        nips = (format_nip(str(self.merging.nip[0])), format_nip(str(self.merging.nip[1])))
        self._choose(NIP, "NIP", nips, int(bool(self.merging.terkunci[1])))
        pairs = self.merging.banding
        for pair in sorted(pairs, key=lambda one: one.tempat.bidang != NAMA):
            if pair.berbeda:
                self._choose(pair.tempat, pair.sebutan, pair.kata)
        alike = [pair for pair in pairs if not pair.berbeda and any(pair.kata)]
        if alike:
            self._title("Sama, atau hanya pada satu entri")
            for pair in alike:
                self._same(pair)
        self._title("Riwayat")
        for name, one, other, both in self.merging.catatan:
            words = HIMPUNAN[name]
            counts = (format_int(one), format_int(other), format_int(both))
            self._line(words[0].upper() + words[1:], counts)

    def _head(self) -> None:
        for column, name in enumerate(self.merging.nama, start=1):
            self._put(Label(name, "medium", wrap=True), column)
        self._put(Label("Sesudah disatukan", "medium", wrap=True), _COLUMNS - 1)
        self._row += 1
        for which in (0, 1):
            button = Button(self._theme, "Ambil semua dari sini", "link")
            button.setAccessibleName(f"Ambil semua dari entri {self.merging.nama[which]}")
            button.clicked.connect(lambda _=False, which=which: self.take_all(which))
            self.all_of.append(button)
            self._put(button, which + 1)
        self._rule()

    def _put(self, widget: QWidget, column: int) -> None:
        widget.setMinimumHeight(_LINE)
        self._grid.addWidget(widget, self._row, column, Qt.AlignmentFlag.AlignTop)

    def _rule(self) -> None:
        self._row += 1
        self._grid.addWidget(Hairline(self._theme), self._row, 0, 1, _COLUMNS)
        self._row += 1

    def _title(self, words: str) -> None:
        self._grid.addWidget(Label(words, "heading"), self._row, 0, 1, _COLUMNS)
        self._grid.setRowMinimumHeight(self._row, t.CONTROL + t.RELATED)
        self._row += 1

    def _line(self, words: str, cells: tuple[str, str, str]) -> None:
        self._put(Label(words, "quiet", wrap=True), 0)
        for column, cell in enumerate(cells, start=1):
            role = "medium" if column == _COLUMNS - 1 else ""
            self._put(Label(cell or "–", role, wrap=True), column)
        self._row += 1

    def _same(self, pair: Pair) -> None:
        self._line(pair.sebutan, (*pair.kata, pair.kata[0] or pair.kata[1]))

    def _choose(self, place: Place, called: str, words: tuple[str, str], first: int = 0) -> None:
        self._put(Label(called, "quiet", wrap=True), 0)
        group = QButtonGroup(self)
        for which, cell in enumerate(words):
            choice = _Choice(cell, f"{called}: {cell}, dari {self.merging.nama[which]}")
            group.addButton(choice.button, which)
            self._put(choice, which + 1)
        result = Label("", "medium", wrap=True)
        self._put(result, _COLUMNS - 1)
        self._groups[place], self._results[place] = group, result
        self._words[place] = words
        group.button(first).setChecked(True)
        self._say(place)
        group.idToggled.connect(lambda _, on, place=place: self._chosen(place) if on else None)
        self._rule()

    def _chosen(self, place: Place) -> None:
        self._say(place)
        self.changed.emit()

    def _say(self, place: Place) -> None:
        self._results[place].setText(self._words[place][self._groups[place].checkedId()])

    def take_all(self, which: int) -> None:
        """Take everything from one entry, 0 or 1."""
        for group in self._groups.values():
            group.button(which).setChecked(True)

    def choose(self, place: Place, which: int) -> None:
        """Take one thing from an entry, 0 or 1."""
        self._groups[place].button(which).setChecked(True)

    @property
    def kept(self) -> int:
        """Which entry stays: whose NIP is chosen."""
        return self._groups[NIP].checkedId()

    def choices(self) -> Mapping[Place, bool]:
        """Return place → whether what the entry that goes says is taken."""
        return {
            place: group.checkedId() != self.kept
            for place, group in self._groups.items()
            if place != NIP
        }
