"""What wide tables state: degrees beside their ids, sentences by their kind, our own export."""

from __future__ import annotations

import pytest

from ipasn_core.model.vocab import Jenjang
from tests.importing.build_tables import A, B, C, codes, read, sheet, table, values

WHO = ("NIP", "Nama", "Jenis Jabatan")
BUDI = (A, "Budi", "Pelaksana")
ANI = (B, "Ani", "Pelaksana")
CICI = (C, "Cici", "Pelaksana")
NONE = (1, 0)


def test_blank_degree_is_completed_cell_by_cell() -> None:
    head = (*WHO, "TINGKAT PENDIDIKAN ID", "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN NAMA")
    found = table(
        [
            head,
            (*BUDI, "45", None, "S-2 HUKUM"),
            (*ANI, None, None, "S-1 Hukum"),
            (*CICI, 40.0, "S9", "HUKUM"),
            (C, "Cici", "Pelaksana", None, None, "HUKUM"),
        ]
    )
    assert values(found, "pernyataan.pendidikan") == [(3, 9), (3, 8), None, None]
    assert codes(found.temuan) == ["pendidikan-tak-dikenal"]
    history = table(
        [(*head[:1], *head[3:], "TAHUN LULUS"), (A, "45", None, "HUKUM", 2010)], "Pendidikan"
    )
    assert (history.jenis, values(history, "tingkat")) == ("pendidikan", [9])


def test_blank_names_are_completed_by_their_ids() -> None:
    found = table(
        [
            (
                "NIP",
                "Nama",
                "JENIS JABATAN ID",
                "JENIS JABATAN NAMA",
                "GOL AKHIR ID",
                "GOL AKHIR NAMA",
            ),
            (A, "Budi", 2, None, 31, None),
            (B, "Ani", 2, "Jabatan Fungsional Umum", 32, "IV/a"),
        ]
    )
    assert values(found, "jenis_jabatan") == [2, 4]
    assert values(found, "golongan") == [31, 41]


def test_sentences_in_one_cell() -> None:
    spoken = {
        "Teguran Lisan": (3, 1),
        "Penundaan KGB": (3, 2),
        "Pembebasan dari jabatan": (3, 3),
        "Ringan": (3, 1),
        "Tdk pernah": NONE,
        "0": NONE,
        0.0: NONE,
        "belum ada data": None,
    }
    found = table([(*WHO, "Hukuman Disiplin"), *((*BUDI, text) for text in spoken)])
    assert values(found, "pernyataan.hukuman") == list(spoken.values())
    assert found.temuan == []
    doubtful = ("Penurunan Pangkat", "Sanksi Moral Terbuka", "Pernah", "1")
    told = table([(*WHO, "Hukuman Disiplin"), *((*BUDI, text) for text in doubtful)])
    assert codes(told.temuan) == ["hukuman-tak-dikenal"] * 4


def test_kind_speaks_where_the_level_is_blank() -> None:
    found = table(
        [
            (*WHO, "Pendidikan", "Tingkat Hukuman", "Jenis Hukuman"),
            (*BUDI, "S-1", None, "Penundaan KGB"),
            (*ANI, "S-1", "Berat", "Penundaan KGB"),
            (*CICI, "S-1", None, 9),
        ]
    )
    assert values(found, "pernyataan.hukuman") == [(3, 2), (3, 3), (3, 3)]


def test_year_behind_a_sentence_makes_it_a_record() -> None:
    rows = [
        (*WHO, "Hukuman Disiplin"),
        (*BUDI, "Ringan (2019)"),
        (*ANI, "Teguran Lisan tahun 2012"),
        (*CICI, "Tidak Pernah"),
    ]
    people, sentences = read(sheet(rows)).tabel
    assert values(people, "pernyataan.hukuman") == [None, None, NONE]
    assert sentences.jenis == "hukuman"
    assert values(sentences, "tingkat") == [1, 1]
    assert values(sentences, "jenis") == [None, 1]
    assert values(sentences, "tmt") == [20190000, 20120000]
    assert people.temuan == []


@pytest.mark.parametrize(
    ("text", "jenjang"),
    [
        ("Guru Madya", Jenjang.AHLI_MADYA),
        ("Guru Pembina", Jenjang.AHLI_MADYA),
        ("Guru Dewasa", Jenjang.AHLI_MUDA),
        ("UT", Jenjang.AHLI_UTAMA),
        ("TR", Jenjang.TERAMPIL),
        ("JPT", Jenjang.JPT_PRATAMA),
        ("Ahli Muda / Sub Koordinator", Jenjang.AHLI_MUDA),
    ],
)
def test_levels_of_posts(text: str, jenjang: Jenjang) -> None:
    found = table([("NIP", "Nama", "Jenjang"), (A, "Budi", text)])
    assert (values(found, "jenjang"), found.temuan) == ([jenjang], [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Fungsional Guru", 2),
        ("Fungsional Ahli Muda", 2),
        ("Fungsional Umum", 4),
        ("Jabatan Struktural - Pengawas", 1),
        ("Jabatan Rangkap (Struktural dan Fungsional)", 3),
    ],
)
def test_kinds_of_posts(text: str, code: int) -> None:
    found = table([WHO, (A, "Budi", text)])
    assert (values(found, "jenis_jabatan"), found.temuan) == ([code], [])


