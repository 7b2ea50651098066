"""What is data: not the row that numbers the columns, nor the signatures below."""

from __future__ import annotations

import pytest

from tests.importing.build_tables import A, B, C, codes, table, values

HEAD = ("No", "NIP", "Nama", "Jenis Jabatan", "OPD", "Pendidikan", "Nilai Kinerja")
BUDI = (1, A, "Budi", "Pelaksana", "Dinas A", "S-1", 90)
ANI = (2, B, "Ani", "Pelaksana", "Dinas A", "S-1", 91)


@pytest.mark.parametrize("number", [int, float, str, "({})".format, lambda n: f" {n}. "])
def test_row_that_numbers_the_columns_is_no_person(number: type) -> None:
    found = table([HEAD, [number(n) for n in range(1, 8)], BUDI])
    assert found.baris == [3]
    assert found.temuan == []


def test_numbers_below_two_rows_of_heads() -> None:
    found = table(
        [
            ("NO", "NAMA", "NIP", "PKT TERAKHIR", None, "ESL"),
            (None, None, None, "GOL/RUANG", "TMT", None),
            [float(n) for n in range(1, 7)],
            (1.0, "Budi", A, "III/a", "01-04-2019", "IV.a"),
        ]
    )
    assert found.baris == [4]
    assert found.temuan == []


def test_signatures_that_reach_into_the_column_of_nip() -> None:
    found = table(
        [
            HEAD,
            BUDI,
            ANI,
            (),
            (None, "Mengetahui,", None, None, None, None, "Bontang, 31 Januari 2022"),
            (None, "Sekretaris Daerah", None, None, None, None, "Kepala BKPSDM"),
            (),
            (None, "Drs. A", None, None, None, None, "Drs. B"),
            (None, "NIP. 196501011990031001", *[None] * 4, "NIP. 196601011990031001"),
        ]
    )
    assert found.baris == [2, 3]
    assert found.temuan == []


@pytest.mark.parametrize("nip", ["NIP. 196501011990031001", "NIP. 19650101 199003 1 00"])
def test_signature_without_a_date(nip: str) -> None:
    found = table(
        [
            HEAD,
            BUDI,
            (None, "Sekretaris Daerah", *[None] * 4, "Kepala BKPSDM"),
            (None, "Drs. A", None, None, None, None, "Drs. B"),
            (None, nip, *[None] * 4, "NIP. 196601011990031001"),
        ]
    )
    assert found.baris == [2]
    assert found.temuan == []


def test_below_the_date_even_a_bare_nip_is_a_signature() -> None:
    rows = [HEAD, BUDI, (None, None, None, "Bontang, Januari 2022"), (None, "Drs. A"), (None, C)]
    assert table(rows).baris == [2, 5]  # a bare NIP may be a person: it is told, not dropped
    assert table([*rows[:4], (None, f"NIP. {C}")]).baris == [2]


def test_last_person_with_a_faulty_nip_is_still_a_person() -> None:
    found = table([HEAD, BUDI, (2, "belum keluar", *ANI[2:])])
    assert codes(found.temuan) == ["nip-bukan-18-angka"]
    found = table([HEAD, BUDI, (2, "NIP. 1990022020200429", *ANI[2:])])
    assert codes(found.temuan) == ["nip-bukan-18-angka"]


def test_place_and_date_of_birth_is_no_signature() -> None:
    head = ("No", "Nama/TTL", "NIP", "Jenis Jabatan", "OPD")
    found = table(
        [
            head,
            (1, "Budi\nBontang, 12 Maret 1985", A, "Pelaksana", "Dinas A"),
            (2, "Ani\nBontang, 12 Maret 1990", "1990", "Pelaksana", "Dinas A"),
        ]
    )
    assert codes(found.temuan) == ["nip-bukan-18-angka"]


def test_number_for_nip_is_told_as_a_spreadsheet_shows_it() -> None:
    found = table([HEAD, (1.0, float(A), "Budi", "Pelaksana", "Dinas A", "S-1", 90.0), ANI])
    (one,) = found.temuan
    assert one.isi["nilai"] == "198503122010011000"
    assert found.siapa == ["198503122010011000", B]


def test_codes_are_read_from_whole_numbers() -> None:
    found = table(
        [
            (
                "NIP",
                "Nama",
                "JENIS JABATAN ID",
                "ESELON ID",
                "TINGKAT PENDIDIKAN ID",
                "GOL AKHIR ID",
            ),
            (A, "Budi", 1.0, 31.0, 40.0, 34.0),
            (B, "Ani", 4.0, 99.0, 5.0, 33.0),
        ]
    )
    assert found.temuan == []
    assert values(found, "eselon") == [31, None]
    assert values(found, "pernyataan.pendidikan") == [(3, 8), (3, 1)]
    idea = table([("NIP", "Nilai Kinerja", "Ide Baru"), (A, 90.0, 1.0), (B, 80.0, 0.0)])
    assert values(idea, "penilaian.ide_baru") == [1, 0]
