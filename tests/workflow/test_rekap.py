"""`rekap`, `jelas`, `atur`, `aturan`, `riwayat`, `periksa`: what is shown is what is scored."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.rujukan.scorer import DIMENSI, INSTRUMEN, Hasil
from tests.workflow.kantor import (
    ANI,
    BUDI,
    CITRA,
    LEBAR,
    PENGESAHAN,
    SAAT,
    Kantor,
    jurnal,
    lebar,
    run,
    sidik,
)

Lembar = dict[str, list[tuple[Any, ...]]]
KOLOM = {"status": 3, "jenis_kelamin": 4, "golongan": 5, "jenis_jabatan": 6, "jenjang": 7, "opd": 9}
TERTULIS = {"L": "Laki-laki", "P": "Perempuan"}
PENDIDIKAN = {f"{one}/Sederajat": one for one in ("SLTA", "SLTP", "SD")}


def keys(lembar_nominatif: Lembar, rujukan: dict[str, Hasil], name: str) -> dict[str, str]:
    """Return each person's group, from the spreadsheet's own words."""
    rows = lembar_nominatif["Nominatif"][5:]
    if name == "kategori":
        return {nip: str(one.kategori) for nip, one in rujukan.items()}
    if name == "pendidikan":
        return {row[1]: PENDIDIKAN.get(str(row[10]), str(row[10])) for row in rows}
    return {row[1]: TERTULIS.get(str(row[KOLOM[name]]), str(row[KOLOM[name]])) for row in rows}


def told(value: Fraction) -> str:
    whole = value.denominator == 1
    return str(value.numerator) if whole else f"{value.numerator}/{value.denominator}"


def assert_group(group: dict[str, Any], people: list[Hasil]) -> None:
    assert (group["jumlah"], group["belum_lengkap"]) == (len(people), 0)
    means = {d: sum((one.dimensi[d] for one in people), Fraction(0)) / len(people) for d in DIMENSI}
    assert {d: one["nilai_penuh"] for d, one in group["dimensi"].items()} == {
        d: told(mean) for d, mean in means.items()
    }
    assert group["indeks_penuh"] == told(sum(means.values(), Fraction(0)))
    assert sum(group["jumlah_kategori"].values()) == len(people)


@pytest.mark.parametrize(
    "per",
    ["opd", "jenis_jabatan", "jenjang", "pendidikan", "golongan", "jenis_kelamin", "status"]
    + ["kategori"],
)
def test_recap_by_one_key(
    contoh: Path, lembar_nominatif: Lembar, rujukan: dict[str, Hasil], per: str
) -> None:
    groups: dict[str, list[Hasil]] = defaultdict(list)
    for nip, name in keys(lembar_nominatif, rujukan, per).items():
        groups[name].append(rujukan[nip])
    answer = run("rekap", contoh, "--per", per, "--json").json
    assert {one[per] for one in answer["kelompok"]} == set(groups)
    assert len(answer["kelompok"]) == len(groups)
    for one in answer["kelompok"]:
        assert_group(one, groups[one[per]])
    assert_group(answer["instansi"], list(rujukan.values()))
    assert answer["instansi"]["indeks"] == "71.59"


@pytest.mark.parametrize(("per", "dan"), [("opd", "kategori"), ("jenis_kelamin", "golongan")])
def test_recap_by_two_keys(
    contoh: Path, lembar_nominatif: Lembar, rujukan: dict[str, Hasil], per: str, dan: str
) -> None:
    groups: dict[tuple[str, str], list[Hasil]] = defaultdict(list)
    inner = keys(lembar_nominatif, rujukan, dan)
    for nip, name in keys(lembar_nominatif, rujukan, per).items():
        groups[name, inner[nip]].append(rujukan[nip])
    answer = run("rekap", contoh, "--per", per, "--dan", dan, "--json").json
    assert (answer["per"], answer["dan"]) == (per, dan)
    assert len(answer["kelompok"]) == len(groups)
    for one in answer["kelompok"]:
        assert_group(one, groups[one[per], one[dan]])


def test_recap_words(contoh: Path) -> None:
    shown = run("rekap", contoh, "--per", "jenis_jabatan")
    assert (shown.status, shown.out) == (0, b"")
    assert "71,59" in shown.err
    assert run("rekap", contoh, "--json").status == 2
    assert run("rekap", contoh, "--per", "zodiak", "--json").status == 2
    assert run("rekap", contoh, "--per", "opd", "--dan", "opd", "--json").status == 2


# ---------------------------------------------------------------- jelas


def test_trace_adds_up_to_the_score(contoh: Path, rujukan: dict[str, Hasil]) -> None:
    for nip in sorted(rujukan)[::170]:
        one, trace = rujukan[nip], run("jelas", contoh, nip, "--json").json
        points = {step["instrumen"]: Fraction(step["poin"]) for step in trace["instrumen"]}
        assert points == one.instrumen
        assert [step["dimensi"] for step in trace["instrumen"]] == list(INSTRUMEN.values())
        assert {d: Fraction(value) for d, value in trace["dimensi"].items()} == one.dimensi
        assert (Fraction(trace["indeks"]), trace["kategori"]) == (one.indeks, one.kategori)
        for step in trace["instrumen"]:
            assert step["pasal"]
            assert step["alasan"]
            gain = Fraction(step["tambahan_poin"])
            assert bool(step["tambahan"]) == bool(gain)
            assert Fraction(step["poin"]) + gain <= Fraction(step["maksimal"])


def test_trace_shows_data_used_and_not_used(kantor: Kantor) -> None:
    project = kantor.buat()
    course = ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "Jumlah JP")
    rows = [
        (ANI, "Diklat Teknis", "Arsip", "31-12-2021", 12),
        (ANI, "Diklat Teknis", "Arsip II", "01-01-2021", 8),
        (ANI, "Diklat Teknis", "Terlambat", "01-01-2022", 40),
        (ANI, "Diklat Teknis", "Lama", "31-12-2020", 40),
        (ANI, "Diklat Teknis", "Tanpa tanggal", None, 40),
    ]
    people = [LEBAR[1:8], lebar(ANI, "Ani")[1:8]]
    book = kantor.buku("a", Pegawai=people, Diklat=[course, *rows])
    kantor.impor(project, book)
    trace = run("jelas", project, "19800101 200501 2 001", "--json").json
    [step] = [one for one in trace["instrumen"] if one["instrumen"] == "diklat_teknis"]
    assert (step["poin"], step["maksimal"]) == ("22.5", "22.5")
    found = {one["isi"]["nama"]: (one["putusan"], one["asal"]) for one in step["rekaman"]}
    assert {name: verdict for name, (verdict, _) in found.items()} == {
        "Arsip": "dihitung",
        "Arsip II": "dihitung",
        "Terlambat": "sesudah_tahun_ukur",
        "Lama": "di_luar_jendela",
        "Tanpa tanggal": "tanpa_tanggal",
    }
    assert found["Arsip"][1] == {"berkas": "a.xlsx", "lembar": "Diklat", "baris": 2}
    [degree] = [one for one in trace["instrumen"] if one["instrumen"] == "pendidikan"]
    assert (degree["keadaan"], degree["poin"], trace["lengkap"]) == ("belum_ada", "0", False)
    words = run("jelas", project, ANI).err
    assert "Pasal 8 ayat (6)" in words
    assert "22,5" in words


def test_trace_of_a_signed_year_comes_from_its_snapshot(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    before = run("jelas", project, ANI, "--json").json
    assert run("sahkan", project, "-o", kantor.folder / "sah.pdf", *PENGESAHAN).status == 0
    assert run("jelas", project, ANI, "--json").json == before


@pytest.mark.parametrize("nip", [BUDI, "123", "bukan nip", ""])
def test_trace_of_nobody(kantor: Kantor, nip: str) -> None:
    project = kantor.buat()
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    assert run("jelas", project, nip, "--json").status == 3


def test_trace_of_somebody_not_measured(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = [lebar(ANI, "Ani", status="CPNS"), lebar(CITRA, "Citra")]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *rows]))
    trace = run("jelas", project, ANI, "--json").json
    assert trace["diukur"] is False
    assert trace["lengkap"] is trace["indeks"] is trace["kategori"] is None
    assert set(trace["dimensi"].values()) == {None}


# ---------------------------------------------------------------- atur, aturan


def test_settings_are_shown_and_changed(kantor: Kantor) -> None:
    project = kantor.buat()
    shown = run("atur", project, "--json").json
    assert shown["instansi"] == "Pemerintah Kota Bontang"
    assert (shown["kertas"], shown["capaian"], shown["target.kinerja"]) == ("f4", "potong", "25")
    assert len(jurnal(project)) == 1
    words = ("kertas=a4", "capaian=bulat", "target.kinerja=24,5", "alamat=Jalan A; Kota B")
    changed = run("atur", project, *words, "--json")
    assert changed.status == 0
    assert changed.json == run("atur", project, "--json").json
    assert {name for name in shown if shown[name] != changed.json[name]} == {
        *("kertas", "capaian", "target.kinerja", "alamat")
    }
    assert changed.json["target.kinerja"] == "24.5"
    assert jurnal(project)[-1]["perbuatan"] == "atur"
    entries = jurnal(project)
    assert run("atur", project, *words, "--json").status == 0
    assert jurnal(project) == entries


@pytest.mark.parametrize(
    "word",
    ["kertas=b5", "warna=biru", "kertas", "target.kinerja=31", "target.kinerja=nol"]
    + [
        "target.bintang=3",
        "target.kinerja=2,5001",
        "target.kinerja=0.0000000000001",
        "capaian=",
        "instansi=",
    ],
)
def test_settings_that_are_wrong_change_nothing(kantor: Kantor, word: str) -> None:
    project = kantor.buat()
    before = sidik(project)
    ran = run("atur", project, "wilayah=Kota Bontang", word, "--json")
    assert (ran.status, sidik(project)) == (2, before)


def test_letterhead_from_a_file(kantor: Kantor) -> None:
    project = kantor.buat()
    kop = kantor.folder / "kop.toml"
    kop.write_text('wilayah = "Kota X"\nalamat = ["Jalan A", "Telepon B"]\n', encoding="utf-8")
    shown = run("atur", project, "--kop", kop, "wilayah=Kota Y", "--json").json
    assert (shown["wilayah"], shown["alamat"]) == ("Kota Y", "Jalan A;Telepon B")
    before = sidik(project)
    for text, status in (("wilayah = 3", 3), ("wilayah = [", 3), ('bintang = "x"', 2)):
        kop.write_text(text, encoding="utf-8")
        assert run("atur", project, "--kop", kop, "--json").status == status
    kop.write_bytes(b"\xff\xfe")
    assert run("atur", project, "--kop", kop, "--json").status == 3
    assert run("atur", project, "--kop", kantor.folder / "tidak.toml", "--json").status == 3
    assert sidik(project) == before


def test_achievements_are_cut_or_rounded_as_set(kantor: Kantor) -> None:
    project = kantor.buat(target="kualifikasi=18")
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani", pendidikan="S-1")]))
    before = run("hitung", project, "--json").json
    assert before["dimensi"]["kualifikasi"]["capaian"] == "83.33"
    assert before["target"] is before["capaian"] is None
    assert before["dimensi"]["kinerja"]["target"] is None
    assert before["dimensi"]["kinerja"]["capaian"] is None
    assert run("atur", project, "target.kualifikasi=17,5", "target.indeks=77").status == 0
    cut = run("hitung", project, "--json").json
    assert cut["dimensi"]["kualifikasi"]["capaian"] == "85.71"  # 85,714…
    assert (cut["target"], cut["capaian"]) == ("77", "110.38")  # 110,389…
    assert run("atur", project, "capaian=bulat").status == 0
    assert run("hitung", project, "--json").json["capaian"] == "110.39"


def test_without_targets_there_are_none(kantor: Kantor) -> None:
    project = kantor.buat(target=None)
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    answer = run("hitung", project, "--json").json
    assert answer["target"] is answer["capaian"] is None
    for one in answer["dimensi"].values():
        assert one["target"] is one["capaian"] is None
    assert run("hitung", project).status == 0
    target = kantor.folder / "a.pdf"
    assert run("laporan", project, "-o", target).status == 0


def test_empty_year_has_no_figures(kantor: Kantor) -> None:
    answer = run("hitung", kantor.buat(), "--json").json
    assert (answer["jumlah"], answer["indeks"], answer["kategori"]) == (0, None, None)
    assert answer["dimensi"]["kinerja"] == {
        "nilai": None,
        "nilai_penuh": None,
        "target": "25",
        "capaian": None,
    }


def test_editions_are_listed_and_shown() -> None:
    [one] = run("aturan", "--json").json["aturan"]
    assert (one["id"], one["status"]) == ("perban-bkn-8-2019", "berlaku")
    assert one["tahun"] == [2019, 2020, 2021, 2022]
    shown = run("aturan", "perban-bkn-8-2019", "--json").json
    assert 'id = "perban-bkn-8-2019"' in shown["teks"]
    assert run("aturan", "perban-9", "--json").status == 3


# ---------------------------------------------------------------- riwayat, periksa


def test_journal_tells_who_what_and_when(kantor: Kantor) -> None:
    project = kantor.buat()
    book = kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")])
    kantor.impor(project, book)
    first, second = jurnal(project)
    assert [first["perbuatan"], second["perbuatan"]] == ["buat", "impor"]
    assert second["pengguna"] == "Sari"
    assert second["waktu"] == SAAT.now.isoformat()
    assert second["isi"]["berkas"] == [{"nama": "a.xlsx", "sha256": sidik(book)}]
    assert first["hash"] != second["hash"]
    assert "Sari" in run("riwayat", project).err


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE pegawai SET nama = 'Orang Lain'",
        "UPDATE penilaian SET nilai = 95000",
        "DELETE FROM cakupan",
        "UPDATE pernyataan SET nilai = nilai + 1",
        "UPDATE jurnal SET pengguna = 'Orang Lain' WHERE id = 2",
        "DELETE FROM jurnal WHERE id = 2",
        "UPDATE pengesahan SET nomor = '1/2022'",
    ],
)
def test_what_was_altered_behind_the_program_is_found(kantor: Kantor, statement: str) -> None:
    project = kantor.buat("rusak")
    people = [LEBAR[1:8], lebar(BUDI, "Budi")[1:8]]
    sentences = [("NIP", "Tingkat Hukuman", "Tanggal SK")]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    kantor.impor(project, kantor.buku("b", Pegawai=people, Hukuman=sentences))
    assert run("sahkan", project, "-o", kantor.folder / "sah.pdf", *PENGESAHAN).status == 0
    assert kantor.periksa(project) == 0
    connection = sqlite3.connect(project)
    changed = connection.execute(statement).rowcount
    connection.commit()
    connection.close()
    assert changed > 0
    checked = run("periksa", project, "--json")
    assert checked.status == 1
    assert all(one["pesan"] and one["kode"] for one in checked.json["masalah"])
    assert checked.json["masalah"]
