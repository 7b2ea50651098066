"""From weighed records, statements and coverage to one step of the table for each person.

Person, year, instrument: the stronger of record and statement counts, always; coverage only turns
absence into "none". More merit never lowers a score.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..model.roster import ABSENT, Bool, Int8, Int32, Roster, Statements
from ..model.scores import Source, State, Verdict
from ..model.vocab import Bentuk, Bukti
from ..rules.edition import Edition, Instrumen, Jam, Jumlah, Pernah, Rentang, Terberat, Tingkat
from . import appraisal, segments
from .weigh import (
    Courses,
    Posts,
    code_courses,
    weigh_hukuman,
    weigh_pendidikan,
    weigh_pengembangan,
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One instrument, everybody, before points; fields as in `scores.InstrumentScore`."""

    nilai: Int32
    tercatat: Int32
    langkah: Int8
    keadaan: Int8
    sumber: Int8
    blok: str
    verdict: Int8


def measure(roster: Roster, edition: Edition, posts: Posts) -> tuple[Measured, ...]:
    """Measure every instrument of the edition, in its order.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    courses = code_courses(roster, edition)
    result = []
    for _, instrumen in edition.instrumen:
        match instrumen:
            case Tingkat():
                one = _pendidikan(roster, instrumen)
            case Pernah() | Jam() | Jumlah():
                one = _pengembangan(roster, edition, instrumen, posts, courses)
            case Rentang():
                one = _penilaian(roster, edition, instrumen)
            case Terberat():
                one = _hukuman(roster, edition, instrumen)
            case _:
                raise TypeError(f"no scorer for instrument kind {type(instrumen).__name__}")
        result.append(_where_it_applies(one, instrumen, posts))
    return tuple(result)


def _where_it_applies(one: Measured, instrumen: Instrumen, posts: Posts) -> Measured:
    """Blank the instrument for posts it does not apply to."""
    applies = np.array(instrumen.maksimal, np.int32)[posts.kolom] >= 0
    if not applies.all():
        one.keadaan[~applies] = State.TIDAK_BERLAKU
        one.langkah[~applies] = -1
        one.sumber[~applies] = Source.TIDAK_ADA
    return one


def _state(evidence: Bool, covered: Bool) -> Int8:
    """Say what is known: something, certainly nothing, or not yet anything."""
    state = np.full(len(evidence), State.BELUM_ADA, np.int8)
    state[covered] = State.NIHIL
    state[evidence] = State.ADA
    return state


def _source(by_record: Bool, by_statement: Bool, covered: Bool) -> Int8:
    """Say where the value came from; the record where both say the same."""
    source = np.where(covered, np.int8(Source.CAKUPAN), np.int8(Source.TIDAK_ADA))
    source[by_statement] = Source.PERNYATAAN
    source[by_record] = Source.REKAMAN
    return source


def _pendidikan(roster: Roster, instrumen: Tingkat) -> Measured:
    block = roster.rekaman["pendidikan"]
    verdict = weigh_pendidikan(roster)
    held = segments.highest(
        np.where(verdict == Verdict.DIHITUNG, block["tingkat"], 0).astype(np.int8), block
    )
    said = roster.stated(Bukti.PENDIDIKAN)
    stated = np.where(said.bentuk == Bentuk.NILAI, said.nilai, 0)
    level = np.maximum(held, stated).astype(np.int32)
    known = level > 0
    return Measured(
        nilai=np.where(known, level, ABSENT).astype(np.int32),
        tercatat=np.where(held > 0, held, ABSENT).astype(np.int32),
        langkah=np.array(instrumen.langkah_dari, np.int8)[level],
        keadaan=_state(known, np.zeros_like(known)),
        sumber=_source(known & (held >= stated), stated > held, np.zeros_like(known)),
        blok="pendidikan",
        verdict=verdict,
    )


def _pengembangan(
    roster: Roster,
    edition: Edition,
    instrumen: Pernah | Jam | Jumlah,
    posts: Posts,
    courses: Courses,
) -> Measured:
    block = roster.rekaman["pengembangan"]
    verdict = weigh_pengembangan(roster, edition, instrumen, posts, courses)
    # What comes after the measured year is as if it were not there.
    evidence_bit, counted_bit = 1, 2
    bit_of = np.full(max(Verdict) + 1, evidence_bit, np.int8)
    bit_of[[0, Verdict.SESUDAH_TAHUN_UKUR]] = 0
    bit_of[Verdict.DIHITUNG] = evidence_bit | counted_bit
    bits = segments.union(bit_of[verdict], block)
    recorded = (bits & evidence_bit) > 0
    said = roster.stated(instrumen.bukti[0])
    covered = np.logical_and.reduce([roster.covered(bukti) for bukti in instrumen.bukti])
    evidence = recorded | (said.bentuk > 0)
    stated = np.where(said.bentuk == Bentuk.NILAI, said.nilai, 0).astype(np.int32)
    done = said.bentuk == Bentuk.SUDAH
    if isinstance(instrumen, Pernah):
        reached_by_record = (bits & counted_bit) > 0
        reached_by_statement, evidence, covered = _ever(instrumen, posts, said, evidence, covered)
        total = reached_by_record.astype(np.int64)
        value = (reached_by_record | reached_by_statement).astype(np.int32)
    else:
        counted = verdict == Verdict.DIHITUNG
        weights = np.where(counted, block["jp"], 0) if isinstance(instrumen, Jam) else counted
        total = segments.sums(weights, block)
        threshold = instrumen.ambang_jp if isinstance(instrumen, Jam) else instrumen.ambang
        reached_by_record = total >= threshold
        reached_by_statement = done | (stated >= threshold)
        value = np.maximum(total, stated).astype(np.int32)
        done = done & ~reached_by_record & (stated < threshold)
    reached = reached_by_record | reached_by_statement
    by_statement = reached_by_statement | ((said.bentuk > 0) & ~recorded)
    return Measured(
        nilai=np.where(evidence & ~done, value, ABSENT).astype(np.int32),
        tercatat=np.where(recorded | covered, total, ABSENT).astype(np.int32),
        langkah=np.where(reached, np.int8(0), np.int8(-1)),
        keadaan=_state(evidence, covered),
        sumber=_source(
            recorded & (reached_by_record | ~reached_by_statement), by_statement, covered
        ),
        blok="pengembangan",
        verdict=verdict,
    )


def _ever(
    instrumen: Pernah, posts: Posts, said: Statements, evidence: Bool, covered: Bool
) -> tuple[Bool, Bool, Bool]:
    """Judge statements of "ever", and take away what needs a level of post where there is none.

    Returns:
        Reached by statement, evidence, covered: bool[n] each.
    """
    done = said.bentuk == Bentuk.SUDAH
    if instrumen.sesuai is None:
        return done | (said.bentuk == Bentuk.NILAI), evidence, covered
    level = np.where(said.bentuk == Bentuk.NILAI, said.nilai, 0)
    fits = np.array(instrumen.sesuai, np.bool_)[posts.kelompok, level]
    # Without the level of the post nothing can be compared; a plain "sudah" or "belum" needs none.
    plain = done | (said.bentuk == Bentuk.TIDAK_ADA)
    levelled = posts.kelompok > 0
    return done | fits, np.where(levelled, evidence, plain), covered & levelled


def _penilaian(roster: Roster, edition: Edition, instrumen: Rentang) -> Measured:
    block = roster.rekaman["penilaian"]
    found = appraisal.weigh_penilaian(roster, edition, instrumen)
    people = segments.owners(found.records, block)
    n = len(roster)
    langkah = np.full(n, -1, np.int8)
    nilai = np.full(n, ABSENT, np.int32)
    tercatat = np.full(n, ABSENT, np.int32)
    langkah[people], nilai[people], tercatat[people] = found.langkah, found.nilai, found.gabungan
    known = langkah >= 0
    return Measured(
        nilai=nilai,
        tercatat=tercatat,
        langkah=langkah,
        keadaan=_state(known, np.zeros_like(known)),
        sumber=_source(known, np.zeros_like(known), np.zeros_like(known)),
        blok="penilaian",
        verdict=found.verdict,
    )


def _hukuman(roster: Roster, edition: Edition, instrumen: Terberat) -> Measured:
    block = roster.rekaman["hukuman"]
    found = weigh_hukuman(roster, edition, instrumen.jendela_tahun)
    verdict = found.verdict
    counted = np.where(verdict == Verdict.DIHITUNG, found.tingkat, 0).astype(np.int8)
    heaviest = segments.highest(counted, block)
    unreadable = segments.flags(verdict == Verdict.TINGKAT_TAK_TERBACA, block)
    says_nothing = (Verdict.SESUDAH_TAHUN_UKUR, Verdict.TANPA_TANGGAL, Verdict.BUKAN_HUKUMAN)
    recorded = segments.flags(~np.isin(verdict, says_nothing), block)
    said = roster.stated(Bukti.HUKUMAN)
    stated = np.where(said.bentuk == Bentuk.NILAI, said.nilai, 0)
    level = np.maximum(heaviest, stated).astype(np.int32)
    covered = np.logical_and.reduce([roster.covered(bukti) for bukti in instrumen.bukti])
    state = _state(recorded | (said.bentuk > 0), covered)
    # A sentence whose level cannot be read may be the heaviest: never taken for a good value. One
    # that did not even come in leaves what is known to count, and nothing that says "none".
    silent = unreadable | (roster.in_doubt(Bukti.HUKUMAN) & (level == 0))
    state[silent] = State.BELUM_ADA
    known = state != State.BELUM_ADA
    steps = np.array(instrumen.langkah_dari, np.int8)[level]
    by_statement = (stated > heaviest) | ((said.bentuk > 0) & ~recorded)
    return Measured(
        nilai=np.where(known, level, ABSENT).astype(np.int32),
        tercatat=np.where((recorded | covered) & ~silent, heaviest, ABSENT).astype(np.int32),
        langkah=np.where(known, steps, np.int8(-1)),
        keadaan=state,
        sumber=_source(recorded & known & ~by_statement, by_statement & known, covered & known),
        blok="hukuman",
        verdict=verdict,
    )
