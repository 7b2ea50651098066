"""The whole job through the real window, as an officer does it on her first day."""

from __future__ import annotations

import shutil
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ipasn_core.resources import resource
from ipasn_core.workflow.verify import Answer, verify
from ipasn_gui.app import catch_bugs
from ipasn_gui.dialogs.import_dialog import SELESAI, ImportDialog
from ipasn_gui.dialogs.wizard import ProjectWizard
from ipasn_gui.tabs.beranda import Beranda
from ipasn_gui.tabs.laporan import Laporan
from ipasn_gui.widgets.trace_view import StepBlock
from tests.gui.test_impor import through
from tests.gui.test_laporan import OFFICIAL, isi
from tests.shots.screens_pegawai import page
from tests.shots.stage import CONTEXT, Stage

SITI = "198203212011072700"


def new_project(stage: Stage, path: Path) -> None:
    window = stage.window
    window.commands["baru"].trigger()
    wizard = window.findChild(ProjectWizard)
    assert wizard is not None
    QTest.keyClicks(wizard.agency.name, "Pemerintah Kota Bontang")
    for name, value in (("kualifikasi", "15"), ("kompetensi", "31"), ("kinerja", "25")):
        wizard.target.fields[name].field.setText(value)
    wizard.target.fields["disiplin"].field.setText("4")
    stage.answers.save.append(path)
    wizard.go.click()
    stage.settle()


def drop(stage: Stage, *paths: Path) -> ImportDialog:
    window = stage.window
    window.take_files(list(paths))
    stage.settle()
    return window.findChildren(ImportDialog)[-1]


def shown_index(stage: Stage) -> str:
    window = stage.window
    window.show_tab("Beranda")
    stage.settle()
    tab = window.tabs[0]
    assert isinstance(tab, Beranda)
    return tab.page.index.figure.text()


def test_from_a_new_project_to_the_signed_report(stage: Stage, tmp_path: Path) -> None:
    window, path = stage.window, tmp_path / "Bontang.ipasn"
    new_project(stage, path)
    assert window.windowTitle() == "Bontang.ipasn – IPASN"

    # Both shapes of sheet in one drop: people with what a wide table says, and histories.
    dialog = drop(stage, resource("contoh", "riwayat.xlsx"), resource("contoh", "nominatif.xlsx"))
    through(stage, dialog)
    assert dialog.step == SELESAI
    dialog.reject()
    assert shown_index(stage) == "71,59"

    # A person is found, and why it is so many points can be read.
    people = page(stage, "Pegawai")
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(people.bar.field, SITI)
    stage.settle()
    assert people.table.records.rowCount() == 1
    QTest.keyClick(people.bar.field, Qt.Key.Key_Return)
    stage.settle()
    assert people.pane.isVisible()
    competence = page(stage, "Kompetensi")
    stage.settle()
    shown = [one for one in competence.pane.findChildren(StepBlock) if one.isVisible()]
    blocks = {one.step.instrumen: one for one in shown}
    current = window.workspace.current
    assert current is not None
    at = int(current.state.roster.nip.searchsorted(int(SITI)))
    dimensi = int(current.state.scores.dimensi[1][at])
    assert sum(one.step.poin for one in blocks.values()) == dimensi
    assert all(one.step.pasal for one in blocks.values())

    # The import is taken back, and brought again.
    window.commands["urungkan"].trigger()
    stage.settle()
    assert window.status.parts["pegawai"].text() == "0 pegawai"
    window.commands["ulangi"].trigger()
    stage.settle()
    assert shown_index(stage) == "71,59"

    # Signed; the paper is what was signed, and nothing can be changed any more.
    window.show_tab("Laporan")
    stage.settle()
    report = window.tabs[-1]
    assert isinstance(report, Laporan)
    isi(report, tempat="Bontang", **OFFICIAL)
    assert report.signing.why_not() == ""
    target = tmp_path / "laporan.pdf"
    stage.answers.save.append(target)
    report.signing.primary.click()
    stage.settle()
    assert [one.judul for one in stage.answers.asked] == ["Sahkan hasil tahun 2021?"]
    assert verify(target, path, CONTEXT.now).jawaban == Answer.ASLI
    assert window.info.text.text_whole() == "Tahun 2021 telah disahkan. Data terkunci."
    assert window.workspace.locked
    window.commands["impor"].trigger()
    assert "disahkan" in window.toast.text.text()
    assert not window.findChildren(ImportDialog)


def test_a_bug_in_a_slot_is_told_and_the_program_goes_on(
    stage: Stage, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (sys, threading):  # put back afterwards
        monkeypatch.setattr(module, "excepthook", module.excepthook)
    stage.answers.expected = True
    path = tmp_path / "salinan.ipasn"
    shutil.copy(sample, path)
    stage.open(path)
    window = stage.window

    def broken(*_: object) -> None:
        raise KeyError(SITI)

    catch_bugs(window)
    window.workspace.change("Mengubah", broken)
    stage.settle()
    report = str(stage.answers.told[-1])
    assert "KeyError" in report
    assert "test_pekerjaan.py" in report
    assert SITI not in report
    window.commands["urungkan"].trigger()
    stage.settle()
    assert window.status.parts["pegawai"].text() == "0 pegawai"
