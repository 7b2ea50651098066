"""The panel at the left of the tab Laporan: what is printed, on which paper, and where it goes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int
from ipasn_core.workflow.current import Current

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Hairline, Label, ground, restyle

PAPERS = {"f4": "F4 (215 × 330 mm)", "a4": "A4 (210 × 297 mm)"}


class ReportRow(QWidget):
    """The report that is shown, as the chosen row of a list."""

    def __init__(self, theme: Theme, name: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(42, 6, 8, 6)
        column.setSpacing(0)
        column.addWidget(Label(name, "strong", wrap=True))
        column.addWidget(Label(text, "caption", wrap=True))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the row's ground and the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        k = self._theme.tokens
        painter.setPen(QColor(k.sel))
        painter.setBrush(QColor(k.sel))
        painter.drawRoundedRect(
            self.rect().adjusted(0, 0, -1, -1), t.RADIUS_BUTTON, t.RADIUS_BUTTON
        )
        self._theme.icons.paint(painter, QRectF(12, 14, 20, 20), "document_pdf", k.accent, 20)
        painter.end()


class ChoicePanel(QWidget):
    """What is printed, and the ways out of the window.

    Attributes:
        paper_wanted: Another paper: ("f4" or "a4").
        save_wanted: As PDF.
        print_wanted: On paper.
        export_wanted: As a workbook.
        verify_wanted: A PDF is to be compared with what was signed.
    """

    paper_wanted = Signal(str)
    save_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()
    verify_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        ground("surface", self)
        self.paper = Chooser(theme)
        self.paper.setAccessibleName("Kertas")
        for value, words in PAPERS.items():
            self.paper.addItem(words, value)
        self.paper.activated.connect(lambda _: self.paper_wanted.emit(self.paper.currentData()))
        self.scope = Label("", wrap=True)
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

    def _lay_out(self, theme: Theme) -> None:
        inner = ground("surface")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(4)
        self._column.addWidget(Label("Laporan", "heading"))
        self._column.addSpacing(4)
        row = ReportRow(theme, "Laporan lengkap", "Dengan lampiran nominatif")
        self._column.addWidget(row)
        self._captioned("Ruang lingkup", self.scope)
        self._captioned("Isi", self.state)
        self._captioned("Kertas", self.paper)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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

    def _captioned(self, caption: str, part: QWidget) -> None:
        self._column.addSpacing(12)
        label = Label(caption, "caption")
        label.setBuddy(part)
        self._column.addWidget(label)
        self._column.addWidget(part)

    def set_margin(self, margin: int) -> None:
        """Stand this far from the window's edge; a small margin makes the buttons small too."""
        self._column.setContentsMargins(margin, t.GROUP, t.GROUP, t.GROUP)
        narrow = margin < t.MARGIN
        self._foot.setContentsMargins(margin, 12, 12 if narrow else t.GROUP, t.GROUP)
        small = "true" if narrow else "false"
        for part in (self.save, self.print, self.export, self.verify):
            restyle(part, small=small)

    def show_current(self, current: Current, *, writable: bool) -> None:
        """Show what is printed of a year.

        Args:
            current: The year.
            writable: Whether the paper may be chosen now.
        """
        state = current.state
        many = format_int(state.instansi.jumlah)
        self.scope.setText(f"Semua perangkat daerah: {many} pegawai yang diukur")
        self.state.setText(
            "Berkas yang disahkan, sama persis"
            if state.disahkan
            else "DRAF, belum disahkan; bertanda di setiap halaman"
        )
        self.paper.setCurrentIndex(self.paper.findData(state.settings.kertas))
        self.paper.setEnabled(writable and not state.disahkan)
