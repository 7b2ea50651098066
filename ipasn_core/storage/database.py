"""`Database`: the connection, its refusals told as sentences, its rows as plain values.

Everything that talks to SQLite goes through here. The connection can only read (`query_only`)
until the journal opens a change, so no other code can write by accident.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any, cast

import apsw
import numpy as np
from numpy.typing import NDArray

from .faults import told
from .schema import Schema

Value = int | str | bytes | float | None
Row = tuple[Any, ...]
"""STRICT tables hold what the schema declares: who selects a column knows its type."""

BUSY_MS = 5000
ROWS_AT_ONCE = 100
"""Rows that one statement inserts: more cost SQLite more than they save."""

LARGEST_VALUE = 512 * 1024 * 1024
"""No text or blob of a project file is longer; what claims to be is not read."""


class Database:
    """A connection to a project file, for one thread at a time.

    Args:
        path: The file, for sentences.
        connection: Opened and configured by `opening`.
        schema: Of the version that it has.
    """

    def __init__(self, path: Path, connection: apsw.Connection, schema: Schema) -> None:
        self.path = path
        self.connection = connection
        self.schema = schema
        self._thread = threading.get_ident()

    def rows(self, sql: str, bindings: Sequence[Value] = ()) -> list[Row]:
        """Return all rows of a query; no cursor stays open."""
        self._assert_thread()
        with told(self.path):
            return self.connection.execute(sql, tuple(bindings)).fetchall()

    def one(self, sql: str, bindings: Sequence[Value] = ()) -> Row | None:
        """Return the first row of a query, None where there is none."""
        found = self.rows(sql, bindings)
        return found[0] if found else None

    def each(self, sql: str, bindings: Sequence[Value] = ()) -> Iterator[Row]:
        """Yield the rows of a query that is read to its end at once, without a list of them."""
        self._assert_thread()
        with told(self.path):
            yield from self.connection.execute(sql, tuple(bindings))

    def integers(self, sql: str, width: int, bindings: Sequence[Value] = ()) -> NDArray[np.int64]:
        """Return int64[rows, width] of a query whose every column is an integer."""
        self._assert_thread()
        with told(self.path):
            cursor = cast(Iterable[tuple[int, ...]], self.connection.execute(sql, tuple(bindings)))
            flat = np.fromiter(chain.from_iterable(cursor), np.int64)
        return flat.reshape(-1, width)

    def run(self, sql: str, bindings: Sequence[Value] = ()) -> int:
        """Run one statement and return how many rows it changed."""
        self._assert_thread()
        with told(self.path):
            for _row in self.connection.execute(sql, tuple(bindings)):
                pass
            return self.connection.changes()

    def run_many(self, sql: str, bindings: Iterable[Sequence[Value]]) -> int:
        """Run one statement for every tuple of values; return how many rows changed in all."""
        self._assert_thread()
        with told(self.path):
            before = self.connection.total_changes()
            for _row in self.connection.executemany(
                sql, cast(Iterable[tuple[Value, ...]], bindings)
            ):
                pass
            return self.connection.total_changes() - before

    def insert_many(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]], more: str = ""
    ) -> int:
        """Insert rows, many with one statement, which takes a third of the time.

        Args:
            table: The table.
            columns: Its columns that the rows fill.
            rows: The rows; asked for as they are written.
            more: What follows the values: " ON CONFLICT …".

        Returns:
            How many rows changed in all.
        """
        self._assert_thread()
        head = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "
        one = f"({', '.join('?' * len(columns))})"
        waiting = iter(rows)
        with told(self.path):
            before = self.connection.total_changes()
            while chunk := list(islice(waiting, ROWS_AT_ONCE)):
                sql = f"{head}{', '.join([one] * len(chunk))}{more}"
                for _row in self.connection.execute(sql, tuple(chain.from_iterable(chunk))):
                    pass
            return self.connection.total_changes() - before

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let all queries of the block see one state of the file."""
        self._assert_thread()
        with told(self.path), self.connection:
            yield

    def _assert_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("a project is used by the thread that opened it, and by no other")
