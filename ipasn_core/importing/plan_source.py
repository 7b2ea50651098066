"""A table as planning sees it: which rows reading let in, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import repeat
from typing import cast

from ..model.change import Origin
from ..model.evidence import KEADAAN, PENILAIAN
from ..model.vocab import Bukti, slug
from .table import TableRead, Value

Part = tuple[Value, ...]
"""The values that one row gives to the fields of a group."""

Group = tuple[str, int]
"""Fields that travel together: a key of `FIELDS`, and the appraised year (else 0)."""

PEGAWAI, NILAI = "pegawai", "penilaian"

FIELDS: Mapping[str, tuple[str, ...]] = {
    "keadaan": tuple(field.name for field in KEADAAN),
    NILAI: tuple(f"penilaian.{field.name}" for field in PENILAIAN),
    **{f"pernyataan.{slug(kind)}": (f"pernyataan.{slug(kind)}",) for kind in Bukti},
}
"""Group → its fields as `TableRead.isi` names them, in the order of `evidence`."""

KIND: Mapping[str, Bukti] = {f"pernyataan.{slug(kind)}": kind for kind in Bukti}
"""Group of a statement → its kind of evidence."""


WEAK = frozenset({"nama", "jabatan", "opd"})
"""Fields that a history of appraisals repeats from elsewhere, spelled as it likes."""


@dataclass(frozen=True, slots=True)
class Source:
    """A table with its place in the plan.

    Attributes:
        tabel: The table.
        tempat: Its sheet's index among the `SourceSheet`s of its file.
        jenis: "pegawai", "penilaian" (a history of appraisals), or the name of a set.
        masuk: Indices of the rows that came in so far and whose NIP is known.
        pendamping: Its rows are also rows of a pegawai table: the degrees beside a wide one, its
            appraisals of other years.
    """

    tabel: TableRead
    tempat: int
    jenis: str
    masuk: Sequence[int]
    pendamping: bool = False

    def nips(self, rows: Sequence[int] | None = None) -> Sequence[int]:
        """Return the NIP of some rows, by default of those that came in."""
        return self.pick(self.tabel.nip, rows)

    def pick(self, column: Sequence[Value], rows: Sequence[int] | None = None) -> Sequence[int]:
        """Return a column's values of some rows, by default of those that came in."""
        if rows is None:
            rows = self.masuk
        picked = column if len(rows) == len(column) else [column[i] for i in rows]
        return cast(Sequence[int], picked)  # its field says what a column holds

    def origins(self, rows: Sequence[int]) -> list[Origin]:
        """Return where rows stand."""
        file, place = self.tabel.berkas_ke, self.tempat
        return [(file, place, row) for row in self.pick(self.tabel.baris, rows)]

    def origin(self, row: int) -> Origin:
        """Return where a row stands."""
        return self.tabel.berkas_ke, self.tempat, self.tabel.baris[row]

    @property
    def sheet(self) -> Origin:
        """Where the table as a whole stands: row 0."""
        return self.tabel.berkas_ke, self.tempat, 0

    def parts(self, fields: Sequence[str], rows: Sequence[int]) -> list[Part]:
        """Return the values of some fields, row by row; None for a field the table lacks."""
        isi = self.tabel.isi
        columns = [self.pick(isi[name], rows) if name in isi else repeat(None) for name in fields]
        if not any(name in isi for name in fields):
            return [(None,) * len(fields)] * len(rows)
        return list(zip(*columns, strict=False))

    def groups(
        self, rows: Sequence[int], tahun_nilai: int
    ) -> Iterator[tuple[Group, Sequence[int], list[Part]]]:
        """Take rows apart into groups; rows that say nothing of a group are left out of it.

        What a history of appraisals says besides is not among them.

        Args:
            rows: Indices of rows.
            tahun_nilai: The year of an appraisal whose row does not say.
        """
        isi = self.tabel.isi
        for name, fields in FIELDS.items():
            if not any(field in isi for field in fields):
                continue
            if name == "keadaan" and self.jenis == NILAI:
                continue  # a history's names help out (`weak`), they contradict nobody
            for year, own in self._by_year(rows, tahun_nilai) if name == NILAI else [(0, rows)]:
                parts = self.parts(fields, own)
                blank = (None,) * len(fields)
                if blank in parts:
                    own = [i for i, part in zip(own, parts, strict=True) if part != blank]
                    parts = [part for part in parts if part != blank]
                if own:
                    yield (name, year), own, parts

    def contents(self, rows: Sequence[int], tahun_nilai: int) -> list[tuple[object, ...]]:
        """Return all that each row says, comparable with rows of any other single-valued table."""
        columns: list[Sequence[object]] = []
        for name, fields in FIELDS.items():
            parts = self.parts(fields, rows)
            columns.append(parts)
            if name == NILAI:
                years = self._years(rows, tahun_nilai)
                blank = (None,) * len(fields)
                pairs = zip(years, parts, strict=True)
                columns.append([0 if part == blank else year for year, part in pairs])
        return list(zip(*columns, strict=True))

    def says(self, row: int, name: str, year: int, tahun_nilai: int) -> bool:
        """Tell whether a row gives a value to a field (of an appraised year, if it is not 0)."""
        column = self.tabel.isi.get(name)
        if column is None or column[row] is None:
            return False
        return not year or self._years([row], tahun_nilai)[0] == year

    def year_of(self, row: int, default: int) -> int:
        """Return the appraised year that a row speaks of."""
        return self._years([row], default)[0]

    def _years(self, rows: Sequence[int], default: int) -> list[int]:
        years = self.tabel.isi.get("penilaian.tahun")
        if years is None:
            return [default] * len(rows)
        return [year or default for year in self.pick(years, rows)]

    def _by_year(self, rows: Sequence[int], default: int) -> list[tuple[int, Sequence[int]]]:
        if "penilaian.tahun" not in self.tabel.isi:
            return [(default, rows)]
        found: dict[int, list[int]] = {}
        for i, year in zip(rows, self._years(rows, default), strict=True):
            found.setdefault(year, []).append(i)
        return list(found.items())


