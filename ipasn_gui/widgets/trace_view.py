"""`TraceView`: Perhitungan, an instrument a block: data used, article, points, what would add."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ipasn_core.formatting import format_points
from ipasn_core.model.scores import State, TraceStep
from ipasn_core.model.stored import Asal
from ipasn_core.scoring.explain import article_words, gain_words
from ipasn_core.workflow.edit_offers import Offer
from ipasn_core.workflow.explain import left_words
from ipasn_core.workflow.record_words import origin_words

from .. import theme as t
from ..theme import Theme
from .controls import Button, Label

KOSONG = "kosong"
"""What is said where data is missing."""

_ICON, _LEFT = 16, 24
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


def flowing(text: str, role: str = "") -> Label:
    """Return a label that wraps and asks for no more height than its lines need."""
    label = Label(text, role, wrap=True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


class Glyph(QWidget):
    """An icon in a token, 16 wide, at the height of the first line beside it."""

    def __init__(self, theme: Theme, icon: str, color: str) -> None:
        super().__init__()
        self._theme, self._icon, self._color = theme, icon, color
        self.setFixedSize(_LEFT, _ICON + 2)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        color = getattr(self._theme.tokens, self._color)
        self._theme.icons.paint(painter, QRectF(0, 1, _ICON, _ICON), self._icon, color, _ICON)
        painter.end()


def _sign(step: TraceStep) -> tuple[str, str]:
    """Return icon and token: data missing, does not apply, counted, nothing that counts."""
    if step.keadaan == State.BELUM_ADA:
        return "warning", "warn"
    if step.keadaan == State.TIDAK_BERLAKU or not step.maksimal:
        return "circle", "line2"
    if step.poin:
        return "checkmark_circle", "ok"
    return "circle", "ink2"


class StepBlock(QWidget):
    """One instrument of a person.

    Args:
        theme: Tokens.
        step: The instrument.
        origins: Where its value came from, where that was no record.
        wish: The form that would be opened for what would add points; None where there is none.
        left: Why records did not count, where no list of them says it; else empty.

    Attributes:
        wanted: That form shall be opened: (Offer).
    """

    wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        step: TraceStep,
        origins: Sequence[Asal],
        wish: Offer | None = None,
        left: str = "",
    ) -> None:
        super().__init__()
        self.step = step
        applies = step.keadaan != State.TIDAK_BERLAKU
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Glyph(theme, *_sign(step)), 0, 0, Qt.AlignmentFlag.AlignTop)
        self.name = flowing(step.nama, "medium" if applies else "quiet")
        self.value = flowing(step.alasan, "caption")
        missing = step.keadaan == State.BELUM_ADA
        words = KOSONG if missing else format_points(step.poin, 2) if applies else "–"
        self.points = Label(words, "warn" if missing else "medium" if applies else "quiet")
        article = Label(article_words(step.pasal), "caption")
        article.setToolTip(f"Pasal {step.pasal}")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.points, 0, 2, right)
        grid.addWidget(self.value, 1, 1)
        grid.addWidget(article, 1, 2, right)
        places = "; ".join(map(origin_words, origins))
        self.origin = flowing(places, "caption")
        self.left = flowing(left, "caption")
        self.gain = flowing(gain_words(step), "gain")
        for row, label in enumerate((self.origin, self.left, self.gain), start=2):
            grid.addWidget(label, row, 1, 1, 2)
            label.setVisible(bool(label.text()))
        self.link: Button | None = None
        if wish is not None:
            self.link = Button(theme, wish.kata, "link")
            self.link.clicked.connect(lambda: self.wanted.emit(wish))
            self.link.setAccessibleName(f"{wish.kata} {gain_words(step)}")
            grid.addWidget(self.link, 5, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        for label in (self.value, self.origin, self.left, self.gain):
            label.setTextInteractionFlags(_SELECTABLE)
        for label in (self.name, self.value):
            label.setContentsMargins(0, 0, t.RELATED, 0)
        self.setAccessibleName(f"{step.nama}: {words}, dari {format_points(step.maksimal, 2)}")
        parts = (
            step.alasan, f"Pasal {step.pasal}.", places, left, gain_words(step)
        )  # fmt: skip
        self.setAccessibleDescription(" ".join(filter(None, parts)))


class TraceView(QWidget):
    """Blocks of several instruments, one under the other.

    Args:
        theme: Tokens.
        steps: The instruments.
        origins: Of each, where its value came from.
        wishes: Of each, the form for what would add points.
        reasons: Whether to say why records did not count: no list of them stands beside.

    Attributes:
        wanted: A form shall be opened: (Offer).
    """

    wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        steps: Sequence[TraceStep],
        origins: Sequence[Sequence[Asal]],
        wishes: Sequence[Offer | None],
        *,
        reasons: bool,
    ) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(t.RELATED)
        self.blocks = [
            StepBlock(theme, step, places, wish, left_words(step) if reasons else "")
            for step, places, wish in zip(steps, origins, wishes, strict=True)
        ]
        for block in self.blocks:
            block.wanted.connect(self.wanted)
            rows.addWidget(block)
