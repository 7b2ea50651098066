"""Disks, folders, clocks and other programs that fail: made so, told calmly, nothing lost."""

from __future__ import annotations

import datetime
import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

import ipasn_core.reports.pdf.render  # noqa: F401 - nobody could not read it later
from ipasn_core.errors import StorageError
from ipasn_core.storage import backup, opening
from ipasn_core.storage.database import Database
from ipasn_core.storage.periksa import check
from ipasn_core.storage.project import open_project
from ipasn_core.storage.schema import Schema
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.score import compute_year
from tests.storage.test_project import NOBODY, crash
from tests.storage.versi import V2
from tests.workflow.kantor import (
    ANI,
    BUDI,
    LEBAR,
    PENGESAHAN,
    SAAT,
    Kantor,
    Words,
    buku,
    lebar,
    run,
    sidik,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="mounts, users and limits of POSIX")
ROOT = Path(__file__).parents[2]
NAMA = "uji.ipasn"
OUTPUT = "keluaran-tidak-dapat-ditulis"


@pytest.fixture(scope="module")
def siap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project of two people, and a sheet of many more."""
    office = Kantor(tmp_path_factory.mktemp("siap"))
    project = office.buat()
    office.impor(project, office.buku("a", Data=[LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")]))
    many = [lebar(str(198001012005010000 + n * 1000 + 1), f"Pegawai {n}") for n in range(1, 300)]
    faulty = lebar("12345", "Salah")
    buku(office.folder / "banyak.xlsx", {"Data": [LEBAR, *many, faulty]})
    return office.folder


def verbs(siap: Path, folder: Path) -> dict[str, tuple[Words, ...]]:
    """Return everything that writes into a folder, by name."""
    project, many = folder / NAMA, siap / "banyak.xlsx"
    return {
        "atur": ("atur", project, "wilayah=" + "Kota " * 2000),
        "impor": ("impor", project, many),
        "galat": ("impor", project, many, "--coba", "--galat", folder / "galat.xlsx"),
        "urungkan": ("urungkan", project),
        "tahun": ("tahun", project, "--buat", "2022"),
        "sahkan": ("sahkan", project, "-o", folder / "sah.pdf", *PENGESAHAN),
        "laporan": ("laporan", project, "-o", folder / "lapor.pdf"),
        "ekspor": ("ekspor", project, "-o", folder / "nilai.xlsx"),
        "buat": ("buat", folder / "baru.ipasn", "--instansi", "X", "--tahun", "2021"),
    }


OUTPUTS = frozenset(("galat", "laporan", "ekspor"))
"""What only reads the project."""


def refused(*words: Words, context: Context = SAAT) -> str:
    """Run what must be refused, and return the code; it is said calmly, with a way out."""
    ran = run(*words, "--json", context=context)
    assert ran.status == 3, ran.err
    fault = ran.json["galat"]
    assert fault["pesan"].endswith(".")
    assert fault["perbaikan"].endswith(".")
    assert "Errno" not in fault["pesan"]
    code = fault["kode"]
    assert isinstance(code, str)
    return code


def seen(folder: Path) -> set[str]:
    """Return what an officer sees in a folder, but for locks, backups and the test's own filler."""
    ours = (".kunci", ".pemakai", ".cadangan", ".isi")
    return {path.name for path in folder.iterdir() if not path.name.endswith(ours)}


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[Path]:
    """Give a small file system of its own in a new folder."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("mounting is not permitted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be somebody without rights: root may write everywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def terbuka(tmp_path: Path) -> Iterator[Path]:
    """A folder that others may pass through to."""
    opened = []
    for folder in (tmp_path, *tmp_path.parents[:2]):
        opened.append((folder, folder.stat().st_mode))
        folder.chmod(0o755)
    yield tmp_path
    for folder, mode in opened:
        folder.chmod(mode)


# No room ------------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("free", [0, 4096])
def test_a_full_disk(siap: Path, tmp_path: Path, free: int) -> None:
    with mounted(tmp_path / "disk", "700k") as disk:
        project = Path(shutil.copy(siap / NAMA, disk))
        before, content = sidik(project), fill(disk / "penuh.isi", free)
        for name, words in verbs(siap, disk).items():
            code = refused(*words)
            assert code == (OUTPUT if name in OUTPUTS else code), name
            assert code in {"disk-penuh", OUTPUT}, name
            assert sidik(project) == before, name
            assert seen(disk) == {NAMA}, name
        assert run("periksa", project).status == 0
        assert run("hitung", project).status == 0
        content.unlink()
        assert run("atur", project, "wilayah=Kota").status == 0
        assert run("periksa", project).status == 0


def fill(path: Path, free: int) -> Path:
    with path.open("wb", buffering=0) as target:
        try:
            while True:
                target.write(bytes(4096))
        except OSError:
            pass
        target.truncate(target.tell() - free)
    return path


@contextmanager
def limited(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size: a quota in small."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@posix
def test_a_file_that_may_not_grow(siap: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy(siap / NAMA, tmp_path))
    before, words = sidik(project), verbs(siap, tmp_path)
    with limited(project.stat().st_size + 4096):
        for name in ("impor", "sahkan"):
            assert refused(*words[name]) == "disk-bermasalah"
            assert sidik(project) == before
    with limited(4096):
        for name in OUTPUTS:
            assert refused(*words[name]) == OUTPUT
    assert seen(tmp_path) == {NAMA}
    assert run("periksa", project).status == 0
    assert run(*words["sahkan"]).status == 0


# No right -----------------------------------------------------------------------------------------


@posix
def test_a_read_only_medium(siap: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "4m") as disk:
        project = Path(shutil.copy(siap / NAMA, disk))
        before = sidik(project)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for name, words in verbs(siap, disk).items():
            assert refused(*words) == (OUTPUT if name in OUTPUTS else "izin-ditolak"), name
        reads(project, tmp_path)
        assert sidik(project) == before
        assert [path.name for path in disk.iterdir()] == [NAMA]


@posix
def test_a_crash_on_a_medium_that_is_now_read_only(siap: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "8m") as disk:
        project = Path(shutil.copy(siap / NAMA, disk))
        whole = sidik(project)
        crash(project)
        left = {path.name: sidik(path) for path in disk.iterdir()}
        assert left[NAMA] != whole
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        reads(project, tmp_path)
        assert refused("atur", project, "wilayah=x") == "izin-ditolak"
        assert {path.name: sidik(path) for path in disk.iterdir()} == left


def reads(project: Path, elsewhere: Path) -> None:
    """Assert that everything that only reads goes on."""
    assert run("periksa", project, "--json").json == {"masalah": []}
    assert run("hitung", project, "--json").json["jumlah"] == 2
    assert run("riwayat", project, "--json").status == 0
    assert run("laporan", project, "-o", elsewhere / "di-luar.pdf").status == 0


@posix
def test_a_read_only_folder(siap: Path, terbuka: Path) -> None:
    project, outside = Path(shutil.copy(siap / NAMA, terbuka)), terbuka / "luar"
    shutil.copy(siap / "banyak.xlsx", terbuka)
    outside.mkdir()
    outside.chmod(0o777)
    before = sidik(project)
    terbuka.chmod(0o555)
    with as_nobody():
        for name, words in verbs(terbuka, terbuka).items():
            assert refused(*words) == (OUTPUT if name in OUTPUTS else "izin-ditolak"), name
        reads(project, outside)
    assert sidik(project) == before
    terbuka.chmod(0o755)


@posix
def test_somebody_elses_files(siap: Path, terbuka: Path) -> None:
    project = Path(shutil.copy(siap / NAMA, terbuka))
    before = sidik(project)
    project.chmod(0)
    terbuka.chmod(0o777)
    output = terbuka / "lapor.pdf"
    output.write_bytes(b"punya orang")
    output.chmod(0)
    other = Path(shutil.copy(siap / NAMA, terbuka / "lain.ipasn"))
    other.chmod(0o666)
    with as_nobody():
        for words in (("hitung", project), ("periksa", project), ("atur", project, "wilayah=x")):
            assert refused(*words) == "izin-ditolak"
        assert refused("laporan", other, "-o", output) == OUTPUT
    for path in (project, output):
        path.chmod(0o644)
    assert sidik(project) == before
    assert output.read_bytes() == b"punya orang"


@posix
@pytest.mark.parametrize("place", ["berkas/x.pdf", "tiada/x.pdf", "n" * 300 + ".pdf", "map.pdf"])
def test_places_where_no_file_can_be(siap: Path, tmp_path: Path, place: str) -> None:
    project = Path(shutil.copy(siap / NAMA, tmp_path))
    (tmp_path / "berkas").write_text("x")
    (tmp_path / "map.pdf").mkdir()
    assert refused("laporan", project, "-o", tmp_path / place) == OUTPUT
    assert seen(tmp_path) == {NAMA, "berkas", "map.pdf"}


def test_what_stands_in_the_place_of_our_own_files(siap: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy(siap / NAMA, tmp_path))
    before = sidik(project)
    folder = backup.folder_of(project)
    folder.write_text("bukan folder")
    assert refused("impor", project, siap / "banyak.xlsx") == "tempat-terisi"
    folder.unlink()
    for ending in (".kunci", ".pemakai"):
        place = tmp_path / (NAMA + ending)
        place.unlink(missing_ok=True)
        place.mkdir()
        assert refused("atur", project, "wilayah=x") in {"tempat-terisi", "izin-ditolak"}
        assert run("hitung", project).status == 0
        place.rmdir()
    assert sidik(project) == before
    long = tmp_path / ("n" * 250 + ".ipasn")
    assert refused("buat", long, "--instansi", "X", "--tahun", "2021")
    assert run("atur", project, "wilayah=x").status == 0


# The file is gone ---------------------------------------------------------------------------------


def gone(path: Path) -> None:
    path.unlink()


def renamed(path: Path) -> None:
    path.rename(path.with_name("pindah.ipasn"))


def replaced(path: Path) -> None:
    shutil.copy(path, path.with_name("ganti"))
    path.with_name("ganti").replace(path)


@posix
@pytest.mark.parametrize("happens", [gone, renamed, replaced])
def test_a_file_that_vanishes_between_opening_and_writing(
    siap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, happens: Callable[[Path], None]
) -> None:
    connect = opening.connect

    def connect_and_lose(path: Path, known: Schema, *, write: bool) -> Database:
        db = connect(path, known, write=write)
        happens(path)
        return db

    content = (siap / NAMA).read_bytes()
    for name in ("atur", "impor", "urungkan", "tahun", "sahkan"):
        folder = tmp_path / name
        folder.mkdir()
        project = Path(shutil.copy(siap / NAMA, folder))
        with monkeypatch.context() as patch:
            patch.setattr(opening, "connect", connect_and_lose)
            assert refused(*verbs(siap, folder)[name]) == "berkas-berpindah", name
        for left in folder.glob("*.ipasn"):
            assert left.read_bytes() == content, name
        assert not (folder / "sah.pdf").exists()
        assert project.exists() == (happens is replaced)


# The clock ----------------------------------------------------------------------------------------


def test_a_clock_set_back_changes_nothing_but_the_times(siap: Path, tmp_path: Path) -> None:
    forward, back = (life(siap, tmp_path / name, days) for name, days in (("a", 1), ("b", -400)))
    assert forward == back


def life(siap: Path, folder: Path, days: int) -> bytes:
    """Do a year's work, so many days between one piece and the next; return the scores."""
    folder.mkdir()
    project = Path(shutil.copy(siap / NAMA, folder))
    number = itertools.count(1)

    def do(*words: Words, status: int = 0) -> None:
        now = SAAT.now + datetime.timedelta(days=days * next(number))
        ran = run(*words, context=replace(SAAT, now=now))
        assert ran.status == status, ran.err
        assert run("periksa", project, "--json").json == {"masalah": []}

    do("atur", project, "wilayah=Kota")
    do("impor", project, siap / "banyak.xlsx", status=1)
    do("impor", project, "--batal")
    do("urungkan", project, "--ulangi")
    do("urungkan", project, "--ulangi", status=3)
    do("impor", project, "--batal")
    do("sahkan", project, "-o", folder / "sah.pdf", *PENGESAHAN)
    do("buka-kembali", project, "--alasan", "Data susulan")
    do("sahkan", project, "-o", folder / "sah.pdf", *PENGESAHAN)
    do("verifikasi", folder / "sah.pdf", "--berkas", project)
    do("ekspor", project, "-o", folder / "nilai.csv")
    times = [one["waktu"] for one in run("riwayat", project, "--json").json["jurnal"]]
    assert (times == sorted(times)) == (days > 0)
    assert len(backup.listing(project)) == 3
    return (folder / "nilai.csv").read_bytes()


