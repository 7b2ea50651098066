"""Editing in place in the side pane, by real keys."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ipasn_core.model.vocab import Bukti
from ipasn_core.workflow.edit import delete_record
from ipasn_core.workflow.edit_offers import KEADAAN, ORANG, PERNYATAAN, Offer
from ipasn_gui.tabs.people_tab import PeopleTab
from ipasn_gui.widgets.controls import Button
from ipasn_gui.widgets.record_form import UNCHANGED, RecordForm
from ipasn_gui.widgets.record_history import YearsTable
from ipasn_gui.widgets.record_list import RecordRow
from ipasn_gui.widgets.record_paste import PasteForm
from ipasn_gui.widgets.record_statement import StatementRow
from ipasn_gui.widgets.side_pane import SidePane
from ipasn_gui.widgets.trace_view import StepBlock
from tests.shots.screens_panel import LACKING, MANY, PUNISHED, odd_project, person_id
from tests.shots.stage import Stage, wait_for
from tests.workflow.kantor import ANI, BUDI, LEBAR, PENGESAHAN, Kantor, lebar, run

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of four odd people, to be copied."""
    return odd_project(tmp_path_factory.mktemp("sunting") / "Ganjil.ipasn")


@pytest.fixture
def odd(made: Path, tmp_path: Path) -> Path:
    """A copy that may be changed."""
    return Path(copyfile(made, tmp_path / "Ganjil.ipasn"))


@pytest.fixture
def told(stage: Stage) -> list[str]:
    """What the toast says."""
    said: list[str] = []
    stage.window.workspace.told.connect(lambda words, _: said.append(words))
    return said


def show(stage: Stage, nip: str, place: int | None) -> SidePane:
    """Look at a person in the tab of a dimension, None for Pegawai; return its pane."""
    window = stage.window
    window.activateWindow()
    window.tab_row.choose(1 if place is None else place + 2)
    person = person_id(stage, nip)
    window.workspace.choose_person(person)
    tab = window.tabs[window.tab_row.current]
    assert isinstance(tab, PeopleTab)
    pane = tab.page.pane
    wait_for(lambda: pane.shown_person == person, 20)
    stage.settle()
    return pane


def rows(pane: SidePane) -> list[RecordRow]:
    body = pane.area.widget()
    assert body is not None
    return body.findChildren(RecordRow)


