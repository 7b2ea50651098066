"""Columns that an officer points out: `--kolom [FILE:LEMBAR:]FIELD=COL`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PureWindowsPath

from ..errors import UsageError
from .sheet import Sheet, column_number
from .vocabulary import FIELDS

_PREFIXES = ("pernyataan.", "penilaian.", "pegawai.")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
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
    place = _DRIVE.sub("", place, count=1) if _DRIVE.match(place) else place
    berkas, _, lembar = place.rpartition(":") if ":" in place else (place, "", "")
    berkas = PureWindowsPath(berkas.strip()).name  # both kinds of slashes end a folder
    bidang = name.strip().casefold().replace(" ", "_")
    for prefix in _PREFIXES:
        bidang = bidang.removeprefix(prefix)
    if bidang not in FIELDS:
        raise UsageError(
            f"--kolom {text}: bidang {name.strip()} tidak dikenal.",
            f"Pilih salah satu dari: {', '.join(FIELDS)}.",
            "kolom",
        )
    return ColumnChoice(bidang, letter, berkas, lembar.strip())


def check_choices(choices: Sequence[ColumnChoice], sheets: Sequence[Sheet]) -> None:
    """Refuse a choice that means no column of the sheets of a call.

    Raises:
        UsageError: No such file, sheet or column; tells those there are.
    """
    for choice in choices:
        own = [sheet for sheet in sheets if choice.concerns(sheet.berkas, sheet.nama)]
        if any(sheet.indeks_kolom(choice.kolom) is not None for sheet in own):
            continue
        place = ":".join(filter(None, (choice.berkas, choice.lembar)))
        if own:
            what = f"tidak ada kolom {choice.kolom} yang berisi" + (place and f" di {place}")
            hint = "Tulis huruf kolom seperti di Excel, misalnya C."
        else:
            what = f"tidak ada lembar {place} dalam impor ini"
            there = dict.fromkeys(
                f"{sheet.berkas}:{sheet.nama or ''}" for sheet in sheets if sheet.terlihat
            )
            hint = f"Yang ada: {', '.join(there)}."
        raise UsageError(f"--kolom {choice.bidang}={choice.kolom}: {what}.", hint, "kolom")
