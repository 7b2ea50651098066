"""The findings of a year in the window: looked at, led to their person, set aside, taken up."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ipasn_core.model.finding import Severity
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.findings import aside_findings, open_findings
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_core.workflow.score import load_year
from ipasn_gui.dialogs.findings import FindingsDialog
from ipasn_gui.dialogs.reader import ManualDialog
from ipasn_gui.tabs.laporan import Laporan
from ipasn_gui.widgets.controls import Button
from tests.shots.stage import CONTEXT, Stage, empty_project
from tests.workflow.kantor import ANI, BUDI, LEBAR, buku, lebar

REASON = "Baris contoh dari pengirim."
SALAH = "12345"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two people, one with a degree nobody knows, and three rows without a possible NIP."""
    path = empty_project(tmp_path / "temuan.ipasn")
    rows = [LEBAR, lebar(ANI, "Ani", pendidikan="S9"), lebar(BUDI, "Budi")]
    rows += [lebar(f"{SALAH}{k}", f"Salah {k}") for k in range(3)]
    import_sheets(path, CONTEXT, [buku(tmp_path / "a.xlsx", {"Data": rows})], Options())
    return path


def opened(stage: Stage) -> FindingsDialog:
    stage.window.commands["temuan"].trigger()
    stage.settle()
    return stage.window.findChildren(FindingsDialog)[-1]


def galat(path: Path) -> int:
    with open_project(path) as project:
        return load_year(project, None).galat_terbuka


def aside(path: Path) -> list[str]:
    with open_project(path) as project:
        return [one.alasan for one in aside_findings(load_year(project, None))]


def give(stage: Stage, dialog: FindingsDialog, reason: str = REASON) -> None:
    QTest.keyClicks(dialog.reason.field, reason)
    QTest.keyClick(dialog.reason.field, Qt.Key.Key_Return)
    stage.settle()


def kind(dialog: FindingsDialog, kode: str) -> None:
    group = next(one for one in dialog.list.rows.groups if one.kode == kode)
    dialog.list.choose(group)


