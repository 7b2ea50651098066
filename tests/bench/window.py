"""The table of people beside the usual way: a `QStandardItemModel` under a `QSortFilterProxyModel`.

The peer is handed its texts ready made: only what it does with them is timed. Both are shown in a
view of the same size and paint what is seen. Start-up is timed in processes of their own.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import cycle
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from ipasn_core.model.settings import Settings, Targets
from ipasn_core.model.vocab import JenisJabatan
from ipasn_core.rules.loader import edition_for, editions
from ipasn_core.scoring.points import score
from ipasn_core.scoring.recap import recap
from ipasn_core.scoring.year_state import YearState
from ipasn_gui import app as gui
from ipasn_gui.models.people_columns import everybody
from ipasn_gui.models.people_index import PeopleIndex
from ipasn_gui.models.record_table import NOBODY, Records
from ipasn_gui.settings import WindowSettings
from ipasn_gui.theme import Theme
from ipasn_gui.widgets.people_table import PeopleTable

from .nilai import YEAR, dotted, make_roster
from .people import people
from .timing import Goal, duration, in_child, ratio_line, seconds_of, side_by_side
from .window_blocks import blocks

SIZES = (3_395, 100_000)
WORKED_IN = (3_395, 20_000, 100_000)
PAGES = 100
WIDE, HIGH = 954, 524
START_GOAL = Goal(1.5)
TABLE_GOAL = Goal(1)
SEARCHED = ("sri", "dinas kesehatan", "")
"""What is looked for in turn; nothing at the end, so that everybody is there to be scrolled."""


def bench(cepat: bool) -> Iterator[str]:
    """Measure the window, and yield a line a result.

    Args:
        cepat: Few people, one run: to see that it works.
    """
    yield from _start(runs=1 if cepat else 9)
    app = QApplication.instance() or gui.make_application(["ukur"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "jendela.ini"), QSettings.Format.IniFormat)
        settings = WindowSettings(store)
        theme = gui.dress(app, settings)
        for size in (60,) if cepat else SIZES:
            yield from _table(theme, settings, size, 1 if cepat else 5)
        for size in (60,) if cepat else WORKED_IN:
            for block in blocks(app, theme, size):
                yield block.line(f"{dotted(size)} pegawai")


def _start(runs: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = side_by_side(
            [
                lambda: in_child("window_start", "ipasn", folder),
                lambda: in_child("window_start", "kosong"),
            ],
            runs,
        )
    yield ratio_line("window · mulai", ours, bare, "QMainWindow kosong", START_GOAL)


def year_of(size: int) -> YearState:
    """Make up a year of so many people, with names, posts and offices as long as real ones."""
    persons = sorted(people(size), key=lambda one: one.nip)
    units = tuple(sorted({one.opd for one in persons}))
    place = {name: at for at, name in enumerate(units)}
    roster = make_roster(size, np.random.default_rng(8))
    keadaan = {**roster.keadaan, "opd": np.array([place[one.opd] for one in persons], np.int16)}
    keadaan["golongan"] = np.full(size, 33, np.int16)
    assert JenisJabatan.PELAKSANA in keadaan["jenis_jabatan"]
    roster = replace(
        roster,
        nip=np.array([int(one.nip) for one in persons], np.int64),
        nama=tuple(one.nama for one in persons),
        jabatan=tuple(one.jabatan for one in persons),
        opd_nama=units,
        keadaan=keadaan,
    )
    edition = edition_for(YEAR, editions())
    scores = score(roster, edition)
    return YearState(
        edition=edition,
        roster=roster,
        scores=scores,
        instansi=recap(scores, edition, "Ukur"),
        settings=Settings.from_text({}),
        targets=Targets({}, Fraction(75)),
        temuan=(),
        turunan=(),
        diabaikan={},
        tidak_masuk=(),
        sumber=(),
        pengesahan=None,
        kepala_jurnal=f"{date(YEAR, 12, 31)}",
    )


class _Ours:
    """Our table, and what is done with it."""

    def __init__(self, theme: Theme, settings: WindowSettings, state: YearState) -> None:
        self.theme = theme
        self.settings = settings
        self.state = state
        self.turn = cycle((("indeks", True), ("nama", False)))
        self.searched = cycle(SEARCHED)
        self.index: PeopleIndex | None = None
        self.table: PeopleTable | None = None

    def show(self) -> None:
        self.index = PeopleIndex(self.state)
        table = PeopleTable(self.theme, self.settings, "ukur")
        table.resize(WIDE, HIGH)
        table.show()
        size = len(self.state.roster)
        table.show_people(everybody(self.index), np.ones(size, np.bool_), NOBODY)
        QApplication.processEvents()
        self.table = table

    def sort(self) -> None:
        assert self.table is not None
        key, falling = next(self.turn)
        self.table.sort_people(key, falling=falling)
        self.table.viewport().repaint()

    def search(self) -> None:
        assert self.table is not None
        assert self.index is not None
        found = self.index.search(next(self.searched))
        size = len(self.state.roster)
        self.table.filter_people(np.ones(size, np.bool_) if found is None else found, NOBODY)
        self.table.viewport().repaint()

    def scroll(self) -> None:
        assert self.table is not None
        _scroll(self.table)


class _Peer:
    """The usual table, and the same done with it."""

    def __init__(self, heads: list[str], texts: list[list[str]]) -> None:
        order = Qt.SortOrder
        self.heads = heads
        self.texts = texts
        self.turn = cycle(
            (
                (heads.index("Indeks"), order.DescendingOrder),
                (heads.index("Nama"), order.AscendingOrder),
            )
        )
        self.searched = cycle(SEARCHED)
        self.view: QTableView | None = None
        self.proxy: QSortFilterProxyModel | None = None

    def show(self) -> None:
        model = QStandardItemModel()
        model.setHorizontalHeaderLabels(self.heads)
        for row in self.texts:
            model.appendRow([QStandardItem(text) for text in row])
        proxy = QSortFilterProxyModel()
        proxy.setSourceModel(model)
        proxy.setFilterKeyColumn(-1)
        proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        proxy.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        model.setParent(proxy)
        view = QTableView()
        view.setModel(proxy)
        view.verticalHeader().hide()
        view.resize(WIDE, HIGH)
        view.show()
        QApplication.processEvents()
        self.view, self.proxy = view, proxy

    def sort(self) -> None:
        assert self.view is not None
        assert self.proxy is not None
        self.proxy.sort(*next(self.turn))
        self.view.viewport().repaint()

    def search(self) -> None:
        assert self.view is not None
        assert self.proxy is not None
        self.proxy.setFilterFixedString(next(self.searched))
        self.view.viewport().repaint()

    def scroll(self) -> None:
        assert self.view is not None
        _scroll(self.view)


def _scroll(view: QTableView) -> None:
    """Go through a hundred pages, or from the top as often as there are fewer, painting each."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    for _ in range(PAGES):
        bar.setValue(bar.value() + bar.pageStep() if bar.value() < bar.maximum() else 0)
        view.viewport().repaint()


