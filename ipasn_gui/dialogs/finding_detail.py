"""`FindingDetail`: one finding of the year: where it is, what it says, of whom, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int
from ipasn_core.model.finding import Finding
from ipasn_core.workflow.finding_words import JUDUL, meaning_words, written_words
from ipasn_core.workflow.import_rows import Excerpt, address

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, ElidedLabel, Label
from ..widgets.finding_list import SIGN
from ..widgets.focus_area import FocusArea
from ..widgets.link_line import LinkLine
from .import_grid import SheetGrid

_ROWS = 6
_EDGE = 4
"""Room for the ring of what scrolls; the lines above stand over its text."""
_LINE = 4
_SIGN = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as it is looked at.

    Attributes:
        temuan: The finding.
        ke: Its place among those of its kind in sight, from 1.
        dari: How many they are.
        orang: Name and NIP of whom it is about; empty for nobody who is in the year.
        alasan: Why it was set aside; empty where it was not.
        keadaan: What became of it, where it is not open: a sentence.
    """

    temuan: Finding
    ke: int
    dari: int
    orang: str
    alasan: str = ""
    keadaan: str = ""


class FindingDetail(QWidget):
    """One finding, with what leads on from it.

    Attributes:
        step_wanted: The previous (-1) or the next (1) of the kind is wanted.
        person_wanted: The person is wanted.
        file_wanted: The file is to be opened, or looked for where it is not known.
        manual_wanted: The manual's page of all findings is wanted.
    """

    step_wanted = Signal(int)
    person_wanted = Signal()
    file_wanted = Signal()
    manual_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._seen: Seen | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.RELATED)
        self._sign = QLabel()
        self._sign.setFixedSize(_SIGN, _SIGN + _LINE)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.title = Label("", "name", wrap=True)
        self.count = Label("", "caption")
        self.count.setFixedHeight(t.ICON_BUTTON)
        self.before = Button(theme, "", "icon", "chevron_up", "Temuan sebelumnya (Alt+↑)", 16)
        self.after = Button(theme, "", "icon", "chevron_down", "Temuan berikutnya (Alt+↓)", 16)
        self.place = ElidedLabel("", "quiet", Qt.TextElideMode.ElideMiddle)
        self.file = Button(theme, "", "link")
        self.grid = SheetGrid(theme, choosers=False)
        self.grid.setAccessibleName("Baris di sekitar temuan")
        column.addLayout(self._head())
        column.addLayout(self._address())
        column.addWidget(self._body(), 1)
        self.before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.after.clicked.connect(lambda: self.step_wanted.emit(1))
        self.person.clicked.connect(self.person_wanted)
        self.file.clicked.connect(self.file_wanted)
        self.manual.clicked.connect(self.manual_wanted)
        theme.changed.connect(self._tint)
        self.show_rows(None)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_EDGE, 0, 0, 0)
        row.setSpacing(t.RELATED)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.title, 1)
        for part in (self.count, self.before, self.after):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _address(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_EDGE, 0, 0, 0)
        row.setSpacing(t.GROUP)
        row.addWidget(self.place, 1)
        row.addWidget(self.file)
        return row

    def _body(self) -> FocusArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_EDGE, _EDGE, t.RELATED, _EDGE)
        column.setSpacing(_LINE)
        self.text = Label("", wrap=True)
        self.value_heading = Label("Tertulis", "header")
        self.value = Label("", "medium", wrap=True)
        self.meaning_heading = Label("Artinya", "header")
        self.meaning = Label("", wrap=True)
        self.todo_heading = Label("Yang perlu dilakukan", "header")
        self.todo = Label("", wrap=True)
        self.person_heading = Label("Pegawai", "header")
        self.person = LinkLine(self._theme, "Buka")
        self.who = Label("", wrap=True)
        self.reason_heading = Label("Disisihkan dengan alasan", "header")
        self.reason = Label("", wrap=True)
        self.manual = Button(self._theme, "Baca di Panduan", "link")
        column.addWidget(self.grid)
        self.text.setContentsMargins(0, _LINE, 0, 0)
        column.addWidget(self.text)
        for heading, parts in (
            (self.reason_heading, (self.reason,)),
            (self.value_heading, (self.value,)),
            (self.meaning_heading, (self.meaning,)),
            (self.todo_heading, (self.todo,)),
            (self.person_heading, (self.person, self.who)),
        ):
            heading.setContentsMargins(0, t.RELATED, 0, 0)
            column.addWidget(heading)
            for part in parts:
                column.addWidget(part)
        column.addSpacing(t.RELATED)
        column.addWidget(self.manual, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        for label in (self.text, self.value):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        area = FocusArea(self._theme)
        area.setAccessibleName("Rincian temuan")
        area.setWidget(inner)
        return area

    def show_seen(self, seen: Seen) -> None:
        """Show a finding; its rows come by `show_rows`, if they are known."""
        self._seen = seen
        finding = seen.temuan
        self.title.setText(JUDUL[finding.kode])
        self.count.setText(f"{format_int(seen.ke)} dari {format_int(seen.dari)}")
        self.before.setEnabled(seen.ke > 1)
        self.after.setEnabled(seen.ke < seen.dari)
        parts = address(finding)
        self.place.set_text(" › ".join(parts) if parts else "Dihitung dari data yang tersimpan")
        self.text.setText(finding.pesan)
        self._say(self.value_heading, self.value, written_words(finding))
        meaning = seen.keadaan or meaning_words(finding)
        self._say(self.meaning_heading, self.meaning, meaning)
        todo = "" if seen.keadaan else finding.perbaikan or ""
        self._say(self.todo_heading, self.todo, todo)
        unknown = "" if seen.orang or not finding.siapa else f"{finding.siapa}, tidak dalam daftar"
        self.person.say(seen.orang)
        self.person.setVisible(bool(seen.orang))
        self.who.setText(unknown)
        self.who.setVisible(bool(unknown))
        self.person_heading.setVisible(bool(seen.orang or unknown))
        self._say(self.reason_heading, self.reason, seen.alasan)
        self._tint()

    def show_rows(self, part: Excerpt | None) -> None:
        """Show the rows around the finding, or none."""
        self.grid.setVisible(part is not None)
        if part is not None:
            self.grid.show_excerpt(part)
            rows = min(len(part.rows), _ROWS) * t.ROW
            bar = self.grid.horizontalScrollBar().sizeHint().height()
            self.grid.setFixedHeight(self.grid.header.sizeHint().height() + rows + bar + 2)
            # Its room is known only after it was laid out.
            QTimer.singleShot(0, self.grid, self.grid.reveal)

    def offer_file(self, words: str, tip: str) -> None:
        """Offer to open or to look for the file; nothing where `words` is empty."""
        self.file.setText(words)
        self.file.setToolTip(tip)
        self.file.setVisible(bool(words))

    @staticmethod
    def _say(heading: Label, label: Label, text: str) -> None:
        label.setText(text)
        for part in (heading, label):
            part.setVisible(bool(text))

    def _tint(self) -> None:
        if self._seen is None:
            self._sign.setPixmap(QPixmap())
            return
        severity = self._seen.temuan.tingkat
        name, token = SIGN[severity]
        color = getattr(self._theme.tokens, token)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._theme.icons.pixmap(name, color, _SIGN, ratio))
        self._sign.setAccessibleName(severity.capitalize())
