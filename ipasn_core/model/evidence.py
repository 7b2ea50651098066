"""The shape of evidence: which fields a record has, in which order, in which unit.

A record travels as a plain tuple in the order of its `SET` entry, so that sets of records compare
by all their fields. Units, wherever evidence is held:

- **tanggal** is an int `yyyymmdd` whose unknown parts are zero: 20210731 (a day), 20210700 (a
  month), 20210000 (a year); its precision is therefore never lost.
- **jp** is hundredths of an hour, **nilai**, **skp** and **perilaku** are thousandths of a point.
- codes are those of `vocab`; what is not stated is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from .vocab import (
    DasarKinerja,
    Ekspektasi,
    Eselon,
    JenisDiklat,
    JenisHukuman,
    JenisJabatan,
    JenisKelamin,
    Jenjang,
    Pendidikan,
    Predikat,
    Status,
    TingkatDiklat,
    TingkatHukuman,
)

Kind = Literal["kode", "bilangan", "tanggal", "teks"]
Record = tuple[int | str | None, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a record.

    Attributes:
        name: In the store.
        kind: What it holds.
        label: What an officer calls it.
        kode: Vocabulary of a "kode"; None where the number is its own meaning.
        satuan: What 1 is stored as, of a "bilangan".
    """

    name: str
    kind: Kind
    label: str
    kode: type[IntEnum] | None = None
    satuan: int = 1


SET: dict[str, tuple[Field, ...]] = {
    "pendidikan": (
        Field("tingkat", "kode", "Tingkat pendidikan", Pendidikan),
        Field("tingkat_teks", "teks", "Tingkat sebagaimana tertulis"),
        Field("bidang", "teks", "Jurusan"),
        Field("sekolah", "teks", "Sekolah"),
        Field("nomor", "teks", "Nomor ijazah"),
        Field("tanggal", "tanggal", "Lulus"),
    ),
    "pengembangan": (
        Field("jenis", "kode", "Jenis diklat", JenisDiklat),
        Field("jenis_teks", "teks", "Jenis sebagaimana tertulis"),
        Field("tingkat", "kode", "Tingkat diklat kepemimpinan", TingkatDiklat),
        Field("nama", "teks", "Nama"),
        Field("mulai", "tanggal", "Tanggal mulai"),
        Field("selesai", "tanggal", "Tanggal selesai"),
        Field("jp", "bilangan", "JP", satuan=100),
        Field("penyelenggara", "teks", "Penyelenggara"),
        Field("nomor", "teks", "Nomor sertifikat"),
    ),
    "hukuman": (
        Field("tingkat", "kode", "Tingkat hukuman", TingkatHukuman),
        Field("jenis", "kode", "Jenis hukuman", JenisHukuman),
        Field("jenis_teks", "teks", "Jenis sebagaimana tertulis"),
        Field("nomor_sk", "teks", "Nomor SK"),
        Field("tanggal_sk", "tanggal", "Tanggal SK"),
        Field("tmt", "tanggal", "TMT"),
        Field("masa_bulan", "bilangan", "Masa (bulan)"),
        Field("berakhir", "tanggal", "Berakhir"),
        Field("batal_nomor", "teks", "Nomor SK pembatalan"),
        Field("batal_tanggal", "tanggal", "Tanggal SK pembatalan"),
    ),
}
"""Records that are sets: the same record only if all fields are equal."""

PENILAIAN: tuple[Field, ...] = (
    Field("nilai", "bilangan", "Nilai kinerja", satuan=1000),
    Field("skp", "bilangan", "Nilai SKP", satuan=1000),
    Field("perilaku", "bilangan", "Nilai perilaku", satuan=1000),
    Field("predikat", "kode", "Predikat", Predikat),
    Field("hasil", "kode", "Rating hasil kerja", Ekspektasi),
    Field("perilaku_kerja", "kode", "Rating perilaku kerja", Ekspektasi),
    Field("ide_baru", "kode", "Ide baru"),
    Field("dasar", "kode", "Dasar skala", DasarKinerja),
)
"""An appraisal, one a person and year; every field has one value."""

KEADAAN: tuple[Field, ...] = (
    Field("nama", "teks", "Nama"),
    Field("jenis_kelamin", "kode", "Jenis kelamin", JenisKelamin),
    Field("status", "kode", "Status", Status),
    Field("kedudukan", "kode", "Kedudukan hukum"),
    Field("golongan", "kode", "Golongan"),
    Field("jenis_jabatan", "kode", "Jenis jabatan", JenisJabatan),
    Field("jenjang", "kode", "Jenjang", Jenjang),
    Field("eselon", "kode", "Eselon", Eselon),
    Field("jabatan", "teks", "Jabatan"),
    Field("opd", "teks", "Perangkat daerah"),
)
"""Who a person is (nama, jenis_kelamin: once) and what holds in a measured year (the rest)."""

PERSON_FIELDS = ("nama", "jenis_kelamin")


def tahun_dari(tanggal: int) -> int:
    """Return the calendar year of a date of any precision."""
    return tanggal // 10_000
