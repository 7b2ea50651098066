"""The rule cases on the product's scorer, and the scorer against the independent one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipasn_core.model.scores import Scores, State
from ipasn_core.resources import resource
from ipasn_core.rules.edition import Edition
from ipasn_core.rules.loader import parse_edition
from ipasn_core.scoring.points import score
from tests.rujukan.acak import orang_acak
from tests.rujukan.kasus import Kasus, read
from tests.rujukan.scorer import INSTRUMEN, Hasil, nilai
from tests.scoring.build import roster_of

KASUS = read()


@cache
def edition(
    batas: str = "bawah", tahun_kinerja: int = 0, kedudukan: tuple[str, ...] | None = None
) -> Edition:
    """The shipped edition, with the reading, year of appraisal and people a case asks for."""
    text = resource("aturan", "perban-bkn-8-2019.toml").read_text("utf-8")
    text = text.replace('batas = "bawah"', f'batas = "{batas}"')
    text = text.replace("tahun_kinerja = 0", f"tahun_kinerja = {tahun_kinerja}")
    if kedudukan is not None:
        text = re.sub("(?m)^kedudukan_diukur = .*", f"kedudukan_diukur = {[*kedudukan]}", text)
    return parse_edition(text, "perban-bkn-8-2019.toml")


def edition_of(aturan: Mapping[str, Any]) -> Edition:
    codes = aturan.get("kedudukan_diukur")
    return edition(
        aturan.get("batas", "bawah"),
        aturan.get("tahun_kinerja", 0),
        None if codes is None else tuple(codes),
    )


def hasil_of(scores: Scores, rules: Edition, i: int) -> Hasil:
    """Read one person out of the arrays, in the words of the independent scorer."""
    if not scores.diukur[i]:
        return Hasil(False, {}, {}, None, None, None, ())
    return Hasil(
        True,
        {one.id: Fraction(int(one.poin[i]), 1000) for one in scores.instrumen},
        {d.id: Fraction(int(scores.dimensi[k, i]), 1000) for k, d in enumerate(rules.dimensi)},
        Fraction(int(scores.indeks[i]), 1000),
        rules.kategori[scores.kategori[i]].nama,
        bool(scores.lengkap[i]),
        tuple(one.id for one in scores.instrumen if one.keadaan[i] == State.BELUM_ADA),
    )


def outcome(hasil: Hasil, kunci: str) -> Any:
    if kunci == "belum":
        return list(hasil.belum)
    if kunci in hasil.instrumen:
        return hasil.instrumen[kunci]
    return hasil.dimensi[kunci] if kunci in hasil.dimensi else getattr(hasil, kunci)


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: f"{kasus.berkas}: {kasus.nama}")
def test_case(kasus: Kasus) -> None:
    rules = edition_of(kasus.aturan)
    hasil = hasil_of(score(roster_of([kasus.orang], kasus.tahun), rules), rules, 0)
    for kunci, harapan in kasus.harapan.items():
        as_is = kunci in ("belum", "kategori", "lengkap", "diukur")
        expected = harapan if as_is else Fraction(str(harapan))
        if kunci == "kinerja":
            assert hasil.instrumen["kinerja"] == expected
        else:
            assert outcome(hasil, kunci) == expected, kunci


def differences(people: list[dict[str, Any]], tahun: int, batas: str, offset: int) -> list[Any]:
    rules = edition(batas, offset)
    scores = score(roster_of(people, tahun), rules)
    pairs = (
        (nilai(p, tahun, batas=batas, tahun_kinerja=offset), hasil_of(scores, rules, i), p)
        for i, p in enumerate(people)
    )
    return [pair for pair in pairs if pair[0] != pair[1]]


@pytest.mark.parametrize(
    ("tahun", "batas", "offset"),
    [(2021, "bawah", 0), (2021, "atas", 0), (2022, "bawah", 0), (2020, "bawah", -1)],
)
def test_twenty_thousand_random_people_agree_with_the_independent_scorer(
    tahun: int, batas: str, offset: int
) -> None:
    rng = Random(f"{tahun} {batas} {offset}")
    people = [orang_acak(rng) for _ in range(5_000)]
    assert differences(people, tahun, batas, offset) == []


@given(st.randoms(use_true_random=False), st.sampled_from([2020, 2021, 2022]))
@settings(max_examples=200)
def test_no_difference_is_found(rng: Random, tahun: int) -> None:
    assert differences([orang_acak(rng)], tahun, "bawah", 0) == []


MERIT = [
    {"pendidikan": [{"tingkat": "s3", "tanggal": "2001"}]},
    {"pengembangan": [{"jenis": 1, "tingkat": "pkn1", "selesai": "2020"}]},
    {"pengembangan": [{"jenis": 2, "selesai": "2020"}]},
    {"pengembangan": [{"jenis": 3, "selesai": "2021-05-01", "jp": "3"}]},
    {"pengembangan": [{"jenis": 9, "selesai": "2021-05-01"}]},
    {"cakupan": ["seminar", "diklat_teknis", "diklat_fungsional", "diklat_kepemimpinan"]},
]


@pytest.mark.parametrize("merit", MERIT, ids=lambda merit: str(merit)[:40])
def test_more_merit_never_lowers_a_score(merit: dict[str, Any]) -> None:
    rng = Random(str(merit))
    people = [orang_acak(rng) for _ in range(2_000)]
    better = [
        {**p, **{key: [*p.get(key, []), *more] for key, more in merit.items()}} for p in people
    ]
    before = score(roster_of(people, 2021), edition())
    after = score(roster_of(better, 2021), edition())
    assert (after.indeks >= before.indeks).all()
    assert (after.lengkap | ~before.lengkap).all()


def test_a_sentence_never_raises_a_score() -> None:
    rng = Random(11)
    people = [p for p in (orang_acak(rng) for _ in range(4_000)) if p.get("hukuman")]
    sentence = {"tingkat": "berat", "tmt": "2021-03-01"}
    worse = [{**p, "hukuman": [*p["hukuman"], sentence]} for p in people]
    before = score(roster_of(people, 2021), edition()).dimensi[3]
    after = score(roster_of(worse, 2021), edition()).dimensi[3]
    # Where nothing was known there is now one thing known, and it is the worst.
    assert (after <= before.clip(min=1000)).all()


def test_order_of_records_and_people_changes_nothing() -> None:
    rng = Random(7)
    people = [orang_acak(rng) for _ in range(400)]
    turned = [
        {k: list(reversed(v)) if isinstance(v, list) else v for k, v in p.items()}
        for p in reversed(people)
    ]
    straight = score(roster_of(people, 2021), edition())
    backward = score(roster_of(turned, 2021), edition())
    assert (straight.dimensi == backward.dimensi[:, ::-1]).all()
    assert (straight.lengkap == backward.lengkap[::-1]).all()


def test_instruments_are_those_of_the_independent_scorer() -> None:
    assert [i.id for _, i in edition().instrumen] == [*INSTRUMEN]
