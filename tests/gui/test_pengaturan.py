"""Pengaturan: every change is in the file at once, in words, and can be undone."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ipasn_core.model.settings import Settings, emblem_picture
from ipasn_core.reports.document import Arah, Kertas
from ipasn_core.reports.pdf.page import MM, geometry
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.configure import change_settings, show_settings
from ipasn_core.workflow.letterhead import LEFT, RIGHT, letterhead
from ipasn_gui.dialogs.settings_dialog import SettingsDialog
from ipasn_gui.dialogs.settings_fields import (
    SettingChecks,
    SettingChoice,
    SettingLines,
    SettingParagraph,
    SettingsPage,
)
from ipasn_gui.dialogs.settings_kop import KopSettingsPage
from ipasn_gui.dialogs.settings_officials import OfficialsPage
from ipasn_gui.dialogs.settings_pages import AgencyPage, LookPage, ReportPage, TargetPage
from ipasn_gui.theme import DARK, LIGHT
from tests.gui.test_accessible import nameless
from tests.shots.stage import CONTEXT, Stage

NIP = "197001011995011001"


@pytest.fixture
def project(sample: Path, tmp_path: Path) -> Path:
    path = tmp_path / "proyek.ipasn"
    shutil.copy(sample, path)
    return path


def settings_of(stage: Stage, project: Path | None = None) -> SettingsDialog:
    if project is not None:
        stage.open(project)
    stage.window.commands["pengaturan"].trigger()
    stage.settle()
    dialog = stage.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    return dialog


def page(dialog: SettingsDialog, kind: type[SettingsPage]) -> SettingsPage:
    for at in range(dialog.list.count()):
        made = dialog.show_page(dialog.list.item(at).text())
        if isinstance(made, kind):
            return made
    raise LookupError(kind)


def stored(stage: Stage) -> dict[str, str]:
    """What is in the file, read by the worker as the window reads it."""
    found: list[dict[str, str]] = []
    stage.window.workspace.read("Uji", lambda p, _: show_settings(p, None), found.append)
    stage.settle()
    return found[0]


def type_in(field: QLineEdit, text: str) -> None:
    """Write as a hand does: select all, type, leave."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def test_a_field_is_stored_when_it_is_left_told_and_undone(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    agency = page(dialog, AgencyPage)
    assert isinstance(agency, AgencyPage)
    agency.name.field.setFocus()
    agency.name.field.selectAll()
    QTest.keyClicks(agency.name.field, "Pemerintah  Kota Palsu")
    stage.settle()
    assert stored(stage)["instansi"] == "Pemerintah Kota Bontang"
    QTest.keyClick(agency.name.field, Qt.Key.Key_Tab)
    stage.settle()
    assert stored(stage)["instansi"] == "Pemerintah Kota Palsu"
    said = "Nama instansi diubah dari Pemerintah Kota Bontang menjadi Pemerintah Kota Palsu."
    assert said in dialog.said.text_whole()
    dialog.undo.click()
    stage.settle()
    assert agency.name.field.text() == "Pemerintah Kota Bontang"
    assert stored(stage)["instansi"] == "Pemerintah Kota Bontang"


