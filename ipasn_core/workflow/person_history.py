"""A person's points over the years of a project: signed years as signed, others as they are now."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..model.roster import Int64
from ..model.scores import Scores
from ..rules.edition import Edition
from ..scoring.points import score
from ..storage.project import Project
from . import snapshot
from .score import edition_of


@dataclass(frozen=True, slots=True)
class YearPoints:
    """One year of a person.

    Attributes:
        tahun: The measured year.
        disahkan: Whether it is signed.
        diukur: Whether the rule measures the person in it; without, there are no points.
        lengkap: Whether nothing that is measured is missing.
        dimensi: (name, thousandths) of each dimension.
        indeks: Thousandths.
        kategori: Place in the edition's kategori, -1 where not measured.
        nama_kategori: Its name; empty where not measured.
        aturan: What the edition is called in short.
    """

    tahun: int
    disahkan: bool
    diukur: bool
    lengkap: bool
    dimensi: tuple[tuple[str, int], ...]
    indeks: int
    kategori: int
    nama_kategori: str
    aturan: str


@dataclass(frozen=True, slots=True)
class _Signed:
    """What a signing says of everybody's points."""

    nip: Int64
    scores: Scores
    edition: Edition


class Histories:
    """Reads histories; what was signed never changes and is read once.

    One for each project that is looked at, used by the thread that reads the project.
    """

    def __init__(self) -> None:
        self._signed: dict[str, _Signed] = {}

    def of(self, project: Project, person: int, nip: int) -> list[YearPoints]:
        """Return the years that a person is in, the newest first.

        Args:
            project: An open project file.
            person: Id of the person, for years that are not signed.
            nip: The NIP, for signed ones.

        Raises:
            RuleError: A year's edition is not to be had.
        """
        found = (self._year(project, year, person, nip) for year in reversed(project.years()))
        return [one for one in found if one is not None]

    def _year(self, project: Project, tahun: int, person: int, nip: int) -> YearPoints | None:
        signing = project.pengesahan(tahun)
        if signing is None or not signing.berlaku:
            edition = edition_of(project, tahun)
            roster = project.load_roster(tahun, [person])
            return _points(tahun, edition, score(roster, edition), 0) if len(roster) else None
        known = self._signed.get(signing.snapshot_sha256)
        if known is None:
            state = snapshot.read(project.snapshot(signing.id), signing)
            known = _Signed(state.roster.nip, state.scores, state.edition)
            self._signed[signing.snapshot_sha256] = known
        at = int(np.searchsorted(known.nip, nip))
        if at == len(known.nip) or int(known.nip[at]) != nip:
            return None
        return _points(tahun, known.edition, known.scores, at, disahkan=True)


def _points(
    tahun: int, edition: Edition, scores: Scores, i: int, *, disahkan: bool = False
) -> YearPoints:
    kategori = int(scores.kategori[i])
    return YearPoints(
        tahun=tahun,
        disahkan=disahkan,
        diukur=bool(scores.diukur[i]),
        lengkap=bool(scores.lengkap[i]),
        dimensi=tuple(
            (one.nama, int(scores.dimensi[d, i])) for d, one in enumerate(edition.dimensi)
        ),
        indeks=int(scores.indeks[i]),
        kategori=kategori,
        nama_kategori=edition.kategori[kategori].nama if kategori >= 0 else "",
        aturan=edition.singkatan,
    )
