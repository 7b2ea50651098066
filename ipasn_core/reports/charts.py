"""The charts of a year: index, dimensions, kategori, completeness, perangkat daerah."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

import numpy as np

from ..formatting import (
    Pembulatan,
    format_exact,
    format_int,
    format_number,
    format_percent,
    format_points,
    percent_of,
    points,
)
from ..model.roster import Bool, Int64
from ..model.scores import Group, State
from ..model.vocab import Bukti
from ..rules.edition import Pernah
from ..scoring.recap import kategori_of_mean, recap_by
from ..scoring.weigh import weigh_posts
from ..scoring.year_state import YearState, capaian
from .chart_values import BarisGrafik, Grafik, JenisGrafik, Lingkup, Skala, whole

_SMALLEST = Fraction(1, 100)
"""What two decimals can tell apart."""


# Index --------------------------------------------------------------------------------------------


def index_bands(scope: Lingkup) -> Grafik:
    """Return the bands of kategori with the index and its target; no bar, so it may begin late."""
    state = scope.state
    indeks, target = scope.group.indeks, state.target_indeks
    skala, edges = _index_axis(state, indeks, target)
    rows = []
    for place, kategori in reversed(list(enumerate(state.edition.kategori))):
        rows.append(
            BarisGrafik(
                label=kategori.nama,
                nilai=edges[place],
                sel=(kategori.nama, kategori.rentang),
                kalimat=f"{kategori.nama}: {kategori.rentang}.",
                kode=place,
                dari=max(points(kategori.ambang), skala.bawah),
            )
        )
    return Grafik(
        jenis=JenisGrafik.PITA,
        judul=f"Indeks Profesionalitas ASN {state.tahun}",
        kepala=("Kategori", "Rentang"),
        baris=tuple(rows),
        skala=skala,
        alt=_index_sentence(scope, indeks, target),
        nilai=indeks,
        target=target,
        sorot=-1 if indeks is None else _place_of(state, indeks),
    )


def _place_of(state: YearState, indeks: Fraction) -> int:
    names = [kategori.nama for kategori in state.edition.kategori]
    return names.index(kategori_of_mean(indeks, state.edition))


def _index_axis(
    state: YearState, indeks: Fraction | None, target: Fraction | None
) -> tuple[Skala, tuple[Fraction, ...]]:
    """Return the axis and where each kategori ends, in the edition's order."""
    kategori = state.edition.kategori
    most = points(sum(d.maksimal for d in state.edition.dimensi))
    edges = (most, *(points(k.ambang) for k in kategori[:-1]))
    # The lowest kategori is far wider than the others: only its upper end is shown, as long as
    # neither value nor target lies further down.
    seen = [edges[-1] - 10, *(v for v in (indeks, target) if v is not None)]
    low = max(floor(min(seen) / 10) * 10, 0)
    marks = [Fraction(low), *reversed(edges)]
    skala = Skala(Fraction(low), most, tuple((m, format_number(floor(m), 0)) for m in marks))
    return skala, edges


def _index_sentence(scope: Lingkup, indeks: Fraction | None, target: Fraction | None) -> str:
    if indeks is None:
        return f"Indeks Profesionalitas ASN {scope.state.tahun} belum ada."
    words = (
        f"Indeks Profesionalitas ASN {scope.state.tahun} {format_number(indeks, 2)}, kategori "
        f"{kategori_of_mean(indeks, scope.state.edition)}"
    )
    reached = capaian(indeks, target)
    if target is None or reached is None:
        return words + "."
    percent = capaian_words(scope.state, reached)
    return f"{words}; capaian {percent} dari target {format_exact(target)}."


def capaian_words(state: YearState, reached: Fraction) -> str:
    """Return an achievement as the report prints it: cut or rounded, by the setting."""
    return format_percent(reached, 2, Pembulatan(state.settings.capaian))


# Dimensions ---------------------------------------------------------------------------------------


def dimension_bars(scope: Lingkup) -> Grafik:
    """Return each dimension's mean against its maximum and its target."""
    rows = tuple(_dimension(scope, d) for d in range(len(scope.state.edition.dimensi)))
    most = max(d.maksimal for d in scope.state.edition.dimensi)
    return Grafik(
        jenis=JenisGrafik.BATANG,
        judul="Nilai menurut dimensi",
        kepala=("Dimensi", "Nilai", "Maksimal", "Target", "Capaian", "Selisih"),
        baris=rows,
        skala=Skala(Fraction(0), points(most)),
        alt=" ".join(row.kalimat for row in rows),
    )


