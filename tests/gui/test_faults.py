"""What comes at a bad moment: bugs in jobs, a project closed under a job, dialogs left early."""

from __future__ import annotations

import gc
import shutil
import sys
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from ipasn_core.model.settings import Settings
from ipasn_core.progress import Progress
from ipasn_core.storage.project import Project
from ipasn_core.workflow import explain
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.letterhead import letterhead
from ipasn_gui.app import catch_bugs
from ipasn_gui.dialogs import import_plan
from ipasn_gui.dialogs.import_dialog import RENCANA, SELESAI, ImportDialog
from ipasn_gui.dialogs.message import Message, ask, ask_text, tell, unexpected
from ipasn_gui.dialogs.template import TemplateDialog
from ipasn_gui.dialogs.wizard import ProjectWizard
from ipasn_gui.widgets import page_image
from ipasn_gui.widgets.controls import Button, Hairline
from ipasn_gui.widgets.page_renderer import PageRenderer
from tests.shots.screens_impor import open_dialog, person
from tests.shots.screens_pegawai import page
from tests.shots.stage import Stage, wait_for
from tests.workflow.kantor import LEBAR, buku

SECRET = "198203212011072700"


@pytest.fixture
def project(stage: Stage, empty: Path, tmp_path: Path) -> Path:
    """Open a project with nobody in it."""
    path = Path(shutil.copy(empty, tmp_path / "proyek.ipasn"))
    stage.open(path)
    return path


@pytest.fixture
def wizard(stage: Stage) -> ProjectWizard:
    """The wizard for a new project, all it must know told."""
    made = ProjectWizard(stage.theme, stage.window.workspace, stage.answers, stage.window)
    made.open()
    QTest.keyClicks(made.agency.name, "Kota Bontang")
    return made


def book(folder: Path) -> Path:
    return buku(folder / "kecil.xlsx", {"Pegawai": [LEBAR, person(1), person(2)]})


def bug(*_: object) -> None:
    raise ValueError(SECRET)


