"""What the database and the disk refuse, told as sentences: the one place that knows.

Whatever is not listed here is a bug of ours and stays what it is.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from ..errors import StorageError

_FULL = (errno.ENOSPC, errno.EDQUOT)
_DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the refusals of SQLite and of the system inside the block into `StorageError`.

    Args:
        path: The file that the work is about; its name stands in the sentences.
    """
    try:
        yield
    except apsw.Error as error:
        fault = _of_database(error, path)
        if fault is None:
            raise
        raise fault from error
    except OSError as error:
        raise _of_system(error, path) from error


def not_ours(path: Path) -> StorageError:
    """Say that a file is no project file."""
    return StorageError(
        f"“{path.name}” bukan berkas proyek IPASN.",
        "Pilih berkas berakhiran .ipasn yang dibuat oleh program ini.",
        "bukan-berkas-proyek",
    )


def damaged(path: Path, what: str = "") -> StorageError:
    """Say that a project file is damaged, and where if that is known."""
    return StorageError(
        f"Berkas proyek “{path.name}” rusak{what and f': {what}'}.",
        "Gunakan salinan cadangan terakhir; simpan berkas yang rusak ini untuk diperiksa.",
        "berkas-rusak",
    )


def missing(path: Path) -> StorageError:
    """Say that there is no such file."""
    return StorageError(
        f"Berkas “{path}” tidak ditemukan.",
        "Periksa nama dan foldernya, atau buat proyek baru dengan perintah buat.",
        "berkas-tidak-ada",
    )


def denied(path: Path) -> StorageError:
    """Say that the system does not let us."""
    return StorageError(
        f"Tidak ada izin untuk membaca atau menulis “{path}”.",
        "Periksa izin berkas dan foldernya, atau salin berkas ke folder milik sendiri.",
        "izin-ditolak",
    )


def full(path: Path) -> StorageError:
    """Say that there is no room; nothing was changed."""
    return StorageError(
        f"Tidak cukup ruang pada disk tempat “{path.name}”; tidak ada yang diubah.",
        "Kosongkan ruang pada disk itu, lalu ulangi.",
        "disk-penuh",
    )


def _of_database(error: apsw.Error, path: Path) -> StorageError | None:
    if isinstance(error, apsw.NotADBError):
        return not_ours(path)
    if isinstance(error, (apsw.CorruptError, apsw.TooBigError, apsw.FormatError)):
        return damaged(path)
    if isinstance(error, apsw.FullError):
        return full(path)
    if isinstance(error, (apsw.BusyError, apsw.LockedError)):
        return StorageError(
            f"“{path.name}” sedang dipakai program lain.",
            "Tunggu sebentar lalu ulangi; tutup program lain yang membuka berkas ini.",
            "berkas-sibuk",
        )
    if isinstance(error, (apsw.ReadOnlyError, apsw.PermissionsError)):
        return denied(path)
    if isinstance(error, (apsw.CantOpenError, apsw.IOError)):
        return _disk(path)
    return None


def _of_system(error: OSError, path: Path) -> StorageError:
    if error.errno in _FULL:
        return full(path)
    if error.errno in _DENIED:
        return denied(path)
    if error.errno == errno.ENOENT:
        return missing(path)
    return _disk(path)


def _disk(path: Path) -> StorageError:
    return StorageError(
        f"“{path}” tidak dapat dibaca atau ditulis; disk atau jaringannya bermasalah.",
        "Periksa apakah disk atau folder jaringan masih terpasang, lalu ulangi.",
        "disk-bermasalah",
    )
