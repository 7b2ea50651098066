"""Columns that an officer points out: `--kolom [FILE:LEMBAR:]FIELD=COL`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import UsageError
from .sheet import column_number
from .vocabulary import FIELDS

_PREFIXES = ("pernyataan.", "penilaian.", "pegawai.")
_LETTERS = re.compile(r"[A-Za-z]{1,3}")


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """One column pointed out by hand.

    Attributes:
        bidang: A name of `vocabulary.FIELDS`.
        kolom: Column letter.
        berkas: File name it is meant for, empty for all.
        lembar: Sheet name it is meant for, empty for all.
    """

    bidang: str
    kolom: str
    berkas: str = ""
    lembar: str = ""

    def concerns(self, berkas: str, lembar: str | None) -> bool:
        """Tell whether it is meant for this sheet."""
        right_file = not self.berkas or self.berkas.casefold() == berkas.casefold()
        return right_file and (
            not self.lembar or self.lembar.casefold() == (lembar or "").casefold()
        )


def parse_choice(text: str) -> ColumnChoice:
    """Read `FIELD=COL` or `FILE:LEMBAR:FIELD=COL`; an empty FILE or LEMBAR means all.

    Raises:
        UsageError: No such shape, an unknown field, no column letter.

    >>> parse_choice("NIP=C")
    ColumnChoice(bidang='nip', kolom='C', berkas='', lembar='')
    """
    where, equals, letter = text.rpartition("=")
    letter = letter.strip().upper()
    if not equals or not _LETTERS.fullmatch(letter) or column_number(letter) == 0:
        raise UsageError(
            f"--kolom {text}: harus berbentuk BIDANG=KOLOM.", "Misalnya --kolom NIP=C.", "kolom"
        )
    place, _, name = where.rpartition(":")
    berkas, _, lembar = place.rpartition(":") if ":" in place else (place, "", "")
    bidang = name.strip().casefold().replace(" ", "_")
    for prefix in _PREFIXES:
        bidang = bidang.removeprefix(prefix)
    if bidang not in FIELDS:
        raise UsageError(
            f"--kolom {text}: bidang {name.strip()} tidak dikenal.",
            f"Pilih salah satu dari: {', '.join(FIELDS)}.",
            "kolom",
        )
    return ColumnChoice(bidang, letter, berkas.strip(), lembar.strip())
