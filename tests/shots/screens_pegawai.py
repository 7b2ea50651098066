"""The tables of people: everybody, the dimensions, filters, nobody, one person, all faulty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_gui.models.people_filter import DI_BAWAH, TEMUAN
from ipasn_gui.tabs.tab import Chosen
from ipasn_gui.widgets.people_page import PeoplePage
from tests.bench.people import people
from tests.shots.stage import CONTEXT, Stage, empty_project, sample_project
from tests.workflow.kantor import Row, buku

LONG = (
    "Prof. Dr. Ir. Raden Ajeng Siti Nurhaliza Kusumaningrum Wirjosoebroto, S.T., M.Sc., Ph.D.",
    "Kepala Bidang Pengembangan Kompetensi dan Penilaian Kinerja Aparatur Sipil Negara",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
)
DIMENSI = ("Kualifikasi", "Kompetensi", "Kinerja", "Disiplin")
_HEADS = ["NIP", "Nama", "Status", "Golongan", "Jenis Jabatan", "Jenjang Jabatan"]
_HEADS += ["Nama Jabatan", "Perangkat Daerah"]


def faulty_project(path: Path, count: int) -> Path:
    """Make a project of people of whom nothing is known but who they are; the first is long."""
    rows: list[Row] = [
        [one.nip, one.nama, "PNS", one.golongan, one.jenis_jabatan, one.jenjang, one.jabatan]
        + [one.opd]
        for one in people(count)
    ]
    first = list(rows[0])
    first[1], first[6], first[7] = LONG
    return _imported(path, {"Pegawai": [_HEADS, first, *rows[1:]]})


def half_project(path: Path) -> Path:
    """Make a project in which every other person has a degree, an appraisal and courses."""
    made = list(people(40))
    rows: list[Row] = [
        [one.nip, one.nama, "PNS", one.golongan, one.jenis_jabatan, one.jenjang, one.jabatan]
        + [one.opd, one.pendidikan, one.jp, one.seminar, one.nilai, one.hukuman]
        if at % 2
        else [one.nip, one.nama, "PNS" if at % 4 else "PPPK", one.golongan, one.jenis_jabatan]
        + [one.jenjang, one.jabatan, one.opd]
        for at, one in enumerate(made)
    ]
    heads = [*_HEADS, "Pendidikan", "JP Diklat Teknis", "Seminar/Workshop", "Nilai Kinerja"]
    return _imported(path, {"Pegawai": [[*heads, "Hukuman Disiplin"], *rows]})


def _imported(path: Path, sheets: dict[str, list[Row]]) -> Path:
    empty_project(path)
    import_sheets(path, CONTEXT, [buku(path.with_suffix(".xlsx"), sheets)], Options())
    return path


def page(stage: Stage, name: str) -> PeoplePage:
    """Show a tab that lists people, and return its page."""
    stage.window.show_tab(name)
    stage.settle()
    found = next(tab for tab in stage.window.tabs if tab.judul == name)
    made = found.findChild(PeoplePage)
    assert made is not None
    return made


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield the tabs as they are with several projects."""
    window = stage.window
    with TemporaryDirectory() as folder:
        stage.open(sample_project(Path(folder) / "IPASN Kota Bontang.ipasn"))
        yield from _sample(stage)
        for name, path in (
            ("satu", faulty_project(Path(folder) / "Satu.ipasn", 1)),
            ("tanpa-data", faulty_project(Path(folder) / "Tanpa data.ipasn", 30)),
            ("setengah", half_project(Path(folder) / "Setengah.ipasn")),
            ("kosong", empty_project(Path(folder) / "Kosong.ipasn")),
        ):
            stage.open(path)
            for tab in ("Pegawai", *DIMENSI):
                page(stage, tab)
                yield f"{tab.lower()}-{name}", window
        window.workspace.close()
        stage.settle()


def _sample(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    window = stage.window
    for tab in ("Pegawai", *DIMENSI):
        page(stage, tab)
        yield f"{tab.lower()}", window
    shown = page(stage, "Pegawai")
    shown.table.setFocus(Qt.FocusReason.TabFocusReason)
    shown.table.sort_people("indeks", falling=True)
    yield "pegawai-diurutkan", window
    shown.table.sort_people("nama", falling=False)
    shown.bar.field.setText("siti kesehatan")
    yield "pegawai-dicari", window
    shown.bar.field.setText("tidak ada yang bernama begini")
    yield "pegawai-tidak-cocok", window
    shown.bar.clear_all()
    assert window.workspace.current is not None
    people_ids: np.ndarray[tuple[int], np.dtype[np.int64]]
    people_ids = window.workspace.current.state.roster.id[:200]
    window.show_people(Chosen("Kategori Sedang", people_ids))
    chosen = shown.bar.chosen.with_on(DI_BAWAH).with_values("jenis_jabatan", ["Pelaksana"])
    shown.bar.choose(chosen)
    yield "pegawai-disaring", window
    shown.bar.choose(chosen.with_values("kategori", ["Sedang", "Rendah"]).with_on(TEMUAN))
    yield "pegawai-saringan-banyak", window
    shown.bar.open_values("golongan", shown.bar.more)
    yield "pegawai-saringan-nilai", shown.bar.list
    shown.bar.choose_columns()
    yield "pegawai-kolom", shown.bar.list
    shown.bar.list.close()
    shown.bar.menu.open_below(shown.bar.more)
    yield "pegawai-saringan", shown.bar.menu
    shown.bar.menu.close()
    shown.bar.clear_all()
    shown.toggle_pane()
    yield "pegawai-panel", window
    shown.toggle_pane()
