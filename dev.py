#!/usr/bin/env python3
"""The one task runner: `python3 dev.py VERB …`, on Windows `py dev.py VERB …`.

Standard library only. The first verb that needs it makes `.venv` from the hashed lock in
requirements/; later runs only compare a stamp. Every verb passes on the exit code of what it runs.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import importlib.util
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements" / "dev.lock"
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "ipasn-stamp"

OLDEST_PYTHON = (3, 11)
# The first pip that can install into another Python, which is how an environment without its
# own pip is filled.
OLDEST_FOREIGN_PIP = (22, 3)

SOURCES = ("main.py", "dev.py", "ipasn_core", "ipasn_gui", "resources", "tests")
CACHES = (
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    "__pycache__",
    "build",
)
# Program the tests call → the Debian package that brings it.
TEST_PROGRAMS = {"pdffonts": "poppler-utils", "pdftotext": "poppler-utils", "qpdf": "qpdf"}
# Library the window's tests load → the Debian package that brings it.
TEST_LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "xkbcommon": "libxkbcommon0",
}
# What builds the Windows installer on Linux and takes it through its life.
WINE_PROGRAMS = {
    "Xvfb": "xvfb",
    "gendef": "mingw-w64-tools",
    "import": "imagemagick",
    "makensis": "nsis",
    "openbox": "openbox",
    "wine": "wine",
    "x86_64-w64-mingw32-dlltool": "binutils-mingw-w64-x86-64",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-posix",
    "xwininfo": "x11-utils",
}
LOCK_HEADER = "# Made by `dev.py lock` from pyproject.toml; not to be edited by hand.\n"

Arguments = Sequence[str]


class Fault(Exception):
    """Something the developer can mend; the message says what to do.

    Args:
        message: What happened and what to type.
        code: The exit code of `dev.py`.
    """

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


# Running other programs ---------------------------------------------------------------------------


def say(line: str) -> None:
    """Tell the developer something on stderr, at once."""
    print(f"dev.py: {line}", file=sys.stderr, flush=True)


def shell_line(command: Arguments) -> str:
    """Return the command as it would be typed."""
    return subprocess.list2cmdline(command) if os.name == "nt" else shlex.join(command)


def exit_code(returncode: int) -> int:
    """Turn the return code of a process into an exit code (a signal counts from 128)."""
    return returncode if returncode >= 0 else 128 - returncode


def start(command: Arguments, cwd: Path | None = ROOT) -> int:
    """Run a command before the developer's eyes and return its exit code."""
    return exit_code(subprocess.run(command, cwd=cwd, check=False).returncode)


def capture(command: Arguments) -> tuple[int, str]:
    """Run a command unseen; return its exit code and what it said on both streams."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PYTHONUTF8": "1"},
    )
    return exit_code(done.returncode), done.stdout.strip()


def must(command: Arguments, purpose: str) -> None:
    """Run a command unseen; show all it said only where it fails.

    Raises:
        Fault: The command failed; carries its exit code.
    """
    code, output = capture(command)
    if code:
        raise Fault(f"{output}\n{purpose} failed (exit {code}):\n  {shell_line(command)}", code)


# System packages ----------------------------------------------------------------------------------


def apt_prefix() -> list[str] | None:
    """Return how to call apt-get here, or None where we may not or there is none."""
    if not shutil.which("apt-get"):
        return None
    if sys.platform != "win32" and os.geteuid() == 0:
        return ["apt-get"]
    if shutil.which("sudo") and capture(["sudo", "-n", "true"])[0] == 0:
        return ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return None


def apt_install(packages: Arguments) -> bool:
    """Install Debian packages; return False where that is not ours to do.

    Raises:
        Fault: apt-get was allowed and failed.
    """
    apt = apt_prefix()
    if apt is None:
        return False
    say(f"installing system packages: {' '.join(packages)}")
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if any(Path("/var/lib/apt/lists").glob("*_Packages*")) and capture(install)[0] == 0:
        return True
    must([*apt, "update"], "refreshing the package lists")
    must(install, "installing system packages")
    return True


def how_to_install(packages: Arguments) -> str:
    """Return what to type to get the packages, for the system at hand."""
    names = " ".join(packages)
    if shutil.which("apt-get"):
        return f"sudo apt-get update && sudo apt-get install {names}"
    if sys.platform == "darwin":
        return "brew install " + names.replace("poppler-utils", "poppler")
    return f"install with your system's package manager: {names}"


def need_programs() -> None:
    """Have the programs that tests call and the libraries Qt loads, or say what to type.

    On Windows they are no condition: tests that need a program are skipped there, and Qt brings
    its own libraries.

    Raises:
        Fault: Something is missing and may not be installed.
    """
    wanted = {name: package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)}
    if sys.platform.startswith("linux"):
        libraries = TEST_LIBRARIES.items()
        wanted |= {name: pkg for name, pkg in libraries if not ctypes.util.find_library(name)}
    if wanted and os.name == "nt":
        say(f"not on PATH, tests that need them are skipped: {' '.join(wanted)}")
    else:
        need_packages(wanted, "tests")


def need_packages(wanted: Mapping[str, str], purpose: str) -> None:
    """Install Debian packages for what is missing, or say what to type.

    Args:
        wanted: What is missing → the package that brings it; nothing happens where it is empty.
        purpose: What needs it.

    Raises:
        Fault: They may not be installed.
    """
    packages = sorted(set(wanted.values()))
    if packages and not apt_install(packages):
        missing = " ".join(wanted)
        raise Fault(f"{purpose} need {missing}. Type:\n  {how_to_install(packages)}")


# The environment ----------------------------------------------------------------------------------


def wanted_stamp(lock: bytes) -> str:
    """Return what the stamp of an environment made from this lock, here and now, must say."""
    version = f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"
    return f"{hashlib.sha256(lock).hexdigest()}\n{version}\n{VENV}\n"


def is_fresh(stamp: Path, python: Path, wanted: str) -> bool:
    """Return whether the environment is whole and made from what is wanted."""
    try:
        return stamp.read_text(encoding="utf-8") == wanted and python.exists()
    except FileNotFoundError:
        return False


def foreign_pip() -> list[str] | None:
    """Return a call of this Python's pip that installs into `.venv`, where it can do so."""
    code, output = capture([sys.executable, "-m", "pip", "--version"])
    found = re.match(r"pip (\d+)\.(\d+)", output)
    if code or not found or (int(found[1]), int(found[2])) < OLDEST_FOREIGN_PIP:
        return None
    return [sys.executable, "-m", "pip", "--python", str(VENV_PYTHON)]


