"""Formats that cannot be looked through first are opened in a process of their own.

A file that makes its reader run for ever or eat all memory ends that process, not the program. The
process is started anew for each file, gets the bytes on its standard input, and answers with sheets
or with a refusal, pickled: both sides are this program.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..errors import UserError
from ..progress import Progress, silent
from .sheet import Sheet
from .xlsx_package import MIB, damaged, too_large

WORD = "baca-lembar"
"""What the frozen program is called with to be such a process."""

_START = "import sys; from ipasn_core.importing.child import main; sys.exit(main(sys.argv[1:]))"
"""Not `-m`: what is pickled must be of this module, not of `__main__`."""

_ALL, _VISIBLE = "semua", "terlihat"
"""Which sheets are to be read."""

SECONDS, LEAST, PER_MIB = 60, 9, 4
"""How long a file may take at most, and how much of that is for its size."""

MEMORY = 1024 * MIB
_TICK = 0.2
_OUT_OF_MEMORY = 7
_ABORTED = frozenset({-6, 0xC0000409})
"""How a process ends that gets no memory in calamine's tongue: POSIX, Windows."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a `UserError` says: its own kind does not survive pickling."""

    pesan: str
    perbaikan: str
    kode: str


Answer = tuple[Sheet, ...] | Refusal

ReadBytes = Callable[[bytes, str, Progress, bool], tuple[Sheet, ...]]


def guarded(
    kind: str, data: bytes, berkas: str, progress: Progress, tersembunyi: bool
) -> tuple[Sheet, ...]:
    """Read bytes in a process of its own.

    Args:
        kind: Which reader: a key of `_readers`.
        data: The file.
        berkas: Its name.
        progress: Asked now and then whether to go on.
        tersembunyi: Whether hidden sheets are read too.

    Raises:
        UserError: What the reader says; or that it took too long, too much memory, or died.
        Cancelled: `progress` asked for it.
    """
    process = subprocess.Popen(
        _command(kind, berkas, _ALL if tersembunyi else _VISIBLE),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    # `communicate` forgets what it has not yet written when it is asked a second time, so that a
    # process slow to start would wait for the rest for ever: the bytes go their own way.
    assert process.stdin is not None
    stream, process.stdin = process.stdin, None
    feeder = threading.Thread(target=_feed, args=(stream, data), daemon=True)
    feeder.start()
    try:
        answer = _converse(process, len(data), berkas, progress)
    finally:
        process.kill()
        process.wait()
        feeder.join()
        if process.stdout is not None:
            process.stdout.close()
    if process.returncode == _OUT_OF_MEMORY or process.returncode in _ABORTED:
        raise too_large(berkas, "membacanya memerlukan terlalu banyak memori")
    if not answer:
        raise damaged(berkas, "pembacanya berhenti")
    found: Answer = pickle.loads(answer)
    if isinstance(found, Refusal):
        raise UserError(found.pesan, found.perbaikan, found.kode)
    return found


def _feed(stream: IO[bytes], data: bytes) -> None:
    """Write everything; a process that ended before has its reasons, which are told elsewhere."""
    with suppress(OSError):
        stream.write(data)
    with suppress(OSError):
        stream.close()


def _converse(
    process: subprocess.Popen[bytes], size: int, berkas: str, progress: Progress
) -> bytes:
    """Wait for the answer to so many bytes, looking up now and then."""
    waited = 0.0
    patience = min(SECONDS, LEAST + PER_MIB * size / MIB)
    while True:
        try:
            answer, _ = process.communicate(timeout=_TICK)
            return answer
        except subprocess.TimeoutExpired:
            waited += _TICK
            progress(f"Membaca {berkas}", round(waited), round(patience))
            if waited > patience:
                told = f"membacanya lebih lama dari {round(patience)} detik"
                raise too_large(berkas, told) from None


def _command(*words: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD, *words]
    return [sys.executable, "-c", _START, *words]


def _environment() -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[2])
    known = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, known)))}


def main(words: list[str]) -> int:
    """Be such a process: read one file from standard input, answer on standard output."""
    kind, berkas, which = words
    _limit_memory()
    try:
        data = sys.stdin.buffer.read()
        answer: Answer = _readers()[kind](data, berkas, silent, which == _ALL)
    except UserError as fault:
        answer = Refusal(fault.pesan, fault.perbaikan, fault.kode)
    except MemoryError:
        return _OUT_OF_MEMORY
    sys.stdout.buffer.write(pickle.dumps(answer, protocol=5))
    sys.stdout.buffer.flush()
    return 0


def _readers() -> dict[str, ReadBytes]:
    # Only the process that reads needs them.
    from . import ods, xls, xlsb  # noqa: PLC0415

    return {"xls": xls.read_here, "xlsb": xlsb.read_here, "ods": ods.read_here}


def _limit_memory() -> None:
    """Let the system end this process before it takes the computer's memory."""
    if sys.platform == "win32":
        from .child_windows import limit_memory  # noqa: PLC0415

        limit_memory(MEMORY)
    else:
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
