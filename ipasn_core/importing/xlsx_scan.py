"""Look through the XML of a worksheet before and beside calamine.

Before: how far apart its values lie, for calamine allocates the rectangle around them and takes
the process with it where that is too large. Beside: what calamine blanks (error cells, formulas
without a stored result) and what it does not tell (hidden rows).

Two scanners give the same answer. The quick one works on bytes with NumPy and asks for what
every common program writes (no prefix, `r` first in each cell, double quotes, no comments); for
anything else the exact one, on expat, follows calamine's own rules step by step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

import numpy as np
from numpy.typing import NDArray

from .sheet import Cacat, JenisCacat

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384

NO_RESULT = Cacat(JenisCacat.TANPA_HASIL)
REF = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
ROW = re.compile(rb'<row [^>]*?\br="([0-9]{1,7})"')
VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]+)<")
INLINE = re.compile(rb"<is[\s>]")
PLAIN = ("n", "s", "b", "e")  # types of which calamine takes an empty value for no value
TRUE = ("1", "true")


class UnusualError(Exception):
    """The XML is not written the way the quick scanner asks for."""


class BadPlaceError(Exception):
    """A cell states a place that is none."""


class ForbiddenDoctypeError(Exception):
    """The XML declares a document type."""


@dataclass(slots=True)
class Scan:
    """What a look through a worksheet found; rows and columns are 0-based and absolute.

    Args:
        top: First row with a value, with `left`, `bottom`, `right` the rectangle of all values;
            the quick scanner may make it too large, never too small. bottom < 0: no values.
        cells: Number of values, counted the same way.
        cacat: Cells that calamine blanks.
        tersembunyi: Hidden rows.
    """

    top: int = MAX_ROW
    left: int = MAX_COLUMN
    bottom: int = -1
    right: int = -1
    cells: int = 0
    cacat: dict[tuple[int, int], Cacat] = field(default_factory=dict)
    tersembunyi: set[int] = field(default_factory=set)

    @property
    def area(self) -> int:
        """Count the cells of the rectangle."""
        return max(0, self.bottom - self.top + 1) * max(0, self.right - self.left + 1)

    def include(self, top: int, left: int, bottom: int, right: int, cells: int) -> None:
        """Widen the rectangle."""
        self.top, self.left = min(self.top, top), min(self.left, left)
        self.bottom, self.right = max(self.bottom, bottom), max(self.right, right)
        self.cells += cells


def scan_quick(blocks: Iterable[bytes], watch: Callable[[Scan], None] | None = None) -> Scan:
    """Scan a worksheet in its usual form.

    Args:
        blocks: The inflated XML in pieces, cut anywhere.
        watch: Shown the scan after each piece; what it raises ends the scan.

    Raises:
        UnusualError: The form is not the usual one: use `scan_exact`.
    """
    scan = Scan()
    begun = False
    for block in whole_rows(blocks):
        # A single character is found many times faster than two: most sheets have no quote at all.
        if b"\0" in block or (b"'" in block and b"='" in block):
            raise UnusualError
        if not begun:
            if b"<!" in block:
                raise UnusualError  # also before the cells, where `_scan_block` does not look
            start = block.find(b"<sheetData")
            if start < 0:
                raise UnusualError
            block, begun = block[start:], True
        end = block.find(b"</sheetData>")
        _scan_block(block if end < 0 else block[:end], scan)
        if watch is not None:
            watch(scan)
        if end >= 0:
            break
    return scan


def whole_rows(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Regroup blocks so that each ends with a row; the rest comes last."""
    pending: list[bytes] = []
    for block in blocks:
        cut = block.rfind(b"</row>")
        if cut < 0:
            pending.append(block)
            continue
        cut += len(b"</row>")
        pending.append(block[:cut])
        yield b"".join(pending)
        pending = [block[cut:]]
    yield b"".join(pending)


