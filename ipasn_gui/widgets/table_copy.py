"""Copying rows so that a spreadsheet takes them: texts stay texts, numbers are numbers."""

from __future__ import annotations

import html
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtWidgets import QApplication

from ipasn_core.formatting import format_int
from ipasn_core.reports.csv_text import RISKY

from ..models.record_table import Column, Paint, column_name
from ..workspace import Workspace
from .people_table import PeopleTable

_AT_ONCE = 1_000
"""Rows that are copied without a job."""
_AS_TEXT = " style=\"mso-number-format:'\\@'\""
"""What keeps a spreadsheet from reading 18 digits as a number and losing the last three, and a text
that begins with "=" as a formula."""


@dataclass(frozen=True, eq=False, slots=True)
class Rows:
    """Rows to be copied.

    Attributes:
        columns: The columns that are seen, the mark left out.
        records: int64[k], the records, in the order they are seen.
        headed: Whether the titles go along.
    """

    columns: tuple[Column, ...]
    records: NDArray[np.int64]
    headed: bool


@dataclass(frozen=True, slots=True)
class Copied:
    """The same rows, as tab separated text and as a table, ready for the clipboard in UTF-8."""

    text: QByteArray
    markup: QByteArray


def seen_rows(table: PeopleTable, *, everybody: bool) -> Rows:
    """Return what is to be copied: every row, or the selected ones; several go with the titles."""
    model = table.records
    rows = np.arange(model.rowCount()) if everybody else model.rows_of(table.chosen())
    return Rows(seen_columns(table), model.records_of(rows), everybody or len(rows) > 1)


def seen_columns(table: PeopleTable) -> tuple[Column, ...]:
    """Return the columns that are seen, from left to right, the mark left out."""
    columns = table.layout_of_columns.in_sight()
    return tuple(one for one in columns if one.paint is not Paint.MARK)


def write(rows: Rows) -> Copied:
    """Write rows; may run in the worker."""
    heads = [column_name(one) for one in rows.columns]
    writers = [one.copied or one.text for one in rows.columns]
    opening = [f"<td{'' if one.right else _AS_TEXT}>" for one in rows.columns]
    # A text a row: a list a row would be looked through again and again for what is garbage.
    plain, markup = list[str](), ["<table>"]
    if rows.headed:
        plain.append("\t".join(heads))
        markup.append(f"<tr>{''.join(f'<th>{html.escape(one)}</th>' for one in heads)}</tr>")
    for record in rows.records.tolist():
        line = [_clean(say(record)) for say in writers]
        plain.append("\t".join(map(_guarded, line)))
        cells = (f"{tag}{html.escape(cell)}</td>" for tag, cell in zip(opening, line, strict=True))
        markup.append(f"<tr>{''.join(cells)}</tr>")
    markup.append("</table>")
    plain.append("")  # the last line ends as well
    return Copied(QByteArray("\n".join(plain).encode()), QByteArray("".join(markup).encode()))


def copy_rows(workspace: Workspace, rows: Rows) -> None:
    """Copy rows, many of them in the worker, and say how many they were."""
    if not len(rows.records):
        return

    def done(copied: Copied) -> None:
        to_clipboard(copied)
        workspace.told.emit(f"{format_int(len(rows.records))} baris disalin.", False)

    if len(rows.records) <= _AT_ONCE:
        done(write(rows))
    else:
        workspace.read("Menyalin tabel", lambda _project, _progress: write(rows), done)


def to_clipboard(copied: Copied) -> None:
    """Put what was written on the clipboard."""
    data = QMimeData()
    data.setData("text/plain", copied.text)
    data.setData("text/html", copied.markup)
    QApplication.clipboard().setMimeData(data)


def _guarded(cell: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(RISKY) else cell


def _clean(cell: str) -> str:
    """Return a cell that does not break the table it is pasted into."""
    return " ".join(cell.split())
