"""Spreadsheets filled at random: whatever stands in them, the contract of `impor` holds."""

from __future__ import annotations

import datetime
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.workflow.kantor import ANI, BUDI, CITRA, DEDI, EKA, LEBAR, PEGAWAI, Kantor, jurnal, run

KEYS = {"id", "kode", "tingkat", "berkas", "lembar", "baris", "kolom", "pesan", "perbaikan"}
APA_SAJA: tuple[object, ...] = (
    *(None, "", " ", "-", "x", "√", "nihil", "Tidak Ada", 0, 1, -1, 20, 91, 100.5, 1e300, True),
    *("#N/A", "#REF!", "=A1", "=1+1", "'", "'=a", "\t", "S1", "S-2", "Sarjana", "D.IV", "SMA"),
    *("Struktural", "Fungsional", "pelaksana", "Pengawas", "Ahli Muda", "III.a", "II/b", "PNS"),
    *("PPPK", "CPNS", "Sudah", "Belum", "Ringan", "Berat", "PKP", "2021", "31-12-2021", "12 JP"),
    *(
        datetime.date(2021, 5, 1),
        datetime.datetime(2021, 5, 1, 10),  # noqa: DTZ001 - as Excel has it
        datetime.time(10, 30),
    ),
    *(ANI, int(BUDI), "19820303 200701 2 003", "😀", "a" * 300, "baris\nbaris", "1.234,5", "∞"),
)
BAIK: dict[str, tuple[object, ...]] = {
    "No": (1, 2),
    "NIP": (ANI, BUDI, CITRA, DEDI, EKA),
    "Nama": ("Ani", "Budi", "Citra"),
    "Status": ("PNS", "PPPK"),
    "Jenis Jabatan": ("Struktural", "Fungsional", "Pelaksana"),
    "Jenjang Jabatan": ("Pengawas", "Ahli Muda", "Pelaksana", None),
    "Pendidikan": ("S-1", "S-2"),
    "JP Diklat Teknis": (0, 20, "19,99"),
    "Nilai Kinerja": (80, "91,5", 60.01),
    "Hukuman Disiplin": ("Tidak Ada", "Ringan"),
    "Jenis Diklat": ("Diklat Teknis", "Seminar", "Diklat Kepemimpinan"),
    "Tanggal Selesai": ("31-12-2021", "2020", datetime.date(2021, 2, 1)),
    "Tingkat Hukuman": ("Ringan", "Sedang", "Berat"),
    "Tahun": (2021, 2020),
}
RIWAYAT = (
    PEGAWAI,
    ("NIP", "Tingkat Pendidikan", "Tahun Lulus"),
    ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai", "Jumlah JP"),
    ("NIP", "Tahun", "Nilai SKP", "Nilai Perilaku Kerja", "Nilai Kinerja", "Predikat Kinerja"),
    ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK", "TMT Hukuman"),
)


BEBERAPA_BARIS = ("baris-bertentangan", "identitas-kurang")


def lembar(chance: random.Random, heads: tuple[str, ...], noise: float) -> list[list[object]]:
    titles: list[list[object]] = [["JUDUL"], ["TAHUN 2021"]]
    order = list(heads)
    chance.shuffle(order)
    rows: list[list[object]] = [*titles[: chance.randrange(3)], [*order]]
    for _ in range(chance.randrange(1, 7)):
        rows.append(
            [
                chance.choice(APA_SAJA)
                if chance.random() < noise
                else chance.choice(BAIK.get(head, ("Sesuatu", None)))
                for head in order
            ]
        )
        if chance.random() < 0.15:
            rows.append(list(rows[-1]))
    return rows


def berkas(kantor: Kantor, chance: random.Random, nama: str) -> Path:
    noise = chance.choice((0.0, 0.05, 0.3, 0.9))
    sheets = {"Data": lembar(chance, LEBAR, noise)}
    if chance.random() < 0.6:
        chosen = chance.sample(RIWAYAT, chance.randrange(1, len(RIWAYAT) + 1))
        sheets = {f"L{n}": lembar(chance, heads, noise) for n, heads in enumerate(chosen)}
    return kantor.buku(nama, **sheets)


