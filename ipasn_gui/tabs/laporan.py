"""The tab Laporan."""

from __future__ import annotations

from ..dialogs.port import Dialogs
from ..theme import Theme
from ..workspace import Workspace
from .tab import Tab


class Laporan(Tab):
    """Laporan."""

    judul = "Laporan"

    def __init__(self, theme: Theme, workspace: Workspace, dialogs: Dialogs) -> None:
        super().__init__(theme, workspace)

    def refresh(self) -> None:
        """Show the year."""
