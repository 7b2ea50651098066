"""Who a person is in a year, in words: what the window lists beside the points."""

from __future__ import annotations

from ..model.evidence import KEADAAN, PERSON_FIELDS
from ..model.vocab import Jenjang, label
from ..scoring.weigh import jenjang_of
from ..scoring.year_state import YearState
from .edit_values import Value
from .edit_words import value_words


def post_words(state: YearState, i: int) -> str:
    """Return post and golongan in one line: "Guru Ahli Pertama, III/d"; what is known of them.

    Args:
        state: The year.
        i: Index of the person in the roster.
    """
    golongan = dict(person_words(state, i)).get("Golongan", "")
    return ", ".join(filter(None, (state.roster.jabatan[i], golongan)))


def state_values(state: YearState, i: int) -> tuple[Value, ...]:
    """Return who a person is and what holds in the year, in the order of `evidence.KEADAAN`.

    Args:
        state: The year.
        i: Index of the person in the roster.
    """
    roster = state.roster
    opd = int(roster.keadaan["opd"][i])
    texts = {
        "nama": roster.nama[i],
        "jabatan": roster.jabatan[i],
        "opd": roster.opd_nama[opd] if opd >= 0 else "",
    }
    return tuple(
        texts[field.name] or None
        if field.name in texts
        else int(roster.keadaan[field.name][i]) or None
        for field in KEADAAN
    )


def person_words(state: YearState, i: int) -> list[tuple[str, str]]:
    """Return what is known of a person, as (what, words), what holds in the year first.

    What is not known is left out. A level of post that follows from the echelon is said.

    Args:
        state: The year.
        i: Index of the person in the roster.
    """
    roster = state.roster
    known: list[tuple[str, str]] = []
    for field in sorted(KEADAAN[1:], key=lambda one: one.name in PERSON_FIELDS):
        if field.name == "jabatan":
            words = roster.jabatan[i]
        elif field.name == "opd":
            opd = int(roster.keadaan["opd"][i])
            words = roster.opd_nama[opd] if opd >= 0 else ""
        elif field.name == "jenjang":
            level = int(jenjang_of(roster, state.edition)[i])
            words = label(Jenjang(level)) if level else ""
        else:
            words = value_words(field, int(roster.keadaan[field.name][i]) or None)
        if words:
            known.append((field.label, words))
    return known
