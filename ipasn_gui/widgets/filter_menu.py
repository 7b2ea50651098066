"""`FilterMenu`: every filter there is, as a menu with what each lets in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from ipasn_core.formatting import format_int

from ..models.people_filter import BELUM_LENGKAP, BERUBAH, DI_BAWAH, TEMUAN, values_of
from ..models.record_table import column_name

if TYPE_CHECKING:
    from .filter_bar import FilterBar


class FilterMenu(QMenu):
    """Puts filters on and off.

    Args:
        bar: The filters.
    """

    def __init__(self, bar: FilterBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._missing = QMenu("Data kosong", self)
        self._columns = QMenu("Menurut kolom", self)

    def open_below(self, anchor: QWidget) -> None:
        """Open under a button."""
        self.fill()
        self._bar.changes_wanted.emit()
        self.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def fill(self) -> None:
        """Fill it anew, or in place while it is open."""
        choice = self._bar.choice
        self.clear()
        if choice is None:
            return
        for name in (DI_BAWAH, BELUM_LENGKAP, BERUBAH, TEMUAN):
            if choice.knows(name):
                self._add(self, name)
        self._fill_missing()
        self._fill_columns()
        self.addSeparator()
        self.addMenu(self._missing)
        self.addMenu(self._columns)
        if self._bar.chosen.any:
            self.addSeparator()
            self.addAction("Hapus semua saringan", self._bar.clear_all)

    def show_changes(self) -> None:
        """Say how many the last import changed, now that it is known."""
        for action in self.actions():
            if action.data() == BERUBAH:
                action.setText(self._bar.counted(BERUBAH))
                action.setEnabled(self._useful(BERUBAH))

    def _fill_missing(self) -> None:
        assert self._bar.choice is not None
        self._missing.clear()
        for name in self._bar.choice.lacking():
            self._add(self._missing, name)
        self._missing.setEnabled(any(one.isEnabled() for one in self._missing.actions()))

    def _fill_columns(self) -> None:
        choice, chosen = self._bar.choice, self._bar.chosen
        assert choice is not None
        self._columns.clear()
        for key, column in choice.lists.columns.items():
            words = column_name(column)
            if key in chosen.values:
                words = f"{words} · {format_int(len(chosen.values[key]))} dipilih"
            action = self._columns.addAction(f"{words}…")
            action.setCheckable(key in chosen.values)
            action.setChecked(key in chosen.values)
            action.triggered.connect(
                lambda _=False, key=key: self._bar.open_values(
                    key, self._bar.chips.get(values_of(key), self._bar.more)
                )
            )

    def _add(self, menu: QMenu, name: str) -> None:
        bar, on = self._bar, name in self._bar.chosen.on
        action = menu.addAction(bar.counted(name))
        action.setData(name)
        action.setCheckable(True)
        action.setChecked(on)
        action.setEnabled(self._useful(name))
        action.triggered.connect(
            lambda _=False: bar.choose(bar.chosen.without(name) if on else bar.chosen.with_on(name))
        )

    def _useful(self, name: str) -> bool:
        """Tell whether a filter lets anybody in, may do so, or can be taken off."""
        choice, chosen = self._bar.choice, self._bar.chosen
        assert choice is not None
        return name in chosen.on or choice.count(name, chosen) != 0
