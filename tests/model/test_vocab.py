"""Codes and their names."""

from __future__ import annotations

from enum import IntEnum

import pytest

from ipasn_core.model import vocab
from ipasn_core.model.vocab import (
    Eselon,
    JenisJabatan,
    Jenjang,
    Pendidikan,
    Predikat,
    Status,
    TingkatDiklat,
    TingkatHukuman,
    label,
)

KINDS = [
    kind
    for kind in vars(vocab).values()
    if isinstance(kind, type) and issubclass(kind, IntEnum) and kind is not IntEnum
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_code_has_a_name_of_its_own(kind: type[IntEnum]) -> None:
    names = [label(code) for code in kind]
    assert len(set(names)) == len(names)
    assert 0 not in [int(code) for code in kind]


def test_codes_of_one_number_keep_their_own_names() -> None:
    # All of these are 2.
    codes = [Status(2), JenisJabatan(2), Jenjang(2), Pendidikan(2), Predikat(2)]
    assert [label(code) for code in (*codes, TingkatHukuman(2), TingkatDiklat(2))] == [
        "CPNS",
        "Fungsional",
        "JPT Madya",
        "SLTP",
        "baik",
        "sedang",
        "PKP (Diklatpim IV)",
    ]


def test_echelons_read_as_written() -> None:
    assert [label(Eselon(code)) for code in (11, 22, 51)] == ["I.a", "II.b", "V.a"]
