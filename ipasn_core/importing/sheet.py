"""The one shape every reader yields: a sheet as columns of raw values, addresses computed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class JenisCacat(StrEnum):
    """Why a cell that looks filled has no value."""

    GALAT = "galat"
    TANPA_HASIL = "tanpa_hasil"


@dataclass(frozen=True, slots=True)
class Cacat:
    """A cell whose value cannot be had: an error, or a formula never computed.

    Args:
        jenis: Which of the two.
        teks: The error as the file states it (`#N/A`); empty for a formula without result.
    """

    jenis: JenisCacat
    teks: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rectangle of raw values: the smallest one that holds every value of the sheet.

    Row and column numbers in `cacat`, `baris_tersembunyi` and `gabungan` are 0-based inside the
    rectangle. Values are `str`, `int`, `float`, `bool`, `date`, `datetime`, `time`, `timedelta`
    or None, as the file types them (a number is never turned into text, nor text into a number).
    A vertical merge has its value in every row it covers (first column of the merge only).

    Args:
        berkas: File name without folder.
        nama: Name of the sheet; None for a format that has none (CSV).
        terlihat: False for a hidden sheet, whose cells are not read unless that is asked for.
        baris_awal: 1-based row of the first row of the rectangle. For CSV the number of the
            record, where every record counts, blank and title lines included.
        kolom_awal: 1-based column of the first column.
        kolom: The columns, all of one length.
        cacat: Sparse: (row, column) to what is wrong; the value there is None.
        baris_tersembunyi: Rows that the file hides; they are data all the same.
        gabungan: Merged ranges (row0, col0, row1, col1), both ends inclusive, cut to the rectangle.
    """

    berkas: str
    nama: str | None
    terlihat: bool = True
    baris_awal: int = 1
    kolom_awal: int = 1
    kolom: tuple[list[object], ...] = ()
    cacat: dict[tuple[int, int], Cacat] = field(default_factory=dict)
    baris_tersembunyi: frozenset[int] = frozenset()
    gabungan: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def jumlah_baris(self) -> int:
        """Count the rows of the rectangle."""
        return len(self.kolom[0]) if self.kolom else 0

    @property
    def jumlah_kolom(self) -> int:
        """Count the columns of the rectangle."""
        return len(self.kolom)

    def baris(self, row: int) -> tuple[object, ...]:
        """Return the values of one row, 0-based: for heads and samples, not for loops over all."""
        return tuple(values[row] for values in self.kolom)

    def alamat(self, row: int, col: int) -> tuple[int, str]:
        """Return the 1-based row and the column letter an officer sees, from 0-based numbers."""
        return self.baris_awal + row, column_letter(self.kolom_awal + col)

    def indeks_kolom(self, letter: str) -> int | None:
        """Return the 0-based column of a letter (`C`), None where the rectangle lacks it."""
        index = column_number(letter) - self.kolom_awal
        return index if 0 <= index < len(self.kolom) else None


def column_letter(number: int) -> str:
    """Write a 1-based column number the way spreadsheets do: 1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letter: str) -> int:
    """Read a column letter as a 1-based number; 0 where it is no column letter."""
    number = 0
    for char in letter.upper():
        if not "A" <= char <= "Z":
            return 0
        number = number * 26 + ord(char) - 64
    return number
