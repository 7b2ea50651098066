"""`RecapBar`: what people are grouped by, how it is shown, and ways out."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ipasn_core.reports.recap_groups import GROUPINGS, grouping_name

from .. import theme as t
from ..theme import Theme
from .chooser import Chooser
from .controls import Button, Label, ground

TABEL, SILANG, GRAFIK = "tabel", "silang", "grafik"
_VIEWS = ((TABEL, "Tabel"), (SILANG, "Silang"), (GRAFIK, "Grafik"))
_UNDIVIDED = "(tidak dibagi lagi)"
_FIRST, _SECOND, _VALUE = 184, 168, 176
_FIRST_NARROW, _SECOND_NARROW, _VALUE_NARROW = 148, 148, 168


@dataclass(frozen=True, slots=True)
class RecapChoice:
    """What is chosen.

    Attributes:
        per: What people are grouped by.
        dan: What groups are parted by; empty for nothing.
        tampilan: `TABEL`, `SILANG` or `GRAFIK`.
        nilai: Key of the value a chart or a cross table shows.
    """

    per: str = "opd"
    dan: str = ""
    tampilan: str = TABEL
    nilai: str = "indeks"

    @property
    def keys(self) -> tuple[str, ...]:
        """The one or two keys."""
        return (self.per, self.dan) if self.dan else (self.per,)

    @property
    def shown(self) -> str:
        """How it is shown: a cross table needs two keys."""
        return TABEL if self.tampilan == SILANG and not self.dan else self.tampilan

    def written(self) -> QByteArray:
        """Return it as the settings keep it."""
        return QByteArray(json.dumps(asdict(self)).encode())


def read_choice(kept: QByteArray | None) -> RecapChoice:
    """Return what the settings keep; the usual where that makes no sense."""
    try:
        choice = RecapChoice(**json.loads(bytes(kept.data()))) if kept is not None else None
    except (ValueError, TypeError):
        return RecapChoice()
    if choice is None or choice.per not in GROUPINGS or choice.dan == choice.per:
        return RecapChoice()
    known = choice.dan in ("", *GROUPINGS) and choice.tampilan in dict(_VIEWS)
    return choice if known else RecapChoice()


class RecapBar(QWidget):
    """The row above the groups.

    Args:
        theme: Tokens.
        choice: What is chosen at first.

    Attributes:
        changed: Something else is chosen.
        copy_wanted: What is shown shall be copied.
        export_wanted: It shall be saved as a workbook.
        print_wanted: It shall be printed.
    """

    changed = Signal()
    copy_wanted = Signal()
    export_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, theme: Theme, choice: RecapChoice) -> None:
        super().__init__()
        ground("surface", self)
        self.choice = choice
        self._filling = False
        self._narrow = False
        self._values: tuple[tuple[str, str], ...] = ()
        self._by = Label("Kelompokkan menurut", "quiet")
        self._then = Label("lalu", "quiet")
        self.first, self.second, self.value = (Chooser(theme) for _ in range(3))
        self.found = Label("", "quiet")
        self.copy = Button(theme, "Salin", "quiet", "copy", "Salin tabel", size=16)
        self.copy_icon = Button(theme, "", "icon", "copy", "Salin tabel", size=16)
        self.export = Button(
            theme, "Ekspor…", "quiet", "arrow_download", "Ekspor ke Excel atau CSV (Ctrl+E)"
        )
        self.export_icon = Button(
            theme, "", "icon", "arrow_download", "Ekspor ke Excel atau CSV (Ctrl+E)"
        )
        self.print = Button(theme, "Cetak…", "quiet", "print", "Cetak rekapitulasi (Ctrl+P)")
        self.views = {key: Button(theme, words, "segment") for key, words in _VIEWS}
        self._lay_out()
        self._name()
        self._fill()
        self._connect()
        self._arrange()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.RELATED)
        for part in (self._by, self.first, self._then, self.second):
            row.addWidget(part)
        row.addSpacing(t.RELATED)
        segment = QHBoxLayout()
        segment.setSpacing(0)
        group = QButtonGroup(self)
        for button in self.views.values():
            button.setCheckable(True)
            group.addButton(button)
            segment.addWidget(button)
        row.addLayout(segment)
        row.addWidget(self.value)
        row.addStretch(1)
        row.addWidget(self.found)
        row.addSpacing(t.RELATED)
        for way in (self.copy, self.copy_icon, self.export, self.export_icon, self.print):
            row.addWidget(way)
        self.setFixedHeight(t.HEADER_TWO)

    def _name(self) -> None:
        for label, chooser, words in (
            (self._by, self.first, "Kelompokkan menurut"),
            (self._then, self.second, "Lalu menurut"),
            (None, self.value, "Nilai yang ditampilkan"),
        ):
            chooser.setAccessibleName(words)
            if label is not None:
                label.setBuddy(chooser)
        self.value.setToolTip("Nilai yang ditampilkan")

    def _connect(self) -> None:
        self.first.activated.connect(lambda _: self._choose_first())
        self.second.activated.connect(lambda _: self._take(dan=str(self.second.currentData())))
        self.value.activated.connect(lambda _: self._take(nilai=str(self.value.currentData())))
        for key, button in self.views.items():
            button.clicked.connect(lambda _=False, key=key: self._take(tampilan=key))
        for button in (self.copy, self.copy_icon):
            button.clicked.connect(self.copy_wanted)
        for button in (self.export, self.export_icon):
            button.clicked.connect(self.export_wanted)
        self.print.clicked.connect(self.print_wanted)

    def _choose_first(self) -> None:
        per = str(self.first.currentData())
        self._take(per=per, dan="" if self.choice.dan == per else self.choice.dan)

    def _take(self, **chosen: str) -> None:
        choice = replace(self.choice, **chosen)
        if choice != self.choice:
            self.choose(choice)
            self.changed.emit()

    def choose(self, choice: RecapChoice) -> None:
        """Show another choice."""
        self.choice = choice
        self._fill()
        self._arrange()

    def set_values(self, values: tuple[tuple[str, str], ...]) -> None:
        """Offer values for chart and cross table: keys and words."""
        self._values = values
        if self.choice.nilai not in dict(values) and values:
            self.choice = replace(self.choice, nilai=values[0][0])
        self._fill()

    def say_found(self, words: str) -> None:
        """Say how many groups there are."""
        self.found.setText(words)

    def _fill(self) -> None:
        choice = self.choice
        groupings = [(key, grouping_name(key)) for key in GROUPINGS]
        others = [("", _UNDIVIDED), *(pair for pair in groupings if pair[0] != choice.per)]
        for chooser, pairs, chosen in (
            (self.first, groupings, choice.per),
            (self.second, others, choice.dan),
            (self.value, list(self._values), choice.nilai),
        ):
            chooser.clear()
            for key, words in pairs:
                chooser.addItem(words, key)
            chooser.setCurrentIndex(max(chooser.findData(chosen), 0))

    def _arrange(self) -> None:
        """Show what the choice and the width leave room for."""
        shown, narrow = self.choice.shown, self._narrow
        crossed = bool(self.choice.dan)
        for key, button in self.views.items():
            button.setChecked(key == shown)
            ends = {TABEL: "first", GRAFIK: "last", SILANG: "last"}
            button.setProperty("place", ends[key] if key != SILANG else "middle")
        self.views[SILANG].setVisible(crossed)
        self.value.setVisible(shown != TABEL)
        self._by.setVisible(not narrow)
        self.found.setVisible(not narrow and shown == TABEL)
        for button, wide in ((self.copy, True), (self.export, True)):
            button.setVisible(wide is not narrow)
        for button in (self.copy_icon, self.export_icon):
            button.setVisible(narrow)
        self.first.setFixedWidth(_FIRST_NARROW if narrow else _FIRST)
        self.second.setFixedWidth(_SECOND_NARROW if narrow else _SECOND)
        self.value.setFixedWidth(_VALUE_NARROW if narrow else _VALUE)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out captions where the window is narrow."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()
