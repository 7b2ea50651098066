"""Step Selesai: what was done, and how it is taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipasn_core.formatting import format_int, format_number
from ipasn_core.workflow.import_view import SheetSeen, unused_heads

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Label, ground
from .import_bars import TellBar
from .import_session import ImportSession

_ICON, _WIDEST = 48, 560
_MANY = 12
"""Columns not taken that are named."""


class SelesaiPage(QWidget):
    """What became of the import."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        ground("surface", self)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(t.MARGIN, t.GROUP, t.MARGIN, t.GROUP)
        column.setSpacing(t.RELATED)
        self.fault = TellBar(theme, "err")
        column.addWidget(self.fault)
        column.addStretch(4)
        self._sign = _Sign(theme)
        column.addWidget(self._sign, 0, middle)
        column.addSpacing(t.RELATED)
        self.heading = Label("", "title")
        column.addWidget(self.heading, 0, middle)
        self.text = Label("", wrap=True)
        self.indeks = Label("", "medium", wrap=True)
        self.rest = Label("", "quiet", wrap=True)
        self.unused = Label("", "quiet", wrap=True)
        for label in (self.text, self.indeks, self.unused, self.rest):
            label.setAlignment(middle)
            label.setFixedWidth(_WIDEST)
            column.addWidget(label, 0, middle)
        column.addStretch(5)

    def show_done(
        self, session: ImportSession, before: Fraction | None, after: Fraction | None
    ) -> None:
        """Say what was stored, what was not, and what it did to the index."""
        assert session.prepared is not None
        plan, counts = session.prepared.plan, session.seen.counts
        self._sign.show_icon("checkmark_circle", "ok")
        self.heading.setText("Impor selesai")
        people = [
            (counts.get("baru", 0), "pegawai ditambahkan"),
            (counts.get("berubah", 0), "pegawai berubah"),
            (counts.get("tetap", 0), "pegawai tetap"),
        ]
        told = [f"{format_int(many)} {words}" for many, words in people if many]
        _say(self.text, ", ".join(told) + "." if told else "")
        _say(self.indeks, _index_words(session.tahun, before, after))
        unused = unused_heads(session.sheets)
        _say(self.unused, f"Kolom tidak diambil: {heads_words(unused, _MANY)}." if unused else "")
        rest = []
        if session.rows:
            rest.append(f"{_kept_out_words(session)} Simpan baris itu, perbaiki, lalu impor lagi.")
        if plan.selesai:
            rest.append(f"{format_int(len(plan.selesai))} temuan lama selesai.")
        rest.append("Impor ini dapat diurungkan kapan saja dari menu Data.")
        _say(self.rest, " ".join(rest))

    def show_undone(self, indeks: Fraction | None, tahun: int) -> None:
        """Say that it was taken back."""
        self._sign.show_icon("info", "info")
        self.heading.setText("Impor diurungkan")
        _say(self.text, "Data kembali seperti sebelum impor ini.")
        _say(self.indeks, _index_words(tahun, indeks, indeks))
        _say(self.unused, "")
        _say(self.rest, "Impor ini dapat diulangi dari menu Sunting.")


def heads_words(heads: Mapping[str, Sequence[SheetSeen]], most: int) -> str:
    """Name heads, and of each in how many tables it stands where there are several."""
    names = [
        f"{head} ({format_int(len(sheets))} lembar)" if sheets[1:] else head
        for head, sheets in heads.items()
    ]
    more = f" dan {format_int(len(names) - most)} lagi" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _kept_out_words(session: ImportSession) -> str:
    refused, partly = session.refused, session.rows - session.refused
    if not refused:
        return f"Sebagian isi {format_int(partly)} baris tidak disimpan."
    also = f"; sebagian isi {format_int(partly)} baris lain juga tidak" if partly else ""
    return f"{format_int(refused)} baris ditolak dan tidak disimpan{also}."


def _say(label: Label, text: str) -> None:
    """Show a text with the height that it needs at the label's width."""
    label.setText(text)
    label.ensurePolished()
    label.setFixedHeight(max(label.heightForWidth(_WIDEST), label.fontMetrics().height()))
    label.setVisible(bool(text))


def _index_words(tahun: int, before: Fraction | None, after: Fraction | None) -> str:
    if after is None:
        return ""
    now = format_number(after, 2)
    if before is None or before == after:
        return f"Indeks tahun {tahun}: {now}"
    return f"Indeks tahun {tahun}: dari {format_number(before, 2)} menjadi {now}"


class _Sign(QWidget):
    """A large icon."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = ("checkmark_circle", "ok")
        self.setFixedSize(_ICON, _ICON)
        theme.changed.connect(self.update)

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon."""
        self._icon = (name, token)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        name, token = self._icon
        painter = QPainter(self)
        color = getattr(self._theme.tokens, token)
        at = QRectF(0, 0, _ICON, _ICON)
        self._theme.icons.paint(painter, at, name, color, _ICON if name != "info" else 20)
        painter.end()
