"""What changed between two revisions is told by dimension and person, from what was signed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.workflow.kantor import ANI, BUDI, CITRA, LEBAR, PENGESAHAN, Kantor, lebar, run


def sahkan(project: Path, target: Path) -> None:
    ran = run("sahkan", project, "-o", target, *PENGESAHAN)
    assert ran.status == 0, ran.err


def two(kantor: Kantor, *later: list[object]) -> tuple[Path, Path, Path]:
    """Sign two people, reopen, import more, sign again."""
    project = kantor.buat()
    rows = [LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")]
    kantor.impor(project, kantor.buku("pertama", Daftar=rows))
    first, second = kantor.folder / "pertama.pdf", kantor.folder / "kedua.pdf"
    sahkan(project, first)
    assert run("buka-kembali", project, "--alasan", "perbaikan").status == 0
    if later:
        kantor.impor(project, kantor.buku("kedua", Daftar=[LEBAR, *later]))
    sahkan(project, second)
    return project, first, second


def answer(pdf: Path, project: Path) -> Any:
    ran = run("verifikasi", pdf, "--berkas", project, "--json")
    assert ran.status == 0
    return ran.json


def test_dimensions_and_people_that_changed_are_told(kantor: Kantor) -> None:
    later = (lebar(ANI, "Ani", jp=0), lebar(CITRA, "Citra"))
    project, first, second = two(kantor, *later)
    beda = answer(first, project)["beda"]
    assert beda["revisi"] == {"lama": 0, "baru": 1}
    assert beda["jumlah"] == {"lama": 2, "baru": 3}
    assert [one["nip"] for one in beda["masuk"]] == [CITRA]
    assert beda["keluar"] == []
    (changed,) = beda["berubah"]
    assert changed["nip"] == ANI
    # A pelaksana's course hours are worth 22,5 of 100; nothing else of hers was touched.
    assert set(changed["nilai"]) == {"kompetensi", "ipasn"}
    for points in changed["nilai"].values():
        assert float(points["lama"]) - float(points["baru"]) == 22.5
    means = beda["nilai"]
    assert means["kinerja"]["lama"] == means["kinerja"]["baru"]
    # 22,5 lost by one of three, who all had the same before.
    assert float(means["ipasn"]["lama"]) - float(means["ipasn"]["baru"]) == 7.5
    assert answer(second, project)["beda"] is None

    told = run("verifikasi", first, "--berkas", project).err
    assert "Dari Revisi 0 ke Revisi 1" in told
    assert "1 pegawai berubah nilainya; 1 pegawai masuk" in told
    assert "Ani, NIP 19800101 200501 2 001: Kompetensi" in told


def test_revisions_alike_say_so(kantor: Kantor) -> None:
    project, first, _ = two(kantor)
    beda = answer(first, project)["beda"]
    assert (beda["masuk"], beda["keluar"], beda["berubah"]) == ([], [], [])
    told = run("verifikasi", first, "--berkas", project).err
    assert "nilai setiap pegawai sama" in told


def test_the_newest_that_was_reopened_has_nothing_to_differ_from(kantor: Kantor) -> None:
    project, _, second = two(kantor)
    assert run("buka-kembali", project, "--alasan", "lagi").status == 0
    told = answer(second, project)
    assert (told["beda"], told["pengesahan"]["terbaru"]) == (None, False)
