"""The tab Beranda."""

from __future__ import annotations

from .tab import Tab


class Beranda(Tab):
    """Beranda."""

    judul = "Beranda"

    def refresh(self) -> None:
        """Show the year."""
