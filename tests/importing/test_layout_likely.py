"""Columns whose heads nobody knows: taken where content bears them out, told, else asked about."""

from __future__ import annotations

import pytest

from ipasn_core.importing.layout_heads import find_header
from ipasn_core.importing.layout_likely import likely_columns
from ipasn_core.importing.vocabulary_files import vocabulary
from tests.importing.build_tables import A, B, C, Rows, codes, read, sheet, values

WHO = ("NIP", "Nama", "Jenis Jabatan")
PEOPLE = ((A, "Budi", "Pelaksana"), (B, "Ani", "Fungsional"), (C, "Cici", "Struktural"))
CELLS: dict[str, tuple[object, ...]] = {
    "pendidikan": ("S-1", "SLTA", "S1 Hukum"),
    "jenis_jabatan": ("Pelaksana", "Fungsional", "JFU"),
    "golongan": ("III/a", "IV b", "Penata (III/c)"),
    "jp": (24, "20 JP", "7,5"),
    "nilai": (90.5, "91,25", 80),
    "selesai": ("31-12-2021", 44562, "13 Januari 2021"),
    "text": ("Alpha", "Beta", "Gamma"),
}


def guesses(head: str, cells: tuple[object, ...], *more: str) -> list[tuple[str, bool]]:
    """Return (field, sure) of what a column beside people, and other heads, is taken for."""
    rows = [(*WHO, head, *more), *(who + (cell,) for who, cell in zip(PEOPLE, cells, strict=True))]
    grid = sheet(rows)
    header = find_header(grid, vocabulary(), None)
    assert header is not None
    found = likely_columns(grid, header, header.bidang, (), vocabulary())
    return [(one.bidang, one.yakin) for one in found]


@pytest.mark.parametrize(
    ("head", "cells", "field"),
    [
        ("Tingkt Pendidikan", "pendidikan", "pendidikan"),
        ("Tingkat Pendidkan", "pendidikan", "pendidikan"),
        ("TINGKATPENDIDKAN", "pendidikan", "pendidikan"),
        ("Pendidikan Terahir", "pendidikan", "pendidikan_nama"),
        ("Pendidikan yang Ditamatkan", "pendidikan", "pendidikan"),
        ("Golonagn", "golongan", "golongan"),
        ("Pangkat/Golongn", "golongan", "golongan"),
        ("Golongan ASN (diisi)", "golongan", "golongan"),
        ("Nilai Kinreja", "nilai", "nilai"),
        ("Nilai Prestasi Kreja", "nilai", "nilai"),
        ("Hukumn Disiplin", "text", "hukuman"),
        ("Nama Jabtan", "text", "jabatan"),
        ("Perangkat Derah", "text", "opd"),
        ("Unit Kerja Pegawai", "text", "opd"),
    ],
)
def test_typing_errors_and_idle_words(head: str, cells: str, field: str) -> None:
    sure = field != "hukuman"  # Alpha and Beta are no sentences
    assert guesses(head, CELLS[cells]) == [(field, sure)]


@pytest.mark.parametrize(
    "head",
    [
        "Jabatan Lama",
        "JABATANLAMA",
        "Golongan Awal",
        "Nama Atasan",
        "NIP Atasan",
        "Nama Suami",
        "Pendidikan Istri",
        "Satuan Pendidikan",
        "Tingkat Sekolah",
        "Jenis Sekolah",
        "Pendidikan Pertama",
        "Tempat Tugas",
        "NIP Kepala",
        "Syarat Pendidikan",
        "Nomor Rumah",
        "Zodiak",
        "UNOR (7)",
        "Nilai SKM",
    ],
)
def test_other_things_are_left_alone(head: str) -> None:
    for name in ("text", "pendidikan", "jp"):
        found = guesses(head, CELLS[name])
        assert all(not sure for _, sure in found), name
    assert guesses(head, CELLS["text"]) == []


def test_head_alone_does_not_do_where_content_contradicts() -> None:
    assert guesses("Tingkt Pendidikan", CELLS["text"]) == [("pendidikan", False)]
    assert guesses("Golonagn", CELLS["nilai"]) == [("golongan", False)]
    assert guesses("Nama Jabtan", (1, 2, 3)) == [("jabatan", False)]
    assert guesses("Golonagn", (None, None, None)) == []


def test_what_has_a_sure_head_is_never_guessed() -> None:
    assert guesses("Golonagn", CELLS["golongan"], "Golongan") == []
    assert guesses("Tingkt Pendidikan", CELLS["pendidikan"], "Pendidikan") == []
    assert guesses("Ijazah Trakhir", CELLS["pendidikan"], "Kualifikasi") == []


def test_content_alone() -> None:
    assert guesses("Kualif. Resmi", CELLS["pendidikan"]) == [("pendidikan", False)]
    assert guesses("Zodiak", ("S-1", "Leo", "Virgo")) == []


