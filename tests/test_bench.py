"""`dev.py bench`: it runs, says a ratio a line, and what it compares agrees (it asserts that)."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from ipasn_core.rules.loader import edition_for, editions
from ipasn_core.scoring.measure import measure
from ipasn_core.scoring.points import points
from ipasn_core.scoring.weigh import weigh_posts

from .bench import nilai
from .bench.timing import Goal, duration, number, ratio_line, side_by_side

ROOT = Path(__file__).parents[1]


def test_every_line_of_a_quick_run_has_a_ratio_or_a_goal() -> None:
    command = [sys.executable, "-X", "utf8", "-m", "tests.bench", "--cepat"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    counts = {"impor": 3, "nilai": 3, "lampiran": 4, "sunting": 5, "window": 58}
    assert Counter(line.split(" · ")[0] for line in lines) == counts
    assert [
        line for line in lines if not re.search(r"\d ×|MiB|informasi|tidak diketahui", line)
    ] == []


def test_the_floor_of_points_gives_the_points() -> None:
    edition = edition_for(nilai.YEAR, editions())
    roster = nilai.make_roster(500, np.random.default_rng(1))
    posts = weigh_posts(roster, edition)
    measured = measure(roster, edition, posts)
    scores = points(edition, posts, measured)
    total = sum(t.take(code) for t, code in nilai.bare_look_ups(edition, posts, measured))
    assert np.array_equal(total, scores.indeks)
    assert len(set(scores.indeks.tolist())) > 20


@pytest.mark.parametrize(
    ("goal", "value", "said"),
    [
        (Goal(3), 3.0, "sasaran ≤ 3 ×: tercapai"),
        (Goal(1.5), 1.51, "sasaran ≤ 1,5 ×: belum"),
        (Goal(400, "MiB", ketat=True), 400.0, "sasaran < 400 MiB: belum"),
    ],
)
def test_a_goal_is_judged_honestly(goal: Goal, value: float, said: str) -> None:
    assert goal.verdict(value) == said


def test_figures_are_written_as_here() -> None:
    assert (number(2.267), number(3), number(0.5)) == ("2,27", "3", "0,5")
    assert (duration(0.0683), duration(2.5)) == ("68,3 ms", "2,5 s")
    assert ratio_line("a", 0.3, 0.1, "lantai", Goal(3)).endswith("3 ×; sasaran ≤ 3 ×: tercapai")


def test_ways_are_timed_in_turn() -> None:
    calls: list[str] = []
    side_by_side([lambda: calls.append("a"), lambda: calls.append("b")], runs=2, warm=1)
    assert calls == ["a", "b"] * 3