def _scan_block(block: bytes, scan: Scan) -> None:
    # Eight bytes of padding let fixed offsets be read behind the last tag.
    data = np.frombuffer(block + bytes(16), dtype=np.uint8)
    tags = np.flatnonzero(data == ord("<"))
    if not tags.size:
        return
    second = data[tags + 1]
    if np.any(second == ord("!")):
        raise UnusualError
    _extent(data, tags, second, len(block), scan)
    if b't="e"' in block:
        _errors(block, scan)
    if np.any(second == ord("f")):
        _formulas(block, scan)
    if b"hidden=" in block:
        _hidden(block, scan)


def _extent(
    data: NDArray[np.uint8],
    tags: NDArray[np.intp],
    second: NDArray[np.uint8],
    size: int,
    scan: Scan,
) -> None:
    """Widen `scan` by the cells of a block that are more than formatting.

    Args:
        data: The block, padded.
        tags: Where each tag begins.
        second: The character behind its bracket.
        size: Bytes of the block.
        scan: What is widened.
    """
    colons = np.flatnonzero(data == ord(":"))
    if np.any((data[colons + 1] == ord("c")) & ~_is_name(data[colons + 2])):
        raise UnusualError  # perhaps a cell with a namespace prefix
    at = np.flatnonzero(second == ord("c"))
    at = at[~_is_name(data[tags[at] + 2])]
    cells = tags[at]
    if not (
        np.all(data[cells + 2] == 32)
        and np.all(data[cells + 3] == ord("r"))
        and np.all(data[cells + 4] == ord("="))
        and np.all(data[cells + 5] == ord('"'))
    ):
        raise UnusualError
    following = np.append(tags[1:], size)[at]
    empty = (data[following - 1] == ord(">")) & (data[following - 2] == ord("/"))
    empty |= (data[following + 1] == ord("/")) & (data[following + 2] == ord("c"))
    cells = cells[~empty]
    if cells.size:
        rows, columns = _references(data, cells + 6)
        scan.include(
            int(rows.min()), int(columns.min()), int(rows.max()), int(columns.max()), cells.size
        )