def make_venv() -> list[str]:
    """Make an empty `.venv` and return the pip call that fills it.

    Three ways, since a fresh Debian has no `ensurepip` and guards the system's pip (PEP 668):
    `venv` with its own pip; without, filled by the pip outside; Debian's venv package.

    Raises:
        Fault: None of them is to be had; says what to type.
    """
    venv = [sys.executable, "-m", "venv", "--clear"]
    if not importlib.util.find_spec("ensurepip"):
        pip = foreign_pip()
        if pip:
            must([*venv, "--without-pip", str(VENV)], "making .venv")
            return pip
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not Path(sys.executable).resolve().is_relative_to("/usr/bin"):
            raise Fault(f"{sys.executable} has neither ensurepip nor pip >= 22.3; use another one")
        if not apt_install([package]):
            raise Fault(f"this Python cannot make .venv. Type:\n  {how_to_install([package])}")
    must([*venv, str(VENV)], "making .venv")
    return [str(VENV_PYTHON), "-m", "pip"]


def leave_venv() -> None:
    """Refuse to saw off the branch we sit on.

    Raises:
        Fault: `dev.py` runs on the Python inside `.venv`, which is to be removed.
    """
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise Fault(".venv must be made anew: run dev.py with the Python outside of it")


def need_venv() -> None:
    """Have `.venv` as the lock wants it; make it anew where it differs.

    Raises:
        Fault: The environment could not be made. No stamp is left, so the next run starts over.
    """
    if not LOCK.is_file():
        raise Fault(f"{LOCK.relative_to(ROOT)} is missing: git checkout {LOCK.relative_to(ROOT)}")
    wanted = wanted_stamp(LOCK.read_bytes())
    if is_fresh(STAMP, VENV_PYTHON, wanted):
        return
    leave_venv()
    say("making .venv from the lock (the first time takes a minute)")
    STAMP.unlink(missing_ok=True)
    pip = make_venv()
    options = ["--quiet", "--disable-pip-version-check", "--no-input"]
    # Wheels only: a source build would fetch what the lock does not hash.
    safe = ["--require-hashes", "--only-binary", ":all:"]
    must([*pip, "install", *options, *safe, "-r", str(LOCK)], "installing the lock")
    STAMP.write_text(wanted, encoding="utf-8")


def in_venv(arguments: Arguments, cwd: Path | None = ROOT) -> int:
    """Run the Python of `.venv` and return its exit code."""
    need_venv()
    return start([str(VENV_PYTHON), *arguments], cwd)


# The verbs ----------------------------------------------------------------------------------------


def demo(arguments: Arguments) -> int:
    """Import the sample, score it, sign it off and write hasil/laporan-contoh.pdf."""
    return in_venv(["-m", "ipasn_core.demo", *arguments])


def run(arguments: Arguments) -> int:
    """Run the program itself: `run VERB …` is the command line."""
    return in_venv([str(ROOT / "main.py"), *arguments], cwd=None)


def test(arguments: Arguments) -> int:
    """Run the tests; what follows goes to pytest."""
    need_programs()
    return in_venv(["-m", "pytest", *arguments])


def check(arguments: Arguments) -> int:
    """Prove style, types and import contracts."""
    refuse(arguments)
    need_venv()
    sources = [name for name in SOURCES if (ROOT / name).exists()]
    steps = {
        "ruff check": ["-m", "ruff", "check", "--quiet", "--output-format=concise", *sources],
        "ruff format": ["-m", "ruff", "format", "--check", "--quiet", *sources],
        "mypy": ["-m", "mypy", "--no-error-summary", *sources],
        "import contracts": ["-c", "from importlinter.cli import lint_imports_command as f; f()"],
    }
    worst = 0
    for name, command in steps.items():
        begun = time.monotonic()
        code, output = capture([str(VENV_PYTHON), *command])
        if code:
            print(output)
            worst = max(worst, code)
        seconds = time.monotonic() - begun
        print(f"{name}: {'FAILED' if code else 'ok'} ({seconds:.1f} s)", flush=True)
    return worst


