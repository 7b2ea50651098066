"""The foot of the import: what runs and how it is stopped, and the ways on and out."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ipasn_core.formatting import format_int

from .. import theme as t
from ..jobs import Jobs
from ..theme import Theme
from ..widgets.controls import Button, ElidedLabel, ground
from .import_session import ImportSession

_BAR = 120
_SOON = 300
"""Milliseconds before a job is spoken of."""
_GO = ("Lihat kolom", "Lihat rencana", "", "Ke Beranda")
_BERKAS, _KOLOM, _RENCANA, _SELESAI = range(4)


class Foot(QWidget):
    """Buttons right, the primary rightmost; left what was kept out, or what runs."""

    def __init__(self, theme: Theme, jobs: Jobs) -> None:
        super().__init__()
        ground("canvas", self)
        self._session: ImportSession | None = None
        self.note = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(t.RELATED)
        self.save = Button(theme, "", "", "save")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR)
        self.bar.setAccessibleName("Kemajuan")
        self.text = ElidedLabel("", "caption")
        self.stop = Button(theme, "Batalkan", "link")
        self.undo = Button(theme, "Urungkan impor", "", "arrow_undo")
        self.back = Button(theme, "Kembali")
        self.leave = Button(theme, "Batal")
        self.go = Button(theme, "", "primary")
        row.addWidget(self.save)
        row.addWidget(self.bar)
        row.addWidget(self.text, 1)
        row.addWidget(self.stop)
        row.addSpacing(t.RELATED)
        for part in (self.undo, self.back, self.leave, self.go):
            row.addWidget(part)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._speak)
        jobs.progressed.connect(self._progress)
        self.show_busy(None)

    def show_step(self, step: int, session: ImportSession) -> None:
        """Offer what a step leads to, and say why it cannot be had."""
        rows = 0 if session.prepared is None else session.rows
        what = "ditolak" if rows == session.refused else "untuk diperbaiki"
        self.save.setText(f"Simpan {format_int(rows)} baris {what}…")
        self.save.setVisible(step in (_RENCANA, _SELESAI) and rows > 0)
        self.undo.setVisible(step == _SELESAI and session.done)
        self.back.setVisible(step in (_KOLOM, _RENCANA))
        self.leave.setVisible(step != _SELESAI)
        self.back.setEnabled(not session.workspace.jobs.writing)
        self.go.setText(_apply_words(session) if step == _RENCANA else _GO[step])
        why = _why(session, step)
        self.go.setEnabled(not why)
        self.go.setAccessibleDescription(why)
        self.go.setToolTip(why)
        if not session.busy:
            self.say(why or self.note)

    def say(self, text: str) -> None:
        """Say a sentence at the left."""
        self.text.set_text(text)

    def show_busy(self, session: ImportSession | None) -> None:
        """Speak of what runs, once it has run for a while; None: nothing runs."""
        self._session = session
        if session is None:
            self._soon.stop()
            self.bar.hide()
            self.stop.hide()
        elif not self._soon.isActive() and self.bar.isHidden():
            self.say("")
            self._soon.start()

    def _speak(self) -> None:
        if self._session is not None:
            self.say(f"{self._session.title}…")
            self.bar.setRange(0, 0)
            self.bar.show()
            self.stop.show()

    def _progress(self, job: object, step: str, done: int, total: int) -> None:
        if self._session is None or not self._session.owns(job):
            return
        counted = f": {format_int(done)} dari {format_int(total)}" if total > 3 else ""
        if not self.bar.isHidden():
            self.say(step + counted)
            self.bar.setRange(0, total)
            self.bar.setValue(done)


def _apply_words(session: ImportSession) -> str:
    prepared = session.prepared
    if prepared is None or not (session.busy or session.current):
        return "Susun rencana"
    if session.seen.same and prepared.useless is None:
        return "Tutup"
    many = session.changes
    return f"Terapkan {format_int(many)} perubahan" if many else "Terapkan"


def _why(session: ImportSession, step: int) -> str:
    """Say why the primary button cannot be pressed; empty where it can."""
    prepared = session.prepared
    if step == _SELESAI:
        return ""
    if not session.readable:
        if session.busy:
            return "Berkas sedang dibaca."
        return "Belum ada berkas yang dapat dibaca." if session.files else "Pilih berkas dahulu."
    if step == _RENCANA:
        if session.busy:
            return "Rencana sedang disusun."
        if prepared is not None and prepared.useless is not None and session.current:
            return "Tidak ada yang dapat disimpan."
        return ""
    if prepared is None:
        return "Berkas sedang dikenali." if session.busy else ""
    return ""
