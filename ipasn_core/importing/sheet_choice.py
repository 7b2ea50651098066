"""What an officer says of a sheet as a whole: `--lembar FILE:LEMBAR:ACT`.

`lewati` leaves it out, `baca` takes a hidden one, `kepala=4` names a row of its header,
`jenis=hukuman` what its table is. Where a sheet holds several tables, `@12` behind it names the
one that has row 12, `@E12` that with a value in column E there or below.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args

from ..errors import UsageError
from .layout_choice import ColumnChoice
from .layout_heads import Header, find_header, header_at
from .sheet import Sheet
from .vocabulary import Vocabulary

Perbuatan = Literal["lewati", "baca", "kepala", "jenis"]
JenisTabel = Literal["pegawai", "pendidikan", "pengembangan", "hukuman"]

JENIS: tuple[JenisTabel, ...] = get_args(JenisTabel)
"""What a table can be."""

_ACT = re.compile(
    r"(?P<act>lewati|baca|kepala|jenis)(?:=(?P<value>\w+))?(?:@(?P<column>[A-Za-z]{0,3})(?P<row>\d{1,7}))?"
)


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """One thing said of a sheet, or of one of its tables.

    Attributes:
        berkas: File name.
        lembar: Sheet name, empty for a file without sheets.
        perbuatan: What is to be done.
        nilai: Row of the header, or kind of table; empty where nothing more is said.
        baris: A row, as the file counts, of the table that is meant; 0 for the whole sheet.
        kolom: A column of that table, where tables stand side by side; empty for any.
    """

    berkas: str
    lembar: str
    perbuatan: Perbuatan
    nilai: str = ""
    baris: int = 0
    kolom: str = ""

    @property
    def teks(self) -> str:
        """It, as the command line would say it."""
        value = f"={self.nilai}" if self.nilai else ""
        row = f"@{self.kolom}{self.baris}" if self.baris else ""
        return f"{self.berkas}:{self.lembar}:{self.perbuatan}{value}{row}"

    def concerns(self, sheet: Sheet) -> bool:
        """Tell whether it is said of this sheet, or of a table that this piece of it holds."""
        if (self.berkas.casefold(), self.lembar.casefold()) != (
            sheet.berkas.casefold(),
            (sheet.nama or "").casefold(),
        ):
            return False
        row = int(self.nilai) if self.perbuatan == "kepala" else self.baris
        if row and not 0 <= row - sheet.baris_awal < sheet.jumlah_baris:
            return False
        at = sheet.indeks_kolom(self.kolom) if self.kolom else None
        below = () if at is None else sheet.kolom[at][max(0, self.baris - sheet.baris_awal) :]
        return not self.kolom or any(value is not None for value in below)


def parse_sheet_choice(text: str) -> SheetChoice:
    """Read `FILE:LEMBAR:ACT`; LEMBAR is empty for a file without sheets.

    Raises:
        UsageError: No such shape.

    >>> parse_sheet_choice("a.xlsx:Data:kepala=4")
    SheetChoice(berkas='a.xlsx', lembar='Data', perbuatan='kepala', nilai='4', baris=0, kolom='')
    """
    place, _, act = text.rpartition(":")
    berkas, colon, lembar = place.partition(":")
    found = _ACT.fullmatch(act.strip())
    if not colon or not berkas or found is None or not _fits(found["act"], found["value"]):
        raise UsageError(
            f"--lembar {text}: harus berbentuk BERKAS:LEMBAR:PERINTAH.",
            "PERINTAH: lewati, baca, kepala=BARIS, atau jenis=" + "|".join(JENIS) + ".",
            "lembar",
        )
    return SheetChoice(
        berkas,
        lembar,
        cast("Perbuatan", found["act"]),
        found["value"] or "",
        int(found["row"] or 0),
        (found["column"] or "").upper(),
    )


def _fits(act: str, value: str | None) -> bool:
    if act == "kepala":
        return value is not None and value.isdecimal() and len(value) < 8 and int(value) > 0
    return value in JENIS if act == "jenis" else value is None


def said_of(sheet: Sheet, choices: Iterable[SheetChoice]) -> dict[Perbuatan, str]:
    """Return what is said of a sheet or a piece of one; the last word counts."""
    return {one.perbuatan: one.nilai for one in choices if one.concerns(sheet)}


def header_of(
    sheet: Sheet,
    vocab: Vocabulary,
    choices: Iterable[ColumnChoice],
    remembered: Collection[str],
    said: Iterable[SheetChoice],
) -> Header | None:
    """Return the header of a sheet: where the officer says it is, else where it is found.

    Args:
        sheet: The sheet, or a piece of one.
        vocab: The vocabulary.
        choices: Columns pointed out for it.
        remembered: Signatures of headers of which columns were pointed out earlier.
        said: What is said of sheets.
    """
    row = said_of(sheet, said).get("kepala")
    if row is not None:
        return header_at(sheet, vocab, int(row) - sheet.baris_awal)
    nip_at = next((sheet.indeks_kolom(one.kolom) for one in choices if one.bidang == "nip"), None)
    return find_header(sheet, vocab, nip_at, remembered)


def check_sheet_choices(choices: Sequence[SheetChoice], sheets: Sequence[Sheet]) -> None:
    """Refuse what is said of a sheet that is not in the call.

    Raises:
        UsageError: No such file, sheet or row; tells what there is.
    """
    for one in choices:
        if not any(one.concerns(sheet) for sheet in sheets):
            there = ", ".join(f"{sheet.berkas}:{sheet.nama or ''}" for sheet in sheets)
            raise UsageError(
                f"--lembar: tidak ada {one.berkas}:{one.lembar} dengan baris itu dalam impor ini.",
                f"Yang ada: {there}.",
                "lembar",
            )
