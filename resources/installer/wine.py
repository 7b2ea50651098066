"""The bench: a Windows Python under Wine, put together from pinned and hashed parts.

With it Linux builds the Windows program and goes through its life. It is a rehearsal: what is
released is built on Windows (.github/workflows/rilis.yml). A few functions that Wine 8 lacks are
stood in for in the bench's own Windows folder; none of those files may reach the program.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PYTHON = (3, 11)
"""What panda3d's wheel holds; the standard library must be of the same."""

_STAND_INS = ("icuuc", "mscms", "bcryptprimitives")
_GCC = "x86_64-w64-mingw32-gcc"
_NOT_THE_LIBRARY = (
    *("site-packages", "test", "tests", "lib-dynload", "__pycache__", "idlelib", "turtledemo"),
    *("ensurepip", "tkinter", "config-3.11*", "_sysconfigdata*"),
)
_UV = ("--quiet", "--require-hashes", "--no-deps", "--only-binary", ":all:")
_FOR_WINDOWS = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11")


class BuildFault(Exception):
    """A part of the build failed; the message says which."""


def must(command: Sequence[str], env: Mapping[str, str] | None = None, seconds: float = 600) -> str:
    """Run a command unseen and return what it said.

    Raises:
        BuildFault: It failed, or did not end in time.
    """
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=None if env is None else dict(env),
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as fault:
        raise BuildFault(f"not done after {seconds:.0f} s: {' '.join(command)}") from fault
    if done.returncode:
        raise BuildFault(f"{done.stdout}\nexit {done.returncode}: {' '.join(command)}")
    return done.stdout


def windows_path(path: Path) -> str:
    """Return how Wine calls a file of this system."""
    return str(PureWindowsPath("Z:/") / path.resolve().relative_to("/"))


