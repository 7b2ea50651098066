"""Read OpenDocument spreadsheets: calamine for the values, the XML for what it loses.

calamine blanks error cells, makes numbers of booleans and knows nothing of hidden rows. The XML is
walked only where it holds one of these, in the process that calamine runs in.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import replace
from typing import NoReturn
from xml.parsers import expat

import python_calamine as calamine

from ..errors import UserError
from ..progress import Progress
from .child import guarded
from .overlay import Notes, to_sheet
from .sheet import Cacat, JenisCacat, Sheet, column_letter
from .xlsx_package import LIMITS, Package, damaged, doctype_refused, too_large

_KIND = b"application/vnd.oasis.opendocument.spreadsheet"
_MIMETYPE = b"mimetype" + _KIND
_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_SPECIAL = (b'value-type="error"', b"boolean-value", b"visibility=", b"spanned=", b'"Err:')
_FEED = 1024 * 1024
_BIG_REPEAT = re.compile(rb'number-(rows|columns)-repeated="0*[1-9]\d{3,}"')
_BODY = re.compile(rb"<\w+:spreadsheet[\s/>]")


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are an OpenDocument spreadsheet.

    The standard has the kind first and bare, by which a look at the beginning is enough; programs
    that zip as they like put it elsewhere or leave it out, and then the content tells.
    """
    if not data.startswith(b"PK\x03\x04"):
        return False
    return _MIMETYPE in data[:256] or (_CONTENT.encode() in data and _is_spreadsheet(data))


