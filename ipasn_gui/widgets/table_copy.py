"""Copying rows so that a spreadsheet takes them: texts stay texts, numbers are numbers."""

from __future__ import annotations

import html
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from ..models.people_columns import NIP
from ..models.record_table import Column, Paint, column_name
from .people_table import PeopleTable

_AS_TEXT = ' style="mso-number-format:\'\\@\'" data-sheets-numberformat="@"'
"""What keeps a spreadsheet from reading 18 digits as a number and losing the last three."""


def copy_rows(table: PeopleTable, *, everybody: bool) -> None:
    """Put rows on the clipboard, as tab separated text and as a table.

    Args:
        table: The table; columns that are hidden are left out.
        everybody: Every row with the headers, instead of the selected rows alone.
    """
    model = table.records
    rows = np.arange(model.rowCount()) if everybody else model.rows_of(table.chosen())
    if not len(rows):
        return
    columns = [
        one
        for at, one in enumerate(model.columns)
        if not table.isColumnHidden(at) and one.paint is not Paint.MARK
    ]
    lines = [[_clean(cell) for cell in row] for row in _cells(table, columns, rows)]
    heads = [column_name(one) for one in columns] if everybody else None
    data = QMimeData()
    data.setText("".join("\t".join(line) + "\n" for line in ([heads] if heads else []) + lines))
    data.setHtml(_table(columns, heads, lines))
    QApplication.clipboard().setMimeData(data)


def _cells(
    table: PeopleTable, columns: list[Column], rows: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> Iterator[list[str]]:
    for row in rows.tolist():
        record = table.records.record(row)
        yield [(one.copied or one.text)(record) for one in columns]


def _clean(cell: str) -> str:
    """Return a cell that does not break the table it is pasted into."""
    return " ".join(cell.split())


def _table(columns: list[Column], heads: list[str] | None, lines: list[list[str]]) -> str:
    marks = [_AS_TEXT if one.key == NIP else "" for one in columns]
    parts = ["<table>"]
    if heads is not None:
        parts.append(f"<tr>{''.join(f'<th>{html.escape(one)}</th>' for one in heads)}</tr>")
    for line in lines:
        cells = (
            f"<td{mark}>{html.escape(cell)}</td>" for mark, cell in zip(marks, line, strict=True)
        )
        parts.append(f"<tr>{''.join(cells)}</tr>")
    parts.append("</table>")
    return "".join(parts)
