"""Build sheets out of rows of plain values, as readers yield them, and read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ipasn_core.importing.layout_choice import parse_choice
from ipasn_core.importing.parse import Reading, read_tables
from ipasn_core.importing.sheet import Cacat, Sheet
from ipasn_core.importing.table import TableRead
from ipasn_core.importing.workbook import Workbook
from ipasn_core.model.change import ImportRules
from ipasn_core.model.finding import Finding
from ipasn_core.model.vocab import Bukti

PETA = {
    **dict.fromkeys(range(4, 26), Bukti.SEMINAR),
    1: Bukti.DIKLAT_KEPEMIMPINAN,
    2: Bukti.DIKLAT_FUNGSIONAL,
    **dict.fromkeys((3, 5, 6, 12), Bukti.DIKLAT_TEKNIS),
}
RULES = ImportRules(2021, 0, 100_000, PETA, (1,))

A = "198503122010011004"
B = "199002202020042922"
C = "196503201990112083"

Rows = Sequence[Sequence[object]]


def sheet(rows: Rows, nama: str | None = "Lembar", **more: Any) -> Sheet:
    """Build a sheet of rows that may differ in length."""
    width = max(map(len, rows), default=0)
    columns = tuple([row[n] if n < len(row) else None for row in rows] for n in range(width))
    berkas = more.pop("berkas", "berkas.xlsx")
    return Sheet(berkas, nama, kolom=columns, **more)


def read(
    *sheets: Sheet,
    kolom: Sequence[str] = (),
    rules: ImportRules = RULES,
    remembered: Mapping[str, Mapping[str, str]] | None = None,
) -> Reading:
    """Read the sheets of one workbook."""
    book = Workbook(sheets[0].berkas, "ab" * 32, 1, sheets)
    return read_tables([book], rules, [parse_choice(text) for text in kolom], remembered)


def table(rows: Rows, nama: str | None = "Lembar", **more: Any) -> TableRead:
    """Read the one table of one sheet."""
    (found,) = read(sheet(rows, nama, **more)).tabel
    return found


def codes(findings: Sequence[Finding]) -> list[str]:
    """Return the codes of findings."""
    return [finding.kode for finding in findings]


def values(found: TableRead, name: str) -> list[object]:
    """Return a column of a table as a list."""
    return list(found.isi[name])


def broken(*cells: tuple[int, int, Cacat]) -> dict[tuple[int, int], Cacat]:
    """Return `Sheet.cacat` of (row, column, what)."""
    return {(row, col): cacat for row, col, cacat in cells}
