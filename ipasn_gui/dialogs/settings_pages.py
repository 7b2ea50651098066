"""The simple pages of the settings: instansi, target, laporan, tampilan."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from ipasn_core.errors import UsageError
from ipasn_core.formatting import format_exact
from ipasn_core.model.settings import KEYS, LAMPIRAN, ZONA, Key
from ipasn_core.workflow.create import check_target
from ipasn_core.workflow.setting_words import setting_name, setting_value

from .. import theme as t
from ..settings import WindowSettings
from ..theme import Theme
from ..widgets.controls import Label
from .settings_book import SettingsBook
from .settings_fields import (
    SettingChecks,
    SettingChoice,
    SettingField,
    SettingLines,
    SettingParagraph,
    SettingsPage,
    labelled,
)

_AGENCY = ("instansi", "wilayah", "sumber_data", "zona_waktu")
_KOP = ("pemerintah", "perangkat_daerah", "alamat", "lambang")
_INDEKS = "target.indeks"
_HELP = {
    "capaian": "Dipotong: 95,446 tercetak 95,44. Dibulatkan: 95,446 tercetak 95,45.",
    "urutan_opd": "Satu nama sebaris. Yang tidak disebut menyusul menurut jenis dan abjad.",
    "dasar_hukum": "Satu dasar hukum sebaris, sesudah yang disebut aturan.",
    "tembusan": "Satu penerima sebaris.",
    "maksud": "{instansi}, {tahun}, dan {indeks} diganti isinya; kosong berarti alinea baku.",
    "saran": "Satu butir sebaris; kosong berarti disusun dari data.",
}


class AgencyPage(SettingsPage):
    """Who is measured."""

    def __init__(self, theme: Theme, book: SettingsBook) -> None:
        super().__init__(
            theme, book, "Instansi", "Nama dan asal data yang tercetak dalam setiap laporan."
        )
        self.name = self.add_setting("instansi", "Nama instansi", _wanted)
        self.add_setting("wilayah", "Nama pendek untuk kaki halaman")
        self.add_setting("sumber_data", "Sumber data")
        self.zone = SettingChoice(theme, book, "zona_waktu", {name: name for name in ZONA})
        self.zone.setMaximumWidth(200)
        self.hold(self.zone)
        self.column.addWidget(labelled("Zona waktu pengesahan", self.zone))
        self.signed = Label("", "caption", wrap=True)
        self.column.addWidget(self.signed)
        self.finish()

    def refresh(self) -> None:
        """Say what a change does not touch."""
        super().refresh()
        signed = [str(one.tahun) for one in self.book.stored.years if one.disahkan]
        self.signed.setVisible(bool(signed))
        self.signed.setText(
            f"Laporan tahun {', '.join(signed)} yang telah disahkan tetap seperti saat disahkan; "
            "perubahan berlaku untuk tahun lain dan revisi berikutnya."
        )


def _wanted(text: str) -> None:
    if not text:
        raise UsageError("Nama instansi tidak boleh kosong.")


class TargetField(SettingField):
    """A target: shown with a comma, stored with a point."""

    def shown(self, stored: str) -> str:
        """Return it with a comma."""
        return stored.replace(".", ",")

    def kept(self, shown: str) -> str:
        """Return it with a point."""
        return shown.strip().replace(",", ".")


class TargetPage(SettingsPage):
    """Targets of the year that is looked at."""

    def __init__(self, theme: Theme, book: SettingsBook) -> None:
        super().__init__(
            theme,
            book,
            "Target",
            f"Target tahun {book.tahun}; capaian dihitung terhadapnya. Kosong berarti belum "
            "ditetapkan.",
        )
        current = book.workspace.current
        assert current is not None
        self._edition = current.state.edition
        self.fields = [
            TargetField(
                book, f"target.{d.id}", f"{d.nama}, dari {d.maksimal // 1000}", self._check(d.id)
            )
            for d in self._edition.dimensi
        ]
        for at in range(0, len(self.fields), 2):
            self.side_by_side(*self.fields[at : at + 2])
        self.column.addSpacing(t.RELATED)
        self.column.addWidget(Label("Indeks", "heading"))
        self.sum = QRadioButton("Jumlah keempat target")
        self.own = QRadioButton("Nilai sendiri")
        choice = QButtonGroup(self)
        for button in (self.sum, self.own):
            choice.addButton(button)
            self.column.addWidget(button)
        self.index = TargetField(book, _INDEKS, "Target indeks", self._check("indeks"))
        self.index.field.setMaximumWidth(200)
        self.column.addWidget(self.index)
        self.hold(*(one.field for one in (*self.fields, self.index)), self.sum, self.own)
        self.sum.clicked.connect(self._take_sum)
        self.own.clicked.connect(self._take_own)
        self.finish()

    def _check(self, name: str) -> Callable[[str], object]:
        return lambda text: text and check_target(name, text, self._edition)

    def reason(self) -> str:
        """Return why the year's targets may not be changed."""
        return self.book.why_year_closed

    def refresh(self) -> None:
        """Show whether the index has a target of its own."""
        super().refresh()
        own = bool(self.book.text(_INDEKS)) or self.index.field.hasFocus()
        (self.own if own else self.sum).setChecked(True)
        self.index.setVisible(own)
        texts = [self.book.text(one.key) for one in self.fields]
        total = f": {format_exact(sum(map(Fraction, texts)))}" if all(texts) else ""
        self.sum.setText(f"Jumlah keempat target{total}")

    def _take_sum(self) -> None:
        self.index.field.setText("")
        self.index.validate()
        self.index.hide()
        if self.book.text(_INDEKS):
            self.book.change({_INDEKS: ""})

    def _take_own(self) -> None:
        self.index.show()
        self.index.field.setFocus()


