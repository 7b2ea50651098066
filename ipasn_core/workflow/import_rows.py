"""Rows of the sheets of a prepared import: the first of a sheet, and those around a finding."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Protocol

from ..importing.layout import Layout
from ..importing.layout_heads import text_of
from ..importing.parse import Piece, Reading
from ..importing.sheet import Sheet, column_letter
from ..model.finding import Finding
from .import_ import Opened

SHOWN_ROWS = 200
"""Rows of a sheet that are shown: enough to tell its columns, whatever its length."""

_BEFORE, _AFTER = 1, 2
_WHO = frozenset(("nip", "nama", "nama_nip"))


class SheetsRead(Protocol):
    """Spreadsheets that were opened and read: of a prepared import, or read again later."""

    @property
    def opened(self) -> Opened:
        """The spreadsheets."""

    @property
    def reading(self) -> Reading:
        """Their tables."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as text, and whether it is a number or a date, which stand right."""

    teks: str
    kanan: bool


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its number as the file counts it, its cells."""

    baris: int
    sel: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The rows around a finding.

    Attributes:
        alamat: File, sheet, cell.
        huruf: Letters of the columns.
        kepala: Heads of the columns.
        rows: The rows.
        baris: Row of the finding, None where it is about the whole sheet.
        kolom: 0-based column of the finding, None where it is about a whole row.
        siapa: Columns that tell who a row is about.
    """

    alamat: tuple[str, ...]
    huruf: tuple[str, ...]
    kepala: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    baris: int | None
    kolom: int | None
    siapa: tuple[int, ...] = ()


def first_rows(
    prepared: SheetsRead, berkas_ke: int, tabel_ke: int, awal: int
) -> tuple[SheetRow, ...]:
    """Return the first rows of a table from a 0-based one on: its first below the header."""
    piece = next(
        (
            one
            for one in prepared.reading.potongan
            if (one.berkas_ke, one.tabel_ke) == (berkas_ke, tabel_ke)
        ),
        None,
    )
    sheet = sheet_of(prepared, berkas_ke, tabel_ke) if piece is None else piece.sheet
    last = min(awal + SHOWN_ROWS, sheet.jumlah_baris)
    return tuple(_row(sheet, row) for row in range(awal, last))


def sheet_of(prepared: SheetsRead, berkas_ke: int, lembar_ke: int) -> Sheet:
    """Return a sheet of a file that could be opened.

    Raises:
        LookupError: That file could not.
    """
    book = prepared.opened.books[berkas_ke]
    if book is None:
        raise LookupError(berkas_ke)
    return book.sheets[lembar_ke]


def place_of(prepared: SheetsRead, finding: Finding) -> tuple[int, int] | None:
    """Return indices of the file and sheet a finding is about; None for a whole file."""
    for berkas_ke, file in enumerate(prepared.opened.files):
        if file.berkas == finding.berkas and file.sha256.startswith(finding.sidik):
            book = prepared.opened.books[berkas_ke]
            for lembar_ke, sheet in enumerate(() if book is None else book.sheets):
                if sheet.nama == finding.lembar and (sheet.nama or finding.baris):
                    return berkas_ke, lembar_ke
    return None


def piece_of(prepared: SheetsRead, finding: Finding) -> Piece | None:
    """Return the sheet, or the table of it, that a finding is about; None where it was not read."""
    place = place_of(prepared, finding)
    pieces = [one for one in prepared.reading.potongan if (one.berkas_ke, one.lembar_ke) == place]
    if finding.baris is not None:
        row = finding.baris
        pieces = [one for one in pieces if 0 <= row - one.sheet.baris_awal < one.sheet.jumlah_baris]
    if finding.kolom is not None and len(pieces) > 1:
        # Tables side by side have the same rows.
        pieces = [one for one in pieces if _has_column(prepared, one, finding.kolom)] or pieces
    return pieces[0] if pieces else None


def layout_of(prepared: SheetsRead, piece: Piece) -> Layout | None:
    """Return how a table was read; None where it was not."""
    read = prepared.reading.tata.get((piece.berkas_ke, piece.tabel_ke))
    return None if read is None else read[1]


def _has_column(prepared: SheetsRead, piece: Piece, huruf: str) -> bool:
    layout = layout_of(prepared, piece)
    return layout is not None and any(one.huruf == huruf for one in layout.kolom.values())


def excerpt(prepared: SheetsRead, finding: Finding) -> Excerpt | None:
    """Return the rows around a finding; None where it is about no row of a sheet."""
    piece = piece_of(prepared, finding)
    if piece is None or finding.baris is None:
        return None
    sheet, layout = piece.sheet, layout_of(prepared, piece)
    row = finding.baris - sheet.baris_awal
    if not 0 <= row < sheet.jumlah_baris:
        return None
    first = max(0, row - _BEFORE) if layout is None else max(min(layout.awal, row), row - _BEFORE)
    last = min(sheet.jumlah_baris, row + _AFTER + 1)
    heads = ("",) * sheet.jumlah_kolom if layout is None else layout.kepala
    return Excerpt(
        alamat=address(finding),
        huruf=letters_of(sheet),
        kepala=heads,
        rows=tuple(_row(sheet, one) for one in range(first, last)),
        baris=finding.baris,
        kolom=sheet.indeks_kolom(finding.kolom) if finding.kolom else None,
        siapa=()
        if layout is None
        else tuple(one.ke for name, one in layout.kolom.items() if name in _WHO),
    )


def address(finding: Finding) -> tuple[str, ...]:
    """Return where a finding is: file, sheet, cell or row."""
    cell = ""
    if finding.baris is not None:
        cell = f"{finding.kolom}{finding.baris}" if finding.kolom else f"baris {finding.baris}"
    elif finding.kolom:
        cell = f"kolom {finding.kolom}"
    return tuple(part for part in (finding.berkas, finding.lembar, cell) if part)


def letters_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the letters of a sheet's columns."""
    return tuple(column_letter(sheet.kolom_awal + ke) for ke in range(sheet.jumlah_kolom))


def _row(sheet: Sheet, row: int) -> SheetRow:
    cells = []
    for ke, value in enumerate(sheet.baris(row)):
        flaw = sheet.cacat.get((row, ke))
        cells.append(_cell(value) if flaw is None else Cell(flaw.teks or "(rumus)", kanan=False))
    return SheetRow(sheet.baris_awal + row, tuple(cells))


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return Cell("BENAR" if value else "SALAH", kanan=False)
    if isinstance(value, datetime.datetime):
        return Cell(value.strftime("%d-%m-%Y"), kanan=True)
    if isinstance(value, datetime.date):
        return Cell(value.strftime("%d-%m-%Y"), kanan=True)
    if isinstance(value, int | float):
        return Cell(text_of(value).replace(".", ","), kanan=True)
    return Cell(text_of(value), kanan=False)
