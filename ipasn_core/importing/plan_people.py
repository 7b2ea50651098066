"""Fields that have one value: who claims what, who contradicts whom, who can come in at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import repeat
from typing import cast

from ..model.change import ImportRules, Origin, Stored
from ..model.evidence import PERSON_FIELDS, SET, Record
from ..model.nip import sex_of, status_of
from .plan_names import fuller, name_key
from .plan_said import Said, index_of
from .plan_source import FIELDS, NILAI, PEGAWAI, WEAK, Group, Part, Source
from .table import Value

Claim = tuple[str, int]
"""A field that has one value, and the appraised year (else 0)."""

RowAt = tuple[Source, int]
"""A row: its table and its index in it."""

_KEADAAN: Group = ("keadaan", 0)
NAMA, KELAMIN, STATUS, JENIS_JABATAN, OPD = (
    FIELDS["keadaan"].index(name) for name in (*PERSON_FIELDS, "status", "jenis_jabatan", "opd")
)


@dataclass(slots=True)
class People:
    """What the single-valued tables of a call come to.

    Attributes:
        kata: Group → what is said, of everybody whose rows stay in.
        lemah: NIP → keadaan as histories of appraisals repeat it: it counts where nothing else is
            known, and contradicts nobody.
        bertentangan: NIP → the claims that contradict each other, and every row kept out for it.
        kurang: NIP → what is missing of nama and jenis jabatan, and the rows kept out for it.
        keluar: Kind of table → NIPs whose rows in such tables stay out.
        disebut: NIPs that rows of pegawai tables name and that stay in.
        baru: Those of them who are not in the roster yet.
        ejaan: Spelling of an OPD that gives way → the one that is kept.
    """

    kata: dict[Group, Said] = field(default_factory=dict)
    lemah: dict[int, Part] = field(default_factory=dict)
    bertentangan: dict[int, tuple[list[Claim], list[RowAt]]] = field(default_factory=dict)
    kurang: dict[int, tuple[list[str], list[RowAt]]] = field(default_factory=dict)
    keluar: dict[str, set[int]] = field(default_factory=lambda: {PEGAWAI: set(), NILAI: set()})
    disebut: set[int] = field(default_factory=set)
    baru: set[int] = field(default_factory=set)
    ejaan: Mapping[Value, str] = field(default_factory=dict)

    def said(self, nip: int) -> Part | None:
        """Return what is said of somebody's keadaan."""
        found = self.of(_KEADAAN).get(nip)
        return None if found is None else found[0]

    def of(self, group: Group) -> Said:
        """Return what is said of a group; nothing where no table has it."""
        return self.kata.get(group) or Said()


def merge_people(sources: Sequence[Source], stored: Stored, rules: ImportRules) -> People:
    """Merge what all single-valued tables say; set apart who is contradicted or unidentified.

    Rows that complete each other are merged, in whatever order they come. Where two rows give
    different values to one field, that person's rows in all tables of the kinds concerned stay
    out: the pegawai tables, the histories of appraisals, or both.
    """
    people = People()
    own = [source for source in sources if source.jenis in people.keluar]
    people.ejaan = _opd_spellings(own, stored)
    year = rules.tahun + rules.tahun_kinerja
    clash = _gather(people, [(source, source.masuk) for source in own], year)
    if clash:
        _set_conflicts_apart(people, own, clash, year)
    for source in own:
        if source.jenis == PEGAWAI:
            people.disebut.update(source.nips())
        elif source.tabel.isi.keys() & WEAK:
            _hear_weakly(people, source)
    people.disebut -= people.keluar[PEGAWAI]
    _set_unidentified_apart(people, own, stored, year)
    people.baru = people.disebut - stored.roster
    return people


def _opd_spellings(own: Sequence[Source], stored: Stored) -> dict[Value, str]:
    """Find the OPD that differ in nothing but case and spaces: each is one, under one spelling.

    The stored one; else, in whatever order they come, the one with fewest spaces, then one that
    is not all in capitals, then most words that begin with a capital, then the last by its
    characters.

    Returns:
        Each spelling of this call that gives way → the one that is kept.
    """
    known = {values[OPD] for values in stored.keadaan.values()} | stored.opd
    said = set[Value]()
    for source in own:
        if "opd" in source.tabel.isi:
            said.update(source.pick(source.tabel.isi["opd"]))
    kept: dict[str, str] = {}
    for spellings in (said, known):
        texts = [text for text in spellings if isinstance(text, str)]
        texts.sort(key=lambda text: (-len(text), not text.isupper(), _capitals(text), text))
        kept.update((_opd_key(text), text) for text in texts)
    return {
        text: kept[_opd_key(text)]
        for text in said
        if isinstance(text, str) and kept[_opd_key(text)] != text
    }