def _is_name(char: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell which characters go on with a name instead of ending it."""
    named: NDArray[np.bool_] = (char > 32) & (char != ord(">")) & (char != ord("/"))
    return named


def _references(
    data: NDArray[np.uint8], at: NDArray[np.intp]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Parse references such as `AB12"` that begin at the offsets; 0-based rows and columns."""
    column = np.zeros(at.size, dtype=np.int64)
    for _ in range(3):
        char = data[at]
        letter = (char >= ord("A")) & (char <= ord("Z"))
        column = np.where(letter, column * 26 + char - 64, column)
        at = at + letter
    row = np.zeros(at.size, dtype=np.int64)
    for _ in range(7):
        char = data[at]
        digit = (char >= ord("0")) & (char <= ord("9"))
        if not digit.any():
            break
        row = np.where(digit, row * 10 + char - 48, row)
        at = at + digit
    if np.any(data[at] != ord('"')) or np.any(row == 0) or np.any(column == 0):
        raise UnusualError
    return row - 1, column - 1


def _cell_before(block: bytes, position: int) -> tuple[int, tuple[int, int]]:
    """Find the cell whose tag or content holds `position`: its offset and its place."""
    start = block.rfind(b"<c ", 0, position)
    found = REF.match(block, start) if start >= 0 else None
    if found is None:
        raise UnusualError
    return start, (int(found[2]) - 1, _column(found[1].decode()) - 1)


def _errors(block: bytes, scan: Scan) -> None:
    position = block.find(b't="e"')
    while position >= 0:
        start, place = _cell_before(block, position)
        close = block.find(b">", start)
        # Behind the tag's end it is a text that merely reads like the attribute.
        if close > position and block[close - 1 : close] != b"/":
            content = block[close + 1 : block.find(b"</c>", close)]
            value = VALUE.search(content)
            if value:
                scan.cacat[place] = Cacat(JenisCacat.GALAT, value[1].decode("utf-8", "replace"))
            elif b"<f" in content:
                scan.cacat[place] = NO_RESULT
        position = block.find(b't="e"', position + 1)


def _formulas(block: bytes, scan: Scan) -> None:
    position = block.find(b"<f")
    while position >= 0:
        end = block.find(b"</c>", position)
        if end < 0:
            break
        if block[position + 2 : position + 3] in (b">", b" ", b"/"):
            start, place = _cell_before(block, position)
            tag = block[start : block.find(b">", start)]
            content = block[position:end]
            if not VALUE.search(content) and not _is_empty_text(tag, content):
                scan.cacat[place] = NO_RESULT
        position = block.find(b"<f", end)


def _is_empty_text(tag: bytes, content: bytes) -> bool:
    """Tell a formula whose result is the text of no length from one without a result."""
    return INLINE.search(content) is not None or (b't="str"' in tag and b"<v" in content)


def _hidden(block: bytes, scan: Scan) -> None:
    for found in re.finditer(rb'\bhidden="(?:1|true)"', block):
        start = block.rfind(b"<", 0, found.start())
        if block[start : start + 5] == b"<row " and b">" not in block[start : found.start()]:
            row = ROW.match(block, start)
            if row is None:
                raise UnusualError
            scan.tersembunyi.add(int(row[1]) - 1)


def _column(letters: str) -> int:
    number = 0
    for char in letters:
        number = number * 26 + ord(char) - 64
    return number


def scan_exact(blocks: Iterable[bytes]) -> Scan:
    """Scan a worksheet in any form, element by element.

    Raises:
        ForbiddenDoctypeError: The XML has a DOCTYPE.
        BadPlaceError: A cell's place cannot be read.
        expat.ExpatError: The XML is not well-formed.
    """
    walker = _Walker()
    for block in blocks:
        walker.parser.Parse(block, False)
    walker.parser.Parse(b"", True)
    return walker.scan


class _Walker:
    """Follows the elements of a sheet with the counters calamine keeps."""

    def __init__(self) -> None:
        self.scan = Scan()
        self._done = False
        self._inside = False
        self._row = 0
        self._column = 0
        self._nth = 0
        self._cell: dict[str, str] | None = None
        self._place = (0, 0)
        self._children: set[str] = set()
        self._text: list[str] = []
        self._in_value = False
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _doctype(self, *declaration: object) -> None:
        raise ForbiddenDoctypeError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if self._cell is not None:
            self._children.add(name)
            self._in_value = name == "v"
        elif name == "sheetData":
            self._inside = not self._done
        elif self._inside and name == "row":
            if attributes.get("r", "").isdecimal():
                self._row = int(attributes["r"]) - 1
            if attributes.get("hidden") in TRUE:
                self.scan.tersembunyi.add(self._row)
        elif self._inside and name == "c":
            self._start_cell(attributes)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._children, self._text = attributes, set(), []
        place = (self._row, self._column)
        if "r" in attributes:
            found = re.fullmatch(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})", attributes["r"])
            if found is None:
                raise BadPlaceError(attributes["r"])
            place = (int(found[2]) - 1, _column(found[1].upper()) - 1)
            self._column = place[1]
        self._place = place

    def _characters(self, text: str) -> None:
        if self._in_value:
            self._text.append(text)

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if self._cell is not None:
            self._in_value = False
            if name == "c":
                self._end_cell(self._cell)
                self._cell = None
        elif name == "row":
            self._row += 1
            self._column = self._nth = 0
        elif name == "sheetData":
            self._inside = False
            self._done = True  # calamine stops here; what follows is only checked for its form

    def _end_cell(self, cell: dict[str, str]) -> None:
        kind, children, text = cell.get("t", "n"), self._children, "".join(self._text)
        self._column += 1
        self._nth += 1
        is_text = "is" in children or (kind == "str" and "v" in children)
        if kind == "e" and text:
            self.scan.cacat[self._place] = Cacat(JenisCacat.GALAT, text)
        elif "f" in children and not text and not is_text:
            self.scan.cacat[self._place] = NO_RESULT
        if text or is_text or "f" in children or (children and kind not in PLAIN):
            # calamine does not take a place written with character references as one, and counts.
            row, column = self._place
            nth = self._nth - 1
            self.scan.include(
                min(row, self._row), min(column, nth), max(row, self._row), max(column, nth), 1
            )
