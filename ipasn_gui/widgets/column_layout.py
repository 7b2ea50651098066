"""`ColumnLayout`: which columns of a table are shown, where, and how wide.

Until the person says otherwise, columns that are there to spare show where there is room, and what
is still left goes to those that may grow. What the person sets by hand stays, and is remembered by
the names of columns, so that another edition's table takes what it knows.
"""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QHeaderView, QTableView

from ..models.record_table import Column, Paint, RecordTable
from ..settings import WindowSettings
from .cells import PAD
from .table_header import TableHeader

_GIVES = 32
"""How much narrower a column that may grow becomes before the table has to scroll sideways."""
_FIRST, _SLACK = 2, 160
"""So many spare columns show as soon as they fit; each later one only where so much would be left
for names to be read in full."""
_SAVE_AFTER = 300
"""Milliseconds without a change before it is remembered: dragging an edge writes once."""


class ColumnLayout(QObject):
    """Shows, hides and sizes the columns of a table.

    Args:
        view: The table; its header is in place.
        model: Its model.
        settings: Where what the person set is remembered.
        name: Under which name.
    """

    def __init__(
        self, view: QTableView, model: RecordTable, settings: WindowSettings, name: str
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._settings = settings
        self._name = name
        self._placing = False
        self.shown: set[str] = set()
        self.hidden: set[str] = set()
        self.widths: dict[str, int] = {}
        self.order: list[str] = []
        self._restore()
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER)
        self._saving.timeout.connect(self.save)
        self._header.sectionResized.connect(self._resized)
        self._header.sectionMoved.connect(self._moved)

    @property
    def _header(self) -> QHeaderView:
        return self._view.horizontalHeader()

    # What the person sets -------------------------------------------------------------------------

    def show_column(self, key: str, *, shown: bool) -> None:
        """Show or hide a column from now on."""
        (self.shown if shown else self.hidden).add(key)
        (self.hidden if shown else self.shown).discard(key)
        self.place()
        self._saving.start()

    def can_move(self, key: str, step: int) -> bool:
        """Tell whether there is a place for a column one step to the right (1) or left (-1)."""
        return self._neighbour(key, step) > 0  # the mark stays at the edge

    def move_column(self, key: str, step: int) -> None:
        """Move a column one step among those that are seen."""
        there = self._neighbour(key, step)
        if there > 0:
            self._header.moveSection(self._header.visualIndex(self._place(key)), there)

    def _neighbour(self, key: str, step: int) -> int:
        """Return the visual place of the next visible column, -1 where there is none."""
        header, at = self._header, self._header.visualIndex(self._place(key)) + step
        while 0 <= at < header.count() and header.isSectionHidden(header.logicalIndex(at)):
            at += step
        return at if 0 <= at < header.count() else -1

    def _place(self, key: str) -> int:
        return next(k for k, one in enumerate(self._model.columns) if one.key == key)

    def reset(self) -> None:
        """Bring back columns, widths and places as they are of themselves."""
        self.shown, self.hidden, self.widths, self.order = set(), set(), {}, []
        self.place()
        self._saving.start()

    def remember(self) -> None:
        """Remember how it is now, soon."""
        self._saving.start()

    def is_shown(self, key: str) -> bool:
        """Tell whether a column is seen now."""
        return not self._header.isSectionHidden(self._place(key))

    def in_sight(self) -> list[Column]:
        """Return the columns that are seen, from left to right."""
        header, columns = self._header, self._model.columns
        places = (header.logicalIndex(visual) for visual in range(len(columns)))
        return [columns[at] for at in places if not header.isSectionHidden(at)]

    def _moved(self, _section: int, _before: int, _now: int) -> None:
        if not self._placing:
            columns, header = self._model.columns, self._header
            self.order = [columns[header.logicalIndex(at)].key for at in range(len(columns))]
            self._saving.start()

    def _resized(self, section: int, _old: int, new: int) -> None:
        if self._placing or not new or section >= len(self._model.columns):
            return
        column = self._model.columns[section]
        least = self._least(column)
        if new < least:
            self._view.setColumnWidth(section, least)
            return
        self.widths[column.key] = new
        self._saving.start()

    def save(self) -> None:
        """Remember it."""
        kept = {
            "tampil": sorted(self.shown),
            "sembunyi": sorted(self.hidden),
            "lebar": self.widths,
            "urutan": self.order,
            "urut": [list(one) for one in self._model.sorting],
        }
        self._settings.set_layout(self._name, QByteArray(json.dumps(kept).encode()))

    def _restore(self) -> None:
        kept = self._kept()
        try:
            self.shown, self.hidden = set(kept["tampil"]), set(kept["sembunyi"])
            self.widths = {str(key): int(width) for key, width in kept["lebar"].items()}
            self.order = [str(key) for key in kept["urutan"]]
            self._model.sort_keys(tuple((str(key), bool(falls)) for key, falls in kept["urut"]))
        except (KeyError, TypeError, ValueError, AttributeError):
            self.shown, self.hidden, self.widths, self.order = set(), set(), {}, []

    def _kept(self) -> dict[str, Any]:
        state = self._settings.layout(self._name)
        if state is None:
            return {}
        try:
            kept = json.loads(bytes(state.data()))
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    # How they are placed --------------------------------------------------------------------------

    def _least(self, column: Column) -> int:
        """Return the width below which a column may not be: what is never cut is never cut."""
        if not column.whole or not self._model.rowCount():
            return 24
        metrics = self._view.fontMetrics()
        text = column.text(self._model.record(0))
        return metrics.horizontalAdvance(text) + 2 * PAD

    def place(self) -> None:
        """Show and size the columns for the room there is now."""
        columns = self._model.columns
        if not columns:
            return
        # Without the scroll bar's width even where there is none: no column moves while one types.
        room = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        widths = {
            one.key: max(self.widths.get(one.key) or self._usual(one), self._least(one))
            for one in columns
        }
        shown = {
            one.key
            for one in columns
            if one.fixed or one.key in self.shown
            or not (one.spare or one.extra or one.key in self.hidden)
        }  # fmt: skip
        left = room - sum(widths[key] for key in shown)
        spare = (one for one in columns if one.spare and one.key not in self.hidden | shown)
        for one in sorted(spare, key=lambda one: one.spare):
            if widths[one.key] + max(one.spare - _FIRST, 0) * _SLACK > left:
                break
            shown.add(one.key)
            left -= widths[one.key]
        self._grow([one for one in columns if one.key in shown], widths, left)
        self._placing = True
        for visual, key in enumerate(in_order([one.key for one in columns], self.order)):
            self._header.moveSection(self._header.visualIndex(self._place(key)), visual)
        for at, one in enumerate(columns):
            self._header.setSectionHidden(at, one.key not in shown)
            if one.key in shown:
                self._header.resizeSection(at, widths[one.key])
        self._placing = False

    def _usual(self, column: Column) -> int:
        """Return how wide a column is of itself: its title is not cut either."""
        header = self._header
        assert isinstance(header, TableHeader)
        return max(column.width, header.least(column) if column.title else 0)

    def _grow(self, columns: list[Column], widths: dict[str, int], left: int) -> None:
        """Give what is left, or a little that lacks, to columns that were not sized by hand."""
        growing = [one for one in columns if one.most and one.key not in self.widths]
        if left < 0:  # a bar that gives room is none any more
            growing = [one for one in growing if one.paint is not Paint.BAR]
        for nth, one in enumerate(growing):
            share = left // (len(growing) - nth)
            more = max(-_GIVES, min(share, one.most - widths[one.key]))
            widths[one.key] += more
            left -= more


def in_order(keys: list[str], wished: list[str]) -> list[str]:
    """Return keys in a wished order; one that it does not know stays behind its neighbour."""
    found = [key for key in wished if key in keys]
    for at, key in enumerate(keys):
        if key not in found:
            found.insert(found.index(keys[at - 1]) + 1 if at else 0, key)
    return found
