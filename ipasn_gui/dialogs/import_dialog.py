"""`ImportDialog`: spreadsheets in, in four steps; stored only when the third is confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import format_int
from ipasn_core.model.finding import Finding
from ipasn_core.workflow.import_rows import piece_of, place_of
from ipasn_core.workflow.import_view import SheetSeen, fault_words

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, Hairline, Label, SearchField, ground
from ..workspace import Workspace
from .import_bars import STEPS, StepRow
from .import_berkas import BerkasPage
from .import_foot import Foot
from .import_kolom import KolomPage
from .import_rencana import PlanLink, RencanaPage
from .import_selesai import SelesaiPage
from .import_session import ImportSession
from .import_sources import SourceList
from .import_tile import CountTile
from .message import Message
from .port import SHEETS, WORKBOOK, Dialogs

SIZE = QSize(1240, 620)
_FULL_BELOW, _FREE = 1300, 48
_SIDE, _SIDE_NARROW = 300, 232
BERKAS, KOLOM, RENCANA, SELESAI = range(len(STEPS))


class ImportDialog(QDialog):
    """Asks for spreadsheets, shows what they come to, stores it.

    Args:
        theme: Tokens.
        workspace: What is open.
        dialogs: The port for files and questions.
        parent: The window.

    Attributes:
        tab_wanted: A tab is to be shown afterwards: (its name).
    """

    tab_wanted = Signal(str)

    def __init__(
        self, theme: Theme, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._workspace = workspace
        self._dialogs = dialogs
        self._leaving = False
        self._before: Fraction | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.session = ImportSession(workspace, self)
        self.steps = StepRow(theme)
        self.state = Label("Belum ada yang disimpan", "caption")
        self.sources = SourceList(theme, self.session)
        self.berkas = BerkasPage(theme, self.session)
        self.kolom = KolomPage(theme, self.session)
        self.rencana = RencanaPage(theme, self.session)
        self.selesai = SelesaiPage(theme)
        self.pages = QStackedWidget()
        for page in (self.berkas, self.kolom, self.rencana, self.selesai):
            # What a page lacks in height it scrolls: the foot always stays in sight.
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self.pages.addWidget(page)
        self.foot = Foot(theme, workspace.jobs)
        self._lay_out()
        self._connect()
        self.show_step(BERKAS)

    # The dialog itself ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 12)
        head.addWidget(self.steps)
        head.addStretch(1)
        head.addWidget(self.state)
        column.addLayout(head)
        column.addWidget(Hairline(self.theme))
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._make_side())
        self._between = Hairline(self.theme, upright=True)
        body.addWidget(self._between)
        body.addWidget(self.pages, 1)
        column.addLayout(body, 1)
        column.addWidget(Hairline(self.theme))
        column.addWidget(self.foot)

    def _make_side(self) -> QWidget:
        self.side = ground("canvas")
        column = QVBoxLayout(self.side)
        column.setContentsMargins(t.GROUP - 4, 10, t.GROUP - 4, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        self.heading = Label("Berkas dan lembar", "heading")
        row.addWidget(self.heading, 1)
        self.more = Button(self.theme, "Tambah", "ghost", "add")
        self.more.setAccessibleName("Tambah berkas")
        row.addWidget(self.more)
        column.addLayout(row)
        self.empty = Label(
            "Belum ada berkas. Berkas dari beberapa perangkat daerah dapat diimpor sekaligus.",
            "caption",
            wrap=True,
        )
        self.empty.setContentsMargins(8, 4, 8, 0)
        column.addWidget(self.empty)
        column.addWidget(self.sources, 1)
        self.link = PlanLink(self.theme)
        column.addWidget(self.link)
        return self.side

    def _connect(self) -> None:
        session, foot = self.session, self.foot
        session.changed.connect(self._renew)
        session.busy_changed.connect(self._enable)
        session.faulted.connect(self._refused)
        session.applied.connect(self._applied)
        session.told.connect(self._tell)
        self.more.clicked.connect(self._pick)
        self.berkas.files_wanted.connect(self._pick)
        self.berkas.dropped.connect(self.add_files)
        self.sources.remove_wanted.connect(session.remove)
        self.sources.sheet_chosen.connect(self._look_at)
        self.kolom.answered.connect(self._focus_next)
        self.link.wanted.connect(lambda: self.show_step(KOLOM))
        self.rencana.sheet_wanted.connect(self._point_at)
        self.kolom.shown.connect(lambda s: self.sources.choose(s.berkas_ke, s.tabel_ke))
        foot.go.clicked.connect(self.go_on)
        foot.back.clicked.connect(lambda: self.show_step(self.step - 1))
        foot.leave.clicked.connect(self.reject)
        foot.save.clicked.connect(self._save_refused)
        foot.undo.clicked.connect(self._undo)
        foot.stop.clicked.connect(session.cancel)

    @property
    def step(self) -> int:
        """The step at hand."""
        return self.pages.currentIndex()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take 1240 × 620, or all there is where the window is small."""
        parent = self.parentWidget()
        if not event.spontaneous() and parent is not None:
            room = self.screen().availableGeometry().size() - QSize(_FREE, _FREE)
            wanted = SIZE if parent.width() >= _FULL_BELOW else parent.size()
            self.resize(wanted.boundedTo(room))
        super().showEvent(event)
        self.foot.go.setFocus() if self.foot.go.isEnabled() else self.berkas.pick.setFocus()

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        """Give the sources less where there is little."""
        narrow = self.width() < t.NARROW
        self.side.setFixedWidth(_SIDE_NARROW if narrow else _SIDE)
        self.heading.setText("Berkas" if narrow else "Berkas dan lembar")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is the primary button, unless the keyboard is on another one."""
        at = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and isinstance(at, SearchField) and at.text():
            at.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(at, QComboBox):
                at.showPopup()
            elif not isinstance(at, QLineEdit):  # which took it as the end of typing
                (at if isinstance(at, QPushButton | CountTile) else self.foot.go).click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files anywhere, as long as nothing is stored."""
        if event.mimeData().hasUrls() and self.step != SELESAI:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Add the files."""
        urls = event.mimeData().urls()
        self.add_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    # Steps ----------------------------------------------------------------------------------------

    def show_step(self, step: int) -> None:
        """Show a step."""
        self.foot.note = ""
        self.pages.setCurrentIndex(step)
        if step == KOLOM:
            self.kolom.show_first()
        elif step == RENCANA:
            self.rencana.show_plan()
        self.steps.show_step(step)
        self.side.setVisible(step != SELESAI)
        self._between.setVisible(step != SELESAI)
        self.sources.removable = step == BERKAS
        self.sources.viewport().update()
        if step == BERKAS:
            self.sources.clear_choice()
        self._enable()
        self._focus_next()

    def _focus_next(self) -> None:
        """Go to what is asked, else to the way on."""
        answer = self.kolom.answer if self.step == KOLOM else None
        if self.step == RENCANA:
            answer = self.rencana.attention()  # what is kept out is seen before it is passed over
        if answer is not None:
            answer.setFocus()
        elif self.foot.go.isEnabled():
            self.foot.go.setFocus()

    def go_on(self) -> None:
        """Do what the primary button says."""
        if not self.foot.go.isEnabled():
            return
        if self.step in (BERKAS, KOLOM):
            self.show_step(self.step + 1)
            if self.step == RENCANA and not self.session.current and not self.session.busy:
                self.session.plan()
        elif self.step == SELESAI:
            self.tab_wanted.emit("Beranda")
            self.accept()
        elif not self.session.current:
            self.session.plan()
        elif self.session.seen.same:
            self.reject()
        elif self.session.ready:
            current = self._workspace.current
            self._before = None if current is None else current.state.instansi.indeks
            self.session.apply()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take files into the import."""
        if self.step != SELESAI and not self._workspace.jobs.writing:
            self.session.add(paths)

    def _pick(self) -> None:
        chosen = self._dialogs.open_files("Pilih berkas untuk diimpor", SHEETS, several=True)
        self.add_files(chosen)

    def _look_at(self, sheet: SheetSeen) -> None:
        if self.step == KOLOM and sheet is not self.kolom.sheet:
            self.kolom.show_sheet(sheet)
        elif self.step == RENCANA and self.sources.hasFocus():
            self.rencana.show_sheet(sheet.berkas, sheet.lembar)

    def _point_at(self, finding: Finding) -> None:
        prepared = self.session.prepared
        if prepared is None or self.sources.hasFocus():
            return
        piece, place = piece_of(prepared, finding), place_of(prepared, finding)
        if piece is not None:
            self.sources.choose(piece.berkas_ke, piece.tabel_ke)
        elif place is not None:
            self.sources.choose(*place)

    # What is said ---------------------------------------------------------------------------------

    def _renew(self) -> None:
        many = len(self.session.files)
        self.setWindowTitle(f"Impor data – {format_int(many)} berkas" if many else "Impor data")
        self.empty.setVisible(not many)
        if self.step in (KOLOM, RENCANA) and not self.session.readable:
            self.show_step(BERKAS)
        self._enable()

    def _enable(self) -> None:
        session, step = self.session, self.step
        if self._leaving and not session.busy:
            super().reject()
            return
        if not session.files:
            self.setWindowTitle("Impor data")
        self.link.show_sheets(session.sheets if step == RENCANA else ())
        self.foot.show_busy(session if session.busy else None)
        self.foot.show_step(step, session)
        self.more.setEnabled(not self._workspace.jobs.writing)
        rest = "Tidak ada yang disimpan" if step == SELESAI else self._not_stored
        self.state.setText("Tersimpan" if session.done else rest)

    @property
    def _not_stored(self) -> str:
        """Say that nothing is stored yet, but for spellings that were added on the way."""
        spelled = self.session.spelled
        return "Ejaan tersimpan, data belum" if spelled else "Belum ada yang disimpan"

    def _tell(self, text: str) -> None:
        """Say something in the foot until the next step."""
        self.foot.note = text
        self._enable()

    def _refused(self, fault: IpasnError) -> None:
        if self.step == SELESAI:
            self.selesai.fault.say(*fault_words(fault))
        self._enable()

    def _applied(self) -> None:
        self._leaving = False  # what is stored is said, even to who wanted to leave
        prepared, current = self.session.prepared, self._workspace.current
        if prepared is not None:
            after = None if current is None else current.state.instansi.indeks
            self.selesai.show_done(self.session, self._before, after)
        self.show_step(SELESAI)

    # Ways out -------------------------------------------------------------------------------------

    def _save_refused(self) -> None:
        name = f"Baris ditolak {self.session.tahun}.xlsx"
        path = self._dialogs.save_file("Simpan baris ditolak", WORKBOOK, name)
        if path is not None:
            self.session.save_refused(path, lambda: self._saved(path))

    def _saved(self, path: Path) -> None:
        self.foot.note = f"Disimpan: {path.name}"

    def _undo(self) -> None:
        self.selesai.fault.say("")
        self.session.undo(self._undone)

    def _undone(self) -> None:
        current = self._workspace.current
        indeks = None if current is None else current.state.instansi.indeks
        self.selesai.show_undone(indeks, self.session.tahun)
        self._enable()

    def done(self, result: int) -> None:
        """Leave, and want nothing more of what still runs."""
        self.session.drop()
        super().done(result)
        self.rencana.clear()
        self.session.release()

    def reject(self) -> None:
        """Leave; while a job runs ask, and stop it first."""
        if not self.session.busy:
            super().reject()
            return
        writing = self._workspace.jobs.writing
        message = Message(
            "Batalkan impor yang sedang dikerjakan?" if writing else "Tutup impor ini?",
            "Data tetap seperti semula." if writing else f"{self._not_stored}.",
            "Batalkan impor" if writing else "Tutup",
        )
        if self._dialogs.confirm(message):
            if self.step == SELESAI:
                return  # stored before the answer came: that is said, and can be undone here
            self._leaving = True
            self.session.cancel()
            self._enable()
