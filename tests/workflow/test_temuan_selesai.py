"""Findings close by their own row, by person and field, by a readable file; and by nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.workflow.kantor import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    EKA,
    LEBAR,
    PEGAWAI,
    Kantor,
    lebar,
    run,
)
from tests.workflow.test_temuan import correct, tabel

DIKLAT = ("NIP", "Nama", "Jenis Diklat", "Nama Diklat", "Tanggal Selesai", "Jumlah JP")
HUKUMAN = ("NIP", "Nama", "Tingkat Hukuman", "TMT")


def pegawai(*people: tuple[str, str], opd: str = "Dinas A") -> list[Sequence[object]]:
    rows = [(nip, nama, "PNS", "Pelaksana", "Pelaksana", "Staf", opd) for nip, nama in people]
    return [PEGAWAI, *rows]


def diklat(nip: str, nama: str, jp: object, judul: str = "Arsip") -> tuple[object, ...]:
    return (nip, nama, "Diklat Teknis", judul, "03-02-2021", jp)


def terbuka(project: Path) -> list[str]:
    """Return the codes of the reading findings that are open."""
    found = run("temuan", project, "--json").json["temuan"]
    return [one["kode"] for one in found if one["berkas"] is not None]


def diklat_teknis(project: Path, nip: str) -> list[Any]:
    """Return the records of diklat teknis that the trace of somebody shows."""
    trace = run("jelas", project, nip, "--json").json
    [one] = [one for one in trace["instrumen"] if one["instrumen"] == "diklat_teknis"]
    found: list[Any] = one["rekaman"]
    return found


def test_correct_row_of_a_history_replaces_the_record_born_with_a_fault(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = (diklat(ANI, "Ani", 12), diklat(ANI, "Ani", "delapan", "Surat"))
    kantor.impor(
        project, kantor.buku("a", Pegawai=pegawai((ANI, "Ani")), Diklat=[DIKLAT, *rows]), status=1
    )
    assert len(diklat_teknis(project, ANI)) == 2
    rows = (rows[0], diklat(ANI, "Ani", 8, "Surat"))
    answer = kantor.impor(
        project, kantor.buku("a", Pegawai=pegawai((ANI, "Ani")), Diklat=[DIKLAT, *rows])
    )
    assert (answer["berubah"], answer["ganda"]) == (1, 0)
    assert len(diklat_teknis(project, ANI)) == 2
    assert (terbuka(project), kantor.nilai(project)[ANI]["kompetensi"]) == ([], "22.5")


@pytest.mark.parametrize("judul", ["Surat", "Surat Dinas"])
def test_correct_row_of_the_refused_workbook_replaces_the_record(
    kantor: Kantor, judul: str
) -> None:
    project = kantor.buat()
    rows = (diklat(ANI, "Ani", "dua puluh", "Surat"),)
    refused = kantor.folder / "tolak.xlsx"
    book = kantor.buku("a", Pegawai=pegawai((ANI, "Ani")), Diklat=[DIKLAT, *rows])
    kantor.impor(project, book, "--galat", refused, status=1)
    correct(refused, {"Ani": {"Jumlah JP": 20, "Nama Diklat": judul}})
    kantor.impor(project, refused)
    assert len(diklat_teknis(project, ANI)) == 1
    assert (terbuka(project), kantor.nilai(project)[ANI]["kompetensi"]) == ([], "22.5")


def test_same_course_without_its_fault_closes_from_any_file(kantor: Kantor) -> None:
    project = kantor.buat()
    faulty = kantor.buku(
        "a", Pegawai=pegawai((ANI, "Ani")), Diklat=[DIKLAT, diklat(ANI, "Ani", "?", "Surat")]
    )
    kantor.impor(project, faulty, status=1)
    kantor.impor(project, kantor.buku("b", Lain=[DIKLAT, diklat(ANI, "Ani", 20, "Arsip")]))
    assert terbuka(project) == ["jp-tak-terbaca"]
    kantor.impor(project, kantor.buku("c", Lain=[DIKLAT, diklat(ANI, "Ani", 8, "Surat")]))
    assert terbuka(project) == []
    assert len(diklat_teknis(project, ANI)) == 2


def test_row_without_a_name_is_known_by_what_it_says(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = [DIKLAT[0], *DIKLAT[2:]]
    bad, good = ((nip, *diklat("", "", 20)[2:]) for nip in ("1980010120050120", ANI))
    people = pegawai((ANI, "Ani"))
    kantor.impor(project, kantor.buku("a", Pegawai=people, Diklat=[heads, bad]), status=1)
    kantor.impor(project, kantor.buku("a", Pegawai=people, Diklat=[heads, good]))
    assert terbuka(project) == []


def test_rows_of_a_stranger_close_when_they_come_after_the_person(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = [DIKLAT, diklat(ANI, "Ani", 20), diklat(BUDI, "Budi", 20)]
    book = kantor.buku("a", Pegawai=pegawai((ANI, "Ani")), Diklat=rows)
    kantor.impor(project, book, status=1)
    kantor.impor(project, kantor.buku("b", Pegawai=pegawai((BUDI, "Budi"))))
    assert terbuka(project) == ["pegawai-tak-dikenal"]  # the person is in, the course is not
    kantor.impor(project, book)
    assert terbuka(project) == []
    assert kantor.nilai(project)[BUDI]["kompetensi"] == "22.5"


def test_person_without_a_name_closes_when_the_name_comes_from_anywhere(kantor: Kantor) -> None:
    project = kantor.buat()
    nameless = kantor.buku("a", Data=[("NIP", "Seminar"), (ANI, "Sudah"), (BUDI, "Belum")])
    known = kantor.buku("b", Data=pegawai((BUDI, "Budi")))
    kantor.impor(project, nameless, known, status=1)
    assert terbuka(project) == ["identitas-kurang"]
    kantor.impor(project, kantor.buku("c", Data=pegawai((ANI, "Ani"))))
    assert terbuka(project) == []


def test_conflict_closes_by_one_clean_row(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = (lebar(ANI, "Ani", pendidikan="S-1"), lebar(ANI, "Ani", pendidikan="S-2"))
    kantor.impor(project, tabel(kantor, "a", *rows, lebar(BUDI, "Budi")), status=1)
    kantor.impor(project, tabel(kantor, "b", lebar(BUDI, "Budi")))
    assert terbuka(project) == ["baris-bertentangan"]
    kantor.impor(project, tabel(kantor, "c", lebar(ANI, "Ani", pendidikan="S-2")))
    assert (terbuka(project), run("hitung", project, "--json").json["tidak_masuk"]) == ([], 0)


def test_coverage_stays_withheld_as_long_as_the_row_is_kept_out(kantor: Kantor) -> None:
    project = kantor.buat()
    people = pegawai((ANI, "Ani"), (BUDI, "Budi"))

    def kirim(nip: str, tingkat: str = "Ringan", status: int = 1) -> None:
        rows = [HUKUMAN, (nip, "Budi", tingkat, "01-03-2021")]
        kantor.impor(project, kantor.buku("a", Pegawai=people, Hukuman=rows), status=status)

    def disiplin() -> dict[str, str]:
        return {nip: row["disiplin"] for nip, row in kantor.nilai(project).items()}

    kirim("19810202200602100")
    assert disiplin() == {ANI: "0", BUDI: "0"}
    kirim("19810202200602100", "Sedang")  # another file, the same row, as faulty as before
    assert (len(terbuka(project)), disiplin()) == (1, {ANI: "0", BUDI: "0"})
    kirim(BUDI, "?")
    assert disiplin() == {ANI: "5", BUDI: "0"}
    kirim(BUDI, status=0)
    assert (terbuka(project), disiplin()) == ([], {ANI: "5", BUDI: "3"})


def test_refused_row_that_is_still_out_withholds_what_it_withheld(kantor: Kantor) -> None:
    project = kantor.buat()
    people = pegawai((ANI, "Ani"), (BUDI, "Budi"))
    rows = [HUKUMAN, ("19810202200602100", "Budi", "Ringan", "01-03-2021")]
    refused, again = kantor.folder / "tolak.xlsx", kantor.folder / "tolak2.xlsx"
    book = kantor.buku("a", Pegawai=people, Hukuman=rows)
    kantor.impor(project, book, "--galat", refused, status=1)
    correct(refused, {"Budi": {"NIP": "1981020220060210022"}})
    other = kantor.buku("b", Pegawai=people)
    kantor.impor(project, refused, other, "--galat", again, status=1)
    assert terbuka(project) == ["nip-bukan-18-angka"]
    assert kantor.nilai(project)[ANI]["disiplin"] == "0"
    correct(again, {"Budi": {"NIP": BUDI}})
    kantor.impor(project, again)
    found = kantor.nilai(project)
    assert terbuka(project) == []
    assert (found[ANI]["disiplin"], found[BUDI]["disiplin"]) == ("5", "3")


def test_what_was_set_aside_stays_so_while_it_is_wrong(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani", nilai=191)), status=1)
    [one] = run("temuan", project, "--json").json["temuan"][:1]
    assert run("temuan", project, "--abaikan", one["id"], "--alasan", "Menunggu").status == 0
    rows = (lebar(ANI, "Ani", nilai=191), lebar(BUDI, "Budi"))
    kantor.impor(project, tabel(kantor, "a", *rows), status=1)
    assert terbuka(project) == []
    kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani", nilai=91), rows[1]))
    assert terbuka(project) == []


def test_undoing_the_correction_opens_its_finding_again(kantor: Kantor) -> None:
    project = kantor.buat()
    faulty = (PEGAWAI, pegawai((ANI, "Ani"))[1])
    book = kantor.buku("a", Pegawai=faulty, Diklat=[DIKLAT, diklat(ANI, "Ani", "?")])
    kantor.impor(project, book, status=1)
    kantor.impor(project, kantor.buku("a", Pegawai=faulty, Diklat=[DIKLAT, diklat(ANI, "Ani", 20)]))
    assert (terbuka(project), len(diklat_teknis(project, ANI))) == ([], 1)
    assert run("urungkan", project).status == 0
    assert terbuka(project) == ["jp-tak-terbaca"]
    assert run("urungkan", project, "--ulangi").status == 0
    assert (terbuka(project), len(diklat_teknis(project, ANI))) == ([], 1)


def test_the_same_file_again_closes_nothing_and_leaves_no_entry(kantor: Kantor) -> None:
    project = kantor.buat()
    book = tabel(kantor, "a", lebar(ANI, "Ani", nilai=191))
    kantor.impor(project, book, status=1)
    before = len(run("riwayat", project, "--json").json["jurnal"])
    kantor.impor(project, book, status=1)
    assert len(run("riwayat", project, "--json").json["jurnal"]) == before
    assert terbuka(project) == ["nilai-di-luar-skala"]


def test_refused_rows_close_their_findings(kantor: Kantor) -> None:
    project = kantor.buat()
    source = tabel(
        kantor,
        "kiriman",
        lebar(ANI, "Ani"),
        lebar("19810202200602100", "Budi"),
        lebar(CITRA, "Citra", nilai=191),
        [*lebar(DEDI, "Dedi")[:1], int(DEDI), *lebar(DEDI, "Dedi")[2:]],
        lebar(EKA, "Eka", pendidikan="Bintang Lima", hukuman="Entah"),
    )
    refused = kantor.folder / "tolak.xlsx"
    kantor.impor(project, source, "--galat", refused, status=1)
    fixed: dict[str, dict[str, str | int]] = {
        "Budi": {"NIP": BUDI},
        "Citra": {"Nilai Kinerja": 91},
        "Dedi": {"NIP": DEDI},
        "Eka": {"Pendidikan": "D-III", "Hukuman Disiplin": "Ringan"},
    }
    correct(refused, fixed)
    kantor.impor(project, refused, status=0)
    result = run("hitung", project, "--json").json
    assert (result["temuan_galat"], result["tidak_masuk"], result["belum_lengkap"]) == (0, 0, 0)
    assert run("temuan", project, "--json").json["temuan"] == []


def test_unreadable_file_closes_when_a_readable_one_comes(kantor: Kantor) -> None:
    project = kantor.buat()
    good = kantor.buku("baik", Data=[LEBAR, lebar(ANI, "Ani")])
    bad = kantor.folder / "rusak.xlsx"
    bad.write_bytes(b"PK\x03\x04 this is no workbook")
    kantor.impor(project, bad, good, status=1)
    kantor.buku("rusak", Data=[LEBAR, lebar(BUDI, "Budi")])
    kantor.impor(project, bad)
    assert run("hitung", project, "--json").json["temuan_galat"] == 0


def test_refused_workbook_still_wrong_is_told_again(kantor: Kantor) -> None:
    project = kantor.buat()
    source = tabel(kantor, "a", lebar(ANI, "Ani"), lebar(CITRA, "Citra", nilai=191, jp=-1))
    refused = kantor.folder / "tolak.xlsx"
    kantor.impor(project, source, "--galat", refused, status=1)
    correct(refused, {"Citra": {"JP Diklat Teknis": 20}})
    second = kantor.folder / "tolak2.xlsx"
    kantor.impor(project, refused, "--galat", second, status=1)
    assert run("hitung", project, "--json").json["temuan_galat"] == 1
    heads = correct(second, {"Citra": {"Nilai Kinerja": 90}})
    assert heads.count("ID Temuan") == 1
    kantor.impor(project, second, status=0)
    assert run("hitung", project, "--json").json["temuan_galat"] == 0
    assert kantor.nilai(project)[CITRA]["indeks"] == "85"


def test_refused_conflict_is_settled_by_deleting_a_row(kantor: Kantor) -> None:
    project = kantor.buat()
    source = tabel(
        kantor, "a", lebar(BUDI, "Budi"), lebar(ANI, "Ani"), lebar(ANI, "Ani", pendidikan="S-2")
    )
    refused = kantor.folder / "tolak.xlsx"
    kantor.impor(project, source, "--galat", refused, status=1)
    book = load_workbook(refused)
    assert book.worksheets[0].max_row == 3
    book.worksheets[0].delete_rows(2)
    book.save(refused)
    kantor.impor(project, refused, status=0)
    assert kantor.nilai(project)[ANI]["kualifikasi"] == "20"
    assert run("hitung", project, "--json").json["temuan_galat"] == 0


def test_finding_closes_when_the_corrected_sheet_comes_again(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani", nilai=191)), status=1)
    kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani", nilai=91)), status=0)
    assert run("hitung", project, "--json").json["temuan_galat"] == 0


def test_finding_stays_when_another_file_says_nothing_of_it(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(project, tabel(kantor, "a", lebar(ANI, "Ani", nilai=191)), status=1)
    kantor.impor(project, tabel(kantor, "b", lebar(BUDI, "Budi")), status=0)
    assert run("hitung", project, "--json").json["temuan_galat"] == 1
    kantor.impor(project, tabel(kantor, "c", lebar(ANI, "Ani", nilai=80)), status=0)
    assert run("hitung", project, "--json").json["temuan_galat"] == 0


# ---------------------------------------------------------------- not by a colleague

SITI = "198001012005012009"
HAMPIR = "19800101200501200"
"""The NIP of Siti with a digit lost."""


def test_a_colleague_of_the_same_name_closes_nothing(kantor: Kantor) -> None:
    project = kantor.buat()
    both = pegawai((ANI, "Siti Aminah"), (HAMPIR, "Siti Aminah, S.E."))
    kantor.impor(project, kantor.buku("a", Pegawai=both), status=1)
    kantor.impor(project, kantor.buku("a", Pegawai=pegawai((ANI, "Siti Aminah"), (BUDI, "Budi"))))
    assert terbuka(project) == ["nip-bukan-18-angka"]
    mended = pegawai((ANI, "Siti Aminah"), (SITI, "Siti Aminah, S.E."))
    kantor.impor(project, kantor.buku("a", Pegawai=mended))
    assert "nip-bukan-18-angka" not in terbuka(project)


@pytest.mark.parametrize(("mended", "left"), [((BUDI,), 2), ((BUDI, SITI), 0)])
def test_fewer_rows_than_findings_of_one_name_close_none(
    kantor: Kantor, mended: tuple[str, ...], left: int
) -> None:
    project = kantor.buat()
    both = pegawai((ANI, "Ani"), ("belum ber-NIP", "Siti Aminah"), ("menyusul", "Siti Aminah"))
    kantor.impor(project, kantor.buku("a", Pegawai=both), status=1)
    assert len(terbuka(project)) == 2
    people = pegawai((ANI, "Ani"), *((nip, "Siti Aminah") for nip in mended))
    kantor.impor(project, kantor.buku("a", Pegawai=people))
    assert [one for one in terbuka(project) if one.startswith("nip-")] == [
        "nip-bukan-18-angka"
    ] * left


def test_a_colleague_on_the_same_course_closes_nothing(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = [DIKLAT[0], *DIKLAT[2:]]
    course = diklat("", "", 20)[2:]
    people = pegawai((ANI, "Ani"), (SITI, "Siti"))
    bad = [heads, (ANI, *course), (HAMPIR, *course)]
    kantor.impor(project, kantor.buku("a", Pegawai=people, Diklat=bad), status=1)
    kantor.impor(project, kantor.buku("a", Pegawai=people, Diklat=bad[:2]))
    assert terbuka(project) == ["nip-bukan-18-angka"]
    mended = [heads, (ANI, *course), (SITI, *course)]
    kantor.impor(project, kantor.buku("a", Pegawai=people, Diklat=mended))
    assert terbuka(project) == []


def test_another_row_with_the_same_faulty_nip_closes_nothing(kantor: Kantor) -> None:
    project = kantor.buat()
    people = pegawai((ANI, "Ani"), ("1234", "Budi"), ("1234", "Citra"))
    kantor.impor(project, kantor.buku("a", Pegawai=people), status=1)
    kantor.impor(project, kantor.buku("a", Pegawai=people[:3]), status=1)
    assert len(terbuka(project)) == 2
    mended = pegawai((ANI, "Ani"), ("1234", "Budi"), (CITRA, "Citra"))
    kantor.impor(project, kantor.buku("a", Pegawai=mended), status=1)
    assert len(terbuka(project)) == 1
