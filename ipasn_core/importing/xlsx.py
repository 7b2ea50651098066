"""Read .xlsx and .xlsm: calamine for the values, our own scan for what it loses or dies of."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from xml.parsers import expat

import numpy as np
import python_calamine as calamine
from numpy.typing import NDArray

from ..errors import UserError
from ..formatting import format_int
from ..progress import Progress
from .grid import fill_down
from .sheet import Sheet, column_letter
from .xlsx_package import (
    LIMITS,
    Limits,
    Package,
    damaged,
    doctype_refused,
    too_large,
)
from .xlsx_scan import (
    MAX_COLUMN,
    MAX_ROW,
    BadPlaceError,
    ForbiddenDoctypeError,
    Scan,
    UnusualError,
    scan_exact,
    scan_quick,
    whole_rows,
)

CHUNK = 4096
STRING_ITEM = re.compile(rb"<(?:[\w.-]+:)?si[\s/>]")
_AFTER_NAME = np.frombuffer(b"\t\n\v\f\r />", dtype=np.uint8)
"""What may follow the name of a tag: the same as in `STRING_ITEM`."""
CELL_VALUE = re.compile(rb"<(?:[\w.-]+:)?v[^>]*>\s*(\d{1,9})\s*<")


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are a zip; what lies in it is told apart when it is read."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(
    data: bytes,
    berkas: str,
    progress: Progress,
    limits: Limits = LIMITS,
    tersembunyi: bool = False,
) -> tuple[Sheet, ...]:
    """Return the worksheets in their order; chart and macro sheets are left out.

    Raises:
        UserError: The file is no workbook, damaged, locked, or beyond the limits.
    """
    package = Package(data, berkas, limits)
    parts = package.worksheets()
    for path in package.related("styles"):
        _refuse_doctype(package.read(path), berkas)
    lengths = _string_lengths(package, berkas, limits)
    sheets: list[Sheet] = []
    # python-calamine's errors all descend from CalamineError; a bad zip is an OSError of its own.
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for metadata in workbook.sheets_metadata:
                if metadata.typ != calamine.SheetTypeEnum.WorkSheet:
                    continue
                visible = metadata.visible == calamine.SheetVisibleEnum.Visible
                if not visible and not tersembunyi:
                    sheets.append(Sheet(berkas, metadata.name, terlihat=False))
                    continue
                part = parts.get(metadata.name)
                if part is None:
                    raise damaged(berkas, f"lembar {metadata.name} tidak ditemukan")
                scan = _scan(package, part.path, berkas, progress, limits)
                _check_extent(scan, berkas, metadata.name, limits)
                _check_text(package, part.path, scan, lengths, berkas, limits)
                source = workbook.get_sheet_by_name(metadata.name)
                found = _to_sheet(source, scan, berkas, progress)
                sheets.append(replace(found, terlihat=visible))
    except calamine.PasswordError as error:
        raise UserError(
            f"{berkas} dikunci dengan kata sandi.",
            "Hapus kata sandinya, lalu simpan ulang.",
            "berkas-bersandi",
        ) from error
    except (calamine.CalamineError, OSError) as error:
        raise damaged(berkas, str(error)) from error
    return tuple(sheets)


def _refuse_doctype(xml: bytes, berkas: str) -> None:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise doctype_refused(berkas)


def _scan(package: Package, path: str, berkas: str, progress: Progress, limits: Limits) -> Scan:
    def blocks() -> Iterator[bytes]:
        done = 0
        for block in _ahead(package.blocks(path)):
            progress(f"Memeriksa {berkas}", done, max(done, package.declared(path)))
            done += len(block)
            yield block

    source = blocks()
    try:
        scan = scan_quick(source, lambda seen: _refuse_noise(seen, berkas, limits))
        for _rest in source:
            pass  # what follows the cells is inflated by calamine too, so it counts
        if scan.area > limits.cells:
            raise UnusualError  # only the exact scanner may say so
        return scan
    except UnusualError:
        return _scan_exactly(blocks(), path, berkas)


def _ahead(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Inflate the next block while one is looked through: zlib gives the interpreter up."""
    with ThreadPoolExecutor(1) as inflating:
        waiting = inflating.submit(next, blocks, None)
        while (block := waiting.result()) is not None:
            waiting = inflating.submit(next, blocks, None)
            yield block


def _refuse_noise(scan: Scan, berkas: str, limits: Limits) -> None:
    """Refuse, while it is still being looked through, what is filled far beyond any table."""
    if scan.cells > limits.noise and scan.right - scan.left >= limits.noise_columns:
        columns = format_int(scan.right - scan.left + 1)
        raise too_large(
            berkas, f"lebih dari {format_int(limits.noise)} nilai dalam {columns} kolom"
        )
    if scan.cells > 2 * limits.cells:
        raise too_large(berkas, f"lebih dari {format_int(limits.cells)} nilai")


def _scan_exactly(blocks: Iterator[bytes], path: str, berkas: str) -> Scan:
    try:
        return scan_exact(blocks)
    except ForbiddenDoctypeError as error:
        raise doctype_refused(berkas) from error
    except BadPlaceError as error:
        raise damaged(berkas, f"alamat sel {error} tidak sah") from error
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise damaged(berkas, f"bagian {path} bukan XML yang sah") from error


