"""Find the header of a sheet: below titles, on one row or on two with merged groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ..model import nip as nips
from .sheet import Sheet
from .vocabulary import Head, Vocabulary, key

SEARCHED = 100
"""Rows in which a header can stand; below that it is no header but data."""

_EXACT = 10**15
"""Below it a spreadsheet shows every digit of a whole number."""

_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year below "Nilai Kinerja" is a head, though it is a number."""

_NO_CONTENT = frozenset({"nomor_urut", "abaikan", "unor_id", "unor_atasan"})
_WHO = frozenset({"nip", "nama_nip"})
_DEPENDS_ON_GROUP = frozenset({"nama", "tahun", "tanggal", "nomor", "jenis", "tmt", "abaikan"})


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """What stands above a column: as written (a group before its part), and what it means."""

    teks: str
    arti: Head | None


@dataclass(frozen=True, slots=True)
class Header:
    """Where a header stands and what it says.

    Attributes:
        atas: First row of the header, 0-based.
        bawah: Last row of the header (the same, or the next).
        kolom: Heads, one a column of the sheet.
    """

    atas: int
    bawah: int
    kolom: tuple[ColumnHead, ...]

    @property
    def bidang(self) -> set[str]:
        """Fields that the heads name, without the running number and what is ignored."""
        return {c.arti.bidang for c in self.kolom if c.arti} - _NO_CONTENT

    @property
    def punya_nip(self) -> bool:
        """Whether a column is for the NIP."""
        return bool(self.bidang & _WHO)

    @property
    def tanda(self) -> str:
        """The header's signature: its heads without case and punctuation, joined."""
        return "|".join(key(c.teks) if c.teks else "" for c in self.kolom)


def text_of(value: object) -> str:
    """Return a cell as one line of text, empty for a blank; a whole number without ".0".

    A number keeps the 15 digits that a spreadsheet shows; what follows them is noise.

    >>> text_of(1.0), text_of(198503122010011008.0)
    ('1', '198503122010011000')
    """
    if value is None:
        return ""
    if (type(value) is float and value.is_integer()) or type(value) is int:
        return str(int(value) if abs(value) < _EXACT else int(Decimal(f"{value:.14e}")))
    return " ".join(str(value).split())


def find_header(sheet: Sheet, vocab: Vocabulary, nip_at: int | None) -> Header | None:
    """Return the header with an NIP and something else known; else the best there is, or None.

    Args:
        sheet: The sheet.
        vocab: The vocabulary.
        nip_at: Column that the officer says holds the NIP.
    """
    best: Header | None = None
    for row in _candidate_rows(sheet, nip_at):
        header = _header_at(sheet, vocab, row)
        if header.punya_nip and len(header.bidang) > 1:
            return header
        if best is None or len(header.bidang) > len(best.bidang) or not best.bidang:
            best = header
    # Where the officer points out the NIP, heads that nobody knows are heads all the same.
    return best if best is not None and (best.bidang or nip_at is not None) else None


def _candidate_rows(sheet: Sheet, nip_at: int | None) -> Iterator[int]:
    """Yield the rows to try; below the first value that looks like an NIP there is no header."""
    column = sheet.kolom[nip_at] if nip_at is not None else ()
    for row in range(min(sheet.jumlah_baris, SEARCHED)):
        if nip_at is not None and looks_like_nip(column[row]):
            return
        if any(isinstance(value, str) and value.strip() for value in sheet.baris(row)):
            yield row


def looks_like_nip(value: object) -> bool:
    """Tell whether a cell can be meant as an NIP, right or wrong."""
    if isinstance(value, (int, float)):
        return value >= 10**15
    digits = nips.clean(str(value))
    return digits.isdecimal() and len(digits) > 12


def _header_at(sheet: Sheet, vocab: Vocabulary, row: int) -> Header:
    cells = [text_of(value) for value in sheet.baris(row)]
    below = _row(sheet, row + 1)
    named = any(head and head.bidang in _WHO for head in map(vocab.head, cells))
    if named and below is not None and _is_second_row(vocab, cells, below):
        return Header(row, row + 1, _join(vocab, cells, [text_of(value) for value in below]))
    above = _row(sheet, row - 1)
    if above is not None:
        joined = _join(vocab, [text_of(value) for value in above], cells)
        if _adds_fields(vocab, joined, cells):
            return Header(row - 1, row, joined)
    return Header(row, row, tuple(ColumnHead(text, vocab.head(text)) for text in cells))


def _row(sheet: Sheet, row: int) -> tuple[object, ...] | None:
    return sheet.baris(row) if 0 <= row < sheet.jumlah_baris else None


def _is_second_row(vocab: Vocabulary, upper: Sequence[str], lower: Sequence[object]) -> bool:
    """Tell whether a row holds the parts of groups in the row above.

    Parts stand below a group, that is below a blank or left of one; a row of data that lacks its
    NIP has values below plain heads too.
    """
    parts = [n for n, value in enumerate(lower) if text_of(value) not in ("", upper[n])]
    grouped = [n for n in parts if not upper[n]]
    if not grouped or is_number_row(lower):
        return False
    for n in parts:
        text = text_of(lower[n])
        is_group = not upper[n] or n + 1 == len(upper) or not upper[n + 1]
        is_head = isinstance(lower[n], str) or _YEAR.fullmatch(text)
        if not is_head or not is_group or looks_like_nip(text):
            return False
    return any(
        head.arti
        for n, head in enumerate(_join(vocab, upper, list(map(text_of, lower))))
        if n in parts
    )


def _adds_fields(vocab: Vocabulary, joined: Sequence[ColumnHead], alone: Sequence[str]) -> bool:
    """Tell whether the row above, read as groups, names a field that the row alone does not."""
    known = {head.bidang for head in map(vocab.head, alone) if head}
    together = {head.arti.bidang for head in joined if head.arti}
    return bool(together - known - _NO_CONTENT) and known <= together


def _join(vocab: Vocabulary, upper: Sequence[str], lower: Sequence[str]) -> tuple[ColumnHead, ...]:
    """Join groups and their parts; a group reaches right until the next text above."""
    heads: list[ColumnHead] = []
    group = ""
    for above, below in zip(upper, lower, strict=True):
        group = above or (group if below else "")
        heads.append(_joined(vocab, group, above, below))
    return tuple(heads)


def _joined(vocab: Vocabulary, group: str, above: str, below: str) -> ColumnHead:
    if not below or above == below:
        return ColumnHead(above, vocab.head(above))
    if not group:
        return ColumnHead(below, vocab.head(below))
    both = f"{group} {below}"
    arti = vocab.head(both)
    if arti is None:
        arti = vocab.head(below)
        if arti and arti.bidang in _DEPENDS_ON_GROUP and vocab.head(group):
            arti = None  # the TMT of a pangkat is not the TMT of a sentence
    return ColumnHead(both, arti)


def is_number_row(row: Sequence[object]) -> bool:
    """Tell whether a row only numbers the columns: 1 2 3 … or (1) (2) (3)."""
    texts = [key(text_of(value)) for value in row if text_of(value)]
    if len(texts) < 2 or not all(text.isdecimal() and len(text) < 4 for text in texts):
        return False
    numbers = [int(text) for text in texts]
    return numbers[0] <= 2 and all(b - a == 1 for a, b in pairwise(numbers))
