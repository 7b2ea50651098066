"""Read XML Spreadsheet 2003, mostly saved as .xls: streamed, nothing believed but the cells."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from xml.parsers import expat

from ..progress import Progress
from .grid import Grid
from .sheet import Cacat, JenisCacat, Sheet
from .xlsx_package import LIMITS, Limits, damaged, doctype_refused, too_large

_SS = "urn:schemas-microsoft-com:office:spreadsheet"
_MARK = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet")
_CELL, _DATA, _TYPE = f"{_SS} Cell", f"{_SS} Data", f"{_SS} Type"
_STYLE = f"{_SS} StyleID"
_HEAD = 4096
_FEED = 1024 * 1024
_MAX_SHEETS = 500
_MAX_ROW, _MAX_COLUMN = 1_048_576, 16_384
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are a workbook of this dialect, in whatever encoding."""
    head = data[:_HEAD].replace(b"\0", b"")
    return bool(_MARK.search(head)) and b"<" in head[:8]


def read(
    data: bytes,
    berkas: str,
    progress: Progress,
    limits: Limits = LIMITS,
    tersembunyi: bool = False,
) -> tuple[Sheet, ...]:
    """Return the sheets in their order; hidden ones are named alone.

    Raises:
        UserError: Damaged, hostile, or beyond the limits.
    """
    parser = expat.ParserCreate(None, " ", {_CELL: _CELL, _DATA: _DATA, _STYLE: _STYLE})
    parser.buffer_text = True
    walker = _Walker(parser, berkas, limits, tersembunyi)
    try:
        for begin in range(0, len(data), _FEED):
            progress(f"Membaca {berkas}", begin, len(data))
            parser.Parse(data[begin : begin + _FEED], begin + _FEED >= len(data))
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise damaged(berkas, "isinya bukan XML yang sah") from error
    return tuple(walker.sheets)


class _Walker:
    """Follows the elements; keeps only where it is.

    A file has millions of cells: what is plain is done without a call, text outside of values is
    never handed over, and the values of a row go to the grid at once.
    """

    def __init__(
        self, parser: expat.XMLParserType, berkas: str, limits: Limits, tersembunyi: bool
    ) -> None:
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.StartDoctypeDeclHandler = self.doctype
        self._parser = parser
        self._berkas = berkas
        self._limits = limits
        self.sheets: list[Sheet] = []
        self._grid: Grid | None = None
        self._all = tersembunyi
        self._hidden = False
        self._name = ""
        self._row = self._col = -1
        self._kind = ""
        self._formula = False
        self._filled = False
        self._across = 0
        self._reading = False
        self._in_option = False
        self._pieces: list[str] = []
        self._cols: list[int] = []
        self._values: list[object] = []

    def doctype(self, *_: object) -> None:
        """Refuse: no spreadsheet program writes one."""
        raise doctype_refused(self._berkas)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        if tag == _CELL and self._grid is not None:
            self._filled = False
            plain = not attributes or (len(attributes) == 1 and _STYLE in attributes)
            if plain and self._col < _MAX_COLUMN - 1:
                self._col += 1
                self._formula = False
                self._across = 0
            else:
                self._enter_cell(attributes)
        elif tag == _DATA and self._grid is not None:
            self._kind = attributes.get(_TYPE, "String")
            self._reading = True
            self._listen()
        else:
            self._start_other(tag, attributes)

    def _listen(self) -> None:
        self._pieces.clear()
        self._parser.CharacterDataHandler = self._pieces.append

    def _start_other(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if name == "Visible":
            self._in_option = True
            self._listen()
        if space != _SS:
            return
        if name == "Worksheet":
            self._name = attributes.get(f"{_SS} Name", "")
            self._grid = Grid(self._berkas, self._name, self._limits)
            self._cols, self._values = [], []
            self._hidden = False
            self._row = -1
            if len(self.sheets) >= _MAX_SHEETS:
                raise too_large(self._berkas, f"berisi lebih dari {_MAX_SHEETS} lembar")
        elif name == "Row" and self._grid is not None:
            self._put_row(self._grid)
            self._row = self._at(attributes, self._row, _MAX_ROW)
            self._col = -1
            if attributes.get(f"{_SS} Hidden") == "1":
                self._grid.hidden.add(self._row)

    def _put_row(self, grid: Grid) -> None:
        if self._cols:
            grid.put_cells(self._row, self._cols, self._values)
            self._cols, self._values = [], []

    def _enter_cell(self, attributes: dict[str, str]) -> None:
        self._col = self._at(attributes, self._col, _MAX_COLUMN)
        self._formula = f"{_SS} Formula" in attributes
        across = self._span(attributes, "MergeAcross", _MAX_COLUMN)
        down = self._span(attributes, "MergeDown", _MAX_ROW)
        if self._grid is not None:
            self._grid.merge(self._row, self._col, down, across)
        self._across = across

    def _at(self, attributes: dict[str, str], before: int, most: int) -> int:
        """Return the 0-based place of a row or cell: what `ss:Index` says, else the next one."""
        index = attributes.get(f"{_SS} Index")
        place = before + 1
        if index is not None:
            place = int(index) - 1
            if place <= before:
                raise damaged(self._berkas, f"ss:Index {index[:12]} tidak sah")
        if place >= most:
            raise damaged(self._berkas, "alamat sel di luar lembar")
        return place

    def _span(self, attributes: dict[str, str], name: str, most: int) -> int:
        text = attributes.get(f"{_SS} {name}", "0")
        return min(max(int(text), 0), most)

    def end(self, tag: str) -> None:
        """Leave an element."""
        grid = self._grid
        if tag == _DATA and grid is not None:
            self._reading = False
            self._filled = True
            self._parser.CharacterDataHandler = None
            text = "".join(self._pieces)
            value = text if self._kind == "String" else self._value(text)
            if isinstance(value, Cacat):
                grid.put(self._row, self._col, value)
            elif value != "":
                self._cols.append(self._col)
                self._values.append(value)
        elif tag == _CELL and grid is not None:
            if self._formula and not self._filled:
                grid.put(self._row, self._col, Cacat(JenisCacat.TANPA_HASIL))
            self._col += self._across
        else:
            self._end_other(tag)

    def _end_other(self, tag: str) -> None:
        space, _, name = tag.rpartition(" ")
        if name == "Visible" and self._in_option:
            self._in_option = False
            self._hidden = "".join(self._pieces).strip() in ("SheetHidden", "SheetVeryHidden")
            if not self._reading:
                self._parser.CharacterDataHandler = None
        if space == _SS and name == "Worksheet" and self._grid is not None:
            self._put_row(self._grid)
            found = Sheet(self._berkas, self._name)
            if not self._hidden or self._all:
                found = self._grid.sheet()
            self.sheets.append(replace(found, terlihat=not self._hidden))
            self._grid = None

    def _value(self, text: str) -> object:
        match self._kind:
            case "Number":
                if not _NUMBER.fullmatch(text.strip()):
                    return text
                number = float(text)
                return int(number) if number.is_integer() and abs(number) < 2**53 else number
            case "DateTime":
                return _moment(text)
            case "Boolean":
                return text.strip() == "1"
            case "Error":
                return Cacat(JenisCacat.GALAT, text.strip() or "#N/A")
        return text


def _moment(text: str) -> object:
    """Return a date, or a moment where it has a time; text that is neither stays text."""
    try:
        moment = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        return text
    moment = moment.replace(tzinfo=None)
    return moment.date() if moment.time() == datetime.time() else moment
