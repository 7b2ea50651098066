"""A recap on the clipboard: tab separated text and a table, as a spreadsheet takes them."""

from __future__ import annotations

import html

from PySide6.QtCore import QByteArray

from ipasn_core.formatting import MINUS
from ipasn_core.reports.recap_sheet import JenisSel, Lembar, Sel, written

from .table_copy import Copied


def copied(lembar: Lembar) -> Copied:
    """Write a sheet with its heads; figures have no thousands points and a plain minus."""
    heads = [column.nama for column in lembar.kolom]
    kinds = [column.jenis for column in lembar.kolom]
    lines = [
        [_cell(cell, jenis) for cell, jenis in zip(row.sel, kinds, strict=True)]
        for row in lembar.baris
    ]
    plain = "".join("\t".join(line) + "\n" for line in (heads, *lines))
    head = "".join(f"<th>{html.escape(one)}</th>" for one in heads)
    rows = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in line)}</tr>" for line in lines
    )
    markup = f"<table><tr>{head}</tr>{rows}</table>"
    return Copied(QByteArray(plain.encode()), QByteArray(markup.encode()))


def _cell(value: Sel, jenis: JenisSel) -> str:
    if isinstance(value, str) or value is None:
        return " ".join((value or "").split())
    if jenis is JenisSel.BULAT:
        return str(int(value))
    return written(value, jenis).replace(MINUS, "-")
