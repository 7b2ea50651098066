"""Opening beside what is open, files that are dropped, what a locked year says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ipasn_gui.dialogs.dropped import sort_files
from ipasn_gui.dialogs.import_dialog import ImportDialog
from tests.shots.stage import Stage


@pytest.fixture
def project(empty: Path, tmp_path: Path) -> Path:
    path = tmp_path / "proyek.ipasn"
    shutil.copy(empty, path)
    return path


def test_a_damaged_file_leaves_the_open_project_open(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    stage.answers.expected = True
    stage.open(project)
    damaged = tmp_path / "rusak.ipasn"
    damaged.write_bytes(project.read_bytes()[:5000])
    stage.window.take_files([damaged])
    stage.settle()
    assert len(stage.answers.told) == 1
    workspace = stage.window.workspace
    assert workspace.path == project
    assert workspace.current is not None
    assert stage.window.windowTitle().startswith("proyek.ipasn")
    done: list[object] = []
    workspace.change("Uji", lambda p, _c, _p: p.writable, done.append)
    stage.settle()
    assert done == [True]


def test_the_open_file_opens_again_and_can_still_be_written(stage: Stage, project: Path) -> None:
    stage.open(project)
    stage.open(project)
    current = stage.window.workspace.current
    assert current is not None
    assert current.writable
    assert stage.window.workspace.reading_only is None


def test_another_project_takes_the_place_and_the_first_is_free(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    other = tmp_path / "lain.ipasn"
    shutil.copy(project, other)
    stage.open(project)
    stage.open(other)
    assert stage.window.workspace.path == other
    stage.open(project)
    current = stage.window.workspace.current
    assert current is not None
    assert current.writable


def test_what_is_not_taken_of_a_drop_is_said(stage: Stage, project: Path, tmp_path: Path) -> None:
    stage.open(project)
    other = tmp_path / "lain.ipasn"
    shutil.copy(project, other)
    stage.window.take_files([other, project, tmp_path / "a.xlsx", tmp_path / "b.docx"])
    stage.settle()
    assert stage.window.workspace.path == other
    assert stage.window.toast.isVisible()
    words = stage.window.toast.accessibleName()
    assert words == (
        "“proyek.ipasn” tidak diambil: hanya satu proyek terbuka. “a.xlsx” tidak diambil: tarik "
        "lagi ke proyek ini. “b.docx” bukan lembar kerja."
    )


def test_files_are_told_apart() -> None:
    found = sort_files([Path("a.XLSX"), Path("b.csv")])
    assert (found.project, found.sheets, found.untaken) == (
        None,
        (Path("a.XLSX"), Path("b.csv")),
        "",
    )
    found = sort_files([Path(f"{k}.pdf") for k in range(4)])
    assert found.untaken == "“0.pdf”, “1.pdf”, dan 2 berkas lain bukan lembar kerja."


def test_import_into_a_locked_year_says_why(
    stage: Stage, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.open(project)
    monkeypatch.setattr(type(stage.window.workspace), "locked", property(lambda _: True))
    stage.window.take_files([tmp_path / "a.xlsx"])
    words = stage.window.toast.text.text()
    assert words.startswith("1 berkas tidak diimpor. Tahun 2021 telah disahkan; datanya terkunci.")
    stage.window.toast.hide()
    stage.window.commands["impor"].trigger()
    assert stage.window.toast.isVisible()
    assert stage.window.findChild(ImportDialog) is None
