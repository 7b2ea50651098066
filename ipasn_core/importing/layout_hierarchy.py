"""The hierarchy of units, a sheet of its own: from a person's lowest unit up to the OPD."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .layout_heads import text_of
from .sheet import Sheet
from .vocabulary import Vocabulary, key

WIDE = 64
"""Columns beyond which a table is no list of units."""

SEARCHED = 20
"""Rows in which its header can stand."""


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Units of the agency.

    Attributes:
        menurut_id: Id of a unit → its OPD.
        menurut_nama: Key of a unit's name → its OPD, where all units of that name have the same.
    """

    menurut_id: Mapping[str, str] = field(default_factory=dict)
    menurut_nama: Mapping[str, str] = field(default_factory=dict)

    def opd(self, unit: object, nama: object) -> str | None:
        """Return the OPD of a unit by its id, else by its name; None where neither is known."""
        found = self.menurut_id.get(_id(unit))
        return found if found is not None else self.menurut_nama.get(key(text_of(nama)))


def read_hierarchy(sheet: Sheet, vocab: Vocabulary) -> Hierarchy | None:
    """Read a sheet that lists units with their superiors; None where it is none.

    The OPD is the ancestor directly below the unit without a superior. Where the sheet does not
    list the superior a unit names, that superior is the one without.
    """
    for row in range(min(sheet.jumlah_baris, SEARCHED)):
        values = sheet.baris(row)
        if len(values) - values.count(None) > WIDE:
            continue
        texts = list(map(text_of, values))
        heads = [vocab.head(text) if text else None for text in texts]
        at = {head.bidang: n for n, head in enumerate(heads) if head is not None}
        if at.keys() >= {"unor_id", "unor_atasan", "opd"} and not at.keys() & {"nip", "nama_nip"}:
            columns = (sheet.kolom[at[name]][row + 1 :] for name in ("unor_id", "opd"))
            above = sheet.kolom[at["unor_atasan"]][row + 1 :]
            return _hierarchy(zip(*columns, above, strict=True))
    return None


def merge(found: Iterable[Hierarchy]) -> Hierarchy:
    """Return all hierarchies of a call as one."""
    by_id: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for one in found:
        by_id |= one.menurut_id
        by_name |= one.menurut_nama
    return Hierarchy(by_id, by_name)


def _hierarchy(rows: Iterable[tuple[object, object, object]]) -> Hierarchy:
    units = {_id(unit): (text_of(nama), _id(above)) for unit, nama, above in rows if text_of(unit)}
    by_id = {unit: units[_below_top(unit, units)][0] for unit in units}
    by_name: dict[str, set[str]] = {}
    for unit, (nama, _) in units.items():
        by_name.setdefault(key(nama), set()).add(by_id[unit])
    sure = {nama: opd.pop() for nama, opd in by_name.items() if len(opd) == 1}
    return Hierarchy(by_id, sure)


def _below_top(unit: str, units: Mapping[str, tuple[str, str]]) -> str:
    """Walk up to the unit whose superior has none; a circle ends where it began."""
    seen = {unit}
    while True:
        above = units[unit][1]
        if above in seen or above not in units or not units[above][1]:
            return unit
        seen.add(above)
        unit = above


def _id(value: object) -> str:
    return text_of(value).lstrip("'").casefold()
