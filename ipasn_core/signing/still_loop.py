"""Run the library's coroutines without a socket: nothing they do waits for the outside."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class _Still(selectors.BaseSelector):
    """A selector that watches nothing."""

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        raise RuntimeError("nothing outside is watched here")

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        raise RuntimeError("nothing outside is watched here")

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("a coroutine waits for what cannot come")
        return []

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        return {}


class _Loop(asyncio.SelectorEventLoop):
    """An event loop without the pair of sockets by which other threads would wake it."""

    def __init__(self) -> None:
        super().__init__(_Still())

    def _make_self_pipe(self) -> None:
        """Make none."""

    def _close_self_pipe(self) -> None:
        """There is none."""


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end, in this thread."""
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(coroutine)
