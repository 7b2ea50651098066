"""Backups: whole copies of the project file beside it, made before what is hard to take back.

A project file in rollback-journal mode is one file: while its lock is held and no transaction is
open, a plain copy is whole. Copies rotate by hour, day and week, so their number is bounded.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from ..errors import StorageError, UserError
from .faults import moved, no_folder, told

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)-([a-z-]+)\.ipasn")

Moment = datetime.datetime

_KEPT: tuple[tuple[int, Callable[[Moment], object]], ...] = (
    (24, lambda moment: moment.strftime("%Y%m%d%H")),
    (14, lambda moment: moment.date()),
    (8, lambda moment: moment.isocalendar()[:2]),
)
"""How many hours, days and weeks keep their newest copy each."""

_MIGRATIONS = 4
"""How many copies from before a migration are kept: nothing else leads back past one."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the project file.

    Attributes:
        id: Moment (UTC) and reason, as its file is named.
        waktu: When it was made.
        sebab: What was about to happen: "impor", "sahkan".
        path: The copy.
        ukuran: Bytes.
    """

    id: str
    waktu: Moment
    sebab: str
    path: Path
    ukuran: int


def folder_of(path: Path) -> Path:
    """Return the folder that holds a project file's backups."""
    return path.with_name(f"{path.name}.cadangan")


def make(path: Path, now: Moment, sebab: str) -> Backup:
    """Copy a project file into its folder of backups and let old copies go.

    Args:
        path: The project file; the caller holds its lock and no transaction is open.
        now: The moment, with its zone.
        sebab: What is about to happen, a word in small letters.

    Raises:
        StorageError: The copy cannot be written; nothing was changed.
    """
    folder = folder_of(path)
    stamp = now.astimezone(datetime.UTC)
    target = folder / f"{stamp.strftime(_STAMP)}-{sebab}.ipasn"
    with told(target):
        if not path.exists():
            raise moved(path)
        folder.mkdir(exist_ok=True)
        sweep(folder)
        _copy(path, target)
        made = _backup(target)
    _rotate(path, made)
    return made


def listing(path: Path) -> list[Backup]:
    """Return a project file's backups, newest first."""
    folder = folder_of(path)
    with told(folder):
        if not folder.is_dir():
            return []
        found = [_backup(one) for one in folder.iterdir() if _NAME.fullmatch(one.name)]
    return sorted(found, key=lambda one: one.id, reverse=True)


def restore(path: Path, backup_id: str, target: Path) -> Backup:
    """Copy a backup into a new file; neither the project nor the backup is touched.

    Raises:
        UserError: No such backup, or the target exists.
        StorageError: The target cannot be written.
    """
    found = next((one for one in listing(path) if one.id == backup_id), None)
    if found is None:
        raise UserError(
            f"Tidak ada cadangan {backup_id} untuk “{path.name}”.",
            "Lihat daftarnya dengan: main.py cadangan FILE.ipasn",
            "cadangan-tidak-ada",
        )
    with told(target):
        if not target.parent.is_dir():
            raise no_folder(target.parent)
        refuse_leftover(target)
        if target.exists():
            raise StorageError(
                f"“{target}” sudah ada dan tidak ditimpa.", "Pilih nama lain.", "berkas-sudah-ada"
            )
        sweep(target.parent, target.name)
        _copy(found.path, target)
    return found


def refuse_leftover(path: Path) -> None:
    """Refuse a new file's name where SQLite would undo another file's transaction in it.

    Raises:
        StorageError: A journal of that name lies there; the file it belonged to does not.
    """
    for ending in ("-journal", "-wal"):
        left = path.with_name(path.name + ending)
        if left.exists() and not path.exists():
            raise StorageError(
                f"Di tempat “{path}” tertinggal berkas “{left.name}” milik berkas lain yang "
                "pernah bernama sama.",
                f"Pilih nama lain, atau pindahkan “{left.name}” lebih dahulu.",
                "jurnal-tertinggal",
            )


def _backup(path: Path) -> Backup:
    match = _NAME.fullmatch(path.name)
    assert match is not None  # only names of ours come here
    moment = datetime.datetime.strptime(match[1], _STAMP).replace(tzinfo=datetime.UTC)
    return Backup(path.stem, moment, match[2], path, path.stat().st_size)


def unfinished(path: Path) -> Path:
    """Return the name that a project file, or a copy of one, has until it is whole."""
    return path.with_name(f".{path.name}.{os.getpid()}.baru")


def sweep(folder: Path, name: str = "") -> None:
    """Remove what has no whole name: of a killed process, or of this one when it failed.

    Args:
        folder: A folder of backups, or of projects.
        name: Of the one file meant; empty for all. The caller holds the lock.
    """
    for one in folder.glob(f".{escape(name) or '*'}.*.baru*"):
        with suppress(OSError):
            one.unlink()


def sync_folder(folder: Path) -> None:
    """Make a new name last through a power cut; Windows does that by itself."""
    if os.name != "nt":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            # Some network folders cannot be synced; the file in it is whole all the same.
            with suppress(OSError):
                os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _copy(source: Path, target: Path) -> None:
    """Copy bytes to disk under another name first, so that no half copy ever has the name."""
    copy = unfinished(target)
    try:
        with source.open("rb") as reader, copy.open("xb") as writer:
            shutil.copyfileobj(reader, writer, 1 << 20)
            writer.flush()
            os.fsync(writer.fileno())
        copy.replace(target)
        sync_folder(target.parent)
    finally:
        sweep(target.parent, target.name)


def _rotate(path: Path, made: Backup) -> None:
    """Keep the newest copy of each recent hour, day and week, and the one just made."""
    copies = listing(path)
    keep = {made.id}
    for count, key in _KEPT:
        seen: set[object] = set()
        for one in copies:
            period = key(one.waktu)
            if period not in seen and len(seen) < count:
                seen.add(period)
                keep.add(one.id)
    keep |= {one.id for one in [c for c in copies if c.sebab == "migrasi"][:_MIGRATIONS]}
    for one in copies:
        if one.id not in keep:
            # A copy that somebody has open just now goes the next time.
            with suppress(OSError):
                one.path.unlink()
