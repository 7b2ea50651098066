"""`dev.py build` and `dev.py installer`: the program's folder, and the Windows installer of it.

Windows builds with its own Python: that is what is released. Linux builds its own folder, and the
installer under Wine (wine.py) as a rehearsal; with `--uji` the installed program is taken through
its life (life.py). Nothing of this was run on real Windows by those who wrote it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from . import wine
from .version_resource import numbers

ROOT = wine.ROOT
WORK = ROOT / "build"
RESULTS = ROOT / "hasil"
WINDOWS = sys.platform == "win32"
MEGABYTE = 1_000_000


def version() -> str:
    """Return the product's version."""
    text = (ROOT / "ipasn_core" / "__init__.py").read_text("utf-8")
    found = re.search(r'__version__ = "(.+)"', text)
    if found is None:
        raise wine.BuildFault("ipasn_core names no version")
    return found[1]


def size_of(path: Path) -> int:
    """Return the bytes of a file, or of all files of a folder, links aside."""
    if path.is_file():
        return path.stat().st_size
    files = (one for one in path.rglob("*") if one.is_file() and not one.is_symlink())
    return sum(one.stat().st_size for one in files)


def say(what: str, begun: float, made: Path) -> None:
    """Tell what was made, how long it took and how large it is."""
    took = time.monotonic() - begun
    place = made.relative_to(ROOT)
    print(f"{what}: {place}, {size_of(made) / MEGABYTE:.1f} MB ({took:.0f} s)", flush=True)


def pyinstaller(target: str, work: str, spec: str) -> list[str]:
    """Return the words of PyInstaller's call, after the Python."""
    options = ["--noconfirm", "--clean", "--log-level", "ERROR"]
    return ["-m", "PyInstaller", *options, "--distpath", target, "--workpath", work, spec]


def build() -> Path:
    """Make the program's folder for this system and return it."""
    begun = time.monotonic()
    target, work = RESULTS / "program", WORK / "pyinstaller"
    wine.must([sys.executable, *pyinstaller(str(target), str(work), str(ROOT / "build.spec"))])
    made = target / "IPASN"
    say("program", begun, made)
    return made


def build_under_wine(bench: wine.Bench) -> Path:
    """Make the program's folder for Windows on Linux and return it.

    Raises:
        BuildFault: The build failed, or a stand-in of the bench reached the program.
    """
    begun = time.monotonic()
    target, work = WORK / "windows", WORK / "pyinstaller-windows"
    words = pyinstaller(*map(wine.windows_path, (target, work, ROOT / "build.spec")))
    with wine.screen() as display:
        bench.run(wine.windows_path(bench.python), *words, display=display)
    made = target / "IPASN"
    foreign = wine.foreign_files(made, bench)
    if foreign:
        raise wine.BuildFault(f"stand-ins of the bench in the program: {', '.join(foreign)}")
    say("program", begun, made)
    return made


def find_makensis() -> Path:
    """Return NSIS' compiler.

    Raises:
        BuildFault: There is none; says how to get it.
    """
    found = shutil.which("makensis")
    if found:
        return Path(found)
    for name in ("ProgramFiles(x86)", "ProgramFiles"):
        guess = Path(os.environ.get(name, "")) / "NSIS" / "makensis.exe"
        if guess.is_file():
            return guess
    raise wine.BuildFault("NSIS is missing. Type: winget install NSIS.NSIS")


def stub(makensis: Path) -> str:
    """Return the kind of installer NSIS can make here: 64 bit where it can.

    NSIS for Windows comes with 32-bit stubs alone, which every 64-bit Windows runs; a Wine without
    its 32-bit half does not.
    """
    places = (makensis.parent, Path("/usr/share/nsis"))
    wide = any((place / "Stubs" / "lzma_solid-amd64-unicode").exists() for place in places)
    return "amd64-unicode" if wide else "x86-unicode"


def pack(bundle: Path, target: Path) -> Path:
    """Make the installer of a program's folder and return it."""
    begun = time.monotonic()
    makensis = find_makensis()
    target.unlink(missing_ok=True)
    target.parent.mkdir(exist_ok=True)
    flag = "/" if WINDOWS else "-"
    values = {
        "SASARAN": stub(makensis),
        "VERSI": version(),
        "VERSI4": ".".join(map(str, numbers(version()))),
        "ISI": str(bundle / "*.*"),
        "KELUARAN": str(target),
        "IKON": str(ROOT / "resources" / "icons" / "ipasn.ico"),
        "UKURAN": str(size_of(bundle) // 1024),
    }
    words = [f"{flag}D{name}={value}" for name, value in values.items()]
    script = str(ROOT / "resources" / "installer" / "ipasn.nsi")
    wine.must(
        [str(makensis), f"{flag}V2", f"{flag}WX", f"{flag}INPUTCHARSET", "UTF8", *words, script]
    )
    say("installer", begun, target)
    return target


def check_program(program: Path) -> int:
    """Have the program of this system test itself."""
    name = "ipasn-cli.exe" if WINDOWS else "ipasn-cli"
    command = [str(program / name), "swauji", "-platform", "offscreen"]
    return subprocess.run(command, check=False, timeout=300).returncode


def installer(*, trial: bool) -> int:
    """Make the installer; with `trial` take it through its life under Wine."""
    if WINDOWS:
        made = build()
        pack(made, RESULTS / f"IPASN-{version()}-pasang.exe")
        return check_program(made)
    begun = time.monotonic()
    bench = wine.make_bench(WORK / "wine")
    say("bench", begun, bench.folder)
    made = build_under_wine(bench)
    # Never to be mistaken for what is released: python3.dll in it is one of our own.
    setup = pack(made, RESULTS / f"IPASN-{version()}-pasang-wine.exe")
    if not trial:
        return 0
    from . import life  # noqa: PLC0415 - Linux alone

    return life.go_through(bench, setup, made, RESULTS / "windows")


def main(words: Sequence[str]) -> int:
    """Run `build` or `installer [--uji]`."""
    try:
        match list(words):
            case ["build"]:
                return check_program(build())
            case ["installer"]:
                return installer(trial=False)
            case ["installer", "--uji"] if not WINDOWS:
                return installer(trial=True)
    except wine.BuildFault as fault:
        print(fault, file=sys.stderr)
        return 1
    print("build | installer [--uji] (--uji: on Linux, under Wine)", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
