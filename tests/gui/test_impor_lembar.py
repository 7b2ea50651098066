"""What an officer says of sheets and spellings in the import dialog, and what it tells of them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from ipasn_core.model.finding import Severity
from ipasn_core.storage.project import open_project
from ipasn_gui.dialogs.import_dialog import KOLOM, RENCANA, SELESAI, ImportDialog
from ipasn_gui.dialogs.import_people import EMPTY
from tests.shots.screens_impor import doubtful_book, faulty_book, open_dialog, person
from tests.shots.stage import Stage
from tests.workflow.kantor import LEBAR, buku

COURSE = ("NIP", "Nama", "Nama Diklat", "JP", "Tgl Mulai", "Catatan Panitia")
SENTENCE = ("NIP", "Nama", "Tingkat Hukuman", "Nomor SK", "Tanggal SK")


@pytest.fixture
def project(stage: Stage, empty: Path, tmp_path: Path) -> Path:
    """Open a project with nobody in it, and return where it is."""
    path = tmp_path / "proyek.ipasn"
    shutil.copy(empty, path)
    stage.open(path)
    return path


def settings(path: Path) -> dict[str, str]:
    with open_project(path) as project:
        return {k: v for k, v in project.settings().items() if k.startswith(("ejaan", "judul"))}


def two_tables(folder: Path) -> Path:
    """Write people, and a sheet with courses above sentences."""
    people = [person(number) for number in range(1, 6)]
    course = [(one[1], one[2], "Bimtek Arsip", 20, "01-03-2021", "ok") for one in people[:3]]
    sentence = [(one[1], one[2], "Ringan", "12/2021", "01-02-2021") for one in people[3:]]
    both: list[Sequence[object]] = [
        ("DIKLAT TEKNIS",), COURSE, *course, (), ("HUKUMAN",), SENTENCE, *sentence
    ]  # fmt: skip
    return buku(folder / "dua.xlsx", {"Pegawai": [LEBAR, *people], "Campuran": both})


def plan_step(stage: Stage, paths: Sequence[Path]) -> ImportDialog:
    dialog = open_dialog(stage, paths)
    dialog.show_step(RENCANA)
    stage.settle()
    return dialog


# ---------------------------------------------------------------- spellings


def misspelt(folder: Path, name: str = "salah.xlsx") -> Path:
    rows = [person(1, pendidikan="Sarjanna"), person(2, pendidikan="Sarjanna"), person(3)]
    rows += [person(4, pendidikan="Lulusan Hebat")]
    return buku(folder / name, {"Pegawai": [LEBAR, *rows]})


def test_an_unknown_value_is_given_a_meaning(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = plan_step(stage, [misspelt(tmp_path)])
    pane = dialog.rencana.pane
    assert dialog.session.rows == 3
    assert pane.spelling.heading.text() == "Ejaan “Sarjanna” berarti"
    assert pane.spelling.meaning.currentText() == "S-1"
    pane.spelling.add.click()
    stage.settle()
    assert settings(project) == {"ejaan.pendidikan.s1": "Sarjanna"}
    assert dialog.session.rows == 1
    assert dialog.state.text() == "Ejaan tersimpan, data belum"
    assert pane.spelling.heading.text() == "Ejaan “Lulusan Hebat” berarti"
    assert not pane.spelling.add.isEnabled(), "nothing is like it: the officer has to choose"
    assert "“Sarjanna” kini dibaca sebagai S-1" in dialog.rencana.spelled.heading.text()
    place = pane.spelling.meaning.findText("S-2")
    pane.spelling.meaning.setCurrentIndex(place)
    pane.spelling.meaning.activated.emit(place)
    pane.spelling.add.click()
    stage.settle()
    assert dialog.session.rows == 0
    assert dialog.foot.go.text() == "Terapkan 4 perubahan"
    dialog.rencana.spelled.answers()[0].click()  # type: ignore[attr-defined]
    stage.settle()
    assert settings(project) == {"ejaan.pendidikan.s1": "Sarjanna"}
    assert dialog.session.rows == 1
    dialog.go_on()
    stage.settle()
    assert dialog.step == SELESAI


def test_an_added_spelling_holds_in_the_next_import(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    first = plan_step(stage, [misspelt(tmp_path)])
    first.rencana.pane.spelling.add.click()
    stage.settle()
    first.close()
    stage.settle()
    dialog = plan_step(stage, [misspelt(tmp_path, "lagi.xlsx")])
    assert [one.isi["nilai"] for one in dialog.session.findings] == ["Lulusan Hebat"]


def test_a_number_that_cannot_be_read_is_no_spelling(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    dialog = plan_step(stage, [faulty_book(tmp_path)])
    assert dialog.rencana.pane.kode == "nip-angka"
    assert dialog.rencana.pane.spelling.isHidden()


def test_a_head_is_kept_for_every_file(stage: Stage, project: Path, tmp_path: Path) -> None:
    heads = ["Sebutan Nomor", *LEBAR[2:9]]
    one = buku(tmp_path / "a.xlsx", {"Data": [heads, person(1)[1:9], person(2)[1:9]]})
    dialog = open_dialog(stage, [one])
    dialog.show_step(KOLOM)
    dialog.session.choose(dialog.session.sheets[0], "A", "nip")
    stage.settle()
    (always,) = dialog.kolom.always.answers()
    always.click()  # type: ignore[attr-defined]
    stage.settle()
    assert settings(project) == {"judul.nip": "Sebutan Nomor"}
    assert "kini selalu dibaca sebagai NIP" in dialog.kolom.always.heading.text()
    dialog.close()
    stage.settle()
    other = buku(tmp_path / "b.xlsx", {"Data": [[*heads[::-1]], person(3)[8:0:-1]]})
    dialog = plan_step(stage, [other])
    assert dialog.foot.go.text() == "Terapkan 1 perubahan"


# ---------------------------------------------------------------- sheets and tables


def test_each_table_of_a_sheet_has_its_columns(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [two_tables(tmp_path)])
    people, course, sentence = dialog.session.sheets
    assert [one.judul for one in (people, course, sentence)] == [
        "Pegawai", "Campuran · tabel 1", "Campuran · tabel 2"
    ]  # fmt: skip
    assert (course.jenis, course.baris_kepala) == ("pengembangan", 2)
    assert (sentence.jenis, sentence.baris_kepala) == ("hukuman", 8)
    dialog.show_step(KOLOM)
    dialog.kolom.show_sheet(sentence)
    assert dialog.kolom.bar.row.text() == "8"
    assert dialog.kolom.grid.rows.rows[0].baris == 9
    chooser = dialog.kolom.grid.header.choosers[3]
    assert chooser.accessibleName() == "Kolom D, Nomor SK"
    place = chooser.findData("abaikan")
    chooser.setCurrentIndex(place)
    chooser.activated.emit(place)
    stage.settle()
    assert dialog.session.options.kolom == ("dua.xlsx:Campuran:abaikan=D8",)
    _, course, sentence = dialog.session.sheets
    assert [one.kolom[3].bidang for one in (course, sentence)] == ["jp", ""]
    assert dialog.kolom.sheet == sentence


def test_a_table_is_left_out_and_taken_again(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [two_tables(tmp_path)])
    dialog.show_step(KOLOM)
    dialog.kolom.show_sheet(dialog.session.sheets[2])
    kind = dialog.kolom.bar.kind
    for data, jenis in (("lewati", ""), ("", "hukuman"), ("pegawai", "pegawai"), ("", "hukuman")):
        place = kind.findData(data)
        kind.setCurrentIndex(place)
        kind.activated.emit(place)
        stage.settle()
        assert [one.jenis for one in dialog.session.sheets] == ["pegawai", "pengembangan", jenis]
    assert dialog.session.choices.said == ()


def test_the_row_of_the_header_is_said(stage: Stage, project: Path, tmp_path: Path) -> None:
    book = buku(tmp_path / "a.xlsx", {"Data": [("Daftar", "Pegawai"), LEBAR, person(1)]})
    dialog = open_dialog(stage, [book])
    dialog.show_step(KOLOM)
    row = dialog.kolom.bar.row
    for typed, jenis in (("1", ""), ("2", "pegawai")):
        row.setFocus()
        row.selectAll()
        QTest.keyClicks(row, typed)
        QTest.keyClick(row, Qt.Key.Key_Return)
        stage.settle()
        assert dialog.step == KOLOM, "Enter ends the typing"
        assert dialog.session.sheets[0].jenis == jenis
    row.clear()
    QTest.keyClick(row, Qt.Key.Key_Return)
    stage.settle()
    assert dialog.session.choices.said == ()


def test_a_row_that_is_not_there_is_refused(stage: Stage, project: Path, tmp_path: Path) -> None:
    book = buku(tmp_path / "a.xlsx", {"Data": [LEBAR, person(1)]})
    dialog = open_dialog(stage, [book])
    dialog.show_step(KOLOM)
    dialog.session.say(dialog.session.sheets[0], "kepala", "900")
    stage.settle()
    assert dialog.session.choices.said == ()
    assert "dengan baris itu" in dialog.kolom.fault.heading.text()
    assert "--" not in dialog.kolom.fault.heading.text()
    assert dialog.kolom.bar.row.text() == "1"


def test_a_hidden_sheet_is_read_on_request(stage: Stage, project: Path, tmp_path: Path) -> None:
    book = buku(tmp_path / "a.xlsx", {"Satu": [LEBAR, person(1)], "Dua": [LEBAR, person(2)]})
    work = load_workbook(book)
    work["Dua"].sheet_state = "hidden"
    work.save(book)
    dialog = open_dialog(stage, [book])
    dialog.show_step(KOLOM)
    dialog.kolom.show_sheet(dialog.session.sheets[1])
    assert "tersembunyi" in dialog.kolom.question.heading.text()
    (read,) = dialog.kolom.question.answers()
    read.click()  # type: ignore[attr-defined]
    stage.settle()
    assert [one.sebutan for one in dialog.session.sheets] == ["Per pegawai", "Per pegawai"]
    assert dialog.session.options.lembar == ("a.xlsx:Dua:baca",)
    dialog.show_step(RENCANA)
    stage.settle()
    assert dialog.foot.go.text() == "Terapkan 2 perubahan"


def test_a_hidden_sheet_of_a_file_that_vanished(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    book = buku(tmp_path / "a.xlsx", {"Satu": [LEBAR, person(1)], "Dua": [LEBAR, person(2)]})
    work = load_workbook(book)
    work["Dua"].sheet_state = "hidden"
    work.save(book)
    dialog = open_dialog(stage, [book])
    book.unlink()
    dialog.show_step(KOLOM)
    dialog.session.read_hidden(dialog.session.sheets[1])
    stage.settle()
    assert "tidak ditemukan" in dialog.kolom.fault.heading.text()
    dialog.show_step(RENCANA)
    stage.settle()
    assert dialog.foot.go.text() == "Terapkan 1 perubahan", "what was read is still there"


# ---------------------------------------------------------------- what is told


def test_columns_not_taken_are_named_again(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = plan_step(stage, [two_tables(tmp_path)])
    assert dialog.link.unused.text() == "Tidak diambil: Catatan Panitia"
    dialog.go_on()
    stage.settle()
    assert dialog.selesai.unused.text() == "Kolom tidak diambil: Catatan Panitia."


def test_rows_to_correct_are_counted_as_they_are_written(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    dialog = plan_step(stage, [faulty_book(tmp_path)])
    assert dialog.rencana.tiles["ditolak"].accessibleName() == (
        "Ditolak: 7, dan isi 3 baris sebagian"
    )
    target = tmp_path / "perbaiki.xlsx"
    stage.answers.save = [target]
    dialog.foot.save.click()
    stage.settle()
    written = sum(sheet.max_row - 1 for sheet in load_workbook(target).worksheets)
    assert dialog.foot.save.text() == f"Simpan {written} baris untuk diperbaiki…"
    dialog.go_on()
    stage.settle()
    assert "7 baris ditolak dan tidak disimpan; sebagian isi 3 baris lain" in (
        dialog.selesai.rest.text()
    )


def test_without_a_row_kept_out_the_tile_speaks_of_findings(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    one = buku(tmp_path / "a.xlsx", {"Pegawai": [LEBAR, person(1)]})
    dialog = plan_step(stage, [one])
    assert dialog.rencana.tiles["ditolak"].accessibleName() == "Ditolak: 0, semua baris disimpan"
    dialog.close()
    two = buku(tmp_path / "b.xlsx", {"Pegawai": [LEBAR, person(1, pendidikan="Sarjanna")]})
    dialog = plan_step(stage, [two])
    assert dialog.rencana.tiles["ditolak"].accessibleName() == (
        "Sebagian: 1, ada isi yang tidak disimpan"
    )


def test_blank_is_told_from_what_was_not_there(stage: Stage, project: Path, tmp_path: Path) -> None:
    first = plan_step(stage, [buku(tmp_path / "a.xlsx", {"P": [LEBAR, person(1, nilai=None)]})])
    first.go_on()
    stage.settle()
    first.close()
    course = (person(1)[1], person(1)[2], "Bimtek Arsip", 20, "01-03-2021", "")
    more: dict[str, Sequence[Sequence[object]]] = {
        "P": [LEBAR, person(1, nilai=90)],
        "Diklat Teknis": [COURSE, course],
    }
    dialog = plan_step(stage, [buku(tmp_path / "b.xlsx", more)])
    dialog.rencana.tiles["berubah"].click()
    stage.settle()
    rows = dialog.rencana.changes.rows
    told = {rows.index(at, 2).data(): rows.index(at, 3).data() for at in range(rows.rowCount())}
    assert told["Nilai kinerja 2021"] == EMPTY
    assert told["Riwayat diklat"] == "–"


def test_a_file_that_comes_twice_is_said(stage: Stage, project: Path, tmp_path: Path) -> None:
    book = buku(tmp_path / "a.xlsx", {"Pegawai": [LEBAR, person(1)]})
    copy = tmp_path / "salinan.xlsx"
    shutil.copy(book, copy)
    dialog = open_dialog(stage, [book])
    dialog.add_files([book])
    stage.settle()
    assert dialog.foot.text.text_whole() == "“a.xlsx” sudah ada dalam daftar."
    dialog.add_files([copy])
    stage.settle()
    assert dialog.foot.text.text_whole() == "Isi “salinan.xlsx” sama persis dengan “a.xlsx”."
    dialog.show_step(RENCANA)
    stage.settle()
    assert dialog.foot.go.text() == "Terapkan 1 perubahan"


def test_a_file_without_use_is_named_once(stage: Stage, project: Path, tmp_path: Path) -> None:
    bad = tmp_path / "rusak.xlsx"
    bad.write_bytes(b"PK\x03\x04" + bytes(300))
    dialog = open_dialog(stage, [bad, buku(tmp_path / "b.xlsx", {"Kosong": [("Catatan",)]})])
    fault = dialog.berkas.doubt.heading.text()
    assert fault.count("rusak.xlsx") <= 1
    assert dialog.berkas.unread.heading.text().count("rusak.xlsx") == 1


# ---------------------------------------------------------------- keyboard


def test_doubts_are_answered_by_enter_alone(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [doubtful_book(tmp_path)])
    dialog.activateWindow()
    for _ in range(2):
        at = dialog.focusWidget()
        assert at is not None
        QTest.keyClick(at, Qt.Key.Key_Return)
        stage.settle()
    assert dialog.step == KOLOM
    assert dialog.session.options.kolom == ("RSUD Taman Husada.xlsx:Data PNS:nama=I",)
    assert dialog.focusWidget() is dialog.foot.go


def test_tab_goes_as_one_reads(stage: Stage, project: Path, tmp_path: Path) -> None:
    dialog = open_dialog(stage, [doubtful_book(tmp_path)])
    dialog.activateWindow()
    dialog.show_step(KOLOM)
    stage.settle()
    dialog.sources.setFocus()
    passed = []
    for _ in range(14):
        at = dialog.focusWidget()
        assert at is not None
        QTest.keyClick(at, Qt.Key.Key_Tab)
        now = dialog.focusWidget()
        assert now is not None
        passed.append(now.accessibleName() or (now.text() if isinstance(now, QPushButton) else ""))
    assert passed[:6] == [
        "Judul kolom di baris", "Jenis isi", "Pakai kolom B", "Pakai kolom I",
        "Kolom A, NIP", "Kolom B, Nama",
    ]  # fmt: skip
    assert passed[-1] == "Isi lembar"


def test_enter_does_not_pass_over_what_is_kept_out(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(stage, [faulty_book(tmp_path)])
    dialog.activateWindow()
    for _ in range(5):
        at = dialog.focusWidget()
        assert at is not None
        QTest.keyClick(at, Qt.Key.Key_Return)
        stage.settle()
    assert dialog.step == RENCANA
    dialog.foot.go.setFocus()
    QTest.keyClick(dialog.foot.go, Qt.Key.Key_Return)
    stage.settle()
    assert dialog.step == SELESAI


def test_findings_are_searched(stage: Stage, project: Path, tmp_path: Path) -> None:
    rows = [person(at, pendidikan="Sarjanna" if at % 2 else "Hebat") for at in range(1, 31)]
    dialog = plan_step(stage, [buku(tmp_path / "a.xlsx", {"Pegawai": [LEBAR, *rows]})])
    page = dialog.rencana
    galat = page.lists[Severity.GALAT].rows
    QTest.keyClicks(page.search, "hebat")
    assert [one.isi["nilai"] for one in galat.findings] == ["Hebat"] * 15
    assert page.headings[Severity.GALAT].text() == "Tidak disimpan  15 temuan"
    QTest.keyClicks(page.search, "xyz")
    assert page.none.text() == "Tidak ada temuan yang cocok dengan “hebatxyz”."
    assert not page.none.isHidden()
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert len(galat.findings) == 30


def test_of_tables_side_by_side_one_is_left_out(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    people = [person(number) for number in range(1, 6)]
    heads = ("NIP", "Nama Diklat Teknis", "JP", None, "NIP", "Tingkat Hukuman", "Nomor SK")
    rows = [(one[1], "Bimtek", 8, None, one[1], "Ringan", "1/2021") for one in people]
    book = buku(tmp_path / "a.xlsx", {"Pegawai": [LEBAR, *people], "Dua": [heads, *rows]})
    dialog = open_dialog(stage, [book])
    dialog.show_step(KOLOM)
    dialog.session.say(dialog.session.sheets[2], "lewati", "")
    stage.settle()
    assert dialog.session.options.lembar == ("a.xlsx:Dua:lewati@E1",)
    assert [one.jenis for one in dialog.session.sheets] == ["pegawai", "pengembangan", ""]
    dialog.session.say(dialog.session.sheets[2], "lewati", None)
    stage.settle()
    assert [one.jenis for one in dialog.session.sheets] == ["pegawai", "pengembangan", "hukuman"]


def test_people_below_no_header_are_not_asked_about(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    people = [person(number) for number in range(1, 6)]
    dialog = open_dialog(stage, [buku(tmp_path / "a.xlsx", {"Data": people})])
    dialog.show_step(KOLOM)
    assert "tidak memuat baris judul" in dialog.kolom.question.heading.text()
    assert dialog.kolom.question.answers() == []
