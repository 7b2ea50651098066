"""The start page, the wizard, the manual: what a person meets before there is a year."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ipasn_core.model.settings import Settings
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.configure import show_settings
from ipasn_gui.dialogs.reader import AboutDialog, ManualDialog, manual
from ipasn_gui.dialogs.wizard import ProjectWizard
from ipasn_gui.language import Indonesian
from ipasn_gui.settings import Recent
from ipasn_gui.widgets.recent_row import when_words
from tests.shots.stage import NOW, Stage


def wizard_of(stage: Stage) -> ProjectWizard:
    stage.window.commands["baru"].trigger()
    found = stage.window.findChild(ProjectWizard)
    assert isinstance(found, ProjectWizard)
    return found


def test_the_wizard_makes_what_it_was_told(stage: Stage, tmp_path: Path) -> None:
    wizard = wizard_of(stage)
    assert not wizard.go.isEnabled()
    assert wizard.why.text() == "Nama instansi belum diisi."
    wizard.agency.name.setText("Pemerintah Kota Bontang")
    wizard.agency.name.textEdited.emit("")
    assert wizard.year.tahun == 2021
    wizard.target.fields["kualifikasi"].field.setText("15,5")
    wizard.kop._fields_by_key["perangkat_daerah"].field.setText("Badan Kepegawaian")
    for part, text in zip(
        wizard.official.parts,
        ("Nama Contoh, S.Sos.", "197001011995011001", "Pembina, IV/a", "Kepala Badan"),
        strict=True,
    ):
        part.field.setText(text)
    path = tmp_path / "baru.ipasn"
    stage.answers.save.append(path)
    assert wizard.go.isEnabled()
    wizard.go.click()
    stage.settle()
    assert stage.window.workspace.path == path
    assert stage.window.stack.isVisible()
    with open_project(path) as project:
        stored = show_settings(project, 2021)
        assert Settings.from_text(stored).instansi == "Pemerintah Kota Bontang"
        assert stored["perangkat_daerah"] == "Badan Kepegawaian"
        assert stored["target.kualifikasi"] == "15.5"
        assert stored["pejabat.1"].startswith("penanda_tangan;Nama Contoh, S.Sos.;19700101199501")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [("kualifikasi", "26", "tidak berlaku"), ("disiplin", "lima", "tidak berlaku")],
)
def test_a_target_out_of_range_is_told_at_the_field(
    stage: Stage, name: str, text: str, words: str
) -> None:
    wizard = wizard_of(stage)
    wizard.agency.name.setText("Kota X")
    field = wizard.target.fields[name]
    field.field.setText(text)
    field.validate()
    assert words in field.error.text()
    assert not wizard.go.isEnabled()
    wizard.reject()


def test_a_taken_name_is_refused_and_the_wizard_stays(stage: Stage, tmp_path: Path) -> None:
    stage.answers.expected = True
    wizard = wizard_of(stage)
    wizard.agency.name.setText("Kota X")
    wizard._check()
    path = tmp_path / "ada.ipasn"
    path.write_text("milik orang")
    stage.answers.save.append(path)
    wizard.go.click()
    stage.settle()
    assert [getattr(one, "kode", "") for one in stage.answers.told] == ["berkas-sudah-ada"]
    assert wizard.isEnabled()
    assert path.read_text() == "milik orang"
    wizard.reject()


def test_nothing_is_left_of_a_project_whose_settings_are_refused(
    stage: Stage, tmp_path: Path
) -> None:
    stage.answers.expected = True
    wizard = wizard_of(stage)
    wizard.agency.name.setText("Kota X")
    told = wizard.told()
    told.settings["pejabat.1"] = "penanda_tangan;A;123;;B"
    path = tmp_path / "baru.ipasn"
    stage.window.workspace.make(path, told.build(path))
    stage.settle()
    assert [getattr(one, "kode", "") for one in stage.answers.told] == ["pejabat"]
    assert not path.exists()
    wizard.reject()


def test_a_signatory_is_never_dropped_unsaid(stage: Stage) -> None:
    wizard = wizard_of(stage)
    wizard.agency.name.setText("Kota X")
    wizard.official.parts[0].field.setText("Siti Contoh")
    wizard._check()
    wizard.go.click()
    assert wizard.pages.currentWidget() is wizard.official
    assert wizard.official.parts[3].error.text() == "Jabatan penanda tangan belum diisi."
    assert wizard.why.text() == "Jabatan penanda tangan belum diisi."
    wizard.official.parts[3].field.setText("Kepala Badan")
    wizard.official.parts[3].validate()
    assert wizard.told().settings["pejabat.1"] == "penanda_tangan;Siti Contoh;;;Kepala Badan"


def test_nothing_is_red_before_anything_is_written(stage: Stage) -> None:
    wizard = wizard_of(stage)
    assert wizard.why.property("role") == "caption"
    wizard.target.fields["disiplin"].field.setText("9")
    wizard.target.fields["disiplin"].validate()
    assert wizard.why.property("role") == "error"


def test_enter_goes_on_but_not_over_a_fault(stage: Stage) -> None:
    wizard = wizard_of(stage)
    wizard.agency.name.setText("Kota X")
    QTest.keyClick(wizard.agency.name, Qt.Key.Key_Return)
    assert wizard.pages.currentWidget() is wizard.year
    wizard.next.click()
    wizard.target.fields["kinerja"].field.setText("31")
    wizard.next.click()
    assert wizard.pages.currentWidget() is wizard.target
    assert "tidak berlaku" in wizard.target.fields["kinerja"].error.text()


def test_escape_asks_before_what_is_written_is_lost(stage: Stage) -> None:
    wizard = wizard_of(stage)
    wizard.agency.name.setText("Kota X")
    stage.answers.yes = False
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert stage.answers.asked[0].judul == "Tinggalkan proyek baru?"
    stage.answers.yes = True
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()


def test_on_a_small_screen_the_pages_scroll_and_the_foot_stays(stage: Stage) -> None:
    stage.window.resize(960, 480)
    wizard = wizard_of(stage)
    stage.settle()
    assert wizard.height() <= 480 - 24
    foot = wizard.go.mapTo(wizard, wizard.go.rect().bottomRight())
    assert wizard.rect().contains(foot)
    wizard.reject()


def test_an_untouched_wizard_is_left_unasked(stage: Stage) -> None:
    wizard = wizard_of(stage)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert stage.answers.asked == []
    assert not wizard.isVisible()


def test_a_new_project_has_no_emblem_that_is_not_its_own(stage: Stage, tmp_path: Path) -> None:
    wizard = wizard_of(stage)
    wizard.agency.name.setText("Kota X")
    wizard._check()
    path = tmp_path / "baru.ipasn"
    stage.answers.save.append(path)
    wizard.go.click()
    stage.settle()
    with open_project(path) as project:
        assert show_settings(project, None)["lambang"] == "tanpa"


def test_recent_projects_are_listed_found_and_forgotten(
    stage: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    there = tmp_path / "IPASN Kota.ipasn"
    there.touch()
    moment = "2022-01-31T09:40:00+08:00"
    for name in (str(there), str(tmp_path / "hilang.ipasn")):
        stage.settings.remember(Recent(name, 2021, "71,59", 2, "draf", moment))
    start = stage.window.start
    start.refresh()
    assert [row.missing for row in start.rows] == [True, False]
    start.field.setText("kota")
    assert [Path(row.recent.path).stem for row in start.rows] == ["IPASN Kota"]
    start.field.clear()
    with qtbot.waitSignal(start.project_wanted) as opened:
        QTest.keyClick(start.rows[1], Qt.Key.Key_Return)
    assert opened.args == [there]
    stage.answers.files.append([])
    start._look_for(start.rows[0].recent)
    assert [Path(one.path).name for one in stage.settings.recent()] == ["IPASN Kota.ipasn"]
    stage.answers.expected = True  # an empty file was asked to be opened
    stage.settle()


def test_opening_remembers_the_project(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    assert stage.settings.recent()[0] == Recent(
        str(sample), 2021, "71,59", 2, "draf", NOW.isoformat(timespec="minutes")
    )


def test_when_a_project_was_opened() -> None:
    zone = NOW.tzinfo
    assert when_words("2022-01-31T09:40:00+08:00", NOW) == "Hari ini, 09.40"
    assert when_words(datetime.datetime(2022, 1, 30, 23, tzinfo=zone).isoformat(), NOW) == "Kemarin"
    assert when_words("2022-01-12T09:40:00+08:00", NOW) == "12 Januari 2022"
    assert when_words("kemarin dulu", NOW) == ""


def test_the_sample_opens_as_a_project(stage: Stage, tmp_path: Path) -> None:
    stage.answers.save.append(tmp_path / "contoh.ipasn")
    stage.window.commands["contoh"].trigger()
    stage.settle()
    assert stage.window.workspace.current is not None
    assert stage.window.workspace.current.state.instansi.jumlah == 3395


def test_every_screen_has_a_page_in_the_manual(stage: Stage) -> None:
    pages = manual()
    assert {tab.judul for tab in stage.window.tabs} | {"Mulai", "Impor"} <= pages.keys()
    assert "nip-bukan-18-angka" in pages["Semua temuan"]
    for keys in re.findall(r"Ctrl\+[A-Z]\b", pages["Tombol"]):
        known = [a.shortcut().toString() for a in stage.window.commands.actions.values()]
        assert keys in [*known, "Ctrl+C", "Ctrl+A", "Ctrl+V"]
    dialog = ManualDialog(stage.theme, "Kinerja", stage.window)
    assert "Penilaian kinerja" in dialog.text.toPlainText()
    dialog.done(QDialog.DialogCode.Accepted)


def test_about_names_version_and_licences(stage: Stage) -> None:
    dialog = AboutDialog(stage.theme, stage.window)
    assert "IPASN 0." in dialog.text.toPlainText()
    for row, words in ((1, "GUST Font License"), (2, "GNU LESSER"), (3, "Microsoft")):
        dialog.list.setCurrentRow(row)
        assert words in dialog.text.toPlainText()
    dialog.done(QDialog.DialogCode.Accepted)


def test_qt_speaks_indonesian() -> None:
    assert Indonesian().translate("QLineEdit", "Select All") == "Pilih semua"
