"""Tables become typed columns; what is wrong has an address and keeps out no more than it must."""

from __future__ import annotations

import datetime as dt

import pytest

from ipasn_core.importing.sheet import Cacat, JenisCacat
from ipasn_core.importing.vocabulary_files import vocabulary
from ipasn_core.model.finding import Severity
from ipasn_core.model.vocab import PENGEMBANGAN, Bukti
from tests.importing.build_tables import A, B, C, broken, codes, read, sheet, table, values

GALAT = Cacat(JenisCacat.GALAT, "#N/A")
KOSONG = Cacat(JenisCacat.TANPA_HASIL)


def test_wide_table_keeps_out_values_not_people() -> None:
    found = table(
        [
            (
                "NIP",
                "Nama",
                "Jenis Jabatan",
                "Pendidikan",
                "JP Diklat Teknis",
                "Nilai Kinerja",
                "Nilai SKP",
            ),
            (A, "Budi", "Pelaksana", "S-9", "banyak", 120, 90),
            (B, "Ani", "Pelaksana", "S-1", 24, "90,5", 90),
        ]
    )
    assert list(found.ditolak) == [False, False]
    assert values(found, "pernyataan.pendidikan") == [None, (3, 8)]
    assert values(found, "penilaian.nilai") == [None, 90_500]
    assert values(found, "penilaian.skp") == [None, 90_000]
    assert [(f.kode, f.baris, f.kolom, f.nip) for f in found.temuan] == [
        ("pendidikan-tak-dikenal", 2, "D", int(A)),
        ("jp-tak-terbaca", 2, "E", int(A)),
        ("nilai-di-luar-skala", 2, "F", int(A)),
    ]
    assert all(f.tingkat is Severity.GALAT and not f.menolak_baris for f in found.temuan)
    assert found.temuan[0].lembar == "Lembar"
    assert found.temuan[0].berkas == "berkas.xlsx"
    assert found.temuan[0].sidik == "ab" * 32


def test_identity_keeps_the_row_out() -> None:
    found = table(
        [
            ("NIP", "Nama", "Jenis Jabatan"),
            (int(A), "Budi", "Pelaksana"),
            (B, "Ani", "Astronot"),
            (C, None, "Pelaksana"),
            (A, "Dedi", "Pelaksana"),
        ],
        cacat=broken((3, 1, GALAT)),
    )
    assert codes(found.temuan) == ["nip-angka", "jenis-jabatan-tak-dikenal", "sel-galat"]
    assert list(found.ditolak) == [True, True, True, False]
    assert found.nip == [0, int(B), int(C), int(A)]
    assert found.siapa == ["198503122010011000", B, C, A]
    assert "#N/A" in found.temuan[2].pesan
    assert all(f.menolak_baris for f in found.temuan)


def test_error_cells_elsewhere_keep_the_value_out() -> None:
    rows = [
        ("NIP", "Nama", "Jenis Jabatan", "Nilai Kinerja"),
        (A, "Budi", "JFU", None),
        (None,) * 4,
    ]
    found = table(rows, cacat=broken((1, 3, KOSONG), (2, 0, GALAT)))
    assert codes(found.temuan) == ["rumus-tanpa-hasil", "sel-galat"]
    assert list(found.ditolak) == [False, True]
    assert values(found, "penilaian.nilai") == [None, None]
    assert found.baris == [2, 3]


def test_column_with_the_month_first_is_told() -> None:
    rows = [
        ("NIP", "Jenis Diklat", "Nama Diklat", "JP", "Tanggal Selesai"),
        (A, "Diklat Teknis", "X", 20, "04/05/2021"),
        (B, "Diklat Teknis", "X", 20, "12/31/2021"),
    ]
    reading = read(sheet(rows))
    assert values(reading.tabel[0], "selesai") == [20210405, 20211231]
    assert [(one.kode, one.kolom, one.baris) for one in reading.temuan] == [
        ("tanggal-bulan-dulu", "E", None)
    ]


