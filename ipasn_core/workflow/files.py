"""Output files: written beside their place under another name, then renamed; never half."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..errors import UserError


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
            f"“{path}” tidak dapat ditulis ({fault.strerror or type(fault).__name__}).",
            "Pastikan foldernya ada, dapat ditulis, dan berkasnya tidak sedang dibuka.",
            "keluaran-tidak-dapat-ditulis",
        ) from fault
    finally:
        unfinished.unlink(missing_ok=True)
