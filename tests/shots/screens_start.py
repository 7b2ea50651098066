"""The start page, the wizard, the manual, and the calm dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from ipasn_gui.dialogs.message import Message, MessageDialog, UnexpectedDialog
from ipasn_gui.dialogs.reader import AboutDialog, ManualDialog
from ipasn_gui.dialogs.template import TemplateDialog
from ipasn_gui.dialogs.wizard import ProjectWizard
from ipasn_gui.settings import Recent
from tests.shots.stage import Stage

LONG = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Penajam Paser Utara"


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each with its name."""
    window = stage.window
    window.workspace.close()
    stage.settle()
    window.start.refresh()
    yield "mulai-kosong", window
    with TemporaryDirectory() as folder:
        for name, indeks, kategori, keadaan, dibuka in (
            ("hilang/IPASN 2019", "", -1, "draf", "2022-01-05T10:00:00+08:00"),
            (LONG, "", -1, "draf", "2022-01-10T10:00:00+08:00"),
            ("IPASN 2020", "69,45", 3, "disahkan", "2022-01-12T10:00:00+08:00"),
            ("IPASN Kota Bontang", "71,59", 2, "diperiksa", "2022-01-31T09:40:00+08:00"),
        ):
            path = Path(folder) / f"{name}.ipasn"
            if path.parent.is_dir():
                path.touch()
            recent = Recent(str(path), 2021, indeks, kategori, keadaan, dibuka)
            stage.settings.remember(recent)
        window.start.refresh()
        yield "mulai", window
    for one in stage.settings.recent():
        stage.settings.forget(one.path)
    yield from _dialogs(stage)


def _dialogs(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    window, theme = stage.window, stage.theme
    wizard = ProjectWizard(theme, window.workspace, stage.answers, window)
    wizard.agency.name.setText("Pemerintah Kota Bontang")
    wizard.target.fields["kualifikasi"].field.setText("26")
    wizard.target.fields["kualifikasi"].validate()
    wizard.kop._fields_by_key["pemerintah"].field.setText("PEMERINTAH KOTA BONTANG")
    wizard.kop._fields_by_key["perangkat_daerah"].field.setText(LONG.upper())
    wizard.show()
    for place, name in enumerate(("instansi", "tahun", "target", "kop", "pejabat")):
        wizard._show(place)
        stage.settle()
        yield f"proyek-baru-{name}", wizard
    wizard.reject()
    fault = Message(
        "“Data.ipasn” sedang dipakai oleh Petugas Contoh (sejak 31-01-2022 09.40).",
        "Tunggu sampai selesai, atau tutup program yang memakainya; membaca tetap bisa.",
        "Tutup",
        "error",
    )
    question = Message(
        "Sahkan hasil tahun 2021?",
        "Setelah disahkan, data tahun ini dikunci. Perubahan berikutnya menjadi Revisi 1.",
        "Sahkan",
    )
    for name, dialog in (
        ("panduan", ManualDialog(theme, "Mulai", window)),
        ("panduan-tombol", ManualDialog(theme, "Tombol", window)),
        ("tentang", AboutDialog(theme, window)),
        ("panduan-temuan", ManualDialog(theme, "Semua temuan", window)),
        ("templat", TemplateDialog(theme, window.workspace, stage.answers, window)),
        ("galat", MessageDialog(window, theme, fault, "")),
        ("tanya", MessageDialog(window, theme, question)),
        ("tak-terduga", UnexpectedDialog(window, theme, "IPASN\nValueError\npoints.py:1 score")),
    ):
        dialog.show()
        yield name, dialog
        dialog.reject()
