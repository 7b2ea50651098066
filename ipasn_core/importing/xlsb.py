"""Read binary Excel workbooks (.xlsb): calamine for the values, the records for what it loses."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import replace

import python_calamine as calamine

from ..progress import Progress
from .child import guarded
from .overlay import Notes, to_sheet
from .sheet import Cacat, JenisCacat, Sheet
from .xlsx_package import Package, damaged

_WORKBOOK = "xl/workbook.bin"
_RELATIONSHIPS = "xl/_rels/workbook.bin.rels"
_ROW, _ERROR, _FORMULA_ERROR, _MERGE, _BUNDLE = 0, 3, 11, 176, 156
_HIDDEN_ROW = 0x10
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are a binary workbook: its directory names the part."""
    return data.startswith(b"PK\x03\x04") and b"xl/workbook.bin" in data


def read(
    data: bytes, berkas: str, progress: Progress, tersembunyi: bool = False
) -> tuple[Sheet, ...]:
    """Return the worksheets in their order, read in a process of its own.

    Raises:
        UserError: Locked, damaged, or beyond the limits.
        Cancelled: `progress` asked for it.
    """
    return guarded("xlsb", data, berkas, progress, tersembunyi)


def read_here(
    data: bytes, berkas: str, progress: Progress, tersembunyi: bool = False
) -> tuple[Sheet, ...]:
    """Read in this process, which is the one that may die of it.

    Raises:
        UserError: As `read`.
    """
    package = Package(data, berkas, kind=_WORKBOOK, relationships=_RELATIONSHIPS)
    parts = _parts(package, berkas)
    sheets: list[Sheet] = []
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for metadata in workbook.sheets_metadata:
                if metadata.typ != calamine.SheetTypeEnum.WorkSheet:
                    continue
                visible = metadata.visible == calamine.SheetVisibleEnum.Visible
                if not visible and not tersembunyi:
                    sheets.append(Sheet(berkas, metadata.name, terlihat=False))
                    continue
                if metadata.name not in parts:
                    raise damaged(berkas, f"lembar {metadata.name} tidak ditemukan")
                note = _notes(package.read(parts[metadata.name]), berkas)
                source = workbook.get_sheet_by_name(metadata.name)
                found = to_sheet(source, note, berkas, progress)
                sheets.append(replace(found, terlihat=visible))
    except (calamine.CalamineError, OSError) as error:
        raise damaged(berkas, "isinya bukan buku kerja biner yang utuh") from error
    return tuple(sheets)


def _parts(package: Package, berkas: str) -> dict[str, str]:
    """Map the name of each sheet to its part, by the records of the workbook."""
    parts: dict[str, str] = {}
    for kind, body in _records(package.read(_WORKBOOK), berkas):
        if kind != _BUNDLE:
            continue
        key, at = _string(body, 8, berkas)
        name, _ = _string(body, at, berkas)
        parts[name] = package.target(key)
    return parts


def _string(body: bytes, at: int, berkas: str) -> tuple[str, int]:
    """Return a text of the records and where it ends."""
    if at + 4 > len(body):
        raise damaged(berkas, "catatan buku kerjanya terpotong")
    (length,) = struct.unpack_from("<I", body, at)
    end = at + 4 + 2 * length
    if end > len(body):
        raise damaged(berkas, "catatan buku kerjanya terpotong")
    return body[at + 4 : end].decode("utf-16-le", "replace"), end


def _notes(part: bytes, berkas: str) -> Notes:
    note = Notes()
    row = 0
    for kind, body in _records(part, berkas):
        if kind == _ROW and len(body) >= 13:
            (row,) = struct.unpack_from("<I", body)
            if body[11] & _HIDDEN_ROW:
                note.hidden.add(row)
        elif kind in (_ERROR, _FORMULA_ERROR) and len(body) >= 9:
            (col,) = struct.unpack_from("<I", body)
            note.cacat[(row, col)] = Cacat(JenisCacat.GALAT, _ERRORS.get(body[8], "#N/A"))
        elif kind == _MERGE and len(body) >= 16:
            row0, row1, col0, col1 = struct.unpack_from("<IIII", body)
            note.merges.append((row0, col0, row1 - row0, col1 - col0))
    return note


def _records(part: bytes, berkas: str) -> Iterator[tuple[int, bytes]]:
    """Yield kind and body of each record: both numbers are of one to four bytes."""
    at, end = 0, len(part)
    while at < end:
        kind = part[at]
        at += 1
        if kind & 0x80:
            if at >= end:
                break
            kind = (kind & 0x7F) | (part[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        for _ in range(4):
            if at >= end:
                raise damaged(berkas, "catatan lembarnya terpotong")
            byte = part[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, part[at : at + length]
        at += length
