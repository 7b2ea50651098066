"""A recap as values: measured people by one grouping, or by two at once, with who is behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..model.roster import ABSENT, Bool, Int64
from ..model.scores import Group
from ..model.vocab import (
    GOLONGAN,
    Bukti,
    JenisJabatan,
    JenisKelamin,
    Jenjang,
    Pendidikan,
    Status,
    label,
)
from ..scoring.recap import recap_by
from ..scoring.year_state import YearState
from .ordering import opd_order

TIDAK_DISEBUT = "(tidak disebut)"

Codes = tuple[NDArray[Any], tuple[str, ...]]
"""Index of each person's group, and the names of the groups in the order they are listed."""


@dataclass(frozen=True, eq=False, slots=True)
class RecapRow:
    """A group, by one or two keys.

    Attributes:
        kunci: Its name; of a part of a group, that of the group first.
        kelompok: Counts and exact means.
        di_bawah: How many are below the target of the index; None without a target.
        orang: int64, indices of its people in the roster.
    """

    kunci: tuple[str, ...]
    kelompok: Group
    di_bawah: int | None
    orang: Int64

    @property
    def indeks(self) -> Fraction:
        """The exact index; only groups that have people are rows."""
        indeks = self.kelompok.indeks
        assert indeks is not None
        return indeks


@dataclass(frozen=True, eq=False, slots=True)
class Recap:
    """Groups of people.

    Attributes:
        state: The year.
        per: One or two keys of `GROUPINGS`.
        kelompok: Groups that have people, in the order offices list them.
        bagian: Of each group its parts by the second key; empty tuples where there is one key.
        kolom: Groups by the second key alone; empty where there is one key.
        seluruh: Everybody in them; its `kunci` is what the whole is called. None for nobody.
    """

    state: YearState
    per: tuple[str, ...]
    kelompok: tuple[RecapRow, ...]
    bagian: tuple[tuple[RecapRow, ...], ...]
    kolom: tuple[RecapRow, ...]
    seluruh: RecapRow | None

    @property
    def acuan(self) -> Fraction | None:
        """The agency's index, which groups are held against, also where only some are shown."""
        return self.state.instansi.indeks

    @property
    def target(self) -> Fraction | None:
        """The target of the index."""
        return self.state.target_indeks

    @property
    def daun(self) -> tuple[RecapRow, ...]:
        """The rows of the finest division."""
        if len(self.per) == 1:
            return self.kelompok
        return tuple(row for parts in self.bagian for row in parts)


# Groupings ----------------------------------------------------------------------------------------


def _vocab(values: NDArray[Any], kind: type[IntEnum]) -> Codes:
    known = sorted(kind)
    table = np.full(max(known) + 1, len(known))
    table[known] = np.arange(len(known))
    return table[values], (*(label(one) for one in known), TIDAK_DISEBUT)


def _opd(state: YearState) -> Codes:
    order = opd_order(state.roster.opd_nama, state.settings.urutan_opd)
    place = np.empty(len(order) + 1, np.int64)
    place[list(order)] = np.arange(len(order))
    place[-1] = len(order)  # index -1 of who has no OPD
    names = tuple(state.roster.opd_nama[k] for k in order)
    return place[state.roster.keadaan["opd"]], (*names, TIDAK_DISEBUT)


def _golongan(state: YearState) -> Codes:
    codes = sorted(GOLONGAN)
    place = np.searchsorted(codes, state.roster.keadaan["golongan"])
    known = state.roster.keadaan["golongan"] > 0
    names = (*(GOLONGAN[code] for code in codes), TIDAK_DISEBUT)
    return np.where(known, place, len(codes)), names


def _pendidikan(state: YearState) -> Codes:
    one = next(one for instrumen, one in state.instrumen if Bukti.PENDIDIKAN in instrumen.bukti)
    level = np.where(one.nilai == ABSENT, 0, one.nilai)
    codes, names = _vocab(level, Pendidikan)
    # Highest first, as offices list it; those without data last.
    last = len(names) - 1
    return np.where(codes < last, last - 1 - codes, last), (*names[-2::-1], names[-1])


def _kategori(state: YearState) -> Codes:
    names = tuple(k.nama for k in state.edition.kategori)
    codes = state.scores.kategori.astype(np.int64)
    return np.where(codes < 0, len(names), codes), (*names, TIDAK_DISEBUT)


_OF: dict[str, tuple[str, Callable[[YearState], Codes]]] = {
    "opd": ("Perangkat daerah", _opd),
    "jenis_jabatan": (
        "Jenis jabatan",
        lambda s: _vocab(s.roster.keadaan["jenis_jabatan"], JenisJabatan),
    ),
    "jenjang": ("Jenjang", lambda s: _vocab(s.roster.keadaan["jenjang"], Jenjang)),
    "pendidikan": ("Pendidikan", _pendidikan),
    "golongan": ("Golongan", _golongan),
    "jenis_kelamin": (
        "Jenis kelamin",
        lambda s: _vocab(s.roster.keadaan["jenis_kelamin"], JenisKelamin),
    ),
    "status": ("Status", lambda s: _vocab(s.roster.keadaan["status"], Status)),
    "kategori": ("Kategori", _kategori),
}
GROUPINGS = tuple(_OF)


