"""From steps to points: each person's thousandths, dimensions, index, kategori, completeness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..model.roster import Int8, Int32, Roster
from ..model.scores import InstrumentScore, Scores, State
from ..rules.edition import Edition, Instrumen
from .measure import Measured, measure
from .weigh import Posts, weigh_posts


def score(roster: Roster, edition: Edition) -> Scores:
    """Score everybody of a year.

    Args:
        roster: One year's people and evidence.
        edition: The rules; the year must be one of its years.

    Returns:
        Points of everybody, in the order of the roster.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    posts = weigh_posts(roster, edition)
    return points(edition, posts, measure(roster, edition, posts))


def points(edition: Edition, posts: Posts, measured: tuple[Measured, ...]) -> Scores:
    """Look up every step in the edition's table and add up.

    Args:
        edition: The rules.
        posts: Everybody's post.
        measured: Every instrument of the edition, in its order.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    n = len(posts.kolom)
    dimensi = np.zeros((len(edition.dimensi), n), np.int32)
    lengkap = np.ones(n, np.bool_)
    scores = []
    row = posts.diukur.view(np.uint8) * np.uint8(len(edition.jabatan.kolom))
    row += posts.kolom.view(np.uint8)
    for (d, instrumen), one in zip(edition.instrumen, measured, strict=True):
        poin = _look_up(instrumen, one.langkah, row)
        dimensi[d] += poin
        lengkap &= one.keadaan != np.int8(State.BELUM_ADA)
        scores.append(
            InstrumentScore(
                instrumen.id, d, poin, one.nilai, one.tercatat, one.langkah,
                one.keadaan, one.sumber, one.blok, one.verdict,
            )
        )  # fmt: skip
    indeks = dimensi.sum(axis=0, dtype=np.int32)
    kategori = kategori_of(indeks, edition)
    kategori[~posts.diukur] = -1
    return Scores(tuple(scores), dimensi, indeks, kategori, lengkap, posts.diukur, posts.kolom)


def _look_up(instrumen: Instrumen, langkah: Int8, row: NDArray[np.uint8]) -> Int32:
    """Return thousandths by row of the table (measured or not, kind of post) and step."""
    kinds = len(instrumen.maksimal)
    steps = len(instrumen.langkah) + 1
    # Step -1 (none) is the first column, so that one flat look-up serves every case.
    table = np.zeros((2, kinds, steps), np.int32)
    for step, line in enumerate(instrumen.langkah, start=1):
        table[1, :, step] = np.maximum(line.poin, 0)
    code = row * np.uint8(steps)
    code += (langkah + np.int8(1)).view(np.uint8)
    poin: Int32 = table.reshape(-1)[code]
    return poin


def printed(thousandths: Int32) -> Int32:
    """Round thousandths half up to hundredths, as they are printed; the result in hundredths.

    Dasar: Perban BKN 8/2019, kategori tingkat profesionalitas (tafsir kategori-tercetak)
    """
    return (thousandths + np.int32(5)) // np.int32(10)


def kategori_of(indeks: Int32, edition: Edition) -> Int8:
    """Return the class of each index, decided on the value as printed.

    Args:
        indeks: int32[n], thousandths.
        edition: The rules.

    Returns:
        int8[n], index into `edition.kategori`.

    Dasar: Perban BKN 8/2019, kategori tingkat profesionalitas
    """
    # A class begins at whole hundredths: a table by printed value serves everybody.
    top = sum(d.maksimal for d in edition.dimensi) // 10 + 1
    values = np.arange(top) * 10
    table = np.zeros(top, np.int8)
    for kategori in edition.kategori[:-1]:
        table += (values < kategori.ambang).view(np.int8)
    result: Int8 = table[printed(indeks)]
    return result
