"""The tab Laporan: what is shown is what is printed, saved and signed."""

from __future__ import annotations

import dataclasses
import hashlib
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ipasn_core.errors import UserError
from ipasn_core.model.settings import Pejabat
from ipasn_core.progress import Cancelled
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_core.workflow.papers import Pilihan, write_paper
from ipasn_core.workflow.sign import sign
from ipasn_core.workflow.verify import Answer, verify
from ipasn_core.workflow.years import reopen
from ipasn_gui.dialogs.revisions import ChangesDialog
from ipasn_gui.tabs.laporan import Laporan
from ipasn_gui.tabs.laporan_outside import print_pages
from ipasn_gui.widgets.page_image import Pages
from ipasn_gui.widgets.pdf_canvas import PAGE
from tests.shots.stage import CONTEXT, Stage, empty_project, wait_for
from tests.workflow.kantor import ANI, BUDI, DEDI, LEBAR, buku, lebar

OFFICIAL = {
    "nomor": "800/142/BKPSDM/2022",
    "nama": "NAMA CONTOH, S.Sos., M.Si.",
    "jabatan": "Kepala Badan",
    "nip": "197001011995011000",
}
Buat = Callable[..., Path]


@pytest.fixture
def kecil(tmp_path: Path) -> Buat:
    """Make a project of two people."""

    def make(*rows: list[object], **settings: str) -> Path:
        path = empty_project(tmp_path / "kecil.ipasn")
        people = rows or (lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=95))
        sheet = buku(tmp_path / "a.xlsx", {"Data": [LEBAR, *people]})
        import_sheets(path, CONTEXT, [sheet], Options())
        with open_project(path, CONTEXT) as project:
            if settings:
                change_settings(project, CONTEXT, None, settings)
        return path

    return make


