"""What a form asks for of a record or a post: its fields, their choices, and what is wrong in it.

The texts of a form are those that `edit_values` reads: what `typed` writes into a field is read
back as the value it was written from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from functools import cache
from typing import Literal

from ..errors import IpasnError
from ..formatting import plain_exact
from ..model.change import ImportRules
from ..model.evidence import Field
from ..model.stored import StoredRecord
from ..model.vocab import GOLONGAN, Bentuk, Bukti, Pendidikan, TingkatDiklat, TingkatHukuman, label
from .edit_values import (
    FIELDS,
    Value,
    Values,
    complete_record,
    read_fields,
    read_name,
    read_statement,
    read_year,
)
from .edit_words import KEDUDUKAN, statement_words
from .record_words import MEANT, typed_date

Kind = Literal["pilihan", "tanggal", "bilangan", "teks"]

TAHUN = "tahun"
"""Field of the appraised year, which is none of an appraisal's own."""
WHOLE = ""
"""Stands for the whole form, where no single field is at fault."""

_AT = {
    "jenis-diklat-tak-dikenal": "jenis",
    "pendidikan-tak-dikenal": "tingkat",
    "hukuman-tak-dikenal": "jenis",
    "tanggal-terbalik": "selesai",
    "jenis-jabatan-tak-dikenal": "jenis_jabatan",
    "nama-kosong": "nama",
    "tahun-kosong": TAHUN,
}
"""Fault → the field it is told at."""
_WANTED = {
    ("pendidikan", "tingkat"): "Pilih tingkat pendidikan.",
    ("pengembangan", "jenis"): "Pilih jenis diklat.",
    ("penilaian", TAHUN): "Isi tahun yang dinilai.",
    ("keadaan", "nama"): "Isi nama pegawai.",
    ("keadaan", "jenis_jabatan"): "Pilih jenis jabatan.",
}
"""What must not be empty, and what is said while it is."""


_BRIEF = {
    ("pengembangan", "jenis"): "Jenis",
    ("pengembangan", "tingkat"): "Tingkat diklat kepemimpinan",
    ("pengembangan", "nama"): "Nama kegiatan",
    ("pengembangan", "mulai"): "Mulai",
    ("pengembangan", "selesai"): "Selesai",
    ("pendidikan", "tingkat"): "Tingkat",
    ("hukuman", "tingkat"): "Tingkat",
    ("hukuman", "batal_nomor"): "Nomor SK batal",
    ("hukuman", "batal_tanggal"): "Tanggal SK batal",
    ("penilaian", "hasil"): "Hasil kerja",
    ("penilaian", "perilaku_kerja"): "Perilaku kerja",
}
"""Fields whose name in a form is shorter: what they belong to stands around them."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form.

    Attributes:
        name: Of the record's field.
        label: What an officer calls it.
        kind: How it is typed.
        pilihan: Words to choose from, of a "pilihan".
    """

    name: str
    label: str
    kind: Kind
    pilihan: tuple[str, ...] = ()


@cache
def form_fields(himpunan: str) -> tuple[FormField, ...]:
    """Return the fields of a form, in the order of the record's.

    Args:
        himpunan: A set of records, "penilaian" or "keadaan".
    """
    found = [_form_field(himpunan, field) for field in FIELDS[himpunan] if field.name not in MEANT]
    if himpunan == "penilaian":
        found.insert(0, FormField(TAHUN, "Tahun", "bilangan"))
    return tuple(found)


def _form_field(himpunan: str, field: Field) -> FormField:
    words = _BRIEF.get((himpunan, field.name), field.label)
    if field.kind == "kode":
        return FormField(field.name, words, "pilihan", _choices(field))
    return FormField(field.name, words, field.kind)


def _choices(field: Field) -> tuple[str, ...]:
    if field.kode is not None:
        return tuple(map(label, _written(field.kode)))
    if field.name == "golongan":
        return tuple(GOLONGAN.values())
    return tuple(KEDUDUKAN.values()) if field.name == "kedudukan" else ("ya", "tidak")


def _written(codes: type[IntEnum] | None) -> list[IntEnum]:
    """Return the codes that a spelling leads to; one comes from a course's name alone."""
    return [code for code in codes or () if code is not TingkatDiklat.LAIN]


def typed_value(field: Field, value: Value) -> str:
    """Return a value as an officer types it: "31-01-2022", "1234,5", "Diklat Teknis"."""
    if value is None or isinstance(value, str):
        return value or ""
    if field.kind == "tanggal":
        return typed_date(value)
    if field.kode is not None:
        return label(field.kode(value))
    if field.name == "golongan":
        return GOLONGAN.get(value, str(value))
    if field.name == "kedudukan":
        return KEDUDUKAN.get(value, str(value))
    if field.name == "ide_baru":
        return "ya" if value else "tidak"
    return plain_exact(Fraction(value, field.satuan)).replace(".", ",")


