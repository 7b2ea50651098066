"""The panel at the left of the tab Laporan: what is printed, on which paper, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ipasn_core.workflow.current import Current
from ipasn_core.workflow.papers import JenisLaporan, Pilihan

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Hairline, Label, ground, restyle

_ROW, _WORDS = 46, 34
_MEDIUM, _STRONG = 500, 600
_WHOLE = (JenisLaporan.LENGKAP, JenisLaporan.REKAP, JenisLaporan.BERITA_ACARA)
"""Papers of the agency as a whole."""
ANNEXES = {
    "nominatif": "Daftar nominatif",
    "di-bawah-target": "Di bawah target",
    "belum-lengkap": "Data belum lengkap",
    "sumber": "Sumber dan temuan",
}
"""Annexes of the full report: name in the setting → words."""
ALL = "Semua perangkat daerah"
PAPERS = {"f4": "F4 (215 × 330 mm)", "a4": "A4 (210 × 297 mm)"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper as the list offers it: its name, a second line, and how files of it are called."""

    jenis: JenisLaporan
    nama: str
    keterangan: str
    berkas: str


KINDS = (
    Kind(JenisLaporan.LENGKAP, "Laporan lengkap", "Dengan lampirannya", "Laporan IP ASN"),
    Kind(JenisLaporan.REKAP, "Rekapitulasi", "Dua halaman untuk pimpinan", "Rekapitulasi IP ASN"),
    Kind(JenisLaporan.NOMINATIF, "Nominatif", "Daftar pegawai, melintang", "Nominatif IP ASN"),
    Kind(JenisLaporan.PERORANGAN, "Perorangan", "Satu halaman per pegawai", "Perorangan IP ASN"),
    Kind(
        JenisLaporan.BERITA_ACARA,
        "Berita acara verifikasi",
        "Satu halaman, dua penanda tangan",
        "Berita Acara Verifikasi IP ASN",
    ),
)


