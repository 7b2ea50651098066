"""Time ways side by side, and say how they compare."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure may be: at most `paling`, or less than that where it is `ketat`."""

    paling: float
    satuan: str = "×"
    ketat: bool = False

    def __str__(self) -> str:
        return f"{'<' if self.ketat else '≤'} {number(self.paling)} {self.satuan}"

    def verdict(self, value: float) -> str:
        """Say whether a figure keeps to it."""
        met = value < self.paling if self.ketat else value <= self.paling
        return f"sasaran {self}: {'tercapai' if met else 'belum'}"


def side_by_side(ways: Sequence[Callable[[], object]], runs: int, warm: int = 1) -> list[float]:
    """Time several ways in turn, so that a busy moment of the machine hits all of them.

    Args:
        ways: What to time; what they return is thrown away.
        runs: How often each is timed.
        warm: How often each runs before that (caches, fresh memory); long work needs none.

    Returns:
        Median seconds of each way.
    """
    seconds: list[list[float]] = [[] for _ in ways]
    for _ in range(warm + runs):
        for way, own in zip(ways, seconds, strict=True):
            own.append(seconds_of(way))
    return [statistics.median(own[warm:]) for own in seconds]


def seconds_of(way: Callable[[], object]) -> float:
    """Time one run."""
    gc.collect()
    begun = time.perf_counter()
    way()
    return time.perf_counter() - begun


def ratio_line(what: str, ours: float, floor: float, floor_is: str, goal: Goal | None) -> str:
    """Return `what: 68 ms; lantai …: 30 ms; 2,27 ×; sasaran ≤ 3 ×: tercapai`."""
    ratio = ours / floor
    said = f"{what}: {duration(ours)}; {floor_is}: {duration(floor)}; {number(ratio)} ×"
    return f"{said}; {goal.verdict(ratio)}" if goal else said


def number(value: float) -> str:
    """Write a figure with at most two decimals and a comma: 2,27, 3, 0,5."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def duration(seconds: float) -> str:
    """Write seconds, or milliseconds where they are few."""
    if seconds < 1:
        return f"{number(round(seconds * 1000, 1))} ms"
    return f"{number(seconds)} s"


def own_peak() -> float | None:
    """Return the most MiB this process ever held; None where the system does not tell.

    `getrusage` would not do: on Linux its figure outlives `exec`, so a child of a big parent
    begins with the parent's.
    """
    try:
        status = _STATUS.read_text(encoding="ascii")
    except OSError:
        return None
    peak = next((line for line in status.splitlines() if line.startswith("VmHWM:")), None)
    return int(peak.split()[1]) / 1024 if peak else None


def in_child(module: str, *arguments: str) -> str:
    """Run a module of this package in a fresh process and return what it prints."""
    command = [sys.executable, "-m", f"{__package__}.{module}", *arguments]
    root = Path(__file__).parents[2]
    # As people have it: modules are compiled once, not at every start.
    compiled = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        command, cwd=root, env=compiled, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()
