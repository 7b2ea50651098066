"""Beranda: the sample, a perangkat daerah, and the years that strain it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtWidgets import QWidget

from ipasn_core.scoring.year_state import YearState
from ipasn_core.workflow.current import Current
from ipasn_core.workflow.review import DRAF, Status
from ipasn_gui.tabs.beranda import Beranda
from tests.reports.years import TARGETS, empty_person, random_people, year
from tests.shots.stage import Stage, empty_project, sample_project

LONG = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Penajam Paser Utara"


def crowd() -> YearState:
    """Make a year of forty perangkat daerah with long names, and data missing all over."""
    names: list[str | None] = [f"{LONG} {k}" for k in range(1, 41)]
    return year(random_people(400, names), targets=TARGETS)


def lone() -> YearState:
    """Make a year of one person without any data and without targets."""
    return year([empty_person(opd="Dinas Contoh", status="PNS", kedudukan="01")])


def nobody_measured() -> YearState:
    """Make a year whose people the rule does not measure."""
    people: list[dict[str, Any]] = random_people(12, ["Dinas Contoh"])
    return year([one | {"status": "CPNS"} for one in people], targets=TARGETS)


def show_year(stage: Stage, state: YearState) -> Beranda:
    """Put a year into the window as if it had been loaded, and return the tab that shows it."""
    workspace = stage.window.workspace
    before = workspace.current
    status = Status(DRAF, None, berubah_sejak_pengesahan=False)
    if before is None:
        current = Current(state, status, (state.tahun,), "", "", "2022-01-31T14:02:00+08:00", True)
    else:
        current = replace(before, state=state, status=status)
    workspace._swap(current)
    stage.settle()
    return beranda(stage)


def beranda(stage: Stage) -> Beranda:
    """Return the tab, shown."""
    stage.window.show_tab("Beranda")
    return next(tab for tab in stage.window.tabs if isinstance(tab, Beranda))


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each with its name."""
    window = stage.window
    with TemporaryDirectory() as folder:
        stage.open(sample_project(Path(folder) / "IPASN Kota Bontang.ipasn"))
        tab = beranda(stage)
        yield "beranda", window
        bar = tab.view.verticalScrollBar()
        if bar.maximum():
            bar.setValue(bar.maximum())
            yield "beranda-bawah", window
            bar.setValue(0)
        tab.page.opd.lowest.click()
        tab.page.distribution.button.click()
        tab.page.opd.panel.button.click()
        yield "beranda-tabel", window
        tab.page.opd.best.click()
        tab.page.distribution.button.click()
        tab.page.opd.panel.button.click()
        names = window.workspace.current.state.roster.opd_nama if window.workspace.current else ()
        window.workspace.choose_opd(names.index("Dinas Kesehatan"))
        yield "beranda-opd", window
        window.workspace.choose_opd(-1)
        for name, state in (
            ("beranda-40-opd", crowd()),
            ("beranda-seorang", lone()),
            ("beranda-tidak-diukur", nobody_measured()),
        ):
            show_year(stage, state)
            yield name, window
        stage.open(empty_project(Path(folder) / "Kosong.ipasn"))
        yield "beranda-kosong", window
        window.workspace.close()
        stage.settle()