def form(pane: SidePane) -> RecordForm:
    found = pane.editor.open_form
    assert isinstance(found, RecordForm)
    assert found.isVisible()
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the system would send it: an open list comes first."""
    QTest.keyClick(QApplication.activePopupWidget() or focused(), key, modifier)


def write(text: str) -> None:
    QTest.keyClicks(focused(), text)


def write_into(pane: SidePane, name: str, text: str) -> None:
    form(pane).fields.focus(name)
    write(text)


def faults(pane: SidePane) -> list[str]:
    labels = form(pane).findChildren(QLabel)
    return [one.text() for one in labels if one.property("role") == "error" and one.isVisible()]


def choose(stage: Stage, text: str) -> None:
    """Type a part of a name into a long chooser and go on."""
    write(text)
    press(Qt.Key.Key_Tab)
    following = focused()
    awake(stage)
    following.setFocus()


def awake(stage: Stage) -> None:
    """Off the screen a list that closes does not give the window its focus back."""
    stage.settle()
    stage.window.activateWindow()
    stage.settle()


def is_open(stage: Stage) -> bool:
    return stage.window.workspace.current is not None


def open_row(stage: Stage, pane: SidePane, place: int = 0) -> None:
    rows(pane)[place].setFocus()
    press(Qt.Key.Key_F2)
    stage.settle()


def test_a_course_is_added_by_keys_alone(stage: Stage, odd: Path, told: list[str]) -> None:
    stage.open(odd)
    pane = show(stage, LACKING, 1)
    pane.area.setFocus()
    press(Qt.Key.Key_Insert)
    stage.settle()
    assert form(pane).reason.text() == "Pilih jenis diklat."
    assert not form(pane).go.isEnabled()
    choose(stage, "Diklat T")
    write("Arsip")
    press(Qt.Key.Key_Return)
    write("18-10-2021")
    press(Qt.Key.Key_Tab)
    write("15-10-2021")
    assert faults(pane) == []
    press(Qt.Key.Key_Tab)
    turned = "Tanggal selesai (15-10-2021) mendahului tanggal mulai (18-10-2021). "
    assert faults(pane) == [f"{turned}Periksa kedua tanggal pada sertifikat."]
    assert not form(pane).go.isEnabled()
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    write("20-10-2021")
    assert faults(pane) == []
    press(Qt.Key.Key_Tab)
    write("24")
    press(Qt.Key.Key_Return, CONTROL)
    stage.settle()
    assert told == ["Arsip ditambahkan."]
    assert pane.editor.open_form is None
    row = rows(pane)[0]
    assert row.record.baris.ukuran == "24 JP"
    assert focused() is row
    blocks = {one.step.instrumen: one for one in pane.area.findChildren(StepBlock)}
    assert blocks["diklat_teknis"].points.text() == "15,00"
    assert stage.window.workspace.current is not None
    assert "Arsip" in stage.window.workspace.current.undo


def test_a_record_is_changed_and_taken_back(stage: Stage, odd: Path, told: list[str]) -> None:
    stage.open(odd)
    pane = show(stage, MANY, 1)
    bar = pane.area.verticalScrollBar()
    bar.setValue(600)
    at = 20
    before = rows(pane)[at].record
    open_row(stage, pane, at)
    assert form(pane).reason.text() == UNCHANGED
    assert form(pane).note.text().startswith("Asal: Ganjil.xlsx")
    write_into(pane, "jp", "24")
    seen = bar.value()
    press(Qt.Key.Key_Return, CONTROL)
    stage.settle()
    after = rows(pane)[at].record
    assert after.baris.ukuran == "24 JP"
    assert abs(bar.value() - seen) < 300
    old = before.baris.ukuran.removesuffix(" JP")
    assert told == [f"JP {before.baris.judul} diubah dari {old} menjadi 24."]
    stage.window.workspace.undo()
    stage.settle()
    assert rows(pane)[at].record.baris == before.baris
    assert told[-1].startswith("Diurungkan: JP")


def test_a_record_is_deleted_without_a_question_and_comes_back(
    stage: Stage, odd: Path, told: list[str]
) -> None:
    stage.open(odd)
    pane = show(stage, PUNISHED, 3)
    titles = [row.record.baris.judul for row in rows(pane)]
    rows(pane)[1].setFocus()
    press(Qt.Key.Key_Delete)
    stage.settle()
    assert [row.record.baris.judul for row in rows(pane)] == [titles[0], titles[2]]
    assert told == ["Hukuman disiplin Penundaan kenaikan pangkat 1 tahun dihapus."]
    assert stage.answers.asked == []
    stage.window.toast.action.click()
    stage.settle()
    assert [row.record.baris.judul for row in rows(pane)] == titles
    open_row(stage, pane, 1)
    form(pane).remove.click()
    stage.settle()
    assert len(rows(pane)) == 2


def test_escape_cancels_and_only_then_closes_the_pane(stage: Stage, odd: Path) -> None:
    stage.open(odd)
    pane = show(stage, PUNISHED, 3)
    open_row(stage, pane, 1)
    write_into(pane, "nomor_sk", "800/9")
    press(Qt.Key.Key_Escape)
    stage.settle()
    assert pane.editor.open_form is None
    assert pane.isVisible()
    assert focused() is rows(pane)[1]
    press(Qt.Key.Key_Escape)
    assert not pane.isVisible()


def test_what_is_half_typed_is_kept_and_told_of(stage: Stage, odd: Path) -> None:
    stage.open(odd)
    pane = show(stage, PUNISHED, 3)
    open_row(stage, pane, 0)
    write_into(pane, "nomor_sk", "800/9")
    open_row(stage, pane, 0)
    assert "belum disimpan" in form(pane).reason.text()
    assert form(pane).texts() == {"nomor_sk": "800/9"}
    show(stage, MANY, 3)
    assert pane.editor.open_form is None
    assert pane.unsaved.words.text() == "Isian yang belum disimpan: Dewi Lestari (2021)"
    pane.unsaved.back.click()
    stage.settle()
    assert form(pane).texts() == {"nomor_sk": "800/9"}
    assert not pane.unsaved.isVisible()
    form(pane).cancel.click()
    stage.settle()
    show(stage, MANY, 3)
    assert not pane.unsaved.isVisible()


def test_what_is_typed_outlives_a_change_from_elsewhere(stage: Stage, odd: Path) -> None:
    stage.open(odd)
    pane = show(stage, PUNISHED, 3)
    number = rows(pane)[0].record.rekaman.id
    open_row(stage, pane, 0)
    write_into(pane, "nomor_sk", "800/9")
    stage.window.workspace.reload()
    stage.settle()
    assert form(pane).texts() == {"nomor_sk": "800/9"}
    assert focused() is form(pane).fields.inputs["nomor_sk"].line
    stage.window.workspace.change("x", lambda p, c, _: delete_record(p, c, "hukuman", number))
    stage.settle()
    assert "sudah dihapus" in form(pane).hint.text()
    form(pane).save()
    stage.settle()
    assert rows(pane)[0].record.rekaman.isi[3] == "800/9"


def test_post_and_identity(stage: Stage, odd: Path, told: list[str]) -> None:
    stage.open(odd)
    pane = show(stage, LACKING, None)
    pane.editor.begin(Offer("", KEADAAN, bidang="opd"))
    stage.settle()
    write("Dinas Baru Sekali")
    assert "belum ada" in form(pane).hint.text()
    press(Qt.Key.Key_Return, CONTROL)
    awake(stage)
    assert told == ["Perangkat daerah diisi Dinas Baru Sekali."]
    pane.editor.begin(Offer("", ORANG))
    stage.settle()
    form(pane).fields.focus("nama")
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    assert faults(pane) == ["Isi nama pegawai."]
    write_into(pane, "nama", "Tono Wijaya")
    press(Qt.Key.Key_Return, CONTROL)
    stage.settle()
    assert pane.head.name.text() == "Tono Wijaya"
    assert told[-1] == "Nama diubah dari Tono menjadi Tono Wijaya."


def test_a_statement_is_changed_and_made(stage: Stage, tmp_path: Path, told: list[str]) -> None:
    kantor = Kantor(tmp_path)
    project = kantor.buat()
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani", jp=8)]))
    stage.open(project)
    pane = show(stage, ANI, 1)
    said = {one.accessibleName() for one in pane.area.findChildren(StatementRow)}
    assert "Pernyataan Diklat teknis: 8 JP" in said
    pane.editor.begin(Offer("", PERNYATAAN, bukti=Bukti.DIKLAT_TEKNIS))
    stage.settle()
    write("lima")
    press(Qt.Key.Key_Tab)
    assert "tidak dapat dibaca" in faults(pane)[0]
    write_into(pane, "nilai", "24")
    press(Qt.Key.Key_Return, CONTROL)
    stage.settle()
    assert told == ["Diklat teknis diubah dari 8 JP menjadi 24 JP."]


def test_what_would_add_opens_its_form(stage: Stage, tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    project = kantor.buat()
    people = [lebar(ANI, "Ani", nilai=None), lebar(BUDI, "Budi", nilai=95)]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *people]))
    stage.open(project)
    pane = show(stage, ANI, 2)
    block = pane.area.findChildren(StepBlock)[0]
    assert block.link is not None
    assert block.link.text() == "Tambah penilaian 2021…"
    block.link.click()
    stage.settle()
    assert form(pane).fields.inputs["tahun"].text() == "2021"
    assert focused() is form(pane).fields.inputs["nilai"].line
    assert not form(pane).dirty
    write("120,5")
    press(Qt.Key.Key_Tab)
    assert "di luar skala" in form(pane).reason.text() + "".join(faults(pane))
    write_into(pane, "nilai", "91,25")
    press(Qt.Key.Key_Return, CONTROL)
    stage.settle()
    assert rows(pane)[0].record.baris.ukuran == "91,25"


def test_what_was_not_counted_is_told_with_its_reason(stage: Stage, odd: Path) -> None:
    stage.open(odd)
    pane = show(stage, PUNISHED, None)
    blocks = {one.step.instrumen: one for one in pane.area.findChildren(StepBlock)}
    assert blocks["disiplin"].left.text() == (
        "2 catatan tidak dihitung: di luar jendela waktu (1); sesudah tahun ukur (1)"
    )


def test_a_signed_year_is_closed_and_says_so(stage: Stage, tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    project = kantor.buat()
    people = [lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=95)]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *people]))
    assert run("sahkan", project, "-o", tmp_path / "sah.pdf", *PENGESAHAN).status == 0
    stage.open(project)
    pane = show(stage, BUDI, 2)
    assert pane.lock.words.text() == (
        "Tahun 2021 telah disahkan; datanya terkunci. Buka kembali di Laporan untuk mengubahnya."
    )
    row = rows(pane)[0]
    row.setFocus()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Insert):
        press(key)
        stage.settle()
        assert pane.editor.open_form is None
    assert [one.link for one in pane.area.findChildren(StepBlock)] == [None]
    height = row.height()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.height() > height


def test_rows_of_a_spreadsheet_are_pasted_mended_and_added_at_once(
    stage: Stage, odd: Path, told: list[str]
) -> None:
    stage.open(odd)
    pane = show(stage, LACKING, 1)
    QGuiApplication.clipboard().setText(
        "Jenis Diklat\tNama Diklat\tTanggal Mulai\tTanggal Selesai\tJumlah JP\r\n"
        "Diklat Teknis\tArsip\t1-2-2021\t3-2-2021\t24\r\n"
        "Seminar\tSeminar A\t\t9-3-2019\tlima\r\n"
        "\tTanpa jenis\t\t2020\t\r\n"
    )
    pane.area.setFocus()
    press(Qt.Key.Key_V, CONTROL)
    stage.settle()
    pasted = pane.editor.open_form
    assert isinstance(pasted, PasteForm)
    assert pasted.isVisible()
    assert pasted.title.text() == "3 baris ditempelkan"
    assert not pasted.go.isEnabled()
    assert pasted.reason.text() == "2 baris belum dapat ditambahkan."
    assert "JP “lima”" in pasted.entries[1].bad
    assert focused() is pasted.entries[1].fields.inputs["jp"].line
    assert not pasted.entries[0].fields.isVisible()
    write("5")
    press(Qt.Key.Key_Tab)
    pasted.entries[2].drop.click()
    assert pasted.go.text() == "Tambah 2 catatan"
    pasted.go.setFocus()
    press(Qt.Key.Key_Return, CONTROL)
    stage.settle()
    assert told == ["2 catatan ditambahkan."]
    titles = [row.record.baris.judul for row in rows(pane)]
    assert titles == ["Arsip", "Seminar A"]
    stage.window.workspace.undo()
    stage.settle()
    assert rows(pane) == []


def test_a_row_of_somebody_else_is_not_added(stage: Stage, odd: Path) -> None:
    stage.open(odd)
    pane = show(stage, LACKING, 1)
    pane.editor.paste("pengembangan", f"{MANY}\tDiklat Teknis\tArsip\t3-2-2021\t24\n")
    stage.settle()
    pasted = pane.editor.open_form
    assert isinstance(pasted, PasteForm)
    assert "milik pegawai lain" in pasted.entries[0].fault.words.text()
    pasted.entries[0].drop.click()
    stage.settle()
    assert pane.editor.open_form is None


def test_the_menu_edits_the_record_the_keyboard_is_on(
    stage: Stage, odd: Path, told: list[str]
) -> None:
    stage.open(odd)
    pane = show(stage, PUNISHED, 3)
    commands = stage.window.commands
    pane.hide()
    commands["tambah-catatan"].trigger()
    stage.settle()
    assert form(pane).title.text() == "Hukuman baru"
    pane.editor.cancel()
    stage.settle()
    stage.window.tabs[stage.window.tab_row.current].areas()[0].setFocus()
    commands["hapus-catatan"].trigger()
    commands["ubah-catatan"].trigger()
    stage.settle()
    assert told == []
    assert focused() is rows(pane)[0]
    commands["ubah-catatan"].trigger()
    stage.settle()
    assert form(pane).fields.inputs["nomor_sk"].text() == "800/3"
    press(Qt.Key.Key_Escape)
    stage.settle()
    commands["hapus-catatan"].trigger()
    stage.settle()
    assert told == ["Hukuman disiplin Teguran tertulis dihapus."]


def test_a_statement_is_taken_away(stage: Stage, tmp_path: Path, told: list[str]) -> None:
    kantor = Kantor(tmp_path)
    project = kantor.buat()
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani", jp=8)]))
    stage.open(project)
    pane = show(stage, ANI, 1)
    row = next(one for one in pane.area.findChildren(StatementRow) if "teknis" in one.toolTip())
    row.setFocus()
    press(Qt.Key.Key_Delete)
    stage.settle()
    assert told == ["Diklat teknis dikosongkan (semula 8 JP)."]
    assert not any("teknis" in one.toolTip() for one in pane.area.findChildren(StatementRow))


def test_the_years_of_a_person_stand_beside_each_other(stage: Stage, tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    project = kantor.buat()
    people = [lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=95)]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *people]))
    assert run("tahun", project, "--buat", "2022").status == 0
    stage.open(project)
    pane = show(stage, BUDI, None)
    table = pane.area.findChildren(YearsTable)[0]
    links = [one for one in table.findChildren(Button) if one.text() == "2021"]
    assert [one.accessibleName() for one in links] == ["Lihat tahun 2021"]
    figures = {one.accessibleName() for one in table.findChildren(QLabel)}
    assert "Kinerja 2021: 30,00" in figures
    links[0].click()
    stage.settle()
    assert stage.window.workspace.current is not None
    assert stage.window.workspace.current.state.tahun == 2021
    assert pane.shown_person == person_id(stage, BUDI)


def test_closing_asks_before_what_is_half_typed_is_lost(stage: Stage, odd: Path) -> None:
    stage.open(odd)
    pane = show(stage, PUNISHED, 3)
    open_row(stage, pane, 0)
    write_into(pane, "nomor_sk", "800/9")
    stage.answers.yes = False
    assert not stage.window.close()
    stage.window.commands["tutup"].trigger()
    stage.settle()
    assert is_open(stage)
    assert form(pane).texts() == {"nomor_sk": "800/9"}
    assert [one.isi for one in stage.answers.asked] == [
        "Isian untuk Dewi Lestari belum disimpan dan akan hilang. Data lain sudah tersimpan."
    ] * 2
    stage.answers.yes = True
    stage.window.commands["tutup"].trigger()
    stage.settle()
    assert not is_open(stage)
    assert pane.editor.open_form is None
