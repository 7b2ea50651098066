"""Find the header of a sheet: below titles, on one row or on up to three with merged groups."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
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

_COLUMN_NUMBER = re.compile(r"\W*(\d{1,3})(?:\.0)?\W*(?:=[\s\d+x×:/.()-]*)?")

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())
FEWEST_LETTERS = 3
"""Columns that letters or Roman numbers count: fewer may be golongan or anything."""

_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year below "Nilai Kinerja" is a head, though it is a number."""

WIDE = 512
"""Texts in a row beyond which it is hardly a header."""

_WHO_WORD = re.compile(r"n\W*i\W*p|induk", re.IGNORECASE)
"""What every head for the NIP has in it, cheaper to see than to look the head up."""

DEEPEST = 3
"""Rows a header can have."""

_NO_CONTENT = frozenset(
    {"nomor_urut", "abaikan", "unor_id", "unor_atasan", "tmt_jabatan", "penugasan"}
)
WHO = frozenset({"nip", "nama_nip"})
"""Fields that tell who a row is about."""

_DEPENDS_ON_GROUP = frozenset({"nama", "tahun", "tanggal", "nomor", "jenis", "tmt", "abaikan"})
_HAS_YEARS = frozenset({"nilai", "skp", "predikat"})
"""Groups whose own year stands beside their values."""


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
        bawah: Last row of the header (the same, or up to two further down).
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
        return bool(self.bidang & WHO)

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


def find_header(
    sheet: Sheet, vocab: Vocabulary, nip_at: int | None, remembered: Collection[str] = ()
) -> Header | None:
    """Return the header with an NIP and something else known; else the best there is, or None.

    Args:
        sheet: The sheet.
        vocab: The vocabulary.
        nip_at: Column that the officer says holds the NIP.
        remembered: Signatures of headers of which columns were pointed out earlier.
    """
    best: Header | None = None
    for row in _candidate_rows(sheet, vocab, nip_at):
        header = header_at(sheet, vocab, row)
        if (header.punya_nip and len(header.bidang) > 1) or (
            remembered and header.tanda in remembered
        ):
            return header
        if best is None or len(header.bidang) > len(best.bidang) or not best.bidang:
            best = header
    # Where the officer points out the NIP, heads that nobody knows are heads all the same.
    return best if best is not None and (best.bidang or nip_at is not None) else None


def _candidate_rows(sheet: Sheet, vocab: Vocabulary, nip_at: int | None) -> Iterator[int]:
    """Yield the rows to try; below the first value that looks like an NIP there is no header.

    In a sheet wider than any table only a row that names the NIP is looked at whole.
    """
    column = sheet.kolom[nip_at] if nip_at is not None else ()
    for row in range(min(sheet.jumlah_baris, SEARCHED)):
        if nip_at is not None and looks_like_nip(column[row]):
            return
        texts = [value for value in sheet.baris(row) if isinstance(value, str) and value.strip()]
        if texts and (nip_at is not None or len(texts) <= WIDE or names_who(vocab, texts)):
            yield row


def names_who(vocab: Vocabulary, texts: Sequence[str]) -> bool:
    """Tell whether one of some texts is a head for the NIP."""
    likely = (text for text in texts if _WHO_WORD.search(text))
    return any(head and head.bidang in WHO for head in map(vocab.head, map(text_of, likely)))


def looks_like_nip(value: object) -> bool:
    """Tell whether a cell can be meant as an NIP, right or wrong."""
    if isinstance(value, (int, float)):
        return value >= 10**15
    digits = nips.clean(str(value))
    return digits.isdecimal() and len(digits) > 12


def header_at(sheet: Sheet, vocab: Vocabulary, row: int) -> Header:
    """Return the header of which a row is part: parts below it and groups above it belong to it.

    A row wider than any table is taken alone.
    """
    first = _texts(sheet, row)
    rows = [first]
    if sum(map(bool, first)) > WIDE:
        return Header(row, row, _join(vocab, rows))
    if any(head and head.bidang in WHO for head in map(vocab.head, first)):
        rows += _parts_below(sheet, vocab, row)
    heads = _join(vocab, rows)
    top = row
    for up in range(1, DEEPEST - len(rows) + 1):
        if row - up < 0:
            break
        above = [_texts(sheet, row - n) for n in range(up, 0, -1)]
        joined = _join(vocab, [*above, *rows])
        if _adds_fields(joined, heads):
            top, heads = row - up, joined
    return Header(top, row + len(rows) - 1, heads)


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [text_of(value) for value in sheet.baris(row)]


def _parts_below(sheet: Sheet, vocab: Vocabulary, row: int) -> list[list[str]]:
    """Return the rows below one that hold the parts of its groups: two, one or none."""
    upper = _texts(sheet, row)
    below = [_texts(sheet, n) for n in (row + 1, row + 2) if n < sheet.jumlah_baris]
    if len(below) == 2 and _is_head_row(sheet, row + 1) and any(below[0]):
        # Of three rows the middle one may hold groups alone, which nobody knows by themselves.
        both = [mid or top for top, mid in zip(upper, below[0], strict=True)]
        if _stands_in_groups(upper, below[0]) and _is_second_row(sheet, vocab, both, row + 2):
            return below
    if below and _is_second_row(sheet, vocab, upper, row + 1):
        return below[:1]
    return []


