"""The tab Laporan: draft, narrow, what forbids, review, signed, verified, nobody."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ipasn_core.storage.project import open_project
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_gui.tabs.laporan import Laporan
from tests.shots.stage import CONTEXT, Stage, empty_project, sample_project, wait_for
from tests.workflow.kantor import ANI, BUDI, DEDI, LEBAR, buku, lebar

_LONG = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
_OFFICIAL = {
    "nomor": "800/142/BKPSDM/2022",
    "nama": "NAMA CONTOH, S.Sos., M.Si.",
    "jabatan": f"Kepala {_LONG}",
    "pangkat": "Pembina Utama Muda, IV/c",
    "nip": "197001011995011000",
}


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each screen's name and what to grab."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _sample(stage, folder)
        yield from _small(stage, folder)


def _sample(stage: Stage, folder: Path) -> Iterator[tuple[str, QWidget]]:
    tab = _show(stage, sample_project(folder / "contoh.ipasn"))
    yield "laporan", stage.window
    _fill(tab, nip="1970")
    tab.signing.area.verticalScrollBar().setValue(10_000)
    yield "laporan-galat-bidang", stage.window
    _fill(tab)
    signed = folder / "Laporan IP ASN.pdf"
    stage.answers.save = [signed]
    tab.signing.primary.click()
    _settle(stage, tab)
    yield "laporan-disahkan", stage.window
    tab.verify_pdf(signed)
    _settle(stage, tab)
    yield "laporan-diperiksa-pdf", stage.window


def _small(stage: Stage, folder: Path) -> Iterator[tuple[str, QWidget]]:
    faulty = (
        lebar(ANI, "Ani 王", opd=_LONG, nilai=None),
        lebar(BUDI, "Budi", opd=_LONG, nilai=1_000),
    )
    _show(stage, _project(folder / "galat.ipasn", faulty))
    yield "laporan-belum-dapat", stage.window
    project = _project(folder / "telaah.ipasn", (lebar(ANI, "Ani"),))
    with open_project(project, CONTEXT) as opened:
        who = f"verifikator;Drs. Dedi, M.Si.;{DEDI};Pembina, IV/a;Sekretaris {_LONG}"
        change_settings(opened, CONTEXT, None, {"pejabat.1": who})
    _show(stage, project)
    yield "laporan-telaah", stage.window
    stage.open(empty_project(folder / "kosong.ipasn"))
    stage.window.show_tab("Laporan")
    yield "laporan-kosong", stage.window
    stage.window.workspace.close()
    stage.settle()


def _project(path: Path, rows: tuple[list[object], ...]) -> Path:
    sheet = buku(path.with_suffix(".xlsx"), {"Data": [LEBAR, *rows]})
    import_sheets(empty_project(path), CONTEXT, [sheet], Options())
    return path


def _show(stage: Stage, path: Path) -> Laporan:
    stage.open(path)
    stage.window.show_tab("Laporan")
    tab = next(one for one in stage.window.tabs if isinstance(one, Laporan))
    _settle(stage, tab)
    return tab


def _settle(stage: Stage, tab: Laporan) -> None:
    stage.settle()
    canvas = tab.view.canvas
    wait_for(lambda: not canvas.loading and canvas.image_of(canvas.page) is not None)


def _fill(tab: Laporan, **other: str) -> None:
    for name, text in (_OFFICIAL | other).items():
        field = tab.signing.form.fields[name].field
        field.setText(text)
        field.editingFinished.emit()
