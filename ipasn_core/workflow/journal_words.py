"""The journal in words an officer understands."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from ..formatting import format_date, format_int, format_time
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
    return f"Tahun {isi['tahun']} disahkan, Nomor {isi['nomor']}, Revisi {isi['revisi']}"


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
}
