"""A stored record in words: for the trace at a terminal, and as exact texts for programs."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction

from ..formatting import BULAN, EN_DASH, NBSP, format_date, format_exact, plain_exact
from ..model.evidence import PENILAIAN, SET, Field
from ..model.stored import Asal, StoredRecord
from ..model.vocab import label

MEANT = ("jenis_teks", "tingkat_teks")
"""Raw texts that say again what a code beside them says."""

JUDUL = {
    "pendidikan": "Riwayat pendidikan",
    "pengembangan": "Riwayat pengembangan",
    "penilaian": "Riwayat penilaian kinerja",
    "hukuman": "Riwayat hukuman disiplin",
}
"""Block → heading above its records."""


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record as a list shows it.

    Attributes:
        judul: What it is called: "Diklat Fungsional Guru Ahli Pertama".
        rincian: Its kind and when: "Diklat Fungsional · 3–21 Juli 2017".
        ukuran: How much, at the right: "160 JP", "77,42"; empty where it has no measure.
        lainnya: What else it says: "Penyelenggara BPSDM · Nomor sertifikat 5916/2010".
        hari: When it counts, `yyyymmdd` with zero for unknown parts, for sorting; 0 for no date.
    """

    judul: str
    rincian: str
    ukuran: str
    lainnya: str
    hari: int


_CALLED = {
    "pendidikan": ("tingkat", "tingkat_teks"),
    "pengembangan": ("nama", "jenis", "jenis_teks"),
    "hukuman": ("jenis", "jenis_teks", "tingkat"),
}
"""Block → fields that name a record: the first that says something."""
_BRIEF = {
    "pendidikan": ("bidang", "sekolah"),
    "pengembangan": ("jenis", "tingkat"),
    "hukuman": ("tingkat",),
    "penilaian": ("skp", "perilaku", "hasil", "perilaku_kerja"),
}
"""Block → fields of the second line, before the date."""
_DAYS = {
    "pendidikan": ("tanggal", "tanggal"),
    "pengembangan": ("mulai", "selesai"),
    "hukuman": ("tmt", "tmt"),
}
"""Block → fields of first and last day."""
_BARE = {"bidang", "sekolah", "jenis", "hasil", "perilaku_kerja"}
"""Fields of the second line that need no name before them."""


def record_line(block: str, record: StoredRecord) -> RecordLine:
    """Return a record as a list shows it.

    Args:
        block: "pendidikan", "pengembangan", "penilaian" or "hukuman".
        record: The record, of that block.
    """
    fields = {one.name: one for one in fields_of(block)}
    isi = dict(zip(fields, record.isi, strict=True))
    called = next((name for name in _CALLED.get(block, ()) if isi[name] is not None), "")
    judul = f"Penilaian kinerja {record.tahun}" if record.tahun else "Tanpa nama"
    if called:
        judul = _value(fields[called], isi[called])
        judul = judul[0].upper() + judul[1:]
    brief = [
        _value(fields[name], value) if name in _BARE else _words(fields[name], value)
        for name in _BRIEF[block]
        if (value := isi[name]) is not None and name != called
    ]
    first, last = _days(block, isi)
    when = period_words(first, last)
    shown = {called, *_BRIEF[block], *_DAYS.get(block, ()), "jp", "nilai", "predikat", *MEANT}
    if block == "hukuman" and not isi["tmt"] and when:
        shown.add("tanggal_sk")
    rest = [
        f"{field.label} {_value(field, isi[name])}"
        for name, field in fields.items()
        if name not in shown and isi[name] is not None
    ]
    return RecordLine(
        judul=judul,
        rincian=" · ".join(filter(None, (*brief, when))),
        ukuran=_measure(fields, isi),
        lainnya=" · ".join(rest),
        hari=last or first or (record.tahun or 0) * 10_000,
    )


