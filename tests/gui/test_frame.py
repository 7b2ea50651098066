"""The frame: what is open, what may be done, and that a bug is told calmly."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ipasn_core.model.settings import Pejabat
from ipasn_core.model.stored import Pengesahan
from ipasn_gui.app import bug_report
from tests.shots.stage import Stage


def test_opening_shows_the_year_and_what_may_be_done(stage: Stage, sample: Path) -> None:
    window = stage.window
    assert not window.commands["impor"].isEnabled()
    stage.open(sample)
    assert window.pages.currentIndex() == 1
    assert window.windowTitle() == "Contoh.ipasn – IPASN"
    assert window.commands["impor"].isEnabled()
    assert window.status.parts["pegawai"].text() == "3.395 pegawai"
    assert window.status.parts["aturan"].text() == "Perban BKN 8/2019"
    assert window.status.saved.text() == "Tersimpan otomatis 14.02"


def test_undo_and_redo_go_through_the_journal(stage: Stage, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "salinan.ipasn"
    shutil.copy(sample, path)
    stage.open(path)
    window = stage.window
    window.commands["urungkan"].trigger()
    stage.settle()
    assert window.status.parts["pegawai"].text() == "0 pegawai"
    assert not window.commands["urungkan"].isEnabled()
    assert window.toast.text.text().startswith("Diurungkan: Impor")
    window.commands["ulangi"].trigger()
    stage.settle()
    assert window.status.parts["pegawai"].text() == "3.395 pegawai"


def test_a_perangkat_daerah_holds_for_all_and_is_said(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    workspace = stage.window.workspace
    assert workspace.current is not None
    roster = workspace.current.state.roster
    place = roster.opd_nama.index("Inspektorat Daerah")
    workspace.choose_opd(place)
    many = int((roster.keadaan["opd"] == place).sum())
    assert len(workspace.people) == many
    assert stage.window.status.parts["pegawai"].text() == f"{many} dari 3.395 pegawai"
    assert workspace.group is not None
    assert workspace.group.jumlah == many


def test_typing_a_perangkat_daerah_begins_anew_and_nonsense_is_let_go(
    stage: Stage, sample: Path
) -> None:
    stage.open(sample)
    row = stage.window.menu_row
    field = row.opd.lineEdit()
    assert field is not None
    stage.window.activateWindow()
    field.setFocus()
    stage.settle()
    assert field.selectedText() == "Semua perangkat daerah"
    QTest.keyClicks(field, "tidak ada ini")
    assert field.text() == "tidak ada ini"
    row.year.setFocus()
    stage.settle()
    assert field.text() == "Semua perangkat daerah"
    assert stage.window.workspace.opd == -1
    field.setFocus()
    stage.settle()
    QTest.keyClicks(field, "Inspektorat Daerah")
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.settle()
    assert stage.window.workspace.opd_name == "Inspektorat Daerah"


def test_a_second_program_reads_and_is_told(stage: Stage, sample: Path, tmp_path: Path) -> None:
    from ipasn_core.storage.project import open_project  # noqa: PLC0415
    from tests.shots.stage import CONTEXT  # noqa: PLC0415

    path = tmp_path / "bersama.ipasn"
    shutil.copy(sample, path)
    with open_project(path, CONTEXT):
        stage.open(path)
        window = stage.window
        assert window.workspace.reading_only is not None
        assert window.info.isVisible()
        assert "sedang dipakai" in window.info.text.text_whole()
        assert not window.menu_row.go.isEnabled()


def test_a_file_that_is_no_project_is_told_and_nothing_opens(stage: Stage, tmp_path: Path) -> None:
    stage.answers.expected = True
    bad = tmp_path / "bukan.ipasn"
    bad.write_bytes(b"x" * 4096)
    stage.open(bad)
    assert [getattr(one, "kode", "") for one in stage.answers.told] == ["bukan-berkas-proyek"]
    assert stage.window.pages.currentIndex() == 0


def test_a_bug_report_names_places_not_people() -> None:
    with pytest.raises(ValueError, match="rahasia") as caught:
        raise ValueError("rahasia 198203212011072700")
    report = bug_report(caught.value)
    assert "ValueError" in report
    assert "test_frame.py" in report
    assert "rahasia" not in report


def test_buttons_of_undo_are_as_their_actions_where_the_year_is_signed(
    stage: Stage, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "salinan.ipasn"
    shutil.copy(sample, path)
    stage.open(path)
    workspace, row = stage.window.workspace, stage.window.menu_row
    current = workspace.current
    assert current is not None
    nobody = Pejabat("1", "Bontang", "2022-01-31", "Nama", "Kepala", "", "")
    signing = Pengesahan(1, 2021, 0, nobody, "2022-01-31T14:02:00+08:00", "", "", 1, True)
    signed = replace(current.state, pengesahan=signing)
    workspace._swap(replace(current, state=signed))
    assert workspace.locked
    assert current.undo
    assert stage.window.commands["urungkan"].isEnabled()
    assert row.undo.isEnabled()
    assert not row.go.isEnabled()


def test_keys_that_nobody_claims_do_nothing(stage: Stage, sample: Path) -> None:
    stage.open(sample)
    button = stage.window.tab_row.buttons[0]
    button.setFocus()
    for key in (Qt.Key.Key_C, Qt.Key.Key_A):
        QTest.keyClick(button, key, Qt.KeyboardModifier.ControlModifier)
    assert stage.window.commands["salin"].isEnabled()
    assert stage.window.commands["pilih-semua"].isEnabled()
    assert stage.app.clipboard().text() == ""
