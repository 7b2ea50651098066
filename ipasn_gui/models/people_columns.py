"""Which columns the tables of people have: of everybody, and of a dimension, from the edition.

Points and values are those of the core; nothing is computed here but the order they sort in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipasn_core.formatting import format_nip, format_points
from ipasn_core.model.roster import ABSENT
from ipasn_core.model.scores import InstrumentScore, State
from ipasn_core.model.vocab import GOLONGAN, Bukti, JenisJabatan, label
from ipasn_core.rules.edition import Instrumen, Jam, Jumlah, Pernah, Rentang, Terberat, Tingkat
from ipasn_core.scoring.explain import hours, value_words
from ipasn_core.scoring.year_state import YearState

from .people_index import PeopleIndex
from .record_table import Column, Paint, Records, Tone

KOSONG, TIDAK_BERLAKU = "kosong", "–"
NAMA, NIP = "nama", "nip"
_BEFORE_ALL, _BEFORE_ZERO = -2, -1
"""Where "does not apply" and "kosong" sort among points and values."""

Words = Callable[[int], str]
Numbers = NDArray[Any]
_UPPER: dict[Bukti, tuple[str, str]] = {
    Bukti.DIKLAT_KEPEMIMPINAN: ("Diklat jabatan", "Pim"),
    Bukti.DIKLAT_FUNGSIONAL: ("Diklat jabatan", "Fungsional"),
    Bukti.DIKLAT_TEKNIS: ("Diklat teknis", "Poin"),
    Bukti.SEMINAR: ("Seminar", "Poin"),
}
"""Short headers, upper and lower, of instruments whose names are longer than their columns."""


@cache
def printed(thousandths: int) -> str:
    """Return points with two decimals; there are few different ones among many people."""
    return format_points(thousandths, 2)


def everybody(index: PeopleIndex) -> Records:
    """Return the table of everybody: identity, points of the dimensions, index and kategori."""
    state = index.state
    people = _People(index)
    points = [_points(people, d) for d in range(len(state.edition.dimensi))]
    columns = (
        people.mark(None),
        people.name,
        people.nip,
        replace(people.kind, spare=4),
        *people.posts,
        *points,
        _index(people),
        _kategori(people),
    )
    return people.records(columns)


def of_dimension(index: PeopleIndex, place: int) -> Records:
    """Return the table of a dimension: what was used of each instrument, points, their sum.

    Args:
        index: The year's people.
        place: Place of the dimension in the edition.
    """
    people = _People(index)
    pairs = [pair for pair in index.state.instrumen if pair[1].dimensi == place]
    values: list[Column] = []
    for instrumen, one in pairs:
        values += _instrument(people, instrumen, one)
    columns = (
        people.mark(place),
        people.name,
        people.nip,
        people.kind,
        *people.posts,
        *values,
        _total(people, place, several=len(pairs) > 1),
    )
    return people.records(columns)


def incomplete(state: YearState, place: int | None) -> NDArray[np.bool_]:
    """Return bool[n], who lacks data: of a dimension, or of any where `place` is None."""
    if place is None:
        return state.scores.diukur & ~state.scores.lengkap
    lacking = np.zeros(len(state.roster), np.bool_)
    for one in state.scores.instrumen:
        if one.dimensi == place:
            lacking |= one.keadaan == State.BELUM_ADA
    return lacking & state.scores.diukur


def unknown(state: YearState, place: int) -> bool:
    """Tell whether nothing at all is known of a dimension, of nobody."""
    known = (State.ADA, State.NIHIL)
    scores = [one for one in state.scores.instrumen if one.dimensi == place]
    return not any(np.isin(one.keadaan, known)[state.scores.diukur].any() for one in scores)


@dataclass(frozen=True, eq=False)
class _People:
    """The columns that say who somebody is."""

    index: PeopleIndex

    @property
    def state(self) -> YearState:
        return self.index.state

    @property
    def measured(self) -> NDArray[np.bool_]:
        return self.state.scores.diukur

    def records(self, columns: tuple[Column, ...]) -> Records:
        index = self.index
        return Records(
            index.state.roster.id,
            columns,
            lambda: index.name_order,
            lambda record: index.names[record],
        )

    def mark(self, place: int | None) -> Column:
        """Mark who lacks data; a screen reader is told which."""
        lacking = incomplete(self.state, place)
        pairs = [p for p in self.state.instrumen if place is None or p[1].dimensi == place]

        def words(record: int) -> str:
            if not lacking[record]:
                return ""
            names = [i.nama for i, one in pairs if one.keadaan[record] == State.BELUM_ADA]
            return f"Belum lengkap: {'; '.join(names)}"

        return Column(
            "tanda",
            "",
            lambda record: "belum lengkap" if lacking[record] else "",
            lambda: (~lacking).astype(np.int64),
            24,
            Paint.MARK,
            spoken=words,
            hint=words,
            tip="Belum lengkap",
            fixed=True,
        )

    @cached_property
    def name(self) -> Column:
        names = self.state.roster.nama
        return Column(
            NAMA,
            "Nama",
            lambda record: names[record],
            lambda: self.index.name_order,
            208,
            Paint.MEDIUM,
            fixed=True,
            most=320,
        )

    @cached_property
    def nip(self) -> Column:
        nip = self.state.roster.nip
        return Column(
            NIP,
            "NIP",
            lambda record: format_nip(str(nip[record])),
            lambda: nip,
            180,
            Paint.QUIET,
            copied=lambda record: str(nip[record]),
            whole=True,
        )

    @cached_property
    def kind(self) -> Column:
        codes = self.state.roster.keadaan["jenis_jabatan"].astype(np.int64)
        names = {int(code): label(code) for code in JenisJabatan}
        return Column(
            "jenis_jabatan",
            "Jenis jabatan",
            lambda record: names.get(int(codes[record]), KOSONG),
            lambda: codes,
            100,
            tone=lambda record: Tone.PLAIN if codes[record] else Tone.MISSING,
        )

    @cached_property
    def posts(self) -> tuple[Column, ...]:
        roster = self.state.roster
        units, of = (*roster.opd_nama, ""), roster.keadaan["opd"]
        rank = roster.keadaan["golongan"].astype(np.int64)

        def stated(words: Words) -> dict[str, Any]:
            return {
                "text": lambda record: words(record) or KOSONG,
                "tone": lambda record: Tone.PLAIN if words(record) else Tone.MISSING,
            }

        return (
            Column(
                "golongan",
                "Golongan",
                order=lambda: rank,
                width=80,
                spare=3,
                **stated(lambda record: GOLONGAN.get(int(rank[record]), "")),
            ),
            Column(
                "jabatan",
                "Jabatan",
                order=lambda: self.index.post_order,
                width=180,
                spare=2,
                most=360,
                **stated(lambda record: roster.jabatan[record]),
            ),
            Column(
                "opd",
                "Perangkat daerah",
                order=lambda: self.index.opd_order,
                width=200,
                spare=1,
                most=400,
                **stated(lambda record: units[of[record]]),
            ),
        )


def _points(people: _People, place: int) -> Column:
    """Return the points of a dimension among those of the others."""
    dimensi, points = people.state.edition.dimensi[place], people.state.scores.dimensi[place]
    most = printed(dimensi.maksimal)
    text, tone = _score_cells(people.measured, points)
    return Column(
        dimensi.id,
        dimensi.nama,
        text,
        lambda: _score_order(people.measured, points),
        72,
        right=True,
        tone=tone,
        spoken=lambda record: f"{text(record)} dari {most}",
        tip=f"{dimensi.nama}, paling tinggi {most} (Pasal {dimensi.pasal})",
    )


def _total(people: _People, place: int, *, several: bool) -> Column:
    """Return the points of a dimension as its own table ends in them, with a bar."""
    dimensi, points = people.state.edition.dimensi[place], people.state.scores.dimensi[place]
    measured, most = people.measured, dimensi.maksimal
    text, tone = _score_cells(measured, points)
    return Column(
        dimensi.id,
        "Jumlah" if several else dimensi.nama,
        text,
        lambda: _score_order(measured, points),
        108,
        Paint.BAR,
        group=dimensi.nama if several else "",
        right=True,
        tone=tone,
        share=lambda record: int(points[record]) * 1000 // most if measured[record] else -1,
        place=place,
        spoken=lambda record: f"{text(record)} dari {printed(most)}",
        tip=f"{dimensi.nama}, paling tinggi {printed(most)} (Pasal {dimensi.pasal})",
        fixed=True,
        most=140,
    )


def _index(people: _People) -> Column:
    points = people.state.scores.indeks
    text, tone = _score_cells(people.measured, points)
    return Column(
        "indeks",
        "Indeks",
        text,
        lambda: _score_order(people.measured, points),
        66,
        Paint.STRONG,
        right=True,
        tone=tone,
        fixed=True,
    )


def _kategori(people: _People) -> Column:
    codes = people.state.scores.kategori.astype(np.int64)
    names = [one.nama for one in people.state.edition.kategori]

    def text(record: int) -> str:
        return names[codes[record]] if codes[record] >= 0 else TIDAK_BERLAKU

    return Column(
        "kategori",
        "Kategori",
        text,
        # From the lowest up, as numbers rise; who is not measured comes before.
        lambda: np.where(codes < 0, -1, len(names) - codes),
        140,
        Paint.KATEGORI,
        kategori=lambda record: int(codes[record]),
        spoken=lambda record: "Tidak diukur" if codes[record] < 0 else text(record),
        tone=lambda record: Tone.QUIET if codes[record] < 0 else Tone.PLAIN,
    )


def _score_cells(
    measured: NDArray[np.bool_], points: Numbers
) -> tuple[Words, Callable[[int], Tone]]:
    """Return how points of measured people are written, and their tone."""

    def text(record: int) -> str:
        return printed(int(points[record])) if measured[record] else TIDAK_BERLAKU

    def tone(record: int) -> Tone:
        return Tone.PLAIN if measured[record] and points[record] else Tone.QUIET

    return text, tone


def _score_order(measured: NDArray[np.bool_], points: Numbers) -> Numbers:
    return np.where(measured, points.astype(np.int64), _BEFORE_ALL)


# An instrument ------------------------------------------------------------------------------------


def _instrument(people: _People, instrumen: Instrumen, one: InstrumentScore) -> list[Column]:
    """Return the columns of an instrument, by its kind."""
    match instrumen:
        case Jam():
            return [_value(people, instrumen, one), _scored(people, instrumen, one)]
        case Pernah() | Jumlah():
            return [_scored(people, instrumen, one, alone=True)]
        case Tingkat() | Terberat():
            return [_value(people, instrumen, one)]
        case Rentang():
            return [_value(people, instrumen, one), _step(people, instrumen, one)]
        case _:
            raise TypeError(type(instrumen).__name__)


def _headers(instrumen: Instrumen) -> tuple[str, str]:
    """Return the upper and lower header of an instrument's points."""
    return _UPPER.get(instrumen.bukti[0], (instrumen.nama, "Poin"))


