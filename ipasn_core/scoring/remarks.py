"""Findings that follow from the scores: what is missing, what disagrees. Computed, never stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from ..formatting import format_nip
from ..model.cards_doubts import (
    BELUM_ADA_DATA,
    HUKUMAN_TANPA_TINGKAT,
    JENJANG_BELUM_ADA,
    KEGIATAN_MIRIP,
    NILAI_BEDA_KOMPONEN,
    PENILAIAN_TANPA_NILAI,
    PERNYATAAN_BEDA,
    PREDIKAT_BEDA,
    RATING_BEDA,
)
from ..model.evidence import tahun_dari
from ..model.finding import Card, Finding
from ..model.roster import ABSENT, Bool, Roster
from ..model.scores import InstrumentScore, Scores, State, Verdict
from ..model.stored import SameDay
from ..model.vocab import Bentuk, JenisDiklat, Predikat, label, slug
from ..rules.edition import Edition, Instrumen, Jam, Jumlah, Pernah, Rentang, Terberat, Tingkat
from . import segments
from .explain import appraisal_words, recorded_words, statement_words
from .weigh import weigh_posts

SELISIH_KOMPONEN = 1000
"""SKP and perilaku rounded apart may miss the stated value by 0,01; hundred thousandths."""


def derive(roster: Roster, edition: Edition, scores: Scores) -> tuple[Finding, ...]:
    """Find what is missing and what disagrees, for everybody who is measured.

    Returns:
        Findings in the order of instruments, then people.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    found: list[Finding] = []
    for (_, instrumen), one in zip(edition.instrumen, scores.instrumen, strict=True):
        missing = scores.diukur & (one.keadaan == State.BELUM_ADA)
        found += _missing(roster, edition, instrumen, one, missing)
        found += _disagreements(roster, instrumen, one, scores.diukur)
        if isinstance(instrumen, Rentang):
            found += _other_predikat(roster, edition, instrumen, one, scores.diukur)
            found += _other_rating(roster, edition, instrumen, one, scores.diukur)
    return tuple(found)


def _missing(
    roster: Roster, edition: Edition, instrumen: Instrumen, one: InstrumentScore, missing: Bool
) -> Iterator[Finding]:
    """Say what is missing: the level of the post, of a sentence, a value, or any data at all."""
    block = roster.rekaman[one.blok]
    match instrumen:
        case Pernah() if instrumen.sesuai is not None:
            card, known = JENJANG_BELUM_ADA, weigh_posts(roster, edition).kelompok == 0
        case Terberat():
            unreadable = one.verdict == Verdict.TINGKAT_TAK_TERBACA
            card, known = HUKUMAN_TANPA_TINGKAT, segments.flags(unreadable, block)
        case Rentang():
            without = one.verdict == Verdict.TANPA_NILAI
            card, known = PENILAIAN_TANPA_NILAI, segments.flags(without, block)
        case _:
            card, known = BELUM_ADA_DATA, np.zeros_like(missing)
    yield from _each(roster, instrumen, missing & known, card, _no_more)
    yield from _each(roster, instrumen, missing & ~known, BELUM_ADA_DATA, _no_more)


def similar(candidates: Iterable[SameDay], tahun: int) -> tuple[Finding, ...]:
    """Find courses that look like one and the same: all of them count, none is merged.

    Args:
        candidates: Courses of one person, kind and last day.
        tahun: The measured year.

    Returns:
        One finding a person and kind, in the order of the candidates; equal are name or number
        but for case, spaces and punctuation.

    Dasar: Perban BKN 8/2019 Pasal 8
    """
    told: dict[tuple[int, int], list[str]] = {}
    for group in candidates:
        alike = _alike(group)
        if alike:
            words = " dan ".join(f"“{name}”" for name in alike)
            day = _day(group.selesai)
            told.setdefault((group.nip, group.jenis), []).append(f"{words} ({day})")
    return tuple(
        Finding(
            KEGIATAN_MIRIP,
            {
                "nip": format_nip(str(nip)),
                "catatan": f"{label(JenisDiklat(jenis))} {'; '.join(words)}",
            },
            nip=nip,
            siapa=str(nip),
            bidang=slug(JenisDiklat(jenis)),
            tahun=tahun,
        )
        for (nip, jenis), words in told.items()
    )


def _alike(group: SameDay) -> list[str]:
    """Return the names of those records of a group that another one equals."""
    keys = [(_plain(name), _plain(number)) for name, number in group.catatan]
    return [
        name or number or ""
        for at, (name, number) in enumerate(group.catatan)
        if any(
            other != at and any(a and a == b for a, b in zip(keys[at], keys[other], strict=True))
            for other in range(len(keys))
        )
    ]


