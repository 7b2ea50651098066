"""A recap as it is seen, on paper: a wide table under its title, marked as a draft or as signed."""

from __future__ import annotations

import datetime

from ..formatting import scaled
from ..scoring.year_state import YearState
from . import lengkap_text
from .document import (
    KE_KIRI,
    Arah,
    Baris,
    Document,
    HalamanBaru,
    Jenis,
    JenisBaris,
    Judul,
    Kolom,
    Paragraf,
    Rata,
    Sel,
    Tabel,
    Ukuran,
)
from .frame import frame
from .recap_sheet import DESIMAL, BarisLembar, JenisSel, KolomLembar, Lembar, Tingkat
from .seal import Seal

_WIDE, _GIVEN = 300.0, 33.0
"""mm a table has on wide F4, and how much less on A4."""
_WIDTHS = {
    JenisSel.BULAT: 17.0,
    JenisSel.NILAI: 18.0,
    JenisSel.SELISIH: 19.0,
    JenisSel.PERSEN: 17.0,
}
_WORDS = 24.0
_LEAST = 46.0
_KINDS = {
    JenisSel.TEKS: Jenis.TEKS,
    JenisSel.BULAT: Jenis.BULAT,
    JenisSel.NILAI: Jenis.POIN,
    JenisSel.SELISIH: Jenis.KENAIKAN,
    JenisSel.PERSEN: Jenis.POIN,
}
_ROWS = {
    Tingkat.KELOMPOK: JenisBaris.ISI,
    Tingkat.KEPALA: JenisBaris.SUBTOTAL,
    Tingkat.BAGIAN: JenisBaris.ISI,
    Tingkat.JUMLAH: JenisBaris.JUMLAH,
}


def title(state: YearState) -> str:
    """Return the title in one line."""
    return f"Rekapitulasi IPASN {lengkap_text.place(state)} Tahun {state.tahun}"


def build(
    state: YearState, lembar: Lembar, scope: str, seal: Seal | None, now: datetime.datetime
) -> Document:
    """Build the print of a recap.

    Args:
        state: The year.
        lembar: What is seen.
        scope: The perangkat daerah it is limited to; empty for the whole agency.
        seal: The marks of the year's signing; None makes a draft.
        now: When a draft is printed.
    """
    where = scope or state.settings.instansi
    heads = (
        "REKAPITULASI INDEKS PROFESIONALITAS APARATUR SIPIL NEGARA",
        lembar.menurut.upper(),
        f"{where.upper()} TAHUN {state.tahun}",
    )
    blocks = (
        HalamanBaru(Arah.MENDATAR),
        Judul(heads),
        _table(lembar),
        Paragraf(
            "Selisih dihitung dari indeks instansi sebelum dibulatkan; hanya pegawai yang diukur "
            "yang dihitung."
        ),
    )
    return frame(state, blocks, seal, now, title(state))


def _table(lembar: Lembar) -> Tabel:
    return Tabel(
        kolom=tuple(_columns(lembar)),
        baris=tuple(Baris(_cells(row, lembar.kolom), _ROWS[row.tingkat]) for row in lembar.baris),
        ukuran=Ukuran.RAPAT,
    )


def _columns(lembar: Lembar) -> list[Kolom]:
    """Return the columns of paper; those of names share what the others leave."""
    names = sum(column.kelompok for column in lembar.kolom)
    others = [_WIDTHS.get(c.jenis, _WORDS) for c in lembar.kolom if not c.kelompok]
    # Many pairs side by side give up room before names do.
    part = min(1.0, (_WIDE - _LEAST * names) / sum(others))
    name = (_WIDE - part * sum(others)) / names
    made = []
    for column in lembar.kolom:
        head = f"{column.kepala} (%)" if column.jenis is JenisSel.PERSEN else column.kepala
        if column.kelompok:
            made.append(Kolom(column.kepala, name, susut=_GIVEN / names))
            continue
        made.append(
            Kolom(
                head,
                part * _WIDTHS.get(column.jenis, _WORDS),
                _KINDS[column.jenis],
                column.atas,
                desimal=DESIMAL.get(column.jenis),
                rata=Rata.TENGAH if column.jenis is JenisSel.TEKS else None,
            )
        )
    return made


def _cells(row: BarisLembar, columns: tuple[KolomLembar, ...]) -> tuple[Sel, ...]:
    cells: list[Sel] = []
    for at, (cell, column) in enumerate(zip(row.sel, columns, strict=True)):
        if cell is not None and not isinstance(cell, str):
            if column.jenis is JenisSel.SELISIH:
                cell = scaled(cell, DESIMAL[column.jenis]) * 10
            elif column.jenis is JenisSel.BULAT:
                cell = int(cell)
        elif row.tingkat is Tingkat.BAGIAN and at == 0:
            cell = ""  # its group stands above
        elif column.kelompok and at and row.tingkat is not Tingkat.BAGIAN:
            cells.append(KE_KIRI)
            continue
        cells.append(cell)
    return tuple(cells)
