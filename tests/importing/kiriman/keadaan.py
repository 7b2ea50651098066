"""What stands in the cells about people: who they are, their posts, their education."""

from __future__ import annotations

from tests.importing.kiriman.isi import LIMA, SIAPA, disiplin, kolom, nilai, pelaksana, riwayat
from tests.importing.kiriman.kiriman import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    EKA,
    FITRI_PPPK,
    Galat,
    Kiriman,
    Rumus,
    satu,
)

# fmt: off
# Rows are laid out to be read as rows.

DAFTAR = (
    Kiriman(
        "pendidikan-bermacam-tulisan",
        "levels as offices write them, and two that name a title or a study alone",
        kolom("Pendidikan Terakhir", [
            "S-1/A-IV PENDIDIKAN AGAMA ISLAM", "D-II PGKMI", "MADRASAH ALIYAH IPA", "SM",
            "Strata 3/Doctoral", "S1D4", "D2D1SMASMK", "D.IV", "STM Mesin", "Paket C",
            "Magister Manajemen", "SD/MI", "SLTP/MTs", "Sarjana Terapan", "S.Pd", "PGSD",
        ]),
        orang=nilai([
            f"{one} 0 0 0"
            for one in (15, 5, 5, 10, 25, 15, 5, 15, 5, 5, 20, 1, 1, 15, 0, 0)
        ]),
        temuan=[
            ("pendidikan-tak-dikenal", "Sheet1", 16, "D"),
            ("pendidikan-tak-dikenal", "Sheet1", 17, "D"),
        ],
    ),
    Kiriman(
        "hanya-kode",
        "codes of SIASN without their names, some without the leading zero",
        satu([
            ("NIP", "Nama", "JENIS JABATAN ID", "TINGKAT PENDIDIKAN ID", "KEDUDUKAN HUKUM ID",
             "GOL AKHIR ID", "ESELON ID"),
            (ANI, "Ani", "4", "40", "01", "33", "99"), (BUDI, "Budi", "1", 5, "1", "41", "32"),
        ]),
        orang={ANI: "15 0 0 0", BUDI: "1 0 0 0"},
    ),
    Kiriman(
        "kode-dan-nama-berbeda",
        "codes beside names that do not mean the same: the words count",
        satu([
            ("NIP", "Nama", "JENIS JABATAN ID", "JENIS JABATAN NAMA", "TINGKAT PENDIDIKAN ID",
             "TINGKAT PENDIDIKAN NAMA"),
            (ANI, "Ani", "4", "Jabatan Fungsional Umum", "40", "S-2"),
            (BUDI, "Budi", "2", "Jabatan Struktural", 5, "Sekolah Dasar"),
        ]),
        orang={ANI: "20 0 0 0", BUDI: "1 0 0 0"},
        temuan=[("kode-beda", "Sheet1", 2, "E"), ("kode-beda", "Sheet1", 3, "C")],
    ),
    Kiriman(
        "jenjang-bukan-dari-jenis",
        "a level that is none of this kind of post, and an eselon where the level is wanted",
        satu([
            ("NIP", "Nama", "Jenis Jabatan", "Jenjang"),
            (ANI, "Ani", "JFT", "Administrator"), (BUDI, "Budi", "Struktural", "Esselon IV"),
        ]),
        orang={ANI: "0 0 0 0", BUDI: "0 0 0 0"},
        temuan=[("jabatan-bertentangan", "Sheet1", 2, "D")],
    ),
    Kiriman(
        "kedudukan-hukum",
        "who is not active is kept and not measured; what nobody knows is a fault of the cell",
        kolom("Kedudukan Hukum", ["Aktif", "CLTN", "Tugas Belajar", "Pensiun", "1", "Entah"]),
        orang=nilai(["0 0 0 0", "-", "0 0 0 0", "-", "0 0 0 0", "0 0 0 0"]),
        temuan=[("kedudukan-tak-dikenal", "Sheet1", 7, "D")],
    ),
    Kiriman(
        "nip-salah-bagian",
        "NI PPPK without appointment, a serial of zeros, a day that is none, a third sex",
        satu([SIAPA, *(pelaksana(one, nama="Nama") for one in (
            FITRI_PPPK, "199312282021202001", "199312282021212000", "199302302021212001",
            "199312282021213001",
        ))]),
        orang={FITRI_PPPK: "-"},
        temuan=[
            ("status-tak-diukur", "Sheet1", None, None),
            ("nip-tidak-sah", "Sheet1", 3, "A"),
            ("nip-angka", "Sheet1", 4, "A"),
            ("nip-tidak-sah", "Sheet1", 5, "A"),
            ("nip-tidak-sah", "Sheet1", 6, "A"),
        ],
        ditolak=4,
    ),
    Kiriman(
        "nip-lawan-kolom",
        "sex and status written against the number, an appointment at ten",
        satu([
            (*SIAPA, "Jenis Kelamin", "Status"),
            pelaksana(ANI, "L", "PNS"), pelaksana(BUDI, "L", "PPPK"),
            pelaksana("199501012005012001", "P", "PNS"),
        ]),
        orang={ANI: "0 0 0 0", BUDI: "-", "199501012005012001": "0 0 0 0"},
        temuan=[
            ("status-tak-diukur", "Sheet1", None, None),
            ("kelamin-beda-nip", "Sheet1", 2, "D"),
            ("status-beda-nip", "Sheet1", 3, "E"),
            ("usia-angkat-janggal", "Sheet1", 4, "A"),
        ],
    ),
    Kiriman(
        "sel-galat-di-mana-mana",
        "errors in name and NIP keep the row out, elsewhere the value; formulas never computed too",
        satu([
            (*SIAPA, "Nilai Kinerja", "Pendidikan"),
            pelaksana(ANI, Galat("#REF!"), Galat("#VALUE!")),
            [BUDI, Galat("#N/A"), "Pelaksana", 90, "S1"],
            [Galat("#N/A"), "Citra", "Pelaksana", 80, "S1"],
            pelaksana(DEDI, Rumus("=1+1"), Rumus("=A1")),
        ]),
        orang={ANI: "0 0 0 0", DEDI: "0 0 0 0"},
        temuan=[
            ("sel-galat", "Sheet1", 2, "D"), ("sel-galat", "Sheet1", 2, "E"),
            ("sel-galat", "Sheet1", 3, "B"), ("sel-galat", "Sheet1", 4, "A"),
            ("rumus-tanpa-hasil", "Sheet1", 5, "D"), ("rumus-tanpa-hasil", "Sheet1", 5, "E"),
        ],
        ditolak=2,
    ),
    Kiriman(
        "dua-orang-bernama-sama",
        "one name and birth date under three numbers",
        satu([SIAPA, pelaksana(ANI, nama="Ani Lestari"),
              pelaksana("198001012005012009", nama="ANI LESTARI, S.E."),
              pelaksana("198001012006022001", nama="Ani  Lestari")]),
        orang={ANI: "0 0 0 0", "198001012005012009": "0 0 0 0", "198001012006022001": "0 0 0 0"},
        temuan=[("nama-lahir-sama", "Sheet1", 3, "B"), ("nama-lahir-sama", "Sheet1", 4, "B")],
    ),
    Kiriman(
        "gelar-di-kolomnya",
        "gelar in columns of their own, some of them in the name already, and dashes for none",
        satu([
            ("NIP", "Gelar Depan", "Nama", "Gelar Belakang", "Jenis Jabatan"),
            (ANI, "Dr.", "ANI LESTARI", "S.E., M.Si.", "Pelaksana"),
            (BUDI, "-", "Budi", "", "Pelaksana"),
            (CITRA, None, "D'Angelo Ñoño", "A.Md.Kep.", "Pelaksana"),
            (DEDI, "Drs.", "Drs. Dedi, M.M.", "M.M.", "Pelaksana"),
            (EKA, "Dr.", "Dradjat", None, "Pelaksana"),
        ]),
        orang=dict.fromkeys(LIMA, "0 0 0 0"),
        nama_orang={
            ANI: "Dr. ANI LESTARI, S.E., M.Si.", BUDI: "Budi", CITRA: "D'Angelo Ñoño, A.Md.Kep.",
            DEDI: "Drs. Dedi, M.M.", EKA: "Dr. Dradjat",
        },
    ),
    Kiriman(
        "nama-bukan-nama",
        "a dash or a number where the name is wanted is no name",
        satu([SIAPA, [ANI, "-", "Pelaksana"], [BUDI, 123, "Pelaksana"], pelaksana(CITRA)]),
        orang={CITRA: "0 0 0 0"},
        temuan=[("nama-kosong", "Sheet1", 2, "B"), ("nama-kosong", "Sheet1", 3, "B")],
        ditolak=2,
    ),
    Kiriman(
        "opd-kosong",
        "who has no OPD among others is told; a dash is none either",
        satu([
            (*SIAPA, "Perangkat Daerah"), pelaksana(ANI, "Dinas Kesehatan"), pelaksana(BUDI, None),
            pelaksana(CITRA, "-"),
        ]),
        orang={ANI: "0 0 0 0", BUDI: "0 0 0 0", CITRA: "0 0 0 0"},
        opd={ANI: "Dinas Kesehatan", BUDI: "", CITRA: ""},
        temuan=[("opd-kosong", "Sheet1", 3, "D"), ("opd-kosong", "Sheet1", 4, "D")],
    ),
    Kiriman(
        "pangkat-tanpa-golongan",
        "ranks by their names alone, with their golongan, and one nobody has",
        kolom("Pangkat/Gol", ["Penata Muda Tk. I", "Juru", "Pembina (IV/a)", "Jendral"]),
        orang=nilai(["0 0 0 0"] * 4),
        temuan=[("golongan-tak-dikenal", "Sheet1", 5, "D")],
    ),
    Kiriman(
        "judul-salah-ketik",
        "heads with a letter missing: taken by what stands below them, and told",
        satu([
            ("NIP", "Nama", "Jenis Jabtan", "Lulusan", "Nilai Kinrja", "Hukuman Displin"),
            (ANI, "Ani", "Pelaksana", "S-1", 80, "Tidak Ada"),
            (BUDI, "Budi", "Pelaksana", "SLTA", 90, "Ringan"),
        ]),
        orang={ANI: "15 0 25 5", BUDI: "5 0 25 3"},
        catatan="penilaian 2",
        temuan=[("kolom-diduga", "Sheet1", 1, letter) for letter in "CDEF"],
    ),
    Kiriman(
        "kolom-asing-saja",
        "a table of which nothing is known but who its people are: told",
        riwayat("Seragam", [("NIP", "Nama", "Ukuran Baju"), (ANI, "Ani", "XL")]),
        orang=disiplin(0, 0, 0, 0, 0),
        temuan=[("kolom-tak-dikenal", "Seragam", 1, None)],
    ),
)
