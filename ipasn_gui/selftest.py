"""`swauji`: prove on this machine that the program works, from spreadsheets to signed paper.

The sample is imported, scored, signed, drawn and verified, and the window goes through all of its
tabs. Meant for the installed program, where something may be missing that was there at the desk.
It always ends, and ends with 0 only where nothing at all went wrong, slots included.
"""

from __future__ import annotations

import datetime
import faulthandler
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ipasn_core import __version__
from ipasn_core.errors import UsageError
from ipasn_core.formatting import format_number, format_points
from ipasn_core.model.settings import Pejabat
from ipasn_core.scoring.recap import kategori_of_mean
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.recap import recap
from ipasn_core.workflow.sample import make_sample
from ipasn_core.workflow.score import load_year
from ipasn_core.workflow.sign import sign
from ipasn_core.workflow.verify import Answer, verify

from . import app as gui
from .main_window import MainWindow
from .settings import WindowSettings
from .widgets.page_image import Pages
from .witness import Nobody, Witness, say

Clock = Callable[[], datetime.datetime]

PEOPLE, INDEKS, KATEGORI = 3395, "71,59", "Sedang"
PRINTED = ("12,13", "80,86", "30,57", "98,61", "23,89", "95,56", "4,99", "124,75", "71,59", "95,44")
"""What Kota Bontang published for 2021 and the sample was made to give, as the report prints it."""

OFFICIAL = Pejabat(
    nomor="800/142/BKPSDM/2022",
    tempat="Bontang",
    tanggal="2022-01-31",
    nama="NAMA CONTOH, S.Sos., M.Si.",
    jabatan="Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    pangkat="Pembina Utama Muda, IV/c",
    nip="197001011995011000",
)

_LIMIT = 180.0
_SIZE = (1366, 688)
_COLOURS = 12
"""A picture with fewer colours shows nothing."""


class Failure(Exception):
    """Something is not as it has to be."""


@dataclass(slots=True)
class Options:
    """What was asked for.

    Attributes:
        hasil: Where the result goes as JSON: a window program has no console to say it on.
        gambar: Where the picture of the window goes.
        batas: Seconds after which the process is ended from outside.
        qt: Words for Qt, e.g. "-platform offscreen".
    """

    hasil: Path | None = None
    gambar: Path | None = None
    batas: float = _LIMIT
    qt: list[str] = field(default_factory=list)


def parse(words: Sequence[str]) -> Options:
    """Read the words after `swauji`.

    Raises:
        UsageError: A word is missing or no number.
    """
    options = Options()
    rest = iter(words)
    for word in rest:
        if word == "--gambar":
            options.gambar = Path(_next(rest, word))
        elif word == "--batas":
            try:
                options.batas = float(_next(rest, word))
            except ValueError as fault:
                raise UsageError("--batas bukan bilangan.", "Isi dengan detik.") from fault
        elif word.endswith(".json"):
            options.hasil = Path(word)
        else:
            options.qt.append(word)
    return options


def _next(rest: Iterator[str], word: str) -> str:
    value = next(rest, None)
    if value is None:
        raise UsageError(f"{word} tanpa isi.", "swauji [HASIL.json] [--gambar GAMBAR.png]")
    return value


class Steps:
    """The steps done, each with its seconds."""

    def __init__(self) -> None:
        self.done: list[tuple[str, float]] = []

    def do(self, name: str, step: Callable[[], None]) -> None:
        """Do one step; whatever it raises ends the self-test."""
        begun = time.perf_counter()
        step()
        self.done.append((name, time.perf_counter() - begun))
        say(f"swauji: {name} ({format_points(round(self.done[-1][1] * 1000), 1)} detik)")


def expect(what: str, found: object, wanted: object) -> None:
    """Compare.

    Raises:
        Failure: They differ.
    """
    if found != wanted:
        raise Failure(f"{what}: {found!r}, seharusnya {wanted!r}")


# The core -----------------------------------------------------------------------------------------


def check_scores(project: Path) -> None:
    """Compare what the sample scores with what was published.

    Raises:
        Failure: They differ, or the groups of the recap do not add up.
    """
    with open_project(project) as opened:
        state = load_year(opened, None)
    indeks = state.instansi.indeks
    if indeks is None:
        raise Failure("tidak ada yang diukur")
    expect("pegawai", state.instansi.jumlah, PEOPLE)
    expect("indeks", format_number(indeks, 2), INDEKS)
    expect("kategori", kategori_of_mean(indeks, state.edition), KATEGORI)
    groups = [row.kelompok for row in recap(state, ["opd"])]
    expect("jumlah rekap", sum(group.jumlah for group in groups), PEOPLE)
    whole = sum((group.indeks or 0) * group.jumlah for group in groups)
    expect("indeks rekap", whole / PEOPLE, indeks)


def sign_report(project: Path, pdf: Path, context: Context) -> None:
    """Sign the year and print it."""
    with open_project(project, context) as opened:
        sign(opened, context, None, OFFICIAL, pdf)


def check_pages(pdf: Path) -> None:
    """Draw the first page and read the figures off the paper.

    Raises:
        Failure: The page is blank, or a figure is not printed.
    """
    pages = Pages(pdf.read_bytes())
    try:
        check_picture("halaman 1", pages.image(0, 1.5))
        text = " ".join(" ".join(pages.text(at) for at in range(len(pages.sizes))).split())
    finally:
        pages.close()
    for figure in (*PRINTED, KATEGORI.upper(), "3.395", OFFICIAL.nomor, OFFICIAL.nama):
        if figure not in text:
            raise Failure(f"tidak tercetak: {figure}")


