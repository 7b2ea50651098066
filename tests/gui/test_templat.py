"""Saving the workbook that is handed out: from the start page, and with a project's people."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_gui.dialogs.template import TemplateDialog
from ipasn_gui.widgets.controls import Button
from tests.gui.test_accessible import nameless
from tests.shots.screens_impor import person
from tests.shots.stage import CONTEXT, Stage, empty_project
from tests.workflow.kantor import LEBAR, buku

COUNT = 5


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project of a few people in two perangkat daerah."""
    path = empty_project(tmp_path / "kecil.ipasn")
    rows = [LEBAR, *(person(number) for number in range(1, COUNT + 1))]
    sheet = buku(tmp_path / "data.xlsx", {"Pegawai": rows})
    import_sheets(path, CONTEXT, [sheet], Options())
    return path


def asked(stage: Stage) -> TemplateDialog:
    stage.window.commands["templat"].trigger()
    found = stage.window.findChild(TemplateDialog)
    assert isinstance(found, TemplateDialog)
    return found


def sheets(path: Path) -> list[str]:
    return list(load_workbook(path).sheetnames)


def test_the_start_page_offers_it_without_a_project(stage: Stage, tmp_path: Path) -> None:
    buttons = stage.window.start.findChildren(Button)
    next(one for one in buttons if one.text() == "Simpan templat Excel").click()
    dialog = stage.window.findChild(TemplateDialog)
    assert isinstance(dialog, TemplateDialog)
    assert dialog.people.count() == 1
    assert not dialog.people.isEnabled()
    assert nameless(dialog) == []
    dialog.form.setCurrentIndex(1)
    path = tmp_path / "templat.xlsx"
    stage.answers.save.append(path)
    dialog.go.click()
    stage.settle()
    assert "Riwayat Diklat" in sheets(path)


def test_cancelling_writes_nothing(stage: Stage, tmp_path: Path) -> None:
    stage.answers.save.append(None)
    asked(stage).go.click()
    stage.settle()
    assert list(tmp_path.glob("*.xlsx")) == []


def test_people_of_the_project_stand_in_it(stage: Stage, project: Path, tmp_path: Path) -> None:
    stage.open(project)
    dialog = asked(stage)
    assert dialog.people.itemText(1) == f"Terisi {COUNT} pegawai tahun 2021, satu berkas"
    dialog.people.setCurrentIndex(1)
    path = tmp_path / "semua.xlsx"
    stage.answers.save.append(path)
    dialog.go.click()
    stage.settle()
    assert load_workbook(path, read_only=True)["Pegawai"].max_row == COUNT + 4


@pytest.mark.parametrize("choice", [2, 3])
def test_one_file_each_or_the_chosen_one(
    stage: Stage, project: Path, tmp_path: Path, choice: int
) -> None:
    stage.open(project)
    workspace = stage.window.workspace
    assert workspace.current is not None
    names = workspace.current.state.roster.opd_nama
    assert len(names) == 2
    workspace.choose_opd(0)
    dialog = asked(stage)
    assert dialog.people.count() == 4
    dialog.people.setCurrentIndex(choice)
    folder = tmp_path / "kirim"
    folder.mkdir()
    stage.answers.save.append(folder / "T.xlsx")
    said: list[str] = []
    workspace.told.connect(lambda text, _: said.append(text))
    dialog.go.click()
    stage.settle()
    made = sorted(path.name for path in folder.iterdir())
    if choice == 2:
        assert len(made) == len(names)
        assert said == [f"Disimpan: {len(names)} berkas di kirim."]
    else:
        assert made == ["T.xlsx"]
        assert load_workbook(folder / "T.xlsx")["Pegawai"]["A2"].value == names[0]


def test_a_folder_that_is_gone_is_told(stage: Stage, tmp_path: Path) -> None:
    stage.answers.expected = True
    stage.answers.save.append(tmp_path / "tiada" / "t.xlsx")
    asked(stage).go.click()
    stage.settle()
    told = [getattr(one, "kode", "") for one in stage.answers.told]
    assert told == ["keluaran-tidak-dapat-ditulis"]
