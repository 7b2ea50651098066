"""`FilterBar`: search, filter chips, and what can be done with the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from ipasn_core.formatting import format_int
from ipasn_core.model.vocab import JenisJabatan

from .. import theme as t
from ..models.people_filter import Choice, PeopleFilter, jenis_jabatan_words
from ..models.record_table import column_name
from ..theme import Theme
from .chip import Chip
from .column_layout import ColumnLayout
from .controls import Button, Label, ground
from .people_table import PeopleTable

_HEIGHT = 48
_SEARCH, _SEARCH_LEAST = 228, 150


class FilterBar(QWidget):
    """Says who is listed, and changes it.

    Args:
        theme: Tokens.
        table: The table whose columns can be chosen here.
        import_words: Words of the button that imports.

    Attributes:
        filter_changed: Others shall be listed; `chosen` says who.
        copy_wanted: The table shall be copied.
        export_wanted: The people shall be exported.
        import_wanted: Somebody wants to import.
    """

    filter_changed = Signal()
    copy_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, theme: Theme, table: PeopleTable, import_words: str) -> None:
        super().__init__()
        ground("surface", self)
        self.setFixedHeight(_HEIGHT)
        self._theme = theme
        self._layout_of_columns: ColumnLayout = table.layout_of_columns
        self._table = table
        self._choice: Choice | None = None
        self.chosen = PeopleFilter()
        self.field = self._make_field()
        self._kinds = QMenu(self)
        self.kind = Chip(theme, self._kinds)
        self.below = Chip(theme)
        self.lacking = Chip(theme)
        self.picked = Chip(theme)
        self.clear = Button(theme, "Hapus semua saringan", "ghost")
        self.found = Label("", "caption")
        self._columns = QMenu(self)
        self.columns = Button(theme, "", "icon", "column_triple", "Kolom")
        self.copy = Button(theme, "", "icon", "copy", "Salin tabel", 16)
        self.export = Button(theme, "", "icon", "arrow_download", "Ekspor (Ctrl+E)")
        self.import_ = Button(theme, import_words, "quiet", "arrow_import")
        self._lay_out()
        self._connect()

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setProperty("small", True)
        field.setPlaceholderText("Cari nama, NIP, atau unit")
        field.setAccessibleName("Cari pegawai")
        field.setToolTip("Cari nama, NIP, perangkat daerah, atau jabatan (Ctrl+F)")
        self._glass = QAction("Cari", field)
        self._glass.triggered.connect(field.selectAll)
        field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._cross = QAction("Hapus pencarian", field)
        self._cross.triggered.connect(field.clear)
        field.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self._cross.setVisible(False)
        return field

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, t.GROUP, 0)
        row.setSpacing(t.RELATED)
        for part in (self.field, self.kind, self.below, self.lacking, self.picked, self.clear):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.found, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for part in (self.columns, self.copy, self.export, self.import_):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        for small in (self.clear, self.import_):
            small.setProperty("small", True)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda text: self.choose(replace(self.chosen, text=text)))
        for chip, name in ((self.below, "di_bawah"), (self.lacking, "belum_lengkap")):
            chip.put_on.connect(lambda name=name: self._set(name, True))
            chip.taken_off.connect(lambda name=name: self._set(name, False))
        self.kind.taken_off.connect(lambda: self._set("jenis_jabatan", 0))
        self.picked.taken_off.connect(lambda: self.choose(self.chosen.with_chosen("", None)))
        self.clear.clicked.connect(lambda: self.choose(self.chosen.without_chips()))
        self.columns.clicked.connect(self._choose_columns)
        self.copy.clicked.connect(self.copy_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.import_.clicked.connect(self.import_wanted)
        self._theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        k = self._theme.tokens
        self._glass.setIcon(self._theme.icons.icon("search", k.ink2))
        self._cross.setIcon(self._theme.icons.icon("dismiss", k.ink2, size=16))

    # Who is listed --------------------------------------------------------------------------------

    def show_choice(self, choice: Choice) -> None:
        """Show the counts of other people."""
        self._choice = choice
        if choice.target is None and self.chosen.di_bawah:
            self.chosen = replace(self.chosen, di_bawah=False)
        self._show()

    def forget_people(self) -> None:
        """List nobody by id any more: what they had in common was so in another year."""
        self.chosen = self.chosen.with_chosen("", None)

    def choose(self, chosen: PeopleFilter) -> None:
        """List others."""
        self.chosen = chosen
        if self.field.text() != chosen.text:
            self.field.blockSignals(True)
            self.field.setText(chosen.text)
            self.field.blockSignals(False)
        self._show()
        self.filter_changed.emit()

    def show_found(self, count: int) -> None:
        """Say how many are listed, where not everybody is."""
        self.found.setText(f"{format_int(count)} pegawai")
        self._fit()

    def clear_all(self) -> None:
        """Take away the search and every filter."""
        self.choose(PeopleFilter())

    def _set(self, name: str, value: object) -> None:
        self.choose(replace(self.chosen, **{name: value}))  # type: ignore[arg-type]

    def _show(self) -> None:
        choice, chosen = self._choice, self.chosen
        self._cross.setVisible(bool(chosen.text))
        if choice is None:
            return

        def counted(words: str, count: int) -> str:
            return f"{words} · {format_int(count)}"

        code = chosen.jenis_jabatan
        words = jenis_jabatan_words(code)
        if code:
            words = counted(words, choice.of_kind(code))
        self.kind.show_filter(words, active=bool(code))
        self._fill_kinds(choice)
        target = f"Di bawah {choice.target_words}"
        self.below.show_filter(counted(target, choice.below), active=chosen.di_bawah)
        lacking = counted("Belum lengkap", choice.lacking)
        self.lacking.show_filter(lacking, active=chosen.belum_lengkap)
        if chosen.id is not None:
            picked = counted(chosen.judul, choice.of_chosen(chosen.id))
            self.picked.show_filter(picked, active=True)
        self._fit()

    def _fill_kinds(self, choice: Choice) -> None:
        self._kinds.clear()
        for code in (0, *JenisJabatan):
            words = jenis_jabatan_words(code) if code else "Semua jenis jabatan"
            many = choice.of_kind(code) if code else 0
            if code and not many:
                continue
            action = self._kinds.addAction(f"{words} · {format_int(many)}" if code else words)
            action.setCheckable(True)
            action.setChecked(code == self.chosen.jenis_jabatan)
            action.triggered.connect(lambda _=False, code=code: self._set("jenis_jabatan", code))

    # Columns --------------------------------------------------------------------------------------

    def _choose_columns(self) -> None:
        self.fill_columns()
        corner = self.columns.rect().bottomRight()
        place = self.columns.mapToGlobal(corner)
        place.setX(place.x() - self._columns.sizeHint().width())
        self._columns.popup(place)

    def fill_columns(self) -> QMenu:
        """Fill the menu of columns anew, and return it."""
        self._columns.clear()
        layout = self._layout_of_columns
        for column in self._table.records.columns:
            if column.fixed:
                continue
            action = self._columns.addAction(column_name(column))
            action.setCheckable(True)
            action.setChecked(layout.is_shown(column.key))
            action.toggled.connect(lambda on, key=column.key: layout.show_column(key, shown=on))
        return self._columns

    # Room -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave out what the room is too small for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show everything; where that is too wide, do without the lesser things one by one."""
        choice, chosen = self._choice, self.chosen
        several = chosen.count > 1
        narrow = self.window().width() < t.NARROW
        self.setContentsMargins(t.MARGIN_NARROW if narrow else t.MARGIN, 0, 0, 0)
        self.field.setFixedWidth(_SEARCH)
        self.clear.setText("Hapus semua saringan")
        self.below.setVisible(choice is not None and choice.target is not None)
        self.lacking.setVisible(choice is not None and (choice.lacking > 0 or chosen.belum_lengkap))
        self.picked.setVisible(chosen.id is not None)
        self.kind.setVisible(True)
        self.clear.setVisible(several)
        self.import_.setVisible(True)
        self.found.setVisible(chosen.any)
        steps: tuple[Callable[[], None], ...] = (
            lambda: self.import_.setVisible(False),
            lambda: self.clear.setText("Hapus semua"),
            lambda: self.found.setVisible(False),
            lambda: self.field.setFixedWidth(_SEARCH_LEAST),
            lambda: self.kind.setVisible(chosen.jenis_jabatan > 0),
            lambda: self.lacking.setVisible(chosen.belum_lengkap),
            lambda: self.below.setVisible(chosen.di_bawah),
        )
        for step in steps:
            if self._needed() <= self.width():
                return
            step()

    def _needed(self) -> int:
        row = self.layout()
        assert row is not None
        row.invalidate()
        return row.minimumSize().width()
