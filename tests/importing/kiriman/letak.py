"""Where the table stands in its sheet, what stands around it, and what its header looks like."""

from __future__ import annotations

from tests.importing.kiriman.kiriman import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    EKA,
    LENGKAP,
    NOMINATIF,
    Kiriman,
    Rumus,
    ani,
    budi,
    citra,
    satu,
)

# fmt: off
# Rows are laid out to be read as rows.

TIGA = {ANI: LENGKAP, BUDI: LENGKAP, CITRA: LENGKAP}
NILAI_TIGA = "penilaian 3"
KOSONG = [None] * len(NOMINATIF)

TANPA_OPD = ("No", "NIP", "Nama", "Jenis Jabatan", "Pendidikan")


def polos(nomor: int, nip: str, nama: str) -> list[object]:
    """Return a row under `TANPA_OPD`, worth "15 0 0 0"."""
    return [nomor, nip, nama, "Pelaksana", "S-1"]


POLOS = "15 0 0 0"

DAFTAR = (
    Kiriman(
        "judul-di-atas",
        "titles and blank rows above the header",
        satu(
            [
                ("PEMERINTAH KOTA CONTOH",),
                ("DAFTAR NOMINATIF PENGUKURAN INDEKS PROFESIONALITAS ASN",),
                ("TAHUN 2021",),
                (),
                (),
                NOMINATIF, ani(), budi(), citra(),
            ],
            gabung=("A1:K1", "A2:K2", "A3:K3"),
        ),
        orang=TIGA,
        catatan=NILAI_TIGA,
    ),
    Kiriman(
        "mulai-di-kolom-c",
        "the table begins in C7, with nothing to its left",
        satu([(), (), (), ("", "", "DAFTAR"), (), (),
              ["", "", *NOMINATIF], [None, None, *ani()], [None, None, *budi()]]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "kepala-di-baris-40",
        "a page of notes above the header, some of it speaking of NIP",
        satu([*([f"{n}. NIP dan nama diisi sesuai SK",] for n in range(1, 40)),
              NOMINATIF, ani()]),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
    ),
    Kiriman(
        "kepala-dua-baris",
        "groups over two rows qualify the columns below them",
        satu(
            [
                ("NO", "NIP", "NAMA", "JABATAN", None, "DIKLAT", None, "PENILAIAN KINERJA", None,
                 "HUKUMAN DISIPLIN"),
                (None, None, None, "JENIS", "NAMA", "TEKNIS (JP)", "SEMINAR", "TAHUN", "NILAI",
                 None),
                (1, ANI, "Ani Lestari", "Pelaksana", "Pengelola", 20, "Sudah", 2021, 80,
                 "Tidak Ada"),
            ],
            gabung=("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:I1", "J1:J2"),
        ),
        orang={ANI: "0 40 25 5"},
        catatan="penilaian 1",
    ),
    Kiriman(
        "kepala-tiga-baris",
        "groups over three rows",
        satu(
            [
                ("NO", "IDENTITAS", None, "DATA PENDUKUNG", None, None, None, None, None),
                (None, "NIP", "NAMA", "JABATAN", None, "DIKLAT", None, "NILAI KINERJA",
                 "HUKUMAN DISIPLIN"),
                (None, None, None, "JENIS JABATAN", "NAMA", "TEKNIS (JP)", "SEMINAR", None,
                 None),
                (1, ANI, "Ani Lestari", "Pelaksana", "Pengelola", 20, "Sudah", 80, "Tidak Ada"),
                (2, BUDI, "Budi Santoso", "Pelaksana", "Pengelola", 20, "Sudah", 80,
                 "Tidak Ada"),
            ],
            gabung=("A1:A3", "B1:C1", "D1:I1", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:H3",
                    "I2:I3"),
        ),
        orang={ANI: "0 40 25 5", BUDI: "0 40 25 5"},
        catatan="penilaian 2",
    ),
    Kiriman(
        "kepala-tiga-baris-tanpa-gabung",
        "the same, where the cells were never merged, and numbered below",
        satu(
            [
                ("DAFTAR NOMINATIF",),
                ("NO", "NIP", "NAMA", "JABATAN", None, "PENGEMBANGAN KOMPETENSI", None, "KINERJA",
                 None),
                (None, None, None, None, None, "DIKLAT", None, None, None),
                (None, None, None, "JENIS JABATAN", "NAMA", "TEKNIS (JP)", "SEMINAR", "TAHUN",
                 "NILAI"),
                tuple(f"({n})" for n in range(1, 10)),
                (1, ANI, "Ani Lestari", "Pelaksana", "Pengelola", 20, "Sudah", 2021, 80),
            ]
        ),
        orang={ANI: "0 40 25 0"},
        catatan="penilaian 1",
    ),
    Kiriman(
        "nomor-kolom-kurung",
        "a row (1) (2) (3) numbers the columns",
        satu([NOMINATIF, [f"({n})" for n in range(1, 12)], ani(), budi()]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "nomor-kolom-angka",
        "a row 1 2 3 numbers the columns, as numbers",
        satu([NOMINATIF, list(range(1, 12)), ani(), budi()]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "nomor-kolom-rumus",
        "a row that numbers only some columns and explains a sum: 1 2 3 … 9=7+8",
        satu([[*NOMINATIF, "Ket"], [*range(1, 11), "11=9+10", None], [*ani(), None]]),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
    ),
    *(
        Kiriman(
            f"nomor-kolom-{jenis}",
            f"a row that numbers the columns by {tanda[:2]} …",
            satu([TANPA_OPD, tanda, polos(1, ANI, "Ani")]),
            orang={ANI: POLOS},
        )
        for jenis, tanda in (("huruf", "abcde"), ("romawi", ("I", "II", "III", "IV", "V")))
    ),
    Kiriman(
        "kelompok-di-atas-bagian-kembar",
        "NAMA, JENIS and TAHUN stand below several groups and mean what their group says",
        satu([
            ("NO", "PEGAWAI", None, "JABATAN", None, None, "PENDIDIKAN", None, "DIKLAT", None, None,
             None, "HUKUMAN DISIPLIN", None),
            (None, "NAMA", "NIP", "NAMA", "JENIS", "TMT", "TINGKAT", "TAHUN", "KEPEMIMPINAN",
             "FUNGSIONAL", "TEKNIS (JP)", "SEMINAR", "TINGKAT", "TAHUN"),
            (1, "Ani", ANI, "Analis", "Pelaksana", "01-01-2019", "S-1", 2004, "-", "-", 20, "v",
             "Ringan", 2020),
            (2, "Budi", BUDI, "Analis", "Pelaksana", "01-01-2019", "S-2", 2010, "-", "-", 0, "",
             "-", None),
        ]),
        orang={ANI: "15 40 0 3", BUDI: "20 0 0 5"},
        catatan="pendidikan 2, hukuman 1",
    ),
    Kiriman(
        "kolom-kosong-di-tengah",
        "blank columns between the columns",
        satu([[*NOMINATIF[:3], None, *NOMINATIF[3:6], None, None, *NOMINATIF[6:]],
              *([*row[:3], None, *row[3:6], None, None, *row[6:]] for row in (ani(), budi()))]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "baris-kosong-di-tengah",
        "blank rows between the people",
        satu([NOMINATIF, ani(), (), (), budi(), (), citra()]),
        orang=TIGA,
        catatan=NILAI_TIGA,
    ),
    Kiriman(
        "kepala-berulang",
        "the header again after each page break, with its row of numbers",
        satu([
            NOMINATIF, list(range(1, 12)), ani(), budi(),
            (), ("Halaman 2",), NOMINATIF, list(range(1, 12)), citra(),
        ]),
        orang=TIGA,
        catatan=NILAI_TIGA,
    ),
    Kiriman(
        "kepala-dua-baris-berulang",
        "a header of two rows again after a page break",
        satu(
            [
                ("NO", "NIP", "NAMA", "JABATAN", None, "NILAI KINERJA"),
                (None, None, None, "JENIS JABATAN", "NAMA", None),
                (1, ANI, "Ani Lestari", "Pelaksana", "Pengelola", 80),
                ("NO", "NIP", "NAMA", "JABATAN", None, "NILAI KINERJA"),
                (None, None, None, "JENIS JABATAN", "NAMA", None),
                (2, BUDI, "Budi Santoso", "Pelaksana", "Pengelola", 80),
            ],
            gabung=("D1:E1", "D4:E4"),
        ),
        orang={ANI: "0 0 25 0", BUDI: "0 0 25 0"},
        catatan="penilaian 2",
    ),
    Kiriman(
        "kepala-berulang-tanpa-gabungan",
        "a merged header of two rows comes again without its merges: it begins no other table",
        satu(
            [
                ("NO", "PEGAWAI", None, "JABATAN", None, "PERANGKAT DAERAH", "KINERJA"),
                (None, "NAMA", "NIP", "JENIS", "JENJANG", None, "NILAI"),
                (1, "Ani Lestari", ANI, "Pelaksana", "Pelaksana", "Dinas A", 80),
                ("NO", "PEGAWAI", None, "JABATAN", None, "PERANGKAT DAERAH", "KINERJA"),
                (None, "NAMA", "NIP", "JENIS", "JENJANG", None, "NILAI"),
                (2, "Budi Santoso", BUDI, "Pelaksana", "Pelaksana", "Dinas B", 80),
            ],
            gabung=("A1:A2", "B1:C1", "D1:E1", "F1:F2"),
        ),
        orang={ANI: "0 0 25 0", BUDI: "0 0 25 0"},
        opd={ANI: "Dinas A", BUDI: "Dinas B"},
        catatan="penilaian 2",
    ),
    Kiriman(
        "jumlah-di-bawah",
        "sums and means below the people, one a formula never computed",
        satu([
            NOMINATIF, ani(), budi(),
            [None, "Jumlah", *[None] * 5, 40, None, Rumus("=SUM(J2:J3)"), None],
            [None, None, "Rata-rata", *[None] * 4, 20, None, 80, None],
        ]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "jumlah-antara",
        "a subtotal below each group of people",
        satu([
            NOMINATIF, ani(), ["Sub Total", *[None] * 8, 80, None],
            budi(), ["Sub Total", *[None] * 8, 80, None],
            ["TOTAL", *[None] * 8, 160, None],
        ]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "catatan-di-bawah",
        "notes below the people, one with an NIP in its text",
        satu([
            NOMINATIF, ani(), budi(), (),
            ("Catatan:",),
            ("1. Data per 31 Desember 2021",),
            (f"2. Pegawai dengan NIP {CITRA} pindah ke Dinas Sosial",),
            (None, "*) nilai sementara"),
        ]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "tanda-tangan",
        "a signature block below, its NIP under the column of NIP",
        satu([
            NOMINATIF, ani(), budi(), (),
            [*KOSONG[:8], "Bontang, 31 Januari 2022"],
            [None, "Mengetahui,", *KOSONG[:6], "Kepala Dinas Kesehatan"],
            (), (),
            [None, "Drs. Dedi Kurniawan", *KOSONG[:6], "dr. Eka Putri"],
            [None, f"NIP. {DEDI}", *KOSONG[:6], f"NIP. {EKA}"],
        ]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "tanda-tangan-satu-kolom",
        "a signature under the column of names, rank and bare NIP below it",
        satu([
            NOMINATIF, ani(), (),
            [None, None, "Bontang, 3 Januari 2022"],
            [None, None, "Plt. Kepala Dinas,"],
            (),
            [None, None, "Dr. Eka Putri, M.Kes."],
            [None, None, "Pembina Tingkat I"],
            [None, None, f"NIP {EKA[:8]} {EKA[8:14]} {EKA[14]} {EKA[15:]}"],
        ]),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
    ),
    Kiriman(
        "dua-tabel-bertumpuk",
        "a second table of other columns below the first: people, then their sentences",
        satu([
            ("A. DATA PEGAWAI",),
            NOMINATIF[:7], ani()[:7], budi()[:7],
            (),
            ("B. RIWAYAT HUKUMAN DISIPLIN",),
            ("No", "NIP", "Nama", "Tingkat Hukuman", "Nomor SK", "Tanggal SK", "TMT Hukuman"),
            (1, BUDI, "Budi Santoso", "Sedang", "800/1", "01-03-2020", "01-04-2020"),
        ]),
        orang={ANI: "15 0 0 5", BUDI: "15 0 0 2"},
        catatan="hukuman 1",
    ),
    Kiriman(
        "dua-tabel-bertumpuk-salah-di-bawah",
        "a fault in the second table has its own address",
        satu([
            NOMINATIF[:7], ani()[:7],
            (),
            ("NIP", "Nama", "Nilai Kinerja"),
            (ANI, "Ani Lestari", 180),
        ]),
        orang={ANI: "15 0 0 0"},
        temuan=[("nilai-di-luar-skala", "Sheet1", 5, "C")],
        ditolak=1,
    ),
    Kiriman(
        "dua-tabel-berdampingan",
        "two tables side by side, a blank column between them",
        satu([
            ("DINAS KESEHATAN",),
            [*NOMINATIF, None, *NOMINATIF],
            [*ani(), None, *citra(opd="Dinas Sosial")],
            budi(),
        ]),
        orang=TIGA,
        catatan=NILAI_TIGA,
        opd={ANI: "Dinas Kesehatan", CITRA: "Dinas Sosial"},
    ),
)
