"""What SIASN and the offices' own applications export."""

from __future__ import annotations

from collections.abc import Sequence

from tests.importing.kiriman.kiriman import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    FITRI_PPPK,
    Buku,
    Kiriman,
    Lembar,
    Mentah,
    satu,
    serial,
    tanggal,
)

# fmt: off
# Rows are laid out to be read as rows.

DATA_PNS = (
    "PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR ID",
    "TEMPAT LAHIR NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "AGAMA ID", "AGAMA NAMA",
    "JENIS KAWIN ID", "JENIS KAWIN NAMA", "NIK", "NOMOR HP", "EMAIL", "EMAIL GOV", "ALAMAT",
    "NPWP NOMOR", "BPJS", "JENIS PEGAWAI ID", "JENIS PEGAWAI NAMA", "KEDUDUKAN HUKUM ID",
    "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS", "KARTU ASN VIRTUAL", "NOMOR SK CPNS",
    "TANGGAL SK CPNS", "TMT CPNS", "NOMOR SK PNS", "TANGGAL SK PNS", "TMT PNS", "GOL AWAL ID",
    "GOL AWAL NAMA", "GOL AKHIR ID", "GOL AKHIR NAMA", "TMT GOLONGAN", "MK TAHUN", "MK BULAN",
    "JENIS JABATAN ID", "JENIS JABATAN NAMA", "JABATAN ID", "JABATAN NAMA", "TMT JABATAN",
    "TINGKAT PENDIDIKAN ID", "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN ID", "PENDIDIKAN NAMA",
    "TAHUN LULUS", "KPKN ID", "KPKN NAMA", "LOKASI KERJA ID", "LOKASI KERJA NAMA", "UNOR ID",
    "UNOR NAMA", "INSTANSI INDUK ID", "INSTANSI INDUK NAMA", "INSTANSI KERJA ID",
    "INSTANSI KERJA NAMA", "SATUAN KERJA INDUK ID", "SATUAN KERJA INDUK NAMA",
    "SATUAN KERJA KERJA ID", "SATUAN KERJA KERJA NAMA", "IS VALID NIK", "NAMA SEKOLAH",
    "FLAG IKD",
)
"""The heads of "Data PNS", one and all."""

KANTOR = ("A5EB03E241", "8AE482895E", "5D2F1C7B90")
"""Ids of units: the agency, a dinas, a bidang in it."""

HIERARKI = [
    ("ID", "NAMA_UNOR", "ID_ATASAN"),
    (f"'{KANTOR[0]}", "Pemerintah Kota Contoh", None),
    (f"'{KANTOR[1]}", "Dinas Kesehatan", f"'{KANTOR[0]}"),
    (f"'{KANTOR[2]}", "Bidang Pelayanan", f"'{KANTOR[1]}"),
]


def _pns(nip: str, nama: str, **isi: object) -> list[object]:
    """Return a row under `DATA_PNS`, filled as SIASN fills it."""
    baku: dict[str, object] = {
        "PNS ID": "'A8ACA7E0B1B43912E040640A040269BB", "NIP BARU": f"'{nip}", "NAMA": nama,
        "TEMPAT LAHIR NAMA": "Bontang", "JENIS KELAMIN": "F" if nip[14] == "2" else "M",
        "TANGGAL LAHIR": f"{nip[6:8]}-{nip[4:6]}-{nip[:4]}", "NIK": "'6474010101800001",
        "JENIS PEGAWAI ID": "'12", "JENIS PEGAWAI NAMA": "PNS Daerah Kab/Kota",
        "KEDUDUKAN HUKUM ID": "'01", "KEDUDUKAN HUKUM NAMA": "Aktif", "STATUS CPNS PNS": "P",
        "TMT CPNS": "01-01-2006", "TMT PNS": "01-01-2007", "GOL AWAL ID": "'31",
        "GOL AWAL NAMA": "III/a", "GOL AKHIR ID": "'33", "GOL AKHIR NAMA": "III/c",
        "TMT GOLONGAN": serial(2018, 4, 1), "MK TAHUN": 12, "MK BULAN": 3,
        "JENIS JABATAN ID": "4", "JENIS JABATAN NAMA": "Jabatan Fungsional Umum",
        "JABATAN NAMA": "Pengelola Data", "TMT JABATAN": serial(2019, 1, 2),
        "TINGKAT PENDIDIKAN ID": "40", "TINGKAT PENDIDIKAN NAMA": "S-1/Sarjana",
        "PENDIDIKAN NAMA": "S-1 EKONOMI", "TAHUN LULUS": "2004", "UNOR ID": f"'{KANTOR[2]}",
        "UNOR NAMA": "Bidang Pelayanan", "INSTANSI INDUK NAMA": "Pemerintah Kota Contoh",
        "INSTANSI KERJA NAMA": "Pemerintah Kota Contoh", "IS VALID NIK": "Y",
        "SATUAN KERJA KERJA NAMA": "Pemerintah Kota Contoh",
    }
    assert set(isi) <= set(DATA_PNS)
    row = baku | isi
    return [row.get(head) for head in DATA_PNS]