def free() -> None:
    """Let what is to be deleted be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def two_changes(stage: Stage) -> None:
    def take(kertas: str) -> Callable[[Project, Context, Progress], object]:
        return lambda p, c, _: change_settings(p, c, 2021, {"kertas": kertas})

    for kertas in ("a4", "f4"):
        stage.window.workspace.change("Mengubah kertas", take(kertas))
    stage.settle()


# ---------------------------------------------------------------- bugs


def test_a_bug_in_planning_leaves_an_import_that_can_be_left(
    stage: Stage, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_plan, "prepare", bug)
    dialog = open_dialog(stage, [book(tmp_path)])
    assert not dialog.session.busy
    assert dialog.session.fault is not None
    assert SECRET not in dialog.session.fault.pesan
    dialog.reject()
    assert not dialog.isVisible()


def test_a_bug_in_reading_a_person_leaves_the_pane_reading(
    stage: Stage, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.open(sample)
    shown = page(stage, "Pegawai")
    stage.settle()
    with monkeypatch.context() as broken:
        broken.setattr(explain, "explain_person", bug)
        shown.table.step(1)
        stage.settle()
    shown.table.step(1)
    stage.settle()
    assert shown.pane.isVisible()
    name = shown.table.currentIndex().siblingAtColumn(1).data()
    assert shown.pane.head.name.text() == name


def test_bugs_are_told_one_at_a_time_from_whatever_thread(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name in ((sys, "excepthook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    deep, reports = [0], list[str]()

    def show(report: str) -> None:
        """Come again, as a bug in painting does with every repaint."""
        reports.append(report)
        deep[0] += 1
        assert deep[0] == 1
        complain(bug)
        stage.app.processEvents()
        deep[0] -= 1

    monkeypatch.setattr(stage.answers, "unexpected", show)
    catch_bugs(stage.window)
    complain(bug)
    assert reports == [], "not from inside of what is being painted"
    stage.app.processEvents()
    thread = threading.Thread(target=bug)
    thread.start()
    thread.join()
    stage.app.processEvents()
    assert len(reports) == 2
    assert all("ValueError" in one and SECRET not in one for one in reports)


def test_a_bug_in_drawing_is_not_the_end_of_drawing(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[str]()
    monkeypatch.setattr(threading, "excepthook", lambda args: told.append(args.exc_type.__name__))
    renderer, sizes = PageRenderer(), list[object]()
    renderer.opened.connect(lambda _, found: sizes.append(found))
    renderer.open(b"bukan PDF")
    wait_for(lambda: bool(told))
    renderer.open(letterhead(Settings()))
    wait_for(lambda: bool(sizes))
    assert told == ["PdfiumError"]
    renderer.close()


def test_the_end_of_the_program_waits_for_the_page_being_drawn(qapp: object) -> None:
    renderer, pdf = PageRenderer(), letterhead(Settings())
    with page_image._ONE:
        renderer.open(pdf)
        (thread,) = [one for one in threading.enumerate() if one.name == "ipasn-pages"]
        assert not thread.daemon, "PDFium torn down while it draws is a crash"
        renderer.close()
    thread.join(10)
    assert not thread.is_alive()


def complain(do: Callable[[], None]) -> None:
    """Do what a slot does with a bug in it."""
    try:
        do()
    except ValueError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)


# ---------------------------------------------------------------- one project after another


def test_a_job_queued_for_a_project_never_runs_on_the_next(
    stage: Stage, sample: Path, tmp_path: Path
) -> None:
    stage.open(sample)
    workspace, ends = stage.window.workspace, list[str]()
    other = Path(shutil.copy(sample, tmp_path / "lain.ipasn"))
    stage.window.acts.open_project(other)
    workspace.read("Membaca", lambda *_: None, lambda _: ends.append("done"), None,
                   lambda: ends.append("dropped"))  # fmt: skip
    workspace.undo()
    stage.settle()
    assert ends == ["dropped"]
    assert workspace.path == other
    assert workspace.current is not None
    assert len(workspace.current.state.roster) == 3395


def test_undo_in_the_toast_is_of_what_it_tells(stage: Stage, sample: Path, tmp_path: Path) -> None:
    stage.open(Path(shutil.copy(sample, tmp_path / "satu.ipasn")))
    two_changes(stage)
    toast = stage.window.toast
    stage.window.workspace.told.emit("Kertas laporan diubah.", True)
    assert toast.action.isVisible()
    stage.open(Path(shutil.copy(sample, tmp_path / "dua.ipasn")))
    assert not toast.action.isVisible()


def test_undo_pressed_twice_at_once_takes_back_one_change(
    stage: Stage, sample: Path, tmp_path: Path
) -> None:
    stage.open(Path(shutil.copy(sample, tmp_path / "salinan.ipasn")))
    two_changes(stage)
    workspace, told = stage.window.workspace, list[str]()
    workspace.told.connect(lambda text, _: told.append(text))
    workspace.undo()
    workspace.undo()
    stage.settle()
    assert told == ["Diurungkan: Kertas laporan diubah dari A4 menjadi F4."]
    assert workspace.current is not None
    assert workspace.current.undo == "Kertas laporan diubah dari F4 menjadi A4"


# ---------------------------------------------------------------- dialogs


def test_an_import_stored_before_leaving_was_confirmed_is_said(
    stage: Stage, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog(stage, [book(tmp_path)])
    dialog.show_step(RENCANA)
    dialog.go_on()
    assert stage.window.workspace.jobs.writing

    def late(_: Message) -> bool:
        wait_for(lambda: not dialog.session.busy)
        return True

    monkeypatch.setattr(stage.answers, "confirm", late)
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.step == SELESAI
    assert dialog.session.done


def test_files_dropped_behind_an_import_are_not_taken(
    stage: Stage, project: Path, tmp_path: Path
) -> None:
    stage.window.acts.import_files()
    stage.window.take_files([book(tmp_path)])
    assert len(stage.window.findChildren(ImportDialog)) == 1


def test_the_wizard_left_while_its_letterhead_is_drawn(stage: Stage, wizard: ProjectWizard) -> None:
    wizard.kop.shown()
    wizard.reject()
    free()
    assert stage.window.workspace.jobs.busy
    stage.settle()  # a slot of what is gone would fail the test
    assert not isValid(wizard.kop)


def test_the_wizard_stays_while_the_project_is_made(
    stage: Stage, wizard: ProjectWizard, tmp_path: Path
) -> None:
    taken = tmp_path / "ada.ipasn"
    taken.write_bytes(b"bukan proyek")
    stage.answers.save, stage.answers.expected = [taken], True
    wizard.go.click()
    wizard.reject()
    assert wizard.isVisible()
    stage.settle()
    assert len(stage.answers.told) == 1
    assert wizard.isEnabled()
    wizard.reject()
    assert not wizard.isVisible()


def test_a_project_that_is_made_but_cannot_be_opened_gives_the_wizard_back(
    stage: Stage, wizard: ProjectWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.answers.save, stage.answers.expected = [tmp_path / "baru.ipasn"], True
    monkeypatch.setattr("ipasn_gui.held.Held.load", bug)
    wizard.go.click()
    assert not wizard.isEnabled()
    stage.settle()
    assert wizard.isVisible()


def test_dialogs_and_small_parts_are_let_go(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    window, theme, message = stage.window, stage.theme, Message("Judul", "Isi", "Lanjut")
    ask(window, theme, message)
    tell(window, theme, message)
    unexpected(window, theme, "laporan")
    ask_text(window, theme, message, "Alasan")
    window.acts.save_template()
    window.findChildren(TemplateDialog)[0].reject()
    icon = Button(theme, "Salin", icon="copy", size=16)
    line = Hairline(theme)
    kept = [weakref.ref(one) for one in (icon, line)]
    del icon, line
    free()
    assert window.findChildren(QDialog) == []
    assert [one() for one in kept] == [None, None]
