"""The columns that say who somebody is, and what of them needs looking at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipasn_core.formatting import format_int, format_nip
from ipasn_core.model.scores import State
from ipasn_core.model.vocab import GOLONGAN, JenisJabatan, JenisKelamin, Jenjang, Status, label
from ipasn_core.scoring.weigh import jenjang_of
from ipasn_core.scoring.year_state import YearState

from .cell_words import KOSONG, Words
from .people_index import PeopleIndex
from .record_table import Column, Paint, Tone

NAMA, NIP, JENIS_JABATAN, OPD = "nama", "nip", "jenis_jabatan", "opd"


def incomplete(state: YearState, place: int | None) -> NDArray[np.bool_]:
    """Return bool[n], who lacks data: of a dimension, or of any where `place` is None."""
    if place is None:
        return state.scores.diukur & ~state.scores.lengkap
    lacking = np.zeros(len(state.roster), np.bool_)
    for one in state.scores.instrumen:
        if one.dimensi == place:
            lacking |= one.keadaan == State.BELUM_ADA
    return lacking & state.scores.diukur


@dataclass(frozen=True, eq=False)
class Identity:
    """The columns of identity of a table.

    Attributes:
        index: The year's people.
        place: Place of the table's dimension in the edition; None for everybody's table.
    """

    index: PeopleIndex
    place: int | None

    @cached_property
    def _lacking(self) -> NDArray[np.bool_]:
        return incomplete(self.index.state, self.place)

    def _missing(self, record: int) -> str:
        """Name the instruments of which somebody has no data; empty for none."""
        if not self._lacking[record]:
            return ""
        pairs = self.index.state.instrumen
        return "; ".join(
            instrumen.nama
            for instrumen, one in pairs
            if self.place in (None, one.dimensi) and one.keadaan[record] == State.BELUM_ADA
        )

    @property
    def mark(self) -> Column:
        """A mark for who lacks data; a screen reader is told what."""
        lacking = self._lacking

        def words(record: int) -> str:
            missing = self._missing(record)
            return f"Belum lengkap: {missing}" if missing else ""

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

    @property
    def name(self) -> Column:
        """The name; it speaks for the mark beside it, which the keyboard passes over."""
        names = self.index.state.roster.nama

        def spoken(record: int) -> str:
            missing = self._missing(record)
            return f"{names[record]}, belum lengkap: {missing}" if missing else names[record]

        return Column(
            NAMA,
            "Nama",
            lambda record: names[record],
            lambda: self.index.name_order,
            208,
            Paint.MEDIUM,
            spoken=spoken,
            fixed=True,
            most=320,
        )

    @property
    def nip(self) -> Column:
        """The NIP in its groups; copied and exported as 18 figures."""
        nip = self.index.state.roster.nip
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

    @property
    def posts(self) -> tuple[Column, ...]:
        """Kind of post, status, golongan, jenjang, post, perangkat daerah, sex."""
        state, roster = self.index.state, self.index.state.roster
        units, of = (*roster.opd_nama, ""), roster.keadaan["opd"]
        jenjang = jenjang_of(roster, state.edition)
        # Of everybody points come first; beside one dimension there is room for the kind of post.
        kind: dict[str, Any] = {"spare": 4} if self.place is None else {}
        return (
            _coded(JENIS_JABATAN, "Jenis jabatan", roster.keadaan[JENIS_JABATAN],
                   _labels(JenisJabatan), 100, **kind),
            _coded("status", "Status", roster.keadaan["status"], _labels(Status), 84, extra=True),
            _coded("golongan", "Golongan", roster.keadaan["golongan"], GOLONGAN, 80, spare=3),
            _coded("jenjang", "Jenjang", jenjang, _labels(Jenjang), 120, extra=True),
            _stated("jabatan", "Jabatan", lambda record: roster.jabatan[record],
                    lambda: self.index.post_order, 180, spare=2, most=360),
            _stated(OPD, "Perangkat daerah", lambda record: units[of[record]],
                    lambda: self.index.opd_order, 200, spare=1, most=400),
            _coded("jenis_kelamin", "Jenis kelamin", roster.keadaan["jenis_kelamin"],
                   _labels(JenisKelamin), 104, extra=True),
        )  # fmt: skip

    @property
    def attention(self) -> tuple[Column, ...]:
        """What data are missing, and how many findings are open."""
        return self._missing_column, self._findings_column

    @property
    def _missing_column(self) -> Column:
        return Column(
            "belum",
            "Data kosong",
            lambda record: self._missing(record) or "–",
            lambda: self._missing_order,
            200,
            tone=lambda record: Tone.MISSING if self._lacking[record] else Tone.QUIET,
            extra=True,
            most=360,
        )

    @cached_property
    def _missing_order(self) -> NDArray[np.int64]:
        """int64[n]: a bit an instrument that is missing; nothing missing comes first."""
        order = np.zeros(len(self.index.state.roster), np.int64)
        for at, one in enumerate(self.index.state.scores.instrumen):
            if self.place in (None, one.dimensi):
                order |= (one.keadaan == State.BELUM_ADA).astype(np.int64) << at
        return np.where(self._lacking, order, 0)

    @property
    def _findings_column(self) -> Column:
        def text(record: int) -> str:
            count = int(self.index.findings[record])
            return format_int(count) if count else "–"

        return Column(
            "temuan",
            "Temuan",
            text,
            lambda: self.index.findings,
            72,
            right=True,
            tone=lambda record: Tone.PLAIN if self.index.findings[record] else Tone.QUIET,
            value=lambda record: int(self.index.findings[record]) * 1000,
            tip="Temuan yang masih terbuka",
            extra=True,
        )


def _labels(kind: type[IntEnum]) -> Mapping[int, str]:
    return {int(code): label(code) for code in kind}


def _coded(
    key: str, title: str, codes: NDArray[Any], names: Mapping[int, str], width: int, **more: Any
) -> Column:
    """Return a column of codes; an unknown one is said to be missing."""
    numbers = codes.astype(np.int64)

    def words(record: int) -> str:
        return names.get(int(numbers[record]), "")

    return _stated(key, title, words, lambda: numbers, width, **more)


def _stated(
    key: str,
    title: str,
    words: Words,
    order: Callable[[], NDArray[np.int64]],
    width: int,
    **more: Any,
) -> Column:
    """Return a column of what is stated of people; what is not is said to be missing."""
    return Column(
        key,
        title,
        lambda record: words(record) or KOSONG,
        order,
        width,
        tone=lambda record: Tone.PLAIN if words(record) else Tone.MISSING,
        **more,
    )
