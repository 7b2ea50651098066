from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.importing.plan_names import fuller, name_key

GELAR = ("", ", S.E.", ", S.Sos., M.Si", " SE", " S.Pd., M.Pd", ",SH.MH")
DEPAN = ("", "Drs. ", "H. ", "Prof. Dr. ", "dr. ")
NAMA = st.sampled_from(["Budi Santoso", "Ani", "Siti Nur'aini", "I Made-Wirya", "Ma Li"])
EJAAN = st.builds(
    lambda depan, nama, gelar, besar: (depan + nama + gelar).upper() if besar else depan + nama,
    st.sampled_from(DEPAN),
    NAMA,
    st.sampled_from(GELAR),
    st.booleans(),
)


@given(NAMA, st.sampled_from(DEPAN), st.sampled_from(GELAR))
def test_a_name_is_known_with_and_without_gelar(nama: str, depan: str, gelar: str) -> None:
    assert name_key(depan + nama + gelar) == name_key(f"  {nama.upper().replace(' ', '  ')} ")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ani", "Anita"), ("Budi", "Budi Santoso"), ("Dr. Ani", "Dr. Ina"), ("A. Rahman", "Rahman")],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_nothing_but_gelar_is_a_name_too() -> None:
    assert name_key("Dr.") == "dr"
    assert name_key(", S.E.") == "se"


@given(EJAAN, EJAAN, EJAAN)
def test_the_fuller_spelling_does_not_depend_on_the_order(a: str, b: str, c: str) -> None:
    assert fuller(a, b) == fuller(b, a)
    assert fuller(fuller(a, b), c) == fuller(a, fuller(b, c))


def test_what_is_fuller() -> None:
    assert fuller("Ani", "ANI, S.E.") == "ANI, S.E."
    assert fuller("ANI", "Ani") == "Ani"
