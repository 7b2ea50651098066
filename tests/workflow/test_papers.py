"""`laporan --jenis`: the papers beside the full report, against the scores they tell of."""

from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path

import pypdfium2
import pytest

from ipasn_core.errors import UserError
from ipasn_core.progress import silent
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.papers import JenisLaporan, Pilihan, choose_people, paper, write_each
from ipasn_core.workflow.score import load_year
from tests.reports.sample import page_texts
from tests.workflow.kantor import ANI, BUDI, LEBAR, PENGESAHAN, SAAT, Kantor, lebar, run

OPD = "Inspektorat Daerah"


def spoken(number: str) -> str:
    """Return a plain number as paper prints it without needless zeros: 72.5 as 72,5."""
    return re.sub(r"\.?0+$", "", number).replace(".", ",") if "." in number else number


def printed(project: Path, target: Path, *words: str) -> list[str]:
    ran = run("laporan", project, "-o", target, *words)
    assert ran.status == 0, ran.err
    return page_texts(target.read_bytes())


def test_one_page_tells_one_person(
    contoh: Path, tmp_path: Path, nilai_contoh: dict[str, dict[str, str]]
) -> None:
    for nip, row in list(nilai_contoh.items())[::850]:
        pages = printed(contoh, tmp_path / "satu.pdf", "--jenis", "perorangan", "--nip", nip)
        assert len(pages) == 1
        text = " ".join(pages[0].split())
        assert row["nama"] in text
        assert f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" in text
        assert f"IPASN {spoken(row['indeks'])} Kategori {row['kategori']}" in text
        for dimensi in ("kualifikasi", "kompetensi", "kinerja", "disiplin"):
            value = f"{float(row[dimensi]):.2f}".replace(".", ",")
            assert re.search(rf"{dimensi.capitalize()} bobot \d+ {value} ", text), dimensi


def test_a_batch_is_one_file_with_a_place_for_everybody(
    contoh: Path, tmp_path: Path, nilai_contoh: dict[str, dict[str, str]]
) -> None:
    target = tmp_path / "semua.pdf"
    pages = printed(contoh, target, "--jenis", "perorangan", "--opd", OPD.upper())
    expected = sorted(row["nama"] for row in nilai_contoh.values() if row["opd"] == OPD)
    assert len(pages) == len(expected) > 10
    with pypdfium2.PdfDocument(target) as document:
        entries = [(one.level, one.get_title()) for one in document.get_toc()]
    assert entries[0] == (0, OPD)
    assert sorted(title for level, title in entries if level == 1) == expected
    assert all("Halaman 1 dari 1" in page for page in pages)


def test_a_file_for_each(contoh: Path, tmp_path: Path) -> None:
    with open_project(contoh) as project:
        state = load_year(project, None)
        asked = Pilihan(JenisLaporan.PERORANGAN, OPD)
        people = choose_people(state, asked)[:3]
        some = Pilihan(JenisLaporan.PERORANGAN, nip=tuple(int(state.roster.nip[i]) for i in people))
        assert write_each(project, SAAT, state, some, tmp_path, silent) == 3
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"{state.roster.nama[i]} {state.roster.nip[i]}.pdf" for i in people}


def test_rekap_is_two_pages_with_the_published_table(contoh: Path, tmp_path: Path) -> None:
    pages = printed(contoh, tmp_path / "rekap.pdf", "--jenis", "rekap")
    text = " ".join(" ".join(pages).split())
    assert len(pages) == 2
    assert "Indeks Profesionalitas ASN 100 71,59 75 95,44" in text
    dense = text.replace(" ", "")  # the reader leaves out blanks between short cells
    for row in ("12,131580,86", "30,573198,61", "23,892595,56", "4,994124,75"):
        assert dense.count(row) == 2  # the table, and beside the bars
    assert "1. Dinas Kepemudaan, Olahraga, Pariwisata dan Ekonomi Kreatif 46 74,91" in text


def test_nominatif_of_one_opd(
    contoh: Path, tmp_path: Path, nilai_contoh: dict[str, dict[str, str]]
) -> None:
    text = " ".join(printed(contoh, tmp_path / "n.pdf", "--jenis", "nominatif", "--opd", OPD))
    for row in nilai_contoh.values():
        shown = f"{row['nip'][:8]} {row['nip'][8:14]} {row['nip'][14]} {row['nip'][15:]}" in text
        assert shown == (row["opd"] == OPD)


