"""The tabs that list people: search, filters, columns, pane, copying, and what is not there."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipasn_core.formatting import format_nip
from ipasn_core.model.scores import InstrumentScore, State
from ipasn_core.model.vocab import JenisJabatan
from ipasn_core.scoring.year_state import YearState
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.current import load_current
from ipasn_core.workflow.years import add_year
from ipasn_gui.models.cell_words import printed
from ipasn_gui.models.check_rows import COUNT_ROLE
from ipasn_gui.models.identity_columns import incomplete
from ipasn_gui.models.people_columns import everybody, of_dimension
from ipasn_gui.models.people_filter import BELUM_LENGKAP, DI_BAWAH, ORANG, values_of
from ipasn_gui.models.people_index import PeopleIndex
from ipasn_gui.models.record_table import Column, Records, RecordTable, Tone, column_name
from ipasn_gui.tabs.tab import Chosen
from ipasn_gui.widgets import table_copy
from ipasn_gui.widgets.people_page import PeoplePage
from tests.shots.screens_pegawai import DIMENSI, faulty_project, half_project, page
from tests.shots.stage import CONTEXT, Stage

SITI = "198203212011072700"
TABS = ("Pegawai", *DIMENSI)


def state_of(stage: Stage) -> YearState:
    current = stage.window.workspace.current
    assert current is not None
    return current.state


def year(path: Path) -> YearState:
    """Load a project's year without a window."""
    with open_project(path) as project:
        return load_current(project, None).state


def scores_of(state: YearState, instrumen: str) -> InstrumentScore:
    return next(one for one in state.scores.instrumen if one.id == instrumen)


def names(shown: PeoplePage) -> list[str]:
    model = shown.table.records
    at = next(k for k, one in enumerate(model.columns) if one.key == "nama")
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def column_of(records: Records, key: str) -> Column:
    return next(one for one in records.columns if one.key == key)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty people of whom only their identity is known."""
    return faulty_project(tmp_path_factory.mktemp("tanpa") / "Tanpa data.ipasn", 30)


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty people, half of them with data, some not measured."""
    return half_project(tmp_path_factory.mktemp("setengah") / "Setengah.ipasn")


# Empty, one, many, all faulty ---------------------------------------------------------------------


def test_nobody_in_the_year_offers_to_import(stage: Stage, empty: Path, qtbot: QtBot) -> None:
    stage.open(empty)
    for name in TABS:
        shown = page(stage, name)
        shown.import_wanted.disconnect()
        assert shown.nobody.isVisible()
        assert not shown.list.isVisible()
        assert not shown.pane.isVisible()
        assert shown.areas() == [shown.nobody.primary]
        with qtbot.waitSignal(shown.import_wanted):
            shown.nobody.primary.click()


def test_one_person(stage: Stage, tmp_path: Path) -> None:
    stage.open(faulty_project(tmp_path / "Satu.ipasn", 1))
    for name in TABS:
        shown = page(stage, name)
        if shown.instead is not None:
            shown.instead.secondary.click()
        assert shown.table.records.rowCount() == 1
        assert shown.table.person() == stage.window.workspace.person
        assert names(shown)[0].startswith("Prof. Dr. Ir.")


