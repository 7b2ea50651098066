"""One row a person: the table that exports hand on, as values."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from ..model.roster import ABSENT
from ..model.scores import InstrumentScore, State
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
from ..rules.edition import Instrumen
from ..scoring.explain import value_words
from ..scoring.weigh import jenjang_of
from ..scoring.year_state import YearState

Cell = str | int | None
"""A text, thousandths of points, or nothing."""

IDENTITY = (
    "nip",
    "nama",
    "status",
    "jenis_kelamin",
    "golongan",
    "jenis_jabatan",
    "jenjang",
    "jabatan",
    "opd",
)
CLASS = ("kategori", "lengkap", "belum")


def columns(state: YearState) -> tuple[str, ...]:
    """Return the heads of the table, in order."""
    return (
        *IDENTITY,
        "pendidikan",
        *(f"data_{i.id}" for _, i in state.edition.instrumen if Bukti.PENDIDIKAN not in i.bukti),
        *(d.id for d in state.edition.dimensi),
        "indeks",
        *CLASS,
    )


def rows(state: YearState) -> Iterator[tuple[Cell, ...]]:
    """Yield one row a person of the year, in the order of NIP.

    People whom the rule does not measure have no points and no data.
    """
    roster, scores = state.roster, state.scores
    keadaan = {name: codes.tolist() for name, codes in roster.keadaan.items()}
    jenjang = jenjang_of(roster, state.edition).tolist()
    instrumen = state.instrumen
    points = [scores.dimensi[d].tolist() for d in range(len(state.edition.dimensi))]
    points.append(scores.indeks.tolist())
    for i, nip in enumerate(roster.nip.tolist()):
        opd = keadaan["opd"][i]
        identity: tuple[Cell, ...] = (
            str(nip),
            roster.nama[i],
            _label(Status, keadaan["status"][i]),
            _label(JenisKelamin, keadaan["jenis_kelamin"][i]),
            GOLONGAN.get(keadaan["golongan"][i], ""),
            _label(JenisJabatan, keadaan["jenis_jabatan"][i]),
            _label(Jenjang, jenjang[i]),
            roster.jabatan[i],
            roster.opd_nama[opd] if opd >= 0 else "",
        )
        yield identity + _measured(state, instrumen, i, [column[i] for column in points])


def _measured(
    state: YearState,
    pairs: tuple[tuple[Instrumen, InstrumentScore], ...],
    i: int,
    points: list[int],
) -> tuple[Cell, ...]:
    degree = next(one for instrumen, one in pairs if Bukti.PENDIDIKAN in instrumen.bukti)
    level = int(degree.nilai[i])
    pendidikan = "" if level == ABSENT else label(Pendidikan(level))
    others = [pair for pair in pairs if pair[1] is not degree]
    if not state.scores.diukur[i]:
        return (pendidikan, *("",) * len(others), *(None,) * len(points), "", "", "")
    data = [value_words(instrumen, one, i) for instrumen, one in others]
    missing = [instrumen.nama for instrumen, one in pairs if one.keadaan[i] == State.BELUM_ADA]
    lengkap = "ya" if state.scores.lengkap[i] else "tidak"
    kategori = state.edition.kategori[state.scores.kategori[i]].nama
    return (pendidikan, *data, *points, kategori, lengkap, "; ".join(missing))


def _label(kind: type[IntEnum], code: int) -> str:
    return label(kind(code)) if code else ""