@dataclass(frozen=True, slots=True)
class Bench:
    """A Wine prefix with a Windows Python beside it.

    Attributes:
        folder: Where everything is.
    """

    folder: Path

    @property
    def python(self) -> Path:
        """The Windows Python."""
        return self.folder / "python" / "python.exe"

    @property
    def drive(self) -> Path:
        """Drive C of the prefix."""
        return self.folder / "prefix" / "drive_c"

    @property
    def stand_ins(self) -> list[Path]:
        """The files that must not reach the program."""
        return sorted((self.folder / "stand-ins").glob("*.dll"))

    def env(self, display: str | None = None) -> dict[str, str]:
        """Return the environment of a program under Wine.

        Args:
            display: The X display, None for none.
        """
        # Wine keeps things under HOME too. What this system's Python is told is not meant for it.
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        made = {
            **kept,
            "LC_ALL": "C.UTF-8",
            "HOME": str(self.folder / "home"),
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;ucrtbase,mscms,icuuc,bcryptprimitives=n,b",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUTF8": "1",
        }
        return made if display is None else {**made, "DISPLAY": display}

    def run(self, *command: str, display: str, seconds: float = 600) -> str:
        """Run a Windows program to its end and return what it said.

        Raises:
            BuildFault: It failed, or did not end in time.
        """
        return must(["wine", *command], self.env(display), seconds)

    def settle(self, seconds: float = 120) -> None:
        """Wait until no program runs under Wine: the registry is then on disk.

        Raises:
            BuildFault: Something does not end.
        """
        must(["wineserver", "-w"], self.env(), seconds)

    def stop(self) -> None:
        """End everything that still runs in this prefix, and nothing elsewhere."""
        subprocess.run(["wineserver", "-k"], env=self.env(), check=False, timeout=60)


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """Give a screen of its own, 1366 × 768, and take it away afterwards."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise BuildFault("Xvfb did not start")
        yield f":{number}"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


# Putting it together ------------------------------------------------------------------------------


def product_lock(lock: str, pyproject: str) -> str:
    """Return the lock without what only developers use: it is not needed to build.

    Args:
        lock: Text of requirements/dev.lock.
        pyproject: Text of pyproject.toml.
    """
    group = tomllib.loads(pyproject)["dependency-groups"]["dev"]
    names = {re.split(r"[<>=!~; \[]", one)[0] for one in group} - {"pyinstaller"}
    entries = re.findall(r"^[a-z0-9].*?(?:\n(?=[a-z0-9#])|\Z)", lock, re.DOTALL | re.MULTILINE)
    return "".join(one for one in entries if one.partition("==")[0] not in names)


def wanted_stamp() -> str:
    """Return the fingerprint of everything that the bench is made from."""
    digest = hashlib.sha256()
    sources = [Path(__file__), HERE / "bench.txt", ROOT / "requirements" / "dev.lock"]
    for source in [*sources, *sorted((HERE / "shim").glob("*.c"))]:
        digest.update(source.read_bytes())
    return f"{digest.hexdigest()} {sys.version}\n"


def make_bench(folder: Path) -> Bench:
    """Return the bench, made anew where it is not as wanted.

    Raises:
        BuildFault: A part is missing or another Python runs this.
    """
    bench, stamp = Bench(folder), folder / "stamp"
    if stamp.is_file() and stamp.read_text("utf-8") == wanted_stamp():
        return bench
    if sys.version_info[:2] != PYTHON:
        raise BuildFault(
            f"the bench takes the standard library of Python 3.11, this is {sys.version}"
        )
    if folder.exists():
        bench.stop()
        shutil.rmtree(folder)
    (folder / "home").mkdir(parents=True)
    _fetch(folder)
    _make_python(folder)
    _make_stand_ins(folder)
    _make_prefix(bench)
    stamp.write_text(wanted_stamp(), "utf-8")
    return bench


def _fetch(folder: Path) -> None:
    lock = folder / "product.lock"
    lock.write_text(
        product_lock(
            (ROOT / "requirements" / "dev.lock").read_text("utf-8"),
            (ROOT / "pyproject.toml").read_text("utf-8"),
        ),
        "utf-8",
    )
    uv = [sys.executable, "-m", "uv", "pip", "install", "--python", sys.executable]
    for target, wanted in (("parts", HERE / "bench.txt"), ("python/Lib/site-packages", lock)):
        place = str(folder / target)
        must([*uv, *_UV, *_FOR_WINDOWS, "--target", place, "-r", str(wanted)])


def _make_python(folder: Path) -> None:
    python, parts = folder / "python", folder / "parts"
    shutil.copytree(
        sysconfig.get_path("stdlib"),
        python / "Lib",
        ignore=shutil.ignore_patterns(*_NOT_THE_LIBRARY),
        dirs_exist_ok=True,
    )
    (python / "DLLs").mkdir()
    for part in (parts / "deploy_libs").iterdir():
        if part.suffix == ".pyd" or part.name in (
            *("libffi-8.dll", "libcrypto-3.dll", "libssl-3.dll", "sqlite3.dll"),
        ):
            shutil.copy(part, python / "DLLs")
    shutil.copy(parts / "deploy_libs" / "python311.dll", python)
    for part in (parts / "Scripts").glob("vcruntime140*.dll"):
        shutil.copy(part, python)
    work = folder / "work"
    work.mkdir()
    names = must(["gendef", "-", str(python / "python311.dll")])
    defined = work / "python311.def"
    defined.write_text(names[names.index("LIBRARY") :], "utf-8")
    library = work / "libpython311.a"
    tool = ["x86_64-w64-mingw32-dlltool", "-d", str(defined), "-D", "python311.dll"]
    must([*tool, "-l", str(library)])
    forwards = work / "python3.def"
    forwards.write_text(forward(defined.read_text("utf-8")), "utf-8")
    source = HERE / "shim"
    _library(source / "python3.c", python / "python3.dll", str(forwards))
    program = [_GCC, "-O2", "-s", "-municode", "-o", str(python / "python.exe")]
    must([*program, str(source / "python.c"), str(library)])


def forward(definition: str) -> str:
    """Return the definition of python3.dll, which hands every name on to python311.dll.

    Args:
        definition: What python311.dll exports, as gendef writes it.
    """
    lines = ['LIBRARY "python3.dll"', "EXPORTS"]
    for line in definition.splitlines():
        words = line.split()
        if words and re.match(r"_?Py", words[0]):
            data = " DATA" if words[-1] == "DATA" else ""
            lines.append(f"{words[0]} = python311.{words[0]}{data}")
    return "\n".join(lines) + "\n"


def _library(source: Path, target: Path, *more: str) -> None:
    options = ["-O2", "-s", "-shared", "-nostdlib", "-Wl,-e,DllMainCRTStartup"]
    must([_GCC, *options, "-o", str(target), str(source), *more])


def _make_stand_ins(folder: Path) -> None:
    place = folder / "stand-ins"
    place.mkdir()
    for name in _STAND_INS:
        _library(HERE / "shim" / f"{name}.c", place / f"{name}.dll", "-ladvapi32")
    # A real one of Microsoft, but Windows has its own.
    [runtime] = (folder / "parts").rglob("ucrtbase.dll")
    shutil.copy(runtime, place)


def _make_prefix(bench: Bench) -> None:
    with screen() as display:
        bare = {**bench.env(display), "WINEDLLOVERRIDES": "mscoree,mshtml="}
        must(["wineboot", "-i"], bare, 180)
        must(["wine", "winecfg", "-v", "win10"], bare, 120)
        bench.settle()
        for one in bench.stand_ins:
            shutil.copy(one, bench.drive / "windows" / "system32")
        said = bench.run(
            windows_path(bench.python),
            "-c",
            "import sys, PySide6.QtWidgets, numpy, apsw, python_calamine, msgspec, lxml.etree;"
            "print(sys.version)",
            display=display,
        )
        if "MSC" not in said:
            raise BuildFault(f"that is no Windows Python: {said}")
        bench.settle()


def foreign_files(bundle: Path, bench: Bench) -> list[str]:
    """Return the files of a program that are the bench's stand-ins, by name or by content."""
    names = {one.name.lower() for one in bench.stand_ins}
    digests = {hashlib.sha256(one.read_bytes()).hexdigest() for one in bench.stand_ins}
    return sorted(
        str(one.relative_to(bundle))
        for one in bundle.rglob("*")
        if one.is_file()
        and (one.name.lower() in names or hashlib.sha256(one.read_bytes()).hexdigest() in digests)
    )


def wait_until(what: str, holds: Callable[[], bool], seconds: float) -> float:
    """Wait for something outside of this process, and return the seconds it took.

    Raises:
        BuildFault: It never came.
    """
    begun = time.monotonic()
    while not holds():
        if time.monotonic() - begun > seconds:
            raise BuildFault(f"{what}: not after {seconds:.0f} s")
        time.sleep(0.05)
    return time.monotonic() - begun
