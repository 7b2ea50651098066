"""Part a sheet that holds several tables, one below the other or side by side, into one a piece.

A piece is a `Sheet` of its own with the addresses of the whole. Pieces side by side keep all
columns, those of the others blank, so that a column's index is the same in each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from .layout_heads import (
    WHO,
    Header,
    find_header,
    head_keys,
    is_head_again,
    looks_like_nip,
    names_who,
    text_of,
)
from .parse_nip import not_plain
from .sheet import Sheet
from .vocabulary import Vocabulary

TITLE_CELLS = 3
"""Values that a title line above a table can have."""

_NAME = re.compile(r"nama", re.IGNORECASE)

MOST = 100
"""Tables that a sheet is parted into; what is below them is read as the last one."""

BETWEEN = 2
"""Blank rows that can part a title from the header below it."""


def tables_of(sheet: Sheet, vocab: Vocabulary) -> Iterator[Sheet]:
    """Yield the sheet, or its pieces where it holds several tables of people.

    Args:
        sheet: A visible sheet in which nobody pointed out the NIP by hand.
        vocab: The vocabulary.
    """
    rest = sheet
    for _ in range(MOST):
        header = find_header(rest, vocab, None)
        if header is None or not header.punya_nip:
            break
        below = _next_header(rest, vocab, header)
        if below is None:
            yield from _beside(rest, header)
            return
        border = _first_title(rest, header.bawah, below)
        yield from _beside(_rows(rest, 0, border), header)
        if not names_who(vocab, _texts(rest, below)):
            # People without NIP: a table of its own, up to the next one that has it.
            rows = range(below + 1, rest.jumlah_baris)
            after = next((row for row in rows if names_who(vocab, _texts(rest, row))), None)
            end = rest.jumlah_baris if after is None else _first_title(rest, below, after)
            yield _rows(rest, border, end)
            border = end
            if after is None:
                return
        rest = _rows(rest, border, rest.jumlah_baris)
    yield rest


def _next_header(sheet: Sheet, vocab: Vocabulary, header: Header) -> int | None:
    """Return the row of a second header with other heads than the first, None if there is none.

    The same heads again stand at the top of each printed page and begin no other table.
    """
    at = next(n for n, head in enumerate(header.kolom) if head.arti and head.arti.bidang in WHO)
    first = header.bawah + 1
    known = head_keys(sheet, range(header.atas, first))
    for row in (first + i for i in not_plain(sheet.kolom[at][first:])):
        if looks_like_nip(sheet.kolom[at][row]) or not _names_people(vocab, _texts(sheet, row)):
            continue
        if not is_head_again([text_of(value) for value in sheet.baris(row)], known):
            found = find_header(_rows(sheet, max(first, row - 2), row + 3), vocab, None)
            if found is not None and _is_of_people(found.bidang):
                return row
    return None


def _names_people(vocab: Vocabulary, texts: Sequence[str]) -> bool:
    """Tell whether some texts are heads of a table of people, with NIP or without."""
    if not any(_NAME.search(text) for text in texts) and not names_who(vocab, texts):
        return False
    heads = (vocab.head(text_of(text)) for text in texts)
    return _is_of_people({head.bidang for head in heads if head is not None})


def _is_of_people(fields: AbstractSet[str]) -> bool:
    return (bool(fields & WHO) and len(fields) > 1) or ("nama" in fields and len(fields) > 2)


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [value for value in sheet.baris(row) if isinstance(value, str) and value.strip()]


def _first_title(sheet: Sheet, above: int, row: int) -> int:
    """Return the first of the lines, below another header, that belong to a second one."""
    top = row
    blanks = 0
    while top - 1 > above and blanks <= BETWEEN:
        texts = [text for text in map(text_of, sheet.baris(top - 1)) if text]
        if texts and blanks and top + blanks < row:
            break  # a blank row above its titles ends them
        if len(texts) > TITLE_CELLS or any(looks_like_nip(text) for text in texts):
            break
        blanks = 0 if texts else blanks + 1
        top -= 1
    while top < row and not any(map(text_of, sheet.baris(top))):
        top += 1
    return top


def _rows(sheet: Sheet, start: int, stop: int) -> Sheet:
    """Cut some rows out of a sheet; row numbers in the file stay what they are."""
    size = min(stop, sheet.jumlah_baris) - start
    return replace(
        sheet,
        baris_awal=sheet.baris_awal + start,
        kolom=tuple(column[start:stop] for column in sheet.kolom),
        cacat={
            (row - start, col): what
            for (row, col), what in sheet.cacat.items()
            if start <= row < stop
        },
        baris_tersembunyi=frozenset(
            row - start for row in sheet.baris_tersembunyi if start <= row < stop
        ),
        gabungan=tuple(
            (max(top - start, 0), left, min(bottom - start, size - 1), right)
            for top, left, bottom, right in sheet.gabungan
            if top < stop and bottom >= start
        ),
    )


def _beside(sheet: Sheet, header: Header) -> Iterator[Sheet]:
    """Yield the tables that stand side by side, parted by columns without one value."""
    who = [n for n, head in enumerate(header.kolom) if head.arti and head.arti.bidang in WHO]
    gaps = [_gap(sheet, header, left, right) for left, right in pairwise(who)]
    borders = [gap for gap in gaps if gap is not None]
    if not borders:
        yield sheet
        return
    for left, right in pairwise([0, *borders, sheet.jumlah_kolom]):
        yield _columns(sheet, header.atas, range(left, right))


def _gap(sheet: Sheet, header: Header, left: int, right: int) -> int | None:
    """Return a column between two others that is blank from the header down."""
    for col in range(left + 1, right):
        if not any(map(text_of, sheet.kolom[col][header.atas :])):
            return col
    return None


def _columns(sheet: Sheet, top: int, keep: Sequence[int]) -> Sheet:
    """Blank all columns but some, from a row down: titles above belong to every table."""
    blank: list[object] = [None] * (sheet.jumlah_baris - top)
    return replace(
        sheet,
        kolom=tuple(
            column if n in keep else [*column[:top], *blank] for n, column in enumerate(sheet.kolom)
        ),
        cacat={place: what for place, what in sheet.cacat.items() if place[1] in keep},
    )
