"""Open any file an office sends: recognised by its content, read by the reader of its format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..errors import UserError, reason
from ..progress import Progress
from . import csv_text, html_table, ods, xls, xlsb, xlsx, xml2003
from .sheet import Cacat, JenisCacat, Sheet, column_letter, column_number

__all__ = [
    "Cacat",
    "JenisCacat",
    "Reader",
    "Sheet",
    "Workbook",
    "column_letter",
    "column_number",
    "open_workbook",
]

MAX_FILE = 256 * 1024 * 1024

SAVE_AS = "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu impor berkas itu."


@dataclass(frozen=True, slots=True)
class Workbook:
    """One file, read.

    Args:
        berkas: File name without folder.
        sha256: Of the bytes that were read, hexadecimal.
        ukuran: Number of those bytes.
        sheets: In the order of the file, hidden ones among them (named, not read unless asked).
    """

    berkas: str
    sha256: str
    ukuran: int
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """One family of formats: whether these bytes are of it, and how they become sheets.

    `read_all` reads hidden sheets too; None for a format that has none.
    """

    nama: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str, Progress], tuple[Sheet, ...]]
    read_all: Callable[[bytes, str, Progress], tuple[Sheet, ...]] | None = None


def _all(read: Callable[..., tuple[Sheet, ...]]) -> Callable[..., tuple[Sheet, ...]]:
    """Return a reader that reads hidden sheets too."""
    return partial(read, tersembunyi=True)


READERS = (
    Reader("OpenDocument (.ods)", ods.recognises, ods.read, _all(ods.read)),
    Reader("Excel biner (.xlsb)", xlsb.recognises, xlsb.read, _all(xlsb.read)),
    Reader(
        "Excel (.xlsx, .xlsm)", xlsx.recognises, xlsx.read, partial(xlsx.read, tersembunyi=True)
    ),
    Reader("Excel lama (.xls)", xls.recognises, xls.read, _all(xls.read)),
    Reader(
        "XML Spreadsheet 2003",
        xml2003.recognises,
        xml2003.read,
        partial(xml2003.read, tersembunyi=True),
    ),
    Reader("halaman web", html_table.recognises, html_table.read),
)
TEXT = Reader("CSV", csv_text.recognises, csv_text.read)
"""Asked last: nearly anything can be text."""


def open_workbook(path: Path, progress: Progress, *, tersembunyi: bool = False) -> Workbook:
    """Read a file whole and turn every sheet of it into a `Sheet`.

    The bytes are read once, so that what is hashed, checked and parsed is the same.

    Args:
        path: The file.
        progress: Told how far it is.
        tersembunyi: Whether hidden sheets are read too.

    Raises:
        UserError: The file is missing, locked, empty, damaged, too large or of a format that
            cannot be read; `kode` tells which.
        Cancelled: `progress` asked for it.
    """
    data = _read_bytes(path)
    name = path.name
    reader = next((one for one in READERS if one.recognises(data)), None)
    if reader is None:
        foreign = _foreign_format(data)
        if foreign is not None:
            raise UserError(f"{name}: {foreign.apa}.", foreign.perbaikan, foreign.kode)
        reader = TEXT
    read = reader.read_all if tersembunyi and reader.read_all is not None else reader.read
    sheets = read(data, name, progress)
    return Workbook(name, hashlib.sha256(data).hexdigest(), len(data), sheets)


def _read_bytes(path: Path) -> bytes:
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise UserError(
                f"{name} adalah folder, bukan berkas.", "Pilih berkas di dalamnya.", "berkas-folder"
            )
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        raise UserError(
            f"Berkas {name} tidak ditemukan.", "Periksa nama dan foldernya.", "berkas-tidak-ada"
        ) from error
    except PermissionError as error:
        raise UserError(
            f"Berkas {name} tidak boleh dibaca.",
            "Tutup berkas itu di program lain, atau minta izin membacanya.",
            "berkas-tanpa-izin",
        ) from error
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        why = reason(error) if isinstance(error, OSError) else "namanya tidak sah"
        raise UserError(
            f"Berkas {name} tidak dapat dibaca: {why}.",
            "Salin berkas ke komputer ini, lalu coba lagi.",
            "berkas-tidak-terbaca",
        ) from error
    if not data:
        raise UserError(
            f"Berkas {name} kosong (0 byte).",
            "Minta berkas yang utuh dari pengirimnya.",
            "berkas-kosong",
        )
    if len(data) > MAX_FILE:
        raise UserError(
            f"Berkas {name} lebih besar daripada {MAX_FILE // 1024**2} MB.",
            "Bagi menjadi beberapa berkas.",
            "berkas-terlalu-besar",
        )
    return data


@dataclass(frozen=True, slots=True)
class _Foreign:
    kode: str
    apa: str
    perbaikan: str


def _foreign_format(data: bytes) -> _Foreign | None:
    """Name the formats that are known but not read here, so that the remedy can be exact."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf"):
        return _Foreign(
            "format-pdf", "adalah PDF, bukan lembar kerja", "Minta berkas Excel-nya dari pengirim."
        )
    if head.startswith((b"<?xml", b"<workbook")):
        return _Foreign("format-xml", "berformat XML yang bukan lembar kerja", SAVE_AS)
    if not TEXT.recognises(data):
        return _Foreign("format-tidak-dikenal", "bukan lembar kerja yang dikenal", SAVE_AS)
    return None
