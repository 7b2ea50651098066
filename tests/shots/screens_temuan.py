"""The findings of a year, of one without any, and the question before one is set aside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_gui.dialogs.findings import FindingsDialog
from ipasn_gui.dialogs.message import Message, TextDialog
from tests.shots.screens_impor import faulty_book
from tests.shots.stage import CONTEXT, Stage, empty_project


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each with its name."""
    window = stage.window
    with TemporaryDirectory() as place:
        folder = Path(place)
        stage.open(empty_project(folder / "Kosong.ipasn"))
        empty = FindingsDialog(stage.theme, window.workspace, stage.answers, window)
        empty.show()
        yield "temuan-tidak-ada", empty
        empty.reject()
        path = empty_project(folder / "Kota Bontang.ipasn")
        import_sheets(path, CONTEXT, [faulty_book(folder)], Options())
        stage.open(path)
        dialog = FindingsDialog(stage.theme, window.workspace, stage.answers, window)
        dialog.show()
        yield "temuan-tahun", dialog
        question = Message("Abaikan temuan ini?", dialog.text.text(), "Abaikan temuan")
        ask = TextDialog(dialog, stage.theme, question, "Alasan")
        ask.show()
        yield "temuan-alasan", ask
        ask.reject()
        dialog.reject()
        window.workspace.close()
        stage.settle()
