"""What else offices do to a workbook."""

from __future__ import annotations

from tests.importing import xlsx_plant
from tests.importing.kiriman.kiriman import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    EKA,
    LENGKAP,
    NOMINATIF,
    Buku,
    Kiriman,
    Lembar,
    Mentah,
    ani,
    budi,
    citra,
    satu,
)
from tests.importing.kiriman.letak import POLOS, TANPA_OPD, polos

# fmt: off
# Rows are laid out to be read as rows.


def _rumus() -> bytes:
    """Return a workbook whose value is the stored result of a link into another workbook."""
    heads = ("NIP", "Nama", "Jenis Jabatan", "Nilai Kinerja")
    cells = "".join(
        f'<c r="{chr(65 + n)}1" t="inlineStr"><is><t>{text}</t></is></c>'
        for n, text in enumerate(heads)
    )
    person = "".join(
        f'<c r="{chr(65 + n)}2" t="inlineStr"><is><t>{text}</t></is></c>'
        for n, text in enumerate((ANI, "Ani", "Pelaksana"))
    )
    linked = "<c r=\"D2\"><f>'[1]SKP'!$F$7</f><v>80.5</v></c>"
    return xlsx_plant.workbook(f'<row r="1">{cells}</row><row r="2">{person}{linked}</row>')


