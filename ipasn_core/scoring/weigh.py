"""Weigh each record: does it count for the instrument in the measured year, or why not.

The law's windows and its fit to the post live here and nowhere else. Dates are compared as the
ints `yyyymmdd` they are: unknown months and days are zero, so a date of any precision falls into
its calendar year.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..model.roster import ABSENT, Block, Bool, Int8, Int32, Roster
from ..model.scores import Verdict
from ..model.vocab import JenisJabatan
from ..rules.edition import Edition, Jam, Jumlah, Pernah
from . import segments

# By class of time: no date, before the window, in it, after the measured year.
_BY_TIME = np.array(
    [
        Verdict.TANPA_TANGGAL,
        Verdict.DI_LUAR_JENDELA,
        Verdict.DIHITUNG,
        Verdict.SESUDAH_TAHUN_UKUR,
    ],
    np.int8,
)
_BYTE = 256
_EVER = np.array([Verdict.DIHITUNG] * 3 + [Verdict.SESUDAH_TAHUN_UKUR], np.int8)


@dataclass(frozen=True, slots=True)
class Posts:
    """How the rule sees everybody's post.

    Attributes:
        diukur: bool[n], whom the rule measures.
        kolom: int8[n], code of the `JenisJabatan` whose column of points applies, 0 for none.
        kelompok: int8[n], group of levels of a structural post, 0 where not known.
    """

    diukur: Bool
    kolom: Int8
    kelompok: Int8


def weigh_posts(roster: Roster, edition: Edition) -> Posts:
    """Sort everybody's post into the edition's columns and groups of levels.

    Returns:
        int8/bool arrays of shape [n].

    Dasar: Perban BKN 8/2019 Pasal 8 ayat (4) sampai dengan ayat (7)
    """
    keadaan, jabatan = roster.keadaan, edition.jabatan
    kolom = np.array(jabatan.kolom, np.int8)[keadaan["jenis_jabatan"]]
    stated = keadaan["jenjang"]
    groups = np.array(jabatan.kelompok, np.int8)
    lowest = np.array(jabatan.jenjang_pelaksana, np.bool_)
    by_eselon = np.array(jabatan.jenjang_eselon, np.int16)[keadaan["eselon"]]
    # A structural level that is stated wins over the echelon; a level of another kind is none.
    structural = (groups[stated] > 0) | lowest[stated]
    jenjang = np.where(structural, stated, by_eselon)
    struktural, pelaksana = JenisJabatan.STRUKTURAL, JenisJabatan.PELAKSANA
    as_pelaksana = (kolom == struktural) & lowest[jenjang]
    kolom = np.where(as_pelaksana, pelaksana, kolom).astype(np.int8)
    kelompok = np.where(kolom == struktural, groups[jenjang], 0).astype(np.int8)
    counted = (*edition.kedudukan_diukur, 0)
    diukur = np.isin(keadaan["status"], edition.status_diukur)
    diukur &= np.isin(keadaan["kedudukan"], counted)
    return Posts(diukur, kolom, kelompok)


def jenjang_of(roster: Roster, edition: Edition) -> NDArray[np.int16]:
    """Return everybody's level of post as lists show it: the stated one, else by the echelon.

    Returns:
        int16[n], codes of `Jenjang`, 0 where neither is known.

    Dasar: Perban BKN 8/2019 Pasal 8 ayat (4)
    """
    stated = roster.keadaan["jenjang"]
    by_eselon = np.array(edition.jabatan.jenjang_eselon, np.int16)[roster.keadaan["eselon"]]
    return np.where(stated == 0, by_eselon, stated)


def time_class(dates: Int32, tahun: int, window: int | None) -> Int8:
    """Sort dates into none, before the window, in it, after the measured year.

    Args:
        dates: int32[m], yyyymmdd with zero for unknown parts, 0 for no date.
        tahun: The measured year.
        window: Calendar years, the measured one included; None where it reaches back for ever.

    Returns:
        int8[m].

    Dasar: Perban BKN 8/2019 Pasal 8 ayat (6) dan ayat (7), Pasal 10
    """
    begin = 1 if window is None else (tahun - window + 1) * 10_000
    result: Int8 = (dates > 0).view(np.int8) + (dates >= begin).view(np.int8)
    result += (dates >= (tahun + 1) * 10_000).view(np.int8)
    return result


@dataclass(frozen=True, slots=True)
class Courses:
    """Everything that decides about a course but its hours and its fit, in one byte.

    Attributes:
        code: A byte a course: kind × number of classes + class of time. (A bytearray, so that
            what is looked up by it may be written to.)
        edges: int, rising: days `yyyymmdd` where a class of time begins; class 0 has no date, the
            last one lies after the measured year.
    """

    code: bytearray
    edges: tuple[int, ...]


def code_courses(roster: Roster, edition: Edition) -> Courses:
    """Sort every course by kind and by the windows of all instruments, once for all of them.

    Dasar: Perban BKN 8/2019 Pasal 8 ayat (6) dan ayat (7)
    """
    block, tahun = roster.rekaman["pengembangan"], roster.tahun
    windows = {i.jendela_tahun for _, i in edition.instrumen if isinstance(i, Jam | Jumlah)}
    edges = (1, *sorted((tahun - w + 1) * 10_000 for w in windows), (tahun + 1) * 10_000)
    classes = len(edges) + 1
    if len(edition.peta_diklat) * classes > _BYTE:
        raise ValueError("more kinds of course and windows than a byte tells apart")
    days = last_day(block)
    code = block["jenis"].astype(np.uint8)
    code *= np.uint8(classes)
    reached = np.empty(len(days), np.bool_)
    for edge in edges:
        np.greater_equal(days, edge, out=reached)
        code += reached.view(np.uint8)
    return Courses(bytearray(code), edges)


def _look_up(table: NDArray[np.int8], code: bytearray) -> Int8:
    """Return `table[code]` of a flat table: bytes.translate needs a fifth of NumPy's time."""
    whole = np.zeros(_BYTE, np.int8)
    whole[: table.size] = table.reshape(-1)
    return np.frombuffer(code.translate(whole.tobytes()), np.int8)


