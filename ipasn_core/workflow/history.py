"""`riwayat`: the journal, or what of it concerns a person, a kind of change, a span of days."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..errors import UsageError
from ..model import nip as nip_rules
from ..model.settings import ZONA, Settings
from ..storage.journal import Entry
from ..storage.project import Project

_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are wanted; what is None filters nothing.

    Attributes:
        nip: Only what changed something of this person.
        perbuatan: Only this kind.
        sejak: From this day on.
        sampai: To this day, inclusive.
    """

    nip: int | None = None
    perbuatan: str | None = None
    sejak: datetime.date | None = None
    sampai: datetime.date | None = None

    @classmethod
    def of(
        cls, nip: str | None, perbuatan: str | None, sejak: str | None, sampai: str | None
    ) -> Filter:
        """Read a filter from words.

        Raises:
            UsageError: No NIP, no day, or an end before its beginning.
        """
        first, last = _day("--sejak", sejak), _day("--sampai", sampai)
        if first is not None and last is not None and first > last:
            raise UsageError("--sejak sesudah --sampai.", "Tulis hari pertama pada --sejak.")
        return cls(None if nip is None else _nip(nip), perbuatan, first, last)


def entries(project: Project, wanted: Filter) -> list[Entry]:
    """Return the entries of the journal that are wanted, oldest first.

    Days are those of the project's zone.
    """
    found = project.journal()
    if wanted.nip is not None:
        about = project.entries_about(wanted.nip)
        found = [one for one in found if one.id in about]
    hours = ZONA[Settings.from_text(project.settings()).zona_waktu]
    zone = datetime.timezone(datetime.timedelta(hours=hours))
    return [one for one in found if _fits(one, wanted, zone)]


def _fits(entry: Entry, wanted: Filter, zone: datetime.timezone) -> bool:
    day = datetime.datetime.fromisoformat(entry.waktu).astimezone(zone).date()
    return (
        wanted.perbuatan in (None, entry.perbuatan)
        and (wanted.sejak is None or day >= wanted.sejak)
        and (wanted.sampai is None or day <= wanted.sampai)
    )


def _day(option: str, text: str | None) -> datetime.date | None:
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as fault:
        raise UsageError(
            f"{option} “{text}” bukan tanggal.", "Tulis seperti 2022-01-31."
        ) from fault


def _nip(text: str) -> int:
    digits = nip_rules.clean(text)
    if not (digits.isascii() and digits.isdigit() and len(digits) == _DIGITS):
        raise UsageError(f"NIP “{text}” bukan 18 angka.", "Periksa NIP-nya.")
    return int(digits)
