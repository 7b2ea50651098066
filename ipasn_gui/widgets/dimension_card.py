"""A dimension at a glance: value, bar against its maximum, target, how far from it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ipasn_core.reports.chart_values import BarisGrafik
from ipasn_core.workflow.beside import Change

from ..theme import Theme
from .controls import ElidedLabel, Figure, Label, restyle

_ICON = 16
_BAR, _TICK = 8, 16


class DimensionCard(QWidget):
    """One dimension; a click or Enter goes to its tab.

    Args:
        theme: Tokens.
        icon: Name of its icon.
        place: Its place among the dimensions, which colours it.

    Attributes:
        opened: Its tab is wanted: (name of the dimension).
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, icon: str, place: int) -> None:
        super().__init__()
        self._theme = theme
        self._name = self._sentence = ""
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = _Icon(theme, icon, place)
        self._title = ElidedLabel("", "heading")
        self._value = Figure()
        self._of = Label("", "quiet")
        self._change = Label("", "caption")
        self._before = Label("", "caption")
        self._bar = _Bar(theme, place)
        self._target = Label("", "quiet")
        self._reached = Label("", "strong")
        self._mark = _Mark(theme)
        self._distance = ElidedLabel("", "quiet")
        self._lay_out()
        theme.changed.connect(self._tint)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for height, parts in (
            (20, (self._icon, self._title)),
            (40, (self._value, self._of)),
            (_TICK + 4, (self._bar,)),
            (22, (self._target, self._reached)),
            (20, (self._mark, self._distance)),
        ):
            line = QWidget()
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            line.setFixedHeight(height)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            for part in parts:
                row.addWidget(part)
            column.addWidget(line)
            if self._value in parts:
                row.addStretch(1)
                self._of.setContentsMargins(2, 4, 0, 0)
                row.addLayout(self._beside())
        self._reached.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _beside(self) -> QVBoxLayout:
        """Return what another year says: the change above, its value below."""
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        for part in (self._change, self._before):
            part.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(part)
        column.addStretch(1)
        return column

    def show_change(self, change: Change | None) -> None:
        """Show the value against that of another year; nothing without one."""
        for part in (self._change, self._before):
            part.setVisible(change is not None)
        if change is None:
            return
        restyle(self._change, role="gain" if change.naik else "header")
        self._change.setText(change.selisih)
        self._before.setText(f"{change.tahun}: {change.dulu}")
        words = f"{self._sentence.rstrip('.')}; {change.kalimat}."
        self.setAccessibleDescription(words)
        self.setToolTip(words)

    def show_row(self, row: BarisGrafik) -> None:
        """Show a dimension of a chart."""
        _, value, most, target, percent, _ = row.sel
        self._name, self._sentence = row.label, row.kalimat
        self._title.set_text(row.label)
        self._value.setText(value)
        self._of.setText(f"dari {most}")
        self._bar.show_row(row)
        self._target.setText(f"Target {target}" if target else "Tanpa target")
        self._reached.setText(percent)
        self._distance.set_text(row.catatan)
        self._mark.show_reached(row.tercapai)
        self.setAccessibleName(row.label)
        self.setAccessibleDescription(row.kalimat)
        self.setToolTip(row.kalimat)
        self._tint()

    def _tint(self) -> None:
        token = "ok" if self._mark.reached else "ink2"
        self._distance.setStyleSheet(f"color: {self._theme.color(token).name()};")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Count as a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and space count as a click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._name)
        else:
            super().keyPressEvent(event)


class _Icon(QWidget):
    def __init__(self, theme: Theme, name: str, place: int) -> None:
        super().__init__()
        self._theme, self._name, self._place = theme, name, place
        self.setFixedSize(_ICON, _ICON)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the icon in the colour of the dimension."""
        painter = QPainter(self)
        color = self._theme.tokens.dimensi[self._place]
        self._theme.icons.paint(painter, QRectF(0, 0, _ICON, _ICON), self._name, color, _ICON)
        painter.end()


class _Mark(QWidget):
    """Arrow down below the target, tick at or above it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.reached: bool | None = None
        self.setFixedSize(_ICON - 2, _ICON)
        theme.changed.connect(self.update)

    def show_reached(self, reached: bool | None) -> None:
        """Show whether the target is reached; None without one."""
        self.reached = reached
        self.setVisible(reached is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        k = self._theme.tokens
        name, color = ("checkmark_circle", k.ok) if self.reached else ("arrow_down", k.ink2)
        painter = QPainter(self)
        self._theme.icons.paint(painter, QRectF(-1, 0, _ICON, _ICON), name, color, _ICON)
        painter.end()


class _Bar(QWidget):
    """The value against the maximum, a tick at the target."""

    def __init__(self, theme: Theme, place: int) -> None:
        super().__init__()
        self._theme, self._place = theme, place
        self._share, self._target = 0.0, -1.0
        self.setFixedHeight(_TICK + 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_row(self, row: BarisGrafik) -> None:
        """Show a dimension."""
        most = row.maksimal or 1
        self._share = min(float((row.nilai or 0) / most), 1.0)
        self._target = -1.0 if row.target is None else min(float(row.target / most), 1.0)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as there is room."""
        return QSize(120, _TICK + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint track, value, target."""
        k = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - _BAR) / 2
        track = QRectF(0, top, self.width(), _BAR)
        painter.setBrush(QColor(k.line))
        painter.drawRoundedRect(track, 3, 3)
        painter.setClipRect(QRectF(0, top, self._share * self.width(), _BAR))
        painter.setBrush(QColor(k.dimensi[self._place]))
        painter.drawRoundedRect(track, 3, 3)
        painter.setClipping(False)
        if self._target >= 0:
            x = min(max(round(self._target * self.width()), 1), self.width() - 1)
            tick = QRectF(x - 1, (self.height() - _TICK) / 2, 2, _TICK)
            painter.fillRect(tick.adjusted(-1, 0, 1, 0), QColor(k.surface))
            painter.fillRect(tick, QColor(k.ink))
        painter.end()