def last_day(block: Block) -> Int32:
    """Return the day each course counts on: its last, else its first.

    Dasar: Perban BKN 8/2019 Pasal 8 ayat (6) dan ayat (7)
    """
    selesai, mulai = block["selesai"], block["mulai"]
    if not np.any(missing := selesai == 0):
        return selesai
    return np.where(missing, mulai, selesai)


def weigh_pendidikan(roster: Roster) -> Int8:
    """Weigh every degree: held by the end of the measured year, or not.

    Returns:
        int8[m], `Verdict`.

    Dasar: Perban BKN 8/2019 Pasal 7
    """
    return _EVER[time_class(roster.rekaman["pendidikan"]["tanggal"], roster.tahun, None)]


def weigh_pengembangan(
    roster: Roster,
    edition: Edition,
    instrumen: Pernah | Jam | Jumlah,
    posts: Posts,
    courses: Courses,
) -> Int8:
    """Weigh every course for one instrument of kompetensi.

    Args:
        roster: One year's people and evidence.
        edition: The rules.
        instrumen: The instrument.
        posts: Everybody's post.
        courses: `code_courses` of the roster.

    Returns:
        int8[m], `Verdict`; 0 where the course is of another instrument's kind.

    Dasar: Perban BKN 8/2019 Pasal 8 ayat (4) sampai dengan ayat (7)
    """
    block = roster.rekaman["pengembangan"]
    window = None if isinstance(instrumen, Pernah) else instrumen.jendela_tahun
    by_time = _EVER if isinstance(instrumen, Pernah) else _BY_TIME
    # A class is judged by its first day.
    begins = np.array((0, *courses.edges), np.int32)
    table = np.zeros((len(edition.peta_diklat), len(begins)), np.int8)
    table[np.isin(edition.peta_diklat, instrumen.bukti)] = by_time[
        time_class(begins, roster.tahun, window)
    ]
    verdict = _look_up(table, courses.code)
    if isinstance(instrumen, Jam):
        without = verdict == np.int8(Verdict.DIHITUNG)
        without &= block["jp"] == ABSENT
        # Adding the difference in place is several times faster than a masked assignment.
        added = without.view(np.int8)
        added *= np.int8(Verdict.JP_KOSONG - Verdict.DIHITUNG)
        verdict += added
    elif isinstance(instrumen, Pernah) and instrumen.sesuai is not None:
        _judge_fit(verdict, block, instrumen.sesuai, posts)
    return verdict


def _judge_fit(
    verdict: Int8, block: Block, sesuai: tuple[tuple[bool, ...], ...], posts: Posts
) -> None:
    """Take from what counts by time the courses that do not fit the post."""
    records = np.flatnonzero(verdict == np.int8(Verdict.DIHITUNG))
    group = posts.kelompok[segments.owners(records, block)]
    level = block["tingkat"][records]
    fits = np.where(np.array(sesuai, np.bool_), Verdict.DIHITUNG, Verdict.TIDAK_SESUAI)
    table = fits.astype(np.int8)
    table[:, 0] = Verdict.TINGKAT_TAK_TERBACA
    table[0] = Verdict.JENJANG_KOSONG
    code = group.view(np.uint8) * np.uint8(table.shape[1])
    code += level.astype(np.uint8)
    verdict[records] = _look_up(table, bytearray(code))


@dataclass(frozen=True, slots=True)
class Sentences:
    """Everybody's sentences, weighed.

    Attributes:
        verdict: int8[m], `Verdict`.
        tingkat: int32[m], `TingkatHukuman` stated or following from the kind, 0 where unreadable.
    """

    verdict: Int8
    tingkat: Int32


def weigh_hukuman(roster: Roster, edition: Edition, window: int) -> Sentences:
    """Weigh every disciplinary sentence.

    Args:
        roster: One year's people and evidence.
        edition: The rules.
        window: Calendar years, the measured one included.

    Returns:
        Verdicts and levels, [m].

    Dasar: Perban BKN 8/2019 Pasal 10
    """
    block = roster.rekaman["hukuman"]
    jenis = block["jenis"]
    tingkat = np.array(edition.hukuman.tingkat, np.int32)[jenis]
    for (kind, months), level in edition.hukuman.menurut_masa.items():
        tingkat[(jenis == kind) & (block["masa_bulan"] == months)] = level
    stated = block["tingkat"]
    tingkat = np.where(stated > 0, stated, tingkat).astype(np.int32)
    tmt = block["tmt"]
    since = np.where(tmt > 0, tmt, block["tanggal_sk"])
    verdict = _BY_TIME[time_class(since, roster.tahun, window)]
    counted = verdict == Verdict.DIHITUNG
    verdict[counted & (tingkat == 0)] = Verdict.TINGKAT_TAK_TERBACA
    verdict[counted & (block["batal"] > 0)] = Verdict.DIBATALKAN
    verdict[np.isin(jenis, sorted(edition.hukuman.bukan))] = Verdict.BUKAN_HUKUMAN
    return Sentences(verdict, tingkat)
