"""A year beside another: loaded anew only where its means may have changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipasn_core.storage.project import open_project
from ipasn_core.workflow.beside import dimension_changes, index_change, load_beside
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.edit_people import remove_from_year
from ipasn_core.workflow.score import load_year
from ipasn_core.workflow.undo import undo
from ipasn_core.workflow.years import add_year
from tests.shots.stage import CONTEXT, sample_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path / "p.ipasn")


def test_settings_and_new_years_leave_it_as_it_is_data_do_not(project: Path) -> None:
    with open_project(project, CONTEXT) as opened:
        first = load_beside(opened, 2021)
        change_settings(opened, CONTEXT, None, {"kertas": "a4", "target.disiplin": "4.5"})
        add_year(opened, CONTEXT, 2022, None, None, None)
        assert load_beside(opened, 2021, first) is first
        assert load_beside(opened, 2022, first).tahun == 2022
        remove_from_year(opened, CONTEXT, 2021, int(opened.load_roster(2021).nip[0]))
        second = load_beside(opened, 2021, first)
        assert second.instansi.jumlah == first.instansi.jumlah - 1
        undo(opened, CONTEXT)
        assert load_beside(opened, 2021, second).instansi == first.instansi


def test_means_of_the_agency_and_of_each_perangkat_daerah(project: Path) -> None:
    with open_project(project, CONTEXT) as opened:
        state, beside = load_year(opened, 2021), load_beside(opened, 2021)
    change = index_change(state.instansi, beside, "")
    assert change is not None
    assert (change.dulu, change.selisih, change.naik) == ("71,59", "0,00", None)
    assert index_change(state.instansi, beside, "Dinas Yang Tidak Ada") is None
    assert dimension_changes(state.instansi, beside, "Dinas Yang Tidak Ada") == (None,) * 4
    inspectorate = beside.group("Inspektorat Daerah")
    assert inspectorate is not None
    assert inspectorate.jumlah == 47
