"""Findings belong to a measured year: one file in two years; one reason is for one finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ipasn_core.model.vocab import Bukti
from ipasn_core.storage.project import open_project
from ipasn_core.workflow import edit
from tests.workflow.kantor import ANI, BUDI, CITRA, LEBAR, SAAT, TARGET, Kantor, lebar, run
from tests.workflow.test_temuan_selesai import DIKLAT, HUKUMAN, diklat, pegawai

TOLD = ("temuan_galat", "tidak_masuk", "belum_lengkap", "indeks", "dimensi")


def book_with_faults(kantor: Kantor) -> Path:
    """A person kept out, one field kept out, and a hukuman nobody can be told of."""
    data = (lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai="delapan"), lebar("12345", "Citra"))
    hukuman = ((ANI, "Ani", "entah", "01-03-2021"), ("123", "Dodi", "Ringan", "01-03-2021"))
    return kantor.buku("a", Data=[LEBAR, *data], Hukuman=[HUKUMAN, *hukuman])


def temuan(project: Path, tahun: int) -> list[Any]:
    found: list[Any] = run("temuan", project, "--tahun", str(tahun), "--json").json["temuan"]
    return found


def hitung(project: Path, tahun: int) -> dict[str, Any]:
    answer: dict[str, Any] = run("hitung", project, "--tahun", str(tahun), "--json").json
    return {name: answer[name] for name in TOLD if name in answer}


def nilai(project: Path, tahun: int, folder: Path) -> str:
    target = folder / "nilai.csv"
    assert run("ekspor", project, "--tahun", str(tahun), "-o", target).status == 0
    return target.read_text("utf-8")


def in_both(kantor: Kantor, book: Path) -> Path:
    """Make a project of 2021 and 2022 and import one file into both."""
    project = kantor.buat("dua", 2021)
    assert run("tahun", project, "--buat", "2022", "--target", TARGET).status == 0
    for year in ("2021", "2022"):
        kantor.impor(project, book, "--tahun", year, status=1)
    return project


def test_one_file_in_two_years_is_as_in_each_alone(kantor: Kantor) -> None:
    book = book_with_faults(kantor)
    both = in_both(kantor, book)
    for year in (2021, 2022):
        alone = kantor.buat(f"satu{year}", year)
        kantor.impor(alone, book, status=1)
        assert hitung(alone, year)["temuan_galat"] > 2
        assert hitung(alone, year)["tidak_masuk"] == 2
        assert hitung(both, year) == hitung(alone, year)
        assert temuan(both, year) == temuan(alone, year)
        assert nilai(both, year, kantor.folder) == nilai(alone, year, kantor.folder)
    assert kantor.periksa(both) == 0


def test_setting_aside_in_one_year_says_nothing_of_another(kantor: Kantor) -> None:
    project = in_both(kantor, book_with_faults(kantor))
    before, untouched = temuan(project, 2021), temuan(project, 2022)
    one = untouched[0]
    assert one["id"] in {other["id"] for other in before}
    words = ("temuan", project, "--tahun", "2022", "--abaikan", one["id"], "--alasan", "Pindah")
    assert run(*words).status == 0
    assert temuan(project, 2021) == before
    assert one["id"] not in {left["id"] for left in temuan(project, 2022)}
    assert run("urungkan", project).status == 0
    assert temuan(project, 2022) == untouched


def test_a_corrected_file_closes_the_findings_of_its_own_year(kantor: Kantor) -> None:
    project = in_both(kantor, book_with_faults(kantor))
    before = hitung(project, 2021)
    data = (lebar(ANI, "Ani"), lebar(BUDI, "Budi"), lebar(CITRA, "Citra"))
    hukuman = ((ANI, "Ani", "Ringan", "01-03-2021"), (CITRA, "Dodi", "Ringan", "01-03-2021"))
    mended = kantor.buku("b", Data=[LEBAR, *data], Hukuman=[HUKUMAN, *hukuman])
    mended.replace(kantor.folder / "a.xlsx")
    run("impor", project, kantor.folder / "a.xlsx", "--tahun", "2022")
    assert hitung(project, 2022)["tidak_masuk"] == 0
    assert hitung(project, 2021)["temuan_galat"] == before["temuan_galat"]
    assert hitung(project, 2021)["tidak_masuk"] == before["tidak_masuk"]


def test_an_edit_closes_the_finding_of_its_own_year(kantor: Kantor) -> None:
    rows = (lebar(ANI, "Ani"), lebar(BUDI, "Budi", jp="dua puluh"))
    project = in_both(kantor, kantor.buku("a", Data=[LEBAR, *rows]))
    before = temuan(project, 2021)
    with open_project(project, SAAT) as opened:
        edit.change_statement(opened, SAAT, 2022, int(BUDI), Bukti.DIKLAT_TEKNIS, "20")
    assert temuan(project, 2021) == before
    assert hitung(project, 2021)["temuan_galat"] == 1
    assert hitung(project, 2022)["temuan_galat"] == 0


def test_one_reason_is_for_one_of_two_twins(kantor: Kantor) -> None:
    project = kantor.buat()

    def book(*more: object) -> Path:
        rows = (diklat(ANI, "Ani", "delapan", title) for title in ("Surat", "Arsip"))
        data = [DIKLAT, *more, *rows]
        return kantor.buku("a", Pegawai=pegawai((ANI, "Ani")), Diklat=data)  # type: ignore[arg-type]

    def unread() -> list[int]:
        found = temuan(project, 2021)
        return [one["baris"] for one in found if one["kode"] == "jp-tak-terbaca"]

    kantor.impor(project, book(), status=1)
    assert unread() == [2, 3]
    [second] = [one["id"] for one in temuan(project, 2021) if one["baris"] == 3]
    assert run("temuan", project, "--abaikan", second, "--alasan", "Benar").status == 0
    assert unread() == [2]
    for turn in range(1, 4):
        # Every time it is another file, whose rows have moved.
        more = [diklat(ANI, "Ani", 4 + n, f"Lain {n}") for n in range(turn)]
        kantor.impor(project, book(*more), status=1)
        assert unread() == [2 + turn]
    assert kantor.periksa(project) == 0