class KindRow(QAbstractButton):
    """A paper in the list: a radio button with two lines.

    Args:
        theme: Tokens.
        kind: The paper.
    """

    def __init__(self, theme: Theme, kind: Kind) -> None:
        super().__init__()
        self._theme = theme
        self.kind = kind
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(kind.nama)
        self.setAccessibleName(kind.nama)
        self.setAccessibleDescription(kind.keterangan)
        self.setToolTip(kind.keterangan)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_ROW)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the list."""
        return QSize(120, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, ring and both lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        k = self._theme.tokens
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(k.sel if chosen else k.hover))
            painter.drawRoundedRect(self.rect(), t.RADIUS_BUTTON, t.RADIUS_BUTTON)
        ring = QRectF(8.5, (self.height() - 15) / 2, 15, 15)
        painter.setPen(QPen(QColor(k.accent if chosen else k.line2), 1))
        painter.setBrush(QColor(k.accent if chosen else k.surface))
        painter.drawEllipse(ring)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(k.on_accent))
            painter.drawEllipse(ring.center(), 3, 3)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        k, room = self._theme.tokens, self.width() - _WORDS - 8
        first = self._theme.font(t.BODY, _STRONG if self.isChecked() else _MEDIUM)
        second = self._theme.font(t.CAPTION)
        rows = ((first, k.ink, self.kind.nama, 6), (second, k.ink2, self.kind.keterangan, 25))
        for font, ink, words, top in rows:
            painter.setFont(font)
            painter.setPen(QColor(ink))
            metrics = painter.fontMetrics()
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(_WORDS, top + metrics.ascent()), cut)


class ChoicePanel(QWidget):
    """What is printed, of whom, and the ways out of the window.

    Attributes:
        choice_changed: Another paper, or of other people.
        annexes_wanted: Other annexes: (names, as the setting has them).
        paper_wanted: Another sheet: ("f4" or "a4").
        save_wanted: As PDF.
        print_wanted: On paper.
        export_wanted: As a workbook.
        verify_wanted: A PDF is to be compared with what was signed.
    """

    choice_changed = Signal()
    annexes_wanted = Signal(tuple)
    paper_wanted = Signal(str)
    save_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()
    verify_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        ground("surface", self)
        self.rows = [KindRow(theme, kind) for kind in KINDS]
        self._groups: dict[QWidget, QWidget] = {}
        self._group = QButtonGroup(self)
        for row in self.rows:
            self._group.addButton(row)
        self.rows[0].setChecked(True)
        self._group.buttonToggled.connect(self._change_kind)
        self.scope = Chooser(theme)
        self._offered: tuple[tuple[str, tuple[str, str]], ...] = ()
        self._opd_list: tuple[str, ...] = ()
        self._looked_at = self._followed = ""
        self._person: tuple[int, str] | None = None
        self.scope.setAccessibleName("Ruang lingkup")
        # Long names do not make the panel wider than it is.
        self.scope.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.scope.activated.connect(lambda _: self.choice_changed.emit())
        self.each = QCheckBox("Satu berkas per pegawai")
        self.each.setToolTip("Setiap pegawai disimpan sebagai berkas sendiri dalam satu folder")
        self.annexes = {name: QCheckBox(words) for name, words in ANNEXES.items()}
        for box in self.annexes.values():
            box.clicked.connect(self._change_annexes)
        self.paper = Chooser(theme)
        self.paper.setAccessibleName("Kertas")
        for value, words in PAPERS.items():
            self.paper.addItem(words, value)
        self.paper.activated.connect(lambda _: self.paper_wanted.emit(self.paper.currentData()))
        self.state = Label("", wrap=True)
        self.save = Button(theme, "Simpan PDF…", "", "save")
        self.print = Button(theme, "Cetak…", "", "print")
        self.export = Button(theme, "Excel…", "", "document_table")
        self.verify = Button(theme, "Periksa PDF…", "ghost", "document_search")
        self.save.clicked.connect(self.save_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.verify.clicked.connect(self.verify_wanted)
        self._lay_out(theme)
        self._show_parts()

    def _lay_out(self, theme: Theme) -> None:
        inner = ground("surface")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(0)
        self._column.addWidget(Label("Laporan", "heading"))
        self._column.addSpacing(8)
        for row in self.rows:
            self._column.addWidget(row)
        self._captioned("Ruang lingkup", self.scope, self.each)
        self._captioned("Kertas", self.paper)
        self._captioned("Lampiran", *self.annexes.values())
        self._captioned("Isi", self.state)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(t.RELATED)
        self._foot.addWidget(self.save)
        pair = QHBoxLayout()
        pair.setSpacing(t.RELATED)
        pair.addWidget(self.print, 1)
        pair.addWidget(self.export, 1)
        self._foot.addLayout(pair)
        self._foot.addWidget(self.verify)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        line = Hairline(theme)
        line.hide()
        area.verticalScrollBar().rangeChanged.connect(lambda _, most: line.setVisible(most > 0))
        column.addWidget(line)
        column.addLayout(self._foot)
        self.set_margin(t.MARGIN)

    def _change_annexes(self) -> None:
        self.annexes_wanted.emit(tuple(n for n, box in self.annexes.items() if box.isChecked()))

    def _captioned(self, caption: str, *parts: QWidget) -> None:
        """Add parts under a caption, as one group that is shown or hidden whole."""
        label = Label(caption, "caption")
        label.setBuddy(parts[0])
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        for part in parts:
            column.addWidget(part)
        self._groups[parts[0]] = group
        self._column.addWidget(group)

    def set_margin(self, margin: int) -> None:
        """Stand this far from the window's edge; a small margin makes the buttons small too."""
        self._column.setContentsMargins(margin, t.GROUP, t.GROUP, t.GROUP)
        narrow = margin < t.MARGIN
        self._foot.setContentsMargins(margin, 12, 12 if narrow else t.GROUP, t.GROUP)
        small = "true" if narrow else "false"
        for part in (self.save, self.print, self.export, self.verify):
            restyle(part, small=small)

    # What is chosen -------------------------------------------------------------------------------

    @property
    def kind(self) -> Kind:
        """The chosen paper."""
        return next(row.kind for row in self.rows if row.isChecked())

    @property
    def pilihan(self) -> Pilihan:
        """The chosen paper and of whom."""
        jenis = self.kind.jenis
        if jenis in _WHOLE:
            return Pilihan(jenis)
        what, which = self.scope.currentData() or ("", "")
        return Pilihan(
            jenis,
            opd=which if what == "opd" else "",
            nip=(int(which),) if what == "nip" else (),
        )

    @property
    def one_each(self) -> bool:
        """Whether each person is to become a file of their own."""
        return self.each.isChecked() and self.kind.jenis is JenisLaporan.PERORANGAN

    def _change_kind(self, row: QAbstractButton, checked: bool) -> None:
        if checked:
            self._fill_scope()
            self._show_parts()
            self.choice_changed.emit()

    def _show_parts(self) -> None:
        jenis = self.kind.jenis
        self._groups[self.scope].setVisible(jenis not in _WHOLE)
        self.each.setVisible(jenis is JenisLaporan.PERORANGAN)
        annexed = jenis is JenisLaporan.LENGKAP
        self._groups[next(iter(self.annexes.values()))].setVisible(annexed)

    def _fill_scope(self) -> None:
        """Offer whom the chosen paper can be of; what was chosen stays where it still is there."""
        jenis = self.kind.jenis
        offered = [(ALL, ("", ""))]
        if jenis is JenisLaporan.PERORANGAN and self._person is not None:
            nip, nama = self._person
            offered.insert(0, (f"Pegawai terpilih: {nama}", ("nip", str(nip))))
        if jenis not in _WHOLE:
            offered += [(nama, ("opd", nama)) for nama in self._opd_list]
        if tuple(offered) == self._offered and self._followed == self._looked_at:
            return
        known = [value for _, value in offered]
        before = self.scope.currentData()
        # The first choice, and whenever another is looked at, is what the whole window looks at.
        follows = len(self._offered) <= 1 or self._followed != self._looked_at
        self._offered, self._followed = tuple(offered), self._looked_at
        self.scope.clear()
        for words, value in offered:
            self.scope.addItem(words, value)
        wanted = ("opd", self._looked_at) if follows or before not in known else before
        self.scope.setCurrentIndex(known.index(wanted) if wanted in known else 0)

    def show_current(
        self,
        current: Current,
        *,
        writable: bool,
        opd: str = "",
        person: tuple[int, str] | None = None,
    ) -> None:
        """Show what can be printed of a year.

        Args:
            current: The year.
            writable: Whether the sheet may be chosen now.
            opd: The perangkat daerah that is looked at, empty for all.
            person: NIP and name of who is looked at, if anybody.
        """
        state = current.state
        self._opd_list = tuple(sorted(state.roster.opd_nama, key=str.casefold))
        self._looked_at, self._person = opd, person
        self._fill_scope()
        self.state.setText(
            "Berkas yang disahkan, sama persis"
            if state.disahkan and self.kind.jenis is JenisLaporan.LENGKAP
            else "Menurut data yang disahkan"
            if state.disahkan
            else "DRAF, belum disahkan; bertanda di setiap halaman"
        )
        self.paper.setCurrentIndex(self.paper.findData(state.settings.kertas))
        free = writable and not state.disahkan
        self.paper.setEnabled(free)
        for name, box in self.annexes.items():
            box.setChecked(name in state.settings.lampiran)
            box.setEnabled(free)
