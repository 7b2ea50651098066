"""`sahkan`, `laporan`, `verifikasi`: what is signed never changes, and nothing is half signed."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import shutil
from pathlib import Path

import pypdfium2
import pytest

from ipasn_core.formatting import format_fingerprint, format_nip
from ipasn_core.storage.project import open_project
from tests.reports.sample import page_texts
from tests.workflow.kantor import (
    ANI,
    BUDI,
    LEBAR,
    PENGESAHAN,
    SAAT,
    Kantor,
    jurnal,
    lebar,
    run,
    sidik,
)


def halaman(path: Path) -> list[str]:
    """Return the text of each page."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def kecil(kantor: Kantor, nama: str = "uji") -> Path:
    """Return a project that can be signed."""
    project = kantor.buat(nama)
    rows = [lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=95)]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *rows]))
    return project


def test_signed_report_is_returned_byte_for_byte(kantor: Kantor) -> None:
    project = kecil(kantor)
    signed, again = kantor.folder / "sah.pdf", kantor.folder / "lagi.pdf"
    ran = run("sahkan", project, "-o", signed, *PENGESAHAN, "--json")
    assert ran.status == 0
    assert ran.json["sha256"] == sidik(signed)
    later = dataclasses.replace(SAAT, now=SAAT.now + datetime.timedelta(days=900), user="Orang")
    assert run("laporan", project, "-o", again, context=later).status == 0
    assert again.read_bytes() == signed.read_bytes()
    assert "DRAF" not in "".join(halaman(signed))
    assert [one["perbuatan"] for one in jurnal(project)] == ["buat", "impor", "sahkan"]
    assert run("hitung", project, "--json").json["disahkan"] is True


def test_verification_is_honest(kantor: Kantor) -> None:
    project = kecil(kantor)
    signed = kantor.folder / "sah.pdf"
    assert run("sahkan", project, "-o", signed, *PENGESAHAN).status == 0

    proven = run("verifikasi", signed, "--berkas", project, "--json")
    assert (proven.status, proven.json["jawaban"]) == (0, "asli")
    assert proven.json["pengesahan"]["tahun"] == 2021
    assert "2021" in proven.json["kalimat"]

    alone = run("verifikasi", signed, "--json")
    assert alone.status == 1
    assert "tidak dapat dipastikan tanpa berkas proyek" in alone.json["kalimat"]

    raw = bytearray(signed.read_bytes())
    for at in (10, len(raw) // 2, len(raw) - 2):
        changed = bytearray(raw)
        changed[at] ^= 1
        copy = kantor.folder / "ubah.pdf"
        copy.write_bytes(changed)
        altered = run("verifikasi", copy, "--berkas", project, "--json")
        assert (altered.status, altered.json["jawaban"]) == (1, "berbeda")

    longer = kantor.folder / "panjang.pdf"
    longer.write_bytes(bytes(raw) + b"\n")
    assert run("verifikasi", longer, "--berkas", project).status == 1

    other = kecil(kantor, "lain")
    assert run("verifikasi", signed, "--berkas", other).status == 1


def test_verification_of_what_is_no_pdf(kantor: Kantor) -> None:
    project = kecil(kantor)
    text = kantor.folder / "surat.pdf"
    text.write_text("bukan pdf")
    empty = kantor.folder / "kosong.pdf"
    empty.touch()
    for path in (text, empty, kantor.folder / "tidak-ada.pdf", kantor.folder):
        assert run("verifikasi", path, "--json").status == 3
        assert run("verifikasi", path, "--berkas", project, "--json").status == 3
    draft = kantor.folder / "draf.pdf"
    assert run("laporan", project, "-o", draft).status == 0
    assert run("verifikasi", draft, "--berkas", project).status == 1
    assert run("verifikasi", draft, "--berkas", text, "--json").status == 3
    assert run("verifikasi", draft, "--berkas", kantor.folder / "x.ipasn", "--json").status == 3


def refused(kantor: Kantor, project: Path, words: tuple[str, ...], status: int = 3) -> None:
    """Assert that signing is refused: no file, no entry, not one byte changed."""
    before, entries = sidik(project), jurnal(project)
    target = kantor.folder / "tidak-jadi.pdf"
    ran = run("sahkan", project, "-o", target, *words, "--json")
    assert ran.status == status, ran.out.decode()
    assert not target.exists()
    assert (sidik(project), jurnal(project)) == (before, entries)
    assert not [path for path in kantor.folder.iterdir() if path.name.endswith(".baru")]


def test_year_is_signed_once(kantor: Kantor) -> None:
    project = kecil(kantor)
    signed = kantor.folder / "sah.pdf"
    assert run("sahkan", project, "-o", signed, *PENGESAHAN).status == 0
    before = signed.read_bytes()
    refused(kantor, project, PENGESAHAN)
    assert run("sahkan", project, "-o", signed, *PENGESAHAN).status == 3
    assert signed.read_bytes() == before


def test_year_with_open_galat_is_not_signed_until_it_is_set_aside(kantor: Kantor) -> None:
    project = kecil(kantor)
    faulty = kantor.buku("b", Data=[LEBAR, lebar(ANI, "Ani", pendidikan="Bintang Lima")])
    answer = kantor.impor(project, faulty, status=1)
    refused(kantor, project, PENGESAHAN)
    number = answer["temuan"][0]["id"]
    assert run("temuan", project, "--abaikan", number, "--alasan", "menyusul").status == 0
    assert run("sahkan", project, "-o", kantor.folder / "sah.pdf", *PENGESAHAN).status == 0


def test_empty_year_is_neither_signed_nor_printed(kantor: Kantor) -> None:
    project = kantor.buat()
    refused(kantor, project, PENGESAHAN)
    target = kantor.folder / "laporan.pdf"
    assert run("laporan", project, "-o", target, "--json").status == 3
    assert not target.exists()


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--tanggal", "31-01-2022"),
        ("--tanggal", "2022-02-30"),
        ("--nomor", " "),
        ("--nama", ""),
        ("--nip", "123"),
    ],
)
def test_official_that_makes_no_sense_is_wrong_use(kantor: Kantor, option: str, value: str) -> None:
    project = kecil(kantor)
    words = list(PENGESAHAN)
    words[words.index(option) + 1] = value
    refused(kantor, project, tuple(words), status=2)