DAFTAR = (
    Kiriman(
        "judul-menyebut-peraturan",
        "the title cites a regulation: its year is not the measured one, BKN is not the OPD",
        satu([
            ("PENGUKURAN INDEKS PROFESIONALITAS ASN",),
            ("BERDASARKAN PERATURAN BADAN KEPEGAWAIAN NEGARA NOMOR 8 TAHUN 2019",), (),
            TANPA_OPD, polos(1, ANI, "Ani"),
        ]),
        orang={ANI: POLOS},
        opd={ANI: ""},
    ),
    Kiriman(
        "kop-surat",
        "a letterhead of the agency above, the OPD in a column",
        satu([
            ("PEMERINTAH KOTA CONTOH",),
            ("BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",),
            ("Jalan Awang Long Nomor 1, Telepon (0548) 20000",), (),
            NOMINATIF, ani(), budi(opd="Dinas Sosial"),
        ]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
        opd={ANI: "Dinas Kesehatan", BUDI: "Dinas Sosial"},
    ),
    Kiriman(
        "rekap-di-bawah",
        "a recap by golongan below the people is no person",
        satu([
            NOMINATIF, ani(), budi(), (),
            (None, "REKAPITULASI",),
            (None, "Golongan", "Laki-laki", "Perempuan", "Jumlah"),
            (None, "III/c", 1, 1, 2), (None, "III/d", 0, 0, 0), (None, "Jumlah", 1, 1, 2),
        ]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "rekap-di-samping",
        "a small recap beside the people has a head of theirs too: neither column is taken",
        satu([
            [*NOMINATIF, None, "Pendidikan", "Jumlah"],
            [*ani(), None, "S-1", 2], [*budi(), None, "S-2", 0],
        ]),
        orang={ANI: "0 40 25 5", BUDI: "0 40 25 5"},
        catatan="penilaian 2",
        temuan=[("kolom-ganda", "Sheet1", 1, "G")],
    ),
    Kiriman(
        "honorer-di-bawah",
        "a second table of people who have no NIP is asked about, not lost without a word",
        satu([
            ("A. PEGAWAI NEGERI SIPIL",), NOMINATIF, ani(), (),
            ("B. TENAGA HONORER",),
            ("No", "Nama", "Jabatan", "Unit Kerja", "Pendidikan"),
            (1, "Siti", "Operator", "Dinas Kesehatan", "SMA"),
            (2, "Joko", "Pengemudi", "Dinas Kesehatan", "SMA"),
        ]),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("kolom-wajib-tak-ada", "Sheet1", 6, None)],
    ),
    Kiriman(
        "lanjutan-tanpa-kepala",
        "the second sheet goes on without a header: its NIPs are asked about",
        (Buku("a.xlsx", (
            Lembar("Lembar 1", [NOMINATIF, ani()]),
            Lembar("Lembar 2", [budi(), citra()]),
        )),),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("kolom-wajib-tak-ada", "Lembar 2", 1, None)],
    ),
    Kiriman(
        "blok-per-opd",
        "a block for each OPD: title, header, people, signature, and again",
        satu([
            ("Unit Kerja : Dinas Kesehatan",), TANPA_OPD, polos(1, ANI, "Ani"), (),
            (None, None, None, "Bontang, 3 Januari 2022"), (None, None, None, "Kepala Dinas,"),
            (None, None, None, "Dr. Eka"), (None, None, None, f"NIP. {EKA}"), (),
            ("Unit Kerja : Dinas Sosial",), TANPA_OPD, polos(1, BUDI, "Budi"), (),
            ("Unit Kerja", ":", "Dinas Perhubungan"), TANPA_OPD, polos(1, CITRA, "Citra"),
        ]),
        orang={ANI: POLOS, BUDI: POLOS, CITRA: POLOS},
        opd={ANI: "Dinas Kesehatan", BUDI: "Dinas Sosial", CITRA: "Dinas Perhubungan"},
    ),
    Kiriman(
        "saling-melengkapi",
        "two sheets tell different things of the same people",
        (Buku("a.xlsx", (
            Lembar("Identitas", [NOMINATIF[:6], ani()[:6], budi()[:6]]),
            Lembar("Nilai", [
                ("NIP", "Pendidikan", "JP Diklat Teknis", "Seminar/Workshop", "Nilai Kinerja",
                 "Hukuman Disiplin"),
                (BUDI, "S-1", 20, "Sudah", 80, "Tidak Ada"),
                (ANI, "S-1", 20, "Sudah", 80, "Tidak Ada"),
            ]),
        )),),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "hanya-nip-dan-nama",
        "nothing tells what post the people hold: each is named",
        satu([("NIP", "Nama"), (ANI, "Ani"), (BUDI, "Budi")]),
        galat="identitas-kurang",
    ),
    Kiriman(
        "orang-tak-dikenal",
        "a history names somebody nobody listed: one finding, with how many rows",
        (Buku("a.xlsx", (
            Lembar("Pegawai", [NOMINATIF[:7], ani()[:7]]),
            Lembar("Diklat", [
                ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "JP"),
                (DEDI, "Diklat Teknis", "Arsip", "12-03-2021", 12),
                (DEDI, "Diklat Teknis", "Aset", "12-04-2021", 12),
                (ANI, "Diklat Teknis", "Aset", "12-04-2021", 24),
            ]),
        )),),
        orang={ANI: "15 22,5 0 0"},
        catatan="pengembangan 1",
        temuan=[("pegawai-tak-dikenal", "Diklat", 2, "A")],
        ditolak=2,
    ),
    Kiriman(
        "berakhiran-xlsm",
        "a workbook with macros: its cells are read, its macros are not",
        (Buku("kiriman.xlsm", (Lembar("Data", [NOMINATIF, ani()]),)),),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
    ),
    Kiriman(
        "tautan-buku-lain",
        "a link into another workbook: the stored result counts, nothing is followed",
        (Mentah("kiriman.xlsx", _rumus()),),
        orang={ANI: "0 0 25 0"},
        catatan="penilaian 1",
    ),
    Kiriman(
        "tabel-di-kolom-aa",
        "the table begins far to the right, in AA10",
        satu([*[()] * 9, *([*[None] * 26, *row] for row in (NOMINATIF, ani()))]),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
    ),
    Kiriman(
        "jumlah-di-atas",
        "the sum stands between header and people",
        satu([NOMINATIF, (None, None, "JUMLAH", *[None] * 4, 40, None, 160), ani(), budi()]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "nomor-lalu-kosong",
        "a row of numbers and a blank one between header and people",
        satu([NOMINATIF, list(range(1, 12)), (), ani(), budi()]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "siasn-unor-bertingkat",
        "SIASN's variant with UNOR (1), (2), (3): the first is the OPD",
        satu([
            ("NIP BARU", "NAMA", "JENIS JABATAN NAMA", "ESELON ID", "ESELON LEVEL", "ESELON NAMA",
             "PENDIDIKAN TERAKHIR NAMA", "UNOR NAMA", "UNOR (1)", "UNOR (2)", "UNOR (3)"),
            (f"'{BUDI}", "BUDI", "Jabatan Struktural", "41", "4", "IV.a", "S-2 HUKUM",
             "Seksi Imunisasi", "Dinas Kesehatan", "Bidang P2P", "Seksi Imunisasi"),
        ]),
        orang={BUDI: "20 0 0 0"},
        opd={BUDI: "Dinas Kesehatan"},
    ),
    Kiriman(
        "tanda-centang",
        "columns of marks: an empty cell between them says belum",
        satu([
            ("NIP", "Nama", "Jenis Jabatan", "JP Diklat Teknis", "Seminar/Workshop"),
            (ANI, "Ani", "Pelaksana", 20, "v"), (BUDI, "Budi", "Pelaksana", 20, None),
            (CITRA, "Citra", "Pelaksana", 20, "√"),
        ]),
        orang={ANI: "0 40 0 0", BUDI: "0 22,5 0 0", CITRA: "0 40 0 0"},
    ),
    Kiriman(
        "csv-judul-berkoma",
        "titles full of commas above a table with semicolons",
        (Mentah("a.csv",
            "DAFTAR NOMINATIF, DINAS, BADAN, KECAMATAN, DAN KELURAHAN\r\n"
            "Bontang, 31 Januari 2022\r\n"
            "NIP;Nama;Jenis Jabatan;Nilai Kinerja\r\n"
            f"{ANI};Ani, S.E., M.M.;Pelaksana;80,5\r\n"
            f"{BUDI};Budi, S.H.;Pelaksana;81,5\r\n".encode()),),
        orang={ANI: "0 0 25 0", BUDI: "0 0 25 0"},
        catatan="penilaian 2",
        nama_orang={ANI: "Ani, S.E., M.M.", BUDI: "Budi, S.H."},
    ),
    Kiriman(
        "tiga-berkas-satu-kiriman",
        "three OPD in one drop, in three formats, one of them with a fault of its own",
        (
            Buku("dinkes.xlsx", (Lembar("Data", [NOMINATIF, ani()]),)),
            Buku("dinsos.xls", (Lembar("Data", [NOMINATIF, budi(opd="Dinas Sosial")]),), "html"),
            Mentah("dishub.csv", (
                ";".join(NOMINATIF) + "\r\n"
                + ";".join(map(str, [*citra(opd="Dinas Perhubungan")[:9], "delapan", "Ringan"]))
            ).encode()),
        ),
        orang={ANI: LENGKAP, BUDI: LENGKAP, CITRA: "15 40 0 3"},
        catatan="penilaian 2",
        temuan=[("nilai-tak-terbaca", None, 2, "J")],
        opd={ANI: "Dinas Kesehatan", BUDI: "Dinas Sosial", CITRA: "Dinas Perhubungan"},
    ),
    Kiriman(
        "kolom-tersembunyi",
        "hidden columns are data",
        satu([NOMINATIF, ani(), budi()], kolom_tersembunyi=("B", "J")),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "nip-kosong-di-akhir",
        "the last person of all lacks the NIP",
        satu([NOMINATIF, ani(), budi(), [3, None, *citra()[2:]]]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
        temuan=[("nip-kosong", "Sheet1", 4, "B")],
        ditolak=1,
    ),
    Kiriman(
        "csv-nip-dijaga-rumus",
        'web applications write ="1980…" so that Excel keeps the NIP as text',
        (Mentah("a.csv", (
            "NIP,Nama,Jenis Jabatan,Nilai Kinerja\r\n"
            f'"=""{ANI}""",Ani,Pelaksana,80\r\n="{BUDI}",Budi,Pelaksana,80\r\n'
        ).encode()),),
        orang={ANI: "0 0 25 0", BUDI: "0 0 25 0"},
        catatan="penilaian 2",
    ),
    Kiriman(
        "html-baris-kelompok",
        "a page whose group lines span the table",
        (Buku("a.xls", (Lembar("t", [
            ("No", "NIP", "Nama", "Jenis Jabatan"),
            ("A. DINAS KESEHATAN",), (1, ANI, "Ani", "Pelaksana"),
            ("B. DINAS SOSIAL",), (2, BUDI, "Budi", "Pelaksana"),
        ], gabung=("A2:D2", "A4:D4")),), "html"),),
        orang={ANI: "0 0 0 0", BUDI: "0 0 0 0"},
        opd={ANI: "DINAS KESEHATAN", BUDI: "DINAS SOSIAL"},
    ),
    Kiriman(
        "kepala-berketerangan",
        "brackets and years behind the heads",
        satu([
            ("No.", "NIP\n(18 digit)", "Nama Lengkap (tanpa gelar)", "Jenis Jabatan *)",
             "Nilai Kinerja Tahun 2021", "Hukuman Disiplin (5 tahun terakhir)"),
            (1, ANI, "Ani", "Pelaksana", 80, "Tidak Pernah"),
        ]),
        orang={ANI: "0 0 25 5"},
        catatan="penilaian 1",
    ),
    Kiriman(
        "dua-lembar-satu-rusak",
        "an error in one sheet keeps nothing out of the other",
        (Buku("a.xlsx", (
            Lembar("Dinas Kesehatan", [TANPA_OPD, polos(1, ANI, "Ani"), polos(2, "123", "Budi")]),
            Lembar("Dinas Sosial", [TANPA_OPD, polos(1, CITRA, "Citra")]),
        )),),
        orang={ANI: POLOS, CITRA: POLOS},
        temuan=[("nip-bukan-18-angka", "Dinas Kesehatan", 3, "B")],
        ditolak=1,
    ),
    Kiriman(
        "bagian-dalam-opd",
        "lines for the parts of an OPD leave its people in it",
        satu([
            TANPA_OPD, ("DINAS KESEHATAN",), ("Sekretariat",), polos(1, ANI, "Ani"),
            ("UPTD Puskesmas Utara",), polos(2, BUDI, "Budi"),
            ("SEKRETARIAT DAERAH",), ("Bagian Umum",), polos(3, CITRA, "Citra"),
        ]),
        orang={ANI: POLOS, BUDI: POLOS, CITRA: POLOS},
        opd={ANI: "DINAS KESEHATAN", BUDI: "DINAS KESEHATAN", CITRA: "SEKRETARIAT DAERAH"},
    ),
    Kiriman(
        "jumlah-dalam-kolom-nip",
        "a sum whose count of people stands in the column of NIP",
        satu([NOMINATIF, ani(), budi(), ("TOTAL", 2, *[None] * 5, 40, None, 160)]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
    Kiriman(
        "dua-penanda-tangan",
        "two sign side by side, neither with a date nor with NIP. before the number",
        satu([
            NOMINATIF, ani(), (), (None, "Kepala Dinas", None, None, "Sekretaris"), (),
            (None, "Dr. Eka", None, None, "Drs. Dedi"), (None, EKA, None, None, DEDI),
        ]),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
    ),
    Kiriman(
        "kelompok-berbagian-tunggal",
        "groups of a single part each, so that no cell of the second row stands below a blank",
        satu([
            ("NO", "NIP", "NAMA", "JABATAN", "PANGKAT", "PENDIDIKAN", "NILAI KINERJA",
             "NILAI KINERJA"),
            (None, None, None, "JENIS", "GOL", "TINGKAT", "2020", "2021"),
            (1, ANI, "Ani", "Pelaksana", "III/a", "S-1", 95, 80),
        ]),
        orang={ANI: "15 0 25 0"},
        catatan="penilaian 2",
    ),
    Kiriman(
        "lembar-bernama-tahun-lain",
        "the sheet is named after another year: said, the people go in",
        satu([NOMINATIF, ani()], "SKP 2020"),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("tahun-judul-beda", "SKP 2020", None, None)],
    ),
    Kiriman(
        "tiga-kelompok-satu-lembar",
        "PNS, people without NIP, and PNS again under the same heads",
        satu([
            NOMINATIF, ani(), (), ("B. HONORER",), ("No", "Nama", "Jabatan", "Unit Kerja"),
            (1, "Siti", "Operator", "Dinas Kesehatan"), (), ("C. MUTASI MASUK",),
            NOMINATIF, budi(),
        ]),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
        temuan=[("kolom-wajib-tak-ada", "Sheet1", 5, None)],
    ),
    Kiriman(
        "lembar-per-bulan",
        "courses, a sheet a month, add up",
        (Buku("bangkom.xlsx", (
            Lembar("Pegawai", [NOMINATIF[:7], ani()[:7]]),
            *(
                Lembar(bulan, [
                    ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "JP"),
                    (ANI, "Diklat Teknis", f"Pelatihan {bulan}", hari, 12),
                ])
                for bulan, hari in (("Januari", "12-01-2021"), ("Februari", "12-02-2021"))
            ),
        )),),
        orang={ANI: "15 22,5 0 0"},
        catatan="pengembangan 2",
    ),
    Kiriman(
        "nihil-per-opd",
        "a list of sentences that says NIHIL below one OPD and somebody below another",
        (Buku("hukdis.xlsx", (
            Lembar("Pegawai", [NOMINATIF[:7], ani()[:7], budi()[:7]]),
            Lembar("Hukdis", [
                ("No", "NIP", "Nama", "Tingkat Hukuman", "TMT Hukuman"),
                ("DINAS KESEHATAN",), (1, "NIHIL"), ("DINAS SOSIAL",),
                (1, BUDI, "Budi Santoso", "Sedang", "01-02-2020"),
            ]),
        )),),
        orang={ANI: "15 0 0 5", BUDI: "15 0 0 2"},
        catatan="hukuman 1",
    ),
    Kiriman(
        "opd-dengan-embel-embel",
        "a copied sheet's number, a count and a year are no part of the OPD's name",
        (Buku("a.xlsx", (
            Lembar("Dinas Kesehatan (2)", [TANPA_OPD, polos(1, ANI, "Ani")]),
            Lembar("Data", [
                ("OPD : DINAS SOSIAL TAHUN 2021",), TANPA_OPD, polos(1, BUDI, "Budi"),
                ("DINAS PERHUBUNGAN (1 orang)",), polos(2, CITRA, "Citra"),
            ]),
        )),),
        orang={ANI: POLOS, BUDI: POLOS, CITRA: POLOS},
        opd={ANI: "Dinas Kesehatan", BUDI: "DINAS SOSIAL", CITRA: "DINAS PERHUBUNGAN"},
    ),
    Kiriman(
        "judul-bukan-opd",
        "titles with words of an OPD that name none",
        (Buku("a.xlsx", (
            Lembar("S1", [("BAGIAN I. IDENTITAS",), TANPA_OPD, polos(1, ANI, "Ani")]),
            Lembar("S2", [("DATA PERJALANAN DINAS LUAR",), TANPA_OPD, polos(1, BUDI, "Budi")]),
            Lembar("S3", [("Instansi : Pemerintah Kota Contoh",), TANPA_OPD,
                          polos(1, CITRA, "Citra")]),
        )),),
        orang={ANI: POLOS, BUDI: POLOS, CITRA: POLOS},
        opd={ANI: "", BUDI: "", CITRA: ""},
    ),
    *(
        Kiriman(
            f"kelompok-{jenis}",
            f"a header of two rows, its groups and the OPD merged, as {jenis}",
            (Buku("a.xls", (Lembar("Data", [
                ("NO", "NIP", "NAMA", "JABATAN", None, "UNIT KERJA", "PENILAIAN KINERJA", None),
                (None, None, None, "JENIS", "NAMA", None, "TAHUN", "NILAI"),
                tuple(range(1, 9)),
                (1, ANI, "Ani", "Pelaksana", "Pengelola", "Dinas Kesehatan", 2021, 80),
                (2, BUDI, "Budi", "Pelaksana", "Pengelola", None, 2020, 95),
            ], gabung=("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:H1", "F4:F5")),), jenis),),
            orang={ANI: "0 0 25 0", BUDI: "0 0 0 0"},
            catatan="penilaian 2",
            opd={ANI: "Dinas Kesehatan", BUDI: "Dinas Kesehatan"},
        )
        for jenis in ("xlsx", "xls", "ods", "xlsb", "xml2003", "html")
    ),
)
