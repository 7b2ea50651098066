"""Another measured year of the project: people carried over, its edition, its targets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import format_int
from ipasn_core.progress import Progress
from ipasn_core.rules.loader import editions
from ipasn_core.storage.project import Project
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.create import check_target
from ipasn_core.workflow.years import add_year

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Label
from ..widgets.form import Field
from ..workspace import Workspace
from .message import Message, MessageDialog
from .settings_fields import labelled

_WORDS = Message(
    "Tahun baru",
    "Pegawai, jabatan, dan riwayatnya dibawa; penilaian kinerja dan pernyataan tahun baru diimpor "
    "kemudian.",
    "Buat tahun",
)
_INDEKS = "indeks"
_WIDTH = 704


def free_years(known: tuple[int, ...]) -> list[int]:
    """Return the years an edition holds for that a project does not have, rising."""
    return sorted({year for one in editions() for year in one.tahun} - set(known))


class NewYearDialog(MessageDialog):
    """Asks for the year, whom it begins with, its edition and its targets; then makes it.

    Args:
        theme: Tokens.
        workspace: What is open.
        parent: The window.
    """

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None) -> None:
        super().__init__(parent, theme, _WORDS)
        self.setWindowTitle("Tahun baru")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        current = workspace.current
        assert current is not None
        self._editions = list(editions())
        free = free_years(current.years)
        later = [year for year in free if year > current.years[-1]]
        self.year = Chooser(theme)
        self.year.addItems([str(year) for year in reversed(free)])
        self.year.setCurrentText(str((later or free)[0 if later else -1]))
        self.source = Chooser(theme)
        self.source.addItems([str(year) for year in reversed(current.years)])
        self.rule = Chooser(theme)
        self.fields: dict[str, Field] = {}
        self.why = Label("", "error", wrap=True)
        self.why.hide()
        self._lay_out()
        self.year.currentTextChanged.connect(lambda _: self._fill())
        self.source.currentTextChanged.connect(lambda _: self._read_targets())
        self._fill()
        self._read_targets()

    def _lay_out(self) -> None:
        self._row(
            labelled("Tahun ukur", self.year), labelled("Pegawai dibawa dari tahun", self.source)
        )
        self.column.addWidget(labelled("Aturan", self.rule))
        self.column.addSpacing(t.RELATED)
        self.column.addWidget(Label("Target", "heading"))
        dimensi = self._editions[0].dimensi
        for one in dimensi:
            label = f"{one.nama}, dari {one.maksimal // 1000}"
            self.fields[one.id] = Field(label, self._check(one.id))
        self.fields[_INDEKS] = Field("Indeks", self._check(_INDEKS))
        self.fields[_INDEKS].field.setPlaceholderText("jumlahnya")
        self._row(*self.fields.values())
        self.column.addWidget(self.why)

    def _row(self, *parts: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(t.GROUP)
        for part in parts:
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _check(self, name: str) -> Callable[[str], object]:
        return lambda text: text and check_target(name, text, self._editions[0])

    @property
    def tahun(self) -> int:
        """The chosen year."""
        return int(self.year.currentText())

    def _fill(self) -> None:
        """List the editions of the year."""
        self.rule.clear()
        for one in self._editions:
            if self.tahun in one.tahun:
                self.rule.addItem(f"{one.nama} (draf)" if one.draf else one.nama, one.id)

    def _read_targets(self) -> None:
        """Propose the targets of the year people come from."""
        source = int(self.source.currentText())
        self._workspace.read("Membaca target", lambda p, _: p.targets(source), self._propose)

    def _propose(self, targets: Mapping[str, str]) -> None:
        if isValid(self):  # else it was left meanwhile
            for name, one in self.fields.items():
                if not one.field.isModified():
                    one.field.setText(targets.get(name, "").replace(".", ","))

    def accept(self) -> None:
        """Make the year, unless a target cannot be."""
        for one in self.fields.values():
            one.validate()
        wrong = next((one for one in self.fields.values() if one.fault), None)
        if wrong is not None:
            wrong.field.setFocus()
            return
        self._make()

    def _make(self) -> None:
        year, source = self.tahun, int(self.source.currentText())
        rule = str(self.rule.currentData())
        texts = {name: one.field.text().strip() for name, one in self.fields.items()}
        target = ",".join(f"{n}={text.replace(',', '.')}" for n, text in texts.items() if text)

        def work(project: Project, context: Context, _: Progress) -> None:
            add_year(project, context, year, source, rule, target or None)

        self.setEnabled(False)
        self._workspace.change(
            f"Membuat tahun {year}", work, lambda _: self._made(year, source), self._refused,
            lambda: self.setEnabled(True), tahun=year,
        )  # fmt: skip

    def _made(self, year: int, source: int) -> None:
        current = self._workspace.current
        many = 0 if current is None else len(current.state.roster)
        self._workspace.told.emit(
            f"Tahun {year} dibuat; {format_int(many)} pegawai dibawa dari tahun {source}.", True
        )
        super().accept()

    def _refused(self, fault: IpasnError) -> None:
        self.setEnabled(True)
        self.why.setText(f"{fault.pesan} {fault.perbaikan}".strip())
        self.why.show()