def _days(block: str, isi: dict[str, int | str | None]) -> tuple[int, int]:
    names = _DAYS.get(block, ())
    if block == "hukuman" and isi["tmt"] is None:
        names = ("tanggal_sk", "tanggal_sk")
    first, last = ([int(isi[name] or 0) for name in names] or [0, 0])[:2]
    return first, last


def _measure(fields: dict[str, Field], isi: dict[str, int | str | None]) -> str:
    jp = isi.get("jp")
    if jp is not None:
        return f"{_value(fields['jp'], jp)} JP"
    for name in ("nilai", "predikat"):
        found = isi.get(name)
        if found is not None:
            return _value(fields[name], found)
    return ""


def period_words(first: int, last: int) -> str:
    """Return a first and a last day as one: "3–21 Juli 2017", "28 Juli–2 Agustus 2017".

    Args:
        first: `yyyymmdd` with zero for unknown parts; 0 where not known.
        last: The same.
    """
    if not first or not last or first == last:
        known = first or last
        return date_words(known) if known else ""
    if not (first % 100 and last % 100) or first // 10_000 != last // 10_000:
        return f"{date_words(first)} {EN_DASH} {date_words(last)}"
    if first // 100 == last // 100:
        return f"{first % 100}{EN_DASH}{date_words(last)}"
    return f"{first % 100} {BULAN[first // 100 % 100 - 1]} {EN_DASH} {date_words(last)}"


def origin_words(asal: Asal) -> str:
    """Return where something came from: "riwayat.xlsx, lembar Diklat, baris 12"."""
    if asal.berkas is None:
        return "ditulis dalam program"
    parts = [asal.berkas]
    if asal.lembar:
        parts.append(f"lembar {asal.lembar}")
    if asal.baris is not None:
        parts.append(f"baris{NBSP}{asal.baris}")
    return ", ".join(parts)


def fields_of(block: str) -> tuple[Field, ...]:
    """Return the fields of a block's records, in order."""
    return SET.get(block, PENILAIAN)


def exact_text(field: Field, value: int | str) -> str:
    """Return a stored value as programs read it: "25", "90.11", "2021-02-01", "Diklat Teknis"."""
    if isinstance(value, str):
        return value
    if field.kind == "tanggal":
        return plain_date(value)
    if field.kode is not None:
        return label(field.kode(value))
    return plain_exact(Fraction(value, field.satuan))


def plain_date(value: int) -> str:
    """Return a date with as many parts as are known: "2021", "2021-02", "2021-02-01"."""
    year, month, day = value // 10_000, value // 100 % 100, value % 100
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part)]
    return "-".join(parts)


def typed_date(value: int) -> str:
    """Return a date as it is typed, as much of it as is known: "01-02-2021", "02-2021"."""
    parts = (value % 100, value // 100 % 100, value // 10_000)
    return "-".join(f"{part:02}" for part in parts if part)


def date_words(value: int) -> str:
    """Return a date in words, as much of it as is known: "1 Februari 2021", "Februari 2021"."""
    year, month, day = value // 10_000, value // 100 % 100, value % 100
    if day:
        return format_date(datetime.date(year, month, day))
    return f"{BULAN[month - 1]} {year}" if month else str(year)


def record_words(block: str, record: StoredRecord) -> str:
    """Return a record in one line: what it is, when, how much."""
    parts = [] if record.tahun is None else [f"tahun {record.tahun}"]
    for field, value in zip(fields_of(block), record.isi, strict=True):
        if value is None or field.name in MEANT:
            continue
        parts.append(_words(field, value))
    return ", ".join(parts)


def _words(field: Field, value: int | str) -> str:
    if isinstance(value, str) or field.kode is not None:
        return _value(field, value)
    name = field.label if field.label.isupper() else field.label[0].lower() + field.label[1:]
    return f"{name} {_value(field, value)}"


def _value(field: Field, value: int | str | None) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if field.kind == "tanggal":
        return date_words(value)
    if field.kode is not None:
        return label(field.kode(value))
    if field.name == "ide_baru":
        return "ya" if value else "tidak"
    return format_exact(Fraction(value, field.satuan))
