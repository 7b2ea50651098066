"""`RecapPage`: groups of people as a table, a cross table or a chart; every figure opens people."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ipasn_core.formatting import format_exact, format_int
from ipasn_core.model.roster import Int64
from ipasn_core.reports.chart_values import BarisGrafik
from ipasn_core.reports.recap_chart import recap_chart
from ipasn_core.reports.recap_groups import Recap, RecapRow, below_target, build, grouping_name
from ipasn_core.reports.recap_sheet import (
    DI_BAWAH,
    PERSEN_DI_BAWAH,
    Besaran,
    Lembar,
    cross_sheet,
    figures,
    full_sheet,
)

from .. import theme as t
from ..models.recap_columns import BELUM, DI_BAWAH_COLUMNS, RecapRecords, recap_records
from ..models.recap_cross import cross_records, part_of
from ..settings import WindowSettings
from ..theme import Theme
from ..workspace import Workspace
from .controls import Label, ground
from .recap_bar import GRAFIK, SILANG, TABEL, RecapBar, read_choice
from .recap_chart import RecapChart
from .recap_rows import RecapRows
from .recap_table import RecapTable

_NAME, _CROSS = "rekapitulasi", "rekapitulasi-silang"
_CHOICE = "rekapitulasi-pilihan"
_ICON = 16
_AT_ONCE = 20_000
"""People that are summed up without a job."""
_PLACES = {TABEL: 0, SILANG: 1, GRAFIK: 2}


class RecapPage(QWidget):
    """Groups of the people that are looked at; somebody must be among them.

    Args:
        theme: Tokens.
        workspace: What is open.
        settings: Where choice, columns and sorting are remembered.

    Attributes:
        opened: The people behind a figure are wanted: (what they have in common, ids).
        copy_wanted: Rows shall be copied: (whether all of them).
        bar: What is chosen, and ways out.
    """

    opened = Signal(str, object)
    copy_wanted = Signal(bool)

    def __init__(self, theme: Theme, workspace: Workspace, settings: WindowSettings) -> None:
        super().__init__()
        ground("surface", self)
        self._workspace = workspace
        self._settings = settings
        self.recap: Recap | None = None
        self._asked = 0
        self._figures: tuple[Besaran, ...] = ()
        self._records: dict[str, RecapRecords] = {}
        self._charted: Sequence[RecapRow] = ()
        self.bar = RecapBar(theme, read_choice(settings.layout(_CHOICE)))
        self.table = RecapTable(theme, settings, _NAME)
        self.cross = RecapTable(theme, settings, _CROSS)
        self.chart = RecapChart(theme)
        self.views = QStackedWidget()
        for view in (self.table, self.cross, self.chart):
            self.views.addWidget(view)
        self.note = Label("", "caption", wrap=True)
        self._sign = _Sign(theme)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.views, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, t.RELATED, 0, t.GROUP)
        foot.setSpacing(t.RELATED)
        foot.addWidget(self._sign)
        foot.addWidget(self.note, 1)
        self._column.addLayout(foot)
        self._margin()

    def _connect(self) -> None:
        self.bar.changed.connect(self._choose)
        self.bar.copy_wanted.connect(lambda: self.copy_wanted.emit(True))
        self.table.opened.connect(self._open_row)
        self.cross.opened.connect(self._open_pair)
        self.chart.row_chosen.connect(self._open_mark)
        for rows in (self.table.rows, self.table.total, self.cross.rows, self.cross.total):
            rows.copy_wanted.connect(lambda: self.copy_wanted.emit(False))
            rows.menu_wanted.connect(lambda at, rows=rows: self.menu(rows).popup(at))

    # What is shown --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the year and the perangkat daerah that are looked at now."""
        workspace = self._workspace
        assert workspace.current is not None
        state = workspace.current.state
        among = None if workspace.opd < 0 else workspace.people
        self._figures = figures(state)
        self.bar.set_values(tuple((one.kunci, one.nama) for one in self._figures))
        keys, name = self.bar.choice.keys, workspace.opd_name
        self._asked += 1
        if len(state.roster) <= _AT_ONCE:
            self._show(build(state, keys, among, name))
            return
        self.recap, asked = None, self._asked
        workspace.read(
            "Menghitung rekapitulasi",
            lambda _project, _progress: build(state, keys, among, name),
            lambda recap: self._show(recap) if asked == self._asked else None,
        )

    @property
    def figure(self) -> Besaran:
        """What a cross table or a chart shows."""
        return next(one for one in self._figures if one.kunci == self.bar.choice.nilai)

    def _show(self, recap: Recap) -> None:
        self.recap = recap
        if recap.seluruh is None:
            return
        shown = self.bar.choice.shown
        # The chart lists groups as the table does.
        self._put(self.table, TABEL, recap_records(recap))
        if shown == SILANG:
            self._put(self.cross, SILANG, cross_records(recap, self.figure))
        elif shown == GRAFIK:
            self._charted = self.rows_as_seen(TABEL)
            grafik = recap_chart(recap, self.figure, self._charted)
            self.chart.show_chart(grafik, nested=len(recap.per) > 1)
        self.views.setCurrentIndex(_PLACES[shown])
        self.bar.say_found(f"{format_int(len(recap.kelompok))} kelompok")
        self.note.setText(self._words(recap))

    def _put(self, table: RecapTable, name: str, records: RecapRecords) -> None:
        """Show records in a table; the group that was current stays so."""
        before = self._current(table, name)
        self._records[name] = records
        table.show_recap(records.records, records.whole)
        again = (at for at, row in enumerate(records.rows) if row.kunci == before)
        table.rows.choose(next(again, -1), keep=True)

    def _current(self, table: RecapTable, name: str) -> tuple[str, ...]:
        index = table.rows.currentIndex()
        if name not in self._records or not index.isValid():
            return ()
        return self._records[name].rows[table.rows.records.record(index.row())].kunci

    def _words(self, recap: Recap) -> str:
        """Return what can be done, and against what groups are held."""
        chart = self.bar.choice.shown == GRAFIK
        how = (
            "Klik sebuah baris untuk melihat pegawainya. Urutannya mengikuti tabel."
            if chart
            else "Klik dua kali sebuah angka, atau tekan Enter, untuk melihat pegawainya."
        )
        parts = [how]
        if chart and self.chart.begins_late:
            parts.append("Sumbu tidak mulai dari 0.")
        if not chart and recap.target is not None:
            parts.append(f"Target indeks: {format_exact(recap.target)}.")
        if len(recap.kelompok) == 1:
            name = grouping_name(recap.per[0]).lower()
            parts.append(f"Semua pegawai ini termasuk satu {name} yang sama.")
        return " ".join(parts)

    def _choose(self) -> None:
        self._settings.set_layout(_CHOICE, self.bar.choice.written())
        self.refresh()

    def rows_as_seen(self, name: str) -> Sequence[RecapRow]:
        """Return the groups of a table in the order of its rows."""
        table = self.cross if name == SILANG else self.table
        model, rows = table.rows.records, self._records[name].rows
        return [rows[model.record(row)] for row in range(model.rowCount())]

    def sheet(self, *, everything: bool = True) -> Lembar | None:
        """Return what is shown as a sheet, or the selected rows of it; None where there is none."""
        recap = self.recap
        if recap is None or recap.seluruh is None:
            return None
        name = SILANG if self.bar.choice.shown == SILANG else TABEL
        table = self.cross if name == SILANG else self.table
        rows, whole = self.rows_as_seen(name), True
        if not everything:
            whole = table.total.selectionModel().hasSelection()
            chosen = [] if whole else table.rows.chosen().tolist()
            rows = [self._records[name].rows[record] for record in chosen]
        if name == SILANG:
            return cross_sheet(recap, self.figure, rows, whole=whole)
        return full_sheet(recap, rows, whole=whole)

    # People ---------------------------------------------------------------------------------------

    def _open_row(self, record: int, column: str) -> None:
        """Open the people of a row, or those of them that a column counts."""
        if self.recap is None:
            return
        row = self.recap.seluruh if record < 0 else self._records[TABEL].rows[record]
        assert row is not None
        if column in DI_BAWAH_COLUMNS:
            self._open_below(row)
        elif column == BELUM:
            lacking = ~self.recap.state.scores.lengkap[row.orang]
            self._emit(row, ", belum lengkap", row.orang[lacking])
        else:
            self._emit(row, "", row.orang)

    def _open_pair(self, record: int, column: str) -> None:
        """Open the people of a cell of the cross table: of a row, a column, or both."""
        recap, part = self.recap, part_of(column)
        if recap is None:
            return
        among: Sequence[RecapRow] = recap.kolom
        row = recap.seluruh
        if record >= 0:
            row, among = recap.kelompok[record], recap.bagian[record]
        if part is not None:
            row = next((one for one in among if one.kunci[-1] == part), None)
        if row is not None:
            self._open_figure(row)

    def _open_mark(self, mark: BarisGrafik) -> None:
        if self.recap is not None:
            self._open_figure(self._charted[self.chart.chart.rows.index(mark)])

    def _open_figure(self, row: RecapRow) -> None:
        """Open the people that the chosen figure is of."""
        if self.bar.choice.nilai in (DI_BAWAH, PERSEN_DI_BAWAH):
            self._open_below(row)
        else:
            self._emit(row, "", row.orang)

    def _open_below(self, row: RecapRow) -> None:
        assert self.recap is not None
        target = self.recap.target
        words = "" if target is None else f", di bawah target {format_exact(target)}"
        self._emit(row, words, below_target(self.recap.state, row))

    def _emit(self, row: RecapRow, words: str, who: Int64) -> None:
        assert self.recap is not None
        if len(who):
            self.opened.emit(", ".join(row.kunci) + words, self.recap.state.roster.id[who])

    # Keys, menu, geometry -------------------------------------------------------------------------

    def menu(self, rows: RecapRows) -> QMenu:
        """Return the context menu of the current cell."""
        menu = QMenu(self)
        index = rows.currentIndex()
        many = len(rows.selectionModel().selectedRows())
        words = "Salin baris terpilih" if many > 1 else "Salin baris"
        acts: list[tuple[str, Callable[[], object]]] = [
            ("Lihat pegawainya\tEnter", lambda: rows.open(index)),
            (f"{words}\tCtrl+C", lambda: self.copy_wanted.emit(False)),
            ("Salin tabel", lambda: self.copy_wanted.emit(True)),
        ]
        for text, act in acts:
            menu.addAction(text).triggered.connect(lambda _=False, act=act: act())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through."""
        shown = self.bar.choice.shown
        if shown == GRAFIK:
            return [self.bar.first, self.chart.chart]
        table = self.cross if shown == SILANG else self.table
        return [self.bar.first, table.rows, table.total]

    def _margin(self) -> None:
        narrow = self.width() < t.NARROW
        side = t.MARGIN_NARROW if narrow else t.MARGIN
        self._column.setContentsMargins(side, 0, side, 0)
        self.bar.set_narrow(narrow=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave out captions where there is little room."""
        super().resizeEvent(event)
        self._margin()


class _Sign(QWidget):
    """The mark before a note."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(_ICON, _ICON)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter = QPainter(self)
        ink = self._theme.tokens.ink2
        self._theme.icons.paint(painter, QRectF(0, 0, _ICON, _ICON), "info", ink, _ICON)
        painter.end()
