"""Pengaturan, page by page; a signed year; a new year; two years beside each other."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from ipasn_core.model.settings import Pejabat
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.sign import sign
from ipasn_core.workflow.years import add_year
from ipasn_gui.dialogs.new_year import NewYearDialog
from ipasn_gui.dialogs.settings_backups import BackupsPage
from ipasn_gui.dialogs.settings_dialog import SettingsDialog
from ipasn_gui.dialogs.settings_learned import LearnedPage
from ipasn_gui.dialogs.settings_officials import OfficialsPage
from tests.shots.screens_beranda import beranda
from tests.shots.stage import CONTEXT, NOW, TARGET, Stage, sample_project

LONG = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Penajam Paser Utara"
NIP = "197001011995011001"
SETTINGS = {
    "pemerintah": "PEMERINTAH KABUPATEN PENAJAM PASER UTARA",
    "perangkat_daerah": LONG.upper(),
    "alamat": "Jalan Contoh Nomor 1, Penajam, Kalimantan Timur 76142;Telepon (0542) 000000",
    "ejaan.pendidikan.s1": "sarj;strata satu",
    "judul.nip": "nomor induk",
    "pejabat.1": f"penanda_tangan;Drs. H. Contoh Dengan Nama Panjang, S.Sos., M.Si.;{NIP};"
    f"Pembina Utama Muda, IV/c;Kepala {LONG}",
    "pejabat.2": f"verifikator;Siti Contoh;{NIP};;Analis",
}


def rich_project(path: Path) -> Path:
    """Make the sample's project with long settings, two backups and a second year."""
    sample_project(path)
    earlier = Context(NOW - datetime.timedelta(days=20), CONTEXT.user)
    with open_project(path, CONTEXT) as project:
        project.back_up(earlier, "impor")
        change_settings(project, CONTEXT, 2021, SETTINGS | {"target.kualifikasi": "15.5"})
        project.back_up(CONTEXT, "sahkan")
        add_year(project, CONTEXT, 2020, 2021, None, TARGET)
    return path


def settings_of(stage: Stage) -> SettingsDialog:
    """Open the settings and return the dialog."""
    stage.window.commands["pengaturan"].trigger()
    stage.settle()
    found = stage.window.findChildren(SettingsDialog)[-1]
    assert isinstance(found, SettingsDialog)
    return found


def pages(stage: Stage, mark: str = "") -> Iterator[tuple[str, QWidget]]:
    """Yield every page of the settings."""
    dialog = settings_of(stage)
    for at in range(dialog.list.count()):
        page = dialog.show_page(dialog.list.item(at).text())
        stage.settle()
        name = f"pengaturan{mark}-{page.judul.lower().replace(' ', '-')}"
        if isinstance(page, BackupsPage):
            page.table.selectRow(1)
        yield name, dialog
        if isinstance(page, OfficialsPage) and not page.reason():
            page.rows["pejabat.1"].edit.click()
            yield f"{name}-ubah", dialog
        if isinstance(page, LearnedPage) and not page.reason():
            page.more.click()
            yield f"{name}-tambah", dialog
    dialog.reject()
    stage.settle()


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each with its name."""
    window = stage.window
    with TemporaryDirectory() as folder:
        path = rich_project(Path(folder) / "IPASN Penajam.ipasn")
        stage.open(path)
        stage.window.workspace.choose_year(2021)
        beranda(stage)
        stage.settle()
        yield "beranda-dua-tahun", window
        yield from pages(stage)
        window.commands["tahun-baru"].trigger()
        stage.settle()
        dialog = window.findChildren(NewYearDialog)[-1]
        yield "tahun-baru", dialog
        dialog.reject()
        window.workspace.close()
        stage.settle()
        _sign(path, Path(folder) / "laporan.pdf")
        stage.open(path)
        yield from pages(stage, "-disahkan")
        window.workspace.close()
        stage.settle()


def _sign(path: Path, pdf: Path) -> None:
    """Sign the year that was measured."""
    official = Pejabat(
        "800/1/BKPSDM/2022", "Penajam", "2022-01-31", "Drs. Contoh, M.Si.", "Kepala Badan"
    )
    with open_project(path, CONTEXT) as project:
        change_settings(project, CONTEXT, 2021, {"pejabat.2": ""})
        sign(project, CONTEXT, 2021, official, pdf)
