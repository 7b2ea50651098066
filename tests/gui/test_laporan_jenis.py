"""The tab Laporan: other papers than the full report, and of whom they are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ipasn_core.storage.project import open_project
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_core.workflow.papers import JenisLaporan, Pilihan, write_paper
from ipasn_gui.tabs.laporan import Laporan
from tests.reports.sample import page_texts
from tests.shots.stage import CONTEXT, Stage, empty_project, wait_for
from tests.workflow.kantor import LEBAR, buku, lebar
from tests.workflow.sertifikat import SANDI, terbitkan

OFFICIAL = {
    "nomor": "800/142/BKPSDM/2022",
    "nama": "NAMA CONTOH, S.Sos., M.Si.",
    "jabatan": "Kepala Badan",
    "nip": "197001011995011000",
}


@pytest.fixture(scope="module")
def dua(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project of forty people of one perangkat daerah and three of another."""
    folder = tmp_path_factory.mktemp("dua")
    path = empty_project(folder / "dua.ipasn")
    people = [
        lebar(f"198001012005011{k:03}", f"Orang {k}", opd="Dinas A" if k <= 40 else "Dinas B")
        for k in range(1, 44)
    ]
    import_sheets(path, CONTEXT, [buku(folder / "a.xlsx", {"D": [LEBAR, *people]})], Options())
    return path


def tampil(stage: Stage, path: Path, jenis: JenisLaporan) -> Laporan:
    """Open a project at the tab with one of the papers chosen."""
    stage.open(path)
    stage.window.show_tab("Laporan")
    stage.settle()
    tab = stage.window.tabs[-1]
    assert isinstance(tab, Laporan)
    next(row for row in tab.choice.rows if row.kind.jenis is jenis).click()
    stage.settle()
    return tab


def pilih(stage: Stage, tab: Laporan, words: str) -> None:
    scope = tab.choice.scope
    place = next(k for k in range(scope.count()) if words in scope.itemText(k))
    scope.setCurrentIndex(place)
    scope.activated.emit(place)
    stage.settle()


def halaman(tab: Laporan) -> int:
    """Return how many pages the preview has, once it is open."""
    canvas = tab.view.canvas
    wait_for(lambda: not canvas.loading)
    return canvas.count


def simpan(stage: Stage, tab: Laporan, target: Path) -> bytes:
    stage.answers.save = [target]
    tab.choice.save.click()
    stage.settle()
    return target.read_bytes()


@pytest.mark.parametrize("jenis", [JenisLaporan.REKAP, JenisLaporan.NOMINATIF])
def test_a_paper_is_that_of_the_command_line(
    stage: Stage, dua: Path, tmp_path: Path, jenis: JenisLaporan
) -> None:
    tab = tampil(stage, dua, jenis)
    saved = simpan(stage, tab, tmp_path / "a.pdf")
    with open_project(dua) as project:
        write_paper(project, CONTEXT, None, Pilihan(jenis), tmp_path / "b.pdf")
    assert saved == (tmp_path / "b.pdf").read_bytes()
    assert halaman(tab) == len(page_texts(saved))


def test_a_paper_of_the_whole_agency_asks_for_no_scope(stage: Stage, dua: Path) -> None:
    tab = tampil(stage, dua, JenisLaporan.REKAP)
    assert not tab.choice.scope.isVisible()
    assert not tab.choice.each.isVisible()
    tab.choice.rows[3].click()
    stage.settle()
    assert tab.choice.scope.isVisible()
    assert tab.choice.each.isVisible()


def test_nominatif_of_one_opd(stage: Stage, dua: Path, tmp_path: Path) -> None:
    tab = tampil(stage, dua, JenisLaporan.NOMINATIF)
    pilih(stage, tab, "Dinas B")
    text = " ".join(page_texts(simpan(stage, tab, tmp_path / "b.pdf")))
    assert "Orang 43" in text
    assert "Orang 40" not in text


def test_the_preview_says_whom_it_leaves_out_and_all_are_kept(
    stage: Stage, dua: Path, tmp_path: Path
) -> None:
    tab = tampil(stage, dua, JenisLaporan.PERORANGAN)
    assert halaman(tab) == 30
    assert "13 lainnya ikut disimpan" in tab.answer.text.text()
    assert len(page_texts(simpan(stage, tab, tmp_path / "semua.pdf"))) == 43
    pilih(stage, tab, "Dinas B")
    assert halaman(tab) == 3
    assert not tab.answer.isVisible()


def test_a_file_for_each_person(stage: Stage, dua: Path, tmp_path: Path) -> None:
    tab = tampil(stage, dua, JenisLaporan.PERORANGAN)
    pilih(stage, tab, "Dinas B")
    tab.choice.each.click()
    stage.answers.folder = [None, tmp_path]
    tab.choice.save.click()  # cancelled
    stage.settle()
    assert not list(tmp_path.glob("*.pdf"))
    tab.choice.save.click()
    stage.settle()
    assert len(list(tmp_path.glob("Orang 4? *.pdf"))) == 3
    assert stage.window.toast.text.text() == f"3 berkas disimpan di {tmp_path.name}."


