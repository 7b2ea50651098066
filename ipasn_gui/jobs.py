"""Jobs: everything that takes time or touches the project file runs here, one after the other.

One worker thread. What is done with the result is done back in the window's thread, so no widget
is ever touched elsewhere. The window never waits for a job; it is told.
"""

from __future__ import annotations

import gc
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from ipasn_core.errors import IpasnError, UserError
from ipasn_core.progress import Cancelled, Progress

T = TypeVar("T")

_BROKEN = ("Pekerjaan ini terhenti oleh kesalahan di dalam program.", "Coba sekali lagi.")
_TELL_EVERY = 0.05
"""Seconds between two words of progress: the window is not flooded."""


@dataclass(eq=False, slots=True)
class Job(Generic[T]):
    """One piece of work.

    Attributes:
        title: What the status bar says: "Mengimpor 2 berkas".
        work: Runs in the worker; must not touch a widget.
        done: Is given the result, in the window's thread.
        failed: Is given the fault instead, of a bug a sentence; None: the fault is shown in a
            dialog. Who waits for a job is so never left waiting.
        writes: Whether it changes the project: edits wait meanwhile.
        cancellable: Whether it may be stopped.
    """

    title: str
    work: Callable[[Progress], T]
    done: Callable[[T], None]
    failed: Callable[[IpasnError], None] | None = None
    cancelled: Callable[[], None] | None = None
    writes: bool = False
    cancellable: bool = False
    stop: threading.Event = field(default_factory=threading.Event)


class Jobs(QObject):
    """Runs jobs one after the other in its own thread.

    Attributes:
        started: A job begins.
        progressed: What is being done, how many of how many (total 0: not known).
        ended: A job is over, however it ended.
        refused: A fault that nobody took: (IpasnError).
        broken: A bug in a job: (Exception); the program goes on.
    """

    started = Signal(object)
    progressed = Signal(object, str, int, int)
    ended = Signal(object)
    refused = Signal(object)
    broken = Signal(object)
    _finished = Signal(object, object)
    _faulted = Signal(object, object)
    _began = Signal(object)
    _told = Signal(object, str, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._open: list[Job[Any]] = []
        self._finished.connect(self._finish)
        self._faulted.connect(self._fault)
        self._began.connect(self._begin)
        self._told.connect(self._tell)
        self._thread = threading.Thread(target=self._run, name="ipasn-worker", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._open)

    @property
    def writing(self) -> bool:
        """Whether one of them changes the project."""
        return any(job.writes for job in self._open)

    @property
    def ident(self) -> int | None:
        """The worker thread's identity, for asserting who touches the project."""
        return self._thread.ident

    def run(self, job: Job[Any]) -> Job[Any]:
        """Queue a job and return it."""
        self._open.append(job)
        self._waiting.put(job)
        return job

    def cancel(self, job: Job[Any] | None = None) -> None:
        """Ask a job, or every one that may be stopped, to stop at its next word of progress."""
        for one in self._open if job is None else [job]:
            if one.cancellable:
                one.stop.set()

    def close(self, seconds: float = 30.0) -> bool:
        """Let the running job end, drop the others, end the thread; tell whether it ended."""
        for job in self._open:
            job.stop.set()
        self._waiting.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._waiting.get()) is not None:
            if job.stop.is_set() and job.cancellable:
                self._faulted.emit(job, Cancelled())
                continue
            self._began.emit(job)
            # Collecting would hold up the window: it looks through all that the job just made.
            gc.disable()
            try:
                result = job.work(_Teller(job, self._told))
            except Exception as fault:  # noqa: BLE001 - the edge: told calmly, the program goes on
                self._faulted.emit(job, fault)
            else:
                self._finished.emit(job, result)
            finally:
                gc.enable()

    def _begin(self, job: Job[Any]) -> None:
        self.started.emit(job)

    def _tell(self, job: Job[Any], text: str, done: int, total: int) -> None:
        if job in self._open:
            self.progressed.emit(job, text, done, total)

    def _finish(self, job: Job[Any], result: object) -> None:
        self._close_job(job)
        job.done(result)

    def _fault(self, job: Job[Any], fault: Exception) -> None:
        self._close_job(job)
        if isinstance(fault, Cancelled):
            if job.cancelled is not None:
                job.cancelled()
        elif isinstance(fault, IpasnError):
            if job.failed is not None:
                job.failed(fault)
            else:
                self.refused.emit(fault)
        else:
            try:
                if job.failed is not None:
                    job.failed(UserError(*_BROKEN))
            finally:
                self.broken.emit(fault)

    def _close_job(self, job: Job[Any]) -> None:
        self._open.remove(job)
        self.ended.emit(job)


class _Teller:
    """The `Progress` a job reports to: stops it when asked, tells the window now and then."""

    def __init__(self, job: Job[Any], told: Any) -> None:
        self._job = job
        self._told = told
        self._last = 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        if self._job.stop.is_set() and self._job.cancellable:
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= _TELL_EVERY:
            self._last = now
            self._told.emit(self._job, step, done, total)
