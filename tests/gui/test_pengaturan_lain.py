"""Pengaturan: aturan, what is learned, backups, and what a signed year lets be changed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from shiboken6 import isValid

from ipasn_core.model.settings import Pejabat
from ipasn_core.rules.loader import editions
from ipasn_core.storage import backup
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.configure import change_settings, show_settings
from ipasn_core.workflow.sign import sign
from ipasn_gui.dialogs.settings_backups import BackupsPage, size_words
from ipasn_gui.dialogs.settings_dialog import SettingsDialog
from ipasn_gui.dialogs.settings_learned import LearnedPage
from ipasn_gui.dialogs.settings_officials import OfficialsPage
from ipasn_gui.dialogs.settings_pages import AgencyPage, TargetPage
from ipasn_gui.dialogs.settings_rules import RulesPage
from tests.gui.test_accessible import nameless
from tests.gui.test_pengaturan import page, settings_of
from tests.shots.stage import CONTEXT, Stage


@pytest.fixture
def project(sample: Path, tmp_path: Path) -> Path:
    path = tmp_path / "proyek.ipasn"
    shutil.copy(sample, path)
    return path


@pytest.fixture
def draft(monkeypatch: pytest.MonkeyPatch) -> str:
    """Make a second, draft edition for the same years known."""
    real = editions()
    other = replace(real[0], id="uji", singkatan="Aturan Uji", nama="Aturan Uji", status="draf")
    places = ("workflow.create", "workflow.score", "rules.loader")
    for place in places:
        monkeypatch.setattr(f"ipasn_core.{place}.editions", lambda: (*real, other))
    for place in ("settings_rules", "settings_book"):
        monkeypatch.setattr(f"ipasn_gui.dialogs.{place}.editions", lambda: (*real, other))
    return other.id


def texts(stage: Stage) -> dict[str, str]:
    found: list[dict[str, str]] = []
    stage.window.workspace.read("Uji", lambda p, _: show_settings(p, None), found.append)
    stage.settle()
    return found[0]


def test_changing_the_edition_of_a_year_asks_first(stage: Stage, project: Path, draft: str) -> None:
    dialog = settings_of(stage, project)
    rules = page(dialog, RulesPage)
    assert isinstance(rules, RulesPage)
    chooser = rules.rows[2021].chooser
    chooser.setCurrentIndex(chooser.findData(draft))
    stage.answers.yes = False
    chooser.activated.emit(1)
    stage.settle()
    assert stage.answers.asked[0].judul == "Ukur tahun 2021 menurut Aturan Uji?"
    assert "ATURAN DRAF" in stage.answers.asked[0].isi
    assert chooser.currentData() == "perban-bkn-8-2019"
    chooser.setCurrentIndex(chooser.findData(draft))
    stage.answers.yes = True
    chooser.activated.emit(1)
    stage.settle()
    current = stage.window.workspace.current
    assert current is not None
    assert current.state.edition.draf
    assert dialog.said.text_whole() == (
        "Aturan tahun 2021 diubah dari Perban BKN 8/2019 menjadi Aturan Uji."
    )
    dialog.undo.click()
    stage.settle()
    assert stage.window.workspace.current is not None
    assert not stage.window.workspace.current.state.edition.draf


def test_one_edition_alone_says_so(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    rules = page(dialog, RulesPage)
    assert isinstance(rules, RulesPage)
    assert not rules.rows[2021].chooser.isEnabled()
    assert rules.rows[2021].chooser.accessibleDescription().startswith("Hanya ada satu edisi")


def test_a_spelling_is_taught_found_and_forgotten(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    learned = page(dialog, LearnedPage)
    assert isinstance(learned, LearnedPage)
    QAbstractItemModelTester(
        learned.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    assert learned.nothing.isVisible()
    learned.more.click()
    assert nameless(dialog) == []
    learned.save.click()
    assert learned.error.text() == "Tulisan belum diisi."
    learned.meaning.setCurrentIndex(learned.meaning.findText("Pendidikan – S-1"))
    learned.text.setText("sarj satu")
    learned.save.click()
    stage.settle()
    assert texts(stage)["ejaan.pendidikan.s1"] == "sarj satu"
    learned.more.click()
    learned.kind.setCurrentText("Judul kolom")
    learned.meaning.setCurrentIndex(learned.meaning.findText("NIP"))
    learned.text.setText("Tingkat Pendidikan")
    learned.save.click()
    stage.settle()
    assert "sudah berarti" in learned.error.text()
    assert learned.box.isVisible()
    learned.search.setText("s-1")
    assert learned.count.text() == "1"
    learned.search.setText("tidak ada ini")
    assert learned.nothing.text() == "Tidak ada yang cocok dengan “tidak ada ini”."
    learned.search.clear()
    assert not learned.forget.isEnabled()
    learned.table.selectRow(0)
    assert learned.forget.isEnabled()
    learned.table.setFocus()
    QTest.keyClick(learned.table, Qt.Key.Key_Delete)
    stage.settle()
    assert "ejaan.pendidikan.s1" not in texts(stage)


def test_backups_say_what_happened_since_and_open_as_a_new_file(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    with open_project(project, CONTEXT) as opened:
        opened.back_up(CONTEXT, "impor")
        change_settings(opened, CONTEXT, None, {"kertas": "a4"})
    dialog = settings_of(stage, project)
    backups = page(dialog, BackupsPage)
    assert isinstance(backups, BackupsPage)
    stage.settle()
    model = backups.table.rows
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cells = [model.data(model.index(0, column)) for column in range(3)]
    assert cells[:2] == ["31 Januari 2022, 14.02 WITA", "Sebelum impor"]
    assert not backups.restore.isEnabled()
    backups.table.selectRow(0)
    stage.settle()
    assert backups.differences.text() == "Kertas laporan diubah dari F4 menjadi A4."
    target = tmp_path / "pulih.ipasn"
    stage.answers.save.append(target)
    backups.restore.click()
    stage.settle()
    assert stage.window.workspace.path == target
    assert texts(stage)["kertas"] == "f4"
    assert not isValid(dialog)


def test_a_backup_is_made_by_hand(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    backups = page(dialog, BackupsPage)
    assert isinstance(backups, BackupsPage)
    stage.settle()
    assert backups.nothing.isVisible()
    backups.make.click()
    stage.settle()
    assert [one.sebab for one in backup.listing(project)] == ["tangan"]
    assert len(backups.table.rows.values) == 1


def test_a_damaged_backup_is_told_where_it_would_be_compared(stage: Stage, project: Path) -> None:
    with open_project(project, CONTEXT) as opened:
        made = opened.back_up(CONTEXT, "impor")
    made.path.write_bytes(b"rusak")
    dialog = settings_of(stage, project)
    backups = page(dialog, BackupsPage)
    assert isinstance(backups, BackupsPage)
    stage.settle()
    backups.table.selectRow(0)
    stage.settle()
    assert "bukan" in backups.differences.text()


def test_sizes_as_people_read_them() -> None:
    assert [size_words(n) for n in (10, 99_000, 3_650_000)] == ["1 KB", "99 KB", "3,7 MB"]


@pytest.fixture
def signed(project: Path, tmp_path: Path) -> Path:
    official = Pejabat("800/1/2022", "Bontang", "2022-01-31", "Drs. Contoh, M.Si.", "Kepala Badan")
    with open_project(project, CONTEXT) as opened:
        sign(opened, CONTEXT, None, official, tmp_path / "laporan.pdf")
    return project


def test_a_signed_year_holds_targets_and_edition_and_says_why(stage: Stage, signed: Path) -> None:
    dialog = settings_of(stage, signed)
    target = page(dialog, TargetPage)
    assert isinstance(target, TargetPage)
    assert not any(one.field.isEnabled() for one in target.fields)
    words = "Tahun 2021 telah disahkan; buka kembali tahun itu untuk mengubahnya."
    assert target.why.text() == words
    assert target.why.isVisible()
    rules = page(dialog, RulesPage)
    assert isinstance(rules, RulesPage)
    assert rules.rows[2021].chooser.accessibleDescription() == words
    agency = page(dialog, AgencyPage)
    assert isinstance(agency, AgencyPage)
    assert agency.name.field.isEnabled()
    assert agency.signed.text().startswith("Laporan tahun 2021 yang telah disahkan tetap")
    officials = page(dialog, OfficialsPage)
    assert isinstance(officials, OfficialsPage)
    assert officials.more.isEnabled()


def test_the_settings_by_keyboard_alone(stage: Stage, project: Path) -> None:
    stage.open(project)
    QTest.keyClick(stage.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    dialog = stage.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    target = dialog.pages["Target"]
    assert isinstance(target, TargetPage)
    QTest.keyClick(dialog.list, Qt.Key.Key_Tab)
    assert target.fields[0].field.hasFocus()
    QTest.keyClicks(target.fields[0].field, "16")
    QTest.keyClick(target.fields[0].field, Qt.Key.Key_Tab)
    assert target.fields[1].field.hasFocus()
    stage.settle()
    assert texts(stage)["target.kualifikasi"] == "16"
    QTest.keyClick(target.fields[1].field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
