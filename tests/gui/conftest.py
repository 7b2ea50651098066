"""One application for all tests of the window, in a room of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pytestqt.qtbot import QtBot

from ipasn_gui import app as gui
from ipasn_gui.theme import Theme
from tests.shots.stage import Stage, empty_project, sample_project


@pytest.fixture(scope="session")
def qapp_cls() -> object:
    """Have pytest-qt make the application as the program does."""
    return gui.make_application


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's project, to be copied by whoever changes it."""
    return sample_project(tmp_path_factory.mktemp("contoh") / "Contoh.ipasn")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with nobody in it, to be copied by whoever changes it."""
    return empty_project(tmp_path_factory.mktemp("kosong") / "Kosong.ipasn")


@pytest.fixture(scope="session")
def theme(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Theme:
    """The application dressed, once."""
    from PySide6.QtCore import QSettings  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ipasn_gui.settings import WindowSettings  # noqa: PLC0415

    assert isinstance(qapp, QApplication)
    place = tmp_path_factory.mktemp("gaya") / "gaya.ini"
    return gui.dress(qapp, WindowSettings(QSettings(str(place), QSettings.Format.IniFormat)))


@pytest.fixture
def stage(qapp: object, theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A window with everything faked that would reach out of it."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    assert isinstance(qapp, QApplication)
    made = Stage(qapp, tmp_path, theme)
    qtbot.addWidget(made.window)
    made.window.resize(1366, 688)
    made.window.show()
    yield made
    made.close()
    # The off-screen clipboard outlives Python and would crash on what Python put into it.
    qapp.clipboard().clear()
    assert made.answers.told == [] or made.answers.expected