def fix(arguments: Arguments) -> int:
    """Mend what ruff can mend, then format."""
    refuse(arguments)
    sources = [name for name in SOURCES if (ROOT / name).exists()]
    mended = in_venv(["-m", "ruff", "check", "--fix", "--quiet", *sources])
    return in_venv(["-m", "ruff", "format", "--quiet", *sources]) or mended


def bench(arguments: Arguments) -> int:
    """Measure against floors and peers; what follows goes to tests.bench."""
    return in_venv(["-m", "tests.bench", *arguments])


def shots(arguments: Arguments) -> int:
    """Draw every screen and dialog into hasil/layar, to be looked at; names choose some."""
    need_programs()
    return in_venv(["-m", "tests.shots", *arguments])


def build(arguments: Arguments) -> int:
    """Make the program, hasil/program/IPASN, for this system; it then tests itself."""
    return in_venv(["-m", "resources.installer.make", "build", *arguments])


def installer(arguments: Arguments) -> int:
    """Make the Windows installer (on Linux under Wine; `--uji` tries it out there)."""
    if os.name != "nt":
        missing = {name: pkg for name, pkg in WINE_PROGRAMS.items() if not shutil.which(name)}
        need_packages(missing, "a Windows build and its trial")
    return in_venv(["-m", "resources.installer.make", "installer", *arguments])


def lock(arguments: Arguments) -> int:
    """Pin pyproject.toml anew (`lock --upgrade`: the newest of everything); needs the network."""
    need_venv()
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / LOCK.name
        shutil.copyfile(LOCK, made)  # uv keeps the versions it finds there
        command = [str(VENV_PYTHON), "-m", "uv", "pip", "compile", "pyproject.toml"]
        command += ["--group", "dev", "--python-version", "{}.{}".format(*OLDEST_PYTHON)]
        # One version of each package everywhere: what is tested is what is shipped.
        command += ["--universal", "--fork-strategy", "fewest", "--generate-hashes"]
        command += ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
        must([*command, "--quiet", "--output-file", str(made), *arguments], "locking")
        text = LOCK_HEADER + made.read_text(encoding="utf-8").removeprefix(LOCK_HEADER)
    faults = lock_faults(text)
    if faults:
        raise Fault("the lock is not fit to be kept:\n  " + "\n  ".join(faults))
    LOCK.write_text(text, encoding="utf-8", newline="\n")
    return 0


def clean(arguments: Arguments) -> int:
    """Remove .venv and every cache; nothing that you made."""
    refuse(arguments)
    leave_venv()
    nested = (
        path
        for name in SOURCES
        if (ROOT / name).is_dir()
        for path in (ROOT / name).rglob("__pycache__")
    )
    for path in [VENV, *(ROOT / name for name in CACHES), *nested]:
        shutil.rmtree(path, ignore_errors=True)
    return 0


def lock_entries(text: str) -> list[str]:
    """Return the requirements of a lock, each with its hashes, joined to a line."""
    joined = text.replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def lock_faults(text: str) -> list[str]:
    """Return what makes a lock unfit: an address in it, or a requirement not pinned by hash."""
    faults = []
    for entry in lock_entries(text):
        if "://" in entry or entry.startswith("-"):
            faults.append(f"names an address or an option: {entry.strip()}")
        elif "==" not in entry or "--hash=sha256:" not in entry:
            faults.append(f"not pinned by hash: {entry.strip()}")
    return faults


def refuse(arguments: Arguments) -> None:
    """Refuse what a verb would silently ignore.

    Raises:
        Fault: There are arguments.
    """
    if arguments:
        raise Fault(f"takes no arguments: {' '.join(arguments)}", 2)


VERBS: dict[str, Callable[[Arguments], int]] = {
    verb.__name__: verb
    for verb in (demo, run, test, check, fix, bench, shots, build, installer, lock, clean)
}


def usage() -> str:
    """Return the list of verbs with what they do."""
    lines = ["python3 dev.py VERB …      (on Windows: py dev.py VERB …)", ""]
    for name, verb in VERBS.items():
        lines.append(f"  {name:9} {(verb.__doc__ or '').splitlines()[0]}")
    return "\n".join(lines)


def main(arguments: Arguments) -> int:
    """Run one verb and return the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        say("needs Python {}.{} or newer".format(*OLDEST_PYTHON))
        return 1
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # Windows pipes cannot say all that tools print
    if not arguments or arguments[0] in ("help", "-h", "--help"):
        print(usage())
        return 0
    verb = VERBS.get(arguments[0])
    if verb is None:
        say(f"no such verb: {arguments[0]}\n{usage()}")
        return 2
    try:
        return verb(arguments[1:])
    except Fault as fault:
        say(str(fault))
        return fault.code
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
