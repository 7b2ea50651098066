"""Cells become exact values, or are told; nothing is guessed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.importing.parse_codes import (
    appraisal_code_reader,
    course_level,
    degree_reader,
    find_predikat,
    golongan_reader,
    sentence_kind_reader,
    statement_reader,
)
from ipasn_core.importing.parse_dates import (
    DateOrder,
    date_order,
    date_reader,
    short_year,
    to_date,
    unsettled,
)
from ipasn_core.importing.parse_nip import read_nips, split_name
from ipasn_core.importing.parse_values import (
    appraisal_reader,
    are_fractions,
    read_hours,
    read_text,
    show,
    to_number,
)
from ipasn_core.importing.vocabulary_files import vocabulary
from ipasn_core.model.vocab import Bukti, JenisHukuman, Pendidikan, TingkatDiklat
from tests.importing.build_tables import A


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (dt.datetime(2021, 7, 31, 8, 30, tzinfo=dt.UTC), 20210731),
        (dt.date(2021, 7, 31), 20210731),
        ("31-07-2021", 20210731),
        ("31/7/2021", 20210731),
        ("31.07.2021", 20210731),
        ("2021-07-31", 20210731),
        ("2021-07-31 00:00:00", 20210731),
        ("2021-07-31T08:00:00Z", 20210731),
        ("13 Januari 2022", 20220113),
        ("Kamis, 13 Jan 2022", 20220113),
        ("1 Nopember 2020", 20201101),
        ("Januari 2022", 20220100),
        ("07/2021", 20210700),
        ("2021-07", 20210700),
        (2021, 20210000),
        (2021.0, 20210000),
        ("2021", 20210000),
        ("Tahun 2021", 20210000),
        (44562, 20220101),
        ("44562", 20220101),
        (44562.5, 20220101),
        (20210731, 20210731),
        ("24-26 Mei 2019", 20190526),
        ("24 Mei s.d. 3 Juni 2019", 20190603),
        ("24-05-2019 s/d 03-06-2019", 20190603),
        ("'31-07-2021", 20210731),
    ],
)
def test_dates(raw: object, expected: int) -> None:
    assert to_date(raw) == expected


def test_first_end_of_a_span() -> None:
    assert to_date("24-26 Mei 2019", first=True) == 20190524
    assert to_date("24 Mei s.d. 3 Juni 2019", first=True) == 20190524
    assert to_date("30 Desember 2020 - 2 Januari 2021", first=True) == 20201230


@pytest.mark.parametrize(
    "raw",
    [
        "31-07-21",
        "31-02-2021",
        "2021-13-01",
        "Juli",
        "kemarin",
        12,
        201.5,
        True,
        "1/2/3",
        "Desa 2021",
        "3 hari",
        1e300,
        "31 Juli 21",
        "0021",
        3021,
    ],
)
def test_what_is_no_date_is_not_guessed(raw: object) -> None:
    assert to_date(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2021.0", 20210000),
        ("44562.0", 20220101),
        ("2021-07-31T00:00:00+07:00", 20210731),
        ("2021-07-31 08:00:00.000", 20210731),
        ("31/07/2021 0:00", 20210731),
        ("31-Dec-2021", 20211231),
        ("Des 2021", 20211200),
        ("1 s.d. 3 Juli 2021", 20210703),
        ("13 - 15 Juli 2021", 20210715),
        ("1 Januari s/d 31 Maret 2021", 20210331),
        ("Th. 2021", 20210000),
    ],
)
def test_dates_as_programs_and_clerks_write_them(raw: object, expected: int) -> None:
    assert to_date(raw) == expected


def test_two_way_dates_are_settled_by_the_column() -> None:
    def read_all(*column: str) -> list[object]:
        order, _ = date_order(column)
        read = date_reader("Tanggal", vocabulary(), order=order)
        return [cell.salah.kartu.kode if cell.salah else cell.nilai for cell in map(read, column)]

    assert read_all("04/05/2021", "31/12/2021") == [20210504, 20211231]
    assert read_all("04/05/2021", "06/07/2021") == [20210504, 20210706]
    assert read_all("04/05/2021", "12/31/2021 08:00") == [20210405, 20211231]
    assert read_all("04/05/2021", "12/31/2021", "31/12/2021", "5/5/2021", "Mei 2021") == [
        *("tanggal-dua-arti", 20211231, 20211231, 20210505, 20210500)
    ]
    assert date_order(["1/2/2021", 44562, None]) == (DateOrder.HARI, "")


def test_dates_that_nothing_settles() -> None:
    assert unsettled(["03/04/2021", "05/05/2021", None, 44_000]) == "03/04/2021"
    assert unsettled(["05/05/2021"]) == ""  # both ways the same
    assert unsettled(["03/04/2021", "31/12/2021"]) == unsettled(["03/04/2021", "1/13/2021"]) == ""
    assert unsettled(["03-04-2021"]) == unsettled(["2021-03-04", "Maret 2021"]) == ""


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("05/03/85", 19850305),
        ("12-4-19", 20190412),
        ("31.12.21", 20211231),
        ("5 Mei '98", 19980505),
        ("05-Mar-21", 20210305),
        ("Jumat, 5 Maret 21", 20210305),
        ("01/01/22", None),  # after the measured year, and nobody means 1922
        ("01/01/39", None),
        ("01/01/40", 19400101),
        ("31/02/20", None),
        ("1/2/3", None),
        ("Mei 21", None),
        ("5/21", None),
        ("5 xx 21", None),
    ],
)
def test_years_of_two_digits_are_never_after_the_measured_one(
    raw: str, expected: int | None
) -> None:
    assert to_date(raw) is None
    assert to_date(raw, until=2021) == short_year(raw, 2021) == expected
    assert short_year("31-12-2021", 2021) is None


def test_order_of_day_and_month_is_seen_in_short_dates_too() -> None:
    column = ("03/15/21", "03/04/20")
    order, _ = date_order(column)
    read = date_reader("Tanggal", vocabulary(), order=order, until=2021)
    assert [read(value).nilai for value in column] == [20210315, 20200304]


@given(st.dates(dt.date(1940, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_reads_the_same_in_every_shape(day: dt.date) -> None:
    expected = day.year * 10_000 + day.month * 100 + day.day
    shapes = ("%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d", "%Y%m%d", "%d %B %Y")
    assert {to_date(day.strftime(shape)) for shape in shapes} == {expected}


@pytest.mark.parametrize(
    ("raw", "grouped", "expected"),
    [
        ("91,25", False, "91.25"),
        ("91.25", False, "91.25"),
        ("91.250", False, "91.250"),
        ("1.234", True, "1234"),
        ("1.234,5", True, "1234.5"),
        ("1,234.5", True, "1234.5"),
        (90.11, False, "90.11"),
        (0.1 + 0.2, False, "0.30000000000000004"),
        (" 24 ", True, "24"),
        ("12a", True, None),
        ("1.2.3", False, None),
        ("", True, None),
        (True, True, None),
        (float("nan"), True, None),
        (dt.date(2021, 1, 1), True, None),
    ],
)
def test_numbers(raw: object, grouped: bool, expected: str | None) -> None:
    number = to_number(raw, grouped=grouped)
    assert number == (None if expected is None else Decimal(expected))


def test_hours() -> None:
    for raw, expected in (
        (24, 2400),
        ("24 JP", 2400),
        ("7,5", 750),
        ("20 jam pelajaran", 2000),
        ("24 JP (3 hari)", 2400),
        ("40 JP / 5 hari", 4000),
        ("20JP", 2000),
        ("20 JPL.", 2000),
        (0, 0),
    ):
        assert read_hours(raw) == (expected, None)
    for raw, code in (
        ("3 hari", "jp-tak-terbaca"),
        ("24 (3 kali)", "jp-tak-terbaca"),
        (-1, "jp-di-luar-skala"),
        (19850312, "jp-di-luar-skala"),
    ):
        cell = read_hours(raw)
        assert cell.nilai is None
        assert cell.salah is not None
        assert cell.salah.kartu.kode == code


def test_appraisals_are_exact_thousandths_half_up() -> None:
    read = appraisal_reader("Nilai Kinerja", 100_000, vocabulary())
    for raw, expected in (
        (90.11, 90_110),
        ("90,1105", 90_111),
        ("90,1104", 90_110),
        (100, 100_000),
        (0, 0),
    ):
        assert read(raw) == (expected, None)
    for raw in (100.01, "101", -1):
        cell = read(raw)
        assert cell.salah is not None
        assert cell.salah.kartu.kode == "nilai-di-luar-skala"
        assert cell.salah.isi["batas"] == "100"
    assert read("-") == (None, None)
    assert read("baik sekali").salah is not None
    assert [read(text).nilai for text in ("91,25%", "91.25 %", "100%")] == [91_250, 91_250, 100_000]
    assert read("91,25 (Sangat Baik)") == (91_250, None)
    for text in ("91,25 (2020)", "91 (92)", "91,25 Baik", "(Baik)"):
        assert read(text).salah is not None
    assert are_fractions([0.9125, 1.0, None, "0,5", "-"])
    assert not are_fractions([0.25, 0, 100])
    assert not are_fractions([0, 1, None])
    assert read(0.25).nilai == 250
    read = appraisal_reader("Nilai Kinerja", 100_000, vocabulary(), pecahan=True)
    for raw in (0.9125, "0,91", 1):
        cell = read(raw)
        assert cell.salah is not None
        assert cell.salah.kartu.kode == "nilai-pecahan"
    assert read(0) == (0, None)


@given(st.integers(0, 100_000))
def test_every_thousandth_survives_a_spreadsheet(thousandths: int) -> None:
    read = appraisal_reader("Nilai", 100_000, vocabulary())
    assert read(thousandths / 1000).nilai == thousandths
    assert read(f"{thousandths / 1000:.3f}".replace(".", ",")).nilai == thousandths


def test_text_keeps_what_is_written() -> None:
    assert read_text("  Budi \n Santoso ").nilai == "Budi Santoso"
    assert read_text(123.0).nilai == "123"
    assert read_text("  ").nilai is None
    assert show("x" * 99) == "x" * 59 + "…"


@pytest.mark.parametrize(
    ("level", "spellings"),
    [
        (
            Pendidikan.S1,
            (
                "S1|S-1|S.1|Strata 1|Strata I|Sarjana|S1/D4|S-1/Sarjana|S-1/A-IV PENDIDIKAN"
                "|S1D4|S-1 Hukum|Profesi Ners"
            ),
        ),
        (Pendidikan.D4, "D.IV|DIV|Diploma IV|D4|D-IV|Diploma IV/Sarjana Terapan"),
        (Pendidikan.S2, "Magister|S2|S-2|S2 - Manajemen|Pasca Sarjana|Spesialis I"),
        (Pendidikan.S3, "Doktor|S-3/Doktor|Strata 3/Doctoral"),
        (Pendidikan.D3, "Diploma III/Sarjana Muda|D III Kebidanan|SM|Sarjana Muda"),
        (Pendidikan.D2, "D-II PGKMI|Diploma II"),
        (
            Pendidikan.SLTA,
            (
                "SMA|SMK|STM|SPG|MAN|SLTA Kejuruan|SMEA|Paket C|MADRASAH ALIYAH IPA"
                "|SLTA/Sederajat|SMA Sederajat"
            ),
        ),
        (Pendidikan.SLTP, "SMP|SLTP|MTs|Paket B|SLTP/Sederajat"),
        (Pendidikan.SD, "SD|Paket A|SD/MI|Sekolah Dasar"),
    ],
)
def test_degrees(level: Pendidikan, spellings: str) -> None:
    read = degree_reader(vocabulary(), ids=False)
    for text in spellings.split("|"):
        assert read(text) == (level, None), text


def test_ids_of_degrees_are_read_in_columns_of_ids_only() -> None:
    ids, plain = (degree_reader(vocabulary(), ids=flag) for flag in (True, False))
    for raw, level in (("05", Pendidikan.SD), (5, Pendidikan.SD), ("40", Pendidikan.S1)):
        assert ids(raw).nilai == level
        assert plain(raw).salah is not None
    assert ids("99").nilai is None


def test_golongan() -> None:
    read = golongan_reader(vocabulary(), ids=False)
    found = [
        read(t).nilai
        for t in (
            "IV/c",
            "Penata Muda (III/a)",
            "III.d",
            "IX",
            "Golongan IX",
            "Pembina Tk.I / IV b",
            "31",
            131.0,
            "II/C - Pengatur",
        )
    ]
    assert found == [43, 31, 34, 109, 109, 42, 31, 31, 23]
    assert read("9").salah is not None
    assert read("VI/a").salah is not None
    assert read("IV/f").salah is not None
    assert read("-") == (None, None)
    ids = golongan_reader(vocabulary(), ids=True)
    assert [ids(raw).nilai for raw in (31, "141", "99")] == [31, 41, None]


@pytest.mark.parametrize(
    ("level", "spellings"),
    [
        (
            TingkatDiklat.PKP,
            "PKP|PIM IV|Diklatpim Tk. IV|ADUM|SEPALA|Pelatihan Kepemimpinan Pengawas Angkatan III",
        ),
        (TingkatDiklat.PKA, "PKA|SPAMA|SEPADYA|Diklat Kepemimpinan Tingkat III|PIM-3"),
        (
            TingkatDiklat.PKN2,
            "PKN II|PKN Tingkat II Angkatan IV|SPAMEN|SESPA|Pelatihan Kepemimpinan Nasional Tk.II",
        ),
        (TingkatDiklat.PKN1, "PKN Tingkat I|Diklat PIM TK. I|SEPATI"),
        (TingkatDiklat.LAIN, "Lemhannas RI"),
    ],
)
def test_levels_of_leadership_courses(level: TingkatDiklat, spellings: str) -> None:
    for text in spellings.split("|"):
        assert course_level(vocabulary(), text) == level, text


def test_no_level_or_two_is_none() -> None:
    for text in ("Diklat Kepemimpinan", "PIM IV, PIM III", "Pelatihan Angkatan IV", ""):
        assert course_level(vocabulary(), text) is None


def test_kinds_of_sentences() -> None:
    read = sentence_kind_reader(vocabulary())
    expected = {
        "Teguran": JenisHukuman.TEGURAN,
        "TEGURAN LISAN": JenisHukuman.TEGURAN_LISAN,
        "tegoran tertulis": JenisHukuman.TEGURAN_TERTULIS,
        "PENURUNAN PANGKAT 1 TINGKAT 1 THN": JenisHukuman.PENURUNAN_PANGKAT_1_TAHUN,
        "Penurunan pangkat setingkat selama 3 (tiga) tahun": JenisHukuman(14),
        "Penurunan Pangkat": JenisHukuman.PENURUNAN_PANGKAT,
        "Pembebasan dari jabatannya menjadi pelaksana selama 12 bulan": JenisHukuman(28),
        "Pembebasan dari jabatan": JenisHukuman.PEMBEBASAN_JABATAN,
        8: JenisHukuman.PENURUNAN_PANGKAT_1_TAHUN,
        "14": JenisHukuman.PENURUNAN_PANGKAT_3_TAHUN,
    }
    for raw, code in expected.items():
        assert read(raw).nilai == code, raw
    for raw in ("26", 91, "skors"):
        assert read(raw).salah is not None


def test_statements() -> None:
    vocab = vocabulary()

    def stated(bukti: Bukti, raw: object) -> object:
        cell = statement_reader(bukti, vocab, "Kolom", 2021)(raw)
        return cell.salah.kartu.kode if cell.salah else cell.nilai

    none, done = (1, 0), (2, 0)
    # Beside Ya and Tidak; of leadership courses a 1 may be a level.
    assert stated(Bukti.DIKLAT_FUNGSIONAL, "1") == done
    assert stated(Bukti.DIKLAT_FUNGSIONAL, 0) == none
    for text in ("Belum", "-", "nihil", "Tidak Ada", "tidak pernah", "Belum Diklat 20 JP"):
        assert stated(Bukti.DIKLAT_TEKNIS, text) == none
    for text in ("Sudah", "Sudah Diklat 20 JP", "ya", "√"):
        assert stated(Bukti.DIKLAT_TEKNIS, text) == done
    assert stated(Bukti.DIKLAT_TEKNIS, "24 JP") == (3, 2400)
    assert stated(Bukti.DIKLAT_TEKNIS, 0) == (3, 0)
    assert stated(Bukti.DIKLAT_TEKNIS, None) is None
    assert stated(Bukti.DIKLAT_TEKNIS, "banyak") == "jp-tak-terbaca"
    assert stated(Bukti.DIKLAT_KEPEMIMPINAN, "PIM IV") == (3, TingkatDiklat.PKP)
    assert stated(Bukti.DIKLAT_KEPEMIMPINAN, "entah") == "pernyataan-tak-dikenal"
    assert stated(Bukti.DIKLAT_FUNGSIONAL, "x") == "pernyataan-tak-dikenal"
    assert stated(Bukti.SEMINAR, 2) == done
    assert stated(Bukti.SEMINAR, 0) == none
    for bukti in (Bukti.SEMINAR, Bukti.DIKLAT_TEKNIS, Bukti.DIKLAT_FUNGSIONAL):
        assert stated(bukti, "belum ada data") is None
        assert stated(bukti, "Sudah (2021)") == done
        assert stated(bukti, "Sudah Mengikuti Seminar") == done
        assert stated(bukti, "Belum mengikuti diklat") == none
    assert stated(Bukti.DIKLAT_FUNGSIONAL, "Sudah 2010") == done
    assert stated(Bukti.DIKLAT_FUNGSIONAL, "Sudah (2022)") == "pernyataan-tak-dikenal"
    assert stated(Bukti.DIKLAT_TEKNIS, "Sudah (2020)") == "pernyataan-tak-dikenal"
    assert stated(Bukti.SEMINAR, "2 kali") == done
    assert stated(Bukti.DIKLAT_TEKNIS, "2 kali") == "jp-tak-terbaca"
    for text, level in (("IV", TingkatDiklat.PKP), ("Tk. III", TingkatDiklat.PKA)):
        assert stated(Bukti.DIKLAT_KEPEMIMPINAN, text) == (3, level)
    assert stated(Bukti.DIKLAT_KEPEMIMPINAN, 4) == "pernyataan-tak-dikenal"


def test_predikat() -> None:
    vocab = vocabulary()
    for text, code in (("BAIK (B)", 2), ("91–100 (sangat baik)", 1), ("50 ke bawah (buruk)", 5)):
        assert find_predikat(vocab, text) == code
    assert find_predikat(vocab, "92 (Baik)") is None
    for head in ("Predikat Kinerja", "Kuadran Kinerja"):
        read = appraisal_code_reader("predikat", vocab, head, ids=False)
        assert [read(number).nilai for number in (1, "2", 3.0, "4", 5)] == [1, 2, 3, 4, 5]
        assert all(read(number).salah is not None for number in (0, "6", "92", 2.5))


def test_nip_is_never_mended() -> None:
    raw: list[object] = [
        A,
        "'19850312 201001 1 004",
        f"NIP. {A}",
        198503122010011004,
        1.98503122010011e17,
        "1,98503E+17",
        "198503122010011000",
        "19850312",
        "198513122010011004",
        "198503122010131004",
        "198503122010013004",
        "",
        "19850312201001100O",
    ]
    numbers, faults = read_nips(raw)
    assert numbers[:3] == [int(A)] * 3
    assert numbers[3:] == [0] * 10
    assert {i: fault.kartu.kode for i, fault in faults.items()} == {
        **dict.fromkeys(range(3, 7), "nip-angka"),
        7: "nip-bukan-18-angka",
        8: "nip-tidak-sah",
        9: "nip-tidak-sah",
        10: "nip-tidak-sah",
        11: "nip-kosong",
        12: "nip-bukan-18-angka",
    }
    parts = [faults[i].isi["bagian"] for i in (8, 9, 10)]
    assert parts == ["tanggal lahir", "bulan pengangkatan", "jenis kelamin"]
    assert read_nips([]) == ([], {})


def test_nip_in_every_dress() -> None:
    pppk = "199312282025212001"
    dresses = [
        *(f"NIP. {A}", f"NIP : {A}", f"nip.{A}", f"NIP.\n{A}", f"' NIP. {A}", f"NIP/NI PPPK {A}"),
        *(f"'{A}", f"’{A}", f"`{A}", f"{A}'", f'"{A}"', f"({A})", f"{A}.", f" {A} "),
        *("19850312 201001 1 004", "19850312.201001.1.004", "19850312-201001-1-004"),
        *("19850312/201001/1/004", "19850312_201001_1_004", "19850312\u00a0201001\u202f1 004"),
        *("１９８５０３１２２０１００１１００４", f"\u200b{A}", f"{A}\u200e", f"\ufeff{A}"),
    ]
    assert read_nips(dresses) == ([int(A)] * len(dresses), {})
    others = [f"NI PPPK {pppk}", f"NIPPPK. {pppk}", f"NI. PPPK: {pppk}", f"NIP PPPK {pppk}"]
    assert read_nips(others) == ([int(pppk)] * len(others), {})
    wrong = [f"{A}.0", f"NIK {A}", f"A{A}", f"{A}A", A + A, "1.98503E+17", f"{A},"]
    assert read_nips(wrong)[0] == [0] * len(wrong)


def test_name_and_nip_apart() -> None:
    assert split_name(f"Budi, S.E.\nNIP. {A}") == ("Budi, S.E.", A)
    assert split_name(f"{A} / Budi") == ("Budi", A)
    assert split_name("Budi") == ("Budi", "")
    assert split_name("Budi, S.E. (19850312.201001.1.004)") == (
        *("Budi, S.E.", "19850312.201001.1.004"),
    )
