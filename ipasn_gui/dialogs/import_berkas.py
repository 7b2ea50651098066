"""Step Berkas: files dropped or picked, and for whom their histories are complete."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ipasn_core.formatting import format_int
from ipasn_core.importing.plan_coverage import SEMUA, TAMBAHAN
from ipasn_core.workflow.import_view import fault_words

from .. import theme as t
from ..tabs.mulai import DropZone
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Label, ground
from .import_bars import TellBar
from .import_session import ImportSession

_LEMBAR, _SEMUA, _OPD, _TAMBAHAN = range(4)
_INDENT = 25
_CHIP = 64
"""Letters of a name that a chip shows."""
_PICK = "Pilih perangkat daerah…"


class BerkasPage(QScrollArea):
    """Where the import begins.

    Attributes:
        files_wanted: The system's chooser is to be opened.
        dropped: Files were dropped: (list of Path).
    """

    files_wanted = Signal()
    dropped = Signal(object)

    def __init__(self, theme: Theme, session: ImportSession) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self.setWidgetResizable(True)
        self.setAccessibleName("Pilihan impor")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = ground("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, t.GROUP, 20, t.GROUP)
        column.setSpacing(t.RELATED)
        self.drop = DropZone(
            theme,
            "Tarik berkas ke sini",
            "Excel, OpenDocument, CSV, atau HTML, beberapa sekaligus. Berkas hanya dibaca, tidak "
            "diubah.",
        )
        self.have = Label("", "title")
        self.how = Label(
            "Tarik berkas lain ke mana saja di dialog ini, atau tekan Tambah.", "quiet"
        )
        column.addWidget(self.have)
        column.addWidget(self.how)
        self.drop.dropped.connect(self.dropped)
        self.pick = Button(theme, "Pilih berkas…", "", "folder_open")
        self.pick.clicked.connect(self.files_wanted)
        self.expected = Label("", "quiet", wrap=True)
        self.expected.hide()
        self.unread = TellBar(theme, "err")
        self.doubt = TellBar(theme, "warn")
        for part in (self.expected, self.drop, self.pick, self.unread, self.doubt):
            align = Qt.AlignmentFlag.AlignLeft if part is self.pick else Qt.AlignmentFlag(0)
            column.addWidget(part, 0, align)
        column.addSpacing(t.GROUP)
        self.options = CoverageOptions(theme, session)
        column.addWidget(self.options)
        column.addStretch(1)
        self.setWidget(inner)
        self.refresh()
        session.changed.connect(self.refresh)
        session.faulted.connect(lambda _: self.refresh())

    def expect(self, words: str) -> None:
        """Say what sheet is expected; others are taken as well."""
        self.expected.setText(f"{words} Lembar lain dalam berkas yang sama ikut dibaca.")
        self.refresh()

    def refresh(self) -> None:
        """Show what could not be read, and what cannot be planned."""
        files, sheets = self._session.files, self._session.sheets
        used = sum(1 for one in sheets if one.tanda != "lewat")
        self.have.setText(f"{format_int(len(files))} berkas, {format_int(used)} lembar terpakai")
        for start in (self.drop, self.pick):
            start.setVisible(not files)
        self.expected.setVisible(not files and bool(self.expected.text()))
        for label in (self.have, self.how):
            label.setVisible(bool(files))
        bad = [one.galat for one in self._session.files if one.galat is not None]
        if not bad:
            self.unread.say("")
        else:
            good = bool(self._session.readable)
            more = f" Masih ada {len(bad) - 1} berkas lain." if len(bad) > 1 else ""
            pesan, saran = fault_words(bad[0])
            rest = " Berkas lain tetap dapat diimpor." if good else ""
            self.unread.say(pesan + more, f"{saran}{rest}")
        fault = self._session.fault
        prepared = self._session.prepared
        if fault is None and prepared is not None:
            fault = prepared.useless
        self.doubt.say(*(("",) if fault is None else fault_words(fault)))
        self.options.load()


class CoverageOptions(QWidget):
    """For whom histories are complete, and what becomes of what they no longer list."""

    def __init__(self, theme: Theme, session: ImportSession) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._chosen: list[str] = []
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(Label("Lembar riwayat ini lengkap untuk…", "heading"))
        self._column.addSpacing(4)
        self._radio(
            _LEMBAR,
            "Pegawai yang disebut di buku kerja itu",
            "Yang ada di lembar pegawai tetapi tidak di lembar riwayatnya dicatat tidak punya.",
        )
        self._radio(
            _SEMUA,
            "Semua pegawai tahun ini",
            "Siapa pun yang tidak tercantum di lembar riwayat dicatat tidak punya.",
        )
        self._radio(
            _OPD,
            "Perangkat daerah tertentu",
            "Hanya pegawai perangkat daerah itu yang, bila tidak tercantum, dicatat tidak punya.",
        )
        self._column.addWidget(self._units(theme))
        self._radio(
            _TAMBAHAN,
            "Tidak lengkap, hanya tambahan",
            "Yang tidak tercantum tetap belum ada datanya.",
        )
        self._column.addSpacing(t.RELATED)
        self.ganti = QCheckBox("Ganti yang tidak lagi tercantum")
        self._column.addWidget(self.ganti)
        text = (
            "Catatan tersimpan yang tidak ada lagi di lembar yang lengkap dihapus. Impor dapat "
            "diurungkan."
        )
        self.ganti.setAccessibleDescription(text)
        self._column.addWidget(self._sentence(text))
        self._radios[_LEMBAR].setChecked(True)
        self._group.idClicked.connect(lambda _: self._tell())
        self.ganti.clicked.connect(lambda _: self._tell())

    @property
    def _radios(self) -> list[QRadioButton]:
        return [one for one in self._group.buttons() if isinstance(one, QRadioButton)]

    def _radio(self, number: int, words: str, text: str) -> None:
        radio = QRadioButton(words)
        radio.setAccessibleDescription(text)
        self._group.addButton(radio, number)
        self._column.addWidget(radio)
        self._column.addWidget(self._sentence(text))

    def _sentence(self, text: str) -> QWidget:
        label = Label(text, "caption")
        label.setContentsMargins(_INDENT, 0, 0, 4)
        return label

    def _units(self, theme: Theme) -> QWidget:
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(_INDENT, 2, 0, 4)
        column.setSpacing(4)
        self.unit = Chooser(theme)
        self.unit.setAccessibleName("Perangkat daerah yang riwayatnya lengkap")
        self.unit.setMinimumWidth(260)
        self.unit.activated.connect(self._add_unit)
        column.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignLeft)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(4)
        column.addLayout(self._chips)
        self._holder.hide()
        return self._holder

    def load(self) -> None:
        """Offer the perangkat daerah that the import knows."""
        names = self._session.seen.units
        self.unit.clear()
        self.unit.addItems([_PICK, *(name for name in names if name not in self._chosen)])
        self._holder.setVisible(self._group.checkedId() == _OPD)

    def choose(self, number: int) -> None:
        """Choose one of the answers, as a click does."""
        self._group.button(number).click()

    def _add_unit(self, place: int) -> None:
        if place > 0:
            self._chosen.append(self.unit.itemText(place))
            self._show_chips()
            self._tell()

    def _drop_unit(self, name: str) -> None:
        self._chosen.remove(name)
        self._show_chips()
        self._tell()

    def _show_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name in self._chosen:
            cut = name if len(name) <= _CHIP else name[: _CHIP - 1].rstrip() + "…"
            chip = Button(self._theme, cut, "chip", "dismiss", f"Hapus {name}", 16)
            chip.setAccessibleName(f"Hapus {name}")
            chip.clicked.connect(lambda _=False, name=name: self._drop_unit(name))
            self._chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)

    def _tell(self) -> None:
        number = self._group.checkedId()
        self._holder.setVisible(number == _OPD)
        cakup: tuple[str, ...] = ()
        if number == _OPD:
            cakup = tuple(self._chosen)
        elif number in (_SEMUA, _TAMBAHAN):
            cakup = (SEMUA if number == _SEMUA else TAMBAHAN,)
        self._session.choose_coverage(cakup, ganti=self.ganti.isChecked())
