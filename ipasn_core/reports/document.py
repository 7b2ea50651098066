"""A report as values: blocks and typed cells, before anybody thinks of paper or worksheets.

`pdf` formats the cells, `xlsx` writes real numbers from the same blocks, tests compare values.
Nothing here holds a number that a reader could count himself: sections, tables and annexes are
numbered by `numbering.number`, and texts name them through `Rujukan`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from ..formatting import Pembulatan
from .chart_values import Grafik


@dataclass(frozen=True, slots=True)
class Tebal:
    """A stretch of bold text."""

    teks: str


@dataclass(frozen=True, slots=True)
class Rujukan:
    """The number of a table, section or annex, by its `kunci`: `Tabel 3`, `Bagian II`."""

    kunci: str


Isi: TypeAlias = str | tuple[str | Tebal | Rujukan, ...]
"""Running text: a string, or runs of which some are bold or references."""


class Penanda(Enum):
    """Cells that are no value of their own."""

    BELUM_ADA = "belum ada"
    """Evidence that nobody has handed in; None is what does not apply, printed –."""
    KE_KIRI = "ke kiri"
    """Part of the cell at its left: equal values share one centred cell."""
    KE_ATAS = "ke atas"
    """Part of the cell above it."""


BELUM_ADA = Penanda.BELUM_ADA
KE_KIRI = Penanda.KE_KIRI
KE_ATAS = Penanda.KE_ATAS

Sel: TypeAlias = int | Fraction | date | Isi | Penanda | None
"""A cell; what an int means is said by the column."""


class Jenis(Enum):
    """What the values of a column are, hence how they are formatted and aligned."""

    TEKS = "teks"
    NOMOR = "nomor"
    """int: a running number, `12.`"""
    BULAT = "bulat"
    """int: a count."""
    POIN = "poin"
    """int: thousandths of points; Fraction: points, per cent or another exact number."""
    KENAIKAN = "kenaikan"
    """int: thousandths gained, printed with its sign."""
    TANGGAL = "tanggal"


class Rata(Enum):
    """How a cell stands in its column."""

    KIRI = "kiri"
    TENGAH = "tengah"
    KOMA = "koma"
    """Aligned on the decimal comma, the block centred under its head."""


_RATA_BAKU = {
    Jenis.TEKS: Rata.KIRI,
    Jenis.NOMOR: Rata.TENGAH,
    Jenis.BULAT: Rata.KOMA,
    Jenis.POIN: Rata.KOMA,
    Jenis.KENAIKAN: Rata.KOMA,
    Jenis.TANGGAL: Rata.TENGAH,
}


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a table.

    Attributes:
        kepala: Its head; a newline breaks the line there, else it is broken between words.
        lebar: Width in mm on F4.
        jenis: What its values are.
        kelompok: Head above it, shared with its neighbours of the same kelompok; empty: none.
        desimal: Decimals of every number in it; None prints each value as it was entered.
        pembulatan: How Fractions are brought to these decimals.
        rata: Alignment; None takes what suits `jenis`.
        tebal: Whether its values are bold in ordinary rows.
        susut: mm it gives up on A4.
    """

    kepala: str
    lebar: float
    jenis: Jenis = Jenis.TEKS
    kelompok: str = ""
    desimal: int | None = None
    pembulatan: Pembulatan = Pembulatan.BULAT
    rata: Rata | None = None
    tebal: bool = False
    susut: float = 0.0

    @property
    def perataan(self) -> Rata:
        """The alignment in force."""
        return self.rata or _RATA_BAKU[self.jenis]


class JenisBaris(Enum):
    """What a row is to its table."""

    ISI = "isi"
    KELOMPOK = "kelompok"
    """Head of a group: its text runs across, it stays with two rows of its group."""
    SUBTOTAL = "subtotal"
    """Bold between heavy rules; stays with two rows of its group."""
    JUMLAH = "jumlah"
    """The table's total, bold below a heavy rule."""
    UTAMA = "utama"
    """A total that is the result of the whole report: larger type, the comma keeps its place."""


@dataclass(frozen=True, slots=True)
class Baris:
    """A row: as many cells as there are columns.

    Attributes:
        sel: The cells.
        jenis: What the row is to its table.
        nama: Of a group head: the group's name, for bookmarks and `…, lanjutan`.
    """

    sel: tuple[Sel, ...]
    jenis: JenisBaris = JenisBaris.ISI
    nama: str = ""


