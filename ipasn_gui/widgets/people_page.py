"""`PeoplePage`: filter bar, table and side pane, as every tab that lists people has them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from .. import theme as t
from ..models.column_values import ValueLists
from ..models.people_columns import everybody, of_dimension, unknown
from ..models.people_filter import BERUBAH, Choice, PeopleFilter
from ..models.people_index import PeopleIndex
from ..models.record_table import NOBODY, Column, Records
from ..models.seen_table import SeenTable
from ..settings import WindowSettings
from ..theme import Theme
from ..workspace import Workspace
from .column_menu import add_column_acts
from .controls import ground
from .empty_state import EmptyState
from .filter_bar import FilterBar
from .last_import import LastImport
from .pane_edge import PaneEdge
from .people_acts import add_people_acts
from .people_table import PeopleTable
from .side_pane import LEAST, MOST, WIDTH, SidePane
from .table_copy import copy_rows, seen_rows

_SPELLING = "Periksa ejaannya, atau cari menurut NIP, perangkat daerah, atau jabatan."
_NOT_LISTED = (
    "Pegawai yang terakhir dilihat tidak termasuk saringan tabel ini. Pilih pegawai lain (Alt+↓ "
    "untuk yang berikutnya), atau hapus saringannya."
)
_NOBODY_LISTED = "Tidak ada pegawai yang termasuk saringan tabel ini."
_PANE = "panel"
_SHOWN, _HIDDEN = QByteArray(b"tampil"), QByteArray(b"sembunyi")


class PeoplePage(QWidget):
    """Lists people, and shows the one that is looked at beside them.

    Args:
        theme: Tokens.
        workspace: What is open.
        settings: Where columns and pane are remembered.
        name: Under which name.
        place: Place of the dimension in the edition; None for everybody's table.
        import_words: Words of the button that imports.
        nobody: Stands in for the table while the year has nobody; its primary button imports.
        unmeasured: Stands in while nothing is known of the dimension; its secondary button shows
            the table all the same. None for everybody's table.

    Attributes:
        import_wanted: Somebody wants to import.
        export_wanted: Somebody wants to export the people.
        command_wanted: Somebody wants a command of the menus: (its id).
    """

    import_wanted = Signal()
    export_wanted = Signal()
    command_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        settings: WindowSettings,
        name: str,
        place: int | None,
        import_words: str,
        nobody: EmptyState,
        unmeasured: EmptyState | None = None,
    ) -> None:
        super().__init__()
        ground("surface", self)
        self._workspace = workspace
        self._settings = settings
        self._place = place
        self._index: PeopleIndex | None = None
        self._records: Records | None = None
        self._lists: ValueLists | None = None
        self._choice: Choice | None = None
        self._last = LastImport(workspace, self)
        self._pane_width = WIDTH
        # Narrow until it has a size: there the pane is closed at first.
        self._narrow = True
        self._pane_wanted = False
        self.table = PeopleTable(theme, settings, name)
        self.bar = FilterBar(theme, self.table, import_words)
        self.nobody = nobody
        self.unknown = unmeasured
        self._insisted = False
        self.no_match = EmptyState(
            theme, "search", "Tidak ada yang cocok", "", secondary="Hapus saringan"
        )
        self.list = ground("surface")
        self.pane = SidePane(theme, workspace)
        self.pane.set_dimensi(place)
        self.edge = PaneEdge(theme)
        self._lay_out()
        self._connect()
        self._add_keys()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        self._instead = [one for one in (self.nobody, self.unknown) if one is not None]
        for part in (self.list, *self._instead, self.pane, self.edge):
            part.setParent(self)
        for part in (*self._instead, self.no_match, self.pane, self.edge):
            part.hide()

    def _connect(self) -> None:
        for instead in self._instead:
            instead.primary_wanted.connect(self.import_wanted)
            instead.secondary_wanted.connect(self._insist)
        self.no_match.secondary_wanted.connect(self.clear_filters)
        self.bar.import_wanted.connect(self.import_wanted)
        self.bar.export_wanted.connect(self.export_wanted)
        self.bar.filter_changed.connect(self._filter)
        self.bar.changes_wanted.connect(self._last.ask)
        self._last.known.connect(self._take_changes)
        self.bar.copy_wanted.connect(lambda: self.copy(everybody=True))
        self.table.copy_wanted.connect(lambda: self.copy(everybody=False))
        self.table.person_chosen.connect(self._workspace.choose_person)
        self.table.opened.connect(lambda: self.show_pane(shown=True))
        self.table.menu_wanted.connect(lambda at: self.menu().popup(at))
        self.table.column_menu_wanted.connect(lambda one, at: self.column_menu(one).popup(at))
        self.pane.command_wanted.connect(self.command_wanted)
        self.pane.closed.connect(lambda: self.show_pane(shown=False))
        self.pane.previous_wanted.connect(lambda: self.table.step(-1))
        self.pane.next_wanted.connect(lambda: self.table.step(1))
        self.edge.moved.connect(self._drag)
        self._workspace.person_changed.connect(self._show_person)
        self._workspace.opened.connect(self._begin_anew)

    def _add_keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys: tuple[tuple[QWidget, str, Callable[[], None]], ...] = (
            (self, "Alt+Up", lambda: self.table.step(-1)),
            (self, "Alt+Down", lambda: self.table.step(1)),
            (self.list, "Esc", self._escape),
        )
        for widget, key, do in keys:
            shortcut = QShortcut(QKeySequence(key), widget)
            shortcut.setContext(inside)
            shortcut.activated.connect(do)
        self.bar.field.returnPressed.connect(self._enter_table)

    # What is shown --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the year and the perangkat daerah that are looked at now."""
        index = self._workspace.index
        before, other = self._index, index is not self._index
        if before is not None and before.state.tahun != index.state.tahun:
            self.bar.forget_people()
        if other:
            self._index = index
            place = self._place
            self._records = everybody(index) if place is None else of_dimension(index, place)
            self._lists = ValueLists(self._records)
        self._choose_among(index)
        assert self._choice is not None
        assert self._records is not None
        wanted = self._choice.wanted(self.bar.chosen)
        if other:
            self.table.show_people(self._records, wanted, self._workspace.person)
        else:
            self.table.filter_people(wanted, self._workspace.person)
        self._say_nothing()
        self._choose_first()
        self._show_person()
        self._arrange()

    def _choose_among(self, index: PeopleIndex) -> None:
        """Count anew whom the filters let in."""
        assert self._lists is not None
        people, changed = self._workspace.people, self._last.people
        self._choice = Choice(index, self._place, people, self._lists, changed)
        self.bar.show_choice(self._choice)
        if BERUBAH in self.bar.chosen.on:
            self._last.ask()

    def _take_changes(self) -> None:
        if self._index is None:
            return
        self._choose_among(self._index)
        self.bar.menu.show_changes()
        if BERUBAH in self.bar.chosen.on:
            self._filter()

    @property
    def instead(self) -> EmptyState | None:
        """What stands in for the table now; None while the table is there."""
        if self._index is None:
            return None
        state = self._index.state
        if not len(state.roster):
            return self.nobody
        if self._place is None or self._insisted or not unknown(state, self._place):
            return None
        return self.unknown

    def _begin_anew(self) -> None:
        """Let nothing of one project's filters reach into the next."""
        self._insisted = False
        self.bar.clear_all()

    def _insist(self) -> None:
        """Show the table although nothing is known of the dimension."""
        self._insisted = True
        self._arrange()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _filter(self) -> None:
        if self._choice is not None:
            wanted = self._choice.wanted(self.bar.chosen)
            self.table.filter_people(wanted, self._workspace.person)
            self._say_nothing()
            self._follow_filter()

    def _follow_filter(self) -> None:
        """Look at somebody who is listed: the pane never shows who was filtered away."""
        if not self._is_listed(self._workspace.person) and self.table.records.rowCount():
            self._workspace.choose_person(self.table.records.id_of(0))
        else:
            self._show_person()

    def _is_listed(self, person: int) -> bool:
        return len(self.table.records.rows_of(np.array([person], np.int64))) > 0

    def show_only(self, judul: str, people: NDArray[np.int64]) -> None:
        """List these people and nobody else, whatever was looked for before."""
        self.bar.choose(PeopleFilter().with_people(judul, people))
        if not len(self.table.chosen()):
            self.table.step(0)

    def reveal(self, person: int) -> None:
        """Look at a person, by id; filters that hide them are let go."""
        roster = self._workspace.index.state.roster
        place = np.flatnonzero(roster.id == person)
        if len(place) and not np.isin(place, self._workspace.people).any():
            self._workspace.choose_opd(-1)
        if not self._is_listed(person):
            self.bar.clear_all()
        self._workspace.choose_person(person)

    def clear_filters(self) -> None:
        """List everybody again, and put the keyboard back into the search."""
        self.bar.clear_all()
        self.bar.field.setFocus()

    def _say_nothing(self) -> None:
        """Say how many are listed, and if nobody is, what keeps everybody out."""
        self.bar.show_found(self.table.records.rowCount())
        if self.table.records.rowCount() or self._choice is None:
            self.table.set_cover(None)
            return
        chosen = self.bar.chosen
        unit = self._workspace.opd_name
        like = f" yang cocok dengan “{chosen.text.strip()}”" if chosen.text.strip() else ""
        where = f" di {unit}" if unit else ""
        chips = [self._choice.words(name, chosen) for name in chosen.on]
        among = f"Saringan yang aktif: {', '.join(chips)}." if chips else _SPELLING
        self.no_match.say(f"Tidak ada pegawai{like}{where}", among)
        self.no_match.secondary.setVisible(chosen.any)
        self.table.set_cover(self.no_match)

    def _choose_first(self) -> None:
        """Look at somebody, so that the pane has something to say."""
        if not self._workspace.person and self.table.records.rowCount():
            self._workspace.choose_person(self.table.records.id_of(0))

    def _show_person(self) -> None:
        if self._index is None:
            return
        person = self._workspace.person
        self.table.choose(person)
        listed = self._is_listed(person)
        anybody = self.table.records.rowCount() > 0
        why = (_NOT_LISTED if anybody else _NOBODY_LISTED) if person and not listed else ""
        self.pane.show_person(person if listed else NOBODY, why)

    # Pane -----------------------------------------------------------------------------------------

    def show_pane(self, *, shown: bool) -> None:
        """Show or hide the pane; where there is room this is remembered."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.pane.isAncestorOf(focused)
        self._pane_wanted = shown
        if not self._narrow:
            self._settings.set_layout(_PANE, _SHOWN if shown else _HIDDEN)
        self._arrange()
        self._show_person()
        if not shown and inside:
            self.table.setFocus()

    def toggle_pane(self) -> None:
        """Show the pane, or hide it."""
        self.show_pane(shown=not self.pane.isVisible())

    def _drag(self, x: int) -> None:
        self._pane_width = max(LEAST, min(self.width() - x, MOST))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the pane lie over the table where the window is narrow, closed at first."""
        super().resizeEvent(event)
        narrow = self.width() < t.NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._pane_wanted = not narrow and self._settings.layout(_PANE) != _HIDDEN
        self._arrange()

    def _arrange(self) -> None:
        """Put the parts where they belong."""
        width, height = self.width(), self.height()
        instead = self.instead
        shown = self._pane_wanted and instead is None
        beside = self._pane_width if shown and not self._narrow else 0
        for one in self._instead:
            one.setVisible(one is instead)
            one.setGeometry(0, 0, width, height)
        self.list.setVisible(instead is None)
        self.list.setGeometry(0, 0, width - beside, height)
        self.pane.setGeometry(width - self._pane_width, 0, self._pane_width, height)
        self.pane.setVisible(shown)
        self.edge.setGeometry(width - self._pane_width - self.edge.REACH, 0, 2 * self.edge.REACH,
                              height)  # fmt: skip
        self.edge.setVisible(shown)
        self.pane.raise_()
        self.edge.raise_()

    # Keys and menu --------------------------------------------------------------------------------

    def search(self) -> None:
        """Put the keyboard into the search field."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def enter(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard on the table; on the search where nobody is listed."""
        instead = self.instead
        if instead is not None:
            instead.primary.setFocus(reason)
        elif self.table.records.rowCount():
            self.table.setFocus(reason)
        else:
            self.bar.field.setFocus(reason)

    def seen(self, judul: str) -> SeenTable | None:
        """Return what is seen, to be exported; None where no table is.

        Args:
            judul: What the table is called.
        """
        if self._records is None or self.instead is not None:
            return None
        rows = seen_rows(self.table, everybody=True)
        return SeenTable(judul, rows.columns, rows.records)

    def areas(self) -> list[QWidget]:
        """Return search, table and pane, as far as they are seen."""
        instead = self.instead
        if instead is not None:
            return [instead.primary]
        pane = [self.pane.head.buttons[0]] if self.pane.isVisible() else []
        return [self.bar.field, self.table, *pane]

    def _enter_table(self) -> None:
        """From the search into what was found: its first, where the one looked at is not in it."""
        if not self.table.currentIndex().isValid():
            self.table.step(0)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _escape(self) -> None:
        if self.bar.field.text():
            self.bar.field.clear()
        elif self.pane.isVisible():
            self.show_pane(shown=False)

    def act(self, act: str) -> None:
        """Do one of `LIST_ACTS`, while the table is there."""
        if self.instead is not None:
            return
        match act:
            case "salin-tabel":
                self.copy(everybody=True)
            case "saringan":
                self.bar.menu.open_below(self.bar.more)
            case "hapus-saringan":
                self.clear_filters()
            case "kolom":
                self.bar.choose_columns()
            case _:
                raise ValueError(act)

    def copy(self, *, everybody: bool) -> None:
        """Copy every row, or the selected ones."""
        copy_rows(self._workspace, seen_rows(self.table, everybody=everybody))

    def menu(self) -> QMenu:
        """Return the context menu of the current cell."""
        menu, table = QMenu(self), self.table
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        many = len(table.chosen())
        menu.addAction("Buka panel\tEnter", lambda: self.show_pane(shown=True))
        words = "Salin baris" if many == 1 else "Salin baris terpilih"
        menu.addAction(f"{words}\tCtrl+C", lambda: self.copy(everybody=False))
        add_people_acts(menu, many, self._workspace.why_locked, self.command_wanted.emit)
        at = table.currentIndex().column()
        if at >= 0:
            menu.addSeparator()
            add_column_acts(menu, table, self.bar, table.records.columns[at])
        return menu

    def column_menu(self, column: Column) -> QMenu:
        """Return the context menu of a column's title."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_column_acts(menu, self.table, self.bar, column)
        return menu
