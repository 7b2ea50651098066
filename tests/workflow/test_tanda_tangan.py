"""`sahkan --p12` and `verifikasi`: what an electronic signature is, and what it proves."""

from __future__ import annotations

import random
import re
import shutil
import socket
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

from ipasn_core.signing import pades
from ipasn_core.signing.certificate import open_signer
from ipasn_core.signing.pades import sign_pdf
from tests.reports.sample import page_texts
from tests.workflow.kantor import ANI, BUDI, LEBAR, PENGESAHAN, SAAT, Kantor, Ran, lebar, run
from tests.workflow.sertifikat import AWAL, SANDI, Terbit, terbitkan

PAKAI = "IPASN_P12_SANDI"


@pytest.fixture(scope="module")
def sendiri() -> Terbit:
    return terbitkan("Nama Lengkap")


@pytest.fixture(scope="module")
def akar() -> Terbit:
    return terbitkan("Akar Contoh", ca=True)


@pytest.fixture(scope="module")
def terbitan(akar: Terbit) -> Terbit:
    return terbitkan("Kepala Badan Contoh", akar, kunci="rsa")


@pytest.fixture(autouse=True)
def sandi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PAKAI, SANDI)


def berisi(kantor: Kantor) -> Path:
    project = kantor.buat()
    kantor.impor(
        project, kantor.buku("daftar", Daftar=[LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "B")])
    )
    return project


def sahkan(kantor: Kantor, project: Path, p12: bytes, *words: str | Path) -> tuple[Ran, Path]:
    berkas, target = kantor.folder / "kunci.p12", kantor.folder / "sah.pdf"
    berkas.write_bytes(p12)
    ran = run("sahkan", project, "-o", target, *PENGESAHAN, "--p12", berkas, *words)
    return ran, target


def periksa(pdf: Path, *words: str | Path) -> tuple[int, Any]:
    ran = run("verifikasi", pdf, *words, "--json")
    return ran.status, ran.json


def test_a_signed_report_is_proven_with_and_without_its_file(
    kantor: Kantor, akar: Terbit, terbitan: Terbit
) -> None:
    project = berisi(kantor)
    pem = kantor.folder / "akar.pem"
    pem.write_bytes(akar.pem)
    ran, target = sahkan(kantor, project, terbitan.p12(SANDI, akar.cert), "--akar", pem)
    assert ran.status == 0, ran.err
    status, told = periksa(target, "--berkas", project)
    assert (status, told["jawaban"]) == (0, "asli")
    status, told = periksa(target, "--akar", pem)
    assert (status, told["jawaban"]) == (0, "asli")
    assert "Kepala Badan Contoh" in told["kalimat"]
    [one] = told["tanda_tangan"]
    assert (one["rantai"], one["utuh"], one["seluruh"]) == ("terverifikasi", True, True)
    assert one["waktu"] == "2022-01-31T10:15:22+08:00"
    status, told = periksa(target)  # nobody says whom to trust
    assert (status, told["jawaban"]) == (1, "tidak-dapat-dipastikan")
    text = " ".join(" ".join(page_texts(target.read_bytes())).split())
    assert "Ditandatangani secara elektronik oleh Kepala Badan Contoh" in text
    assert "(rantai sertifikat terverifikasi)" in text
    assert "pada 31 Januari 2022, 10.15.22 WITA" in text


def test_a_certificate_of_its_own_says_so(kantor: Kantor, sendiri: Terbit) -> None:
    project = berisi(kantor)
    ran, target = sahkan(kantor, project, sendiri.p12())
    assert ran.status == 0, ran.err
    text = " ".join(" ".join(page_texts(target.read_bytes())).split())
    assert "(diterbitkan sendiri, bukan BSrE)" in text
    assert "bukan sertifikat elektronik Balai Besar Sertifikasi Elektronik" in text
    status, told = periksa(target)
    assert (status, told["jawaban"]) == (1, "tidak-dapat-dipastikan")
    assert told["kalimat"].startswith("Utuh sejak ditandatangani Nama Lengkap")
    assert run("laporan", project, "-o", kantor.folder / "ulang.pdf").status == 0
    assert (kantor.folder / "ulang.pdf").read_bytes() == target.read_bytes()