# Another program ----------------------------------------------------------------------------------

HOLDER = """
import datetime, sys
from pathlib import Path
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.context import Context
now = datetime.datetime(2022, 1, 31, 8, 5, tzinfo=datetime.timezone.utc)
project = open_project(Path(sys.argv[1]), Context(now, "Tono"))
with project.change(Context(now, "Tono"), "atur", {}) as writer:
    writer.set_setting("wilayah", "separuh jalan")
    print("siap", flush=True)
    sys.stdin.read()
"""


def test_another_program_writes_and_is_killed(siap: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy(siap / NAMA, tmp_path))
    before = sidik(project)
    command = [sys.executable, "-X", "utf8", "-c", HOLDER, str(project)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"siap"
        for name, words in verbs(siap, tmp_path).items():
            if name not in OUTPUTS | {"buat"}:
                assert refused(*words) == "sedang-dipakai", name
        told = run("atur", project, "wilayah=x").err
        assert "sedang dipakai oleh Tono (sejak 31-01-2022 08.05)" in told
        reads(project, tmp_path)
        other.kill()
    assert sidik(project) == before
    assert (tmp_path / (NAMA + ".pemakai")).exists()
    assert run("atur", project, "wilayah=x").status == 0
    assert not (tmp_path / (NAMA + ".pemakai")).exists()
    assert run("periksa", project).status == 0


def test_a_lock_is_given_back_whatever_became_of_the_folder(siap: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy(siap / NAMA, tmp_path))
    holder = tmp_path / (NAMA + ".pemakai")
    opened = open_project(project, SAAT)
    holder.unlink()
    holder.mkdir()
    opened.close()
    holder.rmdir()
    open_project(project, SAAT).close()


# Older files --------------------------------------------------------------------------------------

LAMA = Path(__file__).parents[1] / "storage" / "berkas" / "v1.ipasn"


def not_migrated(project: Path) -> str:
    """Return why an older file is not migrated; it is as it was and can be read."""
    before = sidik(project)
    with pytest.raises(StorageError) as caught:
        open_project(project, SAAT, V2)
    assert caught.value.perbaikan.endswith(".")
    with open_project(project, None, V2) as opened:
        assert compute_year(opened, 2021).instansi.jumlah == 4
        assert check(opened) == []
    assert sidik(project) == before
    assert not list(project.parent.glob("*.cadangan/*"))
    return caught.value.kode


@posix
def test_an_older_file_on_a_read_only_medium(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "4m") as disk:
        project = Path(shutil.copy(LAMA, disk))
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert not_migrated(project) == "izin-ditolak"


@posix
def test_an_older_file_in_a_read_only_folder(terbuka: Path) -> None:
    project = Path(shutil.copy(LAMA, terbuka))
    project.chmod(0o644)
    with as_nobody():
        assert not_migrated(project) == "izin-ditolak"


@posix
@pytest.mark.parametrize("size", ["300k", "452k", "468k"])
def test_an_older_file_on_a_full_disk(tmp_path: Path, size: str) -> None:
    """No room for the backup; for what undoes; for the new tables."""
    with mounted(tmp_path / "disk", size) as disk:
        assert not_migrated(Path(shutil.copy(LAMA, disk))) == "disk-penuh"


# What killed processes leave ----------------------------------------------------------------------


def test_leftovers_of_killed_processes_are_swept(siap: Path, tmp_path: Path) -> None:
    project = Path(shutil.copy(siap / NAMA, tmp_path))
    folder = backup.folder_of(project)
    folder.mkdir()
    output = tmp_path / "nilai.xlsx"
    old, young, own = (
        tmp_path / f".{output.name}.{number}.baru" for number in (999_998, 999_999, os.getpid())
    )
    copies = [folder / ".20220101T000000Z-impor.ipasn.7.baru", folder / ".x.ipasn.8.baru"]
    new = [tmp_path / ".baru.ipasn.7.baru", tmp_path / ".baru.ipasn.7.baru-journal"]
    for path in (old, young, own, *copies, *new):
        path.write_bytes(b"separuh")
    os.utime(old, (0, 0))
    assert run("ekspor", project, "-o", output).status == 0
    # Another process may still be at work on the young one.
    assert [path.exists() for path in (old, young, own)] == [False, True, False]
    assert run("impor", project, siap / "banyak.xlsx").status == 1
    assert not any(path.exists() for path in copies)
    assert run(*verbs(siap, tmp_path)["buat"]).status == 0
    assert not any(path.exists() for path in new)
