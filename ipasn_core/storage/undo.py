"""The journal as the one undo: which changes stand, and taking one back.

An undo applies the inverse of an entry's changeset, as a change of its own with an entry of its
own; a redo takes back an undo in the same way. What a later change touched is never overwritten:
the undo is refused, and the change that stands in the way is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import apsw

from ..errors import StorageError
from . import journal
from .database import Database
from .journal import Entry

UNDO, REDO = "urungkan", "ulangi"
ONTO = "atas"
"""Key in an undo's or redo's entry: the number of the entry it takes back."""

_FINAL = frozenset(("buat", "sahkan", "buka-kembali"))
"""What is not undone but followed by something else."""

_YEAR_COLUMN = {
    "tahun": 0,
    "target": 0,
    "impor": 1,
    "keadaan": 1,
    "pernyataan": 1,
    "temuan": 0,
    "abaikan": 3,
    "telaah": 0,
}
"""Table → column that holds the measured year of a row."""

_OF_SHEET = "SELECT i.tahun FROM lembar l JOIN impor i ON i.id = l.impor WHERE l.id = ?"
_YEAR_QUERY = {
    "cakupan": (2, _OF_SHEET),
    "abaikan": (0, "SELECT tahun FROM abaikan WHERE id = ?"),
}
"""Table → column of a row's key that leads to its year, and how.