def sources(tables: Sequence[TableRead]) -> list[Source]:
    """Order tables by file, sheet and row, and give each its place."""
    ordered = sorted(
        tables,
        key=lambda t: (t.berkas_ke, t.lembar_ke, t.jenis != PEGAWAI, min(t.baris, default=0)),
    )
    sheets = list(dict.fromkeys((table.berkas_ke, table.lembar_ke) for table in ordered))
    first = {file: at for at, (file, _) in reversed(list(enumerate(sheets)))}
    place = {sheet: at - first[sheet[0]] for at, sheet in enumerate(sheets)}
    found: list[Source] = []
    main: dict[tuple[int, int], str] = {}
    for table in ordered:
        sheet = (table.berkas_ke, table.lembar_ke)
        beside = sheet in main
        kind = main.setdefault(sheet, _kind(table))
        # Beside a wide table lie its degrees and sentences, and the appraisals of other years,
        # which are of its own kind.
        jenis = kind if beside and table.jenis == PEGAWAI else _kind(table)
        found.append(Source(table, place[sheet], jenis, _let_in(table), beside))
    return found


def _kind(table: TableRead) -> str:
    """Tell a history of appraisals, which has years or nothing else, from a pegawai table."""
    if table.jenis != PEGAWAI:
        return table.jenis
    other = {name for name in table.isi if not name.startswith("penilaian.")}
    history = len(other) < len(table.isi) and (
        not other or ("penilaian.tahun" in table.isi and other <= WEAK)
    )
    return NILAI if history else PEGAWAI


def _let_in(table: TableRead) -> Sequence[int]:
    if any(table.ditolak) or 0 in table.nip:
        pairs = enumerate(zip(table.nip, table.ditolak, strict=True))
        return [i for i, (nip, out) in pairs if nip and not out]
    return range(len(table.baris))


def without_companions(own: Sequence[Source], out: Set[int]) -> list[Source]:
    """Return the tables less those rows of companions whose pegawai rows stay out."""
    if not out:
        return list(own)
    return [
        replace(source, masuk=[i for i in source.masuk if source.tabel.nip[i] not in out])
        if source.pendamping
        else source
        for source in own
    ]
