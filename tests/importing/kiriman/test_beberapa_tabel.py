"""Several tables on one sheet: each has its own heads, faults and choices."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from ipasn_core.workflow.import_ import Options, import_sheets
from tests.importing.build_tables import read, sheet
from tests.importing.kiriman.jalankan import SAAT, proyek_kosong
from tests.importing.kiriman.kiriman import ANI, BUDI, NOMINATIF, ani, budi, satu
from tests.importing.kiriman.tulis import tulis

SCORES = ("NIP", "Nama", "Nilai Kinerja")


def test_a_row_refused_in_the_second_table_comes_back_under_its_own_heads(tmp_path: Path) -> None:
    project = proyek_kosong(tmp_path, 2021)
    scores = [SCORES, (ANI, "Ani Lestari", 180), (BUDI, "Budi Santoso", 80)]
    rows = [NOMINATIF[:7], ani()[:7], budi()[:7], (), *scores]
    sent = tulis(tmp_path, satu(rows)[0])
    refused = tmp_path / "ditolak.xlsx"
    first = import_sheets(project, SAAT, [sent], Options(galat=refused))
    assert first.rencana.ditolak == 1
    book = load_workbook(refused)
    (page,) = book.worksheets
    assert [cell.value for cell in page[1][:3]] == list(SCORES)
    assert [cell.value for cell in page[2][:3]] == [ANI, "Ani Lestari", 180]
    page["C2"] = 90
    book.save(refused)
    second = import_sheets(project, SAAT, [refused], Options())
    assert list(second.rencana.temuan) == []
    assert second.rencana.count("berubah") == 1


def test_a_choice_is_for_the_table_whose_heads_leave_room_for_it() -> None:
    rows = [
        ("NIP", "Nama", "Jenis Jabatan"),
        (ANI, "Ani", "Pelaksana"),
        (),
        ("NIP", "Nama", "Angka"),
        (ANI, "Ani", 80),
    ]
    first, second = read(sheet(rows), kolom=["berkas.xlsx:Lembar:nilai=C"]).tabel
    assert list(first.isi["jenis_jabatan"]) == [4]
    assert list(second.isi["penilaian.nilai"]) == [80_000]


def test_rows_of_both_tables_are_told_apart() -> None:
    rows = [SCORES, (ANI, "Ani", 80), None, (*SCORES, "Perilaku"), (ANI, "Ani", 80, 90)]
    found = read(sheet([row or () for row in rows]))
    places = [(one.lembar_ke, list(one.baris)) for one in found.tabel]
    assert places == [(0, [2]), (1, [5])]
    heads, values = found.raw_row(0, 1, 5)
    assert heads == (*SCORES, "Perilaku")
    assert values == (ANI, "Ani", 80, 90)