def _is_head_row(sheet: Sheet, row: int) -> bool:
    """Tell whether a row can be heads: text or years, no NIP, no numbers of columns."""
    values = sheet.baris(row)
    if is_number_row(values):
        return False
    return all(
        (isinstance(value, str) or _YEAR.fullmatch(text)) and not looks_like_nip(text)
        for value in values
        if (text := text_of(value))
    )


def _stands_in_groups(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Tell whether what stands in a row stands below a group: below a blank or left of one."""
    parts = [n for n, text in enumerate(lower) if text not in ("", upper[n])]
    return all(not upper[n] or n + 1 == len(upper) or not upper[n + 1] for n in parts)


def _is_second_row(sheet: Sheet, vocab: Vocabulary, upper: Sequence[str], row: int) -> bool:
    """Tell whether a row holds the parts of groups above.

    Parts stand below a group; a row of data that lacks its NIP has values below plain heads too.
    """
    lower = _texts(sheet, row)
    parts = [n for n, text in enumerate(lower) if text not in ("", upper[n])]
    if not parts or not _is_head_row(sheet, row):
        return False
    joined = _join(vocab, [upper, lower])
    known = [joined[n].arti is not None for n in parts]
    if all(known):
        return True  # each group with a single part
    return any(known) and any(not upper[n] for n in parts) and _stands_in_groups(upper, lower)


def _adds_fields(joined: Sequence[ColumnHead], alone: Sequence[ColumnHead]) -> bool:
    """Tell whether the rows above, read as groups, name a field that the row alone does not."""
    known = {head.arti.bidang for head in alone if head.arti}
    together = {head.arti.bidang for head in joined if head.arti}
    if known - together == {"nip"} and "nama_nip" in together:
        known = known - {"nip"}  # NAMA above NIP in one column
    # TAHUN below PENDIDIKAN is no longer a year by itself; a name stays a name.
    plain = known - (_DEPENDS_ON_GROUP - {"nama"})
    return bool(together - known - _NO_CONTENT) and plain <= together


def _join(vocab: Vocabulary, rows: Sequence[Sequence[str]]) -> tuple[ColumnHead, ...]:
    """Join groups and their parts; a group reaches right until the next text beside or above it."""
    groups = [""] * (len(rows) - 1)
    heads: list[ColumnHead] = []
    for cells in zip(*rows, strict=True):
        for depth in range(len(groups)):
            if cells[depth]:
                groups[depth:] = [cells[depth], *[""] * (len(groups) - depth - 1)]
            elif not any(cells[depth + 1 :]):
                groups[depth] = ""
        levels = dict.fromkeys(filter(None, (*groups, cells[-1])))
        heads.append(ColumnHead(" ".join(levels), _meaning(vocab, list(levels))))
    return tuple(heads)


def _meaning(vocab: Vocabulary, levels: Sequence[str]) -> Head | None:
    """Return what a part means below its groups, the outermost first; the nearest says most."""
    if not levels:
        return None
    *groups, part = levels
    nearest = groups[::-1]
    attempts = [f"{group} {part}" for group in nearest] + [" ".join(levels)]
    attempts += [f"{part} {group}" for group in nearest]  # JABATAN above JENIS
    for attempt in attempts if groups else ():
        arti = vocab.head(attempt)
        if arti is not None:
            return arti
    arti = vocab.head(part)
    if arti is None or arti.bidang not in _DEPENDS_ON_GROUP:
        return arti
    known = [head.bidang for group in groups if (head := vocab.head(group))]
    if arti.bidang == "tahun" and set(known) <= _HAS_YEARS:
        return arti
    return None if known else arti  # the TMT of a pangkat is not the TMT of a sentence


def is_number_row(row: Sequence[object]) -> bool:
    """Tell whether a row only numbers the columns: 1 2 3 …, (1) (2) (3), a b c, 9=7+8 for a sum."""
    texts = [text_of(value) for value in row if text_of(value)]
    if _counts_by_letters(texts):
        return True
    found = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    numbers = [int(match[1]) for match in found if match is not None]
    if len(numbers) < 2 or len(numbers) < len(texts):
        return False
    return numbers[0] <= 2 and all(b - a == 1 for a, b in pairwise(numbers))


def _counts_by_letters(texts: Sequence[str]) -> bool:
    """Tell whether texts are a b c … or I II III …, from the first on."""
    bare = [text.strip(" ().").lower() for text in texts]
    if len(bare) < FEWEST_LETTERS:
        return False
    return any(bare == list(row[: len(bare)]) for row in (_LETTERS, _ROMAN))


def head_keys(sheet: Sheet, rows: range) -> list[set[str]]:
    """Return, by column, the keys of what a header's rows hold there."""
    return [{key(text_of(column[row])) for row in rows} - {""} for column in sheet.kolom]


def is_head_again(texts: Sequence[str], heads: Sequence[Collection[str]]) -> bool:
    """Tell a row of a header that comes again, as on each page; its merges may be missing.

    Args:
        texts: Texts of the row, column by column.
        heads: From `head_keys`.
    """
    filled = [n for n, text in enumerate(texts) if text]
    return len(filled) > 1 and all(key(texts[n]) in heads[n] for n in filled)
