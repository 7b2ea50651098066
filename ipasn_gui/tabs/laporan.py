"""The tab Laporan: the real pages as they will be printed, ways to keep them, and signing."""

from __future__ import annotations

import re
import shutil
import tempfile
import weakref
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ipasn_core.errors import IpasnError, UserError
from ipasn_core.formatting import format_int
from ipasn_core.model.settings import PEMISAH, TANPA, Pejabat
from ipasn_core.progress import Progress
from ipasn_core.scoring.year_state import YearState
from ipasn_core.storage.project import Project
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.papers import JenisLaporan, Pilihan, choose_people, paper, write_each
from ipasn_core.workflow.readiness import Condition, Readiness, readiness
from ipasn_core.workflow.revisions import Changes
from ipasn_core.workflow.sign import save
from ipasn_core.workflow.verify import Answer, Verification, verify

from .. import theme as t
from ..dialogs.export import export_people
from ..dialogs.port import PDF, Dialogs
from ..dialogs.revisions import ChangesDialog
from ..jobs import Job
from ..theme import Theme
from ..widgets.answer_bar import AnswerBar
from ..widgets.controls import Hairline
from ..widgets.empty_state import EmptyState
from ..widgets.pdf_view import PdfView
from ..workspace import Workspace
from .laporan_acts import SignActs
from .laporan_choice import KINDS, ChoicePanel
from .laporan_outside import Outside, System, print_pages
from .laporan_sign import SignPanel
from .tab import Chosen, Tab

_LEFT, _RIGHT = 276, 332
_LEFT_NARROW, _RIGHT_NARROW = 216, 292
_LOOKED_THROUGH = 30
"""Of how many people the preview has pages: more are made when they are saved or printed."""
_UNFIT = re.compile(r'[\\/:*?"<>|]+')
_ANSWERS = {Answer.ASLI: "ok", Answer.BERBEDA: "err", Answer.TIDAK_PASTI: "warn"}