What came or went with its file has that file's row in the same changeset.
"""


class InTheWay(StorageError):
    """A change cannot be taken back before a later one is.

    Args:
        entry: The change.
        blocking: The later one, which touched the same rows.
    """

    def __init__(self, entry: Entry, blocking: Entry) -> None:
        super().__init__(
            f"Perubahan nomor {entry.id} tidak dapat diurungkan: perubahan nomor {blocking.id} "
            f"({blocking.perbuatan}) sesudahnya menyentuh data yang sama.",
            f"Urungkan perubahan nomor {blocking.id} lebih dahulu.",
            "urungan-bertentangan",
        )
        self.blocking = blocking


Row = tuple[str, tuple[object, ...]]
"""Table and primary key."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What can be taken back.

    Attributes:
        berdiri: Entries that stand and may be undone, oldest first.
        terurung: Undos that may be redone, oldest first: nothing but undos and redos followed.
        lama: What could have been taken back before the file was migrated, and can't any more:
            its changesets are of other tables. None where it never was.
    """

    berdiri: tuple[Entry, ...]
    terurung: tuple[Entry, ...]
    lama: Standing | None = None

    def newest(self, perbuatan: str = "") -> Entry | None:
        """Return the newest entry that stands, of one verb where one is named."""
        found = (e for e in reversed(self.berdiri) if not perbuatan or e.perbuatan == perbuatan)
        return next(found, None)


def standing(entries: Iterable[Entry]) -> Standing:
    """Follow the journal from its beginning and tell what stands at its end."""
    known: dict[int, Entry] = {}
    stands: set[int] = set()
    undone: list[Entry] = []
    before: Standing | None = None
    for entry in entries:
        known[entry.id] = entry
        if entry.perbuatan == UNDO:
            stands.discard(_onto(entry))
            undone.append(entry)
        elif entry.perbuatan == REDO:
            taken_back = known[_onto(entry)]
            undone.remove(taken_back)
            stands.add(_onto(taken_back))
        elif entry.perbuatan == journal.MIGRATION:
            past = before or Standing((), ())
            kept = tuple(known[n] for n in sorted(stands))
            before = Standing(past.berdiri + kept, tuple(undone) or past.terurung)
            stands.clear()
            undone.clear()
        else:
            undone.clear()
            if may_be_undone(entry):
                stands.add(entry.id)
    return Standing(tuple(known[n] for n in sorted(stands)), tuple(undone), before)


def may_be_undone(entry: Entry) -> bool:
    """Tell whether an entry may be taken back: it changed data, and is not final."""
    kept = entry.perbuatan in (UNDO, REDO, journal.MIGRATION) or entry.perbuatan in _FINAL
    return entry.muatan_sha256 is not None and not kept


def _onto(entry: Entry) -> int:
    return int(str(entry.isi[ONTO]))


def revert(db: Database, entry: Entry, later: Sequence[Entry]) -> None:
    """Apply the inverse of an entry's changeset, within the change that is open.

    Args:
        db: The project file.
        entry: The entry to take back.
        later: Entries after it that stand, oldest first: one of them may stand in the way.

    Raises:
        StorageError: A later change touched the same rows; it is named.
    """
    met: list[Row | None] = []

    def on_conflict(kind: int, change: apsw.TableChange) -> int:
        of_row = kind != apsw.SQLITE_CHANGESET_FOREIGN_KEY
        met.append(_row(change) if of_row else None)
        return apsw.SQLITE_CHANGESET_ABORT

    try:
        apsw.Changeset.apply(
            journal.unpacked(_payload(db, entry)),
            db.connection,
            conflict=on_conflict,
            flags=apsw.SQLITE_CHANGESETAPPLY_INVERT,
        )
    except (apsw.AbortError, apsw.ConstraintError) as fault:
        # SQLite tells a reference left dangling as a constraint, every other conflict as an abort.
        if not later and None in met:
            raise _kept_by_signing() from fault
        raise _in_the_way(db, entry, later, met[-1] if met else None) from fault


def touched_years(db: Database, entry: Entry) -> frozenset[int]:
    """Return the measured years whose rows an entry changed."""
    years: set[int] = set()
    keys: dict[str, set[object]] = {name: set() for name in _YEAR_QUERY}
    for change in _changes(db, entry):
        both = [values for values in (change.old, change.new) if values is not None]
        column = _YEAR_COLUMN.get(change.name)
        if column is not None:
            years |= {year for values in both if isinstance(year := values[column], int)}
        if change.name in keys:
            at = _YEAR_QUERY[change.name][0]
            keys[change.name] |= {values[at] for values in both}
    for name, found in keys.items():
        query = _YEAR_QUERY[name][1]
        for key in found:
            if isinstance(key, (int, str)):
                years |= {year for (year,) in db.rows(query, (key,))}
    return frozenset(years)


def _payload(db: Database, entry: Entry) -> bytes:
    row = db.one("SELECT isi FROM muatan WHERE jurnal = ?", (entry.id,))
    if row is None or not isinstance(row[0], bytes):
        raise StorageError(
            "Isi perubahan itu tidak lagi tersimpan.",
            "Perubahan itu tidak dapat diurungkan; betulkan datanya dengan mengimpor lagi.",
            "muatan-tidak-ada",
        )
    return row[0]


def _changes(db: Database, entry: Entry) -> Iterator[apsw.TableChange]:
    return apsw.Changeset.iter(journal.unpacked(_payload(db, entry)))


def _row(change: apsw.TableChange) -> Row:
    values = change.old if change.old is not None else change.new
    assert values is not None  # a change has one or both
    return change.name, tuple(values[k] for k in sorted(change.pk_columns))


def _kept_by_signing() -> StorageError:
    """Say that what came of a change is referred to from outside the journal: by a signing."""
    return StorageError(
        "Tahun yang ditambahkan tidak dapat diurungkan: tahun itu pernah disahkan, dan "
        "pengesahannya tetap disimpan.",
        "Biarkan tahun itu; datanya tetap dapat diubah.",
        "urungan-bertentangan",
    )


def _in_the_way(
    db: Database, entry: Entry, later: Sequence[Entry], row: Row | None
) -> StorageError:
    """Name the newest later change that touched the row; without a row, the newest of all."""
    blocking = next(
        (
            one
            for one in reversed(later)
            if row is None or any(_row(change) == row for change in _changes(db, one))
        ),
        None,
    )
    if blocking is None:
        return StorageError(
            "Perubahan itu tidak dapat diurungkan: datanya sudah diubah di luar program.",
            "Periksa keutuhan berkasnya.",
            "urungan-bertentangan",
        )
    return InTheWay(entry, blocking)