def _dimension(scope: Lingkup, place: int) -> BarisGrafik:
    state = scope.state
    dimensi = state.edition.dimensi[place]
    mean, target = scope.group.mean(place), state.targets.dimensi.get(dimensi.id)
    reached = capaian(mean, target)
    value = "–" if mean is None else format_number(mean, 2)
    most = format_points(dimensi.maksimal)
    parts = [f"{dimensi.nama} {value} dari {most}"]
    aim = percent = distance = ""
    if target is not None:
        aim = format_exact(target)
        parts.append(f"target {aim}")
    if reached is not None:
        percent = capaian_words(state, reached)
        parts.append(f"capaian {percent}")
    if mean is not None and target is not None:
        distance = distance_words(mean, target)
        parts.append(distance)
    return BarisGrafik(
        label=dimensi.nama,
        nilai=mean,
        sel=(dimensi.nama, value, most, aim, percent, distance),
        kalimat="; ".join(parts) + ".",
        kode=place,
        maksimal=points(dimensi.maksimal),
        target=target,
        bagian=reached,
        catatan=distance,
        tercapai=None if mean is None or target is None else mean >= target,
        orang=scope.ids(scope.state.scores.diukur),
    )


def distance_words(value: Fraction, target: Fraction) -> str:
    """Return how far a value is from its target, in words."""
    if value > target:
        return "melampaui target"
    if value == target:
        return "mencapai target"
    if target - value < _SMALLEST:
        return "kurang dari 0,01 poin lagi"
    return f"kurang {format_number(target - value, 2)} poin"


# Kategori and completeness ------------------------------------------------------------------------


def distribution(scope: Lingkup) -> Grafik:
    """Return how many people each kategori has."""
    state, group = scope.state, scope.group
    rows = []
    for place, kategori in enumerate(state.edition.kategori):
        count = group.kategori[place]
        share = _share(count, group.jumlah)
        percent = "–" if share is None else format_percent(share, 1)
        rows.append(
            BarisGrafik(
                label=kategori.nama,
                nilai=Fraction(count),
                sel=(kategori.nama, format_int(count), percent),
                kalimat=f"{kategori.nama}: {format_int(count)} pegawai, {percent}.",
                kode=place,
                bagian=share,
                orang=scope.ids(state.scores.kategori == place),
            )
        )
    return Grafik(
        jenis=JenisGrafik.BATANG,
        judul="Sebaran kategori",
        kepala=("Kategori", "Pegawai", "Bagian"),
        baris=tuple(rows),
        skala=Skala(Fraction(0), Fraction(max(group.kategori, default=0))),
        alt="Sebaran kategori. " + " ".join(row.kalimat for row in rows),
        catatan=("Persentase setiap kategori dibulatkan sendiri-sendiri.",),
    )


def _share(part: int, of: int) -> Fraction | None:
    return percent_of(part, of) if of else None


_EVIDENCE = {
    Bukti.PENDIDIKAN: "pendidikan",
    Bukti.DIKLAT_KEPEMIMPINAN: "diklat kepemimpinan",
    Bukti.DIKLAT_FUNGSIONAL: "diklat fungsional",
    Bukti.DIKLAT_TEKNIS: "diklat teknis",
    Bukti.SEMINAR: "seminar dan sejenisnya",
    Bukti.PENILAIAN: "penilaian kinerja",
    Bukti.HUKUMAN: "hukuman disiplin",
}
LEVEL = "Jenjang jabatan"


def completeness(scope: Lingkup) -> Grafik:
    """Return how many people are complete, and what others lack; a person may lack several.

    Returns:
        `nilai` is the number of complete people; a row a kind of data, those that lack it behind
        it, in the order of the edition.
    """
    state, group = scope.state, scope.group
    lacking = [(name, scope.ids(of)) for name, of in _lacks(state)]
    rows = tuple(
        BarisGrafik(
            label=f"{name} kosong" if len(who) else name,
            nilai=Fraction(len(who)),
            sel=(name, format_int(len(who))),
            kalimat=f"{name}: kosong pada {format_int(len(who))} pegawai.",
            tercapai=not len(who),
            orang=who,
        )
        for name, who in lacking
    )
    complete = group.jumlah - group.belum_lengkap
    share = _share(complete, group.jumlah)
    return Grafik(
        jenis=JenisGrafik.BATANG,
        judul="Kelengkapan data",
        kepala=("Data", "Kosong pada"),
        baris=rows,
        skala=Skala(Fraction(0), Fraction(group.jumlah)),
        alt=f"{format_int(complete)} dari {format_int(group.jumlah)} pegawai lengkap"
        + ("." if share is None else f", {complete_percent(share)}."),
        nilai=Fraction(complete),
    )


