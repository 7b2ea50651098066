"""The year's appraisal: which record, on which scale, on which step of Pasal 9."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..model.roster import ABSENT, Bool, Int8, Int32, Int64, Roster
from ..model.scores import Verdict
from ..rules.edition import Edition, Rentang, Skala

_PERCENT_OF_THOUSANDTHS = 100
"""A thousandth is a hundred hundred-thousandths: stated values meet weighted ones in one unit."""


@dataclass(frozen=True, slots=True)
class Appraisals:
    """The appraisals that matter, weighed.

    Attributes:
        verdict: int8[m], `Verdict` of every appraisal of the block.
        records: int64[k], indices of those of the year that counts; at most one a person.
        langkah: int8[k], step, -1 where the appraisal says nothing that can be read.
        nilai: int32[k], hundred thousandths, ABSENT where a predikat decided.
        gabungan: int32[k], what SKP and perilaku make, ABSENT where they do not combine.
    """

    verdict: Int8
    records: Int64
    langkah: Int8
    nilai: Int32
    gabungan: Int32


def weigh_penilaian(roster: Roster, edition: Edition, instrumen: Rentang) -> Appraisals:
    """Weigh every appraisal and put those of the year that counts on a step.

    A stated value decides; SKP and perilaku are combined only where none is; a predikat speaks
    only where there is no number, and hasil × perilaku only where there is no predikat.

    Dasar: Perban BKN 8/2019 Pasal 9
    """
    block = roster.rekaman["penilaian"]
    right_year = block["tahun"] == roster.tahun + edition.tahun_kinerja
    records = np.flatnonzero(right_year).astype(np.int64)
    rows = {name: column[records] for name, column in block.columns.items()}
    default = int(edition.skala_tahun[roster.tahun])
    dasar = np.where(rows["dasar"] > 0, rows["dasar"], default)
    predikat = np.where(
        rows["predikat"] > 0,
        rows["predikat"],
        np.array(edition.matriks, np.int32)[rows["hasil"], rows["perilaku_kerja"]],
    )
    langkah = np.array(instrumen.langkah_dari, np.int8)[predikat]
    nilai = np.full(len(records), ABSENT, np.int32)
    gabungan = np.full(len(records), ABSENT, np.int32)
    for skala in edition.skala.values():
        here = dasar == skala.dasar
        weighted = _weighted(rows, skala)
        gabungan = np.where(here, weighted, gabungan)
        stated = rows["nilai"] != ABSENT
        number = np.where(stated, rows["nilai"] * np.int32(_PERCENT_OF_THOUSANDTHS), weighted)
        numbered = here & (number != ABSENT)
        steps = _step(number, rows["ide_baru"] > 0, instrumen, skala)
        langkah = np.where(numbered, steps, langkah)
        nilai = np.where(numbered, number, nilai)
    verdict = np.where(right_year, np.int8(Verdict.DIHITUNG), np.int8(Verdict.TAHUN_LAIN))
    verdict[records[langkah < 0]] = Verdict.TANPA_NILAI
    return Appraisals(verdict, records, langkah, nilai, gabungan)


def _weighted(rows: dict[str, Int32], skala: Skala) -> Int32:
    """Combine SKP and perilaku, exactly; ABSENT where one is missing or no weights are set."""
    if not skala.bobot_skp:
        return np.full(len(rows["skp"]), ABSENT, np.int32)
    parts = (rows["skp"] != ABSENT) & (rows["perilaku"] != ABSENT)
    weighted = rows["skp"] * np.int32(skala.bobot_skp)
    weighted += rows["perilaku"] * np.int32(skala.bobot_perilaku)
    return np.where(parts, weighted, np.int32(ABSENT))


def _step(number: Int32, ide_baru: Bool, instrumen: Rentang, skala: Skala) -> Int8:
    """Find the band of each number; thresholds fall to 0, the first one reached is the step."""
    step = np.zeros(len(number), np.int8)
    for threshold in instrumen.ambang[skala.dasar][:-1]:
        step += (number < threshold).view(np.int8)
    predikat = np.array(instrumen.predikat, np.int32)[step]
    without = np.array(skala.tanpa_ide_baru, np.int32)[predikat]
    final = np.where(ide_baru, predikat, without)
    return np.array(instrumen.langkah_dari, np.int8)[final]
