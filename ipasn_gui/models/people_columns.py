"""Which columns the tables of people have: of everybody, and of a dimension, from the edition.

Points and values are those of the core; nothing is computed here but the order they sort in.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ipasn_core.model.scores import State
from ipasn_core.rules.edition import Rentang
from ipasn_core.scoring.year_state import YearState

from .identity_columns import Identity
from .instrument_columns import instrument_columns
from .people_index import PeopleIndex
from .points_columns import index_column, kategori_column, points_column, total_column
from .record_table import Column, Records


def everybody(index: PeopleIndex) -> Records:
    """Return the table of everybody: identity, points of the dimensions, index and kategori.

    What was used of each instrument may be asked for beside them.
    """
    state, identity = index.state, Identity(index, None)
    return _records(
        index,
        (
            identity.mark,
            identity.name,
            identity.nip,
            *identity.posts,
            *_used(state),
            *(points_column(state, place) for place in range(len(state.edition.dimensi))),
            index_column(state),
            kategori_column(state),
            *identity.attention,
        ),
    )


def of_dimension(index: PeopleIndex, place: int) -> Records:
    """Return the table of a dimension: what was used of each instrument, points, their sum.

    The index, and where it is missing what data, may be asked for beside them.

    Args:
        index: The year's people.
        place: Place of the dimension in the edition.
    """
    state, identity = index.state, Identity(index, place)
    pairs = [pair for pair in state.instrumen if pair[1].dimensi == place]
    measured = state.scores.diukur
    values = (one for pair in pairs for one in instrument_columns(measured, *pair))
    return _records(
        index,
        (
            identity.mark,
            identity.name,
            identity.nip,
            *identity.posts,
            *identity.attention,
            replace(index_column(state), fixed=False, extra=True),
            replace(kategori_column(state), extra=True),
            *values,
            total_column(state, place, several=len(pairs) > 1),
        ),
    )


def unknown(state: YearState, place: int) -> bool:
    """Tell whether nothing at all is known of a dimension, of nobody."""
    known = (State.ADA, State.NIHIL)
    scores = [one for one in state.scores.instrumen if one.dimensi == place]
    return not any(np.isin(one.keadaan, known)[state.scores.diukur].any() for one in scores)


def _used(state: YearState) -> tuple[Column, ...]:
    """Return what was used of each instrument, for who asks for it."""
    columns = []
    for instrumen, one in state.instrumen:
        dimensi = state.edition.dimensi[one.dimensi].nama.lower()
        for column in instrument_columns(state.scores.diukur, instrumen, one):
            # "Nilai" alone does not say of what.
            title = f"{column.title} {dimensi}" if isinstance(instrumen, Rentang) else column.title
            columns.append(replace(column, title=title, extra=True))
    return tuple(columns)


def _records(index: PeopleIndex, columns: tuple[Column, ...]) -> Records:
    return Records(
        index.state.roster.id,
        columns,
        lambda: index.name_order,
        lambda record: index.names[record],
    )
