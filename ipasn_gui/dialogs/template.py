"""The workbook to hand out: which form, whose people stand in it, where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ipasn_core.formatting import format_int
from ipasn_core.importing.template_fields import Jenis
from ipasn_core.progress import Progress
from ipasn_core.storage.project import Project
from ipasn_core.workflow.template import SEMUA_OPD, project_templates, save_templates

from ..jobs import Job
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Label
from ..workspace import Workspace
from .message import Message, MessageDialog
from .port import WORKBOOK, Dialogs

_WORDS = Message(
    "Simpan templat Excel",
    "Buku kerja untuk dibagikan ke perangkat daerah, dengan daftar pilihan, pemeriksaan tanggal, "
    "angka, dan NIP, serta halaman petunjuk.",
    "Simpan…",
)
_FORMS: tuple[tuple[Jenis, str], ...] = (
    ("lebar", "Satu baris seorang pegawai"),
    ("riwayat", "Riwayat, satu lembar sejenis"),
)
_EMPTY = "kosong"


class TemplateDialog(MessageDialog):
    """Asks for the form and the people, then where to save; writes in a job.

    Args:
        theme: Tokens.
        workspace: What is open, if anything is.
        dialogs: The port for questions.
        parent: The window.
    """

    def __init__(
        self, theme: Theme, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None
    ) -> None:
        super().__init__(parent, theme, _WORDS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._dialogs = dialogs
        self.form = self._ask("Bentuk", list(_FORMS))
        self.people = self._ask("Pegawai", self._choices())
        self.people.setEnabled(self.people.count() > 1)
        self.accepted.connect(self._save)

    def _ask(self, label: str, choices: list[tuple[Jenis, str]] | list[tuple[str, str]]) -> Chooser:
        chooser = Chooser(self.theme)
        for value, text in choices:
            chooser.addItem(text, value)
        chooser.setAccessibleName(label)
        caption = Label(label, "caption")
        caption.setBuddy(chooser)
        self.column.addWidget(caption)
        self.column.addWidget(chooser)
        return chooser

    def _choices(self) -> list[tuple[str, str]]:
        """Return whose people may stand in it; without people there is one choice."""
        choices = [(_EMPTY, "Kosong")]
        current, opd = self._workspace.current, self._workspace.opd_name
        if current is None or not len(current.state.roster):
            return choices
        count = format_int(len(current.state.roster))
        choices.append(("", f"Terisi {count} pegawai tahun {current.state.tahun}, satu berkas"))
        choices.append(("*", "Terisi, satu berkas setiap perangkat daerah"))
        if opd:
            choices.append((opd, f"Terisi pegawai {opd}"))
        return choices

    def _save(self) -> None:
        jenis: Jenis = self.form.currentData()
        people = str(self.people.currentData())
        current = self._workspace.current
        name = "Templat IPASN.xlsx"
        if current is not None and people != _EMPTY:
            name = f"Templat IPASN {current.state.tahun}.xlsx"
        path = self._dialogs.save_file("Simpan templat", WORKBOOK, name)
        if path is None:
            return
        title = f"Menyimpan {path.name}"
        if current is None or people == _EMPTY:
            job = Job(title, lambda progress: save_templates(path, jenis, progress=progress),
                      self._tell, cancellable=True)  # fmt: skip
            self._workspace.jobs.run(job)
            return
        tahun = current.state.tahun
        opd = {"": None, "*": SEMUA_OPD}.get(people, people)

        def work(project: Project, progress: Progress) -> list[Path]:
            return project_templates(project, path, jenis, opd, tahun, progress)

        self._workspace.read(title, work, self._tell)

    def _tell(self, made: list[Path]) -> None:
        words = f"Disimpan: {made[0].name}."
        if len(made) > 1:
            words = f"Disimpan: {format_int(len(made))} berkas di {made[0].parent.name}."
        self._workspace.told.emit(words, False)