def test_the_person_who_is_looked_at_can_be_chosen(stage: Stage, dua: Path, tmp_path: Path) -> None:
    stage.open(dua)
    current = stage.window.workspace.current
    assert current is not None
    stage.window.workspace.choose_person(int(current.state.roster.id[5]))
    stage.window.show_tab("Laporan")
    stage.settle()
    tab = stage.window.tabs[-1]
    assert isinstance(tab, Laporan)
    tab.choice.rows[3].click()
    stage.settle()
    pilih(stage, tab, current.state.roster.nama[5])
    assert halaman(tab) == 1
    assert current.state.roster.nama[5] in page_texts(simpan(stage, tab, tmp_path / "s.pdf"))[0]


def test_the_list_of_papers_by_keyboard(stage: Stage, dua: Path) -> None:
    tab = tampil(stage, dua, JenisLaporan.LENGKAP)
    first = tab.choice.rows[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    stage.settle()
    assert tab.choice.kind.jenis is JenisLaporan.REKAP
    assert tab.choice.rows[1].hasFocus()


def test_the_filter_of_the_window_is_the_first_scope(stage: Stage, dua: Path) -> None:
    stage.open(dua)
    workspace = stage.window.workspace
    assert workspace.current is not None
    workspace.choose_opd(workspace.current.state.roster.opd_nama.index("Dinas B"))
    stage.window.show_tab("Laporan")
    stage.settle()
    tab = stage.window.tabs[-1]
    assert isinstance(tab, Laporan)
    tab.choice.rows[2].click()
    stage.settle()
    assert tab.choice.pilihan == Pilihan(JenisLaporan.NOMINATIF, "Dinas B")


def test_annexes_are_chosen_and_can_be_taken_back(stage: Stage, dua: Path) -> None:
    tab = tampil(stage, dua, JenisLaporan.LENGKAP)
    before = halaman(tab)
    tab.choice.annexes["nominatif"].click()
    stage.settle()
    current = stage.window.workspace.current
    assert current is not None
    assert "nominatif" not in current.state.settings.lampiran
    assert halaman(tab) < before
    stage.window.commands["urungkan"].trigger()
    stage.settle()
    assert tab.choice.annexes["nominatif"].isChecked()
    assert halaman(tab) == before


def isi(tab: Laporan) -> None:
    for name, text in OFFICIAL.items():
        field = tab.signing.form.fields[name].field
        field.setText(text)
        field.editingFinished.emit()


def test_signing_with_a_certificate(stage: Stage, dua: Path, tmp_path: Path) -> None:
    path = tmp_path / "salinan.ipasn"
    shutil.copy(dua, path)
    tab = tampil(stage, path, JenisLaporan.LENGKAP)
    isi(tab)
    key, target = tmp_path / "kunci.p12", tmp_path / "sah.pdf"
    key.write_bytes(terbitkan("Kepala Badan").p12())
    tab.signing.electronic.click()
    stage.answers.files, stage.answers.save = [[key]], [target]
    stage.answers.text, stage.answers.expected = "salah", True
    tab.signing.primary.click()
    stage.settle()
    assert [str(one) for one in stage.answers.told] == ["Kata sandi sertifikat tidak cocok."]
    assert not target.exists()
    stage.answers.files, stage.answers.save, stage.answers.text = [[key]], [target], SANDI
    tab.signing.primary.click()
    stage.settle()
    assert stage.window.workspace.locked
    assert "Ditandatangani secara elektronik" in " ".join(page_texts(target.read_bytes()))
    stage.answers.files = [[target]]
    tab.choice.verify.click()
    stage.settle()
    assert "Asli" in tab.answer.text.text()


def test_a_day_far_off_is_remarked(stage: Stage, dua: Path, tmp_path: Path) -> None:
    path = tmp_path / "salinan.ipasn"
    shutil.copy(dua, path)
    tab = tampil(stage, path, JenisLaporan.LENGKAP)
    isi(tab)
    stage.answers.yes = False
    for day, said in (
        ("31 Januari 2022", ""),
        ("1 Juli 2031", "jauh dari hari ini"),
        ("1 Juli 2021", "mendahului akhir tahun ukur"),
    ):
        tab.signing.form.fields["tanggal"].field.setText(day)
        tab.signing.form.fields["tanggal"].field.editingFinished.emit()
        tab.signing.primary.click()
        stage.settle()
        asked = stage.answers.asked[-1].isi
        assert said in asked
        assert ("Tanggal laporan" in asked) == bool(said)
