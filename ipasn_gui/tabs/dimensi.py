"""The tab of a dimension, built from the edition."""

from __future__ import annotations

from ..settings import WindowSettings
from ..theme import Theme
from ..workspace import Workspace
from .tab import Tab


class DimensiTab(Tab):
    """One dimension."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        settings: WindowSettings,
        dimensi: int,
        judul: str,
    ) -> None:
        super().__init__(theme, workspace)
        self.judul = judul
        self.dimensi = dimensi

    def refresh(self) -> None:
        """Show the year."""