def test_date_is_stored_in_one_spelling(kantor: Kantor) -> None:
    project = kecil(kantor)
    words = list(PENGESAHAN)
    words[words.index("--tanggal") + 1] = "20220131"
    assert run("sahkan", project, "-o", kantor.folder / "sah.pdf", *words).status == 0
    with open_project(project) as opened:
        signing = opened.pengesahan(2021)
    assert signing is not None
    assert signing.pejabat.tanggal == "2022-01-31"


def test_missing_option_is_wrong_use(kantor: Kantor) -> None:
    project = kecil(kantor)
    for option in ("--nomor", "--tempat", "--tanggal", "--nama", "--jabatan"):
        at = PENGESAHAN.index(option)
        refused(kantor, project, (*PENGESAHAN[:at], *PENGESAHAN[at + 2 :]), status=2)
    assert run("sahkan", project, *PENGESAHAN, "--json").status == 2


def test_output_that_cannot_be_written_leaves_the_year_unsigned(kantor: Kantor) -> None:
    project = kecil(kantor)
    before = sidik(project)
    nowhere = kantor.folder / "tidak" / "sah.pdf"
    assert run("sahkan", project, "-o", nowhere, *PENGESAHAN, "--json").status == 3
    folder = kantor.folder / "map.pdf"
    folder.mkdir()
    ran = run("sahkan", project, "-o", folder, *PENGESAHAN, "--json")
    assert ran.status == 3
    assert run("hitung", project, "--json").json["disahkan"] is False
    assert sidik(project) == before
    assert run("sahkan", project, "-o", kantor.folder / "sah.pdf", *PENGESAHAN).status == 0


