"""Thirty files of one drop with more than ten thousand findings: one plan, and a window at hand."""

from __future__ import annotations

import csv
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from shiboken6 import isValid

from ipasn_core.model.finding import Severity
from ipasn_gui.dialogs.import_dialog import KOLOM, RENCANA, SELESAI, ImportDialog
from tests.shots.screens_impor import open_dialog, person
from tests.shots.stage import Stage, wait_for
from tests.workflow.kantor import LEBAR

FILES, ROWS = 30, 176
BEAT = 5
"""Milliseconds between two beats."""

MOST = 0.12
"""Seconds of the window's own work between two beats; on a quiet machine it is a third of that."""


class Heartbeat:
    """Tells how long the window's thread worked without looking up; waiting is not counted."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.thread_time()
        self.worst = max(self.worst, now - self._last)
        self._last = now


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty offices' files: every row has two values that nobody can read."""
    place = tmp_path_factory.mktemp("banyak")
    for number in range(FILES):
        opd = f"Dinas Ke-{number + 1}"
        with (place / f"{opd}.csv").open("w", newline="", encoding="utf-8") as target:
            writer = csv.writer(target, delimiter=";")
            writer.writerow([*LEBAR, "Alamat Rumah Dinas"])
            for at in range(ROWS):
                row = person(at, opd=opd, pendidikan="Sarjanna", nilai=191)
                row[1] = (
                    f"{1980 + number // 28}{at % 12 + 1:02}{number % 28 + 1:02}2005011{at + 1:03}"
                )
                writer.writerow(["" if cell is None else cell for cell in [*row, "x"]])
    return place


@pytest.fixture
def dialog(stage: Stage, empty: Path, tmp_path: Path, folder: Path) -> Iterator[ImportDialog]:
    """The dialog after all thirty were dropped on it."""
    path = tmp_path / "proyek.ipasn"
    shutil.copy(empty, path)
    stage.open(path)
    dialog = open_dialog(stage, [])
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)) for one in sorted(folder.iterdir())])
    none = Qt.KeyboardModifier.NoModifier
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    dialog.dropEvent(QDropEvent(QPointF(5, 5), action, mime, button, none))
    stage.settle()
    yield dialog
    if isValid(dialog):
        dialog.close()
        stage.settle()


def test_thirty_files_are_one_plan(stage: Stage, dialog: ImportDialog) -> None:
    assert dialog.windowTitle() == "Impor data – 30 berkas"
    assert dialog.berkas.have.text() == "30 berkas, 30 lembar terpakai"
    dialog.show_step(RENCANA)
    stage.settle()
    assert len(dialog.session.findings) >= 10_000
    galat = dialog.rencana.lists[Severity.GALAT].rows
    assert [len(group.findings) for group in galat.groups] == [FILES * ROWS] * 2
    assert dialog.foot.save.text() == "Simpan 5.280 baris untuk diperbaiki…"
    assert dialog.link.unused.text() == "Tidak diambil: Alamat Rumah Dinas (30 lembar)"
    last = galat.groups[1].findings[-1]
    dialog.rencana.show_finding(last)
    assert dialog.rencana.pane.count.text() == "5.280 dari 5.280"
    assert dialog.sources.sheet() is dialog.session.sheets[-1]


def test_one_spelling_mends_thousands(stage: Stage, dialog: ImportDialog) -> None:
    dialog.show_step(RENCANA)
    stage.settle()
    (first, *_) = dialog.session.of_kind("pendidikan-tak-dikenal")
    dialog.rencana.show_finding(first)
    dialog.rencana.pane.spelling.add.click()
    stage.settle()
    assert not dialog.session.of_kind("pendidikan-tak-dikenal")
    assert len(dialog.session.findings) >= FILES * ROWS
    dialog.go_on()
    stage.settle()
    assert dialog.step == SELESAI
    assert dialog.selesai.text.text() == "5.280 pegawai ditambahkan."


def test_the_window_never_works_long(stage: Stage, dialog: ImportDialog) -> None:
    beat = Heartbeat()
    doing: dict[str, Callable[[], object]] = {
        "Kolom": lambda: dialog.show_step(KOLOM),
        "another sheet": lambda: dialog.kolom.show_sheet(dialog.session.sheets[17]),
        "plan anew": dialog.session.plan,
        "Rencana": lambda: dialog.show_step(RENCANA),
        "a kind opened": lambda: dialog.rencana.show_finding(
            dialog.session.of_kind("pendidikan-tak-dikenal")[-1]
        ),
        "the next": dialog.rencana.pane.before.click,
        "who is new": lambda: dialog.rencana.look_at("baru"),
        "findings again": lambda: dialog.rencana.look_at("ditolak"),
    }
    slow = {}
    for what, do in doing.items():
        beat.worst = 0.0
        QTimer.singleShot(0, do)
        stage.settle()
        wait_for(lambda: beat.worst > 0)
        if beat.worst > MOST:
            slow[what] = round(beat.worst, 3)
    assert slow == {}


def test_a_plan_in_the_making_is_left_by_escape(stage: Stage, dialog: ImportDialog) -> None:
    session = dialog.session
    session.plan()
    stage.answers.yes = True
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    stage.settle()
    assert stage.window.findChildren(ImportDialog) == []
    assert [one.judul for one in stage.answers.asked] == ["Tutup impor ini?"]
    assert (session.files, session.prepared) == ([], None), "what it held is let go"
