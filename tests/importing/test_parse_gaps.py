"""Records without hours, and of after the measured year, come in and are told."""

from __future__ import annotations

from ipasn_core.model.finding import Severity
from tests.importing.build_tables import A, B, C, codes, read, sheet, values

HEAD = ("NIP", "Jenis Diklat", "Nama Diklat", "Jumlah JP", "Tanggal Selesai")
DAY = "01-02-2021"


def test_technical_courses_without_hours() -> None:
    rows = [
        HEAD,
        (A, "Diklat Teknis", "X", None, DAY),
        (A, "Diklat Teknis", "Y", "-", DAY),
        (B, "Diklat Teknis", "X", 20, DAY),
        (B, "Seminar", "Z", None, DAY),
        (C, "Diklat Teknis", "W", "3 hari", DAY),
        (C, "-", None, None, None),
    ]
    (found,) = read(sheet(rows)).tabel
    assert [(one.kode, one.baris, one.kolom) for one in found.temuan] == [
        ("catatan-tanpa-jp", 2, "D"),
        ("catatan-tanpa-jp", 3, "D"),
        ("jp-tak-terbaca", 6, "D"),
    ]
    assert found.temuan[0].tingkat is Severity.PERIKSA
    assert list(found.ditolak) == [False] * 6


def test_table_without_a_column_of_hours_is_told_once() -> None:
    rows = [(*HEAD[:3], HEAD[4]), (A, "Diklat Teknis", "X", DAY), (B, "Diklat Teknis", "Y", DAY)]
    reading = read(sheet(rows))
    assert codes(reading.temuan) == ["catatan-tanpa-jp"]
    assert "Semua diklat teknis" in reading.temuan[0].pesan
    seminars = [(*HEAD[:3], HEAD[4]), (A, "Seminar", "X", DAY)]
    assert codes(read(sheet(seminars)).temuan) == []


def test_records_of_after_the_measured_year() -> None:
    courses = [
        HEAD,
        (A, "Diklat Teknis", "X", 20, "31-12-2021"),
        (A, "Diklat Teknis", "Y", 20, "01-01-2022"),
        (B, "Diklat Teknis", "Z", 20, 2023),
    ]
    (found,) = read(sheet(courses)).tabel
    assert [(one.kode, one.baris, one.kolom) for one in found.temuan] == [
        ("tanggal-sesudah-tahun", 3, "E"),
        ("tanggal-sesudah-tahun", 4, "E"),
    ]
    assert [one.isi["tanggal"] for one in found.temuan] == ["01-01-2022", "2023"]
    assert values(found, "selesai") == [20211231, 20220101, 20230000]
    sentences = [
        ("NIP", "Tingkat Hukuman", "Nomor SK", "Tanggal SK", "TMT Hukuman"),
        (A, "Ringan", "1", "01-12-2021", "01-01-2022"),
        (B, "Ringan", "2", "01-01-2022", None),
        (C, "Ringan", "3", "01-12-2021", None),
    ]
    (found,) = read(sheet(sentences)).tabel
    assert [(one.kode, one.baris, one.kolom) for one in found.temuan] == [
        ("tanggal-sesudah-tahun", 2, "E"),
        ("tanggal-sesudah-tahun", 3, "D"),
    ]
    degrees = [("NIP", "Tingkat Pendidikan", "Tahun Lulus"), (A, "S-2", 2022), (A, "S-1", 2010)]
    (found,) = read(sheet(degrees)).tabel
    assert [(one.kode, one.baris, one.kolom) for one in found.temuan] == [
        ("tanggal-sesudah-tahun", 2, "C")
    ]
