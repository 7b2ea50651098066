"""What a table of people says that the NIP deny, and who is not measured, is told."""

from __future__ import annotations

from dataclasses import replace

from ipasn_core.model.finding import Severity
from tests.importing.build_tables import RULES, A, B, C, codes, read, sheet, values

WHO = ("NIP", "Nama", "Jenis Jabatan")
BUDI = (A, "Budi", "Pelaksana")
ANI = (B, "Ani", "Pelaksana")
PPPK = ("199312282025212001", "Dedi", "Fungsional")
YOUNG = ("201003012021011001", "Eka", "Pelaksana")
OLD = ("193003012021011001", "Fani", "Pelaksana")


def test_sex_beside_the_nip() -> None:
    reading = read(sheet([(*WHO, "L/P"), (*BUDI, "L"), (*ANI, "Laki-laki")]))
    (found,) = reading.tabel
    assert values(found, "jenis_kelamin") == [1, 1]
    (told,) = found.temuan
    assert (told.kode, told.tingkat, told.baris, told.kolom) == (
        *("kelamin-beda-nip", Severity.PERIKSA),
        *(3, "D"),
    )
    assert list(found.ditolak) == [False, False]


def test_status_beside_the_shape_of_the_number() -> None:
    rows = [(*WHO, "Status Pegawai"), (*BUDI, "PPPK"), (*ANI, "CPNS"), (*PPPK, "PNS")]
    found = read(sheet(rows), rules=replace(RULES, status_diukur=())).tabel[0]
    assert [(one.kode, one.baris, one.kolom) for one in found.temuan] == [
        ("status-beda-nip", 2, "D"),
        ("status-beda-nip", 4, "D"),
    ]
    assert values(found, "status") == [3, 2, 1]


def test_age_at_the_appointment() -> None:
    found = read(sheet([WHO, BUDI, YOUNG, OLD])).tabel[0]
    assert [(one.kode, one.baris, one.isi["usia"]) for one in found.temuan] == [
        ("usia-angkat-janggal", 3, "11"),
        ("usia-angkat-janggal", 4, "91"),
    ]
    assert found.nip == [int(who[0]) for who in (BUDI, YOUNG, OLD)]


def test_who_is_not_measured_is_counted() -> None:
    rows = [
        (*WHO, "Status"),
        (*BUDI, "PNS"),
        (*ANI, "CPNS"),
        (*PPPK, None),
        (C, "Cici", "X", "PNS"),
    ]
    reading = read(sheet(rows))
    assert [(one.kode, one.isi["status"], one.isi["jumlah"]) for one in reading.temuan] == [
        ("status-tak-diukur", "CPNS 1, PPPK 1", "2"),
    ]
    every = read(sheet(rows), rules=replace(RULES, status_diukur=(1, 2, 3)))
    assert codes(every.temuan) == []


def test_lowest_unit_in_place_of_the_opd() -> None:
    rows = [
        (*WHO, "UNOR NAMA"),
        (*BUDI, "SUBBAGIAN UMUM"),
        (*ANI, "Dinas Sosial"),
        (C, "Cici", "Pelaksana", "Seksi Mutasi"),
    ]
    (told,) = read(sheet(rows)).temuan
    assert (told.kode, told.kolom, told.isi["jumlah"]) == ("unit-bukan-opd", "D", "2")
    units = [
        ("ID", "NAMA_UNOR", "ID_ATASAN"),
        ("0", "Pemerintah Kota X", None),
        ("1", "Dinas Sosial", "0"),
        ("2", "Subbagian Umum", "1"),
        ("3", "Seksi Mutasi", "1"),
    ]
    assert codes(read(sheet(rows), sheet(units, "Unor")).temuan) == ["lembar-hierarki"]
