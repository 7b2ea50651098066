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
from typing import Literal

Kind = Literal["kode", "bilangan", "tanggal", "teks"]
Record = tuple[int | str | None, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a record: its name in the store, what it holds, what an officer calls it."""

    name: str
    kind: Kind
    label: str


SET: dict[str, tuple[Field, ...]] = {
    "pendidikan": (
        Field("tingkat", "kode", "Tingkat pendidikan"),
        Field("tingkat_teks", "teks", "Tingkat sebagaimana tertulis"),
        Field("bidang", "teks", "Jurusan"),
        Field("sekolah", "teks", "Sekolah"),
        Field("nomor", "teks", "Nomor ijazah"),
        Field("tanggal", "tanggal", "Lulus"),
    ),
    "pengembangan": (
        Field("jenis", "kode", "Jenis diklat"),
        Field("jenis_teks", "teks", "Jenis sebagaimana tertulis"),
        Field("tingkat", "kode", "Tingkat diklat kepemimpinan"),
        Field("nama", "teks", "Nama"),
        Field("mulai", "tanggal", "Tanggal mulai"),
        Field("selesai", "tanggal", "Tanggal selesai"),
        Field("jp", "bilangan", "JP"),
        Field("penyelenggara", "teks", "Penyelenggara"),
        Field("nomor", "teks", "Nomor sertifikat"),
    ),
    "hukuman": (
        Field("tingkat", "kode", "Tingkat hukuman"),
        Field("jenis", "kode", "Jenis hukuman"),
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
    Field("nilai", "bilangan", "Nilai kinerja"),
    Field("skp", "bilangan", "Nilai SKP"),
    Field("perilaku", "bilangan", "Nilai perilaku"),
    Field("predikat", "kode", "Predikat"),
    Field("hasil", "kode", "Rating hasil kerja"),
    Field("perilaku_kerja", "kode", "Rating perilaku kerja"),
    Field("ide_baru", "kode", "Ide baru"),
    Field("dasar", "kode", "Dasar skala"),
)
"""An appraisal, one a person and year; every field has one value."""

KEADAAN: tuple[Field, ...] = (
    Field("nama", "teks", "Nama"),
    Field("jenis_kelamin", "kode", "Jenis kelamin"),
    Field("status", "kode", "Status"),
    Field("kedudukan", "kode", "Kedudukan hukum"),
    Field("golongan", "kode", "Golongan"),
    Field("jenis_jabatan", "kode", "Jenis jabatan"),
    Field("jenjang", "kode", "Jenjang"),
    Field("eselon", "kode", "Eselon"),
    Field("jabatan", "teks", "Jabatan"),
    Field("opd", "teks", "Perangkat daerah"),
)
"""Who a person is (nama, jenis_kelamin: once) and what holds in a measured year (the rest)."""

PERSON_FIELDS = ("nama", "jenis_kelamin")


def tahun_dari(tanggal: int) -> int:
    """Return the calendar year of a date of any precision."""
    return tanggal // 10_000
