"""What an edition's file looks like, key by key: the schema that msgspec decodes it into.

Names are those of the file; a key that does not stand here is refused. Texts that name a code, and
numbers, are still as written (`Number`): `resolve` reads them, with a sentence for each fault.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from msgspec import Struct

Number: TypeAlias = Any
"""An integer or a decimal: checked by `faults.require_number`, which refuses text, true and nan."""


class Bentuk(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all tables of the file share: no unknown keys, no change once read."""


class Langkah(Bentuk, frozen=True, kw_only=True):
    """What every step states; its article only where it has one of its own."""

    ukuran: str
    poin: Number
    pasal: str = ""


class LangkahTingkat(Langkah, frozen=True, kw_only=True):
    """A step of `tingkat`: the lowest level it holds for, up to the step above."""

    mulai: str


class LangkahRentang(Langkah, frozen=True, kw_only=True):
    """A step of `rentang`: its lower bound and its predikat."""

    mulai: int
    predikat: str


class LangkahTerberat(Langkah, frozen=True, kw_only=True):
    """A step of `terberat`: the level of a sentence, or "tidak_ada"."""

    tingkat: str


class Instrumen(Bentuk, frozen=True, kw_only=True, tag_field="jenis"):
    """What every kind of instrument states."""

    id: str
    nama: str
    pasal: str
    bukti: tuple[str, ...]
    tafsir: tuple[str, ...] = ()


class Tingkat(Instrumen, frozen=True, kw_only=True, tag="tingkat"):
    """Kind `tingkat`."""

    langkah: tuple[LangkahTingkat, ...]


class Pernah(Instrumen, frozen=True, kw_only=True, tag="pernah"):
    """Kind `pernah`."""

    ukuran: str
    poin: Number
    sesuai_jenjang: dict[str, tuple[str, ...]] | None = None


class Jam(Instrumen, frozen=True, kw_only=True, tag="jam"):
    """Kind `jam`."""

    ukuran: str
    poin: Number
    jendela_tahun: int
    ambang_jp: Number
    prorata: bool


class Jumlah(Instrumen, frozen=True, kw_only=True, tag="jumlah"):
    """Kind `jumlah`."""

    ukuran: str
    poin: Number
    jendela_tahun: int
    ambang: int


class Rentang(Instrumen, frozen=True, kw_only=True, tag="rentang"):
    """Kind `rentang`."""

    langkah: tuple[LangkahRentang, ...]


class Terberat(Instrumen, frozen=True, kw_only=True, tag="terberat"):
    """Kind `terberat`."""

    jendela_tahun: int
    langkah: tuple[LangkahTerberat, ...]


class Dimensi(Bentuk, frozen=True, kw_only=True):
    """A dimension."""

    id: str
    nama: str
    pasal: str
    maksimal: Number
    instrumen: tuple[Tingkat | Pernah | Jam | Jumlah | Rentang | Terberat, ...]


class Kategori(Bentuk, frozen=True, kw_only=True):
    """A class of the index."""

    nama: str
    mulai: int
    rentang: str


class Jabatan(Bentuk, frozen=True, kw_only=True):
    """Posts."""

    kolom: dict[str, str]
    jenjang_eselon: dict[str, str]
    jenjang_pelaksana: tuple[str, ...]
    kelompok_jenjang: dict[str, tuple[str, ...]]
    tafsir: tuple[str, ...] = ()


class Bobot(Bentuk, frozen=True, kw_only=True):
    """Percentages of an appraisal's two halves."""

    skp: int
    perilaku: int


class Skala(Bentuk, frozen=True, kw_only=True):
    """A scale of appraisals."""

    id: str
    nama: str
    tahun: tuple[int, ...]
    tertinggi: int
    bobot: Bobot | None = None
    mulai: dict[str, int] | None = None
    tanpa_ide_baru: dict[str, str] = {}
    tafsir: tuple[str, ...] = ()


class MenurutMasa(Bentuk, frozen=True, kw_only=True):
    """A kind of sentence whose level follows from its months."""

    jenis: int
    bulan: dict[str, str]


class Hukuman(Bentuk, frozen=True, kw_only=True):
    """Kinds of sentence."""

    tingkat: dict[str, tuple[int, ...]]
    bukan: tuple[int, ...]
    menurut_masa: tuple[MenurutMasa, ...] = ()
    tafsir: tuple[str, ...] = ()


class Edition(Bentuk, frozen=True, kw_only=True):
    """The whole file."""

    id: str
    nama: str
    singkatan: str
    tentang: str
    revisi: int
    status: Literal["berlaku", "draf"]
    tahun: tuple[int, ...]
    dasar_hukum: tuple[str, ...]
    status_diukur: tuple[str, ...]
    kedudukan_diukur: tuple[str, ...]
    batas: Literal["bawah", "atas"]
    kategori_dari: Literal["nilai_tercetak"]
    tahun_kinerja: int
    dimensi: tuple[Dimensi, ...]
    kategori: tuple[Kategori, ...]
    jabatan: Jabatan
    peta_diklat: dict[str, tuple[int, ...]]
    skala: tuple[Skala, ...]
    matriks_kinerja: dict[str, dict[str, str]]
    hukuman: Hukuman
    tafsir: tuple[str, ...] = ()
