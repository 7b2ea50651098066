"""`jelas`: why one person has this score, with the records behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import UserError
from ..formatting import format_nip
from ..model import nip as nip_rules
from ..model.scores import Source, State, Trace, TraceStep, Verdict
from ..model.stored import Asal, StoredRecord
from ..model.vocab import Bukti
from ..scoring.explain import ALASAN_VERDICT, KURANG_DATA, explain
from ..scoring.year_state import YearState
from ..storage.project import Project
from . import snapshot
from .record_words import RecordLine, record_line

_DIGITS = 18


@dataclass(frozen=True, slots=True)
class TracedRecord:
    """A record with what became of it.

    Attributes:
        rekaman: The record.
        baris: It as a list shows it.
        dihitung: Whether it counted.
        kurang: Whether it might count if what it lacks were filled in.
        alasan: In words: "dihitung", or why not.
    """

    rekaman: StoredRecord
    baris: RecordLine
    dihitung: bool
    kurang: bool
    alasan: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A person's trace and the records it speaks of.

    Attributes:
        jejak: The trace.
        rekaman: (block, id) → record with texts and origin.
        asal: Where the person's own data came from; None where that is not known.
        pernyataan: Kind of evidence → where its statement came from, as far as known.
        cakupan: Kind of evidence → complete sheets that cover the person, as far as known.
    """

    jejak: Trace
    rekaman: Mapping[tuple[str, int], StoredRecord]
    asal: Asal | None = None
    pernyataan: Mapping[Bukti, Asal] = field(default_factory=dict)
    cakupan: Mapping[Bukti, tuple[Asal, ...]] = field(default_factory=dict)

    def records(self, blok: str) -> list[TracedRecord]:
        """Return a block's records, newest first, each with what became of it."""
        verdicts = {
            (step.blok, one.id): one.verdict for step in self.jejak.langkah for one in step.rekaman
        }
        found = [
            TracedRecord(one, record_line(block, one), *_outcome(verdicts.get((block, one.id))))
            for (block, _), one in self.rekaman.items()
            if block == blok
        ]
        return sorted(found, key=lambda one: one.baris.hari, reverse=True)

    def origins(self, step: TraceStep, bukti: Bukti) -> list[Asal]:
        """Return where the value of a step came from, when it was not from records."""
        if step.sumber == Source.PERNYATAAN:
            return [self.pernyataan[bukti]] if bukti in self.pernyataan else []
        if step.sumber == Source.CAKUPAN or step.keadaan == State.NIHIL:
            return list(self.cakupan.get(bukti, ()))
        return []


TANPA_INSTRUMEN = "tidak dihitung: jenisnya tidak terbaca atau tidak dinilai"
"""What is told of a record that no instrument reads."""


def _outcome(verdict: Verdict | None) -> tuple[bool, bool, str]:
    if verdict is None:
        return False, False, TANPA_INSTRUMEN
    return verdict == Verdict.DIHITUNG, verdict in KURANG_DATA, ALASAN_VERDICT[verdict]


def left_words(step: TraceStep) -> str:
    """Return how many records of an instrument did not count, and why; empty for none.

    "3 catatan tidak dihitung: di luar jendela waktu (2); JP kosong (1)". The number is not said
    again where the step's own reason says it.
    """
    if step.keadaan == State.TIDAK_BERLAKU:
        return ""
    counts = Counter(one.verdict for one in step.rekaman if one.verdict != Verdict.DIHITUNG)
    if not counts:
        return ""
    why = [ALASAN_VERDICT[verdict].partition(": ")[2] for verdict in counts]
    if len(why) > 1:
        why = [f"{words} ({count})" for words, count in zip(why, counts.values(), strict=True)]
    told = f"{counts.total()} catatan tidak dihitung"
    return f"{'Sebabnya' if told in step.alasan else told}: {'; '.join(why)}"


def explain_person(project: Project, state: YearState, nip: str) -> Explanation:
    """Explain one person's score.

    Args:
        project: The project file, for texts and origins of records.
        state: The year.
        nip: As the officer writes it.

    Raises:
        UserError: No such person in the year.
    """
    digits = nip_rules.clean(nip)
    known = digits.isascii() and digits.isdigit() and len(digits) == _DIGITS
    place = state.roster.nip.searchsorted(int(digits)) if known else len(state.roster)
    if place == len(state.roster) or int(state.roster.nip[place]) != int(digits):
        raise UserError(
            f"NIP {format_nip(digits)} tidak ada dalam tahun {state.tahun}.",
            "Periksa NIP-nya, atau impor daftar pegawai yang memuatnya.",
            "pegawai-tidak-ada",
        )
    trace = explain(state.roster, state.edition, state.scores, int(place))
    if state.disahkan and state.pengesahan is not None:
        texts = snapshot.read_texts(project.snapshot(state.pengesahan.id), int(digits))
        return Explanation(trace, _by_key(texts))
    person = project.person(state.tahun, int(digits))
    if person is None:
        return Explanation(trace, {})
    return Explanation(
        jejak=trace,
        rekaman=_by_key(person.rekaman),
        asal=person.asal,
        pernyataan={one.bukti: one.asal for one in person.pernyataan},
        cakupan=person.cakupan,
    )


def _by_key(
    found: Mapping[str, Sequence[StoredRecord]],
) -> dict[tuple[str, int], StoredRecord]:
    return {(block, one.id): one for block, rows in found.items() for one in rows}
