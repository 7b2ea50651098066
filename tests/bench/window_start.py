"""A window up to the moment it can be used, in a process of its own: ours, or an empty one.

Usable means: shown, painted, and its event loop has run dry. The process then ends at once, so
that tidying up is not measured.
"""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def bare() -> None:
    """Show an empty main window."""
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415

    app = QApplication(["kosong"])
    window = QMainWindow()
    window.resize(1366, 688)
    window.show()
    app.processEvents()


def ours(folder: str) -> None:
    """Show the program as it starts, on its start page.

    Args:
        folder: Where it keeps how it looks.
    """
    import datetime  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    from PySide6.QtCore import QSettings  # noqa: PLC0415

    from ipasn_gui import app as gui  # noqa: PLC0415
    from ipasn_gui.settings import WindowSettings  # noqa: PLC0415

    app = gui.make_application(["ipasn"])
    store = QSettings(str(Path(folder) / "jendela.ini"), QSettings.Format.IniFormat)
    settings = WindowSettings(store)

    def now() -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC)

    window = gui.build_window(gui.dress(app, settings), settings, now, "ukur")
    window.resize(1366, 688)
    window.show()
    app.processEvents()


if __name__ == "__main__":
    if sys.argv[1] == "kosong":
        bare()
    else:
        ours(sys.argv[2])
    sys.stdout.flush()
    os._exit(0)