class Laporan(Tab):
    """Report, preview and sign-off of the year.

    Args:
        theme: Tokens.
        workspace: What is open.
        dialogs: The port for questions.

    Attributes:
        outside: Printer and viewer of the system.
    """

    judul = "Laporan"

    def __init__(self, theme: Theme, workspace: Workspace, dialogs: Dialogs) -> None:
        super().__init__(theme, workspace)
        self.dialogs = dialogs
        self.outside: Outside = System()
        self._narrow: bool | None = None
        self._shown: tuple[int, Pilihan] | None = None
        self._pdf: bytes | None = None
        self._made = self._has_signed = False
        self._jobs: list[Job[Any]] = []
        self._printing = False
        self._beda: Changes | None = None
        self._let_go: weakref.finalize[[], Any] | None = None
        self.choice = ChoicePanel(theme)
        self.view = PdfView(theme, "Pratinjau laporan")
        self.answer = AnswerBar(theme)
        self.signing = SignPanel(theme)
        self.acts = SignActs(workspace, dialogs)
        self.empty = EmptyState(
            theme,
            "document",
            "Belum ada laporan",
            "Laporan disusun dari pegawai yang diukur, dan tahun ini belum memuat seorang pun. "
            "Impor daftar pegawai lebih dahulu.",
            "Impor…",
            primary_icon="arrow_import",
        )
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.answer)
        middle.addWidget(self.view, 1)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.choice)
        row.addWidget(Hairline(self.theme, upright=True))
        row.addLayout(middle, 1)
        row.addWidget(Hairline(self.theme, upright=True))
        row.addWidget(self.signing)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(body)

    def _connect(self) -> None:
        choice, signing, jobs = self.choice, self.signing, self.workspace.jobs
        self.empty.primary_wanted.connect(self.import_wanted)
        choice.choice_changed.connect(self.refresh)
        choice.paper_wanted.connect(self._change_paper)
        choice.annexes_wanted.connect(self._change_annexes)
        choice.save_wanted.connect(self.save_pdf)
        choice.print_wanted.connect(self.print_report)
        choice.export_wanted.connect(lambda: export_people(self.workspace, self.dialogs))
        choice.verify_wanted.connect(self._choose_and_verify)
        self.view.viewer_wanted.connect(self.open_outside)
        self.view.side_wanted.connect(lambda: choice.setVisible(choice.isHidden()))
        self.answer.wanted.connect(self._again)
        acts = self.acts
        signing.sign_wanted.connect(self._sign)
        signing.review_wanted.connect(acts.review)
        signing.reject_wanted.connect(acts.reject)
        signing.reopen_wanted.connect(acts.reopen)
        signing.way_wanted.connect(self._follow)
        jobs.started.connect(lambda _: self._enable())
        jobs.ended.connect(lambda _: self._enable())
        self.workspace.closed.connect(self._forget)

    # What is shown --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the year; its pages and conditions come when they are ready."""
        current = self.workspace.current
        if current is None:
            return
        self._enable()
        if self._shown == self._key:
            return
        same_year = self._shown is not None and self._shown[0] == self.workspace.version
        self._stop()
        self._shown = self._key
        self._pdf, self._made = None, False
        self.answer.hide()
        has = bool(current.state.instansi.jumlah)
        self._stack.setCurrentIndex(int(has))
        if not same_year:
            self.signing.show_current(current)
            self._keep_keyboard(signed=current.state.disahkan)
        if not has:
            self.view.clear()
            return
        if not current.state.disahkan and not same_year:
            self._prepare("Memeriksa syarat pengesahan", self._ready_work(), self._show_ready)
        self._prepare("Menyusun pratinjau", self._preview_work(), self._show_pages)

    @property
    def _key(self) -> tuple[int, Pilihan]:
        """What is to be seen: a version of the workspace, and a paper of it."""
        return self.workspace.version, self.choice.pilihan

    def _ready_work(self) -> Callable[[Project, Progress], Readiness]:
        current, context = self.workspace.current, self.workspace.context()
        assert current is not None
        return lambda project, _: readiness(project, context, current.state)

    def _paper_work(self) -> Callable[[Project, Progress], bytes]:
        """Return what gives the paper's bytes: those that are shown, else made now."""
        current, context, held = self.workspace.current, self.workspace.context(), self._pdf
        asked = self.choice.pilihan
        assert current is not None

        def work(project: Project, progress: Progress) -> bytes:
            if held is not None:
                return held
            return paper(project, context, current.state, asked, progress)

        return work

    def _preview_work(self) -> Callable[[Project, Progress], tuple[bytes, int]]:
        """Return what gives the pages to look at, and of how many people more there are."""
        current, context = self.workspace.current, self.workspace.context()
        asked = self.choice.pilihan
        assert current is not None
        state = current.state

        def work(project: Project, progress: Progress) -> tuple[bytes, int]:
            left, some = 0, asked
            if asked.jenis is JenisLaporan.PERORANGAN:
                people = choose_people(state, asked)
                left = max(len(people) - _LOOKED_THROUGH, 0)
                if left:
                    nip = tuple(int(state.roster.nip[i]) for i in people[:_LOOKED_THROUGH])
                    some = Pilihan(asked.jenis, asked.opd, nip)
            return paper(project, context, state, some, progress), left

        return work

    def _prepare(
        self, title: str, work: Callable[[Project, Progress], Any], show: Callable[[Any], None]
    ) -> None:
        """Run a job for what is shown; dropped where the year has become another meanwhile."""
        wanted = self._shown

        def done(result: Any) -> None:
            if wanted == self._shown == self._key:
                show(result)

        def cancelled() -> None:
            if wanted == self._shown:
                self._shown = None
                self._say("info", "Pratinjau dibatalkan.", "Susun lagi")

        def refused(fault: IpasnError) -> None:
            if wanted == self._shown:
                self.view.clear()
                self._say("warn", f"{fault.pesan} {fault.perbaikan}".strip())

        self._jobs.append(self.workspace.read(title, work, done, refused, cancelled))

    def _show_ready(self, found: Readiness) -> None:
        self.signing.show_readiness(found, self.workspace.path)

    def _show_pages(self, made: tuple[bytes, int]) -> None:
        pdf, left = made
        self._pdf, self._made = None if left else pdf, True
        self.view.show_pdf(pdf)
        if left:
            self._say(
                "info",
                f"Pratinjau memuat {format_int(_LOOKED_THROUGH)} pegawai pertama; "
                f"{format_int(left)} lainnya ikut disimpan dan dicetak.",
            )
        if self._printing:
            self.print_report()

    def _again(self) -> None:
        if self._beda is not None:
            ChangesDialog(self.theme, self._beda, self.window()).open()
            return
        self.answer.hide()
        self.refresh()

    def _stop(self) -> None:
        """Stop what is made for a year that is not shown any more."""
        self._shown = None
        self._printing = False
        for job in self._jobs:
            self.workspace.jobs.cancel(job)
        self._jobs = []

    def _clean(self) -> None:
        """Let the copy for the viewer go: it holds names."""
        if self._let_go is not None:
            self._let_go()
            self._let_go = None

    def _forget(self) -> None:
        self._stop()
        self._clean()
        self._pdf = None
        self.view.clear()

    def _enable(self) -> None:
        current, workspace = self.workspace.current, self.workspace
        if current is None:
            return
        hindrance = ""
        if not current.writable:
            hindrance = "Berkas dibuka untuk dibaca saja."
        elif workspace.jobs.writing:
            hindrance = "Tunggu hingga pekerjaan yang berjalan selesai."
        self.choice.show_current(
            current,
            writable=not hindrance,
            opd=workspace.opd_name,
            person=self._looked_at(current.state),
        )
        self.signing.set_hindrance(hindrance)

    def _looked_at(self, state: YearState) -> tuple[int, str] | None:
        """Return NIP and name of who is looked at, if it is somebody who is measured."""
        found = np.flatnonzero(state.roster.id == self.workspace.person)
        if not len(found) or not state.scores.diukur[found[0]]:
            return None
        return int(state.roster.nip[found[0]]), state.roster.nama[int(found[0])]

    def toast_left(self) -> int:
        """Beside the panel at the left: its buttons are at the foot."""
        return t.GROUP + (0 if self.choice.isHidden() else self.choice.width())

    def areas(self) -> list[QWidget]:
        """Choice, pages, sign-off."""
        if self._stack.currentIndex() == 0:
            return [self.empty.primary]
        fields = self.signing.form.fields["nomor"].field
        last = fields if fields.isVisible() else self.signing.second
        left: list[QWidget] = [] if self.choice.isHidden() else [self.choice.save]
        return [*left, self.view.canvas, last if last.isEnabled() else self.signing.area]

    def toggle_pane(self) -> None:
        """Show or hide the sign-off panel."""
        self.signing.setVisible(self.signing.isHidden())

    # Ways out -------------------------------------------------------------------------------------

    def save_pdf(self) -> None:
        """Keep the paper that is shown, as one file or one for each person."""
        if self.choice.one_each:
            self._save_each()
            return
        path = self.dialogs.save_file("Simpan laporan", PDF, self._file_name())
        if path is None:
            return
        work = self._paper_work()
        self.workspace.read(
            f"Menyimpan {path.name}",
            lambda project, progress: save(project, work(project, progress), path),
            lambda _: self.workspace.told.emit(f"Disimpan: {path.name}.", False),
        )

    def _save_each(self) -> None:
        """Ask for a folder and write a file for each person."""
        current, asked = self.workspace.current, self.choice.pilihan
        assert current is not None
        folder = self.dialogs.choose_folder("Simpan satu berkas per pegawai", PDF)
        if folder is None:
            return
        context, state = self.workspace.context(), current.state
        self.workspace.read(
            "Menyimpan berkas perorangan",
            lambda project, progress: write_each(project, context, state, asked, folder, progress),
            lambda many: self.workspace.told.emit(
                f"{format_int(many)} berkas disimpan di {folder.name}.", False
            ),
        )

    def open_outside(self) -> None:
        """Open a copy in the system's viewer; it goes with the next, the project or the end."""
        folder = Path(tempfile.mkdtemp(prefix="ipasn-"))
        self._clean()
        self._let_go = weakref.finalize(self, partial(shutil.rmtree, folder, ignore_errors=True))
        path = folder / self._file_name()
        work = self._paper_work()

        def show(_: None) -> None:
            if not self.outside.show(path):
                told = "Tidak ada program untuk membuka PDF."
                self.dialogs.fault(UserError(told, "Simpan PDF, lalu buka di komputer lain."))

        self.workspace.read(
            "Membuka di penampil PDF",
            lambda project, progress: save(project, work(project, progress), path),
            show,
        )

    def print_report(self) -> None:
        """Print through the system's dialog, once there are pages."""
        if self._shown != self._key:
            return
        self._printing = not self._made
        if self._printing:
            return
        printer = self.outside.printer(self, self._file_name())
        if printer is None:
            return
        work = self._paper_work()
        self.workspace.read(
            "Mencetak laporan",
            lambda project, progress: print_pages(printer, work(project, progress), progress),
            lambda many: self.workspace.told.emit(f"{many} halaman dikirim ke pencetak.", False),
        )

    def _file_name(self, *, signed: bool = False) -> str:
        assert self.workspace.current is not None
        state = self.workspace.current.state
        draft = "" if signed or state.disahkan else " (draf)"
        asked, kind = self.choice.pilihan, KINDS[0] if signed else self.choice.kind
        whose = asked.opd if not signed and asked.opd else state.settings.instansi
        if asked.nip and not signed and self._looked_at(state) is not None:
            whose = " ".join(map(str, reversed(self._looked_at(state) or ())))
        name = f"{kind.berkas} {whose} {state.tahun}{draft}"
        return _UNFIT.sub("-", name) + ".pdf"

    def _change_paper(self, kertas: str) -> None:
        assert self.workspace.current is not None
        state = self.workspace.current.state
        before = state.settings.kertas
        if kertas != before:
            told = f"Kertas laporan diubah dari {before.upper()} menjadi {kertas.upper()}."
            self.workspace.change(
                "Mengubah kertas",
                lambda p, c, _: change_settings(p, c, state.tahun, {"kertas": kertas}),
                lambda _: self.workspace.told.emit(told, True),
            )

    def _change_annexes(self, names: tuple[str, ...]) -> None:
        assert self.workspace.current is not None
        tahun = self.workspace.current.state.tahun
        text = PEMISAH.join(names) or TANPA
        self.workspace.change(
            "Mengubah lampiran",
            lambda p, c, _: change_settings(p, c, tahun, {"lampiran": text}),
            lambda _: self.workspace.told.emit("Lampiran laporan diubah.", True),
        )

    # Signing --------------------------------------------------------------------------------------

    def _sign(self, who: Pejabat, electronic: bool) -> None:
        self._has_signed = True
        self.acts.sign(who, self._file_name(signed=True), electronic=electronic)

    def _keep_keyboard(self, *, signed: bool) -> None:
        """After signing, stay in the panel: the button that was pressed is gone."""
        if self._has_signed and signed:
            self._has_signed = False
            again = self.signing.second
            (again if again.isEnabled() else self.signing.area).setFocus()

    def _follow(self, condition: Condition) -> None:
        """Show what a condition is about."""
        if condition.kode == "diukur":
            self.import_wanted.emit()
            return
        if condition.kode == "temuan":
            self.findings_wanted.emit()
            return
        if condition.kode == "lambang":
            self.settings_wanted.emit("Kop surat")
            return
        assert self.workspace.current is not None
        roster = self.workspace.current.state.roster
        who = roster.id[np.isin(roster.nip, np.array(condition.nip, np.int64))]
        if len(who):
            self.people_wanted.emit(Chosen(condition.kalimat, who))
        else:
            self.tab_wanted.emit("Beranda")

    # Verifying ------------------------------------------------------------------------------------

    def verify_pdf(self, path: Path) -> None:
        """Say whether a PDF is one that was signed in this project."""
        berkas, now = self.workspace.path, self.workspace.context().now
        if berkas is not None:
            self.workspace.read(
                f"Memeriksa {path.name}",
                lambda *_: verify(path, berkas, now),
                lambda found: self._tell(path, found),
            )

    def _choose_and_verify(self) -> None:
        for path in self.dialogs.open_files("Periksa laporan PDF", PDF, several=False):
            self.verify_pdf(path)

    def _tell(self, path: Path, found: Verification) -> None:
        action = "" if found.beda is None else "Lihat perbedaan…"
        self._say(_ANSWERS[found.jawaban], f"{path.name}: {found.kalimat}", action)
        self._beda = found.beda

    def _say(self, kind: str, text: str, action: str = "") -> None:
        self._beda = None
        self.answer.say(kind, text, action)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take one PDF; everything else is the window's."""
        if _dropped(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Verify it."""
        for path in _dropped(event)[:1]:
            self.verify_pdf(path)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the pages more room in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < t.NARROW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        margin = t.MARGIN_NARROW if narrow else t.MARGIN
        self.choice.setFixedWidth(_LEFT_NARROW if narrow else _LEFT)
        self.signing.setFixedWidth(_RIGHT_NARROW if narrow else _RIGHT)
        self.choice.set_margin(margin)
        self.signing.set_margin(margin)


def _dropped(event: QDropEvent) -> Sequence[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == ".pdf"]
