"""A watchdog over the window's thread: the longest time in which it answered nothing, and where.

A timer beats in the event loop; what lies between two beats beyond its interval is time in which no
key would have been heard. A thread of its own notes where the window's thread stands meanwhile.
"""

from __future__ import annotations

import sys
import threading
import time
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 2
_LOOK_EVERY = 0.005
_WORTH_A_LOOK = 0.02
_DEEP = 3


class Watchdog(QObject):
    """Measures how long the event loop of the thread it is made in is kept from its work.

    Attributes:
        longest: Seconds of the longest block since `reset`.
        own: Seconds of it in which this thread computed; the rest it waited, for the interpreter
            that a worker holds, or for the processor.
        where: Our innermost functions in that block, the innermost first; empty for a short one.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched = threading.get_ident()
        self._over = threading.Event()
        self._seen: tuple[str, ...] = ()
        self.reset()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._looker = threading.Thread(target=self._look, name="watchdog", daemon=True)
        self._looker.start()

    def reset(self) -> None:
        """Forget what was measured; what runs at this moment is not counted."""
        self.longest = self.own = 0.0
        self.where: tuple[str, ...] = ()
        self._seen = ()
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def stop(self) -> None:
        """End both."""
        self._timer.stop()
        self._over.set()
        self._looker.join()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        block = now - self._last - BEAT_MS / 1000
        if block > self.longest:
            self.longest, self.own, self.where = block, worked - self._worked, self._seen
        self._seen = ()
        self._last, self._worked = now, worked

    def _look(self) -> None:
        while not self._over.wait(_LOOK_EVERY):
            if time.perf_counter() - self._last > _WORTH_A_LOOK:
                frame = sys._current_frames().get(self._watched)
                self._seen = _ours(frame) or self._seen


def _ours(frame: FrameType | None) -> tuple[str, ...]:
    """Name the innermost functions of the product that a thread stands in."""
    found: list[str] = []
    while frame is not None and len(found) < _DEEP:
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith("ipasn_"):
            found.append(f"{name.rsplit('.', 1)[-1]}.{frame.f_code.co_name}:{frame.f_lineno}")
        frame = frame.f_back
    return tuple(found)
