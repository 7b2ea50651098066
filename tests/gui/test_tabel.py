"""The table model and its view: sorted, filtered, swapped, it keeps to the same records."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSettings,
    Qt,
)
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipasn_gui import theme as t
from ipasn_gui.models.people_index import ranks
from ipasn_gui.models.record_table import (
    NOBODY,
    Column,
    Paint,
    Records,
    RecordTable,
    Tone,
    column_name,
)
from ipasn_gui.settings import WindowSettings
from ipasn_gui.theme import Theme
from ipasn_gui.widgets.people_table import PeopleTable

NAMES = ("Siti", "budi", "Ayu", "Siti", "Wahyu Panjang Sekali Namanya", "Eko")
POINTS = np.array([30, 0, 20, 20, 10, 0], np.int64)
IDS = np.array([901, 17, 305, 44, 12, 78], np.int64)


def records(
    names: tuple[str, ...] = NAMES, points: NDArray[np.int64] = POINTS, ids: NDArray[np.int64] = IDS
) -> Records:
    """Return a table of three columns; ids are in no order."""
    return Records(
        ids,
        (
            Column(
                "nama",
                "Nama",
                lambda i: names[i],
                lambda: ranks(names),
                208,
                Paint.MEDIUM,
                fixed=True,
                most=320,
            ),
            Column("nip", "NIP", lambda i: f"{ids[i]:018}", lambda: ids, 60, whole=True),
            Column(
                "poin",
                "Poin",
                lambda i: str(points[i]) if points[i] else "kosong",
                lambda: points,
                72,
                group="Kelompok",
                right=True,
                tone=lambda i: Tone.PLAIN if points[i] else Tone.MISSING,
                hint=lambda i: "" if points[i] else "Belum lengkap",
                spoken=lambda i: f"{points[i]} dari 30",
            ),
            Column("catatan", "Catatan", lambda i: "ada", lambda: ids, 100, spare=1),
        ),
        lambda: ranks(names),
        lambda i: names[i].casefold(),
    )


def everybody(count: int = len(NAMES)) -> NDArray[np.bool_]:
    return np.ones(count, np.bool_)


def shown(model: RecordTable) -> list[int]:
    return [model.id_of(row) for row in range(model.rowCount())]


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> WindowSettings:
    place = tmp_path_factory.mktemp("tabel") / "jendela.ini"
    return WindowSettings(QSettings(str(place), QSettings.Format.IniFormat))


@pytest.fixture
def table(theme: Theme, settings: WindowSettings, qtbot: QtBot) -> PeopleTable:
    made = PeopleTable(theme, settings, "uji")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.show_people(records(), everybody(), NOBODY)
    return made


# The model ----------------------------------------------------------------------------------------


def test_the_model_tester_finds_nothing_whatever_is_done() -> None:
    model = RecordTable()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_records(records(), everybody())
    for key, falling in itertools.product(("nama", "poin", "tidak-ada"), (False, True)):
        model.sort_by(key, falling=falling)
        model.filter_records(POINTS > 10)
        model.filter_records(np.zeros(len(NAMES), np.bool_))
        model.filter_records(everybody())
    model.show_records(records(NAMES[:1], POINTS[:1], IDS[:1]), everybody(1))
    assert model.rowCount() == 1
    assert tester.model() is model


def test_sorting_is_by_key_then_by_name_and_filtering_keeps_it() -> None:
    model = RecordTable()
    model.show_records(records(), everybody())
    model.sort_by("nama")
    assert shown(model) == [305, 17, 78, 901, 44, 12]
    model.sort_by("poin", falling=True)
    assert shown(model) == [901, 305, 44, 12, 17, 78]
    model.filter_records(POINTS < 30)
    assert shown(model) == [305, 44, 12, 17, 78]
    model.show_records(records(points=POINTS[::-1].copy()), everybody())
    assert model.sorted_by == "poin"
    assert shown(model)[0] == 78


@pytest.mark.parametrize("falling", [False, True])
def test_what_points_at_a_record_points_at_the_same_one_after_sorting(falling: bool) -> None:
    model = RecordTable()
    model.show_records(records(), POINTS < 30)
    kept = {
        model.id_of(row): QPersistentModelIndex(model.index(row, column))
        for row, column in zip(range(5), itertools.cycle((0, 2)), strict=False)
    }
    assert len(kept) == 5
    for key, way in (("poin", falling), ("nip", falling), ("nama", not falling)):
        model.sort_by(key, falling=way)
        assert {number: model.id_of(index.row()) for number, index in kept.items()} == {
            number: number for number in kept
        }


def test_a_cell_says_what_the_eye_sees_and_what_it_means() -> None:
    model = RecordTable()
    model.show_records(records(), everybody())
    model.sort_by("nama")
    cell = model.index(1, 2)
    assert cell.data() == "kosong"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "0 dari 30"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Belum lengkap"
    head = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert head == "Kelompok: Poin"
    assert column_name(model.columns[0]) == "Nama"
    assert model.id_of(99) == NOBODY


def test_an_empty_table_has_neither_rows_nor_columns() -> None:
    model = RecordTable()
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert model.typed_row(0, "a") == -1
    assert len(model.rows_of(IDS)) == 0


# The view -----------------------------------------------------------------------------------------


def test_select_sort_filter_then_act_is_on_the_same_person(table: PeopleTable) -> None:
    table.choose(44)
    assert table.person() == 44
    table.sort_people("poin", falling=True)
    assert table.person() == 44
    table.filter_people(POINTS == 20, 44)
    assert (table.person(), table.chosen().tolist()) == (44, [44])
    table.filter_people(POINTS > 0, 44)
    table.show_people(records(points=POINTS[::-1].copy()), everybody(), 44)
    assert (table.person(), table.chosen().tolist()) == (44, [44])


def test_the_current_column_stays_too(table: PeopleTable) -> None:
    table.choose(44)
    flags = QItemSelectionModel.SelectionFlag
    row = table.currentIndex().row()
    table.selectionModel().setCurrentIndex(table.records.index(row, 2), flags.NoUpdate)
    table.sort_people("poin", falling=True)
    table.filter_people(POINTS == 20, 44)
    table.show_people(records(), everybody(), 44)
    assert (table.person(), table.currentIndex().column()) == (44, 2)


def test_several_selected_stay_selected_over_sort_filter_and_swap(table: PeopleTable) -> None:
    flags = QItemSelectionModel.SelectionFlag
    table.clearSelection()
    for number in (901, 12, 17):
        row = int(table.records.rows_of(np.array([number]))[0])
        index = table.records.index(row, 0)
        table.selectionModel().select(index, flags.Select | flags.Rows)
    table.sort_people("poin", falling=False)
    assert set(table.chosen().tolist()) == {901, 12, 17}
    table.filter_people(POINTS > 0, NOBODY)
    assert set(table.chosen().tolist()) == {901, 12}
    ids = IDS[::-1].copy()
    table.show_people(records(NAMES[::-1], POINTS[::-1].copy(), ids), everybody(), NOBODY)
    assert set(table.chosen().tolist()) == {901, 12}


def test_somebody_filtered_away_comes_back_as_the_current_one(table: PeopleTable) -> None:
    table.choose(17)
    table.filter_people(POINTS > 0, 17)
    assert table.person() == NOBODY
    assert len(table.chosen()) == 0
    table.filter_people(everybody(), 17)
    assert (table.person(), table.chosen().tolist()) == (17, [17])


def test_from_who_was_filtered_away_the_next_one_is_who_stands_there(table: PeopleTable) -> None:
    table.sort_people("nip", falling=False)
    table.choose(44)
    table.filter_people(IDS != 44, 44)
    table.choose(44)
    assert table.person() == NOBODY
    table.step(1)
    assert table.person() == 78
    table.choose(901)
    table.filter_people(IDS < 100, 901)
    table.choose(901)
    table.step(1)
    assert table.person() == 78


def test_restoring_says_nothing_of_another_person(table: PeopleTable, qtbot: QtBot) -> None:
    table.choose(17)
    with qtbot.assertNotEmitted(table.person_chosen):
        table.sort_people("poin", falling=True)
        table.filter_people(POINTS > 0, 17)
        table.show_people(records(), everybody(), 17)
    with qtbot.waitSignal(table.person_chosen) as told:
        table.step(1)
    assert told.args == [table.person()]


def test_keys_go_to_the_ends_to_names_and_out(table: PeopleTable, qtbot: QtBot) -> None:
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.person() == 12
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.person() == 305
    QTest.keyClicks(table, "si")
    assert table.person() == 901
    table.keyboardSearch("zzz")
    assert table.person() == 901
    with qtbot.waitSignal(table.opened):
        QTest.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.copy_wanted):
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(table.chosen()) == len(IDS)
    assert not table.tabKeyNavigation()


def test_whoever_the_focus_comes_in_on_is_selected(table: PeopleTable) -> None:
    table.selectionModel().clear()
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.person() == 305
    assert table.chosen().tolist() == [305]
    table.clearSelection()
    table.choose(305)
    assert table.chosen().tolist() == [305]


def test_letters_go_round_to_the_next_of_the_same_name(table: PeopleTable) -> None:
    table.choose(901)
    table.keyboardSearch("s")
    assert table.person() == 44
    time_of = QApplication.keyboardInputInterval()
    table._typed_at = time.monotonic() - time_of / 1000 - 1
    table.keyboardSearch("s")
    assert table.person() == 901


def test_the_nip_is_never_cut_and_a_cut_name_has_its_whole_as_tip(table: PeopleTable) -> None:
    names = table.records.rows_of(np.array([12]))
    long = table.records.index(int(names[0]), 0)
    table.setColumnWidth(0, 80)
    assert table.cell_tip(long) == "Wahyu Panjang Sekali Namanya"
    table.setColumnWidth(0, 400)
    assert table.cell_tip(long) == ""
    table.setColumnWidth(1, 30)
    metrics = table.fontMetrics()
    assert table.columnWidth(1) >= metrics.horizontalAdvance("000000000000000012") + 16


def test_a_title_in_two_tiers_only_where_columns_belong_together(table: PeopleTable) -> None:
    header = table.horizontalHeader()
    assert header.sizeHint().height() == 48
    table.layout_of_columns.show_column("poin", shown=False)
    assert header.sizeHint().height() == 32


def test_spare_columns_show_where_there_is_room(table: PeopleTable) -> None:
    layout = table.layout_of_columns
    table.resize(900, 300)
    assert layout.is_shown("catatan")
    table.resize(440, 300)
    assert not layout.is_shown("catatan")
    layout.show_column("catatan", shown=True)
    assert layout.is_shown("catatan")


def test_no_column_moves_when_the_scroll_bar_goes(table: PeopleTable) -> None:
    table.resize(600, 48 + 28 * 3)
    QApplication.processEvents()
    assert table.verticalScrollBar().isVisible()
    before = [table.columnViewportPosition(at) for at in range(4)]
    table.filter_people(POINTS == 30, NOBODY)
    QApplication.processEvents()
    assert not table.verticalScrollBar().isVisible()
    assert [table.columnViewportPosition(at) for at in range(4)] == before


def test_columns_widths_and_order_are_there_again(
    table: PeopleTable, theme: Theme, settings: WindowSettings, qtbot: QtBot
) -> None:
    table.layout_of_columns.show_column("poin", shown=False)
    table.setColumnWidth(0, 250)
    table.sort_people("nip", falling=True)
    table.layout_of_columns.save()
    again = PeopleTable(theme, settings, "uji")
    qtbot.addWidget(again)
    again.resize(600, 300)
    again.show()
    again.show_people(records(), everybody(), NOBODY)
    assert not again.layout_of_columns.is_shown("poin")
    assert again.columnWidth(0) == 250
    assert shown(again.records) == sorted(IDS.tolist(), reverse=True)


@pytest.mark.parametrize("kept", [b"", b"{", b"[]", b'{"lebar": 3}', b'{"tampil": null}'])
def test_what_another_version_kept_is_as_if_it_were_not_there(
    kept: bytes, theme: Theme, settings: WindowSettings, qtbot: QtBot
) -> None:
    settings._store.setValue("susunan/uji", kept)
    made = PeopleTable(theme, settings, "uji")
    qtbot.addWidget(made)
    made.show_people(records(), everybody(), NOBODY)
    assert made.records.sorted_by == "nama"
    assert made.layout_of_columns.widths == {}


def test_clicking_a_header_sorts_and_again_turns_it(table: PeopleTable, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    middle = header.sectionViewportPosition(2) + 20
    for falling in (False, True):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 30))
        assert (table.records.sorted_by, table.records.falling) == ("poin", falling)


def test_the_menu_is_asked_for_at_the_current_cell_and_at_the_mouse(
    table: PeopleTable, qtbot: QtBot
) -> None:
    table.choose(44)
    cell = table.visualRect(table.currentIndex())
    below = table.viewport().mapToGlobal(cell.bottomLeft())
    for reason, place in (
        (QContextMenuEvent.Reason.Keyboard, below),
        (QContextMenuEvent.Reason.Mouse, QPoint(70, 40)),
    ):
        with qtbot.waitSignal(table.menu_wanted) as told:
            table.contextMenuEvent(QContextMenuEvent(reason, QPoint(7, 4), QPoint(70, 40)))
        assert told.args == [place]


def test_the_row_under_the_mouse_is_tinted_until_it_leaves(table: PeopleTable) -> None:
    place = table.visualRect(table.records.index(2, 0)).center()
    QTest.mouseMove(table.viewport(), place)
    assert table._cells.hovered == 2
    table.leaveEvent(QEvent(QEvent.Type.Leave))
    assert table._cells.hovered == -1


def test_the_bar_of_the_selected_row_stays_at_the_edge(table: PeopleTable, theme: Theme) -> None:
    table.setColumnWidth(0, 900)
    table.choose(305)
    row = table.visualRect(table.currentIndex())
    QApplication.processEvents()
    table.horizontalScrollBar().setValue(120)
    assert table.horizontalScrollBar().value() == 120
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(1, row.center().y()).rgb() == theme.color("accent").rgb()
    assert picture.pixelColor(5, row.center().y()).rgb() == theme.color("sel").rgb()


def test_the_current_cell_is_framed_for_the_keyboard_alone(
    table: PeopleTable, theme: Theme, qtbot: QtBot
) -> None:
    table.choose(305)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    place = table.visualRect(table.currentIndex())
    accent = theme.color("accent").rgb()

    def framed() -> bool:
        picture = table.viewport().grab().toImage()
        return picture.pixelColor(place.right() - 1, place.center().y()).rgb() == accent

    QTest.keyClick(table, Qt.Key.Key_Home)
    assert framed()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert not framed()
    sel = theme.color("sel").rgb()
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(1, place.center().y()).rgb() == accent
    assert picture.pixelColor(place.right() - 2, place.center().y()).rgb() == sel
    assert QModelIndex(table.currentIndex()).isValid()


def test_the_rows_change_their_colours_live(settings: WindowSettings, qtbot: QtBot) -> None:
    own = Theme(t.LIGHT)
    made = PeopleTable(own, settings, "uji")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_people(records(), everybody(), 305)
    made.show()
    row = made.visualRect(made.currentIndex())
    for tokens in (t.LIGHT, t.DARK):
        own.set_tokens(tokens)
        picture = made.viewport().grab().toImage()
        assert picture.pixelColor(row.right() - 2, row.center().y()).name().upper() == tokens.sel
        assert picture.pixelColor(1, row.center().y()).name().upper() == tokens.accent
        assert picture.pixelColor(row.right() + 8, row.bottom()).name().upper() == tokens.line
