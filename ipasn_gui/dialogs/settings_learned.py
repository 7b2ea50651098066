"""What the project has learned: spellings, heads of columns, columns pointed out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import format_int
from ipasn_core.model.settings import PEMISAH
from ipasn_core.workflow.configure import forget_column
from ipasn_core.workflow.learned import (
    EJAAN,
    JUDUL,
    Learned,
    added,
    head_meanings,
    learned,
    removed,
    spelling_meanings,
)

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Label, SearchField, ground
from .import_people import TextTable
from .settings_book import SettingsBook
from .settings_fields import SettingsPage, labelled

_LEAST = 180
_MEANING = 12
_COLUMNS = (
    ("Jenis", 92, lambda one: one.jenis),
    ("Tulisan", 280, lambda one: one.tulisan),
    ("Dibaca sebagai", 200, lambda one: one.berarti),
)


class LearnedPage(SettingsPage):
    """A list with search; what is chosen can be forgotten, and more can be taught."""

    def __init__(self, theme: Theme, book: SettingsBook) -> None:
        super().__init__(
            theme,
            book,
            "Ejaan dan judul",
            "Yang dipelajari dari impor proyek ini: tulisan, judul kolom, dan kolom yang ditunjuk.",
        )
        self._all: list[Learned] = []
        self.search = SearchField(theme, "Cari tulisan atau artinya")
        self.search.setMaximumWidth(260)
        self.count = Label("", "caption")
        self.more = Button(theme, "Tambah", "ghost", "add", size=16)
        self.forget = Button(theme, "Hapus")
        self.table = TextTable(theme, _COLUMNS, "Yang telah dipelajari")
        self.table.setMinimumHeight(_LEAST)
        self.nothing = Label("", "quiet", wrap=True)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.more.clicked.connect(lambda: self._open(shown=True))
        self.forget.clicked.connect(self._forget)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._forget)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.hold(self.more)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(t.RELATED)
        head.addWidget(self.search, 1)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.more)
        head.addWidget(self.forget)
        self.column.addLayout(head)
        self.box = self._make_box()
        self.box.hide()
        self.column.addWidget(self.box)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.table, 1)
        self.rest = QWidget()
        self.column.addWidget(self.rest, 1)

    def _make_box(self) -> QWidget:
        box = ground("sunken")
        self.kind = Chooser(self.theme)
        self.kind.addItems([EJAAN, JUDUL])
        self.meaning = Chooser(self.theme)
        policy = Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.meaning.setSizeAdjustPolicy(policy)
        self.meaning.setMinimumContentsLength(_MEANING)
        self.text = QLineEdit()
        self.error = Label("", "error", wrap=True)
        self.error.hide()
        fields = QHBoxLayout()
        fields.setSpacing(t.GROUP)
        fields.addWidget(labelled("Jenis", self.kind), 1)
        fields.addWidget(labelled("Tulisan dalam berkas", self.text), 2)
        fields.addWidget(labelled("Dibaca sebagai", self.meaning), 2)
        cancel = Button(self.theme, "Batal")
        cancel.clicked.connect(lambda: self._open(shown=False))
        self.save = Button(self.theme, "Tambahkan", "primary")
        self.save.clicked.connect(self._add)
        buttons = QHBoxLayout()
        buttons.setSpacing(t.RELATED)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(box)
        column.setContentsMargins(t.GROUP, 12, t.GROUP, 12)
        column.setSpacing(t.RELATED)
        column.addLayout(fields)
        column.addWidget(self.error)
        column.addLayout(buttons)
        self.kind.currentTextChanged.connect(lambda _: self._fill_meanings())
        return box

    def _fill_meanings(self) -> None:
        choices = head_meanings() if self.kind.currentText() == JUDUL else spelling_meanings()
        self.meaning.clear()
        for one in choices:
            self.meaning.addItem(one.sebutan, one.kunci)

    def _open(self, *, shown: bool) -> None:
        if shown and not self.meaning.count():
            self._fill_meanings()
        self.box.setVisible(shown)
        self.more.setVisible(not shown)
        self.error.hide()
        self.text.clear()
        (self.text if shown else self.more).setFocus()

    @property
    def writing(self) -> bool:
        """Whether something new is being written."""
        return self.box.isVisibleTo(self) and bool(self.text.text().strip())

    def stop_writing(self) -> None:
        """Close the box."""
        self._open(shown=False)

    def refresh(self) -> None:
        """List what is learned now."""
        super().refresh()
        self._all = learned(self.book.stored.texts, self.book.stored.columns)
        self._filter()

    def _filter(self) -> None:
        wanted = self.search.text().casefold().split()
        found = [
            one
            for one in self._all
            if all(w in f"{one.jenis} {one.tulisan} {one.berarti}".casefold() for w in wanted)
        ]
        self.table.rows.show_values(found)
        many, all_ = format_int(len(found)), format_int(len(self._all))
        self.count.setText(many if len(found) == len(self._all) else f"{many} dari {all_}")
        self.table.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.rest.setVisible(not found)
        self.nothing.setText(
            f"Tidak ada yang cocok dengan “{self.search.text()}”."
            if self._all
            else "Belum ada. Yang Anda jawab saat impor tentang tulisan atau kolom yang meragukan "
            "tercatat di sini."
        )
        self._enable()

    def _chosen(self) -> Learned | None:
        rows = self.table.selectionModel().selectedRows()
        return self.table.rows.values[rows[0].row()] if rows else None

    def _enable(self) -> None:
        self.forget.setEnabled(self._chosen() is not None and not self.reason())
        self.forget.setAccessibleDescription(
            self.reason() or ("" if self._chosen() else "Pilih satu baris lebih dahulu.")
        )

    def _forget(self) -> None:
        one = self._chosen()
        if one is None or self.reason():
            return
        if one.kolom is not None:
            column = one.kolom
            self.book.work(lambda project, context: forget_column(project, context, column))
        else:
            self.book.change(removed(self.book.stored.texts, one))

    def _add(self) -> None:
        text = " ".join(self.text.text().replace(PEMISAH, " ").split())
        if not text:
            self._refuse_text("Tulisan belum diisi.")
            return
        kunci = str(self.meaning.currentData())
        known = [one for one in self._all if one.kunci == kunci and one.tulisan == text]
        if known:
            self._refuse_text(f"“{text}” sudah ada dalam daftar.")
            return
        self.book.change(added(self.book.stored.texts, kunci, text), self._refused)
        self._open(shown=False)

    def _refused(self, fault: IpasnError) -> None:
        self.box.show()
        self.more.hide()
        self._refuse_text(f"{fault.pesan} {fault.perbaikan}".strip())

    def _refuse_text(self, why: str) -> None:
        self.error.setText(why)
        self.error.show()
        self.text.setAccessibleDescription(why)
        self.text.setFocus()
