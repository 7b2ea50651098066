"""Finding one's way among people: search, filters, columns, sorting, what leaves the table."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ipasn_core.formatting import format_nip
from ipasn_core.scoring.year_state import YearState
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_gui.models.cell_words import printed
from ipasn_gui.models.check_rows import CheckRows, Entry
from ipasn_gui.models.column_values import ValueLists, filter_words, filterable
from ipasn_gui.models.people_columns import everybody, of_dimension
from ipasn_gui.models.people_filter import BERUBAH, DI_BAWAH, TEMUAN, lacking_of, values_of
from ipasn_gui.models.people_index import PeopleIndex, searchable
from ipasn_gui.models.record_table import sorted_also
from ipasn_gui.widgets.chooser import best_match
from ipasn_gui.widgets.column_layout import in_order
from ipasn_gui.widgets.people_page import PeoplePage
from tests.gui.test_pegawai import SITI, names, press, scores_of, state_of, year
from tests.shots.screens_pegawai import half_project, page
from tests.shots.stage import CONTEXT, Stage
from tests.workflow.kantor import buku

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty people, half of them with data, some not measured."""
    return half_project(tmp_path_factory.mktemp("setengah") / "Setengah.ipasn")


@pytest.fixture(scope="module")
def known(sample: Path) -> YearState:
    """The sample's year, without a window."""
    return year(sample)


def seen_columns(shown: PeoplePage) -> list[str]:
    return [one.key for one in shown.table.layout_of_columns.in_sight()]


def tick(shown: PeoplePage, *words: str) -> None:
    """Click entries of the list that is open, and close it by Escape."""
    rows, view = shown.bar.list.rows, shown.bar.list.view
    for word in words:
        at = next(k for k in range(rows.rowCount()) if rows.index(k).data() == word)
        view.scrollTo(rows.index(at))
        place = view.visualRect(rows.index(at)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(shown.bar.list, Qt.Key.Key_Escape)
    assert not shown.bar.list.isVisible()


def title_at(shown: PeoplePage, key: str) -> QPoint:
    header = shown.table.horizontalHeader()
    at = next(k for k, one in enumerate(shown.table.records.columns) if one.key == key)
    return QPoint(header.sectionViewportPosition(at) + 12, header.height() - 10)


def click_title(shown: PeoplePage, key: str, modifier: Qt.KeyboardModifier) -> None:
    viewport = shown.table.horizontalHeader().viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, modifier, title_at(shown, key))


# Search -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ma'ruf", "Siti Ma'ruf, S.Pd."),
        ("ma’ruf", "Siti Ma'ruf, S.Pd."),
        ("MARUF", "Siti Ma'ruf, S.Pd."),
        ("s.pd", "Siti Ma'ruf, S.Pd."),
        ("spd maruf", "Siti Ma'ruf, S.Pd."),
        ("siti   ma‘ruf ", "Siti Ma'ruf, S.Pd."),
        ("rene", "René Ndoen"),
        ("rené", "René Ndoen"),
    ],
)
def test_apostrophes_dots_blanks_and_accents_hide_nobody(typed: str, name: str) -> None:
    assert all(word in searchable(name) for word in searchable(typed).split())


def test_an_nip_is_found_however_it_is_written(known: YearState) -> None:
    index = PeopleIndex(known)
    alone = np.flatnonzero(known.roster.nip == int(SITI)).tolist()
    grouped = format_nip(SITI)
    for text in (
        SITI,
        grouped,
        f"NIP {SITI}",
        f"nip. {grouped}",
        f"NIP: {grouped}",
        grouped.replace(" ", "."),
        grouped.replace(" ", "-"),
        f"  {grouped}  ",
    ):
        found = index.search(text)
        assert found is not None, text
        assert np.flatnonzero(found).tolist() == alone, text
    assert index.search("'") is None
    assert index.search(" . ") is None


def test_typing_on_finds_what_a_fresh_search_finds(known: YearState) -> None:
    typed = PeopleIndex(known)
    for text in ("s", "si", "sit", "siti d", "siti di", "siti dinas", "siti", "sri", "sri 19"):
        found, fresh = typed.search(text), PeopleIndex(known).search(text)
        assert found is not None
        assert fresh is not None
        assert np.array_equal(found, fresh), text