def test_column_with_years_of_two_digits_is_told_once() -> None:
    rows = [
        ("NIP", "Tingkat Hukuman", "TMT Hukuman"),
        (A, "Ringan", "25/03/19"),
        (B, "Ringan", "6 Mei 20"),
        (C, "Ringan", "07/03/22"),
    ]
    reading = read(sheet(rows))
    assert values(reading.tabel[0], "tmt") == [20190325, 20200506, None]
    assert [(one.kode, one.kolom, one.baris) for one in reading.temuan] == [
        ("tanggal-dua-angka", "C", None)
    ]
    assert codes(reading.tabel[0].temuan) == ["tanggal-tak-terbaca"]


def test_kind_of_post_follows_from_level_or_echelon() -> None:
    found = table(
        [
            ("NIP", "Nama", "Jenis Jabatan", "Jenjang"),
            (A, "Budi", None, "Ahli Muda"),
            (B, "Ani", "", "III.a"),
            (C, "Cici", "-", "Pelaksana"),
        ]
    )
    assert values(found, "jenis_jabatan") == [2, 1, 4]
    assert values(found, "jenjang") == [13, None, 21]
    assert values(found, "eselon") == [None, 31, None]
    assert found.temuan == []
    only = table(
        [("NIP", "Nama", "Eselon"), (A, "Budi", "IV/a"), (B, "Ani", "Eselon III"), (C, "C", None)]
    )
    assert values(only, "jenis_jabatan") == [1, 1, None]
    assert values(only, "jenjang") == [None, 4, None]
    assert only.lembar_pegawai


def test_standing_by_its_number() -> None:
    for head in ("KEDUDUKAN HUKUM ID", "Kedudukan"):
        rows = [("NIP", "Nama", head), (A, "Budi", "02"), (B, "Ani", 20), (C, "C", "'2")]
        found = table(rows)
        assert values(found, "kedudukan") == [2, 20, 2]
        assert found.temuan == []
    unknown = table([("NIP", "KEDUDUKAN HUKUM ID"), (A, "10"), (B, "88"), (C, None)])
    assert values(unknown, "kedudukan") == [None, 88, None]
    assert codes(unknown.temuan) == ["kedudukan-tak-dikenal"]


def test_number_of_a_standing_completes_a_blank_name() -> None:
    heads = ("NIP", "KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA")
    found = table([heads, (A, "02", None), (B, "20", "Aktif"), (C, "72", "PPPK Paruh Waktu")])
    assert values(found, "kedudukan") == [2, 1, 72]
    assert values(found, "status") == [None, None, 4]
    assert [(one.kode, one.baris, one.kolom) for one in found.temuan] == [
        ("kode-beda", 3, "B"),
        ("status-beda-nip", 4, "A"),
    ]


def test_every_number_of_a_standing_is_known() -> None:
    numbers = [*range(1, 10), *range(11, 17), 20, 51, 52, *range(66, 73), 77, 88, 89]
    numbers += [91, 92, 98, 99]
    found = vocabulary().nilai["kedudukan"]
    assert [found.find(f"{number:02d}") for number in numbers] == numbers
    assert [found.find(str(number)) for number in numbers] == numbers
    assert set(found.exact.values()) == set(numbers)


def test_status_and_standing_may_share_a_column() -> None:
    found = table(
        [
            ("NIP", "Nama", "Status Pegawai"),
            (A, "Budi", "PNS"),
            (B, "Ani", "Tugas Belajar"),
            (C, "C", "?"),
        ]
    )
    assert values(found, "status") == [1, None, None]
    assert values(found, "kedudukan") == [None, 3, None]
    assert codes(found.temuan) == ["status-tak-dikenal"]


def test_column_of_marks_says_belum_by_blanks() -> None:
    heads = ("NIP", "Nama", "Diklat Fungsional", "Seminar", "Hukuman Disiplin")
    found = table(
        [
            heads,
            (A, "Budi", "x", "√", None),
            (B, "Ani", None, "Belum", "-"),
            (C, "C", "x", "x", None),
        ]
    )
    assert values(found, "pernyataan.diklat_fungsional") == [(2, 0), (1, 0), (2, 0)]
    assert values(found, "pernyataan.seminar") == [(2, 0), (1, 0), None]
    assert values(found, "pernyataan.hukuman") == [None, (1, 0), None]
    assert codes(found.temuan) == ["pernyataan-tak-dikenal"]


