"""Output files: written beside their place under another name, then renamed; never half."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..errors import UsageError, UserError, reason


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Give a binary file that takes the place of `path` when the block ends without a fault.

    Raises:
        UserError: The folder is missing or cannot be written, or the disk is full; `path` is as
            it was.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.baru")
    try:
        if path.exists():
            # A folder, or a file that is open elsewhere: found out now, not at the rename, when
            # what the file tells of may be done already.
            path.open("ab").close()
        with unfinished.open("xb") as target:
            yield target
            target.flush()
            os.fsync(target.fileno())
        unfinished.replace(path)
    except OSError as fault:
        raise UserError(
            f"“{path}” tidak dapat ditulis ({reason(fault)}).",
            "Pastikan foldernya ada, dapat ditulis, dan berkasnya tidak sedang dibuka.",
            "keluaran-tidak-dapat-ditulis",
        ) from fault
    finally:
        unfinished.unlink(missing_ok=True)


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
    """
    for one in inputs:
        same = path.resolve() == one.resolve()
        if same or (path.exists() and one.exists() and path.samefile(one)):
            raise UsageError(
                f"Keluaran “{path.name}” sama dengan berkas yang sedang dipakai.",
                "Pilih nama lain untuk keluarannya.",
                "keluaran-sama-dengan-masukan",
            )
