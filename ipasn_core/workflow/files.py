"""Output files: written beside their place under another name, then renamed; never half."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import IO

from ..errors import UsageError, UserError, reason

_DAY = 86_400


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Give a binary file that takes the place of `path` when the block ends without a fault.

    Raises:
        UserError: The folder is missing or cannot be written, or the disk is full; `path` is as
            it was.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.baru")
    try:
        # What a killed process of the same number left behind.
        unfinished.unlink(missing_ok=True)
        if path.exists():
            # A folder, or a file that is open elsewhere: found out now, not at the rename, when
            # what the file tells of may be done already.
            path.open("ab").close()
        with unfinished.open("xb") as target:
            _sweep(unfinished, path.name)
            yield target
            target.flush()
            os.fsync(target.fileno())
        unfinished.replace(path)
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    finally:
        # On a read-only medium even removing what is not there is refused.
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def write_whole(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Let `write` fill a file in memory, then put it in the place of `path`.

    For workbooks: an archive cut short by a full disk would go on writing when it is let go, and
    tell of that on the terminal.

    Raises:
        UserError: As `replacing`.
    """
    whole = io.BytesIO()
    try:
        write(whole)
    except OSError as fault:  # openpyxl keeps its sheets in the system's temporary folder
        _let_go(fault)
        raise _unwritable(path, fault) from fault
    with replacing(path) as target:
        target.write(whole.getbuffer())


def _let_go(fault: OSError) -> None:
    """Free what a fault still holds, in silence: it tries to write on when it is freed."""
    hook = sys.unraisablehook
    sys.unraisablehook = lambda _: None
    try:
        traceback.clear_frames(fault.__traceback__)
        gc.collect()
    finally:
        sys.unraisablehook = hook


def _sweep(unfinished: Path, name: str) -> None:
    """Remove what processes killed a day ago or earlier left of the same output."""
    for one in unfinished.parent.glob(f".{escape(name)}.*.baru"):
        with suppress(OSError):
            if one.stat().st_mtime < unfinished.stat().st_mtime - _DAY:
                one.unlink()


def _unwritable(path: Path, fault: OSError) -> UserError:
    full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
    return UserError(
        f"“{path}” tidak dapat ditulis ({reason(fault)}).",
        "Kosongkan ruang pada disk itu dan pada disk sistem, lalu ulangi."
        if full
        else "Pastikan foldernya ada, dapat ditulis, dan berkasnya tidak sedang dibuka.",
        "keluaran-tidak-dapat-ditulis",
    )


def check_output(path: Path, ending: str, inputs: Iterable[Path]) -> None:
    """Refuse an output that has the wrong ending, or would take the place of a file in use.

    Args:
        path: Where the output goes.
        ending: ".pdf" or ".xlsx".
        inputs: The project file and the files that are read.

    Raises:
        UsageError: It has another ending, or is one of the inputs.
    """
    if path.suffix.lower() != ending:
        raise UsageError(
            f"“{path.name}” tidak berakhiran {ending}.", f"Beri nama seperti NAMA{ending}."
        )
    refuse_inputs(path, inputs)


def refuse_inputs(path: Path, inputs: Iterable[Path]) -> None:
    """Refuse an output that is one of the files in use, whatever name it goes by.

    Raises:
        UsageError: It is.
        UserError: No file can have that name, or its folder may not be looked into.
    """
    for one in inputs:
        try:
            same = path.resolve() == one.resolve()
            same = same or (path.exists() and one.exists() and path.samefile(one))
        except OSError as fault:
            raise _unwritable(path, fault) from fault
        if same:
            raise UsageError(
                f"Keluaran “{path.name}” sama dengan berkas yang sedang dipakai.",
                "Pilih nama lain untuk keluarannya.",
                "keluaran-sama-dengan-masukan",
            )


_MOST_READ = 16 * 1024 * 1024


def read_file(path: Path) -> bytes:
    """Return the bytes of a small file, such as a certificate.

    Raises:
        UserError: It cannot be read, or is far too large.
    """
    try:
        with path.open("rb") as source:
            data = source.read(_MOST_READ + 1)
    except OSError as fault:
        raise UserError(
            f"“{path.name}” tidak dapat dibaca ({reason(fault)}).",
            "Periksa nama dan tempat berkasnya.",
            "berkas-tidak-terbaca",
        ) from fault
    if len(data) > _MOST_READ:
        raise UserError(
            f"“{path.name}” terlalu besar.", "Pilih berkas sertifikatnya.", "berkas-terlalu-besar"
        )
    return data
