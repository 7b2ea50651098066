"""Read names, with the gelar that stand in columns of their own."""

from __future__ import annotations

from .parse_table import TableBuilder
from .parse_values import Cell, read_text
from .table import Value
from .vocabulary import key


def names(builder: TableBuilder) -> list[Value]:
    """Return the names, with gelar from columns of their own as "GELAR NAMA, GELAR"."""
    head = key(builder.column("nama").kepala)
    if "ttl" in head or "tempat" in head:
        # NAMA/TTL: the place and date of birth stand on the second line.
        cells = builder.read("nama", _first_line, menolak=True)
    else:
        cells = builder.texts("nama", menolak=True)
    if not builder.has("gelar_depan", "gelar_belakang"):
        return cells
    front = builder.texts("gelar_depan")
    back = builder.texts("gelar_belakang")
    return [
        name and " ".join(filter(None, (_title(before), str(name)))) + _suffix(behind)
        for before, name, behind in zip(front, cells, back, strict=True)
    ]


def _first_line(value: object) -> Cell:
    return read_text(value.split("\n")[0] if isinstance(value, str) else value)


def _title(value: Value) -> str:
    return "" if value in (None, "-") else str(value)


def _suffix(value: Value) -> str:
    return f", {_title(value)}" if _title(value) else ""
