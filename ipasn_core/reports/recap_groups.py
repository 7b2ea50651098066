"""A recap as values: measured people by one grouping, or by two at once, with who is behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
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
        orang: int64, indices of its people in the roster, rising.
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
    outer, names = _OF[keys[0]][1](state)
    groups = _tally(state, outer, names, wanted)
    whole = _tally(state, np.zeros_like(outer), (nama or state.settings.instansi,), wanted)
    parts: tuple[RecapRow, ...] = ()
    columns: tuple[RecapRow, ...] = ()
    if len(keys) > 1:
        inner, inner_names = _OF[keys[1]][1](state)
        columns = _tally(state, inner, inner_names, wanted)
        parts = _tally(state, outer * len(inner_names) + inner, names, wanted, inner_names)
    below: dict[str, list[RecapRow]] = {}
    for row in parts:
        below.setdefault(row.kunci[0], []).append(row)
    return Recap(
        state=state,
        per=tuple(keys),
        kelompok=groups,
        bagian=tuple(tuple(below.get(row.kunci[0], ())) for row in groups),
        kolom=columns,
        seluruh=whole[0] if whole else None,
    )


def _tally(
    state: YearState,
    code: NDArray[Any],
    names: tuple[str, ...],
    wanted: Bool,
    inner_names: tuple[str, ...] = (),
) -> tuple[RecapRow, ...]:
    """Return the groups that have people.

    Args:
        state: The year.
        code: int[n], index of each person's group; of two keys that of the first times the number
            of names of the second, plus that of the second.
        names: Names of the groups by the first key.
        wanted: bool[n], whom to look at; all of them are measured.
        inner_names: Names by the second key; empty for one key.
    """
    who = np.flatnonzero(wanted)
    many = max(len(inner_names), 1)
    counts = np.bincount(code[who], minlength=1)
    present = np.flatnonzero(counts)
    # Most pairs of two keys have nobody: only the others are summed up.
    place = np.full(len(counts) + 1, len(present))
    place[present] = np.arange(len(present))
    few = len(present) < np.iinfo(np.int16).max  # 16 bits are sorted by radix
    narrow = np.full(len(code), len(present), np.int16 if few else np.int32)
    narrow[who] = place[code[who]]
    keys = [
        (names[at // many], inner_names[at % many]) if inner_names else (names[at],)
        for at in present.tolist()
    ]
    labels = [" · ".join(key) for key in keys]
    groups = recap_by(state.scores, state.edition, narrow, (*labels, ""))
    people = who[np.argsort(narrow[who], kind="stable")]
    bounds = np.cumsum(counts[present])[:-1]
    below = _below(state)
    return tuple(
        RecapRow(key, group, None if below is None else int(below[one].sum()), one)
        for key, group, one in zip(keys, groups, np.split(people, bounds), strict=False)
    )


def _below(state: YearState) -> Bool | None:
    """Return bool[n], whose index is below the target; None without a target."""
    target = state.target_indeks
    return None if target is None else state.scores.indeks < ceil(target * 1000)


def below_target(state: YearState, row: RecapRow) -> Int64:
    """Return indices of the people of a group who are below the target of the index."""
    below = _below(state)
    return row.orang[:0] if below is None else row.orang[below[row.orang]]
