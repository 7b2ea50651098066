"""Read workbooks into tables: every sheet, each for what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from ..model.cards_tables import (
    BARIS_TERSEMBUNYI,
    BERKAS_TAK_TERBACA,
    DUA_BARIS_SEORANG,
    LEMBAR_DILEWATI,
    LEMBAR_HIERARKI,
    LEMBAR_KOSONG,
    LEMBAR_NIHIL,
    LEMBAR_TERSEMBUNYI,
    RIWAYAT_JABATAN,
)
from ..model.change import ImportRules
from ..model.finding import Finding
from ..progress import Progress, silent
from .layout import Layout, find_layout
from .layout_choice import ColumnChoice, check_choices
from .layout_columns import Remark
from .layout_heads import text_of
from .layout_hierarchy import Hierarchy, merge, read_hierarchy
from .layout_tables import tables_of
from .parse_courses import read_courses
from .parse_people import read_people
from .parse_posts import without_other_posts
from .parse_rows import DataRows, data_rows
from .parse_sentences import read_sentences
from .parse_sets import read_degrees
from .parse_table import Place, TableBuilder
from .sheet import Sheet
from .sheet_choice import SheetChoice, check_sheet_choices, said_of
from .table import TableRead
from .template_fields import is_own_page
from .two_rows import fold
from .vocabulary import Vocabulary, key
from .vocabulary_files import vocabulary
from .workbook import SAVE_AS, Workbook

_HISTORIES = {
    "pendidikan": read_degrees,
    "pengembangan": read_courses,
    "hukuman": read_sentences,
}

_ID_HEAD = key("ID Temuan")
"""Head of the column by which a workbook of refused rows names the finding it answers."""


_WORKBOOKS = frozenset((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A sheet that was looked at, or one of the tables it was parted into.

    Attributes:
        berkas_ke: Index of its file.
        lembar_ke: Index of its sheet in the file.
        tabel_ke: Under (berkas_ke, tabel_ke) it lies in `Reading.tata`, where it was read.
        sheet: What there is of it, with the addresses of the whole.
    """

    berkas_ke: int
    lembar_ke: int
    tabel_ke: int
    sheet: Sheet = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the workbooks of one call hold.

    Attributes:
        tabel: Tables in the order of file and sheet. A sheet may give more than one: its own
            first, then the degrees of a wide one, on some of the same rows; to count
            rows count distinct (berkas_ke, lembar_ke, baris).
        temuan: Findings about sheets; those about rows are the tables' own.
        pemetaan: Header signature → column letter → field, of columns pointed out in this call.
        id_temuan: (berkas_ke, lembar_ke, baris) → id of the finding that a corrected row answers.
        tata: (berkas_ke, lembar_ke) → sheet and layout, for `raw_row`. A second table of a sheet
            has an index of its own, behind those of the sheets.
        kosakata: What it was read by.
        potongan: Every visible sheet, in order, or the tables it holds.
    """

    tabel: tuple[TableRead, ...]
    temuan: tuple[Finding, ...]
    pemetaan: Mapping[str, Mapping[str, str]]
    id_temuan: Mapping[tuple[int, int, int], str]
    tata: Mapping[tuple[int, int], tuple[Sheet, Layout]] = field(repr=False)
    kosakata: Vocabulary = field(repr=False)
    potongan: tuple[Piece, ...] = field(default=(), repr=False)

    def raw_row(
        self, berkas_ke: int, lembar_ke: int, baris: int
    ) -> tuple[tuple[str, ...], tuple[object, ...]]:
        """Return heads and raw values of a row as the file has it; an error cell shows its error.

        Args:
            berkas_ke: Index of the file in the call.
            lembar_ke: Index of the sheet in the file.
            baris: Row as the file counts it.
        """
        sheet, layout = self.tata[berkas_ke, lembar_ke]
        row = baris - sheet.baris_awal
        values = tuple(
            cacat.teks if (cacat := sheet.cacat.get((row, n))) is not None else value
            for n, value in enumerate(sheet.baris(row))
        )
        return layout.kepala, values

    def column_index(self, berkas_ke: int, lembar_ke: int, huruf: str) -> int | None:
        """Return the 0-based place of a column letter in what `raw_row` gives."""
        sheet, _ = self.tata[berkas_ke, lembar_ke]
        return sheet.indeks_kolom(huruf)


def read_tables(
    workbooks: Sequence[Workbook | None],
    rules: ImportRules,
    choices: Sequence[ColumnChoice] = (),
    remembered: Mapping[str, Mapping[str, str]] | None = None,
    progress: Progress = silent,
    vocab: Vocabulary | None = None,
    said: Sequence[SheetChoice] = (),
) -> Reading:
    """Read every sheet of every workbook.

    Args:
        workbooks: In the order of the call; None where a file could not be opened.
        rules: What importing knows of the year and its edition.
        choices: Columns pointed out in this call (`--kolom`).
        remembered: Columns pointed out earlier: header signature → letter → field.
        progress: Told of each sheet.
        vocab: The project's vocabulary, None for the shipped one.
        said: What the officer says of whole sheets (`--lembar`).

    Raises:
        UsageError: A column pointed out, or a sheet spoken of, that is not there.
        RuleError: The vocabulary cannot be used.
        Cancelled: `progress` asked for it.
    """
    opened = [book for book in workbooks if book is not None]
    sheets = [sheet for book in opened for sheet in book.sheets]
    vocab = vocab or vocabulary()
    job = _Job(vocab, rules, choices, remembered or {}, len(sheets), said)
    if len(opened) == len(workbooks):
        check_choices(choices, sheets, vocab)
        check_sheet_choices(said, sheets)
    job.know_units(sheets)
    done = 0
    for berkas_ke, book in enumerate(workbooks):
        if book is None:
            continue
        for lembar_ke, sheet in enumerate(book.sheets):
            progress(f"Mengenali tabel {book.berkas}", done, len(sheets))
            job.take(Place(berkas_ke, lembar_ke, book.berkas, book.sha256), sheet)
            done += 1
    found = tuple(job.tables), tuple(job.findings), job.mappings, job.answers, job.layouts
    return Reading(*found, vocab, tuple(job.pieces))


class _Job:
    """What one call gathers, sheet by sheet."""

    def __init__(
        self,
        vocab: Vocabulary,
        rules: ImportRules,
        choices: Sequence[ColumnChoice],
        remembered: Mapping[str, Mapping[str, str]],
        beyond: int,
        said: Sequence[SheetChoice],
    ) -> None:
        self._vocab = vocab
        self._rules = rules
        self._choices = choices
        self._said = said
        self._remembered = remembered
        self._units: Hierarchy | None = None
        self._hierarchies: set[int] = set()
        self._told: set[str] = set()
        self._beyond = beyond
        self.tables: list[TableRead] = []
        self.findings: list[Finding] = []
        self.mappings: dict[str, Mapping[str, str]] = {}
        self.answers: dict[tuple[int, int, int], str] = {}
        self.layouts: dict[tuple[int, int], tuple[Sheet, Layout]] = {}
        self.pieces: list[Piece] = []

    def know_units(self, sheets: Sequence[Sheet]) -> None:
        """Read the hierarchies of units, which tables of any file may need."""
        found = {id(sheet): read_hierarchy(sheet, self._vocab) for sheet in sheets}
        self._hierarchies = {at for at, one in found.items() if one is not None}
        if self._hierarchies:
            self._units = merge(one for one in found.values() if one is not None)

    def take(self, place: Place, sheet: Sheet) -> None:
        """Read one sheet."""
        if not sheet.terlihat and "baca" not in said_of(sheet, self._said):
            self._remark(place, sheet, Remark(LEMBAR_TERSEMBUNYI))
            return
        if id(sheet) in self._hierarchies:
            self._remark(place, sheet, Remark(LEMBAR_HIERARKI))
            return
        if is_own_page(sheet):
            return
        own = [c for c in self._choices if c.concerns(sheet.berkas, sheet.nama)]
        tables = [sheet]
        if not any(c.bidang == "nip" and not c.baris for c in own):
            tables = list(tables_of(sheet, self._vocab))
        if len(tables) > 1:
            # A letter pointed out for the sheet is meant for the table whose head does not speak
            # against it.
            own = [c if c.baris else replace(c, berkas="", lembar="") for c in own]
        for n, one in enumerate(tables):
            # Tables of one sheet are told apart by an index behind those of all sheets.
            here = place if n == 0 else self._more(place)
            self.pieces.append(Piece(place.berkas_ke, place.lembar_ke, here.lembar_ke, one))
            if "lewati" not in said_of(one, self._said):
                self._take_table(here, one, own)

    def _more(self, place: Place) -> Place:
        self._beyond += 1
        return replace(place, lembar_ke=self._beyond - 1)

    def _take_table(self, place: Place, sheet: Sheet, choices: Sequence[ColumnChoice]) -> None:
        layout, remarks = find_layout(
            sheet, self._vocab, self._rules, choices, self._remembered, self._said
        )
        if any(remark.kartu is LEMBAR_DILEWATI for remark in remarks) and _misnamed(sheet):
            self._unreadable(place)
            return
        for remark in remarks:
            self._remark(place, sheet, remark)
        if layout is None:
            return
        if (folded := fold(sheet, layout, self._vocab)) is not None:
            sheet = folded.sheet
            isi = {"jumlah": str(folded.orang), "sisa": str(folded.sisa)}
            self._remark(place, sheet, Remark(DUA_BARIS_SEORANG, isi))
        rows = data_rows(sheet, layout, self._vocab)
        self._say_hidden(place, sheet, rows)
        if layout.jenis == "pegawai":
            rows, others = without_other_posts(sheet, layout, rows, self._rules, self._vocab)
            if others:
                isi = {"tahun": str(self._rules.tahun), "jumlah": str(others)}
                self._remark(place, sheet, Remark(RIWAYAT_JABATAN, isi))
        builder = TableBuilder(place, sheet, layout, rows, self._vocab, self._rules, self._units)
        if layout.jenis == "pegawai":
            tables, findings = read_people(builder)
            self.tables += tables
            self._tell(findings)
            if not len(rows.nomor):
                self._remark(place, sheet, Remark(LEMBAR_KOSONG))
        else:
            table, findings = _HISTORIES[layout.jenis](builder)
            self.tables.append(table)
            self._tell(findings)
            if not table.baris:
                self._remark(place, sheet, Remark(LEMBAR_NIHIL))
        self.layouts[place.berkas_ke, place.lembar_ke] = (sheet, layout)
        if layout.pilihan:
            self.mappings[layout.tanda] = layout.pilihan
        self._find_answers(place, sheet, layout, rows)

    def _remark(self, place: Place, sheet: Sheet, remark: Remark) -> None:
        finding = Finding(
            remark.kartu,
            remark.isi,
            place.berkas,
            sheet.nama,
            remark.baris,
            remark.kolom,
            sidik=place.sidik,
        )
        self._tell([finding])

    def _tell(self, findings: Sequence[Finding]) -> None:
        """Remember findings; of a file that is given twice only once."""
        for finding in findings:
            if finding.id not in self._told:
                self._told.add(finding.id)
                self.findings.append(finding)

    def _unreadable(self, place: Place) -> None:
        """Tell of a file that is no workbook though its name says so."""
        isi = {"sebab": f"{place.berkas} bukan lembar kerja Excel; isinya rusak.", "saran": SAVE_AS}
        self._tell([Finding(BERKAS_TAK_TERBACA, isi, place.berkas, sidik=place.sidik)])

    def _say_hidden(self, place: Place, sheet: Sheet, rows: DataRows) -> None:
        hidden = sheet.baris_tersembunyi.intersection(rows.nomor)
        if hidden:
            first = sheet.baris_awal + min(hidden)
            isi = {"jumlah": str(len(hidden))}
            self._remark(place, sheet, Remark(BARIS_TERSEMBUNYI, isi, first))

    def _find_answers(self, place: Place, sheet: Sheet, layout: Layout, rows: DataRows) -> None:
        heads = [key(head) for head in layout.kepala]
        if _ID_HEAD not in heads:
            return
        column = sheet.kolom[heads.index(_ID_HEAD)]
        for row in rows.nomor:
            if answer := text_of(column[row]):
                where = (place.berkas_ke, place.lembar_ke, sheet.baris_awal + row)
                self.answers[where] = answer


def _misnamed(sheet: Sheet) -> bool:
    """Tell text under the name of a workbook; with heads that are known it is taken as it is."""
    return sheet.nama is None and PurePath(sheet.berkas).suffix.lower() in _WORKBOOKS