def _capitals(text: str) -> int:
    return sum(word[0].isupper() for word in text.split())


def _opd_key(opd: str) -> str:
    return " ".join(opd.split()).casefold()


def _spelled(parts: list[Part], ejaan: Mapping[Value, str]) -> list[Part]:
    """Give rows of keadaan the spelling of their OPD that is kept."""
    if not ejaan:
        return parts
    return [
        (*part[:OPD], ejaan[part[OPD]], *part[OPD + 1 :]) if part[OPD] in ejaan else part
        for part in parts
    ]


def _gather(
    people: People, rows: Iterable[tuple[Source, Sequence[int]]], year: int
) -> dict[int, set[Claim]]:
    """Add what rows say; return NIP → claims that contradict each other."""
    clash: dict[int, set[Claim]] = {}
    for source, chosen in rows:
        all_nips, all_origins = source.nips(chosen), source.origins(chosen)
        all_index = index_of(all_nips)
        for group, own, parts in source.groups(chosen, year):
            if group == _KEADAAN:
                parts = _spelled(parts, people.ejaan)
            said = people.kata.setdefault(group, Said())
            nips, origins, index = all_nips, all_origins, all_index
            if own is not chosen:
                nips, origins = source.nips(own), source.origins(own)
                index = index_of(nips)
            if said.add_table(index, parts, origins):
                continue
            for nip, part, origin in zip(nips, parts, origins, strict=True):
                old = said.add(nip, part, origin)
                if old != part:
                    before, now = _one_name(old, part) if group == _KEADAAN else (old, part)
                    said.put(nip, _joined(before, now))
                    if wrong := _differing(group, before, now):
                        clash.setdefault(nip, set()).update(wrong)
    return clash


def _hear_weakly(people: People, source: Source) -> None:
    parts = _spelled(source.parts(FIELDS["keadaan"], source.masuk), people.ejaan)
    for nip, part in zip(source.nips(), parts, strict=True):
        if nip not in people.keluar[NILAI]:
            old = people.lemah.setdefault(nip, part)
            if old != part:
                people.lemah[nip] = tuple(map(_either, old, part))


def _either(first: Value, second: Value) -> Value:
    """Choose between two spellings: always the same one, in whatever order they come."""
    if first is None or second is None:
        return second if first is None else first
    return min(first, second, key=str)


def _joined(first: Part, second: Part) -> Part:
    return tuple(b if a is None else a for a, b in zip(first, second, strict=True))


def _one_name(first: Part, second: Part) -> tuple[Part, Part]:
    """Give two parts the fuller name where they only spell it differently."""
    a, b = first[NAMA], second[NAMA]
    if a == b or a is None or b is None or name_key(str(a)) != name_key(str(b)):
        return first, second
    best = (fuller(str(a), str(b)),)
    return best + first[NAMA + 1 :], best + second[NAMA + 1 :]


def _differing(group: Group, first: Part, second: Part) -> list[Claim]:
    name, year = group
    return [
        (column, year)
        for column, a, b in zip(FIELDS[name], first, second, strict=True)
        if a is not None and b is not None and a != b
    ]


def _set_conflicts_apart(
    people: People, own: Sequence[Source], clash: dict[int, set[Claim]], year: int
) -> None:
    rows = _rows_of(own, clash.keys())
    for nip, claims in clash.items():
        kinds = {
            source.jenis
            for source, i in rows[nip]
            if any(source.says(i, *claim, year) for claim in claims)
        }
        for kind in kinds:
            people.keluar[kind].add(nip)
        out = [(source, i) for source, i in rows[nip] if source.jenis in kinds]
        people.bertentangan[nip] = (sorted(claims), out)
    _say_anew(people, rows, year)


def _set_unidentified_apart(
    people: People, own: Sequence[Source], stored: Stored, year: int
) -> None:
    """Keep out who is not in the roster and comes without name or jenis jabatan."""
    missing: dict[int, list[str]] = {}
    complete = {
        nip
        for nip, part, _ in people.of(_KEADAAN).rows()
        if part[NAMA] is not None and part[JENIS_JABATAN] is not None
    }
    for nip in people.disebut - stored.roster - complete:
        full = _full(nip, people.said(nip), people, stored)
        lacks = [FIELDS["keadaan"][i] for i in (NAMA, JENIS_JABATAN) if not full[i]]
        if lacks:
            missing[nip] = lacks
    if not missing:
        return
    rows = _rows_of(own, missing.keys())
    for nip, lacks in missing.items():
        out = [(source, i) for source, i in rows[nip] if source.jenis == PEGAWAI]
        people.kurang[nip] = (lacks, out)
    people.keluar[PEGAWAI].update(missing)
    people.disebut.difference_update(missing)
    _say_anew(people, rows, year)


