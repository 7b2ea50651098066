"""The command line's manners: exit statuses, one JSON object, never a traceback."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pytest

from ipasn_core import cli, cli_verbs
from ipasn_core.storage.project import open_project
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

MAIN = Path(__file__).parents[1] / "main.py"
VERBS = (
    *("buat", "atur", "impor", "hitung", "rekap", "jelas", "temuan", "ekspor", "laporan"),
    *("sahkan", "verifikasi", "periksa", "riwayat", "aturan"),
)


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    return Kantor(tmp_path)


def isi(kantor: Kantor) -> Path:
    project = kantor.buat()
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")]))
    return project


def calls(project: Path, folder: Path) -> dict[str, tuple[str | Path, ...]]:
    """Return a good call of each verb that reads or writes a project file."""
    return {
        "atur": ("atur", project, "wilayah=Kota X"),
        "impor": ("impor", project, folder / "a.xlsx"),
        "hitung": ("hitung", project),
        "rekap": ("rekap", project, "--per", "opd"),
        "jelas": ("jelas", project, ANI),
        "temuan": ("temuan", project),
        "ekspor": ("ekspor", project, "-o", folder / "x.csv"),
        "laporan": ("laporan", project, "-o", folder / "x.pdf"),
        "sahkan": ("sahkan", project, "-o", folder / "y.pdf", *PENGESAHAN),
        "periksa": ("periksa", project),
        "riwayat": ("riwayat", project),
    }


def test_alone_it_prints_what_it_can_do() -> None:
    ran = run()
    assert (ran.status, ran.out) == (0, b"")
    for verb in VERBS:
        assert verb in ran.err


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str) -> None:
    ran = run(verb, "--help")
    assert (ran.status, ran.out) == (0, b"")
    assert verb in ran.err


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("verb", sorted(calls(Path(), Path())))
def test_good_calls_answer_where_they_should(kantor: Kantor, verb: str, as_json: bool) -> None:
    words = calls(isi(kantor), kantor.folder)[verb]
    ran = run(*words, *(["--json"] if as_json else []))
    assert ran.status == 0
    if as_json:
        assert "galat" not in ran.json
        assert ran.err == ""
    else:
        assert ran.out == b""
        assert ran.err.strip()


@pytest.mark.parametrize(
    "words",
    [
        "terbang",
        "terbang --json",
        "--json",
        "buat --json",
        "buat x.ipasn --instansi X --json",
        "buat x.ipasn --tahun 2021 --json",
        "buat x.ipasn --instansi X --tahun dua-ribu --json",
        "buat x.ipasn --instansi _ --tahun 2021 --json",
        "buat x.txt --instansi X --tahun 2021 --json",
        "buat x.ipasn --instansi X --tahun 2021 --target kinerja --json",
        "buat x.ipasn --instansi X --tahun 2021 --target bintang=1 --json",
        "buat x.ipasn --instansi X --tahun 2021 --target kinerja=0 --json",
        "buat x.ipasn --instansi X --tahun 2021 --target kinerja=31 --json",
        "buat x.ipasn --instansi X --tahun 2021 --target kinerja=nan --json",
        "buat x.ipasn --instansi X --tahun 2021 --target kinerja=1,kinerja=2 --json",
        "impor x.ipasn --json",
        "hitung --json",
        "hitung x.ipasn --bintang --json",
        "hitung x.ipasn --tah 2021 --json",
        "rekap x.ipasn --json",
        "jelas x.ipasn --json",
        "ekspor x.ipasn -o --json",
        "sahkan x.ipasn -o x.pdf --json",
        "verifikasi --json",
        "aturan satu dua --json",
    ],
)
def test_wrong_use(kantor: Kantor, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.chdir(kantor.folder)
    # "_" stands for a name of spaces alone.
    ran = run(*(word.replace("_", " ") for word in words.split()))
    assert ran.status == 2
    if "--json" in words:
        assert ran.json["galat"]["perbaikan"]
        assert ran.err == ""
    else:
        assert ran.err.strip()
    assert list(kantor.folder.iterdir()) == []


def broken(kantor: Kantor, kind: str) -> Path:
    """Return a path to something that is no project file of ours."""
    path = kantor.folder / f"{kind}.ipasn"
    match kind:
        case "folder":
            path.mkdir()
        case "kosong":
            path.touch()
        case "teks":
            path.write_text("ini bukan berkas proyek\n" * 400)
        case "sqlite lain":
            connection = sqlite3.connect(path)
            connection.execute("CREATE TABLE a (b)")
            connection.close()
        case "terpotong":
            good = isi(kantor)
            path.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
            good.unlink()
        case "lebih baru":
            good = isi(kantor)
            shutil.copy(good, path)
            good.unlink()
            connection = sqlite3.connect(path)
            connection.execute("PRAGMA user_version = 9999")
            connection.close()
        case "tiada":
            pass
    return path


@pytest.mark.parametrize("verb", sorted(calls(Path(), Path())))
@pytest.mark.parametrize(
    "kind", ["tiada", "folder", "kosong", "teks", "sqlite lain", "terpotong", "lebih baru"]
)
def test_what_is_no_project_file(kantor: Kantor, verb: str, kind: str) -> None:
    kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")])
    path = broken(kantor, kind)
    before = path.read_bytes() if path.is_file() else None
    ran = run(*calls(path, kantor.folder)[verb], "--json")
    # A file cut short may also be found wanting by periksa.
    expected = (1, 3) if (verb, kind) == ("periksa", "terpotong") else (3,)
    assert ran.status in expected
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not (kantor.folder / "x.csv").exists()
    assert not (kantor.folder / "x.pdf").exists()
    assert not (kantor.folder / "y.pdf").exists()


def test_creation_refuses_to_overwrite(kantor: Kantor) -> None:
    project = isi(kantor)
    before = sidik(project)
    words = ("--instansi", "X", "--tahun", "2021", "--json")
    assert run("buat", project, *words).status == 3
    assert sidik(project) == before
    assert run("buat", kantor.folder / "tidak" / "x.ipasn", *words).status == 3
    assert not (kantor.folder / "tidak").exists()


@pytest.mark.parametrize("words", [("--tahun", "2018"), ("--tahun", "2021", "--aturan", "lain")])
def test_creation_needs_an_edition(kantor: Kantor, words: tuple[str, ...]) -> None:
    path = kantor.folder / "x.ipasn"
    ran = run("buat", path, "--instansi", "X", *words, "--json")
    assert ran.status == 3
    assert "2021" in ran.json["galat"]["pesan"] or "perban-bkn-8-2019" in ran.json["galat"]["pesan"]
    assert list(kantor.folder.iterdir()) == []


@pytest.mark.parametrize("verb", sorted(set(calls(Path(), Path())) - {"periksa", "riwayat"}))
def test_year_that_is_not_there(kantor: Kantor, verb: str) -> None:
    project = isi(kantor)
    words = calls(project, kantor.folder)[verb]
    before = sidik(project)
    ran = run(*words, "--tahun", "2019", "--json")
    assert ran.status == 3
    assert "2021" in ran.json["galat"]["perbaikan"]
    assert sidik(project) == before
    assert run(*words, "--tahun", "2021", "--json").status == 0


def test_second_writer_is_told_who_writes_and_readers_read(kantor: Kantor) -> None:
    project = isi(kantor)
    with open_project(project, dataclasses.replace(SAAT, user="Bu Tuti")):
        before = sidik(project)
        for verb, words in calls(project, kantor.folder).items():
            ran = run(*words, "--json")
            writes = verb in ("atur", "impor", "sahkan")
            assert ran.status == (3 if writes else 0), verb
            if writes:
                told = ran.json["galat"]["pesan"] + ran.json["galat"]["perbaikan"]
                assert "Bu Tuti" in told
        assert sidik(project) == before
        assert not (kantor.folder / "y.pdf").exists()
    assert run(*calls(project, kantor.folder)["atur"]).status == 0


def test_reading_verbs_change_not_one_byte(kantor: Kantor) -> None:
    project = isi(kantor)
    before = sidik(project)
    for verb, words in calls(project, kantor.folder).items():
        if verb not in ("atur", "impor", "sahkan"):
            assert run(*words).status == 0
            assert sidik(project) == before, verb


def test_unforeseen_error_is_told_calmly(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from ipasn_core import cli, cli_verbs  # noqa: PLC0415

    def fails(*_: object) -> None:
        raise KeyError(f"Ani {ANI}")

    monkeypatch.setattr(cli_verbs, "VERBS", {**cli_verbs.VERBS, "hitung": fails})
    status = cli.main(["hitung", str(isi(kantor))], SAAT)
    told = capsys.readouterr()
    assert (status, told.out) == (3, "")
    assert "kesalahan tak terduga" in told.err
    assert "KeyError" in told.err
    assert ANI not in told.err
    assert "Traceback" not in told.err


# ---------------------------------------------------------------- in a process of its own


def process(
    *words: object,
    stdout: int | IO[bytes] = subprocess.PIPE,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-W", "error", str(MAIN), *map(str, words)]
    return subprocess.run(
        command,
        check=False,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "IPASN_PENGGUNA": "Bu Tuti", **(environment or {})},
    )


def test_process_from_creation_to_verification(kantor: Kantor) -> None:
    project = kantor.folder / "kota.ipasn"
    book = kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=191)])
    signed = kantor.folder / "sah.pdf"
    created = process("buat", project, "--instansi", "Kota X", "--tahun", 2021)
    assert (created.returncode, created.stdout) == (0, b"")
    imported = process("impor", project, book, "--json")
    assert (imported.returncode, imported.stderr) == (1, b"")
    assert json.loads(imported.stdout)["temuan"][0]["kode"] == "nilai-di-luar-skala"
    assert process("sahkan", project, "-o", signed, *PENGESAHAN).returncode == 3
    kantor.impor(project, kantor.buku("b", Data=[LEBAR, lebar(BUDI, "Budi")]))
    open_findings = run("temuan", project, "--json").json["temuan"]
    for one in open_findings:
        words = ("temuan", project, "--abaikan", one["id"], "--alasan", "sudah diperbaiki")
        assert process(*words).returncode == 0
    ran = process("sahkan", project, "-o", signed, *PENGESAHAN)
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr
    assert process("verifikasi", signed, "--berkas", project).returncode == 0
    assert process("verifikasi", signed).returncode == 1
    assert process("verifikasi", book).returncode == 3
    assert process("terbang").returncode == 2
    assert {one["pengguna"] for one in jurnal(project)} == {"Bu Tuti", "Sari"}
    assert run("periksa", project).status == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_process_answers_in_utf_8_whatever_the_terminal(kantor: Kantor, encoding: str) -> None:
    project = kantor.buat()
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani “Né” ♥")]))
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    answer = process("jelas", project, ANI, "--json", environment=environment)
    assert json.loads(answer.stdout.decode("utf-8"))["nama"] == "Ani “Né” ♥"
    words = process("jelas", project, ANI, environment=environment)
    assert (words.returncode, words.stdout) == (0, b"")
    assert "Traceback" not in words.stderr.decode(encoding)


def test_process_whose_reader_has_gone(kantor: Kantor) -> None:
    project = isi(kantor)
    read, write = os.pipe()
    os.close(read)
    try:
        ran = process("hitung", project, "--json", stdout=write)
    finally:
        os.close(write)
    assert ran.returncode == 3
    assert b"Traceback" not in ran.stderr
    assert b"Exception" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_process_whose_answer_finds_no_room(kantor: Kantor) -> None:
    project = isi(kantor)
    with Path("/dev/full").open("wb") as full:
        ran = process("hitung", project, "--json", stdout=full)
    assert ran.returncode == 3
    assert b"Traceback" not in ran.stderr
    assert b"Exception" not in ran.stderr


def test_process_that_cannot_save_what_was_refused(kantor: Kantor) -> None:
    """What a library leaves to be collected would be told at the end of a process."""
    project = isi(kantor)
    faulty = kantor.buku("b", Data=[LEBAR, lebar(BUDI, "Budi", nilai=191)])
    before = sidik(project)
    ran = process("impor", project, faulty, "--galat", kantor.folder / "tidak" / "ada.xlsx")
    assert (ran.returncode, ran.stdout, sidik(project)) == (3, b"", before)
    assert b"Traceback" not in ran.stderr
    assert b"Exception" not in ran.stderr


def test_an_interruption_is_told_calmly(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(cli_verbs.VERBS, "aturan", interrupted)
    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        assert cli.main(["aturan"], SAAT) == 130
    assert err.getvalue() == "Dibatalkan.\n"


def test_a_word_that_is_no_text_is_refused(kantor: Kantor) -> None:
    assert run("hitung", "a\udcff.ipasn", "--json").status == 2
