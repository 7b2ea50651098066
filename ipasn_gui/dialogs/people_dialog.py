"""`PeopleDialog`: what every dialog that changes people is: a body that scrolls, a foot that stays.

The foot says at its left why the primary button cannot be pressed. What is done is told by a toast
in the words of the journal, with "Urungkan".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.progress import Progress
from ipasn_core.storage.project import Project
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.journal_words import brief, entry_words

from .. import theme as t
from ..jobs import Job
from ..theme import Theme
from ..widgets.controls import Button, ElidedLabel, Hairline, Label, foot, ground
from ..widgets.focus_area import FocusArea
from ..workspace import Workspace

_FREE = 48
SAVING = "Menyimpan …"
_NOTHING = "Tidak ada yang berubah."

Work = Callable[[Project, Context, Progress], object]


class PeopleDialog(QDialog):
    """Heading, lead, body, foot.

    Args:
        theme: Tokens.
        workspace: Where changes are made.
        parent: The window.
        heading: What it is for.
        lead: One sentence under it.
        go: Words of the primary button.
        size: How large it would be where there is room; a height of 0 is what its body needs.
        danger: Whether the button takes something away: it is then no default.

    Attributes:
        column: Where the body goes.
    """

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        parent: QWidget | None,
        heading: str,
        lead: str,
        go: str,
        size: QSize,
        *,
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.workspace = workspace
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wanted = size
        self._job: Job[Any] | None = None
        self._left = False
        self._danger = danger
        self.finished.connect(self._leave)
        self.heading = Label(heading, "title", wrap=True)
        self.lead = Label(lead, "quiet", wrap=True)
        self.lead.setVisible(bool(lead))
        self.body = QWidget()
        self.body.setProperty("ground", "none")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(t.MARGIN, t.MARGIN, t.MARGIN, t.GROUP)
        self.column.setSpacing(t.RELATED)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.lead)
        self.column.addSpacing(t.RELATED)
        self.area = FocusArea(theme)
        self.area.setAccessibleName(heading)
        self.area.setWidget(self.body)
        self.reason = ElidedLabel("", "caption")
        self.cancel = Button(theme, "Batal")
        self.go = Button(theme, go, "danger" if danger else "primary")
        self._build_frame()

    def _build_frame(self) -> None:
        ground("surface", self)
        self._foot, row = foot()
        row.addWidget(self.reason, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(Hairline(self.theme))
        outer.addWidget(self._foot)
        self.go.setDefault(not self._danger)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    # What can be done -----------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether it is being saved."""
        return self._job is not None

    @property
    def left(self) -> bool:
        """Whether it was left; what a job brings after that is not taken."""
        return self._left

    def why_not(self) -> str:
        """Return why it cannot be saved now; empty where it can."""
        raise NotImplementedError

    def work(self) -> Work:
        """Return what changes the project, in the worker."""
        raise NotImplementedError

    def words(self, result: object, told: str) -> str:
        """Return what the toast says: by default what the journal does.

        Args:
            result: What the work returned.
            told: The words of the journal, without a full stop.
        """
        return f"{told.rstrip('.')}."

    def settle(self) -> None:
        """Enable what can be done, and say why the rest cannot."""
        why = SAVING if self.busy else self.workspace.why_locked or self.why_not()
        self.go.setEnabled(not why)
        self.go.setAccessibleDescription(why)
        self.reason.set_text(why)

    def save(self) -> None:
        """Change the project, or say why not."""
        self.settle()
        if not self.go.isEnabled():
            QAccessible.updateAccessibility(QAccessibleEvent(self.reason, QAccessible.Event.Alert))
            return
        work = self.work()

        def do(project: Project, context: Context, progress: Progress) -> tuple[object, str]:
            before = project.head()
            result = work(project, context, progress)
            told = "" if project.head() == before else brief(entry_words(project.journal()[-1]))
            return result, told

        self._job = self.workspace.change(
            self.windowTitle(), do, self._saved, self._refused, self._stopped
        )
        self.settle()

    def _saved(self, outcome: tuple[object, str]) -> None:
        result, told = outcome
        self._job = None
        if not told:
            self.nothing_changed(result)
            return
        self.workspace.told.emit(self.words(result, told), True)
        if not self._left:
            self.accept()

    def nothing_changed(self, result: object) -> None:
        """Say that there was nothing to change."""
        if not self._left:
            self.settle()
            self.say(_NOTHING)

    def _refused(self, fault: IpasnError) -> None:
        self._job = None
        if self._left:
            self.workspace.jobs.refused.emit(fault)
        else:
            self.settle()
            self.refuse(fault)

    def refuse(self, fault: IpasnError) -> None:
        """Tell why it was not saved."""
        self.say(f"{fault.pesan} {fault.perbaikan}".strip())

    def _stopped(self) -> None:
        self._job = None
        if not self._left:
            self.settle()

    def say(self, words: str) -> None:
        """Say something in the foot, until something is edited."""
        self.reason.set_text(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self.reason, QAccessible.Event.Alert))

    def reject(self) -> None:
        """Leave; while it is being saved that is stopped first, and nothing is changed."""
        if self._job is not None:
            self.workspace.jobs.cancel(self._job)
        else:
            super().reject()

    def _leave(self) -> None:
        self._left = True

    # Size -----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the size it wants, at most the screen less a margin and no more than the window."""
        if not event.spontaneous():
            self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Be as large as what it holds asks for, as far as there is room."""
        room = self.screen().availableGeometry().size() - QSize(_FREE, _FREE)
        parent = self.parentWidget()
        if parent is not None:
            room = room.boundedTo(parent.window().size() - QSize(_FREE, _FREE))
        width = min(self._wanted.width(), room.width())
        height = self._wanted.height()
        if not height:
            self.body.ensurePolished()
            self.column.activate()
            needed = self.column.totalHeightForWidth(width)
            height = needed + self._foot.sizeHint().height() + 2
        self.resize(QSize(width, height).boundedTo(room))