def _tip(instrumen: Instrumen) -> str:
    return f"{instrumen.nama} (Pasal {instrumen.pasal})"


def _value_title(instrumen: Instrumen) -> tuple[str, str, int, bool]:
    """Return upper and lower header, width and side of an instrument's value."""
    match instrumen:
        case Jam():
            return _headers(instrumen)[0], "JP", 66, True
        case Tingkat():
            return "", "Pendidikan", 108, False
        case Rentang():
            return "", "Nilai", 88, True
        case _:
            return "", "Hukuman terberat", 148, False


def _value(people: _People, instrumen: Instrumen, one: InstrumentScore) -> Column:
    """Return the value of an instrument that was used."""
    group, title, width, right = _value_title(instrumen)
    states, values, measured = one.keadaan, one.nilai, people.measured

    def text(record: int) -> str:
        state, value = states[record], int(values[record])
        if not measured[record] or state == State.TIDAK_BERLAKU:
            return TIDAK_BERLAKU
        if state == State.BELUM_ADA:
            return KOSONG
        if isinstance(instrumen, Rentang) and value == ABSENT:
            return TIDAK_BERLAKU  # its predikat stands beside
        if isinstance(instrumen, Jam) and value != ABSENT:
            return hours(value)
        words = value_words(instrumen, one, record)
        return words[0].upper() + words[1:]

    return Column(
        f"{one.id}_nilai",
        title,
        text,
        lambda: _state_order(measured, states, values.astype(np.int64)),
        width,
        group=group,
        right=right,
        tone=_toned(measured, states, lambda record: text(record) == TIDAK_BERLAKU),
        tip=_tip(instrumen),
    )