def test_list_of_appraisals_keeps_out_the_row() -> None:
    found = table(
        [
            ("NIP", "Nama", "Tahun", "Nilai SKP", "Nilai Perilaku Kerja", "Nilai Kinerja"),
            (A, "Budi", 2021, 90, 90, 900),
            (B, "Ani", "dulu", 90, 90, 90),
            (C, "Cici", 2020, 90, 90, 90),
        ]
    )
    assert codes(found.temuan) == ["nilai-di-luar-skala", "tanggal-tak-terbaca"]
    assert list(found.ditolak) == [True, True, False]
    assert values(found, "penilaian.tahun") == [None, None, 2020]
    assert not found.lembar_pegawai


def test_predikat_and_ratings() -> None:
    heads = ("NIP", "Rating Hasil Kerja", "Rating Hasil Perilaku", "Predikat Kinerja", "Ide Baru")
    found = table(
        [
            heads,
            (A, "DIATAS ESPEKTASI", "Sesuai Ekspektasi", "Baik", "Ya"),
            (B, "?", None, "BP", None),
        ]
    )
    assert values(found, "penilaian.hasil") == [1, None]
    assert values(found, "penilaian.perilaku_kerja") == [2, None]
    assert values(found, "penilaian.predikat") == [2, 3]
    assert values(found, "penilaian.ide_baru") == [1, None]
    assert codes(found.temuan) == ["predikat-tak-dikenal"]
    assert "sesuai ekspektasi" in (found.temuan[0].perbaikan or "")
    words = table([("NIP", "Nilai Kinerja"), (A, "Sangat Baik"), (B, 90)])
    assert values(words, "penilaian.predikat") == [1, None]
    assert values(words, "penilaian.nilai") == [None, 90_000]
    assert words.temuan == []


def test_skp_alone_is_said() -> None:
    found = read(sheet([("NIP", "Nama", "Nilai SKP"), (A, "Budi", 90)]))
    assert codes(found.temuan) == ["nilai-skp-saja"]
    assert '--kolom "berkas.xlsx:Lembar:NILAI=C"' in (found.temuan[0].perbaikan or "")


def test_booleans_are_no_numbers() -> None:
    found = table([("NIP", "Nama", "JP Diklat Teknis"), (A, "Budi", True), (B, "Ani", 1)])
    assert values(found, "pernyataan.diklat_teknis") == [None, (3, 100)]
    assert codes(found.temuan) == ["jp-tak-terbaca"]


# ---------------------------------------------------------------- histories

COURSES = ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai", "Jumlah JP")


def test_courses() -> None:
    found = table(
        [
            COURSES,
            (A, "Diklat Teknis", "Arsip", "01-03-2021", "03-03-2021", "24 JP"),
            (A, "Diklat Kepemimpinan", "PKP Angkatan II", None, "2019", 800),
            (B, "Struktural", "Diklat lama", None, dt.date(2010, 5, 1), None),
            (B, 9, "Webinar", "05-03-2021", "03-03-2021", 2),
        ]
    )
    assert values(found, "jenis") == [3, 1, 1, 9]
    assert values(found, "jenis_teks") == [
        "Diklat Teknis",
        "Diklat Kepemimpinan",
        "Struktural",
        None,
    ]
    assert values(found, "tingkat") == [None, 2, None, None]
    assert values(found, "jp") == [2400, 80_000, None, 200]
    assert values(found, "selesai") == [20210303, 20190000, 20100501, 20210303]
    assert found.bukti == PENGEMBANGAN
    assert list(found.bukti_baris) == [
        Bukti.DIKLAT_TEKNIS,
        Bukti.DIKLAT_KEPEMIMPINAN,
        Bukti.DIKLAT_KEPEMIMPINAN,
        Bukti.SEMINAR,
    ]
    assert [(f.kode, f.baris) for f in found.temuan] == [
        ("tingkat-diklat-tak-terbaca", 4),
        ("tanggal-terbalik", 5),
    ]
    assert all(f.tingkat is Severity.PERIKSA for f in found.temuan)


