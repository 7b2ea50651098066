"""What can go wrong, by whose fault it is.

`UserError` and its kin carry an Indonesian sentence and a way out; the edges (`cli.main`, the job
edge) print them calmly. Whatever is not an `IpasnError` is our own bug.
"""

from __future__ import annotations

import errno


class IpasnError(Exception):
    """A fault that can be told to the officer in a sentence.

    Args:
        pesan: What happened and where, one Indonesian sentence.
        perbaikan: What to do about it; empty where the sentence says it all.
        kode: A readable slug, the same for every fault of its kind.
    """

    kode_baku = "galat"

    def __init__(self, pesan: str, perbaikan: str = "", kode: str = "") -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.perbaikan = perbaikan
        self.kode = kode or self.kode_baku


class UserError(IpasnError):
    """Their file, their disk, their words: exit 3."""

    kode_baku = "tidak-dapat"


class UsageError(IpasnError):
    """The command line was used wrongly: exit 2."""

    kode_baku = "salah-pakai"


class RuleError(IpasnError):
    """An edition of the rules that cannot be used, or a year without one."""

    kode_baku = "aturan"


class StorageError(IpasnError):
    """A project file that cannot be opened, read or written."""

    kode_baku = "berkas-proyek"


_REASONS = {
    "ENOENT": "tidak ditemukan",
    "ENOTDIR": "foldernya tidak ada",
    "EISDIR": "itu folder",
    "EACCES": "tidak ada izin",
    "EPERM": "tidak ada izin",
    "EROFS": "hanya dapat dibaca",
    "ENOSPC": "disk penuh",
    "EDQUOT": "kuota disk habis",
    "EFBIG": "berkas terlalu besar",
    "ENAMETOOLONG": "namanya terlalu panjang",
    "EBUSY": "sedang dipakai program lain",
    "ETXTBSY": "sedang dipakai program lain",
    "EIO": "disk bermasalah",
}
"""By name: not every system has every one of them."""


def reason(fault: OSError) -> str:
    """Say in Indonesian why the system refused a file.

    >>> reason(PermissionError(errno.EACCES, "Permission denied"))
    'tidak ada izin'
    """
    name = errno.errorcode.get(fault.errno or 0, "")
    return _REASONS.get(name, f"kode sistem {fault.errno}")
