"""Read appraisals of a table of people: those of the measured year, and of years that heads name.

A row that holds several years becomes several rows of reading: one table for each year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.evidence import tahun_dari
from .layout import DEGREE, SENTENCE, STATE
from .layout_columns import APPRAISAL, STATEMENTS, of_year, other_years
from .parse_beside import Columns
from .parse_codes import appraisal_code_reader, find_predikat, idea_reader
from .parse_dates import date_reader
from .parse_pairs import confirmed
from .parse_table import TableBuilder
from .parse_values import BLANK, Cell, Reader, appraisal_reader, are_fractions, out_of_scale
from .table import TableRead, Value

_NUMBERS = ("nilai", "skp", "perilaku")
_CODES = ("predikat", "hasil", "perilaku_kerja")


def read_appraisals(
    builder: TableBuilder, isi: Columns, sources: dict[str, str]
) -> list[TableRead]:
    """Read the appraisals of a table into its columns; return tables of those of other years."""
    years = other_years(builder.fields)
    if builder.has(*APPRAISAL):
        found = _Year(builder, {name: name for name in _names()}, 0)
        found.read(listed=not years and not builder.has(*STATE, *STATEMENTS, *SENTENCE, *DEGREE))
        isi.update(found.isi)
        sources.update(found.sources)
    tables = []
    for year in years:
        found = _Year(builder, {name: of_year(name, year) for name in _names()}, year)
        found.read(listed=False)
        rows = [i for i in range(builder.size) if any(v[i] is not None for v in found.said)]
        if rows:
            found.isi["penilaian.tahun"] = [year] * builder.size
            tables.append(builder.table("pegawai", found.isi, found.sources, only=rows))
    return tables


def _names() -> tuple[str, ...]:
    return (*_NUMBERS, *_CODES, "ide_baru", "dasar")


class _Year:
    """The appraisals of one year.

    Attributes:
        isi: `TableRead` field → values.
        sources: `TableRead` field → name of its column.
    """

    def __init__(self, builder: TableBuilder, at: Mapping[str, str], tahun: int) -> None:
        self._builder = builder
        self._at = {name: place for name, place in at.items() if builder.has(place)}
        self._tahun = tahun
        self.isi: Columns = {}
        self.sources: dict[str, str] = {}

    @property
    def said(self) -> list[list[Value]]:
        """The columns that say something of an appraisal."""
        return [self.isi[f"penilaian.{name}"] for name in APPRAISAL if name in self._at]

    def read(self, *, listed: bool) -> None:
        """Read all; in a list of appraisals a row without what it is for is kept out."""
        builder, at = self._builder, self._at
        essential = {"nilai", "predikat"} & at.keys() or {"skp", "perilaku"}
        found: Columns = {}
        if "dasar" in at:
            found["dasar"] = builder.read(at["dasar"], self._code_reader("dasar"))
        if not self._tahun and builder.has("tahun"):
            found["tahun"] = self._years(listed=listed)
        tops = self._tops(found)
        for name in (*_NUMBERS, *_CODES):
            if name in at:
                menolak = listed and name in essential
                reader = self._number_reader(name, tops)
                if name in _CODES:
                    reader = self._code_reader(name)
                found[name] = builder.read(at[name], reader, menolak=menolak)
                if name == at[name] == "predikat":
                    codes = appraisal_code_reader(name, builder.vocab, "", ids=True)
                    found[name] = confirmed(builder, name, found[name], codes)
                if name in _NUMBERS:
                    self._check_scale(name, found[name], tops, menolak=menolak)
        if "ide_baru" in at:
            found["ide_baru"] = builder.read(at["ide_baru"], idea_reader(builder.vocab))
        where = {name: at.get(name, name) for name in found}
        self._read_words(found, where)
        # Without its number, or its year, the rest of an appraisal would be taken for what it is
        # not.
        for i in builder.faulty(*(at[name] for name in ("nilai",) if name in at), "tahun"):
            for values in found.values():
                values[i] = None
        self.isi = {f"penilaian.{name}": values for name, values in found.items()}
        self.sources = {f"penilaian.{name}": source for name, source in where.items()}

    def _read_words(self, found: Columns, where: dict[str, str]) -> None:
        """Take a predikat from the column of the number where it has no column of its own."""
        if "nilai" not in found or "predikat" in self._at:
            return
        vocab = self._builder.vocab
        known = {
            value: find_predikat(vocab, value) if isinstance(value, str) else None
            for value in self._builder.distinct(self._at["nilai"])
        }
        if any(step is not None for step in known.values()):
            found["predikat"] = [known[raw] for raw in self._builder.raw(self._at["nilai"])]
            where["predikat"] = self._at["nilai"]

    # ------------------------------------------------------------ scales

    def _tops(self, found: Columns) -> Sequence[int]:
        """Return the end of the scale, thousandths: one for all rows, or one a row.

        A stated dasar decides. What is not of the measured year may be on any scale.
        """
        rules = self._builder.rules
        known = {int(dasar): top for dasar, top in rules.batas_atas.items()}
        widest = max((rules.batas_atas_nilai, *known.values()))
        if "dasar" not in found and "tahun" not in found:
            return [widest if self._tahun else rules.batas_atas_nilai]
        none: Sequence[Value] = [None] * self._builder.size
        measured = (None, rules.tahun + rules.tahun_kinerja)
        return [
            known.get(dasar, widest)
            if isinstance(dasar, int)
            else rules.batas_atas_nilai
            if not self._tahun and year in measured
            else widest
            for dasar, year in zip(found.get("dasar", none), found.get("tahun", none), strict=True)
        ]

    def _check_scale(
        self, name: str, values: list[Value], tops: Sequence[int], *, menolak: bool
    ) -> None:
        """Tell the numbers that are within the widest scale of the table but not of their row."""
        if len(set(tops)) < 2:
            return
        column, raw = self._builder.column(self._at[name]), self._builder.raw(self._at[name])
        for i, (value, top) in enumerate(zip(values, tops, strict=True)):
            if isinstance(value, int) and value > top:
                fault = out_of_scale(column.kepala, raw[i], top)
                self._builder.note(i, self._at[name], fault, menolak=menolak)
                values[i] = None

    # ------------------------------------------------------------ readers

    def _code_reader(self, name: str) -> Reader:
        column = self._builder.column(self._at[name])
        return appraisal_code_reader(name, self._builder.vocab, column.kepala, ids=column.id)

    def _number_reader(self, name: str, tops: Sequence[int]) -> Reader:
        vocab = self._builder.vocab
        head = self._builder.column(self._at[name]).kepala
        pecahan = are_fractions(self._builder.distinct(self._at[name]))
        number = appraisal_reader(head, max(tops, default=0), vocab, pecahan=pecahan)
        if name != "nilai" or "predikat" in self._at:
            return number

        def read(value: object) -> Cell:
            if isinstance(value, str) and find_predikat(vocab, value) is not None:
                return BLANK
            return number(value)

        return read

    def _years(self, *, listed: bool) -> list[Value]:
        builder = self._builder
        reader = date_reader(builder.column("tahun").kepala, builder.vocab)
        dates: Sequence[Value] = builder.read("tahun", reader, menolak=listed)
        return [tahun_dari(date) if isinstance(date, int) else None for date in dates]
