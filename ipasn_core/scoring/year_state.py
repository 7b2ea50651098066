"""`YearState`: everything there is to know of one measured year, as one immutable value.

Reports, exports and the window read it; `workflow` loads it and swaps it for a newer one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ..model.finding import Finding, Severity
from ..model.roster import Roster
from ..model.scores import Group, InstrumentScore, Scores
from ..model.settings import Settings, Targets
from ..model.stored import Pengesahan, StoredFinding, StoredImport
from ..rules.edition import Edition, Instrumen


@dataclass(frozen=True, slots=True)
class YearState:
    """One measured year.

    Attributes:
        edition: The rules it is measured by.
        roster: People and evidence.
        scores: Their points.
        instansi: The agency as a whole.
        settings: Settings of the project.
        targets: Targets of the year.
        temuan: Reading findings that are open or set aside.
        turunan: Derived findings, computed with the scores.
        diabaikan: Derived findings that were set aside: id → reason.
        tidak_masuk: Who was kept out and is not otherwise in the year.
        sumber: Files that were imported into the year.
        pengesahan: The newest signing of the year, if there is one.
        kepala_jurnal: Hash of the journal's newest entry; of a signed year, the newest before it.
    """

    edition: Edition
    roster: Roster
    scores: Scores
    instansi: Group
    settings: Settings
    targets: Targets
    temuan: tuple[StoredFinding, ...]
    turunan: tuple[Finding, ...]
    diabaikan: Mapping[str, str]
    tidak_masuk: tuple[str, ...]
    sumber: tuple[StoredImport, ...]
    pengesahan: Pengesahan | None
    kepala_jurnal: str

    @property
    def tahun(self) -> int:
        """The measured year."""
        return self.roster.tahun

    @property
    def instrumen(self) -> tuple[tuple[Instrumen, InstrumentScore], ...]:
        """Every instrument of the edition with its scores, in order."""
        scores = self.scores.instrumen
        return tuple((i, one) for (_, i), one in zip(self.edition.instrumen, scores, strict=True))

    @property
    def tidak_diukur(self) -> int:
        """How many people of the roster the rule does not measure."""
        return int((~self.scores.diukur).sum())

    @property
    def galat(self) -> tuple[StoredFinding, ...]:
        """Findings that are open and kept something out: what blocks signing."""
        return tuple(
            one
            for one in self.temuan
            if one.keadaan == "terbuka" and one.temuan.tingkat == Severity.GALAT
        )

    @property
    def galat_terbuka(self) -> int:
        """How many they are."""
        return len(self.galat)

    @property
    def disahkan(self) -> bool:
        """Whether the year is signed and stands."""
        return self.pengesahan is not None and self.pengesahan.berlaku

    @property
    def target_indeks(self) -> Fraction | None:
        """The target of the index: its own, else the sum where every dimension has one."""
        if self.targets.indeks is not None:
            return self.targets.indeks
        parts = [self.targets.dimensi.get(d.id) for d in self.edition.dimensi]
        known = [part for part in parts if part is not None]
        return sum(known, Fraction(0)) if len(known) == len(parts) else None


def capaian(nilai: Fraction | None, target: Fraction | None) -> Fraction | None:
    """Return per cent of the target reached, exact; None where either is missing or zero."""
    if nilai is None or not target:
        return None
    return nilai / target * 100