NO_NIP = (("NIPeg", "Nama", "Jenis Jabatan"), *PEOPLE)


def test_column_of_nips_is_found_and_told() -> None:
    reading = read(sheet(NO_NIP))
    (found,) = reading.tabel
    assert found.nip == [int(A), int(B), int(C)]
    (told,) = reading.temuan
    assert (told.kode, told.kolom, told.baris) == ("kolom-diduga", "A", 1)
    assert "3 dari 3" in told.pesan
    assert "nip=A" in (told.perbaikan or "")


def test_column_of_nips_under_a_strange_head_is_asked_about() -> None:
    for head in ("Kode Unik", "Identitas", None):
        reading = read(sheet([(head, "Nama", "Jenis Jabatan"), *PEOPLE]))
        assert reading.tabel == ()
        assert codes(reading.temuan) == ["kolom-wajib-tak-ada", "kolom-mirip"]
        assert "nip=A" in (reading.temuan[1].perbaikan or "")
        assert "3 dari 3" in reading.temuan[1].pesan


def test_column_pointed_out_is_no_guess_and_is_remembered() -> None:
    pointed = read(sheet(NO_NIP), kolom=["NIP=A"])
    assert codes(pointed.temuan) == []
    later = read(sheet(NO_NIP), remembered=pointed.pemetaan)
    assert codes(later.temuan) == []
    assert later.tabel[0].nip == [int(A), int(B), int(C)]
    ignored = read(sheet(NO_NIP), kolom=["ABAIKAN=A"])
    assert codes(ignored.temuan) == ["kolom-wajib-tak-ada"]


def test_sheet_without_any_known_head_is_remembered() -> None:
    rows = [("Daftar", None, None), ("Identitas", "Sebutan", "Golput"), *PEOPLE]
    assert codes(read(sheet(rows)).temuan) == ["kolom-wajib-tak-ada"]
    pointed = read(sheet(rows), kolom=["NIP=A", "NAMA=B", "JENIS_JABATAN=C"])
    assert pointed.tabel[0].nip == [int(A), int(B), int(C)]
    later = read(sheet(rows), remembered=pointed.pemetaan)
    assert later.tabel[0].nip == [int(A), int(B), int(C)]
    assert values(later.tabel[0], "jenis_jabatan") == [4, 2, 1]
    assert codes(later.temuan) == []


def test_sheet_with_the_head_of_nip_alone_is_remembered() -> None:
    rows = [("NIP", "Sebutan", "Golput"), *PEOPLE]
    pointed = read(sheet(rows), kolom=["NAMA=B", "JENIS_JABATAN=C"])
    later = read(sheet(rows), remembered=pointed.pemetaan)
    assert values(later.tabel[0], "nama") == ["Budi", "Ani", "Cici"]


def test_two_columns_of_nips_are_asked_about() -> None:
    rows: Rows = [
        ("NIPeg", "Nama", "Jenis Jabatan", "NIPKontak"),
        *((*who, nip) for who, nip in zip(PEOPLE, (B, C, A), strict=True)),
    ]
    reading = read(sheet(rows))
    assert reading.tabel == ()
    assert codes(reading.temuan) == ["kolom-wajib-tak-ada", "kolom-mirip", "kolom-mirip"]
    assert [one.kolom for one in reading.temuan] == [None, "A", "D"]


def test_numbers_in_place_of_nips_are_still_refused() -> None:
    rows = [NO_NIP[0], *((float(who[0]), *who[1:]) for who in PEOPLE)]
    reading = read(sheet(rows))
    assert codes(reading.temuan) == ["kolom-diduga"]
    assert codes(reading.tabel[0].temuan) == ["nip-angka"] * 3


@pytest.mark.parametrize("head", ["Nama", "NIP", "NAMA / NIP", "Nama Pegawai"])
def test_name_and_nip_in_one_cell(head: str) -> None:
    rows = [
        (head, "Jenis Jabatan"),
        *((f"{name}, S.E.\nNIP. {nip}", post) for nip, name, post in PEOPLE),
    ]
    reading = read(sheet(rows))
    (found,) = reading.tabel
    assert found.nip == [int(A), int(B), int(C)]
    assert values(found, "nama") == ["Budi, S.E.", "Ani, S.E.", "Cici, S.E."]
    assert codes([*reading.temuan, *found.temuan]) == []


def test_noise_is_not_guessed_at() -> None:
    heads = tuple(f"kolom sembarang {n}" for n in range(500))
    grid = sheet([("NIP", "Nama", *heads), (A, "Budi", *("S-1" for _ in heads))])
    header = find_header(grid, vocabulary(), None)
    assert header is not None
    assert likely_columns(grid, header, header.bidang, (), vocabulary()) == []
