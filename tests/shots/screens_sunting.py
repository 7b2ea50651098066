"""Editing in place: every form, at fault and not, pasted rows, half typed, a locked year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from ipasn_core.model.vocab import Bukti
from ipasn_core.workflow.edit_offers import KEADAAN, ORANG, PERNYATAAN, Offer
from ipasn_gui.tabs.people_tab import PeopleTab
from ipasn_gui.widgets.record_form import RecordForm
from ipasn_gui.widgets.side_pane import SidePane
from tests.shots.screens_panel import LACKING, MANY, PUNISHED, odd_project, person_id
from tests.shots.stage import Stage, sample_project
from tests.workflow.kantor import BUDI, LEBAR, PENGESAHAN, Kantor, lebar, run

NURUL = "198203212011072700"
PASTED = (
    "Jenis Diklat\tNama Diklat\tTanggal Mulai\tTanggal Selesai\tJumlah JP\n"
    "Diklat Teknis\tPelatihan Pengelolaan Arsip Dinamis bagi Pejabat Fungsional\t1-2-2021"
    "\t3-2-2021\t24\n"
    "Seminar\tWebinar Literasi Digital\t\t9-3-2021\tlima\n"
)


def pane_of(stage: Stage, tab: str, nip: str) -> SidePane:
    """Return the pane of a tab with somebody in it, in sight whatever the width."""
    window = stage.window
    window.show_tab(tab)
    window.workspace.choose_person(person_id(stage, nip))
    stage.settle()
    shown = window.tabs[window.tab_row.current]
    assert isinstance(shown, PeopleTab)
    shown.page.show_pane(shown=True)
    stage.settle()
    return shown.page.pane


def open_form(stage: Stage, pane: SidePane, wish: Offer) -> RecordForm:
    """Open a form, and return it."""
    pane.editor.cancel()
    stage.settle()
    pane.editor.begin(wish)
    stage.settle()
    form = pane.editor.open_form
    assert isinstance(form, RecordForm)
    return form


def type_in(stage: Stage, form: RecordForm, **texts: str) -> None:
    """Type into fields, and leave them."""
    for name, text in texts.items():
        form.fields.inputs[name].set_text(text)
        form.fields.inputs[name].edited.emit()
    form.fields.show_all()
    form.fields.edited.emit()
    stage.settle()


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield the window with each form in it."""
    with TemporaryDirectory() as folder:
        stage.open(sample_project(Path(folder) / "Contoh.ipasn"))
        yield from _sample(stage)
        stage.open(odd_project(Path(folder) / "Ganjil.ipasn"))
        yield from _odd(stage)
        stage.open(_signed(Path(folder)))
        pane_of(stage, "Kinerja", BUDI)
        yield "sunting-terkunci", stage.window
        stage.window.workspace.choose_year(2022)
        stage.settle()
        pane_of(stage, "Pegawai", BUDI)
        yield "sunting-antartahun", stage.window
        stage.window.workspace.close()
        stage.settle()


def _sample(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    pane = pane_of(stage, "Kompetensi", NURUL)
    form = open_form(stage, pane, Offer("", "pengembangan", isi={"jenis": "Diklat Teknis"}))
    type_in(stage, form, nama="Bimtek Kurikulum Merdeka", mulai="18-10-2021", jp="12")
    yield "sunting-baru", stage.window
    type_in(stage, form, selesai="15-10-2021")
    yield "sunting-galat", stage.window
    type_in(stage, form, selesai="20-10-2021")
    form.save()
    stage.settle()
    yield "sunting-tersimpan", stage.window
    pane.editor.paste("pengembangan", PASTED)
    stage.settle()
    yield "sunting-tempel", stage.window
    open_form(stage, pane, Offer("", PERNYATAAN, bukti=Bukti.DIKLAT_TEKNIS))
    yield "sunting-pernyataan", stage.window
    pane.editor.cancel()
    stage.settle()
    bar = pane.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "sunting-tambahan", stage.window
    pane = pane_of(stage, "Kinerja", NURUL)
    open_form(stage, pane, Offer("", "penilaian"))
    yield "sunting-penilaian", stage.window
    pane = pane_of(stage, "Kualifikasi", NURUL)
    open_form(stage, pane, Offer("", "pendidikan"))
    yield "sunting-ijazah", stage.window
    pane.editor.cancel()
    stage.settle()


def _odd(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    pane = pane_of(stage, "Pegawai", MANY)
    open_form(stage, pane, Offer("", KEADAAN))
    yield "sunting-jabatan", stage.window
    open_form(stage, pane, Offer("", ORANG))
    yield "sunting-identitas", stage.window
    pane = pane_of(stage, "Disiplin", PUNISHED)
    form = open_form(stage, pane, Offer("", "hukuman", isi={"jenis": "Teguran lisan"}))
    type_in(stage, form, tmt="31-02-2022")
    yield "sunting-hukuman", stage.window
    pane_of(stage, "Disiplin", LACKING)
    yield "sunting-belum-disimpan", stage.window


def _signed(folder: Path) -> Path:
    kantor = Kantor(folder)
    project = kantor.buat()
    people = [lebar(BUDI, "Budi Santoso, S.Pd.", nilai=95)]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *people]))
    run("sahkan", project, "-o", folder / "sah.pdf", *PENGESAHAN)
    run("tahun", project, "--buat", "2022")
    return project
