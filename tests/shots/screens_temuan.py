"""The findings of a year, of one without any; the reason; those set aside; none that match."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_gui.dialogs.findings import FindingsDialog
from ipasn_gui.dialogs.wide import SIZE, WHOLE
from ipasn_gui.widgets.finding_filter import ASIDE
from tests.shots.screens_impor import faulty_book
from tests.shots.stage import CONTEXT, Stage, empty_project


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each with its name."""
    window = stage.window
    with TemporaryDirectory() as place:
        folder = Path(place)
        stage.open(empty_project(folder / "Kosong.ipasn"))
        empty = _dialog(stage)
        yield "temuan-tidak-ada", empty
        empty.reject()
        path = empty_project(folder / "Kota Bontang.ipasn")
        import_sheets(path, CONTEXT, [faulty_book(folder)], Options())
        stage.open(path)
        dialog = _dialog(stage)
        yield "temuan-tahun", dialog
        dialog.list.choose(dialog.list.rows.groups[1].findings[0])
        stage.settle()
        dialog.reason.ask(every=True)
        yield "temuan-alasan", dialog
        dialog.reason.field.setText("Baris contoh dari pengirim.")
        dialog.reason.go.click()
        stage.settle()
        dialog.filter.states[ASIDE].click()
        yield "temuan-disisihkan", dialog
        dialog.filter.field.setText("tidak ada yang begini")
        yield "temuan-tidak-cocok", dialog
        dialog.reject()
        window.workspace.close()
        stage.settle()


def _dialog(stage: Stage) -> FindingsDialog:
    """Return the dialog over the window, with as much room as the window has."""
    window = stage.window
    made = FindingsDialog(stage.theme, window.workspace, stage.answers, stage.settings, window)
    made.show()
    made.resize(window.size() if window.width() < WHOLE else SIZE)
    stage.settle()
    return made