def test_nobody_to_print_is_said(kantor: Kantor) -> None:
    project = kantor.buat()
    ran = run("laporan", project, "-o", kantor.folder / "x.pdf", "--jenis", "rekap")
    assert ran.status == 3
    rows = [LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi", status="PPPK")]
    kantor.impor(project, kantor.buku("daftar", Daftar=rows), status=0)
    for words, told in (
        (("perorangan", "--nip", "198503122010011999"), "tidak termasuk yang diukur"),
        (("nominatif", "--opd", "Dinas Entah"), "Tidak ada pegawai yang diukur"),
    ):
        ran = run("laporan", project, "-o", kantor.folder / "x.pdf", "--jenis", *words)
        assert ran.status == 3
        assert told in ran.err
    assert not (kantor.folder / "x.pdf").exists()


def test_papers_of_a_signed_year_name_what_was_signed(kantor: Kantor) -> None:
    project = kantor.buat()
    kantor.impor(
        project, kantor.buku("daftar", Daftar=[LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "B")])
    )
    signed = kantor.folder / "sah.pdf"
    assert run("sahkan", project, "-o", signed, *PENGESAHAN).status == 0
    sidik = re.search(r"Sidik jari isi ([0-9A-F-]{19})", page_texts(signed.read_bytes())[0])
    assert sidik is not None
    for jenis in ("rekap", "nominatif", "perorangan"):
        target = kantor.folder / f"{jenis}.pdf"
        text = " ".join(printed(project, target, "--jenis", jenis))
        assert "DRAF" not in text
        assert f"Sidik jari isi {sidik[1]}" in text
        assert "Nomor 800/142/BKPSDM/2022" in text
        # Only the full report is what was signed.
        assert run("verifikasi", target, "--berkas", project).status == 1


def test_the_same_paper_twice_is_the_same_bytes(contoh: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan.ipasn"
    shutil.copy(contoh, copy)
    with open_project(copy) as project:
        state = load_year(project, None)
        asked = Pilihan(JenisLaporan.PERORANGAN, OPD)
        first = paper(project, SAAT, state, asked)
        assert paper(project, SAAT, state, asked) == first
        with pytest.raises(UserError):
            paper(project, SAAT, state, Pilihan(JenisLaporan.PERORANGAN, "Dinas Entah"))


PEMERIKSA = "198001012005012001"


def test_minutes_say_what_was_verified_and_who_signs(kantor: Kantor) -> None:
    project = kantor.buat()
    rows = [LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "B", hukuman=None)]
    kantor.impor(project, kantor.buku("daftar", Daftar=rows))
    target = kantor.folder / "acara.pdf"
    (page,) = printed(project, target, "--jenis", "berita-acara")
    text = " ".join(page.split())
    for words in (
        "1. Pegawai yang diukur 2 pegawai",
        "1 pegawai belum lengkap (50,00%)",
        "Temuan galat Tidak ada yang terbuka",
        "1 berkas, 1 lembar 2 baris diterima, 0 baris ditolak",
        "2 entri Rantai jurnal utuh",
        "Tidak ada verifikator terdaftar",
        "Pada hari ....................,",
        "bertempat di Bontang",
        "BELUM DISAHKAN",
    ):
        assert words in text, words

    official = f"verifikator;NAMA PEMERIKSA, S.E.;{PEMERIKSA};Pembina, IV/a;Sekretaris BKPSDM"
    assert run("atur", project, f"pejabat.1={official}").status == 0
    assert run("telaah", project, "--nip", PEMERIKSA).status == 0
    assert run("sahkan", project, "-o", kantor.folder / "sah.pdf", *PENGESAHAN).status == 0
    (page,) = printed(project, target, "--jenis", "berita-acara")
    text = " ".join(page.split())
    for words in (
        "Pada hari Senin, tanggal 31 Januari 2022, bertempat di Bontang",
        "Diperiksa NAMA PEMERIKSA, S.E., 31 Januari 2022",
        "Nomor 800/142/BKPSDM/2022, Revisi 0 Sidik jari isi",
        "SEKRETARIS BKPSDM,",
        "NAMA CONTOH, S.Sos., M.Si.",
    ):
        assert words in text, words
    assert "DRAF" not in text


def test_minutes_tell_a_broken_journal(kantor: Kantor) -> None:
    project = kantor.buat("rusak")
    kantor.impor(project, kantor.buku("daftar", Daftar=[LEBAR, lebar(ANI, "Ani")]))
    with sqlite3.connect(project) as db:
        db.execute("UPDATE jurnal SET pengguna = 'Orang Lain' WHERE id = 1")
    db.close()
    (page,) = printed(project, kantor.folder / "acara.pdf", "--jenis", "berita-acara")
    assert "Rantai jurnal tidak utuh" in " ".join(page.split())
