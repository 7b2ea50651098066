"""Settings in words an officer understands: what each is called, and what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from ..importing.vocabulary import FIELDS
from ..importing.vocabulary_own import HEAD, SPELLING
from ..model import vocab
from ..model.settings import GAMBAR, OFFICIAL, PEMISAH, PENANDA_TANGAN

_NAMES: Mapping[str, str] = {
    "instansi": "Nama instansi",
    "wilayah": "Nama pendek untuk kaki halaman",
    "pemerintah": "Pemerintah daerah pada kop surat",
    "perangkat_daerah": "Perangkat daerah pada kop surat",
    "alamat": "Alamat pada kop surat",
    "lambang": "Lambang pada kop surat",
    "urutan_opd": "Urutan perangkat daerah",
    "dasar_hukum": "Dasar hukum tambahan",
    "maksud": "Maksud dan tujuan",
    "saran": "Saran",
    "lampiran": "Lampiran",
    "tembusan": "Tembusan",
    "sumber_data": "Sumber data",
    "kertas": "Kertas laporan",
    "capaian": "Pembulatan capaian",
    "zona_waktu": "Zona waktu",
}
_VALUES: Mapping[str, Mapping[str, str]] = {
    "kertas": {"f4": "F4", "a4": "A4"},
    "capaian": {"potong": "dipotong", "bulat": "dibulatkan"},
    "lambang": {
        "contoh": "lambang contoh",
        "tanpa": "tanpa lambang",
        "gambar": "gambar dari berkas",
    },
    "lampiran": {
        "nominatif": "daftar nominatif",
        "di-bawah-target": "pegawai di bawah target",
        "belum-lengkap": "data belum lengkap",
        "sumber": "sumber data",
        "tanpa": "tanpa lampiran",
    },
}
_TARGET = "target."

LISTS: Mapping[str, tuple[str, type[IntEnum]]] = {
    "pendidikan": ("Pendidikan", vocab.Pendidikan),
    "jenis_jabatan": ("Jenis jabatan", vocab.JenisJabatan),
    "jenjang": ("Jenjang", vocab.Jenjang),
    "eselon": ("Eselon", vocab.Eselon),
    "status": ("Status", vocab.Status),
    "jenis_kelamin": ("Jenis kelamin", vocab.JenisKelamin),
    "jenis_diklat": ("Jenis diklat", vocab.JenisDiklat),
    "predikat": ("Predikat kinerja", vocab.Predikat),
    "ekspektasi": ("Rating kerja", vocab.Ekspektasi),
    "tingkat_hukuman": ("Tingkat hukuman", vocab.TingkatHukuman),
    "jenis_hukuman": ("Jenis hukuman", vocab.JenisHukuman),
}
"""Lists whose spellings an office adds to: what each is called, and its codes."""


def setting_name(name: str) -> str:
    """Return what people call a setting: "Target Kualifikasi", "Kertas laporan"."""
    if name in _NAMES:
        return _NAMES[name]
    if name.startswith(_TARGET):
        return f"Target {_capital(name.removeprefix(_TARGET))}"
    if name.startswith(HEAD):
        field = name.removeprefix(HEAD)
        return f"Judul kolom {FIELDS.get(field, _capital(field))}"
    if name.startswith(SPELLING):
        list_, _, code = name.removeprefix(SPELLING).partition(".")
        return f"Ejaan {code_words(list_, code)}"
    if name.startswith(OFFICIAL):
        return "Pejabat"
    return _capital(name)


def setting_value(name: str, text: str) -> str:
    """Return a setting's text as people write it: lists with commas, codes as words."""
    if name == "lambang" and text.startswith(GAMBAR):
        return _VALUES[name]["gambar"]
    if name.startswith(_TARGET):
        return text.replace(".", ",")
    spoken = _VALUES.get(name, {})
    return ", ".join(spoken.get(part, part) for part in text.split(PEMISAH))


def code_words(list_: str, code: str) -> str:
    """Return a code of a list as it is spoken: "Pendidikan S1"."""
    called, codes = LISTS.get(list_, (_capital(list_), None))
    if codes is not None:
        wanted = [one for one in codes if code in (str(int(one)), one.name.lower())]
        if wanted:
            return f"{called} {vocab.label(wanted[0])}"
    return f"{called} {code.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting that an entry of the journal changed.

    Attributes:
        kunci: Name of the setting.
        dari: The text it had, empty where it was not set; None where that is not known.
        menjadi: The text it has now, empty where it was removed.
        tahun: Of a target, where it is known.
    """

    kunci: str
    dari: str | None
    menjadi: str
    tahun: int | None

    def sentence(self) -> str:
        """Return what happened to it: "Target Kualifikasi 2021 diubah dari 15 menjadi 16"."""
        if self.kunci.startswith(OFFICIAL):
            return _official(self.menjadi, self.dari or "")
        year = f" {self.tahun}" if self.tahun and self.kunci.startswith(_TARGET) else ""
        called = setting_name(self.kunci) + year
        value = setting_value(self.kunci, self.menjadi)
        was = setting_value(self.kunci, self.dari or "")
        if not value:
            return f"{called} dikosongkan" + (f" (semula {was})" if was else "")
        if was:
            return f"{called} diubah dari {was} menjadi {value}"
        return f"{called} {'diubah menjadi' if self.dari is None else 'diisi'} {value}"


def setting_changes(isi: Mapping[str, Any]) -> list[SettingChange]:
    """Return what an entry of the journal that changed settings did, one by one."""
    before = isi.get("dari")
    return [
        SettingChange(name, None if before is None else before[name], text, isi.get("tahun"))
        for name, text in isi["perubahan"].items()
    ]


def target_words(name: str, text: str) -> str:
    """Return a target: "kualifikasi 15,5"."""
    return f"{name} {setting_value(_TARGET + name, text)}"


def _official(text: str, old: str) -> str:
    role, name, *_ = (text or old or PEMISAH).split(PEMISAH)
    called = "Penanda tangan" if role == PENANDA_TANGAN else "Verifikator"
    if not (text or old):
        return "Pejabat dihapus"
    did = "dihapus" if not text else "diubah" if old else "ditambahkan"
    return f"{called} {name} {did}"


def _capital(text: str) -> str:
    words = text.replace("_", " ")
    return words[:1].upper() + words[1:]
