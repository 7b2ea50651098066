"""A stored record in words: for the trace at a terminal, and as exact texts for programs."""

from __future__ import annotations

import datetime
from fractions import Fraction

from ..formatting import BULAN, format_date, format_exact, plain_exact
from ..model.evidence import PENILAIAN, SET, Field
from ..model.stored import StoredRecord
from ..model.vocab import label

MEANT = ("jenis_teks", "tingkat_teks")
"""Raw texts that say again what a code beside them says."""


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
    name = field.label if field.label.isupper() else field.label[0].lower() + field.label[1:]
    if isinstance(value, str):
        return value
    if field.kind == "tanggal":
        return f"{name} {date_words(value)}"
    if field.kode is not None:
        return label(field.kode(value))
    return f"{name} {format_exact(Fraction(value, field.satuan))}"
