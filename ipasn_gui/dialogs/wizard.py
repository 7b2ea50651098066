"""The wizard for a new project: one group of questions a page, all but two can wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ipasn_core.errors import IpasnError, UsageError
from ipasn_core.model.settings import (
    OFFICIAL,
    PEMISAH,
    PENANDA_TANGAN,
    check_official_setting,
    check_setting,
)
from ipasn_core.progress import Progress
from ipasn_core.rules.edition import Edition
from ipasn_core.rules.loader import editions
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.create import check_target, create

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Hairline, Label, foot, ground, restyle
from ..widgets.form import Field, Form
from ..workspace import Workspace
from .message import Message
from .port import PROJECT, Dialogs
from .settings_fields import fit, scrolled
from .settings_officials import check_nip
from .wizard_kop import KopPage

_SIZE = (720, 520)
_LEAVE = Message(
    "Tinggalkan proyek baru?", "Yang sudah diisi tidak disimpan.", "Tinggalkan", "bahaya"
)
_STEPS = ("Instansi", "Tahun dan aturan", "Target", "Kop surat", "Pejabat")


@dataclass(slots=True)
class NewProject:
    """What the wizard has been told; texts as they were typed."""

    instansi: str = ""
    tahun: int = 0
    aturan: str = ""
    target: dict[str, str] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)

    def build(self, path: Path) -> Callable[[Context, Progress], None]:
        """Return what makes the file, to be run in the worker."""
        target = ",".join(f"{name}={value}" for name, value in self.target.items())

        def work(context: Context, _: Progress) -> None:
            # Refused before there is a file: half a project would be in the way of the next try.
            for name, value in self.settings.items():
                check = check_official_setting if name.startswith(OFFICIAL) else check_setting
                check(name, value)
            create(path, context, self.instansi, self.tahun, self.aturan, target or None)
            if self.settings:
                with open_project(path, context) as project:
                    change_settings(project, context, self.tahun, self.settings)

        return work


class ProjectWizard(QDialog):
    """Asks for a new project, makes it and opens it.

    Args:
        theme: Tokens.
        workspace: Makes and opens the file.
        dialogs: Asks where it goes.
        parent: The window.
    """

    def __init__(
        self, theme: Theme, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._workspace = workspace
        self._dialogs = dialogs
        self.setWindowTitle("Buat proyek")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, parent, *_SIZE)
        self.pages = QStackedWidget()
        self._make_pages(workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._steps())
        row.addWidget(Hairline(theme, upright=True))
        row.addWidget(scrolled(self.pages), 1)
        column.addLayout(row, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(self._foot())
        self._show(0)
        self._blank = self.told()

    def _make_pages(self, workspace: Workspace) -> None:
        self.agency = _AgencyPage(self.theme)
        self.year = _YearPage(self.theme, workspace.context().now.year - 1)
        self.target = _TargetPage(self.theme, self.year)
        self.kop = KopPage(self.theme, workspace, self._dialogs)
        self.official = _OfficialPage(self.theme)
        self._forms = (self.agency, self.year, self.target, self.kop, self.official)
        for page in self._forms:
            self.pages.addWidget(page)
            page.changed.connect(self._check)

    def _steps(self) -> QWidget:
        side = ground("canvas")
        side.setFixedWidth(184)
        column = QVBoxLayout(side)
        column.setContentsMargins(t.GROUP, t.SECTION, t.GROUP, t.SECTION)
        column.setSpacing(4)
        self._choice = QButtonGroup(self)
        for place, name in enumerate(_STEPS):
            button = Button(self.theme, f"{place + 1}  {name}", "step")
            button.setCheckable(True)
            self._choice.addButton(button, place)
            column.addWidget(button)
        self._choice.idClicked.connect(self._show)
        column.addStretch(1)
        column.addWidget(Label("Yang belum diisi dapat menyusul.", "caption", wrap=True))
        return side

    def _foot(self) -> QWidget:
        made, row = foot()
        self.why = Label("", "caption", wrap=True)
        row.addWidget(self.why, 1)
        cancel = Button(self.theme, "Batal")
        cancel.clicked.connect(self.reject)
        self.back = Button(self.theme, "Kembali")
        self.back.clicked.connect(lambda: self._show(self.pages.currentIndex() - 1))
        self.next = Button(self.theme, "Lanjut")
        self.next.clicked.connect(self._go_on)
        self.go = Button(self.theme, "Buat proyek…", "primary")
        self.go.clicked.connect(self._make)
        for button in (cancel, self.back, self.next, self.go):
            row.addWidget(button)
        return made

    def _go_on(self) -> None:
        """Show the next page, unless something on this one is wrong."""
        page = self.pages.currentWidget()
        if not isinstance(page, Form) or page.validate():
            self._show(self.pages.currentIndex() + 1)

    def _show(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        button = self._choice.button(place)
        button.setChecked(True)
        self.back.setEnabled(place > 0)
        last = place == len(_STEPS) - 1
        self.next.setEnabled(not last)
        # Enter goes on, and makes the project where there is nothing further to ask.
        self.next.setDefault(not last)
        self.go.setDefault(last)
        page = self.pages.currentWidget()
        if isinstance(page, Form):
            page.shown()
        self._check()

    def _check(self) -> None:
        """Say what is missing; the button waits for the first two pages and for no fault."""
        missing = "" if self.agency.name.text().strip() else "Nama instansi belum diisi."
        fault = next((form.fault for form in self._forms if form.fault), "")
        self.why.setText(fault or missing)
        restyle(self.why, role="error" if fault else "caption")
        self.go.setEnabled(not missing and not fault)

    def told(self) -> NewProject:
        """Return what the pages say now."""
        settings = dict(self.kop.values())
        official = self.official.setting()
        if official:
            settings[f"{OFFICIAL}1"] = official
        return NewProject(
            instansi=self.agency.name.text(),
            tahun=self.year.tahun,
            aturan=self.year.edition.id,
            target=self.target.values(),
            settings=settings,
        )

    def _make(self) -> None:
        for place, page in enumerate(self._forms):
            if not page.validate():
                self._show(place)
                page.validate()  # the page put the keyboard into its first field
                return
        told = self.told()
        name = f"IPASN {told.instansi} {told.tahun}.ipasn"
        path = self._dialogs.save_file("Simpan proyek baru", PROJECT, _file_name(name))
        if path is None:
            return
        self.setEnabled(False)
        self._workspace.opened.connect(self.accept)
        self._workspace.make(path, told.build(path), self._refused)

    def reject(self) -> None:
        """Leave, but not while the project is being made, nor with what is written unasked."""
        if self.isEnabled() and (self.told() == self._blank or self._dialogs.confirm(_LEAVE)):
            super().reject()

    def _refused(self, fault: IpasnError) -> None:
        self.setEnabled(True)
        self._workspace.opened.disconnect(self.accept)
        self._dialogs.fault(fault)


def _file_name(text: str) -> str:
    """Return a name that every system takes."""
    return "".join("-" if one in '\\/:*?"<>|' else one for one in text)


class _AgencyPage(Form):
    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "Instansi yang diukur",
            "Nama ini tercetak dalam laporan, misalnya Pemerintah Kota Bontang.",
        )
        self.name = self.add(Field("Nama instansi")).field
        self.finish()


class _YearPage(Form):
    def __init__(self, theme: Theme, likely: int) -> None:
        super().__init__(
            theme,
            "Tahun ukur dan aturannya",
            "Tahun ukur menentukan edisi aturan. Tahun lain dapat ditambahkan kelak.",
        )
        self._editions = editions()
        years = sorted({year for one in self._editions for year in one.tahun}, reverse=True)
        self.chooser = Chooser(theme)
        self.chooser.addItems([str(year) for year in years])
        # Agencies measure the year before; where no edition holds for it, the newest there is.
        self.chooser.setCurrentText(str(likely if likely in years else years[0]))
        self.add_widget("Tahun ukur", self.chooser)
        self.rule = Chooser(theme)
        self.add_widget("Aturan", self.rule)
        self.about = Label("", "caption", wrap=True)
        self.column.addWidget(self.about)
        self.chooser.currentTextChanged.connect(lambda _: self._fill())
        self.rule.currentIndexChanged.connect(lambda _: self._tell())
        self._fill()
        self.finish()

    @property
    def tahun(self) -> int:
        """The chosen year."""
        return int(self.chooser.currentText())

    @property
    def edition(self) -> Edition:
        """The chosen edition."""
        wanted = self.rule.currentData()
        return next(one for one in self._editions if one.id == wanted)

    def _fill(self) -> None:
        self.rule.clear()
        for one in self._editions:
            if self.tahun in one.tahun:
                mark = " (draf)" if one.draf else ""
                self.rule.addItem(f"{one.nama}{mark}", one.id)
        self._tell()

    def _tell(self) -> None:
        if self.rule.count():
            self.about.setText(f"{self.edition.nama} tentang {self.edition.tentang}.")
            self.changed.emit()


class _TargetPage(Form):
    def __init__(self, theme: Theme, year: _YearPage) -> None:
        super().__init__(
            theme,
            "Target tahun ini",
            "Capaian dihitung terhadap target. Kosongkan bila belum ditetapkan.",
        )
        self._year = year
        self.fields: dict[str, Field] = {}
        for dimensi in year.edition.dimensi:
            most = dimensi.maksimal // 1000
            one = self.add(
                Field(f"{dimensi.nama}, dari {most}", self._check(dimensi.id)), narrow=True
            )
            self.fields[dimensi.id] = one
        self.fields["indeks"] = self.add(
            Field("Indeks; kosong berarti jumlah keempatnya", self._check("indeks")), narrow=True
        )
        self.finish()

    def _check(self, name: str) -> Callable[[str], object]:
        return lambda text: text and check_target(name, text, self._year.edition)

    def values(self) -> dict[str, str]:
        """Return the targets that are set."""
        texts = {name: one.field.text().strip() for name, one in self.fields.items()}
        return {name: text.replace(",", ".") for name, text in texts.items() if text}


class _OfficialPage(Form):
    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "Penanda tangan laporan",
            "Menjadi isian awal saat laporan disahkan. Verifikator dapat didaftarkan kelak.",
        )
        self.parts = [
            self.add(Field("Nama dengan gelar", lambda text: self._wanted(text, "Nama"))),
            self.add(Field("NIP", check_nip), narrow=True),
            self.add(Field("Pangkat, golongan")),
            self.add(Field("Jabatan", lambda text: self._wanted(text, "Jabatan"))),
        ]
        self.finish()

    def texts(self) -> list[str]:
        """Return what is filled in, part by part."""
        return [part.field.text().replace(PEMISAH, ",").strip() for part in self.parts]

    def _wanted(self, text: str, what: str) -> None:
        if not text and any(self.texts()):
            raise UsageError(f"{what} penanda tangan belum diisi.")

    def setting(self) -> str:
        """Return the setting's text, empty where nothing is filled in."""
        texts = self.texts()
        return PEMISAH.join((PENANDA_TANGAN, *texts)) if any(texts) else ""
