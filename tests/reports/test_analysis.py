"""Section IV, VI and the annexes: every figure and sentence against the independent scorer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from ipasn_core.reports import lengkap
from ipasn_core.reports.analisis import against_targets, around_mean, distances, spread
from ipasn_core.reports.document import Bagian, Document, Gambar, Isi, Lampiran, Tabel
from ipasn_core.reports.numbering import number
from ipasn_core.reports.penutup import advices, conclusions
from ipasn_core.scoring.year_state import YearState
from tests.reports.years import NOW, SETTINGS, TAHUN, TARGETS, random_people, seal, year
from tests.rujukan.scorer import INSTRUMEN, Hasil, kategori, nilai

OPD = ("Dinas Kesehatan", "Badan Pendapatan Daerah", "Inspektorat Daerah")
MOST = {"pendidikan": 25, "kinerja": 30, "disiplin": 5}


@pytest.fixture(scope="module")
def people() -> list[dict[str, Any]]:
    return random_people(210, OPD, seed=23)


@pytest.fixture(scope="module")
def results(people: list[dict[str, Any]]) -> list[Hasil]:
    return [nilai(one, TAHUN) for one in people]


@pytest.fixture(scope="module")
def state(people: list[dict[str, Any]]) -> YearState:
    return year(people, targets=TARGETS)


@pytest.fixture(scope="module")
def document(state: YearState) -> Document:
    return lengkap.build(state, seal(), NOW)


def words(document: Document, isi: Isi) -> str:
    return number(document.blok).text(isi).replace("\xa0", " ")


def rows(document: Document, kunci: str) -> list[tuple[Any, ...]]:
    (found,) = (b for b in document.blok if isinstance(b, Tabel) and b.kunci == kunci)
    return [baris.sel for baris in found.baris]


def indeks(one: Hasil) -> Fraction:
    assert one.indeks is not None
    return one.indeks


def mean(results: list[Hasil]) -> Fraction:
    return sum(map(indeks, results), Fraction(0)) / len(results)


def test_distances_are_what_each_instrument_lacks(
    state: YearState, results: list[Hasil], document: Document
) -> None:
    found = distances(state)
    assert sum(one.jarak for one in found) == 100 - mean(results)
    assert rows(document, "jarak")[-1][-1] == 100 - mean(results)
    for name, most in MOST.items():
        place = {"pendidikan": 0, "kinerja": 4, "disiplin": 5}[name]
        dimensi = INSTRUMEN[name]
        lacking = [most - one.dimensi[dimensi] for one in results]
        assert found[place].jarak == sum(lacking, Fraction(0)) / len(results)
        assert found[place].belum == sum(one > 0 for one in lacking)
    assert found[1].nama == "Diklat kepemimpinan atau fungsional"
    assert found[1].dinilai < found[2].dinilai == len(results)


def test_spread_counts_people(state: YearState, results: list[Hasil], document: Document) -> None:
    upper = sum(one.kategori in ("Sangat Tinggi", "Tinggi", "Sedang") for one in results)
    assert words(document, spread(state)).startswith(f"Sebanyak {upper} pegawai (")
    (figure,) = (b for b in document.blok if isinstance(b, Gambar) and b.kunci == "sebaran")
    panels = (figure.grafik, *figure.panel)
    assert [one.judul for one in panels] == [
        "Seluruh pegawai", "Struktural", "Fungsional", "Pelaksana"
    ]  # fmt: skip
    for row in panels[0].baris:
        count = sum(one.kategori == row.label for one in results)
        assert row.nilai == Fraction(100 * count, len(results))


def test_dimensions_below_their_target_are_counted(state: YearState, document: Document) -> None:
    text = words(document, against_targets(state))
    assert text.startswith("Keempat dimensi berada di bawah target (Gambar 1).")


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ({}, "Nilai setiap dimensi terhadap bobot maksimalnya digambarkan dalam Gambar 1."),
        (
            {"kualifikasi": "1", "kompetensi": "1", "kinerja": "1", "disiplin": "1"},
            (
                "Keempat dimensi mencapai targetnya (Gambar 1). Kualifikasi, kompetensi, kinerja, "
                "dan disiplin melampaui target."
            ),
        ),
        (
            {"kualifikasi": "25", "kompetensi": "1", "kinerja": "1", "disiplin": "1"},
            (
                "Satu dari empat dimensi berada di bawah target (Gambar 1). Kualifikasi paling "
                "jauh tertinggal; kompetensi, kinerja, dan disiplin melampaui target."
            ),
        ),
    ],
)
def test_the_sentence_about_targets(
    people: list[dict[str, Any]], targets: Mapping[str, str], said: str
) -> None:
    state = year(people, targets=targets)
    document = lengkap.build(state, seal(), NOW)
    assert words(document, against_targets(state)) == said


def test_perangkat_daerah_around_the_mean(
    state: YearState, people: list[dict[str, Any]], results: list[Hasil], document: Document
) -> None:
    means = {
        opd: mean([r for one, r in zip(people, results, strict=True) if one["opd"] == opd])
        for opd in OPD
    }
    above = sum(one > mean(results) for one in means.values())
    text = words(document, around_mean(state))
    assert text.startswith(f"Sebanyak {above} dari 3 perangkat daerah berada di atas nilai")
    apart = float(max(means.values()) - min(means.values()))
    assert f"adalah {apart:.2f} poin".replace(".", ",", 1) in text


def test_who_is_below_target_is_listed(
    people: list[dict[str, Any]], results: list[Hasil], document: Document
) -> None:
    target = sum(map(Fraction, TARGETS.values()))
    expected = {one["nip"]: r for one, r in zip(people, results, strict=True) if indeks(r) < target}
    listed = rows(document, "tabel_di_bawah_target")
    assert [row[0] for row in listed] == list(range(1, len(expected) + 1))
    for row in listed:
        nip = int("".join(ch for ch in row[1].split("\n")[1].split(",")[0] if ch.isdigit()))
        assert row[3] == expected[nip].indeks
        assert row[4] == indeks(expected[nip]) - target
        shares = {"Kualifikasi": 25, "Kompetensi": 40, "Kinerja": 30, "Disiplin": 5}
        lowest = min(shares, key=lambda name: expected[nip].dimensi[name.lower()] / shares[name])
        assert row[5] == lowest


def test_what_is_missing_is_listed(
    people: list[dict[str, Any]], results: list[Hasil], document: Document
) -> None:
    expected = sum(len(one.belum) for one in results)
    assert len(rows(document, "tabel_belum_lengkap")) == expected > 0


def test_the_conclusions_agree_with_the_tables(state: YearState, results: list[Hasil]) -> None:
    said = " ".join(str(one) for one in conclusions(state))
    printed = f"{float(round(mean(results), 10)):.2f}".replace(".", ",")
    assert f"adalah {printed}, kategori {kategori(mean(results))}" in said
    incomplete = sum(not one.lengkap for one in results)
    assert f"Data {incomplete} dari {len(results)} pegawai belum lengkap" in said
    assert len(advices(state)) <= 5


def test_the_office_may_write_its_own_words(people: list[dict[str, Any]]) -> None:
    own = replace(
        SETTINGS,
        maksud="Alinea {instansi} {tahun} {lain}.",
        saran=("Saran satu dari {jumlah} orang", "Saran dua"),
        lampiran=("sumber",),
    )
    state = year(people, own, TARGETS)
    document = lengkap.build(state, seal(), NOW)
    assert advices(state) == ("Saran satu dari 210 orang", "Saran dua")
    assert any(
        getattr(b, "isi", "") == "Alinea Pemerintah Kota Contoh 2021 {lain}." for b in document.blok
    )
    assert [b.kunci for b in document.blok if isinstance(b, Lampiran)] == ["berkas_sumber"]


def test_the_order_of_parts(document: Document) -> None:
    heads = [b.judul for b in document.blok if isinstance(b, Bagian) and b.tingkat == 1]
    assert heads == [
        "Pendahuluan",
        "Metode Pengukuran",
        "Hasil Pengukuran",
        "Analisis per Dimensi",
        "Rekapitulasi Perangkat Daerah",
        "Penutup",
    ]
    annexes = [b.kunci for b in document.blok if isinstance(b, Lampiran)]
    assert annexes == ["nominatif", "di_bawah_target", "belum_lengkap", "berkas_sumber"]
