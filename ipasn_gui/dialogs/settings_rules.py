"""The edition that each year is measured by."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.rules.edition import Edition
from ipasn_core.rules.loader import editions
from ipasn_core.workflow.years import change_edition

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Hairline, Label
from .message import Message
from .port import Dialogs
from .settings_book import SettingsBook, YearRule
from .settings_fields import SettingsPage, clear

_YEAR = 64


class RuleRow(QWidget):
    """A year, its edition, and how that stands."""

    def __init__(self, theme: Theme, rule: YearRule, known: list[Edition], why: str) -> None:
        super().__init__()
        self.chooser = Chooser(theme)
        self.chooser.setAccessibleName(f"Aturan tahun {rule.tahun}")
        for one in known:
            self.chooser.addItem(f"{one.nama} (draf)" if one.draf else one.nama, one.id)
        self.chooser.setCurrentIndex(self.chooser.findData(rule.aturan))
        self.chooser.setEnabled(not why)
        self.chooser.setAccessibleDescription(why)
        chosen = next((one for one in known if one.id == rule.aturan), None)
        year = Label(str(rule.tahun), "strong")
        year.setFixedWidth(_YEAR)
        year.setBuddy(self.chooser)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.chooser)
        if chosen is not None:
            words.addWidget(Label(_status(chosen), "caption", wrap=True))
        if why:
            words.addWidget(Label(why, "caption", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, t.RELATED, 0, t.RELATED)
        row.setSpacing(t.RELATED)
        year.setFixedHeight(t.CONTROL)
        row.addWidget(year, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _status(edition: Edition) -> str:
    if edition.draf:
        return "Draf: hasil ditandai ATURAN DRAF dan belum dapat disahkan."
    revised = f", revisi {edition.revisi}" if edition.revisi else ""
    return f"Berlaku{revised}; tentang {edition.tentang}."


class RulesPage(SettingsPage):
    """A year below the other; changing an edition asks first."""

    def __init__(self, theme: Theme, book: SettingsBook, dialogs: Dialogs) -> None:
        super().__init__(
            theme, book, "Aturan", "Edisi aturan menurut tahun ukur; menentukan semua nilai."
        )
        self._dialogs = dialogs
        self._editions = list(editions())
        self.rows: dict[int, RuleRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.finish()

    def refresh(self) -> None:
        """List the years, the newest first."""
        super().refresh()
        clear(self._list)
        self.rows.clear()
        for rule in reversed(self.book.stored.years):
            known = [one for one in self._editions if rule.tahun in one.tahun]
            row = RuleRow(self.theme, rule, known, self._why(rule, known))
            row.chooser.activated.connect(lambda _=0, rule=rule: self._change(rule))
            self.rows[rule.tahun] = row
            self._list.addWidget(row)
            self._list.addWidget(Hairline(self.theme))

    def _why(self, rule: YearRule, known: list[Edition]) -> str:
        if self.book.why_closed:
            return self.book.why_closed
        if rule.disahkan:
            return f"Tahun {rule.tahun} telah disahkan; buka kembali tahun itu untuk mengubahnya."
        return "Hanya ada satu edisi untuk tahun ini." if len(known) == 1 else ""

    def _change(self, rule: YearRule) -> None:
        chooser = self.rows[rule.tahun].chooser
        wanted = str(chooser.currentData())
        if wanted == rule.aturan:
            return
        edition = next(one for one in self._editions if one.id == wanted)
        note = " Hasilnya ditandai ATURAN DRAF dan belum dapat disahkan." if edition.draf else ""
        message = Message(
            f"Ukur tahun {rule.tahun} menurut {edition.singkatan}?",
            f"Nilai semua pegawai tahun {rule.tahun} dihitung kembali menurut {edition.nama}."
            f"{note} Perubahan ini dapat diurungkan.",
            "Ganti aturan",
        )
        if self._dialogs.confirm(message):
            self.book.work(
                lambda project, context: change_edition(project, context, rule.tahun, wanted)
            )
        else:
            chooser.setCurrentIndex(chooser.findData(rule.aturan))
