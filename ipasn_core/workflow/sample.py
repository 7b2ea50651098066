"""The sample as a project: what "Buka contoh" and the self-test begin with."""

from __future__ import annotations

from pathlib import Path

from ..progress import Progress, silent
from ..resources import resource
from ..storage.project import open_project
from .configure import change_settings, read_kop
from .context import Context
from .create import create
from .import_ import Options, import_sheets

TAHUN = 2021
INSTANSI = "Pemerintah Kota Bontang"
TARGET = "kualifikasi=15,kompetensi=31,kinerja=25,disiplin=4"
SHEETS = ("nominatif.xlsx", "riwayat.xlsx")


def make_sample(path: Path, context: Context, progress: Progress = silent) -> None:
    """Make a project of the sample: letterhead set, both workbooks imported.

    Args:
        path: The file to be; never overwritten.
        context: When and by whom.
        progress: Told of sheets and rows.

    Raises:
        StorageError: The file is there already, or the folder cannot be written.
    """
    create(path, context, INSTANSI, TAHUN, None, TARGET)
    with open_project(path, context) as project:
        change_settings(project, context, TAHUN, read_kop(resource("contoh", "kop.toml")))
    sheets = [resource("contoh", name) for name in SHEETS]
    import_sheets(path, context, sheets, Options(), progress)
