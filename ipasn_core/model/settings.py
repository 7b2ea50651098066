"""Settings of a project, declared once as data: key, type, default, a sentence of help.

What is listed in `KEYS` can be shown and changed by `atur`, is stored as text and read back into
`Settings`; nothing else knows the keys.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Literal

from ..errors import UsageError
from . import nip as nip_rules

Kind = Literal["teks", "daftar", "pilihan"]


@dataclass(frozen=True, slots=True)
class Key:
    """A setting: its name, type, default, what it is for; `pilihan` are its allowed values."""

    nama: str
    jenis: Kind
    baku: str
    bantuan: str
    pilihan: tuple[str, ...] = ()


ZONA = {"WIB": 7, "WITA": 8, "WIT": 9}
"""Zones of Indonesia: hours ahead of UTC."""

PEMISAH = ";"
"""Between the items of a `daftar` on the command line and in the store."""

LAMPIRAN = ("nominatif", "di-bawah-target", "belum-lengkap", "sumber")
"""The annexes of the full report, in their order."""

KEYS: tuple[Key, ...] = (
    Key("instansi", "teks", "", "Nama instansi yang diukur, misalnya Pemerintah Kota Bontang."),
    Key("wilayah", "teks", "", "Nama pendek untuk kaki halaman, misalnya Kota Bontang."),
    Key("pemerintah", "teks", "", "Baris pertama kop surat, misalnya PEMERINTAH KOTA BONTANG."),
    Key("perangkat_daerah", "teks", "", "Nama perangkat daerah pada kop surat, tidak disingkat."),
    Key("alamat", "daftar", "", "Baris alamat pada kop surat, dipisahkan titik koma."),
    Key("lambang", "pilihan", "contoh", "Lambang pada kop surat.", ("contoh", "tanpa")),
    Key("urutan_opd", "daftar", "", "Urutan perangkat daerah dalam tabel dan lampiran."),
    Key("dasar_hukum", "daftar", "", "Dasar hukum tambahan, sesudah yang disebut aturan."),
    Key(
        "maksud",
        "teks",
        "",
        "Alinea Maksud dan Tujuan, dengan {instansi}, {tahun}, {indeks}; kosong: alinea baku.",
    ),
    Key("saran", "daftar", "", "Butir saran, dipisahkan titik koma; kosong: dihitung dari data."),
    Key(
        "lampiran",
        "daftar",
        ";".join(LAMPIRAN),
        f"Lampiran laporan: {', '.join(LAMPIRAN)}, atau tanpa.",
    ),
    Key("tembusan", "daftar", "", "Penerima tembusan laporan."),
    Key("sumber_data", "teks", "", "Asal data dalam kalimat Sumber Data, misalnya nama sistem."),
    Key("kertas", "pilihan", "f4", "Ukuran kertas laporan.", ("f4", "a4")),
    Key("huruf", "pilihan", "arial", "Huruf naskah laporan.", ("arial", "bookman")),
    Key(
        "nomor_halaman",
        "pilihan",
        "kaki",
        "Nomor halaman: di kaki, atau - 2 - di tengah atas.",
        ("kaki", "atas"),
    ),
    Key(
        "tanda_tangan",
        "pilihan",
        "kiri",
        "Baris tanda tangan: rata kiri atau di tengah.",
        ("kiri", "tengah"),
    ),
    Key("capaian", "pilihan", "potong", "Cara mencetak capaian.", ("potong", "bulat")),
    Key("zona_waktu", "pilihan", "WITA", "Zona waktu pengesahan.", tuple(ZONA)),
)
_BY_NAME = {key.nama: key for key in KEYS}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project, typed; field for field the keys of `KEYS`."""

    instansi: str = ""
    wilayah: str = ""
    pemerintah: str = ""
    perangkat_daerah: str = ""
    alamat: tuple[str, ...] = ()
    lambang: str = "contoh"
    urutan_opd: tuple[str, ...] = ()
    dasar_hukum: tuple[str, ...] = ()
    maksud: str = ""
    saran: tuple[str, ...] = ()
    lampiran: tuple[str, ...] = LAMPIRAN
    tembusan: tuple[str, ...] = ()
    sumber_data: str = ""
    kertas: str = "f4"
    huruf: str = "arial"
    nomor_halaman: str = "kaki"
    tanda_tangan: str = "kiri"
    capaian: str = "potong"
    zona_waktu: str = "WITA"

    @classmethod
    def from_text(cls, stored: Mapping[str, str]) -> Settings:
        """Build from stored text, defaults where nothing is stored."""
        return cls(**{key.nama: _value(key, stored.get(key.nama, key.baku)) for key in KEYS})  # type: ignore[arg-type]

    def as_text(self) -> dict[str, str]:
        """Return every setting as its stored text."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return {
            name: PEMISAH.join(value) if isinstance(value, tuple) else value
            for name, value in values.items()
        }


def _value(key: Key, text: str) -> str | tuple[str, ...]:
    if key.jenis == "daftar":
        return tuple(item.strip() for item in text.split(PEMISAH) if item.strip())
    return text


def check_setting(name: str, text: str) -> str:
    """Return the text to store for a setting, or refuse it.

    Raises:
        UsageError: Unknown key (the known ones are named), or a value that is not allowed.
    """
    key = _BY_NAME.get(name)
    if key is None:
        raise UsageError(
            f"Pengaturan “{name}” tidak dikenal.",
            f"Yang dikenal: {', '.join(_BY_NAME)}, target.<dimensi>, target.indeks, "
            f"{OFFICIAL}<nomor>, ejaan.<daftar>.<kode>, dan judul.<bidang>.",
            "pengaturan-tak-dikenal",
        )
    text = " ".join(text.split())
    if name == LAMBANG and text.startswith(GAMBAR):
        return _check_picture(text)
    if name == "instansi" and not text:
        raise UsageError("Nama instansi tidak boleh kosong.", "Isi instansi=NAMA.", "instansi")
    if name == "lampiran":
        return _check_annexes(text)
    if key.pilihan and text not in key.pilihan:
        raise UsageError(
            f"Nilai “{text}” tidak berlaku untuk pengaturan {name}.",
            f"Pilih salah satu: {', '.join(key.pilihan)}.",
            "nilai-pengaturan",
        )
    return text


def _check_annexes(text: str) -> str:
    """Return the text of chosen annexes in their order, "tanpa" for none, or refuse it.

    Raises:
        UsageError: There is no such annex.
    """
    wanted = {item.strip().casefold() for item in text.split(PEMISAH) if item.strip()}
    if wanted == {TANPA}:
        return TANPA
    if unknown := wanted - set(LAMPIRAN):
        raise UsageError(
            f"Lampiran “{min(unknown)}” tidak dikenal.",
            f"Yang dikenal: {', '.join(LAMPIRAN)}, atau {TANPA}.",
            "nilai-pengaturan",
        )
    return PEMISAH.join(one for one in LAMPIRAN if one in wanted) or PEMISAH.join(LAMPIRAN)


TANPA = "tanpa"

LAMBANG = "lambang"

GAMBAR = "png:"
"""Before the base64 of a PNG in the text of the setting `lambang`: the office's own emblem."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PICTURE_MOST = 512 * 1024


