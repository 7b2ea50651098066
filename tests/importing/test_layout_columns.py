"""Columns of several years, forms with a status of their own, units and their hierarchy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ipasn_core.errors import UsageError
from ipasn_core.importing.layout_choice import ColumnChoice, parse_choice
from ipasn_core.importing.parse import read_tables
from ipasn_core.importing.plan import PlanOptions, make_plan
from ipasn_core.importing.plan_findings import FileRead
from ipasn_core.importing.workbook import Workbook
from ipasn_core.model.change import Stored
from ipasn_core.model.vocab import DasarKinerja
from tests.importing.build_tables import RULES, A, B, C, Rows, codes, read, sheet, table, values

WHO = ("NIP", "Nama", "Jenis Jabatan")
BUDI = (A, "Budi", "Pelaksana")
ANI = (B, "Ani", "Pelaksana")


def plan(*sheets: Rows):  # type: ignore[no-untyped-def]
    reading = read(*(sheet(rows, f"Lembar {n}") for n, rows in enumerate(sheets)))
    names = tuple(f"Lembar {n}" for n in range(len(sheets)))
    files = [FileRead("berkas.xlsx", "ab" * 32, 1, names)]
    return make_plan(reading.tabel, files, Stored(), RULES, PlanOptions(), reading.temuan)


# ---------------------------------------------------------------- years in heads


def test_each_year_in_a_head_is_an_appraisal_of_its_own() -> None:
    made = plan(
        [(*WHO, "Nilai Kinerja 2020", "Nilai Kinerja 2021"), (*BUDI, 80, 91), (*ANI, None, 92)]
    )
    found = {key: record[0] for key, (record, _) in made.plan.penilaian.items()}
    assert found == {(int(A), 2020): 80_000, (int(A), 2021): 91_000, (int(B), 2021): 92_000}
    assert codes(made.plan.temuan) == []
    assert len(made.plan.orang) == 2
    assert (made.plan.ditolak, made.plan.ganda) == (0, 0)
    assert len(made.plan.hadir) == 2


def test_years_below_a_group_of_heads() -> None:
    rows = [
        (*WHO, "Nilai Kinerja", None),
        (None, None, None, 2020.0, 2021.0),
        (*BUDI, 80, 91),
    ]
    found = plan(rows).plan.penilaian
    assert {year: record[0] for (_, year), (record, _) in found.items()} == {
        2020: 80_000,
        2021: 91_000,
    }


def test_appraisals_of_another_year_only_are_told() -> None:
    made = plan([(*WHO, "Nilai SKP 2020", "Nilai Perilaku Kerja 2020"), (*BUDI, 80, 90)])
    assert codes(made.plan.temuan) == ["tahun-judul-beda"]
    assert [year for _, year in made.plan.penilaian] == [2020]


def test_measured_appraisal_may_be_the_one_of_the_year_before() -> None:
    rules = replace(RULES, tahun_kinerja=-1)
    before = read(sheet([(*WHO, "Nilai Kinerja 2020"), (*BUDI, 80)]), rules=rules)
    assert values(before.tabel[0], "penilaian.nilai") == [80_000]
    assert codes(before.temuan) == []
    same = read(sheet([(*WHO, "Nilai Kinerja 2021"), (*BUDI, 80)]), rules=rules)
    assert [values(one, "penilaian.tahun") for one in same.tabel[1:]] == [[2021]]
    assert [one.isi for one in same.temuan] == [{"judul": "2021", "tahun": "2020"}]


def test_year_pointed_out_by_hand_is_the_measured_one() -> None:
    rows = [(*WHO, "Nilai Kinerja 2020"), (*BUDI, 80)]
    (found,) = read(sheet(rows), kolom=["NILAI=D"]).tabel
    assert values(found, "penilaian.nilai") == [80_000]


def test_rows_with_several_years_are_counted_once() -> None:
    head = (*WHO, "Nilai Kinerja 2020", "Nilai Kinerja 2021")
    same = plan([head, (*BUDI, 80, 91), (*BUDI, 80, 91)]).plan
    assert (same.ganda, same.ditolak) == (1, 0)
    more = plan([head, (*BUDI, None, 91), (*BUDI, 80, 91)]).plan
    assert (more.ganda, len(more.penilaian)) == (0, 2)
    clash = plan([head, (*BUDI, 81, 91), (*BUDI, 80, 91), (*ANI, 80, 91)]).plan
    assert codes(clash.temuan) == ["baris-bertentangan"]
    assert "baris 2 dan 3 (" in clash.temuan[0].isi["baris"]
    assert (clash.ditolak, len(clash.orang)) == (2, 1)


def test_row_kept_out_takes_its_other_years_with_it() -> None:
    made = plan([(*WHO, "Nilai Kinerja 2020"), (A, None, "Pelaksana", 80), (*ANI, 81)]).plan
    assert [kode for kode in codes(made.temuan) if kode != "tahun-judul-beda"] == ["nama-kosong"]
    assert list(made.penilaian) == [(int(B), 2020)]


def test_year_of_a_regulation_is_no_year_of_the_appraisal() -> None:
    found = table([(*WHO, "Nilai Kinerja (PP 30/2019)"), (*BUDI, 80)])
    assert values(found, "penilaian.nilai") == [80_000]


def test_hours_of_the_measured_year_win() -> None:
    reading = read(
        sheet([(*WHO, "JP Diklat Teknis 2020", "JP Diklat Teknis 2021"), (*BUDI, 8, 24)])
    )
    assert values(reading.tabel[0], "pernyataan.diklat_teknis") == [(3, 2400)]
    assert codes(reading.temuan) == ["kolom-diabaikan"]
    alone = read(sheet([(*WHO, "JP Diklat Teknis 2020"), (*BUDI, 24)]))
    assert codes(alone.temuan) == ["tahun-judul-beda"]
    assert alone.temuan[0].kolom == "D"


# ---------------------------------------------------------------- scales


def test_scale_is_that_of_the_rows_dasar() -> None:
    rules = replace(RULES, batas_atas={DasarKinerja.PP46: 100_000, DasarKinerja.PP30: 120_000})
    rows = [
        (*WHO, "Nilai Kinerja", "Dasar Penilaian"),
        (*BUDI, 112, "PP 30/2019"),
        (*ANI, 112, "PP 46/2011"),
        (C, "Cici", "Pelaksana", 112, None),
    ]
    (found,) = read(sheet(rows), rules=rules).tabel
    assert values(found, "penilaian.nilai") == [112_000, None, None]
    assert codes(found.temuan) == ["nilai-di-luar-skala"] * 2
    assert [one.isi["batas"] for one in found.temuan] == ["100", "100"]
    (later,) = read(
        sheet([("NIP", "Tahun", "Nilai Kinerja"), (A, 2022, 112), (A, 2021, 112), (B, 2022, 121)]),
        rules=rules,
    ).tabel
    assert values(later, "penilaian.nilai") == [112_000, None, None]


# ---------------------------------------------------------------- forms


def test_status_of_a_form_says_nothing_of_the_person() -> None:
    skp = [
        (
            "NIP",
            "Nama Pegawai",
            "Jabatan",
            "Unit Kerja",
            "Tahun",
            "Periode",
            "Rating Hasil Kerja",
            "Rating Hasil Perilaku",
            "Predikat Kinerja",
            "Status",
        ),
        (
            A,
            "Budi",
            "Analis",
            "Subbagian Umum",
            2021,
            "Tahunan",
            "Sesuai Ekspektasi",
            "Sesuai Ekspektasi",
            "Baik",
            "Final",
        ),
    ]
    made = plan([(*WHO, "OPD"), (*BUDI, "Dinas A")], skp)
    assert codes(made.plan.temuan) == []
    assert made.plan.ditolak == 0
    assert [record[3] for record, _ in made.plan.penilaian.values()] == [2]


def test_status_beside_status_of_the_person() -> None:
    bangkom = [
        ("NIP", "Nama", "Status Pegawai", "Tahun", "Jenis Diklat", "Nama Diklat", "JP", "Status"),
        (A, "Budi", "PNS", 2021, "Diklat Teknis", "X", 24, "Disetujui"),
    ]
    reading = read(sheet(bangkom))
    assert codes([*reading.temuan, *reading.tabel[0].temuan]) == []
    plain = table([(*WHO, "Status"), (*BUDI, "PNSS")])
    assert codes(plain.temuan) == ["status-tak-dikenal"] or values(plain, "status") == [1]


# ---------------------------------------------------------------- OPD


def test_agency_is_no_opd() -> None:
    head = (*WHO, "SATUAN KERJA KERJA NAMA", "UNOR NAMA")
    found = table(
        [
            head,
            (*BUDI, "Pemerintah Kota Bontang", "Dinas Sosial"),
            (*ANI, "PEMERINTAH KOTA BONTANG", "Dinas Kesehatan"),
        ]
    )
    assert values(found, "opd") == ["Dinas Sosial", "Dinas Kesehatan"]
    kept = table([head, (*BUDI, "Dinas Kesehatan", "Puskesmas I")])
    assert values(kept, "opd") == ["Dinas Kesehatan"]


@pytest.mark.parametrize(
    "heads", [("ID", "NAMA_UNOR", "ID_ATASAN"), ("Id", "NamaUnor", "DiatasanId")]
)
def test_opd_is_found_by_walking_up_the_hierarchy(heads: tuple[str, str, str]) -> None:
    units = [
        heads,
        ("'A0", "Pemerintah Kota Bontang", None),
        ("'A1", "Dinas Kesehatan", "'A0"),
        ("'A2", "Puskesmas I", "'A1"),
        ("'A3", "Subbagian Umum", "'A2"),
        ("'A4", "Dinas Sosial", "'A0"),
        ("'A5", "Subbagian Umum", "'A4"),
    ]
    people = [
        (*WHO, "UNOR ID", "UNOR NAMA", "SATUAN KERJA KERJA NAMA"),
        (*BUDI, "'a3", "Subbagian Umum", "Pemerintah Kota Bontang"),
        (*ANI, "'A4", "Dinas Sosial", "Pemerintah Kota Bontang"),
        (C, "Cici", "Pelaksana", None, "Puskesmas I", "Pemerintah Kota Bontang"),
    ]
    reading = read(sheet(people, "Data PNS"), sheet(units, "HierarkiUnor"))
    (found,) = reading.tabel
    assert values(found, "opd") == ["Dinas Kesehatan", "Dinas Sosial", "Dinas Kesehatan"]
    assert codes(reading.temuan) == ["lembar-hierarki"]


def test_hierarchy_of_one_opd_and_circles() -> None:
    units = [
        ("ID", "NAMA_UNOR", "ID_ATASAN"),
        ("1", "Dinas Kesehatan", "0"),
        ("2", "Puskesmas I", "1"),
        ("7", "Unit X", "8"),
        ("8", "Unit Y", "7"),
    ]
    people = [(*WHO, "UNOR ID", "Unit Kerja"), (*BUDI, 2.0, "Puskesmas I"), (*ANI, "7", "Unit X")]
    (found,) = read(sheet(people), sheet(units, "Unor")).tabel
    assert values(found, "opd") == ["Dinas Kesehatan", "Unit Y"]


def test_section_line_fills_a_blank_column_of_opd() -> None:
    found = table(
        [
            (*WHO, "OPD"),
            ("A. DINAS KESEHATAN",),
            BUDI,
            (*ANI, "Dinas Sosial"),
            ("B. DINAS PENDIDIKAN",),
            (C, "Cici", "Pelaksana"),
        ]
    )
    assert values(found, "opd") == ["DINAS KESEHATAN", "Dinas Sosial", "DINAS PENDIDIKAN"]


# ---------------------------------------------------------------- columns pointed out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C:\\data\\a.xlsx:Data:NIP=C", ColumnChoice("nip", "C", "a.xlsx", "Data")),
        ("C:\\data\\a.xlsx:NIP=C", ColumnChoice("nip", "C", "a.xlsx")),
        ("/tmp/x/a.xlsx:Data:NIP=C", ColumnChoice("nip", "C", "a.xlsx", "Data")),
        ("a.xlsx::NIP=C", ColumnChoice("nip", "C", "a.xlsx")),
    ],
)
def test_file_of_a_choice_may_be_a_path(text: str, expected: ColumnChoice) -> None:
    assert parse_choice(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("NIP=ZZ", "ZZ"),
        ("x.xlsx:Lembar:NIP=A", "x.xlsx:Lembar"),
        ("berkas.xlsx:Lain:NIP=A", "berkas.xlsx:Lain"),
    ],
)
def test_choice_that_means_no_column_is_refused(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read(sheet([WHO, BUDI]), kolom=[text])


# ---------------------------------------------------------------- files that are no workbooks


def test_text_under_the_name_of_a_workbook() -> None:
    broken = sheet([("bukan zip",)], None, berkas="rusak.xlsx")
    reading = read(broken)
    (one,) = reading.temuan
    assert (one.kode, one.lembar, one.baris) == ("berkas-tak-terbaca", None, None)
    assert one.perbaikan
    lying = read(sheet([WHO, BUDI], None, berkas="data.xlsx"))
    assert codes(lying.temuan) == []
    note = read(sheet([("bukan tabel",)], None, berkas="catatan.csv"))
    assert codes(note.temuan) == ["lembar-dilewati"]
    assert note.temuan[0].perbaikan


def test_same_bytes_twice_are_told_once() -> None:
    rows = [(*WHO, "Pendidikan"), (*BUDI, "S9")]
    books = [
        Workbook(
            name, "ab" * 32, 1, (sheet(rows, berkas=name), sheet([("x",)], "Kosong", berkas=name))
        )
        for name in ("a.xlsx", "b.xlsx")
    ]
    reading = read_tables(books, RULES)
    assert codes(reading.temuan) == ["lembar-dilewati"]
