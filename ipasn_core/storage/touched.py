"""Whom an entry of the journal changed: people, by its changeset."""

from __future__ import annotations

from collections.abc import Iterator

import apsw

from . import journal
from .database import Database
from .persons import COLUMNS

_ORIGIN = 2
"""The last columns of a row: sheet and row it came from, which say nothing of the person."""
_RECORDS = tuple(COLUMNS)
_PERSON = {"pegawai": 0, "keadaan": 0, "pernyataan": 0, **dict.fromkeys(_RECORDS, 1)}
"""Table → column that holds the person; an update of a record names only its key, before it."""


def people_changed(db: Database, entry: int) -> frozenset[int]:
    """Return the ids of the people of whom an entry changed what is known.

    That somebody was listed again, or that the same values came with another file, changes nobody.
    A record that was removed later can't tell any more whose it was, where the entry only changed
    it.

    Args:
        db: The project file.
        entry: Its number.
    """
    everybody = int(db.rows("SELECT count(*) FROM pegawai")[0][0])
    found: set[int] = set()
    rows: dict[str, set[int]] = {name: set() for name in _RECORDS}
    for change in _changes(db, entry):
        column = _PERSON.get(change.name)
        if column is None or (change.op == "UPDATE" and not _says_something(change)):
            continue
        values = change.new if change.op == "INSERT" else change.old
        assert values is not None  # what is changed or goes has been there
        whose = values[column]
        if isinstance(whose, int):
            found.add(whose)
        elif isinstance(key := values[0], int):
            rows[change.name].add(key)
        if len(found) == everybody:
            break  # a first import need not be read to its end
    for name, keys in rows.items():
        for key in keys:
            owners = db.rows(f"SELECT pegawai FROM {name} WHERE id = ?", (key,))
            found |= {whose for (whose,) in owners}
    return frozenset(found)


def _changes(db: Database, entry: int) -> Iterator[apsw.TableChange]:
    row = db.one("SELECT isi FROM muatan WHERE jurnal = ?", (entry,))
    return iter(()) if row is None else apsw.Changeset.iter(journal.unpacked(row[0]))


def _says_something(change: apsw.TableChange) -> bool:
    """Tell whether an update is of what is known of people, not of where it came from."""
    if change.name == "pegawai":
        return True
    assert change.new is not None
    return any(value is not apsw.no_change for value in change.new[:-_ORIGIN])
