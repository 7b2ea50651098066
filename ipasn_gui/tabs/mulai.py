"""The start page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..commands import Commands
from ..settings import WindowSettings
from ..theme import Theme


class StartPage(QWidget):
    """Recent projects, and what to begin with.

    Attributes:
        project_wanted: A project shall be opened: (Path).
        files_wanted: Files were dropped: (list of Path).
    """

    project_wanted = Signal(object)
    files_wanted = Signal(object)

    def __init__(
        self, theme: Theme, commands: Commands, settings: WindowSettings, clock: object
    ) -> None:
        super().__init__()
