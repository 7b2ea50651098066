"""Kill the program while it works on a small project, and look at what is left.

`python -m tests.storage.tahan FOLDER --acak N` prints a JSON row for each piece of work. It runs in
a process of its own, which forks a child for every kill: a fork starts in a millisecond, and one
thread alone (OPENBLAS_NUM_THREADS=1) makes forking safe. Nothing of the product knows of it: a
SQLite VFS and an audit hook in the child count what it does to the disk, and kill it with SIGKILL
before the k-th of these. All work is done on the real disk with real fsync. A power cut is a kill
before which half of what was written and not yet synced, by chance, is taken back from the disk.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import apsw

from ipasn_core import cli
from ipasn_core.storage import backup, schema
from ipasn_core.storage.periksa import check, digests
from ipasn_core.storage.project import Project, open_project
from ipasn_core.storage.schema import Schema
from ipasn_core.workflow import edit, edit_merge, edit_people
from ipasn_core.workflow.context import Context
from tests.storage.versi import V2
from tests.workflow.kantor import ANI, BUDI, CITRA, DEDI, EKA, LEBAR, PENGESAHAN, SAAT, buku, lebar

ROOT = Path(__file__).parents[2]
PROYEK = "uji.ipasn"
BASE_VFS = "multipleciphers-unix"
CADANGAN = "20220131T032022Z-sahkan"
"""The backup that the second signing makes, 65 minutes after SAAT."""

VERIFIKATOR = "197902022006041002"

Kerja = tuple[str, ...] | Callable[[Project, Context], object] | Schema
"""The words of a command, an edit by hand, for which there is no command, or the version that the
file is brought to."""


def _change_record(project: Project, context: Context) -> None:
    whose = project.person(2021, int(ANI))
    assert whose is not None
    [appraisal] = whose.rekaman["penilaian"]
    edit.change_record(project, context, "penilaian", appraisal.id, {"nilai": "88"})


def _correct_nip(project: Project, context: Context) -> None:
    edit_people.correct_nip(project, context, int(BUDI), DEDI)


def _merge(project: Project, context: Context) -> None:
    edit_merge.merge_people(project, context, int(CITRA), int(EKA))


def _remove(project: Project, context: Context) -> None:
    edit_people.remove_from_year(project, context, 2022, int(DEDI))


PEKERJAAN: tuple[tuple[str, Kerja], ...] = (
    ("buat", ("buat", PROYEK, "--instansi", "Kota Uji", "--tahun", "2021")),
    ("impor", ("impor", PROYEK, "a.xlsx")),
    ("impor lagi", ("impor", PROYEK, "b.xlsx")),
    ("atur", ("atur", PROYEK, "wilayah=Kota Uji", "target.kualifikasi=15", "target.indeks=75")),
    ("urungkan", ("urungkan", PROYEK)),
    ("ulangi", ("urungkan", PROYEK, "--ulangi")),
    ("tahun", ("tahun", PROYEK, "--buat", "2022")),
    ("ubah catatan", _change_record),
    ("nip", _correct_nip),
    ("satukan", _merge),
    ("keluarkan", _remove),
    ("sahkan", ("sahkan", PROYEK, "--tahun", "2021", "-o", "sah.pdf", *PENGESAHAN)),
    ("buka-kembali", ("buka-kembali", PROYEK, "--tahun", "2021", "--alasan", "Data susulan")),
    ("sahkan lagi", ("sahkan", PROYEK, "--tahun", "2021", "-o", "sah.pdf", *PENGESAHAN)),
    ("cadangan", ("cadangan", PROYEK, "--pulihkan", CADANGAN, "-o", "pulih.ipasn")),
    ("laporan", ("laporan", PROYEK, "--tahun", "2022", "-o", "draf.pdf")),
    ("ekspor", ("ekspor", PROYEK, "--tahun", "2021", "-o", "nilai.csv")),
    ("verifikator", ("atur", PROYEK, f"pejabat.1=verifikator;Uji;{VERIFIKATOR};;Sekretaris")),
    ("telaah", ("telaah", PROYEK, "--tahun", "2022", "--nip", VERIFIKATOR)),
    ("migrasi", V2),
)
"""A year's life: each begins where the one before ended. What is signed again takes the place of
the first PDF."""

LISTRIK = frozenset(("atur", "migrasi"))
"""Whose power is cut where not all steps are."""

SERUPA = frozenset(("nip", "keluarkan", "verifikator", "sahkan lagi", "laporan"))
"""On the disk like others: done, but killed only where all steps are."""

Keadaan = dict[str, str]
"""File → digest: of a project file's rows, of another file's bytes."""


@dataclass(frozen=True, slots=True)
class Hasil:
    """What became of one piece of work, killed many times.

    Attributes:
        kerja: Its name.
        milidetik: How long it takes.
        urutan: What it does to the disk, a word a step.
        langkah: Before how many of its steps it was killed.
        listrik: Before how many of its steps its power was cut.
        acak: At how many random moments it was killed.
        selesai: How many of those came too late: it had ended.
        akhir: After how many kills everything was as before ("sebelum"), as when all is done
            ("sesudah"), or so but for the output file, which was not there yet ("tanpa berkas").
    """

    kerja: str
    milidetik: int
    urutan: tuple[str, ...]
    langkah: int
    listrik: int
    acak: int
    selesai: int
    akhir: Mapping[str, int]


# What is on the disk ------------------------------------------------------------------------------


def isi(path: Path) -> str:
    """Return one digest of all rows of a project file; it must open, be sound, and be free."""
    with open_project(path, None, V2) as project:
        problems = check(project)
        assert not problems, f"{path.name}: {problems[0].pesan}"
        own = project.stored.schema
        connection = project.stored.connection
        rows: list[object] = [*sorted(digests(connection).items())]
        for table in (*schema.OUTSIDE_TABLES, "sqlite_sequence"):
            rows.extend(connection.execute(f"SELECT * FROM {table} ORDER BY 1"))
    # Whoever was killed holds no lock any more.
    open_project(path, SAAT, own).close()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def keadaan(folder: Path) -> Keadaan:
    """Return what an officer sees in the folder: no hidden files, no lock."""
    found = {}
    for path in folder.iterdir():
        if path.suffix == ".ipasn" and not path.name.startswith("."):
            found[path.name] = isi(path)
        elif path.suffix in {".pdf", ".csv"} and not path.name.startswith("."):
            found[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def periksa_cadangan(folder: Path, allowed: set[str]) -> None:
    """Assert that every backup is whole, and the project as it was at some time."""
    for one in backup.listing(folder / PROYEK):
        assert isi(one.path) in allowed, f"backup {one.id} is no state that ever was"


# The child ----------------------------------------------------------------------------------------


class _File(apsw.VFSFile):
    """A file whose writes, truncations and syncs are steps."""

    def __init__(self, name: Any, flags: list[int], step: Callable[[str], None]) -> None:
        super().__init__(BASE_VFS, name, flags)
        kinds = {apsw.SQLITE_OPEN_MAIN_DB: "db", apsw.SQLITE_OPEN_MAIN_JOURNAL: "journal"}
        self._kind = next((word for bit, word in kinds.items() if flags[0] & bit), "")
        self._step = step
        self._unsynced: list[tuple[int, bytes]] = []

    @property
    def is_journal(self) -> bool:
        return self._kind == "journal"

    def take_back(self, chance: random.Random) -> None:
        """Take back about half of what was written since the last sync."""
        if not self._unsynced:
            return
        size = super().xFileSize()
        for offset, old in reversed(self._unsynced):
            if chance.random() < 0.5:
                super().xWrite(old, offset)
                if offset + len(old) == size:  # what made the file longer
                    size = offset
                    super().xTruncate(size)

    def _told(self, what: str) -> None:
        if self._kind:
            self._step(f"{what} {self._kind}")

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: N802
        self._told("write")
        self._unsynced.append((offset, super().xRead(len(data), offset)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._told("truncate")
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._told("sync")
        super().xSync(flags)
        self._unsynced.clear()

    def xClose(self) -> None:  # noqa: N802
        self._unsynced.clear()
        super().xClose()


class _Vfs(apsw.VFS):
    """The default VFS of the child: the real one, counted."""

    def __init__(self, step: Callable[[str], None]) -> None:
        super().__init__("counted", BASE_VFS, makedefault=True)
        self._step = step
        self._files: list[_File] = []

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        file = _File(name, flags, self._step)
        self._files.append(file)
        return file

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self._step("delete journal")
        self._files = [file for file in self._files if not file.is_journal]
        super().xDelete(filename, syncdir)

    def take_back(self, chance: random.Random) -> None:
        for file in self._files:
            file.take_back(chance)


_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def watch(folder: Path, step: Callable[[str], None]) -> _Vfs:
    """Call `step` before everything this process does to the disk below a folder."""
    below = str(folder)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _mode, flags = arguments
            if isinstance(path, str) and path.startswith(below) and flags & _WRITING:
                step("open")
        elif event in {"os.rename", "os.remove", "os.mkdir"}:
            step(event.removeprefix("os."))

    sys.addaudithook(hook)
    real = os.fsync

    def fsync(descriptor: int) -> None:
        step("fsync")
        real(descriptor)

    mock.patch.object(os, "fsync", fsync).start()
    return _Vfs(step)


def context(number: int) -> Context:
    """Return when and by whom the n-th piece of work is done: five minutes apart."""
    return Context(SAAT.now + datetime.timedelta(minutes=5 * number), "Sari")


def fork(work: Callable[[], int]) -> int:
    """Do something in a child and return its process id."""
    child = os.fork()
    if child:
        return child
    status = 70
    try:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        status = work()
    finally:
        os._exit(status)


def ended(child: int) -> bool:
    """Wait for a child; tell whether it ended by itself, which it may only do well."""
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL), f"the child ended with {status}"
    return status == 0


# The killing --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pekerja:
    """One piece of work in a folder of its own, done as often as it is killed.

    Attributes:
        nomor: Its place in `PEKERJAAN`.
        siap: The folder before.
        kerja: The folder it works in, made anew each time.
    """

    nomor: int
    siap: Path
    kerja: Path

    def verb(self) -> int:
        words = PEKERJAAN[self.nomor][1]
        if isinstance(words, Schema):
            open_project(self.kerja / PROYEK, context(self.nomor), words).close()
            return 0
        if callable(words):
            with open_project(self.kerja / PROYEK, context(self.nomor)) as project:
                words(project, context(self.nomor))
            return 0
        endings = (".ipasn", ".xlsx", ".pdf", ".csv")
        full = [str(self.kerja / word) if word.endswith(endings) else word for word in words]
        return cli.main(full, context(self.nomor))

    def anew(self) -> None:
        shutil.rmtree(self.kerja, ignore_errors=True)
        shutil.copytree(self.siap, self.kerja)

    def steps(self) -> tuple[str, ...]:
        """Run to the end and return what it did to the disk."""
        self.anew()
        log = self.siap.with_name("langkah.txt")
        log.unlink(missing_ok=True)

        def work() -> int:
            seen: list[str] = []
            vfs = watch(self.kerja, seen.append)
            status = self.verb()
            vfs.unregister()
            log.write_text("\n".join(seen))
            return status

        assert ended(fork(work))
        return tuple(log.read_text().split("\n"))

    def killed_before(self, step: int, cut: random.Random | None = None) -> None:
        """Run until just before a step, and no further; the power is cut where chance is given."""
        self.anew()

        def work() -> int:
            count = 0

            def reached(_what: str) -> None:
                nonlocal count
                count += 1
                if count > step:
                    if cut is not None:
                        vfs.take_back(cut)
                    os.kill(os.getpid(), signal.SIGKILL)

            vfs = watch(self.kerja, reached)
            status = self.verb()
            vfs.unregister()
            return status

        assert not ended(fork(work)), f"step {step} never came"

    def killed_after(self, seconds: float) -> bool:
        """Run so long and no longer; tell whether it was done by then."""
        self.anew()
        child = fork(self.verb)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        return ended(child)

    def duration(self) -> float:
        self.anew()
        begun = time.perf_counter()
        assert ended(fork(self.verb))
        return time.perf_counter() - begun


def verdict(found: Keadaan, before: Keadaan, after: Keadaan) -> str:
    """Tell whether a folder is as before or as after; every file by itself is one of them.

    Raises:
        AssertionError: Something is neither, or an output came before what it tells of.
    """
    for name in found.keys() | before.keys():
        known = (before.get(name), after.get(name))
        assert found.get(name) in known, f"{name} is neither as before nor as after"
    if found == before:
        return "sebelum"
    if found == after:
        return "sesudah"
    assert found[PROYEK] == after[PROYEK], "an output is there, and what it tells of is not"
    return "tanpa berkas"


def edges(steps: tuple[str, ...]) -> list[int]:
    """Return the steps that are no write, and the first and last of each run of writes."""
    around = zip(("", *steps), steps, (*steps[1:], ""), strict=False)
    return [
        at
        for at, (before, step, after) in enumerate(around)
        if not step.startswith("write") or step != before or step != after
    ]


def kill(folder: Path, acak: int, seed: int, *, all_steps: bool) -> Iterator[Hasil]:
    """Do all the work once, and kill each piece at its steps and at random moments.

    Args:
        folder: Empty, on the disk to try.
        acak: How many random moments, in all.
        seed: Of the random moments.
        all_steps: At all steps of all the work; else at the `edges`, and not of what is `SERUPA`.

    Raises:
        AssertionError: Something was neither as before nor as after.
    """
    chance = random.Random(seed)
    ready, work, done = folder / "siap", folder / "kerja", folder / "sesudah"
    ready.mkdir()
    buku(ready / "a.xlsx", {"Data": [LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi", jp=8)]})
    citra = [lebar(nip, "Citra", opd="Dinas B") for nip in (CITRA, EKA)]  # one person, two entries
    rows = [LEBAR, lebar(ANI, "Ani", nilai=95), *citra]
    buku(ready / "b.xlsx", {"Data": rows})
    before, ever = keadaan(ready), set[str]()
    for number, (name, _words) in enumerate(PEKERJAAN):
        job = Pekerja(number, ready, work)
        took = job.duration()
        work.rename(done)
        after = keadaan(done)
        ever.add(after[PROYEK])
        found: Counter[str] = Counter()
        steps = job.steps()
        chosen = range(len(steps)) if all_steps else [] if name in SERUPA else edges(steps)
        for at in chosen:
            job.killed_before(at)
            found[looked(work, before, after, ever)] += 1
        cut = chosen if all_steps or name in LISTRIK else []
        for at in cut:
            job.killed_before(at, chance)
            found[looked(work, before, after, ever)] += 1
        share = acak // len(PEKERJAAN) + (number < acak % len(PEKERJAAN))
        late = 0
        for _ in range(share):
            late += job.killed_after(chance.uniform(0, took))
            found[looked(work, before, after, ever)] += 1
        yield Hasil(
            name, round(took * 1000), steps, len(chosen), len(cut), share, late, dict(found)
        )
        shutil.rmtree(ready)
        done.rename(ready)
        before = after


def looked(folder: Path, before: Keadaan, after: Keadaan, ever: set[str]) -> str:
    """Look at what a kill left; backups may be of any state that ever was."""
    said = verdict(keadaan(folder), before, after)
    periksa_cadangan(folder, ever)
    return said


def rows_of(folder: Path, *words: str) -> list[Hasil]:
    """Run the killing in a process of its own and return its rows.

    Raises:
        AssertionError: A file was neither as before nor as after.
    """
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tests.storage.tahan", str(folder), *words],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [Hasil(**{**line, "urutan": tuple(line["urutan"])}) for line in lines]


def main() -> None:
    """Kill, and print a JSON row a piece of work."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--acak", type=int, default=25)
    parser.add_argument("--benih", type=int, default=1)
    parser.add_argument("--semua", action="store_true")
    options = parser.parse_args()
    for result in kill(options.folder, options.acak, options.benih, all_steps=options.semua):
        print(json.dumps(asdict(result)), flush=True)


if __name__ == "__main__":
    main()
