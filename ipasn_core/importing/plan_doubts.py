"""What planning doubts of people who are in: two who may be one, OPD misspelled, lower degrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import numpy as np

from ..model.cards_people import NAMA_LAHIR_SAMA, OPD_MIRIP, PENDIDIKAN_TURUN
from ..model.change import Origin, Stored
from ..model.finding import Card
from ..model.vocab import Bentuk, Bukti, Pendidikan, label
from .layout_likely import near_words
from .plan_findings import Joint, doubt
from .plan_names import name_key
from .plan_opd import without_opd
from .plan_people import NAMA, OPD, People, RowAt
from .plan_source import Source
from .table import Value
from .vocabulary import words

_OF_REGION = frozenset("kota kabupaten kab provinsi prov".split())
"""From such a word on, the name of an OPD only says of which government it is."""

_STATED = "pernyataan.pendidikan"

_SPREAD = 0x9E3779B97F4A7C1
"""An odd number that spreads birth dates over 64 bits."""

_Doubt = tuple[Card, Mapping[str, str], int, str, Origin]
"""Card and its parameters, who, which field, and where it is said."""


def doubts(own: Sequence[Source], people: People, stored: Stored) -> list[Joint]:
    """Return what is doubted, in no particular order."""
    found = [
        *_same_people(people, stored),
        *_near_opds(people, stored),
        *_lower_degrees(own, people, stored),
        *without_opd(own, people, stored),
    ]
    place = _places(own, {origin for *_, origin in found})
    return [
        doubt(card, isi, nip, place[origin], field)
        for card, isi, nip, field, origin in found
        if origin in place
    ]


def _places(own: Sequence[Source], origins: set[Origin]) -> dict[Origin, RowAt]:
    """Return the rows at some origins."""
    if not origins:
        return {}
    files = {(file, sheet) for file, sheet, _ in origins}
    return {
        origin: (source, i)
        for source in own
        if (source.tabel.berkas_ke, source.tempat) in files
        for i in source.masuk
        if (origin := source.origin(i)) in origins
    }


# ---------------------------------------------------------------- two who may be one


def _same_people(people: People, stored: Stored) -> Iterator[_Doubt]:
    """Find people of one name and one birth date with different NIPs."""
    said = people.of(("keadaan", 0))
    names: dict[int, Value] = dict(stored.sehari)
    names.update((nip, old[NAMA]) for nip, old in stored.keadaan.items())
    names.update((nip, part[NAMA]) for nip, part, _ in said.rows())
    for group in _namesakes(names):
        ordered = sorted(group)
        for nip in ordered[1:] if ordered[0] in said else ordered:
            other = ordered[0] if nip != ordered[0] else ordered[1]
            found = said.get(nip)
            if found is not None:
                isi = {"nip": str(nip), "lain": str(other)}
                yield NAMA_LAHIR_SAMA, isi, nip, "nama", found[1]


def _namesakes(names: Mapping[int, Value]) -> list[list[int]]:
    """Return groups of people who share birth date and name."""
    named = {nip: name for nip, name in names.items() if isinstance(name, str)}
    nips, words = list(named), list(map(_last_word, named.values()))
    near = _grouped((nips[i], words[i]) for i in _alike(nips, words))
    return _grouped((nip, name_key(named[nip])) for nip in chain.from_iterable(near))


def _alike(nips: Sequence[int], words: Sequence[str]) -> list[int]:
    """Return at least the places of all who share birth date and word with another.

    By numbers, for many thousands: of equal words the hashes are equal, of others seldom.
    """
    marks = np.array(list(map(hash, words)), np.int64)
    marks ^= np.array(nips, np.int64) // 10**10 * _SPREAD
    _, place, count = np.unique(marks, return_inverse=True, return_counts=True)
    found: list[int] = np.flatnonzero(count[place] > 1).tolist()
    return found


def _grouped(people: Iterable[tuple[int, str]]) -> list[list[int]]:
    """Group people, each with something of their names, by birth date and that; leave the alone."""
    found: dict[tuple[int, str], list[int]] = {}
    for nip, name in people:
        found.setdefault((nip // 10**10, name), []).append(nip)
    return [group for group in found.values() if len(group) > 1]


def _last_word(name: str) -> str:
    """Return a part of a name that is cheap to have: most people who are not one differ in it."""
    return name.partition(",")[0].rstrip().rpartition(" ")[2].casefold()


# ---------------------------------------------------------------- OPD


def _near_opds(people: People, stored: Stored) -> Iterator[_Doubt]:
    """Find OPD that the project lacks and that are spelled nearly like one it has."""
    known = {opd: words(opd) for opd in sorted(stored.opd)}
    if not known:
        return
    told: set[Value] = set()
    for nip, part, origin in people.of(("keadaan", 0)).rows():
        opd = part[OPD]
        if not isinstance(opd, str) or opd in told or opd in known:
            continue
        told.add(opd)
        near = next((old for old, own in known.items() if _is_near(own, words(opd))), None)
        if near is not None:
            yield OPD_MIRIP, {"opd": opd, "mirip": near}, nip, "opd", origin


def _is_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two names of OPD differ in a typing error, or in the region they add."""
    if _without_region(one) == _without_region(other):
        return True
    return len(one) == len(other) and near_words(one, other)


def _without_region(spoken: Sequence[str]) -> list[str]:
    at = next((n for n, word in enumerate(spoken) if word in _OF_REGION), len(spoken))
    return [word for word in spoken[:at] if word != "dan"]


# ---------------------------------------------------------------- degrees


def _lower_degrees(own: Sequence[Source], people: People, stored: Stored) -> Iterator[_Doubt]:
    """Find whose highest degree of this call is below the one that is known."""
    records = stored.rekaman.get("pendidikan", {})
    stated = {
        nip: level
        for (nip, kind), (shape, level) in stored.pernyataan.items()
        if kind is Bukti.PENDIDIKAN and shape == Bentuk.NILAI
    }
    if not records and not stated:
        return
    for nip, (level, origin) in _degrees(own, people).items():
        old = max([stated.get(nip, 0), *(_level(one[0]) for one in records.get(nip, ()))])
        if level < old:
            isi = {"nip": str(nip), "baru": _words(level), "lama": _words(old)}
            yield PENDIDIKAN_TURUN, isi, nip, _STATED, origin


def _degrees(own: Sequence[Source], people: People) -> dict[int, tuple[int, Origin]]:
    """Return the highest degree that this call gives to each person, and where."""
    found: dict[int, tuple[int, Origin]] = {}
    for nip, (value,), origin in people.of((_STATED, 0)).rows():
        if isinstance(value, tuple) and value[0] == Bentuk.NILAI:
            found[nip] = (value[1], origin)
    for source in own:
        if source.jenis == "pendidikan":
            levels = source.pick(source.tabel.isi["tingkat"])
            origins = source.origins(source.masuk)
            for nip, level, origin in zip(source.nips(), levels, origins, strict=True):
                if _level(level) > found.get(nip, (0,))[0]:
                    found[nip] = (_level(level), origin)
    return found


def _level(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _words(level: int) -> str:
    return label(Pendidikan(level))
