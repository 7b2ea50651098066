"""`python3 dev.py shots [NAME …]`: every screen and dialog into hasil/layar.

Each screen at three sizes, light and dark; at 200 % in a process of its own, since Qt takes the
scale at its start. A name chooses screens whose name holds it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QWidget

from ipasn_gui import app as gui
from ipasn_gui import theme as t
from tests.shots import (
    screens_beranda,
    screens_impor,
    screens_laporan,
    screens_panel,
    screens_pegawai,
    screens_start,
)
from tests.shots.stage import Stage

OUT = Path("hasil") / "layar"
# What is the window's own on screens of 1366×768 and 1920×1080, and on the latter at 200 %.
SIZES = {"1366": (1366, 688), "1920": (1920, 1000)}
DOUBLE = {"960@2": (960, 460)}
SCHEMES = {"terang": t.LIGHT, "gelap": t.DARK}

Screens = Callable[[Stage], Iterator[tuple[str, QWidget]]]
PARTS: tuple[Screens, ...] = (
    screens_start.screens,
    screens_beranda.screens,
    screens_pegawai.screens,
    screens_panel.screens,
    screens_impor.screens,
    screens_laporan.screens,
)


def draw(wanted: list[str], sizes: dict[str, tuple[int, int]]) -> int:
    """Draw the screens whose name is wanted; return how many."""
    app = gui.make_application(["shots"])
    count = 0
    with TemporaryDirectory() as folder:
        stage = Stage(app, Path(folder))
        for size, (width, height) in sizes.items():
            for scheme, tokens in SCHEMES.items():
                stage.theme.set_tokens(tokens)
                for part in PARTS:
                    stage.window.resize(width, height)
                    stage.window.show()
                    for name, widget in part(stage):
                        if not wanted or any(word in name for word in wanted):
                            stage.grab(widget, OUT / f"{name}-{size}-{scheme}.png")
                            count += 1
        stage.close()
    return count


def main(words: list[str]) -> int:
    """Draw at 100 % here and at 200 % in another process."""
    double = os.environ.get("QT_SCALE_FACTOR") == "2"
    count = draw(words, DOUBLE if double else SIZES)
    print(f"{OUT}: {count} pictures{' at 200 %' if double else ''}")
    if double:
        return 0
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    command = [sys.executable, "-m", "tests.shots", *words]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
