"""How long work reports and stops, without knowing who watches."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """The person who started the work asked for it to stop."""


class Progress(Protocol):
    """Told of every step; raises `Cancelled` when the work should stop."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Report `done` of `total` units of the step named in Indonesian."""


def silent(step: str, done: int, total: int) -> None:
    """Watch nothing: the Progress of tests and of short work."""
