"""What the workbook to hand out asks for: its sheets, their columns, and what each may hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from ..model.vocab import (
    GOLONGAN,
    JenisDiklat,
    JenisJabatan,
    Jenjang,
    Pendidikan,
    Predikat,
    Status,
    TingkatDiklat,
    TingkatHukuman,
    label,
)
from .layout_heads import text_of
from .parse_dates import FIRST_YEAR, LAST_YEAR
from .parse_values import BATAS_JP
from .sheet import Sheet

TEXT, DAY, HOURS, POINTS = "@", "dd\\-mm\\-yyyy", "0.##", "0.00##"
Jenis = Literal["lebar", "riwayat"]
JUDUL = "DATA PEGAWAI UNTUK INDEKS PROFESIONALITAS ASN"
"""How the first line of every sheet begins."""

PETUNJUK, PILIHAN = "Petunjuk", "Pilihan"
"""Names of the page of instructions and of the sheet of long lists."""


@dataclass(frozen=True, slots=True)
class Isian:
    """One column to fill in.

    Attributes:
        bidang: Field of the vocabulary; its head is the field's own.
        lebar: Width in characters.
        jenis: What is checked.
        pilihan: The words of its drop-down list.
        batas: Least and greatest number or day.
        format: Number format of the column.
        petunjuk: What a cell says when it is chosen.
        galat: What is said of something else.
        wajib: Whether no row comes in without it.
    """

    bidang: str
    lebar: int = 16
    jenis: Literal["teks", "nip", "angka", "bulat", "tanggal"] = "teks"
    pilihan: tuple[str, ...] = ()
    batas: tuple[int | dt.date, int | dt.date] = (0, 0)
    format: str = ""
    petunjuk: str = ""
    galat: str = "Pilih salah satu isi daftarnya."
    wajib: bool = False


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet to fill in.

    Attributes:
        nama: Of the sheet.
        catatan: What its third row says.
        isian: Its columns.
        pegawai: Whether it lists people, so that those known may stand there already.
        tetap: Columns that stay when one scrolls.
    """

    nama: str
    catatan: str
    isian: tuple[Isian, ...]
    pegawai: bool = False
    tetap: int = 2


def sheets(jenis: Jenis, batas_nilai: int, *, predikat: bool) -> tuple[Lembar, ...]:
    """Return the sheets of a template.

    Args:
        jenis: One row a person, or one row a record.
        batas_nilai: Highest appraisal on the scale of the year, points.
        predikat: Whether a predikat may stand for the number.
    """
    nilai = (_nilai(batas_nilai), *([_PREDIKAT] if predikat else []))
    if jenis == "lebar":
        return (
            Lembar(
                "Pegawai",
                "Satu baris seorang pegawai. Kolom berlatar biru wajib diisi.",
                (*_PEGAWAI, _pendidikan(), *_PERNYATAAN, *nilai, _HUKUMAN),
                pegawai=True,
            ),
        )
    return (
        Lembar(
            "Pegawai",
            "Satu baris seorang pegawai. Kolom berlatar biru wajib diisi.",
            _PEGAWAI,
            pegawai=True,
        ),
        Lembar("Riwayat Pendidikan", "Satu baris satu ijazah.", _IJAZAH),
        Lembar("Riwayat Diklat", "Satu baris satu kegiatan." + _KOSONG, _DIKLAT),
        Lembar(
            "Kinerja",
            "Satu baris satu tahun penilaian.",
            (_NIP, _NAMA_SAJA, _tahun("tahun"), *nilai),
        ),
        Lembar("Hukuman Disiplin", "Satu baris satu keputusan." + _KOSONG, _SANKSI),
    )


def is_own_page(sheet: Sheet) -> bool:
    """Tell a page of the template on which nobody writes anything: instructions, long lists."""
    if not sheet.jumlah_baris:
        return False
    first = [text for text in map(text_of, sheet.baris(0)) if text]
    if sheet.nama == PETUNJUK:
        return first[0].startswith(JUDUL)
    return sheet.nama == PILIHAN and all(text.startswith(f"{PILIHAN} ") for text in first)


def degree_words() -> tuple[str, ...]:
    """Return the levels of education, rising."""
    return _labels(Pendidikan)


def golongan_words() -> tuple[str, ...]:
    """Return every golongan, of PNS first."""
    return tuple(GOLONGAN.values())


def _labels(codes: Iterable[IntEnum]) -> tuple[str, ...]:
    """Return names of codes as a list shows them: with a capital."""
    return tuple(text[:1].upper() + text[1:] for text in map(label, codes))


# ---------------------------------------------------------------- columns

