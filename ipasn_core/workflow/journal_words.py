"""The journal in words an officer understands."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from ..formatting import format_date, format_int, format_nip, format_time
from ..model.settings import ZONA
from ..storage.journal import Entry

Isi = Mapping[str, Any]


def moment_words(waktu: str, zona: str) -> str:
    """Return a stored moment as people of a zone read it: "24 November 2026 20.35 WITA"."""
    moment = datetime.datetime.fromisoformat(waktu)
    local = moment.astimezone(datetime.timezone(datetime.timedelta(hours=ZONA[zona])))
    return f"{format_date(local.date())} {format_time(local, zona)}"


def entry_words(entry: Entry) -> str:
    """Return what an entry did, in one sentence."""
    told = _WORDS.get(entry.perbuatan)
    return told(entry.isi) if told else entry.perbuatan


def _buat(isi: Isi) -> str:
    targets = ", ".join(f"{name} {value}" for name, value in isi["target"].items())
    aims = f"; target {targets}" if targets else ""
    return f"Berkas dibuat untuk {isi['instansi']}, tahun {isi['tahun']}{aims}"


def _atur(isi: Isi) -> str:
    changed = "; ".join(f"{name} menjadi “{value}”" for name, value in isi["perubahan"].items())
    return f"Pengaturan diubah: {changed}"


def _impor(isi: Isi) -> str:
    files = ", ".join(one["nama"] for one in isi["berkas"])
    counts = ", ".join(
        f"{format_int(isi[name])} {words}"
        for name, words in (
            ("baru", "pegawai baru"),
            ("berubah", "berubah"),
            ("tetap", "tetap"),
            ("ditolak", "baris ditolak"),
        )
    )
    return f"Impor {files} ke tahun {isi['tahun']}: {counts}"


def _sahkan(isi: Isi) -> str:
    telaah = isi.get("telaah")
    steps = "satu langkah, tanpa verifikator" if telaah is None else f"diperiksa {telaah['nama']}"
    return f"Tahun {isi['tahun']} disahkan, Nomor {isi['nomor']}, Revisi {isi['revisi']}; {steps}"


def _telaah(isi: Isi) -> str:
    who = f"verifikator {isi['nama']} (NIP {format_nip(isi['nip'])})"
    if isi["alasan"]:
        return f"Tahun {isi['tahun']} ditolak {who}: {isi['alasan']}"
    return f"Tahun {isi['tahun']} diperiksa {who}"


def _abaikan(isi: Isi) -> str:
    return f"Temuan {isi['temuan']} dikesampingkan: {isi['alasan']}"


def _tahun(isi: Isi) -> str:
    origin = f", pegawai dibawa dari tahun {isi['dari']}" if isi["dari"] else ""
    return f"Tahun {isi['tahun']} ditambahkan{origin}"


def _buka_kembali(isi: Isi) -> str:
    return f"Tahun {isi['tahun']} dibuka kembali dari Revisi {isi['revisi']}: {isi['alasan']}"


def _urungkan(isi: Isi) -> str:
    return f"Perubahan nomor {isi['atas']} ({isi['perbuatan']}) diurungkan"


def _ulangi(isi: Isi) -> str:
    return f"Urungan nomor {isi['atas']} dibatalkan; perubahannya berlaku lagi"


def _migrasi(isi: Isi) -> str:
    return (
        f"Berkas dimutakhirkan dari versi {isi['dari']} ke versi {isi['menjadi']}; berkas "
        f"sebelumnya disimpan sebagai cadangan {isi['cadangan']}"
    )


def _who(isi: Isi) -> str:
    return f"{isi['nama']} (NIP {format_nip(isi['nip'])})"


def _settled(isi: Isi) -> str:
    """Say how many findings an edit closed."""
    return f"; {format_int(isi['selesai'])} temuan selesai" if isi.get("selesai") else ""


def _changes(isi: Isi, of: str = "") -> str:
    """Return what changed from what to what: "JP Diklat Arsip diubah dari 8 menjadi 4"."""
    return "; ".join(
        f"{one['sebutan']}{of} {_from_to(one['dari'], one['menjadi'])}" for one in isi["perubahan"]
    )


def _from_to(before: str, after: str) -> str:
    if not before:
        return f"diisi {after}"
    return f"diubah dari {before} menjadi {after}" if after else f"dikosongkan (semula {before})"


def _catatan_tambah(isi: Isi) -> str:
    return f"Catatan {isi['himpunan']} ditambahkan untuk {_who(isi)}: {isi['isi']}{_settled(isi)}"


def _catatan_ubah(isi: Isi) -> str:
    return f"{_changes(isi, ' ' + isi['sebutan'])} untuk {_who(isi)}{_settled(isi)}"


def _catatan_hapus(isi: Isi) -> str:
    return f"Catatan {isi['himpunan']} dihapus dari {_who(isi)}: {isi['isi']}{_settled(isi)}"


def _of_year(isi: Isi) -> str:
    return f"{_changes(isi)} untuk {_who(isi)}, tahun {isi['tahun']}{_settled(isi)}"


def _pegawai(isi: Isi) -> str:
    return f"{_changes(isi)} untuk {_who(isi)}{_settled(isi)}"


def _nip(isi: Isi) -> str:
    before, after = format_nip(isi["nip"]), format_nip(isi["nip_lain"])
    return f"NIP {isi['nama']} diubah dari {before} menjadi {after}"


def _keluarkan(isi: Isi) -> str:
    return f"{_who(isi)} dikeluarkan dari tahun {isi['tahun']}{_settled(isi)}"


def _satukan(isi: Isi) -> str:
    moved = sum(isi["pindah"].values())
    other = f"{isi['nama_lain']} (NIP {format_nip(isi['nip_lain'])})"
    return f"Entri {other} disatukan dengan {_who(isi)}; {format_int(moved)} baris dipindahkan"


_WORDS: Mapping[str, Callable[[Isi], str]] = {
    "buat": _buat,
    "atur": _atur,
    "impor": _impor,
    "sahkan": _sahkan,
    "abaikan": _abaikan,
    "tahun": _tahun,
    "buka-kembali": _buka_kembali,
    "urungkan": _urungkan,
    "ulangi": _ulangi,
    "telaah": _telaah,
    "catatan-tambah": _catatan_tambah,
    "catatan-ubah": _catatan_ubah,
    "catatan-hapus": _catatan_hapus,
    "pernyataan": _of_year,
    "keadaan": _of_year,
    "pegawai": _pegawai,
    "nip": _nip,
    "keluarkan": _keluarkan,
    "satukan": _satukan,
    "migrasi": _migrasi,
}

PERBUATAN = tuple(_WORDS)
"""Every kind of entry there is."""
