"""One writer at a time: an operating-system lock beside the project file.

The lock on `NAMA.ipasn.kunci` alone is the truth: it vanishes with the process that holds it.
`NAMA.ipasn.pemakai` only says who that is, for the sentence the second writer reads; it is a file
of its own because Windows lets nobody read a locked one.
"""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path

import filelock

from ..errors import StorageError


class WriterLock:
    """Holds the right to write a project file until `release`.

    Args:
        path: The project file.
        user: Who writes, as the second writer will be told.
        now: Since when.

    Raises:
        StorageError: Somebody else writes; who, if that is known.
    """

    def __init__(self, path: Path, user: str, now: datetime.datetime) -> None:
        self._holder = path.with_name(path.name + ".pemakai")
        self._lock = filelock.FileLock(
            path.with_name(path.name + ".kunci"),
            timeout=0,
            thread_local=False,
            # A lock that is only a file would outlive a killed process.
            fallback_to_soft=False,
        )
        try:
            self._lock.acquire()
        except filelock.Timeout as error:
            raise self._taken(path) from error
        try:
            self._holder.write_text(f"{user}\n{now.isoformat(timespec='minutes')}\n", "utf-8")
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Let others write."""
        # A name left behind does no harm; a lock kept because of it would.
        with suppress(OSError):
            self._holder.unlink(missing_ok=True)
        self._lock.release()

    def _taken(self, path: Path) -> StorageError:
        try:
            user, since = self._holder.read_text("utf-8").splitlines()[:2]
            moment = datetime.datetime.fromisoformat(since)
            who = f"{user} (sejak {moment:%d-%m-%Y %H.%M})"
        except (OSError, ValueError):
            who = "program lain"
        return StorageError(
            f"“{path.name}” sedang dipakai oleh {who}.",
            "Tunggu sampai selesai, atau tutup program yang memakainya; membaca tetap bisa.",
            "sedang-dipakai",
        )
