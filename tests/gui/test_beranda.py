"""Beranda: every figure is the core's, and leads to its people."""

from __future__ import annotations

import shutil
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ipasn_core.model.scores import State
from ipasn_core.scoring.year_state import YearState
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.beside import change_of
from ipasn_core.workflow.years import add_year
from ipasn_gui import theme as t
from ipasn_gui.tabs.beranda import Beranda
from ipasn_gui.tabs.tab import Chosen
from ipasn_gui.widgets.chart_table import ChartModel
from ipasn_gui.widgets.chart_view import RowChart
from tests.shots.screens_beranda import beranda, crowd, lone, nobody_measured, show_year
from tests.shots.stage import CONTEXT, Stage, wait_for


def state_of(stage: Stage) -> YearState:
    current = stage.window.workspace.current
    assert current is not None
    return current.state


def click(chart: RowChart, at: int) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.rect_of(at).center())


def listen(tab: Beranda) -> list[Chosen]:
    heard: list[Chosen] = []
    tab.people_wanted.connect(heard.append)
    return heard


@pytest.fixture
def tab(stage: Stage, sample: Path) -> Beranda:
    stage.open(sample)
    return beranda(stage)


def test_the_sample_shows_what_the_report_prints(stage: Stage, tab: Beranda) -> None:
    page = tab.page
    assert page.index.figure.text() == "71,59"
    assert page.index.kategori.text() == "Sedang"
    assert page.index.reached.text_whole() == "capaian 95,44% dari target 75"
    assert [card.accessibleDescription() for card in page.cards] == [
        "Kualifikasi 12,13 dari 25; target 15; capaian 80,86%; kurang 2,87 poin.",
        "Kompetensi 30,57 dari 40; target 31; capaian 98,61%; kurang 0,43 poin.",
        "Kinerja 23,89 dari 30; target 25; capaian 95,56%; kurang 1,11 poin.",
        "Disiplin 4,99 dari 5; target 4; capaian 124,75%; melampaui target.",
    ]
    assert [row.sel[1] for row in page.kategori.rows] == ["8", "868", "942", "810", "767"]
    assert page.completeness.count.text() == "3.395 dari 3.395 pegawai lengkap"
    assert page.opd.chart.rows[0].sel[3] == "74,91"
    assert len(page.opd.chart.rows) == 31


def test_a_kategori_leads_to_its_people(stage: Stage, tab: Beranda) -> None:
    heard = listen(tab)
    click(tab.page.kategori, 0)
    state = state_of(stage)
    assert heard[0].judul == "Kategori Sangat Tinggi"
    expected = state.roster.id[state.scores.kategori == 0]
    assert heard[0].id.tolist() == expected.tolist()
    assert stage.window.tabs[stage.window.tab_row.current].judul == "Pegawai"


def test_the_keyboard_goes_through_perangkat_daerah_and_opens_one(tab: Beranda) -> None:
    heard, chart = listen(tab), tab.page.opd.chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.accessibleDescription() == chart.rows[0].kalimat
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription() == chart.rows[-1].kalimat
    assert tab.page.opd.view.verticalScrollBar().value() > 0
    QTest.keyClick(chart, Qt.Key.Key_Up)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert heard[0].judul == chart.rows[-2].label
    assert len(heard[0].id) == int(chart.rows[-2].sel[2])


def test_the_lowest_first_keeps_rank_and_people(tab: Beranda) -> None:
    best = tab.page.opd.chart.rows
    tab.page.opd.lowest.click()
    assert tab.page.opd.chart.rows == best[::-1]
    assert tab.page.opd.chart.rows[0].nomor == 31


def test_a_step_leads_to_its_people_and_signing_to_the_report(stage: Stage, tab: Beranda) -> None:
    heard = listen(tab)
    rows = tab.page.steps.steps.rows
    shown = [row for row in rows if row.isVisible()]
    assert shown[0] is rows[0]
    assert shown[-1] is rows[-1]
    assert [row.number.text() for row in shown] == [str(k + 1) for k in range(len(shown))]
    rows[0].link.click()
    assert (heard[0].judul, len(heard[0].id)) == ("Diklat teknis belum terpenuhi", 687)
    stage.window.show_tab("Beranda")
    rows[-1].link.click()
    assert stage.window.tabs[stage.window.tab_row.current].judul == "Laporan"


def test_a_card_leads_to_its_dimension(stage: Stage, tab: Beranda) -> None:
    tab.page.cards[2].setFocus()
    QTest.keyClick(tab.page.cards[2], Qt.Key.Key_Space)
    assert stage.window.tabs[stage.window.tab_row.current].judul == "Kinerja"


