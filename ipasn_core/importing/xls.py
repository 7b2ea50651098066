"""Read old Excel files (.xls, BIFF) with xlrd, which keeps error cells; in a process of its own."""

from __future__ import annotations

import datetime
import io
import struct
from collections.abc import Sequence
from dataclasses import replace

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.compdoc import CompDocError

from ..errors import UserError
from ..progress import Progress
from .child import guarded
from .grid import Grid
from .sheet import Cacat, JenisCacat, Sheet
from .xlsx_package import damaged

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RAW = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
"""How files of Excel 2 to 4 begin, which have no compound document round them."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHECK_EVERY = 1000


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are an old Excel file, or a locked new one."""
    return data.startswith((OLE2, *_RAW))


def read(
    data: bytes, berkas: str, progress: Progress, tersembunyi: bool = False
) -> tuple[Sheet, ...]:
    """Return the worksheets in their order, read in a process of its own.

    Raises:
        UserError: Locked, damaged, another kind of document, or beyond the limits.
        Cancelled: `progress` asked for it.
    """
    if _ENCRYPTED in data:
        raise _locked(berkas)
    return guarded("xls", data, berkas, progress, tersembunyi)


def read_here(
    data: bytes, berkas: str, progress: Progress, tersembunyi: bool = False
) -> tuple[Sheet, ...]:
    """Read in this process, which is the one that may die of it.

    Raises:
        UserError: As `read`.
    """
    try:
        # Formatting is read for merges and hidden rows alone.
        book = xlrd.open_workbook(
            file_contents=data, logfile=io.StringIO(), formatting_info=True, on_demand=True
        )
        sheets = []
        for place in range(book.nsheets):
            progress(f"Membaca {berkas}", place, book.nsheets)
            sheets.append(_sheet(book, place, berkas, tersembunyi))
        return tuple(sheets)
    except XLRDError as error:
        if "encrypted" in str(error).lower() or "password" in str(error).lower():
            raise _locked(berkas) from error
        raise damaged(berkas, "isinya bukan lembar kerja Excel lama yang utuh") from error
    except (CompDocError, *_BROKEN) as error:
        raise damaged(berkas, "isinya bukan lembar kerja Excel lama yang utuh") from error


_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    NotImplementedError,
    struct.error,
)
"""What xlrd lets out on bytes that are no proper file; MemoryError is told apart."""


def _locked(berkas: str) -> UserError:
    return UserError(
        f"{berkas} dikunci dengan kata sandi.",
        "Buka di Excel dengan kata sandinya, hapus kata sandi itu, lalu simpan ulang.",
        "berkas-bersandi",
    )


def _sheet(book: Book, place: int, berkas: str, tersembunyi: bool) -> Sheet:
    source = book.sheet_by_index(place)
    if source.visibility and not tersembunyi:
        book.unload_sheet(place)
        return Sheet(berkas, source.name, terlihat=False)
    grid = Grid(berkas, source.name)
    for row in range(source.nrows):
        kinds = source.row_types(row)
        if not any(kinds):
            continue
        values = [
            value if kind == xlrd.XL_CELL_TEXT else _value(kind, value, book.datemode)
            for kind, value in zip(kinds, source.row_values(row), strict=True)
        ]
        if xlrd.XL_CELL_ERROR in kinds:
            for col, value in enumerate(values):
                grid.put(row, col, value)
        else:
            grid.put_row(row, values)
    for row0, row1, col0, col1 in source.merged_cells:
        grid.merge(row0, col0, row1 - row0 - 1, col1 - col0 - 1)
    grid.hidden |= {row for row, info in source.rowinfo_map.items() if info.hidden}
    book.unload_sheet(place)
    return replace(grid.sheet(), terlihat=not source.visibility)


def _value(kind: int, value: object, datemode: int) -> object:
    match kind:
        case xlrd.XL_CELL_NUMBER:
            number = value if isinstance(value, float) else float(str(value))
            return int(number) if number.is_integer() and abs(number) < 2**53 else number
        case xlrd.XL_CELL_DATE:
            return _moment(float(str(value)), datemode)
        case xlrd.XL_CELL_BOOLEAN:
            return bool(value)
        case xlrd.XL_CELL_ERROR:
            names: dict[int, str] = xlrd.error_text_from_code
            return Cacat(JenisCacat.GALAT, names.get(int(str(value)), "#N/A"))
        case xlrd.XL_CELL_TEXT:
            return value
    return None


def _moment(serial: float, datemode: int) -> object:
    """Return a date, a moment, or a time; a serial that is none stays a number."""
    try:
        parts: Sequence[int] = xlrd.xldate_as_tuple(serial, datemode)
    except xlrd.XLDateError:
        return serial
    year, month, day, hour, minute, second = parts
    if not year:
        return datetime.time(hour, minute, second)
    if hour or minute or second:
        return datetime.datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - no zone
    return datetime.date(year, month, day)
