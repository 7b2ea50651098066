"""What an entry of the journal changed, thing by thing: what it is called, from what, to what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..formatting import format_fingerprint, format_int, format_nip
from ..model.settings import OFFICIAL, PEMISAH
from ..storage.journal import Entry
from ..storage.undo import UNDO
from .journal_words import Known, first_of
from .setting_words import setting_changes, setting_name, setting_value

Isi = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that changed.

    Attributes:
        sebutan: What it is called.
        dari: What it was; empty for nothing.
        menjadi: What it is; empty for nothing.
    """

    sebutan: str
    dari: str
    menjadi: str

    def turned(self) -> Detail:
        """Return the same, taken back."""
        return Detail(self.sebutan, self.menjadi, self.dari)


def entry_details(entry: Entry, others: Known) -> tuple[Detail, ...]:
    """Return what an entry changed; of an undo what it took back, turned round.

    Args:
        entry: The entry.
        others: Entries of the same journal.
    """
    first = first_of(entry, others)
    told = None if first is None else _DETAILS.get(first.perbuatan)
    if first is None or told is None:
        return ()
    try:
        found = told(first.isi)
    except KeyError:  # written by another program, or by a version that said less
        return ()
    return tuple(one.turned() if entry.perbuatan == UNDO else one for one in found)


def person_of(entry: Entry, others: Known) -> tuple[int, str]:
    """Return NIP and name of the one person whom an entry names; (0, "") for none."""
    first = first_of(entry, others)
    isi: Isi = {} if first is None else first.isi
    nip, nama = str(isi.get("nip_lain") or isi.get("nip") or ""), str(isi.get("nama") or "")
    if first is None or first.perbuatan == "telaah" or not nip.isdigit() or not nama:
        return 0, ""
    if first.perbuatan == "satukan":
        nip = str(isi["nip"])
    return int(nip), nama


def _changed(isi: Isi) -> list[Detail]:
    return [Detail(one["sebutan"], one["dari"], one["menjadi"]) for one in isi["perubahan"]]


def _settings(isi: Isi) -> list[Detail]:
    return [
        Detail(
            setting_name(one.kunci),
            _value(one.kunci, one.dari or ""),
            _value(one.kunci, one.menjadi),
        )
        for one in setting_changes(isi)
    ]


def _value(kunci: str, text: str) -> str:
    if not kunci.startswith(OFFICIAL) or not text:
        return setting_value(kunci, text)
    peran, *parts = text.split(PEMISAH)
    return f"{', '.join(filter(None, parts))} ({peran.replace('_', ' ')})"


def _import(isi: Isi) -> list[Detail]:
    counts = (
        ("baru", "Pegawai baru"),
        ("berubah", "Pegawai berubah"),
        ("tetap", "Pegawai tetap"),
        ("ditolak", "Baris ditolak"),
    )
    files = [Detail("Berkas", "", str(one["nama"])) for one in isi["berkas"]]
    return files + [Detail(words, "", format_int(isi[name])) for name, words in counts]


def _nip(isi: Isi) -> list[Detail]:
    return [Detail("NIP", format_nip(isi["nip"]), format_nip(isi["nip_lain"]))]


def _signing(isi: Isi) -> list[Detail]:
    return [
        Detail("Nomor laporan", "", str(isi["nomor"])),
        Detail("Sidik", "", format_fingerprint(str(isi["sidik"]))),
    ]


def _said(*names: tuple[str, str]) -> Callable[[Isi], list[Detail]]:
    """Return what tells values of an entry as they are: (key, what it is called)."""
    return lambda isi: [Detail(words, "", str(isi[name])) for name, words in names if isi[name]]


_DETAILS: Mapping[str, Callable[[Isi], list[Detail]]] = {
    "atur": _settings,
    "impor": _import,
    "sahkan": _signing,
    "telaah": _said(("alasan", "Alasan")),
    "abaikan": _said(("alasan", "Alasan")),
    "buka-kembali": _said(("alasan", "Alasan")),
    "catatan-tambah": lambda isi: [Detail("Catatan", "", isi["isi"])],
    "catatan-hapus": lambda isi: [Detail("Catatan", isi["isi"], "")],
    "catatan-ubah": _changed,
    "pernyataan": _changed,
    "keadaan": _changed,
    "pegawai": _changed,
    "nip": _nip,
    "satukan": _changed,
    "keluarkan": _said(("alasan", "Alasan")),
    "aturan": lambda isi: [Detail("Aturan", isi["dari"], isi["menjadi"])],
}
