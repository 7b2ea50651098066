"""Tables that are the result of a measurement, and files that are no tables of people at all."""

from __future__ import annotations

from tests.importing.kiriman.kiriman import (
    ANI,
    BUDI,
    LENGKAP,
    NOMINATIF,
    Buku,
    Kiriman,
    Lembar,
    Mentah,
    ani,
    satu,
)

# fmt: off
# Rows are laid out to be read as rows.

PIP = [
    ("PENGUKURAN INDEKS PROFESIONALITAS ASN",),
    ("Pemerintah Kota Contoh",),
    ("Tahun 2021",),
    (),
    ("Dicetak pada 31-01-2022",),
    (),
    ("Nama", "Nama Jabatan", "Satuan Kerja", "Kualifikasi", "Kompetensi", "Kinerja", "Disiplin",
     "Total"),
    ("ANI LESTARI", "Pengelola Data", "Dinas Kesehatan", 15, 40, 25, 5, 85),
]

DAFTAR = (
    Kiriman(
        "pip-asn-sendiri",
        "BKN's result alone: recognised, and nobody comes in by it",
        (Buku("PIP ASN.xlsx", (Lembar("Sheet1", PIP),)),),
        galat="tabel-hasil-bkn",
    ),
    Kiriman(
        "pip-asn-di-samping",
        "BKN's result beside good files harms nothing",
        (
            Buku("nominatif.xlsx", (Lembar("Data", [NOMINATIF, ani()]),)),
            Buku("PIP ASN.xlsx", (Lembar("Sheet1", PIP),)),
        ),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("tabel-hasil-bkn", "Sheet1", 7, None)],
    ),
    Kiriman(
        "hasil-kabupaten-xml2003",
        "a regency's result: XML Spreadsheet 2003 as .xls, header at ss:Index 5, order reversed, "
        "scores as text, 34 million columns declared",
        (
            Buku("nominatif.xlsx", (Lembar("Data", [NOMINATIF, ani()]),)),
            Buku(
                "ip_asn.xls",
                (
                    Lembar(
                        "IP ASN",
                        [
                            ("INDEKS PROFESIONALITAS ASN",), (), (), (),
                            ("NO", "NAMA", "NIP", "KINERJA", "DISIPLIN", "KOMPETENSI",
                             "KUALIFIKASI", "TOTAL"),
                            (1, "ANI LESTARI", ANI, "25", "5", "40", "15", "85"),
                        ],
                    ),
                ),
                "xml2003",
            ),
        ),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("tabel-hasil-bkn", "IP ASN", 5, None)],
    ),
    Kiriman(
        "hasil-djasn",
        "the same service by another door: nip, jabatan and four scores",
        satu(
            [
                ("nip", "jabatan", "kualifikasi", "kompetensi", "kinerja", "disiplin", "total",
                 "tgl_update"),
                (ANI, "Pengelola Data", 15, 40, 25, 5, 85, "2022-01-15"),
            ]
        ),
        galat="tabel-hasil-bkn",
    ),
    Kiriman(
        "hasil-siasn-tersimpan",
        "SIASN's results as an office stores them, several pulls a person",
        satu(
            [
                ("nip", "nama", "unor", "ipasn_kualifikasi", "ip_asn_keterangan_kualifikasi",
                 "ipasn_kompetensi", "ipasn_kinerja", "ipasn_disiplin", "ipasn_total",
                 "ipasn_tahun", "ipasn_updated"),
                (ANI, "ANI", "Dinas Kesehatan", 15, "S-1", 22.5, 25, 5, 67.5, 2021, "2021-12-01"),
                (ANI, "ANI", "Dinas Kesehatan", 15, "S-1", 40, 25, 5, 85, 2021, "2022-01-10"),
            ]
        ),
        galat="tabel-hasil-bkn",
    ),
    Kiriman(
        "hasil-kemenag",
        "a ministry's result with status and period",
        satu(
            [
                ("nip", "nama", "unitKerja", "jabatan", "golongan", "kualifikasi", "kompetensi",
                 "kinerja", "disiplin", "totalIP", "status", "periode"),
                (ANI, "ANI", "Kanwil", "Analis", "III/c", 15, 40, 25, 5, 85, "Sudah", "2021"),
            ]
        ),
        galat="tabel-hasil-bkn",
    ),
    Kiriman(
        "perihal-lain",
        "a spreadsheet about something else",
        satu(
            [
                ("DAFTAR INVENTARIS BARANG",),
                ("No", "Kode Barang", "Nama Barang", "Jumlah", "Kondisi"),
                (1, "02.06.01", "Meja kerja", 12, "Baik"),
                (2, "02.06.02", "Kursi", 24, "Baik"),
            ]
        ),
        galat="lembar-dilewati",
    ),
    Kiriman(
        "petunjuk-di-depan",
        "a page of instructions that speaks of NIP and names, before the sheet of data",
        (
            Buku(
                "isian.xlsx",
                (
                    Lembar(
                        "Petunjuk",
                        [
                            ("PETUNJUK PENGISIAN",),
                            ("1.", "NIP", "diisi 18 angka tanpa spasi"),
                            ("2.", "Nama", "diisi nama lengkap dengan gelar"),
                            ("3.", "Jenis Jabatan", "dipilih dari daftar"),
                        ],
                    ),
                    Lembar("Isian", [NOMINATIF, ani()]),
                ),
            ),
        ),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("lembar-dilewati", "Petunjuk", None, None)],
    ),
    Kiriman(
        "daftar-pilihan-di-belakang",
        "a sheet of choices for drop-down lists",
        (
            Buku(
                "isian.xlsx",
                (
                    Lembar("Isian", [NOMINATIF, ani()]),
                    Lembar(
                        "Referensi",
                        [
                            ("Jenis Jabatan", "Pendidikan", "Hukuman Disiplin"),
                            ("Struktural", "S-3", "Tidak Ada"),
                            ("Fungsional", "S-2", "Ringan"),
                            ("Pelaksana", "S-1", "Sedang"),
                        ],
                    ),
                ),
            ),
        ),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("lembar-dilewati", "Referensi", None, None)],
    ),
    Kiriman(
        "buku-kosong",
        "a workbook without one value",
        satu([]),
        galat="tidak-ada-yang-masuk",
    ),
    Kiriman(
        "kepala-tanpa-orang",
        "a header and no one below it",
        satu([NOMINATIF]),
        galat="lembar-kosong",
    ),
    Kiriman("csv-kosong", "a CSV of blank lines", (Mentah("a.csv", b"\r\n\r\n;;;\r\n"),),
            galat="berkas-kosong"),
    Kiriman(
        "lembar-kosong-di-samping",
        "empty sheets that Excel adds by itself are nothing to speak of",
        (Buku("a.xlsx", (Lembar("Sheet1", [NOMINATIF, ani()]), Lembar("Sheet2", []),
                         Lembar("Sheet3", []))),),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
    ),
    Kiriman(
        "satu-berkas-rusak",
        "of two files one is no workbook: the other goes in",
        (
            Buku("baik.xlsx", (Lembar("Data", [NOMINATIF, ani()]),)),
            Mentah("rusak.xlsx", b"PK\x03\x04" + b"\0" * 40),
        ),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("berkas-tak-terbaca", None, None, None)],
    ),
    Kiriman(
        "berkas-sama-dua-kali",
        "the same file under two names: everybody counts once",
        (
            Buku("a.xlsx", (Lembar("Data", [NOMINATIF, ani()]),)),
            Buku("a (1).xlsx", (Lembar("Data", [NOMINATIF, ani()]),)),
        ),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
    ),
    Kiriman(
        "berkas-bertentangan",
        "two files that say different things of one person: one finding, the person stays out",
        (
            Buku("a.xlsx", (Lembar("Data", [NOMINATIF, ani()]),)),
            Buku("b.xlsx", (Lembar("Data", [
                NOMINATIF, ani(opd="Dinas Sosial"), [*ani()[:1], BUDI, *ani()[2:]],
            ]),)),
        ),
        orang={BUDI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("baris-bertentangan", "Data", 2, "F")],
        ditolak=2,
    ),
)
