"""The journal: of a day with everything in it, undone to an entry, of a person, none that match."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from ipasn_core.storage.project import open_project
from ipasn_core.workflow import edit, edit_people
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_gui.dialogs.history import HistoryDialog
from ipasn_gui.dialogs.wide import SIZE, WHOLE
from tests.shots.screens_impor import faulty_book
from tests.shots.stage import CONTEXT, Stage, empty_project

_LONG = "Bimbingan Teknis Penyusunan Dokumen Perencanaan Pembangunan Jangka Menengah Daerah"


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each with its name."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        stage.open(empty_project(folder / "Kosong.ipasn"))
        fresh = _dialog(stage)
        yield "riwayat-baru", fresh
        fresh.reject()
        stage.open(_busy(folder))
        dialog = _dialog(stage)
        yield "riwayat", dialog
        dialog.list.choose(3)
        dialog.undo_to_here()
        stage.settle()
        dialog.list.choose(5)
        yield "riwayat-diurungkan", dialog
        dialog.keep_to(dialog.list.rows.lines[-3].nip, dialog.list.rows.lines[-3].nama)
        stage.settle()
        yield "riwayat-pegawai", dialog
        dialog.field.setText("tidak ada yang begini")
        yield "riwayat-tidak-cocok", dialog
        dialog.reject()
        stage.window.workspace.close()
        stage.settle()


def _busy(folder: Path) -> Path:
    """Make a project after some work: an import, records, a person, settings."""
    path = empty_project(folder / "Kota Bontang.ipasn")
    import_sheets(path, CONTEXT, [faulty_book(folder)], Options())
    with open_project(path, CONTEXT) as project:
        first = int(project.load_roster(2021).nip[0])
        name = {"nama": "Raden Ajeng Siti Nurhaliza Kusumawardhani, S.Sos., M.Si."}
        edit_people.correct_person(project, CONTEXT, first, name)
        course = {"jenis": "Diklat Teknis", "nama": _LONG, "selesai": "03-02-2021", "jp": "8"}
        number = edit.add_record(project, CONTEXT, first, "pengembangan", course)
        edit.change_record(project, CONTEXT, "pengembangan", number, {"jp": "4"})
        change_settings(project, CONTEXT, None, {"kertas": "a4", "wilayah": "Kota Bontang"})
        edit_people.correct_state(project, CONTEXT, 2021, first, {"jabatan": "Arsiparis"})
    return path


def _dialog(stage: Stage) -> HistoryDialog:
    """Return the dialog over the window, with as much room as the window has."""
    window = stage.window
    made = HistoryDialog(stage.theme, window.workspace, stage.answers, window)
    made.show()
    made.resize(window.size() if window.width() < WHOLE else SIZE)
    stage.settle()
    return made
