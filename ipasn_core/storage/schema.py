"""The tables of a project file: their versions, and which of them the journal records.

Migrations are the numbered SQL scripts of `migrations/`; `user_version` is the number of the last
one that ran. What a file must look like is not written down twice: the same scripts are run in
memory and both schemas compared.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import apsw

APPLICATION_ID = 0x4950534E
"""“IPSN”, in the header of every project file."""

SESSION_TABLES = (
    "tahun",
    "target",
    "pengaturan",
    "pemetaan",
    "impor",
    "lembar",
    "pegawai",
    "opd",
    "keadaan",
    "hadir",
    "pendidikan",
    "pengembangan",
    "hukuman",
    "penilaian",
    "pernyataan",
    "cakupan",
    "temuan",
    "abaikan",
    "telaah",
)
"""Recorded by the journal and undone by it, parents before children."""

OUTSIDE_TABLES = ("jurnal", "muatan", "pengesahan")
"""Never undone: the journal itself, its payloads, what is signed."""

Object = tuple[str, str, str, str | None]
"""A row of sqlite_schema: type, name, table, SQL."""

_MIGRATIONS = Path(__file__).with_name("migrations")


@cache
def migrations() -> tuple[str, ...]:
    """Return the scripts in order; the n-th leads to version n."""
    return tuple(path.read_text("utf-8") for path in sorted(_MIGRATIONS.glob("*.sql")))


def version() -> int:
    """Return the newest version, the only one this program writes."""
    return len(migrations())


def sha256(number: int) -> str:
    """Return the fingerprint of all scripts up to a version."""
    return hashlib.sha256("\n".join(migrations()[:number]).encode()).hexdigest()


def build(connection: apsw.Connection) -> None:
    """Make all tables in an empty database, within the transaction that is open."""
    connection.pragma("application_id", APPLICATION_ID)
    for script in migrations():
        for _row in connection.execute(script):  # a script runs only as far as it is read
            pass
    connection.pragma("user_version", version())


def objects(connection: apsw.Connection) -> frozenset[Object]:
    """Return everything the database's schema declares."""
    return frozenset(
        (str(kind), str(name), str(table), None if sql is None else str(sql))
        for kind, name, table, sql in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema"
        )
    )


@cache
def expected_objects() -> frozenset[Object]:
    """Return what a project file of this version declares: no less, and nothing besides."""
    connection = apsw.Connection(":memory:")
    try:
        build(connection)
        return objects(connection)
    finally:
        connection.close()
