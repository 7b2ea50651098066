"""How long the window answers nothing: the longest block of its event loop in each thing done.

A project of so many people is imported through the dialog and then worked in, off screen but
otherwise as a person would; the watchdog names where the longest block was.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from ipasn_core.workflow.edit_offers import Offer
from ipasn_gui import app as gui
from ipasn_gui.dialogs.import_dialog import ImportDialog
from ipasn_gui.tabs.people_tab import PeopleTab
from ipasn_gui.theme import Theme
from ipasn_gui.widgets.record_form import RecordForm
from ipasn_gui.widgets.side_pane import SidePane
from tests.gui.watchdog import Watchdog
from tests.shots.stage import Stage, empty_project, wait_for

from . import workbook_file
from .people import people
from .timing import duration

GOAL_MS = 50
_PATIENCE = 30
"""Seconds after which what may be stopped is stopped: every page of a report takes minutes."""
_QUIET_MS = 60
"""How long nothing may be left to do before a step counts as over."""


@dataclass(frozen=True, slots=True)
class Block:
    """The longest block of one thing done.

    Attributes:
        langkah: What was done.
        detik: Seconds.
        sendiri: Seconds of it in which the window's thread itself computed.
        tempat: Our innermost functions at that time, the innermost first.
    """

    langkah: str
    detik: float
    sendiri: float
    tempat: tuple[str, ...]

    def line(self, said: str) -> str:
        """Say it, and whether it is short enough."""
        milliseconds = self.detik * 1000
        verdict = "tercapai" if milliseconds <= GOAL_MS else "belum"
        goal = f"sasaran ≤ {GOAL_MS} ms: {verdict}"
        where = f" ({' ← '.join(self.tempat)})" if milliseconds > GOAL_MS and self.tempat else ""
        what = f"window · terhenti terlama, {self.langkah}, {said}"
        took = f"{duration(self.detik)}, {duration(self.sendiri)} di antaranya menghitung"
        return f"{what}: {took}; {goal} (informasi){where}"


def blocks(app: QApplication, theme: Theme, size: int) -> Iterator[Block]:
    """Do a day's work with a project of so many people, and yield each step's longest block."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stage = Stage(app, folder, theme)
        stage.window.resize(1366, 688)
        stage.window.show()
        gui.warm_up(stage.window)
        stage.settle()
        dog = Watchdog()
        try:
            for langkah, do in _Day(stage, folder, size).steps():
                yield _measured(stage, dog, langkah, do)
        finally:
            dog.stop()
            stage.window.close()


def _measured(stage: Stage, dog: Watchdog, langkah: str, do: Callable[[], object]) -> Block:
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    dog.reset()
    QTimer.singleShot(0, do)
    _run(_QUIET_MS)
    end = time.monotonic() + _PATIENCE
    while stage.window.workspace.jobs.busy:
        wait_for(lambda: stage.idle or time.monotonic() > end, 2 * _PATIENCE)
        stage.window.workspace.jobs.cancel()
        wait_for(lambda: stage.idle, 20 * _PATIENCE)
        _run(_QUIET_MS)
    return Block(langkah, dog.longest, dog.own, dog.where)


def _run(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class _Day:
    """What is done, in order."""

    def __init__(self, stage: Stage, folder: Path, size: int) -> None:
        self.stage = stage
        self.window = stage.window
        self.size = size
        self.sheet = folder / "nominatif.xlsx"
        workbook_file.write(self.sheet, size)
        self.project = empty_project(folder / "ukur.ipasn")
        self.copy = folder / "salinan.ipasn"
        self.nip = int(next(people(size)).nip)

    def steps(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Yield each thing to do, with its name."""
        window, acts = self.window, self.window.acts
        yield "membuka proyek kosong", lambda: acts.open_project(self.project)
        yield "impor: membaca berkas", lambda: acts.import_files([self.sheet])
        yield "impor: kolom", self._go_on
        yield "impor: rencana", self._go_on
        yield "impor: menerapkan", self._go_on
        yield "impor: menutup", self._close_dialog
        yield "menutup proyek", window.commands["tutup"].trigger
        shutil.copy(self.project, self.copy)
        yield "membuka proyek", lambda: acts.open_project(self.copy)
        current = window.workspace.current
        assert current is not None
        assert len(current.state.roster) == self.size
        yield from self._looking()
        yield from self._editing()
        yield from self._dialogs()
        yield "menutup proyek yang terisi", window.commands["tutup"].trigger

    def _looking(self) -> Iterator[tuple[str, Callable[[], object]]]:
        window = self.window
        for turn in ("pertama kali", "lagi"):
            for tab in window.tabs:
                yield f"tab {tab.judul}, {turn}", partial(window.show_tab, tab.judul)
        for name in ("Pegawai", "Kompetensi"):
            page = self._tab(name).page
            yield f"kembali ke {name}", partial(window.show_tab, name)
            for key in ("nama", "indeks" if name == "Pegawai" else "kompetensi"):
                sort = partial(page.table.sort_people, key, falling=True)
                yield f"{name}: urut menurut {key}", sort
            for text in ("sri", "sri lubis", ""):
                yield f"{name}: cari “{text}”", partial(page.bar.field.setText, text)
        yield "memilih perangkat daerah", lambda: window.workspace.choose_opd(3)
        yield "semua perangkat daerah", lambda: window.workspace.choose_opd(-1)
        yield "memilih semua", self._tab("Kompetensi").page.table.selectAll

    def _editing(self) -> Iterator[tuple[str, Callable[[], object]]]:
        window = self.window
        yield "memilih pegawai", lambda: self._tab("Kompetensi").page.table.step(5)
        add = Offer("Tambah diklat…", "pengembangan", isi={"jenis": "Diklat Teknis"})
        yield "membuka isian", lambda: self._pane.editor.begin(add)
        yield "menyimpan catatan", self._save
        yield "mengurungkan", window.workspace.undo
        yield "mengulangi", window.workspace.redo

    def _dialogs(self) -> Iterator[tuple[str, Callable[[], object]]]:
        commands = self.window.commands
        for name in ("temuan", "riwayat", "pengaturan"):
            yield name, commands[name].trigger
            yield f"{name}: menutup", self._close_dialog

    def _tab(self, name: str) -> PeopleTab:
        (tab,) = [one for one in self.window.tabs if one.judul == name]
        assert isinstance(tab, PeopleTab)
        return tab

    @property
    def _pane(self) -> SidePane:
        return self._tab("Kompetensi").page.pane

    def _save(self) -> None:
        form = self._pane.editor.open_form
        assert isinstance(form, RecordForm)
        for name, text in {"nama": "Arsip", "selesai": "3-2-2021", "jp": "900"}.items():
            form.fields.inputs[name].set_text(text)
            form.fields.inputs[name].edited.emit()
        form.save()

    def _go_on(self) -> None:
        dialog = self.window.findChildren(ImportDialog)[-1]
        dialog.foot.go.click()

    def _close_dialog(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
