"""The rule cases on the independent scorer: what the law gives, to the last thousandth."""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.rujukan.acak import TAHUN_ACAK, orang_acak
from tests.rujukan.kasus import Kasus, from_table, read
from tests.rujukan.scorer import INSTRUMEN, Hasil, kategori, nilai

KASUS = read()
ROOT = Path(__file__).parent.parent


def outcome(hasil: Hasil, kunci: str) -> Any:
    """Return what a key of `harapan` speaks of."""
    if kunci == "belum":
        return list(hasil.belum)
    if kunci in ("kualifikasi", "kompetensi"):
        return hasil.dimensi[kunci]
    return hasil.instrumen[kunci] if kunci in INSTRUMEN else getattr(hasil, kunci)


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: f"{kasus.berkas}: {kasus.nama}")
def test_case(kasus: Kasus) -> None:
    hasil = nilai(kasus.orang, kasus.tahun, **kasus.aturan)
    for kunci, harapan in kasus.harapan.items():
        teks_atau_tanda = kunci in ("belum", "kategori", "lengkap", "diukur")
        tepat = harapan if teks_atau_tanda else Fraction(str(harapan))
        assert outcome(hasil, kunci) == tepat, kunci


def test_there_are_enough_cases_and_no_two_of_one_name() -> None:
    assert len(KASUS) >= 150
    assert len({(kasus.berkas, kasus.nama) for kasus in KASUS}) == len(KASUS)


@pytest.mark.parametrize(
    "tabel",
    [
        {"nama": "x", "pasal": "7", "harapn": {"disiplin": 5}},
        {"nama": "x", "pasal": "7", "harapan": {"disipln": 5}},
        {"nama": "x", "pasal": "7", "harapan": {}},
        {"nama": "x", "pasal": "8", "pengembangan": [{"jam": 2}], "harapan": {"seminar": 0}},
        {"nama": "x", "pasal": "7", "cakupan": ["pendidikan"], "harapan": {"kualifikasi": 0}},
    ],
)
def test_a_misspelt_case_is_refused(tabel: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="x"):
        from_table("x", tabel)


@pytest.mark.parametrize(
    ("indeks", "bawah", "atas"),
    [
        ("70.996", "Sedang", "Sedang"),
        ("70.995", "Sedang", "Sedang"),
        ("70.994", "Rendah", "Sedang"),
        ("70.004", "Rendah", "Rendah"),
        ("70.005", "Rendah", "Sedang"),
        ("90.994", "Tinggi", "Sangat Tinggi"),
        ("90.995", "Sangat Tinggi", "Sangat Tinggi"),
        ("80.995", "Tinggi", "Tinggi"),
        ("60.995", "Rendah", "Rendah"),
        ("60.004", "Sangat Rendah", "Sangat Rendah"),
        ("60.005", "Sangat Rendah", "Rendah"),
        ("71.59", "Sedang", "Sedang"),
        ("0", "Sangat Rendah", "Sangat Rendah"),
        ("100", "Sangat Tinggi", "Sangat Tinggi"),
    ],
)
def test_kategori_is_decided_on_the_printed_value(indeks: str, bawah: str, atas: str) -> None:
    assert kategori(Fraction(indeks), "bawah") == bawah
    assert kategori(Fraction(indeks), "atas") == atas


def test_random_people_repeat_by_seed_and_reach_every_outcome() -> None:
    orang_list = [orang_acak(Random(benih)) for benih in range(1500)]
    assert orang_list == [orang_acak(Random(benih)) for benih in range(1500)]
    seen: dict[str, set[Fraction]] = {instrumen: set() for instrumen in INSTRUMEN}
    belum: set[str] = set()
    for orang in orang_list:
        hasil = nilai(orang, TAHUN_ACAK)
        belum |= set(hasil.belum)
        for instrumen, poin in hasil.instrumen.items():
            seen[instrumen].add(poin)
    assert belum == set(INSTRUMEN)
    assert seen == {
        "pendidikan": {Fraction(p) for p in (0, 1, 5, 10, 15, 20, 25)},
        "diklat_kepemimpinan": {Fraction(0), Fraction(15)},
        "diklat_fungsional": {Fraction(0), Fraction(15)},
        "diklat_teknis": {Fraction(0), Fraction(15), Fraction(45, 2)},
        "seminar": {Fraction(0), Fraction(10), Fraction(35, 2)},
        "kinerja": {Fraction(p) for p in (0, 1, 5, 15, 25, 30)},
        "disiplin": {Fraction(p) for p in (0, 1, 2, 3, 5)},
    }


def slugs(value: Any) -> set[str]:
    """Return every reading that a table of an edition names, at any depth."""
    if isinstance(value, list):
        return {slug for item in value for slug in slugs(item)}
    if not isinstance(value, dict):
        return set()
    return set(value.get("tafsir", ())) | {slug for item in value.values() for slug in slugs(item)}


def test_every_reading_of_the_law_is_explained() -> None:
    panduan = (ROOT / "resources/panduan/tafsir.md").read_text(encoding="utf-8")
    explained = re.findall(r"^### ([a-z0-9-]+)$", panduan, re.MULTILINE)
    assert len(explained) == len(set(explained))
    used = set()
    for path in (ROOT / "resources/aturan").glob("*.toml"):
        used |= slugs(tomllib.loads(path.read_text(encoding="utf-8")))
    assert used - set(explained) == set()