class Ukuran(Enum):
    """How densely a table is set."""

    PENTING = "penting"
    BIASA = "biasa"
    SEDANG = "sedang"
    RAPAT = "rapat"
    NOMINATIF = "nominatif"


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table.

    Attributes:
        kolom: Its columns.
        baris: Its rows: anything that can be iterated anew, any number of times, with the same
            rows each time (a tuple, or an object whose `__iter__` makes rows as they are drawn).
        judul: Caption after `Tabel 3.`; empty for the table of an annex, which has no number.
        kunci: Name for `Rujukan`.
        nomor_kolom: Row of column numbers and formulas below the heads; empty: none.
        catatan: Note under the table.
        ukuran: How densely it is set.
    """

    kolom: tuple[Kolom, ...]
    baris: Iterable[Baris]
    judul: str = ""
    kunci: str = ""
    nomor_kolom: tuple[str, ...] = ()
    catatan: Isi = ""
    ukuran: Ukuran = Ukuran.BIASA


class Penunjuk(Enum):
    """What the mark on a bar stands for, and its form."""

    TARGET = "target"
    """A tick across the bar."""
    RATA_OPD = "rata-rata perangkat daerah"
    """A hollow dot on it."""
    RATA_INSTANSI = "rata-rata instansi"
    """The same, of whom no perangkat daerah is known."""


@dataclass(frozen=True, eq=False, slots=True)
class Gambar:
    """A figure: a chart with its caption.

    Attributes:
        judul: Caption after `Gambar 1.`.
        grafik: Bars, each row on its own scale up to its `maksimal`, or dots on one scale. The
            cells of a row behind its label stand right of the marks, below `kepala`.
        penunjuk: What `target` of a row of bars is.
        kunci: Name for `Rujukan`.
        catatan: Note under it.
        panel: Further groups, drawn beside `grafik` as small bars on its scale; its rows then have
            no `maksimal`.
    """

    judul: str
    grafik: Grafik
    penunjuk: Penunjuk = Penunjuk.TARGET
    kunci: str = ""
    catatan: Isi = ""
    panel: tuple[Grafik, ...] = ()


@dataclass(frozen=True, slots=True)
class Identitas:
    """Who a page is about, beside the framed result.

    Attributes:
        butir: (what, words) line by line; the first is printed bold.
        hasil: (caption, words) of the two framed results, the first in large figures.
    """

    butir: tuple[tuple[str, str], ...]
    hasil: tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class LambangContoh:
    """A drawn shield for where no emblem has been loaded."""


@dataclass(frozen=True, slots=True)
class Kop:
    """The letterhead.

    Attributes:
        pemerintah: `PEMERINTAH KOTA BONTANG`.
        instansi: The agency's full name; a newline breaks it there, else before a conjunction.
        alamat: Up to three address lines.
        lambang: PNG bytes, the placeholder, or None for a head without emblem.
        skala: Size against that of a report; the rule keeps the width of the text.
    """

    pemerintah: str
    instansi: str
    alamat: tuple[str, ...] = ()
    lambang: bytes | LambangContoh | None = None
    skala: float = 1.0


@dataclass(frozen=True, slots=True)
class Judul:
    """The title block.

    Attributes:
        baris: Title lines in capitals, broken by sense.
        nomor: `800/142/BKPSDM/2022`, typed by the officer; empty while there is none.
        revisi: Number of the revision; 0 is not printed.
        menggantikan: What the revision replaces, a line of its own.
    """

    baris: tuple[str, ...]
    nomor: str = ""
    revisi: int = 0
    menggantikan: str = ""


@dataclass(frozen=True, slots=True)
class Bagian:
    """A head: tingkat 1 is `I. PENDAHULUAN`, tingkat 2 `A. Dasar Hukum`."""

    judul: str
    tingkat: int = 1
    kunci: str = ""


@dataclass(frozen=True, slots=True)
class Paragraf:
    """A paragraph, justified."""

    isi: Isi


@dataclass(frozen=True, slots=True)
class Daftar:
    """A numbered list, flush left."""

    butir: tuple[Isi, ...]


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """The validation mark beside the signature: what the QR code holds, and its text.

    Attributes:
        nomor: The letter's number.
        revisi: 0 for the first signing.
        tahun: The measured year.
        indeks: Plain form, `71.59`.
        jumlah: People measured.
        sidik_jari: SHA-256 of the snapshot, 64 hex digits.
    """

    nomor: str
    revisi: int
    tahun: int
    indeks: str
    jumlah: int
    sidik_jari: str


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """The signature block, with what belongs around it.

    Attributes:
        tempat: Place.
        tanggal: Date, None while it is open.
        jabatan: Lines in capitals, without the closing comma.
        nama: Name with titles.
        awalan: `a.n.`, `Plt.`, `Plh.`, `Pj.`: hangs left of the first line of jabatan.
        pangkat: `Pembina Utama Muda, IV/c`; empty for heads of region.
        nip: 18 digits; empty for heads of region.
        pengesahan: The validation mark; None on a draft.
        elektronik: Lines of the electronic mark, the first bold; empty with ink alone.
        tengah: Whether its lines are centred on each other instead of flush left on the axis.
        tembusan: Offices, as persons.
        catatan: Note under it all.
    """

    tempat: str
    tanggal: date | None
    jabatan: tuple[str, ...]
    nama: str
    awalan: str = ""
    pangkat: str = ""
    nip: str = ""
    pengesahan: Pengesahan | None = None
    elektronik: tuple[str, ...] = ()
    tengah: bool = False
    tembusan: tuple[str, ...] = ()
    catatan: Isi = ""


@dataclass(frozen=True, slots=True)
class Penandatangan:
    """One of two who sign a page beside each other; what is empty is left to fill in by hand.

    Attributes:
        peran: What the signature says: `Diperiksa oleh`.
        jabatan: Lines in capitals, without the closing comma.
        nama: Name with titles.
        awalan: `a.n.`, `Plt.`, `Plh.`, `Pj.`.
        pangkat: `Pembina, IV/a`.
        nip: 18 digits.
    """

    peran: str
    jabatan: tuple[str, ...] = ()
    nama: str = ""
    awalan: str = ""
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class TandaTanganBerdua:
    """Two signatures beside each other, their names on one line."""

    kiri: Penandatangan
    kanan: Penandatangan


class Arah(Enum):
    """How the page lies."""

    TEGAK = "tegak"
    MENDATAR = "mendatar"


@dataclass(frozen=True, slots=True)
class HalamanBaru:
    """A new page, from here on in this orientation."""

    arah: Arah = Arah.TEGAK


@dataclass(frozen=True, slots=True)
class Lampiran:
    """The head of an annex, at the top of a page of its own; follow it with its tables.

    Attributes:
        tentang: Whose annex it is: `LAPORAN HASIL PENGUKURAN …`.
        judul: Centred title lines.
        nomor: The letter's number; empty while there is none.
        tanggal: The letter's date; None while it is open.
        arah: How its pages lie.
        kunci: Name for `Rujukan`.
    """

    tentang: str
    judul: tuple[str, ...]
    nomor: str = ""
    tanggal: date | None = None
    arah: Arah = Arah.MENDATAR
    kunci: str = ""


Blok: TypeAlias = (
    Kop
    | Judul
    | Identitas
    | Bagian
    | Paragraf
    | Daftar
    | Tabel
    | Gambar
    | TandaTangan
    | TandaTanganBerdua
    | HalamanBaru
    | Lampiran
)


class Huruf(Enum):
    """What titles and running text are set in; tables, charts, feet and annexes never change."""

    ARIAL = "arial"
    BOOKMAN = "bookman"


class Kertas(Enum):
    """Paper of the office."""

    F4 = "F4"
    A4 = "A4"


class Tanda(Enum):
    """The word under the text of every page, and in the box at its top right."""

    DRAF = "DRAF"
    ATURAN_DRAF = "ATURAN DRAF"


@dataclass(frozen=True, slots=True)
class Kaki:
    """What every foot says.

    Attributes:
        baris: Two lines at the left, each of parts that are joined by a middle dot.
        nomor_atas: Page numbers as `- 2 -` in the middle of the upper margin, none on the first
            page, instead of `Halaman 2 dari 9` in the foot.
    """

    baris: tuple[tuple[str, ...], ...]
    nomor_atas: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A report.

    Attributes:
        blok: Its blocks in reading order.
        kaki: What every foot says.
        tanda: The mark of an unsigned print; None when signed.
        kertas: Paper.
        huruf: What titles and running text are set in.
    """

    blok: tuple[Blok, ...]
    kaki: Kaki = field(default_factory=lambda: Kaki(()))
    tanda: Tanda | None = None
    kertas: Kertas = Kertas.F4
    huruf: Huruf = Huruf.ARIAL
