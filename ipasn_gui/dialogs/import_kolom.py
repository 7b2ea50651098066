"""Step Kolom: the sheet as it is, a chooser above each head, a doubt as one question."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipasn_core.importing.sheet_choice import Perbuatan
from ipasn_core.importing.vocabulary import FIELDS
from ipasn_core.workflow.import_questions import ColumnSeen, Question
from ipasn_core.workflow.import_rows import first_rows
from ipasn_core.workflow.import_spelling import head_spelling
from ipasn_core.workflow.import_view import NO_FIELD, NOT_COUNTED, SheetSeen, fault_words

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, ElidedLabel, ground
from .import_bars import TellBar
from .import_grid import SheetGrid
from .import_session import ImportSession
from .import_sheet_bar import SheetBar

_MOST_BUTTONS = 2
_HIDDEN = "Bila isinya data pegawai, baca lembar ini; bila bukan, biarkan."
_LOW = 420
_PICK, _OTHER, _NONE = "Pilih kolom…", "Bukan, pilih kolom lain", "Kolom ini tidak dipakai"


class KolomPage(QWidget):
    """One sheet and what its columns are used as.

    Attributes:
        shown: Another sheet is shown: (SheetSeen).
        answered: A question was answered, and what became of the sheet is shown.
    """

    shown = Signal(object)
    answered = Signal()

    def __init__(self, theme: Theme, session: ImportSession) -> None:
        super().__init__()
        ground("surface", self)
        self._theme = theme
        self._session = session
        self.sheet: SheetSeen | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, t.GROUP - 4, 20, t.GROUP)
        column.setSpacing(t.RELATED + 4)
        self.bar = SheetBar(theme)
        self.bar.said.connect(self._say_of_sheet)
        column.addWidget(self.bar)
        self.fault = TellBar(theme, "err")
        self.question = TellBar(theme, "warn")
        column.addWidget(self.fault)
        self.always = TellBar(theme, "info")
        column.addWidget(self.question)
        column.addWidget(self.always)
        self.grid = SheetGrid(theme, choosers=True)
        self.grid.setAccessibleName("Isi lembar")
        self.grid.header.field_chosen.connect(self._choose)
        column.addWidget(self.grid, 1)
        self._void = QWidget()
        column.addWidget(self._void, 1)
        self.needed = ElidedLabel("", "")
        self.unused = ElidedLabel("", "quiet")
        column.addWidget(self.needed)
        column.addWidget(self.unused)
        self._low = self._asked = False
        self.note = ElidedLabel(
            "Pilihan Anda diingat: berkas berikutnya dengan judul kolom yang sama langsung "
            "dikenali.",
            "caption",
        )
        column.addWidget(self.note)
        session.changed.connect(self._renew)
        session.faulted.connect(lambda _: self._renew())

    def show_sheet(self, sheet: SheetSeen) -> None:
        """Show a sheet."""
        prepared = self._session.prepared
        if prepared is None:
            return
        self.sheet = sheet
        self.bar.show_sheet(sheet)
        self._ask(sheet)
        self._offer(sheet)
        tones = {}
        if sheet.soal is not None:
            tones = {one.ke: "warn" for one in sheet.kolom if one.huruf in sheet.soal.pilihan}
        rows = first_rows(prepared, sheet.berkas_ke, sheet.tabel_ke, sheet.awal)
        self.grid.show_sheet(rows, sheet.kolom, tones, sheet.baris_kepala)
        self.grid.setVisible(bool(sheet.kolom))
        self._void.setVisible(not sheet.kolom)
        self._show_note()
        self._say_columns(sheet)
        self._say_fault()
        self._order()
        self.shown.emit(sheet)

    def _order(self) -> None:
        """Let Tab go as one reads: what is asked, the columns, the sheet; whatever is new in it."""
        choosers = self.grid.header.choosers
        asked = (*self.question.answers(), *self.always.answers())
        order = (self.bar.kind, *asked, *(choosers[at] for at in sorted(choosers)), self.grid)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def show_first(self) -> None:
        """Show a sheet: the one at hand, else the first in doubt, else the first with a table."""
        sheets = self._session.sheets
        doubtful = [one for one in sheets if one.soal is not None]
        tables = [one for one in sheets if one.tanda != "lewat"]
        for one in (*([] if self.sheet is None else self._same(self.sheet)), *doubtful, *tables,
                    *sheets):  # fmt: skip
            self.show_sheet(one)
            return

    def _same(self, sheet: SheetSeen) -> list[SheetSeen]:
        """Return what became of a sheet: itself, or its table in about the same place."""
        wanted = (sheet.berkas, sheet.lembar)
        same = [one for one in self._session.sheets if (one.berkas, one.lembar) == wanted]
        return [one for one in same if one.tabel == sheet.tabel] or same

    def _renew(self) -> None:
        if self.isVisible():
            self.show_first()
            if self._asked:
                self._asked = False
                self.answered.emit()

    @property
    def answer(self) -> QWidget | None:
        """The button of the likely answer to the question that is asked, if there is one."""
        buttons = [one for one in self.question.answers() if isinstance(one, Button)]
        return buttons[-1] if buttons else None

    def _choose(self, huruf: str, bidang: str) -> None:
        self._asked = not self.question.isHidden()
        if self.sheet is not None:
            self._session.choose(self.sheet, huruf, bidang)

    def _say_of_sheet(self, perbuatan: Perbuatan, nilai: str | None) -> None:
        if self.sheet is not None:
            self._session.say(self.sheet, perbuatan, nilai)

    def _ask(self, sheet: SheetSeen) -> None:
        if not sheet.terlihat:
            read = Button(self._theme, "Baca lembar ini", "primary")
            read.clicked.connect(lambda: self._read_hidden(sheet))
            self.question.say("Lembar ini tersembunyi dan belum dibaca.", _HIDDEN)
            self.question.set_controls([read])
            return
        question = sheet.soal
        self.question.say(*(("",) if question is None else (question.judul, question.bukti)))
        self.question.set_controls([] if question is None else self._answers(sheet, question))

    def _read_hidden(self, sheet: SheetSeen) -> None:
        self._asked = True
        self._session.read_hidden(sheet)

    def _offer(self, sheet: SheetSeen) -> None:
        """Offer to read a head in every file as it was pointed out here; say where it was done."""
        session = self._session
        told = [one for one in session.spelled[-1:] if one[0].kepala]
        known = {one.kepala for one in sheet.kolom}
        if told and told[0][0].teks in known:
            spelling, meaning = told[0]
            back = Button(self._theme, "Urungkan", "link")
            back.clicked.connect(session.unspell)
            self.always.say(f"“{spelling.teks}” kini selalu dibaca sebagai {meaning.sebutan}.", "")
            self.always.set_controls([back])
            return
        by_hand = [one for one in sheet.kolom if one.tangan and one.bidang and not one.arti]
        offered = head_spelling(by_hand[-1].kepala, by_hand[-1].bidang) if by_hand else None
        if offered is None or sheet.soal is not None:
            self.always.say("")
            return
        meaning = offered.pilihan[0]
        always = Button(self._theme, "Selalu baca begitu", "", "add")
        always.clicked.connect(lambda: session.spell(offered, meaning))
        self.always.say(
            f"“{offered.teks}” dibaca sebagai {meaning.sebutan} di tabel berjudul sama.",
            "Berkas lain dengan judul kolom ini dapat dibaca begitu juga.",
        )
        self.always.set_controls([always])

    def _answers(self, sheet: SheetSeen, question: Question) -> list[QWidget]:
        if not question.bidang:
            return []
        if question.dugaan:
            return self._likely_answers(sheet, question)
        if 0 < len(question.pilihan) <= _MOST_BUTTONS:
            buttons: list[QWidget] = []
            for huruf in question.pilihan:
                button = Button(self._theme, f"Pakai kolom {huruf}")
                button.clicked.connect(
                    lambda _=False, huruf=huruf: self._choose(huruf, question.bidang)
                )
                buttons.append(button)
            return buttons
        allowed = [
            one for one in sheet.kolom if one.huruf in question.pilihan or not question.pilihan
        ]
        return [self._column_chooser(question, allowed, _PICK)]

    def _likely_answers(self, sheet: SheetSeen, question: Question) -> list[QWidget]:
        """Offer the likely answer, and every other column or none instead."""
        others = [one for one in sheet.kolom if one.huruf != question.dugaan]
        chooser = self._column_chooser(question, others, _OTHER)
        chooser.addItem(_NONE, NO_FIELD)
        yes = Button(self._theme, f"Ya, {FIELDS[question.bidang]}", "primary")
        yes.clicked.connect(lambda: self._choose(question.dugaan, question.bidang))
        return [chooser, yes]

    def _column_chooser(
        self, question: Question, columns: Sequence[ColumnSeen], prompt: str
    ) -> Chooser:
        chooser = Chooser(self._theme)
        chooser.setAccessibleName(question.judul)
        chooser.setMinimumWidth(200)
        chooser.addItem(prompt, "")
        for one in columns:
            chooser.addItem(_column_words(one), one.huruf)
        chooser.activated.connect(lambda place: self._answer(question, chooser.itemData(place)))
        return chooser

    def _answer(self, question: Question, huruf: str) -> None:
        if huruf == NO_FIELD:
            self._choose(question.dugaan, NO_FIELD)
        elif huruf:
            self._choose(huruf, question.bidang)

    def _say_columns(self, sheet: SheetSeen) -> None:
        used = {one.bidang for one in sheet.kolom} - {""}
        needed = ["nip"] + (["nama"] if sheet.sebutan == "Per pegawai" else [])
        found = [FIELDS[one] for one in needed if one in used or "nama_nip" in used]
        lacking = [FIELDS[one] for one in needed if one not in used and "nama_nip" not in used]
        parts = [f"Wajib ada: {', '.join(found)} ✓"] if found else []
        parts += [f"Belum ditemukan: {', '.join(lacking)}"] if lacking else []
        is_table = sheet.tanda != "lewat"
        self.needed.set_text("   ".join(parts) if is_table else "")
        rest = [
            _column_words(one)
            for one in sheet.kolom
            if one.kepala and not one.bidang and one.arti not in NOT_COUNTED
        ]
        self.unused.set_text(f"Tidak dipakai: {', '.join(rest)}" if rest and is_table else "")
        self.unused.setVisible(bool(self.unused.text_whole()) and not self._low)

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        """Leave the height to the sheet where there is little."""
        self._low = self.height() < _LOW
        self._show_note()
        self.unused.setVisible(bool(self.unused.text_whole()) and not self._low)

    def _show_note(self) -> None:
        readable = self.sheet is not None and bool(self.sheet.kolom)
        self.note.setVisible(readable and not self._low)

    def _say_fault(self) -> None:
        fault = self._session.fault
        self.fault.say(*(("",) if fault is None else fault_words(fault)))


def _column_words(column: ColumnSeen) -> str:
    return f"{column.huruf} – {column.kepala}" if column.kepala else column.huruf
