"""Small workbooks, each with its faults: together they raise every finding there is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from openpyxl import load_workbook

from ipasn_core.errors import UserError
from ipasn_core.model.finding import Finding
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.import_ import Options, apply, open_sheets, prepare
from ipasn_core.workflow.score import load_year
from tests.workflow.kantor import ANI, BUDI, CITRA, DEDI, EKA, LEBAR, SAAT, Kantor, Row, lebar

Book = Mapping[str, Sequence[Row]]

IDENTITAS = ("NIP", "Nama", "Jenis Jabatan", "Jenjang")
DIKLAT = ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai", "Jumlah JP")
HUKUMAN = ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "TMT Hukuman")


def nip(number: int) -> str:
    """Return the NIP of one more person."""
    return f"19800101200501{1 + number % 2}{number:03d}"


def satu(head: str, value: object, number: int = 1) -> Book:
    """A table of one person with one more column."""
    row = (nip(number), "Ani", "Pelaksana", "Pelaksana", value)
    return {"Data": [(*IDENTITAS, head), row]}


def siapa(*people: str) -> Sequence[Row]:
    return [IDENTITAS, *((one, f"Nama {one[-3:]}", "Pelaksana", "Pelaksana") for one in people)]


def kolom(**isi: object) -> Book:
    """The usual wide table with one person."""
    return {"Data": [LEBAR, lebar(ANI, "Ani", **isi)]}


def diklat(*rows: Row) -> Book:
    return {"Pegawai": siapa(ANI), "Diklat": [DIKLAT, *((ANI, *row) for row in rows)]}


def hukuman(*row: object) -> Book:
    return {"Pegawai": siapa(ANI), "Hukuman": [HUKUMAN, (ANI, *row)]}


HARI = datetime.date(2021, 3, 17)
BUKU: Sequence[Book] = (
    {"Data": [LEBAR, lebar("1.98001012005012E+17", "Ani")]},
    {"Data": [LEBAR, lebar("19800101200501", "Ani"), lebar("198013012005012001", "Budi")]},
    {"Data": [LEBAR, lebar("", "Ani"), lebar(BUDI, ""), lebar(CITRA, "Citra")]},
    {"Data": [("NIP", "Nama", "Pendidikan"), (ANI, "Ani", "S-1")], "Lain": siapa(BUDI)},
    {"Pegawai": siapa(ANI), "Diklat": [DIKLAT, (BUDI, "Seminar", "Arsip", HARI, HARI, 4)]},
    {"Data": [LEBAR, lebar(ANI, "Ani", nilai=80), lebar(ANI, "Ani", nilai=90)]},
    satu("Perangkat Daerah", None),
    satu("Jenis Kelamin", "L", 1 + 2),
    {"Data": [(*IDENTITAS, "Status"), ("198001012021212001", "Ani", "Pelaksana", "", "PNS")]},
    {"Data": siapa("201001012020011001")},
    {"Data": [IDENTITAS, *((nip(n), "Ani Sari", "Pelaksana", "Pelaksana") for n in (1, 3))]},
    {"Data": [(*IDENTITAS, "Status"), (ANI, "Ani", "Pelaksana", "", "CPNS")]},
    kolom(pendidikan="Sarjanaa"),
    kolom(jenis="Bintang Lima", jenjang=None),
    kolom(jenjang="Ahli Dewa"),
    satu("Eselon", "VI.c"),
    kolom(status="Honorer"),
    satu("Golongan", "V/f"),
    satu("Kedudukan Hukum", "Entah"),
    satu("Jenis Kelamin", "X"),
    kolom(fungsional="mungkin"),
    satu("Predikat Kinerja", "Lumayan"),
    kolom(hukuman="Pernah"),
    diklat(("Jalan-jalan", "Arsip", HARI, HARI, 4)),
    kolom(jp="banyak"),
    kolom(jp=12000),
    kolom(nilai="baik sekali sekali"),
    kolom(nilai=191),
    {"Data": [LEBAR, *(lebar(one, "Ani", nilai=0.91) for one in (ANI, BUDI))]},
    diklat(
        ("Seminar", "Arsip", "25/03/2021", "25/03/2021", 4),
        ("Seminar", "Naskah", "03/25/2021", "03/25/2021", 4),
        ("Seminar", "Data", "05/04/2021", "05/04/2021", 4),
    ),
    diklat(("Seminar", "Arsip", "kemarin", "kemarin", 4)),
    kolom(nilai="#N/A"),
    kolom(nilai="=1+1"),
    {"Data": [("Nama", "Jenis Jabatan", "Pendidikan"), ("Ani", "Pelaksana", "S-1")]},
    {"Data": [("NIP", "Nama", "Nama", "Jenis Jabatan"), (ANI, "Ani", "Ana", "Pelaksana")]},
    {
        "Hasil": [
            ("NIP", "Nama", "Kualifikasi", "Kompetensi", "Kinerja", "Disiplin", "Total"),
            (ANI, "Ani", 15, 30, 25, 5, 75),
        ],
        "Catatan": [("Surat pengantar",), ("Bersama ini kami kirim",)],
        "Data": siapa(ANI),
    },
    {
        "HierarkiUnor": [
            ("ID", "NAMA_UNOR", "ID_ATASAN"),
            ("A1", "Pemerintah Kota", None),
            ("A2", "Dinas A", "A1"),
            ("A3", "Bidang Umum", "A2"),
        ],
        "Data": [(*IDENTITAS, "UNOR ID"), (ANI, "Ani", "Pelaksana", "Pelaksana", "A3")],
    },
    {"Pegawai": siapa(ANI), "Hukuman": [HUKUMAN], "Diklat": [DIKLAT, (ANI,)]},
    {
        "Data": [
            (*IDENTITAS, "Unit Kerja"),
            *(
                (nip(n), f"Nama {n}", "Pelaksana", "Pelaksana", f"Seksi {n} Bidang Umum")
                for n in range(1, 4)
            ),
        ]
    },
    {
        "Jabatan": [
            ("NIP", "Nama", "Jenis Jabatan", "Nama Jabatan", "TMT Jabatan"),
            (ANI, "Ani", "Pelaksana", "Arsiparis", "01-01-2015"),
            (ANI, "Ani", "Pelaksana", "Analis", "01-01-2019"),
        ]
    },
    {"Data": [(*IDENTITAS, "Disiplin"), (ANI, "Ani", "Pelaksana", "Pelaksana", 5)]},
    {"Data": [("DAFTAR PEGAWAI TAHUN 2020",), LEBAR, lebar(ANI, "Ani")]},
    {"Data": siapa(ANI), "Lain": [("NIP", "Nama", "Ukuran Baju"), (ANI, "Ani", "XL")]},
    {
        "Data": [
            ("No", "Nama", "NIP", "Jenis Jabatan"),
            (1, "Ani", None, "Pelaksana"),
            (None, "Bontang, 1 Januari 1980", ANI, None),
        ]
    },
    {"Data": [("NIPeg", "Nama", "Jenis Jabatan"), (ANI, "Ani", "Pelaksana")]},
    {
        "Data": [
            ("Identitas", "Nama", "Jenis Jabatan", "Kontak"),
            (ANI, "Ani", "Pelaksana", BUDI),
        ],
        "Lain": siapa(CITRA),
    },
    {
        "Data": [
            ("NIP", "Nama", "JENIS JABATAN ID", "JENIS JABATAN NAMA"),
            (ANI, "Ani", 2, "Pelaksana"),
        ]
    },
    diklat(("Diklat Struktural", "Kepemimpinan", HARI, HARI, 300)),
    hukuman("Berat", "Teguran lisan", HARI),
    hukuman("Ringan", "Teguran lisan", "12-4-19"),
    hukuman("Ringan", "Teguran lisan", "03/04/2020"),
    diklat(("Seminar", "Arsip", None, None, 4)),
    diklat(("Diklat Teknis", "Arsip", HARI, HARI, None)),
    diklat(("Seminar", "Arsip", datetime.date(2022, 1, 5), datetime.date(2022, 1, 6), 4)),
    diklat(
        ("Seminar", "Arsip", "03/25/2021", "03/25/2021", 4),
        ("Seminar", "Naskah", "05/04/2021", "05/04/2021", 4),
    ),
    diklat(("Seminar", "Arsip", datetime.date(2021, 3, 18), HARI, 4)),
    {"Data": [(*IDENTITAS, "Nilai SKP"), (ANI, "Ani", "Pelaksana", "Pelaksana", 90)]},
    {"Data": [(*IDENTITAS, "Eselon"), (ANI, "Ani", "Struktural", "Pengawas", "III.a")]},
    diklat(("Seminar", "Arsip", HARI, HARI, 4), ("Seminar", "arsip-", HARI, HARI, 6)),
    {
        "Data": [LEBAR, lebar(ANI, "Ani", jp=40)],
        "Diklat": [DIKLAT, (ANI, "Diklat Teknis", "Arsip", HARI, HARI, 20)],
    },
    {
        "Data": [
            (*IDENTITAS, "Nilai SKP", "Nilai Perilaku Kerja", "Nilai Kinerja"),
            (ANI, "Ani", "Pelaksana", "Pelaksana", 90, 80, 95),
        ]
    },
    {"Data": [LEBAR, lebar(ANI, "Ani", jenis="Fungsional", jenjang=None)]},
    {"Data": [LEBAR, lebar(ANI, "Ani", jenis="Struktural", jenjang=None, pim="PKP")]},
    hukuman(None, "Penurunan pangkat", HARI),
    {
        "Data": [
            (*IDENTITAS, "Nilai SKP", "Nilai Perilaku Kerja", "Dasar Penilaian"),
            (ANI, "Ani", "Pelaksana", "Pelaksana", 90, None, "PP 46/2011"),
        ]
    },
    {
        "Data": [
            (*IDENTITAS, "Nilai Kinerja", "Predikat Kinerja"),
            (ANI, "Ani", "Pelaksana", "Pelaksana", 95, "Kurang"),
        ]
    },
    {
        "Data": [
            (*IDENTITAS, "Predikat Kinerja", "Rating Hasil Kerja", "Rating Perilaku Kerja"),
            (ANI, "Ani", "Pelaksana", "Pelaksana", "Sangat Baik", "Sesuai", "Sesuai"),
        ]
    },
    {"Data": siapa(ANI)},
)
"""What is sent, each into a project of its own."""

LAGI: Sequence[tuple[Book, Book]] = (
    (
        {"Data": [LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")]},
        {"Data": [LEBAR, lebar(ANI, "Ani")]},
    ),
    (
        {
            "Data": [
                LEBAR,
                *(lebar(one, f"Nama {one}", opd="Dinas Kesehatan") for one in (ANI, BUDI, CITRA)),
            ]
        },
        {"Data": [LEBAR, lebar(DEDI, "Dedi", opd="Dinas Kesehatn")]},
    ),
    (kolom(pendidikan="S-2"), kolom(pendidikan="SLTA")),
)
"""What is sent twice under one name: first so, then so."""


def raised(kantor: Kantor) -> Iterator[Finding]:
    """Send everything and yield every finding, of reading and of the year."""
    for number, book in enumerate(BUKU):
        yield from _send(kantor, f"p{number}", book)
    for number, books in enumerate(LAGI):
        yield from _send(kantor, f"q{number}", *books)
    yield from _send_path(kantor, "r", _hidden(kantor))
    broken = kantor.folder / "rusak.xlsx"
    broken.write_bytes(b"PK\x03\x04 bukan buku kerja")
    good = kantor.buku("data", Data=siapa(EKA))
    yield from _send_path(kantor, "s", broken, good)


def _hidden(kantor: Kantor) -> Path:
    path = kantor.buku("data", Data=siapa(ANI, BUDI), Rahasia=siapa(CITRA))
    book = load_workbook(path)
    book["Rahasia"].sheet_state = "hidden"
    book["Data"].row_dimensions[3].hidden = True
    book.save(path)
    return path


def _send(kantor: Kantor, name: str, *books: Book) -> Iterator[Finding]:
    for book in books:
        yield from _send_path(kantor, name, kantor.buku("data", **book))


def _send_path(kantor: Kantor, name: str, *paths: Path) -> Iterator[Finding]:
    project = kantor.folder / f"{name}.ipasn"
    if not project.exists():
        kantor.buat(name)
    with open_project(project, SAAT) as opened:
        prepared = prepare(opened, 2021, open_sheets(paths), Options())
        yield from prepared.plan.temuan
        try:
            apply(opened, SAAT, prepared)
        except UserError:
            return
        yield from load_year(opened, 2021).turunan
