"""The workbook of refused rows: corrected in place, its people come in as if they always had."""

from __future__ import annotations

import csv

import openpyxl

from tests.workflow.kantor import ANI, BUDI, CITRA, Kantor, run

HEAD = ("NIP", "Nama", "Jenis Jabatan")


def test_whose_opd_a_line_above_told_is_of_it_after_correcting(kantor: Kantor) -> None:
    project = kantor.buat()
    book = kantor.buku(
        "a",
        Data=[
            ("DAFTAR PEGAWAI",),
            HEAD,
            ("A. DINAS KESEHATAN",),
            (ANI, "Ani", "Pelaksana"),
            (BUDI[:-1], "Budi", "Pelaksana"),
            ("B. DINAS SOSIAL",),
            (CITRA[:-1], "Citra", "Pelaksana"),
            ("198304042008021004", "Dedi", "Pelaksana"),
        ],
    )
    refused = kantor.folder / "ditolak.xlsx"
    assert run("impor", project, book, "--galat", refused, "--json").status == 1
    corrected = openpyxl.load_workbook(refused)
    for row in corrected["Data"].iter_rows():
        for cell in row:
            if cell.comment is not None:
                cell.value = {"Budi": BUDI, "Citra": CITRA}[str(row[1].value)]
    corrected.save(refused)
    answer = run("impor", project, refused, "--json")
    assert (answer.status, answer.json["baru"], answer.json["temuan"]) == (0, 2, [])
    exported = kantor.folder / "semua.csv"
    assert run("ekspor", project, "-o", exported).status == 0
    with exported.open(encoding="utf-8", newline="") as stream:
        opd = {row["nama"]: row["opd"] for row in csv.DictReader(stream)}
    assert opd == {
        "Ani": "DINAS KESEHATAN",
        "Budi": "DINAS KESEHATAN",
        "Citra": "DINAS SOSIAL",
        "Dedi": "DINAS SOSIAL",
    }
