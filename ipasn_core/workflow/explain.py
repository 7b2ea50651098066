"""`jelas`: why one person has this score, with the records behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import UserError
from ..formatting import format_nip
from ..model import nip as nip_rules
from ..model.scores import Trace
from ..model.stored import StoredRecord
from ..scoring.explain import explain
from ..scoring.year_state import YearState
from ..storage.project import Project
from . import snapshot

_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Explanation:
    """A person's trace and the records it speaks of.

    Attributes:
        jejak: The trace.
        rekaman: (block, id) → record with texts and origin.
    """

    jejak: Trace
    rekaman: Mapping[tuple[str, int], StoredRecord]


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
    return Explanation(trace, _records(project, state, int(digits)))


def _records(project: Project, state: YearState, nip: int) -> dict[tuple[str, int], StoredRecord]:
    if state.disahkan and state.pengesahan is not None:
        found = snapshot.read_texts(project.snapshot(state.pengesahan.id), nip)
    else:
        person = project.person(state.tahun, nip)
        found = {} if person is None else {k: list(v) for k, v in person.rekaman.items()}
    return {(block, one.id): one for block, rows in found.items() for one in rows}
