"""Rekapitulasi: one and two groupings, cross table, charts, and the years that strain them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ipasn_core.scoring.year_state import YearState
from ipasn_gui.tabs.rekapitulasi import Rekapitulasi
from ipasn_gui.widgets.recap_bar import GRAFIK, SILANG, RecapChoice
from ipasn_gui.widgets.recap_page import RecapPage
from tests.shots.screens_beranda import crowd, lone, nobody_measured, show_year
from tests.shots.stage import Stage, empty_project, sample_project


def rekapitulasi(stage: Stage) -> Rekapitulasi:
    """Return the tab, shown."""
    stage.window.show_tab("Rekapitulasi")
    stage.settle()
    return next(tab for tab in stage.window.tabs if isinstance(tab, Rekapitulasi))


def choose(page: RecapPage, choice: RecapChoice) -> None:
    """Choose as the person would."""
    page.bar.choose(choice)
    page.bar.changed.emit()


def recap_of(stage: Stage, state: YearState) -> Rekapitulasi:
    """Put a year into the window as if it had been loaded, and return the tab that shows it."""
    show_year(stage, state)
    return rekapitulasi(stage)


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each with its name."""
    window, usual = stage.window, RecapChoice()
    with TemporaryDirectory() as folder:
        stage.open(sample_project(Path(folder) / "IPASN Kota Bontang.ipasn"))
        page = rekapitulasi(stage).page
        yield from _sample(stage, page)
        choose(page, usual)
        for name, state in (("40-opd", crowd()), ("seorang", lone())):
            recap_of(stage, state)
            yield f"rekapitulasi-{name}", window
            choose(page, replace(usual, dan="pendidikan"))
            yield f"rekapitulasi-{name}-dibagi", window
            choose(page, replace(usual, tampilan=GRAFIK))
            yield f"rekapitulasi-{name}-grafik", window
            choose(page, usual)
        recap_of(stage, nobody_measured())
        yield "rekapitulasi-tidak-diukur", window
        stage.open(empty_project(Path(folder) / "Kosong.ipasn"))
        rekapitulasi(stage)
        yield "rekapitulasi-kosong", window
        window.workspace.close()
        stage.settle()


def _sample(stage: Stage, page: RecapPage) -> Iterator[tuple[str, QWidget]]:
    window, usual = stage.window, RecapChoice()
    choose(page, usual)
    yield "rekapitulasi", window
    page.table.sort("jumlah", falling=True)
    page.table.rows.setFocus(Qt.FocusReason.TabFocusReason)
    yield "rekapitulasi-diurutkan", window
    page.table.sort("kelompok", falling=False)
    for name, choice in (
        ("dibagi", replace(usual, dan="jenis_jabatan")),
        ("silang", replace(usual, dan="golongan", tampilan=SILANG)),
        ("silang-kecil", RecapChoice("jenjang", "jenis_kelamin", SILANG, "persen_di_bawah")),
        ("kategori", RecapChoice("kategori", "pendidikan")),
        ("grafik", replace(usual, tampilan=GRAFIK)),
        ("grafik-batang", RecapChoice("pendidikan", "jenis_jabatan", GRAFIK, "pegawai")),
    ):
        choose(page, choice)
        yield f"rekapitulasi-{name}", window
    choose(page, usual)
    assert window.workspace.current is not None
    names = window.workspace.current.state.roster.opd_nama
    window.workspace.choose_opd(names.index("Dinas Kesehatan"))
    yield "rekapitulasi-satu-opd", window
    choose(page, replace(usual, dan="jenis_jabatan"))
    yield "rekapitulasi-satu-opd-dibagi", window
    window.workspace.choose_opd(-1)
