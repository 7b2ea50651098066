"""Some people of a year put in the place of what they were: the rest stays as it is.

What comes out equals, array by array, what loading and scoring everybody anew would give.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..model.cards_doubts import (
    BELUM_ADA_DATA,
    KEGIATAN_MIRIP,
    NILAI_BEDA_KOMPONEN,
    PERNYATAAN_BEDA,
    PREDIKAT_BEDA,
    RATING_BEDA,
)
from ..model.finding import Finding
from ..model.roster import Block, Bool, Int64, Roster, Statements
from ..model.scores import InstrumentScore, Scores
from ..model.vocab import Bukti, JenisDiklat
from ..rules.edition import Edition

_Kind = TypeVar("_Kind", bound=np.generic)

_ORDER = {
    BELUM_ADA_DATA.kode: 1,
    NILAI_BEDA_KOMPONEN.kode: 2,
    PERNYATAAN_BEDA.kode: 2,
    PREDIKAT_BEDA.kode: 3,
    RATING_BEDA.kode: 4,
}
"""Derived finding → its place among those of an instrument; what is missing in particular is 0."""


def places_of(roster: Roster, some: Roster) -> Int64 | None:
    """Return where people stand in a roster; None where one of them is not in it."""
    at = np.searchsorted(roster.nip, some.nip)
    known = at < len(roster)
    if not known.all() or (roster.id[at] != some.id).any():
        return None
    return at


def splice_roster(old: Roster, some: Roster, at: Int64) -> Roster:
    """Put people in the place of what they were.

    Args:
        old: Everybody.
        some: The people, by rising NIP.
        at: Where they stand in `old`.
    """
    keadaan = {
        name: _put(values, some.keadaan[name], at)
        for name, values in old.keadaan.items()
        if name != "opd"
    }
    opd, names = _splice_opd(old, some, at)
    keadaan["opd"] = opd
    return Roster(
        tahun=old.tahun,
        id=old.id,
        nip=old.nip,
        nama=_put_words(old.nama, some.nama, at),
        jabatan=_put_words(old.jabatan, some.jabatan, at),
        opd_nama=names,
        keadaan=keadaan,
        rekaman={
            name: _splice_block(block, some.rekaman[name], at)
            for name, block in old.rekaman.items()
        },
        pernyataan=_splice_statements(old, some, at),
        cakupan=_splice_flags(old.cakupan, some.cakupan, len(old), at),
        tertahan=_splice_flags(old.tertahan, some.tertahan, len(old), at),
    )


def splice_scores(old: Scores, some: Scores, before: Roster, people: Roster, at: Int64) -> Scores:
    """Put people's scores in the place of what they were.

    Args:
        old: Everybody's scores, of `before`.
        some: The people's scores, of `people`.
        before: Everybody, as they were.
        people: The people, as they are.
        at: Where they stand.
    """
    dimensi = old.dimensi.copy()
    dimensi[:, at] = some.dimensi
    return Scores(
        instrumen=tuple(
            _splice_instrument(one, new, before, people, at)
            for one, new in zip(old.instrumen, some.instrumen, strict=True)
        ),
        dimensi=dimensi,
        indeks=_put(old.indeks, some.indeks, at),
        kategori=_put(old.kategori, some.kategori, at),
        lengkap=_put(old.lengkap, some.lengkap, at),
        diukur=_put(old.diukur, some.diukur, at),
        kolom=_put(old.kolom, some.kolom, at),
    )


def splice_findings(
    old: Sequence[Finding], some: Sequence[Finding], edition: Edition, nips: set[int]
) -> tuple[Finding, ...]:
    """Put people's derived findings in the place of what was found of them.

    Args:
        old: Everybody's, as `derive` and then `similar` give them.
        some: The people's, in the same order.
        edition: The rules, for the order of instruments.
        nips: Who the people are.
    """
    instruments = {one.id: place for place, (_, one) in enumerate(edition.instrumen)}
    kinds = {kind.name.lower(): int(kind) for kind in JenisDiklat}

    def key(one: Finding) -> tuple[int, int, int, int]:
        if one.kartu is KEGIATAN_MIRIP:
            return len(instruments), 0, one.nip, kinds[one.bidang]
        return instruments[one.bidang], _ORDER.get(one.kode, 0), one.nip, 0

    kept = [one for one in old if one.nip not in nips]
    for one in some:
        kept.insert(bisect_right(kept, key(one), key=key), one)
    return tuple(kept)


# Parts --------------------------------------------------------------------------------------------


def _fixed(array: NDArray[_Kind]) -> NDArray[_Kind]:
    array.flags.writeable = False
    return array


def _put(old: NDArray[_Kind], new: NDArray[_Kind], at: Int64) -> NDArray[_Kind]:
    values = old.copy()
    values[at] = new
    values.flags.writeable = old.flags.writeable
    return values


def _put_words(old: tuple[str, ...], new: tuple[str, ...], at: Int64) -> tuple[str, ...]:
    """Return words with some replaced; the very same where nothing is another."""
    places = at.tolist()
    if all(old[place] == word for place, word in zip(places, new, strict=True)):
        return old
    words = list(old)
    for place, word in zip(places, new, strict=True):
        words[place] = word
    return tuple(words)


def _splice_opd(old: Roster, some: Roster, at: Int64) -> tuple[NDArray[np.int16], tuple[str, ...]]:
    """Return everybody's place in the sorted names of units that somebody is in."""
    names = [*old.opd_nama, *some.opd_nama]
    opd = old.keadaan["opd"].astype(np.int64)
    own = some.keadaan["opd"].astype(np.int64)
    opd[at] = np.where(own < 0, -1, own + len(old.opd_nama))
    used = {names[place] for place in np.unique(opd[opd >= 0]).tolist()}
    table = tuple(sorted(used))
    if table == old.opd_nama:
        table = old.opd_nama
    place = {name: index for index, name in enumerate(table)}
    moved = np.array([place.get(name, -1) for name in names] + [-1], np.int16)
    return _fixed(moved[opd]), table


