"""An NIP corrected, two entries made one, several people changed: by keys, told, taken back."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from ipasn_core.model.roster import Roster
from ipasn_core.model.vocab import JenisJabatan
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.edit import add_record
from ipasn_core.workflow.edit_merge import NAMA
from ipasn_gui.commands import OF_PEOPLE
from ipasn_gui.dialogs.history import HistoryDialog
from ipasn_gui.dialogs.people_change import ChangeDialog
from ipasn_gui.dialogs.people_course import CourseDialog
from ipasn_gui.dialogs.people_dialog import PeopleDialog
from ipasn_gui.dialogs.people_merge import MergeDialog
from ipasn_gui.dialogs.people_nip import NipDialog
from ipasn_gui.dialogs.people_remove import RemoveDialog
from ipasn_gui.tabs.pegawai import Pegawai
from ipasn_gui.tabs.people_tab import PeopleTab
from ipasn_gui.widgets.people_table import PeopleTable
from tests.gui.test_accessible import nameless
from tests.shots.stage import Stage
from tests.workflow.kantor import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    LEBAR,
    PENGESAHAN,
    SAAT,
    Kantor,
    lebar,
    run,
)

D = TypeVar("D", bound=QDialog)
TWIN = "198001022005012001"
"""An NIP that is Ani's but for one figure."""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Four people, and Ani a second time under a mistyped NIP."""
    kantor = Kantor(tmp_path)
    made = kantor.buat()
    names = ((ANI, "Ani Lestari, S.H."), (BUDI, "Budi"), (CITRA, "Citra"), (DEDI, "Dedi"))
    rows = [lebar(nip, name) for nip, name in (*names, (TWIN, "Ani Lestari"))]
    kantor.impor(made, kantor.buku("a", Data=[LEBAR, *rows]))
    return made


def table(stage: Stage) -> PeopleTable:
    """Return the table of everybody."""
    stage.window.show_tab("Pegawai")
    stage.settle()
    shown = stage.window.tabs[stage.window.tab_row.current]
    assert isinstance(shown, PeopleTab)
    return shown.page.table


def choose(stage: Stage, *nips: str) -> None:
    """Select people, by id."""
    shown, roster = table(stage), people(stage)
    ids = roster.id[np.isin(roster.nip, [int(nip) for nip in nips])]
    flag = QItemSelectionModel.SelectionFlag
    shown.choose(int(ids[0]))
    selection = QItemSelection()
    for row in shown.records.rows_of(ids).tolist():
        index = shown.records.index(row, 0)
        selection.select(index, index)
    shown.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
    assert sorted(shown.chosen().tolist()) == sorted(ids.tolist())


def people(stage: Stage) -> Roster:
    """Return who is in the year."""
    assert stage.window.workspace.current is not None
    return stage.window.workspace.current.state.roster


def begin(stage: Stage, command: str, kind: type[D]) -> D:
    """Do a command, and return the dialog it opens."""
    stage.window.commands[command].trigger()
    stage.settle()
    found = [one for one in stage.window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    assert nameless(found[0]) == []
    return found[0]


def undo(stage: Stage) -> None:
    """Take back what was done."""
    stage.window.commands["urungkan"].trigger()
    stage.settle()


def told(stage: Stage) -> str:
    """Return what the toast says."""
    return stage.window.toast.accessibleName()


def test_an_nip_is_corrected_by_keys(stage: Stage, office: Path) -> None:
    stage.open(office)
    choose(stage, BUDI)
    dialog = begin(stage, "betulkan-nip", NipDialog)
    assert dialog.reason.text_whole() == "Belum ada yang diubah."
    field = dialog.field
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "1981020220060110")
    assert dialog.says.text() == "16 dari 18 angka."
    assert dialog.wrong.isHidden()
    assert not dialog.go.isEnabled()
    QTest.keyClicks(field, "19")
    field.selectAll()
    QTest.keyClicks(field, "198113022006011009")
    assert "bagian tanggal lahir salah" in dialog.wrong.words.text()
    assert field.accessibleDescription() == dialog.wrong.words.text()
    field.selectAll()
    QTest.keyClicks(field, "19810205 200601 1 009")
    assert dialog.says.text() == "Lahir 5 Februari 1981, diangkat Januari 2006 (PNS), laki-laki."
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.settle()
    assert 198102052006011009 in people(stage).nip
    assert told(stage).startswith("NIP Budi diubah dari")
    undo(stage)
    assert int(BUDI) in people(stage).nip


