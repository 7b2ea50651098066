"""Section VI of the full report: what follows from the figures, and what the agency should do."""

from __future__ import annotations

from ..formatting import Pembulatan, format_exact, format_int, format_number, format_percent
from ..scoring.year_state import YearState, capaian
from .chart_values import whole
from .charts import opd_dots
from .document import Bagian, Blok, Daftar, Isi, Paragraf
from .lengkap_text import CLOSING, filled, listing
from .next_steps import next_steps
from .result_tables import mean_class

_MOST_STEPS = 5


def closing(state: YearState, *, signed: bool) -> list[Blok]:
    """Return the blocks of the section; the closing sentence leads to a signature.

    Args:
        state: The year.
        signed: Whether a signature follows.
    """
    blocks: list[Blok] = [
        Bagian("Penutup", kunci="penutup"),
        Bagian("Simpulan", 2),
        Daftar(conclusions(state)),
    ]
    if advice := advices(state):
        blocks += [Bagian("Saran", 2), Daftar(advice)]
    if signed:
        blocks.append(Paragraf(CLOSING))
    return blocks


def conclusions(state: YearState) -> tuple[Isi, ...]:
    """Return what the figures say: the index, the dimensions, the perangkat daerah, the data."""
    found: list[Isi] = [_about_index(state)]
    if dimensions := _about_dimensions(state):
        found.append(dimensions)
    dots = opd_dots(state).baris
    if len(dots) > 1:
        best, least = dots[0], dots[-1]
        found.append(
            f"Indeks perangkat daerah berkisar dari {least.sel[3]} ({least.label}) sampai dengan "
            f"{best.sel[3]} ({best.label})."
        )
    group = state.instansi
    found.append(
        f"Data {format_int(group.belum_lengkap)} dari {format_int(group.jumlah)} pegawai belum "
        "lengkap; indeks dapat berubah bila data itu dilengkapi."
        if group.belum_lengkap
        else f"Data {format_int(group.jumlah)} pegawai yang diukur lengkap."
    )
    return tuple(found)


def _about_index(state: YearState) -> str:
    index, target = state.instansi.indeks, state.target_indeks
    assert index is not None  # an empty year has no report
    words = (
        f"Indeks Profesionalitas ASN {state.settings.instansi} Tahun {state.tahun} adalah "
        f"{format_number(index, 2)}, kategori {mean_class(state, state.instansi)}"
    )
    reached = capaian(index, target)
    if reached is None or target is None:
        return f"{words}."
    percent = format_percent(reached, 2, Pembulatan(state.settings.capaian))
    return f"{words}, {percent} dari target {format_exact(target)}."


def _about_dimensions(state: YearState) -> str:
    below, rest = [], []
    for d, dimensi in enumerate(state.edition.dimensi):
        mean, target = state.instansi.mean(d), state.targets.dimensi.get(dimensi.id)
        if mean is None or target is None:
            continue
        if mean < target:
            below.append(f"{dimensi.nama.lower()} (kurang {format_number(target - mean, 2)} poin)")
        else:
            rest.append(dimensi.nama.lower())
    parts = []
    if below:
        parts.append(f"Di bawah target: {listing(below)}")
    if rest:
        parts.append(f"{'mencapai' if below else 'Mencapai'} target: {listing(rest)}")
    return "; ".join(parts) + "." if parts else ""


def advices(state: YearState) -> tuple[Isi, ...]:
    """Return the officer's own advice, else the steps that raise the index most, each computed."""
    if state.settings.saran:
        return tuple(filled(one, state) for one in state.settings.saran)
    steps = next_steps(whole(state))[:_MOST_STEPS]
    return tuple(f"{one.judul.rstrip('.')}. {one.catatan}" for one in steps)