class ReportPage(SettingsPage):
    """How reports are printed: every setting that no other page has."""

    def __init__(self, theme: Theme, book: SettingsBook) -> None:
        super().__init__(
            theme, book, "Laporan", "Kertas, pembulatan, dan daftar yang tercetak dalam laporan."
        )
        self.parts: dict[str, QWidget] = {}
        keys = [key for key in KEYS if key.nama not in (*_AGENCY, *_KOP)]
        choices = [key for key in keys if key.pilihan]
        row = QHBoxLayout()
        row.setSpacing(t.GROUP)
        for at, key in enumerate(choices):
            words = {text: _upper(setting_value(key.nama, text)) for text in key.pilihan}
            made = SettingChoice(theme, book, key.nama, words)
            self.parts[key.nama] = made
            self.hold(made)
            part = labelled(setting_name(key.nama), made, _help(key.nama))
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            if at % 2 or at == len(choices) - 1:
                self.column.addLayout(row)
                row = QHBoxLayout()
                row.setSpacing(t.GROUP)
        for key in keys:
            if not key.pilihan:
                self._add_long(key)
        self.finish()

    def _add_long(self, key: Key) -> None:
        """Put a list or a text of a setting below the others."""
        name = setting_name(key.nama)
        part: QWidget
        if key.nama == "lampiran":
            choices = {one: _upper(setting_value(key.nama, one)) for one in LAMPIRAN}
            part = SettingChecks(self.book, key.nama, name, choices, "tanpa")
            self.hold(*part.boxes.values())
        elif key.jenis == "daftar":
            part = SettingLines(self.book, key.nama, name)
            self.hold(part.field)
        else:
            part = SettingParagraph(self.book, key.nama, name)
            self.hold(part.field)
        self.parts[key.nama] = part
        self.column.addWidget(part)
        for note in _help(key.nama):
            self.column.addWidget(note)
        self.column.addSpacing(t.RELATED)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _help(name: str) -> list[QWidget]:
    return [Label(_HELP[name], "caption", wrap=True)] if name in _HELP else []


class LookPage(SettingsPage):
    """The scheme of the window: of this person, not of the project."""

    _SCHEMES = (
        ("sistem", "Ikut Windows"),
        ("terang", "Terang"),
        ("gelap", "Gelap"),
    )

    def __init__(
        self,
        theme: Theme,
        book: SettingsBook,
        settings: WindowSettings,
        wanted: Callable[[str], None],
    ) -> None:
        super().__init__(
            theme, book, "Tampilan", "Berlaku untuk komputer ini, tidak disimpan dalam proyek."
        )
        self.column.addWidget(Label("Warna jendela", "heading"))
        self.buttons: dict[str, QRadioButton] = {}
        choice = QButtonGroup(self)
        for name, words in self._SCHEMES:
            button = QRadioButton(words)
            button.setChecked(settings.scheme == name)
            button.clicked.connect(lambda _=False, name=name: wanted(name))
            choice.addButton(button)
            self.column.addWidget(button)
            self.buttons[name] = button
        self.finish()

    def reason(self) -> str:
        """Return nothing: this may always be changed."""
        return ""