def _table(theme: Theme, settings: WindowSettings, size: int, runs: int) -> Iterator[str]:
    state = year_of(size)
    ours = _Ours(theme, settings, state)
    peer = _peer(everybody(PeopleIndex(state)), state)
    said = f"{dotted(size)} pegawai"
    few = min(runs, 2) if size > SIZES[0] else runs
    steps: tuple[tuple[str, Callable[[], None], Callable[[], None], int], ...] = (
        ("tampil", ours.show, peer.show, few),
        ("urut", ours.sort, peer.sort, runs - runs % 2 or 1),
        ("saring", ours.search, peer.search, 2 * len(SEARCHED) - 1),
        (f"gulir {PAGES} halaman", ours.scroll, peer.scroll, few),
    )
    for what, mine, usual, times in steps:
        first = seconds_of(mine)
        usual()
        seconds, floor = side_by_side([mine, usual], times, warm=0)
        yield ratio_line(f"window · {what}, {said}", seconds, floor, "model baku", TABLE_GOAL)
        if what in ("urut", "saring"):
            yield f"window · {what} pertama kali, {said}: {duration(first)} (informasi)"


def _peer(records: Records, state: YearState) -> _Peer:
    """Return the usual table with every text that ours could show, the mark left out."""
    columns = [one for one in records.columns if one.key != "tanda"]
    texts = [[one.text(record) for one in columns] for record in range(len(state.roster))]
    return _Peer([one.title for one in columns], texts)