def test_with_ink_alone_nothing_speaks_of_an_electronic_signature(kantor: Kantor) -> None:
    project, target = berisi(kantor), kantor.folder / "tinta.pdf"
    assert run("sahkan", project, "-o", target, *PENGESAHAN).status == 0
    text = " ".join(page_texts(target.read_bytes()))
    assert "secara elektronik" not in text
    status, told = periksa(target)
    assert (status, told["tanda_tangan"]) == (1, [])
    assert "tidak bertanda tangan elektronik" in told["kalimat"]


@pytest.mark.parametrize(
    ("which", "kode", "said"),
    [
        ("sandi", "sandi-sertifikat", "Kata sandi sertifikat tidak cocok."),
        ("rusak", "bukan-p12", "Berkas sertifikat tidak terbaca."),
        ("lama", "sertifikat-kedaluwarsa", "Sertifikat sudah kedaluwarsa sejak 2 Januari 2022."),
        ("nanti", "sertifikat-belum-berlaku", "Sertifikat baru berlaku mulai"),
        ("guna", "sertifikat-kegunaan", "Sertifikat ini tidak untuk menandatangani."),
    ],
)
def test_what_cannot_sign_is_said_and_nothing_is_signed(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch, which: str, kode: str, said: str
) -> None:
    early, late = AWAL.replace(day=2), AWAL.replace(year=2023)
    made = {
        "sandi": (terbitkan("A"), "lain"),
        "lama": (terbitkan("A", akhir=early), SANDI),
        "nanti": (terbitkan("A", awal=late), SANDI),
        "guna": (terbitkan("A", tanda_tangan=False), SANDI),
    }
    p12 = made[which][0].p12(made[which][1]) if which in made else b"bukan sertifikat"
    project = berisi(kantor)
    before = project.read_bytes()
    ran, target = sahkan(kantor, project, p12, "--json")
    assert ran.status == 3
    assert ran.json["galat"]["kode"] == kode
    assert said in ran.json["galat"]["pesan"]
    assert SANDI not in ran.out.decode() + ran.err
    assert not target.exists()
    assert project.read_bytes() == before


def test_without_a_passphrase_nobody_is_asked_in_a_script(
    kantor: Kantor, sendiri: Terbit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PAKAI)
    ran, _ = sahkan(kantor, berisi(kantor), sendiri.p12())
    assert ran.status == 2
    assert PAKAI in ran.err


