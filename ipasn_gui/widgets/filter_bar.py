"""`FilterBar`: search, filter chips, and what can be done with the table."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ipasn_core.formatting import format_int

from .. import theme as t
from ..models.check_rows import Entry
from ..models.identity_columns import JENIS_JABATAN
from ..models.people_filter import (
    BELUM_LENGKAP,
    BERUBAH,
    DI_BAWAH,
    Choice,
    PeopleFilter,
    column_of,
    values_of,
)
from ..models.record_table import column_name
from ..theme import Theme
from .check_list import CheckList
from .chip import Chip
from .controls import Button, Label, ground
from .filter_menu import FilterMenu
from .flow import flow
from .people_table import PeopleTable

_HEIGHT, _LINE = 48, 36
"""Of the first line, and what each further line of chips adds."""
_SEARCH, _SEARCH_LEAST = 228, 180
_INSET = 10
"""How far the words of a small button stand in it."""
_KIND = values_of(JENIS_JABATAN)
_STANDING = (_KIND, DI_BAWAH, BELUM_LENGKAP)
"""Filters whose chips stand there also while they are off."""


class FilterBar(QWidget):
    """Says who is listed, and changes it.

    Args:
        theme: Tokens.
        table: The table whose columns can be chosen here.
        import_words: Words of the button that imports.

    Attributes:
        filter_changed: Others shall be listed; `chosen` says who.
        changes_wanted: It has to be known whom the last import changed.
        copy_wanted: The table shall be copied.
        export_wanted: What is seen shall be exported.
        import_wanted: Somebody wants to import.
    """

    filter_changed = Signal()
    changes_wanted = Signal()
    copy_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, theme: Theme, table: PeopleTable, import_words: str) -> None:
        super().__init__()
        ground("surface", self)
        self._theme = theme
        self._table = table
        self._import_words = import_words
        self.choice: Choice | None = None
        self.chosen = PeopleFilter()
        self.field = self._make_field()
        self.more = Chip(theme, opens=True)
        self.more.show_filter("Saringan", active=False)
        self.more.setToolTip("Semua saringan (Ctrl+Shift+L)")
        self.chips: dict[str, Chip] = {}
        for name in _STANDING:
            self._make_chip(name)
        self.clear = Button(theme, "Hapus semua saringan", "ghost")
        self.found = Label("", "caption")
        self.columns = Button(theme, "", "icon", "column_triple", "Kolom")
        self.copy = Button(theme, "", "icon", "copy", "Salin tabel (Ctrl+Shift+C)", 16)
        self.export = Button(theme, "", "icon", "arrow_download", "Ekspor yang tampil (Ctrl+E)")
        self.import_ = Button(theme, import_words, "quiet", "arrow_import")
        self.list = CheckList(theme, self)
        self._ticking: Callable[[frozenset[str]], None] = self._show_columns
        self.menu = FilterMenu(self)
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

    def _make_chip(self, name: str) -> Chip:
        chip = Chip(self._theme, opens=bool(column_of(name)))
        chip.setParent(self)
        chip.put_on.connect(lambda: self.choose(self.chosen.with_on(name)))
        chip.taken_off.connect(lambda: self._take_off(name))
        chip.open_wanted.connect(lambda: self.open_values(column_of(name), chip))
        self.chips[name] = chip
        return chip

    def _lay_out(self) -> None:
        tools = (self.columns, self.copy, self.export, self.import_)
        for part in (self.field, self.more, self.clear, self.found, *tools):
            part.setParent(self)
        for small in (self.clear, self.import_):
            small.setProperty("small", True)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda text: self.choose(self.chosen.with_text(text)))
        self.more.open_wanted.connect(lambda: self.menu.open_below(self.more))
        self.clear.clicked.connect(self.clear_chips)
        self.columns.clicked.connect(self.choose_columns)
        self.list.ticked.connect(self._tick)
        self.list.reset_wanted.connect(self._reset_columns)
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
        """Show the counts of other people; what filters nothing there is let go."""
        self.choice = choice
        self.chosen = choice.fitting(self.chosen)
        self._show()

    def forget_people(self) -> None:
        """List nobody by id any more: what they had in common was so in another year."""
        self.chosen = self.chosen.without("orang")

    def choose(self, chosen: PeopleFilter) -> None:
        """List others."""
        self.chosen = chosen
        if self.field.text() != chosen.text:
            self.field.blockSignals(True)
            self.field.setText(chosen.text)
            self.field.blockSignals(False)
        if BERUBAH in chosen.on and self.choice is not None and self.choice.changed is None:
            self.changes_wanted.emit()
        self._show()
        self.filter_changed.emit()

    def show_found(self, count: int) -> None:
        """Say how many are listed, where not everybody is."""
        self.found.setText(f"{format_int(count)} pegawai")
        self._arrange()

    def clear_all(self) -> None:
        """Take away the search and every filter."""
        self.choose(PeopleFilter())

    def clear_chips(self) -> None:
        """Take away every filter; the search stays, and has the keyboard."""
        self.choose(self.chosen.without_chips())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_off(self, name: str) -> None:
        focused = self.chips[name].hasFocus()
        self.choose(self.chosen.without(name))
        if focused and not self.chips[name].isVisible():
            self.more.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def counted(self, name: str) -> str:
        """Name a filter, with how many people it lets in."""
        assert self.choice is not None
        count = self._count(name)
        words = self.choice.words(name, self.chosen)
        return f"{words} · {count}" if count else words

    def _count(self, name: str) -> str:
        """Return how many people a filter lets in, empty while that is not known."""
        count = None if self.choice is None else self.choice.count(name, self.chosen)
        return "" if count is None else format_int(count)

    def _show(self) -> None:
        choice, on = self.choice, self.chosen.on
        self._cross.setVisible(bool(self.chosen.text))
        if choice is None:
            return
        for name in (*_STANDING, *on):
            chip = self.chips.get(name) or self._make_chip(name)
            passive = name == _KIND and name not in on
            if choice.knows(name):
                if passive:
                    chip.show_filter("Jenis jabatan", active=False)
                else:
                    words = choice.words(name, self.chosen)
                    chip.show_filter(words, self._count(name), active=name in on)
        self._arrange()

    # Lists to tick in -----------------------------------------------------------------------------

    def open_values(self, column: str, anchor: QWidget) -> None:
        """Let values of a column be ticked."""
        choice = self.choice
        if choice is None:
            return
        entries = [Entry(word, word, format_int(n)) for word, n in choice.counts(column)]
        self._ticking = lambda words: self.choose(self.chosen.with_values(column, words))
        ticked = self.chosen.values.get(column, frozenset())
        shown = choice.lists.columns[column]
        self.list.show_entries(column_name(shown), entries, ticked, numbers=shown.right)
        self.list.open_below(anchor if anchor.isVisible() else self.more)

    def _tick(self, keys: frozenset[str]) -> None:
        self._ticking(keys)

    def choose_columns(self) -> None:
        """Let the columns that are shown be ticked."""
        self._ticking = self._show_columns
        self._fill_columns()
        self.list.open_below(self.columns, right=True)

    def _fill_columns(self) -> None:
        layout = self._table.layout_of_columns
        columns = [one for one in self._table.records.columns if not one.fixed]
        entries = [Entry(one.key, column_name(one)) for one in columns]
        shown = frozenset(one.key for one in columns if layout.is_shown(one.key))
        self.list.show_entries("Kolom yang tampil", entries, shown, "Kembalikan susunan semula")

    def _show_columns(self, keys: frozenset[str]) -> None:
        layout = self._table.layout_of_columns
        for column in self._table.records.columns:
            if not column.fixed and layout.is_shown(column.key) != (column.key in keys):
                layout.show_column(column.key, shown=column.key in keys)

    def _reset_columns(self) -> None:
        self._table.layout_of_columns.reset()
        self._fill_columns()

    # Room -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave out what the room is too small for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the parts into lines; what is lesser goes where the first is too short."""
        choice, on = self.choice, self.chosen.on
        narrow = self.window().width() < t.NARROW
        margin = t.MARGIN_NARROW if narrow else t.MARGIN
        seen = [name for name in _STANDING if self._stands(choice, name)]
        search, words = _SEARCH, self._import_words
        tools: list[QWidget] = [self.columns, self.copy, self.export, self.import_]

        def needed() -> int:
            self.import_.setText(words)
            parts = [*(self.chips[name] for name in seen), self.more, *tools]
            widths = (one.sizeHint().width() + t.RELATED for one in parts)
            return margin + search + t.RELATED + sum(widths) + t.GROUP

        passive = [name for name in (_KIND, BELUM_LENGKAP, DI_BAWAH) if name not in on]
        while needed() > self.width():
            if words != "Impor…":
                words = "Impor…"
            elif _KIND in seen and _KIND in passive:
                seen.remove(_KIND)
            elif search > _SEARCH_LEAST:
                search = _SEARCH_LEAST
            elif self.import_ in tools:
                tools.remove(self.import_)
            elif left := [name for name in passive if name in seen]:
                seen.remove(left[0])
            else:
                break
        self.field.setFixedWidth(search)
        more = [name for name in on if name not in _STANDING]
        parts: list[QWidget] = [self.field, *(self.chips[name] for name in seen), self.more]
        parts += [self.chips[name] for name in (*more, *(n for n in on if n in _STANDING))
                  if self.chips[name] not in parts]  # fmt: skip
        parts += [self.clear] if len(on) > 1 else []
        parts += [self.found] if self.chosen.any else []
        self._place(parts, tools, margin)

    def _stands(self, choice: Choice | None, name: str) -> bool:
        """Tell whether a chip that may stand there while it is off does."""
        if choice is None or not choice.knows(name):
            return False
        return name != BELUM_LENGKAP or name in self.chosen.on or bool(
            choice.count(name, self.chosen)
        )  # fmt: skip

    def _place(self, parts: list[QWidget], tools: list[QWidget], margin: int) -> None:
        """Put parts from the left into lines, and tools at the right of the first."""
        every = (self.clear, self.found, self.import_, *self.chips.values())
        for one in every:
            one.setVisible(one in parts or one in tools)
        right = self.width() - t.GROUP
        for tool in reversed(tools):
            size = tool.sizeHint()
            right -= size.width()
            tool.setGeometry(right, (_HEIGHT - size.height()) // 2, size.width(),
                             size.height())  # fmt: skip
            right -= t.RELATED
        widths = [self.field.width() if one is self.field else one.sizeHint().width()
                  for one in parts]  # fmt: skip
        places = flow(widths, QPoint(margin, 0), right, self.width() - t.GROUP, t.RELATED)
        for part, width, place in zip(parts, widths, places, strict=True):
            height = part.sizeHint().height()
            top = (_HEIGHT - height) // 2 + place.y() * _LINE
            # A button without an edge begins with its text, where it is the first of its line.
            inset = _INSET if part is self.clear and place.x() == margin else 0
            part.setGeometry(place.x() - inset, top, width, height)
        self.setFixedHeight(_HEIGHT + places[-1].y() * _LINE)
        chain = [*parts, *tools]
        for before, after in itertools.pairwise(chain):
            QWidget.setTabOrder(before, after)
