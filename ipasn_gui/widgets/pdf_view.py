"""`PdfView`: pages of a PDF under a row with page number and zoom."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int

from .. import theme as t
from ..theme import Theme
from .chooser import Chooser
from .controls import Button, Hairline, Label, ground
from .pdf_canvas import PAGE, STEPS, WIDTH, PdfCanvas

_FIELD, _ZOOM, _ZOOM_NARROW = 44, 152, 112
_WORDS = {WIDTH: "Selebar jendela", PAGE: "Satu halaman"} | {one: f"{one}%" for one in STEPS}
_SHORT = {WIDTH: "Selebar", PAGE: "Sehalaman"}
_NARROW = 620


class PdfView(QWidget):
    """A PDF to read: pages, page number, zoom, and a button for the system's viewer.

    Args:
        theme: Tokens.
        title: What is shown, for who cannot see it: "Pratinjau laporan".

    Attributes:
        viewer_wanted: Somebody wants the PDF in the system's viewer.
        side_wanted: Somebody wants the panel at the left shown or hidden.
    """

    viewer_wanted = Signal()
    side_wanted = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.canvas = PdfCanvas(theme, title)
        self.side = Button(theme, "", "icon", "panel_left", "Tampilkan atau sembunyikan pilihan")
        self.before = Button(theme, "", "icon", "chevron_up", "Halaman sebelumnya")
        self.after = Button(theme, "", "icon", "chevron_down", "Halaman berikutnya")
        self.smaller = Button(theme, "", "icon", "zoom_out", "Perkecil (−)")
        self.larger = Button(theme, "", "icon", "zoom_in", "Perbesar (+)")
        self.viewer = Button(theme, "Buka di penampil PDF", "quiet", "open", size=16)
        self.viewer.setProperty("small", "true")
        self.number = QLineEdit()
        self.number.setProperty("small", "true")
        self.number.setFixedWidth(_FIELD)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setAccessibleName("Nomor halaman")
        self.number.setValidator(QIntValidator(0, 99_999, self.number))
        self.of = Label("", "quiet")
        self.zoom = Chooser(theme)
        self.zoom.setProperty("small", "true")
        self.zoom.setFixedWidth(_ZOOM)
        self.zoom.setAccessibleName("Ukuran tampilan")
        for value, words in _WORDS.items():
            self.zoom.addItem(words, value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row())
        column.addWidget(Hairline(theme))
        column.addWidget(self.canvas, 1)
        self._connect()
        self._order()
        self._show_page(0, 0)

    def show_pdf(self, data: bytes) -> None:
        """Show a PDF."""
        self.canvas.show_pdf(data)

    def clear(self) -> None:
        """Show nothing."""
        self.canvas.clear()

    def _row(self) -> QWidget:
        made = ground("canvas")
        made.setFixedHeight(t.MENU_ROW)
        row = QHBoxLayout(made)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        place: tuple[QWidget, ...] = (self.side, self.before, self.number, self.of, self.after)
        size: tuple[QWidget, ...] = (self.smaller, self.zoom, self.larger)
        for part in place:
            row.addWidget(part)
        row.addStretch(1)
        for part in size:
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.viewer)
        return made

    def _order(self) -> None:
        """Let Tab go through the row as it is read, then into the pages."""
        place = [self.side, self.before, self.number, self.after]
        size = [self.smaller, self.zoom, self.larger, self.viewer, self.canvas]
        for one, following in pairwise([*place, *size]):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        canvas = self.canvas
        self.side.clicked.connect(self.side_wanted)
        self.viewer.clicked.connect(self.viewer_wanted)
        self.before.clicked.connect(lambda: canvas.go_to(canvas.page - 1))
        self.after.clicked.connect(lambda: canvas.go_to(canvas.page + 1))
        self.smaller.clicked.connect(lambda: canvas.zoom_by(-1))
        self.larger.clicked.connect(lambda: canvas.zoom_by(1))
        self.number.editingFinished.connect(self._go)
        self.zoom.activated.connect(lambda _: canvas.set_zoom(self.zoom.currentData()))
        canvas.page_changed.connect(self._show_page)
        canvas.zoom_changed.connect(lambda z: self.zoom.setCurrentIndex(self.zoom.findData(z)))

    def _go(self) -> None:
        """Go to the page that was written; what is no page is put right."""
        written = self.number.text()
        if written.isdecimal() and int(written) != self.canvas.page + 1:
            self.canvas.go_to(int(written) - 1)
        self._show_page(self.canvas.page, self.canvas.count)

    def _show_page(self, page: int, count: int) -> None:
        self.number.setText(str(page + 1) if count else "")
        self.of.setText(f"dari {format_int(count)}" if count else "")
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < count - 1)
        parts = (self.number, self.smaller, self.zoom, self.larger, self.viewer)
        for part in parts:
            part.setEnabled(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave words away where there is no room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.zoom.setFixedWidth(_ZOOM_NARROW if narrow else _ZOOM)
        for value, short in _SHORT.items():
            self.zoom.setItemText(self.zoom.findData(value), short if narrow else _WORDS[value])
        self.viewer.setText("" if narrow else "Buka di penampil PDF")
        self.viewer.setToolTip("Buka di penampil PDF" if narrow else "")
        self.viewer.setAccessibleName("Buka di penampil PDF")

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the row."""
        return QSize(400, 200)
