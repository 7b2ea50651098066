"""The tables of a project file: their versions, and which of them the journal records.

Migrations are the numbered SQL scripts of `migrations/`; `user_version` is the number of the last
one that ran. What a file must look like is not written down twice: the same scripts are run in
memory and both schemas compared.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import apsw

APPLICATION_ID = 0x4950534E
"""“IPSN”, in the header of every project file."""

OUTSIDE_TABLES = ("jurnal", "muatan", "pengesahan")
"""Never undone: the journal itself, its payloads, what is signed."""

Object = tuple[str, str, str, str | None]
"""A row of sqlite_schema: type, name, table, SQL."""

_MIGRATIONS = Path(__file__).with_name("migrations")


@dataclass(frozen=True, slots=True)
class Schema:
    """What a project file of a version looks like, as the scripts that make it.

    Attributes:
        scripts: In order; the n-th leads to version n. A script holds no transaction of its own;
            it runs with foreign keys off, and they are checked when all have run.
    """

    scripts: tuple[str, ...]

    @property
    def version(self) -> int:
        """The newest version, the only one that is written."""
        return len(self.scripts)

    def at(self, version: int) -> Schema:
        """Return the schema of a version that is no newer."""
        return Schema(self.scripts[:version])

    def sha256(self) -> str:
        """Return the fingerprint of all scripts."""
        return hashlib.sha256("\n".join(self.scripts).encode()).hexdigest()

    def build(self, connection: apsw.Connection) -> None:
        """Make all tables in an empty database, within the transaction that is open."""
        connection.pragma("application_id", APPLICATION_ID)
        self.advance(connection, 0)

    def advance(self, connection: apsw.Connection, above: int) -> None:
        """Run the scripts above a version, within the transaction that is open."""
        for script in self.scripts[above:]:
            for _row in connection.execute(script):  # a script runs only as far as it is read
                pass
        connection.pragma("user_version", self.version)

    def objects(self) -> frozenset[Object]:
        """Return what a project file of this version declares: no less, and nothing besides."""
        return _built(self)


@cache
def current() -> Schema:
    """Return the schema of this program."""
    return Schema(tuple(path.read_text("utf-8") for path in sorted(_MIGRATIONS.glob("*.sql"))))


def objects(connection: apsw.Connection) -> frozenset[Object]:
    """Return everything the database's schema declares."""
    return frozenset(
        (str(kind), str(name), str(table), None if sql is None else str(sql))
        for kind, name, table, sql in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema"
        )
    )


def covered(connection: apsw.Connection) -> tuple[str, ...]:
    """Return the tables that the journal records and undoes: all but `OUTSIDE_TABLES`."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
        " ESCAPE '\\' ORDER BY rowid"
    )
    return tuple(str(name) for (name,) in names if name not in OUTSIDE_TABLES)


@cache
def _built(schema: Schema) -> frozenset[Object]:
    connection = apsw.Connection(":memory:")
    try:
        schema.build(connection)
        return objects(connection)
    finally:
        connection.close()
