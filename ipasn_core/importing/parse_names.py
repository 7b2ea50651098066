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
    # Nearly every name begins with a letter: that alone is asked without a call.
    found = [
        value if value is None or str(value)[0].isalpha() or _is_name(str(value)) else None
        for value in cells
    ]
    if not builder.has("gelar_depan", "gelar_belakang"):
        return found
    front = builder.texts("gelar_depan")
    back = builder.texts("gelar_belakang")
    return [
        name and _titled(str(name), _title(before), _title(behind))
        for before, name, behind in zip(front, found, back, strict=True)
    ]


def _is_name(text: str) -> bool:
    """Tell a name from a dash or a number where one is wanted."""
    return any(map(str.isalpha, text))


def _titled(name: str, before: str, behind: str) -> str:
    """Return a name with its gelar, unless it has them already."""
    plain = name.casefold()
    if before and not plain.startswith(before.casefold()):
        name = f"{before} {name}"
    return f"{name}, {behind}" if behind and not plain.endswith(behind.casefold()) else name


def _first_line(value: object) -> Cell:
    return read_text(value.split("\n")[0] if isinstance(value, str) else value)


def _title(value: Value) -> str:
    return "" if value in (None, "-") else str(value)