def _is_spreadsheet(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "mimetype" in archive.namelist():
                with archive.open("mimetype") as part:
                    return part.read(len(_KIND)) == _KIND
            with archive.open(_CONTENT) as part:
                return bool(_BODY.search(part.read(_FEED)))
    except _BROKEN:
        return False  # whoever reads it next tells what is wrong with it


_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What a zip that is none lets out."""


def read(
    data: bytes, berkas: str, progress: Progress, tersembunyi: bool = False
) -> tuple[Sheet, ...]:
    """Return the sheets in their order, read in a process of its own.

    Raises:
        UserError: Locked, damaged, or beyond the limits.
        Cancelled: `progress` asked for it.
    """
    return guarded("ods", data, berkas, progress, tersembunyi)


def read_here(
    data: bytes, berkas: str, progress: Progress, tersembunyi: bool = False
) -> tuple[Sheet, ...]:
    """Read in this process, which is the one that may die of it.

    Raises:
        UserError: As `read`.
    """
    package = Package(data, berkas, kind=_CONTENT)
    if b"encryption-data" in package.read(_MANIFEST):
        raise UserError(
            f"{berkas} dikunci dengan kata sandi.",
            "Hapus kata sandinya, lalu simpan ulang.",
            "berkas-bersandi",
        )
    content = package.read(_CONTENT)
    notes = _notes(content, berkas)
    if "mimetype" not in package:
        data = _with_kind(data)  # calamine asks for it
    sheets: list[Sheet] = []
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for place, metadata in enumerate(workbook.sheets_metadata):
                visible = metadata.visible == calamine.SheetVisibleEnum.Visible
                if not visible and not tersembunyi:
                    sheets.append(Sheet(berkas, metadata.name, terlihat=False))
                    continue
                source = workbook.get_sheet_by_index(place)
                note = notes[place] if place < len(notes) else Notes()
                found = to_sheet(source, note, berkas, progress)
                sheets.append(replace(found, terlihat=visible))
    except calamine.PasswordError as error:
        raise damaged(berkas, "dikunci") from error
    except (calamine.CalamineError, OSError) as error:
        raise damaged(berkas, "isinya bukan lembar kerja OpenDocument yang utuh") from error
    return tuple(sheets)


def _with_kind(data: bytes) -> bytes:
    """Return a zip with the member that says which kind of document it is."""
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("mimetype", _KIND)
    return made.getvalue()


def _notes(content: bytes, berkas: str) -> list[Notes]:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise doctype_refused(berkas)
    if not any(mark in content for mark in _SPECIAL) and not _repeats_far(content):
        return []
    walker = _Walker(berkas)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.text
    try:
        for begin in range(0, len(content), _FEED):
            parser.Parse(content[begin : begin + _FEED], begin + _FEED >= len(content))
    except (expat.ExpatError, ValueError) as error:
        raise damaged(berkas, "bagian content.xml bukan XML yang sah") from error
    return walker.sheets


def _repeats_far(content: bytes) -> bool:
    """Tell whether a value stands in, or behind, a row or cell that is said to stand often.

    What programs write after the last value, down to the end of the sheet, says nothing.
    """
    clear = 0
    for match in _BIG_REPEAT.finditer(content):
        if match.start() < clear:
            continue
        end = content.find(b":table>" if match[1] == b"rows" else b":table-row>", match.end())
        end = len(content) if end < 0 else end
        if content.find(b"value-type=", match.start(), end) >= 0:
            return True
        clear = end
    return False


class _Walker:
    """Follows rows and cells, their repetitions counted, never laid out."""

    def __init__(self, berkas: str) -> None:
        self._berkas = berkas
        self.sheets: list[Notes] = []
        self._row = self._col = 0
        self._rows = self._cols = 1
        self._error: str | None = None
        self._depth = 0
        self._kind = ""
        self._said = False
        self._top = self._left = self._bottom = self._right = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        if tag == f"{_TABLE} table":
            self._depth += 1
            if self._depth > 1:
                self._refuse("tabel di dalam tabel")
            self.sheets.append(Notes())
            self._row = 0
            self._top = self._left = _FAR
            self._bottom = self._right = 0
        elif not self._depth:
            return
        elif tag == f"{_TABLE} table-row":
            self._col = 0
            self._rows = _count(attributes, "number-rows-repeated")
            shown = attributes.get(f"{_TABLE} visibility", "visible")
            if shown != "visible":
                self._hide()
        elif tag in (f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"):
            self._cell(attributes)

    def _hide(self) -> None:
        # Rows repeated to the end of the sheet are litter: nobody hides people by the thousand.
        for row in range(self._row, self._row + min(self._rows, _MOST_HIDDEN)):
            self.sheets[-1].hidden.add(row)

    def _cell(self, attributes: dict[str, str]) -> None:
        self._cols = _count(attributes, "number-columns-repeated")
        note = self.sheets[-1]
        kind = attributes.get(f"{_OFFICE} value-type", "")
        self._kind = kind
        self._said = False
        if attributes.get(f"{_CALC} value-type") == "error":
            self._error = ""
        elif kind == "boolean":
            truth = attributes.get(f"{_OFFICE} boolean-value") == "true"
            for row, col in self._places():
                note.truths[(row, col)] = truth
        down = _count(attributes, "number-rows-spanned") - 1
        across = _count(attributes, "number-columns-spanned") - 1
        if down or across:
            note.merges.append((self._row, self._col, down, across))

    def _places(self) -> list[tuple[int, int]]:
        if self._rows * self._cols > LIMITS.cells // 100:
            raise too_large(self._berkas, "satu nilai diulang terlalu banyak kali")
        return [
            (row, col)
            for row in range(self._row, self._row + self._rows)
            for col in range(self._col, self._col + self._cols)
        ]

    def text(self, piece: str) -> None:
        """Take the words of an error, and see that a text is not empty."""
        self._said = True
        if self._error is not None:
            self._error += piece

    def end(self, tag: str) -> None:
        """Leave an element."""
        if tag == f"{_TABLE} table":
            self._depth -= 1
        elif not self._depth:
            return
        elif tag in (f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"):
            if self._error is not None:
                what = Cacat(JenisCacat.GALAT, self._error.strip() or "Err")
                for row, col in self._places():
                    self.sheets[-1].cacat[(row, col)] = what
                self._error = None
            if self._kind and (self._said or self._kind != "string"):
                self._reach()
            self._col += self._cols
        elif tag == f"{_TABLE} table-row":
            self._row += self._rows

    def _reach(self) -> None:
        """Widen the rectangle round all values by the cell at hand, before anyone lays it out."""
        self._top, self._left = min(self._top, self._row), min(self._left, self._col)
        self._bottom = max(self._bottom, self._row + self._rows)
        self._right = max(self._right, self._col + self._cols)
        height, width = self._bottom - self._top, self._right - self._left
        if height * width > LIMITS.cells:
            told = f"isi lembar tersebar sampai {column_letter(self._right)}{self._bottom}"
            raise too_large(self._berkas, told)

    def _refuse(self, what: str) -> NoReturn:
        raise damaged(self._berkas, what)


_MOST_HIDDEN = 100_000
_FAR = 1_048_577
"""Beyond every row and column there is."""


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(f"{_TABLE} {name}", "1")
    return min(max(int(text), 1), _FAR) if text.isascii() and text.isdecimal() else 1
