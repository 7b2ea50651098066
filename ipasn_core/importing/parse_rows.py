"""Which rows below a header are data: not sums, notes, signatures, sections, repeated heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress

from .layout import Layout
from .layout_heads import head_keys, is_head_again, is_number_row, looks_like_nip, text_of
from .layout_opd import bare_name, is_part, opd_label
from .parse_nip import not_plain
from .sheet import Sheet
from .vocabulary import Vocabulary, key, words

_INSIDE = re.compile(r"(?<!\d)\d{8}\s?\d{6}\s?\d\s?\d{3}(?!\d)")
"""An NIP in a cell that holds a name too."""

FOOT_CELLS = 3
"""Below the last person a row is another one, whose NIP is faulty, only with this many values."""

_NUMBERING = re.compile(r"\(?(?:[ivxlc]{1,6}|[a-z]|\d{1,3})[.)]?", re.IGNORECASE)
"""What stands before a line: A, II., 3)."""

_PLACE_AND_DATE = re.compile(
    r"[a-z .]+,\s*(?:tanggal\s*)?(?:[\d.…]{1,9}\s*)?[a-z]{3,9}\s+\d{4}", re.IGNORECASE
)
"""The line above a signature: "Bontang, 31 Januari 2022"."""


@dataclass(slots=True)
class DataRows:
    """The rows of a table.

    Attributes:
        nomor: 0-based rows of the sheet that are data, rising.
        tanpa_nip: Those of them that hold data but no NIP.
        opd: (row, OPD) of section lines, each good for the rows below it.
    """

    nomor: Sequence[int]
    tanpa_nip: frozenset[int] = frozenset()
    opd: list[tuple[int, str]] = field(default_factory=list)

    def take(self, column: list[object]) -> list[object]:
        """Return a column's values in these rows."""
        rows = self.nomor
        if isinstance(rows, range):
            return column[rows.start : rows.stop]
        return [column[row] for row in rows]


def data_rows(sheet: Sheet, layout: Layout, vocab: Vocabulary) -> DataRows:
    """Tell data from what stands between and below it."""
    nip = layout.kolom.get("nip") or layout.kolom["nama_nip"]
    column = sheet.kolom[nip.ke]
    end = sheet.jumlah_baris
    suspects = [layout.awal + i for i in not_plain(column[layout.awal :])]
    if not suspects:
        return DataRows(range(layout.awal, end))
    reader = _Rows(sheet, layout, vocab, nip.ke)
    drop = [row for row in reader.with_signatures(suspects) if not reader.is_data(row)]
    drop += range(reader.foot, end)
    if not drop and not reader.without_nip:
        return DataRows(range(layout.awal, end))
    keep = bytearray(b"\1") * (end - layout.awal)
    for row in drop:
        keep[row - layout.awal] = 0
    rows = list(compress(range(layout.awal, end), keep))
    return DataRows(rows, frozenset(reader.without_nip), reader.sections)