@pytest.fixture(scope="module")
def sedang(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project whose report has two dozen pages."""
    folder = tmp_path_factory.mktemp("sedang")
    path = empty_project(folder / "sedang.ipasn")
    people = [lebar(f"198001012005011{k:03}", f"Orang {k}") for k in range(1, 400)]
    sheet = buku(folder / "a.xlsx", {"Data": [LEBAR, *people]})
    import_sheets(path, CONTEXT, [sheet], Options())
    return path


class Sistem:
    """A printer that is a file, and a viewer that only notes what it was given."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.pages = (0, 0)
        self.seen: list[Path] = []
        self.refuses = False

    def printer(self, parent: QWidget, title: str) -> QPrinter | None:
        if self.refuses:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        printer.setResolution(150)
        printer.setFromTo(*self.pages)
        return printer

    def show(self, path: Path) -> bool:
        self.seen.append(path)
        return not self.refuses


def tampil(stage: Stage, path: Path) -> Laporan:
    """Open a project at the tab, and wait for its pages."""
    stage.open(path)
    stage.window.show_tab("Laporan")
    stage.settle()
    tab = stage.window.tabs[-1]
    assert isinstance(tab, Laporan)
    return tab


def tergambar(tab: Laporan) -> None:
    """Wait until the pages in sight are drawn."""
    canvas = tab.view.canvas
    wait_for(lambda: not canvas.loading and canvas.image_of(canvas.page) is not None)


def isi(tab: Laporan, **texts: str) -> None:
    for name, text in texts.items():
        field = tab.signing.form.fields[name].field
        field.setText(text)
        field.editingFinished.emit()


def sahkan(stage: Stage, tab: Laporan, target: Path) -> None:
    isi(tab, **OFFICIAL)
    assert tab.signing.why_not() == ""
    stage.answers.save = [target]
    tab.signing.primary.click()
    stage.settle()


def laporan(path: Path, target: Path) -> bytes:
    """Return what the command line prints of the newest year."""
    with open_project(path) as project:
        write_paper(project, CONTEXT, None, Pilihan(), target)
    return target.read_bytes()


def dari_jauh(image: QImage) -> NDArray[np.int16]:
    """Return a picture of a page as one sees it from afar: 64 × 64 greys of 0 to 255."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    smooth = Qt.TransformationMode.SmoothTransformation
    small = grey.scaled(64, 64, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return np.array(small.constBits(), np.int16)


# The pages ----------------------------------------------------------------------------------------


def test_the_preview_is_the_report(stage: Stage, sample: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(sample, tmp_path / "salinan.ipasn"))
    tab = tampil(stage, path)
    tergambar(tab)
    canvas = tab.view.canvas
    pages = Pages(laporan(path, tmp_path / "cli.pdf"))
    assert canvas.count == len(pages.sizes) > 100
    shown = canvas.image_of(0)
    assert shown is not None
    assert shown == pages.image(0, shown.width() / pages.sizes[0][0])
    pages.close()
    assert tab.view.of.text() == f"dari {canvas.count}"
    assert canvas.accessibleName() == f"Pratinjau laporan, halaman 1 dari {canvas.count}"


def test_only_what_is_looked_at_is_drawn_and_kept(stage: Stage, sedang: Path) -> None:
    tab = tampil(stage, sedang)
    tergambar(tab)
    canvas = tab.view.canvas
    canvas.keep = 8 << 20
    for page in range(canvas.count):
        canvas.go_to(page)
        assert canvas.page == page
        tergambar(tab)
        assert canvas.kept_bytes < 16 << 20
    assert canvas.count > 15


def test_going_about_by_button_field_and_key(stage: Stage, sedang: Path) -> None:
    tab = tampil(stage, sedang)
    tergambar(tab)
    view, canvas = tab.view, tab.view.canvas
    last = canvas.count
    assert not view.before.isEnabled()
    view.after.click()
    assert view.number.text() == "2"
    view.number.setText("17")
    view.number.editingFinished.emit()
    assert canvas.page == 16
    view.number.setText("9999")
    view.number.editingFinished.emit()
    assert view.number.text() == str(last)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.page == 0
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert canvas.verticalScrollBar().value() > 300
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.page == last - 1
    assert not view.after.isEnabled()


def test_zooming_keeps_the_place(stage: Stage, sedang: Path) -> None:
    tab = tampil(stage, sedang)
    tergambar(tab)
    view, canvas = tab.view, tab.view.canvas
    canvas.go_to(20)
    view.zoom.setCurrentIndex(view.zoom.findData(PAGE))
    view.zoom.activated.emit(view.zoom.currentIndex())
    assert canvas.page == 20
    view.larger.click()
    assert view.zoom.currentText() == "75%"
    assert canvas.page == 20
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    tergambar(tab)
    image = canvas.image_of(20)
    assert image is not None
    assert image.width() == pytest.approx(935.43 * 96 / 72, abs=1.5)
    stage.window.resize(1100, 600)
    assert canvas.page == 20


def test_pages_stay_when_the_scheme_changes(stage: Stage, kecil: Buat) -> None:
    from ipasn_gui.theme import DARK, LIGHT  # noqa: PLC0415

    tab = tampil(stage, kecil())
    tergambar(tab)
    stage.theme.set_tokens(DARK)
    grab = tab.view.canvas.viewport().grab().toImage()
    stage.theme.set_tokens(LIGHT)
    assert grab.pixelColor(3, 3).name() == DARK.ground.lower()
    ratio = grab.devicePixelRatio()
    middle = int(grab.width() / 2 - 200 * ratio)
    assert grab.pixelColor(middle, int(20 * ratio)).name() == "#ffffff"


# Ways out -----------------------------------------------------------------------------------------


def test_saving_gives_the_bytes_of_the_report(stage: Stage, kecil: Buat, tmp_path: Path) -> None:
    path = kecil()
    tab = tampil(stage, path)
    target = tmp_path / "simpan.pdf"
    stage.answers.save = [target]
    tab.choice.save.click()
    stage.settle()
    assert target.read_bytes() == laporan(path, tmp_path / "cli.pdf")
    assert stage.window.toast.text.text() == "Disimpan: simpan.pdf."


def test_saving_over_the_project_is_refused(stage: Stage, kecil: Buat) -> None:
    stage.answers.expected = True
    path = kecil()
    tab = tampil(stage, path)
    stage.answers.save = [path]
    tab.choice.save.click()
    stage.settle()
    assert len(stage.answers.told) == 1
    assert tab.workspace.current is not None


def test_printing_fills_each_sheet_with_its_page(stage: Stage, kecil: Buat, tmp_path: Path) -> None:
    tab = tampil(stage, kecil())
    tergambar(tab)
    system = Sistem(tmp_path / "cetak.pdf")
    tab.outside = system
    tab.choice.print.click()
    stage.settle()
    original = Pages(laporan(tmp_path / "kecil.ipasn", tmp_path / "cli.pdf"))
    printed = Pages(system.target.read_bytes())
    assert len(printed.sizes) == len(original.sizes)
    assert {w > h for w, h in original.sizes} == {True, False}
    for page, (size, real) in enumerate(zip(printed.sizes, original.sizes, strict=True)):
        assert size == pytest.approx(real, abs=1)
        ours, theirs = (dari_jauh(one.image(page, 1)) for one in (printed, original))
        assert theirs.min() < 200
        assert np.abs(ours - theirs).mean() < 3
    for one in (printed, original):
        one.close()
    assert stage.window.toast.text.text().endswith("halaman dikirim ke pencetak.")


def test_printing_some_pages_or_none(stage: Stage, kecil: Buat, tmp_path: Path) -> None:
    tab = tampil(stage, kecil())
    tergambar(tab)
    system = Sistem(tmp_path / "cetak.pdf")
    system.pages = (2, 3)
    tab.outside = system
    tab.print_report()
    stage.settle()
    printed = Pages(system.target.read_bytes())
    assert len(printed.sizes) == 2
    printed.close()
    system.refuses = True
    tab.print_report()
    assert stage.idle


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_or_is_stopped(kecil: Buat, tmp_path: Path, qapp: object) -> None:
    pdf = laporan(kecil(), tmp_path / "cli.pdf")
    system = Sistem(tmp_path / "tidak-ada" / "cetak.pdf")
    printer = system.printer(QWidget(), "x")
    assert printer is not None
    with pytest.raises(UserError, match="tidak dapat dipakai"):
        print_pages(printer, pdf, lambda *_: None)
    system.target = tmp_path / "cetak.pdf"
    printer = system.printer(QWidget(), "x")
    assert printer is not None
    told: list[int] = []

    def stop(step: str, done: int, total: int) -> None:
        told.append(total)
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(printer, pdf, stop)
    assert len(told) == 2
    assert told[0] > 2


def test_printing_from_another_tab_waits_for_the_pages(
    stage: Stage, kecil: Buat, tmp_path: Path
) -> None:
    stage.open(kecil())
    tab = stage.window.tabs[-1]
    assert isinstance(tab, Laporan)
    system = Sistem(tmp_path / "cetak.pdf")
    tab.outside = system
    stage.window.commands["cetak"].trigger()
    assert not system.target.exists()
    stage.settle()
    assert system.target.exists()


def test_the_viewer_gets_a_copy(stage: Stage, kecil: Buat, tmp_path: Path) -> None:
    path = kecil()
    tab = tampil(stage, path)
    tergambar(tab)
    system = Sistem(tmp_path / "x.pdf")
    tab.outside = system
    tab.view.viewer.click()
    stage.settle()
    assert system.seen[0].read_bytes() == laporan(path, tmp_path / "cli.pdf")
    system.refuses = stage.answers.expected = True
    tab.view.viewer.click()
    stage.settle()
    assert len(stage.answers.told) == 1
    assert not system.seen[0].exists()
    tab.workspace.close()
    stage.settle()
    assert not system.seen[1].exists()


def test_another_paper_is_a_setting_and_can_be_undone(stage: Stage, kecil: Buat) -> None:
    tab = tampil(stage, kecil())
    tergambar(tab)
    choice = tab.choice.paper
    choice.setCurrentIndex(choice.findData("a4"))
    choice.activated.emit(choice.currentIndex())
    stage.settle()
    tergambar(tab)
    assert stage.window.toast.text.text() == "Kertas laporan diubah dari F4 menjadi A4."
    image = tab.view.canvas.image_of(0)
    assert image is not None
    assert image.height() / image.width() == pytest.approx(297 / 210, abs=0.005)
    stage.window.commands["urungkan"].trigger()
    stage.settle()
    assert choice.currentData() == "f4"


# Signing ------------------------------------------------------------------------------------------


def test_signed_file_stored_bytes_and_preview_are_one(
    stage: Stage, kecil: Buat, tmp_path: Path
) -> None:
    path = kecil()
    tab = tampil(stage, path)
    target, again = tmp_path / "sah.pdf", tmp_path / "lagi.pdf"
    sahkan(stage, tab, target)
    assert stage.answers.asked[0].judul == "Sahkan hasil tahun 2021?"
    assert stage.answers.asked[0].isi.endswith("Perubahan berikutnya menjadi Revisi 1.")
    current = tab.workspace.current
    assert current is not None
    signing = current.state.pengesahan
    assert signing is not None
    assert signing.pdf_sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert verify(target, path, CONTEXT.now).jawaban == Answer.ASLI
    stage.answers.save = [again]
    tab.choice.save.click()
    stage.settle()
    assert again.read_bytes() == target.read_bytes()
    tergambar(tab)
    pages = Pages(target.read_bytes())
    shown = tab.view.canvas.image_of(0)
    assert shown is not None
    assert shown == pages.image(0, shown.width() / pages.sizes[0][0])
    pages.close()
    assert tab.signing.primary.isHidden()
    assert not tab.choice.paper.isEnabled()


def test_saying_no_signs_nothing(stage: Stage, kecil: Buat, tmp_path: Path) -> None:
    tab = tampil(stage, kecil())
    stage.answers.yes = False
    sahkan(stage, tab, tmp_path / "tidak.pdf")
    stage.answers.yes = True
    stage.answers.save = [None]
    tab.signing.primary.click()
    stage.settle()
    assert not (tmp_path / "tidak.pdf").exists()
    assert not tab.workspace.locked


def test_the_reason_stands_below_the_button(stage: Stage, kecil: Buat) -> None:
    tab = tampil(stage, kecil())
    panel = tab.signing
    assert not panel.primary.isEnabled()
    assert panel.reason.text() == "Isi nomor laporan untuk melanjutkan."
    isi(tab, **OFFICIAL)
    assert panel.primary.isEnabled()
    assert panel.reason.isHidden()
    isi(tab, nip="1970")
    assert panel.form.fields["nip"].error.text().startswith("NIP “1970” bukan 18 angka.")
    assert panel.reason.text() == "NIP “1970” bukan 18 angka."
    isi(tab, nip="", tanggal="31 Foo 2022")
    assert not panel.primary.isEnabled()
    isi(tab, tanggal="1-2-2022")
    assert panel.form.fields["tanggal"].field.text() == "1 Februari 2022"
    assert panel.form.official().tanggal == "2022-02-01"


def test_galat_forbids_and_leads_to_the_findings(stage: Stage, kecil: Buat, qtbot: QtBot) -> None:
    path = kecil(lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=1_000))
    tab = tampil(stage, path)
    isi(tab, **OFFICIAL)
    assert not tab.signing.primary.isEnabled()
    assert tab.signing.reason.text() == "Selesaikan dahulu: 1 temuan galat terbuka."
    row = next(r for r in tab.signing.rows if not r.way.isHidden())
    with qtbot.waitSignal(tab.findings_wanted):
        row.way.click()


def test_who_lacks_data_is_told_and_does_not_forbid(
    stage: Stage, kecil: Buat, qtbot: QtBot
) -> None:
    tab = tampil(stage, kecil(lebar(ANI, "Ani", nilai=None), lebar(BUDI, "Budi")))
    isi(tab, **OFFICIAL)
    assert tab.signing.primary.isEnabled()
    row = next(r for r in tab.signing.rows if not r.way.isHidden())
    assert row.accessibleName() == "1 pegawai belum lengkap: perlu dilihat"
    with qtbot.waitSignal(tab.people_wanted) as wanted:
        row.way.click()
    assert wanted.args is not None
    assert wanted.args[0].judul == "1 pegawai belum lengkap"


def test_a_verifikator_reviews_before_another_signs(
    stage: Stage, kecil: Buat, tmp_path: Path
) -> None:
    path = kecil(**{"pejabat.1": f"verifikator;Drs. Dedi;{DEDI};Pembina;Sekretaris"})
    tab = tampil(stage, path)
    panel = tab.signing
    assert panel.primary.text() == "Tandai sudah diperiksa…"
    assert panel.form.isHidden()
    stage.answers.text = "JP keliru"
    panel.second.click()
    stage.settle()
    assert panel.rows[-1].accessibleName() == "Ditolak Drs. Dedi: JP keliru: belum terpenuhi"
    panel.primary.click()
    stage.settle()
    assert stage.answers.asked[-1].judul == "Tandai hasil tahun 2021 sudah diperiksa?"
    assert panel.primary.text() == "Sahkan…"
    isi(tab, **OFFICIAL | {"nip": DEDI})
    assert panel.reason.text().startswith("Penanda tangan harus orang lain")
    isi(tab, nip="")
    assert panel.reason.text().startswith("Isi NIP penanda tangan")
    sahkan(stage, tab, tmp_path / "sah.pdf")
    assert tab.workspace.locked


def test_reopened_and_signed_again_is_a_revision(stage: Stage, kecil: Buat, tmp_path: Path) -> None:
    path = kecil()
    tab = tampil(stage, path)
    sahkan(stage, tab, tmp_path / "sah.pdf")
    stage.answers.text = "Nilai Ani keliru"
    tab.signing.second.click()
    stage.settle()
    assert not tab.workspace.locked
    form = tab.signing.form
    assert form.fields["nama"].field.text() == OFFICIAL["nama"]
    assert form.fields["nomor"].field.text() == ""
    isi(tab, nomor="800/143/BKPSDM/2022")
    stage.answers.save = [tmp_path / "sah1.pdf"]
    tab.signing.primary.click()
    stage.settle()
    assert stage.answers.asked[-1].isi.endswith("Perubahan berikutnya menjadi Revisi 2.")
    current = tab.workspace.current
    assert current is not None
    assert current.state.pengesahan is not None
    assert current.state.pengesahan.revisi == 1
    assert stage.window.toast.text.text() == "Tahun 2021 disahkan, Revisi 1: sah1.pdf."


def test_a_registered_signatory_is_proposed_and_several_can_be_chosen(
    stage: Stage, kecil: Buat
) -> None:
    path = kecil(
        **{
            "pejabat.1": f"penanda_tangan;Dr. Eka;{DEDI};Pembina;Kepala Badan",
            "pejabat.2": "penanda_tangan;Fajar, S.E.;;;Plt. Kepala Badan",
        }
    )
    form = tampil(stage, path).signing.form
    assert form.fields["nip"].field.text() == "19830404 200802 1 004"
    assert not form.who.isHidden()
    form.who.setCurrentIndex(1)
    form.who.activated.emit(1)
    assert [form.fields[n].field.text() for n in ("nama", "jabatan", "nip")] == [
        "Fajar, S.E.",
        "Plt. Kepala Badan",
        "",
    ]


def test_a_refusal_after_all_is_told_and_changes_nothing(
    stage: Stage, kecil: Buat, tmp_path: Path
) -> None:
    stage.answers.expected = True
    tab = tampil(stage, kecil())
    sahkan(stage, tab, tmp_path / "tidak-ada" / "sah.pdf")
    assert [getattr(one, "kode", "") for one in stage.answers.told] == [
        "keluaran-tidak-dapat-ditulis"
    ]
    assert not tab.workspace.locked


def test_what_was_typed_survives_a_change_of_data(stage: Stage, kecil: Buat) -> None:
    tab = tampil(stage, kecil())
    isi(tab, nomor="800/1")
    choice = tab.choice.paper
    choice.setCurrentIndex(choice.findData("a4"))
    choice.activated.emit(choice.currentIndex())
    stage.settle()
    assert tab.signing.form.fields["nomor"].field.text() == "800/1"


# Verifying ----------------------------------------------------------------------------------------


def test_a_pdf_is_verified_by_button_or_by_dropping_it(
    stage: Stage, kecil: Buat, tmp_path: Path
) -> None:
    tab = tampil(stage, kecil())
    target = tmp_path / "sah.pdf"
    sahkan(stage, tab, target)
    stage.answers.files = [[target]]
    tab.choice.verify.click()
    stage.settle()
    assert tab.answer.kind == "ok"
    assert tab.answer.text.text().startswith("sah.pdf: Asli: sama persis dengan laporan Nomor")
    other = tmp_path / "lain.pdf"
    other.write_bytes(target.read_bytes() + b"\n")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(other))])
    tab.dropEvent(
        QDropEvent(
            QPoint(5, 5).toPointF(),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    stage.settle()
    assert tab.answer.kind == "err"
    tab.answer.close_button.click()
    assert tab.answer.isHidden()


def test_what_changed_since_an_older_revision_can_be_read(
    stage: Stage, kecil: Buat, tmp_path: Path
) -> None:
    path, first = kecil(), tmp_path / "pertama.pdf"
    official = Pejabat(tempat="Bontang", tanggal="2022-01-31", **OFFICIAL)
    with open_project(path, CONTEXT) as project:
        sign(project, CONTEXT, None, official, first)
        reopen(project, CONTEXT, None, "perbaikan")
    sheet = buku(tmp_path / "b.xlsx", {"Data": [LEBAR, lebar(ANI, "Ani *", jp=0)]})
    import_sheets(path, CONTEXT, [sheet], Options())
    tab = tampil(stage, path)
    sahkan(stage, tab, tmp_path / "kedua.pdf")
    tab.verify_pdf(first)
    stage.settle()
    assert "sudah digantikan" in tab.answer.text.text()
    assert tab.answer.action.text() == "Lihat perbedaan…"
    tab.answer.action.click()
    dialog = tab.findChild(ChangesDialog) or tab.window().findChild(ChangesDialog)
    assert dialog is not None
    pages = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert pages == ["Ringkasan", "Nilai instansi", "Pegawai yang nilainya berubah"]
    dialog.list.setCurrentRow(2)
    assert "Ani *, NIP 19800101 200501 2 001: Kompetensi" in dialog.text.toPlainText()
    dialog.accept()
    # Whatever is said next has its own action.
    tab.verify_pdf(tmp_path / "kedua.pdf")
    stage.settle()
    assert tab.answer.action.isHidden()


# What may happen meanwhile ------------------------------------------------------------------------


def test_nobody_to_report_on(stage: Stage, empty: Path, qtbot: QtBot) -> None:
    tab = tampil(stage, empty)
    assert tab.empty.isVisible()
    assert tab.view.canvas.count == 0
    assert tab.areas() == [tab.empty.primary]
    tab.import_wanted.disconnect()
    with qtbot.waitSignal(tab.import_wanted):
        tab.empty.primary.click()


def test_a_cancelled_preview_can_be_asked_for_again(stage: Stage, sedang: Path) -> None:
    stage.open(sedang)
    tab = stage.window.tabs[-1]
    assert isinstance(tab, Laporan)
    stage.window.show_tab("Laporan")
    stage.window.workspace.jobs.cancel()
    stage.settle()
    assert tab.view.canvas.count == 0
    assert tab.answer.text.text() == "Pratinjau dibatalkan."
    tab.answer.action.click()
    stage.settle()
    tergambar(tab)
    assert tab.answer.isHidden()


def test_another_perangkat_daerah_makes_no_new_pages(stage: Stage, kecil: Buat) -> None:
    tab = tampil(stage, kecil())
    tergambar(tab)
    tab.workspace.choose_opd(0)
    assert stage.idle


def test_closed_while_the_pages_are_made(stage: Stage, sedang: Path) -> None:
    stage.open(sedang)
    stage.window.show_tab("Laporan")
    stage.window.workspace.close()
    stage.settle()
    tab = stage.window.tabs[-1]
    assert isinstance(tab, Laporan)
    assert tab.view.canvas.count == 0
    assert stage.window.pages.currentIndex() == 0


def test_the_window_closes_while_the_pages_are_made(stage: Stage, sedang: Path) -> None:
    stage.open(sedang)
    stage.window.show_tab("Laporan")
    stage.window.close()
    assert stage.window.workspace.jobs.close()
    assert not stage.window.isVisible()


def test_data_that_changed_since_signing_is_said(stage: Stage, kecil: Buat, tmp_path: Path) -> None:
    path = kecil()
    tab = tampil(stage, path)
    sahkan(stage, tab, tmp_path / "sah.pdf")
    current = tab.workspace.current
    assert current is not None
    since = dataclasses.replace(current.status, berubah_sejak_pengesahan=True)
    tab.signing.show_current(dataclasses.replace(current, status=since))
    assert tab.signing.heading.text() == "Data berubah sejak pengesahan"
    assert tab.signing.second.isEnabled()


def test_a_project_open_for_reading_shows_and_signs_nothing(stage: Stage, kecil: Buat) -> None:
    path = kecil()
    with open_project(path, CONTEXT):
        tab = tampil(stage, path)
        tergambar(tab)
        isi(tab, **OFFICIAL)
        assert tab.signing.reason.text() == "Berkas dibuka untuk dibaca saja."
        assert not tab.signing.primary.isEnabled()
        assert not tab.choice.paper.isEnabled()


def test_panels_hide_and_everything_fits_a_narrow_window(stage: Stage, kecil: Buat) -> None:
    tab = tampil(stage, kecil())
    stage.window.resize(960, 492)
    stage.settle()
    assert tab.choice.width() + tab.signing.width() < 520
    row = [tab.view.side, tab.view.after, tab.view.smaller, tab.view.zoom, tab.view.larger]
    for left, right in pairwise(row):
        assert left.geometry().right() < right.geometry().left()
    tab.view.side.click()
    assert tab.choice.isHidden()
    tab.toggle_pane()
    assert tab.signing.isHidden()
    assert tab.areas()[0] is tab.view.canvas
