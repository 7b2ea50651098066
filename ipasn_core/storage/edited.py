"""Whom the newest entries of the journal changed, where they changed nothing but people.

After an edit by hand the people it touched are loaded anew, not the whole year; what that cannot
do is told, and the year is loaded from the beginning.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import apsw

from . import journal
from .database import Database
from .journal import Entry
from .persons import COLUMNS

MANY = 500
"""So many people at once are not loaded one by one."""

_WHOLE_YEAR = frozenset(("sahkan", "buka-kembali", journal.MIGRATION))
"""Entries after which a year is another, whatever rows they wrote."""
_NIP = 10
"""Column of a finding that holds whom it is about."""


@dataclass(slots=True)
class Edited:
    """What was changed.

    Attributes:
        orang: Ids of the people.
        temuan: Whether findings of reading are in another state.
    """

    orang: set[int] = field(default_factory=set)
    temuan: bool = False


def edited_people(db: Database, tahun: int, entries: Iterable[Entry]) -> Edited | None:
    """Return whom entries changed in a year; None where more than people's own data changed.

    Args:
        db: The project file.
        tahun: The measured year.
        entries: The entries.
    """
    found = Edited()
    for entry in entries:
        if entry.perbuatan in _WHOLE_YEAR:
            return None
        if entry.muatan_sha256 is None:
            continue
        packed = db.rows("SELECT isi FROM muatan WHERE jurnal = ?", (entry.id,))[0][0]
        for change in apsw.Changeset.iter(journal.unpacked(packed)):
            if not _told(db, tahun, change, found) or len(found.orang) > MANY:
                return None
    return found


def _told(db: Database, tahun: int, change: apsw.TableChange, found: Edited) -> bool:
    """Note whom a change is about; tell whether it is about people that stay in the year."""
    old, new = change.old or (), change.new or ()
    name = change.name
    if name == "abaikan" or (name == "opd" and change.op == "INSERT"):
        return True
    if name in COLUMNS:
        people = {values[1] for values in (old, new) if values and isinstance(values[1], int)}
        if not people:
            number = old[0] if isinstance(old[0], int) else 0
            rows = db.rows(f"SELECT pegawai FROM {name} WHERE id = ?", (number,))
            people = {row[0] for row in rows}
        found.orang |= people
        return True
    if name == "pernyataan":
        return _of_year(change, tahun, found)
    if name == "keadaan":
        return change.op == "UPDATE" and _of_year(change, tahun, found)
    if name == "pegawai":
        same = change.op == "UPDATE" and not isinstance(new[1], int)
        found.orang |= {one for one in old[:1] if isinstance(one, int)}
        return same
    return name == "temuan" and _of_finding(db, tahun, change, found)


def _of_year(change: apsw.TableChange, tahun: int, found: Edited) -> bool:
    values = change.old or change.new or ()
    person, year = values[0], values[1]
    if year == tahun and isinstance(person, int):
        found.orang.add(person)
    return True


def _of_finding(db: Database, tahun: int, change: apsw.TableChange, found: Edited) -> bool:
    """Note of whom a finding is whose state is another; coverage must not hang on it."""
    if change.op != "UPDATE" or isinstance((change.new or ())[_NIP], int):
        return False
    old = change.old or ()
    if old[0] != tahun:
        return True
    found.temuan = True
    number = old[1] if isinstance(old[1], str) else ""
    rows = db.rows(
        "SELECT p.id FROM temuan t JOIN pegawai p ON p.nip = t.nip"
        " WHERE t.tahun = ? AND t.id = ? AND t.tahan = '[]'",
        (tahun, number),
    )
    found.orang |= {row[0] for row in rows}
    return bool(rows)