def test_level_in_the_column_of_kinds() -> None:
    rows = [WHO, (A, "Budi", "Ahli Muda"), (B, "Ani", "Terampil - Perawat"), (C, "Cici", "JFU")]
    found = table(rows)
    assert values(found, "jenis_jabatan") == [2, 2, 4]
    assert values(found, "jenjang") == [Jenjang.AHLI_MUDA, Jenjang.TERAMPIL, None]
    assert (found.temuan, list(found.ditolak)) == ([], [False] * 3)
    structural = table([WHO, (A, "Budi", "Administrator"), (B, "Ani", "Struktural")])
    assert values(structural, "jenis_jabatan") == [1, 1]
    assert values(structural, "jenjang") == [Jenjang.ADMINISTRATOR, None]
    assert "jenjang" not in table([WHO, (A, "Budi", "Pelaksana")]).isi
    both = table([(*WHO, "Jenjang"), (A, "Budi", "Ahli Muda", "Ahli Madya")])
    assert values(both, "jenjang") == [Jenjang.AHLI_MADYA]


def test_own_export_comes_in_again() -> None:
    head = (
        *("nip", "nama", "status", "jenis_kelamin", "golongan", "jenis_jabatan", "jenjang"),
        *("jabatan", "opd", "pendidikan", "data_diklat_kepemimpinan", "data_diklat_fungsional"),
        *("data_diklat_teknis", "data_seminar", "data_kinerja", "data_disiplin", "kualifikasi"),
        *("kompetensi", "kinerja", "disiplin", "indeks", "kategori", "lengkap", "belum"),
    )
    score = ("15", "40", "25", "5", "85", "Tinggi", "ya", "")
    who = ("PNS", "Laki-laki", "III/a", "Struktural", "Pengawas", "Kepala Seksi", "Dinas A")
    her = ("PNS", "Perempuan", *who[2:])
    rows = [
        (A, "Budi", *who, "S-1", "Sudah", "–", "24 JP", "Belum", "90,11", "tidak pernah", *score),
        (B, "Ani", *her, "D-III", "–", "Belum", "Sudah", "Sudah", "76–90 (baik)", "ringan", *score),
        (C, "Cici", *her, "", "belum ada data", "–", *["belum ada data"] * 4, *score),
    ]
    found = table([head, *rows], None)
    assert found.temuan == []
    for name, expected in {
        "pendidikan": [(3, 8), (3, 6), None],
        "diklat_kepemimpinan": [(2, 0), None, None],
        "diklat_fungsional": [None, NONE, None],
        "diklat_teknis": [(3, 2400), (2, 0), None],
        "seminar": [NONE, (2, 0), None],
        "hukuman": [NONE, (3, 1), None],
    }.items():
        assert values(found, f"pernyataan.{name}") == expected
    assert values(found, "penilaian.nilai") == [90_110, None, None]
    assert values(found, "penilaian.predikat") == [None, 2, None]
    assert values(found, "jenjang") == [Jenjang.PENGAWAS] * 3


def test_list_of_ranks_names_a_leadership_course_and_its_year() -> None:
    rows = [
        ("NO", "NAMA", "NIP", "ESL", "LATIHAN JABATAN", None, None, "PEND AKHIR", "Nilai Kinerja"),
        (None, None, None, None, "NAMA", "THN", "JML JAM", None, None),
        (1, "Budi", A, "IV.a", "DIKLAT PIM TK.IV", 2010.0, 360, "S-1", 90),
        (2, "Ani", B, "IV.a", "Bendahara", 2011.0, 40, "S-1", 91),
        (3, "Cici", C, "IV.a", "-", None, None, "S-1", 92),
    ]
    reading = read(sheet(rows))
    people, courses = reading.tabel
    assert (courses.jenis, courses.nip) == ("pengembangan", [int(A)])
    assert [values(courses, name) for name in ("jenis", "tingkat", "selesai", "jp")] == [
        [1],
        [2],
        [20100000],
        [36_000],
    ]
    assert values(people, "penilaian.nilai") == [90_000, 91_000, 92_000]
    assert "penilaian.tahun" not in people.isi
    assert codes([*people.temuan, *reading.temuan]) == ["kolom-diabaikan"]


def test_columns_of_one_and_zero() -> None:
    head = (*WHO, "Diklat Kepemimpinan", "Diklat Fungsional", "Seminar", "JP Diklat Teknis")
    rows = [head, (*BUDI, 1, "0", 1, 1), (*ANI, "0", 1.0, 0, 0), (*CICI, None, None, None, None)]
    found = table(rows)
    assert codes(found.temuan) == []
    for name, expected in {
        "diklat_kepemimpinan": [(2, 0), NONE, None],
        "diklat_fungsional": [NONE, (2, 0), None],
        "seminar": [(2, 0), NONE, None],
        "diklat_teknis": [(3, 100), (3, 0), None],  # one JP is one JP
    }.items():
        assert values(found, f"pernyataan.{name}") == expected


def test_level_before_the_name_of_a_post() -> None:
    head = ("NIP", "NAMA", "JENIS JABATAN NAMA", "JABATAN NAMA")
    jft = "Jabatan Fungsional Tertentu"
    found = table(
        [
            head,
            (A, "Budi", jft, "TERAMPIL - PERAWAT"),
            (B, "Ani", jft, "AHLI PERTAMA - GURU KELAS"),
            (C, "Cici", jft, "Analis - Data"),
        ]
    )
    assert values(found, "jenjang") == [Jenjang.TERAMPIL, Jenjang.AHLI_PERTAMA, None]
    assert values(found, "jabatan")[0] == "TERAMPIL - PERAWAT"
    assert codes(found.temuan) == []
    stated = table([(*head, "Jenjang"), (A, "Budi", jft, "TERAMPIL - PERAWAT", "Mahir")])
    assert values(stated, "jenjang") == [Jenjang.MAHIR]
    plain = table([head, (A, "Budi", jft, "Perawat")])
    assert "jenjang" not in plain.isi
