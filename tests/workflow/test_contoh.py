"""Both sample workbooks, however they arrive, give what Kota Bontang published for 2021."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.rujukan.scorer import DIMENSI, Hasil, nilai
from tests.workflow.conftest import sound
from tests.workflow.contoh_dibaca import dari_riwayat, rows
from tests.workflow.kantor import NOMINATIF, RIWAYAT, Kantor, buku, jurnal, run

JUMLAH = 3395
BAGIAN = 30
Lembar = dict[str, list[tuple[Any, ...]]]
Nilai = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def lembar_riwayat() -> Lembar:
    return rows(RIWAYAT)


def test_both_shapes_score_alike_by_reference(
    lembar_riwayat: Lembar, rujukan: dict[str, Hasil]
) -> None:
    records = {nip: nilai(one, 2021) for nip, one in dari_riwayat(lembar_riwayat).items()}
    assert len(rujukan) == JUMLAH
    assert {nip: one.dimensi for nip, one in rujukan.items()} == {
        nip: one.dimensi for nip, one in records.items()
    }
    assert all(one.lengkap for one in (*rujukan.values(), *records.values()))


def assert_published(project: Path, rujukan: dict[str, Hasil]) -> None:
    """Assert the whole object of `hitung --json`, its fractions from the reference scorer."""
    answer = run("hitung", project, "--json").json
    exact = {d: sum((one.dimensi[d] for one in rujukan.values()), Fraction(0)) for d in DIMENSI}
    full = {d: total / JUMLAH for d, total in exact.items()}

    def told(value: Fraction) -> str:
        return f"{value.numerator}/{value.denominator}"

    more = ("indeks_penuh", "disahkan", "keadaan", "telaah", "berubah_sejak_pengesahan")
    assert {k: v for k, v in answer.items() if k not in more} == {
        "tahun": 2021,
        "aturan": "perban-bkn-8-2019",
        "instansi": "Pemerintah Kota Bontang",
        "jumlah": JUMLAH,
        "belum_lengkap": 0,
        "tidak_diukur": 0,
        "tidak_masuk": 0,
        "temuan_galat": 0,
        "dimensi": {
            "kualifikasi": {
                "nilai": "12.13",
                "nilai_penuh": told(full["kualifikasi"]),
                "target": "15",
                "capaian": "80.86",
            },
            "kompetensi": {
                "nilai": "30.57",
                "nilai_penuh": told(full["kompetensi"]),
                "target": "31",
                "capaian": "98.61",
            },
            "kinerja": {
                "nilai": "23.89",
                "nilai_penuh": told(full["kinerja"]),
                "target": "25",
                "capaian": "95.56",
            },
            "disiplin": {
                "nilai": "4.99",
                "nilai_penuh": told(full["disiplin"]),
                "target": "4",
                "capaian": "124.75",
            },
        },
        "indeks": "71.59",
        "target": "75",
        "capaian": "95.44",
        "kategori": "Sedang",
    }
    assert answer["indeks_penuh"] == told(sum(full.values(), Fraction(0)))
    assert full["kualifikasi"] == Fraction(41183, 3395)  # the example in the contract


def assert_same_people(found: Nilai, rujukan: dict[str, Hasil]) -> None:
    """Assert each person's points as the reference scorer has them."""
    assert found.keys() == rujukan.keys()
    for nip, row in found.items():
        one = rujukan[nip]
        assert {d: Fraction(row[d]) for d in DIMENSI} == one.dimensi, nip
        assert Fraction(row["indeks"]) == one.indeks, nip
        assert (row["kategori"], row["lengkap"]) == (one.kategori, "ya"), nip


def points(found: Nilai) -> dict[str, tuple[str, ...]]:
    heads = (*DIMENSI, "indeks", "kategori", "lengkap", "pendidikan", "jenis_jabatan", "opd")
    return {nip: tuple(row[head] for head in heads) for nip, row in found.items()}