def test_one_is_set_aside_with_a_reason_and_taken_back(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    kind(dialog, "nip-bukan-18-angka")
    stage.settle()
    assert dialog.detail.title.text() == "NIP bukan 18 angka"
    assert dialog.detail.place.text_whole() == "a.xlsx › Data › B4"
    assert dialog.detail.value.text() == f"{SALAH}0"
    assert dialog.detail.meaning.text().startswith("Baris ini tidak disimpan")
    assert dialog.detail.todo.text()
    before = galat(project)
    dialog.reason.one.click()
    assert not dialog.reason.go.isEnabled()
    give(stage, dialog)
    assert galat(project) == before - 1
    assert aside(project) == [REASON]
    assert dialog.detail.count.text() == "1 dari 2"
    assert dialog.detail.value.text() == f"{SALAH}1"
    assert dialog.note.text.text_whole() == f"Temuan disisihkan: {REASON}"
    dialog.note.undo.click()
    stage.settle()
    assert galat(project) == before
    assert aside(project) == []
    dialog.reject()


def test_all_of_a_kind_are_one_change_with_one_reason(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    kind(dialog, "nip-bukan-18-angka")
    assert dialog.reason.every.text() == "Sisihkan semua 3…"
    QTest.keyClick(dialog.list.view, Qt.Key.Key_Delete)
    assert dialog.reason.go.text() == "Sisihkan 3 temuan"
    give(stage, dialog)
    assert aside(project) == [REASON] * 3
    current = stage.window.workspace.current
    assert current is not None
    assert current.undo == f"3 temuan “NIP bukan 18 angka” disisihkan: {REASON}"
    assert "nip-bukan-18-angka" not in [one.kode for one in dialog.list.rows.groups]
    dialog.filter.states["disisihkan"].click()
    assert dialog.detail.reason.text() == REASON
    dialog.reason.up.click()
    stage.settle()
    assert len(aside(project)) == 2
    dialog.reason.up_every.click()
    stage.settle()
    assert aside(project) == []
    assert dialog.none.isVisible()
    dialog.reject()


def test_a_derived_finding_is_set_aside_and_taken_up(stage: Stage, tmp_path: Path) -> None:
    path = empty_project(tmp_path / "turunan.ipasn")
    rows = [LEBAR, lebar(ANI, "Ani", nilai=None), lebar(BUDI, "Budi")]
    import_sheets(path, CONTEXT, [buku(tmp_path / "t.xlsx", {"Data": rows})], Options())
    stage.open(path)
    dialog = opened(stage)
    kind(dialog, "belum-ada-data")
    assert dialog.detail.place.text_whole() == "Dihitung dari data yang tersimpan"
    dialog.reason.one.click()
    give(stage, dialog)
    assert aside(path) == [REASON]
    dialog.filter.states["disisihkan"].click()
    dialog.reason.up.click()
    stage.settle()
    assert aside(path) == []
    dialog.reject()


def test_escape_leaves_the_reason_and_then_the_dialog(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    dialog.reason.one.click()
    QTest.keyClick(dialog.reason.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.reason.asking
    QTest.keyClick(dialog.list.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert aside(project) == []


def test_what_is_listed_is_searched_and_filtered(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    dialog.filter.field.setText("ani")
    assert {one.nip for one in dialog.list.rows.findings} == {int(ANI)}
    dialog.filter.field.setText("19800101 200501 2 001 s9")
    assert [one.isi["nilai"] for one in dialog.list.rows.findings] == ["S9"]
    dialog.filter.field.setText("zzz")
    assert dialog.unmatched.isVisible()
    assert not dialog.export.isEnabled()
    dialog.unmatched.primary.click()
    assert dialog.filter.field.text() == ""
    assert dialog.detail.isVisible()
    dialog.filter.chips[Severity.INFO].click()
    assert {one.tingkat for one in dialog.list.rows.findings} <= {Severity.INFO}
    dialog.reject()


def test_a_finding_leads_to_its_person_and_back_to_where_it_was(
    stage: Stage, project: Path
) -> None:
    stage.open(project)
    dialog = opened(stage)
    dialog.filter.field.setText("S9")
    stage.settle()
    assert dialog.detail.person.text_whole() == "Ani, 19800101 200501 2 001"
    [finding] = dialog.list.rows.findings
    dialog.list.choose(finding)
    QTest.keyClick(dialog.list.view, Qt.Key.Key_Return)
    stage.settle()
    roster = stage.window.workspace.current.state.roster  # type: ignore[union-attr]
    assert stage.window.workspace.person == int(roster.id[roster.nip.searchsorted(int(ANI))])
    assert stage.window.tab_row.current == 1
    assert QApplication.activeModalWidget() is None
    again = opened(stage)
    assert again.filter.field.text() == "S9"
    assert again.list.current() == finding
    again.reject()


def test_the_rows_around_are_shown_while_the_file_is_as_it_was(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    kind(dialog, "nip-bukan-18-angka")
    stage.settle()
    part = dialog.file.rows
    assert part is not None
    assert [one.baris for one in part.rows] == [3, 4, 5, 6]
    assert part.kepala[1] == "NIP"
    assert dialog.detail.file.text() == "Buka berkas"
    shown: list[Path] = []

    class Faked:
        def show(self, path: Path) -> bool:
            shown.append(path)
            return True

    dialog.file.outside = Faked()  # type: ignore[assignment]
    dialog.detail.file.click()
    assert [one.name for one in shown] == ["a.xlsx"]
    dialog.reject()


def test_a_file_that_changed_is_looked_for(stage: Stage, project: Path, tmp_path: Path) -> None:
    whole = (tmp_path / "a.xlsx").read_bytes()
    (tmp_path / "a.xlsx").write_bytes(whole + b"x")
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    (elsewhere / "asli.xlsx").write_bytes(whole)
    stage.open(project)
    dialog = opened(stage)
    kind(dialog, "nip-bukan-18-angka")
    stage.settle()
    assert dialog.file.rows is None
    assert dialog.detail.file.text() == "Cari berkas…"
    stage.answers.expected = True
    stage.answers.files = [[tmp_path / "a.xlsx"], [elsewhere / "asli.xlsx"]]
    dialog.detail.file.click()
    assert "bukan berkas yang diimpor" in str(stage.answers.told[0])
    dialog.detail.file.click()
    stage.settle()
    assert dialog.detail.file.text() == "Buka berkas"
    dialog.reject()


def test_the_list_leaves_as_a_workbook(stage: Stage, project: Path, tmp_path: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    target = tmp_path / "temuan.xlsx"
    stage.answers.save = [target]
    dialog.export_list()
    stage.settle()
    rows = list(openpyxl.load_workbook(target)["Temuan"].values)
    assert rows[0][:3] == ("Tingkat", "Temuan", "Kalimat")
    assert len(rows) == len(dialog.list.rows.findings) + 1
    assert any("Ani" in row for row in rows)
    dialog.copy()
    assert dialog.detail.text.text() in QApplication.clipboard().text()
    dialog.reject()


def test_the_manual_is_opened_from_a_finding(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    dialog.detail.manual.click()
    [manual] = stage.window.findChildren(ManualDialog)
    assert manual.list.currentItem().text() == "Semua temuan"
    manual.reject()
    dialog.reject()


def test_the_report_leads_to_what_stands_in_its_way(stage: Stage, project: Path) -> None:
    stage.open(project)
    stage.window.show_tab("Laporan")
    stage.settle()
    report = next(tab for tab in stage.window.tabs if isinstance(tab, Laporan))
    ways = [one for one in report.signing.findChildren(Button) if one.text() == "Lihat"]
    ways[0].click()
    found = stage.window.findChildren(FindingsDialog)
    assert [one.isVisible() for one in found] == [True]
    found[0].reject()


def test_what_was_settled_is_listed_without_anything_to_do(stage: Stage, project: Path) -> None:
    rows = [LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")]
    folder = project.parent
    import_sheets(project, CONTEXT, [buku(folder / "a.xlsx", {"Data": rows})], Options())
    stage.open(project)
    dialog = opened(stage)
    dialog.filter.states["selesai"].click()
    stage.settle()
    assert "S9" in [one.isi.get("nilai") for one in dialog.list.rows.findings]
    assert dialog.reason.isHidden()
    assert dialog.detail.meaning.text().startswith("Selesai")
    dialog.reject()


def test_nothing_open_says_so(stage: Stage, tmp_path: Path) -> None:
    path = empty_project(tmp_path / "bersih.ipasn")
    rows = [LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")]
    import_sheets(path, CONTEXT, [buku(tmp_path / "c.xlsx", {"Data": rows})], Options())
    with open_project(path) as found:
        assert open_findings(load_year(found, None)) == []
    stage.open(path)
    dialog = opened(stage)
    assert dialog.none.isVisible()
    assert dialog.none.accessibleName() == "Tidak ada temuan terbuka"
    assert dialog.reason.isHidden()
    dialog.reject()
