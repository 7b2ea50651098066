"""The journal in the window: by days, searched, kept to a person, undone to an entry, exported."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from ipasn_core.storage.journal import Entry
from ipasn_core.storage.project import open_project
from ipasn_core.workflow import edit_people
from ipasn_core.workflow.history import BERDIRI, DIURUNGKAN, Line
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_gui.dialogs.history import HistoryDialog
from ipasn_gui.models.history_rows import HistoryFilter, HistoryRows
from tests.shots.stage import CONTEXT, Stage, empty_project
from tests.workflow.kantor import ANI, BUDI, LEBAR, PENGESAHAN, buku, lebar, run

MODE = QAbstractItemModelTester.FailureReportingMode.Fatal
A, B = int(ANI), int(BUDI)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """1 created, 2 import of two, 3 Ani's name, 4 Budi's name, 5 paper."""
    path = empty_project(tmp_path / "riwayat.ipasn")
    rows = [LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")]
    import_sheets(path, CONTEXT, [buku(tmp_path / "a.xlsx", {"Data": rows})], Options())
    with open_project(path, CONTEXT) as found:
        edit_people.correct_person(found, CONTEXT, A, {"nama": "Ani, S.E."})
        edit_people.correct_person(found, CONTEXT, B, {"nama": "Budi, S.H."})
    assert run("atur", path, "kertas=a4").status == 0
    return path


def opened(stage: Stage) -> HistoryDialog:
    stage.window.commands["riwayat"].trigger()
    stage.settle()
    return stage.window.findChildren(HistoryDialog)[-1]


def numbers(dialog: HistoryDialog) -> list[int]:
    return [one.entri.id for one in dialog.list.rows.lines]


def standing(dialog: HistoryDialog) -> list[int]:
    return [one.entri.id for one in dialog.list.rows.lines if one.keadaan == BERDIRI]


def line(number: int, day: int, words: str = "Sesuatu") -> Line:
    moment = datetime.datetime(2022, 1, day, 9, 30, tzinfo=datetime.UTC)
    entry = Entry(number, moment.isoformat(), "Sari", "impor", {}, "x", "", "")
    return Line(entry, words, moment, BERDIRI, 0, "")


def test_the_model_keeps_its_promises(qapp: object) -> None:
    model = HistoryRows()
    tester = QAbstractItemModelTester(model, MODE)
    model.set_lines([line(3, 2), line(2, 2, "Lain"), line(1, 1)])
    said = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert said == ["2 Januari 2022", "Sesuatu", "Lain", "1 Januari 2022", "Sesuatu"]
    assert model.row_of(1) == 4
    model.set_filter(HistoryFilter("lain"))
    assert model.rowCount() == 2
    model.set_filter(HistoryFilter("1 januari"))
    assert [one.entri.id for one in model.lines] == [1]
    model.set_filter(HistoryFilter(perbuatan="atur"))
    assert model.rowCount() == 0
    model.set_filter(HistoryFilter(tentang=frozenset((2,))))
    assert [one.entri.id for one in model.lines] == [2]
    model.set_lines([])
    assert model.rowCount() == 0
    assert tester.model() is model


def test_ten_thousand_entries_are_still_this_list(qapp: object) -> None:
    model = HistoryRows()
    model.set_lines([line(number, 1 + number % 28) for number in range(10_000, 0, -1)])
    assert model.rowCount() == 20_000
    model.set_filter(HistoryFilter("09.30 sari"))
    assert len(model.lines) == 10_000


def test_the_journal_stands_newest_first_with_its_details(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    assert numbers(dialog) == [5, 4, 3, 2, 1]
    assert dialog.detail.title.text() == "Kertas laporan diubah dari F4 menjadi A4"
    assert "Sari" in dialog.detail.when.text()
    assert [one.text() for one in dialog.detail._parts[3:]] == ["Kertas laporan", "F4", "A4"]
    assert not dialog.back.isEnabled()
    dialog.list.choose(2)
    assert dialog.detail.kind.text() == "Impor"
    assert "a.xlsx" in [one.text() for one in dialog.detail._parts]
    assert dialog.why.text() == "3 perubahan sesudah ini diurungkan; yang ini tetap."
    dialog.reject()


def test_the_keyboard_passes_over_days(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    seen = []
    for _ in range(6):
        chosen = dialog.list.current()
        assert chosen is not None
        seen.append(chosen.entri.id)
        QTest.keyClick(dialog.list.view, Qt.Key.Key_Down)
    assert seen == [5, 4, 3, 2, 1, 1]
    QTest.keyClick(dialog.list.view, Qt.Key.Key_Home)
    chosen = dialog.list.current()
    assert chosen is not None
    assert chosen.entri.id == 5
    dialog.reject()


def test_undone_to_an_entry_and_brought_back(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    dialog.list.choose(2)
    stage.answers.yes = False
    dialog.back.click()
    stage.settle()
    assert standing(dialog) == [5, 4, 3, 2]
    stage.answers.yes = True
    dialog.back.click()
    stage.settle()
    asked = stage.answers.asked[-1]
    assert asked.judul == "Urungkan 3 perubahan?"
    assert "Kertas laporan diubah dari F4 menjadi A4" in asked.isi
    assert standing(dialog) == [2]
    assert dialog.note.text.text_whole() == "3 perubahan diurungkan."
    current = dialog.list.current()
    assert current is not None
    assert current.entri.id == 2
    dialog.list.choose(4)
    assert dialog.again.isVisible()
    dialog.again.click()
    stage.settle()
    assert standing(dialog) == [4, 3, 2]
    assert {one.entri.id for one in dialog.list.rows.lines if one.keadaan == DIURUNGKAN} == {5}
    dialog.reject()


def test_it_says_where_it_stopped(stage: Stage, project: Path, tmp_path: Path) -> None:
    assert run("sahkan", project, "-o", tmp_path / "l.pdf", *PENGESAHAN).status == 0
    assert run("tahun", project, "--buat", "2022").status == 0
    stage.open(project)
    dialog = opened(stage)
    dialog.list.choose(1)
    stage.answers.expected = True
    dialog.back.click()
    stage.settle()
    [fault] = stage.answers.told
    assert str(fault) == (
        "4 perubahan diurungkan, lalu berhenti. “Impor a.xlsx ke tahun 2021: 2 pegawai baru, 0 "
        "berubah, 0 tetap, 0 baris ditolak” tidak dapat diurungkan: tahun 2021 sudah disahkan."
    )
    assert numbers(dialog)[0] > 6
    current = stage.window.workspace.current
    assert current is not None
    assert current.state.tahun == 2021
    dialog.reject()


def test_it_is_searched_and_filtered_by_kind(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    dialog.field.setText("budi")
    assert numbers(dialog) == [4]
    dialog.field.setText("19800101 200501 2 001")
    assert numbers(dialog) == [3]
    dialog.field.setText("zzz")
    assert dialog.unmatched.isVisible()
    assert not dialog.export.isEnabled()
    dialog.unmatched.primary.click()
    assert numbers(dialog) == [5, 4, 3, 2, 1]
    dialog.kinds.setCurrentIndex(dialog.kinds.findText("Identitas diubah"))
    dialog.kinds.activated.emit(dialog.kinds.currentIndex())
    assert numbers(dialog) == [4, 3]
    dialog.reject()


def test_it_is_kept_to_a_person_and_leads_to_them(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    dialog.list.choose(3)
    dialog.detail.only.click()
    stage.settle()
    assert numbers(dialog) == [3, 2]
    assert dialog.whose.text() == "Tentang Ani, S.E." or dialog.whose.text() == "Tentang Ani"
    dialog.whose.click()
    stage.settle()
    assert numbers(dialog) == [5, 4, 3, 2, 1]
    dialog.list.choose(4)
    dialog.detail.person.click()
    stage.settle()
    roster = stage.window.workspace.current.state.roster  # type: ignore[union-attr]
    assert stage.window.workspace.person == int(roster.id[roster.nip.searchsorted(B)])
    assert stage.window.tab_row.current == 1


def test_a_person_s_own_history_opens(stage: Stage, project: Path) -> None:
    stage.open(project)
    current = stage.window.workspace.current
    assert current is not None
    roster = current.state.roster
    stage.window.acts.show_history_of(roster.id[roster.nip == B])
    stage.settle()
    dialog = stage.window.findChildren(HistoryDialog)[-1]
    assert numbers(dialog) == [4, 2]
    assert dialog.whose.isVisible()
    dialog.reject()


def test_it_is_copied_and_exported(stage: Stage, project: Path, tmp_path: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    dialog.list.view.selectAll()
    QTest.keyClick(dialog.list.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 5
    assert copied[0].split("\t")[1:] == ["Sari", "Kertas laporan diubah dari F4 menjadi A4"]
    book, plain = tmp_path / "r.xlsx", tmp_path / "r.csv"
    stage.answers.save = [book, plain]
    dialog.export_list()
    stage.settle()
    dialog.export_list()
    stage.settle()
    rows = list(openpyxl.load_workbook(book)["Riwayat"].values)
    assert rows[0] == ("Nomor", "Waktu", "Pengguna", "Jenis", "Perubahan")
    assert len(rows) == 6
    with plain.open(encoding="utf-8-sig", newline="") as source:
        assert [tuple(row) for row in csv.reader(source)] == rows
    dialog.reject()


def test_undo_says_what_it_would_do_and_why_it_cannot(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    stage.open(project)
    commands, workspace = stage.window.commands, stage.window.workspace
    told: list[str] = []
    workspace.told.connect(lambda text, _: told.append(text))
    assert commands["urungkan"].text().replace("&", "") == (
        "Urungkan: Kertas laporan diubah dari F4 menjadi A4"
    )
    workspace.undo()
    stage.settle()
    workspace.undo()
    stage.settle()
    workspace.redo()
    stage.settle()
    name = "Nama diubah dari Budi menjadi Budi, S.H. untuk Budi"
    assert told[1:] == [f"Diurungkan: {name}.", f"Diulangi: {name}."]
    assert commands["ulangi"].text().replace("&", "") == (
        "Ulangi: Kertas laporan diubah dari F4 menjadi A4"
    )
    workspace.close()
    stage.settle()
    for _ in range(2):
        assert run("urungkan", project).status == 0
    assert run("sahkan", project, "-o", tmp_path / "l.pdf", *PENGESAHAN).status == 0
    stage.open(project)
    assert not commands["urungkan"].isEnabled()
    assert commands["urungkan"].text() == "&Urungkan – tahun 2021 sudah disahkan"
    assert commands["urungkan"].toolTip() == (
        "“Impor a.xlsx ke tahun 2021: 2 pegawai baru, 0 berubah, 0 tetap, 0 baris ditolak” tidak "
        "dapat diurungkan: tahun 2021 sudah disahkan."
    )
    assert stage.window.menu_row.undo.toolTip() == commands["urungkan"].toolTip()