def test_no_socket_is_opened(
    kantor: Kantor, sendiri: Terbit, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = berisi(kantor)
    open_signer(sendiri.p12(), SANDI, SAAT.now)  # what is imported once may look at sockets

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    for name in ("socket", "socketpair", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    ran, target = sahkan(kantor, project, sendiri.p12())
    assert ran.status == 0, ran.err
    assert periksa(target)[0] == 1


def test_other_readers_accept_the_signature(
    kantor: Kantor, sendiri: Terbit, terbitan: Terbit
) -> None:
    for one in (sendiri, terbitan):
        folder = kantor.folder / one.cert.subject.rfc4514_string().replace(" ", "-")
        folder.mkdir()
        office = Kantor(folder)
        _, target = sahkan(office, berisi(office), one.p12())
        shown = subprocess.run(["pdfsig", target], capture_output=True, text=True, check=False)
        assert "Signature is Valid" in shown.stdout
        assert "ETSI.CAdES.detached" in shown.stdout
        assert "Total document signed" in shown.stdout
        sound = subprocess.run(["qpdf", "--check", target], capture_output=True, check=False)
        assert sound.returncode == 0


def test_every_flipped_bit_is_told_with_the_file(kantor: Kantor, sendiri: Terbit) -> None:
    project = berisi(kantor)
    _, target = sahkan(kantor, project, sendiri.p12())
    data = target.read_bytes()
    contents = re.search(rb"/Contents\s*<([0-9a-fA-F]+)>", data)
    assert contents is not None
    rng = random.Random(8)
    places = [rng.randrange(len(data)) for _ in range(60)]
    places += [rng.randrange(*contents.span(1)) for _ in range(20)]
    altered = kantor.folder / "ubah.pdf"
    undisturbed = 0
    for place in places:
        changed = bytearray(data)
        changed[place] ^= 1 << rng.randrange(8)
        altered.write_bytes(changed)
        ran = run("verifikasi", altered, "--berkas", project, "--json")
        assert ran.status in (1, 3)  # 3: it is no PDF any more
        alone = run("verifikasi", altered, "--json")
        assert alone.status in (1, 3)
        undisturbed += b"Utuh sejak" in alone.out
    # What lies in the padding of the signature itself no signature can see; all else is seen.
    assert undisturbed <= 20


def test_what_was_added_or_signed_again_is_told(
    kantor: Kantor, sendiri: Terbit, terbitan: Terbit
) -> None:
    project = berisi(kantor)
    _, target = sahkan(kantor, project, sendiri.p12())
    data = target.read_bytes()
    added = kantor.folder / "tambah.pdf"
    added.write_bytes(data + b"\n% sesudahnya\n")
    status, told = periksa(added)
    assert (status, told["jawaban"]) == (1, "berbeda")
    assert "Ditambahi sesudah ditandatangani" in told["kalimat"]
    again = kantor.folder / "dua.pdf"
    other = open_signer(terbitan.p12(), SANDI, SAAT.now)
    again.write_bytes(sign_again(data, other))
    status, told = periksa(again)
    assert (status, told["jawaban"]) == (1, "tidak-dapat-dipastikan")
    assert "2 tanda tangan" in told["kalimat"]
    assert periksa(again, "--berkas", project)[1]["jawaban"] == "berbeda"


def sign_again(data: bytes, signer: Any) -> bytes:
    before, pades.FIELD = pades.FIELD, "Kedua"
    try:
        return sign_pdf(data, signer, SAAT.now, "lagi", "lain")
    finally:
        pades.FIELD = before


def test_locked_and_hostile_files_get_a_calm_no(
    kantor: Kantor, sendiri: Terbit, tmp_path: Path
) -> None:
    _, target = sahkan(kantor, berisi(kantor), sendiri.p12())
    locked = kantor.folder / "kunci.pdf"
    subprocess.run(["qpdf", "--encrypt", "a", "b", "256", "--", target, locked], check=True)
    status, told = periksa(locked)
    assert status == 1
    assert "dikunci dengan kata sandi" in told["kalimat"]
    data = target.read_bytes()
    for at, broken in enumerate(
        (
            b"%PDF-1.7\n/ByteRange [0 1 2 3]",
            data[: len(data) // 2],
            data.replace(b"/ByteRange", b"/ByteRang3", 1) + b"/ByteRange",
            b"%PDF-1.7\n" + b"[" * 200_000 + b"/ByteRange",
            data.replace(b"startxref", b"startxre", 1),
        )
    ):
        hostile = kantor.folder / f"jahat-{at}.pdf"
        hostile.write_bytes(broken)
        status, told = periksa(hostile)
        assert status == 1
        assert told["jawaban"] != "asli"


def test_a_report_of_another_revision_is_no_newest(kantor: Kantor, sendiri: Terbit) -> None:
    project = berisi(kantor)
    _, target = sahkan(kantor, project, sendiri.p12())
    first = kantor.folder / "pertama.pdf"
    shutil.copy(target, first)
    assert run("buka-kembali", project, "--alasan", "perbaikan").status == 0
    target.unlink()
    ran, _ = sahkan(kantor, project, sendiri.p12())
    assert ran.status == 0, ran.err
    status, told = periksa(first, "--berkas", project)
    assert (status, told["pengesahan"]["terbaru"]) == (0, False)
    assert "sudah digantikan" in told["kalimat"]