def _day(tanggal: int) -> str:
    parts = (tanggal % 100, tanggal // 100 % 100, tahun_dari(tanggal))
    return "-".join(f"{part:02d}" for part in parts if part)


def _plain(text: str | None) -> str:
    return "".join(filter(str.isalnum, (text or "").casefold()))


def _each(
    roster: Roster,
    instrumen: Instrumen,
    who: Bool,
    card: Card,
    words: Callable[[int], dict[str, str]],
) -> Iterator[Finding]:
    for i in np.flatnonzero(who).tolist():
        nip = int(roster.nip[i])
        known = {"nip": format_nip(str(nip)), "instrumen": instrumen.nama, "bukti": instrumen.nama}
        yield Finding(
            card,
            {name: known[name] for name in card.parameters() & known.keys()} | words(i),
            nip=nip,
            siapa=str(nip),
            bidang=instrumen.id,
            tahun=roster.tahun,
        )


def _no_more(_i: int) -> dict[str, str]:
    return {}


def _disagreements(
    roster: Roster, instrumen: Instrumen, one: InstrumentScore, diukur: Bool
) -> Iterator[Finding]:
    applies = diukur & (one.keadaan != State.TIDAK_BERLAKU)
    if isinstance(instrumen, Rentang):
        both = applies & (one.nilai != ABSENT) & (one.tercatat != ABSENT)
        apart = both & (np.abs(one.nilai - one.tercatat) > SELISIH_KOMPONEN)
        yield from _each(
            roster,
            instrumen,
            apart,
            NILAI_BEDA_KOMPONEN,
            lambda i: {
                "nilai": appraisal_words(int(one.nilai[i])),
                "hitungan": appraisal_words(int(one.tercatat[i])),
            },
        )
        return
    apart = applies & (one.tercatat != ABSENT) & _differs(roster, instrumen, one)
    yield from _each(
        roster,
        instrumen,
        apart,
        PERNYATAAN_BEDA,
        lambda i: {
            "pernyataan": statement_words(roster, instrumen, i),
            "rekaman": recorded_words(instrumen, int(one.tercatat[i])),
        },
    )


def _other_predikat(
    roster: Roster, edition: Edition, instrumen: Rentang, one: InstrumentScore, diukur: Bool
) -> Iterator[Finding]:
    """Tell where a predikat is written beside a number that is on another step."""
    block = roster.rekaman[one.blok]
    records = np.flatnonzero(block["tahun"] == roster.tahun + edition.tahun_kinerja)
    predikat = np.zeros(len(roster.nip), np.int32)
    predikat[block.person[records]] = block["predikat"][records]
    step = np.array(instrumen.langkah_dari, np.int8)[predikat]
    numbered = (one.nilai != ABSENT) & (predikat > 0)
    apart = diukur & numbered & (step != one.langkah)
    yield from _each(
        roster,
        instrumen,
        apart,
        PREDIKAT_BEDA,
        lambda i: {
            "nilai": appraisal_words(int(one.nilai[i])),
            "predikat": label(Predikat(int(predikat[i]))),
        },
    )


def _other_rating(
    roster: Roster, edition: Edition, instrumen: Rentang, one: InstrumentScore, diukur: Bool
) -> Iterator[Finding]:
    """Tell where a predikat is written beside ratings of hasil and perilaku that make another."""
    block = roster.rekaman[one.blok]
    records = np.flatnonzero(block["tahun"] == roster.tahun + edition.tahun_kinerja)
    people = block.person[records]
    rated = np.array(edition.matriks, np.int32)[
        block["hasil"][records], block["perilaku_kerja"][records]
    ]
    written, meant = np.zeros((2, len(roster.nip)), np.int32)
    written[people], meant[people] = block["predikat"][records], rated
    apart = diukur & (written > 0) & (meant > 0) & (written != meant)
    yield from _each(
        roster,
        instrumen,
        apart,
        RATING_BEDA,
        lambda i: {
            "predikat": label(Predikat(int(written[i]))),
            "menurut": label(Predikat(int(meant[i]))),
        },
    )


def _differs(roster: Roster, instrumen: Instrumen, one: InstrumentScore) -> Bool:
    """Tell where what is stated is not what the records say.

    "Sudah" and "belum" are compared with the instrument's threshold, values with values.
    """
    said = roster.stated(instrumen.bukti[0])
    value, recorded = said.nilai, one.tercatat
    match instrumen:
        case Tingkat():
            differs = (said.bentuk == Bentuk.NILAI) & (value != recorded)
            return np.asarray(differs, np.bool_)
        case Terberat():
            stated = np.where(said.bentuk == Bentuk.NILAI, value, 0)
            return np.asarray((said.bentuk > 0) & (stated != recorded), np.bool_)
        case Pernah():
            reached, stated_value = recorded > 0, np.zeros(len(recorded), np.bool_)
        case Jam():
            reached = recorded >= instrumen.ambang_jp
            stated_value = (said.bentuk == Bentuk.NILAI) & (value != recorded)
        case Jumlah():
            reached = recorded >= instrumen.ambang
            stated_value = (said.bentuk == Bentuk.NILAI) & (value != recorded)
        case _:
            raise TypeError(type(instrumen).__name__)
    denied = (said.bentuk == Bentuk.TIDAK_ADA) & reached
    claimed = (said.bentuk == Bentuk.SUDAH) & ~reached
    return np.asarray(denied | claimed | stated_value, np.bool_)
