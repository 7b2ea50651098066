"""The self-test passes here, and fails and ends whenever anything at all goes wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ipasn_core.errors import UsageError
from ipasn_gui import selftest

ROOT = Path(__file__).parents[2]


def python(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def faulty(body: str) -> subprocess.CompletedProcess[str]:
    """Run the self-test with its steps replaced by something that goes wrong."""
    return python(
        "-c",
        "import datetime, sys, threading\n"
        "from PySide6.QtCore import QObject, QTimer, qWarning\n"
        "from ipasn_gui import app, selftest\n"
        "def run(options, clock, user, steps, witness):\n"
        "    application = app.make_application(['uji', *options.qt])\n"
        + "".join(f"    {line}\n" for line in body.splitlines())
        + "    QTimer.singleShot(50, application.quit)\n"
        "    application.exec()\n"
        "selftest.run = run\n"
        "now = lambda: datetime.datetime.now().astimezone()\n"
        "words = ['--batas', '20', '-platform', 'offscreen']\n"
        "sys.exit(selftest.main(words, now, 'uji'))\n",
    )


def test_passes_keeps_a_picture_and_says_so(tmp_path: Path) -> None:
    result, picture = tmp_path / "hasil.json", tmp_path / "jendela.png"
    words = [str(result), "--gambar", str(picture), "-platform", "offscreen"]
    ran = python("main.py", "swauji", *words)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(result.read_text("utf-8"))
    assert told["lulus"] is True
    assert told["galat"] == []
    assert [step["nama"] for step in told["langkah"]] == [
        *("impor contoh", "nilai", "pengesahan", "halaman laporan", "verifikasi", "jendela"),
    ]
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "body", ["pass", "qWarning('QFontDatabase: no fonts')", "qWarning('EnableX() failed')"]
)
def test_nothing_wrong_is_zero(body: str) -> None:
    ran = faulty(body)
    assert (ran.returncode, "lulus" in ran.stderr) == (0, True)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("QTimer.singleShot(0, lambda: 1 / 0)", "ZeroDivisionError"),
        ("threading.Thread(target=lambda: 1 / 0).start()", "ZeroDivisionError"),
        ("qWarning('QPainter::begin: salah pakai')", "salah pakai"),
        ("raise selftest.Failure('nilai')", "Failure: nilai"),
    ],
    ids=["slot", "thread", "qt", "step"],
)
def test_any_fault_is_told_and_not_zero(body: str, word: str) -> None:
    ran = faulty(body)
    assert ran.returncode == 1
    assert word in ran.stderr
    assert "GAGAL" in ran.stderr


def test_ends_when_a_step_never_does() -> None:
    ran = python("main.py", "swauji", "--batas", "0.5", "-platform", "offscreen")
    assert ran.returncode != 0
    assert "Timeout" in ran.stderr


def test_blank_picture_is_seen() -> None:
    from PySide6.QtGui import QColor, QImage  # noqa: PLC0415

    blank = QImage(300, 200, QImage.Format.Format_RGB32)
    blank.fill(QColor("white"))
    with pytest.raises(selftest.Failure, match="kosong"):
        selftest.check_picture("halaman", blank)


def test_words_are_read() -> None:
    options = selftest.parse(["a.json", "--gambar", "b.png", "-platform", "offscreen"])
    assert (options.hasil, options.gambar) == (Path("a.json"), Path("b.png"))
    assert options.qt == ["-platform", "offscreen"]
    for words in (["--gambar"], ["--batas", "lama"]):
        with pytest.raises(UsageError):
            selftest.parse(words)