class _Rows:
    """Judges the rows whose NIP cell is not simply 18 digits, in their order."""

    def __init__(self, sheet: Sheet, layout: Layout, vocab: Vocabulary, nip_at: int) -> None:
        self._sheet = sheet
        self._layout = layout
        self._vocab = vocab
        self._nip_at = nip_at
        self._mapped = {c.ke for c in layout.kolom.values() if c.ke != nip_at}
        self._head = key(layout.kepala[nip_at])
        self._heads = head_keys(sheet, range(layout.atas, layout.awal))
        column = sheet.kolom[nip_at]
        rows = range(sheet.jumlah_baris - 1, layout.awal - 1, -1)
        who = (row for row in rows if _is_who(column[row]) and self._is_person(row))
        self._last = next(who, layout.awal - 1)
        self.foot = sheet.jumlah_baris
        self.without_nip: list[int] = []
        self.sections: list[tuple[int, str]] = []

    def with_signatures(self, suspects: list[int]) -> list[int]:
        """Return the suspects and the rows below the last person whose NIP is 18 plain digits."""
        below = range(self._last + 1, self._sheet.jumlah_baris)
        column = self._sheet.kolom[self._nip_at]
        known = set(suspects)
        return sorted([*suspects, *(r for r in below if column[r] is not None and r not in known)])

    def is_data(self, row: int) -> bool:
        """Tell whether a row is data; remembers section lines, rows without NIP and the foot."""
        if row >= self.foot:
            return False
        if row <= self._last and looks_like_nip(self._sheet.kolom[self._nip_at][row]):
            return True
        if all(column[row] is None for column in self._sheet.kolom):
            return (row, self._nip_at) in self._sheet.cacat
        return self._judge(row)

    def _judge(self, row: int) -> bool:
        cells = [text_of(value) for value in self._sheet.baris(row)]
        who = cells[self._nip_at]
        filled = [n for n, text in enumerate(cells) if text]
        if (row, self._nip_at) in self._sheet.cacat:
            return True
        if is_number_row(cells) or is_head_again(cells, self._heads):  # as on each page
            return False
        labelled = opd_label(" ".join(dict.fromkeys(cells[n] for n in filled)))
        if labelled:
            self.sections.append((row, labelled))
            return False
        if row > self._last and self._signs(cells, filled):
            self.foot = row
            return False
        if not who or self._vocab.says("tidak_ada", who):
            return self._lacks_nip(row, cells, [n for n in filled if n != self._nip_at])
        again = key(who) == self._head or self._vocab.head(who) is not None
        if again or self._sums_up(who) or (not _is_who(who) and self._sums_up(_first_text(cells))):
            return False
        if not _is_who(who) and self._is_line(cells, filled):
            self._section(row, who)
            return False
        return row <= self._last or self._is_late_person(cells, filled)

    def _is_line(self, cells: list[str], filled: list[int]) -> bool:
        """Tell a line of text, its number perhaps in a cell of its own, from a row of a person."""
        others = [cells[n] for n in filled if n != self._nip_at]
        return not others or (
            len(others) == 1
            and bool(_NUMBERING.fullmatch(others[0]))
            and filled[0] < self._nip_at
            and self._is_opd(cells[self._nip_at])
        )

    def _is_late_person(self, cells: list[str], filled: list[int]) -> bool:
        """Tell a person below the last sure one from who signs: a post, a name, "NIP. 1965…"."""
        who = cells[self._nip_at]
        if any(looks_like_nip(cells[n]) for n in filled if n in self._mapped):
            return False  # two sign side by side
        content = [
            n
            for n in filled
            if n in self._mapped and not _is_labelled(cells[n]) and not _is_number(cells[n])
        ]
        if any(c.isdigit() for c in who):
            return bool(content) or not _is_labelled(who)
        return len(content) >= FOOT_CELLS

    def _is_person(self, row: int) -> bool:
        """Tell the NIP of a person from the one under a signature, beside which nothing stands."""
        others = [text_of(self._sheet.kolom[n][row]) for n in self._mapped]
        if any(map(looks_like_nip, others)):
            return False  # two sign side by side
        return any(text and not _is_labelled(text) for text in others) or not _is_labelled(
            text_of(self._sheet.kolom[self._nip_at][row])
        )

    def _signs(self, cells: list[str], filled: list[int]) -> bool:
        """Tell whether a row opens the block of signatures."""
        texts = [cells[n] for n in filled]
        return len(texts) <= FOOT_CELLS and any(
            words(text)[:1] == ["mengetahui"] or _PLACE_AND_DATE.fullmatch(text) for text in texts
        )

    def _lacks_nip(self, row: int, cells: list[str], filled: list[int]) -> bool:
        texts = [cells[n] for n in filled]
        if len(set(texts)) < 2:
            if texts and not texts[0].isdecimal():
                self._section(row, texts[0])
            return False
        mapped = [cells[n] for n in filled if n in self._mapped]
        if self._sums_up(_first_text(texts)):
            return False
        if all(self._vocab.says("tidak_ada", text) for text in mapped):
            return False  # the line "nihil" of an empty list
        below = row > self._last
        if below and all(_is_number(text) for text in mapped):
            return False
        if len(mapped) < (FOOT_CELLS if below else 2):
            numbered = len(mapped) == 1 and len(filled) == 2
            if (
                numbered
                and not self._section(row, texts[-1])
                and not below
                and texts[0].isdecimal()
            ):
                self.without_nip.append(row)  # "5 | (no NIP) | Budi" among others is a person
                return True
            return False
        self.without_nip.append(row)
        return True

    def _sums_up(self, text: str) -> bool:
        return any(self._vocab.says("jumlah", word) for word in words(text)[:1])

    def _section(self, row: int, text: str) -> bool:
        """Remember a line such as "A. DINAS …" above some people; tell whether it is one."""
        if row > self._last:
            return False
        head, dot, rest = text.partition(".")
        numbered = bool(dot) and len(head.strip()) <= 4 and head.strip().isalnum()
        name = rest.strip() if numbered else text
        if self._is_opd(name):
            above = self.sections[-1][1] if self.sections else self._layout.opd
            if not is_part(name, above):
                self.sections.append((row, bare_name(name)))
            return True
        return False

    def _is_opd(self, name: str) -> bool:
        return any(self._vocab.says("opd_awal", word) for word in words(name)[:1])


def _first_text(texts: Sequence[str]) -> str:
    return next((text for text in texts if text and not _is_number(text)), "")


def _is_who(value: object) -> bool:
    return value is not None and (looks_like_nip(value) or bool(_INSIDE.search(str(value))))


def _is_labelled(text: str) -> bool:
    return words(text)[:1] in (["nip"], ["nipppk"], ["ni"])


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(",", "").replace("%", "").strip().isdecimal()
