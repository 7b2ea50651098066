"""Whom an entry of the journal changed: people, by its changeset."""

from __future__ import annotations

from collections.abc import Iterator

import apsw

from . import journal
from .database import Database
from .persons import COLUMNS

_ORIGIN = 2
"""The last columns of a row: sheet and row it came from, which say nothing of the person."""
_STATES = ("keadaan", "pernyataan")
"""Tables whose key begins with the person; the others have a key of their own before it."""
_RECORDS = tuple(COLUMNS)


def people_changed(db: Database, entry: int) -> frozenset[int]:
    """Return the ids of the people of whom an entry changed what is known.

    That somebody was listed again, or that the same values came with another file, changes nobody.
    A record that was removed later can't tell any more whose it was, where the entry only changed
    it.

    Args:
        db: The project file.
        entry: Its number.
    """
    found: set[int] = set()
    rows: dict[str, set[int]] = {name: set() for name in _RECORDS}
    for change in _changes(db, entry):
        if not _says_something(change):
            continue
        whose = _person(change)
        if whose:
            found.add(whose)
        else:
            rows[change.name].add(_key(change))
    for name, keys in rows.items():
        found |= {whose for key in keys for (whose,) in
                  db.rows(f"SELECT pegawai FROM {name} WHERE id = ?", (key,))}  # fmt: skip
    return frozenset(found)


def _changes(db: Database, entry: int) -> Iterator[apsw.TableChange]:
    row = db.one("SELECT isi FROM muatan WHERE jurnal = ?", (entry,))
    return iter(()) if row is None else apsw.Changeset.iter(journal.unpacked(row[0]))


def _says_something(change: apsw.TableChange) -> bool:
    """Tell whether a change is about what is known of people, not about where it came from."""
    if change.name == "pegawai":
        return True
    if change.name not in (*_STATES, *_RECORDS):
        return False
    if change.op != "UPDATE":
        return True
    assert change.new is not None
    values = change.new[:-_ORIGIN]
    return any(value is not apsw.no_change for value in values)


def _person(change: apsw.TableChange) -> int:
    """Return whom a change is about; 0 where it names but the key of a record."""
    column = 0 if change.name in ("pegawai", *_STATES) else 1
    both = [values for values in (change.old, change.new) if values is not None]
    return next((value for values in both if isinstance(value := values[column], int)), 0)


def _key(change: apsw.TableChange) -> int:
    both = [values for values in (change.old, change.new) if values is not None]
    return next((value for values in both if isinstance(value := values[0], int)), 0)
