"""`rekap`: means and counts by group, or by two at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..model.roster import ABSENT
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
from ..reports.ordering import opd_order
from ..scoring.recap import recap_by
from ..scoring.year_state import YearState

TIDAK_DISEBUT = "(tidak disebut)"

Codes = tuple[NDArray[Any], tuple[str, ...]]
"""Index of each person's group, and the names of the groups in the order they are listed."""


@dataclass(frozen=True, slots=True)
class RecapRow:
    """A group, by one or two keys."""

    kunci: tuple[str, ...]
    kelompok: Group


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


_OF: dict[str, Callable[[YearState], Codes]] = {
    "opd": _opd,
    "jenis_jabatan": lambda s: _vocab(s.roster.keadaan["jenis_jabatan"], JenisJabatan),
    "jenjang": lambda s: _vocab(s.roster.keadaan["jenjang"], Jenjang),
    "pendidikan": _pendidikan,
    "golongan": _golongan,
    "jenis_kelamin": lambda s: _vocab(s.roster.keadaan["jenis_kelamin"], JenisKelamin),
    "status": lambda s: _vocab(s.roster.keadaan["status"], Status),
    "kategori": _kategori,
}
GROUPINGS = tuple(_OF)


def recap(state: YearState, keys: Sequence[str]) -> tuple[RecapRow, ...]:
    """Sum up measured people by one key of `GROUPINGS`, or by two at once.

    Returns:
        Groups that have people, in the order offices list them.
    """
    code, names = _OF[keys[0]](state)
    labels: tuple[tuple[str, ...], ...] = tuple((name,) for name in names)
    for key in keys[1:]:
        inner, inner_names = _OF[key](state)
        code = code * len(inner_names) + inner
        labels = tuple((*outer, name) for outer in labels for name in inner_names)
    groups = recap_by(state.scores, state.edition, code, [" · ".join(one) for one in labels])
    return tuple(
        RecapRow(key, group) for key, group in zip(labels, groups, strict=True) if group.jumlah
    )