def complete_percent(share: Fraction) -> str:
    """Return a share of complete people with one decimal, never 100 while somebody lacks data."""
    if share == percent_of(1, 1):
        return format_percent(share, 0)
    return format_percent(share, 1, Pembulatan.POTONG)


def _lacks(state: YearState) -> list[tuple[str, Bool]]:
    """Return what may be missing, and bool[n] of whom it is."""
    found: list[tuple[str, Bool]] = []
    for instrumen, one in state.instrumen:
        missing = one.keadaan == State.BELUM_ADA
        if isinstance(instrumen, Pernah) and instrumen.sesuai is not None:
            unlevelled = weigh_posts(state.roster, state.edition).kelompok == 0
            found.append((LEVEL, missing & unlevelled))
            missing = missing & ~unlevelled
        found.append((f"Data {_EVIDENCE[instrumen.bukti[0]]}", missing))
    return found


# Perangkat daerah ---------------------------------------------------------------------------------


def opd_dots(state: YearState) -> Grafik:
    """Return perangkat daerah by their index, the best first, as dots from the agency's mean."""
    names = state.roster.opd_nama
    code = state.roster.keadaan["opd"].astype(np.int64)
    beside = np.where(code < 0, len(names), code)
    groups = recap_by(state.scores, state.edition, beside, (*names, ""))
    mean, target = state.instansi.indeks, state.target_indeks
    valued = [(value, k) for k in range(len(names)) if (value := groups[k].indeks) is not None]
    valued.sort(key=lambda pair: (-pair[0], names[pair[1]].casefold()))
    members = _members(whole(state))
    rows = tuple(
        _opd(state, groups[k], k, nomor, members(k)) for nomor, (_, k) in enumerate(valued, 1)
    )
    values = [v for v in (*(value for value, _ in valued), mean, target) if v is not None]
    low, high = (floor(min(values)), ceil(max(values))) if values else (0, 0)
    without = groups[-1].jumlah
    note = f"{format_int(without)} pegawai tanpa perangkat daerah tidak digambarkan."
    return Grafik(
        jenis=JenisGrafik.TITIK,
        judul="Perangkat daerah",
        kepala=("No.", "Perangkat daerah", "Pegawai", "Indeks", "Selisih"),
        baris=rows,
        skala=Skala(Fraction(low), Fraction(max(high, low + 1))),
        alt=_opd_sentence(rows, mean),
        acuan=mean,
        target=target,
        catatan=(note,) if without else (),
    )


def _members(scope: Lingkup) -> Callable[[int], Int64]:
    """Return who is in a perangkat daerah, measured: all sorted once, then cut."""
    state = scope.state
    who = np.flatnonzero(state.scores.diukur)
    opd = state.roster.keadaan["opd"][who]
    order = np.argsort(opd, kind="stable")
    who, opd = who[order], opd[order]

    def of(place: int) -> Int64:
        begin, end = np.searchsorted(opd, [place, place + 1])
        return state.roster.id[who[begin:end]]

    return of


def _opd(state: YearState, group: Group, place: int, nomor: int, orang: Int64) -> BarisGrafik:
    indeks, mean, target = group.indeks, state.instansi.indeks, state.target_indeks
    assert indeks is not None
    assert mean is not None
    away = signed(indeks - mean)
    value = format_number(indeks, 2)
    return BarisGrafik(
        label=group.nama,
        nilai=indeks,
        sel=(str(nomor), group.nama, format_int(group.jumlah), value, away),
        kalimat=f"{nomor}. {group.nama}: {value}; {format_int(group.jumlah)} pegawai; "
        f"{away} dari {state.settings.instansi}.",
        kode=place,
        nomor=nomor,
        tercapai=None if target is None else indeks >= target,
        orang=orang,
    )


def signed(value: Fraction) -> str:
    """Return a difference with two decimals and its sign; none where it prints as 0."""
    text = format_number(value, 2)
    return f"+{text}" if value > 0 and text != format_number(0, 2) else text


def _opd_sentence(rows: tuple[BarisGrafik, ...], mean: Fraction | None) -> str:
    if not rows or mean is None:
        return "Belum ada perangkat daerah dengan pegawai yang diukur."
    best, least = rows[0], rows[-1]
    return (
        f"Indeks {format_int(len(rows))} perangkat daerah terhadap rata-rata "
        f"{format_number(mean, 2)}: tertinggi {best.label} {best.sel[3]}, terendah {least.label} "
        f"{least.sel[3]}."
    )
