"""The findings of a year in the window: looked at, led to their person, set aside, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipasn_core.storage.project import open_project
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_core.workflow.score import load_year
from ipasn_gui.dialogs.findings import FindingsDialog
from ipasn_gui.tabs.laporan import Laporan
from ipasn_gui.widgets.controls import Button
from tests.shots.stage import CONTEXT, Stage, empty_project
from tests.workflow.kantor import ANI, BUDI, LEBAR, buku, lebar


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two people and a row without a possible NIP."""
    path = empty_project(tmp_path / "temuan.ipasn")
    rows = [LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi"), lebar("12345", "Salah")]
    import_sheets(path, CONTEXT, [buku(tmp_path / "a.xlsx", {"Data": rows})], Options())
    return path


def opened(stage: Stage) -> FindingsDialog:
    stage.window.commands["temuan"].trigger()
    return stage.window.findChildren(FindingsDialog)[-1]


def galat(path: Path) -> int:
    with open_project(path) as project:
        return load_year(project, None).galat_terbuka


def test_a_galat_is_set_aside_with_a_reason_and_taken_back(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    assert dialog.title.text() == "NIP bukan 18 angka"
    assert "a.xlsx" in dialog.place.text()
    assert dialog.todo.text()
    assert galat(project) == 1
    stage.answers.text = "Baris contoh dari pengirim."
    dialog.aside.click()
    stage.settle()
    assert galat(project) == 0
    assert "1 temuan diabaikan" in dialog.why.text()
    stage.window.workspace.undo()
    stage.settle()
    assert galat(project) == 1
    assert dialog.title.text() == "NIP bukan 18 angka"
    dialog.reject()


def test_no_reason_no_change(stage: Stage, project: Path) -> None:
    stage.open(project)
    dialog = opened(stage)
    stage.answers.text = None
    dialog.aside.click()
    stage.settle()
    assert galat(project) == 1
    dialog.reject()


def test_the_report_leads_to_what_stands_in_its_way(stage: Stage, project: Path) -> None:
    stage.open(project)
    stage.window.show_tab("Laporan")
    stage.settle()
    report = stage.window.tabs[-1]
    assert isinstance(report, Laporan)
    ways = [one for one in report.signing.findChildren(Button) if one.text() == "Lihat"]
    ways[0].click()
    found = stage.window.findChildren(FindingsDialog)
    assert [one.isVisible() for one in found] == [True]
    found[0].reject()


def test_a_finding_leads_to_its_person(stage: Stage, tmp_path: Path) -> None:
    path = empty_project(tmp_path / "orang.ipasn")
    rows = [LEBAR, lebar(ANI, "Ani", pendidikan="S9"), lebar(BUDI, "Budi")]
    import_sheets(path, CONTEXT, [buku(tmp_path / "b.xlsx", {"Data": rows})], Options())
    stage.open(path)
    dialog = opened(stage)
    assert dialog.person.text().startswith("Ani, ")
    dialog.person.click()
    stage.settle()
    roster = stage.window.workspace.current.state.roster  # type: ignore[union-attr]
    assert stage.window.workspace.person == int(roster.id[roster.nip.searchsorted(int(ANI))])
    assert stage.window.tab_row.current == 1


def test_nothing_open_says_so(stage: Stage, tmp_path: Path) -> None:
    path = empty_project(tmp_path / "bersih.ipasn")
    rows = [LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")]
    import_sheets(path, CONTEXT, [buku(tmp_path / "c.xlsx", {"Data": rows})], Options())
    stage.open(path)
    dialog = opened(stage)
    assert dialog.none.isVisible()
    assert not dialog.aside.isEnabled()
    dialog.reject()
