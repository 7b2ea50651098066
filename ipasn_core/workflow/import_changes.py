"""Who is new, changed or the same in a prepared import, and what changes from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.change import Plan, Stored
from ..model.evidence import KEADAAN, PENILAIAN, Field, Record
from ..model.stored import Asal, StoredRecord
from ..model.vocab import label
from ..progress import Progress, silent
from .edit_words import statement_words, value_words
from .import_ import Prepared
from .record_words import MEANT, record_words

_OPD = [field.name for field in KEADAAN].index("opd")
_SETS: Mapping[str, str] = {
    "pendidikan": "Riwayat pendidikan",
    "pengembangan": "Riwayat diklat",
    "hukuman": "Hukuman disiplin",
}
_EVERY = 2000
"""People between two words of progress."""


@dataclass(frozen=True, slots=True)
class Who:
    """A person of a plan."""

    nip: int
    nama: str
    opd: str


@dataclass(frozen=True, slots=True)
class Change:
    """One value of one person, or one record: what it is called, from what, to what.

    Attributes:
        who: The person.
        sebutan: The value or the history.
        lama: Before; of a record that comes empty.
        baru: After; of a record that goes empty.
        catatan: Whether it is a record: it comes or goes, where a value is there or blank.
    """

    who: Who
    sebutan: str
    lama: str
    baru: str
    catatan: bool = False


def people(prepared: Prepared, what: str) -> list[Who]:
    """Return who is "baru", "berubah" or "tetap", by name."""
    found = [_who(prepared, nip) for nip, state in prepared.plan.orang.items() if state == what]
    return sorted(found, key=lambda one: (one.nama.casefold(), one.nip))


def units(prepared: Prepared) -> list[str]:
    """Return the perangkat daerah that people of the year belong to after the import."""
    plan, stored = prepared.plan, prepared.stored
    texts = {values[_OPD] for values, _ in plan.keadaan.values()}
    texts |= {values[_OPD] for nip, values in stored.keadaan.items() if nip in stored.roster}
    return sorted((text for text in texts if isinstance(text, str)), key=str.casefold)


def changes(prepared: Prepared, progress: Progress = silent) -> list[Change]:
    """Return what changes of people who are there already, by name.

    Raises:
        Cancelled: `progress` asked for it.
    """
    changed = people(prepared, "berubah")
    plan, stored = prepared.plan, prepared.stored
    appraisals: dict[int, list[tuple[int, Record]]] = {}
    for (nip, year), (record, _) in plan.penilaian.items():
        appraisals.setdefault(nip, []).append((year, record))
    statements: dict[int, list[tuple[str, str, str]]] = {}
    for kind, said in plan.pernyataan.items():
        for nip, value, _ in said.rows():
            before = statement_words(kind, stored.pernyataan.get((nip, kind)))
            told = (label(kind), before, statement_words(kind, value))
            statements.setdefault(nip, []).append(told)
    records = _records(plan, stored)
    found: list[Change] = []
    for done, who in enumerate(changed):
        if done % _EVERY == 0:
            progress("Membandingkan pegawai", done, len(changed))
        found += (Change(who, *told) for told in _state(plan, stored, who.nip))
        for year, record in sorted(appraisals.get(who.nip, ())):
            old = stored.penilaian.get((who.nip, year), (None,) * len(PENILAIAN))
            found += (
                Change(who, f"{name} {year}", before, after)
                for name, before, after in _differing(PENILAIAN, old, record)
            )
        found += (Change(who, *told) for told in statements.get(who.nip, ()))
        found += (Change(who, *told, catatan=True) for told in records.get(who.nip, ()))
    return found


def _who(prepared: Prepared, nip: int) -> Who:
    merged = prepared.plan.keadaan.get(nip)
    values = merged[0] if merged is not None else prepared.stored.keadaan[nip]
    return Who(nip, str(values[0] or ""), str(values[_OPD] or ""))


def _state(plan: Plan, stored: Stored, nip: int) -> Iterator[tuple[str, str, str]]:
    merged = plan.keadaan.get(nip)
    if merged is not None:
        old = stored.keadaan.get(nip, (None,) * len(KEADAAN))
        yield from _differing(KEADAAN, tuple(old), tuple(merged[0]))


def _differing(
    fields: tuple[Field, ...], old: Record, new: Record
) -> Iterator[tuple[str, str, str]]:
    for field, before, after in zip(fields, old, new, strict=True):
        if before != after and field.name not in MEANT:
            yield field.label, value_words(field, before), value_words(field, after)


def _records(plan: Plan, stored: Stored) -> dict[int, list[tuple[str, str, str]]]:
    """Return records removed and added: person → (which history, what goes, what comes)."""
    found: dict[int, list[tuple[str, str, str]]] = {}
    for name, ids in plan.hapus.items():
        gone = set(ids)
        for nip, own in stored.rekaman.get(name, {}).items():
            for record, number in own.items():
                if number in gone:
                    told = (_SETS[name], _record_words(name, nip, record), "")
                    found.setdefault(nip, []).append(told)
    for name, added in plan.rekaman.items():
        for nip, record, _ in added:
            told = (_SETS[name], "", _record_words(name, nip, record))
            found.setdefault(nip, []).append(told)
    return found


def _record_words(name: str, nip: int, record: Record) -> str:
    return record_words(name, StoredRecord(0, nip, None, record, Asal(None, None, None)))
