"""The life of the installed program under Wine: installed, tested, used, renewed, removed.

Every step is looked at from outside, as Windows and the person would see it: files, registry,
screen, exit codes. Nothing here ran on real Windows. What this cannot show: SmartScreen, virus
scanners, real fonts and printers, a changing DPI, a double click on a project.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from . import wine
from .wine import Bench, BuildFault

MEGABYTE = 1_000_000
_MENU = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/IPASN.lnk"
_OURS = re.compile(r"ipasn", re.IGNORECASE)


class Life:
    """An installed program and what was found of it.

    Args:
        bench: Wine.
        setup: The installer.
        bundle: The program's folder as it was built.
        display: The X display.
        results: Where pictures and figures go.

    Attributes:
        figures: Name → what was measured.
    """

    def __init__(
        self, bench: Bench, setup: Path, bundle: Path, display: str, results: Path
    ) -> None:
        self.bench = bench
        self.setup = setup
        self.bundle = bundle
        self.display = display
        self.results = results
        self.figures: dict[str, float | str] = {}
        [self.home] = [
            one
            for one in (bench.drive / "users").iterdir()
            if one.name != "Public" and (one / "AppData").is_dir()
        ]
        self.program = self.home / "AppData" / "Local" / "Programs" / "IPASN"
        self.desk = bench.drive / "Berkas Saya"

    # Small things ---------------------------------------------------------------------------------

    def step(self, name: str, do: Callable[[], None]) -> None:
        """Do a step and keep its seconds."""
        begun = time.monotonic()
        do()
        self.figures[name] = round(time.monotonic() - begun, 1)
        print(f"  {name}: {self.figures[name]} s", flush=True)

    def run(self, *command: str, seconds: float = 300) -> str:
        """Run a Windows program to its end."""
        return self.bench.run(*command, display=self.display, seconds=seconds)

    def code(self, *command: str) -> int:
        """Run a Windows program and return its exit code."""
        done = subprocess.run(
            ["wine", *command],
            env=self.bench.env(self.display),
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=300,
        )
        return done.returncode

    def windows(self, path: Path) -> str:
        """Return how a program under Wine calls a file on drive C."""
        return "C:\\" + str(path.relative_to(self.bench.drive)).replace("/", "\\")

    def registry(self) -> list[str]:
        """Return the person's registry keys that are ours, and `.ipasn`.

        Wine writes them down when its last program has ended.
        """
        text = (self.bench.folder / "prefix" / "user.reg").read_text("utf-8", "replace")
        return [key for key in re.findall(r"^\[(.+?)\]", text, re.MULTILINE) if _OURS.search(key)]

    def files(self) -> set[Path]:
        """Return every file of the person, temporary ones too.

        Not those of NSIS: an uninstaller cannot remove its own copy, Windows does so later.
        """
        found = [*self.home.rglob("*"), *self.desk.rglob("*")]
        return {
            one
            for one in found
            if one.is_file() and not any(part.startswith("~nsu") for part in one.parts)
        }

    def picture(self, name: str) -> None:
        """Keep what is on the screen."""
        target = str(self.results / f"{name}.png")
        wine.must(["import", "-window", "root", target], self.bench.env(self.display), 60)

    def titles(self) -> str:
        """Return the titles of all windows on the screen."""
        return wine.must(["xwininfo", "-root", "-tree"], self.bench.env(self.display), 60)

    # The steps ------------------------------------------------------------------------------------

    def install(self) -> None:
        """Install silently and look whether everything is in its place."""
        self.run(self.windows_setup, "/S")
        self.bench.settle()
        self.compare()

    @property
    def windows_setup(self) -> str:
        """How Wine calls the installer."""
        return wine.windows_path(self.setup)

    def compare(self) -> None:
        """Compare what is installed with what was built."""
        wanted = {one.relative_to(self.bundle) for one in self.bundle.rglob("*") if one.is_file()}
        there = {one.relative_to(self.program) for one in self.program.rglob("*") if one.is_file()}
        there -= {Path("Hapus IPASN.exe"), Path("catatan saya.txt")}
        if wanted != there:
            raise BuildFault(f"installed otherwise than built: {sorted(wanted ^ there)[:9]}")
        if not (self.home / _MENU).is_file():
            raise BuildFault("no entry in the start menu")
        keys = " ".join(self.registry())
        for key in ("Uninstall\\\\IPASN", "Classes\\\\.ipasn", "IPASN.Proyek\\\\shell\\\\open"):
            if key not in keys:
                raise BuildFault(f"not in the registry: {key}")

    def self_test(self, program: str, *qt: str) -> None:
        """Have a program test itself; its answer is a file, for one of them has no console."""
        answer = self.desk / "swauji.json"
        picture = wine.windows_path(self.results / f"swauji-{program}.png")
        words = ["swauji", self.windows(answer), "--gambar", picture, *qt]
        try:
            self.run(self.windows(self.program / f"{program}.exe"), *words)
        finally:
            if answer.is_file():
                print(answer.read_text("utf-8"), flush=True)
        if json.loads(answer.read_text("utf-8"))["lulus"] is not True:
            raise BuildFault(f"{program} swauji: not passed")
        answer.unlink()

    def make_project(self) -> None:
        """Work on the command line as an officer would, beside the sample that was installed."""
        cli = self.windows(self.program / "ipasn-cli.exe")
        sample = self.program / "_internal" / "resources" / "contoh"
        project = self.windows(self.desk / "Contoh.ipasn")
        self.run(cli, "buat", project, "--instansi", "Pemerintah Kota Bontang", "--tahun", "2021")
        sheets = [self.windows(sample / name) for name in ("nominatif.xlsx", "riwayat.xlsx")]
        self.run(cli, "impor", project, *sheets)
        said = json.loads(self.run(cli, "hitung", project, "--json"))
        if (said["indeks"], said["kategori"]) != ("71.59", "Sedang"):
            raise BuildFault(f"hitung: {said['indeks']} {said['kategori']}")

    def use(self, name: str, *words: str, title: str) -> None:
        """Start the window, wait for it, keep a picture, see the installer refused, close it.

        Raises:
            BuildFault: The window does not come, or does not close.
        """
        command = ["wine", self.windows(self.program / "IPASN.exe"), *words]
        self.run("cmd", "/c", "ver")  # Wine itself is up: a warm start is measured, not its boot
        begun = time.monotonic()
        process = subprocess.Popen(
            command,
            env=self.bench.env(self.display),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wine.wait_until("window", lambda: f'"{title}"' in self.titles(), 60)
            self.figures[f"start, {name}"] = round(time.monotonic() - begun, 1)
            time.sleep(4)  # painting has no sign that can be seen from outside
            self.picture(f"layar-{name}")
            if process.poll() is not None:
                raise BuildFault(f"IPASN.exe ended by itself: {process.returncode}")
            if self.code(self.windows_setup, "/S") != 3:
                raise BuildFault("installed over a program that is open")
            self.run("taskkill", "/IM", "IPASN.exe")
            if process.wait(60):
                raise BuildFault(f"IPASN.exe ended with {process.returncode}")
        finally:
            if process.poll() is None:
                process.kill()
                self.bench.stop()
        self.bench.settle()

    def renew(self) -> None:
        """Install over what is there: what is stale goes, what the person keeps stays."""
        stale = self.program / "_internal" / "usang.txt"
        stale.write_text("of an older version")
        (self.program / "catatan saya.txt").write_text("milik saya")
        self.install()
        if stale.exists():
            raise BuildFault("a stale file outlived the upgrade")

    def remove(self, before: set[Path], keys: Sequence[str]) -> None:
        """Uninstall silently; nothing stays but what the person made.

        Args:
            before: The person's files before anything was installed.
            keys: The registry keys of then.
        """
        self.run(self.windows(self.program / "Hapus IPASN.exe"), "/S")
        # The uninstaller goes on as a copy of itself.
        self.bench.settle()
        own = self.program / "catatan saya.txt"
        # The project, its lock and its backups are the person's.
        left = {one for one in self.files() - before - {own} if self.desk not in one.parents}
        if left:
            raise BuildFault(f"left behind: {sorted(map(str, left))[:9]}")
        for one in ("catatan saya.txt", "_internal"):
            if (self.program / one).exists() != (one == "catatan saya.txt"):
                raise BuildFault(f"uninstalling did the wrong thing with {one}")
        if not (self.desk / "Contoh.ipasn").is_file():
            raise BuildFault("the person's project is gone")
        if set(self.registry()) - set(keys):
            raise BuildFault(f"left in the registry: {set(self.registry()) - set(keys)}")


@contextlib.contextmanager
def window_manager(display: str) -> Iterator[None]:
    """Have windows framed and maximized on a screen, as they are on a desk."""
    server = subprocess.Popen(
        ["openbox"],
        env={**os.environ, "DISPLAY": display},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        server.terminate()
        server.wait(20)


def clean(life: Life) -> None:
    """Remove what an earlier, broken run left."""
    uninstaller = life.program / "Hapus IPASN.exe"
    if uninstaller.is_file():
        life.run(life.windows(uninstaller), "/S")
        life.bench.settle()
    for place in (life.desk, life.program):
        wine.must(["rm", "-rf", str(place)])


def go_through(bench: Bench, setup: Path, bundle: Path, results: Path) -> int:
    """Take the installer through everything.

    Args:
        bench: Wine.
        setup: The installer.
        bundle: The program's folder as it was built.
        results: Where pictures and putaran.json go.

    Raises:
        BuildFault: A step failed.
    """
    results.mkdir(parents=True, exist_ok=True)
    with wine.screen() as display, window_manager(display):
        life = Life(bench, setup, bundle, display, results)
        clean(life)
        life.desk.mkdir()
        before, keys = life.files(), life.registry()
        try:
            life.step("install", life.install)
            size = sum(one.stat().st_size for one in life.program.rglob("*") if one.is_file())
            life.figures["MB installed"] = round(size / MEGABYTE, 1)
            life.figures["MB installer"] = round(setup.stat().st_size / MEGABYTE, 1)
            offscreen = ("-platform", "offscreen")
            life.step("swauji, console", lambda: life.self_test("ipasn-cli", *offscreen))
            life.step("swauji, window", lambda: life.self_test("IPASN"))
            life.step("command line", life.make_project)
            life.step("window, empty", lambda: life.use("mulai", title="IPASN"))
            project = life.windows(life.desk / "Contoh.ipasn")
            title = "Contoh.ipasn – IPASN"
            life.step("window, project", lambda: life.use("proyek", project, title=title))
            life.step("upgrade", life.renew)
            life.step("uninstall", lambda: life.remove(before, keys))
        finally:
            text = json.dumps(life.figures, ensure_ascii=False, indent=1)
            (results / "putaran.json").write_text(text, "utf-8")
            bench.stop()
    print(text)
    return 0
