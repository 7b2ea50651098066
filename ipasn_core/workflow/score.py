"""`hitung`: a year loaded, scored and summed up into a `YearState`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ..errors import UserError
from ..model.catalogue import CARDS
from ..model.settings import Settings, Targets
from ..rules.edition import Edition
from ..rules.loader import by_id, editions
from ..scoring.points import score
from ..scoring.recap import recap
from ..scoring.remarks import derive, similar
from ..scoring.year_state import YearState
from ..storage.findings import ASIDE, OPEN
from ..storage.project import Project
from . import snapshot


def load_year(project: Project, asked: int | None) -> YearState:
    """Load a year; a signed one from its snapshot alone, never computed anew.

    Args:
        project: An open project file.
        asked: The year, or None for the only or newest one.

    Raises:
        StorageError: No such year, or the file is damaged.
        RuleError: The year's edition is not to be had.
    """
    tahun = project.choose_year(asked)
    signed = project.pengesahan(tahun)
    if signed is not None and signed.berlaku:
        return snapshot.read(project.snapshot(signed.id), signed)
    return compute_year(project, tahun)


def edition_of(project: Project, tahun: int) -> Edition:
    """Return the edition a year is measured by.

    Raises:
        RuleError: It is not to be had.
    """
    return by_id(project.aturan_of(tahun), editions())


def compute_year(project: Project, tahun: int) -> YearState:
    """Score a year from what is stored now, signed or not.

    Raises:
        RuleError: The year's edition is not to be had.
    """
    # One state of the file for all of it: somebody else may be importing right now.
    with project.reading():
        return _compute(project, tahun, edition_of(project, tahun))


def _compute(project: Project, tahun: int, edition: Edition) -> YearState:
    roster = project.load_roster(tahun)
    scores = score(roster, edition)
    settings = Settings.from_text(project.settings())
    return YearState(
        edition=edition,
        roster=roster,
        scores=scores,
        instansi=recap(scores, edition, settings.instansi),
        settings=settings,
        targets=targets_of(project.targets(tahun)),
        temuan=tuple(project.load_findings(CARDS, tahun, (OPEN, ASIDE))),
        turunan=(
            *derive(roster, edition, scores),
            *similar(project.similar_candidates(tahun), tahun),
        ),
        diabaikan=project.set_aside_derived(tahun),
        tidak_masuk=tuple(project.kept_out(tahun)),
        sumber=tuple(project.imports(tahun)),
        pengesahan=project.pengesahan(tahun),
        kepala_jurnal=project.head(),
    )


def targets_of(stored: Mapping[str, str]) -> Targets:
    """Read stored targets, decimal texts, into fractions."""
    parts = {name: Fraction(value) for name, value in stored.items()}
    indeks = parts.pop("indeks", None)
    return Targets(parts, indeks)


def measured_or_refuse(state: YearState) -> YearState:
    """Return a year that has somebody to measure.

    Raises:
        UserError: The year is empty.
    """
    if state.instansi.jumlah:
        return state
    raise empty_fault(state)


def empty_fault(state: YearState) -> UserError:
    """Return the refusal of a year that has nobody to measure."""
    return UserError(
        f"Tahun {state.tahun} belum memuat pegawai yang diukur.",
        "Impor daftar pegawai lebih dahulu.",
        "tahun-kosong",
    )
