"""Section IV of the full report: the index against target, kategori, instruments, perangkat daerah.

Each sentence is computed from the values of the figure or table it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from ..formatting import (
    format_exact,
    format_int,
    format_number,
    format_percent,
    percent_of,
    points,
    spell_int,
)
from ..model.roster import Bool, Int64
from ..model.scores import Group, InstrumentScore, State
from ..rules.edition import Instrumen, Pernah, Tingkat
from ..scoring.year_state import YearState, capaian
from . import groups
from .chart_values import BarisGrafik, Grafik, JenisGrafik, Skala
from .charts import opd_dots
from .document import (
    KE_KIRI,
    Bagian,
    Baris,
    Blok,
    Gambar,
    Isi,
    Jenis,
    JenisBaris,
    Kolom,
    Paragraf,
    Rujukan,
    Tabel,
)
from .lengkap_text import listing
from .rekap import bars_figure, dots_figure

_SMALL_OPD = (
    "Indeks perangkat daerah yang pegawainya sedikit mudah berubah oleh nilai beberapa orang saja."
)


def analysis(state: YearState) -> list[Blok]:
    """Return the blocks of the section."""
    return [
        Bagian("Analisis per Dimensi", kunci="analisis"),
        Bagian("Dimensi terhadap Target", 2),
        Paragraf(against_targets(state)),
        bars_figure(state),
        Bagian("Sebaran Kategori", 2),
        Paragraf(spread(state)),
        spread_figure(state),
        Bagian("Nilai yang Belum Terpenuhi menurut Instrumen", 2),
        Paragraf(distances_lead(distances(state))),
        distance_table(state),
        *_around_mean(state),
        Bagian("Kelengkapan Data", 2),
        *_completeness(state),
    ]


# A. Dimensions ------------------------------------------------------------------------------------


def against_targets(state: YearState) -> Isi:
    """Return how many dimensions are below their target, which one farthest, which above."""
    reached = []
    for d, dimensi in enumerate(state.edition.dimensi):
        share = capaian(state.instansi.mean(d), state.targets.dimensi.get(dimensi.id))
        if share is not None:
            reached.append((share, dimensi.nama.lower()))
    lead: Isi = ("Nilai setiap dimensi terhadap bobot maksimalnya digambarkan dalam ",)
    if not reached:
        return (*lead, Rujukan("dimensi_target"), ".")
    below = sorted(pair for pair in reached if pair[0] < 100)
    above = [name for share, name in reached if share > 100]
    count = spell_int(len(reached))
    if not below:
        said = f"Ke{count} dimensi mencapai targetnya"
    elif len(below) == len(reached):
        said = f"Ke{count} dimensi berada di bawah target"
    else:
        said = f"{spell_int(len(below)).capitalize()} dari {count} dimensi berada di bawah target"
    rest = []
    if below and (len(below) == 1 or below[0][0] < below[1][0]):
        rest.append(f"{below[0][1].capitalize()} paling jauh tertinggal")
    if above:
        rest.append(f"{listing(above)} melampaui target")
    text = "; ".join(rest)
    return (said, " (", Rujukan("dimensi_target"), ").", f" {_capital(text)}." if text else "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# B. Kategori --------------------------------------------------------------------------------------


def spread(state: YearState) -> Isi:
    """Return how many people stand in the kategori of the mean or above."""
    group, names = state.instansi, [one.nama for one in state.edition.kategori]
    middle = len(names) // 2
    count = sum(group.kategori[: middle + 1])
    share = format_percent(percent_of(count, group.jumlah))
    many = f"Sebanyak {format_int(count)} pegawai ({share})"
    lead = f"{many} berada pada kategori {names[middle]} ke atas ("
    return (lead, Rujukan("sebaran"), ").")


def spread_figure(state: YearState) -> Gambar:
    """Return shares of the kategori: everybody, then each kind of post, on one scale."""
    everybody = (("Seluruh pegawai", state.instansi),)
    kinds = tuple((one.nama.removeprefix("Jabatan ").capitalize(), one)
                  for one in groups.by_kind_of_post(state))  # fmt: skip
    shown = (*everybody, *kinds) if len(kinds) > 1 else everybody
    shares = [percent_of(count, group.jumlah) for _, group in shown for count in group.kategori]
    top = max(shares)
    panels = tuple(_panel(state, name, group, top) for name, group in shown)
    return Gambar(
        "Sebaran pegawai menurut kategori dan jenis jabatan (persen dari setiap kelompok)"
        if len(kinds) > 1
        else "Sebaran pegawai menurut kategori (persen)",
        panels[0],
        kunci="sebaran",
        panel=panels[1:],
    )


def _panel(state: YearState, name: str, group: Group, top: Fraction) -> Grafik:
    rows = []
    for place, (kategori, count) in enumerate(
        zip(state.edition.kategori, group.kategori, strict=True)
    ):
        share = percent_of(count, group.jumlah)
        words = format_number(share, 1)
        rows.append(
            BarisGrafik(
                label=kategori.nama,
                nilai=share,
                sel=(kategori.nama, words),
                kalimat=f"{kategori.nama}: {format_int(count)} orang, {words} persen.",
                kode=place,
            )
        )
    return Grafik(
        jenis=JenisGrafik.BATANG,
        judul=name,
        kepala=("Kategori", "Persen"),
        baris=tuple(rows),
        skala=Skala(Fraction(0), max(top, Fraction(1))),
        alt=f"{format_int(group.jumlah)} orang",
    )


# C. Instruments -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Jarak:
    """How far an instrument keeps the index from its most.

    Attributes:
        nama: The instrument, or several of which each post has one.
        dinilai: People it applies to.
        belum: How many of them do not have its most.
        jarak: Points of the index, exact.
        pendidikan: Whether it is about degrees, which take years.
    """

    nama: str
    dinilai: int
    belum: int
    jarak: Fraction
    pendidikan: bool


def distances(state: YearState) -> tuple[Jarak, ...]:
    """Return how far each instrument keeps the index from 100; they sum to 100 less the index.

    Instruments of one dimension that ask whether something was ever attended are one row: each
    post has one of them.
    """
    found: list[Jarak] = []
    for members in _merged(state):
        most = np.zeros(len(state.roster), np.int64)
        have = np.zeros(len(state.roster), np.int64)
        applies: Bool = np.zeros(len(state.roster), np.bool_)
        for instrumen, one in members:
            table = np.maximum(np.array(instrumen.maksimal, np.int64), 0)
            own: Bool = (one.keadaan != State.TIDAK_BERLAKU) & state.scores.diukur
            most += np.where(own, table[state.scores.kolom], 0)
            have += np.where(own, one.poin, 0)
            applies |= own
        missing: Int64 = most - have
        found.append(
            Jarak(
                nama=_name([instrumen for instrumen, _ in members]),
                dinilai=int(applies.sum()),
                belum=int((missing > 0).sum()),
                jarak=Fraction(int(missing.sum()), 1000 * state.instansi.jumlah),
                pendidikan=isinstance(members[0][0], Tingkat),
            )
        )
    return tuple(found)


def _merged(state: YearState) -> Iterator[list[tuple[Instrumen, InstrumentScore]]]:
    held: list[tuple[Instrumen, InstrumentScore]] = []
    for pair in state.instrumen:
        ever = isinstance(pair[0], Pernah)
        if held and not (ever and held[0][1].dimensi == pair[1].dimensi):
            yield held
            held = []
        if ever:
            held.append(pair)
        else:
            yield [pair]
    if held:
        yield held


def _name(members: Sequence[Instrumen]) -> str:
    """Return one name: "Diklat kepemimpinan atau fungsional"."""
    names = [one.nama for one in members]
    first = names[0].split(" ", 1)[0] + " "
    rest = [name.removeprefix(first) for name in names[1:]]
    return " atau ".join([names[0], *rest])


def distances_lead(rows: Sequence[Jarak]) -> Isi:
    """Return where there is most room, degrees left aside."""
    others = sorted((one for one in rows if not one.pendidikan), key=lambda one: -one.jarak)
    useful = [one for one in others if one.jarak > 0]
    lead: Isi = (Rujukan("jarak"), " menguraikan jarak antara indeks dan nilai tertingginya.")
    if not useful:
        return lead
    words = [
        f"{one.nama.split(',', maxsplit=1)[0].lower()} ({format_number(one.jarak, 2)} poin)"
        for one in useful[:2]
    ]
    text = f" Di luar pendidikan formal, ruang kenaikan terbesar ada pada {words[0]}"
    if len(words) > 1:
        text += f", diikuti {words[1]}"
    return (*lead, f"{text}.")


def distance_table(state: YearState) -> Tabel:
    """Return the distances, an instrument a row, and their sum."""
    found = distances(state)
    rows = [
        Baris(
            (at, one.nama, one.dinilai, one.belum, percent_of(one.belum, one.dinilai), one.jarak)
            if one.dinilai
            else (at, one.nama, 0, 0, None, one.jarak)
        )
        for at, one in enumerate(found, start=1)
    ]
    most = points(sum(dimensi.maksimal for dimensi in state.edition.dimensi))
    total = sum((one.jarak for one in found), Fraction(0))
    words = f"Jarak indeks ke nilai {format_exact(most)}"
    rows.append(Baris((words, *(KE_KIRI,) * 4, total), JenisBaris.JUMLAH))
    return Tabel(
        kolom=(
            Kolom("No.", 10, Jenis.NOMOR),
            Kolom("Instrumen", 63),
            Kolom("Pegawai yang\nDinilai", 23, Jenis.BULAT),
            Kolom("Belum\nMaksimal", 23, Jenis.BULAT),
            Kolom("Persentase\n(%)", 23, Jenis.POIN, desimal=2),
            Kolom("Jarak Indeks\n(poin)", 23, Jenis.POIN, desimal=2),
        ),
        baris=tuple(rows),
        judul="Pegawai yang belum mencapai nilai maksimal instrumen",
        kunci="jarak",
    )


# D. Perangkat daerah ------------------------------------------------------------------------------


def _around_mean(state: YearState) -> list[Blok]:
    figure = dots_figure(state)
    if figure is None:
        return []
    return [
        Bagian("Perangkat Daerah terhadap Nilai Instansi", 2),
        Paragraf(around_mean(state)),
        figure,
    ]


def around_mean(state: YearState) -> Isi:
    """Return how many perangkat daerah are above the agency's mean, and how far they lie apart."""
    dots = opd_dots(state)
    values = [row.nilai for row in dots.baris if row.nilai is not None]
    mean, target = state.instansi.indeks, state.target_indeks
    assert mean is not None  # at least two perangkat daerah have people
    above = sum(value > mean for value in values)
    count = format_int(len(values))
    said = (
        f"Sebanyak {format_int(above)} dari {count} perangkat daerah berada di atas nilai instansi"
        if above
        else f"Tidak satu pun dari {count} perangkat daerah berada di atas nilai instansi"
    )
    reached = ""
    if target is not None:
        many = sum(value >= target for value in values)
        aim = format_exact(target)
        reached = (
            f"; {format_int(many)} mencapai target {aim}"
            if many
            else f"; belum ada yang mencapai target {aim}"
        )
    apart = format_number(max(values) - min(values), 2)
    return (
        said + reached,
        " (",
        Rujukan("opd_titik"),
        "). Selisih antara perangkat daerah tertinggi dan terendah adalah ",
        f"{apart} poin. {_SMALL_OPD}",
    )