def test_a_chosen_perangkat_daerah_has_all_its_own_figures(stage: Stage, tab: Beranda) -> None:
    heard, workspace = listen(tab), stage.window.workspace
    state = state_of(stage)
    place = state.roster.opd_nama.index("Inspektorat Daerah")
    workspace.choose_opd(place)
    mine = state.roster.keadaan["opd"] == place
    index = Fraction(int(state.scores.indeks[mine].sum()), 1000 * int(mine.sum()))
    assert tab.page.index.figure.text() == "74,06"
    assert round(float(index), 2) == 74.06
    assert tab.page.index.heading.text_whole() == "Indeks 2021 · Inspektorat Daerah"
    click(tab.page.kategori, 1)
    tinggi = (state.scores.kategori == 1) & mine
    assert heard[0].id.tolist() == state.roster.id[tinggi].tolist()
    stage.window.show_tab("Beranda")
    # Another one than the chosen is chosen, not listed: the filter would hide its people.
    click(tab.page.opd.chart, 0)
    assert len(heard) == 1
    assert workspace.opd == tab.page.opd.chart.rows[0].kode


def test_the_same_values_stand_in_a_table(tab: Beranda, qtbot: QtBot) -> None:
    heard, panel = listen(tab), tab.page.distribution
    panel.button.click()
    assert panel.table.isVisible()
    assert not tab.page.kategori.isVisible()
    model = panel.table.records
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cells = [model.data(model.index(2, column)) for column in range(3)]
    assert cells == ["Sedang", "942", "27,7%"]
    panel.table.setCurrentIndex(model.index(2, 0))
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert heard[0].judul == "Kategori Sedang"
    assert panel.button.accessibleName() == "Tampilkan sebagai grafik"


def test_an_empty_table_of_a_chart_is_a_model_too(qapp: QApplication) -> None:
    model = ChartModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert (model.rowCount(), model.columnCount(), model.widest()) == (0, 0, 0)


def test_the_mouse_tints_a_row_and_tells_it_whole(stage: Stage, tab: Beranda) -> None:
    chart = tab.page.kategori
    middle = chart.rect_of(1).center()
    QTest.mouseMove(chart, middle)
    assert chart.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert chart.tip(1) == "Tinggi: 868 pegawai, 25,6%."
    assert chart.tip(-1) == ""


def test_below_1100_the_cards_stand_two_by_two_and_the_page_scrolls(
    stage: Stage, tab: Beranda
) -> None:
    stage.window.resize(1366, 688)
    stage.settle()
    assert tab.view.verticalScrollBar().maximum() == 0
    assert len({card.y() for card in tab.page.cards}) == 1
    stage.window.resize(960, 492)
    stage.settle()
    assert len({card.y() for card in tab.page.cards}) == 2
    assert tab.view.verticalScrollBar().maximum() > 0
    assert tab.page.opd.view.verticalScrollBar().maximum() == 0
    assert all(row.isVisible() for row in tab.page.steps.steps.rows)
    chart = tab.page.opd.chart
    wait_for(lambda: tab.page.opd.height() >= chart.height())
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert tab.view.verticalScrollBar().value() > 0
    assert chart.visibleRegion().intersects(chart.rect_of(30))