def test_everybody_of_the_sample(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    for name in TABS:
        shown = page(stage, name)
        model = shown.table.records
        assert model.rowCount() == 3395
        assert names(shown) == sorted(names(shown), key=str.casefold)
        assert not shown.bar.chips[BELUM_LENGKAP].isVisible()
        texts = [
            model.index(row, at).data()
            for row in range(0, 3395, 97)
            for at in range(1, model.columnCount())
        ]
        assert all(texts)


def test_people_without_data_are_told_apart_from_zero(stage: Stage, faulty: Path) -> None:
    stage.open(faulty)
    for name in DIMENSI:
        shown = page(stage, name)
        assert shown.unknown is not None
        assert shown.unknown.isVisible()
        assert shown.unknown.accessibleName() == f"Belum ada data {name.lower()}"
        shown.unknown.secondary.click()
        assert shown.list.isVisible()
        model = shown.table.records
        record = model.record(0)
        assert model.columns[0].text(record) == "belum lengkap"
        spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith("Belum lengkap: ")
        tones = {one.text(record): one.tone(record) for one in model.columns}
        assert tones["kosong"] is Tone.MISSING
        assert tones["0,00"] is Tone.QUIET
        assert shown.bar.chips[BELUM_LENGKAP].text() == "Belum lengkap · 30"


def test_nothing_zero_and_not_applicable(half: Path) -> None:
    state = year(half)
    records = of_dimension(PeopleIndex(state), 1)
    lacking, measured = incomplete(state, 1), state.scores.diukur
    assert lacking.any()
    assert (~measured).any()
    unknown = scores_of(state, "diklat_teknis").keadaan == State.BELUM_ADA
    missing = int(np.flatnonzero(unknown & lacking)[0])
    hours, total = column_of(records, "diklat_teknis_nilai"), column_of(records, "kompetensi")
    assert (hours.text(missing), hours.tone(missing)) == ("kosong", Tone.MISSING)
    assert (total.text(missing), total.tone(missing)) == ("0,00", Tone.QUIET)
    outside = int(np.flatnonzero(~measured)[0])
    assert {column_of(records, key).text(outside) for key in ("seminar_poin", "kompetensi")} == {
        "–"
    }
    whole = everybody(PeopleIndex(state))
    assert column_of(whole, "kategori").text(outside) == "–"
    assert column_of(whole, "tanda").text(outside) == ""
    order = hours.order()
    known = int(np.flatnonzero(measured & ~lacking)[0])
    assert order[outside] < order[missing] < order[known]


def test_every_figure_is_the_core_s(sample: Path) -> None:
    state = year(sample)
    index = PeopleIndex(state)
    whole = everybody(index)
    for place, dimensi in enumerate(state.edition.dimensi):
        own = column_of(of_dimension(index, place), dimensi.id)
        beside = column_of(whole, dimensi.id)
        for record in range(0, len(state.roster), 31):
            figure = printed(int(state.scores.dimensi[place, record]))
            assert own.text(record) == beside.text(record) == figure
    for record in range(0, len(state.roster), 31):
        assert column_of(whole, "indeks").text(record) == printed(int(state.scores.indeks[record]))
        kategori = state.edition.kategori[state.scores.kategori[record]].nama
        assert column_of(whole, "kategori").text(record) == kategori


@pytest.mark.parametrize(
    ("place", "heads"),
    [
        (0, ["Pendidikan", "Kualifikasi"]),
        (
            1,
            [
                "Diklat jabatan: Pim",
                "Diklat jabatan: Fungsional",
                "Diklat teknis: JP",
                "Diklat teknis: Poin",
                "Seminar: Poin",
                "Kompetensi: Jumlah",
            ],
        ),
        (2, ["Nilai", "Golongan nilai", "Kinerja"]),
        (3, ["Hukuman terberat", "Disiplin"]),
    ],
)
def test_a_dimension_has_the_columns_of_its_instruments(
    place: int, heads: list[str], half: Path
) -> None:
    columns = of_dimension(PeopleIndex(year(half)), place).columns
    said = [column_name(one) for one in columns]
    assert said[-len(heads) :] == heads
    assert said[:4] == ["Belum lengkap", "Nama", "NIP", "Jenis jabatan"]
    extra = [column_name(one) for one in columns if one.extra]
    assert {"Status", "Jenjang", "Jenis kelamin", "Data kosong", "Temuan", "Kategori"} <= set(extra)


def test_every_column_sorts_as_its_values_do(half: Path) -> None:
    index = PeopleIndex(year(half))
    everyone = np.ones(len(index.state.roster), np.bool_)
    for records in (everybody(index), *(of_dimension(index, place) for place in range(4))):
        model = RecordTable()
        model.show_records(records, everyone)
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        tester = QAbstractItemModelTester(model, mode)
        for column in records.columns:
            model.sort_by(column.key)
            keys = column.order()
            rows = [model.record(row) for row in range(model.rowCount())]
            assert all(keys[a] <= keys[b] for a, b in itertools.pairwise(rows)), column.key
        assert tester.model() is model


# Search and filters -------------------------------------------------------------------------------


def test_search_as_you_type_over_name_nip_unit_and_post(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    roster = state_of(stage).roster
    at = int(roster.nip.searchsorted(int(SITI)))
    for text in (SITI, format_nip(SITI), SITI[4:12], roster.nama[at].upper()):
        shown.bar.field.setText(text)
        assert roster.nama[at] in names(shown)
    # Figures that follow each other are one number, not several.
    shown.bar.field.setText(" ".join(reversed(format_nip(SITI).split())))
    assert shown.table.records.rowCount() == 0
    unit = roster.opd_nama[int(roster.keadaan["opd"][at])]
    shown.bar.field.setText(f"{unit.casefold()} {roster.nama[at].split()[0]}")
    found = shown.table.records
    assert 0 < found.rowCount() < 3395
    assert shown.bar.found.text() == f"{found.rowCount()} pegawai"
    for row in range(found.rowCount()):
        assert int(roster.keadaan["opd"][found.record(row)]) == int(roster.keadaan["opd"][at])


def test_no_match_names_what_keeps_everybody_out_and_clears_it(
    stage: Stage, sample: Path, qtbot: QtBot
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    workspace = stage.window.workspace
    workspace.choose_opd(state_of(stage).roster.opd_nama.index("Inspektorat Daerah"))
    shown.bar.chips[DI_BAWAH].click()
    shown.bar.field.setText("tidak ada")
    assert shown.no_match.isVisible()
    said = shown.no_match.accessibleName()
    assert said == "Tidak ada pegawai yang cocok dengan “tidak ada” di Inspektorat Daerah"
    assert "Di bawah 75" in shown.no_match.accessibleDescription()
    QTest.mouseClick(shown.no_match.secondary, Qt.MouseButton.LeftButton)
    assert not shown.no_match.isVisible()
    assert shown.table.records.rowCount() == len(workspace.people)
    assert not shown.bar.chosen.any


def test_chips_count_and_filter_and_are_taken_off_one_by_one(
    stage: Stage, sample: Path, qtbot: QtBot
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    bar, state = shown.bar, state_of(stage)
    assert bar.chips[DI_BAWAH].text() == "Di bawah 75 · 1.643"
    bar.chips[DI_BAWAH].click()
    assert bar.chips[DI_BAWAH].property("active")
    assert shown.table.records.rowCount() == 1643
    assert not bar.clear.isVisible()
    pelaksana = state.roster.keadaan["jenis_jabatan"] == JenisJabatan.PELAKSANA
    kind = bar.chips[values_of("jenis_jabatan")]
    kind.click()
    assert bar.list.isVisible()
    rows = {bar.list.rows.index(k).data(): bar.list.rows.index(k) for k in range(4)}
    assert rows["Pelaksana"].data(COUNT_ROLE) == f"{pelaksana.sum():,}".replace(",", ".")
    place = bar.list.view.visualRect(rows["Pelaksana"]).center()
    QTest.mouseClick(bar.list.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    bar.list.close()
    below = state.scores.indeks < 75_000
    assert shown.table.records.rowCount() == int((pelaksana & below).sum())
    assert bar.clear.isVisible()
    QTest.mouseClick(kind, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert shown.table.records.rowCount() == 1643
    QTest.keyClick(bar.chips[DI_BAWAH], Qt.Key.Key_Delete)
    assert shown.table.records.rowCount() == 3395


def test_the_people_behind_a_figure_are_listed_and_can_be_let_go(
    stage: Stage, sample: Path
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    shown.bar.field.setText("siti")
    ids = state_of(stage).roster.id[100:120]
    stage.window.show_people(Chosen("Kategori Sedang", ids))
    assert shown.bar.field.text() == ""
    assert shown.bar.chips[ORANG].text() == "Kategori Sedang · 20"
    model = shown.table.records
    assert {model.id_of(row) for row in range(model.rowCount())} == set(ids.tolist())
    shown.bar.chips[ORANG].click()
    assert model.rowCount() == 3395
    assert not shown.bar.chips[ORANG].isVisible()


def test_a_narrow_bar_cuts_nothing(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    ids = state_of(stage).roster.id[:50]
    shown.show_only("Perangkat daerah di bawah rata-rata instansi dan belum lengkap datanya", ids)
    bar = shown.bar
    bar.chips[DI_BAWAH].click()
    bar.choose(bar.chosen.with_values("golongan", ["III/a"]).with_values("kategori", ["Sedang"]))
    bar.choose(bar.chosen.with_values("opd", ["Dinas Pendidikan dan Kebudayaan"]))
    for width in (960, 1366):
        stage.window.resize(width, 492)
        stage.settle()
        parts = [bar.field, bar.more, *bar.chips.values(), bar.clear, bar.found]
        parts += [bar.columns, bar.copy, bar.export, bar.import_]
        seen = [part for part in parts if part.isVisible()]
        places = [part.geometry().adjusted(-4, -2, 4, 2) for part in seen]
        assert not any(a.intersects(b) for a, b in itertools.combinations(places, 2))
        assert all(bar.rect().contains(part.geometry()) for part in seen)
        assert all(part.width() >= part.minimumSizeHint().width() for part in seen)
        assert {bar.chips[name] for name in bar.chosen.on} <= set(seen)
        assert shown.table.geometry().top() == bar.height()
    bar.clear.click()
    assert bar.height() == 48
    assert QApplication.focusWidget() is bar.field


def test_a_perangkat_daerah_holds_in_every_tab_and_a_swap_keeps_the_person(
    stage: Stage, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "salinan.ipasn"
    shutil.copy(sample, path)
    stage.open(path)
    shown, workspace = page(stage, "Pegawai"), stage.window.workspace
    roster = state_of(stage).roster
    place = roster.opd_nama.index("Inspektorat Daerah")
    workspace.choose_opd(place)
    many = len(workspace.people)
    person = int(roster.id[workspace.people[3]])
    workspace.choose_person(person)
    for name in (*DIMENSI, "Pegawai"):
        other = page(stage, name)
        assert other.table.records.rowCount() == many
        assert other.table.person() == person
    shown.table.sort_people("indeks", falling=True)
    workspace.reload()
    stage.settle()
    assert shown.table.person() == person
    assert shown.table.chosen().tolist() == [person]


def test_another_project_begins_without_the_filters_of_the_one_before(
    stage: Stage, sample: Path, half: Path
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    shown.bar.field.setText("siti")
    shown.bar.chips[DI_BAWAH].click()
    shown.show_only("Kategori Sedang", state_of(stage).roster.id[:3])
    stage.open(half)
    assert page(stage, "Pegawai") is shown
    assert not shown.bar.chosen.any
    assert shown.bar.field.text() == ""
    assert shown.table.records.rowCount() == 40
    assert shown.table.person() == stage.window.workspace.person != 0


def test_another_year_lists_nobody_for_what_they_were_in_this_one(
    stage: Stage, half: Path, tmp_path: Path
) -> None:
    path = tmp_path / "dua tahun.ipasn"
    shutil.copy(half, path)
    with open_project(path, CONTEXT) as project:
        add_year(project, CONTEXT, 2022, None, None, None)
    stage.open(path)
    stage.window.workspace.choose_year(2021)
    stage.settle()
    shown = page(stage, "Pegawai")
    shown.show_only("Kategori Sedang", state_of(stage).roster.id[:3])
    assert shown.table.records.rowCount() == 3
    stage.window.workspace.reload()
    stage.settle()
    assert shown.bar.chosen.judul == "Kategori Sedang"
    stage.window.workspace.choose_year(2022)
    stage.settle()
    assert not shown.bar.chosen.any


# Pane and keys ------------------------------------------------------------------------------------


def test_the_same_person_in_table_pane_and_every_tab(
    stage: Stage, sample: Path, qtbot: QtBot
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    workspace = stage.window.workspace
    assert shown.pane.isVisible()
    assert workspace.person == shown.table.records.id_of(0)
    shown.table.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down)
    assert workspace.person == shown.table.records.id_of(1)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert workspace.person == shown.table.records.id_of(2)
    shown.bar.field.setFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert workspace.person == shown.table.records.id_of(1)
    shown.pane.next_wanted.emit()
    stage.settle()
    assert workspace.person == shown.table.records.id_of(2)
    assert shown.pane.head.name.text() == names(shown)[2]


def test_escape_clears_the_search_then_closes_the_pane(
    stage: Stage, sample: Path, qtbot: QtBot
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    stage.window.commands["cari"].trigger()
    assert QApplication.focusWidget() is shown.bar.field
    QTest.keyClicks(shown.bar.field, "siti")
    press(Qt.Key.Key_Escape)
    assert shown.bar.field.text() == ""
    assert shown.pane.isVisible()
    press(Qt.Key.Key_Escape)
    assert not shown.pane.isVisible()
    stage.window.commands["panel"].trigger()
    assert shown.pane.isVisible()


def test_enter_leads_from_the_search_into_the_table_and_opens_the_pane(
    stage: Stage, sample: Path, qtbot: QtBot
) -> None:
    stage.open(sample)
    shown = page(stage, "Kinerja")
    shown.show_pane(shown=False)
    shown.search()
    QTest.keyClicks(shown.bar.field, "siti")
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is shown.table
    press(Qt.Key.Key_Return)
    assert shown.pane.isVisible()
    shown.pane.closed.emit()
    assert not shown.pane.isVisible()


def test_a_narrow_window_lays_the_pane_over_the_table_closed_at_first(
    stage: Stage, sample: Path
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    assert shown.list.width() == shown.width() - shown.pane.width()
    stage.window.resize(960, 492)
    stage.settle()
    assert not shown.pane.isVisible()
    shown.toggle_pane()
    assert shown.pane.isVisible()
    assert shown.list.width() == shown.width()
    assert shown.pane.geometry().right() == shown.width() - 1
    stage.window.resize(1366, 688)
    stage.settle()
    assert shown.pane.isVisible()
    assert shown.list.width() == shown.width() - shown.pane.width()


def test_the_edge_of_the_pane_moves_within_its_bounds(
    stage: Stage, sample: Path, qtbot: QtBot
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    for x, width in ((100, 520), (shown.width() - 450, 450), (shown.width(), 330)):
        shown.edge.moved.emit(x)
        assert shown.pane.width() == width


def test_f6_goes_through_search_table_and_pane(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    assert shown.table.accessibleName() == "Daftar pegawai"
    assert shown.bar.field.accessibleName() == "Cari pegawai"
    assert shown.areas()[:2] == [shown.bar.field, shown.table]
    assert shown.pane.isAncestorOf(shown.areas()[2])
    shown.show_pane(shown=False)
    assert len(shown.areas()) == 2


# Copying, columns, menu ---------------------------------------------------------------------------


def test_rows_are_copied_as_a_spreadsheet_takes_them(
    stage: Stage, sample: Path, qtbot: QtBot
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    shown.bar.field.setText(SITI)
    shown.table.selectAll()
    QTest.keyClick(shown.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QApplication.clipboard()
    cells = clipboard.text().rstrip("\n").split("\t")
    roster, scores = state_of(stage).roster, state_of(stage).scores
    at = int(roster.nip.searchsorted(int(SITI)))
    assert cells[:2] == [roster.nama[at], SITI]
    assert printed(int(scores.indeks[at])) in cells
    markup = clipboard.mimeData().html()
    assert f">{SITI}</td>" in markup
    assert "mso-number-format:'\\@'" in markup
    shown.bar.copy.click()
    lines = clipboard.text().rstrip("\n").split("\n")
    assert lines[0].split("\t")[:2] == ["Nama", "NIP"]
    assert len(lines) == 2


def test_many_rows_are_copied_by_a_job(
    stage: Stage, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.open(sample)
    monkeypatch.setattr(table_copy, "_AT_ONCE", 100)
    shown = page(stage, "Pegawai")
    shown.bar.copy.click()
    assert stage.window.workspace.jobs.busy
    stage.settle()
    assert len(QApplication.clipboard().text().splitlines()) == 3396
    assert stage.window.toast.text.text() == "3.395 baris disalin."


def test_the_table_is_copied_whole_and_hidden_columns_are_left_out(
    stage: Stage, half: Path
) -> None:
    stage.open(half)
    shown = page(stage, "Kompetensi")
    shown.bar.columns.click()
    rows = shown.bar.list.rows
    at = {rows.index(k).data(): rows.index(k) for k in range(rows.rowCount())}
    assert "Nama" not in at
    jp = at["Diklat teknis: JP"]
    assert jp.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    shown.bar.list.view.clicked.emit(jp)
    shown.bar.list.close()
    shown.bar.copy.click()
    lines = QApplication.clipboard().text().rstrip("\n").split("\n")
    heads = lines[0].split("\t")
    assert len(lines) == 41
    assert "Diklat teknis: JP" not in heads
    assert "Diklat teknis: Poin" in heads
    assert all(len(line.split("\t")) == len(heads) for line in lines)


def test_the_context_menu_copies_opens_and_sorts(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    shown = page(stage, "Kompetensi")
    table = shown.table
    place = next(k for k, one in enumerate(table.records.columns) if one.key == "kompetensi")
    table.step(5)
    table.selectionModel().setCurrentIndex(
        table.records.index(5, place), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    person = table.person()
    menu = shown.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Buka panel\tEnter",
        "Salin baris\tCtrl+C",
        "Riwayat pegawai ini",
        "Betulkan NIP…",
        "Satukan dengan entri lain…",
        "Keluarkan dari tahun ini…",
        "Urutkan naik menurut Kompetensi: Jumlah",
        "Urutkan turun menurut Kompetensi: Jumlah",
        "Urutkan juga menurut Kompetensi: Jumlah",
        "Saring menurut Kompetensi: Jumlah…",
        "Geser kolom ke kiri",
        "Pilih kolom…",
    ]
    next(action for action in menu.actions() if "turun" in action.text()).trigger()
    assert (table.records.sorted_by, table.records.falling) == ("kompetensi", True)
    assert table.person() == person
    menu.close()
