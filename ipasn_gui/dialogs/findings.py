"""The findings of the year: what is open, where it stands, whom it is about; setting them aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.model.finding import Finding
from ipasn_core.workflow.finding_words import Group
from ipasn_core.workflow.findings import aside_findings, done_findings, open_findings

from .. import theme as t
from ..models.finding_people import FindingPeople
from ..settings import WindowSettings
from ..theme import Theme
from ..widgets.controls import Button, Hairline, Label, foot, ground
from ..widgets.empty_state import EmptyState
from ..widgets.finding_filter import ASIDE, DONE, OPEN, FindingFilter, FindingPlace
from ..widgets.finding_list import FindingList
from ..widgets.finding_reason import FindingReason
from ..widgets.offer import offer
from ..widgets.told_note import ToldNote
from ..workspace import Workspace
from .finding_acts import FindingActs
from .finding_detail import FindingDetail, Seen
from .finding_file import FindingFile
from .port import Dialogs
from .wide import WideDialog

_LEFT, _LEFT_NARROW = 420, 328
_DONE = "Selesai: sudah dibetulkan, oleh impor sesudahnya atau dengan tangan."
Named = tuple[str, str]
"""Kind and id of a finding: an id is a digest, and is asked for in one kind alone."""

_EMPTY = {
    OPEN: (
        "Tidak ada temuan terbuka",
        "Semua yang diimpor terbaca, dan tidak ada data yang saling bertentangan.",
    ),
    ASIDE: ("Tidak ada temuan yang disisihkan", "Yang disisihkan dengan alasan tampil di sini."),
    DONE: ("Belum ada temuan yang selesai", "Yang sudah dibetulkan tampil di sini."),
}


class FindingsDialog(WideDialog):
    """Findings at the left, the chosen one at the right.

    Args:
        theme: Tokens.
        workspace: The open project.
        dialogs: The port for files and questions.
        settings: Knows the folder files were last imported from.
        parent: The window.
        place: Where to begin.

    Attributes:
        person_wanted: Somebody wants to see whom a finding is about: (id of the person).
        manual_wanted: The manual is wanted, at a page: (its title).
        place_left: The dialog is left, at a place to come back to: (`FindingPlace`).
    """

    person_wanted = Signal(int)
    manual_wanted = Signal(str)
    place_left = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        dialogs: Dialogs,
        settings: WindowSettings,
        parent: QWidget | None,
        place: FindingPlace | None = None,
    ) -> None:
        super().__init__(theme, "Temuan", parent)
        self._workspace = workspace
        self._finding: Finding | None = None
        self._kind: Sequence[Finding] = ()
        self._reasons: dict[str, str] = {}
        self._done: tuple[int, list[Finding]] = (-1, [])
        self._people = FindingPeople(workspace)
        self._acts = FindingActs(workspace, dialogs, self._people)
        self.filter = FindingFilter(theme)
        self.list = FindingList(theme)
        self.detail = FindingDetail(theme)
        self.reason = FindingReason(theme)
        self.file = FindingFile(workspace, dialogs, settings, self)
        self._lay_out()
        self._connect()
        place = place or FindingPlace()
        self.filter.put(place)
        self.list.rows.set_severities(place.tingkat)
        self.list.set_search(place.cari)
        self._fill([(place.kode, place.temuan)])
        self.list.setFocus()

    # The dialog itself ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(Hairline(self.theme, upright=True))
        row.addWidget(self._right(), 1)
        column.addLayout(row, 1)
        column.addWidget(Hairline(self.theme))
        column.addWidget(self._foot())

    def _left(self) -> QWidget:
        self._side = ground("surface")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(t.GROUP, t.GROUP, t.RELATED, t.RELATED)
        column.setSpacing(t.RELATED)
        self.heading = Label("Temuan", "title")
        column.addWidget(self.heading)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, t.RELATED, 0)
        inner.addWidget(self.filter)
        column.addLayout(inner)
        column.addWidget(self.list, 1)
        column.addStretch(0)  # what stands above stays there without the list
        return self._side

    def _right(self) -> QWidget:
        side = ground("surface")
        column = QVBoxLayout(side)
        column.setContentsMargins(t.SECTION - 4, t.GROUP, t.GROUP, t.GROUP)
        column.setSpacing(t.RELATED)
        self.none = EmptyState(self.theme, "checkmark_circle", "", "")
        self.unmatched = EmptyState(self.theme, "search", "", "", "Hapus saringan")
        column.addWidget(self.detail, 1)
        column.addWidget(self.none, 1)
        column.addWidget(self.unmatched, 1)
        column.addWidget(self.reason)
        return side

    def _foot(self) -> QWidget:
        made, row = foot()
        self.export = Button(self.theme, "Ekspor daftar…", "quiet", "arrow_download")
        self.export.setToolTip("Ekspor yang tampil ke Excel (Ctrl+E)")
        self.note = ToldNote(self.theme, self._workspace)
        row.addWidget(self.export)
        row.addWidget(self.note, 1)
        self.close_button = Button(self.theme, "Tutup", "primary")
        row.addWidget(self.close_button)
        return made

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.changed.connect(self.refresh)
        workspace.closed.connect(self.reject)
        workspace.jobs.started.connect(self._enable)
        workspace.jobs.ended.connect(self._enable)
        self.filter.field.textChanged.connect(self._search)
        self.filter.field.returnPressed.connect(self.list.setFocus)
        self.filter.state_chosen.connect(lambda: self._fill(()))
        self.filter.severities_chosen.connect(self._choose_severities)
        self.unmatched.primary_wanted.connect(self._clear)
        self.list.chosen.connect(self._show)
        self.list.entered.connect(lambda _: self.go_to_person())
        self.detail.step_wanted.connect(self._step)
        self.detail.person_wanted.connect(self.go_to_person)
        self.detail.file_wanted.connect(self.file.open)
        self.detail.manual_wanted.connect(lambda: self.manual_wanted.emit("Semua temuan"))
        self.file.found.connect(self._show_file)
        self.reason.given.connect(self._set_aside)
        self.reason.up_wanted.connect(self._take_up)
        self.reason.left.connect(self.list.setFocus)
        self.export.clicked.connect(self.export_list)
        self.close_button.clicked.connect(self.accept)
        self.finished.connect(lambda _: self.place_left.emit(self.place()))
        self.finished.connect(lambda _: self.file.leave())
        self.list.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.view.customContextMenuRequested.connect(self._offer)
        for keys, do in (
            ("Ctrl+F", self.filter.field.setFocus),
            ("Ctrl+E", self.export_list),
            ("Alt+Up", lambda: self._step(-1)),
            ("Alt+Down", lambda: self._step(1)),
            ("Ctrl+Z", workspace.undo),
            ("Ctrl+Y", workspace.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        for keys, do in (("Delete", self._delete), ("Ctrl+C", self.copy)):
            own = QShortcut(QKeySequence(keys), self.list)
            own.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            own.activated.connect(do)

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        """Give the list less where there is little."""
        self._side.setFixedWidth(_LEFT_NARROW if self.width() < t.NARROW else _LEFT)

    def place(self) -> FindingPlace:
        """Return where somebody is now."""
        one, wanted = self._finding, self.filter
        kode, chosen = ("", "") if one is None else (one.kode, one.id)
        return FindingPlace(wanted.state, wanted.severities, wanted.field.text(), kode, chosen)

    # What is listed -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """List what there is now, and look at what was looked at, or what came in its place."""
        self._fill(self._around())

    def _fill(self, wanted: Sequence[Named]) -> None:
        current = self._workspace.current
        if current is None:
            return
        state = self.filter.state
        if state == DONE and self._done[0] != self._workspace.version:
            self._read_done(wanted)
            return
        opened, aside = open_findings(current.state), aside_findings(current.state)
        self._reasons = {one.temuan.id: one.alasan for one in aside}
        found = {OPEN: opened, ASIDE: [one.temuan for one in aside], DONE: self._done[1]}[state]
        states = {OPEN: len(opened), ASIDE: len(aside)}
        if self._done[0] == self._workspace.version:
            states[DONE] = len(self._done[1])
        self.filter.show_counts(states, Counter(one.tingkat for one in found))
        errors = current.state.galat_terbuka
        self.note.say("Temuan galat yang terbuka menahan pengesahan." if errors else "")
        self.list.rows.set_names(self._people.name)
        self.list.show_findings(found, keep_open=True)
        self._choose(wanted)

    def _read_done(self, wanted: Sequence[Named]) -> None:
        current, version = self._workspace.current, self._workspace.version
        if current is None:
            return
        tahun = current.state.tahun

        def take(found: list[Finding]) -> None:
            if not self.left:
                self._done = (version, found)
                self._fill(wanted)

        self._workspace.read(
            "Membaca temuan yang selesai", lambda p, _: done_findings(p, tahun), take
        )

    def _around(self) -> list[Named]:
        """Return what is looked at, then what stands after it in its kind, or before: it may go."""
        one = self._finding
        if one is None:
            return []
        found = [one]
        if one in self._kind:
            at = self._kind.index(one)
            found += [*self._kind[at + 1 : at + 2], *self._kind[max(at - 1, 0) : at]]
        return [(each.kode, each.id) for each in found]

    def _choose(self, wanted: Sequence[Named]) -> None:
        """Look at the first of what is wanted that is in sight, else at the first there is."""
        groups = self.list.rows.groups
        found = next((one for name in wanted if (one := _find(groups, name))), None)
        if found is not None:
            self.list.choose(found)
        elif groups:
            self.list.choose(groups[0])
        self._show(found or (groups[0].findings[0] if groups else None))

    def _search(self, text: str) -> None:
        self.list.set_search(text)
        self._keep()

    def _choose_severities(self) -> None:
        self.list.set_severities(self.filter.severities)
        self._keep()

    def _keep(self) -> None:
        """Look at what was looked at if it is still in sight, else at the first."""
        one = self._finding
        self._choose([] if one is None else [(one.kode, one.id)])

    # The chosen one -------------------------------------------------------------------------------

    def _show(self, finding: Finding | None) -> None:
        self._finding = finding
        self.detail.setVisible(finding is not None)
        self.list.setVisible(finding is not None)
        self._say_none(nothing=finding is None)
        if finding is None:
            self._kind = ()
        else:
            group = next((g for g in self.list.rows.groups if g.kode == finding.kode), None)
            self._kind = () if group is None else group.findings
            ke = self._kind.index(finding) + 1 if finding in self._kind else 1
            alasan = self._reasons.get(finding.id, "")
            done = _DONE if self.filter.state == DONE else ""
            orang = self._people.words(finding)
            self.detail.show_seen(Seen(finding, ke, len(self._kind), orang, alasan, done))
        self.file.look_at(finding)
        self._enable()

    def _say_none(self, *, nothing: bool) -> None:
        words = self.filter.field.text().strip()
        filtered = bool(words or self.filter.severities)
        self.none.setVisible(nothing and not filtered)
        self.unmatched.setVisible(nothing and filtered)
        named = f"“{words}”" if words else "saringan ini"
        self.unmatched.say(f"Tidak ada temuan yang cocok dengan {named}", "")
        self.none.say(*_EMPTY[self.filter.state])

    def _clear(self) -> None:
        self.filter.put(FindingPlace(self.filter.state))
        self._choose_severities()
        self.filter.field.setFocus()

    def _show_file(self) -> None:
        finding = self._finding
        self.detail.show_rows(self.file.rows)
        if finding is None or not finding.berkas:
            self.detail.offer_file("", "")
        elif self.file.path is not None:
            self.detail.offer_file("Buka berkas", str(self.file.path))
        else:
            tip = "Berkas tidak lagi ada di folder impor terakhir, atau isinya sudah berubah."
            self.detail.offer_file("Cari berkas…", tip)

    def _step(self, by: int) -> None:
        if self._finding in self._kind:
            at = self._kind.index(self._finding) + by
            if 0 <= at < len(self._kind):
                self.list.choose(self._kind[at])

    def go_to_person(self) -> None:
        """Leave for the person the finding is about, if it is about one of the year."""
        person = 0 if self._finding is None else self._people.id_of(self._finding)
        if person:
            self.accept()
            self.person_wanted.emit(person)

    # What can be done -----------------------------------------------------------------------------

    def _enable(self, _job: object = None) -> None:
        state, workspace = self.filter.state, self._workspace
        many = len(self._kind) if self._finding is not None and state != DONE else 0
        free = not workspace.locked and not workspace.jobs.writing
        self.reason.setVisible(many > 0)
        self.reason.show_state(aside=state == ASIDE, many=many, enabled=free, why=self._locked())
        self.export.setEnabled(bool(self.list.rows.groups))

    def _locked(self) -> str:
        current = self._workspace.current
        if current is None or not self._workspace.locked:
            return ""
        if current.state.disahkan:
            return f"Tahun {current.state.tahun} telah disahkan; buka kembali untuk mengubahnya."
        return "Berkas dibuka untuk dibaca saja."

    def _delete(self) -> None:
        if self.filter.state == OPEN:
            self.reason.ask(every=isinstance(self.list.current(), Group))

    def _meant(self, every: bool) -> Sequence[Finding]:
        if self._finding is None:
            return ()
        return self._kind if every else (self._finding,)

    def _set_aside(self, reason: str, every: bool) -> None:
        self.file.stop()
        self._acts.set_aside(self._meant(every), reason)
        self.list.setFocus()

    def _take_up(self, every: bool) -> None:
        self.file.stop()
        self._acts.take_up(self._meant(every))
        self.list.setFocus()

    def copy(self) -> None:
        """Put the finding on the clipboard."""
        if self._finding is not None:
            self._acts.copy(self._finding)

    def export_list(self) -> None:
        """Write the findings in sight into a workbook."""
        self._acts.export(self.list.rows.findings, self._reasons)

    def _offer(self, at: QPoint) -> None:
        """Offer by the right button what the keys and buttons do."""
        one, reason = self._finding, self.reason
        person = one is not None and self._people.id_of(one) > 0
        deeds = [(words, on, do) for words, on, do in reason.deeds() if reason.isVisible()]
        deeds.append(("Buka pegawainya", person, self.go_to_person))
        deeds.append(("Salin", one is not None, self.copy))
        offer(self.list.view.viewport(), at, deeds)


def _find(groups: Sequence[Group], name: Named) -> Finding | None:
    group = next((one for one in groups if one.kode == name[0]), None)
    return None if group is None else next((f for f in group.findings if f.id == name[1]), None)