def _check_extent(scan: Scan, berkas: str, nama: str, limits: Limits) -> None:
    """Refuse a sheet whose values lie so far apart that the rectangle would not fit in memory."""
    if scan.bottom >= MAX_ROW or scan.right >= MAX_COLUMN:
        raise damaged(berkas, f"lembar {nama} berisi alamat sel di luar lembar")
    if scan.area > limits.cells:
        first = f"{column_letter(scan.left + 1)}{scan.top + 1}"
        last = f"{column_letter(scan.right + 1)}{scan.bottom + 1}"
        raise too_large(berkas, f"isi lembar {nama} tersebar dari {first} sampai {last}")
    if scan.cells > limits.cells:
        raise too_large(berkas, f"lembar {nama} berisi {scan.cells} sel")


def _string_lengths(package: Package, berkas: str, limits: Limits) -> NDArray[np.int64]:
    """Measure the shared strings, in bytes of their XML: each is copied wherever it is used."""
    lengths = np.zeros(0, dtype=np.int64)
    for path in package.related("sharedStrings"):
        xml = package.read(path)
        _refuse_doctype(xml, berkas)
        starts = _string_starts(xml)
        if starts.size > limits.strings:
            raise too_large(berkas, f"{starts.size} teks yang berbeda")
        if starts.size:
            lengths = np.diff(starts, append=len(xml))
    return lengths


def _string_starts(xml: bytes) -> NDArray[np.int64]:
    """Return where each entry of the table of shared strings begins."""
    if b":si" in xml:  # with a prefix
        return np.fromiter((m.start() for m in STRING_ITEM.finditer(xml)), dtype=np.int64)
    data = np.frombuffer(xml + bytes(4), dtype=np.uint8)
    tags = np.flatnonzero(data == ord("<"))
    named = (data[tags + 1] == ord("s")) & (data[tags + 2] == ord("i"))
    tags = tags[named]
    starts: NDArray[np.int64] = tags[np.isin(data[tags + 3], _AFTER_NAME)]
    return starts


def _check_text(
    package: Package,
    path: str,
    scan: Scan,
    lengths: NDArray[np.int64],
    berkas: str,
    limits: Limits,
) -> None:
    """Refuse a sheet that repeats long texts until they no longer fit in memory."""
    if not lengths.size or scan.cells * int(lengths.max()) <= limits.text:
        return
    total = 0
    for block in whole_rows(package.blocks(path)):
        # Numbers count as if they were places in the table: too much, never too little.
        used = np.array(CELL_VALUE.findall(block), dtype="S9").astype(np.int64)
        total += int(lengths[used[used < lengths.size]].sum())
    if total > limits.text:
        raise too_large(berkas, f"teks di dalamnya lebih dari {limits.text // 1024**2} MB")


def _to_sheet(source: calamine.CalamineSheet, scan: Scan, berkas: str, progress: Progress) -> Sheet:
    """Turn calamine's rows into columns and lay what the scan found over them."""
    if source.start is None and not scan.cacat:
        return Sheet(berkas, source.name)
    top, left, bottom, right = _rectangle(source, scan)
    columns = _columns(source, berkas, progress)
    if source.start is not None and source.end is not None:
        above, below = source.start[0] - top, bottom - source.end[0]
        before, after = source.start[1] - left, right - source.end[1]
        if above or below:
            columns = [[None] * above + column + [None] * below for column in columns]
    else:
        before, after = 0, right - left + 1
    height = bottom - top + 1
    columns = [
        *_blank(before, height),
        *columns,
        *_blank(after, height),
    ]
    cacat = {(row - top, col - left): what for (row, col), what in scan.cacat.items()}
    for row, col in cacat:
        columns[col][row] = None
    gabungan = _merges(source, (top, left, bottom, right))
    fill_down(columns, cacat, gabungan)
    hidden = frozenset(row - top for row in scan.tersembunyi if top <= row <= bottom)
    return Sheet(
        berkas, source.name, True, top + 1, left + 1, tuple(columns), cacat, hidden, gabungan
    )


def _blank(count: int, height: int) -> list[list[object]]:
    return [[None] * height for _ in range(count)]


def _rectangle(source: calamine.CalamineSheet, scan: Scan) -> tuple[int, int, int, int]:
    """Return the rectangle (0-based, inclusive) of calamine's values and of the flawed cells."""
    rows = [row for row, _ in scan.cacat]
    cols = [col for _, col in scan.cacat]
    for corner in (source.start, source.end):
        if corner is not None:
            rows.append(corner[0])
            cols.append(corner[1])
    return min(rows), min(cols), max(rows), max(cols)


def _columns(source: calamine.CalamineSheet, berkas: str, progress: Progress) -> list[list[object]]:
    """Read the rows in pieces, so that the interpreter is given up, and turn them into columns."""
    if source.start is None:
        return []
    columns: list[list[object]] = [[] for _ in range(source.width)]
    rows = source.iter_rows()
    # The iterator begins at the sheet's first row, empty ones included.
    for _row in islice(rows, source.start[0]):
        pass
    done = 0
    while chunk := list(islice(rows, CHUNK)):
        for column, values in zip(columns, zip(*chunk, strict=True), strict=True):
            if "" in values:
                column.extend([None if value == "" else value for value in values])
            else:
                column.extend(values)
        done += len(chunk)
        progress(f"Membaca {berkas}", done, source.height)
    return columns


def _merges(
    source: calamine.CalamineSheet, box: tuple[int, int, int, int]
) -> tuple[tuple[int, int, int, int], ...]:
    """Cut the merged ranges to the rectangle; those outside of it are formatting."""
    top, left, bottom, right = box
    cut = []
    for (row0, col0), (row1, col1) in source.merged_cell_ranges or ():
        row1, col1 = min(row1, bottom), min(col1, right)
        if row0 >= top and col0 >= left and row0 <= row1 and col0 <= col1:
            cut.append((row0 - top, col0 - left, row1 - top, col1 - left))
    return tuple(cut)
