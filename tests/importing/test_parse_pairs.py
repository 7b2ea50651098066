"""Codes beside words confirm them, complete them, or are told; the words count."""

from __future__ import annotations

import pytest

from ipasn_core.model.finding import Severity
from tests.importing.build_tables import A, B, C, Rows, codes, table, values

WHO = ("NIP", "Nama", "Jenis Jabatan")
BUDI = (A, "Budi", "Pelaksana")
ANI = (B, "Ani", "Pelaksana")
CICI = (C, "Cici", "Pelaksana")


@pytest.mark.parametrize(
    ("heads", "right", "wrong", "name", "value"),
    [
        (
            ("TINGKAT PENDIDIKAN ID", "TINGKAT PENDIDIKAN NAMA"),
            ("40", "S-1/Sarjana"),
            ("45", "S-1/Sarjana"),
            "pernyataan.pendidikan",
            (3, 8),
        ),
        (
            ("JENIS JABATAN ID", "JENIS JABATAN NAMA"),
            (4, "Jabatan Fungsional Umum"),
            (2, "Jabatan Fungsional Umum"),
            "jenis_jabatan",
            4,
        ),
        (("GOL AKHIR ID", "GOL AKHIR NAMA"), ("32", "III/b"), ("31", "III/b"), "golongan", 32),
        (("ESELON ID", "ESELON NAMA"), ("41", "IV.a"), ("31", "IV.a"), "eselon", 41),
        (
            ("KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA"),
            ("01", "Aktif"),
            ("02", "Aktif"),
            "kedudukan",
            1,
        ),
        (("KuadranKinerjaNilai", "kuadranKinerja"), ("2", "BAIK"), (1, "BAIK"), "predikat", 2),
    ],
)
def test_codes_confirm_words_or_are_told(
    heads: tuple[str, str],
    right: tuple[object, object],
    wrong: tuple[object, object],
    name: str,
    value: object,
) -> None:
    who = WHO[:2] if name == "jenis_jabatan" else WHO
    name = f"penilaian.{name}" if name == "predikat" else name
    rows = [(*who, *heads), (*BUDI[: len(who)], *right), (*ANI[: len(who)], *wrong)]
    found = table([*rows, (*CICI[: len(who)], right[0], None)])
    assert values(found, name) == [value] * 3
    (told,) = found.temuan
    column = "CD"[len(who) - 2]
    assert (told.kode, told.tingkat, told.baris, told.kolom) == (
        *("kode-beda", Severity.PERIKSA, 3),
        column,
    )
    assert str(wrong[0]) in told.pesan
    assert str(wrong[1]) in told.pesan


def test_words_that_take_two_levels_together_are_no_contradiction() -> None:
    rows: Rows = [
        (*WHO, "TINGKAT PENDIDIKAN ID", "TINGKAT PENDIDIKAN NAMA"),
        (*BUDI, "35", "S-1/D-IV"),
        (*ANI, "20", "SLTA/SMK/MA/D-I"),
        (*CICI, "12", "SLTP"),
    ]
    assert codes(table(rows).temuan) == []


def test_codes_of_courses_and_sentences() -> None:
    courses = table(
        [
            ("NIP", "jenisDiklatId", "Jenis Diklat", "Nama Diklat", "JP", "Tahun"),
            (A, "3", "Diklat Teknis", "X", 20, 2021),
            (A, "9", "Diklat Teknis", "Y", 20, 2021),
        ]
    )
    assert values(courses, "jenis") == [3, 3]
    assert [(one.kode, one.baris, one.kolom) for one in courses.temuan] == [("kode-beda", 3, "B")]
    head = ("NIP", "jenisHukumanId", "jenisHukumanNama", "jenisTingkatHukumanId", "Tingkat Hukuman")
    sentences = table(
        [
            (*head, "hukumanTanggal"),
            (A, "14", "Penurunan Pangkat", "B", "Berat", "01-02-2020"),
            (B, "1", "Teguran", "R", "Ringan", "01-02-2020"),
            (C, "4", "Teguran Lisan", "S", "Ringan", "01-02-2020"),
        ]
    )
    assert values(sentences, "jenis") == [14, 1, 1]
    assert values(sentences, "tingkat") == [3, 1, 1]
    assert [(one.kode, one.baris, one.kolom) for one in sentences.temuan] == [
        ("kode-beda", 4, "B"),
        ("kode-beda", 4, "D"),
    ]