def assert_answer(answer: dict[str, Any], status: int) -> None:
    assert answer["baru"] + answer["berubah"] + answer["tetap"] == answer["diterima"]
    assert min(answer["ditolak"], answer["ganda"]) >= 0
    levels = {one["tingkat"] for one in answer["temuan"]}
    assert status == (1 if "galat" in levels else 0)
    for one in answer["temuan"]:
        assert set(one) == KEYS
        assert one["perbaikan"] or one["tingkat"] == "info"
        assert one["berkas"] in answer["berkas"]
        assert "{" not in one["pesan"]


@pytest.mark.parametrize("seed", range(16))
def test_any_spreadsheet_keeps_the_contract(kantor: Kantor, seed: int) -> None:
    chance = random.Random(seed)
    project = kantor.buat()
    for number in range(3):
        books = [berkas(kantor, chance, f"b{number}{n}") for n in range(chance.randrange(1, 3))]
        options = chance.choice(([], [], ["--cakup", "semua"], ["--cakup", "tambahan"]))
        options = [*options, *chance.choice(([], [], ["--ganti"]))]
        before, entries = project.read_bytes(), jurnal(project)
        refused = kantor.folder / f"tolak{number}.xlsx"
        tried = run("impor", project, *books, *options, "--coba", "--json")
        assert (project.read_bytes(), jurnal(project)) == (before, entries)
        done = run("impor", project, *books, *options, "--galat", refused, "--json")
        assert (done.status, done.json) == (tried.status, tried.json)
        if done.status == 3:
            assert (project.read_bytes(), jurnal(project)) == (before, entries)
            continue
        assert_answer(done.json, done.status)
        kept = any(one["tingkat"] == "galat" and one["baris"] for one in done.json["temuan"])
        assert refused.exists() == kept
        again = run("impor", project, *books, *options, "--json")
        assert (again.json["baru"], again.json["berubah"]) == (0, 0)
        assert len(jurnal(project)) - len(entries) <= 1
        if refused.exists():
            assert run("impor", project, refused, "--coba", "--json").status in (0, 1, 3)
        result = run("hitung", project, "--json").json
        rows = kantor.nilai(project)
        assert len(rows) == result["jumlah"] + result["tidak_diukur"]
        assert sum(row["lengkap"] == "tidak" for row in rows.values()) == result["belum_lengkap"]
        for nip, row in rows.items():
            trace = run("jelas", project, nip, "--json").json
            assert (trace["indeks"] or "") == row["indeks"]
    if run("hitung", project, "--json").json["jumlah"]:
        assert run("laporan", project, "-o", kantor.folder / "a.pdf").status == 0


@pytest.mark.parametrize("seed", range(100, 110))
def test_order_of_files_in_a_call_changes_nothing(kantor: Kantor, seed: int) -> None:
    chance = random.Random(seed)
    one, other = kantor.buat("satu"), kantor.buat("dua")
    for number in range(2):
        books = [berkas(kantor, chance, f"b{number}{n}") for n in range(3)]
        answers = [
            run("impor", project, *files, "--json")
            for project, files in ((one, books), (other, books[::-1]))
        ]
        assert answers[0].status == answers[1].status
        if answers[0].status == 3:
            continue
        told = [answer.json for answer in answers]
        for name in ("diterima", "baru", "berubah", "tetap", "ditolak", "ganda"):
            assert told[0][name] == told[1][name], name
        found = [
            Counter(
                # Which of several rows gives a finding its address is another test's matter.
                one["kode"] if one["kode"] in BEBERAPA_BARIS else one["id"] + one["pesan"]
                for one in answer["temuan"]
            )
            for answer in told
        ]
        assert found[0] == found[1]
    assert kantor.nilai(one) == kantor.nilai(other)
    results = [run("hitung", project, "--json").json for project in (one, other)]
    assert results[0] == results[1]
