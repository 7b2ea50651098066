"""`python3 dev.py shots [NAME …]`: every screen and dialog into hasil/layar.

Each screen on three monitors, light and dark; a process for each monitor, since Qt takes screen and
scale at its start. A name chooses screens whose name holds it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from ipasn_gui import app as gui
from ipasn_gui import theme as t
from tests.shots import (
    screens_beranda,
    screens_impor,
    screens_laporan,
    screens_panel,
    screens_pegawai,
    screens_pengaturan,
    screens_people_dialogs,
    screens_rekap,
    screens_riwayat,
    screens_start,
    screens_sunting,
    screens_temuan,
)
from tests.shots.stage import Stage

OUT = Path("hasil") / "layar"
CHOSEN = "IPASN_LAYAR"
"""Variable by which a process is told its monitor."""


@dataclass(frozen=True, slots=True)
class Monitor:
    """A screen, in logical pixels, and what of it is the window's own.

    Attributes:
        screen: Width and height.
        window: Less title bar and task bar.
        scale: Physical pixels a logical one.
    """

    screen: tuple[int, int]
    window: tuple[int, int]
    scale: int = 1

    def environment(self, folder: Path) -> dict[str, str]:
        """Return the variables that make Qt's off-screen platform such a monitor."""
        width, height = (side * self.scale for side in self.screen)
        screen = {"name": "layar", "x": 0, "y": 0, "width": width, "height": height}
        screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        config = folder / "layar.json"
        config.write_text(json.dumps({"screens": [screen]}), "utf-8")
        return {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCALE_FACTOR": str(self.scale),
        }


MONITORS = {
    "1366": Monitor((1366, 768), (1366, 688)),
    "1920": Monitor((1920, 1080), (1920, 1000)),
    "960@2": Monitor((960, 540), (960, 480), 2),
}
SCHEMES = {"terang": t.LIGHT, "gelap": t.DARK}

Screens = Callable[[Stage], Iterator[tuple[str, QWidget]]]
PARTS: tuple[Screens, ...] = (
    screens_start.screens,
    screens_beranda.screens,
    screens_pegawai.screens,
    screens_panel.screens,
    screens_sunting.screens,
    screens_people_dialogs.screens,
    screens_impor.screens,
    screens_temuan.screens,
    screens_riwayat.screens,
    screens_rekap.screens,
    screens_laporan.screens,
    screens_pengaturan.screens,
)


def draw(monitor: str, wanted: list[str]) -> int:
    """Draw the screens whose name is wanted on a monitor; return how many."""
    app = gui.make_application(["shots"])
    count = 0
    with TemporaryDirectory() as folder:
        stage = Stage(app, Path(folder))
        for scheme, tokens in SCHEMES.items():
            stage.theme.set_tokens(tokens)
            for part in PARTS:
                stage.window.resize(*MONITORS[monitor].window)
                stage.window.show()
                for name, widget in part(stage):
                    if not wanted or any(word in name for word in wanted):
                        stage.grab(widget, OUT / f"{name}-{monitor}-{scheme}.png")
                        count += 1
                    else:
                        stage.settle()
        stage.close()
    return count


def main(words: list[str]) -> int:
    """Draw on every monitor, each in a process of its own."""
    mine = os.environ.get(CHOSEN)
    if mine is not None:
        print(f"{OUT}: {draw(mine, words)} pictures, monitor {mine}")
        return 0
    worst = 0
    for name, monitor in MONITORS.items():
        with TemporaryDirectory() as folder:
            environment = monitor.environment(Path(folder)) | {CHOSEN: name}
            command = [sys.executable, "-m", "tests.shots", *words]
            worst |= subprocess.run(command, env=environment, check=False).returncode
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
