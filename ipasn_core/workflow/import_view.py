"""What a prepared import looks like: sheets, their columns, doubts, and words for the window."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from ..errors import IpasnError
from ..importing.layout import Layout
from ..importing.layout_choice import ColumnChoice, parse_choice
from ..importing.layout_heads import Header
from ..importing.parse import Piece
from ..importing.sheet import Sheet
from ..importing.sheet_choice import SheetChoice, header_of, parse_sheet_choice, said_of
from ..importing.vocabulary import FIELDS
from ..model.finding import Finding, Severity
from .import_ import Prepared
from .import_questions import ColumnSeen, Question, question
from .import_rows import layout_of, letters_of

NO_FIELD = "abaikan"
"""Field of a column that is not used."""

NOT_COUNTED = frozenset((NO_FIELD, "nomor_urut"))
"""Fields of columns whose heads are known to say nothing of people."""

_KINDS: Mapping[str, str] = {
    "pendidikan": "Riwayat pendidikan",
    "pengembangan": "Riwayat diklat",
    "hukuman": "Riwayat hukuman",
}
_SKIPPED: Mapping[str, str] = {
    "lembar-dilewati": "Bukan data pegawai, dilewati",
    "lembar-tersembunyi": "Tersembunyi, tidak dibaca",
    "tabel-hasil-bkn": "Hasil PIP ASN, dilewati",
    "berkas-tak-terbaca": "Tidak dapat dibaca",
}
_REMEDIES: Mapping[str, str] = {
    "kolom-wajib-tak-ada": "Tunjukkan kolomnya pada langkah Kolom, atau tambahkan kolom itu di "
    "berkas asal.",
    "kolom-ganda": "Pilih kolom yang benar pada langkah Kolom, atau hapus salah satunya di berkas "
    "asal.",
    "lembar-tersembunyi": "Bila isinya data, pilih Baca lembar ini pada langkah Kolom.",
    "kolom-diduga": "Pastikan pada langkah Kolom agar tidak ditanyakan lagi; bila salah, pilih "
    "(tidak dipakai) di sana.",
    "kolom-mirip": "Bila benar, pilih kolomnya pada langkah Kolom; bila bukan, sisihkan temuan "
    "ini.",
    "lembar-dilewati": "Bila isinya data pegawai, tunjukkan kolom NIP pada langkah Kolom.",
    "lembar-nihil": "Bila berarti “tidak ada” bagi pegawai di luar buku kerja ini, pilih untuk "
    "siapa riwayatnya lengkap pada langkah Berkas.",
    "nilai-skp-saja": "Bila kolom itu sebenarnya nilai akhir, pilih Nilai Kinerja pada langkah "
    "Kolom; bila bukan, tambahkan kolom nilai perilaku.",
    "opd-tak-dikenal": "Pilih perangkat daerah lain pada langkah Berkas.",
}
"""Where the catalogue's remedy names an option of the command line."""
_OPTION = re.compile(r"^--\w+[^:]*: ")

Mark = Literal["baik", "periksa", "galat", "lewat"]


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """A sheet, or one of the tables on it: what it was taken for and how.

    Attributes:
        berkas_ke: Index of its file.
        lembar_ke: Index in its file.
        tabel_ke: Index of the table, for `first_rows`; of the first that of the sheet.
        tabel: Number of the table on its sheet, from 1; 0 where there is but one.
        dari: First row, as the file counts it.
        sampai: Last row.
        berkas: File name.
        lembar: Sheet name, None for a CSV.
        sebutan: What it was taken for, in words.
        tanda: Whether all is well with it.
        baris_kepala: Row of the header as the file counts it, None where there is none.
        awal: First row of data, 0-based in the sheet.
        kolom: Its columns.
        dipakai: How many columns with a head are used.
        berkepala: How many there are, without running numbers and what is known to say nothing.
        soal: What is in doubt, None where nothing is.
        jenis: Kind of table it was read as, empty where it was not read.
        kata: What the officer said of it: act → value.
        terlihat: Whether it was read at all; a hidden sheet is not, unless asked for.
    """

    berkas_ke: int
    lembar_ke: int
    tabel_ke: int
    tabel: int
    dari: int
    sampai: int
    berkas: str
    lembar: str | None
    sebutan: str
    tanda: Mark
    baris_kepala: int | None
    awal: int
    kolom: tuple[ColumnSeen, ...]
    dipakai: int
    berkepala: int
    soal: Question | None
    jenis: str = ""
    kata: Mapping[str, str] = field(default_factory=dict)
    terlihat: bool = True

    @property
    def judul(self) -> str:
        """Name of the sheet, and which table; of a file without sheets that it is the whole."""
        name = "Seluruh berkas" if self.lembar is None else self.lembar
        return f"{name} · tabel {self.tabel}" if self.tabel else name

    @property
    def baris(self) -> int:
        """A row by which this table is told from the others of its sheet; 0 where it is alone."""
        return (self.baris_kepala or self.dari) if self.tabel else 0

    @property
    def kolom_awal(self) -> str:
        """First column of this table that has a head, where it has one."""
        return next((one.huruf for one in self.kolom if one.kepala), "") if self.tabel else ""

    @property
    def tak_diambil(self) -> tuple[ColumnSeen, ...]:
        """Columns with a head that nobody knows, of a table that is read."""
        if not self.jenis:
            return ()
        asked = () if self.soal is None else self.soal.pilihan
        return tuple(
            one
            for one in self.kolom
            if one.kepala and not one.bidang and one.arti not in NOT_COUNTED
            if not one.tangan and one.huruf not in asked
        )

    @property
    def terbaca(self) -> bool:
        """Whether there is a table to look at."""
        return self.baris_kepala is not None


