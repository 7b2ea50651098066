"""The life of a year: another year, signing, reopening, revision; backups on the way."""

from __future__ import annotations

import datetime
from pathlib import Path

from ipasn_core.storage import backup
from ipasn_core.workflow.context import Context
from tests.reports.sample import page_texts
from tests.workflow.kantor import LEBAR, WITA, Kantor, lebar, run

A, B = "198503122010011004", "197901012005012003"
SAH = ("--tempat", "X", "--tanggal", "2022-01-31", "--nama", "N", "--jabatan", "Kepala")


def satu(kantor: Kantor) -> Path:
    project = kantor.buat()
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(A, "Ani"), lebar(B, "Budi")]))
    return project


def sah(kantor: Kantor, project: Path, nomor: str, nama: str, status: int = 0) -> Path:
    target = kantor.folder / nama
    assert run("sahkan", project, "-o", target, "--nomor", nomor, *SAH).status == status
    return target


def test_people_are_carried_and_nothing_else(kantor: Kantor) -> None:
    project = satu(kantor)
    added = run("tahun", project, "--buat", "2022", "--target", "disiplin=4", "--json")
    assert (added.status, added.json["pegawai"]) == (0, 2)
    new = run("hitung", project, "--json").json
    assert (new["tahun"], new["jumlah"], new["belum_lengkap"]) == (2022, 2, 2)
    # A statement and an appraisal hold for their own year.
    assert new["indeks"] == "0.00"
    old = run("hitung", project, "--tahun", "2021", "--json").json
    assert (old["jumlah"], old["belum_lengkap"]) == (2, 0)
    assert run("tahun", project, "--buat", "2022").status == 3
    assert run("tahun", project, "--buat", "2020", "--dari", "2019").status == 3
    assert run("tahun", project, "--buat", "1990").status == 3
    earlier = run("tahun", project, "--buat", "2020", "--json")
    assert (earlier.status, earlier.json["pegawai"]) == (0, 0)


def test_a_year_added_can_be_undone_until_it_is_used(kantor: Kantor) -> None:
    project = satu(kantor)
    assert run("tahun", project, "--buat", "2022").status == 0
    assert run("urungkan", project).status == 0
    assert run("hitung", project, "--tahun", "2022").status == 3


def test_reopening_needs_a_reason_and_gives_a_revision(kantor: Kantor) -> None:
    project = satu(kantor)
    assert run("buka-kembali", project, "--alasan", "salah").status == 3
    first = sah(kantor, project, "1/2022", "satu.pdf")
    assert run("buka-kembali", project, "--alasan", "  ").status == 2
    assert run("buka-kembali", project, "--alasan", "Data susulan").status == 0
    kantor.impor(project, kantor.buku("b", Data=[LEBAR, lebar(A, "Ani", nilai=95)]))
    second = sah(kantor, project, "2/2022", "dua.pdf")
    title = page_texts(second.read_bytes())[0]
    assert "REVISI 1" in title
    assert "menggantikan laporan Nomor 1/2022 tanggal 31 Januari 2022" in title
    old = run("verifikasi", first, "--berkas", project, "--json")
    assert (old.status, old.json["pengesahan"]["terbaru"]) == (0, False)
    new = run("verifikasi", second, "--berkas", project, "--json")
    assert (new.status, new.json["pengesahan"]["terbaru"]) == (0, True)
    assert "dibuka kembali dari Revisi 0: Data susulan" in run("riwayat", project).err
    assert run("laporan", project, "-o", kantor.folder / "l.pdf").status == 0
    assert (kantor.folder / "l.pdf").read_bytes() == second.read_bytes()


def test_a_backup_is_made_before_imports_and_signing(kantor: Kantor) -> None:
    project = kantor.buat()
    before = project.read_bytes()
    assert run("cadangan", project, "--json").json == {"cadangan": []}
    book = kantor.buku("a", Data=[LEBAR, lebar(A, "Ani")])
    kantor.impor(project, book, "--coba")
    assert run("cadangan", project, "--json").json == {"cadangan": []}
    kantor.impor(project, book)
    [made] = run("cadangan", project, "--json").json["cadangan"]
    assert made["sebab"] == "impor"
    back = kantor.folder / "pulih.ipasn"
    assert run("cadangan", project, "--pulihkan", made["id"], "-o", back).status == 0
    assert back.read_bytes() == before
    assert run("hitung", back, "--json").json["jumlah"] == 0
    assert run("cadangan", project, "--pulihkan", made["id"], "-o", back).status == 3
    assert (
        run("cadangan", project, "--pulihkan", "tidak-ada", "-o", kantor.folder / "x").status == 3
    )
    assert run("cadangan", project, "--pulihkan", made["id"]).status == 2


def test_backups_are_bounded(kantor: Kantor) -> None:
    project = kantor.buat()
    start = datetime.datetime(2022, 1, 3, tzinfo=WITA)
    for hour in range(0, 24 * 120, 3):
        backup.make(project, start + datetime.timedelta(hours=hour), "impor")
    kept = backup.listing(project)
    assert len(kept) <= 24 + 14 + 8
    assert kept[0].waktu == start + datetime.timedelta(hours=24 * 120 - 3)
    ages = [kept[0].waktu - one.waktu for one in kept]
    # Hours are kept close by, days for two weeks, weeks for two months.
    assert sum(age < datetime.timedelta(hours=70) for age in ages) >= 23
    assert max(ages) > datetime.timedelta(days=42)


def test_two_backups_of_one_second_are_one(kantor: Kantor) -> None:
    project = kantor.buat()
    now = Context(datetime.datetime(2022, 1, 1, tzinfo=WITA), "x").now
    assert backup.make(project, now, "impor") == backup.make(project, now, "impor")