# E. Completeness ----------------------------------------------------------------------------------


def _completeness(state: YearState) -> list[Blok]:
    group = state.instansi
    if not group.belum_lengkap:
        return [Paragraf("Data semua pegawai yang diukur lengkap untuk setiap instrumen.")]
    share = format_percent(percent_of(group.belum_lengkap, group.jumlah))
    said = (
        f"Sebanyak {format_int(group.belum_lengkap)} pegawai ({share}) belum lengkap datanya; "
        "instrumen tanpa data bernilai nol. Rinciannya tercantum dalam "
    )
    rows = []
    for instrumen, one in state.instrumen:
        applies = (one.keadaan != State.TIDAK_BERLAKU) & state.scores.diukur
        missing = (one.keadaan == State.BELUM_ADA) & state.scores.diukur
        whole, part = int(applies.sum()), int(missing.sum())
        rows.append((instrumen.nama, whole, part, percent_of(part, whole) if whole else None))
    return [
        Paragraf((said, Rujukan("kelengkapan"), ".")),
        Tabel(
            kolom=(
                Kolom("No.", 10, Jenis.NOMOR),
                Kolom("Instrumen", 80),
                Kolom("Jumlah\nPegawai", 25, Jenis.BULAT),
                Kolom("Belum Ada\nData", 25, Jenis.BULAT),
                Kolom("Persentase\n(%)", 25, Jenis.POIN, desimal=2),
            ),
            baris=tuple(Baris((at, *row)) for at, row in enumerate(rows, start=1)),
            judul="Instrumen yang datanya belum ada",
            kunci="kelengkapan",
        ),
    ]
