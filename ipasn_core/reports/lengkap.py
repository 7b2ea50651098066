"""`lengkap`: the full report of a year, as a `Document`.

Every sentence with a figure is computed from the values that its tables hold; a sentence that
points to a part which is not there is left out.
"""

from __future__ import annotations

import datetime

from ..scoring.year_state import YearState
from . import groups, lengkap_text, method_tables, result_tables
from .analisis import analysis
from .document import (
    Bagian,
    Blok,
    Daftar,
    Document,
    Judul,
    Paragraf,
)
from .frame import frame, kop, signature
from .lampiran import annexes
from .numbering import join_sentences, present
from .penutup import closing
from .seal import Seal


def build(state: YearState, seal: Seal | None, now: datetime.datetime) -> Document:
    """Build the full report.

    Args:
        state: The year; somebody must be measured.
        seal: The marks of its signing; None makes a draft.
        now: When a draft is printed; a signed report does not say.
    """
    opd = groups.by_opd(state)
    blocks: list[Blok] = [
        *_head(state, seal),
        *_introduction(state, opd),
        *_method(state),
        *_results(state),
        *analysis(state),
        *_recap(state, opd),
        *closing(state, signed=seal is not None),
    ]
    if seal is not None:
        blocks.append(signature(state, seal))
    blocks += annexes(state, opd, seal)
    blocks = _with_structure(state, blocks)
    short = f"Laporan Hasil Pengukuran IPASN {lengkap_text.place(state)} Tahun {state.tahun}"
    return frame(state, blocks, seal, now, short)


def _head(state: YearState, seal: Seal | None) -> list[Blok]:
    upper = state.settings.instansi.upper()
    return [
        kop(state.settings),
        Judul(
            (
                "LAPORAN HASIL PENGUKURAN",
                "INDEKS PROFESIONALITAS APARATUR SIPIL NEGARA",
                f"DI LINGKUNGAN {upper}",
                f"TAHUN {state.tahun}",
            ),
            "" if seal is None else seal.pejabat.nomor,
            0 if seal is None else seal.revisi,
            "" if seal is None else seal.menggantikan,
        ),
    ]


def _introduction(state: YearState, opd: groups.OpdGroups) -> list[Blok]:
    return [
        Bagian("Pendahuluan", kunci="pendahuluan"),
        Bagian("Dasar Hukum", 2),
        Daftar(lengkap_text.legal_basis(state)),
        Bagian("Maksud dan Tujuan", 2),
        Paragraf(lengkap_text.purpose(state)),
        Bagian("Ruang Lingkup", 2),
        Paragraf(lengkap_text.scope(state, opd.jumlah_opd, opd.tanpa)),
        Bagian("Sistematika", 2, kunci="sistematika"),
    ]


def _method(state: YearState) -> list[Blok]:
    return [
        Bagian("Metode Pengukuran", kunci="metode"),
        Paragraf(lengkap_text.method(state.edition)),
        method_tables.instruments(state.edition),
        method_tables.classes(state.edition),
        Bagian("Pembulatan", 2),
        Paragraf(lengkap_text.rounding(state)),
        Bagian("Sumber Data", 2, kunci="sumber"),
    ]


def _results(state: YearState) -> list[Blok]:
    kinds = groups.by_kind_of_post(state)
    caption = "Nilai rata-rata dan indeks menurut jenis jabatan"
    return [
        Bagian("Hasil Pengukuran", kunci="hasil_pengukuran"),
        Paragraf(lengkap_text.result(state)),
        result_tables.result(state),
        *lengkap_text.reading_of_result(state),
        Paragraf(lengkap_text.groups_lead()),
        result_tables.by_group(state, kinds, "Jenis Jabatan", caption),
        result_tables.by_class(state),
    ]


def _recap(state: YearState, opd: groups.OpdGroups) -> list[Blok]:
    return [
        Bagian("Rekapitulasi Perangkat Daerah", kunci="rekapitulasi"),
        Paragraf(lengkap_text.recap_lead(opd.tanpa)),
        result_tables.by_opd(state, opd),
    ]


def _with_structure(state: YearState, blocks: list[Blok]) -> list[Blok]:
    """Add what can be said only when every part is known: the order of parts, the annexes."""
    keys = present(blocks)
    result: list[Blok] = []
    for block in blocks:
        result.append(block)
        if isinstance(block, Bagian) and block.kunci == "sistematika":
            result.append(Paragraf(lengkap_text.structure(blocks)))
        elif isinstance(block, Bagian) and block.kunci == "sumber":
            result.append(Paragraf(join_sentences(lengkap_text.sources(state), keys)))
    return result
