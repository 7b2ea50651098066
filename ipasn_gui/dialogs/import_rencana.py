"""Step Rencana: four counts, what is kept out and what is marked, who is new and what changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ipasn_core.formatting import format_int
from ipasn_core.model.finding import Finding, Severity
from ipasn_core.workflow.import_ import Prepared
from ipasn_core.workflow.import_changes import Change, Who, changes, people
from ipasn_core.workflow.import_view import SheetSeen, fault_words, unused_heads

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, Hairline, Label, SearchField, ground
from ..widgets.finding_list import FindingList
from .import_bars import TellBar
from .import_finding import FindingPane
from .import_people import CHANGES, WHO, TextTable
from .import_selesai import heads_words
from .import_session import ImportSession
from .import_tile import TILES, CountTile

_LIST, _LIST_NARROW = 360, 280
_NARROW, _LOW = 760, 420
_SEARCHABLE = 12
"""Findings from which they are worth searching."""
_FEW = 4
"""Columns not taken that are named below the sources."""

_PARTS = (
    (Severity.GALAT, "Tidak disimpan"),
    (Severity.PERIKSA, "Disimpan dengan tanda periksa"),
    (Severity.INFO, "Keterangan"),
)


class RencanaPage(QWidget):
    """The plan.

    Attributes:
        sheet_wanted: The sheet of what is looked at: (Finding).
    """

    sheet_wanted = Signal(object)

    def __init__(self, theme: Theme, session: ImportSession) -> None:
        super().__init__()
        ground("surface", self)
        self._theme = theme
        self._session = session
        self._shown: Prepared | None = None
        self._looked_at = "ditolak"
        self._low = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, t.GROUP - 4, 20, t.RELATED)
        self._column.setSpacing(t.RELATED)
        self.fault = TellBar(theme, "err")
        self._column.addWidget(self.fault)
        self._column.addLayout(self._make_tiles())
        self._column.addWidget(Hairline(theme))
        self.note = TellBar(theme, "info")
        self.spelled = TellBar(theme, "ok")
        self._take_back = Button(theme, "Urungkan", "link")
        self._take_back.clicked.connect(session.unspell)
        self.spelled.set_controls([self._take_back])
        self._column.addWidget(self.note)
        self._column.addWidget(self.spelled)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_findings())
        self.who = TextTable(theme, WHO, "Pegawai")
        self.changes = TextTable(theme, CHANGES, "Yang berubah")
        self.stack.addWidget(self.who)
        self.stack.addWidget(self.changes)
        self._column.addWidget(self.stack, 1)
        session.changed.connect(self._renew)
        session.faulted.connect(lambda _: self._say())

    def _make_tiles(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(t.GROUP)
        self.tiles = {spec[0]: CountTile(self._theme, spec) for spec in TILES}
        group = QButtonGroup(self)
        for at, tile in enumerate(self.tiles.values()):
            if at:
                row.addWidget(Hairline(self._theme, upright=True))
            group.addButton(tile)
            row.addWidget(tile, 1)
            tile.clicked.connect(lambda _=False, what=tile.what: self.look_at(what))
        return row

    def _make_findings(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(t.GROUP)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.search = SearchField(self._theme, "Cari temuan, NIP, sel")
        self.search.setProperty("small", True)
        self.search.textChanged.connect(self._search)
        column.addWidget(self.search)
        self.lists: dict[Severity, FindingList] = {}
        self.headings: dict[Severity, Label] = {}
        for tingkat, words in _PARTS:
            self.headings[tingkat] = Label(words, "header")
            self.headings[tingkat].setContentsMargins(0, 4, 0, 0)
            self.lists[tingkat] = FindingList(self._theme)
            self.lists[tingkat].view.setAccessibleName(words)
            self.lists[tingkat].chosen.connect(self._choose)
            self.lists[tingkat].rows.modelReset.connect(self._fit_lists)
            self.lists[tingkat].rows.rowsInserted.connect(self._fit_lists)
            self.lists[tingkat].rows.rowsRemoved.connect(self._fit_lists)
            column.addWidget(self.headings[tingkat])
            column.addWidget(self.lists[tingkat])
        self.none = Label("", "quiet", wrap=True)
        column.addWidget(self.none)
        column.addStretch(0)
        self._stretch = column
        row.addWidget(self._left)
        row.addWidget(Hairline(self._theme, upright=True))
        self.pane = FindingPane(self._theme, self._session)
        self.pane.finding_wanted.connect(self.show_finding)
        row.addWidget(self.pane, 1)
        return holder

    # What is shown --------------------------------------------------------------------------------

    def show_plan(self) -> None:
        """Show the plan there is: its counts, and first what was kept out."""
        prepared = self._session.prepared
        self._shown = prepared
        self._say()
        if prepared is None:
            return
        found = self._session.findings
        for what in ("baru", "berubah", "tetap"):
            self.tiles[what].show_count(self._session.seen.counts.get(what, 0))
        self._count_refused(prepared.plan.ditolak)
        for tingkat, _ in _PARTS:
            own = [one for one in found if one.tingkat is tingkat]
            self.lists[tingkat].show_findings(own)
        self.search.setVisible(len(found) >= _SEARCHABLE)
        if self.search.isHidden():
            self.search.clear()
        self._show_lists()
        self.pane.setVisible(bool(found))
        self._fit_lists()
        first = next(
            (one for tingkat, _ in _PARTS for one in found if one.tingkat is tingkat), None
        )
        if first is not None:
            group = self.lists[first.tingkat].rows.groups[0]
            self.lists[first.tingkat].choose(group)
        many = self._session.changes
        self.look_at("ditolak" if found or not many else self._fullest())

    def _search(self, text: str) -> None:
        for one in self.lists.values():
            one.set_search(text)
        self._show_lists()

    def _show_lists(self) -> None:
        """Show the parts that have something in sight, and how much."""
        total = 0
        for tingkat, words in _PARTS:
            many = len(self.lists[tingkat].rows.findings)
            total += many
            self.lists[tingkat].setVisible(many > 0)
            self.headings[tingkat].setVisible(many > 0)
            self.headings[tingkat].setText(f"{words}  {format_int(many)} temuan")
        wanted = self.search.text().strip()
        none = "Tidak ada temuan. Semua baris dapat disimpan."
        self.none.setText(f"Tidak ada temuan yang cocok dengan “{wanted}”." if wanted else none)
        self.none.setVisible(not total)

    def attention(self) -> QWidget | None:
        """Return the list of what is kept out, where something is and it is looked at."""
        first = self.lists[Severity.GALAT]
        return first.view if not first.isHidden() and self.stack.currentIndex() == 0 else None

    def _count_refused(self, refused: int) -> None:
        """Show how many rows are kept out; where none is, what else there is to look at."""
        tile, partly = self.tiles["ditolak"], self._session.rows - refused
        marked = sum(1 for one in self._session.findings if one.tingkat is not Severity.INFO)
        if refused:
            also = f"dan isi {format_int(partly)} baris sebagian" if partly else ""
            tile.show_count(refused, also)
        elif partly:
            tile.show_other(partly, "Sebagian", "ada isi yang tidak disimpan", "warning", "warn")
        elif marked:
            tile.show_other(marked, "Temuan", "semua baris disimpan", "warning", "warn")
        else:
            tile.show_count(0, "semua baris disimpan")

    def _fullest(self) -> str:
        counts = self._session.seen.counts
        return max(("baru", "berubah"), key=lambda what: counts.get(what, 0))

    def clear(self) -> None:
        """Let everything go."""
        self._shown = None
        for one in self.lists.values():
            one.show_findings(())
        self.who.rows.show_values(())
        self.changes.rows.show_values(())

    def look_at(self, what: str) -> None:
        """Show what a count counts."""
        self._looked_at = what
        self.tiles[what].setChecked(True)
        if what == "ditolak":
            self.stack.setCurrentIndex(0)
        elif what == "berubah":
            self.stack.setCurrentWidget(self.changes)
            self.changes.rows.show_values(())
            self._session.ask("Membandingkan pegawai", changes, self._show_changes)
        else:
            self.stack.setCurrentWidget(self.who)
            self.who.rows.show_values(())
            self._session.ask(
                "Mengumpulkan pegawai", lambda prepared, _: people(prepared, what), self._show_who
            )

    def show_finding(self, finding: Finding) -> None:
        """Look at one finding."""
        self.look_at("ditolak")
        self.lists[finding.tingkat].choose(finding)

    def show_sheet(self, berkas: str, lembar: str | None) -> None:
        """Look at the first finding of a sheet, if it has one."""
        for one in self._session.findings:
            if (one.berkas, one.lembar) == (berkas, lembar):
                self.show_finding(one)
                return

    def _show_changes(self, found: list[Change]) -> None:
        self.changes.rows.show_values(found)

    def _show_who(self, found: list[Who]) -> None:
        self.who.rows.show_values(found)

    def _choose(self, finding: Finding) -> None:
        for tingkat, one in self.lists.items():
            if tingkat is not finding.tingkat:
                one.view.clearSelection()
        self.pane.show_finding(finding)
        self.sheet_wanted.emit(finding)

    def _renew(self) -> None:
        if not self.isVisible() or self._session.prepared is self._shown:
            return
        kind, looked_at = self.pane.kode, self._looked_at
        self.show_plan()
        for one in self.lists.values():
            for group in one.rows.groups:
                if group.kode == kind:
                    one.choose(group)
        self.look_at(looked_at)

    def _say(self) -> None:
        session, prepared = self._session, self._session.prepared
        fault = session.fault
        if fault is None and prepared is not None:
            fault = prepared.useless
        self.fault.say(*(("",) if fault is None else fault_words(fault)))
        self._say_spelled()
        same = fault is None and session.seen.same
        self.note.say(
            "Semua isi berkas ini sudah tersimpan" if same else "",
            "Tidak ada yang baru dan tidak ada yang berubah. Dialog ini dapat ditutup."
            if same
            else "",
        )

    def _say_spelled(self) -> None:
        if not self._session.spelled:
            self.spelled.say("")
            return
        spelling, meaning = self._session.spelled[-1]
        what = "Judul kolom" if spelling.kepala else "Ejaan"
        self.spelled.say(
            f"{what} “{spelling.teks}” kini dibaca sebagai {meaning.sebutan}.",
            "" if self._low else "Tersimpan dalam proyek; berlaku juga untuk impor berikutnya.",
        )

    def _fit_lists(self) -> None:
        """Give each list the height of its rows, and share what is missing."""
        for one in self.lists.values():
            rows = one.rows.rowCount()
            one.setMaximumHeight(max(1, rows) * t.ROW_TWO_LINES)
            one.setMinimumHeight(min(1 if self._low else 2, max(1, rows)) * t.ROW_TWO_LINES)
            self._stretch.setStretchFactor(one, max(1, rows))

    def fit(self, width: int) -> None:
        """Take the width there is."""
        self._left.setFixedWidth(_LIST_NARROW if width < _NARROW else _LIST)
        low, self._low = self._low, self.height() < _LOW
        if low != self._low:
            self._fit_lists()
            self._say_spelled()
        side = t.GROUP if width < _NARROW else 20
        self._column.setContentsMargins(side, t.GROUP - 4, side, t.RELATED)

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        """Make the list narrower where there is little room."""
        self.fit(self.width())


class PlanLink(QWidget):
    """Below the sources: columns that are not certain, and those not taken, with a way there.

    Attributes:
        wanted: The way was taken.
    """

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, t.RELATED, 8, t.GROUP)
        column.setSpacing(2)
        self.text = Label("", "medium", wrap=True)
        self.unused = Label("", "caption", wrap=True)
        self.link = Button(theme, "Periksa kolom", "link")
        self.link.clicked.connect(self.wanted)
        column.addWidget(self.text)
        column.addWidget(self.unused)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_sheets(self, sheets: Sequence[SheetSeen]) -> None:
        """Say how many sheets have a column in doubt, and which columns are not taken."""
        doubtful = sum(1 for one in sheets if one.soal is not None)
        unused = unused_heads(sheets)
        self.text.setText(f"{format_int(doubtful)} lembar kolomnya belum pasti")
        self.text.setVisible(doubtful > 0)
        self.unused.setText(f"Tidak diambil: {heads_words(unused, _FEW)}")
        self.unused.setToolTip(heads_words(unused, len(unused)))
        self.unused.setVisible(bool(unused))
        self.setVisible(bool(doubtful or unused))
