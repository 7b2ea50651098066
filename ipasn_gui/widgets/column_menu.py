"""What can be done with a column: the menu of its title, and part of that of its cells."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from ..models.column_values import filterable
from ..models.record_table import Column, column_name, sorted_also
from .filter_bar import FilterBar
from .people_table import PeopleTable


def add_column_acts(menu: QMenu, table: PeopleTable, bar: FilterBar, column: Column) -> None:
    """Add sorting, filtering, moving and hiding of a column to a menu."""
    name, layout = column_name(column), table.layout_of_columns

    def add(words: str, do: Callable[[], None]) -> None:
        menu.addAction(words).triggered.connect(lambda _=False: do())

    key = column.key
    add(f"Urutkan naik menurut {name}", lambda: table.sort_people(key, falling=False))
    add(f"Urutkan turun menurut {name}", lambda: table.sort_people(key, falling=True))
    sorting = table.records.sorting
    if sorting and all(known != key for known, _ in sorting):
        add(f"Urutkan juga menurut {name}", lambda: table.sort_keys(sorted_also(sorting, key)))
    if filterable(column):
        add(f"Saring menurut {name}…", lambda: bar.open_values(key, bar.more))
    menu.addSeparator()
    for words, step in (("Geser kolom ke kiri", -1), ("Geser kolom ke kanan", 1)):
        if layout.can_move(key, step):
            add(words, partial(layout.move_column, key, step))
    if not column.fixed:
        add("Sembunyikan kolom", lambda: layout.show_column(key, shown=False))
    add("Pilih kolom…", bar.choose_columns)
