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
    Buku,
    Galat,
    Kiriman,
    Lembar,
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
    Kiriman(
        "beberapa-lembar",
        "people and their histories, a sheet each: who is not listed has no sentence",
        (
            Buku(
                "riwayat.xlsx",
                (
                    Lembar("Pegawai", [NOMINATIF[:7], ani()[:7], budi()[:7]]),
                    Lembar(
                        "Diklat",
                        [
                            ("NIP", "Nama", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "JP"),
                            (ANI, "Ani Lestari", "Diklat Teknis", "Arsip", "12-03-2021", 24),
                        ],
                    ),
                    Lembar(
                        "Hukdis",
                        [
                            ("NIP", "Nama", "Tingkat Hukuman", "TMT Hukuman"),
                            (BUDI, "Budi Santoso", "Berat", "01-04-2020"),
                        ],
                    ),
                ),
            ),
        ),
        orang={ANI: "15 22,5 0 5", BUDI: "15 0 0 1"},
        catatan="pengembangan 1, hukuman 1",
    ),
    Kiriman(
        "lembar-per-opd",
        "a sheet for each OPD, whose name is the only place that tells it",
        (
            Buku(
                "pegawai.xlsx",
                (
                    Lembar("Dinas Kesehatan", [TANPA_OPD, polos(1, ANI, "Ani")]),
                    Lembar("KEC. BONTANG UTARA", [TANPA_OPD, polos(1, BUDI, "Budi")]),
                    Lembar("BAPPEDA", [TANPA_OPD, polos(1, CITRA, "Citra")]),
                ),
            ),
        ),
        orang={ANI: POLOS, BUDI: POLOS, CITRA: POLOS},
        opd={ANI: "Dinas Kesehatan", BUDI: "KEC. BONTANG UTARA", CITRA: "BAPPEDA"},
    ),
    Kiriman(
        "lembar-bukan-opd",
        "names of sheets that are no OPD give none",
        (
            Buku(
                "pegawai.xlsx",
                (
                    Lembar("PNS", [TANPA_OPD, polos(1, ANI, "Ani")]),
                    Lembar("Data Desember", [TANPA_OPD, polos(1, BUDI, "Budi")]),
                ),
            ),
        ),
        orang={ANI: POLOS, BUDI: POLOS},
        opd={ANI: "", BUDI: ""},
    ),
    Kiriman(
        "judul-memberi-opd",
        "a title line is the OPD's name, where no column has it",
        satu([
            ("DAFTAR NOMINATIF PEGAWAI NEGERI SIPIL",), ("DINAS PENDIDIKAN DAN KEBUDAYAAN",),
            ("TAHUN 2021",), (), TANPA_OPD, polos(1, ANI, "Ani"),
        ]),
        orang={ANI: POLOS},
        opd={ANI: "DINAS PENDIDIKAN DAN KEBUDAYAAN"},
    ),
    Kiriman(
        "judul-opd-titik-dua",
        "a label and the OPD beside it in cells of their own",
        satu([
            ("DAFTAR PEGAWAI",), ("Unit Kerja", ":", "Dinas Sosial"), ("Bulan", ":", "Desember"),
            (), TANPA_OPD, polos(1, ANI, "Ani"),
        ]),
        orang={ANI: POLOS},
        opd={ANI: "Dinas Sosial"},
    ),
    Kiriman(
        "judul-opd-di-tengah-kalimat",
        "the title names the OPD at its end",
        satu([
            ("DATA PEGAWAI DINAS KESEHATAN TAHUN 2021",), (), TANPA_OPD, polos(1, ANI, "Ani"),
        ]),
        orang={ANI: POLOS},
        opd={ANI: "DINAS KESEHATAN"},
    ),
    Kiriman(
        "baris-kelompok",
        "lines A. DINAS …, B. KECAMATAN … between the people name their OPD",
        satu([
            TANPA_OPD, ("A. DINAS KESEHATAN",), polos(1, ANI, "Ani"),
            ("B. KECAMATAN BONTANG UTARA",), polos(2, BUDI, "Budi"), polos(3, CITRA, "Citra"),
        ]),
        orang={ANI: POLOS, BUDI: POLOS, CITRA: POLOS},
        opd={ANI: "DINAS KESEHATAN", BUDI: "KECAMATAN BONTANG UTARA",
             CITRA: "KECAMATAN BONTANG UTARA"},
    ),
    Kiriman(
        "baris-kelompok-dua-sel",
        "the letter of a group in a cell of its own",
        satu([
            TANPA_OPD, ("I", "DINAS KESEHATAN"), polos(1, ANI, "Ani"),
            ("II", None, "BADAN KEUANGAN DAERAH"), polos(2, BUDI, "Budi"),
        ]),
        orang={ANI: POLOS, BUDI: POLOS},
        opd={ANI: "DINAS KESEHATAN", BUDI: "BADAN KEUANGAN DAERAH"},
    ),
    Kiriman(
        "baris-kelompok-golongan",
        "group lines that are no OPD are passed over",
        satu([
            NOMINATIF, ("GOLONGAN III",), ani(), ("GOLONGAN II",), budi(),
        ]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
        opd={ANI: "Dinas Kesehatan", BUDI: "Dinas Kesehatan"},
    ),
    Kiriman(
        "opd-digabung-ke-bawah",
        "the OPD stands once, merged down over its people",
        satu(
            [
                ("OPD", *TANPA_OPD),
                ("Dinas Kesehatan", *polos(1, ANI, "Ani")),
                (None, *polos(2, BUDI, "Budi")),
                ("Dinas Sosial", *polos(3, CITRA, "Citra")),
            ],
            gabung=("A2:A3",),
        ),
        orang={ANI: POLOS, BUDI: POLOS, CITRA: POLOS},
        opd={ANI: "Dinas Kesehatan", BUDI: "Dinas Kesehatan", CITRA: "Dinas Sosial"},
    ),
    Kiriman(
        "nip-di-bawah-nama",
        "a DUK on paper: the NIP on a second row below the name, with the head so too",
        satu([
            ("NO", "NAMA", "GOL", "JENIS JABATAN", "PENDIDIKAN"), (None, "NIP", None, None, None),
            (1, "Ani Lestari", "Penata", "Pelaksana", "S-1"), (None, ANI, "III/c", None, "Ekonomi"),
            (2, "Budi Santoso", "Penata", "Pelaksana", "S-1"),
            (None, f"NIP. {BUDI}", "III/d", None, "Hukum"),
            ("JUMLAH", None, None, None, None),
        ]),
        orang={ANI: POLOS, BUDI: POLOS},
        nama_orang={ANI: "Ani Lestari", BUDI: "Budi Santoso"},
        temuan=[("dua-baris-seorang", "Sheet1", None, None)],
    ),
    Kiriman(
        "nip-di-bawah-digabung",
        "the same, where all other cells are merged over both rows",
        satu(
            [
                ("NO", "NAMA / NIP", "JENIS JABATAN", "PENDIDIKAN"),
                (1, "Ani Lestari", "Pelaksana", "S-1"), (None, ANI, None, None),
                (2, "Budi Santoso", "Pelaksana", "S-1"), (None, BUDI, None, None),
            ],
            gabung=tuple(f"{c}{n}:{c}{n + 1}" for c in "ACD" for n in (2, 4)),
        ),
        orang={ANI: POLOS, BUDI: POLOS},
        temuan=[("dua-baris-seorang", "Sheet1", None, None)],
    ),
    Kiriman(
        "lahir-di-bawah-nama",
        "the place and day of birth on a second row, the NIP on the first",
        satu([
            ("NO", "NAMA/TTL", "NIP", "JENIS JABATAN", "PENDIDIKAN"),
            (1, "Ani Lestari", ANI, "Pelaksana", "S-1"),
            (None, "Bontang, 01-01-1980", None, None, None),
            (2, "Budi Santoso", BUDI, "Pelaksana", "S-1"),
            (None, "Bontang, 02-02-1981", None, None, None),
        ]),
        orang={ANI: POLOS, BUDI: POLOS},
        nama_orang={ANI: "Ani Lestari", BUDI: "Budi Santoso"},
        temuan=[("dua-baris-seorang", "Sheet1", None, None)],
    ),
    Kiriman(
        "bukan-dua-baris",
        "people without number and NIP between the others are people all the same",
        satu([
            ("NO", "NAMA", "NIP", "JENIS JABATAN", "PENDIDIKAN"),
            (1, "Ani Lestari", ANI, "Pelaksana", "S-1"), (None, "Rudi", None, "Pelaksana", "SLTA"),
            (2, "Budi Santoso", BUDI, "Pelaksana", "S-1"), (None, "Rini", "-", "Pelaksana", "S-1"),
        ]),
        orang={ANI: POLOS, BUDI: POLOS},
        temuan=[("nip-kosong", "Sheet1", 3, "C"), ("nip-kosong", "Sheet1", 5, "C")],
        ditolak=2,
    ),
    Kiriman(
        "pegawai-digabung-ke-bawah",
        "a person's NIP and name merged down over several courses",
        (
            Buku("pegawai.xlsx", (Lembar("Pegawai", [NOMINATIF[:7], ani()[:7]]),)),
            Buku(
                "diklat.xlsx",
                (
                    Lembar(
                        "Sheet1",
                        [
                            ("No", "NIP", "Nama", "Jenis Diklat", "Nama Diklat", "Tanggal", "JP"),
                            (1, ANI, "Ani", "Diklat Teknis", "Arsip", "12-03-2021", 12),
                            (None, None, None, "Diklat Teknis", "Aset", "12-04-2021", 12),
                        ],
                        gabung=("A2:A3", "B2:B3", "C2:C3"),
                    ),
                ),
            ),
        ),
        orang={ANI: "15 22,5 0 0"},
        catatan="pengembangan 2",
    ),
    Kiriman(
        "lembar-tersembunyi",
        "a hidden sheet is named and left",
        (
            Buku(
                "a.xlsx",
                (
                    Lembar("Data", [NOMINATIF, ani()]),
                    Lembar("Lama", [NOMINATIF, budi()], tersembunyi=True),
                ),
            ),
        ),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("lembar-tersembunyi", "Lama", None, None)],
    ),
    Kiriman(
        "baris-tersembunyi",
        "rows hidden by a filter are data, and said",
        satu([NOMINATIF, ani(), budi(), citra()], baris_tersembunyi=(3,)),
        orang=TIGA,
        catatan=NILAI_TIGA,
        temuan=[("baris-tersembunyi", "Sheet1", 3, None)],
    ),
    Kiriman(
        "kepala-bersekat",
        "line breaks, dots, letters spaced apart and a trailing colon in the heads",
        satu([
            ("No.", "N I P", "N A M A\nPEGAWAI", "Jenis\nJabatan", "Pend.\nTerakhir",
             "Nilai  Kinerja :"),
            (1, ANI, "Ani", "Pelaksana", "S-1", 80),
        ]),
        orang={ANI: "15 0 25 0"},
        catatan="penilaian 1",
    ),
    Kiriman(
        "tahun-judul-lain",
        "the title is of another year: said, the people go in",
        satu([("DAFTAR NOMINATIF TAHUN 2020",), (), NOMINATIF, ani()]),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("tahun-judul-beda", "Sheet1", 1, None)],
    ),
    Kiriman(
        "kolom-tahun-berdampingan",
        "a year below the group of values: each belongs to its year",
        satu(
            [
                ("NIP", "Nama", "Jenis Jabatan", "Nilai Kinerja", None),
                (None, None, None, 2020, 2021),
                (ANI, "Ani", "Pelaksana", 95, 80),
            ],
            gabung=("D1:E1",),
        ),
        orang={ANI: "0 0 25 0"},
        catatan="penilaian 2",
    ),
    Kiriman(
        "kolom-kembar",
        "two columns of the same name and other content: none is used, and said",
        satu([
            ("NIP", "Nama", "Jenis Jabatan", "Nilai Kinerja", "Nilai Kinerja"),
            (ANI, "Ani", "Pelaksana", 80, 95),
        ]),
        orang={ANI: "0 0 0 0"},
        temuan=[("kolom-ganda", "Sheet1", 1, "D")],
    ),
    Kiriman(
        "kolom-ditunjuk",
        "the NIP's head is unknown: the officer points it out",
        satu([("Nomor Pokok", "Nama", "Jenis Jabatan", "Pendidikan"),
              (ANI, "Ani", "Pelaksana", "S-1")]),
        kolom=("NIP=A",),
        orang={ANI: POLOS},
    ),
    Kiriman(
        "sel-galat",
        "an error in a cell is a fault, not a blank",
        satu([NOMINATIF, ani(), [*budi()[:9], Galat("#REF!"), "Tidak Ada"]]),
        orang={ANI: LENGKAP, BUDI: "15 40 0 5"},
        catatan="penilaian 1",
        temuan=[("sel-galat", "Sheet1", 3, "J")],
    ),
    Kiriman(
        "rumus-tanpa-hasil",
        "a formula that was never computed says nothing, and is told",
        satu([NOMINATIF, [*ani()[:9], Rumus("=70+10"), "Tidak Ada"], budi()]),
        orang={ANI: "15 40 0 5", BUDI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("rumus-tanpa-hasil", "Sheet1", 2, "J")],
    ),
    Kiriman(
        "nip-angka",
        "an NIP typed as a number has lost its end",
        satu([NOMINATIF, ani(), [2, float(BUDI), *budi()[2:]]]),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("nip-angka", "Sheet1", 3, "B")],
        ditolak=1,
    ),
    Kiriman(
        "nip-bermacam-tulisan",
        "blanks, dots, apostrophe, NBSP, full-width digits and a label in the NIP",
        satu([
            NOMINATIF,
            orang_ := [1, f"{ANI[:8]} {ANI[8:14]} {ANI[14]} {ANI[15:]}", *ani()[2:]],
            [2, f"NIP. {BUDI[:8]}.{BUDI[8:14]}.{BUDI[14]}.{BUDI[15:]}", *budi()[2:]],
            [3, f"'{CITRA[:8]}\xa0{CITRA[8:]}", *citra()[2:]],
            [4, DEDI.translate({48 + n: 0xFF10 + n for n in range(10)}), "Dedi", *orang_[3:]],
        ]),
        orang={ANI: LENGKAP, BUDI: LENGKAP, CITRA: LENGKAP, DEDI: LENGKAP},
        catatan="penilaian 4",
    ),
    Kiriman(
        "nip-kosong-di-tengah",
        "a row of a person without NIP among others",
        satu([NOMINATIF, ani(), [2, None, *budi()[2:]], citra()]),
        orang={ANI: LENGKAP, CITRA: LENGKAP},
        catatan="penilaian 2",
        temuan=[("nip-kosong", "Sheet1", 3, "B")],
        ditolak=1,
    ),
    Kiriman(
        "baris-ganda",
        "the same row twice counts once",
        satu([NOMINATIF, ani(), budi(), [3, *ani()[1:]]]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "baris-bertentangan",
        "two rows of one person that disagree: one finding, the person stays out",
        satu([NOMINATIF, ani(), budi(), [3, *ani()[1:9], 95, "Tidak Ada"]]),
        orang={BUDI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("baris-bertentangan", "Sheet1", 2, "J")],
        ditolak=2,
    ),
    Kiriman(
        "teks-berawalan-rumus",
        "texts that begin with = + - @ are texts",
        satu([
            NOMINATIF,
            [1, ANI, "=Ani", "Pelaksana", "+Pengelola", "@Dinas", *ani()[6:]],
            [2, BUDI, "-Budi", "Pelaksana", "=1+1", "Dinas Kesehatan", *budi()[6:]],
        ]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
        nama_orang={ANI: "=Ani", BUDI: "-Budi"},
        opd={ANI: "@Dinas", BUDI: "Dinas Kesehatan"},
    ),
    Kiriman(
        "nihil",
        "a list of sentences that says NIHIL covers the people of its workbook",
        (
            Buku(
                "a.xlsx",
                (
                    Lembar("Pegawai", [NOMINATIF[:7], ani()[:7]]),
                    Lembar("Hukdis", [("No", "NIP", "Tingkat Hukuman", "TMT Hukuman"),
                                      (None, "NIHIL")]),
                ),
            ),
        ),
        orang={ANI: "15 0 0 5"},
        temuan=[("lembar-nihil", "Hukdis", None, None)],
    ),
)
