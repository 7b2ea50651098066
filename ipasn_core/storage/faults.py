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
_OCCUPIED = (errno.EEXIST, errno.EISDIR, errno.ENOTDIR)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the refusals of SQLite and of the system inside the block into `StorageError`.

    Args:
        path: The file that the work is about; its name stands in the sentences.
    """
    try:
        with told_of_database(path):
            yield
    except OSError as error:
        raise _of_system(error, path) from error


@contextmanager
def told_of_database(path: Path) -> Iterator[None]:
    """Turn the refusals of SQLite alone: what else the block does is not about this file.

    Args:
        path: The project file.
    """
    try:
        yield
    except apsw.Error as error:
        fault = _of_database(error, path)
        if fault is None:
            raise
        raise fault from error


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


def moved(path: Path) -> StorageError:
    """Say that the file is no longer where it was opened; nothing was changed."""
    return StorageError(
        f"“{path.name}” dipindah, diganti, atau dihapus selagi dipakai; tidak ada yang diubah.",
        "Kembalikan berkasnya ke tempat semula, atau buka dari tempatnya yang baru, lalu ulangi.",
        "berkas-berpindah",
    )


def no_folder(folder: Path) -> StorageError:
    """Say that the folder a file is to go to is not there."""
    return StorageError(
        f"Folder “{folder}” tidak ada.",
        "Buat foldernya dahulu, atau pilih folder lain.",
        "folder-tidak-ada",
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
        was_moved = getattr(error, "extendedresult", 0) == apsw.SQLITE_READONLY_DBMOVED
        return moved(path) if was_moved else denied(path)
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
    if error.errno == errno.ENAMETOOLONG:
        return StorageError(
            f"Nama “{path.name}” terlalu panjang.", "Pilih nama yang lebih pendek.", "nama-panjang"
        )
    if error.errno in _OCCUPIED:
        return _occupied(error.filename if isinstance(error.filename, str) else path)
    return _disk(path)


def _occupied(place: str | Path) -> StorageError:
    return StorageError(
        f"Ada berkas atau folder lain di tempat “{place}”.",
        "Pindahkan atau ganti namanya, lalu ulangi.",
        "tempat-terisi",
    )


def _disk(path: Path) -> StorageError:
    return StorageError(
        f"“{path}” tidak dapat dibaca atau ditulis; disk atau jaringannya bermasalah.",
        "Periksa apakah disk atau folder jaringan masih terpasang dan kuotanya belum habis, lalu"
        " ulangi.",
        "disk-bermasalah",
    )
