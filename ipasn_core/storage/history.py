"""Whom an entry of the journal changed: its changesets read from the beginning.

A change names its row by key and says only what changed, so whose a record is has to be followed
from the entry that brought it.
"""

from __future__ import annotations

import apsw

from . import journal
from .database import Database
from .persons import COLUMNS

_PEGAWAI_COLUMN = {**dict.fromkeys(COLUMNS, 1), "keadaan": 0, "hadir": 0}
_PEGAWAI_COLUMN |= {"pernyataan": 0, "cakupan": 0}
"""Table → column that holds the person's id."""

_NIP_COLUMN = {"temuan": 10, "abaikan": 2}
"""Table of findings → column that holds the NIP."""


def entries_about(db: Database, nip: int) -> frozenset[int]:
    """Return the numbers of the entries that changed something of a person.

    Args:
        db: The project file.
        nip: An NIP that the person has, or had before it was corrected.
    """
    walk = _Walk(nip, _known_ids(db, nip))
    found = set()
    for number, verb, packed in db.each(
        "SELECT j.id, j.perbuatan, m.isi FROM jurnal j JOIN muatan m ON m.jurnal = j.id"
        " ORDER BY j.id"
    ):
        # Every change is looked at: what an entry brings is needed to understand the next ones.
        told = sum(walk.concerns(one) for one in apsw.Changeset.iter(journal.unpacked(packed)))
        # A migration writes everybody down anew, and is about nobody.
        if told and verb != journal.MIGRATION:
            found.add(number)
    return frozenset(found)


def _known_ids(db: Database, nip: int) -> set[int]:
    """Return the ids of those who have the NIP, or had it when an edit was made."""
    rows = db.rows(
        "SELECT id FROM pegawai WHERE nip = ?1 UNION"
        " SELECT json_extract(isi, '$.pegawai') FROM jurnal"
        " WHERE ?2 IN (json_extract(isi, '$.nip'), json_extract(isi, '$.nip_lain'))",
        (nip, str(nip)),
    )
    return {number for (number,) in rows if isinstance(number, int)}


class _Walk:
    """What is known of a person's rows while the journal is read."""

    def __init__(self, nip: int, ids: set[int]) -> None:
        self._nip = nip
        self._ids = ids
        self._rows: set[tuple[object, ...]] = set()

    def concerns(self, change: apsw.TableChange) -> bool:
        """Tell whether a change is about the person, and remember its row if it is."""
        both = [values for values in (change.old, change.new) if values is not None]
        if change.name == "pegawai":
            told = any(values[0] in self._ids or values[1] == self._nip for values in both)
            if told:
                self._ids |= {values[0] for values in both if isinstance(values[0], int)}
            return told
        if change.name in _PEGAWAI_COLUMN:
            column, mine = _PEGAWAI_COLUMN[change.name], self._ids
        elif change.name in _NIP_COLUMN:
            column, mine = _NIP_COLUMN[change.name], {self._nip}
        else:
            return False
        key = sorted(change.pk_columns)
        rows = {(change.name, *(values[k] for k in key)) for values in both}
        told = any(isinstance(v[column], int) and v[column] in mine for v in both)
        if column and told:
            self._rows |= rows
        return told or bool(column and rows & self._rows)