def test_rename_that_fails_after_signing_says_that_the_year_is_signed(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = kecil(kantor)
    target = kantor.folder / "sah.pdf"

    rename = Path.replace

    def busy(self: Path, place: Path) -> Path:
        if place == target:
            raise PermissionError(13, "dipakai program lain")
        return rename(self, place)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", busy)
        ran = run("sahkan", project, "-o", target, *PENGESAHAN, "--json")
    assert ran.status == 3
    assert "sudah disahkan" in ran.json["galat"]["pesan"]
    assert "laporan" in ran.json["galat"]["perbaikan"]
    assert not [path for path in kantor.folder.iterdir() if path.suffix in (".pdf", ".baru")]
    assert run("laporan", project, "-o", target).status == 0
    assert run("verifikasi", target, "--berkas", project).status == 0


def test_signed_year_takes_nothing_more(kantor: Kantor) -> None:
    project = kecil(kantor)
    faulty = kantor.buku("b", Data=[LEBAR, lebar(ANI, "Ani", fungsional="Entah")])
    number = kantor.impor(project, faulty, status=1)["temuan"][0]["id"]
    assert run("temuan", project, "--abaikan", number, "--alasan", "menyusul").status == 0
    assert run("sahkan", project, "-o", kantor.folder / "sah.pdf", *PENGESAHAN).status == 0
    before = sidik(project)
    book = kantor.buku("c", Data=[LEBAR, lebar(ANI, "Ani", nilai=60)])
    for words in (
        ("impor", project, book),
        ("impor", project, book, "--coba"),
        ("temuan", project, "--abaikan", number, "--alasan", "lain"),
        ("atur", project, "target.kinerja=20"),
    ):
        assert run(*words, "--json").status == 3
        assert sidik(project) == before
    # What can still be set does not reach the signed report.
    paper = kantor.folder / "lagi.pdf"
    assert run("atur", project, "wilayah=Kota Lain", "capaian=bulat", "kertas=a4").status == 0
    assert run("laporan", project, "-o", paper).status == 0
    assert sidik(paper) == sidik(kantor.folder / "sah.pdf")
    assert run("hitung", project, "--json").json["dimensi"]["kinerja"]["capaian"] == "110.00"


def test_fingerprint_on_paper_is_that_of_the_stored_snapshot(kantor: Kantor) -> None:
    project = kecil(kantor)
    signed = kantor.folder / "sah.pdf"
    told = run("sahkan", project, "-o", signed, *PENGESAHAN, "--json").json
    with open_project(project) as opened:
        signing = opened.pengesahan(2021)
        assert signing is not None
        text = opened.snapshot(signing.id)
        blob = opened.pdf(signing.id)
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert digest == told["sidik"] == signing.snapshot_sha256
    assert hashlib.sha256(blob).hexdigest() == signing.pdf_sha256 == told["sha256"]
    pages = halaman(signed)
    foot = format_fingerprint(digest, "-", 16)
    assert foot.replace("-", "").lower() == digest[:16]
    for number, page in enumerate(pages, start=1):
        assert foot in page, f"page {number}"
    assert digest in "".join(pages).replace(" ", "").replace("\r\n", "").lower()
    entry = jurnal(project)[-1]
    assert entry["isi"]["sidik"] == digest


def test_same_evidence_and_moment_give_the_same_bytes(kantor: Kantor) -> None:
    digests = []
    book = kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=95)])
    for nama in ("satu", "dua"):
        project = kantor.buat(nama)
        kantor.impor(project, book)
        draft, signed = kantor.folder / f"{nama}-draf.pdf", kantor.folder / f"{nama}.pdf"
        assert run("laporan", project, "-o", draft).status == 0
        assert run("sahkan", project, "-o", signed, *PENGESAHAN).status == 0
        digests.append((sidik(draft), sidik(signed)))
    assert digests[0] == digests[1]


def test_unsigned_report_is_a_draft_on_every_page(kantor: Kantor) -> None:
    project = kecil(kantor)
    target = kantor.folder / "draf.pdf"
    before = sidik(project)
    ran = run("laporan", project, "-o", target, "--json")
    assert (ran.status, ran.json["disahkan"], sidik(project)) == (0, False, before)
    for page in halaman(target):
        assert "DRAF" in page
        assert "belum disahkan" in page
    assert "800/142" not in "".join(halaman(target))
    assert run("laporan", project, "-o", kantor.folder / "x" / "y.pdf", "--json").status == 3
    assert run("laporan", project, "-o", target, "--jenis", "rahasia", "--json").status == 2


def test_sample_on_paper_holds_what_was_published(kantor: Kantor, contoh: Path) -> None:
    project = kantor.folder / "contoh.ipasn"
    shutil.copy(contoh, project)
    signed = kantor.folder / "sah.pdf"
    assert run("atur", project, "--kop", Path("resources/contoh/kop.toml").resolve()).status == 0
    assert run("sahkan", project, "-o", signed, *PENGESAHAN).status == 0
    pages = halaman(signed)
    text = " ".join("\n".join(pages).split())
    for figure in (
        *("12,13", "80,86", "30,57", "98,61", "23,89", "95,56", "4,99", "124,75", "71,59"),
        *("95,44", "SEDANG", "3.395", "800/142/BKPSDM/2022", "31 Januari 2022"),
        *("NAMA CONTOH, S.Sos., M.Si.", "Pembina Utama Muda, IV/c", "19700101 199501 1 000"),
        f"Halaman {len(pages)} dari {len(pages)}",
    ):
        assert figure in text, figure
    row = "Kualifikasi 25 12,13 15 80,86"
    assert row in text
    with open_project(project) as opened:
        nips = [format_nip(str(nip)) for nip in opened.load_roster(2021).nip.tolist()]
    assert len(nips) == 3395
    assert [nip for nip in nips if nip not in text] == []
    assert run("verifikasi", signed, "--berkas", project).status == 0


def test_findings_set_aside_are_part_of_what_is_signed(kantor: Kantor) -> None:
    project = kecil(kantor)
    faulty = kantor.buku("b", Data=[LEBAR, lebar(ANI, "Ani", fungsional="Entah")])
    number = kantor.impor(project, faulty, status=1)["temuan"][0]["id"]
    assert run("temuan", project, "--abaikan", number, "--alasan", "menyusul").status == 0
    target = kantor.folder / "sah.pdf"
    assert run("sahkan", project, "-o", target, *PENGESAHAN).status == 0
    with open_project(project) as opened:
        signing = opened.pengesahan(2021)
        assert signing is not None
        [kept] = json.loads(opened.snapshot(signing.id))["temuan"]
    assert (kept["keadaan"], kept["alasan"]) == ("diabaikan", "menyusul")
    assert "Sebanyak 1 temuan dikesampingkan" in " ".join(page_texts(target.read_bytes())[:4])
