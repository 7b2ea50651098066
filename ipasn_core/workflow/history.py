"""`riwayat`: the journal, or what of it concerns a person, a kind of change, a span of days.

The command line asks for `entries`; the window lists `Lines`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..errors import UsageError
from ..model import nip as nip_rules
from ..model.settings import ZONA, Settings
from ..storage.journal import Entry
from ..storage.project import Project
from ..storage.undo import may_be_undone, standing
from .journal_details import person_of
from .journal_words import Known, brief, entry_words, first_of, known
from .undo import undone_by

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


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as a list shows it.

    Attributes:
        entri: The entry.
        kalimat: What it did.
        saat: The moment in the project's zone.
        keadaan: `BERDIRI`, `DIURUNGKAN` or `TETAP`.
        nip: Of the one person it names, else 0.
        nama: Of that person, else empty.
    """

    entri: Entry
    kalimat: str
    saat: datetime.datetime
    keadaan: str
    nip: int
    nama: str


BERDIRI, DIURUNGKAN, TETAP = "berdiri", "diurungkan", "tetap"
"""It stands and may be taken back · it was taken back · it never is taken back."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The journal as a list.

    Attributes:
        lines: The newest first.
        entries: Every entry by its number.
        zona: Zone of the project.
        berdiri: Numbers of the entries that stand, the newest first, older than a migration too.
        terurung: Numbers of the changes that may be brought back, in that order.
    """

    lines: tuple[Line, ...]
    entries: Known
    zona: str
    berdiri: tuple[int, ...]
    terurung: tuple[int, ...]

    def later(self, nomor: int) -> int:
        """Return how many entries after an entry stand."""
        return sum(one > nomor for one in self.berdiri)

    def undone_by(self, nomor: int) -> list[str]:
        """Return what `undo_to` an entry would take back, in words, the newest first."""
        return [self._words(one) for one in self.berdiri if one > nomor]

    def redone_by(self, nomor: int) -> list[str]:
        """Return what `redo_to` a change would bring back, in words; none if it cannot be."""
        if nomor not in self.terurung:
            return []
        return [self._words(one) for one in self.terurung[: self.terurung.index(nomor) + 1]]

    def _words(self, nomor: int) -> str:
        return brief(entry_words(self.entries[nomor], self.entries))


def journal_lines(project: Project) -> Lines:
    """Return the whole journal as a list."""
    found = project.journal()
    others = known(found)
    zona = Settings.from_text(project.settings()).zona_waktu
    zone = datetime.timezone(datetime.timedelta(hours=ZONA[zona]))
    state = standing(found)
    stands = tuple(one.id for one in undone_by(state, 0))
    back = [first_of(one, others) for one in reversed(state.terurung)]
    return Lines(
        lines=tuple(_line(one, others, zone, frozenset(stands)) for one in reversed(found)),
        entries=others,
        zona=zona,
        berdiri=stands,
        terurung=tuple(one.id for one in back if one is not None),
    )


def _line(entry: Entry, others: Known, zone: datetime.timezone, stands: frozenset[int]) -> Line:
    nip, nama = person_of(entry, others)
    state = TETAP
    if entry.id in stands:
        state = BERDIRI
    elif may_be_undone(entry):
        state = DIURUNGKAN
    moment = datetime.datetime.fromisoformat(entry.waktu).astimezone(zone)
    return Line(entry, entry_words(entry, others), moment, state, nip, nama)


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
