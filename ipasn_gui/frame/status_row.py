"""The status bar: what is open at the left, what is saved and signed at the right, jobs between."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ipasn_core import __version__
from ipasn_core.formatting import format_int
from ipasn_core.model.settings import ZONA

from .. import theme as t
from ..jobs import Job
from ..theme import Theme
from ..widgets.badge import SignBadge
from ..widgets.controls import Button, ElidedLabel, Label, ground
from ..workspace import Workspace

_SHOW_AFTER = 300
"""Milliseconds before a job is shown: what is over sooner would only flicker."""


class StatusRow(QWidget):
    """One row, 28 high.

    Attributes:
        wanted: A part was clicked: "proyek", "tahun", "aturan", "pegawai" or "pengesahan".
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, workspace: Workspace) -> None:
        super().__init__()
        ground("canvas", self)
        self.setFixedHeight(t.STATUS_ROW)
        self._theme = theme
        theme.changed.connect(self.update)
        self._workspace = workspace
        self._job: Job[Any] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(t.MARGIN - 4, 0, t.MARGIN, 0)
        row.setSpacing(4)
        self.parts = {name: Button(theme, "", "status") for name in _PARTS}
        for place, (name, part) in enumerate(self.parts.items()):
            if place:
                row.addWidget(Label("·", "caption"))
            part.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._job_part(theme))
        self.saved = Label("", "caption")
        row.addWidget(self.saved)
        row.addSpacing(t.RELATED)
        self.signed = SignBadge(theme)
        self.signed.clicked.connect(lambda: self.wanted.emit("pengesahan"))
        row.addWidget(self.signed)
        self._dots = [w for w in self.findChildren(Label) if w.text() == "·"]
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SHOW_AFTER)
        self._wait.timeout.connect(lambda: self.running.setVisible(self._job is not None))
        jobs = workspace.jobs
        jobs.started.connect(self._start)
        jobs.progressed.connect(self._progress)
        jobs.ended.connect(self._end)
        for signal in (workspace.filtered, workspace.closed):
            signal.connect(self.show_project)
        self.show_project()

    def _job_part(self, theme: Theme) -> QWidget:
        self.running = QWidget()
        row = QHBoxLayout(self.running)
        row.setContentsMargins(0, 0, t.GROUP, 0)
        row.setSpacing(t.RELATED)
        self.text = ElidedLabel("", "caption")
        self.text.setMinimumWidth(200)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(120)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Kemajuan")
        self.stop = Button(theme, "Batalkan", "status")
        self.stop.clicked.connect(lambda: self._workspace.jobs.cancel(self._job))
        for part in (self.text, self.bar, self.stop):
            row.addWidget(part)
        self.running.hide()
        return self.running

    def show_project(self) -> None:
        """Show what is open."""
        current = self._workspace.current
        path = self._workspace.path
        for part in (*self.parts.values(), *self._dots, self.signed, self.saved):
            part.setVisible(current is not None)
        if current is None or path is None:
            self.parts["proyek"].setVisible(True)
            self.parts["proyek"].setText(f"Versi {__version__}")
            return
        state = current.state
        many = len(state.roster)
        shown = len(self._workspace.people)
        count = format_int(many)
        if shown != many:
            count = f"{format_int(shown)} dari {count}"
        self.parts["proyek"].setText(f"Proyek: {path.stem}")
        self.parts["proyek"].setToolTip(str(path))
        self.parts["tahun"].setText(str(state.tahun))
        self.parts["aturan"].setText(state.edition.singkatan)
        self.parts["pegawai"].setText(f"{count} pegawai")
        zone = datetime.timezone(datetime.timedelta(hours=ZONA[state.settings.zona_waktu]))
        moment = datetime.datetime.fromisoformat(current.saved).astimezone(zone)
        self.saved.setText(
            f"Tersimpan otomatis {moment:%H.%M}" if current.writable else "Hanya dibaca"
        )
        self.signed.show_state(current.status.keadaan)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep to the left edge that everything shares."""
        super().resizeEvent(event)
        margin = t.MARGIN_NARROW if self.window().width() < t.NARROW else t.MARGIN
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(margin - 4, 0, margin, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the hairline above."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.color("line"))
        painter.end()

    def _start(self, job: Job[Any]) -> None:
        self._job = job
        self.text.set_text(job.title)
        self.bar.setRange(0, 0)
        self.stop.setVisible(job.cancellable)
        self._wait.start()

    def _progress(self, job: Job[Any], step: str, done: int, total: int) -> None:
        if job is not self._job:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        counted = f" {format_int(done)} dari {format_int(total)}" if total > 1 else ""
        self.text.set_text(f"{step}{counted}")

    def _end(self, job: Job[Any]) -> None:
        if job is self._job:
            self._job = None
            self._wait.stop()
            self.running.hide()


_PARTS = ("proyek", "tahun", "aturan", "pegawai")