def test_an_nip_of_somebody_else_leads_to_merging(stage: Stage, office: Path) -> None:
    stage.open(office)
    choose(stage, TWIN)
    dialog = begin(stage, "betulkan-nip", NipDialog)
    QTest.keyClicks(dialog.field, ANI)
    assert "sudah dipakai Ani Lestari, S.H. Bila" in dialog.wrong.words.text()
    assert not dialog.go.isEnabled()
    QTest.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    stage.settle()
    [merging] = stage.window.findChildren(MergeDialog)
    assert merging.comparison is not None
    assert merging.comparison.merging.nip == (int(TWIN), int(ANI))
    merging.reject()


def test_the_likely_double_is_offered_and_merged(stage: Stage, office: Path) -> None:
    stage.open(office)
    choose(stage, TWIN)
    dialog = begin(stage, "satukan", MergeDialog)
    QAbstractItemModelTester(dialog.finder.table.rows)
    assert "Kemungkinan entri ganda" in dialog.finder.note.text()
    assert int(people(stage).nip[dialog.finder.found]) == int(ANI)
    QTest.keyClicks(dialog.finder.field, "tidak ada orang ini")
    assert dialog.finder.found < 0
    assert not dialog.go.isEnabled()
    dialog.finder.field.clear()
    QTest.keyClick(dialog.finder.field, Qt.Key.Key_Return)
    stage.settle()
    shown = dialog.comparison
    assert shown is not None
    assert nameless(dialog) == []
    shown.take_all(1)
    assert shown.kept == 1
    [name] = [one.tempat for one in shown.merging.banding if one.tempat.bidang == NAMA]
    shown.choose(name, 0)
    assert shown.choices()[name] is True
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    roster = people(stage)
    assert len(roster) == 4
    place = int(np.searchsorted(roster.nip, int(ANI)))
    assert roster.nama[place] == "Ani Lestari"
    assert told(stage).startswith("Entri Ani Lestari disatukan dengan Ani Lestari")
    undo(stage)
    assert len(people(stage)) == 5


def test_people_leave_for_a_reason(stage: Stage, office: Path) -> None:
    stage.open(office)
    choose(stage, BUDI, CITRA)
    dialog = begin(stage, "keluarkan", RemoveDialog)
    assert dialog.reason.text_whole() == "Isi alasannya lebih dahulu."
    assert not dialog.go.isDefault()
    line = dialog.why.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "Pindah ke provinsi")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    stage.settle()
    assert len(people(stage)) == 3
    assert told(stage) == "2 pegawai dikeluarkan dari tahun 2021: Pindah ke provinsi."
    undo(stage)
    assert len(people(stage)) == 5


def test_several_people_are_changed_at_once(stage: Stage, office: Path) -> None:
    stage.open(office)
    choose(stage, ANI, BUDI)
    dialog = begin(stage, "ubah-pegawai", ChangeDialog)
    QAbstractItemModelTester(dialog.table.rows)
    assert dialog.reason.text_whole() == "Pilih dahulu apa yang diubah."
    line = dialog.inputs["opd"].line
    assert line is not None
    QTest.keyClicks(line, "Dinas Antariksa")
    assert not dialog.hint.isHidden()
    assert dialog.go.text() == "Ubah 2 pegawai"
    dialog.choices.button(1).setChecked(True)
    assert dialog.go.text() == "Ubah 5 pegawai"
    dialog.inputs["jenjang"].set_text("raja")
    dialog.inputs["jenjang"].edited.emit()
    assert not dialog.go.isEnabled()
    assert "tidak dikenal" in dialog.fault.words.text()
    dialog.inputs["jenjang"].set_text("")
    dialog.inputs["jenis_jabatan"].set_text("Fungsional")
    dialog.inputs["jenis_jabatan"].edited.emit()
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    roster = people(stage)
    assert {roster.opd_nama[k] for k in roster.keadaan["opd"].tolist()} == {"Dinas Antariksa"}
    assert set(roster.keadaan["jenis_jabatan"].tolist()) == {JenisJabatan.FUNGSIONAL.value}
    assert told(stage).startswith("Perangkat daerah 5 pegawai")
    undo(stage)
    assert "Dinas Antariksa" not in people(stage).opd_nama


