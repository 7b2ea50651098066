"""Spoilt files by the thousand, taken as far as the plan in a process that may die of them.

The parent watches: a file that takes longer than `SECONDS`, or more memory than the process may
have, or ends it, is told with the number that makes it again. Formats that the product itself reads
in a process of its own may end this one: there it is told as a damaged file.
"""

from __future__ import annotations

import os
import selectors
import subprocess
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ipasn_core.errors import UserError

from . import mutation

SECONDS = 10
MEMORY = 1024 * 1024 * 1024
GUARDED = frozenset(("xls", "xlsb", "ods"))
"""Kinds whose reader the product runs in a process of its own."""

_ROOT = Path(__file__).parents[2]
_DIED = "proses berakhir"
_ENDS = frozenset(("PanicException", "MemoryError"))
"""What ends a reader's own process and nothing else: a library's panic, no more memory."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file.

    Attributes:
        nomor: The number that makes it.
        jenis: Format of the file it was made of.
        hasil: "dibaca", or the code of the refusal.
        salah: What nobody foresaw; empty where all is well.
        detik: How long it took.
    """

    nomor: int
    jenis: str
    hasil: str
    salah: str
    detik: float


def run(numbers: Iterable[int]) -> Iterator[Result]:
    """Make the file of each number and take it in; yield what became of it."""
    left = list(numbers)
    while left:
        done = 0
        for result in _batch(left):
            done += 1
            yield result
        left = left[done:]


def _batch(numbers: list[int]) -> Iterator[Result]:
    """Run one process until it is through or dead; whoever ends it is the last result."""
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", __name__],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "RUST_BACKTRACE": "0"},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(" ".join(map(str, numbers)).encode())
        process.stdin.close()
        for number in numbers:
            begun = time.monotonic()
            line = _line(process.stdout.fileno(), begun + SECONDS + 20)
            taken = time.monotonic() - begun
            if not line:
                kind = mutation.make(number)[0]
                hung = process.poll() is None and taken > SECONDS
                told = f"lebih dari {SECONDS} detik" if hung else _DIED
                wrong = "" if not hung and kind in GUARDED else told
                yield Result(number, kind, told, wrong, taken)
                return
            kind, outcome, wrong, seconds = line.split("\t")
            if float(seconds) > SECONDS:
                wrong = wrong or f"{seconds} detik"
            yield Result(number, kind, outcome, wrong, float(seconds))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _line(stream: int, until: float) -> str:
    """Read one line, empty where there is none by then."""
    read = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while selector.select(max(0.0, until - time.monotonic())):
            byte = os.read(stream, 1)
            if byte in (b"", b"\n"):
                break
            read += byte
    return read.decode()


# ---------------------------------------------------------------- the process that may die


def judge(kind: str, data: bytes) -> tuple[str, str]:
    """Return what a file was found to be, and what nobody foresaw about it."""
    here = kind in GUARDED  # as long as it is the reader that may end the process
    try:
        sheets = mutation.read_bytes(data)
        here = False
        return mutation.take(sheets), ""
    except UserError as fault:
        return fault.kode, "" if fault.pesan else "tanpa pesan"
    except BaseException as fault:
        if isinstance(fault, KeyboardInterrupt):
            raise
        if here and type(fault).__name__ in _ENDS:
            return _DIED, ""
        frames = traceback.extract_tb(fault.__traceback__)[-3:]
        where = " ← ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
        what = " ".join(str(fault).split())[:80]
        return "salah", f"{type(fault).__name__}: {what} ({where})"


def main() -> int:
    """Take in the files of the numbers on standard input; print a line each."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number in map(int, sys.stdin.read().split()):
        kind, data = mutation.make(number)
        begun = time.perf_counter()
        outcome, wrong = judge(kind, data)
        print(kind, outcome, wrong, f"{time.perf_counter() - begun:.3f}", sep="\t", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
