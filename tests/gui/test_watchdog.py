"""The watchdog itself: it sees a block, and whose it was."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer

from tests.gui.watchdog import Watchdog
from tests.shots.stage import wait_for


@pytest.fixture
def dog(qapp: object) -> Iterator[Watchdog]:
    made = Watchdog()
    yield made
    made.stop()


def test_a_block_is_seen_and_forgotten(dog: Watchdog) -> None:
    def compute() -> None:
        end = time.perf_counter() + 0.2
        while time.perf_counter() < end:
            sum(range(100))

    done: list[bool] = []
    QTimer.singleShot(0, compute)
    QTimer.singleShot(10, lambda: done.append(True))
    wait_for(lambda: bool(done) and dog.longest > 0)
    assert dog.longest > 0.15
    assert 0 < dog.own <= dog.longest + 0.05
    dog.reset()
    assert (dog.longest, dog.own, dog.where) == (0.0, 0.0, ())