def typed(himpunan: str, isi: tuple[Value, ...], tahun: int | None = None) -> dict[str, str]:
    """Return the texts of a form that shows a record.

    Args:
        himpunan: As for `form_fields`.
        isi: Values in the order of the record's fields; of keadaan the OPD by name.
        tahun: Appraised year, of a penilaian alone.
    """
    texts = {
        field.name: typed_value(field, value)
        for field, value in zip(FIELDS[himpunan], isi, strict=True)
        if field.name not in MEANT
    }
    return texts if tahun is None else {TAHUN: str(tahun)} | texts


def check_form(
    himpunan: str,
    old: StoredRecord | None,
    texts: Mapping[str, str],
    rules: ImportRules,
) -> dict[str, str]:
    """Return what is wrong in a form: field → sentence; `WHOLE` where it is no single one's.

    Args:
        himpunan: A set of records, "penilaian" or "keadaan".
        old: The record as it is, None for a new one.
        texts: Field → text as typed, of the fields that differ from `old`.
        rules: What reading knows of the year and its edition.
    """
    faults: dict[str, str] = {}
    read: Values = {}
    year = None if old is None else old.tahun
    for name, text in texts.items():
        wanted = _WANTED.get((himpunan, name))
        if wanted is not None and not text.strip():
            faults[name] = wanted
            continue
        try:
            if name == TAHUN:
                year = read_year(text)
            elif (himpunan, name) == ("keadaan", "nama"):
                read[name] = read_name(text)
            else:
                read |= read_fields(himpunan, {name: text})
        except IpasnError as fault:
            faults[name] = fault_words(fault)
    faults |= _still_wanted(himpunan, old, texts)
    if faults or himpunan == "keadaan":
        return faults
    blank: Values = dict.fromkeys(field.name for field in FIELDS[himpunan])
    before = blank if old is None else dict(zip(blank, old.isi, strict=True))
    if himpunan == "hukuman" and not any((before | read)[name] for name in ("jenis", "tingkat")):
        return {"jenis": "Pilih jenis atau tingkat hukumannya."}
    try:
        complete_record(himpunan, before, read, rules, year)
    except IpasnError as fault:
        return {fault_place(himpunan, fault): fault_words(fault)}
    return {}


def _still_wanted(
    himpunan: str, old: StoredRecord | None, texts: Mapping[str, str]
) -> dict[str, str]:
    if old is not None or himpunan == "keadaan":
        return {}
    return {
        name: words
        for (block, name), words in _WANTED.items()
        if block == himpunan and name not in texts
    }


def fault_place(himpunan: str, fault: IpasnError) -> str:
    """Return the field a refusal is told at, `WHOLE` where it is no single one's."""
    place = _AT.get(fault.kode, WHOLE)
    known = {field.name for field in form_fields(himpunan)}
    return place if place in known else WHOLE


def fault_words(fault: IpasnError) -> str:
    """Return a refusal as a form tells it: what is wrong, and what to do."""
    return f"{fault.pesan} {fault.perbaikan}".strip()


# Statements ---------------------------------------------------------------------------------------

_NONE, _DONE = "tidak ada", "sudah"
_LEVELS: Mapping[Bukti, type[IntEnum]] = {
    Bukti.PENDIDIKAN: Pendidikan,
    Bukti.DIKLAT_KEPEMIMPINAN: TingkatDiklat,
    Bukti.HUKUMAN: TingkatHukuman,
}


@cache
def statement_field(bukti: Bukti) -> FormField:
    """Return the field that asks what is stated of a kind of evidence.

    Hours and counts are typed; what has a closed list is chosen.
    """
    if bukti is Bukti.DIKLAT_TEKNIS:
        return FormField("nilai", "JP, atau sudah, atau tidak ada", "teks")
    if bukti is Bukti.SEMINAR:
        return FormField("nilai", "Banyaknya, atau sudah, atau tidak ada", "teks")
    words = [] if bukti is Bukti.PENDIDIKAN else [_NONE]
    words += [] if bukti in (Bukti.PENDIDIKAN, Bukti.HUKUMAN) else [_DONE]
    words += map(label, _written(_LEVELS.get(bukti)))
    return FormField("nilai", label(bukti), "pilihan", tuple(words))


def typed_statement(bukti: Bukti, bentuk: int, nilai: int) -> str:
    """Return a statement as an officer types it."""
    if bukti is Bukti.DIKLAT_TEKNIS and bentuk == Bentuk.NILAI:
        return plain_exact(Fraction(nilai, 100)).replace(".", ",")
    return statement_words(bukti, (bentuk, nilai))


def check_statement(bukti: Bukti, text: str, tahun: int) -> dict[str, str]:
    """Return what is wrong with a statement as typed, as `check_form` does."""
    try:
        read_statement(bukti, text, tahun)
    except IpasnError as fault:
        return {"nilai": fault_words(fault)}
    return {}
