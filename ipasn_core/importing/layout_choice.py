"""Columns that an officer points out: `--kolom [FILE:LEMBAR:]FIELD=COL`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PureWindowsPath

from ..errors import UsageError
from .layout_heads import Header, find_header
from .sheet import Sheet, column_number
from .vocabulary import FIELDS, Vocabulary

_PREFIXES = ("pernyataan.", "penilaian.", "pegawai.")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_NO_FIELD = frozenset({"abaikan", "nomor_urut"})
_CELL = re.compile(r"([A-Za-z]{1,3})(\d{0,7})")


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """One column pointed out by hand.

    Attributes:
        bidang: A name of `vocabulary.FIELDS`.
        kolom: Column letter.
        berkas: File name it is meant for, empty for all.
        lembar: Sheet name it is meant for, empty for all.
        baris: A row of the table it is meant for, as the file counts, where a sheet has several;
            0 for any.
    """

    bidang: str
    kolom: str
    berkas: str = ""
    lembar: str = ""
    baris: int = 0

    def concerns(self, berkas: str, lembar: str | None) -> bool:
        """Tell whether it is meant for this sheet."""
        right_file = not self.berkas or self.berkas.casefold() == berkas.casefold()
        return right_file and (
            not self.lembar or self.lembar.casefold() == (lembar or "").casefold()
        )

    def concerns_piece(self, sheet: Sheet) -> bool:
        """Tell whether it is meant for this sheet, or for the table that this piece of it holds."""
        if not self.concerns(sheet.berkas, sheet.nama) or not self.baris:
            return self.concerns(sheet.berkas, sheet.nama)
        row, at = self.baris - sheet.baris_awal, sheet.indeks_kolom(self.kolom)
        if at is None or not 0 <= row < sheet.jumlah_baris:
            return False
        # Of tables side by side the others' columns are blank.
        return any(value is not None for value in sheet.kolom[at][row:])

    def names(self, lembar: str | None) -> bool:
        """Tell whether it says which sheet it means: of a CSV its file says so."""
        return bool(self.baris or self.lembar or (self.berkas and lembar is None))


def parse_choice(text: str) -> ColumnChoice:
    """Read `FIELD=COL` or `FILE:LEMBAR:FIELD=COL`; an empty FILE or LEMBAR means all.

    A row behind the column, `FIELD=C12`, means the table of the sheet that has this row.

    Raises:
        UsageError: No such shape, an unknown field, no column letter.

    >>> parse_choice("NIP=C")
    ColumnChoice(bidang='nip', kolom='C', berkas='', lembar='', baris=0)
    """
    where, equals, letter = text.rpartition("=")
    cell = _CELL.fullmatch(letter.strip().upper())
    if not equals or cell is None or column_number(cell[1]) == 0:
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
    return ColumnChoice(bidang, cell[1], berkas, lembar.strip(), int(cell[2] or 0))


def check_choices(
    choices: Sequence[ColumnChoice], sheets: Sequence[Sheet], vocab: Vocabulary
) -> None:
    """Refuse a choice that means no column of the sheets of a call.

    Raises:
        UsageError: No such file, sheet or column; tells those there are. Or a choice for no
            certain sheet that no sheet can heed.
    """
    for choice in choices:
        own = [sheet for sheet in sheets if choice.concerns(sheet.berkas, sheet.nama)]
        having = [sheet for sheet in own if sheet.indeks_kolom(choice.kolom) is not None]
        if having:
            _check_heeded(choice, having, vocab)
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


def _check_heeded(choice: ColumnChoice, sheets: Sequence[Sheet], vocab: Vocabulary) -> None:
    visible = [sheet for sheet in sheets if sheet.terlihat]
    if not visible or choice.bidang in _NO_FIELD:
        return
    taken, first = "", visible[0]
    for sheet in visible:
        if choice.names(sheet.nama):
            return
        header = find_header(sheet, vocab, _nip_at(choice, sheet))
        found = other_field(choice, sheet, header)
        if header is not None and not found:
            return
        if found and not taken:
            taken, first = found, sheet
    if not taken:
        return
    raise UsageError(
        f"--kolom {choice.bidang}={choice.kolom}: kolom {choice.kolom} sudah terbaca sebagai "
        f"{FIELDS[taken]}.",
        "Bila memang itu maksudnya, sebut berkas dan lembarnya: "
        f'--kolom "{first.berkas}:{first.nama or ""}:{choice.bidang}={choice.kolom}".',
        "kolom",
    )


def _nip_at(choice: ColumnChoice, sheet: Sheet) -> int | None:
    return sheet.indeks_kolom(choice.kolom) if choice.bidang == "nip" else None


def heeded(choice: ColumnChoice, sheet: Sheet, header: Header | None) -> bool:
    """Tell whether a choice that concerns a sheet holds there.

    One that names no sheet is meant for the sheet that lacks the column; where the letter is a
    column of another field already, following it would take that one away.
    """
    if choice.bidang in _NO_FIELD or choice.names(sheet.nama):
        return True
    return not other_field(choice, sheet, header)


def other_field(choice: ColumnChoice, sheet: Sheet, header: Header | None) -> str:
    """Return the field that the head of a chosen column says, empty if none or the chosen one."""
    at = sheet.indeks_kolom(choice.kolom)
    if header is None or at is None:
        return ""
    head = header.kolom[at].arti
    if head is None or head.bidang in _NO_FIELD or head.bidang == choice.bidang:
        return ""
    return head.bidang
