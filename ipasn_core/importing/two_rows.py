"""Lists that give a person two rows, as a DUK on paper does, folded to one row each.

The second row has no running number. Either the NIP stands in it, below the name or below a blank
of its own column; or what stands in it goes on where the first row left off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from .layout import POST, Layout
from .layout_heads import looks_like_nip, text_of
from .parse_nip import split_name
from .sheet import Sheet
from .vocabulary import Vocabulary, words

ENOUGH = 90
"""Percent of the people who must have two rows."""

SAMPLE = 60
"""Rows of which a third is without NIP where people have two."""

_WHO = ("nip", "nama_nip")
_JOINED = frozenset({*_WHO, "golongan"})
"""Fields of which both rows say a part: "Penata" above "III/c", a name above an NIP."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A sheet with one row a person.

    Attributes:
        sheet: The sheet; second rows are blank in it.
        orang: People whose two rows were folded.
        sisa: Cells of second rows that are not used, since the first row says something else.
    """

    sheet: Sheet
    orang: int
    sisa: int


def fold(sheet: Sheet, layout: Layout, vocab: Vocabulary) -> Folded | None:
    """Fold the rows of people who have two; None where a table of people gives one each."""
    who = next(layout.kolom[name] for name in _WHO if name in layout.kolom)
    cells = sheet.kolom[who.ke]
    sample = cells[layout.awal : layout.awal + SAMPLE]
    if layout.jenis != "pegawai" or 3 * sum(not _names(one) for one in sample) < len(sample):
        return None
    number = next((n for n, head in enumerate(layout.kepala) if _is_number(head, vocab)), None)
    people = [row for row in range(layout.awal, len(cells)) if _names(cells[row])]
    if number is None or not people:
        return None
    merged = _merged(sheet)
    pairs = [
        (top, bottom)
        for top, bottom in _pairs(sheet, people, number, layout, merged)
        if not _is_line(sheet, bottom, vocab)
        and not _is_person(sheet, layout, bottom, vocab, merged)
    ]
    below = sum(_names(cells[bottom]) for _, bottom in pairs)
    if len(pairs) * 100 < len(people) * ENOUGH or (len(pairs) < 2 and not below):
        return None
    return _folded(sheet, layout, pairs)


def _is_line(sheet: Sheet, row: int, vocab: Vocabulary) -> bool:
    """Tell a sum, or a line that names an OPD, from the second row of a person."""
    texts = [text for text in map(text_of, sheet.baris(row)) if text]
    first = [spoken[0] for text in texts if (spoken := words(text))]
    if any(vocab.says("jumlah", word) for word in first):
        return True
    return len(texts) == 1 and any(vocab.says("opd_awal", word) for word in first)


def _is_number(head: str, vocab: Vocabulary) -> bool:
    meaning = vocab.head(head) if head else None
    return meaning is not None and meaning.bidang == "nomor_urut"


def _merged(sheet: Sheet) -> frozenset[tuple[int, int]]:
    """Return the cells that show the value of one above them."""
    return frozenset(
        (row, left) for top, left, bottom, _ in sheet.gabungan for row in range(top + 1, bottom + 1)
    )


def _is_person(
    sheet: Sheet,
    layout: Layout,
    row: int,
    vocab: Vocabulary,
    merged: AbstractSet[tuple[int, int]],
) -> bool:
    """Tell a second row that says itself what post somebody holds: it is of another person."""
    posts = [(name, layout.kolom[name].ke) for name in POST if name in layout.kolom]
    return any(
        (text := text_of(sheet.kolom[at][row])) and text in vocab.nilai[name]
        for name, at in posts
        if (row, at) not in merged
    )


def _names(value: object) -> bool:
    """Tell whether a cell has an NIP, alone or behind a label or a name."""
    if value is None:
        return False
    return looks_like_nip(value) or bool(split_name(value)[1])


def _pairs(
    sheet: Sheet,
    people: Sequence[int],
    number: int,
    layout: Layout,
    merged: AbstractSet[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Yield the two rows of each person that has two."""
    known = set(people)
    numbers = [
        "" if (row, number) in merged else text_of(value)
        for row, value in enumerate(sheet.kolom[number])
    ]
    for row in people:
        other = row + 1 if numbers[row] else row - 1
        if other in known or not layout.awal <= other < sheet.jumlah_baris:
            continue
        top, bottom = sorted((row, other))
        content = any(text_of(column[bottom]) for column in sheet.kolom)
        if numbers[top].rstrip(".").isdecimal() and not numbers[bottom] and content:
            yield top, bottom


def _folded(sheet: Sheet, layout: Layout, pairs: Sequence[tuple[int, int]]) -> Folded:
    joined = {column.ke for name, column in layout.kolom.items() if name in _JOINED}
    used = {column.ke for column in layout.kolom.values()}
    columns = []
    left = 0
    for n, column in enumerate(sheet.kolom):
        values = list(column)
        for top, bottom in pairs:
            above, below = text_of(values[top]), text_of(values[bottom])
            if below and not above:
                values[top] = values[bottom]
            elif above == below:
                pass  # merged over both rows
            elif below and n in joined:
                values[top] = f"{above}\n{below}"
            elif below and n in used:
                left += 1
            values[bottom] = None
        columns.append(values)
    return Folded(replace(sheet, kolom=tuple(columns)), len(pairs), left)
