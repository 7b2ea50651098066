"""The menu row: menus at the left; year, perangkat daerah, undo, redo and Impor at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QMenuBar, QWidget

from .. import theme as t
from ..commands import Commands
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Label, ground, restyle
from ..workspace import Workspace

NEW_YEAR = "Tahun baru…"
ALL = "Semua perangkat daerah"
_YEAR, _OPD, _OPD_NARROW = 84, 284, 196
_INSET = 9
"""How far the first menu's text stands in its bar."""


class YearChooser(Chooser):
    """The years, and at their end the way to a new one.

    Attributes:
        listed: Whether the list was open when something was chosen: arrow keys and the wheel go
            through the years and must not open a dialog at their end.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.listed = False

    def showPopup(self) -> None:  # noqa: N802
        """Open the list."""
        self.listed = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go through the years, or open the list."""
        self.listed = False
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Go through the years."""
        self.listed = False
        super().wheelEvent(event)


class MenuRow(QWidget):
    """One row, 44 high; `QMainWindow.setMenuWidget` takes it.

    Attributes:
        import_wanted: The button was pressed.
        new_year_wanted: "Tahun baru…" was chosen among the years.
    """

    import_wanted = Signal()
    new_year_wanted = Signal()

    def __init__(self, theme: Theme, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        ground("canvas", self)
        self.setFixedHeight(t.MENU_ROW)
        self._workspace = workspace
        self._commands = commands
        row = QHBoxLayout(self)
        # The first menu's text, not its frame, stands on the left edge that everything shares.
        row.setContentsMargins(t.MARGIN - _INSET, 0, t.MARGIN, 0)
        row.setSpacing(t.RELATED)
        self.bar = QMenuBar()
        self.bar.setNativeMenuBar(False)
        commands.fill(self.bar)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._project_part(theme))
        self._connect()
        self.show_project()

    def _project_part(self, theme: Theme) -> QWidget:
        self._year_label = Label("Tahun", "caption")
        self.year = YearChooser(theme)
        self.year.setFixedWidth(_YEAR)
        self.year.setAccessibleName("Tahun")
        self._opd_label = Label("Perangkat daerah", "caption")
        self.opd = Chooser(theme)
        self.opd.setAccessibleName("Perangkat daerah")
        self.opd.setEditable(True)
        self.opd.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.opd.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field = self.opd.lineEdit()
        if field is not None:
            self.opd.installEventFilter(self)  # it takes the focus for its field
            field.editingFinished.connect(self._settle_opd)
        self.clear = Button(theme, "", "icon", "dismiss", "Tampilkan semua perangkat daerah", 16)
        self.undo = Button(theme, "", "icon", "arrow_undo", "Urungkan (Ctrl+Z)")
        self.redo = Button(theme, "", "icon", "arrow_redo", "Ulangi (Ctrl+Y)")
        self.go = Button(theme, "Impor…", "primary", "arrow_import")
        self.project = QWidget()
        inner = QHBoxLayout(self.project)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(t.RELATED)
        for part in (self._year_label, self.year, self._opd_label, self.opd, self.clear):
            inner.addWidget(part)
        inner.addSpacing(t.RELATED)
        for part in (self.undo, self.redo):
            inner.addWidget(part)
        inner.addSpacing(4)
        inner.addWidget(self.go)
        return self.project

    def _connect(self) -> None:
        self.year.activated.connect(self._choose_year)
        self.opd.activated.connect(self._choose_opd)
        self.clear.clicked.connect(lambda: self._workspace.choose_opd(-1))
        self.undo.clicked.connect(self._commands["urungkan"].trigger)
        self.redo.clicked.connect(self._commands["ulangi"].trigger)
        self.go.clicked.connect(self.import_wanted)
        self._workspace.opened.connect(self.show_project)
        self._workspace.closed.connect(self.show_project)
        self._workspace.filtered.connect(self.show_project)
        self._workspace.stayed.connect(self._show_year)

    def show_project(self) -> None:
        """Show the year and perangkat daerah that are looked at."""
        current = self._workspace.current
        self.project.setVisible(current is not None)
        menus = self.bar.actions()
        for menu in menus[1:5]:  # what speaks of an open project
            menu.setVisible(current is not None)
        if current is None:
            return
        self.year.clear()
        for year in current.years:
            self.year.addItem(str(year), year)
        if current.writable:
            self.year.insertSeparator(self.year.count())
            self.year.addItem(NEW_YEAR, 0)
        self._show_year()
        names = current.state.roster.opd_nama
        order = sorted(range(len(names)), key=lambda k: names[k].casefold())
        self.opd.clear()
        self.opd.addItem(ALL, -1)
        for k in order:
            self.opd.addItem(names[k], k)
        self.opd.setCurrentIndex(self.opd.findData(self._workspace.opd))
        self._cursor_home()
        filtered = self._workspace.opd >= 0
        restyle(self.opd, active=filtered)
        self.clear.setVisible(filtered)

    def enable(self, *, writable: bool) -> None:
        """Enable what changes the project."""
        current = self._workspace.current
        self.go.setEnabled(writable)
        self.go.setToolTip(self._workspace.why_locked)
        self.go.setAccessibleDescription(self._workspace.why_locked)
        # As their actions, which know of the whole file: this year may be signed, another open.
        self.undo.setEnabled(self._commands["urungkan"].isEnabled())
        self.redo.setEnabled(self._commands["ulangi"].isEnabled())
        if current is not None:
            undo, redo = current.undo, current.redo
            undo_tip = f"Urungkan: {undo} (Ctrl+Z)" if undo else "Tidak ada yang dapat diurungkan"
            redo_tip = f"Ulangi: {redo} (Ctrl+Y)" if redo else "Tidak ada yang dapat diulangi"
            commands = self._commands
            self.undo.setToolTip(commands["urungkan"].toolTip() if current.undo_why else undo_tip)
            self.redo.setToolTip(commands["ulangi"].toolTip() if current.redo_why else redo_tip)

    def focus_choosers(self) -> None:
        """Put the keyboard on the year."""
        self.year.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_year(self) -> None:
        """Show the year that is looked at, whatever was chosen."""
        current = self._workspace.current
        if current is not None:
            self.year.setCurrentIndex(self.year.findData(current.state.tahun))

    def _choose_year(self) -> None:
        current = self._workspace.current
        year = int(self.year.currentData())
        if not year:
            self._show_year()
            if self.year.listed:
                self.new_year_wanted.emit()
        elif current is not None and year != current.state.tahun:
            self._workspace.choose_year(year)

    def _choose_opd(self, place: int) -> None:
        self._workspace.choose_opd(int(self.opd.itemData(place)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Select the whole name when the field is entered: typing then begins anew."""
        field = self.opd.lineEdit()
        if watched is self.opd and field is not None and event.type() == QEvent.Type.FocusIn:
            # After the click that brought the focus has put its cursor.
            QTimer.singleShot(0, field, field.selectAll)
        return super().eventFilter(watched, event)

    def _settle_opd(self) -> None:
        """Show the chosen name again where what was typed is no name."""
        if self.opd.findText(self.opd.currentText(), Qt.MatchFlag.MatchFixedString) < 0:
            self.opd.setCurrentIndex(self.opd.findData(self._workspace.opd))
            self.opd.setEditText(self.opd.itemText(self.opd.currentIndex()))
            self._cursor_home()

    def _cursor_home(self) -> None:
        """Show the beginning of a long name, not its end."""
        edit = self.opd.lineEdit()
        if edit is not None:
            edit.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give up captions where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.window().width() < t.NARROW
        self._year_label.setVisible(not narrow)
        self._opd_label.setVisible(not narrow)
        self.opd.setFixedWidth(_OPD_NARROW if narrow else _OPD)
        margin = t.MARGIN_NARROW if narrow else t.MARGIN
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(margin - _INSET, 0, margin, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never force the window wider than its least size."""
        return QSize(320, t.MENU_ROW)
