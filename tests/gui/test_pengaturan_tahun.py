"""A new year from the old one; the chooser shows the year that is looked at, always."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ipasn_core.storage.project import open_project
from ipasn_core.workflow.years import add_year
from ipasn_gui.dialogs.new_year import NewYearDialog
from ipasn_gui.frame.menu_row import NEW_YEAR
from tests.gui.test_accessible import nameless
from tests.shots.stage import CONTEXT, Stage


@pytest.fixture
def project(sample: Path, tmp_path: Path) -> Path:
    path = tmp_path / "proyek.ipasn"
    shutil.copy(sample, path)
    return path


def asked(stage: Stage) -> NewYearDialog:
    found = stage.window.findChild(NewYearDialog)
    assert isinstance(found, NewYearDialog)
    stage.settle()
    return found


def choose(stage: Stage, text: str) -> None:
    chooser = stage.window.menu_row.year
    chooser.setCurrentIndex(chooser.findText(text))
    chooser.activated.emit(chooser.currentIndex())


def test_a_new_year_from_the_old_one_is_shown(stage: Stage, project: Path) -> None:
    stage.open(project)
    stage.window.menu_row.year.showPopup()
    stage.window.menu_row.year.hidePopup()
    choose(stage, NEW_YEAR)
    assert stage.window.menu_row.year.currentText() == "2021"
    dialog = asked(stage)
    assert (dialog.year.currentText(), dialog.source.currentText()) == ("2022", "2021")
    assert dialog.fields["kompetensi"].field.text() == "31"
    assert nameless(dialog) == []
    dialog.fields["kompetensi"].field.setText("41")
    dialog.go.click()
    assert "sampai dengan 40" in dialog.fields["kompetensi"].error.text()
    dialog.fields["kompetensi"].field.setText("31,5")
    dialog.go.click()
    stage.settle()
    current = stage.window.workspace.current
    assert current is not None
    assert (current.state.tahun, current.years) == (2022, (2021, 2022))
    assert len(current.state.roster) == 3395
    assert current.state.targets.dimensi["kompetensi"] * 2 == 63
    assert stage.window.menu_row.year.currentText() == "2022"
    said = stage.window.toast.accessibleName()
    assert said == "Tahun 2022 dibuat; 3.395 pegawai dibawa dari tahun 2021."
    stage.window.workspace.undo()
    stage.settle()
    assert stage.window.workspace.current is not None
    assert stage.window.workspace.current.years == (2021,)


def test_arrow_keys_at_the_last_year_open_no_dialog(stage: Stage, project: Path) -> None:
    stage.open(project)
    chooser = stage.window.menu_row.year
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    stage.settle()
    assert chooser.currentText() == "2021"
    assert stage.window.findChild(NewYearDialog) is None


def test_a_year_left_asked_changes_nothing(stage: Stage, project: Path) -> None:
    stage.open(project)
    stage.window.commands["tahun-baru"].trigger()
    dialog = asked(stage)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    stage.settle()
    assert stage.window.workspace.current is not None
    assert stage.window.workspace.current.years == (2021,)


def test_the_chooser_shows_the_right_year_after_a_cancel(stage: Stage, project: Path) -> None:
    with open_project(project, CONTEXT) as opened:
        add_year(opened, CONTEXT, 2020, 2021, None, None)
    stage.open(project)
    choose(stage, "2020")
    stage.window.workspace.jobs.cancel()
    stage.settle()
    current = stage.window.workspace.current
    assert current is not None
    assert stage.window.menu_row.year.currentText() == str(current.state.tahun)
    choose(stage, "2020")
    stage.settle()
    assert stage.window.menu_row.year.currentText() == "2020"
