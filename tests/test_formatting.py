"""Numbers, dates and words as PAPER asks for them."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core import formatting as f
from ipasn_core.formatting import Pembulatan


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "0"),
        (7, "7"),
        (999, "999"),
        (1000, "1.000"),
        (3395, "3.395"),
        (1234567, "1.234.567"),
        (-12, "−12"),
        (-1500, "−1.500"),
    ],
)
def test_counts(value: int, printed: str) -> None:
    assert f.format_int(value) == printed


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        (Fraction(123456, 100), 2, "1.234,56"),
        (Fraction(71585, 1000), 2, "71,59"),
        (Fraction(71584, 1000), 2, "71,58"),
        (Fraction(-341, 100), 2, "−3,41"),
        (Fraction(-3405, 1000), 2, "−3,41"),
        (Fraction(-4, 1000), 2, "0,00"),
        (Fraction(70996, 1000), 2, "71,00"),
        (Fraction(41183, 3395), 2, "12,13"),
        (Fraction(1, 20), 2, "0,05"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(999995, 1000), 2, "1.000,00"),
        (5, 2, "5,00"),
    ],
)
def test_half_up(value: Fraction, decimals: int, printed: str) -> None:
    assert f.format_number(value, decimals) == printed


def test_the_published_achievements_are_cut_not_rounded() -> None:
    nilai = f.percent_of(Fraction(41183, 3395), 15)
    assert f.format_percent(nilai, 2, Pembulatan.POTONG) == "80,86%"
    assert f.format_percent(nilai, 2, Pembulatan.BULAT) == "80,87%"
    assert f.format_number(Fraction(-9999, 10000), 2, Pembulatan.POTONG) == "−0,99"
    assert f.format_number(Fraction(-9, 10000), 2, Pembulatan.POTONG) == "0,00"


@pytest.mark.parametrize(
    ("thousandths", "printed", "fixed", "plain"),
    [
        (22500, "22,5", "22,50", "22.5"),
        (15000, "15", "15,00", "15"),
        (0, "0", "0,00", "0"),
        (12130, "12,13", "12,13", "12.13"),
        (71585, "71,585", "71,59", "71.585"),
        (-500, "−0,5", "−0,50", "-0.5"),
    ],
)
def test_points(thousandths: int, printed: str, fixed: str, plain: str) -> None:
    assert f.format_points(thousandths) == printed
    assert f.format_points(thousandths, 2) == fixed
    assert f.plain_points(thousandths) == plain


def test_a_column_needs_what_its_most_demanding_value_needs() -> None:
    assert f.decimals_needed() == 0
    assert f.decimals_needed(15000, 22500) == 1
    assert f.decimals_needed(15000, 12130) == 2
    assert f.decimals_needed(71585) == 3


@pytest.mark.parametrize(
    ("thousandths", "printed"), [(15000, "+15"), (2500, "+2,5"), (0, "0"), (-2500, "−2,5")]
)
def test_gains(thousandths: int, printed: str) -> None:
    assert f.format_gain(thousandths) == printed


def test_a_gain_that_prints_as_nothing_has_no_sign() -> None:
    assert f.format_gain(1, 2) == "0,00"


def test_plain_forms() -> None:
    assert f.plain_number(Fraction(71585, 1000), 2) == "71.59"
    assert f.plain_number(Fraction(-341, 100), 2) == "-3.41"
    assert f.plain_number(Fraction(-1, 1000), 2) == "0.00"
    assert f.plain_number(1234, 0) == "1234"
    assert f.plain_fraction(Fraction(82366, 6790)) == "41183/3395"
    assert f.plain_fraction(Fraction(15)) == "15"


def test_exact_numbers_have_the_fewest_decimals() -> None:
    assert f.format_exact(24) == "24"
    assert f.format_exact(Fraction(750, 100)) == "7,5"
    assert f.format_exact(Fraction(1234125, 1000)) == "1.234,125"
    assert f.format_exact(Fraction(9010, 100), 2) == "90,10"
    assert f.format_exact(Fraction(89995, 1000), 2) == "89,995"
    assert f.plain_exact(Fraction(9011, 100)) == "90.11"
    assert f.plain_exact(25) == "25"
    with pytest.raises(ValueError, match="1/3"):
        f.format_exact(Fraction(1, 3))


def test_dates_times() -> None:
    assert f.format_date(date(2022, 1, 31)) == "31 Januari 2022"
    assert f.format_date(date(2022, 2, 1)) == "1 Februari 2022"
    assert [f.format_date(date(2022, m, 1)).split()[1] for m in range(1, 13)] == list(f.BULAN)
    moment = datetime(2022, 1, 31, 8, 0, 5)  # noqa: DTZ001 -- the zone is printed as given
    assert f.format_time(moment, "WITA") == "08.00 WITA"
    assert f.format_time(moment, "WIB", seconds=True) == "08.00.05 WIB"


def test_nip() -> None:
    assert f.format_nip("198503122010011004") == "19850312 201001 1 004"
    assert f.format_nip("1985") == "1985"
    assert f.format_nip("19850312201001100X") == "19850312201001100X"


def test_fingerprint() -> None:
    digest = "c9a65c1036d513c0" * 4
    assert f.format_fingerprint(digest, "-", 16) == "C9A6-5C10-36D5-13C0"
    assert len(f.format_fingerprint(digest).split()) == 16


@pytest.mark.parametrize(
    ("value", "letters"),
    [(1, "I"), (4, "IV"), (6, "VI"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")],
)
def test_roman(value: int, letters: str) -> None:
    assert f.roman(value) == letters


@pytest.mark.parametrize("value", [0, -1, 4000])
def test_no_roman(value: int) -> None:
    with pytest.raises(ValueError, match="Roman"):
        f.roman(value)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (71, "tujuh puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (215, "dua ratus lima belas"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (2000, "dua ribu"),
        (3395, "tiga ribu tiga ratus sembilan puluh lima"),
        (11000, "sebelas ribu"),
        (21000, "dua puluh satu ribu"),
        (100000, "seratus ribu"),
        (101000, "seratus satu ribu"),
        (1000000, "satu juta"),
        (1001000, "satu juta seribu"),
        (10**9, "satu miliar"),
        (10**12, "satu triliun"),
        (-3, "minus tiga"),
    ],
)
def test_words(value: int, words: str) -> None:
    assert f.spell_int(value) == words


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("71,59", "tujuh puluh satu koma lima sembilan"),
        ("71,50", "tujuh puluh satu koma lima nol"),
        ("0,05", "nol koma nol lima"),
        ("−3,41", "minus tiga koma empat satu"),
        ("95,44%", "sembilan puluh lima koma empat empat persen"),
        ("3.395", "tiga ribu tiga ratus sembilan puluh lima"),
        ("100", "seratus"),
    ],
)
def test_words_from_print(printed: str, words: str) -> None:
    assert f.spell_printed(printed) == words


@pytest.mark.parametrize("printed", ["", "71.59", "-3,41", "1.23,4", "7,", "lima"])
def test_not_a_printed_number(printed: str) -> None:
    with pytest.raises(ValueError, match="printed number"):
        f.spell_printed(printed)


def test_words_end_somewhere() -> None:
    with pytest.raises(ValueError, match="no words"):
        f.spell_int(10**15)


fractions_ = st.fractions(min_value=-2000, max_value=2000, max_denominator=10_000)


@given(fractions_, st.integers(0, 4))
def test_printing_is_within_half_a_step_and_reads_back(value: Fraction, decimals: int) -> None:
    printed = f.format_number(value, decimals)
    back = Fraction(printed.replace(".", "").replace(",", ".").replace("−", "-"))
    assert abs(back - value) <= Fraction(1, 2 * 10**decimals)
    assert back == Fraction(f.plain_number(value, decimals))
    assert not (printed.startswith("−") and back == 0)


@given(fractions_, st.integers(0, 4))
def test_cutting_never_grows(value: Fraction, decimals: int) -> None:
    cut = Fraction(f.plain_number(value, decimals, Pembulatan.POTONG))
    assert 0 <= abs(value) - abs(cut) < Fraction(1, 10**decimals)


@given(st.integers(0, 10**15 - 1))
def test_words_are_told_apart_and_spell_no_digit_twice(value: int) -> None:
    words = f.spell_int(value)
    assert "satu ratus" not in words
    assert "satu puluh" not in words
    assert not words.startswith("satu ribu")
    assert value == 0 or "nol" not in words
    assert value == 0 or f.spell_int(value - 1) != words


@given(st.integers(-200_000, 200_000))
def test_fewest_decimals_are_exact(thousandths: int) -> None:
    assert Fraction(f.plain_points(thousandths)) == Fraction(thousandths, 1000)