def test_what_is_the_same_is_taken_over_from_the_year_before_the_change(known: YearState) -> None:
    before, after = PeopleIndex(known), PeopleIndex(known)
    before.prepare()
    after.prepare(before)
    assert after.names is before.names
    assert after._lines is before._lines


def test_ctrl_f_leads_into_the_search_from_every_tab(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    for name in ("Beranda", "Laporan"):
        stage.window.show_tab(name)
        stage.window.commands["cari"].trigger()
        stage.settle()
        assert stage.window.tabs[stage.window.tab_row.current].judul == "Pegawai"
        assert QApplication.focusWidget() is page(stage, "Pegawai").bar.field
    own = page(stage, "Kinerja")
    stage.window.commands["cari"].trigger()
    assert QApplication.focusWidget() is own.bar.field


# Filters ------------------------------------------------------------------------------------------


def test_every_column_but_name_and_nip_has_values_that_tell_everybody_apart(half: Path) -> None:
    index = PeopleIndex(year(half))
    everyone = np.ones(len(index.state.roster), np.bool_)
    for records in (everybody(index), *(of_dimension(index, place) for place in range(4))):
        lists = ValueLists(records)
        assert {"tanda", "nama", "nip"}.isdisjoint(lists.columns)
        for key, column in lists.columns.items():
            assert filterable(column)
            values = lists.of(key)
            assert len(set(values.words)) == len(values.words)
            assert values.counts(everyone).sum() == len(everyone)
            for record in range(len(everyone)):
                assert values.words[values.of[record]] == column.text(record)


def test_values_of_a_column_are_ticked_and_named_on_a_chip(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    bar, state = shown.bar, state_of(stage)
    bar.field.setText("guru")
    bar.open_values("golongan", bar.more)
    assert QApplication.focusWidget() is bar.list.field
    QTest.keyClick(bar.list.field, Qt.Key.Key_Escape)
    assert not bar.list.isVisible()
    assert bar.field.text() == "guru"
    bar.field.clear()
    bar.open_values("golongan", bar.more)
    tick(shown, "III/a", "III/b")
    wanted = np.isin(state.roster.keadaan["golongan"], (31, 32))
    assert shown.table.records.rowCount() == int(wanted.sum())
    chip = bar.chips[values_of("golongan")]
    assert chip.isVisible()
    assert chip.text() == f"III/a atau III/b · {int(wanted.sum())}"
    chip.click()
    tick(shown, "III/a")
    assert chip.text() == f"III/b · {int((state.roster.keadaan['golongan'] == 32).sum())}"
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert not chip.isVisible()
    assert shown.table.records.rowCount() == 3395


def test_the_list_is_searched_and_worked_by_keys_alone(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    bar = shown.bar
    bar.more.setFocus(Qt.FocusReason.TabFocusReason)
    bar.open_values("jabatan", bar.more)
    QTest.keyClicks(bar.list.field, "guru mahir")
    assert bar.list.rows.rowCount() == 1
    QTest.keyClick(bar.list.field, Qt.Key.Key_Return)
    assert not bar.list.isVisible()
    assert bar.chosen.values["jabatan"] == {"Guru Mahir"}
    bar.open_values("jabatan", bar.more)
    QTest.keyClicks(bar.list.field, "guru")
    QTest.keyClick(bar.list.field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is bar.list.view
    QTest.keyClick(bar.list.view, Qt.Key.Key_Space)
    assert len(bar.chosen.values["jabatan"]) == 2
    QTest.keyClick(bar.list.view, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is bar.list.field
    bar.list.field.setText("tidak ada jabatan ini")
    assert bar.list.nothing.isVisible()
    bar.list.field.clear()
    bar.list.none.click()
    assert values_of("jabatan") not in bar.chosen.on
    bar.list.close()


def test_a_filter_says_what_it_filters_by(half: Path) -> None:
    index = PeopleIndex(year(half))
    columns = {one.key: one for one in (*everybody(index).columns, *of_dimension(index, 1).columns)}
    golongan, jumlah = columns["golongan"], columns["kompetensi"]
    assert filter_words(golongan, ["III/a"], ["III/a", "III/b"]) == "III/a"
    assert filter_words(golongan, ["III/b", "III/a"], ["III/a", "III/b"]) == "III/a atau III/b"
    assert filter_words(golongan, ["a", "b", "c"], ["a", "b", "c"]) == "Golongan (3 pilihan)"
    units = [f"Badan Kepegawaian dan Pengembangan {which}" for which in ("A", "B")]
    assert filter_words(columns["opd"], units, units) == "Perangkat daerah (2 pilihan)"
    assert filter_words(columns["opd"], units[:1], units) == units[0]
    assert filter_words(golongan, ["kosong"], ["kosong"]) == "Golongan kosong"
    assert filter_words(jumlah, ["25,00"], ["25,00"]) == "Kompetensi: Jumlah 25,00"
    assert filter_words(columns["kategori"], ["–"], ["–"]) == "Kategori –"


def test_a_range_of_numbers_is_looked_for_ticked_and_named(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    bar, points = shown.bar, state_of(stage).scores.indeks
    bar.open_values("indeks", bar.more)
    assert "rentang" in bar.list.field.placeholderText()
    bar.list.field.setText("60-70")
    bar.list.all.click()
    bar.list.close()
    wanted = (points >= 60_000) & (points <= 70_000)
    assert shown.table.records.rowCount() == int(wanted.sum()) > 0
    assert bar.chips[values_of("indeks")].text().startswith("Indeks 60,00–70,00 · ")
    rows = CheckRows()
    rows.show_entries([Entry(one, one) for one in ("–", "kosong", "7,5", "20", "1.200")],
                      frozenset())  # fmt: skip
    for text, found in (("7,5 – 20", 2), ("-20", 2), ("100-", 1), ("–", 1), ("kos", 1)):
        rows.look_for(text)
        assert rows.rowCount() == found, text


def test_what_is_missing_is_filtered_by_instrument(stage: Stage, half: Path) -> None:
    stage.open(half)
    shown = page(stage, "Kompetensi")
    bar, state = shown.bar, state_of(stage)
    assert bar.choice is not None
    assert len(bar.choice.lacking()) == 4
    bar.menu.fill()
    missing = next(one for one in bar.menu.actions() if one.text() == "Data kosong")
    action = next(
        one
        for one in missing.menu().actions()  # type: ignore[attr-defined]
        if one.text().startswith("Diklat teknis")
    )
    lacking = (scores_of(state, "diklat_teknis").keadaan == 3) & state.scores.diukur
    assert action.text() == f"Diklat teknis kosong · {int(lacking.sum())}"
    action.trigger()
    assert bar.chosen.on == (lacking_of("diklat_teknis"),)
    model = shown.table.records
    assert (
        sorted(model.record(row) for row in range(model.rowCount()))
        == np.flatnonzero(lacking).tolist()
    )


def test_whom_the_last_import_changed(stage: Stage, half: Path, tmp_path: Path) -> None:
    path = tmp_path / "berubah.ipasn"
    shutil.copy(half, path)
    nips = [str(nip) for nip in year(half).roster.nip[:3]]
    sheet = [["NIP", "Golongan"], *([nip, "IV/e"] for nip in nips)]
    import_sheets(path, CONTEXT, [buku(tmp_path / "b.xlsx", {"Pegawai": sheet})], Options())
    stage.open(path)
    shown = page(stage, "Pegawai")
    bar = shown.bar
    bar.menu.open_below(bar.more)
    action = next(one for one in bar.menu.actions() if one.data() == BERUBAH)
    assert action.text() == "Berubah sejak impor terakhir"
    stage.settle()
    assert action.text() == "Berubah sejak impor terakhir · 3"
    action.trigger()
    bar.menu.close()
    assert shown.table.records.rowCount() == 3
    assert bar.chips[BERUBAH].text() == "Berubah sejak impor terakhir · 3"
    stage.window.workspace.undo()
    stage.settle()
    assert shown.table.records.rowCount() == 40


def test_who_has_findings(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    state, bar = state_of(stage), shown.bar
    told = {one.temuan.nip for one in state.temuan if one.keadaan == "terbuka"}
    told |= {one.nip for one in state.turunan if one.id not in state.diabaikan}
    bar.choose(bar.chosen.with_on(TEMUAN))
    model = shown.table.records
    found = {int(state.roster.nip[model.record(row)]) for row in range(model.rowCount())}
    assert found == told & set(state.roster.nip.tolist())
    assert found
    column = next(one for one in model.columns if one.key == "temuan")
    assert all(column.text(model.record(row)) != "–" for row in range(model.rowCount()))


def test_all_filters_go_with_one_button_and_the_search_stays(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    bar = page(stage, "Pegawai").bar
    bar.field.setText("siti")
    bar.choose(bar.chosen.with_on(DI_BAWAH))
    assert not bar.clear.isVisible()
    bar.choose(bar.chosen.with_values("kategori", ["Rendah"]))
    assert bar.clear.isVisible()
    assert bar.height() > 48
    QTest.mouseClick(bar.clear, Qt.MouseButton.LeftButton)
    assert bar.chosen.on == ()
    assert bar.field.text() == "siti"
    assert QApplication.focusWidget() is bar.field


def test_the_tab_order_is_that_of_reading(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    bar = page(stage, "Pegawai").bar
    bar.choose(bar.chosen.with_on(DI_BAWAH).with_values("golongan", ["III/a"]))
    chain: list[QWidget] = [bar.field]
    while len(chain) < 30 and chain[-1] is not bar.export:
        following = chain[-1].nextInFocusChain()
        assert following is not None
        chain.append(following)
    seen = [one for one in chain if one.isVisible() and one.parentWidget() is bar]
    wanted = [bar.field, bar.chips[DI_BAWAH], bar.more, bar.chips[values_of("golongan")]]
    wanted += [bar.clear, bar.columns, bar.copy, bar.export]
    assert [one for one in seen if one in wanted] == wanted


# The pane and the keyboard ------------------------------------------------------------------------


def test_the_pane_never_shows_who_was_filtered_away(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown, workspace = page(stage, "Pegawai"), stage.window.workspace
    first = workspace.person
    shown.bar.field.setText(SITI)
    stage.settle()
    assert workspace.person == shown.table.records.id_of(0) != first
    assert shown.pane.head.nip.text().startswith(format_nip(SITI)[:8])
    shown.bar.field.setText("tidak ada yang bernama begini")
    stage.settle()
    assert shown.pane.hint.text() == "Tidak ada pegawai yang termasuk saringan tabel ini."
    assert shown.pane.hint.isVisible()
    assert not shown.pane.head.isVisible()
    shown.bar.field.clear()
    stage.settle()
    assert shown.pane.head.isVisible()
    other = page(stage, "Kinerja")
    other.bar.field.setText("siti")
    stage.settle()
    page(stage, "Pegawai")
    workspace.choose_person(first)
    page(stage, "Kinerja")
    stage.settle()
    assert other.pane.hint.isVisible()
    assert "tidak termasuk saringan" in other.pane.hint.text()
    assert len(other.table.chosen()) == 0


def test_a_person_who_is_led_to_is_listed_whatever_filters_hide_them(
    stage: Stage, sample: Path
) -> None:
    stage.open(sample)
    shown, workspace = page(stage, "Pegawai"), stage.window.workspace
    roster = state_of(stage).roster
    at = int(roster.nip.searchsorted(int(SITI)))
    workspace.choose_opd((int(roster.keadaan["opd"][at]) + 1) % len(roster.opd_nama))
    shown.bar.field.setText("zzz")
    stage.window.show_tab("Beranda")
    stage.window.show_person(int(roster.id[at]))
    stage.settle()
    assert shown.isVisible()
    assert shown.table.person() == workspace.person == int(roster.id[at])
    assert workspace.opd == -1
    assert not shown.bar.chosen.any
    shown.bar.field.setText(SITI)
    stage.window.show_person(int(roster.id[at]))
    assert shown.bar.field.text() == SITI


@pytest.mark.parametrize(("place", "name"), [(2, "Pegawai"), (3, "Kualifikasi"), (6, "Disiplin")])
def test_a_tab_by_its_number_puts_the_keyboard_on_the_table(
    place: int, name: str, stage: Stage, sample: Path
) -> None:
    stage.open(sample)
    stage.window.activateWindow()
    QTest.keyClick(stage.window, Qt.Key(Qt.Key.Key_0.value + place), CONTROL)
    stage.settle()
    shown = page(stage, name)
    assert QApplication.focusWidget() is shown.table
    assert shown.table._cells.framed
    assert shown.table.currentIndex().isValid()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(shown.table, key, CONTROL if key != Qt.Key.Key_Left else
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
        assert shown.table.records.columns[shown.table.currentIndex().column()].key != "tanda"
    assert shown.table.records.columns[shown.table.currentIndex().column()].key == "nama"


def test_the_name_speaks_for_the_mark_beside_it(half: Path) -> None:
    records = of_dimension(PeopleIndex(year(half)), 1)
    columns = {one.key: one for one in records.columns}
    mark, name = columns["tanda"], columns["nama"]
    assert name.spoken is not None
    lacking = next(k for k in range(len(records.id)) if mark.text(k))
    whole = next(k for k in range(len(records.id)) if not mark.text(k))
    assert name.spoken(lacking).startswith(f"{name.text(lacking)}, belum lengkap: ")
    assert name.spoken(whole) == name.text(whole)


def test_copy_and_select_all_act_where_the_keyboard_is(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    shown.bar.field.setText("siti")
    shown.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
    stage.window.commands["pilih-semua"].trigger()
    assert len(shown.table.chosen()) == shown.table.records.rowCount() > 1
    stage.window.commands["salin"].trigger()
    stage.settle()
    assert QApplication.clipboard().text().startswith("Nama\tNIP\t")
    shown.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    stage.window.commands["pilih-semua"].trigger()
    assert shown.bar.field.selectedText() == "siti"
    stage.window.commands["salin"].trigger()
    assert QApplication.clipboard().text() == "siti"


def test_what_buttons_do_with_the_list_stands_in_menus_too(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown, commands = page(stage, "Pegawai"), stage.window.commands
    stage.window.show_tab("Beranda")
    commands["saringan"].trigger()
    assert shown.isVisible()
    assert shown.bar.menu.isVisible()
    shown.bar.menu.close()
    stage.settle()
    commands["kolom"].trigger()
    assert shown.bar.list.title.text() == "Kolom yang tampil"
    shown.bar.list.close()
    shown.bar.field.setText("siti")
    shown.bar.choose(shown.bar.chosen.with_on(DI_BAWAH))
    commands["salin-tabel"].trigger()
    stage.settle()
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == shown.table.records.rowCount() + 1
    commands["hapus-saringan"].trigger()
    assert not shown.bar.chosen.any


# Sorting and columns ------------------------------------------------------------------------------


def test_sorting_by_one_more() -> None:
    assert sorted_also((), "a") == (("a", False),)
    assert sorted_also((("a", True),), "b") == (("a", True), ("b", False))
    assert sorted_also((("a", True), ("b", False)), "a") == (("a", False), ("b", False))


def test_shift_and_a_click_sort_by_one_more_column(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    none = Qt.KeyboardModifier.NoModifier
    click_title(shown, "kinerja", none)
    click_title(shown, "indeks", SHIFT)
    click_title(shown, "indeks", SHIFT)
    assert shown.table.records.sorting == (("kinerja", False), ("indeks", True))
    scores, model = state_of(stage).scores, shown.table.records
    rows = [model.record(row) for row in range(model.rowCount())]
    keys = [(int(scores.dimensi[2, one]), -int(scores.indeks[one])) for one in rows]
    assert keys == sorted(keys)
    click_title(shown, "nama", none)
    assert model.sorting == (("nama", False),)
    assert names(shown) == sorted(names(shown), key=str.casefold)


def test_columns_are_moved_asked_for_remembered_and_brought_back(
    stage: Stage, sample: Path
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    usual = seen_columns(shown)
    header = shown.table.horizontalHeader()
    start, target = title_at(shown, "indeks"), title_at(shown, "kualifikasi")
    viewport = header.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for x in (start.x() - 20, target.x() + 30, target.x() - 4):
        QTest.mouseMove(viewport, QPoint(x, start.y()))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(target.x() - 4, start.y()))
    moved = seen_columns(shown)
    assert moved.index("indeks") == usual.index("kualifikasi")
    shown.bar.columns.click()
    tick(shown, "Status", "NIP")
    assert "status" in seen_columns(shown)
    assert "nip" not in seen_columns(shown)
    layout = shown.table.layout_of_columns
    layout.move_column("status", -1)
    assert seen_columns(shown).index("status") == 1
    layout.move_column("status", -1)
    assert seen_columns(shown)[0] == "tanda"
    layout.save()
    kept = seen_columns(shown)
    again = type(layout)(shown.table, shown.table.records, stage.settings, "pegawai")
    again.place()
    assert [one.key for one in again.in_sight()] == kept
    assert page(stage, "Kinerja").table.layout_of_columns.order == []
    page(stage, "Pegawai").bar.columns.click()
    shown.bar.list.reset.click()
    shown.bar.list.close()
    assert seen_columns(shown) == usual


def test_an_order_takes_what_it_knows_and_keeps_the_rest_in_place() -> None:
    assert in_order(list("abcd"), []) == list("abcd")
    assert in_order(list("abcd"), list("cax")) == list("cdab")
    assert sorted(in_order(list("abcdef"), list("fb"))) == list("abcdef")


def test_the_menu_of_a_title_sorts_filters_moves_and_hides(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    column = next(one for one in shown.table.records.columns if one.key == "kinerja")
    menu = shown.column_menu(column)
    acts = {action.text(): action for action in menu.actions() if action.text()}
    acts["Urutkan juga menurut Kinerja"].trigger()
    assert shown.table.records.sorting == (("nama", False), ("kinerja", False))
    acts["Geser kolom ke kiri"].trigger()
    assert seen_columns(shown).index("kinerja") < seen_columns(shown).index("kompetensi")
    acts["Saring menurut Kinerja…"].trigger()
    assert shown.bar.list.title.text() == "Kinerja"
    shown.bar.list.close()
    acts["Sembunyikan kolom"].trigger()
    assert "kinerja" not in seen_columns(shown)
    menu.close()


def test_a_list_to_tick_in_holds_to_its_keys() -> None:
    rows = CheckRows()
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(rows, mode)
    rows.show_entries([Entry(key, key.upper(), "3") for key in "abc"], frozenset("b"))
    rows.look_for("c")
    rows.toggle(rows.index(0))
    assert rows.ticked == {"b", "c"}
    rows.tick_shown(ticked=False)
    assert rows.ticked == {"b"}
    rows.look_for("")
    said = rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "B, 3, dipilih"
    assert rows.data(QModelIndex()) is None
    assert tester.model() is rows


# What leaves the table ----------------------------------------------------------------------------


def written(path: Path) -> Iterator[list[object]]:
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        yield [cell.value for cell in row]


def test_what_is_seen_is_exported_in_its_order(stage: Stage, half: Path, tmp_path: Path) -> None:
    stage.open(half)
    shown = page(stage, "Kompetensi")
    shown.bar.choose(shown.bar.chosen.with_values("jenis_jabatan", ["Pelaksana", "Fungsional"]))
    shown.table.sort_people("kompetensi", falling=True)
    shown.table.layout_of_columns.move_column("nip", -1)
    target = tmp_path / "tampil.xlsx"
    stage.answers.save = [target]
    stage.window.commands["ekspor"].trigger()
    stage.settle()
    heads, *rows = written(target)
    assert heads[:3] == ["NIP", "Nama", "Jenis jabatan"]
    assert heads[-1] == "Kompetensi: Jumlah"
    assert len(rows) == shown.table.records.rowCount() < 40
    scores, model = state_of(stage).scores, shown.table.records
    for row, cells in enumerate(rows):
        record = model.record(row)
        assert cells[0] == str(state_of(stage).roster.nip[record])
        points = int(scores.dimensi[1, record])
        measured = bool(scores.diukur[record])
        assert cells[-1] == (points / 1000 if measured else "–")
    hours = heads.index("Diklat teknis: JP")
    assert {type(cells[hours]) for cells in rows} <= {int, float, str}
    assert "kosong" in {cells[hours] for cells in rows}
    assert f"{len(rows)} baris disimpan" in stage.window.toast.text.text()


def test_what_is_seen_as_csv_and_no_formula_among_it(
    stage: Stage, half: Path, tmp_path: Path
) -> None:
    stage.open(half)
    shown = page(stage, "Pegawai")
    roster = state_of(stage).roster
    risky = "=HYPERLINK(1)"
    object.__setattr__(roster, "jabatan", (risky, *roster.jabatan[1:]))
    shown.table.layout_of_columns.show_column("jabatan", shown=True)
    target = tmp_path / "tampil.csv"
    stage.answers.save = [target]
    shown.bar.export.click()
    stage.settle()
    with target.open(encoding="utf-8-sig", newline="") as source:
        heads, *rows = csv.reader(source)
    assert len(rows) == 40
    assert "'" + risky in {row[heads.index("Jabatan")] for row in rows}
    index = {row[heads.index("NIP")]: row[heads.index("Indeks")] for row in rows}
    for record in range(40):
        measured = state_of(stage).scores.diukur[record]
        figure = printed(int(state_of(stage).scores.indeks[record])).replace(",", ".")
        assert index[str(roster.nip[record])] == (figure if measured else "–")


def test_everybody_is_exported_from_where_no_table_is(
    stage: Stage, half: Path, tmp_path: Path
) -> None:
    stage.open(half)
    for name, command in (("Beranda", "ekspor"), ("Pegawai", "ekspor-semua")):
        stage.window.show_tab(name)
        page(stage, "Pegawai").bar.field.setText("zzz")
        stage.window.show_tab(name)
        target = tmp_path / f"{name}.csv"
        stage.answers.save = [target]
        stage.window.commands[command].trigger()
        stage.settle()
        with target.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
        assert len(rows) == 40
        assert "jenis_jabatan" in rows[0]


def test_one_row_is_copied_bare_and_several_with_their_titles(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    shown.table.setFocus(Qt.FocusReason.TabFocusReason)
    shown.table.choose(shown.table.records.id_of(3))
    press(Qt.Key.Key_C, CONTROL)
    (line,) = QApplication.clipboard().text().splitlines()
    assert line.split("\t")[0] == names(shown)[3]
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_C, CONTROL)
    head, *lines = QApplication.clipboard().text().splitlines()
    assert head.split("\t")[:2] == ["Nama", "NIP"]
    assert [one.split("\t")[0] for one in lines] == names(shown)[3:5]
    assert "mso-number-format:'\\@'" in QApplication.clipboard().mimeData().html()


def test_what_is_pasted_is_no_formula(stage: Stage, half: Path) -> None:
    stage.open(half)
    shown = page(stage, "Pegawai")
    roster = state_of(stage).roster
    object.__setattr__(roster, "jabatan", ("=HYPERLINK(1)", *roster.jabatan[1:]))
    shown.table.layout_of_columns.show_column("jabatan", shown=True)
    shown.bar.copy.click()
    cells = {cell for line in QApplication.clipboard().text().splitlines()
             for cell in line.split("\t")}  # fmt: skip
    assert "'=HYPERLINK(1)" in cells
    assert not any(cell.startswith("=") for cell in cells)
    markup = QApplication.clipboard().mimeData().html()
    assert "mso-number-format:'\\@'\">=HYPERLINK(1)</td>" in markup


# Perangkat daerah and import ----------------------------------------------------------------------


def test_part_of_a_name_means_the_best_one() -> None:
    units = ["Semua", "Badan Pangan dan Dinas", "Dinas Kesehatan", "Kecamatan Dinas", "Dinas"]
    assert best_match("dinas", units) == 4
    assert best_match("kesehat", units) == 2
    assert best_match("dinas k", units) == 2
    assert best_match("camat", units) == 3
    assert best_match("tidak", units) == -1
    assert best_match("  ", units) == -1
    assert best_match("din", units, 3) == 4


def test_enter_takes_the_perangkat_daerah_that_is_meant(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    chooser = stage.window.menu_row.opd
    field = chooser.lineEdit()
    assert isinstance(field, QLineEdit)
    chooser.setFocus(Qt.FocusReason.TabFocusReason)
    stage.settle()
    QTest.keyClicks(field, "inspek")
    completer = chooser.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup if popup.isVisible() else field, Qt.Key.Key_Return)
    stage.settle()
    assert stage.window.workspace.opd_name == "Inspektorat Daerah"
    assert field.text() == "Inspektorat Daerah"
    chooser.showPopup()
    QTest.keyClicks(chooser.view(), "sehat")
    assert str(chooser.view().currentIndex().data()) == "Dinas Kesehatan"
    QTest.keyClick(chooser.view(), Qt.Key.Key_Return)
    stage.settle()
    assert stage.window.workspace.opd_name == "Dinas Kesehatan"


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Kualifikasi", "riwayat pendidikan"),
        ("Kompetensi", "riwayat diklat"),
        ("Kinerja", "penilaian kinerja"),
        ("Disiplin", "hukuman disiplin"),
    ],
)
def test_a_dimension_s_import_says_what_sheet_it_expects(
    name: str, word: str, stage: Stage, half: Path, tmp_path: Path
) -> None:
    path = tmp_path / "salinan.ipasn"
    shutil.copy(half, path)
    stage.open(path)
    page(stage, name).import_wanted.emit()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    expected = dialog.berkas.expected  # type: ignore[attr-defined]
    assert expected.isVisible()
    assert f"Lembar {word}" in expected.text()
    dialog.close()
    stage.settle()
