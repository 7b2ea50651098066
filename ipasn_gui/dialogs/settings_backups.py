"""Backups: which there are, what differs from now, and one of them opened as a file of its own."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout
from shiboken6 import isValid

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import format_date, format_number, format_time
from ipasn_core.model.settings import ZONA
from ipasn_core.progress import Progress
from ipasn_core.storage import backup
from ipasn_core.storage.backup import Backup
from ipasn_core.storage.project import Project
from ipasn_core.workflow.backups import BY_HAND, SEBAB, compare, difference_words
from ipasn_core.workflow.context import Context

from .. import theme as t
from ..jobs import Job
from ..theme import Theme
from ..widgets.controls import Button, Label
from .import_people import TextTable
from .port import PROJECT, Dialogs
from .settings_book import SettingsBook
from .settings_fields import SettingsPage

_ROWS = 7
"""Rows that are seen at once."""
_MEGABYTE = 1_000_000


class BackupsPage(SettingsPage):
    """The list, and what happened since the chosen one."""

    def __init__(self, theme: Theme, book: SettingsBook, dialogs: Dialogs) -> None:
        super().__init__(
            theme,
            book,
            "Cadangan",
            "Salinan utuh sebelum impor dan pengesahan. Pemulihan selalu ke berkas baru.",
        )
        self._dialogs = dialogs
        self._asked = ""
        self._stale = True
        self._job: Job[list[str]] | None = None
        self.table = TextTable(
            theme,
            (
                ("Dibuat", 220, self.moment),
                ("Sebab", 220, lambda one: SEBAB.get(one.sebab, one.sebab)),
                ("Ukuran", 100, lambda one: size_words(one.ukuran)),
            ),
            "Cadangan",
        )
        self.nothing = Label("Belum ada cadangan.", "quiet")
        self.since = Label("", "heading")
        self.differences = Label("", wrap=True)
        self.make = Button(theme, "Cadangkan sekarang")
        self.restore = Button(theme, "Pulihkan ke berkas baru…")
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._compare())
        self.make.clicked.connect(self._make)
        self.restore.clicked.connect(self._restore)
        self.hold(self.make)

    def _lay_out(self) -> None:
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.table)
        self.column.addSpacing(t.RELATED)
        self.column.addWidget(self.since)
        self.column.addWidget(self.differences)
        row = QHBoxLayout()
        row.setSpacing(t.RELATED)
        row.addWidget(self.make)
        row.addStretch(1)
        row.addWidget(self.restore)
        self.column.addStretch(1)
        self.column.addLayout(row)

    @property
    def path(self) -> Path:
        """The project file."""
        path = self.book.workspace.path
        assert path is not None
        return path

    def moment(self, one: Backup) -> str:
        """Return when a backup was made, as people of the project's zone read it."""
        zone = self.book.text("zona_waktu") or "WITA"
        local = one.waktu.astimezone(datetime.timezone(datetime.timedelta(hours=ZONA[zone])))
        return f"{format_date(local.date())}, {format_time(local, zone)}"

    def refresh(self) -> None:
        """List the backups, once they are looked at: comparing takes its time."""
        super().refresh()
        self._stale = True
        if self.isVisible():
            self._list()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """List them anew where something changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._list()

    def _list(self) -> None:
        self._stale = False
        path = self.path
        job = Job("Membaca daftar cadangan", lambda _: backup.listing(path), self._fill)
        self.book.workspace.jobs.run(job)

    def _fill(self, found: list[Backup]) -> None:
        if not isValid(self):
            return  # the dialog was closed meanwhile
        chosen = self._chosen()
        self.table.rows.show_values(found)
        self.table.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.table.setFixedHeight(t.HEADER + t.ROW * min(len(found), _ROWS) + 2)
        kept = [k for k, one in enumerate(found) if chosen is not None and one.id == chosen.id]
        self._asked = ""
        if kept:
            self.table.selectRow(kept[0])
        self._compare()

    def _chosen(self) -> Backup | None:
        rows = self.table.selectionModel().selectedRows()
        return self.table.rows.values[rows[0].row()] if rows else None

    def _compare(self) -> None:
        chosen = self._chosen()
        self.restore.setEnabled(chosen is not None)
        self.restore.setAccessibleDescription("" if chosen else "Pilih satu cadangan dahulu.")
        if chosen is None:
            self.since.setText("")
            self.differences.setText(
                "Pilih satu cadangan untuk melihat yang berubah sejak itu."
                if self.table.rows.values
                else ""
            )
            return
        if chosen.id == self._asked:
            return
        self._asked = chosen.id
        self.since.setText(f"Sejak {self.moment(chosen)}")
        self.differences.setText("Membandingkan…")

        def work(project: Project, progress: Progress) -> list[str]:
            return difference_words(compare(project, chosen.path, progress))

        self.leave()
        self._job = self.book.workspace.read(
            "Membandingkan cadangan",
            work,
            lambda words: self._tell(chosen.id, words),
            lambda fault: self._tell(chosen.id, [f"{fault.pesan} {fault.perbaikan}".strip()]),
            lambda: self._tell(chosen.id, ["Perbandingan dibatalkan."]),
        )

    def leave(self) -> None:
        """Stop comparing."""
        if self._job is not None:
            self.book.workspace.jobs.cancel(self._job)

    def _tell(self, wanted: str, words: list[str]) -> None:
        if isValid(self) and self._asked == wanted:
            self.differences.setText("\n".join(words))

    def _make(self) -> None:
        def work(project: Project, context: Context, _: Progress) -> Backup:
            return project.back_up(context, BY_HAND)

        self.book.workspace.change("Mencadangkan", work, lambda _: None)

    def _restore(self) -> None:
        chosen, path = self._chosen(), self.path
        if chosen is None:
            return
        name = f"{path.stem} {chosen.waktu:%Y-%m-%d}.ipasn"
        target = self._dialogs.save_file("Pulihkan cadangan ke berkas baru", PROJECT, name)
        if target is None:
            return
        workspace, wanted = self.book.workspace, chosen.id
        workspace.jobs.run(
            Job(
                "Memulihkan cadangan",
                lambda _: backup.restore(path, wanted, target),
                lambda _: workspace.open(target),
                self._refused,
                writes=True,
            )
        )

    def _refused(self, fault: IpasnError) -> None:
        self._dialogs.fault(fault)


def size_words(size: int) -> str:
    """Return a size as people read it: "1,2 MB"."""
    if size < _MEGABYTE // 10:
        return f"{max(size // 1000, 1)} KB"
    return f"{format_number(Fraction(size, _MEGABYTE), 1)} MB"