def nothing_new(prepared: Prepared) -> bool:
    """Tell whether applying would store nothing that is not stored already, findings included."""
    if not prepared.plan.kosong:
        return False
    known = {one.id for one in prepared.stored.temuan}
    told = (one for one in prepared.plan.temuan if one.tingkat is not Severity.INFO)
    return all(one.id in known for one in told)


def sheets_seen(prepared: Prepared) -> tuple[SheetSeen, ...]:
    """Return every sheet of every file that could be opened, or its tables, in their order."""
    told: dict[tuple[str, str, str | None], list[Finding]] = {}
    for one in prepared.reading.temuan:
        told.setdefault((one.berkas or "", one.sidik, one.lembar), []).append(one)
    pieces: dict[tuple[int, int], list[Piece]] = {}
    for piece in prepared.reading.potongan:
        pieces.setdefault((piece.berkas_ke, piece.lembar_ke), []).append(piece)
    look = _Look(
        prepared,
        [parse_choice(text) for text in prepared.options.kolom],
        [parse_sheet_choice(text) for text in prepared.options.lembar],
    )
    found: list[SheetSeen] = []
    for berkas_ke, book in enumerate(prepared.opened.books):
        for lembar_ke, sheet in enumerate(() if book is None else book.sheets):
            place = (berkas_ke, lembar_ke)
            own = pieces.get(place) or [Piece(*place, lembar_ke, sheet)]
            sidik = prepared.opened.files[berkas_ke].sha256
            of_sheet = [
                one
                for (berkas, of, lembar), ones in told.items()
                if (berkas, lembar) == (sheet.berkas, sheet.nama) and sidik.startswith(of)
                for one in ones
            ]
            for number, piece in enumerate(own, 1):
                found.append(look.seen(piece, number if own[1:] else 0, of_sheet))
    return tuple(found)


def unused_heads(sheets: Sequence[SheetSeen]) -> dict[str, list[SheetSeen]]:
    """Return the heads that nobody knows, of columns not taken, and the tables that have them."""
    found: dict[str, list[SheetSeen]] = {}
    for sheet in sheets:
        for column in sheet.tak_diambil:
            known = found.setdefault(column.kepala, [])
            if sheet not in known:
                known.append(sheet)
    return found


def findings(prepared: Prepared) -> tuple[Finding, ...]:
    """Return the plan's findings, with remedies as the window offers them; ids are the same."""
    return tuple(map(_in_window, prepared.plan.temuan))


def _in_window(finding: Finding) -> Finding:
    words = _REMEDIES.get(finding.kode)
    if words is None:
        return finding
    return replace(finding, kartu=replace(finding.kartu, perbaikan=words))


def fault_words(fault: IpasnError) -> tuple[str, str]:
    """Return what happened and what to do, without options of the command line."""
    told, options = _OPTION.subn("", fault.pesan)
    if options:
        told = told[:1].upper() + told[1:]
    return told, _REMEDIES.get(fault.kode, fault.perbaikan)


# ---------------------------------------------------------------- one sheet


