"""A year after an edit: the people it touched are loaded and scored anew, everybody else stays.

What comes out equals the year loaded from the beginning; where an edit did more than change
people's own data, that is done instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model.catalogue import CARDS
from ..scoring.points import score
from ..scoring.recap import recap
from ..scoring.remarks import derive, similar
from ..scoring.splice import places_of, splice_findings, splice_roster, splice_scores
from ..scoring.year_state import YearState
from ..storage.edited import Edited
from ..storage.findings import ASIDE, OPEN
from ..storage.journal import Entry
from ..storage.project import Project


def refresh_year(project: Project, before: YearState, entries: Sequence[Entry]) -> YearState | None:
    """Return a year as it is now; None where it has to be loaded from the beginning.

    Args:
        project: An open project file.
        before: The year as it was.
        entries: The whole journal, oldest first.
    """
    if before.pengesahan is not None and before.pengesahan.berlaku:
        return None
    known = next((at for at, one in enumerate(entries) if one.hash == before.kepala_jurnal), None)
    if known is None:
        return None
    newer = entries[known + 1 :]
    if not newer:
        return before
    with project.reading():
        edited = project.edited_people(before.tahun, newer)
        return None if edited is None else _refreshed(project, before, edited)


def _refreshed(project: Project, before: YearState, edited: Edited) -> YearState | None:
    tahun, edition = before.tahun, before.edition
    some = project.load_roster(tahun, edited.orang)
    at = places_of(before.roster, some)
    if at is None:
        return None
    people = score(some, edition)
    roster = splice_roster(before.roster, some, at)
    scores = splice_scores(before.scores, people, before.roster, some, at)
    found = (
        *derive(some, edition, people),
        *similar(project.similar_candidates(tahun, edited.orang), tahun),
    )
    nips = set(some.nip.tolist())
    temuan, kept_out = before.temuan, before.tidak_masuk
    if edited.temuan:
        temuan = tuple(project.load_findings(CARDS, tahun, (OPEN, ASIDE)))
        kept_out = tuple(project.kept_out(tahun))
    return replace(
        before,
        roster=roster,
        scores=scores,
        instansi=recap(scores, edition, before.settings.instansi),
        temuan=temuan,
        turunan=splice_findings(before.turunan, found, edition, nips),
        diabaikan=project.set_aside_derived(tahun),
        tidak_masuk=kept_out,
        kepala_jurnal=project.head(),
    )
