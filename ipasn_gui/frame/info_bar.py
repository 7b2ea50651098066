"""The info bar: a state that lasts, one at a time, with one action."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, ElidedLabel
from ..workspace import Workspace

_ICON = {"info": "info", "warn": "warning", "ok": "checkmark_circle", "lock": "lock_closed"}


@dataclass(frozen=True, slots=True)
class Notice:
    """What the bar says.

    Attributes:
        kind: "info", "lock", "warn" or "ok".
        text: One sentence.
        action: Words of the one action, empty for none.
        id: What the window calls the action.
    """

    kind: str
    text: str
    action: str = ""
    id: str = ""


def notice_of(workspace: Workspace) -> Notice | None:
    """Return what is to be said of the open year, the gravest alone."""
    current = workspace.current
    if current is None:
        return None
    state = current.state
    why = workspace.reading_only
    if why is not None:
        return Notice("warn", f"{why.pesan} Anda dapat membaca, tidak mengubah.")
    if current.status.berubah_sejak_pengesahan:
        return Notice(
            "warn",
            f"Data tahun {state.tahun} berubah sejak pengesahan; yang disahkan tetap tampil.",
            "Buka Laporan",
            "laporan",
        )
    if state.disahkan:
        return Notice(
            "lock",
            f"Tahun {state.tahun} telah disahkan. Data terkunci.",
            "Buka kembali…",
            "laporan",
        )
    if state.edition.draf:
        return Notice("warn", "ATURAN DRAF: hasil belum dapat disahkan.")
    return None


class InfoBar(QWidget):
    """Icon, one sentence, one action; hidden where there is nothing to say.

    Attributes:
        wanted: The action was pressed: (its id).
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._notice: Notice | None = None
        theme.changed.connect(self.update)
        self.setFixedHeight(t.BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(t.MARGIN + 32, 0, t.MARGIN, 0)
        row.setSpacing(t.GROUP)
        self.text = ElidedLabel()
        row.addWidget(self.text, 1)
        self.action = Button(theme, "", "link")
        self.action.clicked.connect(self._press)
        row.addWidget(self.action)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Say something, or nothing."""
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is not None:
            self.text.set_text(notice.text)
            self.action.setText(notice.action)
            self.action.setVisible(bool(notice.action))
            self.setAccessibleName(notice.text)
            self.update()

    def _press(self) -> None:
        if self._notice is not None:
            self.wanted.emit(self._notice.id)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint tint and icon."""
        if self._notice is None:
            return
        k = self._theme.tokens
        kind = "info" if self._notice.kind == "lock" else self._notice.kind
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(getattr(k, f"{kind}_tint")))
        at = QRectF(t.MARGIN, (self.height() - 20) / 2, 20, 20)
        self._theme.icons.paint(painter, at, _ICON[self._notice.kind], getattr(k, kind), 20)
        painter.end()
