"""Groups of people as reports list them: by kind of post, by OPD in organisational order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..model.roster import Int64
from ..model.scores import Group
from ..rules.edition import KOLOM_JABATAN
from ..scoring.recap import recap_by
from ..scoring.weigh import jenjang_of
from ..scoring.year_state import YearState
from .ordering import opd_order

TANPA_OPD = "Tanpa perangkat daerah"
"""Who stands last: people whose OPD nobody has stated are no OPD."""


@dataclass(frozen=True, slots=True)
class OpdGroups:
    """OPD in the order of the report.

    Attributes:
        kelompok: One group an OPD that has measured people.
        orang: Of each, int64: indices of its measured people, by jenjang, then name.
        tanpa: People without an OPD; if there are any, they are the last group.
    """

    kelompok: tuple[Group, ...]
    orang: tuple[Int64, ...]
    tanpa: int

    @property
    def jumlah_opd(self) -> int:
        """How many OPD there are."""
        return len(self.kelompok) - (1 if self.tanpa else 0)

    def is_opd(self, at: int) -> bool:
        """Whether a group is an OPD."""
        return at < self.jumlah_opd


def by_kind_of_post(state: YearState) -> tuple[Group, ...]:
    """Return groups by the column of the regulation's table that people stand in."""
    place = np.zeros(max(KOLOM_JABATAN) + 1, np.int64)
    place[list(KOLOM_JABATAN)] = np.arange(len(KOLOM_JABATAN))
    names = [f"Jabatan {kind.name.lower()}" for kind in KOLOM_JABATAN]
    groups = recap_by(state.scores, state.edition, place[state.scores.kolom], names)
    return tuple(group for group in groups if group.jumlah)


def by_opd(state: YearState) -> OpdGroups:
    """Return OPD with their measured people; those without an OPD stand last."""
    names = state.roster.opd_nama
    order = opd_order(names, state.settings.urutan_opd)
    place = np.empty(len(names) + 1, np.int64)
    place[list(order)] = np.arange(len(order))
    place[-1] = len(order)  # index -1: no OPD is stated
    code = place[state.roster.keadaan["opd"]]
    listed = (*(names[k] for k in order), TANPA_OPD)
    groups = recap_by(state.scores, state.edition, code, listed)
    people = _ordered(state, code, len(listed))
    some = [g for g, group in enumerate(groups) if group.jumlah]
    return OpdGroups(
        tuple(groups[g] for g in some), tuple(people[g] for g in some), groups[-1].jumlah
    )


def _ordered(state: YearState, code: Int64, count: int) -> list[Int64]:
    """Split measured people by group; within it by jenjang (unknown last), then by name."""
    who = np.flatnonzero(state.scores.diukur)
    # A head of office often comes with his eselon alone.
    jenjang = jenjang_of(state.roster, state.edition)[who]
    last = np.iinfo(np.int16).max
    alphabet = sorted(range(len(state.roster)), key=lambda i: state.roster.nama[i].casefold())
    rank = np.empty(len(alphabet), np.int64)
    rank[alphabet] = np.arange(len(alphabet))
    order = np.lexsort((rank[who], np.where(jenjang == 0, last, jenjang), code[who]))
    who = who[order]
    bounds = np.searchsorted(code[who], np.arange(count + 1))
    return [who[bounds[g] : bounds[g + 1]] for g in range(count)]
