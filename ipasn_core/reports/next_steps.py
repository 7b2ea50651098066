"""What would raise the index, each with its exact gain by the edition's own tables.

Only what an office can do within a year is named: data to complete, courses and seminars to reach,
appraisals to raise to Baik. Degrees take years, and a sentence only ages out of its window.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from ..formatting import format_int, format_number, spell_int
from ..model.roster import Bool, Int32, Int64
from ..model.scores import InstrumentScore, State
from ..model.vocab import Predikat
from ..rules.edition import Instrumen, Jam, Jumlah, Pernah, Rentang
from ..scoring.explain import hours
from ..scoring.year_state import YearState
from .chart_values import Lingkup


@dataclass(frozen=True, eq=False, slots=True)
class LangkahBerikut:
    """A step that would raise the index of a scope.

    Attributes:
        judul: What it is, and how many people it is about.
        catatan: What holds now, and what would follow.
        chip: What these people have in common.
        tambahan: Exact points the index would gain.
        paling_banyak: Whether the gain is an upper bound: nobody knows what the data will say.
        orang: int64, ids of the people.
    """

    judul: str
    catatan: str
    chip: str
    tambahan: Fraction
    paling_banyak: bool
    orang: Int64


def next_steps(scope: Lingkup) -> tuple[LangkahBerikut, ...]:
    """Return steps that would raise the index: missing data first, then by gain.

    Dasar: Perban BKN 8/2019 Pasal 8 dan Pasal 9
    """
    if not scope.group.jumlah:
        return ()
    steps = sorted(_reachable(scope), key=lambda step: -step.tambahan)
    return (*_complete(scope), *steps)


def _complete(scope: Lingkup) -> Iterator[LangkahBerikut]:
    """Yield the step of completing data, which adds at most what the instruments can give."""
    scores = scope.state.scores
    gain = np.zeros(len(scope.state.roster), np.int32)
    for instrumen, one in scope.state.instrumen:
        gain += np.where(one.keadaan == State.BELUM_ADA, _most(scope.state, instrumen), 0)
    lacking = ~scores.lengkap
    who = scope.ids(lacking)
    if len(who):
        added = _gain(scope, lacking, gain)
        yield LangkahBerikut(
            judul=f"Lengkapi data {format_int(len(who))} pegawai",
            catatan=(
                "Data yang kosong dihitung 0. Melengkapinya menambah paling banyak "
                f"{format_number(added, 2)}."
            ),
            chip="Data belum lengkap",
            tambahan=added,
            paling_banyak=True,
            orang=who,
        )


def _reachable(scope: Lingkup) -> Iterator[LangkahBerikut]:
    for instrumen, one in scope.state.instrumen:
        match instrumen:
            case Jam():
                lead = f"Belum mencapai {hours(instrumen.ambang_jp)} JP."
                yield from _raise_to_most(scope, instrumen, one, lead)
            case Jumlah():
                yield from _raise_to_most(scope, instrumen, one, _too_few(instrumen))
            case Pernah():
                lead = "Belum pernah, atau tidak sesuai jabatan."
                if instrumen.sesuai is None:
                    lead = "Belum pernah mengikutinya."
                yield from _raise_to_most(scope, instrumen, one, lead)
            case Rentang():
                yield from _raise_to_baik(scope, instrumen, one)
            case _:
                continue


def _too_few(instrumen: Jumlah) -> str:
    window = f"dalam {spell_int(instrumen.jendela_tahun)} tahun terakhir"
    if instrumen.ambang == 1:
        return f"Belum pernah {window}."
    return f"Belum {spell_int(instrumen.ambang)} kali {window}."


def _raise_to_most(
    scope: Lingkup, instrumen: Instrumen, one: InstrumentScore, lead: str
) -> Iterator[LangkahBerikut]:
    """Yield the step of those who have data and do not reach the instrument's one step."""
    below = _known(one) & (one.langkah < 0)
    gain = _most(scope.state, instrumen) - one.poin
    name = instrumen.nama.split(",", maxsplit=1)[0]
    yield from _step(scope, below, gain, f"{name}: {{}} pegawai", lead, f"{name} belum terpenuhi")


def _raise_to_baik(
    scope: Lingkup, instrumen: Rentang, one: InstrumentScore
) -> Iterator[LangkahBerikut]:
    """Yield the step of those appraised below Baik."""
    baik = instrumen.predikat.index(Predikat.BAIK)
    below = _known(one) & (one.langkah > baik)
    gain = _points_of(scope.state, instrumen, baik) - one.poin
    lead = "Penilaian di bawah predikat Baik."
    yield from _step(scope, below, gain, "Kinerja di bawah Baik: {}", lead, "Kinerja di bawah Baik")


def _step(
    scope: Lingkup, below: Bool, gain: Int32, judul: str, lead: str, chip: str
) -> Iterator[LangkahBerikut]:
    who = scope.ids(below)
    added = _gain(scope, below, gain)
    if added <= 0 or scope.group.indeks is None:
        return
    then = format_number(scope.group.indeks + added, 2)
    reached = "Bila tercapai" if len(who) == 1 else "Bila semua mencapainya"
    yield LangkahBerikut(
        judul=judul.format(format_int(len(who))),
        catatan=f"{lead} {reached}, indeks menjadi {then}.",
        chip=chip,
        tambahan=added,
        paling_banyak=False,
        orang=who,
    )


def _known(one: InstrumentScore) -> Bool:
    """Return bool[n]: whom the instrument applies to and of whom something is known."""
    known: Bool = (one.keadaan == State.ADA) | (one.keadaan == State.NIHIL)
    return known


def _most(state: YearState, instrumen: Instrumen) -> Int32:
    """Return int32[n]: the most the instrument gives each post, 0 where it does not apply."""
    table = np.maximum(np.array(instrumen.maksimal, np.int32), 0)
    most: Int32 = table[state.scores.kolom]
    return most


def _points_of(state: YearState, instrumen: Instrumen, langkah: int) -> Int32:
    """Return int32[n]: what a step of the instrument gives each post."""
    table = np.maximum(np.array(instrumen.langkah[langkah].poin, np.int32), 0)
    given: Int32 = table[state.scores.kolom]
    return given


def _gain(scope: Lingkup, of: Bool, thousandths: Int32) -> Fraction:
    """Return what people of the scope would add to its index, exact."""
    who = scope.orang[(of & scope.state.scores.diukur)[scope.orang]]
    total = int(thousandths[who].sum(dtype=np.int64))
    return Fraction(total, 1000 * scope.group.jumlah)
