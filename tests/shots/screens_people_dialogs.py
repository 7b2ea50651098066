"""Changing people: an NIP, two entries made one, several at once; at fault and not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QDialog, QWidget

from ipasn_gui.dialogs.people_change import ChangeDialog
from ipasn_gui.dialogs.people_course import CourseDialog
from ipasn_gui.dialogs.people_merge import MergeDialog
from ipasn_gui.dialogs.people_nip import NipDialog
from ipasn_gui.dialogs.people_remove import RemoveDialog
from ipasn_gui.tabs.people_tab import PeopleTab
from tests.shots.stage import Stage, sample_project

D = TypeVar("D", bound=QDialog)
LONGEST = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
COURSE = {
    "jenis": "Diklat Teknis",
    "nama": "Pelatihan Pengelolaan Arsip Dinamis bagi Pejabat Fungsional Arsiparis",
    "mulai": "18-10-2021",
    "selesai": "15-10-2021",
    "jp": "24",
}


def _begin(stage: Stage, command: str, kind: type[D]) -> D:
    stage.window.commands[command].trigger()
    stage.settle()
    return next(one for one in stage.window.findChildren(kind) if one.isVisible())


def _leave(stage: Stage, dialog: QDialog) -> None:
    dialog.reject()
    stage.settle()


def _select(stage: Stage, many: int) -> None:
    stage.window.show_tab("Pegawai")
    stage.settle()
    shown = stage.window.tabs[stage.window.tab_row.current]
    assert isinstance(shown, PeopleTab)
    table = shown.page.table
    last = table.records.index(many - 1, 0)
    flag = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(
        QItemSelection(table.records.index(0, 0), last), flag.ClearAndSelect | flag.Rows
    )


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each dialog, and what it says when something is wrong."""
    with TemporaryDirectory() as folder:
        stage.open(sample_project(Path(folder) / "Contoh.ipasn"))
        _select(stage, 1)
        yield from _one(stage)
        _select(stage, 12)
        yield from _several(stage)
        stage.window.workspace.close()
        stage.settle()


def _one(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    current = stage.window.workspace.current
    assert current is not None
    nips = current.state.roster.nip
    nip = _begin(stage, "betulkan-nip", NipDialog)
    yield "orang-nip", nip
    for name, text in (("salah", "198113022006011009"), ("dipakai", str(int(nips[5])))):
        nip.field.setText(text)
        nip.field.textEdited.emit(text)
        yield f"orang-nip-{name}", nip
    _leave(stage, nip)
    merging = _begin(stage, "satukan", MergeDialog)
    yield "orang-satukan", merging
    merging.finder.field.setText("wijaya")
    yield "orang-satukan-cari", merging
    merging.finder.take()
    stage.settle()
    yield "orang-satukan-banding", merging
    _leave(stage, merging)


def _several(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    current = stage.window.workspace.current
    assert current is not None
    leaving = _begin(stage, "keluarkan", RemoveDialog)
    yield "orang-keluarkan", leaving
    _leave(stage, leaving)
    changing = _begin(stage, "ubah-pegawai", ChangeDialog)
    yield "orang-ubah", changing
    changing.inputs["opd"].set_text(LONGEST)
    changing.inputs["jenis_jabatan"].set_text("Fungsional")
    changing.inputs["opd"].edited.emit()
    yield "orang-ubah-isi", changing
    _leave(stage, changing)
    course = _begin(stage, "tambah-kursus", CourseDialog)
    yield "orang-kursus", course
    nips = current.state.roster.nip
    first = np.concatenate((nips[:4], nips[:1])).tolist()
    course.list.setPlainText("\n".join((*map(str, first), "1,98503E+17", "198503122010011999")))
    course.fields.fill(COURSE)
    course.fields.show_all()
    course.fields.edited.emit()
    course.read_list()
    yield "orang-kursus-galat", course
    _leave(stage, course)
