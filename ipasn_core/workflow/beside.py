"""Another year beside the one that is looked at: means alone, compared as they are printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from ..formatting import format_number, scaled
from ..model.scores import Group
from ..reports.chart_values import BarisGrafik, Grafik
from ..reports.charts import signed
from ..scoring.recap import recap_by
from ..storage.project import Project
from .score import load_year

_BESIDE_THE_POINT = frozenset(
    ("atur", "tahun", "telaah", "sahkan", "abaikan", "tampilkan", "pemetaan")
)
"""Kinds of entries after which the means of every year are what they were."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Means of another year.

    Attributes:
        tahun: The year.
        instansi: The agency.
        opd: Perangkat daerah by their names.
        tanda: Number of the newest entry of the journal that may have changed them.
    """

    tahun: int
    instansi: Group
    opd: Mapping[str, Group]
    tanda: int

    def group(self, opd: str) -> Group | None:
        """Return the means of a perangkat daerah, of the agency for an empty name."""
        return self.opd.get(opd) if opd else self.instansi


@dataclass(frozen=True, slots=True)
class Change:
    """A mean against that of another year.

    Attributes:
        tahun: The other year.
        dulu: Its printed value.
        selisih: What the two printed values differ by, with its sign.
        naik: Whether it is more now; None where both are printed alike.
    """

    tahun: int
    dulu: str
    selisih: str
    naik: bool | None

    @property
    def kalimat(self) -> str:
        """The change in words: "tahun 2020 12,02, +0,11"."""
        return f"tahun {self.tahun} {self.dulu}, {self.selisih}"


def load_beside(project: Project, tahun: int, known: Beside | None = None) -> Beside:
    """Load the means of a year.

    Args:
        project: An open project file.
        tahun: The year.
        known: What was loaded last; returned again where nothing changed that it depends on.

    Raises:
        StorageError: No such year.
        RuleError: Its edition is not to be had.
    """
    mark = max(one.id for one in project.journal() if one.perbuatan not in _BESIDE_THE_POINT)
    if known is not None and (known.tahun, known.tanda) == (tahun, mark):
        return known
    state = load_year(project, tahun)
    names = state.roster.opd_nama
    code = state.roster.keadaan["opd"].astype(np.int64)
    beside = np.where(code < 0, len(names), code)
    groups = recap_by(state.scores, state.edition, beside, (*names, ""))
    return Beside(tahun, state.instansi, dict(zip(names, groups, strict=False)), mark)


def change_of(now: Fraction | None, then: Fraction | None, tahun: int) -> Change | None:
    """Compare two means as they are printed; None where either is missing.

    Args:
        now: Of the year that is looked at.
        then: Of the other year.
        tahun: The other year.
    """
    if now is None or then is None:
        return None
    # Who subtracts the two figures on the page has to get what stands beside them.
    away = Fraction(scaled(now, 2) - scaled(then, 2), 100)
    return Change(tahun, format_number(then, 2), signed(away), away > 0 if away else None)


def index_change(group: Group, beside: Beside, opd: str) -> Change | None:
    """Return the index of a group against the same one in another year."""
    then = beside.group(opd)
    return change_of(group.indeks, None if then is None else then.indeks, beside.tahun)


def dimension_changes(group: Group, beside: Beside, opd: str) -> tuple[Change | None, ...]:
    """Return each dimension's mean against that of another year."""
    then = beside.group(opd)
    if then is None or len(then.total) != len(group.total):
        return (None,) * len(group.total)
    places = range(len(group.total))
    return tuple(change_of(group.mean(k), then.mean(k), beside.tahun) for k in places)


def with_beside(grafik: Grafik, beside: Beside) -> Grafik:
    """Return the chart of perangkat daerah with two more columns: then, and the change."""
    rows = tuple(_row(row, beside) for row in grafik.baris)
    return replace(grafik, kepala=(*grafik.kepala, str(beside.tahun), "Perubahan"), baris=rows)


def _row(row: BarisGrafik, beside: Beside) -> BarisGrafik:
    then = beside.opd.get(row.label)
    change = change_of(row.nilai, None if then is None else then.indeks, beside.tahun)
    if change is None:
        return replace(row, sel=(*row.sel, "–", "–"))
    words = f"{row.kalimat.rstrip('.')}; {change.kalimat}."
    return replace(row, sel=(*row.sel, change.dulu, change.selisih), kalimat=words)
