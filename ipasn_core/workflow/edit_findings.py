"""Which findings of reading an edit answers: it supplies what they asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from ..importing.plan_trail import digest
from ..model.change import OpenFinding, Trail
from ..model.evidence import SET
from ..storage.project import Project
from .edit_values import Value

Claim = tuple[str, int]
"""A single-valued field as trails name it, and the appraised year (else 0)."""

Record = Mapping[str, Value]


def open_years(project: Project) -> list[int]:
    """Return the years that are not signed: the findings of the others are closed to edits."""
    return [year for year in project.years() if not project.is_signed(year)]


def answered_by_fields(
    project: Project, nip: int, supplied: Set[Claim], years: Iterable[int]
) -> list[tuple[int, str]]:
    """Return the (year, id) of findings about single-valued fields that an edit supplies.

    Args:
        project: The project file.
        nip: Whose fields.
        supplied: What has a value now.
        years: Measured years whose findings are looked at.
    """
    return [
        (year, one.id)
        for year, one in _about(project, nip, years)
        if one.jejak is not None and _says_all(one.jejak, supplied)
    ]


def answered_by_many(
    project: Project, supplied: Mapping[int, Set[Claim]], years: Iterable[int]
) -> list[tuple[int, str]]:
    """Return as `answered_by_fields` does, of several people at once.

    Args:
        project: The project file.
        supplied: NIP → what has a value now.
        years: Measured years whose findings are looked at.
    """
    return [
        (year, one.id)
        for year in years
        for one in project.closable_findings(year)
        if one.jejak is not None and one.nip in supplied and _says_all(one.jejak, supplied[one.nip])
    ]


def answered_by_copies(
    project: Project, nips: Set[int], himpunan: str, new: Record
) -> list[tuple[int, str]]:
    """Return as `answered_by_record` does, of one new record given to several people."""
    return [
        (year, one.id)
        for year in open_years(project)
        for one in project.closable_findings(year)
        if one.jejak is not None
        and one.nip in nips
        and one.jejak.himpunan == himpunan
        and _answers(one.jejak, None, new)
    ]


def _says_all(trail: Trail, supplied: Set[Claim]) -> bool:
    if trail.himpunan in SET or not trail.medan:
        return False
    said = [field in supplied for field in trail.medan]
    return all(said) if trail.semua else any(said)


def answered_by_record(
    project: Project, nip: int, himpunan: str, old: Record | None, new: Record | None
) -> list[tuple[int, str]]:
    """Return the (year, id) of findings about a row of a history that a record answers.

    A record that came in with a fault answers by what was at fault being filled in, or by being
    deleted; a row that was kept out, by a record that says all else that the row says.

    Args:
        project: The project file.
        nip: Whose record.
        himpunan: Its set.
        old: The record before, None for a new one.
        new: The record after, None for a deleted one.
    """
    return [
        (year, one.id)
        for year, one in _about(project, nip, open_years(project))
        if one.jejak is not None
        and one.jejak.himpunan == himpunan
        and _answers(one.jejak, old, new)
    ]


def _answers(trail: Trail, old: Record | None, new: Record | None) -> bool:
    if old is not None:
        if not trail.lahir or digest(old.values()) != trail.lahir:
            return False
        return new is None or any(
            new[name] is not None and new[name] != old[name] for name in trail.luar if name in new
        )
    if new is None or trail.lahir or not trail.luar:
        return False
    said = digest(value for name, value in new.items() if name not in trail.luar)
    filled = any(new.get(name) is not None for name in trail.luar)
    return filled and trail.konten == (said,)


def _about(project: Project, nip: int, years: Iterable[int]) -> list[tuple[int, OpenFinding]]:
    return [(year, one) for year in years for one in project.closable_findings(year, nip)]
