"""The start page: projects opened before, and what to begin with."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from .. import theme as t
from ..commands import Commands
from ..settings import Recent, WindowSettings
from ..theme import Theme
from ..widgets.badge import paint_mark
from ..widgets.controls import Button, Hairline, Label, SearchField, ground
from ..widgets.recent_row import RecentHeader, RecentRow

_LEFT, _DROP = 320, 132
_SEARCH = 220
_STEPS = (
    ("beaker", "Coba dengan contoh", "Kota Bontang 2021, data rekaan", "contoh"),
    ("book_open", "Sepuluh menit pertama", "Panduan singkat, F1", "panduan"),
    ("document_table", "Simpan templat Excel", "Untuk dibagikan ke perangkat daerah", "templat"),
)
"""What to begin with: icon, words, more words, command."""


class Mark(QWidget):
    """The application mark: four rising bars."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()))
        painter.end()


class DropZone(QWidget):
    """Where files may be dropped; turns to the accent's tint while something is dragged over.

    Attributes:
        dropped: Files were dropped: (list of Path).
    """

    dropped = Signal(object)

    def __init__(self, theme: Theme, heading: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._heading = heading
        self._text = text
        self._over = False
        self.setFixedHeight(_DROP)
        self.setAcceptDrops(True)
        self.setAccessibleName(f"{heading}. {text}")
        theme.changed.connect(self.update)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._set_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Fade."""
        self._set_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Hand the files on."""
        self._set_over(over=False)
        self.dropped.emit([Path(u.toLocalFile()) for u in event.mimeData().urls()])

    def _set_over(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dashed box and its words."""
        k = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(k.accent if self._over else k.line2), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(k.accent_tint if self._over else k.canvas))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, t.RADIUS_BOX, t.RADIUS_BOX)
        middle = self.width() / 2
        at = QRectF(middle - 10, 36, 20, 20)
        self._theme.icons.paint(painter, at, "arrow_upload", k.ink2)
        align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.setFont(self._theme.font(t.BODY, 600))
        painter.setPen(QColor(k.ink))
        painter.drawText(QRectF(0, 66, self.width(), 18), align, self._heading)
        painter.setFont(self._theme.font(t.CAPTION))
        painter.setPen(QColor(k.ink2))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width() - 32)
        painter.drawText(QRectF(0, 85, self.width(), 18), align, words)
        painter.end()


class StartPage(QWidget):
    """Projects opened before at the right, what to begin with at the left.

    Args:
        theme: Tokens.
        commands: The actions the buttons share with the menu.
        settings: Where the list of projects is kept.
        now: Tells the moment, for "Hari ini" and "Kemarin".

    Attributes:
        project_wanted: A project shall be opened: (Path).
        search_wanted: A project that is gone shall be looked for.
        files_wanted: Files were dropped: (list of Path).
    """

    project_wanted = Signal(object)
    search_wanted = Signal()
    files_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        commands: Commands,
        settings: WindowSettings,
        now: Callable[[], datetime.datetime],
    ) -> None:
        super().__init__()
        self.theme = theme
        self._commands = commands
        self._settings = settings
        self._now = now
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(theme))
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)
        row.addWidget(self._left())
        row.addWidget(Hairline(theme, upright=True))
        row.addWidget(self._right(), 1)

    def _left(self) -> QWidget:
        side = ground("canvas")
        side.setFixedWidth(_LEFT)
        column = QVBoxLayout(side)
        column.setContentsMargins(t.MARGIN, 28, t.MARGIN, t.MARGIN)
        column.setSpacing(t.RELATED)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Mark(44))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label("IPASN", "title"))
        words.addWidget(Label("Indeks Profesionalitas ASN", "caption"))
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addSpacing(t.GROUP)
        for text, kind, icon, command in (
            ("Buat proyek baru…", "primary", "add", "baru"),
            ("Buka proyek…", "", "folder_open", "buka"),
        ):
            button = Button(self.theme, text, kind, icon)
            button.clicked.connect(self._commands[command].trigger)
            column.addWidget(button)
        column.addSpacing(t.GROUP)
        column.addWidget(Label("Baru memakai IPASN?", "header"))
        for icon, text, more, command in _STEPS:
            column.addWidget(self._step(icon, text, more, command))
        column.addStretch(1)
        column.addWidget(self._promise())
        return side

    def _step(self, icon: str, text: str, more: str, command: str) -> QWidget:
        step = QWidget()
        row = QHBoxLayout(step)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        mark = Button(self.theme, "", "icon", icon, text)
        mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        link = Button(self.theme, text, "link")
        link.setAccessibleDescription(more)
        for one in (mark, link):
            one.clicked.connect(self._commands[command].trigger)
        words.addWidget(link)
        words.addWidget(Label(more, "caption"))
        row.addLayout(words, 1)
        return step

    def _promise(self) -> QWidget:
        promise = QWidget()
        row = QHBoxLayout(promise)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.RELATED)
        mark = Button(self.theme, "", "icon", "shield_lock", "Tanpa jaringan")
        mark.setEnabled(False)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        text = "Semua data tetap di laptop ini. Program tidak pernah membuka jaringan."
        row.addWidget(Label(text, "caption", wrap=True), 1)
        return promise

    def _right(self) -> QWidget:
        side = ground("surface")
        column = QVBoxLayout(side)
        column.setContentsMargins(32, t.SECTION, 32, t.SECTION)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(Label("Terakhir dibuka", "title"), 1)
        self.field = SearchField(self.theme, "Cari proyek")
        self.field.setFixedWidth(_SEARCH)
        self.field.textChanged.connect(lambda _: self.refresh())
        head.addWidget(self.field)
        column.addLayout(head)
        self.header = RecentHeader(self.theme)
        column.addWidget(self.header)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.area, 1)
        column.addSpacing(t.GROUP)
        zone = DropZone(
            self.theme,
            "Tarik berkas ke sini",
            "Proyek .ipasn langsung dibuka. Berkas Excel atau CSV diperiksa dulu sebelum diimpor.",
        )
        zone.dropped.connect(self.files_wanted)
        column.addWidget(zone)
        self.refresh()
        return side

    def refresh(self) -> None:
        """List the projects anew, those whose name or path holds what is searched."""
        wanted = self.field.text().casefold()
        recent = self._settings.recent()
        shown = [one for one in recent if wanted in one.path.casefold()]
        inside = ground("none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows: list[RecentRow] = []
        for one in shown:
            row = RecentRow(self.theme, one, self._now())
            row.opened.connect(self._open)
            row.missing_wanted.connect(self._look_for)
            self.rows.append(row)
            column.addWidget(row)
        if not shown:
            column.addSpacing(t.GROUP)
            column.addWidget(Label(_nothing(bool(recent), self.field.text()), "quiet", wrap=True))
        column.addStretch(1)
        self.header.setVisible(bool(shown))
        self.field.setVisible(bool(recent))
        self.area.setWidget(inside)

    def _open(self, recent: Recent) -> None:
        self.project_wanted.emit(Path(recent.path))

    def _look_for(self, recent: Recent) -> None:
        self._settings.forget(recent.path)
        self.refresh()
        self.search_wanted.emit()


def _nothing(any_recent: bool, searched: str) -> str:
    if any_recent:
        return f"Tidak ada proyek yang cocok dengan “{searched}”."
    return (
        "Belum ada proyek. Buat proyek baru untuk instansi Anda, buka berkas .ipasn yang sudah "
        "ada, atau coba dengan contoh."
    )