class _Look:
    """What is needed to look at any sheet of a prepared import."""

    def __init__(
        self, prepared: Prepared, choices: Sequence[ColumnChoice], said: Sequence[SheetChoice]
    ) -> None:
        self._prepared = prepared
        self._choices = choices
        self._said = said

    def seen(self, piece: Piece, tabel: int, of_sheet: Sequence[Finding]) -> SheetSeen:
        """Return how one sheet, or one of its tables, looks."""
        prepared, sheet = self._prepared, piece.sheet
        layout = layout_of(prepared, piece)
        own = [one for one in self._choices if one.concerns_piece(sheet)]
        kata = {str(act): value for act, value in said_of(sheet, self._said).items()}
        header = None
        if sheet.jumlah_baris:
            remembered = prepared.stored.pemetaan
            header = header_of(sheet, prepared.reading.kosakata, own, remembered, self._said)
        told = [one for one in of_sheet if not tabel or _is_within(one, sheet, header)]
        words, mark = _taken_for(prepared, piece, layout, told, kata)
        by_hand = {one.kolom for one in own}
        columns = _columns(sheet, header, layout, by_hand, known=mark == "galat")
        asked = None if mark == "lewat" else question(told, columns, judul=header is not None)
        counted = [one for one in columns if one.kepala and one.arti not in NOT_COUNTED]
        used = sum(1 for one in columns if one.bidang)
        return SheetSeen(
            berkas_ke=piece.berkas_ke,
            lembar_ke=piece.lembar_ke,
            tabel_ke=piece.tabel_ke,
            tabel=tabel,
            dari=sheet.baris_awal,
            sampai=sheet.baris_awal + max(0, sheet.jumlah_baris - 1),
            berkas=sheet.berkas,
            lembar=sheet.nama,
            sebutan=words,
            tanda="periksa" if mark == "baik" and asked else mark,
            baris_kepala=None if header is None else sheet.baris_awal + header.bawah,
            awal=_first_row(layout, header),
            kolom=columns,
            dipakai=used,
            berkepala=max(len(counted), used),
            soal=asked,
            jenis="" if layout is None else layout.jenis,
            kata=kata,
            terlihat=sheet.terlihat or "baca" in kata,
        )


def _is_within(finding: Finding, sheet: Sheet, header: Header | None) -> bool:
    """Tell whether a finding about a sheet is about this table of it."""
    if finding.kolom is not None and header is not None:
        at = sheet.indeks_kolom(finding.kolom)
        if at is None or not header.kolom[at].teks:
            return False  # the table beside this one
    row = finding.baris
    return row is None or 0 <= row - sheet.baris_awal < sheet.jumlah_baris


def _first_row(layout: Layout | None, header: Header | None) -> int:
    if layout is not None:
        return layout.awal
    return 0 if header is None else header.bawah + 1


def _columns(
    sheet: Sheet, header: Header | None, layout: Layout | None, by_hand: set[str], *, known: bool
) -> tuple[ColumnSeen, ...]:
    """Return the columns; where no table was made of them, `known` shows what heads say."""
    used = {} if layout is None else {one.ke: (name, one) for name, one in layout.kolom.items()}
    found = []
    for ke, huruf in enumerate(letters_of(sheet)):
        head = None if header is None else header.kolom[ke]
        arti = "" if head is None or head.arti is None else head.arti.bidang
        bidang, sebutan = "", ""
        if ke in used:
            name, column = used[ke]
            bidang, sebutan = column.bidang, _field_words(name)
        elif known and arti and arti not in NOT_COUNTED:
            bidang, sebutan = arti, FIELDS[arti]
        kepala = "" if head is None else head.teks
        found.append(ColumnSeen(ke, huruf, kepala, bidang, sebutan, huruf in by_hand, arti))
    return tuple(found)


def _field_words(name: str) -> str:
    """Say what a column is: `nilai:2020` is "Nilai Kinerja 2020"."""
    bidang, _, of = name.partition(":")
    tail = {"": "", "id": " (kode)"}.get(of, f" {of}")
    return FIELDS[bidang] + tail


def _taken_for(
    prepared: Prepared,
    piece: Piece,
    layout: Layout | None,
    told: Sequence[Finding],
    kata: Mapping[str, str],
) -> tuple[str, Mark]:
    if layout is not None:
        return _KINDS.get(layout.jenis) or _people_words(prepared, piece), "baik"
    if "lewati" in kata:
        return "Dilewati atas permintaan Anda", "lewat"
    codes = {one.kode for one in told}
    if "lembar-hierarki" in codes:
        return "Daftar unit organisasi", "baik"
    if codes & {"kolom-wajib-tak-ada", "kolom-ganda"}:
        lacks = next((one.isi["kurang"] for one in told if "kurang" in one.isi), "")
        return (f"Kolom {lacks} belum ditemukan" if lacks else "Kolomnya belum pasti"), "galat"
    return next((words for code, words in _SKIPPED.items() if code in codes), "Kosong"), "lewat"


def _people_words(prepared: Prepared, piece: Piece) -> str:
    own = [
        one
        for one in prepared.reading.tabel
        if (one.berkas_ke, one.lembar_ke) == (piece.berkas_ke, piece.tabel_ke)
    ]
    return "Per pegawai" if any(one.lembar_pegawai for one in own) else "Data pegawai"
