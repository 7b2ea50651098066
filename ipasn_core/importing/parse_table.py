"""`TableBuilder`: the columns of one table on their way to values, and the faults met there.

Each distinct raw value of a column is read once; what is wrong with it is told for every row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model.cards_people import NIP_KOSONG
from ..model.cards_tables import RUMUS_TANPA_HASIL, SEL_GALAT
from ..model.change import ImportRules
from ..model.finding import Card, Finding
from ..model.vocab import Bukti
from .layout import Layout
from .layout_columns import Column
from .layout_heads import text_of
from .layout_hierarchy import Hierarchy
from .parse_cells import Cells
from .parse_nip import read_nips, split_name
from .parse_rows import DataRows
from .parse_values import Fault, Reader, read_text
from .sheet import JenisCacat, Sheet, column_number
from .sheet_choice import JenisTabel
from .table import TableRead, Value
from .vocabulary import Vocabulary

SAMPLE = 1000
"""Cells by which a column of text is judged to repeat itself or not."""


Tahan = tuple[Bukti, ...] | list[tuple[Bukti, ...]]
"""Kinds of evidence whose coverage a fault withholds: of all rows alike, or row by row."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands in the call."""

    berkas_ke: int
    lembar_ke: int
    berkas: str
    sidik: str


@dataclass(frozen=True, slots=True)
class _Noted:
    baris: int
    bidang: str
    salah: Fault
    menolak: bool
    tahan: tuple[Bukti, ...]