def test_what_cannot_be_is_told_at_the_field_and_not_stored(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    agency = page(dialog, AgencyPage)
    assert isinstance(agency, AgencyPage)
    type_in(agency.name.field, " ")
    stage.settle()
    assert agency.name.error.text() == "Nama instansi tidak boleh kosong."
    target = page(dialog, TargetPage)
    assert isinstance(target, TargetPage)
    type_in(target.fields[0].field, "26")
    stage.settle()
    assert "di atas 0 sampai dengan 25" in target.fields[0].error.text()
    kept = stored(stage)
    assert (kept["instansi"], kept["target.kualifikasi"]) == ("Pemerintah Kota Bontang", "15")


def test_closing_stores_what_is_being_written(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    agency = page(dialog, AgencyPage)
    assert isinstance(agency, AgencyPage)
    agency.name.field.setFocus()
    agency.name.field.selectAll()
    QTest.keyClicks(agency.name.field, "Kota Baru")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    stage.settle()
    assert stored(stage)["instansi"] == "Kota Baru"
    said = "Nama instansi diubah dari Pemerintah Kota Bontang menjadi Kota Baru."
    assert stage.window.toast.accessibleName().endswith(said)
    assert stage.window.toast.action.isVisible()


def test_escape_leaves_an_official_first_and_closing_asks(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    officials = page(dialog, OfficialsPage)
    assert isinstance(officials, OfficialsPage)
    officials.more.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert officials.box is None
    officials.more.click()
    stage.answers.yes = False
    dialog.accept()
    assert dialog.isVisible()
    assert stage.answers.asked[0].judul == "Tutup tanpa menyimpan isian?"
    stage.answers.yes = True
    dialog.accept()
    assert not dialog.isVisible()


def test_targets_and_their_sum(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    target = page(dialog, TargetPage)
    assert isinstance(target, TargetPage)
    assert target.sum.text() == "Jumlah keempat target: 75"
    type_in(target.fields[0].field, "15,5")
    stage.settle()
    assert target.sum.text() == "Jumlah keempat target: 75,5"
    assert dialog.said.text_whole().endswith("Kualifikasi 2021 diubah dari 15 menjadi 15,5.")
    target.own.click()
    type_in(target.index.field, "80")
    stage.settle()
    assert stored(stage)["target.indeks"] == "80"
    current = stage.window.workspace.current
    assert current is not None
    assert current.state.target_indeks == 80
    target.sum.click()
    stage.settle()
    assert "target.indeks" not in stored(stage)
    assert not target.index.isVisible()


def test_the_letterhead_at_its_true_size_and_an_emblem_from_a_file(
    stage: Stage, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = settings_of(stage, project)
    kop = page(dialog, KopSettingsPage)
    assert isinstance(kop, KopSettingsPage)
    assert kop.emblem.warning.isVisible()
    type_in(kop.agency.field, "Badan Kepegawaian")
    kop.address.field.setFocus()
    QTest.keyClicks(kop.address.field, "Jalan Contoh 1")
    QTest.keyClick(kop.address.field, Qt.Key.Key_Return)
    QTest.keyClicks(kop.address.field, "Telepon 1; 2")
    kop.agency.field.setFocus()
    stage.settle()
    assert stored(stage)["alamat"] == "Jalan Contoh 1;Telepon 1, 2"
    qtbot.waitUntil(lambda: not kop.preview.image.isNull())
    millimetres = kop.preview.image.width() / kop.preview.devicePixelRatioF() / 96 * 25.4
    assert round(millimetres * 96 / kop.preview.logicalDpiX()) == 215
    picture = tmp_path / "lambang.jpg"
    image = QImage(2000, 1000, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    image.save(str(picture))
    stage.answers.files.append([picture])
    kop.emblem.pick.click()
    stage.settle()
    png = emblem_picture(stored(stage)["lambang"])
    assert png is not None
    drawn = QImage.fromData(png)
    assert (drawn.width(), drawn.height()) == (900, 450)
    assert not kop.emblem.warning.isVisible()
    words = dialog.said.text_whole()
    assert words.endswith(
        "Lambang pada kop surat diubah dari lambang contoh menjadi gambar dari berkas."
    )
    assert letterhead(Settings.from_text(stored(stage))).count(b"/Image") >= 1
    kop.emblem.chooser.setCurrentIndex(kop.emblem.chooser.findData("tanpa"))
    kop.emblem.chooser.activated.emit(0)
    stage.settle()
    assert stored(stage)["lambang"] == "tanpa"


def test_a_file_that_is_no_picture_is_told(stage: Stage, project: Path, tmp_path: Path) -> None:
    stage.answers.expected = True
    dialog = settings_of(stage, project)
    kop = page(dialog, KopSettingsPage)
    assert isinstance(kop, KopSettingsPage)
    bad = tmp_path / "bukan.png"
    bad.write_text("teks")
    stage.answers.files.append([bad])
    kop.emblem.pick.click()
    stage.settle()
    assert (
        getattr(stage.answers.told[0], "pesan", "") == "“bukan.png” tidak terbaca sebagai gambar."
    )
    assert stored(stage)["lambang"] == "contoh"


def test_an_emblem_that_is_no_png_is_refused(project: Path) -> None:
    from ipasn_core.errors import UsageError  # noqa: PLC0415

    text = "png:" + base64.b64encode(b"GIF89a").decode()
    with open_project(project, CONTEXT) as opened, pytest.raises(UsageError, match="lambang"):
        change_settings(opened, CONTEXT, None, {"lambang": text})


def test_the_preview_knows_the_margins_of_the_report() -> None:
    for paper in Kertas:
        leaf = geometry(paper, Arah.TEGAK)
        assert (round(leaf.left / MM), round(leaf.right / MM)) == (LEFT, RIGHT)


def test_officials_are_added_changed_and_deleted_where_they_stand(
    stage: Stage, project: Path
) -> None:
    dialog = settings_of(stage, project)
    officials = page(dialog, OfficialsPage)
    assert isinstance(officials, OfficialsPage)
    officials.more.click()
    box = officials.box
    assert box is not None
    box.name.field.setText("Siti Contoh, S.Sos.")
    box.save.click()
    assert box.post.error.text() == "Jabatan belum diisi."
    box.post.field.setText("Kepala Badan")
    box.role.setCurrentIndex(1)
    box.save.click()
    assert box.nip.error.text() == "NIP verifikator wajib diisi."
    box.nip.field.setText("19700101 199501 1 001")
    box.save.click()
    stage.settle()
    text = f"verifikator;Siti Contoh, S.Sos.;{NIP};;Kepala Badan"
    assert stored(stage)["pejabat.1"] == text
    assert dialog.said.text_whole().endswith("Verifikator Siti Contoh, S.Sos. ditambahkan.")
    officials.rows["pejabat.1"].edit.click()
    assert officials.box is not None
    officials.box.rank.field.setText("Pembina, IV/a")
    officials.box.save.click()
    stage.settle()
    assert stored(stage)["pejabat.1"].endswith(";Pembina, IV/a;Kepala Badan")
    officials.rows["pejabat.1"].edit.click()
    assert officials.box is not None
    officials.box.deleted.emit()
    stage.settle()
    assert "pejabat.1" not in stored(stage)
    assert officials.rows == {}


def test_choices_and_lists_of_reports(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    report = page(dialog, ReportPage)
    assert isinstance(report, ReportPage)
    paper, copies = report.parts["kertas"], report.parts["tembusan"]
    assert isinstance(paper, SettingChoice)
    assert isinstance(copies, SettingLines)
    paper.setCurrentIndex(paper.findData("a4"))
    paper.activated.emit(1)
    copies.field.setPlainText("Wali Kota\n\n  Kepala BKN ")
    copies.field.document().setModified(True)
    copies.field.setFocus()
    report.parts["kertas"].setFocus()
    stage.settle()
    kept = stored(stage)
    assert (kept["kertas"], kept["tembusan"]) == ("a4", "Wali Kota;Kepala BKN")
    annexes, purpose = report.parts["lampiran"], report.parts["maksud"]
    assert isinstance(annexes, SettingChecks)
    assert isinstance(purpose, SettingParagraph)
    assert all(box.isChecked() for box in annexes.boxes.values())
    annexes.boxes["sumber"].click()
    stage.settle()
    assert stored(stage)["lampiran"] == "nominatif;di-bawah-target;belum-lengkap"
    for name in ("nominatif", "di-bawah-target", "belum-lengkap"):
        annexes.boxes[name].click()
        stage.settle()
    assert stored(stage)["lampiran"] == "tanpa"
    assert dialog.said.text_whole().endswith("menjadi tanpa lampiran.")
    purpose.field.setPlainText("Laporan ini\ndisusun.")
    purpose.field.document().setModified(True)
    purpose.field.setFocus()
    report.parts["kertas"].setFocus()
    stage.settle()
    assert stored(stage)["maksud"] == "Laporan ini disusun."
    rounding = report.parts["capaian"]
    assert isinstance(rounding, SettingChoice)
    assert [rounding.itemText(k) for k in range(rounding.count())] == ["Dipotong", "Dibulatkan"]


def test_the_scheme_changes_live_and_is_remembered(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    look = page(dialog, LookPage)
    assert isinstance(look, LookPage)
    try:
        look.buttons["gelap"].click()
        assert stage.theme.tokens is DARK
        assert stage.settings.scheme == "gelap"
    finally:
        look.buttons["terang"].click()
        stage.settings.scheme = "sistem"
    assert stage.theme.tokens is LIGHT


def test_a_file_opened_for_reading_says_why_nothing_can_be_changed(
    stage: Stage, project: Path
) -> None:
    with open_project(project, CONTEXT):
        dialog = settings_of(stage, project)
        agency = page(dialog, AgencyPage)
        assert isinstance(agency, AgencyPage)
        assert not agency.name.field.isEnabled()
        assert "dibaca saja" in agency.why.text()
        assert agency.why.isVisible()


def test_every_control_of_every_page_says_what_it_is(stage: Stage, project: Path) -> None:
    dialog = settings_of(stage, project)
    for at in range(dialog.list.count()):
        dialog.list.setCurrentRow(at)
        stage.settle()
        assert nameless(dialog) == []


def test_no_dialog_is_larger_than_a_small_screen(stage: Stage, project: Path) -> None:
    stage.window.resize(960, 492)
    dialog = settings_of(stage, project)
    assert dialog.height() <= 492 - 24
    assert dialog.width() <= 960 - 48
