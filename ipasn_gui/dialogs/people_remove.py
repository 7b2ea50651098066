"""People taken out of the year: who, why, and what of them stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ipasn_core.formatting import format_int
from ipasn_core.workflow.edit_many import remove_people

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Label
from ..workspace import Workspace
from .people_dialog import PeopleDialog, Work

_NAMED = 6
"""People that are named one by one."""
REASONS = (
    "Pensiun",
    "Pindah ke instansi lain",
    "Meninggal dunia",
    "Berhenti atau diberhentikan",
    "Bukan pegawai instansi ini",
)
_STAYS = (
    "Nilai tahun ini tidak lagi menghitungnya, dan pernyataan serta temuannya untuk tahun ini "
    "ditutup. Riwayatnya tetap tersimpan untuk tahun lain. Dapat diurungkan."
)


def names_words(names: Sequence[str], many: int) -> str:
    """Return whom several people are, the first by name: "Ani; Budi; dan 3 pegawai lainnya"."""
    told = "; ".join(names[:_NAMED])
    rest = many - _NAMED
    return f"{told}; dan {format_int(rest)} pegawai lainnya" if rest > 0 else told


class RemoveDialog(PeopleDialog):
    """Asks why people leave the year.

    Args:
        theme: Tokens.
        workspace: What is open.
        parent: The window.
        tempat: Indexes of the people in the roster.
    """

    def __init__(
        self, theme: Theme, workspace: Workspace, parent: QWidget | None, tempat: Sequence[int]
    ) -> None:
        assert workspace.current is not None
        state = workspace.current.state
        roster = state.roster
        many = f"{format_int(len(tempat))} pegawai" if len(tempat) > 1 else "pegawai"
        super().__init__(
            theme,
            workspace,
            parent,
            f"Keluarkan {many} dari tahun {state.tahun}",
            _STAYS,
            f"Keluarkan {many}",
            QSize(560, 0),
            danger=True,
        )
        self._tahun = state.tahun
        self._ids: list[int] = roster.id[list(tempat)].tolist()
        names = [roster.nama[k] for k in tempat[:_NAMED]]
        self.who = Label(names_words(names, len(tempat)), wrap=True)
        caption = Label("Alasan", "caption")
        self.why = Chooser(theme)
        self.why.setEditable(True)
        self.why.setInsertPolicy(Chooser.InsertPolicy.NoInsert)
        self.why.addItems(REASONS)
        self.why.setCurrentIndex(-1)
        self.why.setAccessibleName("Alasan")
        self.why.setAccessibleDescription("Pilih, atau tulis dengan kata sendiri.")
        line = self.why.lineEdit()
        if line is not None:
            line.setPlaceholderText("Pilih, atau tulis alasannya")
            line.setAccessibleName("Alasan")
        caption.setBuddy(self.why)
        self.column.addWidget(self.who)
        self.column.addSpacing(t.RELATED)
        for part in (caption, self.why):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.why.editTextChanged.connect(lambda _: self.settle())
        self.why.setFocus()
        self.settle()

    def why_not(self) -> str:
        """Return why it cannot be done."""
        return "" if self.why.currentText().strip() else "Isi alasannya lebih dahulu."

    def work(self) -> Work:
        """Return what takes them out."""
        tahun, ids, why = self._tahun, self._ids, self.why.currentText()
        return lambda project, context, progress: remove_people(
            project, context, tahun, ids, why, progress
        )
