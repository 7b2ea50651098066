"""Every figure of the result tables and of the annex, against the independent scorer, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest

from ipasn_core.reports import lengkap
from ipasn_core.reports.document import Baris, Document, JenisBaris, Sel, Tabel
from tests.reports.sample import page_texts, pdf_bytes
from tests.reports.years import NOW, SETTINGS, TAHUN, TARGETS, random_people, seal, year
from tests.rujukan.scorer import DIMENSI, Hasil, kategori, kelompok_jabatan, nilai

OPD = ("Dinas Kesehatan", "Badan Pendapatan Daerah", None, "Inspektorat Daerah")
IN_ORDER = ("Inspektorat Daerah", "Dinas Kesehatan", "Badan Pendapatan Daerah", None)
KATEGORI = ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")
COLUMN = ("struktural", "fungsional", "pelaksana")

Scored = tuple[dict[str, Any], Hasil]


@pytest.fixture(scope="module")
def people() -> list[Scored]:
    return [(one, nilai(one, TAHUN)) for one in random_people(230, OPD, seed=11)]


@pytest.fixture(scope="module")
def document(people: list[Scored]) -> Document:
    return lengkap.build(year([one for one, _ in people], targets=TARGETS), seal(), NOW)


@pytest.fixture(scope="module")
def text(document: Document) -> str:
    return " ".join(page_texts(pdf_bytes(document)))


def means(results: Sequence[Hasil]) -> list[Fraction]:
    """Return the mean of every dimension, then of the index."""
    sums = [sum(r.dimensi[d] for r in results) / Fraction(len(results)) for d in DIMENSI]
    return [*sums, sum(sums, Fraction(0))]


def printed(value: Fraction, rounding: str = ROUND_HALF_UP) -> str:
    """Print two decimals as paper does, by another way than the program's."""
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return str(exact.quantize(Decimal("0.01"), rounding)).replace(".", ",")


def class_of(mean: Fraction) -> str:
    return kategori(Fraction(printed(mean).replace(",", ".")))


def table(document: Document, kunci: str) -> list[Baris]:
    """Return the rows of a table by its kunci, of the annex by an empty one."""
    (found,) = (b for b in document.blok if isinstance(b, Tabel) and b.kunci == kunci)
    return list(found.baris)


def of(people: Iterable[Scored], opd: str | None) -> list[Hasil]:
    return [result for one, result in people if one["opd"] == opd]


def test_the_result(people: list[Scored], document: Document, text: str) -> None:
    found = means([result for _, result in people])
    targets = [Fraction(TARGETS[d]) for d in DIMENSI]
    targets.append(sum(targets, Fraction(0)))
    rows = table(document, "hasil")
    for baris, mean, target in zip(rows, found, targets, strict=False):
        most, value, goal, reached = baris.sel[2:]
        assert value == mean
        assert goal == target * 1000
        assert reached == mean / target * 100
        figures = (f"{int(str(most)) // 1000}", printed(mean), str(target))
        line = " ".join((*figures, printed(mean / target * 100, ROUND_DOWN)))
        assert line in text, line
    assert rows[-1].sel[2] == class_of(found[-1]).upper()


def test_kinds_of_post(people: list[Scored], document: Document, text: str) -> None:
    groups: list[list[Hasil]] = [[], [], []]
    for one, result in people:
        groups[COLUMN.index(kelompok_jabatan(one)[0])].append(result)
    everybody = [result for _, result in people]
    rows = table(document, "kelompok")
    assert len(rows) == 4
    for baris, group in zip(rows, [*groups, everybody], strict=True):
        assert baris.sel[2:] == (len(group), *means(group))
        line = " ".join((str(len(group)), *map(printed, means(group))))
        assert line in text, line


def test_how_many_people_each_kategori_has(
    people: list[Scored], document: Document, text: str
) -> None:
    names = [result.kategori for _, result in people]
    rows = table(document, "jumlah_kategori")
    assert [baris.sel[1] for baris in rows[:-1]] == list(KATEGORI)
    for baris, name in zip(rows, KATEGORI, strict=False):
        count = names.count(name)
        share = Fraction(count * 100, len(people))
        assert baris.sel[3:] == (count, share)
        assert f"{baris.sel[2]} {count} {printed(share)}" in text
    assert rows[-1].sel[3:] == (len(people), 100)


def test_opd_and_who_has_none(people: list[Scored], document: Document, text: str) -> None:
    rows = table(document, "opd")
    expected: list[tuple[Sel, ...]] = []
    for at, opd in enumerate(IN_ORDER, 1):
        group = of(people, opd)
        number, name = (at, opd) if opd else (None, "Tanpa perangkat daerah")
        found = means(group)
        expected.append((number, name, len(group), *found, class_of(found[-1])))
    assert [baris.sel for baris in rows[:-1]] == expected
    whole = means([result for _, result in people])
    assert rows[-1].sel[2:] == (len(people), *whole, class_of(whole[-1]))
    assert rows[-1].sel[0] == SETTINGS.instansi
    for baris in expected:
        figures = [printed(cell) for cell in baris if isinstance(cell, Fraction)]
        assert " ".join((str(baris[1]), str(baris[2]), *figures)) in text
    assert "pada 3 perangkat daerah" in text


def test_the_annex_has_everybody_and_the_means_of_the_recap(
    people: list[Scored], document: Document, text: str
) -> None:
    by_nip = {one["nip"]: (one, result) for one, result in people}
    rows = table(document, "")
    listed: list[int] = []
    at = -1
    for baris in rows:
        if baris.jenis is JenisBaris.KELOMPOK:
            at += 1
            listed.clear()
        elif baris.jenis is JenisBaris.SUBTOTAL:
            group = of(people, IN_ORDER[at])
            assert len(listed) == len(group)
            found = means(group)
            assert baris.sel[8:] == (*found, class_of(found[-1]))
            recap = table(document, "opd")[at]
            assert recap.sel[3:] == baris.sel[8:]
            assert f"({len(group)} pegawai) {' '.join(map(printed, found))}" in text
        else:
            nip = int(str(baris.sel[1]).split("\n")[1].split(",")[0].replace(" ", ""))
            one, result = by_nip.pop(nip)
            assert one["opd"] == IN_ORDER[at]
            listed.append(nip)
            assert baris.sel[0] == len(listed)
            assert result.indeks is not None
            points = [*(result.dimensi[d] for d in DIMENSI), result.indeks]
            assert list(baris.sel[8:13]) == [point * 1000 for point in points]
            assert baris.sel[13] == result.kategori
    assert by_nip == {}
    assert at == 3
