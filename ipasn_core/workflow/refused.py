"""Refused rows into a workbook: each under its own header, with address, remedy and id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..importing.parse import Reading
from ..importing.plan import Planned
from ..model.finding import Finding, Severity
from .files import write_whole

Row = tuple[int, int, int]
"""File, sheet, row number."""


def save_refused(path: Path, reading: Reading, planned: Planned) -> Path | None:
    """Save every row with something kept out, and return where; None if there is none.

    Args:
        path: The workbook to write.
        reading: What was read, for the raw values.
        planned: The plan, for the rows that planning kept out.

    Raises:
        UserError: The file cannot be written.
    """
    rows = refused_rows(reading, planned)
    if not rows:
        return None
    # openpyxl is imported only where a workbook is really written.
    from ..importing.refused import RefusedRow, RefusedTable, write_refused  # noqa: PLC0415

    lines = _opd_lines(reading)
    sheets: dict[tuple[int, int], list[RefusedRow]] = {}
    for (file, sheet, number), found in sorted(rows.items()):
        _, values = reading.raw_row(file, sheet, number)
        marked: dict[int, list[str]] = {}
        for one in found:
            column = reading.column_index(file, sheet, one.kolom) if one.kolom else None
            if column is not None:
                marked.setdefault(column, []).append(f"{one.pesan} {one.perbaikan or ''}".strip())
        first = found[0]
        address = (first.berkas, first.lembar, f"baris {number}")
        sheets.setdefault((file, sheet), []).append(
            RefusedRow(
                nilai=values,
                cacat={column: "\n".join(texts) for column, texts in marked.items()},
                alamat=" · ".join(part for part in address if part),
                pesan=" ".join(one.pesan for one in found),
                perbaikan=" ".join(dict.fromkeys(one.perbaikan or "" for one in found)),
                id=" ".join(one.id for one in found),
                atas=lines.get((file, sheet, number), ""),
            )
        )
    tables = []
    for (file, sheet), refused in sheets.items():
        source, layout = reading.tata[file, sheet]
        tables.append(RefusedTable(source.nama or Path(source.berkas).stem, layout.kepala, refused))
    write_whole(path, lambda target: write_refused(target, tables))
    return path


def _opd_lines(reading: Reading) -> dict[Row, str]:
    """Return the lines that tell the OPD of rows to which a title or a line above gave it.

    Without them a row that comes back corrected would belong to nobody.
    """
    found: dict[Row, str] = {}
    for table in reading.tabel:
        if table.jenis == "pegawai" and "opd" in table.isi and "opd" not in table.kolom:
            where = (table.berkas_ke, table.lembar_ke)
            for number, opd in zip(table.baris, table.isi["opd"], strict=True):
                if opd is not None:
                    found[*where, number] = f"Perangkat Daerah : {opd}"
    return found


def refused_rows(reading: Reading, planned: Planned) -> dict[Row, list[Finding]]:
    """Return every row of which something was kept out, with what is wrong in it."""
    rows: dict[Row, list[Finding]] = {}
    for row, finding in (*_by_reading(reading), *_by_planning(planned)):
        known = rows.setdefault(row, [])
        if finding not in known:
            known.append(finding)
    return rows


def _by_reading(reading: Reading) -> Iterator[tuple[Row, Finding]]:
    for table in reading.tabel:
        rows = set(table.baris)
        for finding in table.temuan:
            if finding.tingkat == Severity.GALAT and finding.baris in rows:
                yield (table.berkas_ke, table.lembar_ke, finding.baris), finding


def _by_planning(planned: Planned) -> Iterator[tuple[Row, Finding]]:
    for one in planned.tertolak:
        yield (one.berkas_ke, one.lembar_ke, one.baris), one.temuan
