"""`Edition`: one edition of the rules as scoring and reports read it, resolved to codes.

The files are in `resources/aturan`, their raw shape in `shape`, the way from one to the other in
`resolve`. Everything here is immutable and holds integers only:

- **points** (and bounds of kategori) are thousandths,
- **appraisals** (bounds of bands, tops of scales) are hundred thousandths, since 60:40 of two
  values with three decimals is exact there,
- **hours** are hundredths of a JP,
- tables "by code" are tuples indexed by the number of a `vocab` code; index 0 is "not stated".

`ambang` are thresholds with the edition's reading of band edges worked in: the first step with
`value >= ambang[step]` is the one a value stands on, under either reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from ..model.vocab import Bukti, DasarKinerja, JenisJabatan, Status

TIDAK_BERLAKU = -1
"""Points of an instrument for a kind of post it does not apply to."""

KOLOM_JABATAN = (JenisJabatan.STRUKTURAL, JenisJabatan.FUNGSIONAL, JenisJabatan.PELAKSANA)
"""Kinds of post that points are stated for, in the order of the regulation's table."""

PER_POIN = 1_000
PER_NILAI = 100_000
PER_JP = 100


@dataclass(frozen=True, slots=True)
class Langkah:
    """One row of the regulation's table: a measure and what it is worth.

    Attributes:
        ukuran: The measure as a report prints it: "S-1 atau D-IV".
        poin: Thousandths by code of `JenisJabatan`, `TIDAK_BERLAKU` where it does not apply.
        pasal: Article: the step's own, else the instrument's ("8 ayat (6)").
    """

    ukuran: str
    poin: tuple[int, ...]
    pasal: str

    @property
    def seragam(self) -> int | None:
        """The points where they are the same for all kinds of post, else None."""
        values = {self.poin[kolom] for kolom in KOLOM_JABATAN}
        return values.pop() if len(values) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrumen:
    """What all kinds of instrument have.

    Attributes:
        id: Slug, unique in the edition.
        nama: As a report prints it.
        pasal: Article, without the word: "8 ayat (6)".
        bukti: Kinds of evidence it reads.
        langkah: Its steps in the order of the regulation; one for `pernah`, `jam`, `jumlah`.
        tafsir: Readings of the law it rests on, slugs of `resources/panduan/tafsir.md`.
    """

    jenis: ClassVar[str]

    id: str
    nama: str
    pasal: str
    bukti: tuple[Bukti, ...]
    langkah: tuple[Langkah, ...]
    tafsir: tuple[str, ...]

    @property
    def maksimal(self) -> tuple[int, ...]:
        """Most points by code of `JenisJabatan`, `TIDAK_BERLAKU` where it does not apply."""
        return tuple(max(column) for column in zip(*(s.poin for s in self.langkah), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tingkat(Instrumen):
    """The highest level reached by the end of the measured year gives points.

    Attributes:
        langkah_dari: By code of `Pendidikan`: index of the step, -1 for index 0.
    """

    jenis: ClassVar[str] = "tingkat"

    langkah_dari: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pernah(Instrumen):
    """Ever done by the end of the measured year, if it fits the post.

    Attributes:
        sesuai: None where any record counts; else by group of levels (`Jabatan.kelompok`), then
            by code of `TingkatDiklat`: whether a course of that level fits.
    """

    jenis: ClassVar[str] = "pernah"

    sesuai: tuple[tuple[bool, ...], ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jam(Instrumen):
    """Hours of several courses in a window of calendar years reach a threshold, or do not.

    Attributes:
        jendela_tahun: Calendar years, the measured one included.
        ambang_jp: Hundredths of a JP.
    """

    jenis: ClassVar[str] = "jam"

    jendela_tahun: int
    ambang_jp: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Jumlah(Instrumen):
    """A number of records in a window of calendar years reaches a threshold, or does not.

    Attributes:
        jendela_tahun: Calendar years, the measured one included.
        ambang: How many are needed.
    """

    jenis: ClassVar[str] = "jumlah"

    jendela_tahun: int
    ambang: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rentang(Instrumen):
    """A number in bands, or a predikat, gives points.

    Attributes:
        langkah_dari: By code of `Predikat`: index of the step, -1 for index 0.
        predikat: Code of `Predikat` of each step.
        ambang: Per scale, the threshold of each step in hundred thousandths, falling to 0.
    """

    jenis: ClassVar[str] = "rentang"

    langkah_dari: tuple[int, ...]
    predikat: tuple[int, ...]
    ambang: Mapping[DasarKinerja, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terberat(Instrumen):
    """The heaviest sentence in a window of calendar years gives points.

    Attributes:
        jendela_tahun: Calendar years, the measured one included.
        langkah_dari: By code of `TingkatHukuman`: index of the step; index 0 is "never".
    """

    jenis: ClassVar[str] = "terberat"

    jendela_tahun: int
    langkah_dari: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dimensi:
    """A dimension and its instruments; `maksimal` in thousandths."""

    id: str
    nama: str
    pasal: str
    maksimal: int
    instrumen: tuple[Instrumen, ...]


@dataclass(frozen=True, slots=True)
class Kategori:
    """A class of the index.

    Attributes:
        nama: "Sangat Tinggi".
        rentang: As the regulation prints it: "91–100", "60 ke bawah".
        ambang: Thousandths, the reading of band edges worked in.
    """

    nama: str
    rentang: str
    ambang: int


@dataclass(frozen=True, slots=True)
class Jabatan:
    """How posts are sorted into columns and groups of levels.

    Attributes:
        kolom: By code of `JenisJabatan`: the kind whose column it takes (rangkap → struktural).
        jenjang_eselon: By code of `Eselon`: code of `Jenjang`.
        jenjang_pelaksana: By code of `Jenjang`: makes a structural post count as pelaksana.
        kelompok: By code of `Jenjang`: index into `nama_kelompok`, 0 where in none.
        nama_kelompok: "", then the groups of levels of structural posts: "jpt", …
        tafsir: Slugs.
    """

    kolom: tuple[int, ...]
    jenjang_eselon: tuple[int, ...]
    jenjang_pelaksana: tuple[bool, ...]
    kelompok: tuple[int, ...]
    nama_kelompok: tuple[str, ...]
    tafsir: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skala:
    """A scale of appraisals.

    Attributes:
        dasar: Its code.
        nama: "PP 46/2011".
        bobot_skp: Percent; 0 where SKP and perilaku do not combine into a number.
        bobot_perilaku: Percent.
        tertinggi: Top of the scale, hundred thousandths.
        tanpa_ide_baru: By code of `Predikat`: what a number's step falls to without a new idea;
            the identity on scales that do not ask for one.
        tafsir: Slugs.
    """

    dasar: DasarKinerja
    nama: str
    bobot_skp: int
    bobot_perilaku: int
    tertinggi: int
    tanpa_ide_baru: tuple[int, ...]
    tafsir: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hukuman:
    """How a sentence gets its level where none is stated.

    Attributes:
        tingkat: By code of `JenisHukuman`: code of `TingkatHukuman`, 0 where none follows.
        menurut_masa: (kind, months) → code of `TingkatHukuman`.
        bukan: Kinds that stand in the reference list and are no sentences.
        tafsir: Slugs.
    """

    tingkat: tuple[int, ...]
    menurut_masa: Mapping[tuple[int, int], int]
    bukan: frozenset[int]
    tafsir: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the rules.

    Attributes:
        id: "perban-bkn-8-2019".
        nama: "Peraturan BKN Nomor 8 Tahun 2019".
        singkatan: "Perban BKN 8/2019".
        tentang: Its subject, as the title says it.
        revisi: Counts our corrections of the file.
        status: "draf" is marked everywhere and cannot be signed.
        tahun: Measured years it holds for, rising.
        dasar_hukum: The regulations a report lists, in full, without the closing mark.
        status_diukur: Kinds of civil servant that are measured.
        kedudukan_diukur: SIASN's codes of kedudukan hukum; one who has none counts as well.
        batas: How band edges are read; already worked into every `ambang`.
        kategori_dari: "nilai_tercetak": decided on the value rounded to two decimals.
        tahun_kinerja: 0, or -1 where the appraisal of the year before is used.
        dimensi: In the order of the regulation.
        kategori: From the highest down; the last one's `ambang` is 0.
        jabatan: Posts.
        peta_diklat: By code of `JenisDiklat`: code of `Bukti`, 0 for index 0.
        skala: Scales of appraisals, by code.
        skala_tahun: Measured year → the scale read where an appraisal names none.
        matriks: [hasil][perilaku], codes of `Ekspektasi` → code of `Predikat`; 0 at index 0.
        hukuman: Sentences.
        tafsir: Slugs of readings that concern the whole edition.
        sidik: SHA-256 of the file's text, hexadecimal.
        teks: The file's text: what a snapshot keeps.
    """

    id: str
    nama: str
    singkatan: str
    tentang: str
    revisi: int
    status: Literal["berlaku", "draf"]
    tahun: tuple[int, ...]
    dasar_hukum: tuple[str, ...]
    status_diukur: tuple[Status, ...]
    kedudukan_diukur: tuple[int, ...]
    batas: Literal["bawah", "atas"]
    kategori_dari: Literal["nilai_tercetak"]
    tahun_kinerja: int
    dimensi: tuple[Dimensi, ...]
    kategori: tuple[Kategori, ...]
    jabatan: Jabatan
    peta_diklat: tuple[int, ...]
    skala: Mapping[DasarKinerja, Skala]
    skala_tahun: Mapping[int, DasarKinerja]
    matriks: tuple[tuple[int, ...], ...]
    hukuman: Hukuman
    tafsir: tuple[str, ...]
    sidik: str
    teks: str = field(repr=False)

    @property
    def instrumen(self) -> tuple[tuple[int, Instrumen], ...]:
        """All instruments in order, each with the index of its dimension."""
        return tuple((d, i) for d, dimensi in enumerate(self.dimensi) for i in dimensi.instrumen)

    @property
    def draf(self) -> bool:
        """Whether the edition is a draft."""
        return self.status == "draf"

    @property
    def semua_tafsir(self) -> tuple[str, ...]:
        """Every reading of the law the edition rests on, sorted."""
        parts = [self.tafsir, self.jabatan.tafsir, self.hukuman.tafsir]
        parts += [skala.tafsir for skala in self.skala.values()]
        parts += [instrumen.tafsir for _, instrumen in self.instrumen]
        return tuple(sorted({slug for part in parts for slug in part}))
