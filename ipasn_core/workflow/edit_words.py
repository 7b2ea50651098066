"""What an edit did, as the detail of its entry: texts that are read years later as they are."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ..formatting import format_exact
from ..model.evidence import Field
from ..model.stored import StoredRecord
from ..model.vocab import GOLONGAN, Bentuk, Bukti, Pendidikan, TingkatDiklat, TingkatHukuman, label
from ..storage.journal import Json
from .edit_values import FIELDS, Value
from .record_words import MEANT, date_words

_STATED = {
    Bukti.PENDIDIKAN: Pendidikan,
    Bukti.DIKLAT_KEPEMIMPINAN: TingkatDiklat,
    Bukti.HUKUMAN: TingkatHukuman,
}


def value_words(field: Field, value: Value) -> str:
    """Return a stored value as an officer writes it; empty for nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    if field.kind == "tanggal":
        return date_words(value)
    if field.kode is not None:
        return label(field.kode(value))
    if field.name == "golongan":
        return GOLONGAN.get(value, str(value))
    if field.name == "kedudukan":
        return f"nomor {value}"
    if field.name == "ide_baru":
        return "ya" if value else "tidak"
    return format_exact(Fraction(value, field.satuan))


def statement_words(bukti: Bukti, said: tuple[int, int] | None) -> str:
    """Return what is stated of a kind of evidence, as an officer writes it; empty for nothing."""
    if said is None:
        return ""
    bentuk, nilai = said
    if bentuk == Bentuk.TIDAK_ADA:
        return "tidak ada"
    if bentuk == Bentuk.SUDAH:
        return "sudah"
    if bukti in _STATED:
        return label(_STATED[bukti](nilai))
    words = format_exact(Fraction(nilai, 100 if bukti is Bukti.DIKLAT_TEKNIS else 1))
    return f"{words} JP" if bukti is Bukti.DIKLAT_TEKNIS else words


def title(himpunan: str, record: StoredRecord) -> str:
    """Return what a record is called: the name of a course, a degree, a sentence, a year."""
    values = dict(zip((one.name for one in FIELDS[himpunan]), record.isi, strict=True))
    fields = {one.name: one for one in FIELDS[himpunan]}
    if himpunan == "penilaian":
        return f"penilaian kinerja tahun {record.tahun}"
    names = {
        "pendidikan": ("tingkat", "bidang"),
        "pengembangan": ("nama",) if values.get("nama") else ("jenis",),
        "hukuman": ("jenis",) if values.get("jenis") else ("tingkat",),
    }[himpunan]
    words = " ".join(filter(None, (value_words(fields[name], values[name]) for name in names)))
    return f"hukuman disiplin {words}" if himpunan == "hukuman" else words


def changes_json(himpunan: str, old: Mapping[str, Value], new: Mapping[str, Value]) -> list[Json]:
    """Return what differs, field by field: what it is called, from what, to what."""
    return [
        {
            "bidang": field.name,
            "sebutan": field.label,
            "dari": value_words(field, old.get(field.name)),
            "menjadi": value_words(field, new.get(field.name)),
        }
        for field in FIELDS[himpunan]
        if old.get(field.name) != new.get(field.name) and field.name not in MEANT
    ]
