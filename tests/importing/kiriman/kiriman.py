"""How a `Kiriman` is declared: what an office sends, and what the officer must find afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Baris = Sequence[object]
Tabel = Sequence[Baris]


@dataclass(frozen=True, slots=True)
class Galat:
    """A cell that holds an error of Excel, such as `#N/A`."""

    teks: str = "#N/A"


@dataclass(frozen=True, slots=True)
class Rumus:
    """A formula whose result was never computed."""

    teks: str


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet.

    Attributes:
        nama: Its name.
        isi: Rows of cells, the first of them row 1.
        gabung: Merged ranges, "A1:C1".
        baris_tersembunyi: Rows that are hidden, as the file counts them.
        kolom_tersembunyi: Columns that are hidden, as letters (.xlsx alone).
        tersembunyi: Whether the sheet is hidden.
    """

    nama: str
    isi: Tabel
    gabung: tuple[str, ...] = ()
    baris_tersembunyi: tuple[int, ...] = ()
    kolom_tersembunyi: tuple[str, ...] = ()
    tersembunyi: bool = False


@dataclass(frozen=True, slots=True)
class Buku:
    """A workbook: its format is told by `jenis`, whatever the ending of `nama` says."""

    nama: str
    lembar: tuple[Lembar, ...]
    jenis: str = "xlsx"


@dataclass(frozen=True, slots=True)
class Mentah:
    """A file given byte by byte, mostly a CSV."""

    nama: str
    isi: bytes


Berkas = Buku | Mentah

Temuan = tuple[str, str | None, int | None, str | None]
"""Code, sheet, row, column."""


@dataclass(frozen=True, slots=True)
class Kiriman:
    """What an office sends, and what must come of it.

    Attributes:
        nama: Name of the case.
        tentang: Its one peculiarity, in a sentence.
        berkas: The files of one call.
        orang: NIP → points of kualifikasi, kompetensi, kinerja, disiplin, as "15 22,5 25 5";
            "-" for people the rule does not measure. These people and nobody else.
        catatan: Records that are stored: "pendidikan 2, pengembangan 1".
        temuan: What must be found, nothing else: (code, sheet, row, column).
        opd: NIP → perangkat daerah, where the case is about it.
        nama_orang: NIP → name, where the case is about it.
        ditolak: Rows kept out.
        tahun: Measured year.
        galat: Code of the refusal, where the whole call is refused.
        kolom: Columns pointed out by hand.
    """

    nama: str
    tentang: str
    berkas: tuple[Berkas, ...]
    orang: Mapping[str, str] = field(default_factory=dict)
    catatan: str = ""
    temuan: Sequence[Temuan] = ()
    opd: Mapping[str, str] = field(default_factory=dict)
    nama_orang: Mapping[str, str] = field(default_factory=dict)
    ditolak: int = 0
    tahun: int = 2021
    galat: str = ""
    kolom: tuple[str, ...] = ()


def satu(isi: Tabel, nama: str = "Sheet1", **lain: object) -> tuple[Buku]:
    """Return a workbook of one sheet, the commonest of all."""
    return (Buku("kiriman.xlsx", (Lembar(nama, isi, **lain),)),)  # type: ignore[arg-type]


def tanggal(tahun: int, bulan: int, hari: int) -> dt.date:
    """Return a day, which workbooks keep as a number with a format."""
    return dt.date(tahun, bulan, hari)


def serial(tahun: int, bulan: int, hari: int) -> int:
    """Return the number by which Excel keeps a day, as exports write it without a format."""
    return (dt.date(tahun, bulan, hari) - dt.date(1899, 12, 30)).days


# Five PNS, a CPNS and a PPPK who never were.
ANI, BUDI, CITRA, DEDI, EKA = (
    "198001012005012001",
    "198102022006021002",
    "198203032007012003",
    "198304042008021004",
    "198405052009012005",
)
FITRI_PPPK = "199312282021212001"

NOMINATIF = (
    "No",
    "NIP",
    "Nama",
    "Jenis Jabatan",
    "Nama Jabatan",
    "Perangkat Daerah",
    "Pendidikan",
    "JP Diklat Teknis",
    "Seminar/Workshop",
    "Nilai Kinerja",
    "Hukuman Disiplin",
)
"""Heads of a wide table of pelaksana, whose points below are "15 40 25 5"."""

LENGKAP = "15 40 25 5"


def orang(nomor: int, nip: object, nama: str, opd: str = "Dinas Kesehatan") -> list[object]:
    """Return a row under `NOMINATIF`: a pelaksana with S-1, 20 JP, a seminar, 80, no sentence."""
    return [
        nomor, nip, nama, "Pelaksana", "Pengadministrasi Perkantoran", opd,
        "S-1", 20, "Sudah", 80, "Tidak Ada",
    ]  # fmt: skip


def ani(**isi: object) -> list[object]:
    """Return Ani's row."""
    return orang(1, ANI, "Ani Lestari", **isi)  # type: ignore[arg-type]


def budi(**isi: object) -> list[object]:
    """Return Budi's row."""
    return orang(2, BUDI, "Budi Santoso", **isi)  # type: ignore[arg-type]


def citra(**isi: object) -> list[object]:
    """Return Citra's row."""
    return orang(3, CITRA, "Citra Dewi", **isi)  # type: ignore[arg-type]