def test_courses_kept_out_withhold_their_kinds() -> None:
    found = table(
        [
            COURSES,
            (A, "Entah", "X", None, "2021", 10),
            ("19850312", "Diklat Teknis", "Y", None, "2021", 10),
            (B, None, "Z", None, "2021", 10),
            (C, "Seminar", "W", None, "31-13-21", "3 hari"),
        ]
    )
    assert [(f.kode, f.menolak_baris, f.tahan) for f in found.temuan] == [
        ("jenis-diklat-tak-dikenal", True, PENGEMBANGAN),
        ("nip-bukan-18-angka", True, (Bukti.DIKLAT_TEKNIS,)),
        ("jenis-diklat-tak-dikenal", True, PENGEMBANGAN),
        ("tanggal-tak-terbaca", False, (Bukti.SEMINAR,)),
        ("jp-tak-terbaca", False, (Bukti.SEMINAR,)),
    ]
    assert list(found.ditolak) == [True, True, True, False]
    assert values(found, "selesai")[3] is None


def test_dates_of_courses_in_other_columns() -> None:
    spans = table(
        [
            ("NIP", "Jenis Diklat", "Tanggal"),
            (A, "Seminar", "24-26 Mei 2021"),
            (B, "Seminar", "1 Juni 2021"),
        ]
    )
    assert values(spans, "mulai") == [20210524, None]
    assert values(spans, "selesai") == [20210526, 20210601]
    years = table(
        [
            ("NIP", "Jenis Diklat", "Tanggal Mulai", "Tahun"),
            (A, "Seminar", None, 2020),
            (B, "Seminar", "2 Mei 2021", 2021),
        ]
    )
    assert values(years, "selesai") == [20200000, None]
    assert values(years, "mulai") == [None, 20210502]


def test_records_without_date_are_marked_once_if_no_column_has_them() -> None:
    none = read(sheet([("NIP", "Jenis Diklat", "Jumlah JP"), (A, "Seminar", 1), (B, "Seminar", 1)]))
    assert codes(none.temuan) == ["catatan-tanpa-tanggal"]
    some = table([("NIP", "Jenis Diklat", "Tahun"), (A, "Seminar", 2021), (B, "Seminar", None)])
    assert [(f.kode, f.baris, f.kolom) for f in some.temuan] == [("catatan-tanpa-tanggal", 3, "C")]


def test_person_with_nihil_is_named_and_without_anything_left_out() -> None:
    rows = [
        ("NIP", "Nama", "Tingkat Hukuman", "Tanggal SK"),
        (A, "Budi", "Nihil", "-"),
        (B, "Ani", None, None),
    ]
    found = read(sheet(rows))
    (history,) = found.tabel
    assert history.nip == [int(A)]
    assert all(column[0] is None for column in history.isi.values())
    assert history.temuan == []
    assert codes(found.temuan) == ["baris-tanpa-isi"]


SENTENCES = (
    "NIP",
    "Tingkat Hukuman",
    "Jenis Hukuman",
    "Nomor SK",
    "Tanggal SK",
    "TMT Hukuman",
    "Masa Hukuman",
)


def test_sentences() -> None:
    found = table(
        [
            SENTENCES,
            (A, "Ringan", "Teguran lisan", "800/1", "01-06-2019", None, None),
            (B, "R", "Penurunan pangkat", "800/2", "01-06-2019", "01-07-2019", "1 tahun"),
            (C, None, 14, "-", "2019", None, "12 bulan"),
        ]
    )
    assert values(found, "tingkat") == [1, 1, None]
    assert values(found, "jenis") == [1, 92, 14]
    assert values(found, "jenis_teks") == ["Teguran lisan", "Penurunan pangkat", None]
    assert values(found, "nomor_sk") == ["800/1", "800/2", None]
    assert values(found, "tmt") == [None, 20190701, None]
    assert values(found, "masa_bulan") == [None, 12, 12]
    assert [(f.kode, f.baris, f.tingkat) for f in found.temuan] == [
        ("hukuman-bertentangan", 3, Severity.PERIKSA)
    ]