def grouping_name(key: str) -> str:
    """Return what a key of `GROUPINGS` is called: "Perangkat daerah"."""
    return _OF[key][0]


# Summing up ---------------------------------------------------------------------------------------


def build(
    state: YearState, keys: Sequence[str], among: Int64 | None = None, nama: str = ""
) -> Recap:
    """Sum up measured people by one key of `GROUPINGS`, or by two at once.

    Args:
        state: The year.
        keys: One key, or two different ones.
        among: int64, indices in the roster of whom to look at; None for everybody.
        nama: What the whole is called; empty for the agency.
    """
    wanted = state.scores.diukur
    if among is not None:
        listed = np.zeros(len(state.roster), np.bool_)
        listed[among] = True
        wanted = wanted & listed
    codes = [_OF[key][1](state) for key in keys]
    # The finest division alone is counted; sums of sums are exact.
    daun = _tally(state, codes, wanted)
    groups = daun if len(keys) == 1 else _merged(daun, codes[0][1], 0)
    below: dict[str, list[RecapRow]] = {}
    for row in daun:
        below.setdefault(row.kunci[0], []).append(row)
    whole = nama or state.settings.instansi
    return Recap(
        state=state,
        per=tuple(keys),
        kelompok=groups,
        bagian=tuple(tuple(below[row.kunci[0]]) if len(keys) > 1 else () for row in groups),
        kolom=_merged(daun, codes[1][1], 1) if len(keys) > 1 else (),
        seluruh=_sum(whole, daun) if daun else None,
    )


def _merged(rows: Sequence[RecapRow], names: Sequence[str], place: int) -> tuple[RecapRow, ...]:
    """Return the groups of one key that rows are parts of, in the order of its names."""
    parts: dict[str, list[RecapRow]] = {}
    for row in rows:
        parts.setdefault(row.kunci[place], []).append(row)
    return tuple(_sum(name, parts[name]) for name in names if name in parts)


def _sum(name: str, rows: Sequence[RecapRow]) -> RecapRow:
    groups = [row.kelompok for row in rows]
    below = [row.di_bawah for row in rows if row.di_bawah is not None]
    return RecapRow(
        kunci=(name,),
        kelompok=Group(
            nama=name,
            jumlah=sum(group.jumlah for group in groups),
            total=tuple(map(sum, zip(*(group.total for group in groups), strict=True))),
            belum_lengkap=sum(group.belum_lengkap for group in groups),
            kategori=tuple(map(sum, zip(*(group.kategori for group in groups), strict=True))),
        ),
        di_bawah=sum(below) if below else None,
        orang=np.concatenate([row.orang for row in rows]),
    )


def _tally(state: YearState, codes: Sequence[Codes], wanted: Bool) -> tuple[RecapRow, ...]:
    """Return the groups that have people, those of the first key first.

    Args:
        state: The year.
        codes: Of one key or of two.
        wanted: bool[n], whom to look at; all of them are measured.
    """
    code, names = codes[0]
    inner_names: tuple[str, ...] = ()
    if len(codes) > 1:
        inner, inner_names = codes[1]
        code = code * len(inner_names) + inner
    who = np.flatnonzero(wanted)
    counts = np.bincount(code[who], minlength=1)
    present = np.flatnonzero(counts)
    # Most pairs of two keys have nobody: only the others are summed up.
    few = len(present) < np.iinfo(np.int16).max  # 16 bits are sorted by radix
    place = np.zeros(len(counts), np.int16 if few else np.int32)
    place[present] = np.arange(len(present))
    narrow = np.full(len(code), len(present), place.dtype)
    narrow[who] = place[code[who]]
    many = max(len(inner_names), 1)
    keys = [
        (names[at // many], inner_names[at % many]) if inner_names else (names[at],)
        for at in present.tolist()
    ]
    groups = recap_by(state.scores, state.edition, narrow, (*(" · ".join(k) for k in keys), ""))
    people = who[np.argsort(narrow[who], kind="stable")]
    bounds = np.concatenate(([0], np.cumsum(counts[present]))).tolist()
    orang = [people[begin:end] for begin, end in pairwise(bounds)]
    below = _below(state)
    lower = None if below is None else _counts(below[people], bounds)
    return tuple(
        RecapRow(key, groups[at], None if lower is None else lower[at], orang[at])
        for at, key in enumerate(keys)
    )


def _counts(of: Bool, bounds: Sequence[int]) -> list[int]:
    """Return how often something holds between neighbouring bounds."""
    running = np.concatenate(([0], np.cumsum(of)))
    return [int(count) for count in np.diff(running[bounds])]


def _below(state: YearState) -> Bool | None:
    """Return bool[n], whose index is below the target; None without a target."""
    target = state.target_indeks
    return None if target is None else state.scores.indeks < ceil(target * 1000)


def below_target(state: YearState, row: RecapRow) -> Int64:
    """Return indices of the people of a group who are below the target of the index."""
    below = _below(state)
    return row.orang[:0] if below is None else row.orang[below[row.orang]]
