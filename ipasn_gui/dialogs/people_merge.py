"""Two entries of one person made one: the other found, both compared, what differs chosen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import format_nip
from ipasn_core.workflow.doubles import likely_doubles
from ipasn_core.workflow.edit_form import fault_words
from ipasn_core.workflow.edit_merge import Merging, compare_entries, merge_people

from ..theme import Theme
from ..widgets.controls import Button, ElidedLabel, Label
from ..workspace import Workspace
from .people_compare import Comparison
from .people_dialog import PeopleDialog, Work
from .people_find import PersonFinder

_SEARCHING = (
    "Semua riwayat kedua entri menjadi milik satu orang; catatan yang sama persis menjadi satu. "
    "Cari dahulu entri yang lain."
)
_COMPARING = "Pilih yang benar di mana keduanya berbeda. Semuanya dapat diurungkan."


class MergeDialog(PeopleDialog):
    """Finds the other entry, compares, merges.

    Args:
        theme: Tokens.
        workspace: What is open.
        parent: The window.
        nip: Of the one entry.
        lain: NIP of the other, where it is known already; else 0.
    """

    def __init__(
        self, theme: Theme, workspace: Workspace, parent: QWidget | None, nip: int, lain: int = 0
    ) -> None:
        super().__init__(
            theme,
            workspace,
            parent,
            "Satukan dua entri",
            _SEARCHING,
            "Bandingkan",
            QSize(900, 600),
        )
        self._nip = nip
        self._fault = ""
        self.comparison: Comparison | None = None
        self.who = ElidedLabel("")
        self.back = Button(theme, "Pilih entri lain", "link")
        self.finder = self._make_finder()
        row = QHBoxLayout()
        row.addWidget(self.who, 1)
        row.addWidget(self.back)
        self.column.addLayout(row)
        self.column.addWidget(self.finder, 1)
        self.waiting = Label("Membaca kedua entri …", "quiet")
        self.column.addWidget(self.waiting)
        self.back.clicked.connect(self._search)
        self.finder.chosen.connect(lambda k: self._compare(int(self._nips[k])))
        self.finder.moved.connect(self.settle)
        self._search()
        if lain:
            self._compare(lain)

    def _make_finder(self) -> PersonFinder:
        index = self.workspace.index
        roster = index.state.roster
        self._nips = roster.nip
        place = int(np.searchsorted(roster.nip, self._nip))
        there = place < len(roster) and int(roster.nip[place]) == self._nip
        name = f"{roster.nama[place]} · " if there else ""
        self._whose = f"{name}NIP {format_nip(str(self._nip))}"
        likely = likely_doubles(roster, place) if there else []
        return PersonFinder(self.theme, index, place if there else -1, likely)

    def _search(self) -> None:
        """Let the other entry be found."""
        self._fault = ""
        self._drop()
        self.lead.setText(_SEARCHING)
        self.finder.show()
        self.waiting.hide()
        self.back.hide()
        self.who.set_text(self._whose)
        self.go.setText("Bandingkan")
        self.finder.field.setFocus(Qt.FocusReason.TabFocusReason)
        self.settle()

    def _drop(self) -> None:
        if self.comparison is not None:
            self.column.removeWidget(self.comparison)
            self.comparison.deleteLater()
            self.comparison = None

    def _compare(self, lain: int) -> None:
        """Read both entries, and show them side by side."""
        self._drop()
        self.finder.hide()
        self.waiting.show()
        nip = self._nip
        self.workspace.read(
            "Membandingkan dua entri",
            lambda p, _: compare_entries(p, nip, lain),
            self._show,
            self._fail,
            self._search,
        )
        self.settle()

    def _fail(self, fault: IpasnError) -> None:
        if not self.left:
            self._search()
            self.say(fault_words(fault))

    def _show(self, merging: Merging) -> None:
        if self.left:
            return
        self.waiting.hide()
        self.lead.setText(_COMPARING)
        self.who.set_text("")
        self.comparison = Comparison(self.theme, merging)
        self.comparison.changed.connect(self.settle)
        self.column.addWidget(self.comparison)
        self.column.addStretch(1)
        self.back.show()
        self.go.setText("Satukan kedua entri")
        self.comparison.all_of[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.settle()

    def why_not(self) -> str:
        """Return why it cannot be done."""
        shown = self.comparison
        if shown is None:
            if not self.finder.isHidden():
                return "" if self.finder.found >= 0 else "Cari dan pilih entri yang lain."
            return "Membaca kedua entri …"
        gone = 1 - shown.kept
        locked = shown.merging.terkunci[gone]
        if not locked:
            return ""
        nip = format_nip(str(shown.merging.nip[gone]))
        if shown.merging.terkunci[1 - gone]:
            return f"Kedua entri termasuk tahun {locked[0]} yang sudah disahkan."
        return f"NIP {nip} termasuk tahun {locked[0]} yang sudah disahkan; pertahankan NIP itu."

    def save(self) -> None:
        """Compare first; merge then."""
        if self.comparison is None:
            self.finder.take()
        else:
            super().save()

    def work(self) -> Work:
        """Return what merges them."""
        shown = self.comparison
        assert shown is not None
        kept, gone = shown.merging.nip[shown.kept], shown.merging.nip[1 - shown.kept]
        choices = shown.choices()
        return lambda project, context, _: merge_people(project, context, kept, gone, choices)