def emblem_setting(png: bytes) -> str:
    """Return the text of the setting `lambang` that holds a picture."""
    return GAMBAR + base64.b64encode(png).decode("ascii")


def emblem_picture(text: str) -> bytes | None:
    """Return the PNG that a text of the setting `lambang` holds, None where it holds none."""
    if not text.startswith(GAMBAR):
        return None
    return base64.b64decode(text.removeprefix(GAMBAR))


def setting_shown(name: str, text: str) -> str:
    """Return a setting's text as a journal or a list shows it: a picture is not spelled out."""
    return "gambar" if name == LAMBANG and text.startswith(GAMBAR) else text


def _check_picture(text: str) -> str:
    """Return the text of an emblem, or refuse what is no PNG or too large.

    Raises:
        UsageError: It is.
    """
    try:
        png = base64.b64decode(text.removeprefix(GAMBAR), validate=True)
    except binascii.Error:
        png = b""
    if not png.startswith(_PNG) or len(png) > _PICTURE_MOST:
        raise UsageError(
            "Gambar lambang tidak dapat dipakai.",
            f"Pilih gambar PNG paling besar {_PICTURE_MOST // 1024} KB.",
            "lambang",
        )
    return text


VERIFIKATOR, PENANDA_TANGAN = "verifikator", "penanda_tangan"

