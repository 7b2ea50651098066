"""A progress bar on a terminal: one line, redrawn when it visibly changes."""

from __future__ import annotations

from typing import TextIO

_WIDTH = 30


class Bar:
    """Draws the steps of long work; leaves nothing behind when `close` is called.

    Args:
        terminal: Where to draw.
    """

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._shown = ""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Draw `done` of `total` units of a step."""
        filled = _WIDTH * done // total if total else 0
        line = f"{step}  [{'#' * filled}{'.' * (_WIDTH - filled)}]"
        if line != self._shown:
            self._draw(line)

    def close(self) -> None:
        """Take the line away."""
        if self._shown:
            self._draw("")

    def _draw(self, line: str) -> None:
        blank = " " * max(len(self._shown) - len(line), 0)
        self._terminal.write(f"\r{line}{blank}\r")
        self._terminal.flush()
        self._shown = line
