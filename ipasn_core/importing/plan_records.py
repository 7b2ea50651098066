"""Sets of records: what is new, what repeats, whose rows nobody knows, what `--ganti` removes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field

from ..model.change import ImportRules, Origin, Stored
from ..model.evidence import SET, Record
from ..model.finding import Severity
from ..model.vocab import PENGEMBANGAN, Bukti
from .plan_coverage import Reach
from .plan_source import NILAI, Source

_JENIS = [field.name for field in SET["pengembangan"]].index("jenis")


@dataclass(slots=True)
class Records:
    """What the record tables of a call come to.

    Attributes:
        baru: Name of a set → (nip, record, origin) that are not stored yet.
        terdaftar: Name of a set → every (nip, record) that the call lists, blank ones included.
        ganda: Rows that repeat another exactly.
    """

    baru: dict[str, list[tuple[int, Record, Origin]]] = field(default_factory=dict)
    terdaftar: dict[str, set[tuple[int, Record]]] = field(default_factory=dict)
    ganda: int = 0


def strangers(
    sources: Sequence[Source], known: Collection[int], out: Mapping[str, Set[int]]
) -> list[tuple[Source, int, list[int]]]:
    """Return (table, NIP, rows) of history rows whose person is neither in the call nor stored.

    Args:
        sources: Histories: of records and of appraisals.
        known: NIPs that are stored or come in with this call.
        out: Kind of table → NIPs whose rows stay out for another reason.
    """
    found = []
    for source in sources:
        if source.pendamping and source.jenis == NILAI:
            continue  # told with the rows it stands beside
        unknown = set(source.nips()).difference(known) - out.get(source.jenis, set())
        if unknown:
            rows: dict[int, list[int]] = {}
            for i in source.masuk:
                if (nip := source.tabel.nip[i]) in unknown:
                    rows.setdefault(nip, []).append(i)
            found += [(source, nip, own) for nip, own in rows.items()]
    return found


def new_records(sources: Sequence[Source], known: Collection[int], stored: Stored) -> Records:
    """Sort rows of known people into new, stored already, and repeated within the call.

    A row that holds nothing (a "nihil" beside a name) names its person and is no record. The rows
    of a companion are repeats or not together with the rows they stand beside.
    """
    found = Records()
    for source in sources:
        rows = source.masuk
        nips = source.nips()
        if not set(nips).issubset(known):
            rows = [i for i in rows if source.tabel.nip[i] in known]
            nips = source.nips(rows)
        names = [field.name for field in SET[source.jenis]]
        records: Sequence[Record] = source.parts(names, rows)  # type: ignore[assignment]
        blank = (None,) * len(names)
        listed = found.terdaftar.setdefault(source.jenis, set())
        added = found.baru.setdefault(source.jenis, [])
        before = len(listed)
        old = stored.rekaman.get(source.jenis, {})
        pairs = zip(nips, records, strict=True)
        for pair, origin in zip(pairs, source.origins(rows), strict=True):
            if pair not in listed:
                listed.add(pair)
                nip, record = pair
                if record != blank and (nip not in old or record not in old[nip]):
                    added.append((nip, record, origin))
        if not source.pendamping:
            found.ganda += len(records) - (len(listed) - before)
    return found


def removals(
    reaches: Sequence[tuple[Source, Reach]], records: Records, stored: Stored, rules: ImportRules
) -> tuple[dict[str, list[int]], set[int]]:
    """Return what `--ganti` removes: name of a set → ids, and whose records they are.

    Of the people and kinds a sheet is complete for, every stored record that no sheet of the call
    lists. Somebody with a row kept out, or with a cell in doubt that withholds coverage, loses
    nothing, nor, where that row's person can't be told, does anybody the sheet merely leaves out:
    it may be the very record.
    """
    ids: dict[str, list[int]] = {}
    whose: set[int] = set()
    shielded, nobody_absent = _shielded([source for source, _ in reaches])
    for source, reach in reaches:
        name = source.jenis
        old, listed = stored.rekaman.get(name, {}), records.terdaftar.get(name, set())
        people = set(reach.disebut)
        if name not in nobody_absent:
            people |= reach.tersirat
        for nip in sorted((people - shielded.get(name, set())) & old.keys()):
            gone = [
                number
                for record, number in old[nip].items()
                if (nip, record) not in listed and _speaks_of(source, record, rules)
            ]
            if gone:
                ids.setdefault(name, []).extend(gone)
                whose.add(nip)
    return {name: sorted(set(found)) for name, found in ids.items()}, whose


def _shielded(sources: Sequence[Source]) -> tuple[dict[str, set[int]], set[str]]:
    """Return set → people with rows in doubt in it, and sets with such rows of nobody known.

    In doubt is a row kept out, and one that came in without a value that withholds coverage: it
    may be the stored record, a day or its hours misspelled.
    """
    people: dict[str, set[int]] = {}
    nobody: set[str] = set()
    for source in sources:
        table = source.tabel
        rows = zip(table.nip, table.ditolak, strict=True)
        doubted = {nip for nip, out in rows if out}
        doubted |= {one.nip for one in table.temuan if one.tahan and one.tingkat is Severity.GALAT}
        if 0 in doubted:
            nobody.add(source.jenis)
        people.setdefault(source.jenis, set()).update(doubted - {0})
    return people, nobody


def _speaks_of(source: Source, record: Record, rules: ImportRules) -> bool:
    """Tell whether a table that is complete would have to list a record."""
    if source.jenis != "pengembangan":
        return True
    jenis = record[_JENIS]
    kind: Bukti | None = rules.peta_diklat.get(jenis) if isinstance(jenis, int) else None
    return kind in source.tabel.bukti if kind else set(PENGEMBANGAN) <= set(source.tabel.bukti)
