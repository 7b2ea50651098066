"""A finding beside its rows: where it is, what it means, what to do, where else it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int
from ipasn_core.model.finding import Finding
from ipasn_core.workflow.finding_words import JUDUL, meaning_words
from ipasn_core.workflow.import_rows import address, excerpt
from ipasn_core.workflow.import_spelling import spelling_of

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, ElidedLabel, Label, ground
from .import_grid import SheetGrid
from .import_meaning import MeaningForm
from .import_session import ImportSession

_OTHERS = 40
_ROWS = 6


class FindingPane(QWidget):
    """One finding, with its rows; previous and next of its kind.

    Attributes:
        finding_wanted: Another of the kind is to be looked at: (Finding).
    """

    finding_wanted = Signal(object)

    def __init__(self, theme: Theme, session: ImportSession) -> None:
        super().__init__()
        self._session = session
        self.kode = ""
        self._kind: Sequence[Finding] = ()
        self._at = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.RELATED)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.place = ElidedLabel("", "header", Qt.TextElideMode.ElideMiddle)
        self.count = Label("", "caption")
        self.before = Button(theme, "", "icon", "chevron_up", "Temuan sebelumnya", 16)
        self.after = Button(theme, "", "icon", "chevron_down", "Temuan berikutnya", 16)
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(1))
        row.addWidget(self.place, 1)
        for part in (self.count, self.before, self.after):
            row.addWidget(part)
        column.addLayout(row)
        self.grid = SheetGrid(theme, choosers=False)
        self.grid.setAccessibleName("Baris di sekitar temuan")
        column.addWidget(self._body(theme), 1)

    def _body(self, theme: Theme) -> QScrollArea:
        inner = ground("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.grid)
        column.addSpacing(t.RELATED)
        self.heading = Label("", "strong", wrap=True)
        self.text = Label("", wrap=True)
        self.meaning = Label("", "quiet", wrap=True)
        self.remedy_heading = Label("Yang perlu dilakukan", "header")
        self.remedy = Label("", wrap=True)
        self.spelling = MeaningForm(theme)
        self.spelling.wanted.connect(self._session.spell)
        self.others_heading = Label("Sel lain dengan temuan ini", "header")
        self.others = Label("", wrap=True)
        for part in (
            self.heading,
            self.text,
            self.meaning,
            self.spelling,
            self.remedy_heading,
            self.remedy,
            self.others_heading,
            self.others,
        ):
            column.addWidget(part)
            if part in (self.meaning, self.remedy):
                column.addSpacing(4)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setAccessibleName("Rincian temuan")
        return area

    def show_finding(self, finding: Finding) -> None:
        """Show a finding."""
        prepared = self._session.prepared
        if prepared is None:
            return
        self.kode = finding.kode
        self._kind = self._session.of_kind(finding.kode)
        self._at = list(map(id, self._kind)).index(id(finding))
        many = len(self._kind)
        self.count.setText(f"{format_int(self._at + 1)} dari {format_int(many)}")
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < many - 1)
        self.place.set_text(" › ".join(address(finding)))
        part = excerpt(prepared, finding)
        self.grid.setVisible(part is not None)
        if part is not None:
            self.grid.show_excerpt(part)
            rows = min(len(part.rows), _ROWS) * t.ROW
            self.grid.setFixedHeight(self.grid.header.sizeHint().height() + rows + 14)
        self.heading.setText(JUDUL.get(finding.kode, finding.pesan))
        self.text.setText(finding.pesan)
        self.meaning.setText(meaning_words(finding))
        todo = finding.perbaikan or ""
        self.remedy.setText(todo)
        self.remedy_heading.setVisible(bool(todo))
        self.spelling.show_spelling(spelling_of(prepared, self._session.sheets, finding))
        self._say_others(finding)

    def _say_others(self, finding: Finding) -> None:
        place = (finding.berkas, finding.lembar)
        near = [
            one for one in self._kind if one is not finding and (one.berkas, one.lembar) == place
        ]
        places = [address(one)[-1] for one in near[:_OTHERS] if one.baris is not None]
        more = f" dan {format_int(len(near) - _OTHERS)} lagi" if len(near) > _OTHERS else ""
        self.others.setText(", ".join(places) + more)
        self.others_heading.setVisible(bool(places))

    def _go(self, step: int) -> None:
        at = self._at + step
        if 0 <= at < len(self._kind):
            self.finding_wanted.emit(self._kind[at])