def _weave(
    old: Int64, new: Int64, at: Int64
) -> Callable[[NDArray[Any], NDArray[Any]], NDArray[Any]]:
    """Return what puts people's rows in the place of their rows before.

    Args:
        old: Where each person's rows begin, before.
        new: The same of the people alone.
        at: Where they stand.
    """
    cuts = [(int(old[i]), int(old[i + 1])) for i in at.tolist()]
    mine = [(int(new[k]), int(new[k + 1])) for k in range(len(at))]

    def weave(before: NDArray[Any], rows: NDArray[Any]) -> NDArray[Any]:
        parts, end = [], 0
        for (begin, following), (first, last) in zip(cuts, mine, strict=True):
            parts += [before[end:begin], rows[first:last]]
            end = following
        whole = np.concatenate([*parts, before[end:]])
        whole.flags.writeable = before.flags.writeable
        return whole

    return weave


def _splice_block(old: Block, some: Block, at: Int64) -> Block:
    weave = _weave(old.start, some.start, at)
    counts = np.diff(old.start)
    counts[at] = np.diff(some.start)
    start = np.zeros(len(old.start), np.int64)
    np.cumsum(counts, out=start[1:])
    return Block(
        start=_fixed(start),
        id=weave(old.id, some.id),
        columns={name: weave(values, some[name]) for name, values in old.columns.items()},
    )


def _splice_instrument(
    old: InstrumentScore, some: InstrumentScore, before: Roster, people: Roster, at: Int64
) -> InstrumentScore:
    weave = _weave(before.rekaman[old.blok].start, people.rekaman[old.blok].start, at)
    return InstrumentScore(
        id=old.id,
        dimensi=old.dimensi,
        poin=_put(old.poin, some.poin, at),
        nilai=_put(old.nilai, some.nilai, at),
        tercatat=_put(old.tercatat, some.tercatat, at),
        langkah=_put(old.langkah, some.langkah, at),
        keadaan=_put(old.keadaan, some.keadaan, at),
        sumber=_put(old.sumber, some.sumber, at),
        blok=old.blok,
        verdict=weave(old.verdict, some.verdict),
    )


def _splice_statements(old: Roster, some: Roster, at: Int64) -> dict[Bukti, Statements]:
    found = {}
    for kind in sorted(old.pernyataan.keys() | some.pernyataan.keys()):
        before, said = old.stated(kind), some.stated(kind)
        bentuk = _fixed(_put(before.bentuk, said.bentuk, at))
        if bentuk.any():
            found[kind] = Statements(bentuk, _fixed(_put(before.nilai, said.nilai, at)))
    return found


def _splice_flags(
    old: Mapping[Bukti, Bool], some: Mapping[Bukti, Bool], size: int, at: Int64
) -> dict[Bukti, Bool]:
    found = {}
    nobody = np.zeros(len(at), np.bool_)
    for kind in sorted(old.keys() | some.keys()):
        flags = _put(old.get(kind, np.zeros(size, np.bool_)), some.get(kind, nobody), at)
        if flags.any():
            found[kind] = _fixed(flags)
    return found
