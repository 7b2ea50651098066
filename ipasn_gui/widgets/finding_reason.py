"""Where a finding is set aside: buttons, and in their place a field for the reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int

from .. import theme as t
from ..theme import Theme
from .controls import Button, Label, ground
from .offer import Deed

_NOTE = "Alasan tercatat dalam riwayat; jumlah yang disisihkan disebut dalam laporan."


class FindingReason(QWidget):
    """Sets aside one finding, or all of its kind; or takes them up again.

    Attributes:
        given: Set aside: (reason, whether all of the kind).
        up_wanted: Take up again: (whether all of the kind).
        left: The field was left without a reason.
    """

    given = Signal(str, bool)
    up_wanted = Signal(bool)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._all = False
        self._many = 0
        self.one = Button(theme, "Sisihkan…")
        self.every = Button(theme, "")
        self.up = Button(theme, "Tampilkan lagi")
        self.up_every = Button(theme, "")
        self.why = Label("", "caption", wrap=True)
        self.field = QLineEdit()
        self.caption = Label("", "caption")
        self.cancel = Button(theme, "Batal")
        self.go = Button(theme, "", "primary")
        self._buttons, self._box = self._make_buttons(), self._make_box()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.addWidget(self._buttons)
        column.addWidget(self._box)
        self._ask(asking=False)
        self.one.clicked.connect(lambda: self.ask(every=False))
        self.every.clicked.connect(lambda: self.ask(every=True))
        self.up.clicked.connect(lambda: self.up_wanted.emit(False))
        self.up_every.clicked.connect(lambda: self.up_wanted.emit(True))
        self.cancel.clicked.connect(self.leave)
        self.go.clicked.connect(self._give)
        self.field.returnPressed.connect(self._give)
        self.field.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))

    def _make_buttons(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.RELATED)
        for button in (self.one, self.every, self.up, self.up_every):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.why, 1, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _make_box(self) -> QWidget:
        made = ground("canvas")
        column = QVBoxLayout(made)
        column.setContentsMargins(12, t.RELATED, 12, 12)
        column.setSpacing(4)
        self.caption.setBuddy(self.field)
        self.field.setAccessibleDescription(_NOTE)
        column.addWidget(self.caption)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(t.RELATED)
        row.addWidget(Label(_NOTE, "caption", wrap=True), 1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column.addLayout(row)
        return made

    @property
    def asking(self) -> bool:
        """Whether the reason is being written."""
        return not self._box.isHidden()

    def show_state(self, *, aside: bool, many: int, enabled: bool, why: str) -> None:
        """Offer what can be done.

        Args:
            aside: The findings are set aside already.
            many: How many of the kind are in sight; 0 where nothing can be done.
            enabled: The year may be changed now.
            why: Why not, where it may not.
        """
        self._many = many
        number = format_int(many)
        self.every.setText(f"Sisihkan semua {number}…")
        self.every.setToolTip("Semua temuan sejenis yang tampil, dengan satu alasan")
        self.up_every.setText(f"Tampilkan lagi semua {number}")
        for button, shown in (
            (self.one, not aside and many > 0),
            (self.every, not aside and many > 1),
            (self.up, aside and many > 0),
            (self.up_every, aside and many > 1),
        ):
            button.setVisible(shown)
            button.setEnabled(enabled)
        self.why.setText(why if many else "")
        if self.asking and (aside or not many or not enabled):
            self.leave()

    def ask(self, *, every: bool) -> None:
        """Ask for the reason, in place."""
        if not self.one.isEnabled() or self.one.isHidden():
            return
        self._all = every and self._many > 1
        number = format_int(self._many)
        what = f"{number} temuan sejenis ini" if self._all else "temuan ini"
        self.caption.setText(f"Alasan {what} disisihkan")
        self.field.setAccessibleName(self.caption.text())
        self.go.setText(f"Sisihkan {number} temuan" if self._all else "Sisihkan temuan")
        self.field.clear()
        self.go.setEnabled(False)
        self._ask(asking=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def deeds(self) -> list[Deed]:
        """Return what is offered now, for a menu: words, whether it can be done, what does it."""
        every: list[tuple[Button, Callable[[], None]]] = [
            (self.one, lambda: self.ask(every=False)),
            (self.every, lambda: self.ask(every=True)),
            (self.up, lambda: self.up_wanted.emit(False)),
            (self.up_every, lambda: self.up_wanted.emit(True)),
        ]
        return [(b.text(), b.isEnabled(), do) for b, do in every if not b.isHidden()]

    def leave(self) -> None:
        """Ask no more."""
        if self.asking:
            self._ask(asking=False)
            self.left.emit()

    def _ask(self, *, asking: bool) -> None:
        self._buttons.setVisible(not asking)
        self._box.setVisible(asking)

    def _give(self) -> None:
        reason = self.field.text().strip()
        if reason:
            self._ask(asking=False)
            self.given.emit(reason, self._all)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves the field, not the dialog."""
        if event.key() == Qt.Key.Key_Escape and self.asking:
            self.leave()
        else:
            super().keyPressEvent(event)
