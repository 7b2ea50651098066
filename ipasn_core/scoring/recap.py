"""Means and counts: the agency, and groups of people, as sums that stay exact."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..model.roster import Int64
from ..model.scores import Group, Scores
from ..rules.edition import Edition


def recap(scores: Scores, edition: Edition, nama: str) -> Group:
    """Sum up everybody who is measured.

    Args:
        scores: Everybody's points.
        edition: The rules.
        nama: What the whole is called.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    everybody = np.zeros(len(scores.indeks), np.int64)
    return recap_by(scores, edition, everybody, (nama,))[0]


def recap_by(
    scores: Scores, edition: Edition, code: NDArray[Any], nama: Sequence[str]
) -> tuple[Group, ...]:
    """Sum up measured people by group.

    Args:
        scores: Everybody's points.
        edition: The rules.
        code: int[n], index of each person's group.
        nama: Names of the groups.

    Returns:
        One group a name, in the order of the names; groups may be empty.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    who = np.flatnonzero(scores.diukur)
    # Numbers of 16 bits are sorted by radix: a tenth of the time.
    few = len(nama) <= np.iinfo(np.int16).max
    group = code[who].astype(np.int16 if few else np.int64)
    order = np.argsort(group, kind="stable")
    who = who[order]
    bounds = np.searchsorted(group[order], np.arange(len(nama) + 1))
    # bincount with weights would sum in floats; differences of a running int64 sum are exact.
    sums = [_between(scores.dimensi[d][who], bounds) for d in range(len(edition.dimensi))]
    lacking = _between(~scores.lengkap[who], bounds)
    classes = [_between(scores.kategori[who] == k, bounds) for k in range(len(edition.kategori))]
    count = np.diff(bounds)
    return tuple(
        Group(
            nama=name,
            jumlah=int(count[g]),
            total=tuple(int(total[g]) for total in sums),
            belum_lengkap=int(lacking[g]),
            kategori=tuple(int(members[g]) for members in classes),
        )
        for g, name in enumerate(nama)
    )


def _between(values: NDArray[Any], bounds: NDArray[Any]) -> Int64:
    running = np.concatenate(([0], np.cumsum(values, dtype=np.int64)))
    between: Int64 = np.diff(running[bounds])
    return between


def kategori_of_mean(indeks: Fraction, edition: Edition) -> str:
    """Return the class of a mean, decided on the value as printed.

    Dasar: Perban BKN 8/2019, kategori tingkat profesionalitas
    """
    printed = int(indeks * 100 + Fraction(1, 2)) * 10
    return next(k.nama for k in edition.kategori if printed >= k.ambang)
