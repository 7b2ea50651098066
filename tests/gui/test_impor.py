"""Importing in the window: the real dialog from files to done, beside what the command does."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton

from ipasn_core.model.finding import Severity
from ipasn_core.resources import resource
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.import_ import Options, Outcome, import_sheets
from ipasn_core.workflow.undo import undo
from ipasn_gui.dialogs.import_bars import TellBar
from ipasn_gui.dialogs.import_dialog import BERKAS, KOLOM, RENCANA, SELESAI, ImportDialog
from ipasn_gui.jobs import Job
from ipasn_gui.widgets.chooser import Chooser
from tests.shots.screens_impor import (
    doubtful_book,
    faulty_book,
    open_dialog,
    person,
)
from tests.shots.stage import CONTEXT, Stage
from tests.workflow.kantor import LEBAR, PENGESAHAN, buku, run

NOMINATIF, RIWAYAT = resource("contoh", "nominatif.xlsx"), resource("contoh", "riwayat.xlsx")


@pytest.fixture
def project(stage: Stage, empty: Path, tmp_path: Path) -> Path:
    """Open a project with nobody in it, and return where it is."""
    path = tmp_path / "proyek.ipasn"
    shutil.copy(empty, path)
    stage.open(path)
    return path


def small_book(folder: Path, name: str = "kecil.xlsx", **other: object) -> Path:
    rows = [LEBAR, person(1, **other), person(2)]
    return buku(folder / name, {"Pegawai": rows})


def newest(path: Path) -> Any:
    with open_project(path) as project:
        return project.journal()[-1].isi


def entries(path: Path) -> list[str]:
    with open_project(path) as project:
        return [one.perbuatan for one in project.journal()]


def by_command(empty: Path, folder: Path, sheets: Sequence[Path], **options: Any) -> Outcome:
    path = folder / "perintah.ipasn"
    if not path.exists():
        shutil.copy(empty, path)
    return import_sheets(path, CONTEXT, sheets, Options(**options))


def through(stage: Stage, dialog: ImportDialog) -> None:
    """Press the primary button until the import is done."""
    for _ in range(SELESAI - dialog.step):
        assert dialog.foot.go.isEnabled(), dialog.foot.go.toolTip()
        dialog.foot.go.click()
        stage.settle()
    assert dialog.step == SELESAI


def texts(bar: TellBar) -> str:
    return f"{bar.heading.text()} {bar.text.text()}" if not bar.isHidden() else ""


@contextmanager
def worker_held(stage: Stage) -> Iterator[None]:
    """Keep the worker at another job, so that what is asked for meanwhile waits."""
    go_on = threading.Event()
    stage.window.workspace.jobs.run(Job("Menunggu", lambda _: go_on.wait(60), lambda _: None))
    yield
    go_on.set()
    stage.settle()


# ---------------------------------------------------------------- the whole way


def test_both_sample_workbooks_in_one_go(stage: Stage, project: Path, sample: Path) -> None:
    dialog = open_dialog(stage, [NOMINATIF, RIWAYAT])
    assert dialog.windowTitle() == "Impor data – 2 berkas"
    assert dialog.foot.go.text() == "Lihat kolom"
    dialog.foot.go.click()
    assert dialog.foot.go.text() == "Lihat rencana"
    dialog.foot.go.click()
    stage.settle()
    assert dialog.foot.go.text() == "Terapkan 3.395 perubahan"
    assert dialog.state.text() == "Belum ada yang disimpan"
    assert entries(project) == ["buat"]
    through(stage, dialog)
    assert dialog.state.text() == "Tersimpan"
    assert dialog.selesai.text.text() == "3.395 pegawai ditambahkan."
    assert dialog.selesai.indeks.text() == "Indeks tahun 2021: 71,59"
    assert newest(project) == newest(sample), "the sample was imported by the command's own way"
    assert stage.window.status.parts["pegawai"].text() == "3.395 pegawai"
    dialog.foot.go.click()
    assert not dialog.isVisible()
    assert stage.window.tabs[stage.window.tab_row.current].judul == "Beranda"


def test_one_workbook_after_the_other(
    stage: Stage, project: Path, empty: Path, tmp_path: Path
) -> None:
    later = buku(tmp_path / "susulan.xlsx", {"Pegawai": [LEBAR, person(2), person(3)]})
    for sheet in (small_book(tmp_path), later):
        dialog = open_dialog(stage, [sheet])
        through(stage, dialog)
        dialog.close()
        by_command(empty, tmp_path, [sheet])
        assert newest(project) == newest(tmp_path / "perintah.ipasn")
    assert (newest(project)["baru"], newest(project)["tetap"]) == (1, 1)


def test_undo_takes_it_all_back(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [small_book(tmp_path)])
    through(stage, dialog)
    dialog.foot.undo.click()
    stage.settle()
    assert entries(project) == ["buat", "impor", "urungkan"]
    assert dialog.selesai.heading.text() == "Impor diurungkan"
    assert dialog.foot.undo.isHidden()
    assert dialog.state.text() == "Tidak ada yang disimpan"
    current = stage.window.workspace.current
    assert current is not None
    assert len(current.state.roster) == 0


def test_the_same_file_again_is_said_and_left(stage: Stage, project: Path, tmp_path: Path) -> None:
    book = small_book(tmp_path)
    through(stage, first := open_dialog(stage, [book]))
    first.close()
    dialog = open_dialog(stage, [book])
    dialog.show_step(RENCANA)
    stage.settle()
    assert "sudah tersimpan" in texts(dialog.rencana.note)
    assert dialog.rencana.tiles["tetap"].accessibleName().startswith("Tetap: 2,")
    assert dialog.foot.go.text() == "Tutup"
    dialog.foot.go.click()
    assert not dialog.isVisible()
    assert entries(project) == ["buat", "impor"]


# ---------------------------------------------------------------- findings


def test_faults_are_those_of_the_command(
    stage: Stage, project: Path, empty: Path, tmp_path: Path
) -> None:
    book = faulty_book(tmp_path)
    plan = by_command(empty, tmp_path, [book], coba=True).rencana
    dialog = open_dialog(stage, [book])
    dialog.show_step(RENCANA)
    stage.settle()
    tiles = dialog.rencana.tiles
    for what in ("baru", "berubah", "tetap"):
        assert f": {plan.count(what)}," in tiles[what].accessibleName()
    assert f": {plan.ditolak}," in tiles["ditolak"].accessibleName()
    assert plan.ditolak == 7
    for tingkat, shown in dialog.rencana.lists.items():
        told = [one.id for group in shown.rows.groups for one in group.findings]
        assert sorted(told) == sorted(one.id for one in plan.temuan if one.tingkat is tingkat)
    assert dialog.foot.save.text() == "Simpan 10 baris untuk diperbaiki…"


def test_a_finding_stands_beside_its_rows(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [faulty_book(tmp_path)])
    dialog.show_step(RENCANA)
    stage.settle()
    pane = dialog.rencana.pane
    assert pane.heading.text() == "NIP ditulis sebagai angka"
    assert pane.place.text_whole() == "Dinas Kesehatan 2021.xlsx › Nominatif › B7"
    assert pane.count.text() == "1 dari 3"
    assert pane.others.text() == "B13, B21"
    assert pane.grid.framed is not None
    cell = pane.grid.rows.index(*pane.grid.framed)
    assert cell.data() == "198503122010011000"
    pane.after.click()
    assert pane.place.text_whole().endswith("B13")
    sheet = dialog.sources.sheet()
    assert sheet is not None
    assert sheet.judul == "Nominatif"
    (other,) = [one for one in dialog.session.findings if one.kode == "pendidikan-tak-dikenal"]
    dialog.rencana.show_finding(other)
    assert pane.place.text_whole().endswith("I16")
    assert "Isi sel ini tidak disimpan" in pane.meaning.text()


def test_refused_rows_are_those_of_the_command(
    stage: Stage, project: Path, empty: Path, tmp_path: Path
) -> None:
    book, mine, theirs = faulty_book(tmp_path), tmp_path / "ini.xlsx", tmp_path / "itu.xlsx"
    by_command(empty, tmp_path, [book], coba=True, galat=theirs)
    dialog = open_dialog(stage, [book])
    dialog.show_step(RENCANA)
    stage.settle()
    stage.answers.save = [mine]
    dialog.foot.save.click()
    stage.settle()
    assert dialog.foot.text.text_whole() == "Disimpan: ini.xlsx"

    def cells(path: Path) -> list[list[tuple[object, ...]]]:
        return [list(sheet.values) for sheet in load_workbook(path).worksheets]

    assert cells(mine) == cells(theirs)


def test_refused_rows_never_replace_a_file_in_use(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    book = faulty_book(tmp_path)
    dialog = open_dialog(stage, [book])
    dialog.show_step(RENCANA)
    stage.settle()
    before = book.read_bytes()
    stage.answers.save = [book]
    dialog.foot.save.click()
    stage.settle()
    assert "sama dengan berkas yang sedang dipakai" in texts(dialog.rencana.fault)
    assert book.read_bytes() == before


def test_changes_are_listed_from_what_to_what(stage: Stage, project: Path, tmp_path: Path) -> None:
    through(stage, first := open_dialog(stage, [small_book(tmp_path)]))
    first.close()
    dialog = open_dialog(stage, [small_book(tmp_path, "lagi.xlsx", nilai=95)])
    dialog.show_step(RENCANA)
    stage.settle()
    assert dialog.foot.go.text() == "Terapkan 1 perubahan"
    dialog.rencana.tiles["berubah"].click()
    stage.settle()
    rows = dialog.rencana.changes.rows
    assert [rows.index(0, at).data() for at in range(5)] == [
        "Pegawai Contoh 1, S.E.",
        "19810101 200501 2 001",
        "Nilai kinerja 2021",
        "80",
        "95",
    ]
    assert rows.rowCount() == 1
    dialog.rencana.tiles["tetap"].click()
    stage.settle()
    assert dialog.rencana.who.rows.index(0, 0).data() == "Pegawai Contoh 2, S.E."


# ---------------------------------------------------------------- columns


def test_a_doubt_is_answered_by_a_button(
    stage: Stage, project: Path, empty: Path, tmp_path: Path
) -> None:
    book = doubtful_book(tmp_path)
    dialog = open_dialog(stage, [book])
    dialog.show_step(KOLOM)
    assert texts(dialog.kolom.question).startswith("Kolom mana yang berisi Nama?")
    press(dialog, "Pakai kolom I")
    stage.settle()
    assert dialog.kolom.sheet is not None
    assert dialog.kolom.sheet.soal is None
    assert texts(dialog.kolom.question) == ""
    hidden = dialog.session.sheets[1]
    dialog.kolom.show_sheet(hidden)
    assert texts(dialog.kolom.question).startswith("Apakah kolom A (“Kode”) berisi NIP?")
    press(dialog, "Ya, NIP")
    stage.settle()
    assert [one.tanda for one in dialog.session.sheets] == ["baik", "baik"]
    through(stage, dialog)
    name = book.name
    by_command(
        empty, tmp_path, [book], kolom=(f"{name}:Data PNS:nama=I", f"{name}:Data Lain:nip=A")
    )
    assert newest(project) == newest(tmp_path / "perintah.ipasn")


def press(dialog: ImportDialog, words: str) -> None:
    (button,) = [
        one for one in dialog.kolom.question.findChildren(QPushButton) if one.text() == words
    ]
    button.click()


def choose(dialog: ImportDialog, place: int, bidang: str) -> None:
    chooser = dialog.kolom.grid.header.choosers[place]
    chooser.setCurrentIndex(chooser.findData(bidang))
    chooser.activated.emit(chooser.currentIndex())


def test_a_likely_answer_may_be_wrong(stage: Stage, project: Path, tmp_path: Path) -> None:
    heads = ["Kode", *LEBAR[2:9], "Kode Lain"]
    rows = [[*person(number)[1:9], f"K{number}"] for number in (1, 2)]
    dialog = open_dialog(stage, [buku(tmp_path / "a.xlsx", {"Data": [heads, *rows]})])
    dialog.show_step(KOLOM)
    for data, expected in (("I", "a.xlsx:Data:nip=I"), ("abaikan", "a.xlsx:Data:abaikan=A")):
        (chooser,) = dialog.kolom.question.findChildren(Chooser)
        place = chooser.findData(data)
        chooser.setCurrentIndex(place)
        chooser.activated.emit(place)
        stage.settle()
        assert by_hand(dialog) == [expected]
        dialog.session.choices.columns.clear()
        dialog.session.plan()
        stage.settle()
    assert texts(dialog.kolom.question).startswith("Apakah kolom A")


def by_hand(dialog: ImportDialog) -> list[str]:
    return list(dialog.session.options.kolom)


def test_a_column_is_chosen_by_hand_and_given_back(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(stage, [small_book(tmp_path)])
    dialog.show_step(KOLOM)
    stage.settle()
    choose(dialog, 2, "abaikan")
    stage.settle()
    assert by_hand(dialog) == ["kecil.xlsx:Pegawai:abaikan=C"]
    assert dialog.session.prepared is not None
    assert dialog.session.prepared.useless is not None
    dialog.show_step(RENCANA)
    stage.settle()
    assert not dialog.foot.go.isEnabled()
    assert dialog.foot.go.toolTip() == "Tidak ada yang dapat disimpan."
    assert "Tidak ada yang dapat disimpan" in texts(dialog.rencana.fault)
    dialog.foot.back.click()
    choose(dialog, 6, "nama")
    stage.settle()
    assert by_hand(dialog) == ["kecil.xlsx:Pegawai:abaikan=C", "kecil.xlsx:Pegawai:nama=G"]
    choose(dialog, 2, "nama")
    stage.settle()
    assert by_hand(dialog) == []
    assert [one.bidang for one in dialog.session.sheets[0].kolom][6] == "jabatan"


def test_a_column_by_hand_is_remembered(stage: Stage, project: Path, tmp_path: Path) -> None:
    heads = ["Kode", *LEBAR[2:]]
    book = buku(tmp_path / "a.xlsx", {"Data": [heads, person(1)[1:]]})
    dialog = open_dialog(stage, [book])
    dialog.show_step(KOLOM)
    choose(dialog, 0, "nip")
    stage.settle()
    through(stage, dialog)
    dialog.close()
    again = buku(tmp_path / "b.xlsx", {"Data": [heads, person(2)[1:]]})
    dialog = open_dialog(stage, [again])
    dialog.show_step(RENCANA)
    stage.settle()
    assert dialog.foot.go.text() == "Terapkan 1 perubahan"


def test_coverage_is_that_of_the_command(
    stage: Stage, project: Path, empty: Path, tmp_path: Path
) -> None:
    sheets: dict[str, Sequence[Sequence[object]]] = {
        "Pegawai": [LEBAR[1:9], person(1)[1:9], person(3)[1:9]],
        "Hukuman": [("NIP", "Tingkat Hukuman", "Nomor SK", "Tanggal SK")],
    }
    book = buku(tmp_path / "a.xlsx", sheets)
    dialog = open_dialog(stage, [book])
    options = dialog.berkas.options
    for number, cakup in enumerate([(), ("semua",), ("Dinas Kesehatan",), ("tambahan",)]):
        options.choose(number)
        stage.settle()
        if number == 2:
            place = options.unit.findText("Dinas Kesehatan")
            options.unit.setCurrentIndex(place)
            options.unit.activated.emit(place)
            stage.settle()
        plan = by_command(empty, tmp_path, [book], coba=True, cakup=cakup).rencana
        assert dialog.session.prepared is not None
        assert dialog.session.options.cakup == cakup
        assert dialog.session.prepared.plan.cakupan == plan.cakupan
    options.ganti.click()
    stage.settle()
    assert dialog.session.prepared is not None
    assert dialog.session.prepared.options.ganti


# ---------------------------------------------------------------- what goes wrong


def test_good_files_go_on_beside_a_bad_one(
    stage: Stage, project: Path, empty: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "rusak.xlsx"
    bad.write_bytes(b"%PDF-1.4 bukan lembar kerja")
    good = small_book(tmp_path)
    dialog = open_dialog(stage, [bad, good, tmp_path / "hilang.xlsx"])
    assert "rusak.xlsx" in texts(dialog.berkas.unread)
    assert "Masih ada 1 berkas lain" in texts(dialog.berkas.unread)
    dialog.sources.remove_wanted.emit(2)
    stage.settle()
    through(stage, dialog)
    by_command(empty, tmp_path, [bad, good])
    assert newest(project) == newest(tmp_path / "perintah.ipasn")


def test_a_bad_file_alone_leads_nowhere(stage: Stage, project: Path, tmp_path: Path) -> None:
    bad = tmp_path / "rusak.xlsx"
    bad.write_bytes(b"%PDF-1.4 bukan lembar kerja")
    dialog = open_dialog(stage, [bad])
    assert "PDF" in texts(dialog.berkas.unread)
    assert not dialog.foot.go.isEnabled()
    assert dialog.foot.text.text_whole() == "Belum ada berkas yang dapat dibaca."
    dialog.sources.remove_wanted.emit(0)
    stage.settle()
    assert texts(dialog.berkas.unread) == ""
    assert dialog.foot.text.text_whole() == "Pilih berkas dahulu."


def test_a_signed_year_is_refused_calmly(stage: Stage, empty: Path, tmp_path: Path) -> None:
    path, book = tmp_path / "sah.ipasn", small_book(tmp_path)
    shutil.copy(empty, path)
    import_sheets(path, CONTEXT, [book], Options())
    signed = run("sahkan", path, "-o", tmp_path / "sah.pdf", *PENGESAHAN)
    assert signed.status == 0, signed.err
    stage.open(path)
    dialog = open_dialog(stage, [book])
    assert "Tahun 2021 sudah disahkan" in texts(dialog.berkas.doubt)
    dialog.show_step(RENCANA)
    stage.settle()
    assert "sudah disahkan" in texts(dialog.rencana.fault)
    assert "Terapkan" not in dialog.foot.go.text()


def test_a_plan_that_was_overtaken_is_made_again(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    workspace = stage.window.workspace
    through(stage, first := open_dialog(stage, [small_book(tmp_path)]))
    first.close()
    dialog = open_dialog(stage, [small_book(tmp_path, "lagi.xlsx", nilai=95)])
    dialog.show_step(RENCANA)
    stage.settle()
    assert dialog.foot.go.text() == "Terapkan 1 perubahan"
    workspace.change("Mengurungkan", lambda p, c, _: undo(p, c))
    stage.settle()
    dialog.foot.go.click()
    stage.settle()
    assert "sudah berubah sejak rencana" in texts(dialog.rencana.fault)
    assert dialog.foot.go.text() == "Terapkan 2 perubahan"
    through(stage, dialog)
    assert newest(project)["baru"] == 2


def test_an_import_cancelled_leaves_everything_as_it_was(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    before = project.read_bytes()
    dialog = open_dialog(stage, [small_book(tmp_path)])
    dialog.show_step(RENCANA)
    stage.settle()
    with worker_held(stage):
        dialog.foot.go.click()
        dialog.foot.stop.click()
    assert dialog.step == RENCANA
    assert project.read_bytes() == before
    assert dialog.foot.go.isEnabled()
    through(stage, dialog)
    assert entries(project) == ["buat", "impor"]


def test_a_plan_stopped_is_made_when_asked_for(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [small_book(tmp_path)])
    dialog.show_step(RENCANA)
    stage.settle()
    with worker_held(stage):
        dialog.session.choose_coverage(("semua",), ganti=False)
        assert dialog.foot.go.toolTip() == "Rencana sedang disusun."
        dialog.session.cancel()
    assert dialog.foot.go.text() == "Susun rencana"
    dialog.foot.go.click()
    stage.settle()
    assert dialog.foot.go.text() == "Terapkan 2 perubahan"


def test_leaving_asks_only_while_something_runs(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(stage, [])
    dialog.reject()
    assert stage.answers.asked == []
    assert not dialog.isVisible()
    dialog = open_dialog(stage, [small_book(tmp_path)])
    dialog.show_step(RENCANA)
    dialog.foot.go.click()
    stage.answers.yes = False
    dialog.close()
    assert [one.judul for one in stage.answers.asked] == ["Batalkan impor yang sedang dikerjakan?"]
    stage.settle()
    assert dialog.step == SELESAI
    dialog.close()
    dialog = open_dialog(stage, [])
    stage.answers.yes = True
    dialog.add_files([small_book(tmp_path, "lagi.xlsx")])
    dialog.close()
    stage.settle()
    assert stage.window.findChildren(ImportDialog) == []
    assert entries(project) == ["buat", "impor"]


# ---------------------------------------------------------------- hands


def test_files_are_dropped_and_picked(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [])
    one, other = small_book(tmp_path), small_book(tmp_path, "lain.xlsx")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(event)
    stage.settle()
    stage.answers.files = [[one, other], []]
    dialog.more.click()
    stage.settle()
    assert [file.path.name for file in dialog.session.files] == ["kecil.xlsx", "lain.xlsx"]
    dialog.more.click()
    assert len(dialog.session.files) == 2


def test_the_window_hands_files_on(stage: Stage, project: Path, tmp_path: Path) -> None:
    stage.window.take_files([small_book(tmp_path)])
    stage.settle()
    (dialog,) = stage.window.findChildren(ImportDialog)
    assert [one.judul for one in dialog.session.sheets] == ["Pegawai"]


def test_the_keyboard_goes_the_whole_way(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [small_book(tmp_path)])
    for _ in range(3):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        stage.settle()
    assert dialog.step == SELESAI
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_on_another_button_is_that_button(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(stage, [small_book(tmp_path)])
    dialog.show_step(RENCANA)
    stage.settle()
    dialog.foot.back.setFocus()
    QTest.keyClick(dialog.foot.back, Qt.Key.Key_Return)
    assert dialog.step == KOLOM
    dialog.foot.leave.setFocus()
    QTest.keyClick(dialog.foot.leave, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    stage.settle()
    assert entries(project) == ["buat"]


def test_a_file_is_taken_out_by_its_cross_or_delete(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(stage, [small_book(tmp_path), small_book(tmp_path, "lain.xlsx")])
    view = dialog.sources
    assert view.rows.rowCount() == 4
    area = view.visualRect(view.rows.index(0))
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(
        view.viewport(),
        left,
        Qt.KeyboardModifier.NoModifier,
        QPoint(area.left() + 60, area.center().y()),
    )
    assert len(dialog.session.files) == 2
    QTest.mouseClick(
        view.viewport(), left, Qt.KeyboardModifier.NoModifier, view.cross_of(area).center()
    )
    stage.settle()
    assert [one.path.name for one in dialog.session.files] == ["lain.xlsx"]
    view.setCurrentIndex(view.rows.index(0))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    stage.settle()
    assert dialog.session.files == []
    assert dialog.step == BERKAS


def test_everything_can_be_named(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [doubtful_book(tmp_path)])
    dialog.show_step(KOLOM)
    stage.settle()
    assert dialog.steps.accessibleName() == "Langkah 2 dari 4: Kolom"
    names = [one.accessibleName() for one in dialog.kolom.grid.header.choosers.values()]
    assert names[:2] == ["Kolom A, NIP", "Kolom B, Nama"]
    spoken = dialog.sources.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Data PNS, Data pegawai · 7/9 kolom"


def test_models_keep_their_promises(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [])
    models = (
        dialog.sources.rows,
        dialog.kolom.grid.rows,
        dialog.rencana.pane.grid.rows,
        dialog.rencana.who.rows,
        dialog.rencana.changes.rows,
    )
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in models]
    dialog.add_files([faulty_book(tmp_path)])
    stage.settle()
    dialog.show_step(KOLOM)
    dialog.show_step(RENCANA)
    dialog.rencana.look_at("baru")
    stage.settle()
    assert dialog.rencana.who.rows.rowCount() == 33
    assert len(testers) == 5


def test_a_narrower_sheet_keeps_no_choosers_of_a_wider_one(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(stage, [faulty_book(tmp_path)])
    dialog.show_step(KOLOM)
    stage.settle()
    assert len(dialog.kolom.grid.header.choosers) > 3
    dialog.sources.choose(0, 1)
    assert dialog.kolom.bar.title.text_whole() == "Rekap"
    shown = dialog.kolom.grid.header.findChildren(Chooser)
    assert [one.accessibleName() for one in shown if one.isVisible()] == ["Kolom A, tanpa judul"]


def test_long_sheets_show_their_first_rows_alone(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    rows = [LEBAR, *(person(number) for number in range(1, 400))]
    dialog = open_dialog(stage, [buku(tmp_path / "panjang.xlsx", {"Data": rows})])
    dialog.show_step(KOLOM)
    assert dialog.kolom.grid.rows.rowCount() == 200
    galat = [one for one in dialog.session.findings if one.tingkat is Severity.GALAT]
    assert galat == []
