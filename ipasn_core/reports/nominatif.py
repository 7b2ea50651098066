"""The nominative list: everybody who is measured, by OPD, with data and points.

It is the annex of the full report, and a report of its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from fractions import Fraction

from ..formatting import format_int, format_nip
from ..model.roster import ABSENT
from ..model.scores import Group, InstrumentScore, State
from ..model.vocab import GOLONGAN
from ..rules.edition import PER_NILAI, Instrumen, Jam, Jumlah, Pernah, Rentang, Tingkat
from ..scoring.explain import value_words
from ..scoring.year_state import YearState
from . import lengkap_text
from .document import (
    BELUM_ADA,
    KE_KIRI,
    Arah,
    Baris,
    Blok,
    Document,
    HalamanBaru,
    Jenis,
    JenisBaris,
    Judul,
    Kolom,
    Rata,
    Sel,
    Tabel,
    Ukuran,
)
from .frame import frame
from .groups import OpdGroups
from .result_tables import mean_class
from .seal import Seal

_DATA, _POINTS = "Data yang Diukur", "Nilai"
_IDENTITY = 3
Pair = tuple[Instrumen, InstrumentScore]


def nominative(state: YearState, opd: OpdGroups) -> Tabel:
    """Return the table of everybody who is measured.

    Args:
        state: The year.
        opd: OPD in the order of the report.
    """
    names = [dimensi.nama for dimensi in state.edition.dimensi]
    return Tabel(
        kolom=(
            Kolom("No.", 9, Jenis.NOMOR),
            Kolom("Nama\nNIP, Golongan", 62, susut=12),
            Kolom("Jabatan", 58, susut=18),
            Kolom("Pendidikan", 20, kelompok=_DATA, rata=Rata.TENGAH, susut=3),
            Kolom("Diklat Pim./\nFungsional", 16, kelompok=_DATA, rata=Rata.TENGAH),
            Kolom("Diklat\nTeknis\n(JP)", 14, Jenis.POIN, _DATA),
            Kolom("Seminar\ndan\nsejenisnya", 16, kelompok=_DATA, rata=Rata.TENGAH),
            Kolom("Nilai\nKinerja", 14, Jenis.POIN, _DATA, desimal=_appraisal_decimals(state)),
            *(
                Kolom(name, width, Jenis.POIN, _POINTS, desimal=2)
                for name, width in zip(names, (17, 18, 14, 14), strict=True)
            ),
            Kolom("IPASN", 14, Jenis.POIN, _POINTS, desimal=2, tebal=True),
            Kolom("Kategori", 14, rata=Rata.TENGAH),
        ),
        baris=_People(state, opd),
        nomor_kolom=tuple(map(str, range(1, 15))),
        ukuran=Ukuran.NOMINATIF,
    )


def title(state: YearState, opd: str) -> str:
    """Return the title of the list alone, of one perangkat daerah or of all (empty)."""
    return f"Daftar Nominatif IPASN {opd or state.settings.instansi} Tahun {state.tahun}"


def build(
    state: YearState, groups: OpdGroups, opd: str, seal: Seal | None, now: datetime.datetime
) -> Document:
    """Build the list as a report of its own.

    Args:
        state: The year.
        groups: Whom it lists, by OPD.
        opd: The perangkat daerah it is of, empty for all.
        seal: The marks of the year's signing; None makes a draft.
        now: When a draft is printed.
    """
    whose = opd or state.settings.instansi
    blocks: list[Blok] = [
        HalamanBaru(Arah.MENDATAR),
        Judul(
            (
                "DAFTAR NOMINATIF PENGUKURAN INDEKS PROFESIONALITAS ASN",
                f"{whose.upper()} TAHUN {state.tahun}",
            ),
            "" if seal is None else seal.pejabat.nomor,
            0 if seal is None else seal.revisi,
        ),
        nominative(state, groups),
    ]
    short = f"Daftar Nominatif IPASN {opd or lengkap_text.place(state)} Tahun {state.tahun}"
    return frame(state, blocks, seal, now, short)


def _appraisal_decimals(state: YearState) -> int:
    """Return the most decimals that any appraisal needs, at least two."""
    for instrumen, one in state.instrumen:
        if isinstance(instrumen, Rentang):
            known = one.nilai[one.nilai != ABSENT]
            return next(d for d in (2, 3, 4, 5) if not (known % 10 ** (5 - d)).any())
    return 2


class _People:
    """The rows, made anew at each iteration: pages are drawn as they fill."""

    def __init__(self, state: YearState, opd: OpdGroups) -> None:
        self._state = state
        self._opd = opd

    def __iter__(self) -> Iterator[Baris]:
        make = _row_maker(self._state)
        groups = zip(self._opd.kelompok, self._opd.orang, strict=True)
        for at, (group, people) in enumerate(groups):
            counted = f"{format_int(group.jumlah)} pegawai"
            head = (f"{group.nama}, {counted}", *(KE_KIRI,) * 13)
            yield Baris(head, JenisBaris.KELOMPOK, group.nama)
            for number, i in enumerate(people.tolist(), start=1):
                yield make(number, i)
            yield self._mean(group, counted, self._opd.is_opd(at))

    def _mean(self, group: Group, counted: str, is_opd: bool) -> Baris:
        state = self._state
        means = [group.mean(d) for d in range(len(state.edition.dimensi))]
        whose = group.nama if is_opd else f"pegawai {group.nama.lower()}"
        name = f"Rata-rata {whose} ({counted})"
        cells: tuple[Sel, ...] = (name, *(KE_KIRI,) * 7, *means, group.indeks)
        return Baris((*cells, mean_class(state, group)), JenisBaris.SUBTOTAL)


def _row_maker(state: YearState) -> Callable[[int, int], Baris]:
    roster, scores = state.roster, state.scores
    data = _data_columns(state)
    points = [column.tolist() for column in (*scores.dimensi, scores.indeks)]
    classes = [kategori.nama for kategori in state.edition.kategori]
    kategori = scores.kategori.tolist()
    nip, golongan = roster.nip.tolist(), roster.keadaan["golongan"].tolist()

    def make(number: int, i: int) -> Baris:
        rank = GOLONGAN.get(golongan[i])
        who = format_nip(str(nip[i])) + (f", {rank}" if rank else "")
        return Baris(
            (
                number,
                f"{roster.nama[i]}\n{who}",
                roster.jabatan[i] or None,
                *(column(i) for column in data),
                *(column[i] for column in points),
                classes[kategori[i]],
            )
        )

    return make


def _data_columns(state: YearState) -> list[Callable[[int], Sel]]:
    """Return, for each column of data, what it shows of a person."""
    pairs = state.instrumen

    def of(*kinds: type[Instrumen]) -> list[Pair]:
        return [pair for pair in pairs if isinstance(pair[0], kinds)]

    return [
        _words(of(Tingkat)),
        _words(of(Pernah)),
        _numbers(of(Jam), lambda hundredths: hundredths * 10),
        _words(of(Jumlah)),
        _numbers(of(Rentang), lambda value: Fraction(value, PER_NILAI)),
    ]


def _words(pairs: list[Pair]) -> Callable[[int], Sel]:
    """Show the value used in words, of the one instrument that applies to the post."""

    def show(i: int) -> Sel:
        for instrumen, one in pairs:
            state = one.keadaan[i]
            if state == State.BELUM_ADA:
                return BELUM_ADA
            if state != State.TIDAK_BERLAKU:
                return value_words(instrumen, one, i)
        return None

    return show


def _numbers(pairs: list[Pair], cell: Callable[[int], Sel]) -> Callable[[int], Sel]:
    """Show the value used as a number, in words where only words are known."""
    words = _words(pairs)

    def show(i: int) -> Sel:
        for _, one in pairs:
            known = one.keadaan[i] in (State.ADA, State.NIHIL)
            if known and one.nilai[i] != ABSENT:
                return cell(int(one.nilai[i]))
        return words(i)

    return show
