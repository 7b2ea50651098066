"""Tables are found where they stand, and taken for what they are."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from ipasn_core.errors import UsageError
from ipasn_core.importing.layout_choice import ColumnChoice, parse_choice
from ipasn_core.importing.parse import read_tables
from ipasn_core.importing.workbook import open_workbook
from ipasn_core.model.vocab import Bukti
from ipasn_core.progress import silent
from tests.importing.build_tables import RULES, A, B, C, codes, read, sheet, table, values

WIDE = ("No", "NIP", "Nama", "Jenis Jabatan", "Pendidikan", "Nilai Kinerja")


def test_header_below_titles_and_data_above_the_signature() -> None:
    found = table(
        [
            ("DAFTAR NOMINATIF",),
            ("TAHUN 2021",),
            (),
            WIDE,
            (1, 2, 3, 4, 5, 6),
            (1, A, "Budi", "Pelaksana", "S-1", 90.5),
            (2, B, "Ani", "Fungsional", "D-III", "88,25"),
            (None, "Jumlah", None, None, None, 178.75),
            ("Rata-rata", None, None, None, None, 89.4),
            ("Keterangan: nilai sementara",),
            (None, None, None, "Bontang, 31 Januari 2022"),
            (None, None, "Mengetahui", "Kepala Badan"),
            (None, None, None, "NIP. 196503201990112083"),
            (None, "NIP. 19650320 199011 2 083"),
        ]
    )
    assert found.baris == [6, 7]
    assert found.nip == [int(A), int(B)]
    assert found.lembar_pegawai
    assert found.temuan == []
    assert found.jenis == "pegawai"
    assert values(found, "penilaian.nilai") == [90_500, 88_250]
    assert found.kolom["penilaian.nilai"] == "F"


def test_running_number_is_no_content() -> None:
    assert "nomor_urut" not in table([WIDE, (1, A, "Budi", "Pelaksana", "S-1", 90)]).isi


def test_header_on_two_rows_with_groups() -> None:
    found = table(
        [
            ("NO", "NAMA/TTL", "NIP", "PKT TERAKHIR", None, "JABATAN", None, "ESL", "PEND AKHIR"),
            (None, None, None, "GOL/RUANG", "TMT", "NAMA", "TMT", None, None, None),
            (
                1,
                "Budi\nBontang, 12-03-1985",
                A,
                "III/a",
                "01-04-2019",
                "Kepala Seksi",
                2020,
                "IV.a",
            ),
        ]
    )
    assert values(found, "nama") == ["Budi"]
    assert values(found, "jabatan") == ["Kepala Seksi"]
    assert values(found, "golongan") == [31]
    assert values(found, "eselon") == [41]
    assert values(found, "jenis_jabatan") == [1]
    assert found.baris == [3]


def test_groups_above_the_row_of_heads() -> None:
    found = table(
        [
            ("DATA", None, "JABATAN", None),
            ("NIP", "Nama", "NAMA", "Jenis Jabatan"),
            (A, "Budi", "Analis", "Pelaksana"),
        ]
    )
    assert values(found, "nama") == ["Budi"]
    assert values(found, "jabatan") == ["Analis"]
    assert found.baris == [3]


def test_first_row_of_data_without_nip_is_no_second_header() -> None:
    found = table(
        [WIDE, (1, None, "Budi", "Pelaksana", "S-1", "90"), (2, B, "Ani", "JFT", "S2", 90)]
    )
    assert found.baris == [2, 3]
    assert codes(found.temuan) == ["nip-kosong"]
    assert found.siapa == ["Budi", B]
    assert list(found.ditolak) == [True, False]


def test_header_repeated_on_each_page_is_no_data() -> None:
    found = table([("NIP", "Nama"), (A, "Budi"), ("NIP", "Nama"), (B, "Ani")])
    assert found.baris == [2, 4]


def test_section_lines_and_titles_name_the_opd() -> None:
    found = table(
        [
            ("NIP", "Nama", "Jenis Jabatan"),
            ("A. DINAS KESEHATAN",),
            (A, "Budi", "Pelaksana"),
            (None, "B. KECAMATAN BONTANG UTARA"),
            (B, "Ani", "Pelaksana"),
            (C, "Cici", "Pelaksana"),
        ]
    )
    assert values(found, "opd") == ["DINAS KESEHATAN", *["KECAMATAN BONTANG UTARA"] * 2]
    titled = table([("OPD : Dinas Sosial",), ("NIP", "Nama"), (A, "Budi")])
    assert values(titled, "opd") == ["Dinas Sosial"]


def test_siasn_export_takes_names_before_ids() -> None:
    heads = (
        "PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "NIK",
        "JENIS PEGAWAI NAMA", "KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS",
        "GOL AKHIR ID", "GOL AKHIR NAMA", "JENIS JABATAN ID", "JENIS JABATAN NAMA", "JABATAN NAMA",
        "TINGKAT PENDIDIKAN ID", "PENDIDIKAN NAMA", "TAHUN LULUS", "UNOR NAMA",
        "INSTANSI KERJA NAMA",
    )  # fmt: skip
    row = (
        "'A1", f"'{A}", "010", "BUDI", "Dr.", "S.Pd", "'647", "PNSD", "01", "Aktif", "P",
        "31", "III/a", "2", "Jabatan Fungsional Tertentu (JFT)", "GURU",
        "40", "S-1/A-IV PENDIDIKAN AGAMA ISLAM", "2009", "SDN 001", "Pemkot",
    )  # fmt: skip
    people, degrees = read(sheet([heads, row])).tabel
    assert people.nip == [int(A)]
    assert values(people, "nama") == ["Dr. BUDI, S.Pd"]
    assert values(people, "status") == [1]
    assert values(people, "kedudukan") == [1]
    assert values(people, "golongan") == [31]
    assert values(people, "jenis_jabatan") == [2]
    assert people.temuan == []
    assert "pernyataan.pendidikan" not in people.isi
    assert degrees.jenis == "pendidikan"
    assert values(degrees, "tingkat") == [8]
    assert values(degrees, "tanggal") == [20090000]
    assert values(degrees, "bidang") == ["S-1/A-IV PENDIDIKAN AGAMA ISLAM"]


def test_wide_degrees_without_year_stay_statements() -> None:
    rows = [
        (*WIDE, "Tahun Lulus"),
        (1, A, "Budi", "JFU", "S-1", 90, 2010),
        (2, B, "Ani", "JFU", "S-2", 90),
    ]
    people, degrees = read(sheet(rows)).tabel
    assert values(people, "pernyataan.pendidikan") == [None, (3, 9)]
    assert degrees.nip == [int(A)]


def test_name_and_nip_in_one_cell() -> None:
    found = table([("NAMA / NIP", "Jenis Jabatan"), (f"Budi, S.E.\nNIP. {A}", "Pelaksana")])
    assert found.nip == [int(A)]
    assert values(found, "nama") == ["Budi, S.E."]


@pytest.mark.parametrize(
    ("nama", "heads", "jenis", "bukti"),
    [
        ("Diklat", ("NIP", "Jenis Diklat", "Jumlah JP"), "pengembangan", 4),
        ("Riwayat Diklat Teknis", ("NIP", "Nama Diklat", "Tanggal Selesai"), "pengembangan", 1),
        ("Hukuman", ("NIP", "Tingkat Hukuman", "Tanggal SK"), "hukuman", 1),
        ("Pendidikan", ("NIP", "Tingkat Pendidikan", "Tahun Lulus"), "pendidikan", 0),
        ("Kinerja", ("NIP", "Tahun", "Nilai Kinerja"), "pegawai", 0),
        ("Ijazah", ("NIP", "Nama", "Pendidikan"), "pegawai", 0),
    ],
)  # fmt: skip
def test_kinds_of_tables_without_rows(
    nama: str, heads: tuple[str, ...], jenis: str, bukti: int
) -> None:
    found = table([heads], nama)
    assert (found.jenis, len(found.bukti), len(found.baris)) == (jenis, bukti, 0)
    assert not found.lembar_pegawai


def test_nihil_line_is_a_table_of_no_rows() -> None:
    for line in (("NIHIL",), (None, "nihil"), ("-", "-", "-"), (1, None, "Nihil")):
        found = table([("No", "NIP", "Tingkat Hukuman", "Tanggal SK"), line])
        assert found.baris == []
        assert found.temuan == []
        assert found.bukti == (Bukti.HUKUMAN,)


@pytest.mark.parametrize(
    ("nama", "berkas", "jenis"),
    [
        ("Riwayat Diklat Teknis", "a.csv", 3),
        (None, "diklat kepemimpinan.csv", 1),
        ("Seminar dan Workshop", "a.csv", 9),
    ],
)
def test_sheet_or_file_names_the_kind_of_its_courses(
    nama: str | None, berkas: str, jenis: int
) -> None:
    rows = [
        ("NIP", "Nama Diklat", "Tanggal Selesai"),
        (A, "Pelatihan Kepemimpinan Pengawas", "2021"),
    ]
    found = table(rows, nama, berkas=berkas)
    assert values(found, "jenis") == [jenis]
    assert len(found.bukti) == 1
    assert list(found.bukti_baris) == list(found.bukti)


def test_courses_of_no_stated_kind_are_missing_a_column() -> None:
    rows = [("NIP", "Nama Diklat", "Tanggal Selesai"), (A, "Pelatihan X", "2021")]
    for nama in ("Lembar", "Diklat Teknis dan Fungsional"):
        found = read(sheet(rows, nama))
        assert found.tabel == ()
        assert codes(found.temuan) == ["kolom-wajib-tak-ada"]
        assert "Jenis Diklat" in found.temuan[0].pesan
        remedy = str(found.temuan[0].perbaikan)
        assert f'--kolom "berkas.xlsx:{nama}:Jenis Diklat=C"' in remedy
        assert "Nama Diklat" in found.temuan[0].pesan
    csv = read(sheet(rows, None, berkas="a.csv"))
    assert '--kolom "a.csv::Jenis Diklat=C"' in str(csv.temuan[0].perbaikan)
    assert parse_choice("a.csv::Jenis Diklat=C") == ColumnChoice("jenis_diklat", "C", "a.csv")


def test_missing_nip_lists_what_was_found() -> None:
    found = read(sheet([("Tahun", "Nilai SKP", "Nilai Kinerja"), (2021, 90, 90)]))
    assert codes(found.temuan) == ["kolom-wajib-tak-ada"]
    assert "Nilai SKP" in found.temuan[0].pesan
    assert found.temuan[0].baris == 1


def test_pages_that_are_no_tables_are_only_named() -> None:
    found = read(sheet([("Petunjuk pengisian",), ("NIP", "diisi 18 angka"), ("Nama", "lengkap")]))
    assert codes(found.temuan) == ["lembar-dilewati"]
    assert read(sheet([])).temuan == ()


def test_result_table_is_no_evidence() -> None:
    heads = (
        "Nama",
        "Nama Jabatan",
        "Satuan Kerja",
        "Kualifikasi",
        "Kompetensi",
        "Kinerja",
        "Disiplin",
        "Total",
    )
    for row in (heads, ("NIP", *heads)):
        found = read(sheet([("PIP ASN",), row, ("x",) * len(row)]))
        assert found.tabel == ()
        assert codes(found.temuan) == ["tabel-hasil-bkn"]


def test_discipline_beside_behaviour_marks_is_no_evidence() -> None:
    found = table(
        [("nip", "nilaiSkp", "integritas", "disiplin", "nilaiPrestasiKerja"), (A, 90, 80, 80, 86)]
    )
    assert found.isi.keys() == {"penilaian.skp", "penilaian.nilai"}


def test_two_columns_for_one_field() -> None:
    rows = [("NIP", "Nama", "Nama Pegawai", "Jenis Jabatan"), (A, "Budi", "Ani", "JFU")]
    found = read(sheet(rows))
    assert codes(found.temuan) == ["kolom-ganda"]
    assert "nama" not in found.tabel[0].isi
    same = read(sheet([rows[0], (A, "Budi", "Budi", "JFU")]))
    assert same.temuan == ()
    assert values(same.tabel[0], "nama") == ["Budi"]
    chosen = read(sheet(rows), kolom=["NAMA=C"])
    assert chosen.temuan == ()
    assert values(chosen.tabel[0], "nama") == ["Ani"]


def test_columns_pointed_out_by_hand_win_and_are_remembered() -> None:
    rows = [("Kode", "Siapa", "Nilai SKP"), (A, "Budi", 90)]
    first = read(sheet(rows), kolom=["NIP=A", "nama=b"])
    assert first.tabel[0].nip == [int(A)]
    assert values(first.tabel[0], "nama") == ["Budi"]
    assert first.pemetaan == {"kode|siapa|nilaiskp": {"A": "nip", "B": "nama"}}
    again = read(sheet(rows), remembered=json.loads(json.dumps(first.pemetaan)))
    assert again.tabel[0].isi == first.tabel[0].isi


COURSES = [("NIP", "Nama Diklat", "Macam", "JP"), (A, "Pelatihan X", "Diklat Teknis", 20)]
PEOPLE = [("NIP", "Nama", "Jenis Jabatan", "Pendidikan"), (A, "Budi", "JFU", "S-1")]


def test_a_choice_for_no_certain_sheet_leaves_recognised_columns_alone() -> None:
    found = read(sheet(PEOPLE, "Pegawai"), sheet(COURSES, "Kegiatan"), kolom=["Jenis Diklat=C"])
    people, courses = found.tabel
    assert values(people, "jenis_jabatan") == [4]
    assert values(courses, "jenis") == [3]
    assert list(found.pemetaan.values()) == [{"C": "jenis_diklat"}]


@pytest.mark.parametrize("nama", ["Data", None])
def test_a_choice_that_displaces_must_name_its_sheet_and_is_not_remembered(
    nama: str | None,
) -> None:
    skp = sheet([("NIP", "Nama", "Nilai SKP"), (A, "Budi", 90)], nama)
    guide = sheet([("a", "b", "Petunjuk pengisian")], "Petunjuk")
    for unclear in ("NILAI=C", "berkas.xlsx:NILAI=C") if nama else ("NILAI=C",):
        with pytest.raises(UsageError, match="Nilai SKP") as caught:
            read(guide, skp, kolom=[unclear])
        assert f'--kolom "berkas.xlsx:{nama or ""}:nilai=C"' in caught.value.perbaikan
    named = read(skp, kolom=[f"berkas.xlsx:{nama or ''}:nilai=C", "nama=B"])
    assert values(named.tabel[0], "penilaian.nilai") == [90_000]
    assert list(named.pemetaan.values()) == [{"B": "nama"}]


def test_choices_are_for_one_file_or_sheet() -> None:
    assert parse_choice("a.xlsx:Lembar 1:penilaian.nilai=aa") == ColumnChoice(
        "nilai", "AA", "a.xlsx", "Lembar 1"
    )
    assert parse_choice("a.csv:NIP=C").berkas == "a.csv"
    for wrong in ("NIP", "NIP=7", "apa=C", "NIP="):
        with pytest.raises(UsageError, match="--kolom"):
            parse_choice(wrong)
    rows = [("NIP", "Nama"), (A, "Budi")]
    found = read(sheet(rows, "Satu"), sheet(rows, "Dua"), kolom=[":Dua:abaikan=B"])
    assert ["nama" in t.isi for t in found.tabel] == [True, False]


def test_title_year_that_differs() -> None:
    def titled(text: str) -> list[str]:
        return codes(read(sheet([(text,), ("NIP", "Nama"), (A, "Budi")])).temuan)

    other = ["tahun-judul-beda"]
    assert titled("PENGUKURAN TAHUN 2020") == other
    assert titled("DATA PEGAWAI TAHUN 2018/2019") == titled("TAHUN 2018 s.d. 2020") == other
    assert titled("DATA PEGAWAI TAHUN 2018 - 2021") == []
    assert titled("KEADAAN 31 DESEMBER 2020") == titled("Periode Januari-Desember 2020") == other
    assert titled("Posisi per 31-12-2020") == other
    assert titled("KEADAAN 1 JANUARI 2022") == titled("KEADAAN BULAN DESEMBER 2021") == []
    assert titled("Dicetak 31 Januari 2020") == []  # says nothing of what is listed
    assert titled("PENGUKURAN TAHUN 2021") == []
    assert titled("RIWAYAT TAHUN 2019-2021") == []


def test_hidden_sheets_are_named_and_hidden_rows_are_data() -> None:
    rows = [("NIP", "Nama"), (A, "Budi"), (B, "Ani")]
    found = read(sheet(rows, baris_tersembunyi=frozenset({2})), sheet([], "Lain", terlihat=False))
    assert codes(found.temuan) == ["baris-tersembunyi", "lembar-tersembunyi"]
    assert len(found.tabel[0].baris) == 2


def test_raw_row_and_ids_of_a_returned_workbook() -> None:
    rows = [("Judul",), ("NIP", "Nama", "ID Temuan"), (A, "Budi", "0123456789ab")]
    found = read(sheet(rows, baris_awal=3, kolom_awal=2))
    assert found.raw_row(0, 0, 5) == (rows[1], rows[2])
    assert found.id_temuan == {(0, 0, 5): "0123456789ab"}
    assert found.column_index(0, 0, found.tabel[0].kolom["nama"]) == 1
    assert found.tabel[0].kolom["nama"] == "C"


def test_real_workbook(tmp_path: Path) -> None:
    book = Book()
    people = book.active
    assert people is not None
    people.title = "Pegawai"
    for row in (["DAFTAR PEGAWAI"], [], list(WIDE), [1, A, "Budi", "Pelaksana", "S-1", 91.25]):
        people.append(row)
    people.merge_cells("A1:F1")
    courses = book.create_sheet("Riwayat Diklat")
    courses.append(
        ["NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai", "Jumlah JP"]
    )
    courses.append([A, "Bimtek", "Bimtek A", dt.date(2021, 3, 1), dt.date(2021, 3, 2), 7.5])
    path = tmp_path / "kantor.xlsx"
    book.save(path)
    opened = open_workbook(path, silent)
    first, second = read_tables([None, opened], RULES).tabel
    assert (first.berkas_ke, first.lembar_ke, second.lembar_ke) == (1, 0, 1)
    assert first.sidik == opened.sha256
    assert first.baris == [4]
    assert values(first, "penilaian.nilai") == [91_250]
    assert values(second, "mulai") == [20210301]
    assert values(second, "selesai") == [20210302]
    assert values(second, "jp") == [750]
    assert second.bukti_baris == [Bukti.SEMINAR]