@pytest.mark.parametrize(
    "calls",
    [
        pytest.param([[NOMINATIF]], id="nominatif"),
        pytest.param([[RIWAYAT]], id="riwayat"),
        pytest.param([[NOMINATIF], [RIWAYAT]], id="nominatif lalu riwayat"),
        pytest.param([[RIWAYAT], [NOMINATIF]], id="riwayat lalu nominatif"),
        pytest.param([[NOMINATIF, RIWAYAT]], id="bersama"),
        pytest.param([[RIWAYAT, NOMINATIF]], id="bersama terbalik"),
    ],
)
def test_sample_gives_the_published_table(
    kantor: Kantor, rujukan: dict[str, Hasil], nilai_contoh: Nilai, calls: list[list[Path]]
) -> None:
    project = kantor.buat()
    for number, call in enumerate(calls):
        answer = kantor.impor(project, *call)
        assert (answer["diterima"], answer["ditolak"], answer["ganda"]) == (JUMLAH, 0, 0)
        assert answer["baru"] == (JUMLAH if number == 0 else 0)
        assert answer["baru"] + answer["berubah"] + answer["tetap"] == answer["diterima"]
        assert answer["berkas"] == [path.name for path in call]
    assert_published(project, rujukan)
    found = kantor.nilai(project)
    assert_same_people(found, rujukan)
    assert points(found) == points(nilai_contoh)


def test_same_files_again_change_nothing(kantor: Kantor, contoh: Path) -> None:
    project = kantor.folder / "lagi.ipasn"
    shutil.copy(contoh, project)
    before = project.read_bytes(), jurnal(project)
    for call in ([NOMINATIF], [RIWAYAT], [RIWAYAT, NOMINATIF]):
        answer = kantor.impor(project, *call)
        assert (answer["baru"], answer["berubah"], answer["tetap"]) == (0, 0, JUMLAH)
        assert jurnal(project) == before[1]


def shuffled(sheets: Lembar, head: int, seed: int) -> dict[str, list[Sequence[Any]]]:
    """Shuffle rows below the head, and the columns of all of it."""
    chance = random.Random(seed)
    result: dict[str, list[Sequence[Any]]] = {}
    for name, table in sheets.items():
        body = table[head + 1 :]
        chance.shuffle(body)
        order = list(range(len(table[head])))
        chance.shuffle(order)
        titles: list[Sequence[Any]] = [row[:1] for row in table[:head]]
        result[name] = titles + [[row[k] for k in order] for row in (table[head], *body)]
    return result


def test_shuffled_rows_and_columns_give_the_same(
    kantor: Kantor,
    lembar_nominatif: Lembar,
    lembar_riwayat: Lembar,
    rujukan: dict[str, Hasil],
    nilai_contoh: Nilai,
) -> None:
    wide = buku(kantor.folder / "nominatif.xlsx", shuffled(lembar_nominatif, 4, 1))
    records = buku(kantor.folder / "riwayat.xlsx", shuffled(lembar_riwayat, 0, 2))
    for path in (wide, records):
        project = kantor.buat(path.stem)
        kantor.impor(project, path)
        assert_published(project, rujukan)
        assert points(kantor.nilai(project)) == points(nilai_contoh)


def cut(sheets: Lembar, head: int, folder: Path) -> list[Path]:
    """Cut by person into thirty workbooks that have every sheet, even one without rows."""
    first = next(iter(sheets.values()))
    column = first[head].index("NIP")
    nips = [row[column] for row in first[head + 1 :]]
    random.Random(3).shuffle(nips)
    part = {nip: number % BAGIAN for number, nip in enumerate(nips)}
    pieces: list[dict[str, list[Sequence[Any]]]] = [{} for _ in range(BAGIAN)]
    for name, table in sheets.items():
        at = table[head].index("NIP")
        for piece in pieces:
            piece[name] = [*(row[:1] for row in table[:head]), table[head]]
        for row in table[head + 1 :]:
            pieces[part[row[at]]][name].append(row)
    return [buku(folder / f"bagian-{n:02}.xlsx", piece) for n, piece in enumerate(pieces)]


@pytest.mark.parametrize("shape", ["riwayat", "nominatif"])
def test_thirty_parts_give_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    lembar_nominatif: Lembar,
    lembar_riwayat: Lembar,
    rujukan: dict[str, Hasil],
    nilai_contoh: Nilai,
    shape: str,
) -> None:
    office = Kantor(tmp_path_factory.mktemp("bagian"))
    sheets, head = (lembar_riwayat, 0) if shape == "riwayat" else (lembar_nominatif, 4)
    parts = cut(sheets, head, office.folder)

    together = office.buat("sekali")
    assert office.impor(together, *parts)["baru"] == JUMLAH
    assert_published(together, rujukan)
    assert points(office.nilai(together)) == points(nilai_contoh)

    apart = office.buat("tiga-puluh")
    for done, path in enumerate(reversed(parts), start=1):
        assert office.impor(apart, path)["berubah"] == 0
        if done == BAGIAN // 2:
            assert 0 < run("hitung", apart, "--json").json["jumlah"] < JUMLAH
    assert_published(apart, rujukan)
    assert points(office.nilai(apart)) == points(nilai_contoh)
    sound(office)
