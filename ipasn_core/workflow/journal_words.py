"""The journal in words an officer understands."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..formatting import format_date, format_int, format_nip, format_time
from ..model.settings import ZONA
from ..storage.journal import Entry
from ..storage.undo import ONTO, REDO, UNDO
from .setting_words import setting_changes, target_words

Isi = Mapping[str, Any]
Known = Mapping[int, Entry]
"""Entries of the journal by their number."""

_NOTHING: Known = {}
_SETTINGS_TOLD = 3
_NIP = re.compile(r" \(NIP [0-9 ]+\)")

HIMPUNAN: Mapping[str, str] = {
    "pendidikan": "pendidikan",
    "pengembangan": "pengembangan kompetensi",
    "penilaian": "penilaian kinerja",
    "hukuman": "hukuman disiplin",
}
"""Set of records → what its records are called."""


def moment_words(waktu: str, zona: str) -> str:
    """Return a stored moment as people of a zone read it: "24 November 2026 20.35 WITA"."""
    moment = datetime.datetime.fromisoformat(waktu)
    local = moment.astimezone(datetime.timezone(datetime.timedelta(hours=ZONA[zona])))
    return f"{format_date(local.date())} {format_time(local, zona)}"


def known(entries: Iterable[Entry]) -> Known:
    """Return entries by their number, for `entry_words`."""
    return {one.id: one for one in entries}


def entry_words(entry: Entry, others: Known = _NOTHING) -> str:
    """Return what an entry did, in one sentence.

    Args:
        entry: The entry.
        others: Entries of its journal: an undo tells what it took back where that is among them.
    """
    if entry.perbuatan in _BACK:
        return _back_words(entry, others)
    told = _WORDS.get(entry.perbuatan)
    if told is None:
        return kind_words(entry.perbuatan)
    try:
        words = told(entry.isi)
    except KeyError:  # written by another program, or by a version that said less
        return kind_words(entry.perbuatan)
    return words[:1].upper() + words[1:]


def brief(words: str) -> str:
    """Return a sentence of the journal without the NIP of those it names."""
    return _NIP.sub("", words)


def kind_words(perbuatan: str) -> str:
    """Return what a kind of entry is called, in a list of kinds."""
    return JENIS.get(perbuatan, "Perubahan lain")


def first_of(entry: Entry, others: Known) -> Entry | None:
    """Return the change that an undo or a redo is about in the end; None where it is not known."""
    one: Entry | None = entry
    while one is not None and one.perbuatan in _BACK:
        one = others.get(int(one.isi[ONTO]))  # type: ignore[arg-type]
    return one


def _back_words(entry: Entry, others: Known) -> str:
    lead = _BACK[entry.perbuatan]
    first = first_of(entry, others)
    if first is not None:
        return f"{lead}: {entry_words(first, others)}"
    if entry.perbuatan == REDO:
        return f"{lead}: perubahan yang diurungkan"
    return f"{lead}: {kind_words(str(entry.isi['perbuatan'])).lower()}"


def _buat(isi: Isi) -> str:
    targets = ", ".join(target_words(name, text) for name, text in isi["target"].items())
    aims = f"; target {targets}" if targets else ""
    return f"Berkas dibuat untuk {isi['instansi']}, tahun {isi['tahun']}{aims}"


def _atur(isi: Isi) -> str:
    changed = setting_changes(isi)
    told = "; ".join(one.sentence() for one in changed[:_SETTINGS_TOLD])
    rest = len(changed) - _SETTINGS_TOLD
    return told + (f"; dan {rest} pengaturan lain" if rest > 0 else "")


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


def _temuan(isi: Isi) -> str:
    """Return which findings: by kind, and of one alone where it is."""
    jumlah, judul = isi.get("jumlah", 1), isi.get("judul", "")
    kind = f" “{judul}”" if judul else ""
    if jumlah > 1:
        return f"{format_int(jumlah)} temuan{kind}"
    place = f" pada {isi['alamat']}" if isi.get("alamat") else ""
    whose = f" tentang {_who(isi)}" if isi.get("nama") else ""
    return f"Temuan{kind}{place}{whose}"


def _abaikan(isi: Isi) -> str:
    return f"{_temuan(isi)} disisihkan: {isi['alasan']}"


def _tampilkan(isi: Isi) -> str:
    return f"{_temuan(isi)} ditampilkan lagi"


def _tahun(isi: Isi) -> str:
    origin = f", pegawai dibawa dari tahun {isi['dari']}" if isi["dari"] else ""
    return f"Tahun {isi['tahun']} ditambahkan{origin}"


def _aturan(isi: Isi) -> str:
    return f"Aturan tahun {isi['tahun']} diubah dari {isi['dari']} menjadi {isi['menjadi']}"


def _pemetaan(isi: Isi) -> str:
    return f"Pemetaan kolom yang diingat dihapus: {isi['sebutan']}"


def _buka_kembali(isi: Isi) -> str:
    return f"Tahun {isi['tahun']} dibuka kembali dari Revisi {isi['revisi']}: {isi['alasan']}"


def _migrasi(isi: Isi) -> str:
    return (
        f"Berkas dimutakhirkan dari versi {isi['dari']} ke versi {isi['menjadi']}; berkas "
        f"sebelumnya disimpan sebagai cadangan {isi['cadangan']}"
    )


def _who(isi: Isi) -> str:
    """Return of whom an entry tells: the one person, or how many."""
    if isi.get("jumlah"):
        return f"{format_int(isi['jumlah'])} pegawai"
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


def _record(isi: Isi) -> str:
    return f"Catatan {HIMPUNAN.get(isi['himpunan'], 'riwayat')}"


def _catatan_tambah(isi: Isi) -> str:
    return f"{_record(isi)} ditambahkan untuk {_who(isi)}: {isi['isi']}{_settled(isi)}"


def _catatan_ubah(isi: Isi) -> str:
    return f"{_changes(isi, ' ' + isi['sebutan'])} untuk {_who(isi)}{_settled(isi)}"


def _catatan_hapus(isi: Isi) -> str:
    return f"{_record(isi)} dihapus dari {_who(isi)}: {isi['isi']}{_settled(isi)}"


def _of_year(isi: Isi) -> str:
    if isi.get("jumlah"):
        changes = "; ".join(
            f"{one['sebutan']} {format_int(one['jumlah'])} pegawai "
            f"{_from_to(one['dari'], one['menjadi'])}"
            for one in isi["perubahan"]
        )
        return f"{changes}, tahun {isi['tahun']}{_settled(isi)}"
    return f"{_changes(isi)} untuk {_who(isi)}, tahun {isi['tahun']}{_settled(isi)}"


def _pegawai(isi: Isi) -> str:
    return f"{_changes(isi)} untuk {_who(isi)}{_settled(isi)}"


def _nip(isi: Isi) -> str:
    before, after = format_nip(isi["nip"]), format_nip(isi["nip_lain"])
    return f"NIP {isi['nama']} diubah dari {before} menjadi {after}"


def _keluarkan(isi: Isi) -> str:
    why = f": {isi['alasan']}" if isi.get("alasan") else ""
    return f"{_who(isi)} dikeluarkan dari tahun {isi['tahun']}{why}{_settled(isi)}"


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
    "tampilkan": _tampilkan,
    "tahun": _tahun,
    "aturan": _aturan,
    "pemetaan": _pemetaan,
    "buka-kembali": _buka_kembali,
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

_BACK: Mapping[str, str] = {UNDO: "Diurungkan", REDO: "Diulangi"}

PERBUATAN = (*_WORDS, *_BACK)
"""Every kind of entry there is."""

JENIS: Mapping[str, str] = {
    "impor": "Impor",
    "catatan-tambah": "Catatan ditambahkan",
    "catatan-ubah": "Catatan diubah",
    "catatan-hapus": "Catatan dihapus",
    "pernyataan": "Pernyataan diubah",
    "keadaan": "Jabatan dan unit diubah",
    "pegawai": "Identitas diubah",
    "nip": "NIP dibetulkan",
    "satukan": "Entri disatukan",
    "keluarkan": "Pegawai dikeluarkan",
    "abaikan": "Temuan disisihkan",
    "tampilkan": "Temuan ditampilkan lagi",
    "atur": "Pengaturan",
    "pemetaan": "Pemetaan kolom dihapus",
    "tahun": "Tahun ditambahkan",
    "aturan": "Aturan diganti",
    "telaah": "Pemeriksaan",
    "sahkan": "Pengesahan",
    "buka-kembali": "Pembukaan kembali",
    UNDO: "Urungan",
    REDO: "Ulangan",
    "buat": "Berkas dibuat",
    "migrasi": "Pemutakhiran berkas",
}
"""Kind of entry → what it is called in a list of kinds, in the order of the list."""