def test_sentences_that_cannot_be_read_withhold_none() -> None:
    found = table(
        [
            SENTENCES,
            (A, "Gawat", "Skors", "800/1", "2019", None, None),
            (B, None, None, "800/2", "2019", None, None),
            (C, "Berat", "Skors", "800/3", "kemarin", None, None),
        ]
    )
    assert [(f.kode, f.menolak_baris, f.tahan) for f in found.temuan] == [
        ("hukuman-tak-dikenal", True, (Bukti.HUKUMAN,)),
        ("hukuman-tak-dikenal", True, (Bukti.HUKUMAN,)),
        ("tanggal-tak-terbaca", False, (Bukti.HUKUMAN,)),
    ]
    assert list(found.ditolak) == [True, True, False]
    assert values(found, "jenis_teks")[2] == "Skors"


def test_one_column_may_hold_levels_and_kinds() -> None:
    found = table(
        [
            ("NIP", "Hukuman Disiplin", "Tanggal SK"),
            (A, "Sedang", "2020"),
            (B, "Teguran lisan", "2020"),
        ]
    )
    assert values(found, "tingkat") == [2, None]
    assert values(found, "jenis") == [None, 1]
    assert found.temuan == []


def test_degrees() -> None:
    found = table(
        [
            ("NIP", "Tingkat Pendidikan", "Jurusan", "Tahun Lulus"),
            (A, "S-1", "Hukum", 2009),
            (A, "SLTA/Sederajat", None, "30-06-2004"),
            (B, "S-9", "Apa", 2009),
            (B, None, "Apa", 2009),
        ]
    )
    assert values(found, "tingkat") == [8, 3, None, None]
    assert values(found, "tingkat_teks")[:2] == ["S-1", "SLTA/Sederajat"]
    assert values(found, "tanggal")[:2] == [20090000, 20040630]
    assert codes(found.temuan) == ["pendidikan-tak-dikenal"] * 2
    assert list(found.ditolak) == [False, False, True, True]
    assert found.bukti == ()


@pytest.mark.parametrize("shift", [0, 3])
def test_addresses_follow_the_rectangle_of_the_sheet(shift: int) -> None:
    found = table(
        [("NIP", "Nama"), ("1", "Budi")], None, baris_awal=1 + shift, kolom_awal=1 + shift
    )
    (finding,) = found.temuan
    assert (finding.baris, finding.kolom, finding.lembar) == (2 + shift, "AD"[shift > 0], None)


def test_wide_sentences_with_a_date_are_records() -> None:
    heads = ("NIP", "Nama", "Jenis Jabatan", "Seminar", "Tingkat Hukuman", "TMT Hukuman")
    rows = [
        heads,
        (A, "Budi", "JFU", "Sudah", "Ringan", "01-02-2012"),
        (B, "Ani", "JFU", "Sudah", "Tidak Ada", "-"),
        (C, "Cici", "JFU", "Sudah", "Sedang", None),
    ]
    people, sentences = read(sheet(rows)).tabel
    assert values(people, "pernyataan.hukuman") == [None, (1, 0), (3, 2)]
    assert (sentences.jenis, sentences.nip) == ("hukuman", [int(A)])
    assert values(sentences, "tingkat") == [1]
    assert values(sentences, "tmt") == [20120201]
    assert sentences.bukti == ()


def test_numbers_as_text_are_numbers() -> None:
    found = table(
        [("NIP", "Nama", "JP Diklat Teknis", "Nilai Kinerja"), (A, "Budi", "99", "99")], None
    )
    assert values(found, "pernyataan.diklat_teknis") == [(3, 9900)]
    assert values(found, "penilaian.nilai") == [99_000]


def test_people_without_nip_are_told_by_what_else_stands_there() -> None:
    found = table(
        [
            ("No", "NIP", "Nama", "Nama Jabatan", "Perangkat Daerah"),
            (1, A, "Budi", "Analis", "Dinas A"),
            (2, None, "Ani", "Analis", "Badan Sumber Daya"),
            (3, "-", "Cici", None, None),
            (4, None, None, None, None),
            (None, "Sub Total", None, None, 3),
            (5, B, "Dedi", "Keterampilan", "Dinas A"),
        ]
    )
    assert [(f.kode, f.baris, f.siapa) for f in found.temuan] == [
        ("nip-kosong", 3, "Ani"),
        ("nip-kosong", 4, "Cici"),
    ]
    assert found.baris == [2, 3, 4, 7]
