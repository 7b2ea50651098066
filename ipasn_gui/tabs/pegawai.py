"""The tab Pegawai."""

from __future__ import annotations

from ..settings import WindowSettings
from ..theme import Theme
from ..workspace import Workspace
from .tab import Tab


class Pegawai(Tab):
    """Pegawai."""

    judul = "Pegawai"

    def __init__(self, theme: Theme, workspace: Workspace, settings: WindowSettings) -> None:
        super().__init__(theme, workspace)

    def refresh(self) -> None:
        """Show the year."""
