"""`PaneBody`: what the pane shows of a person below the head: identity or records, and Perhitungan.

Where something is being edited, its form stands in the place of what it edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ipasn_core.formatting import format_int, format_points
from ipasn_core.model.evidence import KEADAAN, PERSON_FIELDS
from ipasn_core.model.scores import TraceStep
from ipasn_core.model.vocab import Bukti, label
from ipasn_core.rules.edition import Instrumen
from ipasn_core.scoring.year_state import YearState
from ipasn_core.workflow.edit_form import TAHUN
from ipasn_core.workflow.edit_offers import KEADAAN as STATE
from ipasn_core.workflow.edit_offers import ORANG, PERNYATAAN, Offer, offer
from ipasn_core.workflow.explain import Explanation
from ipasn_core.workflow.person_history import YearPoints
from ipasn_core.workflow.person_words import person_words
from ipasn_core.workflow.record_words import JUDUL, origin_words

from .. import theme as t
from ..theme import Theme
from .controls import Button, Hairline, Label
from .record_editor import PASTED, RecordEditor
from .record_history import YearsTable
from .record_list import SIDE, RecordList, inset
from .record_statement import StatementRow
from .trace_view import TraceView, flowing

_CAPTION_WIDTH = 116
_LINKS = (("Betulkan NIP…", "betulkan-nip"), ("Riwayat pegawai ini", "riwayat-pegawai"))
_SEVERAL = 2
_PERSON = frozenset(field.label for field in KEADAAN if field.name in PERSON_FIELDS)


class PaneBody(QWidget):
    """A person, anew each time something is another.

    Args:
        theme: Tokens.
        editor: Holds the forms that are open.
        state: The year.
        found: What was read of the person.
        dimensi: Place of the dimension in the edition; None: who it is, and all dimensions.
        editable: Whether anything may be changed.

    Attributes:
        wanted: A form shall be opened: (Offer).
        remove_wanted: A record shall be deleted: (set, id).
        year_wanted: Another year shall be looked at: (the year).
        command_wanted: A command of the menus is wanted: (its id).
    """

    wanted = Signal(object)
    year_wanted = Signal(int)
    remove_wanted = Signal(str, int)
    command_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        editor: RecordEditor,
        state: YearState,
        found: Explanation,
        dimensi: int | None,
        *,
        editable: bool,
    ) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._theme = theme
        self._editor = editor
        self._state = state
        self._found = found
        self._editable = editable
        self.lists: dict[str, RecordList] = {}
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(t.RELATED)
        self.years = QVBoxLayout()
        self.years.setSpacing(t.RELATED)
        if dimensi is None:
            self._add_identity()
            self.rows.addLayout(self.years)
            for place, one in enumerate(state.edition.dimensi):
                self._add_trace(place, one.nama)
        else:
            self._add_records(dimensi)
            self._add_statements(dimensi)
            self._add_trace(dimensi, "Perhitungan")
        self.rows.addStretch()

    def show_years(self, years: Sequence[YearPoints]) -> None:
        """Show the points of several years, where there are several."""
        if len(years) < _SEVERAL or self.years.count():
            return
        table = YearsTable(self._theme, years, self._state.tahun)
        table.wanted.connect(self.year_wanted)
        self.years.addLayout(inset(Hairline(self._theme)))
        self._add_heading("Nilai antartahun", into=self.years)
        self.years.addLayout(inset(table))

    # Identity -------------------------------------------------------------------------------------

    def _add_identity(self) -> None:
        known = person_words(self._state, self._found.jejak.orang)
        here = [pair for pair in known if pair[0] not in _PERSON]
        self._add_group(STATE, "Jabatan dan unit", here)
        own = [("Nama", self._state.roster.nama[self._found.jejak.orang])]
        own += [pair for pair in known if pair[0] in _PERSON]
        if self._found.asal is not None:
            own.append(("Asal data", origin_words(self._found.asal)))
        self._add_group(ORANG, "Identitas", own)
        links = QHBoxLayout()
        links.setContentsMargins(SIDE, 0, SIDE, 0)
        links.setSpacing(t.GROUP)
        for words, command in _LINKS:
            link = Button(self._theme, words, "link")
            link.setEnabled(self._editable or command == "riwayat-pegawai")
            link.clicked.connect(partial(self.command_wanted.emit, command))
            links.addWidget(link)
        links.addStretch(1)
        self.rows.addLayout(links)

    def _add_group(self, himpunan: str, title: str, known: list[tuple[str, str]]) -> None:
        form = self._editor.form(himpunan, 0)
        if form is not None:
            self.rows.addLayout(inset(form))
            form.show()
            return
        action = self._action("Ubah", f"Ubah {title.lower()}", "edit", Offer("", himpunan))
        self._add_heading(title, action=action)
        grid = QGridLayout()
        grid.setContentsMargins(SIDE, 0, SIDE, 0)
        grid.setHorizontalSpacing(t.RELATED)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _CAPTION_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(known):
            caption = Label(name, "caption")
            value = flowing(words)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{name}: {words}")
            caption.setBuddy(value)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        self.rows.addLayout(grid)

    # Records and statements -----------------------------------------------------------------------

    def _add_records(self, place: int) -> None:
        for blok in dict.fromkeys(step.blok for step, _ in self._steps(place)):
            records = self._found.records(blok)
            title = JUDUL[blok]
            name = f"Tambah {title.lower()} (Insert)"
            action = self._action("Tambah", name, "add", self.new(blok))
            self._add_heading(title, count=len(records) or None, action=action)
            form = self._editor.open_form
            edited = next(
                (
                    number
                    for number in (0, PASTED, *(one.rekaman.id for one in records))
                    if form is not None and self._editor.form(blok, number) is form
                ),
                None,
            )
            opened = None if edited is None or form is None else (edited, form)
            made = RecordList(self._theme, blok, records, editable=self._editable, form=opened)
            made.edit_wanted.connect(
                lambda number, which=blok: self.wanted.emit(Offer("", which, number))
            )
            made.remove_wanted.connect(
                lambda number, which=blok: self.remove_wanted.emit(which, number)
            )
            self.lists[blok] = made
            if records or opened is not None:
                self.rows.addWidget(made)
            else:
                made.setParent(self)
                made.hide()
                self.rows.addLayout(inset(Label("Tidak ada catatan.", "quiet")))

    def new(self, blok: str) -> Offer:
        """Return what opens the form of a new record; of an appraisal the measured year's first."""
        year = self._state.tahun + self._state.edition.tahun_kinerja
        known = {one.tahun for (block, _), one in self._found.rekaman.items() if block == blok}
        isi = {TAHUN: str(year)} if blok == "penilaian" and year not in known else {}
        return Offer("", blok, isi=isi)

    def _add_statements(self, place: int) -> None:
        """Show what wide tables state of this dimension, beside its records."""
        i = self._found.jejak.orang
        kinds = dict.fromkeys(one.bukti[0] for _, one in self._steps(place))
        kinds.pop(Bukti.PENILAIAN, None)
        shown = {
            bukti: step.pernyataan
            for step, one in self._steps(place)
            if (bukti := one.bukti[0]) in kinds
            and (step.pernyataan or self._editor.form(PERNYATAAN, 0, bukti) is not None)
        }
        silent = [bukti for bukti in kinds if bukti not in shown]
        if not kinds or not (shown or self._editable):
            return
        menu = None
        if self._editable and silent:
            menu = [(label(bukti), Offer("", PERNYATAAN, bukti=bukti)) for bukti in silent]
        if not shown and not menu:
            return
        self._add_heading("Pernyataan", menu=menu)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.rows.addLayout(column)
        for bukti, words in shown.items():
            form = self._editor.form(PERNYATAAN, 0, bukti)
            if form is not None:
                column.addLayout(inset(form))
                form.show()
                continue
            asal = self._found.pernyataan.get(bukti)
            row = StatementRow(
                self._theme,
                label(bukti),
                words,
                "" if asal is None else origin_words(asal),
                editable=self._editable and bool(self._state.roster.stated(bukti).bentuk[i]),
            )
            row.edit_wanted.connect(
                lambda which=bukti: self.wanted.emit(Offer("", PERNYATAAN, bukti=which))
            )
            row.remove_wanted.connect(lambda which=bukti: self._editor.withdraw(which))
            column.addWidget(row)

    # Perhitungan ----------------------------------------------------------------------------------

    def _add_trace(self, place: int, title: str) -> None:
        state, i = self._state, self._found.jejak.orang
        if not state.scores.diukur[i]:
            return
        self.rows.addSpacing(4)
        self.rows.addLayout(inset(Hairline(self._theme)))
        dimensi = state.edition.dimensi[place]
        reached = format_points(int(state.scores.dimensi[place, i]), 2)
        self._add_heading(title, f"{reached} dari {format_points(dimensi.maksimal)}")
        steps = self._steps(place)
        origins = [self._found.origins(step, one.bukti[0]) for step, one in steps]
        view = TraceView(
            self._theme,
            [step for step, _ in steps],
            origins,
            [self._offer(step, one) for step, one in steps],
            reasons=not self.lists,
        )
        view.wanted.connect(self.wanted)
        self.rows.addLayout(inset(view))

    def _offer(self, step: TraceStep, instrumen: Instrumen) -> Offer | None:
        if not self._editable:
            return None
        records = [one for (blok, _), one in self._found.rekaman.items() if blok == "penilaian"]
        return offer(step, instrumen, self._state.edition, self._state.tahun, records)

    def _steps(self, place: int) -> list[tuple[TraceStep, Instrumen]]:
        name = self._state.edition.dimensi[place].id
        kinds = {one.id: one for _, one in self._state.edition.instrumen}
        return [
            (step, kinds[step.instrumen])
            for step in self._found.jejak.langkah
            if step.dimensi == name
        ]

    # Headings -------------------------------------------------------------------------------------

    def _action(self, words: str, name: str, icon: str, wish: Offer) -> Button | None:
        if not self._editable:
            return None
        button = Button(self._theme, words, "ghost", icon, name, 16)
        button.setAccessibleName(name.split(" (", maxsplit=1)[0])
        button.clicked.connect(lambda: self.wanted.emit(wish))
        button.setProperty("small", True)
        return button

    def _add_heading(
        self,
        title: str,
        right: str = "",
        count: int | None = None,
        action: Button | None = None,
        menu: list[tuple[str, Offer]] | None = None,
        into: QVBoxLayout | None = None,
    ) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(SIDE, 0, SIDE if action is None and not menu else 0, 0)
        line.setSpacing(t.RELATED)
        line.addWidget(Label(title, "heading"))
        if count is not None:
            line.addWidget(Label(format_int(count), "caption"))
        line.addStretch()
        if right:
            line.addWidget(Label(right, "heading"))
        if action is not None:
            line.addWidget(action)
        if menu:
            line.addWidget(self._menu_button(menu))
        (into or self.rows).addLayout(line)

    def _wish(self, wish: Offer, _checked: bool = False) -> None:
        self.wanted.emit(wish)

    def _menu_button(self, wishes: list[tuple[str, Offer]]) -> Button:
        button = Button(self._theme, "Nyatakan", "ghost", "add", "Nyatakan tanpa catatan", 16)
        button.setProperty("small", True)
        menu = QMenu(button)
        for words, wish in wishes:
            menu.addAction(words).triggered.connect(partial(self._wish, wish))
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button
