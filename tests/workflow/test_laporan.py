"""Every figure of the report, as the values its Document holds, against a recap of our own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ipasn_core.reports import lengkap
from ipasn_core.reports.document import Baris, Document, JenisBaris, Tabel
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.score import load_year
from tests.rujukan.scorer import DIMENSI, Hasil, kategori
from tests.workflow.kantor import SAAT

TARGET = {"kualifikasi": 15, "kompetensi": 31, "kinerja": 25, "disiplin": 4}
KELAS = ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")
Orang = dict[str, tuple[str, str, str]]
"""NIP → name, jenis jabatan, OPD."""


@pytest.fixture(scope="module")
def dokumen(contoh: Path) -> Document:
    with open_project(contoh) as project:
        state = load_year(project, None)
    return lengkap.build(state, None, SAAT.now)


@pytest.fixture(scope="module")
def orang(lembar_nominatif: dict[str, list[tuple[Any, ...]]]) -> Orang:
    return {row[1]: (row[2], row[6], row[9]) for row in lembar_nominatif["Nominatif"][5:]}


def tabel(dokumen: Document, kunci: str) -> list[Baris]:
    [found] = [one for one in dokumen.blok if isinstance(one, Tabel) and one.kunci == kunci]
    return list(found.baris)


def rata(people: Iterable[Hasil]) -> tuple[Fraction, ...]:
    """Return the exact means of the dimensions, and the index."""
    listed = list(people)
    means = [sum((one.dimensi[d] for one in listed), Fraction(0)) / len(listed) for d in DIMENSI]
    return (*means, sum(means, Fraction(0)))


def menurut(
    rujukan: dict[str, Hasil], key: Callable[[str], str]
) -> dict[str, tuple[int, tuple[Fraction, ...]]]:
    groups: dict[str, list[Hasil]] = defaultdict(list)
    for nip, one in rujukan.items():
        groups[key(nip)].append(one)
    return {name: (len(people), rata(people)) for name, people in groups.items()}


def test_result(dokumen: Document, rujukan: dict[str, Hasil]) -> None:
    *rows, total, klas = tabel(dokumen, "hasil")
    means = rata(rujukan.values())
    for row, dimensi, mean in zip(rows, DIMENSI, means[:-1], strict=True):
        _, name, _, value, target, reached = row.sel
        assert str(name).lower() == dimensi
        assert (value, target) == (mean, TARGET[dimensi] * 1000)
        assert reached == mean / TARGET[dimensi] * 100
    assert [row.sel[2] for row in rows] == [25000, 40000, 30000, 5000]
    assert total.sel[2:] == (100000, means[-1], 75000, means[-1] / 75 * 100)
    assert klas.sel[2] == "SEDANG"
    assert total.jenis == JenisBaris.UTAMA


def test_by_kind_of_post(dokumen: Document, rujukan: dict[str, Hasil], orang: Orang) -> None:
    *rows, total = tabel(dokumen, "kelompok")
    expected = menurut(rujukan, lambda nip: f"Jabatan {orang[nip][1].lower()}")
    assert {row.sel[1]: (row.sel[2], row.sel[3:]) for row in rows} == expected
    assert [row.sel[0] for row in rows] == [1, 2, 3]
    assert total.sel[2:] == (3395, *rata(rujukan.values()))


def test_by_class(dokumen: Document, rujukan: dict[str, Hasil]) -> None:
    *rows, total = tabel(dokumen, "jumlah_kategori")
    counts = Counter(one.kategori for one in rujukan.values())
    assert [(row.sel[1], row.sel[3], row.sel[4]) for row in rows] == [
        (name, counts[name], Fraction(counts[name] * 100, 3395)) for name in KELAS
    ]
    assert total.sel[3:] == (3395, 100)


def test_by_opd(dokumen: Document, rujukan: dict[str, Hasil], orang: Orang) -> None:
    *rows, total = tabel(dokumen, "opd")
    expected = menurut(rujukan, lambda nip: orang[nip][2])
    assert {row.sel[1]: (row.sel[2], row.sel[3:8]) for row in rows} == expected
    for row in rows:
        index = row.sel[7]
        assert isinstance(index, Fraction)
        assert row.sel[8] == kategori(index)
    assert total.sel[2:] == (3395, *rata(rujukan.values()), "Sedang")


def test_annex(dokumen: Document, rujukan: dict[str, Hasil], orang: Orang) -> None:
    [annex] = [one for one in dokumen.blok if isinstance(one, Tabel) and len(one.nomor_kolom) == 14]
    expected = menurut(rujukan, lambda nip: orang[nip][2])
    seen: set[str] = set()
    opd, members = "", 0
    for row in annex.baris:
        if row.jenis == JenisBaris.KELOMPOK:
            opd, members = row.nama, 0
            assert f"{expected[opd][0]}" in str(row.sel[0]).replace(".", "")
        elif row.jenis == JenisBaris.SUBTOTAL:
            count, means = expected.pop(opd)
            assert opd in str(row.sel[0])
            assert (members, row.sel[8:13]) == (count, means)
            assert row.sel[13] == kategori(means[-1])
        else:
            members += 1
            name, who = str(row.sel[1]).split("\n")
            nip = who.split(",")[0].replace(" ", "")
            assert row.sel[0] == members
            assert (name, opd) == (orang[nip][0], orang[nip][2])
            one = rujukan[nip]
            points = (*(one.dimensi[d] for d in DIMENSI), one.indeks)
            assert tuple(Fraction(int(str(cell)), 1000) for cell in row.sel[8:13]) == points
            assert row.sel[13] == one.kategori
            assert nip not in seen
            seen.add(nip)
    assert not expected
    assert seen == rujukan.keys()