PEGAWAI = Lembar(
    "Pegawai",
    [
        ("NIP", "Nama", "Jenis Jabatan", "Jenjang Jabatan", "Perangkat Daerah"),
        (ANI, "Ani Lestari", "Pelaksana", "Pelaksana", "Dinas Kesehatan"),
        (BUDI, "Budi Santoso", "Struktural", "Pengawas", "Dinas Kesehatan"),
        (CITRA, "Citra Dewi", "Fungsional", "Ahli Muda", "Dinas Kesehatan"),
    ],
)
"""People for the histories: a pelaksana, a pengawas, a fungsional."""


def _riwayat(
    nama: str, isi: Sequence[Sequence[object]], lembar: str = "Sheet1"
) -> tuple[Buku, Buku]:
    """Return a list of people and a history, in two workbooks of one call."""
    return (
        Buku("pegawai.xlsx", (PEGAWAI,)),
        Buku(f"{nama}.xlsx", (Lembar(lembar, isi),)),
    )


DAFTAR = (
    Kiriman(
        "siasn-data-pns",
        "SIASN's Data PNS: apostrophes before NIP and ids, serial dates, the OPD in HierarkiUnor",
        (
            Buku(
                "Data PNS.xlsx",
                (
                    Lembar(
                        "Data PNS",
                        [
                            DATA_PNS,
                            _pns(ANI, "ANI LESTARI", **{"GELAR BELAKANG": "S.E."}),
                            _pns(
                                BUDI, "BUDI SANTOSO",
                                **{"JENIS JABATAN ID": "1",
                                   "JENIS JABATAN NAMA": "Jabatan Struktural",
                                   "TINGKAT PENDIDIKAN ID": "45",
                                   "TINGKAT PENDIDIKAN NAMA": "S-2", "UNOR ID": f"'{KANTOR[1]}",
                                   "UNOR NAMA": "Dinas Kesehatan"},
                            ),
                        ],
                    ),
                    Lembar("HierarkiUnor", HIERARKI),
                ),
            ),
        ),
        orang={ANI: "15 0 0 0", BUDI: "20 0 0 0"},
        catatan="pendidikan 2",
        opd={ANI: "Dinas Kesehatan", BUDI: "Dinas Kesehatan"},
        nama_orang={ANI: "ANI LESTARI, S.E.", BUDI: "BUDI SANTOSO"},
        temuan=[("lembar-hierarki", "HierarkiUnor", None, None)],
    ),
    Kiriman(
        "siasn-hierarki-csv",
        "the hierarchy of units comes as a CSV of its own: Id;NamaUnor;DiatasanId",
        (
            Buku("Data PNS.xlsx", (Lembar("Data", [DATA_PNS, _pns(ANI, "ANI")]),)),
            Mentah(
                "unor.csv",
                "Id;NamaUnor;DiatasanId\r\n{0};Pemerintah Kota Contoh;\r\n"
                "{1};Dinas Kesehatan;{0}\r\n{2};Bidang Pelayanan;{1}\r\n"
                .format(*KANTOR).encode(),
            ),
        ),
        orang={ANI: "15 0 0 0"},
        catatan="pendidikan 1",
        opd={ANI: "Dinas Kesehatan"},
        temuan=[("lembar-hierarki", None, None, None)],
    ),
    Kiriman(
        "siasn-data-pppk",
        "SIASN's Data PPPK: jabatan JENJANG - NAMA; PPPK are kept, but not scored in 2021",
        satu(
            [
                DATA_PNS,
                _pns(
                    FITRI_PPPK, "FITRI",
                    **{"KEDUDUKAN HUKUM ID": "'71", "KEDUDUKAN HUKUM NAMA": "PPPK Aktif",
                       "STATUS CPNS PNS": "PPPK", "JENIS PEGAWAI NAMA": "PPPK",
                       "GOL AWAL ID": None, "GOL AWAL NAMA": None, "GOL AKHIR ID": "'07",
                       "GOL AKHIR NAMA": "VII", "JENIS JABATAN ID": "2",
                       "JENIS JABATAN NAMA": "Jabatan Fungsional Tertentu",
                       "JABATAN NAMA": "TERAMPIL - PERAWAT", "TINGKAT PENDIDIKAN ID": "30",
                       "TINGKAT PENDIDIKAN NAMA": "Diploma III/Sarjana Muda"},
                ),
            ],
            "Data PPPK",
        ),
        orang={FITRI_PPPK: "-"},
        catatan="pendidikan 1",
        temuan=[
            ("status-tak-diukur", "Data PPPK", None, None),
            ("unit-bukan-opd", "Data PPPK", None, "BD"),
        ],
    ),
    Kiriman(
        "siasn-diklat",
        "SIASN's diklat: structural courses by the name of their head alone",
        _riwayat(
            "diklat",
            [
                ("id", "nipBaru", "latihanStrukturalId", "latihanStrukturalNama", "nomor",
                 "tanggal", "tanggalSelesai", "tahun", "jumlahJam", "institusiPenyelenggara"),
                ("'9f", f"'{BUDI}", "2", "SEPALA/ADUM/DIKLAT PIM TK.IV", "12/2015", "02-03-2015",
                 "30-04-2015", "2015", "360", "LAN"),
            ],
        ),
        orang={ANI: "0 0 0 0", BUDI: "0 15 0 0", CITRA: "0 0 0 0"},
        catatan="pengembangan 1",
    ),
    Kiriman(
        "siasn-kursus",
        "SIASN's kursus: the kind by jenisDiklatId and words, the letter T beside them",
        _riwayat(
            "kursus",
            [
                ("nipBaru", "jenisDiklatId", "jenisKursusNama", "jenisKursusSertifikat",
                 "namaKursus", "noSertipikat", "jumlahJam", "tahunKursus", "tanggalKursus",
                 "tanggalSelesaiKursus", "institusiPenyelenggara"),
                (f"'{ANI}", "3", "Diklat Teknis", "T", "Pengadaan Barang", "1/2021", 24, 2021,
                 "01-03-2021", "03-03-2021", "LKPP"),
                (f"'{ANI}", "9", "Seminar", "P", "Seminar Arsip", "2/2020", 6, 2020,
                 "05-10-2020", "05-10-2020", "ANRI"),
                (f"'{CITRA}", "8", "Bimbingan Teknis", "T", "Bimtek SPBE", "3/2021", 16, 2021,
                 "11-05-2021", "12-05-2021", "Kominfo"),
            ],
        ),
        orang={ANI: "0 40 0 0", BUDI: "0 0 0 0", CITRA: "0 10 0 0"},
        catatan="pengembangan 3",
    ),
    Kiriman(
        "siasn-skp22",
        "SIASN's skp22: predikat and its number, results and behaviour beside it",
        _riwayat(
            "skp22",
            [
                ("nipBaru", "tahun", "hasilKinerja", "hasilKinerjaNilai", "perilakuKerja",
                 "PerilakuKerjaNilai", "kuadranKinerja", "KuadranKinerjaNilai"),
                (f"'{ANI}", 2022, "DIATAS ESPEKTASI", 1, "DIATAS ESPEKTASI", 1, "SANGAT BAIK", 1),
                (f"'{BUDI}", 2022, "SESUAI EKSPEKTASI", 2, "SESUAI EKSPEKTASI", 2, "BAIK", 2),
                (f"'{CITRA}", 2022, "DIBAWAH EKSPEKTASI", 3, "SESUAI EKSPEKTASI", 2,
                 "BUTUH PERBAIKAN", 3),
            ],
        ),
        orang={ANI: "0 0 30 0", BUDI: "0 0 25 0", CITRA: "0 0 15 0"},
        catatan="penilaian 3",
        tahun=2022,
    ),
    Kiriman(
        "siasn-skp",
        "SIASN's skp: a mark called disiplin that is behaviour, and an average that is no result",
        _riwayat(
            "skp",
            [
                ("nipBaru", "tahun", "nilaiSkp", "orientasiPelayanan", "integritas", "komitmen",
                 "disiplin", "kerjasama", "kepemimpinan", "inisiatifKerja", "nilaiPerilakuKerja",
                 "nilaiPrestasiKerja", "konversiNilai", "nilaiIntegrasi", "jumlah",
                 "nilairatarata"),
                (f"'{ANI}", "2021", "85", "88", "88", "88", "88", "88", "", "", "88", "86.2", "",
                 "", "440", "88"),
                (f"'{BUDI}", "2021", "92,5", "91", "91", "91", "91", "91", "", "", "91", "91.9",
                 "", "", "455", "91"),
            ],
        ),
        orang={ANI: "0 0 25 0", BUDI: "0 0 30 0", CITRA: "0 0 0 0"},
        catatan="penilaian 2",
    ),
    Kiriman(
        "siasn-hukdis",
        "SIASN's hukdis: codes, levels R/S/B, and a decree that was cancelled",
        _riwayat(
            "hukdis",
            [
                ("nipBaru", "jenisHukuman", "jenisHukumanNama", "jenisTingkatHukumanId",
                 "skNomor", "skTanggal", "hukumanTanggal", "masaTahun", "masaBulan",
                 "akhirHukumTanggal", "nomorPp", "alasanHukumanDisiplinNama",
                 "skPembatalanNomor", "skPembatalanTanggal", "keterangan"),
                (f"'{BUDI}", "1", "TEGURAN LISAN", "R", "800/1/2020", "02-03-2020", "02-03-2020",
                 0, 0, None, "53", "Tidak masuk kerja", None, None, None),
                (f"'{CITRA}", "4", "PENUNDAAN KGB 1 THN", "S", "800/2/2021", "04-05-2021",
                 "01-06-2021", 1, 0, "31-05-2022", "53", None, "800/9/2021", "01-07-2021", None),
            ],
        ),
        orang={ANI: "0 0 0 0", BUDI: "0 0 0 3", CITRA: "0 0 0 5"},
        catatan="hukuman 2",
    ),
    Kiriman(
        "siasn-pendidikan",
        "SIASN's pendidikan: year and day of graduation side by side, each sometimes blank",
        _riwayat(
            "pendidikan",
            [
                ("nipBaru", "tkPendidikanId", "tkPendidikanNama", "pendidikanNama", "tahunLulus",
                 "tglLulus", "nomorIjasah", "namaSekolah", "isPendidikanPertama"),
                (f"'{ANI}", "15", "SLTA", "SMA IPS", "1998", "", "1", "SMAN 1", "1"),
                (f"'{ANI}", "40", "S-1/Sarjana", "S-1 EKONOMI", "2003", "30-08-2003", "2",
                 "Universitas A", ""),
                (f"'{BUDI}", "45", "S-2", "S-2 HUKUM", "2022", "15-02-2022", "3", "Universitas B",
                 ""),
                (f"'{BUDI}", "40", "S-1/Sarjana", "S-1 HUKUM", "2005", "", "4", "Universitas B",
                 ""),
            ],
        ),
        orang={ANI: "15 0 0 0", BUDI: "15 0 0 0", CITRA: "0 0 0 0"},
        catatan="pendidikan 4",
        temuan=[("tanggal-sesudah-tahun", "Sheet1", 4, "F")],
    ),
    Kiriman(
        "siasn-jabatan",
        "SIASN's jabatan: who held several posts is in the last definitive one of the year",
        satu(
            [
                ("nipBaru", "nama", "jenisJabatan", "eselon", "namaJabatan", "tmtJabatan",
                 "jenisPenugasanId", "unorNama"),
                (f"'{BUDI}", "BUDI", "Jabatan Fungsional Umum", "", "Pengelola Data",
                 "01-04-2012", "D", "Dinas Kesehatan"),
                (f"'{BUDI}", "BUDI", "Jabatan Struktural", "IV.a", "Kepala Seksi", "02-01-2019",
                 "D", "Dinas Kesehatan"),
                (f"'{BUDI}", "BUDI", "Jabatan Struktural", "III.b", "Kepala Bidang",
                 "01-09-2021", "PLT", "Dinas Kesehatan"),
                (f"'{BUDI}", "BUDI", "Jabatan Struktural", "III.b", "Kepala Bidang",
                 "03-01-2022", "D", "Dinas Kesehatan"),
                (f"'{ANI}", "ANI", "Jabatan Fungsional Umum", "", "Pengelola Data",
                 "01-04-2015", "D", "Dinas Kesehatan"),
            ],
            "jabatan",
        ),
        orang={ANI: "0 0 0 0", BUDI: "0 0 0 0"},
        temuan=[("riwayat-jabatan", "jabatan", None, None)],
    ),
    Kiriman(
        "simpeg-diklat",
        "an office's export of diklat: the sheet's name tells the kind",
        _riwayat(
            "diklat",
            [
                ("NO.", "NIP", "NAMA", "OPD", "NOMOR", "TANGGAL", "TAHUN", "NAMA DIKLAT"),
                (1, BUDI, "Budi Santoso", "Dinas Kesehatan", "893/1", tanggal(2014, 6, 5), 2014,
                 "Diklatpim Tk. IV"),
            ],
            "DIKLAT STRUKTURAL",
        ),
        orang={ANI: "0 0 0 0", BUDI: "0 15 0 0", CITRA: "0 0 0 0"},
        catatan="pengembangan 1",
    ),
    Kiriman(
        "simpeg-diklat-tanpa-jenis",
        "the same where nothing tells the kind: the column is asked for",
        _riwayat(
            "diklat",
            [
                ("NO.", "NIP", "NAMA", "OPD", "NOMOR", "TANGGAL", "TAHUN", "NAMA DIKLAT"),
                (1, BUDI, "Budi Santoso", "Dinas Kesehatan", "893/1", tanggal(2014, 6, 5), 2014,
                 "Pelatihan Dasar"),
            ],
        ),
        orang={ANI: "0 0 0 0", BUDI: "0 0 0 0", CITRA: "0 0 0 0"},
        temuan=[("kolom-wajib-tak-ada", "Sheet1", 1, None)],
    ),
    Kiriman(
        "simpeg-kursus",
        "an office's export of kursus: hours with their unit, kinds in words",
        _riwayat(
            "kursus",
            [
                ("NO.", "NIP", "NAMA", "OPD", "TIPE KURSUS", "NAMA KURSUS", "LAMANYA KURSUS",
                 "TANGGAL KURSUS", "NO SERT", "INSTANSI", "INSTITUSI PENYELENGGARA"),
                (1, ANI, "Ani Lestari", "Dinas Kesehatan", "Diklat Teknis", "Arsip", "24 JP",
                 "12-03-2021", "1", "Pemkot", "ANRI"),
                (2, CITRA, "Citra Dewi", "Dinas Kesehatan", "Workshop", "Menulis", "8 JP",
                 "13/04/2021", "2", "Pemkot", "LAN"),
            ],
        ),
        orang={ANI: "0 22,5 0 0", BUDI: "0 0 0 0", CITRA: "0 10 0 0"},
        catatan="pengembangan 2",
    ),
    Kiriman(
        "simpeg-pegawai",
        "an office's export of people: the post follows from the eselon, where there is one",
        satu(
            [
                ("NO.", "SAPK ID", "NIP Baru", "Nama", "Tempat Lahir", "Tanggal Lahir", "L/P",
                 "Status", "Tipe Pegawai", "Eselon", "Jabatan", "TMT Jabatan", "Kelas Jabatan",
                 "Gol. Ruang", "TMT Pangkat", "Telepon", "Alamat", "Unit Kerja",
                 "Unit Sub Kerja", "Pendidikan", "Universitas", "Lulus", "BUP"),
                (1, "a8", BUDI, "Budi Santoso", "Bontang", "02-02-1981", "L", "PNS",
                 "PNS Daerah", "IV.a", "Kepala Seksi", "02-01-2019", 9, "III/d", "01-04-2018",
                 "", "", "Dinas Kesehatan", "Bidang Pelayanan", "S-1", "Universitas A", 2004,
                 58),
                (2, "a9", ANI, "Ani Lestari", "Bontang", "01-01-1980", "P", "PNS", "PNS Daerah",
                 "-", "Pengelola Data", "02-01-2019", 7, "III/c", "01-04-2018", "", "",
                 "Dinas Kesehatan", "Bidang Pelayanan", "S-1", "Universitas A", 2003, 58),
            ],
        ),
        orang={BUDI: "15 0 0 0"},
        catatan="pendidikan 1",
        opd={BUDI: "Dinas Kesehatan"},
        temuan=[("identitas-kurang", "Sheet1", 3, "C")],
        ditolak=1,
    ),
    Kiriman(
        "bangkom-tanpa-nip",
        "a recap of bangkom that has names alone: nobody is taken for somebody",
        satu(
            [
                ("REKAP PENGEMBANGAN KOMPETENSI",),
                (),
                ("No", "Nama", "Unit Kerja", "Status Pegawai", "Bulan", "Tahun", "Data Bangkom",
                 "Total JP", "Status"),
                (1, "Ani Lestari", "Dinas Kesehatan", "PNS", "Maret", 2021, "Pelatihan Arsip",
                 24, "Valid"),
                (2, "Budi Santoso", "Dinas Kesehatan", "PNS", "April", 2021, "Bimtek SPBE", 16,
                 "Valid"),
            ],
        ),
        galat="kolom-wajib-tak-ada",
    ),
    Kiriman(
        "skp-daftar",
        "a list of SKP: a Status of the form (Final) is nobody's employment",
        _riwayat(
            "skp",
            [
                ("NIP", "Nama Pegawai", "Jabatan", "Unit Kerja", "Tahun", "Periode",
                 "Rating Hasil Kerja", "Rating Hasil Perilaku", "Predikat Kinerja", "Status"),
                (ANI, "Ani Lestari", "Pengelola Data", "Dinas Kesehatan", 2022, "Tahunan",
                 "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik", "Final"),
                (BUDI, "Budi Santoso", "Kepala Seksi", "Dinas Kesehatan", 2022, "Tahunan",
                 "Di Atas Ekspektasi", "Di Atas Ekspektasi", None, "Draf"),
            ],
        ),
        orang={ANI: "0 0 25 0", BUDI: "0 0 30 0", CITRA: "0 0 0 0"},
        catatan="penilaian 2",
        tahun=2022,
    ),
    Kiriman(
        "kipapp",
        "KIPAPP: averages beside the value that decides",
        _riwayat(
            "kipapp",
            [
                ("nip", "nama", "rata_rata_hasil_kerja", "rata_rata_perilaku",
                 "nilai_rata_rata", "predikat_kinerja", "nilai_prestasi"),
                (ANI, "Ani Lestari", "92,10", "90,00", "91,05", "Sangat Baik", "91,26"),
                (BUDI, "Budi Santoso", "80", "82", "81", "Baik", "80,8"),
            ],
        ),
        orang={ANI: "0 0 30 0", BUDI: "0 0 25 0", CITRA: "0 0 0 0"},
        catatan="penilaian 2",
    ),
    Kiriman(
        "hukdis-daftar",
        "a list of sentences: TMT Mulai is the TMT, penurunan pangkat has its level by its length",
        _riwayat(
            "hukdis",
            [
                ("No", "NIP", "Nama", "Jenis Hukuman", "No. SK", "TMT Mulai",
                 "Masa Sanksi (bulan)", "Tanggal Berakhir", "Tingkat Hukuman Disiplin"),
                (1, BUDI, "Budi Santoso", "Teguran tertulis", "800/1", "01-02-2019", None, None,
                 "Ringan"),
                (2, CITRA, "Citra Dewi", "Penurunan pangkat setingkat lebih rendah", "800/2",
                 "01-03-2020", 36, "28-02-2023", None),
                (3, ANI, "Ani Lestari", "Teguran lisan", "800/3", "01-02-2015", None, None,
                 "Ringan"),
            ],
        ),
        orang={ANI: "0 0 0 5", BUDI: "0 0 0 3", CITRA: "0 0 0 1"},
        catatan="hukuman 3",
    ),
    Kiriman(
        "duk",
        "the DUK: groups over two rows, a row of numbers, birth below the name, a list of courses",
        satu(
            [
                ("DAFTAR URUT KEPANGKATAN PEGAWAI NEGERI SIPIL",),
                ("KEADAAN 31 DESEMBER 2021",),
                (),
                ("NO", "NAMA/TTL", "NIP", "PKT TERAKHIR", None, "JABATAN", None, "ESL", "MK GOL",
                 None, "LATIHAN JABATAN", None, None, "PEND AKHIR", None, None, "KET"),
                (None, None, None, "GOL/RUANG", "TMT", "NAMA", "TMT", None, "THN", "BLN", "NAMA",
                 "THN", "JML JAM", "ASAL", "T.LLS", "TK.IJAZAH", None),
                tuple(range(1, 18)),
                (1, "Drs. DEDI KURNIAWAN\nBontang, 04-04-1983", DEDI, "IV/a", "01-04-2019",
                 "Kepala Bidang", "02-01-2020", "III.b", 13, 8, "Diklatpim Tk. III", 2018, 360,
                 "Universitas A", 2006, "S-2", None),
                (2, "BUDI SANTOSO\nBontang, 02-02-1981", f"NIP. {BUDI}", "III/d", "01-04-2018",
                 "Kepala Seksi", "02-01-2019", "IV.a", 15, 10, "ADUM", 2010, 360,
                 "Universitas A", 2004, "S-1", None),
            ],
            "DUK",
            gabung=("A1:Q1", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:G4", "H4:H5", "I4:J4",
                    "K4:M4", "N4:P4", "Q4:Q5"),
        ),
        orang={BUDI: "15 15 0 0", DEDI: "20 15 0 0"},
        catatan="pendidikan 2, pengembangan 2",
        nama_orang={BUDI: "BUDI SANTOSO", DEDI: "Drs. DEDI KURNIAWAN"},
    ),
    Kiriman(
        "nama-dan-nip-satu-sel",
        "name and NIP share a cell, the NIP after a line break and a label",
        satu(
            [
                ("NO", "NAMA / NIP", "JENIS JABATAN", "PENDIDIKAN", "UNIT KERJA"),
                (1, f"Ani Lestari, S.E.\nNIP. {ANI}", "Pelaksana", "S-1", "Dinas Kesehatan"),
                (2, f"Budi Santoso\n{BUDI[:8]} {BUDI[8:14]} {BUDI[14]} {BUDI[15:]}", "Pelaksana",
                 "D-III", "Dinas Kesehatan"),
            ],
        ),
        orang={ANI: "15 0 0 0", BUDI: "10 0 0 0"},
        nama_orang={ANI: "Ani Lestari, S.E.", BUDI: "Budi Santoso"},
    ),
    Kiriman(
        "survei-kementerian",
        "a survey with each answer and its score side by side: only the answers are evidence",
        satu(
            [
                ("NIP", "nama", "jns_jabatan", "diklat_pim", "n_diklat_pim", "diklat_jafung",
                 "n_diklat_jafung", "diklat_20jp", "n_diklat_20jp", "seminar", "n_seminar",
                 "kualifikasi", "n_kualifikasi", "penilaian_kinerja", "n_penilaian_kinerja",
                 "hukuman_disiplin", "n_hukuman_disiplin", "total"),
                (ANI, "Ani Lestari", "Pelaksana", "Belum Diklat PIM", 0, "Belum Diklat Jafung", 0,
                 "Sudah Diklat 20 JP", 22.5, "Sudah Seminar", 17.5, "S1D4", 15, 85, 25,
                 "Tidak Pernah", 5, 85),
                (CITRA, "Citra Dewi", "Fungsional", "Belum Diklat PIM", 0,
                 "Sudah Diklat Jafung", 15, "Belum Diklat 20 JP", 0, "Belum Seminar", 0,
                 "D2D1SMASMK", 5, 92, 30, "Ringan", 3, 53),
            ],
        ),
        orang={ANI: "15 40 25 5", CITRA: "5 15 30 3"},
        catatan="penilaian 2",
    ),
)
