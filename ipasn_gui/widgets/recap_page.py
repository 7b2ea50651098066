"""`RecapPage`: groups of people as a table, a cross table or a chart; every figure opens people."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ipasn_core.formatting import format_exact, format_int
from ipasn_core.model.roster import Int64
from ipasn_core.reports.recap_groups import Recap, RecapRow, below_target, build
from ipasn_core.reports.recap_sheet import Lembar, figures, full_sheet

from .. import theme as t
from ..models.recap_columns import KELOMPOK, RecapRecords, recap_records
from ..settings import WindowSettings
from ..theme import Theme
from ..workspace import Workspace
from .controls import Label, ground
from .recap_bar import RecapBar, read_choice
from .recap_table import RecapTable

_NAME = "rekapitulasi"
_CHOICE = "rekapitulasi-pilihan"
_ICON = 16


class RecapPage(QWidget):
    """Groups of the people that are looked at.

    Args:
        theme: Tokens.
        workspace: What is open.
        settings: Where choice, columns and sorting are remembered.

    Attributes:
        opened: The people behind a figure are wanted: (what they have in common, indices).
        bar: What is chosen, and ways out.
    """

    opened = Signal(str, object)

    def __init__(self, theme: Theme, workspace: Workspace, settings: WindowSettings) -> None:
        super().__init__()
        ground("surface", self)
        self._workspace = workspace
        self._settings = settings
        self.recap: Recap | None = None
        self._table: RecapRecords | None = None
        self.bar = RecapBar(theme, read_choice(settings.layout(_CHOICE)))
        self.table = RecapTable(theme, settings, _NAME)
        self.views = QStackedWidget()
        self.views.addWidget(self.table)
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
        self.table.opened.connect(self._open_row)

    # What is shown --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the year and the perangkat daerah that are looked at now."""
        workspace = self._workspace
        assert workspace.current is not None
        state = workspace.current.state
        among = None if workspace.opd < 0 else workspace.people
        self.recap = build(state, self.bar.choice.keys, among, workspace.opd_name)
        self.bar.set_values(tuple((one.kunci, one.nama) for one in figures(state)))
        self._show()

    def _show(self) -> None:
        recap = self.recap
        if recap is None or recap.seluruh is None:
            return
        self._table = recap_records(recap)
        self.table.show_recap(self._table.records, self._table.whole)
        self.bar.say_found(f"{format_int(len(recap.kelompok))} kelompok")
        self.note.setText(self._words(recap))

    def _words(self, recap: Recap) -> str:
        target = "" if recap.target is None else f" Target indeks: {format_exact(recap.target)}."
        how = "Klik dua kali sebuah baris, atau tekan Enter, untuk melihat pegawainya."
        return how + target

    def _choose(self) -> None:
        self._settings.set_layout(_CHOICE, self.bar.choice.written())
        self.refresh()

    def rows_as_seen(self) -> Sequence[RecapRow]:
        """Return groups and parts in the order of the table."""
        assert self._table is not None
        model = self.table.rows.records
        return [self._table.rows[model.record(row)] for row in range(model.rowCount())]

    def sheet(self) -> Lembar:
        """Return what is shown as a sheet."""
        assert self.recap is not None
        return full_sheet(self.recap, self.rows_as_seen())

    # People ---------------------------------------------------------------------------------------

    def _open_row(self, record: int, column: str) -> None:
        assert self.recap is not None
        assert self._table is not None
        row = self.recap.seluruh if record < 0 else self._table.rows[record]
        if row is not None:
            self.open_people(row, column)

    def open_people(self, row: RecapRow, column: str = KELOMPOK) -> None:
        """Ask for the people of a group, or of those the ones that a column counts."""
        assert self.recap is not None
        state, target = self.recap.state, self.recap.target
        name = ", ".join(row.kunci)
        who: Int64 = row.orang
        if column.startswith("di_bawah") and target is not None:
            name += f", di bawah target {format_exact(target)}"
            who = below_target(state, row)
        elif column == "belum":
            name += ", belum lengkap"
            who = row.orang[~state.scores.lengkap[row.orang]]
        if len(who):
            self.opened.emit(name, np.sort(state.roster.id[who]))

    # Geometry and keys ----------------------------------------------------------------------------

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through."""
        return [self.bar.first, self.table.rows, self.table.total]

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
