"""`rekap`: the year on two pages, for the head of the agency."""

from __future__ import annotations

import dataclasses
import datetime
from fractions import Fraction

from ..formatting import Pembulatan, format_exact, format_number, format_points, points
from ..scoring.year_state import YearState, capaian
from . import lengkap_text, result_tables
from .chart_values import BarisGrafik, Grafik, JenisGrafik, Skala
from .charts import opd_dots
from .document import Blok, Document, Gambar, Judul, Paragraf, TandaTangan
from .frame import frame, kop, signature
from .seal import Seal

_INDEKS = 99
"""`kode` of the row of the index among those of the dimensions."""


def title(state: YearState) -> str:
    """Return the title in one line."""
    return (
        "Rekapitulasi Hasil Pengukuran Indeks Profesionalitas ASN "
        f"{state.settings.instansi} Tahun {state.tahun}"
    )


def build(state: YearState, seal: Seal | None, now: datetime.datetime) -> Document:
    """Build the recap.

    Args:
        state: The year; somebody must be measured.
        seal: The marks of the year's signing; None makes a draft.
        now: When a draft is printed.
    """
    blocks: list[Blok] = [
        kop(state.settings),
        Judul(
            (
                "REKAPITULASI HASIL PENGUKURAN",
                "INDEKS PROFESIONALITAS APARATUR SIPIL NEGARA",
                f"DI LINGKUNGAN {state.settings.instansi.upper()}",
                f"TAHUN {state.tahun}",
            ),
            "" if seal is None else seal.pejabat.nomor,
            0 if seal is None else seal.revisi,
            "" if seal is None else seal.menggantikan,
        ),
        Paragraf(lengkap_text.result(state)),
        result_tables.result(state),
        bars_figure(state),
    ]
    dots = dots_figure(state)
    if dots is not None:
        blocks.append(dots)
    if seal is not None:
        blocks.append(_signature(state, seal))
    short = f"Rekapitulasi IPASN {lengkap_text.place(state)} Tahun {state.tahun}"
    return frame(state, blocks, seal, now, short)


def bars_figure(state: YearState) -> Gambar:
    """Return each dimension and the index against target and most, each on its own scale."""
    agency = state.instansi
    rows = [
        _bar(
            state,
            d,
            dimensi.nama,
            dimensi.maksimal,
            agency.mean(d),
            state.targets.dimensi.get(dimensi.id),
        )
        for d, dimensi in enumerate(state.edition.dimensi)
    ]
    most = sum(dimensi.maksimal for dimensi in state.edition.dimensi)
    rows.append(_bar(state, _INDEKS, "IPASN", most, agency.indeks, state.target_indeks))
    chart = Grafik(
        jenis=JenisGrafik.BATANG,
        judul="Nilai instansi terhadap target dan bobot maksimal",
        kepala=("Dimensi", "Nilai", "Target", "Capaian (%)"),
        baris=tuple(rows),
        skala=Skala(Fraction(0), points(most)),
        alt=" ".join(row.kalimat for row in rows),
        sorot=_INDEKS,
    )
    return Gambar(chart.judul, chart, kunci="dimensi_target")


def _bar(
    state: YearState,
    kode: int,
    nama: str,
    maksimal: int,
    nilai: Fraction | None,
    target: Fraction | None,
) -> BarisGrafik:
    reached = capaian(nilai, target)
    value = "–" if nilai is None else format_number(nilai, 2)
    aim = "–" if target is None else format_exact(target)
    rounding = Pembulatan(state.settings.capaian)
    percent = "–" if reached is None else format_number(reached, 2, rounding)
    most = format_points(maksimal)
    return BarisGrafik(
        label=nama,
        nilai=nilai,
        sel=(nama, value, aim, percent),
        kalimat=f"{nama} {value} dari {most}; target {aim}, capaian {percent} persen.",
        kode=kode,
        maksimal=points(maksimal),
        target=target,
        catatan=f"bobot {most}",
    )


def dots_figure(state: YearState) -> Gambar | None:
    """Return perangkat daerah around the agency's mean; None where there are fewer than two."""
    dots = opd_dots(state)
    if len(dots.baris) < 2:
        return None
    notes = list(dots.catatan)
    notes.insert(
        0,
        "Titik penuh: pada atau di atas nilai instansi. Titik kosong: di bawahnya. Skala mendatar "
        f"dimulai dari {format_exact(dots.skala.bawah)}, bukan nol.",
    )
    heads = dataclasses.replace(dots, kepala=("No.", "Perangkat Daerah", "Pegawai", "IPASN", ""))
    return Gambar(
        "Indeks perangkat daerah terhadap nilai instansi dan target",
        heads,
        kunci="opd_titik",
        catatan=" ".join(notes),
    )


def _signature(state: YearState, seal: Seal) -> TandaTangan:
    """Return the signature without the mark: what is proven by it is the full report."""
    return dataclasses.replace(
        signature(state, seal),
        pengesahan=None,
        tembusan=(),
        catatan=f"Ringkasan dari laporan Nomor {seal.pejabat.nomor}, Revisi {seal.revisi}.",
    )