def _rows_of(own: Sequence[Source], nips: Iterable[int]) -> dict[int, list[RowAt]]:
    rows: dict[int, list[RowAt]] = {nip: [] for nip in nips}
    for source in own:
        for i in source.masuk:
            if (nip := source.tabel.nip[i]) in rows:
                rows[nip].append((source, i))
    return rows


def _say_anew(people: People, rows: dict[int, list[RowAt]], year: int) -> None:
    """Forget what is said of some people but for those of their rows that stay in."""
    for said in people.kata.values():
        said.forget(rows.keys())
    staying: dict[int, tuple[Source, list[int]]] = {}
    for nip, found in rows.items():
        for source, i in found:
            if nip not in people.keluar[source.jenis]:
                staying.setdefault(id(source), (source, []))[1].append(i)
    ordered = sorted(staying.values(), key=lambda item: item[0].sheet)
    _gather(people, [(source, sorted(chosen)) for source, chosen in ordered], year)


def count_repeats(
    sources: Sequence[Source], people: People, known: Set[int], rules: ImportRules
) -> int:
    """Count the rows, of those that stay in, that say exactly what another row says.

    What a companion says of a row belongs to the row's content.
    """
    year = rules.tahun + rules.tahun_kinerja
    repeats = 0
    for kind, out in people.keluar.items():
        own = [source for source in sources if source.jenis == kind and not source.pendamping]
        times = Counter[int]()
        for source in own:
            times.update(source.nips())
        several = {nip for nip, count in times.items() if count > 1} & (known - out)
        if several:
            repeats += _repeats_of(own, _beside(sources, year), several, year)
    return repeats


def _beside(sources: Sequence[Source], year: int) -> dict[Origin, frozenset[object]]:
    """Return what companions hold, by their rows."""
    found: dict[Origin, frozenset[object]] = {}
    for source in sources:
        if source.pendamping:
            rows = source.masuk
            contents: Sequence[object]
            if source.jenis in SET:
                contents = source.parts([field.name for field in SET[source.jenis]], rows)
            else:
                contents = source.contents(rows, year)
            for origin, content in zip(source.origins(rows), contents, strict=True):
                more = frozenset({(source.jenis, content)})
                found[origin] = found.get(origin, frozenset[object]()) | more
    return found


def _repeats_of(
    own: Sequence[Source], beside: Mapping[Origin, object], nips: set[int], year: int
) -> int:
    count, different = 0, set[tuple[object, ...]]()
    for source in own:
        rows = [i for i in source.masuk if source.tabel.nip[i] in nips]
        more = map(beside.get, source.origins(rows)) if beside else repeat(None)
        contents = source.contents(rows, year)
        different.update(zip(source.nips(rows), contents, more, strict=False))
        count += len(rows)
    return count - len(different)


def full_keadaan(people: People, stored: Stored) -> dict[int, tuple[Record, Origin]]:
    """Return the merged rows of who is new to the roster or whose values change."""
    rows, old = people.of(_KEADAAN).rows(), stored.keadaan
    changed: dict[int, tuple[Part, Origin]]
    if not old and not people.lemah:
        changed = {
            nip: (part, origin)
            if part[STATUS] is not None and part[KELAMIN] is not None
            else (_full(nip, part, people, stored), origin)
            for nip, part, origin in rows
        }
    else:
        full = ((nip, _full(nip, part, people, stored), origin) for nip, part, origin in rows)
        changed = {
            nip: (part, origin)
            for nip, part, origin in full
            if nip in people.baru or part != tuple(old[nip])
        }
    return cast(dict[int, tuple[Record, Origin]], changed)


def _full(nip: int, part: Part | None, people: People, stored: Stored) -> Part:
    """Complete what is said by what is stored, by histories, and status and sex by the NIP."""
    old = stored.keadaan.get(nip)
    if part is None:
        part = (None,) * len(FIELDS["keadaan"])
    if old is not None:
        part = _joined(part, tuple(old))
    if nip in people.lemah:
        part = _joined(part, people.lemah[nip])
    if part[STATUS] is not None and part[KELAMIN] is not None:
        return part
    values = list(part)
    if values[STATUS] is None:
        values[STATUS] = int(status_of(nip))
    if values[KELAMIN] is None:
        values[KELAMIN] = sex_of(nip)
    return tuple(values)
