"""Several sheets, whose OPD a row is of, two rows a person, and what cells can hold."""

from __future__ import annotations

from tests.importing.kiriman.kiriman import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
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
from tests.importing.kiriman.letak import NILAI_TIGA, POLOS, TANPA_OPD, TIGA, polos

# fmt: off
# Rows are laid out to be read as rows.

DAFTAR = (
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