class TableBuilder:
    """One table being read.

    Attributes:
        sheet: Its sheet.
        layout: Its columns.
        vocab: The vocabulary.
        rules: What importing knows of the year.
        hierarki: The call's hierarchy of units, if it has one.
        rows: Its rows.
        size: How many.
        nip: NIP of each row, 0 where faulty.
        ditolak: 1 where the row is kept out.
    """

    def __init__(
        self,
        place: Place,
        sheet: Sheet,
        layout: Layout,
        rows: DataRows,
        vocab: Vocabulary,
        rules: ImportRules,
        hierarki: Hierarchy | None = None,
    ) -> None:
        self.hierarki = hierarki
        self._place = place
        self.sheet = sheet
        self.layout = layout
        self.vocab = vocab
        self.rules = rules
        self.rows = rows
        self.size = len(rows.nomor)
        self.ditolak = bytearray(self.size)
        self._noted: dict[tuple[int, str, str], _Noted] = {}
        self._faulty: dict[str, set[int]] = {}
        self._told: set[str] = set()
        self._raw: dict[str, list[object]] = {}
        self._distinct: dict[str, dict[object, None]] = {}
        self._columns: dict[str, Column] = dict(layout.kolom)
        self._defects = self._index_defects()
        self._split_names()
        self.nip = self._read_nip()
        self.siapa = self._who()

    def _index_defects(self) -> dict[int, list[tuple[int, Fault]]]:
        """Group error cells by column, with the index of their row in the table."""
        if not self.sheet.cacat:
            return {}
        at = {row: i for i, row in enumerate(self.rows.nomor)}
        found: dict[int, list[tuple[int, Fault]]] = {}
        for (row, col), cacat in sorted(self.sheet.cacat.items()):
            if row in at:
                head = self.layout.kepala[col] if col < len(self.layout.kepala) else ""
                if cacat.jenis is JenisCacat.GALAT:
                    fault = Fault(SEL_GALAT, {"kolom": head, "galat": cacat.teks})
                else:
                    fault = Fault(RUMUS_TANPA_HASIL, {"kolom": head})
                found.setdefault(col, []).append((at[row], fault))
        return found

    def _split_names(self) -> None:
        """Part a column that holds name and NIP into two."""
        column = self._columns.get("nama_nip")
        if column is None:
            return
        parts = [split_name(value) for value in self.raw("nama_nip")]
        for bidang, place in (("nama", 0), ("nip", 1)):
            if bidang not in self._columns:
                self._columns[bidang] = column
                self._raw[bidang] = [pair[place] or None for pair in parts]

    def _read_nip(self) -> list[int]:
        """Read the NIP; a dash for an NIP is no NIP of one character."""
        numbers, faults = read_nips(self.raw("nip"))
        if self.rows.tanpa_nip:
            at = {row: i for i, row in enumerate(self.rows.nomor)}
            faults |= {at[row]: Fault(NIP_KOSONG, {}) for row in self.rows.tanpa_nip}
        faults |= dict(self._defects.get(self._columns["nip"].ke, ()))
        for i, fault in sorted(faults.items()):
            self.note(i, "nip", fault, menolak=True)
        return numbers

    def _who(self) -> list[str]:
        raw = self.raw("nip")
        written = [value if type(value) is str else text_of(value) for value in raw]
        for i in self.faulty("nip"):
            written[i] = text_of(raw[i])
            blank = not written[i] or self.vocab.says("tidak_ada", written[i])
            if blank and "nama" in self._columns:
                written[i] = text_of(self.raw("nama")[i])
        return written

    # ------------------------------------------------------------ columns

    def has(self, *bidang: str) -> bool:
        """Tell whether the table has one of these columns."""
        return any(name in self._columns for name in bidang)

    def first(self, *bidang: str) -> str:
        """Return the first of these fields that has a column, empty if none."""
        return next((name for name in bidang if name in self._columns), "")

    @property
    def fields(self) -> Iterable[str]:
        """The names under which columns lie, as `Layout.kolom`."""
        return self._columns.keys()

    def column(self, bidang: str) -> Column:
        """Return the column of a field."""
        return self._columns[bidang]

    def raw(self, bidang: str) -> list[object]:
        """Return the raw values of a field in the table's rows."""
        known = self._raw.get(bidang)
        if known is None:
            known = self._raw[bidang] = _told_apart(self._cells_of(bidang))
        return known

    def _cells_of(self, bidang: str) -> list[object]:
        """Return what `raw` does, where a mark may still be taken for a number."""
        known = self._raw.get(bidang)
        return (
            self.rows.take(self.sheet.kolom[self._columns[bidang].ke]) if known is None else known
        )

    def read(
        self,
        bidang: str,
        reader: Reader,
        *,
        menolak: bool = False,
        tahan: Tahan = (),
    ) -> list[Value]:
        """Read a column; an absent one is all None. What is wrong is told at the first reading.

        Args:
            bidang: Field.
            reader: Reads one raw value.
            menolak: Whether a fault keeps the row out, not only the value.
            tahan: Kinds of evidence whose coverage a fault withholds: of all rows, or row by row
                (a list).
        """
        if bidang not in self._columns:
            return [None] * self.size
        raw, cells = self._cells_of(bidang), Cells(reader)
        values = list(map(cells.__getitem__, raw))
        if 1 in cells or 0 in cells:
            raw, cells = self.raw(bidang), Cells(reader)
            values = list(map(cells.__getitem__, raw))
        self._raw[bidang] = raw
        self._distinct.setdefault(bidang, dict.fromkeys(cells))
        if bidang in self._told:
            return values
        self._told.add(bidang)
        defects = self._defects.get(self._columns[bidang].ke, ())
        known = {i for i, _ in defects}
        for i, fault in defects:
            self.note(i, bidang, fault, menolak=menolak, tahan=_of_row(tahan, i))
        faults = cells.salah
        if faults:
            for i, value in enumerate(raw):
                if value in faults and i not in known:
                    held = _of_row(tahan, i)
                    self.note(i, bidang, faults[value], menolak=menolak, tahan=held)
        return values

    def completed(self, bidang: str, found: list[Value], other: str, reader: Reader) -> list[Value]:
        """Fill the blanks of a column from a second one, of which nothing is told.

        Args:
            bidang: The column's field; where it could not be read it stays without value.
            found: Its values.
            other: Name of the second column, which may be absent.
            reader: Reads the second.
        """
        if other not in self._columns or None not in found:
            return found
        cells = {value: reader(value).nilai for value in self.distinct(other)}
        faulty = self.faulty(bidang)
        return [
            cells[raw] if value is None and i not in faulty else value
            for i, (value, raw) in enumerate(zip(found, self.raw(other), strict=True))
        ]

    def distinct(self, bidang: str) -> dict[object, None]:
        """Return the distinct raw values of a field, in the order of their first row."""
        known = self._distinct.get(bidang)
        if known is None:
            cells = self._cells_of(bidang)
            known = dict.fromkeys(cells)
            if 1 in known or 0 in known:
                cells = self.raw(bidang)
                known = dict.fromkeys(cells)
            self._raw[bidang], self._distinct[bidang] = cells, known
        return known

    def texts(self, bidang: str, *, menolak: bool = False) -> list[Value]:
        """Read a column of free text."""
        if bidang not in self._columns or self._columns[bidang].ke in self._defects:
            return self.read(bidang, read_text, menolak=menolak)
        if len(set(self.raw(bidang)[:SAMPLE])) < SAMPLE // 2:
            return self.read(bidang, read_text, menolak=menolak)
        # Where texts seldom repeat, reading each cell is cheaper than remembering it.
        return [
            (" ".join(value.split()) or None) if type(value) is str else read_text(value).nilai
            for value in self.raw(bidang)
        ]

    def faulty(self, *bidang: str) -> set[int]:
        """Return the rows in which one of these fields could not be read."""
        return set().union(*(self._faulty.get(name, set()) for name in bidang))

    # ------------------------------------------------------------ findings

    def note(
        self,
        i: int,
        bidang: str,
        salah: Fault,
        *,
        menolak: bool = False,
        tahan: tuple[Bukti, ...] = (),
    ) -> None:
        """Remember what is wrong with a row's field."""
        where = (i, bidang, salah.kartu.kode)
        known = self._noted.get(where)
        if known is not None:  # one finding has one id: the second says more of the same cell
            menolak, tahan = menolak or known.menolak, tuple(dict.fromkeys((*known.tahan, *tahan)))
        self._noted[where] = _Noted(i, bidang, salah, menolak, tahan)
        self._faulty.setdefault(bidang, set()).add(i)
        if menolak:
            self.ditolak[i] = 1

    def findings(self, tahan: Sequence[tuple[Bukti, ...]] | None = None) -> list[Finding]:
        """Return what was noted, in the order of rows and columns.

        Args:
            tahan: For each row the kinds whose coverage is withheld when it is kept out.
        """
        found = [self._finding(note, tahan) for note in self._noted.values()]
        return sorted(found, key=lambda f: (f.baris or 0, column_number(f.kolom or "")))

    def remark(self, kartu: Card, isi: Mapping[str, str]) -> Finding:
        """Return a finding about the sheet as a whole."""
        return Finding(kartu, isi, self._place.berkas, self.sheet.nama, sidik=self._place.sidik)

    def _finding(self, note: _Noted, tahan: Sequence[tuple[Bukti, ...]] | None) -> Finding:
        i = note.baris
        column = self._columns.get(note.bidang)
        return Finding(
            note.salah.kartu,
            note.salah.isi,
            berkas=self._place.berkas,
            lembar=self.sheet.nama,
            baris=self.sheet.baris_awal + self.rows.nomor[i],
            kolom=column.huruf if column else None,
            nip=self.nip[i],
            siapa=self.siapa[i],
            bidang=note.bidang.partition(":")[0],
            tahan=tahan[i] if tahan is not None and note.menolak else note.tahan,
            menolak_baris=note.menolak,
            sidik=self._place.sidik,
        )

    # ------------------------------------------------------------ result

    def table(
        self,
        jenis: JenisTabel,
        isi: Mapping[str, Sequence[Value]],
        kolom: Mapping[str, str],
        *,
        only: Iterable[int] | None = None,
        lembar_pegawai: bool = False,
        bukti_baris: Sequence[Bukti | None] = (),
        bukti: tuple[Bukti, ...] = (),
        temuan: Sequence[Finding] = (),
    ) -> TableRead:
        """Return the table, or some of its rows.

        Args:
            jenis: What the table is.
            isi: Field of `TableRead` → values.
            kolom: Field of `TableRead` → field of the vocabulary it came from.
            only: Indices of the rows to keep, None for all.
            lembar_pegawai: See `TableRead`.
            bukti_baris: See `TableRead`.
            bukti: See `TableRead`.
            temuan: See `TableRead`.
        """
        start = self.sheet.baris_awal
        rows = self.rows.nomor
        keep = range(self.size) if only is None else list(only)
        whole = only is None
        names = self.raw("nama") if self.has("nama") else ()
        return TableRead(
            berkas_ke=self._place.berkas_ke,
            lembar_ke=self._place.lembar_ke,
            berkas=self._place.berkas,
            sidik=self._place.sidik,
            lembar=self.sheet.nama,
            kepala=self.layout.tanda,
            jenis=jenis,
            lembar_pegawai=lembar_pegawai,
            baris=[start + rows[i] for i in keep],
            nip=self.nip if whole else [self.nip[i] for i in keep],
            siapa=self.siapa if whole else [self.siapa[i] for i in keep],
            isi={
                name: values if whole else [values[i] for i in keep] for name, values in isi.items()
            },
            ditolak=[flag == 1 for flag in self.ditolak]
            if whole
            else [self.ditolak[i] == 1 for i in keep],
            bukti_baris=[bukti_baris[i] for i in keep] if bukti_baris else (),
            bukti=bukti,
            temuan=temuan,
            kolom={
                name: self._columns[source].huruf
                for name, source in (*kolom.items(), ("nip", "nip"))
                if source in self._columns
            },
            nama=names if whole else [names[i] for i in keep] if names else (),
        )


def _told_apart(cells: list[object]) -> list[object]:
    """Turn marks into texts: True and 1 are one key of a dict, but not one value of a sheet."""
    if bool not in set(map(type, cells)):
        return cells
    return [str(cell).upper() if isinstance(cell, bool) else cell for cell in cells]


def _of_row(tahan: Tahan, i: int) -> tuple[Bukti, ...]:
    return tahan[i] if isinstance(tahan, list) else tahan