OFFICIAL = "pejabat."
"""Before the number of an official in the name of the setting: pejabat.1, pejabat.2 …"""

OFFICIAL_KEYS: tuple[Key, ...] = (
    Key("peran", "pilihan", "", "Perannya.", (PENANDA_TANGAN, VERIFIKATOR)),
    Key("nama", "teks", "", "Nama dengan gelar."),
    Key("nip", "teks", "", "NIP; wajib bagi verifikator."),
    Key("pangkat", "teks", "", "Pangkat dan golongan, misalnya Pembina, IV/a."),
    Key("jabatan", "teks", "", "Jabatan."),
)
"""Parts of an official, in their order in the setting's text, parted by `PEMISAH`."""

_OFFICIALS_MOST = 99


@dataclass(frozen=True, slots=True)
class Official:
    """Who has a part in signing; field for field `OFFICIAL_KEYS`."""

    peran: str
    nama: str
    nip: str
    pangkat: str
    jabatan: str


def officials(stored: Mapping[str, str]) -> dict[str, Official]:
    """Return the officials among stored settings by their setting, in the order of its number."""
    names = sorted((n for n in stored if n.startswith(OFFICIAL)), key=lambda n: (len(n), n))
    return {name: Official(*stored[name].split(PEMISAH)) for name in names}


def check_official_setting(name: str, text: str) -> str:
    """Return the text to store for an official, empty to remove one, or refuse it.

    Raises:
        UsageError: No such setting, too few or too many parts, an unknown role, no NIP.
    """
    number = name.removeprefix(OFFICIAL)
    if not (number.isascii() and number.isdecimal() and number == str(int(number))) or not (
        1 <= int(number) <= _OFFICIALS_MOST
    ):
        raise UsageError(
            f"Pengaturan “{name}” tidak dikenal.",
            f"Tulis {OFFICIAL}1 sampai dengan {OFFICIAL}{_OFFICIALS_MOST}.",
            "pengaturan-tak-dikenal",
        )
    if not text.strip():
        return ""
    parts = [" ".join(part.split()) for part in text.split(PEMISAH)]
    form = PEMISAH.join(key.nama.upper() for key in OFFICIAL_KEYS)
    if len(parts) != len(OFFICIAL_KEYS):
        raise UsageError(f"“{text}” bukan isi {name}.", f"Tulis {form}.", "pejabat")
    official = Official(*parts)
    allowed = OFFICIAL_KEYS[0].pilihan
    if official.peran not in allowed:
        raise UsageError(
            f"Peran “{official.peran}” tidak dikenal.",
            f"Pilih salah satu: {', '.join(allowed)}.",
            "pejabat",
        )
    for key in (OFFICIAL_KEYS[1], OFFICIAL_KEYS[4]):
        if not getattr(official, key.nama):
            raise UsageError(
                f"{key.nama.capitalize()} pejabat kosong.", f"Tulis {form}.", "pejabat"
            )
    digits = nip_rules.clean(official.nip)
    if (digits or official.peran == VERIFIKATOR) and not nip_rules.is_possible(digits):
        raise UsageError(
            f"NIP “{official.nip}” tidak mungkin.", "Periksa NIP pejabat itu.", "pejabat"
        )
    parts[2] = digits
    return PEMISAH.join(parts)


@dataclass(frozen=True, slots=True)
class Targets:
    """Targets of a year, in points; None where none is set.

    Attributes:
        dimensi: Dimension id → target.
        indeks: Target of the index; where it is not set of its own, the sum of a full set.
    """

    dimensi: Mapping[str, Fraction]
    indeks: Fraction | None


@dataclass(frozen=True, slots=True)
class Pejabat:
    """Who signs, and where and when."""

    nomor: str
    tempat: str
    tanggal: str
    nama: str
    jabatan: str
    pangkat: str = ""
    nip: str = ""