def test_a_course_is_added_to_a_pasted_list(stage: Stage, office: Path, qtbot: QtBot) -> None:
    course = {"jenis": "Seminar", "nama": "Webinar Arsip", "selesai": "9-3-2021"}
    with open_project(office, SAAT) as project:
        add_record(project, SAAT, int(CITRA), "pengembangan", course)
    stage.open(office)
    choose(stage, DEDI)
    dialog = begin(stage, "tambah-kursus", CourseDialog)
    QAbstractItemModelTester(dialog.table.rows)
    assert QApplication.focusWidget() is dialog.list
    clipboard = QApplication.clipboard()
    clipboard.setText(
        f"Nama\tNIP\r\nAni\t'{ANI}\r\nBudi\t{BUDI}\r\nCitra\t{CITRA}\r\nx\t{ANI}\r\n"
        "123456789012345\r\n"
    )
    QTest.keyClick(dialog.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() == 5)
    assert dialog.counts.text() == (
        "3 ditemukan · 1 tertulis dua kali · 1 bukan NIP · 1 baris tanpa NIP dilewati"
    )
    assert dialog.go.text() == "Tambahkan kepada 3 pegawai"
    QTest.keyClick(dialog.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.fields.faults == {"jenis": "Pilih jenis diklat.", "nama": "Isi nama kegiatan."}
    assert dialog.fields.told
    for name, text in course.items():
        line = dialog.fields.inputs[name].line
        assert line is not None
        line.setFocus()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Tab)
    assert dialog.reason.text_whole() == ""
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert told(stage) == "Kursus ditambahkan untuk 2 pegawai; 1 sudah memilikinya: Webinar Arsip."
    again = begin(stage, "tambah-kursus", CourseDialog)
    again.list.setPlainText(ANI)
    again.fields.fill(course)
    qtbot.waitUntil(lambda: len(again.table.rows.values) == 1)
    again.save()
    stage.settle()
    assert "sudah memiliki kursus ini" in again.reason.text_whole()
    assert again.isVisible()
    again.reject()
    undo(stage)
    assert [len(one) for one in (people(stage).rekaman["pengembangan"],)] == [1]


def test_a_long_list_is_read_without_waiting(stage: Stage, sample: Path, qtbot: QtBot) -> None:
    stage.open(sample)
    table(stage).selectAll()
    dialog = begin(stage, "tambah-kursus", CourseDialog)
    nips = people(stage).nip.tolist()
    dialog.list.setPlainText("\n".join(map(str, nips)))
    qtbot.waitUntil(lambda: len(dialog.table.rows.values) == len(nips), timeout=10_000)
    stage.settle()
    assert dialog.go.text() == "Tambahkan kepada 3.395 pegawai"
    dialog.reject()


def test_a_locked_year_says_why(stage: Stage, office: Path, tmp_path: Path) -> None:
    assert run("sahkan", office, "-o", tmp_path / "s.pdf", *PENGESAHAN).status == 0
    stage.open(office)
    choose(stage, BUDI)
    for name in OF_PEOPLE:
        action = stage.window.commands[name]
        assert not action.isEnabled()
        assert action.text().endswith("– data terkunci")
    shown = stage.window.tabs[stage.window.tab_row.current]
    assert isinstance(shown, PeopleTab)
    menu = shown.page.menu()
    locked = [one for one in menu.actions() if one.text() == "Betulkan NIP…"]
    assert [one.isEnabled() for one in locked] == [False]
    assert "telah disahkan" in locked[0].toolTip()
    menu.close()


def test_the_menu_of_the_table_offers_what_fits(stage: Stage, office: Path) -> None:
    stage.open(office)
    choose(stage, BUDI, CITRA)
    shown = stage.window.tabs[stage.window.tab_row.current]
    assert isinstance(shown, PeopleTab)
    menu = shown.page.menu()
    words = [one.text() for one in menu.actions()]
    assert "Ubah 2 pegawai…" in words
    assert "Betulkan NIP…" not in words
    next(one for one in menu.actions() if one.text() == "Ubah 2 pegawai…").trigger()
    stage.settle()
    [dialog] = stage.window.findChildren(ChangeDialog)
    assert len(dialog.ids) == 2
    dialog.reject()


def test_nobody_is_no_fault(stage: Stage, empty: Path, tmp_path: Path) -> None:
    stage.open(Path(shutil.copy(empty, tmp_path / "k.ipasn")))
    for name in OF_PEOPLE:
        if name != "tambah-kursus":
            stage.window.commands[name].trigger()
            stage.settle()
            assert told(stage).startswith("Pilih satu pegawai atau lebih")
    assert stage.window.findChildren(PeopleDialog) == []


def test_the_journal_of_one_person_opens_from_the_pane(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    stage.window.show_tab("Pegawai")
    current = stage.window.workspace.current
    assert current is not None
    page = next(one.page for one in stage.window.tabs if isinstance(one, Pegawai))
    page.table.step(0)
    page.show_pane(shown=True)
    stage.settle()
    links = [b for b in page.pane.findChildren(QPushButton) if b.text().startswith("Riwayat")]
    links[0].click()
    stage.settle()
    (dialog,) = stage.window.findChildren(HistoryDialog)
    assert dialog.isVisible()
    dialog.reject()
