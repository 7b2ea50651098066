"""The tab Rekapitulasi: its figures are those of `rekap`, and each leads to its people."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest
from PySide6.QtCore import QByteArray, QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from ipasn_core.formatting import format_int, format_number
from ipasn_core.reports.recap_groups import GROUPINGS, build
from ipasn_core.scoring.year_state import YearState
from ipasn_gui import theme as t
from ipasn_gui.models.record_table import RecordTable
from ipasn_gui.tabs.rekapitulasi import Rekapitulasi
from ipasn_gui.tabs.tab import Chosen
from ipasn_gui.widgets.page_image import Pages
from ipasn_gui.widgets.people_table import PeopleTable
from ipasn_gui.widgets.recap_bar import GRAFIK, SILANG, TABEL, RecapBar, RecapChoice, read_choice
from ipasn_gui.widgets.recap_page import RecapPage
from ipasn_gui.widgets.recap_rows import RecapRows
from tests.shots.screens_beranda import crowd, lone, nobody_measured
from tests.shots.screens_rekap import choose, recap_of, rekapitulasi
from tests.shots.stage import Stage
from tests.workflow.kantor import run

USUAL = RecapChoice()


@pytest.fixture
def tab(stage: Stage, sample: Path) -> Rekapitulasi:
    stage.open(sample)
    return rekapitulasi(stage)


@pytest.fixture
def page(tab: Rekapitulasi) -> RecapPage:
    return tab.page


def state_of(stage: Stage) -> YearState:
    current = stage.window.workspace.current
    assert current is not None
    return current.state


def place(model: RecordTable, key: str) -> int:
    return next(at for at, column in enumerate(model.columns) if column.key == key)


def cell(rows: RecapRows, row: int, key: str) -> QModelIndex:
    return rows.records.index(row, place(rows.records, key))


def shown(rows: RecapRows, key: str) -> list[str]:
    count = rows.records.rowCount()
    return [str(cell(rows, row, key).data()) for row in range(count)]


def listen(tab: Rekapitulasi) -> list[Chosen]:
    heard: list[Chosen] = []
    tab.people_wanted.connect(heard.append)
    return heard


def pick(bar: RecapBar, first: str | None = None, second: str | None = None) -> None:
    """Choose in the choosers as the mouse does."""
    for chooser, words in ((bar.first, first), (bar.second, second)):
        if words is not None:
            at = chooser.findText(words)
            assert at >= 0, words
            chooser.setCurrentIndex(at)
            chooser.activated.emit(at)


# What is shown ------------------------------------------------------------------------------------


def test_figures_are_those_of_the_command(page: RecapPage, sample: Path) -> None:
    rows, total = page.table.rows, page.table.total
    for key in GROUPINGS:
        choose(page, replace(USUAL, per=key))
        answer = run("rekap", sample, "--per", key, "--json").json
        assert shown(rows, "kelompok") == [one[key] for one in answer["kelompok"]]
        for row, one in enumerate(answer["kelompok"]):
            assert_row(rows, row, one)
        assert_row(total, 0, answer["instansi"])


def assert_row(rows: RecapRows, row: int, told: dict[str, Any]) -> None:
    assert cell(rows, row, "jumlah").data() == format_int(told["jumlah"])
    for dimensi, values in told["dimensi"].items():
        assert str(cell(rows, row, dimensi).data()).replace(",", ".") == values["nilai"]
    assert str(cell(rows, row, "indeks").data()).replace(",", ".") == told["indeks"]
    assert cell(rows, row, "kategori").data() == told["kategori"]
    assert cell(rows, row, "belum").data() == format_int(told["belum_lengkap"])


def test_two_keys_are_those_of_the_command(page: RecapPage, sample: Path) -> None:
    pick(page.bar, second="Jenis jabatan")
    answer = run("rekap", sample, "--per", "opd", "--dan", "jenis_jabatan", "--json").json
    told = {(one["opd"], one["jenis_jabatan"]): one for one in answer["kelompok"]}
    rows = page.table.rows
    group, seen = "", 0
    for row in range(rows.records.rowCount()):
        index = cell(rows, row, "kelompok")
        words = str(index.data(Qt.ItemDataRole.AccessibleTextRole)).split(", ")
        name = str(index.data())
        if name in {part for _, part in told}:
            assert_row(rows, row, told[group, name])
            assert words[-1] == name
            assert len(words) > 1
            seen += 1
        else:
            group = name
    assert seen == len(told)


def test_the_deviation_is_signed_and_told(stage: Stage, page: RecapPage) -> None:
    page.table.sort("selisih", falling=False)
    rows = page.table.rows
    lowest, highest = cell(rows, 0, "selisih"), cell(rows, rows.records.rowCount() - 1, "selisih")
    assert (str(lowest.data())[0], str(highest.data())[0]) == ("−", "+")
    spoken = lowest.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{lowest.data()} dari Pemerintah Kota Bontang 71,59"
    shares = [rows.records.columns[lowest.column()].share] * 2
    assert shares[0] is not None
    values = [shares[0](record) for record in range(rows.records.rowCount())]
    assert max(abs(value) for value in values) == 1000
    assert min(values) < 0 < max(values)


def test_the_filter_of_the_window_holds(stage: Stage, page: RecapPage) -> None:
    state = state_of(stage)
    opd = state.roster.opd_nama.index("Dinas Kesehatan")
    stage.window.workspace.choose_opd(opd)
    assert shown(page.table.rows, "kelompok") == ["Dinas Kesehatan"]
    assert shown(page.table.total, "kelompok") == ["Dinas Kesehatan"]
    assert shown(page.table.total, "jumlah") == ["498"]
    assert "satu perangkat daerah" in page.note.text()
    pick(page.bar, second="Jenjang")
    group = stage.window.workspace.group
    assert group is not None
    assert group.indeks is not None
    assert shown(page.table.total, "indeks") == [format_number(group.indeks, 2)]
    # Held against the agency still, not against itself.
    assert shown(page.table.total, "selisih") == ["+0,46"]


# Order and place ----------------------------------------------------------------------------------


def test_parts_stay_below_their_group_however_sorted(page: RecapPage) -> None:
    pick(page.bar, second="Jenis jabatan")
    recap = page.recap
    assert recap is not None
    for key in ("kelompok", "jumlah", "indeks", "selisih", "kategori", "di_bawah_persen"):
        for falling in (False, True):
            page.table.sort(key, falling=falling)
            rows = page.rows_as_seen(TABEL)
            groups = [row for row in rows if len(row.kunci) == 1]
            if key == "indeks":
                values = [row.indeks for row in groups]
                assert values == sorted(values, reverse=falling)
            at = 0
            for group in groups:
                parts = recap.bagian[recap.kelompok.index(group)]
                assert rows[at] is group
                below = rows[at + 1 : at + 1 + len(parts)]
                assert set(below) == set(parts)
                if key == "jumlah":
                    counts = [row.kelompok.jumlah for row in below]
                    assert counts == sorted(counts, reverse=falling)
                at += 1 + len(parts)
            assert at == len(rows)


def test_the_current_group_stays_so(stage: Stage, page: RecapPage) -> None:
    rows = page.table.rows
    rows.choose(5)
    name = rows.currentIndex().siblingAtColumn(0).data()
    page.table.sort("indeks", falling=True)
    assert rows.currentIndex().siblingAtColumn(0).data() == name
    page.refresh()
    assert rows.currentIndex().siblingAtColumn(0).data() == name
    assert len(rows.selectionModel().selectedRows()) == 1


def test_no_half_row_above_the_foot(stage: Stage, page: RecapPage) -> None:
    table = page.table
    for size in ((1366, 688), (960, 492), (1180, 555)):
        stage.window.resize(*size)
        for second in ("(tidak dibagi lagi)", "Jenis jabatan"):
            pick(page.bar, second=second)
            stage.settle()
            assert (table.rows.height() - table.rows.head_height()) % t.ROW == 0
            assert table.total.geometry().bottom() < table.height()
            assert table.total.y() == table.rows.height() + 1
            for at in range(table.rows.records.columnCount()):
                assert table.total.isColumnHidden(at) == table.rows.isColumnHidden(at)
                assert table.total.columnWidth(at) == table.rows.columnWidth(at)


def test_columns_are_chosen_at_their_titles(stage: Stage, page: RecapPage) -> None:
    table = page.table
    at = place(table.rows.records, "belum")
    assert table.rows.isColumnHidden(at)
    menu = table.column_menu(place(table.rows.records, "indeks"))
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Belum lengkap"].isChecked()
    actions["Belum lengkap"].trigger()
    assert not table.rows.isColumnHidden(at)
    assert not table.total.isColumnHidden(at)
    actions["Urutkan turun menurut Nilai rata-rata: Indeks"].trigger()
    assert (table.rows.records.sorted_by, table.rows.records.falling) == ("indeks", True)
    actions["Nilai rata-rata: Disiplin"].trigger()
    assert table.total.isColumnHidden(place(table.total.records, "disiplin"))
    menu.deleteLater()


def test_the_foot_scrolls_along(stage: Stage, page: RecapPage) -> None:
    stage.window.resize(960, 492)
    stage.settle()
    bar = page.table.rows.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    edges = [
        part.columnViewportPosition(place(part.records, "di_bawah"))
        for part in (page.table.rows, page.table.total)
    ]
    assert edges[0] == edges[1]


def test_models_are_sound(page: RecapPage) -> None:
    tables = [page.table, page.cross]
    parts = [part.records for table in tables for part in (table.rows, table.total)]
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [QAbstractItemModelTester(model, mode) for model in parts]
    for choice in (
        replace(USUAL, dan="golongan", tampilan=SILANG),
        RecapChoice("kategori", "status", SILANG, "pegawai"),
        replace(USUAL, dan="pendidikan"),
        USUAL,
    ):
        choose(page, choice)
        page.table.sort("indeks", falling=True)
        page.table.sort("kelompok", falling=False)
    assert [tester.model() for tester in testers] == parts


def test_many_people_are_summed_up_in_a_job(
    stage: Stage, page: RecapPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ipasn_gui.widgets.recap_page._AT_ONCE", 10)
    before = shown(page.table.rows, "indeks")
    pick(page.bar, second="Jenjang")
    assert page.sheet() is None
    pick(page.bar, first="Golongan")
    pick(page.bar, first="Perangkat daerah", second="(tidak dibagi lagi)")
    page.bar.views[GRAFIK].click()
    page.bar.views[TABEL].click()
    stage.settle()
    assert shown(page.table.rows, "indeks") == before
    assert page.recap is not None
    assert page.recap.per == ("opd",)


# Cross table and chart ----------------------------------------------------------------------------


def test_a_cross_table_shows_every_pair(stage: Stage, page: RecapPage) -> None:
    choose(page, RecapChoice("jenjang", "jenis_kelamin", SILANG, "pegawai"))
    recap = build(state_of(stage), ("jenjang", "jenis_kelamin"))
    rows = page.cross.rows
    assert shown(rows, "kelompok") == [row.kunci[0] for row in recap.kelompok]
    assert shown(rows, "seluruhnya") == [format_int(r.kelompok.jumlah) for r in recap.kelompok]
    assert shown(page.cross.total, "seluruhnya") == ["3.395"]
    men = {row.kunci[0]: row.kelompok.jumlah for row in recap.daun if row.kunci[1] == "Laki-laki"}
    told = dict(zip(shown(rows, "kelompok"), shown(rows, "bagian:Laki-laki"), strict=True))
    assert told == {
        row.kunci[0]: format_int(men[row.kunci[0]]) if row.kunci[0] in men else "–"
        for row in recap.kelompok
    }


def test_a_pair_without_people_opens_nothing(stage: Stage, tab: Rekapitulasi) -> None:
    page, heard = tab.page, listen(tab)
    choose(page, replace(USUAL, dan="golongan", tampilan=SILANG))
    rows = page.cross.rows
    empty = [
        rows.records.index(row, at)
        for row in range(rows.records.rowCount())
        for at in range(rows.records.columnCount())
        if rows.records.index(row, at).data() == "–"
    ]
    assert empty
    assert empty[0].data(Qt.ItemDataRole.AccessibleTextRole) == "tidak ada pegawai"
    rows.open(empty[0])
    assert heard == []


def test_silang_needs_two_keys(page: RecapPage) -> None:
    assert page.bar.views[SILANG].isHidden()
    pick(page.bar, second="Status")
    assert not page.bar.views[SILANG].isHidden()
    page.bar.views[SILANG].click()
    assert page.views.currentWidget() is page.cross
    pick(page.bar, second="(tidak dibagi lagi)")
    assert page.views.currentWidget() is page.table
    assert page.bar.views[TABEL].isChecked()


def test_the_second_key_is_never_the_first(page: RecapPage) -> None:
    pick(page.bar, second="Jenjang")
    assert page.bar.second.findText("Perangkat daerah") < 0
    pick(page.bar, first="Jenjang")
    assert page.bar.choice.keys == ("jenjang",)
    assert page.bar.second.findText("Jenjang") < 0


def test_the_chart_lists_groups_as_the_table_does(stage: Stage, page: RecapPage) -> None:
    page.table.sort("indeks", falling=True)
    names = shown(page.table.rows, "kelompok")
    page.bar.views[GRAFIK].click()
    assert [row.label for row in page.chart.chart.rows] == names
    assert page.chart.dots.isVisible()
    assert "Sumbu tidak mulai dari 0." in page.note.text()
    page.bar.value.setCurrentIndex(page.bar.value.findData("pegawai"))
    page.bar.value.activated.emit(page.bar.value.currentIndex())
    assert page.chart.bars.isVisible()
    assert "Sumbu" not in page.note.text()
    assert page.chart.chart.accessibleName() == "Pegawai menurut perangkat daerah"


# People -------------------------------------------------------------------------------------------


def test_a_row_opens_its_people(stage: Stage, page: RecapPage) -> None:
    state = state_of(stage)
    rows = page.table.rows
    at = shown(rows, "kelompok").index("Dinas Kesehatan")
    index = cell(rows, at, "indeks")
    rows.scrollTo(index)
    where = rows.visualRect(index).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    stage.settle()
    assert stage.window.tabs[stage.window.tab_row.current].judul == "Pegawai"
    opd = state.roster.opd_nama.index("Dinas Kesehatan")
    mine = state.roster.id[state.roster.keadaan["opd"] == opd]
    table = stage.window.tabs[1].findChild(PeopleTable)
    assert table is not None
    listed = table.records
    assert {listed.id_of(row) for row in range(listed.rowCount())} == set(mine.tolist())


def test_enter_opens_what_the_column_counts(stage: Stage, tab: Rekapitulasi) -> None:
    page, heard, state = tab.page, listen(tab), state_of(stage)
    pick(page.bar, second="Jenis jabatan")
    rows = page.table.rows
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    rows.choose(1, place(rows.records, "di_bawah"))
    count = cell(rows, 1, "di_bawah").data()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert heard[-1].judul == "Sekretariat Daerah, Struktural, di bawah target 75"
    assert format_int(len(heard[-1].id)) == count
    points = state.scores.indeks[np.isin(state.roster.id, heard[-1].id)]
    assert (points < 75_000).all()
    page.table.total.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.table.total, Qt.Key.Key_Return)
    assert (heard[-1].judul, len(heard[-1].id)) == ("Pemerintah Kota Bontang", 3395)


def test_cells_of_a_cross_table_open_their_people(stage: Stage, tab: Rekapitulasi) -> None:
    page, heard = tab.page, listen(tab)
    choose(page, RecapChoice("opd", "jenis_jabatan", SILANG, "pegawai"))
    rows, total = page.cross.rows, page.cross.total
    for part, row, key, judul in (
        (rows, 0, "bagian:Pelaksana", "Sekretariat Daerah, Pelaksana"),
        (rows, 0, "seluruhnya", "Sekretariat Daerah"),
        (total, 0, "bagian:Pelaksana", "Pelaksana"),
        (total, 0, "seluruhnya", "Pemerintah Kota Bontang"),
    ):
        index = cell(part, row, key)
        part.open(index)
        assert heard[-1].judul == judul
        assert format_int(len(heard[-1].id)) == index.data()


def test_a_mark_of_the_chart_opens_its_people(stage: Stage, tab: Rekapitulasi) -> None:
    page, heard = tab.page, listen(tab)
    choose(page, RecapChoice("opd", "jenis_jabatan", GRAFIK, "di_bawah"))
    chart = page.chart.chart
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.rect_of(1).center())
    assert heard[-1].judul == "Sekretariat Daerah, Struktural, di bawah target 75"
    assert format_int(len(heard[-1].id)) == chart.rows[1].sel[2]


# Ways out -----------------------------------------------------------------------------------------


def test_copying_takes_heads_and_numbers(stage: Stage, page: RecapPage) -> None:
    page.bar.copy.click()
    text = stage.app.clipboard().text()
    lines = [line.split("\t") for line in text.splitlines()]
    assert lines[0][:3] == ["Perangkat daerah", "Pegawai", "Nilai rata-rata: Kualifikasi"]
    assert len(lines) == 1 + 31 + 1
    assert lines[-1][:2] == ["Pemerintah Kota Bontang", "3395"]
    assert lines[1][lines[0].index("Selisih dari instansi")] == "-0,58"
    assert "<th>Pegawai</th>" in stage.app.clipboard().mimeData().html()
    rows = page.table.rows
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    rows.choose(2)
    QTest.keySequence(rows, QKeySequence(QKeySequence.StandardKey.Copy))
    lines = [line.split("\t") for line in stage.app.clipboard().text().splitlines()]
    assert [line[0] for line in lines] == ["Perangkat daerah", "Inspektorat Daerah"]


def test_exporting_writes_what_is_seen(stage: Stage, page: RecapPage, tmp_path: Path) -> None:
    page.table.sort("indeks", falling=True)
    target = tmp_path / "rekap.xlsx"
    stage.answers.save.append(target)
    stage.window.commands["ekspor"].trigger()
    stage.settle()
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    names = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert names == [*shown(page.table.rows, "kelompok"), "Pemerintah Kota Bontang"]
    page.bar.choose(replace(USUAL, dan="golongan", tampilan=SILANG))
    page.bar.changed.emit()
    stage.answers.save += [tmp_path / "silang.csv", tmp_path / "silang.pdf", None]
    for _ in range(3):
        page.bar.export.click()
        stage.settle()
    text = (tmp_path / "silang.csv").read_text("utf-8")
    assert text.startswith("Perangkat daerah,Golongan: ")
    pages = Pages((tmp_path / "silang.pdf").read_bytes())
    assert len(pages.sizes) >= 1
    assert pages.sizes[0][0] > pages.sizes[0][1]
    pages.close()


class Pencetak:
    """A printer that is a file."""

    def __init__(self, target: Path | None) -> None:
        self.target = target
        self.titles: list[str] = []

    def printer(self, parent: QWidget, title: str) -> QPrinter | None:
        """Return it, or nothing as if it had been cancelled."""
        self.titles.append(title)
        if self.target is None:
            return None
        made = QPrinter()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(self.target))
        return made

    def show(self, path: Path) -> bool:
        """Show nothing."""
        return False


def test_printing_prints_what_the_tab_shows(
    stage: Stage, tab: Rekapitulasi, tmp_path: Path
) -> None:
    target = tmp_path / "cetak.pdf"
    outside = tab.outside = Pencetak(target)
    stage.window.commands["cetak"].trigger()
    stage.settle()
    assert outside.titles == ["Rekapitulasi IP ASN Pemerintah Kota Bontang 2021"]
    assert target.read_bytes().startswith(b"%PDF")
    assert stage.window.tabs[stage.window.tab_row.current] is tab
    cancelled = tab.outside = Pencetak(None)
    tab.page.bar.print.click()
    stage.settle()
    assert len(cancelled.titles) == 1


# What is remembered -------------------------------------------------------------------------------


def test_choice_sorting_and_widths_are_remembered(stage: Stage, page: RecapPage) -> None:
    pick(page.bar, first="Golongan", second="Jenis kelamin")
    page.table.sort("jumlah", falling=True)
    at = place(page.table.rows.records, "kualifikasi")
    page.table.rows.setColumnWidth(at, 131)
    page.table.columns.save()
    again = RecapPage(stage.theme, stage.window.workspace, stage.settings)
    again.resize(1300, 500)
    again.refresh()
    assert again.bar.choice == RecapChoice("golongan", "jenis_kelamin")
    assert again.bar.first.currentText() == "Golongan"
    model = again.table.rows.records
    assert (model.sorted_by, model.falling) == ("jumlah", True)
    assert again.table.rows.columnWidth(at) == 131
    again.deleteLater()


@pytest.mark.parametrize(
    "kept", [b"", b"{", b"[]", b"null", b'{"per": "zodiak"}', b'{"per": "opd", "dan": "opd"}']
)
def test_what_another_version_kept_is_forgotten(kept: bytes) -> None:
    assert read_choice(QByteArray(kept)) == RecapChoice()
    assert read_choice(None) == RecapChoice()


# Strained -----------------------------------------------------------------------------------------


def test_one_person_nobody_and_forty(stage: Stage, sample: Path, empty: Path) -> None:
    stage.open(sample)
    tab = recap_of(stage, lone())
    assert shown(tab.page.table.rows, "jumlah") == ["1"]
    keys = [column.key for column in tab.page.table.rows.records.columns]
    assert "di_bawah" not in keys
    recap_of(stage, crowd())
    assert tab.page.table.rows.records.rowCount() == 40
    stage.window.show_tab("Beranda")
    tab = recap_of(stage, nobody_measured())
    assert tab.unmeasured.isVisible()
    assert tab.areas() == [tab.unmeasured.primary]
    assert tab.unmeasured.secondary.isHidden()
    stage.open(empty)
    tab = rekapitulasi(stage)
    assert tab.nobody.isVisible()
    tab.copy(everything=True)
    tab.export()
    tab.print_report()


def test_areas_are_in_reading_order(page: RecapPage) -> None:
    assert page.areas() == [page.bar.first, page.table.rows, page.table.total]
    page.bar.views[GRAFIK].click()
    assert page.areas() == [page.bar.first, page.chart.dots]


def test_the_menu_leads_and_copies(stage: Stage, tab: Rekapitulasi) -> None:
    page, heard = tab.page, listen(tab)
    page.table.rows.choose(0)
    menu = page.menu(page.table.rows)
    assert [action.text().split("\t")[0] for action in menu.actions()] == [
        "Lihat pegawainya",
        "Salin baris",
        "Salin tabel",
    ]
    menu.actions()[0].trigger()
    assert heard[-1].judul == "Sekretariat Daerah"
    menu.deleteLater()


def test_typing_goes_to_a_group(page: RecapPage) -> None:
    rows = page.table.rows
    rows.setFocus()
    rows.keyboardSearch("insp")
    assert rows.currentIndex().siblingAtColumn(0).data() == "Inspektorat Daerah"
