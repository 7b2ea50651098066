"""Read tables of a web page that was given a spreadsheet's name: what many systems "export"."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from ..formatting import format_int
from ..progress import Progress
from .grid import Grid
from .sheet import Sheet
from .xlsx_package import LIMITS, Limits, damaged, too_large

_MAX_BYTES = 96 * 1024 * 1024
_MAX_TAGS = 3_000_000
"""Each costs some 200 bytes once the page is parsed."""
_PAINTED = re.compile(
    rb"(<tr)[^<>]*>\s*(?:<td(?![^<>]*rowspan)[^<>]*>(?:&nbsp;|\s)*</td>\s*)+</tr>", re.IGNORECASE
)
"""A row of nothing but paint."""
_MAX_SPAN = 1000
_MAX_COLUMNS = 16_384
_MAX_TABLES = 500
_EVERY = 2000
_HEAD = 4096
_STARTS = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<style", b"<body", b"<div")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = frozenset(("br", "p", "div", "li"))


def recognises(data: bytes) -> bool:
    """Tell whether the bytes begin as a web page does."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data[:_HEAD].decode("utf-16", "ignore").encode("utf-8")
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for begin, end in ((b"<?xml", b"?>"), (b"<!--", b"-->")):
        while head.startswith(begin) and end in head:
            head = head.partition(end)[2].lstrip()
    return head.startswith(_STARTS)


def read(
    data: bytes, berkas: str, progress: Progress, limits: Limits = LIMITS
) -> tuple[Sheet, ...]:
    """Return every table with values as a sheet "Tabel 1" …; of nested ones the innermost.

    Every value is text: a page says nothing of kinds. Row spans give their value to each row.

    Raises:
        UserError: Too large, or no table in it.
    """
    if len(data) > _MAX_BYTES:
        raise too_large(berkas, f"halaman web lebih dari {_MAX_BYTES // 1024**2} MB")
    if data.count(b"<") > _MAX_TAGS // 4:
        data = _PAINTED.sub(rb"\1></tr>", data)
    if data.count(b"<") > _MAX_TAGS:
        raise too_large(berkas, f"halaman web lebih dari {format_int(_MAX_TAGS)} tanda")
    root = _parse(data, berkas)
    tables = [one for one in root.iter("table") if next(one.iterdescendants("table"), None) is None]
    if len(tables) > _MAX_TABLES:
        raise too_large(berkas, f"berisi {len(tables)} tabel")
    sheets: list[Sheet] = []
    for table in tables:
        grid = Grid(berkas, f"Tabel {len(sheets) + 1}", limits)
        _fill(grid, table, berkas, progress, limits)
        if len(grid):
            sheets.append(grid.sheet())
    if not sheets:
        raise damaged(berkas, "halaman web tanpa tabel")
    return tuple(sheets)


def _parse(data: bytes, berkas: str) -> etree._Element:
    parser = etree.HTMLParser(
        encoding=_encoding(data), no_network=True, remove_comments=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise damaged(berkas, "halaman webnya tidak terbaca") from error
    if root is None:
        raise damaged(berkas, "halaman webnya kosong")
    return root


def _encoding(data: bytes) -> str:
    """Return the encoding: by mark, by what the page says, else UTF-8 or Windows' Western one."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return name
    said = _CHARSET.search(data[:_HEAD])
    if said is not None:
        name = said[1].decode("ascii", "ignore")
        try:
            return codecs.lookup(name).name
        except LookupError:
            pass  # a name nobody knows says nothing
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _fill(
    grid: Grid, table: etree._Element, berkas: str, progress: Progress, limits: Limits
) -> None:
    """Put the cells where rows, spans and order place them.

    Raises:
        UserError: Spans that cover more places than a sheet may have.
    """
    taken: dict[int, int] = {}
    """Column → rows still covered from above."""
    covering = 0
    rows = list(table.iter("tr"))
    for row, line in enumerate(rows):
        if row % _EVERY == 0:
            progress(f"Membaca {berkas}", row, len(rows))
        col = 0
        taken = {one: left - 1 for one, left in taken.items() if left > 0}
        covered = set(taken)
        covering += len(covered)
        for cell in line.iterchildren("td", "th"):
            while col in covered:
                col += 1
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            covering += across
            if col + across > _MAX_COLUMNS or covering > limits.cells:
                raise too_large(berkas, "sel-selnya membentang melebihi lembar kerja")
            grid.put(row, col, _text(cell))
            if down > 1 or across > 1:
                grid.merge(row, col, min(down, len(rows) - row) - 1, across - 1)
            if down > 1:
                taken.update(dict.fromkeys(range(col, col + across), down - 1))
            col += across


def _span(cell: etree._Element, name: str) -> int:
    text = cell.get(name)
    if text is None:
        return 1
    text = text.strip()
    return min(max(int(text), 1), _MAX_SPAN) if text.isascii() and text.isdecimal() else 1


def _text(cell: etree._Element) -> str:
    """Return a cell's text as a browser shows it: blanks joined, line breaks kept.

    What holds a blank cell open (`&nbsp;`) is no text.
    """
    text = _shown(cell)
    return "" if text.isspace() else text


def _shown(cell: etree._Element) -> str:
    if not len(cell):
        return _SPACE.sub(" ", cell.text or "").strip(" ")
    pieces: list[str] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if event == "start":
            if element is not cell and element.tag in _BREAK:
                pieces.append("\v")
            if element.tag not in ("style", "script"):
                pieces.append(element.text or "")
        elif element is not cell:
            pieces.append(element.tail or "")
    joined = _SPACE.sub(" ", "".join(pieces))
    return "\n".join(part.strip(" ") for part in joined.split("\v")).strip("\n ")
