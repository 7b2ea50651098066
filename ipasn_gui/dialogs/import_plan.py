"""`PlanSeen`: a plan with everything the dialog shows of it, worked out by the worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ipasn_core.importing.collector import collector_resting, keep_out_of_collections
from ipasn_core.model.finding import Finding
from ipasn_core.progress import Progress
from ipasn_core.storage.project import Project
from ipasn_core.workflow.import_ import Opened, Options, Prepared, prepare
from ipasn_core.workflow.import_changes import units
from ipasn_core.workflow.import_view import SheetSeen, findings, nothing_new, sheets_seen
from ipasn_core.workflow.refused import refused_rows


@dataclass(frozen=True, slots=True)
class PlanSeen:
    """A plan as it is seen.

    Attributes:
        prepared: The plan; None where there is none.
        sheets: Sheets and their tables.
        findings: What is wrong or remarkable.
        units: Perangkat daerah of the year after the import.
        kinds: Code → its findings.
        rows: Rows of which something is kept out, wholly or in part.
        counts: "baru", "berubah", "tetap" → how many people.
        same: Whether applying would store nothing new.
    """

    prepared: Prepared | None
    sheets: tuple[SheetSeen, ...]
    findings: tuple[Finding, ...]
    units: Sequence[str]
    kinds: Mapping[str, Sequence[Finding]]
    rows: int
    counts: Mapping[str, int]
    same: bool


NOTHING = PlanSeen(None, (), (), (), {}, 0, {}, same=False)


def look(
    project: Project, tahun: int, opened: Opened, options: Options, progress: Progress
) -> PlanSeen:
    """Plan an import and look at it; runs in the worker.

    Raises:
        UsageError: A choice that makes no sense.
        UserError: The year is signed, or an OPD is unknown.
        StorageError: The project file cannot be read.
        Cancelled: `progress` asked for it.
    """
    with collector_resting():
        prepared = prepare(project, tahun, opened, options, progress)
        found = findings(prepared)
        kinds: dict[str, list[Finding]] = {}
        for one in found:
            kinds.setdefault(one.kode, []).append(one)
        seen = PlanSeen(
            prepared=prepared,
            sheets=sheets_seen(prepared),
            findings=found,
            units=units(prepared),
            kinds=kinds,
            rows=len(refused_rows(prepared.reading, prepared.planned)),
            counts=Counter(prepared.plan.orang.values()),
            same=nothing_new(prepared),
        )
        keep_out_of_collections()
    return seen
