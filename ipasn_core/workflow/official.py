"""Who signs: each of the words about him as it is stored, or why it cannot be."""

from __future__ import annotations

import datetime
import re

from ..errors import UsageError
from ..formatting import BULAN
from ..model import nip as nip_rules
from ..model.settings import Pejabat

NEEDED = ("nomor", "tempat", "tanggal", "nama", "jabatan")
"""What a report is not signed without."""

_NAMES = {"nomor": "Nomor laporan", "nama": "Nama penanda tangan"}
_DIGITS = 18
_WRITTEN = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
_FIGURES = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def check_official(pejabat: Pejabat) -> Pejabat:
    """Return the official with clean texts, or refuse them.

    Raises:
        UsageError: Something that has to be there is empty, no date, no NIP.
    """
    return Pejabat(**{n: check_word(n, getattr(pejabat, n)) for n in Pejabat.__slots__})


def check_word(name: str, text: str) -> str:
    """Return one word of an official as it is stored, or refuse it.

    Args:
        name: A field of `Pejabat`.
        text: As written; a date as 2022-01-31.

    Raises:
        UsageError: It has to be there and is empty, is no date, no NIP.
    """
    clean = " ".join(text.split())
    if name in NEEDED and not clean:
        what = _NAMES.get(name, name.capitalize())
        raise UsageError(f"{what} kosong.", "Isi dahulu; itu tercetak dalam laporan.")
    if name == "tanggal":
        try:
            # ISO has other spellings of a day ("20220131"); one is stored.
            return datetime.date.fromisoformat(clean).isoformat()
        except ValueError as fault:
            raise UsageError(
                f"Tanggal “{text}” tidak terbaca.", "Tulis seperti 2022-01-31."
            ) from fault
    if name == "nip":
        clean = nip_rules.clean(clean)
        if clean and not (clean.isascii() and clean.isdecimal() and len(clean) == _DIGITS):
            raise UsageError(f"NIP “{text}” bukan 18 angka.", "Periksa NIP pejabat.")
    return clean


def read_day(text: str) -> datetime.date:
    """Read a day as people write it: 31 Januari 2022, 31-01-2022, 31/1/2022, 2022-01-31.

    Raises:
        UsageError: It is no such day.
    """
    clean = " ".join(text.split())
    if not clean:
        check_word("tanggal", clean)
    months = {name.casefold(): at for at, name in enumerate(BULAN, 1)}
    try:
        if written := _WRITTEN.fullmatch(clean.casefold()):
            day, month, year = int(written[1]), months[written[2]], int(written[3])
            return datetime.date(year, month, day)
        if figures := _FIGURES.fullmatch(clean):
            return datetime.date(int(figures[3]), int(figures[2]), int(figures[1]))
        return datetime.date.fromisoformat(clean)
    except (KeyError, ValueError) as fault:
        raise UsageError(
            f"Tanggal “{text}” tidak terbaca.", "Tulis seperti 31 Januari 2022."
        ) from fault
