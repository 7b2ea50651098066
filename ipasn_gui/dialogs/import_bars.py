"""The row of steps, and bars that say one thing with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Label

STEPS = ("Berkas", "Kolom", "Rencana", "Selesai")
_DISC, _GAP, _LINK = 16, 8, 24
_TWO_LINES, _ONE_LINE, _EDGE, _EDGE_LOW = 56, 40, 10, 3
_ICONS = {"err": "error_circle", "warn": "warning", "info": "info", "ok": "checkmark_circle"}


class StepRow(QWidget):
    """Four steps: those behind ticked, the one at hand strong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._at = 0
        self.setFixedHeight(t.CONTROL)
        theme.changed.connect(self.update)
        self.show_step(0)

    def show_step(self, at: int) -> None:
        """Show which step is at hand."""
        self._at = at
        self.setAccessibleName(f"Langkah {at + 1} dari {len(STEPS)}: {STEPS[at]}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all words."""
        metrics = QFontMetrics(self._theme.font(t.BODY, 600))
        words = sum(metrics.horizontalAdvance(step) for step in STEPS)
        parts = len(STEPS) * (_DISC + _GAP) + (len(STEPS) - 1) * (_LINK + 2 * _GAP)
        return QSize(words + parts + 4, t.CONTROL)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint discs, words and links."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        k, middle = self._theme.tokens, self.height() / 2
        strong = QFontMetrics(self._theme.font(t.BODY, 600))
        left = 1.0
        for at, step in enumerate(STEPS):
            self._paint_disc(painter, QPointF(left + _DISC / 2, middle), at)
            left += _DISC + _GAP
            width = strong.horizontalAdvance(step)
            painter.setFont(self._theme.font(t.BODY, 600 if at == self._at else 400))
            painter.setPen(QColor(k.ink if at <= self._at else k.ink2))
            room = QRectF(left, 0, width + 2, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, step)
            left += width + _GAP
            if at < len(STEPS) - 1:
                painter.setPen(QPen(QColor(k.edge), 1))
                painter.drawLine(QPointF(left + 2, middle), QPointF(left + _LINK, middle))
                left += _LINK + _GAP
        painter.end()

    def _paint_disc(self, painter: QPainter, center: QPointF, at: int) -> None:
        k, radius = self._theme.tokens, _DISC / 2 - 0.5
        ahead = at > self._at
        painter.setPen(QPen(QColor(k.line2 if ahead else k.accent), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush if ahead else QColor(k.accent))
        painter.drawEllipse(center, radius, radius)
        box = QRectF(center.x() - 6, center.y() - 6, 12, 12)
        if at < self._at:
            self._theme.icons.paint(painter, box, "checkmark", k.on_accent, 16)
            return
        painter.setPen(QColor(k.ink2 if ahead else k.on_accent))
        painter.setFont(self._theme.font(t.AXIS, 600))
        area = QRect(int(center.x() - 8), int(center.y() - 8), 16, 16)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(at + 1))


class TellBar(QWidget):
    """A tinted bar: sign, sentence, what is known, and the controls that answer it."""

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._theme = theme
        self._kind = kind
        self._row = row = QHBoxLayout(self)
        row.setSpacing(t.GROUP)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.heading = Label("", "strong", wrap=True)
        self.text = Label("", "quiet", wrap=True)
        column.addStretch(1)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.controls = QHBoxLayout()
        self.controls.setSpacing(t.RELATED)
        row.addLayout(self.controls)
        theme.changed.connect(self.update)
        self.hide()

    def say(self, heading: str, text: str = "", kind: str = "") -> None:
        """Say something; with an empty heading the bar goes."""
        self._kind = kind or self._kind
        self.heading.setText(heading)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        edge = _EDGE if text else _EDGE_LOW
        self._row.setContentsMargins(t.GROUP + 28, edge, 14, edge)
        self.setMinimumHeight(_TWO_LINES if text else _ONE_LINE)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        self.setVisible(bool(heading))
        self.update()

    def set_controls(self, controls: Sequence[QWidget]) -> None:
        """Put other controls at the right."""
        while (item := self.controls.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for control in controls:
            self.controls.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def answers(self) -> list[QWidget]:
        """Return the controls at the right."""
        items = (self.controls.itemAt(at) for at in range(self.controls.count()))
        return [one for item in items if item is not None and (one := item.widget()) is not None]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint tint and sign."""
        k = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(k, f"{self._kind}_tint")))
        painter.drawRoundedRect(QRectF(self.rect()), t.RADIUS_BOX, t.RADIUS_BOX)
        at = QRectF(14, (self.height() - 20) / 2, 20, 20)
        self._theme.icons.paint(painter, at, _ICONS[self._kind], getattr(k, self._kind), 20)
        painter.end()
