"""Parts of the sign-off panel: stages, conditions, and what a signing says."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.model.finding import Severity
from ipasn_core.workflow.readiness import Condition
from ipasn_core.workflow.review import DIPERIKSA, DISAHKAN, DRAF

from .. import theme as t
from ..theme import Theme
from ..widgets.badge import sign_word
from ..widgets.controls import Button, Label, restyle

_STAGES = (DRAF, DIPERIKSA, DISAHKAN)
_MARK, _RADIUS, _LINE = 24, 7.0, 24
_SIGNS = {None: ("checkmark_circle", "ok"), Severity.PERIKSA: ("warning", "warn")}
_FORBIDS = ("error_circle", "err")


class Stages(QWidget):
    """Draf, Diperiksa, Disahkan below each other; where the year stands is the dark one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._at = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARK + t.RELATED, 0, 0, 0)
        column.setSpacing(12)
        self._heads = [Label(sign_word(stage), "strong") for stage in _STAGES]
        self._texts = [Label("", "caption", wrap=True) for _ in _STAGES]
        for head, text in zip(self._heads, self._texts, strict=True):
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(head)
            pair.addWidget(text)
            column.addLayout(pair)
        theme.changed.connect(self.update)

    def show_stage(self, keadaan: str, texts: tuple[str, str, str]) -> None:
        """Show where a year stands, and a line about each stage."""
        self._at = _STAGES.index(keadaan)
        for at, (head, label, text) in enumerate(zip(self._heads, self._texts, texts, strict=True)):
            restyle(head, role="strong" if at == self._at else "quiet")
            label.setText(text)
        self.setAccessibleName(f"Tahap: {sign_word(keadaan)}. {texts[self._at]}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ring, half and disc, and the line that joins them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middles = [QPointF(_RADIUS + 2, head.geometry().center().y() + 0.5) for head in self._heads]
        painter.setPen(QPen(self._theme.color("edge"), 1))
        for above, below in pairwise(middles):
            gap = QPointF(0, _RADIUS + 4)
            painter.drawLine(above + gap, below - gap)
        for at, middle in enumerate(middles):
            color = self._theme.color("accent" if at == self._at else "edge")
            painter.setPen(QPen(color, 2 if at == self._at else 1.5))
            painter.setBrush(color if at == 2 else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, _RADIUS, _RADIUS)
            if at == 1:
                painter.setBrush(color)
                box = QRectF(0, 0, 2 * _RADIUS, 2 * _RADIUS)
                box.moveCenter(middle)
                painter.drawPie(box, 90 * 16, 180 * 16)
        painter.end()


class _Icon(QWidget):
    """An icon in the colour of a token, at the height of a line of text."""

    def __init__(self, theme: Theme, name: str, token: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._token = token
        self.setFixedSize(QSize(16, _LINE))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        color = getattr(self._theme.tokens, self._token)
        self._theme.icons.paint(painter, QRectF(0, 4, 16, 16), self._name, color, 16)
        painter.end()


class ConditionRow(QWidget):
    """A condition: how it stands by shape and words, and a way to what it is about.

    Args:
        theme: Tokens.
        condition: The condition.
        way: Words of the link; empty for none.

    Attributes:
        wanted: The link was pressed: (the condition).
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme, condition: Condition, way: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.RELATED)
        icon, token = _SIGNS.get(condition.tingkat, _FORBIDS)
        row.addWidget(_Icon(theme, icon, token), 0, Qt.AlignmentFlag.AlignTop)
        text = Label(condition.kalimat, wrap=True)
        text.setContentsMargins(0, 4, 0, 4)  # on one line with the icon and the link
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        words = {None: "terpenuhi", Severity.PERIKSA: "perlu dilihat"}
        stand = words.get(condition.tingkat, "belum terpenuhi")
        self.setAccessibleName(f"{condition.kalimat}: {stand}")
        self.way = Button(theme, way, "link")
        self.way.setAccessibleDescription(condition.kalimat)
        self.way.clicked.connect(lambda: self.wanted.emit(condition))
        row.addWidget(self.way, 0, Qt.AlignmentFlag.AlignTop)
        # Not before it has a parent, or it would be a window for a moment.
        self.way.setVisible(bool(way))


class Fact(QWidget):
    """A caption above what it says."""

    def __init__(self, caption: str, text: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(caption, "caption"))
        self.text = Label(text, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.text)
        self.setAccessibleName(f"{caption}: {text}")