_KOSONG = (
    " Pegawai di lembar Pegawai yang tidak disebut di sini dianggap tidak mempunyainya; hapus "
    "lembar ini bila datanya tidak dikumpulkan."
)
_NIP = Isian(
    "nip",
    22,
    "nip",
    format=TEXT,
    petunjuk="18 angka tanpa spasi, sebagai teks.",
    galat="NIP harus 18 angka dengan tanggal lahir, bulan pengangkatan, dan kode jenis kelamin "
    "yang mungkin.",
    wajib=True,
)
_NAMA = Isian("nama", 34, format=TEXT, wajib=True)
_NAMA_SAJA = Isian("nama", 34, format=TEXT)
_PEGAWAI = (
    _NIP,
    _NAMA,
    Isian("status", 18, pilihan=_labels(Status)),
    Isian("golongan", 12, pilihan=golongan_words()),
    Isian("jenis_jabatan", 16, pilihan=_labels(JenisJabatan), wajib=True),
    Isian("jenjang", 18, pilihan=_labels(Jenjang)),
    Isian("jabatan", 36, format=TEXT),
    Isian("opd", 40, format=TEXT),
)
_JP: tuple[int, int] = (0, BATAS_JP)
_HOURS_FAULT = f"JP harus angka dari 0 sampai {BATAS_JP}."
_PERNYATAAN = (
    Isian(
        "diklat_kepemimpinan",
        24,
        pilihan=(
            "Belum",
            *_labels(level for level in TingkatDiklat if level is not TingkatDiklat.LAIN),
            "Lemhannas",
            "Sudah",
        ),
        petunjuk="Diklat tertinggi yang pernah diikuti; “Sudah” bila tingkatnya tidak diketahui.",
    ),
    Isian("diklat_fungsional", 18, pilihan=("Belum", "Sudah")),
    Isian(
        "diklat_teknis",
        16,
        "angka",
        batas=_JP,
        format=HOURS,
        petunjuk="Jumlah JP diklat teknis dalam tahun ukur; 0 bila tidak ada.",
        galat=_HOURS_FAULT,
    ),
    Isian("seminar", 18, pilihan=("Belum", "Sudah")),
)
_PREDIKAT = Isian("predikat", 20, pilihan=_labels(Predikat))
_HUKUMAN = Isian(
    "hukuman",
    18,
    pilihan=("Tidak Ada", *_labels(TingkatHukuman)),
    petunjuk="Tingkat hukuman disiplin terberat dalam lima tahun terakhir.",
)


def _pendidikan(*, wajib: bool = False) -> Isian:
    return Isian("pendidikan", 20, pilihan=degree_words(), wajib=wajib)


def _nilai(batas: int) -> Isian:
    return Isian(
        "nilai",
        16,
        "angka",
        batas=(0, batas),
        format=POINTS,
        petunjuk=f"Nilai akhir penilaian kinerja, 0 sampai {batas}.",
        galat=f"Nilai harus angka dari 0 sampai {batas}.",
    )


def _tahun(bidang: str) -> Isian:
    return Isian(
        bidang,
        12,
        "bulat",
        batas=(FIRST_YEAR, LAST_YEAR),
        format="0",
        galat="Tulis tahun dengan empat angka, misalnya 2021.",
        wajib=bidang == "tahun",
    )


def _tanggal(bidang: str) -> Isian:
    return Isian(
        bidang,
        16,
        "tanggal",
        batas=(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31)),
        format=DAY,
        galat="Tulis tanggal, misalnya 31-12-2021.",
    )


_IJAZAH = (
    _NIP,
    _NAMA_SAJA,
    _pendidikan(wajib=True),
    Isian("jurusan", 30, format=TEXT),
    _tahun("tahun_lulus"),
)
_DIKLAT = (
    _NIP,
    _NAMA_SAJA,
    Isian("jenis_diklat", 30, pilihan=_labels(JenisDiklat), wajib=True),
    Isian(
        "nama_diklat",
        44,
        format=TEXT,
        petunjuk="Untuk diklat struktural sebut tingkatnya: PKP, PKA, PKN II, atau Diklatpim IV.",
    ),
    _tanggal("mulai"),
    _tanggal("selesai"),
    Isian("jp", 12, "angka", batas=_JP, format=HOURS, galat=_HOURS_FAULT),
    Isian("penyelenggara", 30, format=TEXT),
    Isian("nomor_sertifikat", 24, format=TEXT),
)
_SANKSI = (
    _NIP,
    _NAMA_SAJA,
    Isian("tingkat_hukuman", 16, pilihan=_labels(TingkatHukuman), wajib=True),
    Isian("jenis_hukuman", 44, format=TEXT),
    Isian("nomor_sk", 24, format=TEXT),
    _tanggal("tanggal_sk"),
    _tanggal("tmt"),
    _tanggal("berakhir"),
)
