"""What an edit did, as the detail of its entry: texts that are read years later as they are."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ..formatting import format_exact
from ..model.evidence import Field
from ..model.stored import StoredRecord
from ..model.vocab import GOLONGAN, Bentuk, Bukti, Pendidikan, TingkatDiklat, TingkatHukuman, label
from ..storage.journal import Entry, Json
from .edit_values import FIELDS, Value
from .record_words import MEANT, date_words

_STATED = {
    Bukti.PENDIDIKAN: Pendidikan,
    Bukti.DIKLAT_KEPEMIMPINAN: TingkatDiklat,
    Bukti.HUKUMAN: TingkatHukuman,
}

KEDUDUKAN = {
    1: "Aktif",
    2: "Cuti di Luar Tanggungan Negara",
    3: "Tugas Belajar",
    4: "Pemberhentian Sementara",
    5: "Penerima Uang Tunggu",
    6: "Prajurit Wajib",
    7: "Pejabat Negara",
    8: "Kepala Desa",
    9: "Sedang Dalam Proses Banding BAPEK",
    11: "Pegawai Titipan",
    12: "Pengungsi",
    13: "Perpanjangan CLTN",
    14: "PNS yang dinyatakan hilang",
    15: "PNS kena hukuman disiplin",
    16: "Pemindahan dalam rangka penurunan jabatan",
    20: "Masa Persiapan Pensiun",
    51: "CPNS belum SK",
    52: "Tidak Aktif",
    66: "Diberhentikan",
    67: "Punah",
    68: "Eks PNS Timor Timur",
    69: "Tidak Memenuhi Syarat",
    70: "Pembatalan NIP",
    71: "PPPK Aktif",
    77: "Pensiun Diusulkan",
    91: "Tindak Pidana",
    92: "Pemblokiran",
    98: "Mencapai BUP",
    99: "Pensiun",
}
"""SIASN's kedudukan hukum by number, in words that are read back as that number."""


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
        return KEDUDUKAN.get(value, f"nomor {value}")
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


def brief_words(entry: Entry) -> str:
    """Return what an edit of a person did, for a toast: of whom is seen where it was done.

    "JP Webinar Literasi Digital diubah dari 8 menjadi 4."
    """
    isi: Mapping[str, Any] = entry.isi
    if entry.perbuatan in ("catatan-tambah", "catatan-hapus"):
        done = "ditambahkan" if entry.perbuatan == "catatan-tambah" else "dihapus"
        return f"{_capital(isi['sebutan'])} {done}."
    of = f" {isi['sebutan']}" if entry.perbuatan == "catatan-ubah" else ""
    changes = "; ".join(
        f"{one['sebutan']}{of if at == 0 else ''} {_from_to(one['dari'], one['menjadi'])}"
        for at, one in enumerate(isi["perubahan"])
    )
    return f"{_capital(changes)}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _from_to(before: str, after: str) -> str:
    if not before:
        return f"diisi {after}"
    return f"diubah dari {before} menjadi {after}" if after else f"dikosongkan (semula {before})"
