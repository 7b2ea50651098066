"""The import, step by step: the sample, faults and doubts, nothing new, nothing to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget

from ipasn_core.resources import resource
from ipasn_gui.dialogs.import_dialog import KOLOM, RENCANA, ImportDialog
from tests.workflow.kantor import LEBAR, buku, lebar

from .stage import Stage, empty_project

_OPD = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"


def person(number: int, **other: object) -> list[object]:
    """Return a row under `LEBAR`: an invented pelaksana, but for what is given."""
    nip = f"19{80 + number % 10}01012005012{number % 1000:03}"
    opd = _OPD if number % 3 else "Dinas Kesehatan"
    return lebar(nip, f"Pegawai Contoh {number}, S.E.", **{"no": number, "opd": opd} | other)


def faulty_rows() -> list[list[object]]:
    """Return forty people: bad NIP, numbers for NIP, values nobody knows, contradictions."""
    rows = [person(number) for number in range(1, 41)]
    for at in (3, 9, 17):
        rows[at][1] = 198503122010011000
    for at in (5, 21):
        rows[at][1] = "1985031220100"
    rows[12][8] = "Lulusan Hebat"
    rows[14][11] = "dua puluh"
    rows[30] = [*rows[29][:13], 95, "Tidak Ada"]
    rows[25][13] = 191
    return rows


def faulty_book(folder: Path) -> Path:
    """Write a workbook with faults, and a page that is no table of people."""
    heads: list[Sequence[object]] = [("DAFTAR PEGAWAI TAHUN 2021",), (), LEBAR]
    rekap = [("Catatan",), ("Dibuat oleh bagian umum",)]
    return buku(
        folder / "Dinas Kesehatan 2021.xlsx",
        {"Nominatif": [*heads, *faulty_rows()], "Rekap": rekap},
    )


def doubtful_book(folder: Path) -> Path:
    """Write a workbook with two columns of one name, and one whose NIP nobody can tell."""
    rows = [person(number)[1:9] for number in range(50, 60)]
    twice = [(*LEBAR[1:9], "Nama")] + [[*row, f"Nama Lain {row[1]}"] for row in rows]
    others = [person(number)[1:9] for number in range(60, 70)]
    hidden = [("Kode", *LEBAR[2:9]), *others]
    return buku(folder / "RSUD Taman Husada.xlsx", {"Data PNS": twice, "Data Lain": hidden})


def mixed_book(folder: Path) -> Path:
    """Write spellings nobody knows, a column nobody knows, two tables on a sheet, a hidden one."""
    people = [person(number) for number in range(1, 25)]
    for at in (2, 7, 11):
        people[at][8] = "Sarjanna"
    people[14][8] = "Lulusan Hebat"
    who = [(one[1], one[2]) for one in people]
    course = [(*one, "Bimtek Arsip", 20, "01-03-2021", "ok") for one in who[3:9]]
    sentence = [(*one, "Ringan sekali", "12/2021", "01-02-2021") for one in who[9:12]]
    both: list[Sequence[object]] = [
        ("DIKLAT TEKNIS TAHUN 2021",),
        ("NIP", "Nama", "Nama Diklat", "JP", "Tgl Mulai", "Catatan Panitia"),
        *course,
        (),
        ("HUKUMAN DISIPLIN",),
        ("NIP", "Nama", "Tingkat Hukuman", "Nomor SK", "Tanggal SK"),
        *sentence,
    ]
    wide: list[Sequence[object]] = [[*LEBAR, "Hobi"], *([*one, "memancing"] for one in people)]
    path = folder / "Dinas Pekerjaan Umum dan Penataan Ruang Kota Bontang.xlsx"
    buku(path, {"Nominatif": wide, "Diklat dan Hukuman": both, "Lama": [LEBAR, person(77)]})
    book = load_workbook(path)
    book["Lama"].sheet_state = "hidden"
    book.save(path)
    return path


def open_dialog(stage: Stage, paths: Sequence[Path]) -> ImportDialog:
    """Open the import over the window, as the window does."""
    window = stage.window
    dialog = ImportDialog(window.theme, window.workspace, stage.answers, window)
    dialog.tab_wanted.connect(window.show_tab)
    dialog.open()
    if paths:
        dialog.add_files(paths)
    stage.settle()
    return dialog


def screens(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield each step."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        stage.open(empty_project(folder / "Kota Bontang.ipasn"))
        yield from _steps(stage, folder)
        stage.window.workspace.close()
        stage.settle()


def _steps(stage: Stage, folder: Path) -> Iterator[tuple[str, QWidget]]:
    dialog = open_dialog(stage, [])
    yield "impor-berkas-kosong", dialog
    bad = folder / "Kec. Bontang Barat.xls"
    bad.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    dialog.add_files([faulty_book(folder), doubtful_book(folder), bad])
    stage.settle()
    yield "impor-berkas", dialog
    dialog.show_step(KOLOM)
    stage.settle()
    yield "impor-kolom-tanya", dialog
    dialog.kolom.show_sheet(dialog.session.sheets[-1])
    yield "impor-kolom-dugaan", dialog
    dialog.kolom.show_sheet(dialog.session.sheets[0])
    yield "impor-kolom", dialog
    dialog.show_step(RENCANA)
    stage.settle()
    yield "impor-rencana", dialog
    dialog.rencana.look_at("baru")
    stage.settle()
    yield "impor-rencana-baru", dialog
    dialog.show_step(RENCANA)
    dialog.go_on()
    stage.settle()
    yield "impor-selesai-ditolak", dialog
    dialog.foot.undo.click()
    stage.settle()
    yield "impor-diurungkan", dialog
    dialog.close()
    yield from _mixed(stage, folder)
    sample = [resource("contoh", "nominatif.xlsx"), resource("contoh", "riwayat.xlsx")]
    dialog = open_dialog(stage, sample)
    dialog.show_step(KOLOM)
    stage.settle()
    yield "impor-kolom-contoh", dialog
    dialog.show_step(RENCANA)
    stage.settle()
    yield "impor-rencana-contoh", dialog
    dialog.go_on()
    stage.settle()
    yield "impor-selesai", dialog
    dialog.close()
    dialog = open_dialog(stage, sample)
    dialog.show_step(RENCANA)
    stage.settle()
    yield "impor-rencana-sama", dialog
    dialog.close()


def _mixed(stage: Stage, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield what is said of sheets and spellings by hand."""
    dialog = open_dialog(stage, [mixed_book(folder)])
    dialog.show_step(KOLOM)
    stage.settle()
    dialog.kolom.show_sheet(dialog.session.sheets[2])
    yield "impor-kolom-tabel", dialog
    dialog.kolom.show_sheet(dialog.session.sheets[3])
    yield "impor-kolom-tersembunyi", dialog
    dialog.kolom.show_sheet(dialog.session.sheets[0])
    dialog.session.choose(dialog.session.sheets[0], "P", "sekolah")
    stage.settle()
    yield "impor-kolom-selalu", dialog
    dialog.show_step(RENCANA)
    stage.settle()
    dialog.rencana.show_finding(dialog.session.of_kind("pendidikan-tak-dikenal")[0])
    yield "impor-rencana-ejaan", dialog
    dialog.rencana.pane.spelling.add.click()
    stage.settle()
    yield "impor-rencana-ejaan-tersimpan", dialog
    dialog.go_on()
    stage.settle()
    yield "impor-selesai-kolom", dialog
    dialog.close()
