"""The columns of an instrument of the edition: the value that was used, and its points."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import numpy as np

from ipasn_core.model.roster import ABSENT
from ipasn_core.model.scores import InstrumentScore, State
from ipasn_core.model.vocab import Bukti
from ipasn_core.rules.edition import (
    PER_JP,
    PER_NILAI,
    Instrumen,
    Jam,
    Jumlah,
    Pernah,
    Rentang,
    Terberat,
    Tingkat,
)
from ipasn_core.scoring.explain import hours, value_words

from .cell_words import KOSONG, TIDAK_BERLAKU, Bool, printed, state_order, state_tone
from .record_table import Column, Tone

_UPPER: dict[Bukti, tuple[str, str]] = {
    Bukti.DIKLAT_KEPEMIMPINAN: ("Diklat jabatan", "Pim"),
    Bukti.DIKLAT_FUNGSIONAL: ("Diklat jabatan", "Fungsional"),
    Bukti.DIKLAT_TEKNIS: ("Diklat teknis", "Poin"),
    Bukti.SEMINAR: ("Seminar", "Poin"),
}
"""Short headers, upper and lower, of instruments whose names are longer than their columns."""


def instrument_columns(
    measured: Bool, instrumen: Instrumen, one: InstrumentScore
) -> tuple[Column, ...]:
    """Return the columns of an instrument, by its kind.

    Args:
        measured: bool[n], whom the rule measures.
        instrumen: The instrument.
        one: Its scores.
    """
    match instrumen:
        case Jam():
            return _value(measured, instrumen, one), _scored(measured, instrumen, one)
        case Pernah() | Jumlah():
            return (_scored(measured, instrumen, one, alone=True),)
        case Tingkat() | Terberat():
            return (_value(measured, instrumen, one),)
        case Rentang():
            return _value(measured, instrumen, one), _step(measured, instrumen, one)
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


def _value(measured: Bool, instrumen: Instrumen, one: InstrumentScore) -> Column:
    """Return the value of an instrument that was used."""
    group, title, width, right = _value_title(instrumen)
    states, values = one.keadaan, one.nilai

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
        lambda: state_order(measured, states, values.astype(np.int64)),
        width,
        group=group,
        right=right,
        tone=state_tone(measured, states, lambda record: text(record) == TIDAK_BERLAKU),
        value=_number(measured, instrumen, one, text),
        tip=_tip(instrumen),
    )


def _number(
    measured: Bool, instrumen: Instrumen, one: InstrumentScore, text: Callable[[int], str]
) -> Callable[[int], str | int | Decimal]:
    """Return what a spreadsheet is handed of a value: hours and appraisals as numbers."""
    parts = {Jam: PER_JP, Rentang: PER_NILAI}.get(type(instrumen))
    known = np.isin(one.keadaan, (State.ADA, State.NIHIL)) & measured & (one.nilai != ABSENT)

    def value(record: int) -> str | int | Decimal:
        if parts is None or not known[record]:
            return text(record)
        return Decimal(int(one.nilai[record])) / parts

    return value


def _scored(
    measured: Bool, instrumen: Instrumen, one: InstrumentScore, *, alone: bool = False
) -> Column:
    """Return the points of an instrument; alone they also say that there is no data."""
    group, title = _headers(instrumen)
    states, points = one.keadaan, one.poin

    def unsaid(record: int) -> str:
        state = states[record]
        if not measured[record] or state == State.TIDAK_BERLAKU:
            return TIDAK_BERLAKU
        return KOSONG if alone and state == State.BELUM_ADA else ""

    tone = state_tone(measured, states, lambda record: not points[record])
    return Column(
        f"{one.id}_poin",
        title,
        lambda record: unsaid(record) or printed(int(points[record])),
        lambda: state_order(measured, states, points.astype(np.int64)),
        64,
        group=group,
        right=True,
        tone=tone if alone else lambda record: Tone.PLAIN if points[record] else Tone.QUIET,
        value=lambda record: unsaid(record) or int(points[record]),
        tip=_tip(instrumen),
    )


def _step(measured: Bool, instrumen: Instrumen, one: InstrumentScore) -> Column:
    """Return the row of the regulation's table that a value falls on."""
    steps, states = one.langkah, one.keadaan

    def text(record: int) -> str:
        if not measured[record] or steps[record] < 0:
            return TIDAK_BERLAKU
        return instrumen.langkah[int(steps[record])].ukuran

    return Column(
        f"{one.id}_langkah",
        "Golongan nilai",
        text,
        lambda: state_order(measured, states, -steps.astype(np.int64)),
        168,
        tone=lambda record: Tone.QUIET if text(record) == TIDAK_BERLAKU else Tone.PLAIN,
        tip=_tip(instrumen),
    )