def test_forty_long_names_and_missing_data_stay_on_one_page(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    tab = show_year(stage, crowd())
    stage.window.resize(1366, 688)
    stage.settle()
    assert tab.view.verticalScrollBar().maximum() == 0
    assert len(tab.page.opd.chart.rows) == 40
    heard, chart = listen(tab), tab.page.completeness.chart
    click(chart, 0)
    state = state_of(stage)
    lacking = state.scores.diukur & (state.scores.instrumen[0].keadaan == State.BELUM_ADA)
    assert heard[0].judul == "Data pendidikan kosong"
    assert heard[0].id.tolist() == state.roster.id[lacking].tolist()


@pytest.fixture
def two_years(sample: Path, tmp_path: Path) -> Path:
    path = tmp_path / "dua tahun.ipasn"
    shutil.copy(sample, path)
    with open_project(path, CONTEXT) as project:
        add_year(project, CONTEXT, 2022, None, None, None)
    return path


def number(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").replace(",", "."))


def test_last_year_stands_under_the_index_and_in_the_cards(stage: Stage, two_years: Path) -> None:
    stage.open(two_years)
    tab = beranda(stage)
    stage.settle()
    page = tab.page
    assert page.index.beside.text() == "dibanding 2021"
    words = page.index.before.text()
    change, _, then, *_ = words.split()
    assert then == "71,59"
    # Whoever subtracts the printed figures gets the printed difference.
    assert number(change) == number(page.index.figure.text()) - number(then)
    for card in page.cards:
        then = card._before.text().removeprefix("2021: ")
        assert number(card._change.text()) == number(card._value.text()) - number(then)
        assert card.accessibleDescription().endswith(f"; tahun 2021 {then}, {card._change.text()}.")


def test_a_perangkat_daerah_is_compared_with_itself(stage: Stage, two_years: Path) -> None:
    stage.open(two_years)
    tab = beranda(stage)
    workspace = stage.window.workspace
    assert workspace.current is not None
    workspace.choose_opd(workspace.current.state.roster.opd_nama.index("Inspektorat Daerah"))
    stage.settle()
    assert tab.page.index.before.text().endswith(" dari 74,06 pada 2021")
    row = next(row for row in tab.page.opd.chart.rows if row.label == "Inspektorat Daerah")
    assert row.sel[5] == "74,06"
    assert tab.page.opd.chart.grafik is not None
    assert tab.page.opd.chart.grafik.kepala[-2:] == ("2021", "Perubahan")


def test_another_year_or_none_is_chosen_to_compare_with(stage: Stage, two_years: Path) -> None:
    stage.open(two_years)
    tab = beranda(stage)
    stage.window.workspace.choose_year(2021)
    stage.settle()
    beside = tab.page.index.beside
    assert beside.text() == "bandingkan"
    assert not tab.page.index.before.isVisible()
    assert [action.text() for action in beside.choices.actions()] == ["2022", "Tanpa pembanding"]
    beside.choices.actions()[0].trigger()
    stage.settle()
    assert tab.page.index.before.text().endswith(" pada 2022")
    beside.choices.actions()[1].trigger()
    stage.settle()
    assert not tab.page.index.before.isVisible()
    assert not tab.page.cards[0]._change.isVisible()


def test_printed_figures_are_subtracted_not_the_exact_ones() -> None:
    change = change_of(Fraction(5_005, 1000), Fraction(52_449, 1000), 2020)
    assert change is not None
    assert (change.dulu, change.selisih, change.naik) == ("52,45", "−47,44", False)
    same = change_of(Fraction(71_594, 1000), Fraction(71_586, 1000), 2020)
    assert same is not None
    assert (same.selisih, same.naik) == ("0,00", None)
    assert change_of(None, Fraction(1), 2020) is None


def test_people_without_perangkat_daerah_can_be_reached(
    stage: Stage, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "tanpa.ipasn"
    shutil.copy(sample, path)
    with open_project(path, CONTEXT) as project:
        someone = int(project.load_roster(2021).id[5])
        with project.change(CONTEXT, "uji") as writer:
            writer._db.run("UPDATE keadaan SET opd = NULL WHERE pegawai = ?", (someone,))
    stage.open(path)
    tab = beranda(stage)
    heard, page = listen(tab), tab.page
    assert page.opd.without.text() == "1 pegawai tanpa perangkat daerah tidak digambarkan"
    for size in ((1366, 688), (960, 492), (1366, 688)):
        stage.window.resize(*size)
        stage.settle()
        parting = page._grid.cellRect(1 if size[0] > 1000 else 3, 0).center().y()
        above = max(card.mapTo(page, card.rect().bottomLeft()).y() for card in page.cards)
        assert above < parting < min(page.opd.y(), page.distribution.y())
    page.opd.without.click()
    assert (heard[0].judul, heard[0].id.tolist()) == ("Tanpa perangkat daerah", [someone])


def test_one_person_without_targets(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    tab = show_year(stage, lone())
    assert tab.page.index.figure.text() == "0,00"
    assert tab.page.index.reached.text_whole() == "belum ada target"
    assert tab.page.cards[0].accessibleDescription() == "Kualifikasi 0,00 dari 25."
    assert tab.page.completeness.count.text() == "0 dari 1 pegawai lengkap"


def test_people_nobody_of_whom_is_measured(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    tab = show_year(stage, nobody_measured())
    assert tab.unmeasured.isVisible()
    assert tab.unmeasured.accessibleDescription().startswith("12 pegawai tercatat pada tahun 2021")
    tab.unmeasured.primary.click()
    assert stage.window.tabs[stage.window.tab_row.current].judul == "Pegawai"


def test_an_empty_project_offers_to_import(stage: Stage, empty: Path, qtbot: QtBot) -> None:
    stage.open(empty)
    tab = beranda(stage)
    assert tab.nobody.isVisible()
    wanted: list[None] = []
    tab.import_wanted.disconnect()
    tab.import_wanted.connect(lambda: wanted.append(None))
    tab.nobody.primary.click()
    assert len(wanted) == 1
    assert tab.areas() == [tab.nobody.primary]


def test_it_repaints_in_the_dark(stage: Stage, tab: Beranda) -> None:
    def ground_of(widget: QWidget) -> str:
        return widget.grab().toImage().pixelColor(2, widget.height() - 2).name()

    try:
        stage.theme.set_tokens(t.DARK)
        assert ground_of(tab) == t.DARK.surface.lower()
        bar = tab.page.kategori.grab().toImage()
        colors = {bar.pixelColor(x, y).name() for x in range(150, 260) for y in (42, 70)}
        assert t.DARK.kategori[1].lower() in colors
    finally:
        stage.theme.set_tokens(t.LIGHT)


def test_every_part_can_be_reached_by_f6(tab: Beranda) -> None:
    areas = tab.areas()
    assert areas[0] is tab.page.cards[0]
    assert tab.page.opd.chart in areas
    assert all(area.isVisible() for area in areas)
