"""Jobs: one after the other, told, stopped, and a bug in one is no end of the program."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from ipasn_core.errors import IpasnError, UserError
from ipasn_core.progress import Progress
from ipasn_gui.jobs import Job, Jobs
from tests.shots.stage import Stage, wait_for


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.close()


def _who(name: str) -> Callable[[Progress], tuple[str, int]]:
    return lambda _: (name, threading.get_ident())


def test_jobs_run_in_order_away_from_the_window(jobs: Jobs) -> None:
    order: list[tuple[str, int]] = []
    for name in "abc":
        jobs.run(Job(name, _who(name), order.append))
    assert jobs.busy
    wait_for(lambda: not jobs.busy)
    assert [one[0] for one in order] == ["a", "b", "c"]
    assert {one[1] for one in order} == {jobs.ident}
    assert jobs.ident != threading.get_ident()


def test_a_job_is_stopped_at_its_next_word(jobs: Jobs) -> None:
    begun, gone_on = threading.Event(), threading.Event()
    ended: list[str] = []

    def work(progress: Progress) -> None:
        for step in range(1_000_000):
            begun.set()
            progress("Menghitung", step, 1_000_000)
        gone_on.set()

    job: Job[None] = Job(
        "lama", work, lambda _: ended.append("done"), None, lambda: ended.append("stopped"),
        cancellable=True,
    )  # fmt: skip
    jobs.run(job)
    begun.wait(10)
    jobs.cancel()
    wait_for(lambda: not jobs.busy)
    assert ended == ["stopped"]
    assert not gone_on.is_set()


def test_one_that_waits_is_stopped_before_it_begins(jobs: Jobs) -> None:
    gate, seen = threading.Event(), list[str]()
    jobs.run(Job("pertama", lambda _: gate.wait(10), lambda _: seen.append("pertama")))
    second = jobs.run(
        Job("kedua", lambda _: seen.append("kedua"), lambda _: None, cancellable=True)
    )
    jobs.cancel(second)
    gate.set()
    wait_for(lambda: not jobs.busy)
    assert seen == ["pertama"]


def test_a_refusal_goes_to_who_asked_else_to_all(jobs: Jobs) -> None:
    fault = UserError("Tidak bisa.", "Coba lagi.")
    own: list[IpasnError] = []
    everybody: list[IpasnError] = []
    jobs.refused.connect(everybody.append)

    def work(_: Progress) -> None:
        raise fault

    jobs.run(Job("a", work, lambda _: None, own.append))
    jobs.run(Job("b", work, lambda _: None))
    wait_for(lambda: not jobs.busy)
    assert own == [fault]
    assert everybody == [fault]


def test_a_bug_in_a_job_is_told_and_the_next_one_runs(jobs: Jobs) -> None:
    broken: list[Exception] = []
    seen: list[int] = []
    jobs.broken.connect(broken.append)

    def work(_: Progress) -> None:
        raise KeyError("198203212011072700")

    jobs.run(Job("a", work, lambda _: None))
    jobs.run(Job("b", lambda _: 5, seen.append))
    wait_for(lambda: not jobs.busy)
    assert [type(one) for one in broken] == [KeyError]
    assert seen == [5]


def test_progress_is_told_now_and_then_not_always(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[tuple[str, int, int]] = []
    jobs.progressed.connect(lambda _, step, done, total: told.append((step, done, total)))

    def work(progress: Progress) -> None:
        for step in range(20_000):
            progress("Membaca", step, 20_000)

    jobs.run(Job("a", work, lambda _: None))
    wait_for(lambda: not jobs.busy)
    assert told[0] == ("Membaca", 0, 20_000)
    assert len(told) < 1000


def test_closing_while_a_change_runs_asks_first(stage: Stage) -> None:
    gate = threading.Event()
    window = stage.window
    window.workspace.jobs.run(
        Job("Menyimpan", lambda _: gate.wait(10), lambda _: None, writes=True)
    )
    stage.answers.yes = False
    assert not window.close()
    assert [one.judul for one in stage.answers.asked] == ["Tutup selagi menyimpan?"]
    stage.answers.yes = True
    gate.set()
    stage.settle()
    assert window.close()