def _scored(
    people: _People, instrumen: Instrumen, one: InstrumentScore, *, alone: bool = False
) -> Column:
    """Return the points of an instrument; alone they also say that there is no data."""
    group, title = _headers(instrumen)
    states, points, measured = one.keadaan, one.poin, people.measured

    def text(record: int) -> str:
        state = states[record]
        if not measured[record] or state == State.TIDAK_BERLAKU:
            return TIDAK_BERLAKU
        if alone and state == State.BELUM_ADA:
            return KOSONG
        return printed(int(points[record]))

    tone = _toned(measured, states, lambda record: not points[record])
    return Column(
        f"{one.id}_poin",
        title,
        text,
        lambda: _state_order(measured, states, points.astype(np.int64)),
        64,
        group=group,
        right=True,
        tone=tone if alone else lambda record: Tone.PLAIN if points[record] else Tone.QUIET,
        tip=_tip(instrumen),
    )


def _step(people: _People, instrumen: Instrumen, one: InstrumentScore) -> Column:
    """Return the row of the regulation's table that a value falls on."""
    steps, states, measured = one.langkah, one.keadaan, people.measured

    def text(record: int) -> str:
        if not measured[record] or steps[record] < 0:
            return TIDAK_BERLAKU
        return instrumen.langkah[int(steps[record])].ukuran

    return Column(
        f"{one.id}_langkah",
        "Golongan nilai",
        text,
        lambda: _state_order(measured, states, -steps.astype(np.int64)),
        168,
        tone=lambda record: Tone.QUIET if text(record) == TIDAK_BERLAKU else Tone.PLAIN,
        tip=_tip(instrumen),
    )


def _toned(
    measured: NDArray[np.bool_], states: Numbers, quiet: Callable[[int], bool]
) -> Callable[[int], Tone]:
    def tone(record: int) -> Tone:
        if measured[record] and states[record] == State.BELUM_ADA:
            return Tone.MISSING
        return Tone.QUIET if not measured[record] or quiet(record) else Tone.PLAIN

    return tone


def _state_order(measured: NDArray[np.bool_], states: Numbers, values: Numbers) -> Numbers:
    """Return values as they sort: what does not apply, what is missing, then by value."""
    known = values - values.min(initial=0)
    order: Numbers = np.where(states == State.BELUM_ADA, _BEFORE_ZERO, known)
    order[~measured | (states == State.TIDAK_BERLAKU)] = _BEFORE_ALL
    return order