def check_verified(project: Path, pdf: Path, now: datetime.datetime) -> None:
    """Have the paper proven, and an altered one refused.

    Raises:
        Failure: Either was answered otherwise.
    """
    expect("verifikasi", verify(pdf, project, now).jawaban, Answer.ASLI)
    altered = pdf.with_name("diubah.pdf")
    data = pdf.read_bytes()
    altered.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    answer = verify(altered, project, now).jawaban
    expect("verifikasi berkas yang diubah", answer, Answer.BERBEDA)


def check_picture(what: str, image: QImage) -> None:
    """Look whether a picture shows anything.

    Raises:
        Failure: It is empty or of nearly one colour.
    """
    small = image.scaled(200, 200)
    seen = {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}
    if len(seen) < _COLOURS:
        raise Failure(f"{what} kosong: {len(seen)} warna")


# The window ---------------------------------------------------------------------------------------


def open_window(
    options: Options, folder: Path, witness: Witness, clock: Clock, user: str
) -> MainWindow:
    """Return the window as the program makes it, its settings in a folder of its own."""
    app = gui.make_application([sys.argv[0], *options.qt])
    settings = WindowSettings(QSettings(str(folder / "jendela.ini"), QSettings.Format.IniFormat))
    window = gui.build_window(
        gui.dress(app, settings), settings, clock, user, lambda _: Nobody(witness)
    )
    window.workspace.jobs.broken.connect(
        lambda fault: witness.exception(type(fault), fault, fault.__traceback__)
    )
    window.resize(*_SIZE)
    window.show()
    return window


def settle(window: MainWindow) -> None:
    """Let every job and what follows from it run out; the watchdog ends what never does."""
    loop = QEventLoop()
    timer = QTimer(interval=10)
    idle = 0

    def look() -> None:
        nonlocal idle
        idle = 0 if window.workspace.jobs.busy else idle + 1
        if idle > 5:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()


def walk(window: MainWindow, project: Path, picture: Path | None) -> None:
    """Open a project, go through every tab, keep the picture of the first.

    Raises:
        Failure: The project is not open, a tab shows nothing, or the picture cannot be saved.
    """
    settle(window)
    window.acts.open_project(project)
    settle(window)
    if window.workspace.current is None:
        raise Failure("proyek tidak terbuka di jendela")
    for place, tab in reversed(list(enumerate(window.tabs))):
        window.show_tab(tab.judul)
        settle(window)
        image = window.grab().toImage()
        check_picture(f"tab {tab.judul}", image)
        if place == 0 and picture is not None and not image.save(str(picture)):
            raise Failure(f"gambar tidak dapat disimpan: {picture.name}")
    if not window.close():
        raise Failure("jendela tidak mau ditutup")
    QApplication.sendPostedEvents()


# The whole ----------------------------------------------------------------------------------------


def run(options: Options, clock: Clock, user: str, steps: Steps, witness: Witness) -> None:
    """Do all steps in a folder that is removed afterwards.

    Raises:
        Failure: Something is not as it has to be; faults in slots are with the witness.
    """
    # A name as officers have them: spaces and letters beyond ASCII.
    with tempfile.TemporaryDirectory(prefix="Swauji – ") as name:
        folder = Path(name)
        project, pdf = folder / "Contoh.ipasn", folder / "Laporan.pdf"
        steps.do("impor contoh", lambda: make_sample(project, Context(clock(), user)))
        steps.do("nilai", lambda: check_scores(project))
        steps.do("pengesahan", lambda: sign_report(project, pdf, Context(clock(), user)))
        steps.do("halaman laporan", lambda: check_pages(pdf))
        steps.do("verifikasi", lambda: check_verified(project, pdf, clock()))

        def window() -> None:
            walk(open_window(options, folder, witness, clock, user), project, options.gambar)

        steps.do("jendela", window)


def arm(seconds: float) -> None:
    """Have the process ended after some seconds, whatever it is doing then.

    Done by a thread that needs no Python to run: it ends a deadlock too, and Python's own end.
    """
    where = open(os.devnull, "w") if sys.stderr is None else sys.stderr  # noqa: SIM115, PTH123 - kept open
    faulthandler.dump_traceback_later(seconds, exit=True, file=where)


def main(words: Sequence[str], clock: Clock, user: str) -> int:
    """Run the self-test.

    Args:
        words: What follows `swauji`.
        clock: Tells the moment, with its zone.
        user: Who works, for the journal of the sample.

    Returns:
        0 where nothing went wrong, else 1; 2 for words that make no sense.
    """
    try:
        options = parse(words)
    except UsageError as fault:
        say(f"{fault.pesan} {fault.perbaikan}")
        return 2
    arm(options.batas)
    if options.hasil is not None:
        options.hasil.unlink(missing_ok=True)
    steps, witness = Steps(), Witness()
    with witness:
        run(options, clock, user, steps, witness)
    passed = not witness.faults
    if options.hasil is not None:
        result = {
            "lulus": passed,
            "versi": __version__,
            "langkah": [{"nama": name, "detik": round(took, 3)} for name, took in steps.done],
            "galat": witness.faults,
        }
        options.hasil.write_text(json.dumps(result, ensure_ascii=False, indent=1), "utf-8")
    say("swauji: lulus" if passed else f"swauji: GAGAL ({len(witness.faults)} kesalahan)")
    return 0 if passed else 1
